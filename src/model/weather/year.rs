//! Days and months of the modelled year, at UTC+1 without daylight saving.

use std::ops::Range;

/// Seconds from the Unix epoch in one day.
const DAY_S: i64 = 86_400;
/// Days from 1 January of year 1 to the Unix epoch, proleptic Gregorian.
const EPOCH_DAY: i64 = 719_162;

/// A calendar year cut into the days and months of UTC+1.
#[derive(Clone, Debug)]
pub struct Year {
    first_unix_day: i64,
    month_starts: [usize; 13],
}

impl Year {
    /// The calendar year `year`, leap years included.
    #[must_use]
    pub fn new(year: i16) -> Self {
        let year = i64::from(year);
        let leap = days_before(year + 1) - days_before(year) == 366;
        let lengths = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let mut month_starts = [0; 13];
        for (month, length) in lengths.iter().enumerate() {
            month_starts[month + 1] = month_starts[month] + length;
        }
        Self { first_unix_day: days_before(year), month_starts }
    }

    /// Instant at which hour 0 begins: 00:00 at UTC+1 on 1 January, s since 1970-01-01 UTC.
    #[must_use]
    pub fn start_unix_s(&self) -> i64 {
        self.first_unix_day * DAY_S - 3600
    }

    /// Number of days: 365 or 366.
    #[must_use]
    pub fn days(&self) -> usize {
        self.month_starts[12]
    }

    /// Number of hours: 8,760 or 8,784.
    #[must_use]
    pub fn hours(&self) -> usize {
        self.days() * 24
    }

    /// The twelve months as ranges of days counted from 0.
    pub fn months(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.month_starts.windows(2).map(|pair| pair[0]..pair[1])
    }

    /// The twelve months as ranges of hours counted from 0.
    pub fn month_hours(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.months().map(|days| days.start * 24..days.end * 24)
    }

    /// For every day, twelve monthly values joined by straight lines between the middles of the months.
    pub(super) fn interpolate(&self, monthly: &[f64; 12]) -> Vec<f64> {
        let middles: Vec<f64> = self.months().map(|days| 0.5 * (as_f64(days.start) + as_f64(days.end))).collect();
        let length = as_f64(self.days());
        let mut values = Vec::with_capacity(self.days());
        let mut next = 0;
        for day in 0..self.days() {
            let noon = as_f64(day) + 0.5;
            while next < 12 && noon > middles[next] {
                next += 1;
            }
            let before = (next + 11) % 12;
            let after = next % 12;
            let from = if next == 0 { middles[11] - length } else { middles[before] };
            let to = if next == 12 { middles[0] + length } else { middles[after] };
            let share = (noon - from) / (to - from);
            values.push(monthly[before] + (monthly[after] - monthly[before]) * share);
        }
        values
    }
}

/// Days from the Unix epoch to 1 January of `year`.
fn days_before(year: i64) -> i64 {
    let past = year - 1;
    365 * past + past.div_euclid(4) - past.div_euclid(100) + past.div_euclid(400) - EPOCH_DAY
}

/// Day of the year, 1 to 366, of the UTC date at `unix_s`.
#[must_use]
pub fn day_of_year(unix_s: i64) -> u16 {
    let day = unix_s.div_euclid(DAY_S);
    // 146,097 days in 400 years; the estimate is at most one year off.
    let mut year =
        (day + EPOCH_DAY).div_euclid(146_097) * 400 + (day + EPOCH_DAY).rem_euclid(146_097) * 400 / 146_097 + 1;
    while days_before(year) > day {
        year -= 1;
    }
    while days_before(year + 1) <= day {
        year += 1;
    }
    u16::try_from(day - days_before(year) + 1).unwrap_or(1)
}

/// A count as a number; counts of hours are far below 2⁵³.
#[expect(clippy::cast_precision_loss, reason = "counts of hours are far below 2^53")]
pub(in crate::model) fn as_f64(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_start_at_midnight_cet() {
        // 2023-12-31T23:00:00Z is 1,704,063,600 s after the epoch (GNU date).
        assert_eq!(Year::new(2024).start_unix_s(), 1_704_063_600);
        assert_eq!(Year::new(2024).hours(), 8784);
        assert_eq!(Year::new(2100).hours(), 8760);
        assert_eq!(Year::new(2026).months().nth(11), Some(334..365));
    }

    #[test]
    fn days_of_the_year_follow_the_utc_date() {
        assert_eq!(day_of_year(1_704_063_600), 365);
        assert_eq!(day_of_year(1_704_067_200), 1);
        assert_eq!(day_of_year(1_735_689_599), 366);
        assert_eq!(day_of_year(-1), 365);
    }

    #[test]
    fn interpolation_passes_through_the_middles_of_months() {
        let year = Year::new(2026);
        let monthly = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0];
        let daily = year.interpolate(&monthly);
        assert_eq!(daily.len(), 365);
        // The middle of January is noon of the 16th.
        assert!(daily[15].abs() < 1e-12);
        // 1 January lies between December's 1 and January's 0.
        assert!(daily[0] > 0.4 && daily[0] < 0.6);
        assert!(daily[364] > 0.4 && daily[364] < 0.6);
    }
}
