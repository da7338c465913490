//! A meter behind which PV stands already → what the home itself uses.
//!
//! demand = import + own use of the sun, and own use = generation − export, hour by hour. Generation is not measured at
//! the meter, so it is taken from the model of the stated plant. The modelled weather is another year's: within each
//! month the modelled days are dealt out so that the sunniest falls on the day with the most export.

use super::year::ModelYear;
use serde::{Deserialize, Serialize};

/// Generation that would be exported before it is made, as a share, up to which the plant fits well.
const GOOD_SHARE: f64 = 0.10;
/// The same, up to which it may fit.
const FAIR_SHARE: f64 = 0.25;
/// Hours of the day in which the sun shows at the meter.
const SUNNY: std::ops::Range<usize> = 8..17;

/// How well the stated plant fits the meter's figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// It fits.
    Plausible,
    /// It fits roughly: look at the power again.
    Doubtful,
    /// Such a plant cannot make what was exported.
    Implausible,
}

/// What a meter with PV tells about the home.
#[derive(Clone, Debug, PartialEq)]
pub struct Unnetted {
    /// Demand of every hour, kWh; NaN where nothing was measured.
    pub demand_kwh: Vec<f64>,
    /// Hours in which more was exported than the plant makes in the model, so that own use was set to nothing.
    pub clipped_hours: usize,
    /// What was exported beyond generation in those hours, kWh.
    pub clipped_kwh: f64,
    /// Generation in the measured hours, kWh.
    pub generation_kwh: f64,
    /// Export in the measured hours, kWh.
    pub export_kwh: f64,
    /// The judgement.
    pub verdict: Verdict,
}

/// Demand from import, export and the generation of a plant in the same model year.
///
/// Own use below zero is set to zero; what was clipped is taken from the other hours of the same day, so that each day
/// keeps import − export + generation wherever that leaves own use at all. Hours without a value stay so.
#[must_use]
pub(super) fn unnet(year: &ModelYear<'_>, import: &[f64], export: &[f64], generation: &[f64]) -> Unnetted {
    let generation = dealt(year, import, export, generation);
    let mut demand_kwh = import.to_vec();
    let (mut clipped_hours, mut clipped_kwh, mut generation_kwh, mut export_kwh) = (0, 0.0, 0.0, 0.0);
    let hours: Vec<usize> = (0..import.len()).filter(|&hour| !import[hour].is_nan()).collect();
    for day in hours.chunk_by(|a, b| year.calendar.day(*a) == year.calendar.day(*b)) {
        let (mut kept, mut made, mut sent) = (0.0, 0.0, 0.0);
        for &hour in day {
            let own = generation[hour] - export[hour];
            made += generation[hour];
            sent += export[hour];
            kept += own.max(0.0);
            if own < -1e-9 {
                clipped_hours += 1;
                clipped_kwh -= own;
            }
        }
        let share = if kept > 0.0 { ((made - sent).max(0.0) / kept).min(1.0) } else { 0.0 };
        for &hour in day {
            demand_kwh[hour] += (generation[hour] - export[hour]).max(0.0) * share;
        }
        generation_kwh += made;
        export_kwh += sent;
    }
    let share = if generation_kwh > 0.0 { clipped_kwh / generation_kwh } else { f64::INFINITY };
    let verdict = if export_kwh <= 0.0 || (share <= GOOD_SHARE && export_kwh <= generation_kwh) {
        Verdict::Plausible
    } else if share <= FAIR_SHARE && export_kwh <= generation_kwh {
        Verdict::Doubtful
    } else {
        Verdict::Implausible
    };
    Unnetted { demand_kwh, clipped_hours, clipped_kwh, generation_kwh, export_kwh, verdict }
}

/// Generation with the days of each month dealt out by the sun that the meter shows.
fn dealt(year: &ModelYear<'_>, import: &[f64], export: &[f64], generation: &[f64]) -> Vec<f64> {
    let (taken, sent, made) = (year.by_clock(import), year.by_clock(export), year.by_clock(generation));
    let month_of = |day: usize| (0..year.calendar.len()).find(|&hour| year.calendar.day(hour) == day);
    let months: Vec<usize> =
        (0..made.len()).map(|day| month_of(day).map_or(0, |hour| year.calendar.month(hour))).collect();
    let sun = |clock: &[f64; 24]| clock[SUNNY].iter().sum::<f64>();
    let mut from: Vec<usize> = (0..made.len()).collect();
    for month in 0..12 {
        let mut measured: Vec<usize> =
            (0..made.len()).filter(|&day| months[day] == month && !sun(&taken[day]).is_nan()).collect();
        let mut modelled: Vec<usize> = (0..made.len()).filter(|&day| months[day] == month).collect();
        measured.sort_by(|&a, &b| (sun(&sent[a]) - sun(&taken[a])).total_cmp(&(sun(&sent[b]) - sun(&taken[b]))));
        modelled.sort_by(|&a, &b| sun(&made[a]).total_cmp(&sun(&made[b])));
        for (rank, &day) in measured.iter().enumerate() {
            // Fewer measured days than the month has stand for all of them evenly.
            from[day] = modelled[(2 * rank + 1) * modelled.len() / (2 * measured.len())];
        }
    }
    let value = |hour: usize| {
        let day = from.get(year.calendar.day(hour)).and_then(|&day| made.get(day));
        day.map_or(0.0, |clock| clock[year.calendar.hour_of_day(hour)]).max(0.0)
    };
    (0..year.calendar.len()).map(value).collect()
}
