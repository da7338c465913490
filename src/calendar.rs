//! The modelled year: which local hour, day and month each of its hours is.
//!
//! Hour 0 starts at 00:00 Central European Time on 1 January; hour `h` covers the 60 minutes that start `h` hours
//! later, in true order. Everything else counts hours; only this module knows Europe/Warsaw and its daylight saving:
//! the day in March has 23 hours and the day in October 25, as in the operator's meter.

use jiff::{
    Timestamp,
    civil::{Date, date},
    tz::{TimeZone, get},
};

/// Europe/Warsaw, compiled in.
static WARSAW: TimeZone = get!("Europe/Warsaw");

const SECONDS_PER_HOUR: i64 = 3600;
/// Central European Time is one hour ahead of UTC.
const CET_OFFSET_S: i64 = SECONDS_PER_HOUR;

/// One hour of the modelled year on the local clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct LocalHour {
    month: u8,
    hour_of_day: u8,
    weekday: u8,
    day: u16,
    free: bool,
    day_off: bool,
}

/// The local clock of every hour of one year.
#[derive(Clone, Debug)]
pub struct Calendar {
    year: i16,
    start_unix_s: i64,
    hours: Vec<LocalHour>,
}

impl Calendar {
    /// The calendar of `year` (1970 to 2100) with its statutory `days_off`.
    #[must_use]
    pub fn new(year: i16, days_off: &[Date]) -> Self {
        let year = year.clamp(1970, 2100);
        let first = date(year, 1, 1);
        let start_unix_s = unix_midnight_utc(first) - CET_OFFSET_S;
        let count = i64::from(first.days_in_year()) * 24;
        let hours = (0..count).map(|hour| local_hour(start_unix_s + hour * SECONDS_PER_HOUR, days_off)).collect();
        Self { year, start_unix_s, hours }
    }

    /// The year.
    #[must_use]
    pub fn year(&self) -> i16 {
        self.year
    }

    /// Number of hours: 8,760, or 8,784 in a leap year.
    #[must_use]
    pub fn len(&self) -> usize {
        self.hours.len()
    }

    /// Always false: a year has hours.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hours.is_empty()
    }

    /// Start of hour 0, seconds since 1970-01-01T00:00Z.
    #[must_use]
    pub fn start_unix_s(&self) -> i64 {
        self.start_unix_s
    }

    /// Local month of the hour, 0 for January to 11.
    #[must_use]
    pub fn month(&self, hour: usize) -> usize {
        usize::from(self.hours[hour].month)
    }

    /// Hour on the local clock, 0 to 23.
    #[must_use]
    pub fn hour_of_day(&self, hour: usize) -> usize {
        usize::from(self.hours[hour].hour_of_day)
    }

    /// Day of the week, 0 for Monday to 6.
    #[must_use]
    pub fn weekday(&self, hour: usize) -> usize {
        usize::from(self.hours[hour].weekday)
    }

    /// Local day of the year, 0 for 1 January.
    #[must_use]
    pub fn day(&self, hour: usize) -> usize {
        usize::from(self.hours[hour].day)
    }

    /// True on Saturdays, Sundays and statutory days off.
    #[must_use]
    pub fn is_free(&self, hour: usize) -> bool {
        self.hours[hour].free
    }

    /// True on statutory days off, whatever the day of the week.
    #[must_use]
    pub fn is_day_off(&self, hour: usize) -> bool {
        self.hours[hour].day_off
    }

    /// Adds up hourly numbers by local month.
    #[must_use]
    pub fn by_month(&self, hourly: &[f64]) -> [f64; 12] {
        let mut sums = [0.0; 12];
        for (hour, value) in self.hours.iter().zip(hourly) {
            sums[usize::from(hour.month)] += value;
        }
        sums
    }
}

fn unix_midnight_utc(day: Date) -> i64 {
    TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).map_or(0, Timestamp::as_second)
}

fn local_hour(unix_s: i64, days_off: &[Date]) -> LocalHour {
    let local = WARSAW.to_datetime(Timestamp::from_second(unix_s).unwrap_or_default());
    let day = local.date();
    let weekday = u8::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default();
    let day_off = days_off.contains(&day);
    LocalHour {
        month: u8::try_from(day.month() - 1).unwrap_or_default(),
        hour_of_day: u8::try_from(local.hour()).unwrap_or_default(),
        weekday,
        day: u16::try_from(day.day_of_year() - 1).unwrap_or_default(),
        free: weekday >= 5 || day_off,
        day_off,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours_of_day(calendar: &Calendar, day: usize) -> Vec<usize> {
        (0..calendar.len()).filter(|&h| calendar.day(h) == day).map(|h| calendar.hour_of_day(h)).collect()
    }

    #[test]
    fn the_year_starts_at_local_midnight() {
        let calendar = Calendar::new(2026, &[]);
        assert_eq!(calendar.len(), 8760);
        // 2025-12-31T23:00Z, from any Unix time converter.
        assert_eq!(calendar.start_unix_s(), 1_767_222_000);
        assert_eq!((calendar.month(0), calendar.day(0), calendar.hour_of_day(0)), (0, 0, 0));
        assert_eq!((calendar.month(8759), calendar.day(8759), calendar.hour_of_day(8759)), (11, 364, 23));
        // 1 January 2026 is a Thursday.
        assert_eq!(calendar.weekday(0), 3);
    }

    #[test]
    fn daylight_saving_days_have_23_and_25_hours() {
        // Directive 2000/84/EC: last Sundays of March and October, 29 March and 25 October 2026.
        let calendar = Calendar::new(2026, &[]);
        let spring = hours_of_day(&calendar, 31 + 28 + 28);
        assert_eq!(spring.len(), 23);
        assert!(!spring.contains(&2));
        let autumn = hours_of_day(&calendar, 297);
        assert_eq!(autumn.len(), 25);
        assert_eq!(autumn.iter().filter(|&&hour| hour == 2).count(), 2);
    }

    #[test]
    fn days_off_and_weekends_are_free() {
        let calendar = Calendar::new(2026, &[date(2026, 1, 1)]);
        assert!(calendar.is_free(0) && calendar.is_day_off(0));
        assert!(!calendar.is_free(24));
        // 3 January 2026 is a Saturday.
        assert!(calendar.is_free(48) && !calendar.is_day_off(48));
    }

    #[test]
    fn months_take_every_hour() {
        let calendar = Calendar::new(2026, &[]);
        let hours = calendar.by_month(&vec![1.0; 8760]);
        // March loses and October gains an hour.
        assert!((hours[2] - 743.0).abs() < 1e-9 && (hours[9] - 745.0).abs() < 1e-9);
        assert!((hours.iter().sum::<f64>() - 8760.0).abs() < 1e-9);
    }
}
