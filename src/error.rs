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

/// What is wrong with a row of a table, or with the table. Words for people are made at the edge (`text::pack`).
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The header is not that of the table, which is this.
    Header(Vec<String>),
    /// The row has not as many cells as the header, or a quotation mark is not closed.
    Cells,
    /// The cell is not what its column holds.
    Unreadable {
        /// What stands in the cell.
        text: String,
        /// What its column holds: `number`, `whole`, `day`, `month_day`, `months`, `clock`.
        wanted: String,
    },
    /// A name that is not one of those known.
    Unknown {
        /// What stands in the cell.
        name: String,
        /// The names that are known.
        known: Vec<String>,
    },
    /// A number outside its limits, smallest and largest.
    Limits(f64, f64),
    /// Cells of the row do not go together; the rule by its name.
    Rule(&'static str),
    /// A second row for the same thing from the same day.
    Repeated,
    /// Not exactly one window covers a moment: month and weekday from 1, hour of the day.
    Untiled {
        /// How many windows cover it.
        windows: usize,
        /// Month.
        month: usize,
        /// Day of the week, 1 for Monday.
        weekday: usize,
        /// Hour.
        hour: u16,
    },
}

/// What is wrong in a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    /// The column; empty where the whole row is meant.
    pub column: String,
    /// What is wrong.
    pub fault: Fault,
}

impl Wrong {
    /// A fault of a column; in a box, as every reader of a cell passes it on.
    #[must_use]
    pub fn new(column: &str, fault: Fault) -> Box<Self> {
        Box::new(Self { column: column.to_owned(), fault })
    }

    /// A number outside its limits.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn limits(column: &str, min: f64, max: f64) -> Box<Self> {
        Self::new(column, Fault::Limits(min, max))
    }

    /// Cells that do not go together.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn rule(column: &str, rule: &'static str) -> Box<Self> {
        Self::new(column, Fault::Rule(rule))
    }
}

/// A row of a table that cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub struct DataError {
    /// Table, by file name: `rates.csv`.
    pub table: &'static str,
    /// Line in the file, counted from 1 with the header; where a pack is laid over the table, its lines come first.
    pub row: usize,
    /// What is wrong in which column.
    pub wrong: Box<Wrong>,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header(columns) => write!(f, "columns must be: {}", columns.join(",")),
            Self::Cells => f.write_str("not as many cells as the header, or an open quotation mark"),
            Self::Unreadable { text, wanted } => write!(f, "'{text}' is no {wanted}"),
            Self::Unknown { name, known } => write!(f, "unknown '{name}', expected one of {}", known.join(", ")),
            Self::Limits(min, max) => write!(f, "expected {min} to {max}"),
            Self::Rule(rule) => write!(f, "breaks the rule '{rule}'"),
            Self::Repeated => f.write_str("a second row for the same from the same day"),
            Self::Untiled { windows, month, weekday, hour } => {
                write!(f, "{windows} windows in month {month}, weekday {weekday}, hour {hour}")
            }
        }
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Wrong { column, fault } = &*self.wrong;
        let colon = if column.is_empty() { "" } else { ": " };
        write!(f, "{} line {}: {column}{colon}{fault}", self.table, self.row)
    }
}

impl std::error::Error for DataError {}
