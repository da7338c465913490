//! Polish: a firm's result.

mod answer;
mod bank;
mod bill;
mod energy;
mod money;
mod power;

use super::words::FirmText;

pub(super) const FIRM: FirmText = FirmText {
    answer: answer::ANSWER,
    wishes: answer::WISHES,
    bill: bill::BILL,
    capacity: bill::CAPACITY,
    power: power::POWER,
    load: power::LOAD,
    energy: energy::ENERGY,
    export: energy::EXPORT,
    cash: money::CASH,
    sensitivity: money::SENSITIVITY,
    basis: bank::BASIS,
    bank: bank::BANK,
    hours: power::HOURS,
};
