//! Files of a meter → energy taken and fed in, day by day, with a report of what was understood.

use super::{
    Count, Flow, Format, LARGEST_BYTES, Refusal, decode, delimited,
    gaps::Days,
    hours::{self, Line, Made},
    json,
    layout::{Mapping, Want},
    unnet::{self, Unnetted},
    year::{FEWEST_DAYS, ModelYear},
};
use crate::{
    calendar::{Calendar, LocalDay},
    rules::Rules,
};
use serde::{Deserialize, Serialize};

/// The bytes of a file, and how a person says it is to be read.
pub type Given<'a> = (&'a [u8], Option<Mapping>);

/// What one file turned out to hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileReport {
    /// Its layout.
    pub format: Format,
    /// Where every line went.
    pub count: Count,
    /// How it was read.
    pub mapping: Mapping,
    /// Names of its columns; empty where it has none.
    pub columns: Vec<String>,
    /// What was done to make hours of it.
    pub made: Made,
    /// Rows that the operator estimated.
    pub estimated: usize,
}

/// One file, read.
#[derive(Clone, Debug)]
pub(super) struct Read {
    pub report: FileReport,
    pub lines: [Line; 6],
}

impl Read {
    /// The same where any line was read.
    pub fn with_rows(self) -> Result<Self, Refusal> {
        if self.report.count.read > 0 { Ok(self) } else { Err(Refusal::NoRows(self.report.count)) }
    }
}

/// Reads one file for what it is wanted for; it may turn out to hold no line that counts.
pub(super) fn read_file(
    bytes: &[u8],
    want: Want,
    own: Option<&Mapping>,
    tell: &mut dyn FnMut(f64),
) -> Result<Read, Refusal> {
    if bytes.len() > LARGEST_BYTES {
        return Err(Refusal::TooLarge);
    }
    let text = decode::text(bytes)?;
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let looks_like_json = text.trim_start().starts_with(['{', '[']);
    let list = looks_like_json.then(|| json::read(&text, want, own)).flatten().transpose()?;
    let (mut entries, count, format, mapping, columns) = match list {
        Some(list) => (list.entries, list.count, list.format, list.mapping, Vec::new()),
        None => {
            let sheet = delimited::read(&text, want, own, tell)?;
            (sheet.entries, sheet.count, sheet.format, sheet.mapping, sheet.columns)
        }
    };
    let (lines, made) = hours::make(&mut entries, &mapping, format);
    let estimated = entries.estimated;
    Ok(Read { report: FileReport { format, count, mapping, columns, made, estimated }, lines })
}

/// Energy of a month of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MonthSum {
    /// Year.
    pub year: i16,
    /// Month, 1 to 12.
    pub month: i8,
    /// Hours with a value.
    pub hours: usize,
    /// Energy taken, kWh.
    pub import_kwh: f64,
    /// Energy fed in, kWh.
    pub export_kwh: f64,
}

/// What the files of a meter hold together.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Each file, in the order of the files.
    pub files: Vec<FileReport>,
    /// First and last hour with a value, since 1970-01-01T00:00Z.
    pub span_h: (i64, i64),
    /// Sums by month of what was measured.
    pub months: Vec<MonthSum>,
    /// The values are those after the hourly balance; sums before it, import and export, where the files hold both.
    pub balanced: Option<Option<(f64, f64)>>,
    /// Hours without a value that were filled.
    pub filled_hours: usize,
    /// Hours without a value that could not be filled.
    pub missing_hours: usize,
    /// Hours that two files state differently; the later file counts.
    pub overlapping: usize,
    import: Days,
    export: Days,
    peaks: Option<Days>,
}

/// The greatest mean power of one interval, with its hour as measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Greatest {
    /// The power, kW.
    pub kw: f64,
    /// Day since 1970-01-01.
    pub day: i32,
    /// Hour on its clock, 0 to 23, that holds the interval.
    pub hour: usize,
}

