//! Defaults that people may change: equipment, costs, assumptions.

use super::table::{Fields, Table};
use crate::error::{Fault, Wrong};
use serde::{Deserialize, Serialize};

/// Unit of a default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ValueUnit {
    /// Dimensionless quotient.
    Ratio,
    /// Part of one.
    Share,
    /// Percent.
    Percent,
    /// Percent a year.
    PercentPerYear,
    /// Years.
    Years,
    /// Square metres.
    M2,
    /// kWp per m² of modules.
    KwpPerM2,
    /// kW per kWh of usable capacity.
    KwPerKwh,
    /// W per m² and K.
    #[serde(rename = "w_per_m2_k")]
    WPerM2K,
    /// W·s per m³ and K, of cooling by wind.
    #[serde(rename = "w_s_per_m3_k")]
    WSPerM3K,
    /// km a year.
    KmPerYear,
    /// kWh on 100 km.
    #[serde(rename = "kwh_per_100_km")]
    KwhPer100Km,
    /// kW.
    Kw,
    /// kWh for a person in a year.
    KwhPerPerson,
    /// kWh for one run of a machine.
    KwhPerRun,
    /// Runs for a person in a week.
    RunsPerPerson,
    /// Wh per K and m² of floor.
    #[serde(rename = "wh_per_m2_k")]
    WhPerM2K,
    /// °C.
    Celsius,
    /// kg CO2 per `MWh`.
    KgPerMwh,
    /// zł before VAT per `MWh`.
    PlnPerMwh,
    /// zł before VAT per kWh.
    NetPlnPerKwh,
    /// zł with VAT.
    GrossPln,
    /// zł with VAT a month.
    GrossPlnPerMonth,
    /// zł with VAT per kWp.
    GrossPlnPerKwp,
    /// zł with VAT per kWh, of usable capacity or given by a battery.
    GrossPlnPerKwh,
    /// zł with VAT per kW of inverter.
    GrossPlnPerKw,
    /// zł with VAT a year.
    GrossPlnPerYear,
    /// kWh of heat a year on a square metre of floor.
    KwhPerM2,
    /// K·d of a year.
    KelvinDays,
    /// W on a square metre of floor.
    #[serde(rename = "w_per_m2")]
    WPerM2,
    /// kWh a day.
    KwhPerDay,
    /// W.
    W,
    /// Difference of temperatures, K.
    Kelvin,
    /// Litres.
    Litres,
}

/// What a row of `equipment.csv` describes: a type of device, not a brand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EquipmentKind {
    /// Solar plant.
    Pv,
    /// A loss of the solar plant, percent of what reaches it.
    PvLoss,
    /// Battery.
    Battery,
    /// Electric car and its charging point.
    Car,
    /// Electric boiler for hot water.
    Boiler,
    /// Washing machine.
    Washing,
    /// Dishwasher.
    Dishwasher,
    /// Air conditioning.
    Cooling,
    /// A house as it is heated.
    Building,
    /// Hot water.
    HotWater,
    /// Heat pump.
    HeatPump,
}

/// A row of `equipment.csv`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Equipment {
    /// Device.
    pub kind: EquipmentKind,
    /// Parameter: `dc_ac_ratio`; of a loss, its name: `soiling`.
    pub parameter: String,
    /// The figure, in `unit`.
    pub value: f64,
    /// Unit.
    pub unit: ValueUnit,
}

/// Parameters of `equipment.csv` that the models ask for; losses are free to be added.
const PARAMETERS: [(EquipmentKind, &[&str]); 10] = [
    (
        EquipmentKind::Pv,
        &[
            "dc_ac_ratio",
            "albedo",
            "angular_loss",
            "spectral_factor",
            "faiman_u0",
            "faiman_u1",
            "inverter_efficiency",
            "module_power",
            "module_kwp_per_m2",
            "usable_roof_share",
        ],
    ),
    (EquipmentKind::Battery, &["round_trip_efficiency", "c_rate"]),
    (EquipmentKind::Car, &["km_per_year", "kwh_per_100_km", "charger_power", "charging_loss"]),
    (EquipmentKind::Boiler, &["kwh_per_person", "power"]),
    (EquipmentKind::Washing, &["kwh_per_run", "runs_per_person", "power"]),
    (EquipmentKind::Dishwasher, &["kwh_per_run", "runs_per_person"]),
    (EquipmentKind::Cooling, &["specific_use", "balance_temperature"]),
    (
        EquipmentKind::Building,
        &[
            "deep_retrofit",
            "partly_insulated",
            "reference_degree_days",
            "internal_gains",
            "solar_aperture",
            "heat_capacity",
            "electric_heaters",
        ],
    ),
    (EquipmentKind::HotWater, &["temperature", "mains", "tank", "tank_temperature", "tank_loss", "hygiene"]),
    (
        EquipmentKind::HeatPump,
        &["real_cop_air", "real_cop_ground", "defrost_loss", "standby", "bivalence", "ground_above_mean"],
    ),
];

