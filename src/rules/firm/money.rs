//! Prices of plants for firms, before VAT, and what is taken of contracts and years ahead.

use super::FirmRules;
use crate::error::Wrong;
use crate::rules::{
    MissingValue,
    table::{Fields, Row, Table, in_force},
    value::Figure,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Unit of a figure for firms; money is before VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirmUnit {
    /// zł.
    NetPln,
    /// zł per kWp.
    NetPlnPerKwp,
    /// zł per kWh, of usable capacity or of energy.
    NetPlnPerKwh,
    /// zł per kW of inverter.
    NetPlnPerKw,
    /// Percent.
    Percent,
    /// Percent a year.
    PercentPerYear,
}

/// A price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirmCostId {
    /// Solar plant below 10 kWp, per kWp installed.
    #[serde(rename = "pv_per_kwp_below_10")]
    PvPerKwpBelow10,
    /// Solar plant of 10 to 50 kWp.
    #[serde(rename = "pv_per_kwp_from_10")]
    PvPerKwpFrom10,
    /// Solar plant of 50 to 500 kWp.
    #[serde(rename = "pv_per_kwp_from_50")]
    PvPerKwpFrom50,
    /// Solar plant of more than 500 kWp.
    #[serde(rename = "pv_per_kwp_from_500")]
    PvPerKwpFrom500,
    /// Frames for rows on the ground or on a flat roof, beside the plant.
    RowsPerKwp,
    /// Carport, beside the plant.
    CarportPerKwp,
    /// Battery whatever its size.
    BatteryFixed,
    /// Battery, per kWh of usable capacity.
    BatteryPerKwh,
    /// New inverter, per kW of its rated power.
    InverterPerKw,
    /// Upkeep a year, of the price.
    Upkeep,
    /// Insurance a year, of the price.
    Insurance,
}

/// A figure that is assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirmAssumptionId {
    /// Energy in a contract of groups C.
    EnergyPriceLowVoltage,
    /// Energy in a contract of groups B.
    EnergyPriceMediumVoltage,
    /// What a seller adds to the day-ahead price.
    MarketMargin,
    /// What the buyer of a producer's energy keeps.
    SaleMargin,
    /// Nominal discount rate.
    DiscountRate,
    /// Inflation.
    Inflation,
    /// Rate at which gains are put out.
    ReinvestmentRate,
    /// Worth of the plant at the end, of its price.
    Residual,
    /// Rate of a loan.
    LoanRate,
    /// Rate of a lease.
    LeaseRate,
    /// The yearly saving as computed.
    Savings,
    /// The generation as computed.
    Generation,
}

/// A row of `firm_costs.csv`.
pub type FirmCost = Figure<FirmCostId, FirmUnit>;
/// A row of `firm_assumptions.csv`.
pub type FirmAssumption = Figure<FirmAssumptionId, FirmUnit>;

/// The row, if its unit is the one that its figure has.
fn with_unit<Id>(row: Figure<Id, FirmUnit>, expected: FirmUnit) -> Result<Figure<Id, FirmUnit>, Box<Wrong>> {
    if row.unit == expected { row.ordered() } else { Err(Wrong::rule("unit", "unit")) }
}

impl Table for FirmCost {
    const NAME: &'static str = "firm_costs.csv";
    const COLUMNS: &'static [&'static str] = &["id", "value", "unit", "low", "high"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row = fields.row::<Self>()?;
        let expected = match row.id {
            FirmCostId::BatteryFixed => FirmUnit::NetPln,
            FirmCostId::BatteryPerKwh => FirmUnit::NetPlnPerKwh,
            FirmCostId::InverterPerKw => FirmUnit::NetPlnPerKw,
            FirmCostId::Upkeep | FirmCostId::Insurance => FirmUnit::PercentPerYear,
            _ => FirmUnit::NetPlnPerKwp,
        };
        with_unit(row, expected)
    }

    fn key(&self) -> String {
        format!("{:?}", self.id)
    }
}

impl Table for FirmAssumption {
    const NAME: &'static str = "firm_assumptions.csv";
    const COLUMNS: &'static [&'static str] = &["id", "value", "unit", "low", "high"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        use FirmAssumptionId as Id;
        let row = fields.row::<Self>()?;
        let expected = match row.id {
            Id::EnergyPriceLowVoltage | Id::EnergyPriceMediumVoltage | Id::MarketMargin | Id::SaleMargin => {
                FirmUnit::NetPlnPerKwh
            }
            Id::Residual | Id::Savings | Id::Generation => FirmUnit::Percent,
            _ => FirmUnit::PercentPerYear,
        };
        with_unit(row, expected)
    }

    fn key(&self) -> String {
        format!("{:?}", self.id)
    }
}

impl FirmRules {
    /// The row of a price in force on `date`.
    ///
    /// # Errors
    /// When no table holds it.
    pub fn cost(&self, id: FirmCostId, date: Date) -> Result<&Row<FirmCost>, MissingValue> {
        in_force(&self.costs, date, |row| row.id == id)
            .ok_or_else(|| MissingValue { table: FirmCost::NAME, id: format!("{id:?}") })
    }

    /// The row of an assumption in force on `date`.
    ///
    /// # Errors
    /// When no table holds it.
    pub fn assumption(&self, id: FirmAssumptionId, date: Date) -> Result<&Row<FirmAssumption>, MissingValue> {
        in_force(&self.assumptions, date, |row| row.id == id)
            .ok_or_else(|| MissingValue { table: FirmAssumption::NAME, id: format!("{id:?}") })
    }
}
