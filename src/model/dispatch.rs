//! Dispatch: generation, load and a battery → import, export, charge and discharge.
//!
//! In: hourly AC generation and load of the same hours. Out: [`Flows`], every one of them at the AC side, named by its
//! direction and never negative. In every hour
//! `generation = direct_use + charge + export + curtailed` and `load = direct_use + discharge + import`,
//! and what the battery stores changes by `charge × charge efficiency − discharge ÷ discharge efficiency`.

pub mod apart;
pub mod bank;
pub mod flexible;
pub mod greedy;
pub mod optimal;
pub mod peak_shaving;
pub mod price_aware;
pub mod priced;
mod worth;

use crate::units::{Kw, Kwh, Series};

/// A battery behind the meter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Battery {
    /// Energy that can be stored and taken out again, measured inside the battery; 0 for none.
    pub usable: Kwh,
    /// Greatest charging power at the AC side.
    pub charge_limit: Kw,
    /// Greatest discharging power at the AC side.
    pub discharge_limit: Kw,
    /// Share of the charged energy that arrives inside, above 0 to 1.
    pub charge_efficiency: f64,
    /// Share of the energy inside that arrives outside, above 0 to 1.
    pub discharge_efficiency: f64,
    /// Energy inside at the start of the year, 0 to `usable`.
    pub stored_at_start: Kwh,
}

impl Battery {
    /// A battery that is not there.
    pub const NONE: Self = Self {
        usable: Kwh(0.0),
        charge_limit: Kw(0.0),
        discharge_limit: Kw(0.0),
        charge_efficiency: 1.0,
        discharge_efficiency: 1.0,
        stored_at_start: Kwh(0.0),
    };

    /// An empty battery whose losses are split evenly between charging and discharging.
    ///
    /// `round_trip` is the AC-to-AC efficiency, above 0 to 1; `c_rate` the greatest power as a share of the capacity
    /// an hour.
    #[must_use]
    pub fn symmetric(usable: Kwh, round_trip: f64, c_rate: f64) -> Self {
        let limit = Kw(usable.0 * c_rate);
        Self {
            usable,
            charge_limit: limit,
            discharge_limit: limit,
            charge_efficiency: round_trip.sqrt(),
            discharge_efficiency: round_trip.sqrt(),
            stored_at_start: Kwh::ZERO,
        }
    }
}

/// What flowed where, hour by hour.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flows {
    /// Generation used in the same hour.
    pub direct_use: Series<Kwh>,
    /// Generation sent to the battery, at the AC side.
    pub charge: Series<Kwh>,
    /// Energy the battery gave to the home, at the AC side.
    pub discharge: Series<Kwh>,
    /// Energy bought.
    pub import: Series<Kwh>,
    /// Energy fed in.
    pub export: Series<Kwh>,
    /// Generation above the export limit, not used.
    pub curtailed: Series<Kwh>,
    /// Energy inside the battery at the end of the hour.
    pub stored: Series<Kwh>,
}
