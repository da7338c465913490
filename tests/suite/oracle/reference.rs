//! Reads the reference cases.

use flate2::read::GzDecoder;
use std::{
    collections::HashMap,
    fs,
    io::Read,
    path::{Path, PathBuf},
};

/// The folder of the cases: `ORACLES_DIR`, else `tests/oracle` of this repository.
pub fn folder() -> PathBuf {
    std::env::var_os("ORACLES_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("oracle"), PathBuf::from)
}

/// True where the cases are not those of this repository.
pub fn is_elsewhere() -> bool {
    std::env::var_os("ORACLES_DIR").is_some()
}

/// Text of a file of cases, unpacked if its name ends in `.gz`; none, with a printed line, where it is absent.
pub fn text(file: &str) -> Option<String> {
    let path = folder().join(file);
    let Ok(bytes) = fs::read(&path) else {
        println!("{file}: no such file in {}, family skipped", folder().display());
        return None;
    };
    let mut text = String::new();
    if file.ends_with(".gz") {
        GzDecoder::new(bytes.as_slice()).read_to_string(&mut text).expect("gzip of UTF-8");
    } else {
        text = String::from_utf8(bytes).expect("UTF-8");
    }
    Some(text)
}

/// JSON of a file of cases; none where it is absent.
pub fn json(file: &str) -> Option<serde_json::Value> {
    text(file).map(|text| serde_json::from_str(&text).expect("JSON"))
}

/// A table of cases with named columns.
pub struct Table {
    columns: HashMap<String, usize>,
    rows: Vec<csv::StringRecord>,
}

/// One case of a table.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    record: &'a csv::StringRecord,
}

/// The table in a CSV file, without its lines of notes (`#`); none where the file is absent.
pub fn table(file: &str) -> Option<Table> {
    let text = text(file)?;
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    let columns = reader.headers().expect("a header").iter().map(str::to_owned).zip(0..).collect();
    let rows = reader.records().collect::<Result<_, _>>().expect("rows of equal length");
    Some(Table { columns, rows })
}

impl Table {
    /// The cases in order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|record| Row { table: self, record })
    }

    /// Number of cases.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// A whole column of numbers.
    pub fn column(&self, name: &str) -> Vec<f64> {
        self.rows().map(|row| row.number(name)).collect()
    }
}

impl Row<'_> {
    /// A field as text.
    pub fn text(&self, column: &str) -> &str {
        let index = *self.table.columns.get(column).unwrap_or_else(|| panic!("no column {column}"));
        &self.record[index]
    }

    /// A field as a number; NaN where the value is undefined (`nan`).
    pub fn number(&self, column: &str) -> f64 {
        self.text(column).trim().parse().unwrap_or_else(|_| panic!("{column}: {}", self.text(column)))
    }
}

/// Counts the comparisons of one family and keeps the widest miss, as a share of what is tolerated.
pub struct Tally {
    family: &'static str,
    cases: usize,
    worst: f64,
    misses: Vec<String>,
}

impl Tally {
    /// An empty tally of a family.
    pub fn new(family: &'static str) -> Self {
        Self { family, cases: 0, worst: 0.0, misses: Vec::new() }
    }

    /// Compares one value; `tolerance` is absolute. NaN is expected where it is undefined.
    pub fn compare(&mut self, what: impl FnOnce() -> String, actual: f64, expected: f64, tolerance: f64) {
        self.cases += 1;
        if actual.is_nan() && expected.is_nan() {
            return;
        }
        let share = (actual - expected).abs() / tolerance;
        let share = if share.is_nan() { f64::INFINITY } else { share };
        self.worst = self.worst.max(share);
        if share > 1.0 {
            self.misses.push(format!("{}: {actual} instead of {expected} ± {tolerance}", what()));
        }
    }

    /// Compares one value relative to the expected one, or absolutely below 1.
    pub fn compare_relative(&mut self, what: impl FnOnce() -> String, actual: f64, expected: f64, tolerance: f64) {
        self.compare(what, actual, expected, tolerance * expected.abs().max(1.0));
    }

    /// Prints the count and fails if any comparison missed.
    pub fn finish(self) {
        println!(
            "{}: {} comparisons, widest {:.2} of the tolerance, {} missed",
            self.family,
            self.cases,
            self.worst,
            self.misses.len()
        );
        assert!(self.misses.is_empty(), "{}: {}", self.family, self.misses[..self.misses.len().min(20)].join("\n"));
    }
}
