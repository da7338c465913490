//! A plant that feeds in elsewhere: all consumption is bought, all generation fed in.

use super::Flows;
use crate::units::{Kwh, Series};

/// The flows of a year; nothing is used or stored behind the meter.
#[must_use]
pub fn dispatch(generation: &Series<Kwh>, load: &Series<Kwh>) -> Flows {
    let none = Series::zeros(load.len());
    Flows {
        direct_use: none.clone(),
        charge: none.clone(),
        discharge: none.clone(),
        import: load.clone(),
        export: generation.clone(),
        curtailed: none.clone(),
        stored: none,
    }
}
