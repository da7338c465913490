//! Values with their time as stated → one value for every hour in UTC, with the two odd days of the year put right.
//!
//! The day in March has 23 hours and the day in October 25. Files number the hours of these days by the clock, by order
//! (up to 25:00), repeat the doubled hour, or lose it; a day with as many values as it has intervals is taken in order,
//! any other by the clock.

use super::{
    Entries, Entry, Flow, Format,
    layout::{Mapping, Mark},
};
use crate::calendar::LocalDay;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

const MINUTES_PER_DAY: i32 = 1440;
/// The clock jumps from 2:00 to 3:00 in March, and back from 3:00 to 2:00 in October (directive 2000/84/EC).
const ODD_HOUR_MIN: std::ops::Range<i32> = 120..180;

/// Hours of one flow in true order; NaN where there is no value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    /// First hour, since 1970-01-01T00:00Z.
    pub first_h: i64,
    /// The values.
    pub values: Vec<f64>,
    /// Mean power of the greatest interval of each hour, kW; NaN where the file has whole hours only.
    pub peak_kw: Vec<f64>,
}

impl Line {
    /// The value of an hour; NaN where there is none.
    pub fn at(&self, hour: i64) -> f64 {
        self.both_at(hour).0
    }

    /// The value of an hour with its peak; NaN where there is none.
    fn both_at(&self, hour: i64) -> (f64, f64) {
        let place = usize::try_from(hour - self.first_h).ok();
        let of = |list: &[f64]| place.and_then(|place| list.get(place)).copied().unwrap_or(f64::NAN);
        (of(&self.values), of(&self.peak_kw))
    }

    /// The peaks in the place of the values; none where some hour of the line is known as a whole only.
    pub fn peaks(&self) -> Option<Self> {
        let known = self.values.iter().zip(&self.peak_kw).all(|(value, peak)| value.is_nan() || !peak.is_nan());
        known.then(|| Self { first_h: self.first_h, values: self.peak_kw.clone(), peak_kw: Vec::new() })
    }

    /// Hours with a value.
    pub fn present(&self) -> usize {
        self.values.iter().filter(|value| !value.is_nan()).count()
    }

    /// Sum of the values that are there.
    pub fn sum(&self) -> f64 {
        self.values.iter().filter(|value| !value.is_nan()).sum()
    }

    /// Puts the values of a newer line over this one; gives the number of hours that both have with different values.
    pub fn overlay(&mut self, newer: &Self) -> usize {
        if self.values.is_empty() {
            self.clone_from(newer);
            return 0;
        }
        let end = |line: &Self| line.first_h + i64::try_from(line.values.len()).unwrap_or_default();
        let (first_h, last_h) = (self.first_h.min(newer.first_h), end(self).max(end(newer)));
        let mut differing = 0;
        let both = (first_h..last_h).map(|hour| match (self.both_at(hour), newer.both_at(hour)) {
            (old, (new, _)) if new.is_nan() => old,
            ((old, _), new) => {
                differing += usize::from(!old.is_nan() && (old - new.0).abs() > 1e-9);
                new
            }
        });
        let (values, peak_kw) = both.unzip();
        *self = Self { first_h, values, peak_kw };
        differing
    }
}

/// What was done to make hours of a file's values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Length of the file's intervals, minutes.
    pub step_min: i32,
    /// Which end of the interval its hours name.
    pub mark: Mark,
    /// Days of the change of clock that were put right, since 1970-01-01.
    pub odd_days: Vec<i32>,
    /// Values of hours that their day does not have.
    pub no_such_hour: usize,
    /// Values that were replaced by a later one for the same interval.
    pub repeated: usize,
    /// Hours made of fewer quarters than they have.
    pub completed: usize,
}

