//! The hours of files that the browser keeps of a firm, in one text of its storage.

use crate::kept;
use crate::model::inputs::firm::{FirmMeasured, FirmMeter, FirmScenario};
use crate::ui::storage;
use std::cell::RefCell;

const HOURS: &str = "autonomia.firm.hours";

thread_local! {
    /// What storage holds: it is written only when it changes.
    static KEPT: RefCell<Option<Vec<Option<FirmMeasured>>>> = const { RefCell::new(None) };
}

/// Puts the kept hours into the meters they were kept for; a firm they do not fit stays without.
pub fn put_into(scenario: &mut FirmScenario) {
    let Some(kept) = storage::read(HOURS, kept::meters) else { return };
    for (meter, hours) in scenario.meters.iter_mut().zip(kept) {
        meter.measured = hours;
    }
    if !scenario.out_of_range().is_empty() {
        scenario.meters.iter_mut().for_each(|meter| meter.measured = None);
        storage::set_aside(HOURS);
    }
}

/// Keeps the hours of the meters; false where storage refuses them.
pub fn keep(meters: &[FirmMeter]) -> bool {
    let hours: Vec<Option<FirmMeasured>> = meters.iter().map(|meter| meter.measured.clone()).collect();
    KEPT.with_borrow_mut(|kept| {
        if kept.as_ref() == Some(&hours) {
            return true;
        }
        let text = hours.iter().any(Option::is_some).then(|| kept::meters_text(&hours));
        let stored = storage::write(HOURS, text.as_deref());
        *kept = stored.then_some(hours);
        stored
    })
}
