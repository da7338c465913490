//! How far generation may lie from what is computed: a table for studies alone, which no single outcome reads.

use super::{
    MissingValue,
    pack::Pack,
    table::{Fields, Row, Table, in_force, parse},
};
use crate::error::{DataError, Wrong};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A source of error of the yearly generation, or several together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ModelErrorId {
    /// Bright and dull years.
    ClimateVariability,
    /// Long-term mean of the irradiation on the horizontal.
    HorizontalIrradiation,
    /// From the horizontal to the plane of the modules.
    PlaneOfArray,
    /// Rated power of the modules.
    ModuleRating,
    /// Dirt.
    Soiling,
    /// Snow.
    Snow,
    /// Everything else.
    Other,
    /// All together, for the first year.
    FirstYear,
    /// All together, for the mean year of the life.
    Life,
}

impl ModelErrorId {
    /// The sources one by one, without the two sums.
    pub const COMPONENTS: [Self; 7] = [
        Self::ClimateVariability,
        Self::HorizontalIrradiation,
        Self::PlaneOfArray,
        Self::ModuleRating,
        Self::Soiling,
        Self::Snow,
        Self::Other,
    ];
}

/// A row of `model_errors.csv`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ModelError {
    /// What errs.
    pub id: ModelErrorId,
    /// Standard deviation of the yearly generation, percent.
    pub percent: f64,
}

impl Table for ModelError {
    const NAME: &'static str = "model_errors.csv";
    const COLUMNS: &'static [&'static str] = &["id", "percent"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        if (0.0..=30.0).contains(&row.percent) { Ok(row) } else { Err(Wrong::limits("percent", 0.0, 30.0)) }
    }

    fn key(&self) -> String {
        format!("{:?}", self.id)
    }
}

/// The table compiled into the program.
///
/// # Errors
/// Every row that cannot be used.
pub fn built_in() -> Result<Vec<Row<ModelError>>, Vec<DataError>> {
    parse(built_in!("model_errors.csv"), Pack::none())
}

/// The standard deviation in force on `date`, as a share: 0.087 for 8.7 %.
///
/// # Errors
/// When the table does not hold it.
pub fn share(rows: &[Row<ModelError>], id: ModelErrorId, date: Date) -> Result<f64, MissingValue> {
    in_force(rows, date, |row| row.id == id)
        .map(|row| row.rule.percent / 100.0)
        .ok_or_else(|| MissingValue { table: ModelError::NAME, id: format!("{id:?}") })
}
