//! What all tables have in common: columns, validity, source, and how a row is read.

use super::{cell, pack::Pack};
use crate::error::{DataError, Fault, Wrong};
use csv::{ReaderBuilder, StringRecord};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned, de::Error as _};
use std::collections::BTreeSet;

/// Columns every table ends with.
pub const COMMON_COLUMNS: [&str; 6] = ["valid_from", "valid_to", "source", "checked_on", "confidence", "note"];

/// The name that tables and files use for a value of a closed set: `pv_loss`, `S?`.
#[must_use]
pub fn name_of(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// How sure the figure of a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Confidence {
    /// Read in the act, tariff or official page itself.
    #[serde(rename = "R")]
    Read,
    /// Computed or chosen here, from figures that are named.
    #[serde(rename = "C")]
    Computed,
    /// A secondary source that quotes the primary one.
    #[serde(rename = "S")]
    Secondary,
    /// One weak source.
    #[serde(rename = "S?")]
    Weak,
    /// General knowledge, not checked.
    #[serde(rename = "M")]
    Unchecked,
}

impl Confidence {
    /// True where the page shows the figure as a dated assumption, not as a rule.
    #[must_use]
    pub fn is_assumption(self) -> bool {
        matches!(self, Self::Weak | Self::Unchecked)
    }
}

/// When a row is in force and where its figure comes from.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Provenance {
    /// First day in force.
    #[serde(deserialize_with = "date")]
    pub valid_from: Date,
    /// Last day in force; none where only a later row ends it.
    #[serde(deserialize_with = "optional_date")]
    pub valid_to: Option<Date>,
    /// Key of a row of `sources.csv`.
    pub source: String,
    /// Day the figure was last compared with its source.
    #[serde(deserialize_with = "date")]
    pub checked_on: Date,
    /// How sure the figure is.
    pub confidence: Confidence,
    /// A remark for whoever keeps the table; built-in tables come without.
    pub note: String,
}

/// A row of a table: the rule and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<T> {
    /// Line in the file, the header being line 1.
    pub line: usize,
    /// What the row says.
    pub rule: T,
    /// Validity and source.
    pub provenance: Provenance,
}

/// A kind of row and the file that holds it.
pub trait Table: Sized {
    /// File name.
    const NAME: &'static str;
    /// Columns before the common ones; a name that ends in `_MM` stands for twelve, `_01` to `_12`.
    const COLUMNS: &'static [&'static str];
    /// How many of the first columns name what a row is about. Rows of a pack take the place of built-in rows that
    /// agree in these and in `valid_from`: the one row, or, where several rows make one rule, the whole set.
    const KEY: usize;

    /// Reads one row.
    ///
    /// # Errors
    /// The column and what is wrong in it, with the names allowed where a name is unknown.
    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>>;

    /// What the row is about: of two rows with the same key, the one with the later `valid_from` is in force.
    fn key(&self) -> String;
}

/// The cells of one row.
pub struct Fields<'a> {
    headers: &'a StringRecord,
    record: &'a StringRecord,
}

impl Fields<'_> {
    /// All columns that `T` names, read into it.
    ///
    /// # Errors
    /// The column and what is wrong in it.
    pub fn row<T: DeserializeOwned>(&self) -> Result<T, Box<Wrong>> {
        cell::row(self.headers, self.record)
    }

    fn provenance(&self) -> Result<Provenance, Box<Wrong>> {
        let provenance: Provenance = self.row()?;
        match provenance.valid_to {
            Some(last) if last < provenance.valid_from => Err(Wrong::rule("valid_to", "valid_to")),
            _ => Ok(provenance),
        }
    }

    /// The twelve monthly numbers of the columns `name_01` to `name_12`.
    ///
    /// # Errors
    /// The column that holds no number.
    pub fn months(&self, name: &str) -> Result<[f64; 12], Box<Wrong>> {
        let mut values = [0.0; 12];
        for (month, value) in values.iter_mut().enumerate() {
            let column = monthly_column(name, month);
            let cell = self.headers.iter().position(|header| header == column).and_then(|at| self.record.get(at));
            let text = cell.unwrap_or_default();
            let wrong = || Fault::Unreadable { text: text.to_owned(), wanted: "number".to_owned() };
            *value = cell::number(text).ok_or_else(|| Wrong::new(&column, wrong()))?;
        }
        Ok(values)
    }
}

