//! Heating: the stock of houses, what heats them, the fuels and what goes up the chimney.

use super::table::{Fields, Table};
use crate::error::Wrong;
use serde::{Deserialize, Serialize};

/// Years in which a house was built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgeClass {
    /// Before 1966.
    #[serde(rename = "before_1966")]
    Before1966,
    /// 1967 to 1985.
    #[default]
    #[serde(rename = "to_1985")]
    To1985,
    /// 1986 to 1992.
    #[serde(rename = "to_1992")]
    To1992,
    /// 1993 to 1997.
    #[serde(rename = "to_1997")]
    To1997,
    /// 1998 to 2008.
    #[serde(rename = "to_2008")]
    To2008,
    /// 2009 to 2013.
    #[serde(rename = "to_2013")]
    To2013,
    /// 2014 to 2020, by the conditions WT 2014 and 2017.
    #[serde(rename = "to_2020")]
    To2020,
    /// From 2021, by the conditions WT 2021.
    #[serde(rename = "from_2021")]
    From2021,
}

impl AgeClass {
    /// All classes, the oldest first.
    pub const ALL: [Self; 8] = [
        Self::Before1966,
        Self::To1985,
        Self::To1992,
        Self::To1997,
        Self::To2008,
        Self::To2013,
        Self::To2020,
        Self::From2021,
    ];
}

/// A row of `buildings.csv`: yearly heat of rooms by age, as built.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Building {
    /// Age.
    pub age: AgeClass,
    /// Heat on a square metre of heated floor.
    pub kwh_per_m2: f64,
    /// Low end of the range.
    pub low: f64,
    /// High end of the range.
    pub high: f64,
}

impl Table for Building {
    const NAME: &'static str = "buildings.csv";
    const COLUMNS: &'static [&'static str] = &["age", "kwh_per_m2", "low", "high"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        if 0.0 < row.low && row.low <= row.kwh_per_m2 && row.kwh_per_m2 <= row.high {
            Ok(row)
        } else {
            Err(Wrong::limits("kwh_per_m2", row.low, row.high))
        }
    }

    fn key(&self) -> String {
        format!("{:?}", self.age)
    }
}

/// A fuel, or heat from a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FuelId {
    /// Hard coal, by the tonne.
    Coal,
    /// Pellets A1, by the tonne.
    Pellets,
    /// Natural gas, by the kWh of gross calorific value, as it is billed.
    Gas,
    /// Light heating oil, by the litre.
    Oil,
    /// Propane, by the litre.
    Lpg,
    /// Heat from a network, by the GJ.
    District,
}

/// Unit in which a fuel is bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FuelUnit {
    /// Tonne.
    T,
    /// kWh of gross calorific value.
    Kwh,
    /// Litre.
    L,
    /// GJ.
    Gj,
}

/// A row of `fuels.csv`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Fuel {
    /// Fuel.
    pub fuel: FuelId,
    /// Unit in which it is bought.
    pub unit: FuelUnit,
    /// Energy of a unit by net calorific value, kWh.
    pub kwh_per_unit: f64,
    /// Price of a unit with VAT, zł; none where it was not found.
    pub gross_pln: Option<f64>,
    /// Low end of the range of prices.
    pub low: Option<f64>,
    /// High end of it.
    pub high: Option<f64>,
    /// Charges that do not depend on the use, zł with VAT a year.
    pub fixed_gross_pln: f64,
    /// Fossil carbon dioxide, kg/GJ of net calorific value.
    pub co2_kg_per_gj: f64,
}

impl Table for Fuel {
    const NAME: &'static str = "fuels.csv";
    const COLUMNS: &'static [&'static str] =
        &["fuel", "unit", "kwh_per_unit", "gross_pln", "low", "high", "fixed_gross_pln", "co2_kg_per_gj"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        let ordered = row.low <= row.gross_pln && row.gross_pln <= row.high;
        if ordered && row.kwh_per_unit > 0.0 && row.fixed_gross_pln >= 0.0 && row.co2_kg_per_gj >= 0.0 {
            Ok(row)
        } else {
            Err(Wrong::rule("", "fuel"))
        }
    }

    fn key(&self) -> String {
        format!("{:?}", self.fuel)
    }
}

/// What heats a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeatSourceId {
    /// Old coal boiler, fed by hand.
    CoalOld,
    /// Automatic coal boiler of class 5 or ecodesign.
    #[serde(rename = "coal_class_5")]
    CoalClass5,
    /// Pellet boiler.
    Pellets,
    /// Condensing gas boiler.
    Gas,
    /// Oil boiler.
    Oil,
    /// Condensing boiler for propane.
    Lpg,
    /// Heat from a network.
    District,
    /// Electric heaters.
    Electric,
    /// Air-to-water heat pump.
    AirPump,
    /// Ground-source heat pump.
    GroundPump,
}

impl HeatSourceId {
    /// All sources, in the order in which they are compared.
    pub const ALL: [Self; 10] = [
        Self::CoalOld,
        Self::CoalClass5,
        Self::Pellets,
        Self::Gas,
        Self::Oil,
        Self::Lpg,
        Self::District,
        Self::Electric,
        Self::AirPump,
        Self::GroundPump,
    ];
}

/// A row of `heat_sources.csv`: a device that burns a fuel or passes heat on.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct HeatSource {
    /// Device.
    pub heat_source: HeatSourceId,
    /// What it uses.
    pub fuel: FuelId,
    /// Useful heat over energy by net calorific value, over a season.
    pub efficiency: f64,
    /// Fine dust PM10, g/GJ of fuel.
    pub pm10_g_per_gj: f64,
    /// Fine dust PM2.5, g/GJ of fuel.
    #[serde(rename = "pm25_g_per_gj")]
    pub pm2_5_g_per_gj: f64,
    /// Benzo(a)pyrene, mg/GJ of fuel.
    pub bap_mg_per_gj: f64,
}

impl Table for HeatSource {
    const NAME: &'static str = "heat_sources.csv";
    const COLUMNS: &'static [&'static str] =
        &["heat_source", "fuel", "efficiency", "pm10_g_per_gj", "pm25_g_per_gj", "bap_mg_per_gj"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        let smoke = [row.pm10_g_per_gj, row.pm2_5_g_per_gj, row.bap_mg_per_gj];
        if (0.2..=1.1).contains(&row.efficiency) && smoke.iter().all(|value| *value >= 0.0) {
            Ok(row)
        } else {
            Err(Wrong::rule("", "heat_source"))
        }
    }

    fn key(&self) -> String {
        format!("{:?}", self.heat_source)
    }
}