impl Table for Equipment {
    const NAME: &'static str = "equipment.csv";
    const COLUMNS: &'static [&'static str] = &["kind", "parameter", "value", "unit"];
    const KEY: usize = 2;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        let known = PARAMETERS.iter().find(|(kind, _)| *kind == row.kind).map(|(_, names)| *names);
        match known {
            Some(names) if !names.contains(&row.parameter.as_str()) => {
                let known = names.iter().map(|name| (*name).to_owned()).collect();
                Err(Wrong::new("parameter", Fault::Unknown { name: row.parameter, known }))
            }
            _ => Ok(row),
        }
    }

    fn key(&self) -> String {
        format!("{:?} {}", self.kind, self.parameter)
    }
}

/// A default with the range in which it plausibly lies.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Figure<Id, Unit = ValueUnit> {
    /// What it is.
    pub id: Id,
    /// The figure, in `unit`.
    pub value: f64,
    /// Unit.
    pub unit: Unit,
    /// Low end of the range.
    pub low: f64,
    /// High end of the range.
    pub high: f64,
}

impl<Id, Unit> Figure<Id, Unit> {
    pub(super) fn ordered(self) -> Result<Self, Box<Wrong>> {
        if self.low <= self.value && self.value <= self.high {
            Ok(self)
        } else {
            Err(Wrong::limits("value", self.low, self.high))
        }
    }
}

/// A cost, with VAT as a household pays it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostId {
    /// Solar plant below 4 kWp, per kWp installed.
    #[serde(rename = "pv_per_kwp_below_4")]
    PvPerKwpBelow4,
    /// Solar plant of 4 kWp and more, per kWp installed.
    #[serde(rename = "pv_per_kwp_from_4")]
    PvPerKwpFrom4,
    /// Battery whatever its size.
    BatteryFixed,
    /// Battery, per kWh of usable capacity.
    BatteryPerKwh,
    /// Upkeep and insurance of the plant, a year.
    UpkeepPerYear,
    /// New inverter, per kW of its rated power.
    InverterPerKw,
}

/// A row of `costs.csv`.
pub type Cost = Figure<CostId>;

impl Table for Cost {
    const NAME: &'static str = "costs.csv";
    const COLUMNS: &'static [&'static str] = &["id", "value", "unit", "low", "high"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        fields.row::<Self>()?.ordered()
    }

    fn key(&self) -> String {
        format!("{:?}", self.id)
    }
}

/// An assumption of the calculation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssumptionId {
    /// Years looked at.
    Horizon,
    /// Yearly discount rate above inflation.
    DiscountRate,
    /// Yearly growth of the price of bought energy above inflation.
    EnergyPriceGrowth,
    /// Yearly growth of the value of exported energy above inflation.
    ExportValueGrowth,
    /// Loss of output over the first year.
    DegradationFirstYear,
    /// Loss of output a year from the second.
    DegradationPerYear,
    /// Life of an inverter.
    InverterLife,
    /// Life of a battery.
    BatteryLife,
    /// Change of the market price in the hours of sun on a day twice as clear as its month.
    ClearnessPriceSlope,
    /// CO2 per kWh taken from the grid.
    GridCo2,
    /// Wear of a battery for each kWh that it gives.
    BatteryWear,
    /// Floor area of a house up to which an installation bears the reduced VAT.
    VatAreaHouse,
    /// Floor area of a flat up to which it does.
    VatAreaFlat,
    /// What a seller adds to the market price in a contract with a dynamic price.
    DynamicMargin,
    /// The seller's fee of a month in such a contract.
    DynamicFee,
    /// Part of the use of common parts of a building that never stops.
    CommonAlwaysOn,
    /// Part of the rest of that use that is light.
    CommonLight,
    /// Part of the direct use of whole hours that is not used within the hour.
    WithinHourLoss,
}

/// A row of `assumptions.csv`.
pub type Assumption = Figure<AssumptionId>;

impl Table for Assumption {
    const NAME: &'static str = "assumptions.csv";
    const COLUMNS: &'static [&'static str] = &["id", "value", "unit", "low", "high"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        fields.row::<Self>()?.ordered()
    }

    fn key(&self) -> String {
        format!("{:?}", self.id)
    }
}