fn monthly_column(name: &str, month: usize) -> String {
    format!("{name}_{:02}", month + 1)
}

fn expand(columns: &[&str]) -> Vec<String> {
    columns
        .iter()
        .flat_map(|column| match column.strip_suffix("_MM") {
            Some(name) => (0..12).map(|month| monthly_column(name, month)).collect(),
            None => vec![(*column).to_owned()],
        })
        .collect()
}

/// A table as it is read: what it is called, what is in it, and what a pack lays over it.
#[derive(Clone, Copy)]
pub(super) struct Plan<'a> {
    /// File name.
    pub name: &'static str,
    /// All columns.
    pub columns: &'a [&'static str],
    /// How many of the first columns name what a row is about.
    pub key: usize,
    /// The table's own text.
    pub text: &'a str,
    /// The town's tables.
    pub pack: &'a Pack,
}

/// The cells of a table before they are read: the header, and each row by the number of its line; no cells where the row
/// has not as many as the header.
struct Cells {
    headers: StringRecord,
    lines: Vec<(usize, Option<StringRecord>)>,
}

/// Takes the text of a table with exactly these columns apart. Kept out of the generic readers, of which there is one
/// for each kind of row.
fn cells(plan: Plan<'_>, text: &str) -> Result<Cells, Vec<DataError>> {
    let text = text.trim_start_matches('\u{feff}');
    // Spreadsheets put semicolons where a comma belongs to the number.
    let delimiter = text.bytes().find(|byte| b",;\n".contains(byte)).filter(|byte| *byte != b'\n').unwrap_or(b',');
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let headers = reader.headers().cloned().unwrap_or_default();
    let expected = expand(plan.columns);
    if !headers.iter().eq(expected.iter().map(String::as_str)) {
        let wrong = Wrong::new("", Fault::Header(expected));
        return Err(vec![DataError { table: plan.name, row: 1, wrong }]);
    }
    let lines = reader.records().flatten().map(|record| {
        let line = record.position().and_then(|at| usize::try_from(at.line()).ok()).unwrap_or_default();
        // A cell over several lines is a quotation mark that is not closed.
        let whole = record.len() == headers.len() && !record.as_slice().contains('\n');
        (line, whole.then_some(record))
    });
    Ok(Cells { lines: lines.collect(), headers })
}

/// The same, with the rows of a pack before those of the table, without the rows whose place they take. Lines of the
/// pack are counted as in its file, those of the table go on from there.
fn cells_with_pack(plan: Plan<'_>) -> Result<Cells, Vec<DataError>> {
    let Some(text) = plan.pack.table(plan.name) else { return cells(plan, plan.text) };
    let (mut laid, own) = (cells(plan, text)?, cells(plan, plan.text)?);
    let day = laid.headers.iter().position(|header| header == "valid_from");
    let same = |(a, b): (&StringRecord, &StringRecord)| (0..plan.key).chain(day).all(|at| a.get(at) == b.get(at));
    let rows = laid.lines.len();
    for (line, record) in own.lines {
        let taken = laid.lines[..rows].iter().any(|(_, other)| record.as_ref().zip(other.as_ref()).is_some_and(same));
        if !taken {
            laid.lines.push((plan.pack.lines(plan.name) + line, record));
        }
    }
    Ok(laid)
}

