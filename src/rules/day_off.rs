//! Statutory days off.

use super::table::{Fields, Table};
use crate::error::Wrong;
use jiff::civil::{Date, date};
use serde::{Deserialize, Deserializer, de::Error as _};

/// A row of `holidays.csv`: a day off every year, on a date or at a distance from Easter.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct DayOff {
    /// Name in Polish.
    pub name: String,
    /// Month and day of a fixed one.
    #[serde(deserialize_with = "month_day")]
    pub month_day: Option<(i8, i8)>,
    /// Days after Easter Sunday of a moving one.
    pub easter_offset_days: Option<i32>,
}

impl DayOff {
    /// The day in `year`.
    #[must_use]
    pub fn in_year(&self, year: i16) -> Option<Date> {
        match (self.month_day, self.easter_offset_days) {
            (Some((month, day)), None) => Date::new(year, month, day).ok(),
            (None, Some(days)) => after_february(year, days_to_easter(year).checked_add(days)?),
            _ => None,
        }
    }
}

impl Table for DayOff {
    const NAME: &'static str = "holidays.csv";
    const COLUMNS: &'static [&'static str] = &["name", "month_day", "easter_offset_days"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let day: Self = fields.row()?;
        let one = day.month_day.is_some() != day.easter_offset_days.is_some();
        if one { Ok(day) } else { Err(Wrong::rule("month_day", "day_off")) }
    }

    fn key(&self) -> String {
        self.name.clone()
    }
}

/// Easter Sunday of the Gregorian calendar.
///
/// Valid from 1583. Source: J. Meeus, Astronomical Algorithms, 2nd ed. (1998), chapter 8, after Butcher (1876).
#[must_use]
pub fn easter_sunday(year: i16) -> Date {
    after_february(year, days_to_easter(year)).unwrap_or_default()
}

/// The day so many days after 1 March; none before it.
fn after_february(year: i16, days: i32) -> Option<Date> {
    (0..u32::try_from(days).ok()?).try_fold(date(year, 3, 1), |day, _| day.tomorrow().ok())
}

/// Days from 1 March to Easter Sunday.
fn days_to_easter(year: i16) -> i32 {
    let year_number = i32::from(year);
    let (golden, century, of_century) = (year_number % 19, year_number / 100, year_number % 100);
    let (leap_centuries, century_rest) = (century / 4, century % 4);
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - leap_centuries - moon_shift + 15) % 30;
    let to_sunday = (32 + 2 * century_rest + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let correction = (golden + 11 * epact + 22 * to_sunday) / 451;
    epact + to_sunday - 7 * correction + 21
}

/// Month and day written as `12-24`; none where nothing is written.
pub(in crate::rules) fn month_day<'de, D: Deserializer<'de>>(cell: D) -> Result<Option<(i8, i8)>, D::Error> {
    let text = String::deserialize(cell)?;
    if text.is_empty() {
        return Ok(None);
    }
    text.split_once('-')
        .and_then(|(month, day)| Some((month.parse().ok()?, day.parse().ok()?)))
        .filter(|&(month, day)| Date::new(2024, month, day).is_ok())
        .map(Some)
        .ok_or_else(|| D::Error::custom("month_day"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_on_the_published_days() {
        // Published dates of Easter, e.g. the table of the US Naval Observatory.
        for (year, month, day) in [
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2030, 4, 21),
            (2038, 4, 25),
        ] {
            assert_eq!(easter_sunday(year), date(year, month, day));
        }
    }
}