/// Makes hours of the values of a file.
pub(super) fn make(entries: &mut Entries, mapping: &Mapping, format: Format) -> ([Line; 6], Made) {
    let inclusive = !entries.utc && !entries.by_place && entries.list.iter().all(|entry| (entry.minute + 1) % 15 == 0);
    if inclusive {
        entries.list.iter_mut().for_each(|entry| entry.minute += 1);
    }
    let step_min = if entries.by_place { 60 } else { step(&entries.list) };
    let usual = if matches!(format, Format::Tauron | Format::Pse) { Mark::End } else { Mark::Start };
    let mark = match mapping.mark {
        _ if entries.by_place => Mark::Start,
        Some(mark) => mark,
        None if inclusive => Mark::End,
        None => mark_of(&entries.list, step_min).unwrap_or(usual),
    };
    let back_min = if mark == Mark::End { step_min } else { 0 };
    for entry in &mut entries.list {
        entry.minute -= back_min;
        if entry.minute < 0 {
            entry.minute += MINUTES_PER_DAY;
            entry.day -= 1;
        }
    }
    let mut made = Made { step_min, mark, odd_days: Vec::new(), no_such_hour: 0, repeated: 0, completed: 0 };
    let mut timed = if entries.utc { in_utc(&entries.list, step_min) } else { on_the_clock(entries, &mut made) };
    timed.sort_by_key(|(flow, interval, _)| (*flow, *interval));
    let factor = if format == Format::Energa { 1.0 } else { mapping.unit.factor(step_min) };
    let lines = Flow::ALL.map(|flow| line(&timed, flow, factor, &mut made));
    (lines, made)
}

/// Length of the intervals: the longest that nearly all stated minutes are multiples of.
fn step(entries: &[Entry]) -> i32 {
    let fitting = |step: i32| entries.iter().filter(|entry| entry.minute % step == 0).count();
    [60, 30].into_iter().find(|step| fitting(*step) * 10 >= entries.len() * 9).unwrap_or(15)
}

/// Which end the stated hours name, where the first or the last of them tells.
fn mark_of(entries: &[Entry], step_min: i32) -> Option<Mark> {
    if entries.iter().any(|entry| entry.minute >= MINUTES_PER_DAY) {
        return Some(Mark::End);
    }
    let times = || entries.iter().map(|entry| (entry.day, entry.minute));
    let (first, last) = (times().min()?.1, times().max()?.1);
    match (first, last) {
        (0, _) => Some(Mark::Start),
        (first, _) if first == step_min => Some(Mark::End),
        (_, 0) => Some(Mark::End),
        (_, last) if last == MINUTES_PER_DAY - step_min => Some(Mark::Start),
        _ => None,
    }
}

/// Flow, interval since 1970 in UTC, value.
type Timed = Vec<(Flow, i64, f64)>;

fn in_utc(entries: &[Entry], step_min: i32) -> Timed {
    let minutes = |entry: &Entry| i64::from(entry.day) * i64::from(MINUTES_PER_DAY) + i64::from(entry.minute);
    entries.iter().map(|entry| (entry.flow, minutes(entry).div_euclid(i64::from(step_min)), entry.value)).collect()
}

fn on_the_clock(entries: &Entries, made: &mut Made) -> Timed {
    let per_hour = i64::from(60 / made.step_min);
    let mut timed = Vec::with_capacity(entries.list.len());
    let mut grouped: Vec<Entry> = Vec::new();
    let mut day = LocalDay::new(0);
    for entry in &entries.list {
        if entry.day != day.number {
            day = LocalDay::new(entry.day);
        }
        if entries.by_place || day.hours != 24 {
            grouped.push(*entry);
        } else if entry.minute < MINUTES_PER_DAY {
            let interval = day.midnight_h * per_hour + i64::from(entry.minute / made.step_min);
            timed.push((entry.flow, interval, entry.value));
        } else {
            made.no_such_hour += 1;
        }
    }
    let backwards = entries.list.first().map(|entry| entry.day) > entries.list.last().map(|entry| entry.day);
    if backwards {
        grouped.reverse();
    }
    grouped.sort_by_key(|entry| (entry.flow, entry.day));
    for group in grouped.chunk_by(|a, b| (a.flow, a.day) == (b.flow, b.day)) {
        place_day(group, entries.by_place, made, &mut timed);
    }
    timed
}

