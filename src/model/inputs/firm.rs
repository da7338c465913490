//! Everything a firm can say about its meters, its money and its wishes, each number declared once.
//!
//! A firm may have several meters. Each is billed by itself: energy of one never lowers the bill of another. Money is
//! before VAT throughout, since a firm deducts it. What is not said (`None`) is taken from the tables.

pub mod contract;
pub mod finance;
pub mod plant;
pub mod surface;
pub mod trade;
pub mod wish;

use super::{
    Field,
    measured::{Hourly, Market},
};
use crate::error::{InputError, Problem};
use contract::FirmContract;
use finance::FirmMoney;
use plant::FirmPlant;
use serde::{Deserialize, Serialize};
use surface::Surface;
use trade::Trade;
use wish::Wishes;

/// Yearly consumption of one meter.
pub const FIRM_KWH: Field = Field::new("kwh_per_year", "kWh", 45_000.0, (500.0, 20_000_000.0), 1000.0);
/// Greatest quarter-hour power of one meter.
pub const FIRM_PEAK_KW: Field = Field::new("peak_kw", "kW", 30.0, (0.5, 20_000.0), 1.0);
/// Energy of one measured hour of a firm.
pub const FIRM_HOUR_KWH: Field = Field::new("measured.kwh", "kWh", 0.0, (0.0, 20_000.0), 0.001);
/// Greatest quarter-hour power of one measured hour of a firm.
pub const FIRM_HOUR_KW: Field = Field::new("measured.peak_kw", "kW", 0.0, (0.0, 80_000.0), 0.001);

/// Fewest and most meters of a firm.
pub const METERS: (usize, usize) = (1, 6);
/// Fewest and most surfaces behind one meter.
pub const SURFACES: (usize, usize) = (1, 6);

/// What a firm uses, where no file of its meter tells.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TradeUse {
    /// What the firm does.
    pub trade: Trade,
    /// Yearly consumption, kWh.
    pub kwh_per_year: f64,
    /// Greatest quarter-hour power, kW; none for what the trade's own course has.
    pub peak_kw: Option<f64>,
}

impl Default for TradeUse {
    fn default() -> Self {
        Self { trade: Trade::default(), kwh_per_year: FIRM_KWH.default, peak_kw: None }
    }
}

/// A year of a firm's meter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FirmMeasured {
    /// kWh of every hour of the modelled year.
    pub kwh: Hourly,
    /// Greatest quarter-hour power of every hour, kW; none where the file has whole hours only.
    pub peak_kw: Option<Hourly>,
}

/// One meter with what it measures and what stands behind it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FirmMeter {
    /// What is used, by trade.
    pub usage: TradeUse,
    /// The meter's own year; it goes before the trade.
    pub measured: Option<FirmMeasured>,
    /// Contracts for distribution and energy.
    pub contract: FirmContract,
    /// Roofs, ground and carports, 1 to 6.
    pub surfaces: Vec<Surface>,
    /// Modules, battery, and how they are run.
    pub plant: FirmPlant,
}

impl Default for FirmMeter {
    fn default() -> Self {
        Self {
            usage: TradeUse::default(),
            measured: None,
            contract: FirmContract::default(),
            surfaces: vec![Surface::default()],
            plant: FirmPlant::default(),
        }
    }
}

/// Everything a firm says: the input of the firm's simulation and the content of its scenario file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FirmScenario {
    /// Key of the town in `towns.csv`.
    pub town: String,
    /// Meters, 1 to 6.
    pub meters: Vec<FirmMeter>,
    /// Prices, funding, tax and outlook.
    pub money: FirmMoney,
    /// What is to be reached.
    pub wishes: Wishes,
    /// Market prices, where they are known better than from the tables.
    pub market: Market,
    /// Which of the possible years of weather and work is drawn.
    pub seed: u64,
}

impl Default for FirmScenario {
    fn default() -> Self {
        Self {
            town: "sokolow-podlaski".to_owned(),
            meters: vec![FirmMeter::default()],
            money: FirmMoney::default(),
            wishes: Wishes::default(),
            market: Market::default(),
            seed: 1,
        }
    }
}

/// Collects what lies outside its limits.
pub(crate) struct Checks(Vec<InputError>);

