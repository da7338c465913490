//! Made-up firms that the form can start from. Their sizes are our judgement of what is usual, to be replaced by a firm's
//! own numbers.

use super::FirmSaid;
use crate::model::inputs::firm::{
    FirmMeter, FirmScenario, TradeUse,
    contract::FirmContract,
    finance::{FirmMoney, TaxForm},
    surface::{Surface, SurfaceKind},
    trade::Trade,
};

/// A made-up firm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FirmExample {
    /// What it does.
    pub trade: Trade,
    /// Yearly consumption, kWh.
    pub kwh_per_year: f64,
    /// Tariff group.
    pub group: &'static str,
    /// Contracted power, kW.
    pub contracted_kw: f64,
    /// Where modules can stand.
    pub kind: SurfaceKind,
    /// Area of it, m².
    pub area_m2: f64,
    /// Slope of the modules, degrees.
    pub tilt_deg: f64,
    /// Form of the income tax.
    pub tax: Option<TaxForm>,
}

/// Rows on a flat roof, at the usual distance.
const FLAT_ROOF: SurfaceKind = SurfaceKind::Rows { cover_percent: 60.0 };

/// A bakery, a workshop, a cold store, a school.
pub const EXAMPLES: [FirmExample; 4] = [
    FirmExample {
        trade: Trade::Bakery,
        kwh_per_year: 50_000.0,
        group: "C11",
        contracted_kw: 35.0,
        kind: SurfaceKind::Roof,
        area_m2: 180.0,
        tilt_deg: 30.0,
        tax: Some(TaxForm::PitLinear),
    },
    FirmExample {
        trade: Trade::WorkshopOneShift,
        kwh_per_year: 45_000.0,
        group: "C11",
        contracted_kw: 40.0,
        kind: SurfaceKind::Roof,
        area_m2: 400.0,
        tilt_deg: 15.0,
        tax: Some(TaxForm::CitSmall),
    },
    FirmExample {
        trade: Trade::ColdStore,
        kwh_per_year: 450_000.0,
        group: "C21",
        contracted_kw: 110.0,
        kind: FLAT_ROOF,
        area_m2: 2500.0,
        tilt_deg: 15.0,
        tax: Some(TaxForm::Cit),
    },
    FirmExample {
        trade: Trade::School,
        kwh_per_year: 45_000.0,
        group: "C11",
        contracted_kw: 40.0,
        kind: FLAT_ROOF,
        area_m2: 900.0,
        tilt_deg: 15.0,
        tax: None,
    },
];

impl FirmExample {
    /// What this firm would say in a town.
    #[must_use]
    pub fn said(&self, town: &str) -> FirmSaid {
        let surface = Surface { kind: self.kind, area_m2: self.area_m2, tilt_deg: self.tilt_deg, ..Surface::default() };
        let meter = FirmMeter {
            usage: TradeUse { trade: self.trade, kwh_per_year: self.kwh_per_year, peak_kw: None },
            contract: FirmContract {
                group: self.group.to_owned(),
                contracted_kw: self.contracted_kw,
                ..FirmContract::default()
            },
            surfaces: vec![surface],
            ..FirmMeter::default()
        };
        let money = FirmMoney { tax: self.tax, ..FirmMoney::default() };
        let scenario = FirmScenario { town: town.to_owned(), meters: vec![meter], money, ..FirmScenario::default() };
        FirmSaid { scenario, own_size: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_are_within_their_limits() {
        for example in EXAMPLES {
            assert_eq!(example.said("zywiec").scenario.out_of_range(), vec![], "{example:?}");
        }
    }
}
