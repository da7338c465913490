//! Time windows of the tariff zones.

use super::table::{Fields, Table};
use crate::error::{Fault, Wrong};
use serde::{Deserialize, Deserializer, de::Error as _};

const MINUTES_PER_DAY: u16 = 24 * 60;

/// Days a window applies to, on the local calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayType {
    /// Every day.
    Any,
    /// Monday to Friday without statutory days off.
    Workday,
    /// Saturdays, Sundays and statutory days off.
    Free,
    /// Monday to Saturday without statutory days off.
    MonSat,
    /// Sundays and statutory days off.
    Sunday,
}

impl DayType {
    /// True where the day belongs to the type; `weekday` counts from 0 for Monday.
    #[must_use]
    pub fn covers(self, weekday: usize, day_off: bool) -> bool {
        match self {
            Self::Any => true,
            Self::Workday => weekday < 5 && !day_off,
            Self::Free => weekday >= 5 || day_off,
            Self::MonSat => weekday < 6 && !day_off,
            Self::Sunday => weekday == 6 || day_off,
        }
    }
}

/// A row of `zones.csv`: hours of the day in which a zone of a tariff group applies.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ZoneWindow {
    /// Distribution company; `*` for all.
    pub operator: String,
    /// Tariff group.
    pub group: String,
    /// Months as written in the table: `4-9`, or `10-3` across the new year.
    pub months: Months,
    /// Days.
    pub day_type: DayType,
    /// Name of the zone, as in `rates.csv`.
    pub zone: String,
    /// Start, minutes after local midnight, included.
    #[serde(deserialize_with = "clock")]
    pub from: u16,
    /// End, minutes after local midnight, excluded; a window that ends before it starts runs over midnight, and both
    /// parts belong to the day they lie in.
    #[serde(deserialize_with = "clock")]
    pub to: u16,
}

impl ZoneWindow {
    /// True where the moment lies in the window: `month` from 0, `weekday` from 0 for Monday, `minute` of the day.
    #[must_use]
    pub fn covers(&self, month: usize, weekday: usize, day_off: bool, minute: u16) -> bool {
        let within = if self.from < self.to {
            (self.from..self.to).contains(&minute)
        } else {
            minute >= self.from || minute < self.to
        };
        within && self.months.contains(month) && self.day_type.covers(weekday, day_off)
    }
}

impl Table for ZoneWindow {
    const NAME: &'static str = "zones.csv";
    const COLUMNS: &'static [&'static str] = &["operator", "group", "months", "day_type", "zone", "from", "to"];
    const KEY: usize = 2;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        fields.row()
    }

    fn key(&self) -> String {
        let Self { operator, group, months, day_type, zone, from, .. } = self;
        format!("{operator} {group} {months:?} {day_type:?} {zone} {from}")
    }
}

/// A run of months, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months {
    /// First month, 0 for January.
    pub first: usize,
    /// Last month; before `first` where the run crosses the new year.
    pub last: usize,
}

impl Months {
    /// True where `month`, 0 for January, is in the run.
    #[must_use]
    pub fn contains(self, month: usize) -> bool {
        if self.first <= self.last {
            (self.first..=self.last).contains(&month)
        } else {
            month >= self.first || month <= self.last
        }
    }
}

impl<'de> Deserialize<'de> for Months {
    fn deserialize<D: Deserializer<'de>>(cell: D) -> Result<Self, D::Error> {
        let text = String::deserialize(cell)?;
        let month = |part: &str| part.parse::<usize>().ok().filter(|number| (1..=12).contains(number));
        text.split_once('-')
            .and_then(|(first, last)| Some(Self { first: month(first)? - 1, last: month(last)? - 1 }))
            .ok_or_else(|| D::Error::custom("months"))
    }
}

fn clock<'de, D: Deserializer<'de>>(cell: D) -> Result<u16, D::Error> {
    let text = String::deserialize(cell)?;
    let read = |text: &str| {
        let (hour, minute) = text.split_once(':')?;
        let (hour, minute) = (hour.parse::<u16>().ok()?, minute.parse::<u16>().ok()?);
        (hour <= 24 && minute < 60).then_some(hour * 60 + minute)
    };
    read(&text).filter(|minutes| *minutes <= MINUTES_PER_DAY).ok_or_else(|| D::Error::custom("clock"))
}

/// The first moment that no window or more than one covers; none where the windows tile the year.
#[must_use]
pub fn untiled(windows: &[&ZoneWindow]) -> Option<Fault> {
    let edges = || windows.iter().flat_map(|window| [window.from, window.to]).filter(|&at| at < MINUTES_PER_DAY);
    // A workday, a Saturday, a Sunday and a day off in the week stand for all days.
    for (weekday, day_off) in [(0, false), (5, false), (6, false), (2, true), (5, true)] {
        for month in 0..12 {
            for minute in edges().chain([0]) {
                let count = windows.iter().filter(|window| window.covers(month, weekday, day_off, minute)).count();
                if count != 1 {
                    let (month, weekday, hour) = (month + 1, weekday + 1, minute / 60);
                    return Some(Fault::Untiled { windows: count, month, weekday, hour });
                }
            }
        }
    }
    None
}
