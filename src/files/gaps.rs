//! Hours in UTC → days on the local clock, and missing hours filled from neighbouring weeks.

use super::hours::Line;
use crate::{calendar::LocalDay, rules::Rules};

/// How far a gap is filled from, days.
const FARTHEST_DAYS: i32 = 28;

/// Longest run of days without any value that is filled.
const LONGEST_GAP_DAYS: usize = 7;

/// A day's values by the local clock; NaN where there is none.
pub type Clock = [f64; 24];

/// Which days count alike: 0 to 4 are Monday to Friday, 5 Saturday, 6 Sunday and days off.
#[derive(Debug)]
pub(super) struct Kinds {
    off: Vec<i32>,
}

/// The kind of Sundays and days off.
pub(super) const FREE: i32 = 6;

impl Kinds {
    /// The kinds of the days from `first` to `last`.
    pub fn new(rules: &Rules, first: i32, last: i32) -> Self {
        let years = LocalDay::new(first).date().year()..=LocalDay::new(last).date().year();
        let number = |day: jiff::civil::Date| {
            crate::calendar::day_number(day.year().into(), day.month().into(), day.day().into())
        };
        Self { off: years.flat_map(|year| rules.days_off(year)).filter_map(number).collect() }
    }

    /// The kind of a day.
    pub fn of(&self, day: i32) -> i32 {
        // 1970-01-01 was a Thursday.
        if self.off.binary_search(&day).is_ok() { FREE } else { (day + 3).rem_euclid(7) }
    }
}

/// True for two kinds that people live alike on.
pub(super) fn alike(a: i32, b: i32) -> bool {
    a == b || (a < 5 && b < 5)
}

/// Days of one flow on the local clock.
#[derive(Clone, Debug, Default)]
pub(super) struct Days {
    /// First day, since 1970-01-01.
    pub first: i32,
    /// The days.
    pub clock: Vec<Clock>,
}

impl Days {
    /// The whole days that the hours touch. The doubled hour of October counts once, as the mean of both; the one that
    /// the clock skips in March is the mean of its neighbours.
    pub fn of(line: &Line) -> Self {
        Self::of_doubled(line, f64::midpoint)
    }

    /// The same for the greatest power of each hour: of the doubled hour the greater counts.
    pub fn of_peaks(line: &Line) -> Self {
        Self::of_doubled(line, f64::max)
    }

    fn of_doubled(line: &Line, both: fn(f64, f64) -> f64) -> Self {
        let Ok(count) = i64::try_from(line.values.len()) else { return Self::default() };
        if count == 0 {
            return Self::default();
        }
        let first = LocalDay::of_hour(line.first_h).number;
        let last = LocalDay::of_hour(line.first_h + count - 1).number;
        let clock = (first..=last)
            .map(|number| {
                let day = LocalDay::new(number);
                let mut clock = [f64::NAN; 24];
                for elapsed in 0..day.hours {
                    let value = line.at(day.midnight_h + elapsed);
                    let place = &mut clock[day.clock(elapsed)];
                    *place = match (*place, value) {
                        (before, now) if before.is_nan() => now,
                        (before, now) if now.is_nan() => before,
                        (before, now) => both(before, now),
                    };
                }
                if day.hours == 23 {
                    clock[2] = f64::midpoint(clock[1], clock[3]);
                }
                clock
            })
            .collect();
        Self { first, clock }
    }

    /// The day with this number; none where it lies outside.
    pub fn get(&self, day: i32) -> Option<&Clock> {
        usize::try_from(day - self.first).ok().and_then(|place| self.clock.get(place))
    }

    /// Fills missing hours with the mean of the same hour on the nearest days of the same kind before and after: the
    /// same day of the week in up to four weeks, else any day of the kind. A longer
    /// run of empty days than a week is left. Gives the number of hours filled.
    pub fn fill(&mut self, kinds: &Kinds) -> usize {
        let whole = self.clone();
        let weeks = [7, 14, 21, 28].into_iter();
        let distances: Vec<i32> = weeks.chain((1..=FARTHEST_DAYS).filter(|days| days % 7 != 0)).collect();
        let empty: Vec<bool> = whole.clock.iter().map(|clock| clock.iter().all(|value| value.is_nan())).collect();
        let mut long = vec![false; empty.len()];
        let mut start = 0;
        for run in empty.chunk_by(|a, b| a == b) {
            long[start..start + run.len()].fill(run[0] && run.len() > LONGEST_GAP_DAYS);
            start += run.len();
        }
        let mut filled = 0;
        for ((day, clock), long) in (self.first..).zip(&mut self.clock).zip(long) {
            if long || clock.iter().all(|value| !value.is_nan()) {
                continue;
            }
            let kind = kinds.of(day);
            for (hour, value) in clock.iter_mut().enumerate().filter(|(_, value)| value.is_nan()) {
                let at = |other: i32| {
                    let known = whole.get(other).map(|clock| clock[hour]).filter(|value| !value.is_nan());
                    known.filter(|_| alike(kind, kinds.of(other)))
                };
                let mean = distances.iter().find_map(|away| match (at(day - away), at(day + away)) {
                    (Some(before), Some(after)) => Some(f64::midpoint(before, after)),
                    (before, after) => before.or(after),
                });
                if let Some(mean) = mean {
                    *value = mean;
                    filled += 1;
                }
            }
        }
        filled
    }
}
