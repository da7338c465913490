//! Measured days → the days of the modelled year: workdays onto workdays, at the same time of the year.

use super::gaps::{Clock, Days, FREE, Kinds, alike};
use crate::{
    calendar::{Calendar, LocalDay, day_number},
    rules::Rules,
};
use std::ops::Range;

/// Fewest complete days that a year is made of.
pub const FEWEST_DAYS: usize = 28;
/// A day stands for days of the year no farther away than this; for others it is scaled by season.
const NEAR_DAYS: i32 = 10;
/// Another day of the week is taken only where the same one is this many days farther away.
const OTHER_WEEKDAY_DAYS: i32 = 8;
/// A day of another kind is taken only where there is no other.
const OTHER_KIND_DAYS: i32 = 400;
/// Days of a full year.
const YEAR_DAYS: i32 = 365;

/// A day that may stand for another.
struct Known {
    day: i32,
    kind: i32,
    /// Day of its year, from 1.
    place: i32,
}

/// The modelled year as days.
#[derive(Debug)]
pub(super) struct ModelYear<'a> {
    /// Its hours.
    pub calendar: &'a Calendar,
    /// Number of 1 January since 1970-01-01.
    first: i32,
    kinds: Kinds,
}

impl<'a> ModelYear<'a> {
    /// The year of a calendar; `data` are days from elsewhere whose kinds must be known too.
    pub fn new(calendar: &'a Calendar, rules: &Rules, data: &Days) -> Self {
        let first = day_number(calendar.year().into(), 1, 1).unwrap_or_default();
        let last = data.first + i32::try_from(data.clock.len()).unwrap_or_default();
        let kinds = Kinds::new(rules, first.min(data.first), last.max(first + YEAR_DAYS));
        Self { calendar, first, kinds }
    }

    /// Days of the modelled year by their numbers.
    fn days(&self) -> Range<i32> {
        self.first..self.first + i32::try_from(self.calendar.len() / 24).unwrap_or_default()
    }

    /// For each modelled day the measured one that stands for it; none where none is near.
    pub fn sources(&self, measured: &[i32]) -> Vec<Option<i32>> {
        let known: Vec<Known> = measured.iter().map(|&day| self.known(day)).collect();
        let near = |day| self.nearest(day, &known).filter(|(_, distance)| *distance <= NEAR_DAYS);
        self.days().map(|day| near(day).map(|(day, _)| day)).collect()
    }

    /// The complete days of the 365 that end latest among the fullest.
    pub fn latest_year(&self, data: &Days) -> Vec<i32> {
        let complete: Vec<i32> = (data.first..)
            .zip(&data.clock)
            .filter(|(_, clock)| clock.iter().all(|value| !value.is_nan()))
            .map(|(day, _)| day)
            .collect();
        let mut best = 0..0;
        let mut start = 0;
        for end in 1..=complete.len() {
            while complete[end - 1] - complete[start] >= YEAR_DAYS {
                start += 1;
            }
            if end - start >= best.len() {
                best = start..end;
            }
        }
        complete[best].to_vec()
    }

    /// The known day most like a modelled one, and how far away in the year it is.
    fn nearest(&self, day: i32, known: &[Known]) -> Option<(i32, i32)> {
        let wanted = self.known(day);
        let cost = |other: &Known| {
            let apart = (wanted.place - other.place).abs();
            let distance = apart.min(YEAR_DAYS - apart).max(0);
            let weekend = wanted.kind.min(other.kind) == FREE - 1 && wanted.kind.max(other.kind) == FREE;
            let penalty = match () {
                () if other.kind == wanted.kind => 0,
                () if alike(wanted.kind, other.kind) => OTHER_WEEKDAY_DAYS,
                () if weekend => OTHER_KIND_DAYS / 2,
                () => OTHER_KIND_DAYS,
            };
            (distance + penalty, -other.day, distance)
        };
        known.iter().map(cost).min().map(|(_, day, distance)| (-day, distance))
    }

    fn known(&self, day: i32) -> Known {
        Known { day, kind: self.kinds.of(day), place: i32::from(LocalDay::new(day).date().day_of_year()) }
    }

    /// The modelled year's hours of the measured days; NaN on days without a source.
    pub fn hours(&self, data: &Days, sources: &[Option<i32>]) -> Vec<f64> {
        let clock = |day: usize| -> Option<&Clock> { data.get((*sources.get(day)?)?) };
        (0..self.calendar.len())
            .map(|hour| clock(self.calendar.day(hour)).map_or(f64::NAN, |clock| clock[self.calendar.hour_of_day(hour)]))
            .collect()
    }

    /// Fills the days that nothing stands for: the most alike known day, scaled by the usual use of this month and of the
    /// one it was measured in.
    pub fn extend(&self, hours: &mut [f64], sources: &[Option<i32>], season: &[f64; 12]) {
        let covered = self.days().zip(sources).filter(|(_, source)| source.is_some());
        let known: Vec<Known> = covered.map(|(day, _)| self.known(day)).collect();
        let given = self.by_clock(hours);
        let month = |day: i32| usize::try_from(LocalDay::new(day).date().month() - 1).unwrap_or_default();
        let fillers: Vec<Option<(usize, f64)>> = self
            .days()
            .zip(sources)
            .map(|(day, source)| {
                let (donor, _) = self.nearest(day, &known).filter(|_| source.is_none())?;
                let place = usize::try_from(donor - self.first).ok()?;
                let factor = season[month(day)] / season[month(sources.get(place).copied().flatten()?)];
                let factor = if factor.is_finite() { factor } else { 1.0 };
                Some((place, factor))
            })
            .collect();
        for (hour, value) in hours.iter_mut().enumerate() {
            let filler = fillers.get(self.calendar.day(hour)).copied().flatten();
            if let Some((donor, factor)) = filler {
                *value = given.get(donor).map_or(0.0, |clock| clock[self.calendar.hour_of_day(hour)]) * factor;
            }
        }
    }

    /// The hours of the year by day and clock.
    pub fn by_clock(&self, hours: &[f64]) -> Vec<Clock> {
        let mut days = vec![[f64::NAN; 24]; self.days().len()];
        for (hour, value) in hours.iter().enumerate().take(self.calendar.len()) {
            if let Some(clock) = days.get_mut(self.calendar.day(hour)) {
                clock[self.calendar.hour_of_day(hour)] = *value;
            }
        }
        for clock in days.iter_mut().filter(|clock| clock[2].is_nan()) {
            clock[2] = f64::midpoint(clock[1], clock[3]);
        }
        days
    }
}
