//! A file of market prices → zł/MWh on the hours of the modelled year.

use super::{
    Flow, Refusal,
    gaps::{Days, Kinds},
    layout::Want,
    meter::{FileReport, Given, read_file},
    year::{FEWEST_DAYS, ModelYear},
};
use crate::{calendar::Calendar, rules::Rules};

/// Prices of a file on the modelled year.
#[derive(Clone, Debug)]
pub struct Prices {
    /// What the files turned out to hold.
    pub files: Vec<FileReport>,
    /// zł/MWh of each hour of the modelled year; negative prices are kept.
    pub pln_mwh: Vec<f64>,
    /// First and last of the days used, since 1970-01-01.
    pub used_days: (i32, i32),
    /// Days of the modelled year that a day of the file stands for.
    pub covered_days: usize,
    /// Hours without a price that were filled.
    pub filled_hours: usize,
    /// Hours below zero.
    pub negative_hours: usize,
}

/// Reads files of market prices, the oldest first: quarters become hourly means, and the latest year is taken.
///
/// # Errors
/// [`Refusal`] where a file cannot be read at all or fewer than [`FEWEST_DAYS`] days are complete.
pub fn read(
    files: &[Given<'_>],
    rules: &Rules,
    calendar: &Calendar,
    tell: &mut dyn FnMut(f64),
) -> Result<Prices, Refusal> {
    let mut reports = Vec::new();
    let mut line = super::hours::Line::default();
    for (bytes, own) in files {
        let read = read_file(bytes, Want::Prices, own.as_ref(), tell)?.with_rows()?;
        line.overlay(&read.lines[Flow::Price.index()]);
        reports.push(read.report);
    }
    let mut days = Days::of(&line);
    let last = days.first + i32::try_from(days.clock.len()).unwrap_or_default();
    let filled_hours = days.fill(&Kinds::new(rules, days.first, last));
    let year = ModelYear::new(calendar, rules, &days);
    let used = year.latest_year(&days);
    let (Some(first_day), Some(last_day)) = (used.first(), used.last()) else { return Err(Refusal::TooShort(0)) };
    if used.len() < FEWEST_DAYS {
        return Err(Refusal::TooShort(used.len()));
    }
    let sources = year.sources(&used);
    let mut pln_mwh = year.hours(&days, &sources);
    year.extend(&mut pln_mwh, &sources, &[1.0; 12]);
    for price in &mut pln_mwh {
        *price = if price.is_finite() { (*price * 100.0).round() / 100.0 } else { 0.0 };
    }
    Ok(Prices {
        files: reports,
        used_days: (*first_day, *last_day),
        covered_days: sources.iter().flatten().count(),
        filled_hours,
        negative_hours: pln_mwh.iter().filter(|price| **price < 0.0).count(),
        pln_mwh,
    })
}
