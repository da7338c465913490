//! The hours of files that the browser keeps of a firm: whole Wh and W of each meter, in one text of its storage.

use crate::model::inputs::firm::{FirmMeasured, FirmMeter, FirmScenario};
use crate::model::inputs::measured::Hourly;
use crate::ui::storage;
use data_encoding::BASE64URL_NOPAD;
use std::cell::RefCell;

const HOURS: &str = "autonomia.firm.hours";
/// Whole parts of a kWh and of a kW that are kept.
const PARTS: f64 = 1000.0;
/// Longest text that is kept: six meters with energy and power, four or five characters for each number.
const LONGEST: usize = 700_000;

/// Energy and power of a meter's hours; the power is empty where it is not known.
type Kept = Option<(Vec<i32>, Vec<i32>)>;

thread_local! {
    /// What storage holds: it is written only when it changes.
    static KEPT: RefCell<Option<Vec<Option<FirmMeasured>>>> = const { RefCell::new(None) };
}

/// Puts the kept hours into the meters they were kept for; a firm they do not fit stays without.
pub fn put_into(scenario: &mut FirmScenario) {
    let text = storage::read(HOURS).and_then(|text| BASE64URL_NOPAD.decode(text.as_bytes()).ok());
    let Some(kept) = text.and_then(|bytes| postcard::from_bytes::<Vec<Kept>>(&bytes).ok()) else { return };
    for (meter, hours) in scenario.meters.iter_mut().zip(kept) {
        meter.measured = hours.map(|(wh, w)| FirmMeasured {
            kwh: Hourly::from_parts(&wh, PARTS),
            peak_kw: (!w.is_empty()).then(|| Hourly::from_parts(&w, PARTS)),
        });
    }
    if !scenario.out_of_range().is_empty() {
        scenario.meters.iter_mut().for_each(|meter| meter.measured = None);
    }
}

/// Keeps the hours of the meters; false where storage refuses them.
pub fn keep(meters: &[FirmMeter]) -> bool {
    let hours: Vec<Option<FirmMeasured>> = meters.iter().map(|meter| meter.measured.clone()).collect();
    KEPT.with_borrow_mut(|kept| {
        if kept.as_ref() == Some(&hours) {
            return true;
        }
        let stored = write(&hours);
        *kept = stored.then_some(hours);
        stored
    })
}

fn write(hours: &[Option<FirmMeasured>]) -> bool {
    if hours.iter().all(Option::is_none) {
        storage::remove(HOURS);
        return true;
    }
    let parts = |hourly: &Hourly| hourly.to_parts(PARTS);
    let of_meter =
        |measured: &FirmMeasured| (parts(&measured.kwh), measured.peak_kw.as_ref().map(parts).unwrap_or_default());
    let kept: Vec<Kept> = hours.iter().map(|measured| measured.as_ref().map(of_meter)).collect();
    let text = postcard::to_allocvec(&kept).map(|bytes| BASE64URL_NOPAD.encode(&bytes)).unwrap_or_default();
    let stored = !text.is_empty() && text.len() <= LONGEST && storage::write(HOURS, &text);
    if !stored {
        // Hours of another file must not come back.
        storage::remove(HOURS);
    }
    stored
}
