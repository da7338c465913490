//! Everything a person can say about a home, each number declared once with its unit, default and limits.
//!
//! The page, the scenario file, the checks and the documents all read these declarations.

pub mod building;
mod devices;
pub mod energy_contract;
pub mod firm;
pub mod heating;
mod household;
pub mod measured;
pub mod phase_split;
pub mod ranges;

use crate::{
    error::{InputError, Problem},
    rules::price_path::PricePathId,
};
use building::{ALWAYS_ON_PERCENT, Building, FLATS, LIGHT_PERCENT};
use energy_contract::{DYNAMIC_FEE, DYNAMIC_MARGIN, EnergyContract};
use heating::Heating;
use measured::{Market, Measured, RCE_PLN_MWH, wrong_hours};
use phase_split::{FIRST_PERCENT, INVERTER_PHASES, PhaseSplit, SECOND_PERCENT, THIRD_PERCENT};
use ranges::Range;
use serde::{Deserialize, Serialize};

pub use devices::{CHARGER_KW, COOLED_M2, Car, DAYS_AT_HOME, Devices, KM_PER_YEAR, KWH_PER_100_KM, Timing};
pub use household::{Dwelling, Household, Mostly, PERSONS};

/// The declaration of one number a person can give.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// Name in the scenario file and in errors.
    pub id: &'static str,
    /// Symbol of the unit; empty for a count.
    pub unit: &'static str,
    /// Value where nothing is said.
    pub default: f64,
    /// Smallest number accepted.
    pub min: f64,
    /// Largest number accepted.
    pub max: f64,
    /// Step of a slider or of the arrow keys.
    pub step: f64,
}

impl Field {
    const fn new(id: &'static str, unit: &'static str, default: f64, (min, max): (f64, f64), step: f64) -> Self {
        Self { id, unit, default, min, max, step }
    }

    /// The number itself where it lies within the limits.
    ///
    /// # Errors
    /// [`Problem::OutOfRange`] with the limits; a number that is not finite is out of range.
    pub fn check(&self, value: f64) -> Result<f64, Problem> {
        if value.is_finite() && (self.min..=self.max).contains(&value) {
            Ok(value)
        } else {
            Err(Problem::OutOfRange { value, min: self.min, max: self.max })
        }
    }
}

/// Yearly consumption.
pub const KWH_PER_YEAR: Field = Field::new("consumption.kwh_per_year", "kWh", 3500.0, (200.0, 50_000.0), 100.0);
/// Average monthly bill, with VAT.
pub const GROSS_PLN_PER_MONTH: Field =
    Field::new("consumption.gross_pln_per_month", "zł", 350.0, (30.0, 10_000.0), 10.0);
/// Phases of the connection: 1 or 3.
pub const PHASES: Field = Field::new("tariff.phases", "", 3.0, (1.0, 3.0), 2.0);
/// Months between two bills.
pub const BILLING_MONTHS: Field = Field::new("tariff.billing_months", "", 1.0, (1.0, 12.0), 1.0);
/// Area of a roof plane.
pub const AREA_M2: Field = Field::new("area_m2", "m²", 40.0, (2.0, 500.0), 1.0);
/// Slope of a roof plane, 0 for flat.
pub const TILT_DEG: Field = Field::new("tilt_deg", "°", 35.0, (0.0, 90.0), 5.0);
/// Direction a roof plane faces, from north clockwise; 180 for south.
pub const AZIMUTH_DEG: Field = Field::new("azimuth_deg", "°", 180.0, (0.0, 360.0), 5.0);
/// Rated power of the modules; micro-installations end at 50 kW (RES act, art. 2 pkt 19).
pub const PV_KWP: Field = Field::new("pv_kwp", "kWp", 5.0, (0.0, 50.0), 0.5);
/// Usable capacity of the battery.
pub const BATTERY_KWH: Field = Field::new("battery_kwh", "kWh", 5.0, (0.0, 60.0), 0.5);
/// Price of the whole PV installation, with VAT.
pub const PV_GROSS_PLN: Field = Field::new("money.pv_gross_pln", "zł", 0.0, (0.0, 1_000_000.0), 500.0);
/// Price of the battery, with VAT.
pub const BATTERY_GROSS_PLN: Field = Field::new("money.battery_gross_pln", "zł", 0.0, (0.0, 500_000.0), 500.0);
/// Grant towards the installation.
pub const GRANT_GROSS_PLN: Field = Field::new("money.grant_gross_pln", "zł", 0.0, (0.0, 500_000.0), 500.0);
/// Floor area of the home; decides the VAT on the installation.
pub const FLOOR_AREA_M2: Field = Field::new("money.floor_area_m2", "m²", 0.0, (10.0, 2000.0), 10.0);
/// Owners who deduct the purchase from their income.
pub const TAXPAYERS: Field = Field::new("money.taxpayers", "", 1.0, (1.0, 2.0), 1.0);
/// Real discount rate a year.
pub const DISCOUNT_PERCENT: Field = Field::new("money.discount_percent", "%", 0.0, (0.0, 20.0), 0.5);
/// Real growth of the price of bought energy a year.
pub const ENERGY_GROWTH_PERCENT: Field = Field::new("money.energy_growth_percent", "%", 0.0, (-10.0, 15.0), 0.5);
/// Real growth of the value of exported energy a year.
pub const EXPORT_GROWTH_PERCENT: Field = Field::new("money.export_growth_percent", "%", 0.0, (-20.0, 15.0), 0.5);

