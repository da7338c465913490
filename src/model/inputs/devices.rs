//! The electric car and the devices whose hours can be chosen.

use super::Field;
use serde::{Deserialize, Serialize};

/// Distance the car drives in a year on energy charged at home.
pub const KM_PER_YEAR: Field = Field::new("car.km_per_year", "km", 0.0, (500.0, 60_000.0), 500.0);
/// Energy the car uses on 100 km, without the loss of charging.
pub const KWH_PER_100_KM: Field = Field::new("car.kwh_per_100_km", "kWh", 0.0, (8.0, 40.0), 0.5);
/// Power of the charging point.
pub const CHARGER_KW: Field = Field::new("car.charger_kw", "kW", 0.0, (1.4, 22.0), 0.1);
/// Working days of a week on which the car stands at home by day.
pub const DAYS_AT_HOME: Field = Field::new("car.days_at_home", "", 1.0, (0.0, 5.0), 1.0);
/// Floor area that the air conditioning cools; 0 for none.
pub const COOLED_M2: Field = Field::new("devices.cooled_m2", "m²", 0.0, (0.0, 500.0), 5.0);

/// When a load that can wait takes its energy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timing {
    /// As soon as it is wanted: the car on its return, the boiler when water was used.
    #[default]
    AtOnce,
    /// In the cheapest hours of the tariff.
    CheapHours,
    /// From own surplus; what is missing, in the cheapest hours of the night.
    Surplus,
}

/// An electric car charged at home; what is not said is taken from `equipment.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Car {
    /// Distance in a year, km.
    pub km_per_year: Option<f64>,
    /// Energy on 100 km, kWh.
    pub kwh_per_100_km: Option<f64>,
    /// Power of the charging point, kW.
    pub charger_kw: Option<f64>,
    /// Working days of a week on which it stands at home by day, 0 to 5; on free days it always does.
    pub days_at_home: u8,
    /// When it charges.
    pub charging: Timing,
}

impl Default for Car {
    fn default() -> Self {
        Self { km_per_year: None, kwh_per_100_km: None, charger_kw: None, days_at_home: 1, charging: Timing::AtOnce }
    }
}

/// Devices whose hours can be chosen, and air conditioning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Devices {
    /// An electric boiler for hot water: when it heats; none where there is no such boiler. Its use is part of the
    /// stated consumption.
    pub boiler: Option<Timing>,
    /// When washing machine and dishwasher run; at once stands for the usual hours. Part of the stated consumption.
    pub machines: Timing,
    /// Floor area that the air conditioning cools, m²; 0 for none.
    pub cooled_m2: f64,
    /// The stated consumption holds the car and the air conditioning already; otherwise they come on top of it.
    pub included: bool,
}