/// A year of demand, made of a reading.
#[derive(Clone, Debug)]
pub struct Demand {
    /// Demand of each hour of the modelled year, kWh, in whole Wh.
    pub kwh: Vec<f64>,
    /// Days of the modelled year that a measured day stands for.
    pub covered_days: usize,
    /// First and last of the measured days used, since 1970-01-01.
    pub used_days: (i32, i32),
    /// What was done where PV stands behind the meter.
    pub unnetted: Option<Unnetted>,
    /// Mean power of the greatest interval of each hour of the modelled year, as taken from the grid, kW, in whole W and
    /// never below the mean of the hour; empty where a file has whole hours only.
    pub peak_kw: Vec<f64>,
    /// The greatest of them on the days used, as measured.
    pub greatest: Option<Greatest>,
}

/// Reads the files of one meter, the oldest first: where two state the same hour the later one counts.
///
/// # Errors
/// [`Refusal`] where one file cannot be read at all, or nothing was taken from the grid.
pub fn read(files: &[Given<'_>], rules: &Rules, tell: &mut dyn FnMut(f64)) -> Result<Reading, Refusal> {
    let mut reports = Vec::new();
    let mut lines: [Line; 6] = Default::default();
    let mut overlapping = 0;
    for (bytes, own) in files {
        let read = read_file(bytes, Want::Meter, own.as_ref(), tell)?.with_rows()?;
        reports.push(read.report);
        for (whole, newer) in lines.iter_mut().zip(&read.lines) {
            overlapping += whole.overlay(newer);
        }
    }
    let all = Flow::ALL.map(|flow| std::mem::take(&mut lines[flow.index()]));
    let (import, export, balanced) = chosen(all).ok_or(Refusal::NoImport)?;
    let (Some(first), Some(last)) = (
        import.values.iter().position(|value| !value.is_nan()),
        import.values.iter().rposition(|value| !value.is_nan()),
    ) else {
        return Err(Refusal::NoImport);
    };
    let at = |place: usize| import.first_h + i64::try_from(place).unwrap_or_default();
    let months = months(&import, &export);
    let (mut import_days, mut export_days) = (Days::of(&import), Days::of(&export));
    let last_day = import_days.first + i32::try_from(import_days.clock.len()).unwrap_or_default();
    let kinds = super::gaps::Kinds::new(rules, import_days.first, last_day);
    let filled_hours = import_days.fill(&kinds);
    if !export_days.clock.is_empty() {
        export_days.fill(&kinds);
    }
    let peaks = import.peaks().map(|peaks| {
        let mut days = Days::of_peaks(&peaks);
        days.fill(&kinds);
        days
    });
    let missing_hours = import_days.clock.iter().flatten().filter(|value| value.is_nan()).count();
    Ok(Reading {
        files: reports,
        span_h: (at(first), at(last)),
        months,
        balanced,
        filled_hours,
        missing_hours,
        overlapping,
        import: import_days,
        export: export_days,
        peaks,
    })
}

/// Import and export of the flows that are there: those after the hourly balance before the others.
type Chosen = (Line, Line, Option<Option<(f64, f64)>>);

fn chosen(lines: [Line; 6]) -> Option<Chosen> {
    let [import, export, import_balanced, export_balanced, balance, _] = lines;
    let none = |line: &Line| line.present() == 0;
    // A few stray hours do not stand for the whole.
    if !none(&import_balanced) && import_balanced.present() * 10 >= import.present() * 9 {
        let raw = (!none(&import)).then(|| (import.sum(), export.sum()));
        return Some((import_balanced, export_balanced, Some(raw)));
    }
    if !none(&import) {
        return Some((import, export, None));
    }
    let positive = |list: &[f64], sign: f64| {
        list.iter().map(|value| if value.is_nan() { *value } else { (value * sign).max(0.0) }).collect()
    };
    // The greatest interval of a balance is one of taking.
    let part = |sign: f64| Line {
        first_h: balance.first_h,
        values: positive(&balance.values, sign),
        peak_kw: if sign > 0.0 { positive(&balance.peak_kw, sign) } else { Vec::new() },
    };
    (!none(&balance)).then(|| (part(1.0), part(-1.0), Some(None)))
}

fn months(import: &Line, export: &Line) -> Vec<MonthSum> {
    let mut months: Vec<MonthSum> = Vec::new();
    let mut day = LocalDay::of_hour(import.first_h);
    let mut date = day.date();
    for (hour, value) in (import.first_h..).zip(&import.values) {
        if hour >= day.midnight_h + day.hours {
            day = LocalDay::of_hour(hour);
            date = day.date();
        }
        if value.is_nan() {
            continue;
        }
        let same = months.last().is_some_and(|last| (last.year, last.month) == (date.year(), date.month()));
        if !same {
            months.push(MonthSum { year: date.year(), month: date.month(), ..MonthSum::default() });
        }
        if let Some(month) = months.last_mut() {
            month.hours += 1;
            month.import_kwh += value;
            month.export_kwh += Some(export.at(hour)).filter(|value| !value.is_nan()).unwrap_or_default();
        }
    }
    months
}

impl Reading {
    /// True where energy was fed in: PV stands behind the meter.
    #[must_use]
    pub fn exports(&self) -> bool {
        self.export.clock.iter().flatten().any(|value| *value > 0.0)
    }

    /// The demand on the modelled year. `generation` is the modelled hourly year of the plant behind the meter in kWh,
    /// empty for none; `season` the usual use of each month, to extend less than a year by.
    ///
    /// # Errors
    /// [`Refusal::TooShort`] where fewer than [`FEWEST_DAYS`] days are complete.
    pub fn demand(
        &self,
        calendar: &Calendar,
        rules: &Rules,
        season: &[f64; 12],
        generation: &[f64],
    ) -> Result<Demand, Refusal> {
        let year = ModelYear::new(calendar, rules, &self.import);
        let used = year.latest_year(&self.import);
        let sources = year.sources(&used);
        let (Some(first), Some(last)) = (used.first(), used.last()) else { return Err(Refusal::TooShort(0)) };
        if used.len() < FEWEST_DAYS {
            return Err(Refusal::TooShort(used.len()));
        }
        let import = year.hours(&self.import, &sources);
        let unnetted = (self.exports() && generation.len() == calendar.len()).then(|| {
            // Where the export of an hour is not known none was fed in.
            let mut export = year.hours(&self.export, &sources);
            export.iter_mut().filter(|value| value.is_nan()).for_each(|value| *value = 0.0);
            unnet::unnet(&year, &import, &export, generation)
        });
        let mut kwh = unnetted.as_ref().map_or(import, |unnetted| unnetted.demand_kwh.clone());
        year.extend(&mut kwh, &sources, season);
        let whole = |value: f64| if value.is_finite() { (value * 1000.0).round() / 1000.0 } else { 0.0 };
        kwh.iter_mut().for_each(|value| *value = whole(*value));
        let peak_kw = self.peaks.as_ref().map(|peaks| {
            let mut peak_kw = year.hours(peaks, &sources);
            year.extend(&mut peak_kw, &sources, season);
            peak_kw.iter().zip(&kwh).map(|(peak, kwh)| whole(*peak).max(*kwh)).collect()
        });
        let covered_days = sources.iter().flatten().count();
        Ok(Demand {
            covered_days,
            used_days: (*first, *last),
            unnetted,
            peak_kw: peak_kw.unwrap_or_default(),
            greatest: self.peaks.as_ref().and_then(|peaks| greatest(peaks, &used)),
            kwh,
        })
    }
}

/// The greatest value on the days with their hours, the first of equal ones.
fn greatest(peaks: &Days, used: &[i32]) -> Option<Greatest> {
    let mut best: Option<Greatest> = None;
    for &day in used {
        for (hour, &kw) in peaks.get(day)?.iter().enumerate() {
            if best.is_none_or(|best| kw > best.kw) {
                best = Some(Greatest { kw, day, hour });
            }
        }
    }
    best
}
