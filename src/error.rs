//! What can be wrong: with a person's input, or with a table of facts.
//!
//! Errors carry the field, the value and the limits. Words for people are made once, at the edge, by `text`.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Why an input was not accepted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Problem {
    /// The number lies outside its limits.
    OutOfRange {
        /// What was given; NaN stands for text that is no number.
        value: f64,
        /// Smallest number accepted.
        min: f64,
        /// Largest number accepted.
        max: f64,
    },
    /// A name that no table knows.
    Unknown {
        /// What was given.
        value: String,
        /// The names that are known.
        known: Vec<String>,
    },
    /// More rated power than fits on the roof planes.
    RoofTooSmall {
        /// Rated power asked for, kWp.
        asked_kwp: f64,
        /// Rated power that fits, kWp.
        fits_kwp: f64,
    },
    /// Figures that no table holds, so that nothing can be computed.
    NotInTables {
        /// What is missing, by table and name.
        missing: Vec<String>,
    },
    /// A list that is empty or too long.
    Count {
        /// Number of entries given.
        value: usize,
        /// Fewest entries accepted.
        min: usize,
        /// Most entries accepted.
        max: usize,
    },
}

/// An input that was not accepted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InputError {
    /// Identifier of the field, as in the scenario file: `planes.0.tilt_deg`.
    pub field: String,
    /// What is wrong with it.
    pub problem: Problem,
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { field, problem } = self;
        match problem {
            Problem::OutOfRange { value, min, max } => write!(f, "{field}: {value} is not within {min} to {max}"),
            Problem::Unknown { value, known } => {
                write!(f, "{field}: '{value}' is unknown; known: {}", known.join(", "))
            }
            Problem::RoofTooSmall { asked_kwp, fits_kwp } => {
                write!(f, "{field}: {asked_kwp:.2} kWp do not fit, the roof takes {fits_kwp:.2} kWp")
            }
            Problem::NotInTables { missing } => write!(f, "{field}: the tables lack {}", missing.join(", ")),
            Problem::Count { value, min, max } => write!(f, "{field}: {value} entries, expected {min} to {max}"),
        }
    }
}

impl std::error::Error for InputError {}

/// A row of a table that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataError {
    /// Table, by file name: `rates.csv`.
    pub table: &'static str,
    /// Line in the file, counted from 1 with the header; 0 where the whole table is meant.
    pub row: usize,
    /// What is wrong, in English, for whoever keeps the table.
    pub reason: String,
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} line {}: {}", self.table, self.row, self.reason)
    }
}

impl std::error::Error for DataError {}
