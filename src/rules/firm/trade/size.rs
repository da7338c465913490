//! Usual yearly consumption of a trade by its size.

use super::{Trade, course::within};
use crate::error::Wrong;
use crate::rules::table::{Fields, Table};
use serde::{Deserialize, Serialize};

/// What the size of a firm is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TradeUnit {
    /// m² of floor.
    M2,
    /// m³ of cold rooms.
    M3,
    /// Milked cows.
    Cow,
    /// Nights of one guest in a year.
    GuestNight,
    /// m³ of water delivered in a year.
    M3Water,
}

impl TradeUnit {
    /// Its name in tables and files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::M2 => "m2",
            Self::M3 => "m3",
            Self::Cow => "cow",
            Self::GuestNight => "guest_night",
            Self::M3Water => "m3_water",
        }
    }
}

/// A row of `firm_trade_sizes.csv`: kWh a year for each unit of size.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct TradeSize {
    /// Which trade.
    pub trade: Trade,
    /// What is counted.
    pub unit: TradeUnit,
    /// Usual consumption of one of them, kWh a year.
    pub kwh_per_unit: f64,
    /// Low end of what is usual.
    pub low: f64,
    /// High end of what is usual.
    pub high: f64,
}

impl Table for TradeSize {
    const NAME: &'static str = "firm_trade_sizes.csv";
    const COLUMNS: &'static [&'static str] = &["trade", "unit", "kwh_per_unit", "low", "high"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        within("low", row.low, 0.0, row.kwh_per_unit)?;
        within("high", row.high, row.kwh_per_unit, 10_000.0)?;
        Ok(row)
    }

    fn key(&self) -> String {
        format!("{} {}", self.trade.id(), self.unit.id())
    }
}
