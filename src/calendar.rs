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
const SECONDS_PER_DAY: i64 = 24 * SECONDS_PER_HOUR;
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
        let days = i64::from(first.days_in_year());
        let mut hours = Vec::with_capacity(usize::from(first.days_in_year().unsigned_abs()) * 24);
        let mut local = None;
        for day in 0..days {
            let start_s = start_unix_s + day * SECONDS_PER_DAY;
            let ahead_s = offset_s(start_s);
            let changes = ahead_s != offset_s(start_s + SECONDS_PER_DAY);
            for unix_s in (0..24).map(|hour| start_s + hour * SECONDS_PER_HOUR) {
                let local_s = unix_s + if changes { offset_s(unix_s) } else { ahead_s };
                let midnight_s = local_s - local_s.rem_euclid(SECONDS_PER_DAY);
                let day = match local {
                    Some((known_s, day)) if known_s == midnight_s => day,
                    _ => local_day(midnight_s, days_off),
                };
                local = Some((midnight_s, day));
                let hour_of_day = u8::try_from((local_s - midnight_s) / SECONDS_PER_HOUR).unwrap_or_default();
                hours.push(LocalHour { hour_of_day, ..day });
            }
        }
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

/// A day of the local clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalDay {
    /// Days since 1970-01-01.
    pub number: i32,
    /// Its midnight, hours since 1970-01-01T00:00Z.
    pub midnight_h: i64,
    /// Its length: 23 hours in spring, 25 in autumn, otherwise 24.
    pub hours: i64,
}

impl LocalDay {
    /// The day with this number of days since 1970-01-01.
    #[must_use]
    pub fn new(number: i32) -> Self {
        let midnight_h = |number: i32| {
            let day = civil_day(number).at(0, 0, 0, 0);
            WARSAW.to_ambiguous_timestamp(day).compatible().map_or(0, |time| time.as_second() / SECONDS_PER_HOUR)
        };
        let start = midnight_h(number);
        Self { number, midnight_h: start, hours: midnight_h(number.saturating_add(1)) - start }
    }

    /// The day that an hour since 1970-01-01T00:00Z belongs to.
    #[must_use]
    pub fn of_hour(hour: i64) -> Self {
        // Warsaw is one or two hours ahead of UTC.
        let number = |ahead: i64| i32::try_from((hour + ahead).div_euclid(24)).unwrap_or_default();
        let day = Self::new(number(1));
        if hour >= day.midnight_h + day.hours { Self::new(number(2)) } else { day }
    }

    /// Hour on the local clock of the hour `elapsed` hours after midnight.
    #[must_use]
    pub fn clock(&self, elapsed: i64) -> usize {
        let clock = match self.hours {
            23 if elapsed >= 2 => elapsed + 1,
            25 if elapsed >= 3 => elapsed - 1,
            _ => elapsed,
        };
        usize::try_from(clock.clamp(0, 23)).unwrap_or_default()
    }

    /// The date.
    #[must_use]
    pub fn date(&self) -> Date {
        civil_day(self.number)
    }
}

/// Days since 1970-01-01 of a date between 2000 and 2099; none where there is no such date.
#[must_use]
pub fn day_number(year: i32, month: i32, day: i32) -> Option<i32> {
    let year = i16::try_from(year).ok().filter(|year| (2000..2100).contains(year))?;
    let day = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    i32::try_from(unix_midnight_utc(day) / (24 * SECONDS_PER_HOUR)).ok()
}

fn civil_day(number: i32) -> Date {
    let time = Timestamp::from_second(i64::from(number) * 24 * SECONDS_PER_HOUR).unwrap_or_default();
    TimeZone::UTC.to_datetime(time).date()
}

fn unix_midnight_utc(day: Date) -> i64 {
    TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).map_or(0, Timestamp::as_second)
}

/// What the local clock of Warsaw is ahead of UTC, s.
fn offset_s(unix_s: i64) -> i64 {
    i64::from(WARSAW.to_offset(Timestamp::from_second(unix_s).unwrap_or_default()).seconds())
}

/// The first hour of the local day that starts `midnight_s` after 1970-01-01T00:00 on the local clock.
fn local_day(midnight_s: i64, days_off: &[Date]) -> LocalHour {
    let day = TimeZone::UTC.to_datetime(Timestamp::from_second(midnight_s).unwrap_or_default()).date();
    let weekday = u8::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default();
    let day_off = days_off.contains(&day);
    LocalHour {
        month: u8::try_from(day.month() - 1).unwrap_or_default(),
        hour_of_day: 0,
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
    fn local_days_know_their_length_and_clock() {
        // 29 March and 25 October 2026; 2026-03-28T23:00Z and 2026-10-24T22:00Z are their midnights.
        for (month, day, hours, midnight) in [(3, 29, 23, "2026-03-28T23:00Z"), (10, 25, 25, "2026-10-24T22:00Z")] {
            let local = LocalDay::new(day_number(2026, month, day).unwrap());
            let unix_s = midnight.parse::<Timestamp>().unwrap().as_second();
            assert_eq!((local.hours, local.midnight_h), (hours, unix_s / 3600));
            assert_eq!(LocalDay::of_hour(local.midnight_h), local);
            assert_eq!(LocalDay::of_hour(local.midnight_h + hours - 1), local);
            assert_eq!(LocalDay::of_hour(local.midnight_h - 1).number, local.number - 1);
            assert_eq!(LocalDay::of_hour(local.midnight_h + hours).number, local.number + 1);
        }
        let autumn = LocalDay::new(day_number(2026, 10, 25).unwrap());
        assert_eq!([1, 2, 3, 4, 24].map(|elapsed| autumn.clock(elapsed)), [1, 2, 2, 3, 23]);
        let spring = LocalDay::new(day_number(2026, 3, 29).unwrap());
        assert_eq!([1, 2, 22].map(|elapsed| spring.clock(elapsed)), [1, 3, 23]);
        assert_eq!(day_number(2026, 2, 29), None);
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
