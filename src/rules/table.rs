//! What all tables have in common: columns, validity, source, and how a row is read.

use super::cell;
use crate::decimal;
use crate::error::DataError;
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

    /// Reads one row.
    ///
    /// # Errors
    /// What is wrong with the row, with the names allowed where a name is unknown.
    fn read(fields: &Fields<'_>) -> Result<Self, String>;

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
    pub fn row<T: DeserializeOwned>(&self) -> Result<T, String> {
        cell::row(self.headers, self.record)
    }

    fn provenance(&self) -> Result<Provenance, String> {
        let provenance: Provenance = self.row()?;
        match provenance.valid_to {
            Some(last) if last < provenance.valid_from => Err("valid_to is before valid_from".to_owned()),
            _ => Ok(provenance),
        }
    }

    /// The twelve monthly numbers of the columns `name_01` to `name_12`.
    ///
    /// # Errors
    /// The column that holds no number.
    pub fn months(&self, name: &str) -> Result<[f64; 12], String> {
        let mut values = [0.0; 12];
        for (month, value) in values.iter_mut().enumerate() {
            let column = monthly_column(name, month);
            let cell = self.headers.iter().position(|header| header == column).and_then(|at| self.record.get(at));
            *value = cell
                .and_then(decimal::parse)
                .ok_or_else(|| format!("{column}: '{}' is no number", cell.unwrap_or_default()))?;
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

/// The cells of a table before they are read: the header, and each line by its number.
struct Cells {
    headers: StringRecord,
    lines: Vec<(usize, Result<StringRecord, String>)>,
}

/// Takes the text of a table with exactly these columns apart. Kept out of the generic readers, of which there is one
/// for each kind of row.
fn cells(table: &'static str, columns: &[&str], text: &str) -> Result<Cells, Vec<DataError>> {
    let error = |reason: String| vec![DataError { table, row: 1, reason }];
    let mut reader = ReaderBuilder::new().from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headers = reader.headers().map_err(|problem| error(problem.to_string()))?.clone();
    let expected = expand(columns);
    if !headers.iter().eq(expected.iter().map(String::as_str)) {
        return Err(error(format!("columns must be: {}", expected.join(","))));
    }
    let lines = reader.records().enumerate().map(|(index, record)| match record {
        Ok(record) => {
            let line = record.position().and_then(|at| usize::try_from(at.line()).ok()).unwrap_or(index + 2);
            (line, Ok(record))
        }
        Err(problem) => (index + 2, Err(problem.to_string())),
    });
    Ok(Cells { lines: lines.collect(), headers })
}

/// Reads the records of a table with exactly these columns, calling `each` with line and cells; wrong rows are
/// collected, not skipped silently.
pub(super) fn records<T>(
    table: &'static str,
    columns: &[&str],
    text: &str,
    each: impl Fn(usize, &Fields<'_>) -> Result<T, String>,
) -> Result<Vec<T>, Vec<DataError>> {
    let mut rows = Vec::new();
    each_row(table, columns, text, &mut |line, fields| {
        rows.push(each(line, fields)?);
        Ok(())
    })?;
    Ok(rows)
}

/// The same, kept out of the generic readers.
fn each_row(
    table: &'static str,
    columns: &[&str],
    text: &str,
    each: &mut dyn FnMut(usize, &Fields<'_>) -> Result<(), String>,
) -> Result<(), Vec<DataError>> {
    let Cells { headers, lines } = cells(table, columns, text)?;
    let mut errors = Vec::new();
    for (row, record) in lines {
        let read = record.and_then(|record| each(row, &Fields { headers: &headers, record: &record }));
        errors.extend(read.err().map(|reason| DataError { table, row, reason }));
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// Reads a whole table.
///
/// # Errors
/// Every row that cannot be used.
pub fn parse<T: Table>(text: &str) -> Result<Vec<Row<T>>, Vec<DataError>> {
    let columns: Vec<&str> = T::COLUMNS.iter().chain(&COMMON_COLUMNS).copied().collect();
    records(T::NAME, &columns, text, |line, fields| {
        Ok(Row { line, rule: T::read(fields)?, provenance: fields.provenance()? })
    })
}

/// Rows that repeat key and first day of an earlier one.
pub(super) fn repeated<T: Table>(rows: &[Row<T>]) -> Vec<DataError> {
    let mut seen = BTreeSet::new();
    let mut errors = Vec::new();
    for row in rows {
        let (key, from) = (row.rule.key(), row.provenance.valid_from);
        let reason = format!("a second row for {key} from {from}");
        if !seen.insert((key, from)) {
            errors.push(DataError { table: T::NAME, row: row.line, reason });
        }
    }
    errors
}

/// The row in force on `date` among those that `wanted` accepts: the one that started last, unless it has ended.
pub fn in_force<T>(rows: &[Row<T>], date: Date, wanted: impl Fn(&T) -> bool) -> Option<&Row<T>> {
    rows.iter()
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
fn day(text: &str) -> Result<Date, String> {
    let parts = || {
        let [year, month, day]: [&str; 3] = text.splitn(3, '-').collect::<Vec<_>>().try_into().ok()?;
        let shaped = (year.len(), month.len(), day.len()) == (4, 2, 2);
        let digits = text.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit());
        let known = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
        known.filter(|_| shaped && digits)
    };
    parts().ok_or_else(|| format!("'{text}' is no day written as 2026-01-31"))
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