/// Fewest and most roof planes.
pub const PLANES: (usize, usize) = (1, 6);

/// How much electricity the home uses.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Consumption {
    /// Yearly consumption, kWh.
    KwhPerYear(f64),
    /// Average monthly bill with VAT, zł.
    GrossPlnPerMonth(f64),
}

/// The contract of the home.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contract {
    /// Tariff group, one of those offered in the town.
    pub group: String,
    /// Phases of the connection, 1 or 3.
    pub phases: u8,
    /// Months between two bills: 1, 2, 6 or 12, where the operator offers them.
    pub billing_months: u8,
    /// How the energy is bought.
    pub energy: EnergyContract,
}

impl Default for Contract {
    fn default() -> Self {
        Self { group: "G11".to_owned(), phases: 3, billing_months: 1, energy: EnergyContract::Regulated }
    }
}

/// How energy fed into the grid is settled.
///
/// By the day of the first feed-in (RES act, art. 4, 4b, 4d): net-metering for plants notified by 31 March 2022, for 15
/// years; net-billing by `RCEm` for plants that first fed in by 30 June 2024; net-billing by RCE for all later ones. An
/// owner may move from net-metering to net-billing and from `RCEm` to RCE, and never back. Shares of plants elsewhere or on
/// a building of flats, and plants of the common parts, have variants of net-billing by RCE.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SettlementScheme {
    /// Net-billing at the hourly market price RCE: every new plant.
    #[default]
    NetBillingRce,
    /// Net-billing at the monthly market price `RCEm`: plants that first fed in by 30 June 2024.
    NetBillingRcem,
    /// Net-metering 1 : 0.8, above 10 kW 1 : 0.7 (opusty): plants notified by 31 March 2022.
    NetMetering,
    /// A share of a plant elsewhere, settled by RCE: nothing flows behind the meter (prosument wirtualny, art. 2 pkt 27b).
    Virtual,
    /// A share of a plant on the same building of flats, netted by the hour and settled by RCE (prosument zbiorowy,
    /// art. 2 pkt 27c).
    Collective,
    /// A plant behind the meter of the common parts of a building of flats, its deposit paid out (prosument
    /// lokatorski, art. 4c ust. 11 to 16).
    Tenant,
}

impl SettlementScheme {
    /// True for the schemes of new plants; under the others a plant stands already.
    #[must_use]
    pub fn takes_new_plants(self) -> bool {
        !matches!(self, Self::NetBillingRcem | Self::NetMetering)
    }

    /// True where the plant lowers what the meter measures; false for a share of a plant elsewhere.
    #[must_use]
    pub fn is_behind_the_meter(self) -> bool {
        self != Self::Virtual
    }

    /// True where export is sold and its value fills the prosumer deposit.
    #[must_use]
    pub fn has_deposit(self) -> bool {
        self != Self::NetMetering
    }
}

/// One plane of the roof.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RoofPlane {
    /// Area, m².
    pub area_m2: f64,
    /// Slope, degrees from horizontal.
    pub tilt_deg: f64,
    /// Direction it faces, degrees from north clockwise.
    pub azimuth_deg: f64,
}

impl Default for RoofPlane {
    fn default() -> Self {
        Self { area_m2: AREA_M2.default, tilt_deg: TILT_DEG.default, azimuth_deg: AZIMUTH_DEG.default }
    }
}

