//! What settlement needs to know of a year at the meter: sums by month and zone, not hours.

use super::{Prepared, Scheme, TariffYear, sum};
use crate::{
    rules::tariff::MAX_ZONES,
    units::{Kwh, NetPln, Series},
};
use std::ops::Range;

/// A year at the meter.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MeterYear {
    /// Energy bought, by month and zone of the month.
    pub import: [[Kwh; MAX_ZONES]; 12],
    /// What that energy costs at the prices of its hours, by month and zone; nothing where the zones have the prices.
    pub energy_cost: [[NetPln; MAX_ZONES]; 12],
    /// Energy fed in, by month and zone of the month.
    pub export: [[Kwh; MAX_ZONES]; 12],
    /// Value of the energy fed in, by month; nothing in a scheme without prices.
    pub export_value: [NetPln; 12],
}

impl MeterYear {
    /// Adds up hourly import and export; hours that a shorter series lacks count as zero.
    #[must_use]
    pub fn of(prepared: &Prepared, import: &Series<Kwh>, export: &Series<Kwh>) -> Self {
        let tariff = &prepared.tariff;
        let prices_pln = prepared.scheme.prices_pln_per_kwh();
        let value = |month| sum::product(tariff.month(month, export.raw()), tariff.month(month, prices_pln));
        Self {
            import: std::array::from_fn(|month| by_zone(tariff, month, import)),
            energy_cost: std::array::from_fn(|month| tariff.energy_cost(month, import.raw())),
            export: std::array::from_fn(|month| by_zone(tariff, month, export)),
            export_value: std::array::from_fn(|month| NetPln(value(month))),
        }
    }
}

impl Scheme {
    /// Value of an exported kWh in every hour, zł; no hours in a scheme without prices.
    #[must_use]
    pub fn prices_pln_per_kwh(&self) -> &[f64] {
        match self {
            Self::NetBilling { prices, .. } | Self::Tenant { prices, .. } => prices.pln_per_kwh(),
            Self::None | Self::NetMetering(_) => &[],
        }
    }
}

/// Hours in a row that belong to one month and one zone, and are bought at one price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Month, 0 for January.
    pub month: usize,
    /// Index in the month's zones.
    pub zone: usize,
    /// The hours.
    pub hours: Range<usize>,
}

impl TariffYear {
    /// The year cut where month or zone change, and at every hour where the hours have prices of their own.
    #[must_use]
    pub fn runs(&self) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let at_once = self.hourly_energy().is_none();
        let mut first = 0;
        for month in 0..12 {
            for zone in self.zones_of_month(month).chunk_by(|a, b| at_once && a == b) {
                let hours = first..first + zone.len();
                first = hours.end;
                runs.push(Run { month, zone: usize::from(zone[0]), hours });
            }
        }
        runs
    }
}

pub(super) fn by_zone(tariff: &TariffYear, month: usize, series: &Series<Kwh>) -> [Kwh; MAX_ZONES] {
    let sums_kwh = sum::by_zone(tariff.zones_of_month(month), tariff.month(month, series.raw()));
    std::array::from_fn(|zone| Kwh(sums_kwh[zone]))
}