/// Puts the values of one flow on one day in their true places.
fn place_day(group: &[Entry], by_place: bool, made: &mut Made, timed: &mut Timed) {
    let Some(first) = group.first() else { return };
    let day = LocalDay::new(first.day);
    let per_hour = i64::from(60 / made.step_min);
    let start = day.midnight_h * per_hour;
    let odd = day.hours != 24;
    if odd && !made.odd_days.contains(&day.number) {
        made.odd_days.push(day.number);
    }
    let steps_back = group.windows(2).filter(|pair| pair[1].minute < pair[0].minute).count();
    let in_order = by_place || steps_back <= usize::from(day.hours == 25);
    if i64::try_from(group.len()).is_ok_and(|count| count == day.hours * per_hour) && in_order {
        timed.extend((start..).zip(group).map(|(interval, entry)| (entry.flow, interval, entry.value)));
        return;
    }
    let numbered = group.iter().any(|entry| entry.minute >= MINUTES_PER_DAY);
    let mut stated = BTreeSet::new();
    for entry in group {
        let minute = entry.minute;
        let first_time = stated.insert(minute);
        let elapsed = match day.hours {
            25 if numbered || minute < ODD_HOUR_MIN.start => minute,
            25 if ODD_HOUR_MIN.contains(&minute) && first_time => minute,
            25 => minute + 60,
            23 if minute < ODD_HOUR_MIN.start => minute,
            23 if ODD_HOUR_MIN.contains(&minute) => {
                // Many files write a zero into the hour that the clock skips.
                made.no_such_hour += usize::from(entry.value.abs() > 0.0);
                continue;
            }
            23 => minute - 60,
            _ => minute,
        };
        if i64::from(elapsed) < day.hours * 60 {
            timed.push((entry.flow, start + i64::from(elapsed / made.step_min), entry.value));
        } else {
            made.no_such_hour += 1;
        }
    }
}

/// The hours of one flow, from its intervals in order: sums of energy, means of prices.
fn line(timed: &[(Flow, i64, f64)], flow: Flow, factor: f64, made: &mut Made) -> Line {
    let start = timed.partition_point(|(other, _, _)| *other < flow);
    let end = timed.partition_point(|(other, _, _)| *other <= flow);
    let own = &timed[start..end];
    let (Some(first), Some(last)) = (own.first(), own.last()) else { return Line::default() };
    let steps = 60 / made.step_min;
    let per_hour = i64::from(steps);
    let (first_h, last_h) = (first.1.div_euclid(per_hour), last.1.div_euclid(per_hour));
    let mut values = vec![f64::NAN; usize::try_from(last_h - first_h + 1).unwrap_or_default()];
    let mut peak_kw = values.clone();
    for hour in own.chunk_by(|a, b| a.1.div_euclid(per_hour) == b.1.div_euclid(per_hour)) {
        let (mut sum, mut count, mut greatest) = (0.0, 0, f64::NEG_INFINITY);
        for interval in hour.chunk_by(|a, b| a.1 == b.1) {
            made.repeated += interval.len() - 1;
            let value = interval.last().map_or(0.0, |(_, _, value)| *value);
            sum += value;
            greatest = greatest.max(value);
            count += 1;
        }
        made.completed += usize::from(count < steps);
        let share = if flow == Flow::Price { f64::from(count) } else { f64::from(count) / f64::from(steps) };
        let place = usize::try_from(hour[0].1.div_euclid(per_hour) - first_h).unwrap_or_default();
        values[place] = sum / share * factor;
        if steps > 1 {
            peak_kw[place] = greatest * f64::from(steps) * factor;
        }
    }
    Line { first_h, values, peak_kw }
}