/// Money: what is not said is taken from the tables of costs and assumptions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Money {
    /// Price of the whole PV installation with VAT, zł.
    pub pv_gross_pln: Option<f64>,
    /// Price of the battery with VAT, zł.
    pub battery_gross_pln: Option<f64>,
    /// Grant, zł; 0 for what the programme gives.
    pub grant_gross_pln: f64,
    /// Programme of `supports.csv` that gives a grant; empty for none.
    pub programme: String,
    /// Rate of income tax, of `supports.csv`, at which the purchase is deducted from income; empty for no deduction.
    pub tax_rate: String,
    /// Owners who deduct, 1 or 2.
    pub taxpayers: u8,
    /// Floor area of the home, m²; none for one within the limit of the reduced VAT.
    pub floor_area_m2: Option<f64>,
    /// Real discount rate, % a year.
    pub discount_percent: Option<f64>,
    /// The course of prices; none for the expected one of the assumptions. The person's own growth rates go first.
    pub price_path: Option<PricePathId>,
    /// Real growth of the price of bought energy, % a year.
    pub energy_growth_percent: Option<f64>,
    /// Real growth of the value of exported energy, % a year.
    pub export_growth_percent: Option<f64>,
}

impl Default for Money {
    fn default() -> Self {
        Self {
            pv_gross_pln: None,
            battery_gross_pln: None,
            grant_gross_pln: GRANT_GROSS_PLN.default,
            programme: String::new(),
            tax_rate: String::new(),
            taxpayers: 1,
            floor_area_m2: None,
            discount_percent: None,
            price_path: None,
            energy_growth_percent: None,
            export_growth_percent: None,
        }
    }
}

/// Everything a resident says: the input of [`crate::model::simulate`] and the content of a scenario file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Scenario {
    /// Key of the town in `towns.csv`.
    pub town: String,
    /// How much electricity the home uses.
    pub consumption: Consumption,
    /// The meter's own hours; they go before the stated consumption.
    pub measured: Option<Measured>,
    /// Who lives there.
    pub household: Household,
    /// An electric car; none where there is none.
    pub car: Option<Car>,
    /// Devices whose hours can be chosen.
    pub devices: Devices,
    /// The contract of the home.
    pub tariff: Contract,
    /// How export is settled; a new plant of one's own has the first one.
    pub scheme: SettlementScheme,
    /// The building of flats of a tenant plant.
    pub building: Building,
    /// How use and inverter lie on the phases.
    pub phase_split: PhaseSplit,
    /// The roof, 1 to 6 planes.
    pub planes: Vec<RoofPlane>,
    /// Rated power of the modules, kWp; the sunniest planes are filled first.
    pub pv_kwp: f64,
    /// Usable capacity of the battery, kWh; 0 for none.
    pub battery_kwh: f64,
    /// What heats the home.
    pub heating: Heating,
    /// Prices, grant and outlook.
    pub money: Money,
    /// Market prices, where they are known better than from the tables.
    pub market: Market,
    /// Numbers of which only a range is known; a single year takes the number itself.
    pub ranges: Vec<Range>,
    /// Which of the possible years of weather and habits is drawn.
    pub seed: u64,
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            town: "sokolow-podlaski".to_owned(),
            consumption: Consumption::KwhPerYear(KWH_PER_YEAR.default),
            measured: None,
            household: Household::default(),
            car: None,
            devices: Devices::default(),
            tariff: Contract::default(),
            scheme: SettlementScheme::default(),
            building: Building::default(),
            phase_split: PhaseSplit::default(),
            planes: vec![RoofPlane::default()],
            pv_kwp: PV_KWP.default,
            battery_kwh: BATTERY_KWH.default,
            heating: Heating::default(),
            money: Money::default(),
            market: Market::default(),
            ranges: Vec::new(),
            seed: 1,
        }
    }
}

