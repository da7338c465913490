//! What a firm builds behind a meter, and how it is run.

use super::Checks;
use crate::model::inputs::Field;
use serde::{Deserialize, Serialize};

/// Rated power of the modules.
pub const FIRM_PV_KWP: Field = Field::new("plant.pv_kwp", "kWp", 40.0, (0.0, 20_000.0), 1.0);
/// Usable capacity of the battery.
pub const FIRM_BATTERY_KWH: Field = Field::new("plant.battery_kwh", "kWh", 0.0, (0.0, 40_000.0), 5.0);
/// Power of the battery.
pub const FIRM_BATTERY_KW: Field = Field::new("plant.battery_kw", "kW", 20.0, (0.5, 20_000.0), 1.0);
/// Contracted power once the plant runs.
pub const CONTRACTED_AFTER_KW: Field = Field::new("plant.contracted_kw", "kW", 40.0, (1.0, 20_000.0), 1.0);
/// Power that may be fed in.
pub const EXPORT_LIMIT_KW: Field = Field::new("plant.export_limit_kw", "kW", 50.0, (0.0, 20_000.0), 1.0);
/// What the buyer of a producer's energy keeps of the market price.
pub const SALE_MARGIN: Field = Field::new("plant.sale_margin", "zł/kWh", 0.03, (0.0, 1.0), 0.01);

/// What the battery is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BatteryUse {
    /// Keeps own energy for later.
    #[default]
    OwnEnergy,
    /// Keeps the greatest intake of each month low first, from own energy.
    Peaks,
    /// The same, charged from the grid too.
    PeaksFromGrid,
}

/// How energy fed in is settled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirmExportWay {
    /// As a prosumer up to the limit of the act, sold above it.
    #[default]
    BySize,
    /// Sold hour by hour at the market price less a margin, whatever the size.
    Sale,
    /// Not fed in at all.
    Nothing,
}

/// Modules, battery, and how they are run.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FirmPlant {
    /// Rated power of the modules, kWp; the sunniest surfaces are filled first.
    pub pv_kwp: f64,
    /// Usable capacity of the battery, kWh; 0 for none.
    pub battery_kwh: f64,
    /// Power of the battery, kW; none for what its capacity usually has.
    pub battery_kw: Option<f64>,
    /// What the battery is for.
    pub battery_use: BatteryUse,
    /// Contracted power once the plant runs, kW; none for that of the contract.
    pub contracted_kw: Option<f64>,
    /// How energy fed in is settled.
    pub export: FirmExportWay,
    /// Greatest power fed in, kW; none for that of the connection.
    pub export_limit_kw: Option<f64>,
    /// What the buyer keeps of the market price, zł/kWh; none for that of the tables.
    pub sale_margin: Option<f64>,
    /// Nothing is fed in while the market price less the margin is negative.
    pub holds_back_at_negative_prices: bool,
}

impl Default for FirmPlant {
    fn default() -> Self {
        Self {
            pv_kwp: FIRM_PV_KWP.default,
            battery_kwh: FIRM_BATTERY_KWH.default,
            battery_kw: None,
            battery_use: BatteryUse::default(),
            contracted_kw: None,
            export: FirmExportWay::default(),
            export_limit_kw: None,
            sale_margin: None,
            holds_back_at_negative_prices: true,
        }
    }
}

impl FirmPlant {
    pub(super) fn check(&self, prefix: &str, checks: &mut Checks) {
        checks.number(prefix, &FIRM_PV_KWP, self.pv_kwp);
        checks.number(prefix, &FIRM_BATTERY_KWH, self.battery_kwh);
        checks.told(prefix, &FIRM_BATTERY_KW, self.battery_kw);
        checks.told(prefix, &CONTRACTED_AFTER_KW, self.contracted_kw);
        checks.told(prefix, &EXPORT_LIMIT_KW, self.export_limit_kw);
        checks.told(prefix, &SALE_MARGIN, self.sale_margin);
    }
}