/// Reads the records of a table with exactly these columns, calling `each` with line and cells; wrong rows are
/// collected, not skipped silently.
pub(super) fn records<T>(
    plan: Plan<'_>,
    each: impl Fn(usize, &Fields<'_>) -> Result<T, Box<Wrong>>,
) -> Result<Vec<T>, Vec<DataError>> {
    let mut rows = Vec::new();
    each_row(plan, &mut |line, fields| {
        rows.push(each(line, fields)?);
        Ok(())
    })?;
    Ok(rows)
}

/// What came of a row.
type Taken = Result<(), Box<Wrong>>;

/// The same, kept out of the generic readers.
fn each_row(plan: Plan<'_>, each: &mut dyn FnMut(usize, &Fields<'_>) -> Taken) -> Result<(), Vec<DataError>> {
    let Cells { headers, lines } = cells_with_pack(plan)?;
    let mut errors = Vec::new();
    for (row, record) in lines {
        let read = match record {
            Some(record) => each(row, &Fields { headers: &headers, record: &record }),
            None => Err(Wrong::new("", Fault::Cells)),
        };
        errors.extend(read.err().map(|wrong| DataError { table: plan.name, row, wrong }));
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// Reads a whole table.
///
/// # Errors
/// Every row that cannot be used.
pub fn parse<T: Table>(text: &str, pack: &Pack) -> Result<Vec<Row<T>>, Vec<DataError>> {
    let columns: Vec<&str> = T::COLUMNS.iter().chain(&COMMON_COLUMNS).copied().collect();
    records(Plan { name: T::NAME, columns: &columns, key: T::KEY, text, pack }, |line, fields| {
        Ok(Row { line, rule: T::read(fields)?, provenance: fields.provenance()? })
    })
}

/// Rows that repeat key and first day of an earlier one.
pub(super) fn repeated<T: Table>(rows: &[Row<T>]) -> Vec<DataError> {
    let mut seen = BTreeSet::new();
    let mut errors = Vec::new();
    for row in rows {
        let (key, from) = (row.rule.key(), row.provenance.valid_from);
        if !seen.insert((key, from)) {
            errors.push(DataError { table: T::NAME, row: row.line, wrong: Wrong::new("", Fault::Repeated) });
        }
    }
    errors
}

/// The row in force on `date` among those that `wanted` accepts: the one that started last, unless it has ended. Of
/// several that started on the same day it is the first in the table, so that those of a pack go before the others.
pub fn in_force<T>(rows: &[Row<T>], date: Date, wanted: impl Fn(&T) -> bool) -> Option<&Row<T>> {
    rows.iter()
        .rev()
        .filter(|row| row.provenance.valid_from <= date && wanted(&row.rule))
        .max_by_key(|row| row.provenance.valid_from)
        .filter(|row| row.provenance.valid_to.is_none_or(|last| date <= last))
}

/// The rows in force on `date` of a rule that takes several rows: all that started on the latest day.
///
/// A new set ends the whole earlier set, also rows that have no successor of their own.
pub fn set_in_force<T>(rows: &[Row<T>], date: Date, wanted: impl Fn(&T) -> bool) -> Vec<&Row<T>> {
    let started = || rows.iter().filter(|row| row.provenance.valid_from <= date && wanted(&row.rule));
    let latest = started().map(|row| row.provenance.valid_from).max();
    started()
        .filter(|row| Some(row.provenance.valid_from) == latest)
        .filter(|row| row.provenance.valid_to.is_none_or(|last| date <= last))
        .collect()
}

fn date<'de, D: Deserializer<'de>>(cell: D) -> Result<Date, D::Error> {
    day(&String::deserialize(cell)?).map_err(D::Error::custom)
}

fn optional_date<'de, D: Deserializer<'de>>(cell: D) -> Result<Option<Date>, D::Error> {
    let text = String::deserialize(cell)?;
    if text.is_empty() { Ok(None) } else { day(&text).map(Some).map_err(D::Error::custom) }
}

/// Read by hand: the parser of the crate brings all its formats and messages to the page.
fn day(text: &str) -> Result<Date, &'static str> {
    let parts = || {
        let [year, month, day]: [&str; 3] = text.splitn(3, '-').collect::<Vec<_>>().try_into().ok()?;
        let shaped = (year.len(), month.len(), day.len()) == (4, 2, 2);
        let digits = text.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit());
        let known = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
        known.filter(|_| shaped && digits)
    };
    parts().ok_or("day")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_in_full_are_read() {
        assert_eq!(day("2026-01-31"), Ok(jiff::civil::date(2026, 1, 31)));
        for wrong in ["", "2026", "2026-1-31", "2026-02-30", "31.01.2026", "+026-01-31", "2026-01-31T00", "2026-01-3a"]
        {
            assert!(day(wrong).is_err(), "{wrong}");
        }
    }
}