impl Scenario {
    /// Every number that lies outside its limits. Names of towns and tariffs, and whether the modules fit on the roof,
    /// are checked where the tables are known.
    #[must_use]
    pub fn out_of_range(&self) -> Vec<InputError> {
        let mut errors = Vec::new();
        let mut check = |prefix: &str, field: &Field, value: f64| {
            if let Err(problem) = field.check(value) {
                errors.push(InputError { field: format!("{prefix}{}", field.id), problem });
            }
        };
        match self.consumption {
            Consumption::KwhPerYear(kwh) => check("", &KWH_PER_YEAR, kwh),
            Consumption::GrossPlnPerMonth(pln) => check("", &GROSS_PLN_PER_MONTH, pln),
        }
        check("", &PERSONS, f64::from(self.household.persons));
        if let Some(car) = self.car {
            check("", &DAYS_AT_HOME, f64::from(car.days_at_home));
            let told =
                [(&KM_PER_YEAR, car.km_per_year), (&KWH_PER_100_KM, car.kwh_per_100_km), (&CHARGER_KW, car.charger_kw)];
            told.into_iter().for_each(|(field, value)| check("", field, value.unwrap_or(field.min)));
        }
        check("", &COOLED_M2, self.devices.cooled_m2);
        check("", &PHASES, f64::from(self.tariff.phases));
        check("", &BILLING_MONTHS, f64::from(self.tariff.billing_months));
        for (index, plane) in self.planes.iter().enumerate() {
            let prefix = format!("planes.{index}.");
            check(&prefix, &AREA_M2, plane.area_m2);
            check(&prefix, &TILT_DEG, plane.tilt_deg);
            check(&prefix, &AZIMUTH_DEG, plane.azimuth_deg);
        }
        check("", &PV_KWP, self.pv_kwp);
        check("", &BATTERY_KWH, self.battery_kwh);
        self.heating.numbers().into_iter().for_each(|(field, value)| check("", field, value));
        check("", &GRANT_GROSS_PLN, self.money.grant_gross_pln);
        check("", &TAXPAYERS, f64::from(self.money.taxpayers));
        check("", &FLATS, f64::from(self.building.flats));
        check("", &INVERTER_PHASES, f64::from(self.phase_split.inverter_phases));
        check("", &FIRST_PERCENT, self.phase_split.first_percent);
        check("", &SECOND_PERCENT, self.phase_split.second_percent);
        check("", &THIRD_PERCENT, self.phase_split.third_percent);
        let dynamic = self.tariff.energy.dynamic().unwrap_or_default();
        let optional = [
            (&DYNAMIC_MARGIN, dynamic.margin_net_pln_per_kwh),
            (&DYNAMIC_FEE, dynamic.fee_gross_pln_per_month),
            (&ALWAYS_ON_PERCENT, self.building.always_on_percent),
            (&LIGHT_PERCENT, self.building.light_percent),
            (&PV_GROSS_PLN, self.money.pv_gross_pln),
            (&BATTERY_GROSS_PLN, self.money.battery_gross_pln),
            (&FLOOR_AREA_M2, self.money.floor_area_m2),
            (&DISCOUNT_PERCENT, self.money.discount_percent),
            (&ENERGY_GROWTH_PERCENT, self.money.energy_growth_percent),
            (&EXPORT_GROWTH_PERCENT, self.money.export_growth_percent),
        ];
        for (field, value) in optional {
            if let Some(value) = value {
                check("", field, value);
            }
        }
        errors.extend(self.measured.as_ref().and_then(Measured::wrong));
        errors.extend(self.market.rce.as_ref().and_then(|rce| wrong_hours(&RCE_PLN_MWH, rce)));
        errors.extend(ranges::wrong(&self.ranges));
        let (min, max) = PLANES;
        let value = self.planes.len();
        if value < min || value > max {
            errors.push(InputError { field: "planes".to_owned(), problem: Problem::Count { value, min, max } });
        }
        errors
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_scenario_is_within_its_limits() {
        assert_eq!(Scenario::default().out_of_range(), vec![]);
    }

    #[test]
    fn rubbish_is_named_with_its_limits() {
        let scenario = Scenario {
            consumption: Consumption::KwhPerYear(1e9),
            planes: vec![RoofPlane { area_m2: 0.0, tilt_deg: 200.0, azimuth_deg: f64::NAN }],
            pv_kwp: -1.0,
            battery_kwh: f64::INFINITY,
            ..Scenario::default()
        };
        let fields: Vec<String> = scenario.out_of_range().into_iter().map(|error| error.field).collect();
        let expected = [
            "consumption.kwh_per_year",
            "planes.0.area_m2",
            "planes.0.tilt_deg",
            "planes.0.azimuth_deg",
            "pv_kwp",
            "battery_kwh",
        ];
        assert_eq!(fields, expected);
    }

    #[test]
    fn a_scenario_survives_its_file() {
        let scenario = Scenario::default();
        let text = serde_json::to_string(&scenario).unwrap();
        assert_eq!(serde_json::from_str::<Scenario>(&text).unwrap(), scenario);
        assert_eq!(serde_json::from_str::<Scenario>("{}").unwrap(), scenario);
    }
}
