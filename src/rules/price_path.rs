//! How prices may move over the years ahead: scenarios, no forecast.

use super::table::{Fields, Table};
use crate::error::Wrong;
use serde::{Deserialize, Serialize};

/// A course of prices other than the expected one, which stands in `assumptions.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PricePathId {
    /// Prices keep up with inflation and no more.
    Flat,
    /// Bought energy grows dearer.
    Rising,
    /// Ever more solar plants make energy cheaper at noon.
    FallingMidday,
}

impl PricePathId {
    /// All paths.
    pub const ALL: [Self; 3] = [Self::Flat, Self::Rising, Self::FallingMidday];
}

/// A price that moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PriceStream {
    /// Energy bought, with all charges by the kWh.
    Bought,
    /// Energy fed in.
    Exported,
}

/// A row of `price_paths.csv`: the yearly change of a price on a path.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PathRate {
    /// Path.
    pub path: PricePathId,
    /// Price.
    pub stream: PriceStream,
    /// Change a year above inflation, percent.
    pub percent_per_year: f64,
}

impl Table for PathRate {
    const NAME: &'static str = "price_paths.csv";
    const COLUMNS: &'static [&'static str] = &["path", "stream", "percent_per_year"];
    const KEY: usize = 2;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        if (-20.0..=20.0).contains(&row.percent_per_year) {
            Ok(row)
        } else {
            Err(Wrong::limits("percent_per_year", -20.0, 20.0))
        }
    }

    fn key(&self) -> String {
        format!("{:?} {:?}", self.path, self.stream)
    }
}