impl Checks {
    /// Notes a number outside its limits; `prefix` names the part it belongs to: `meters.0.`.
    pub(crate) fn number(&mut self, prefix: &str, field: &Field, value: f64) {
        if let Err(problem) = field.check(value) {
            self.0.push(InputError { field: format!("{prefix}{}", field.id), problem });
        }
    }

    /// The same for a number that need not be told.
    pub(crate) fn told(&mut self, prefix: &str, field: &Field, value: Option<f64>) {
        if let Some(value) = value {
            self.number(prefix, field, value);
        }
    }

    /// Notes a list with too few or too many entries.
    pub(crate) fn count(&mut self, field: String, value: usize, (min, max): (usize, usize)) {
        if value < min || value > max {
            self.0.push(InputError { field, problem: Problem::Count { value, min, max } });
        }
    }

    fn hours(&mut self, prefix: &str, field: &Field, hourly: &Hourly) {
        if let Some(InputError { field, problem }) = super::measured::wrong_hours(field, hourly) {
            self.0.push(InputError { field: format!("{prefix}{field}"), problem });
        }
    }
}

impl FirmScenario {
    /// Every number that lies outside its limits, with its field: `meters.0.surfaces.1.tilt_deg`. Names of towns and tariff
    /// groups, and whether the modules fit, are checked where the tables are known.
    #[must_use]
    pub fn out_of_range(&self) -> Vec<InputError> {
        let mut checks = Checks(Vec::new());
        checks.count("meters".to_owned(), self.meters.len(), METERS);
        for (index, meter) in self.meters.iter().enumerate() {
            meter.check(&format!("meters.{index}."), &mut checks);
        }
        self.money.check(&mut checks);
        self.wishes.check(&mut checks);
        if let Some(rce) = &self.market.rce {
            checks.hours("", &super::measured::RCE_PLN_MWH, rce);
        }
        checks.0
    }
}

impl FirmMeter {
    fn check(&self, prefix: &str, checks: &mut Checks) {
        match &self.measured {
            Some(measured) => {
                checks.hours(prefix, &FIRM_HOUR_KWH, &measured.kwh);
                if let Some(peaks) = &measured.peak_kw {
                    checks.hours(prefix, &FIRM_HOUR_KW, peaks);
                }
            }
            None => {
                checks.number(prefix, &FIRM_KWH, self.usage.kwh_per_year);
                checks.told(prefix, &FIRM_PEAK_KW, self.usage.peak_kw);
            }
        }
        self.contract.check(prefix, checks);
        checks.count(format!("{prefix}surfaces"), self.surfaces.len(), SURFACES);
        for (index, surface) in self.surfaces.iter().enumerate() {
            surface.check(&format!("{prefix}surfaces.{index}."), checks);
        }
        self.plant.check(prefix, checks);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_firm_is_within_its_limits() {
        assert_eq!(FirmScenario::default().out_of_range(), vec![]);
    }

    #[test]
    fn rubbish_is_named_with_its_place() {
        let mut scenario = FirmScenario::default();
        scenario.meters[0].usage.kwh_per_year = f64::NAN;
        scenario.meters[0].surfaces[0].area_m2 = 0.0;
        scenario.meters[0].contract.contracted_kw = -1.0;
        scenario.meters[0].plant.battery_kwh = f64::INFINITY;
        scenario.money.inflation_percent = Some(900.0);
        scenario.wishes.cap_kw = Some(-3.0);
        let fields: Vec<String> = scenario.out_of_range().into_iter().map(|error| error.field).collect();
        let expected = [
            "meters.0.kwh_per_year",
            "meters.0.contract.contracted_kw",
            "meters.0.surfaces.0.area_m2",
            "meters.0.plant.battery_kwh",
            "money.inflation_percent",
            "wishes.cap_kw",
        ];
        assert_eq!(fields, expected);
    }

    #[test]
    fn a_firm_survives_its_file() {
        let scenario = FirmScenario::default();
        let text = serde_json::to_string(&scenario).unwrap();
        assert_eq!(serde_json::from_str::<FirmScenario>(&text).unwrap(), scenario);
        assert_eq!(serde_json::from_str::<FirmScenario>("{}").unwrap(), scenario);
    }
}
