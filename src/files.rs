//! What a person drops in: the file of a meter's portal, or a file of market prices.
//!
//! bytes → text → rows → hours in UTC → the modelled year. Nothing here knows the page; nothing panics on any bytes,
//! and every line of a file is accounted for: read, left out on purpose, heading, blank, or rejected with its reason.
//! The formats and rules are described in `docs/methodology/files.md`.

pub mod ask;
pub mod cell;
mod decode;
mod delimited;
mod gaps;
mod hours;
mod json;
pub mod layout;
mod lines;
pub mod meter;
pub mod prices;
mod stamp;
pub mod unnet;
pub mod view;
pub mod year;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

/// Largest file that is read, bytes.
pub const LARGEST_BYTES: usize = 64 << 20;
/// Most lines that are read.
pub const MOST_ROWS: usize = 600_000;
/// Most values that are read.
pub const MOST_VALUES: usize = 3_000_000;
/// Rejected lines that are named one by one; all are counted.
pub const NAMED: usize = 20;
/// Largest energy of one interval that is believed, kWh: an hour of the largest firm.
const LARGEST_KWH: f64 = 20_000.0;
/// Largest mean power of one interval that is believed, kW.
const LARGEST_KW: f64 = 80_000.0;
/// Largest price that is believed, zł/MWh, in either direction.
const LARGEST_PRICE: f64 = 100_000.0;

/// What a value of a file counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Flow {
    /// Energy taken from the grid.
    Import,
    /// Energy fed into the grid.
    Export,
    /// Energy taken, after the hourly balance over all phases (po bilansowaniu).
    ImportBalanced,
    /// Energy fed in, after the hourly balance.
    ExportBalanced,
    /// Taken less fed in.
    Balance,
    /// A market price, zł/MWh.
    Price,
}

impl Flow {
    /// All of them; the place in this list is the number of the flow.
    pub const ALL: [Self; 6] =
        [Self::Import, Self::Export, Self::ImportBalanced, Self::ExportBalanced, Self::Balance, Self::Price];

    /// Place in [`Flow::ALL`].
    #[must_use]
    pub fn index(self) -> usize {
        Self::ALL.iter().position(|flow| *flow == self).unwrap_or_default()
    }
}

/// The layout that a file turned out to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// TAURON eLicznik.
    Tauron,
    /// ENEA eBOK.
    Enea,
    /// Energa Mój Licznik.
    Energa,
    /// A row a day, as operators hand to co-operatives.
    Cooperative,
    /// A row a day with a column for each hour.
    Wide,
    /// A row an hour, or a quarter of one.
    Long,
    /// Market prices of PSE.
    Pse,
}

/// Why a line was rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Why {
    /// Fewer cells than the columns that count.
    TooFewCells,
    /// No date, or none between 2000 and 2099.
    NoTime,
    /// An hour that the day does not have.
    NoSuchHour,
    /// An empty value.
    NoValue,
    /// A value that is no number.
    NoNumber,
    /// Energy below zero.
    Negative,
    /// A value no home, no firm and no market has.
    TooLarge,
    /// A kind of value with a name that is not known.
    UnknownKind,
}

/// A line that was rejected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// Line of the file, from 1; of a JSON list the place in it.
    pub line: u32,
    /// Its beginning.
    pub text: String,
    /// The reason.
    pub why: Why,
}

/// Where every line of a file went. `lines` is the sum of the other counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Lines of the file.
    pub lines: usize,
    /// Lines whose values were read.
    pub read: usize,
    /// Lines of kinds that are not needed, such as reactive energy.
    pub left_out: usize,
    /// Headings and titles.
    pub heading: usize,
    /// Lines without content.
    pub blank: usize,
    /// Lines rejected.
    pub rejected: usize,
    /// The first of the rejected ones.
    pub named: Vec<Rejected>,
}

impl Count {
    fn reject(&mut self, line: usize, text: &str, why: Why) {
        self.rejected += 1;
        if self.named.len() < NAMED {
            let text = text.trim().chars().filter(|letter| !letter.is_control()).take(60).collect();
            self.named.push(Rejected { line: u32::try_from(line).unwrap_or(u32::MAX), text, why });
        }
    }
}

/// Why nothing could be made of the files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// No file, or an empty one.
    Empty,
    /// More than [`LARGEST_BYTES`].
    TooLarge,
    /// More than [`MOST_ROWS`] lines or [`MOST_VALUES`] values.
    TooLong,
    /// A spreadsheet, archive, picture or document, not text.
    NotText,
    /// No line with a date and a value.
    NoRows(Count),
    /// Energy fed in, but none taken.
    NoImport,
    /// Fewer complete days than [`year::FEWEST_DAYS`].
    TooShort(usize),
}

/// One value with its time, as a file states it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Entry {
    /// Days since 1970-01-01, on the local clock or in UTC.
    day: i32,
    /// Minutes after its midnight, up to 25:00.
    minute: i32,
    /// What it counts.
    flow: Flow,
    /// The value, kWh or zł/MWh.
    value: f64,
}

/// The values of one file.
#[derive(Clone, Debug, Default)]
struct Entries {
    list: Vec<Entry>,
    /// The minutes are of UTC.
    utc: bool,
    /// A whole day's values follow each other without a clock: the first starts at midnight.
    by_place: bool,
    /// Values that the operator estimated.
    estimated: usize,
}
