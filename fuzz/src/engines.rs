//! Whatever the engine accepts gives finite figures, and whatever it refuses is named with its field.

use autonomia::{
    error::InputError,
    firm::link as firm_link,
    link,
    model::{
        firm::{session::FirmSession, summary::FirmSummary},
        inputs::Scenario,
        report::{Energy, Hours},
        session::Session,
    },
};
use data_encoding::BASE64URL_NOPAD;
use std::{
    cell::RefCell,
    fmt::{self, Debug, Write as _},
};

thread_local! {
    static HOMES: RefCell<Session> = RefCell::new(Session::new().expect("the built-in tables are good"));
    static FIRMS: RefCell<FirmSession> = RefCell::new(FirmSession::new().expect("the built-in tables are good"));
}

/// A home, as a file or as the message of a link, through the whole engine.
pub(super) fn home(bytes: &[u8]) {
    let of_link = || link::decode(&BASE64URL_NOPAD.encode(bytes)).ok().map(|said| said.scenario);
    let Some(scenario) = super::read_json::<Scenario>(bytes).or_else(of_link) else { return };
    HOMES.with_borrow_mut(|session| match session.outcome(&scenario) {
        Ok(mut outcome) => {
            outcome.hours = Hours::default();
            finite(&outcome);
            flows(&outcome.energy);
        }
        Err(errors) => named(&errors),
    });
}

/// A firm, likewise.
pub(super) fn firm(bytes: &[u8]) {
    let of_link = || firm_link::decode(&format!("{}{}", firm_link::MARK, BASE64URL_NOPAD.encode(bytes))).ok();
    let Some(scenario) = super::read_json(bytes).or_else(|| of_link().map(|said| said.scenario)) else { return };
    FIRMS.with_borrow_mut(|session| match session.outcome(&scenario) {
        Ok(outcome) => {
            let summary = FirmSummary::from(&outcome);
            finite(&summary);
            summary.meters.iter().map(|meter| &meter.energy).chain([&summary.energy]).for_each(flows);
        }
        Err(errors) => named(&errors),
    });
}

fn named(errors: &[InputError]) {
    assert!(!errors.is_empty() && errors.iter().all(|error| !error.field.is_empty()));
}

/// Flows of energy are named by their direction and never below zero.
fn flows(energy: &Energy) {
    let Energy { generation, consumption, direct_use, charge, discharge, import, export, curtailed } = energy;
    for flow in [generation, consumption, direct_use, charge, discharge, import, export, curtailed] {
        assert!(flow.0 >= -1e-6, "{energy:?}");
    }
}

/// No number in a result is infinite or none.
fn finite(result: &impl Debug) {
    assert!(write!(Numbers, "{result:?}").is_ok(), "a number that is not finite");
}

/// Refuses the texts of numbers that are not finite.
struct Numbers;

impl fmt::Write for Numbers {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if matches!(text, "NaN" | "inf" | "-inf") { Err(fmt::Error) } else { Ok(()) }
    }
}
