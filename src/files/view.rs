//! What a person is shown of files, ready in words: the page draws it as it is.

use crate::view::Table;
use serde::{Deserialize, Serialize};

/// Something a person may decide otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What it decides, by file: `0.mark`, `0.column.2`.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What can be chosen: value and words.
    pub options: Vec<(String, String)>,
    /// What holds.
    pub value: String,
}

/// What was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// Why nothing could be read, and what to do; the rest may be empty then.
    pub refused: Option<String>,
    /// What was understood, sentence by sentence.
    pub facts: Vec<String>,
    /// What to be careful about.
    pub warnings: Vec<String>,
    /// Sums by month.
    pub months: Option<Table>,
    /// Rejected lines.
    pub rejected: Option<Table>,
    /// How the files are read.
    pub choices: Vec<Choice>,
    /// The meter counts export, so a plant stands already.
    pub exports: bool,
    /// The series on the modelled year, in Wh, or of prices in hundredths of zł per megawatt hour; empty where it cannot be used.
    pub hourly: Vec<i32>,
    /// Of a firm's meter the greatest quarter-hour power of every hour of the modelled year, W; empty where it is not known.
    pub peaks: Vec<i32>,
}
