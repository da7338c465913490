//! The course of a trade's days, weeks and months.

use super::Trade;
use crate::error::Wrong;
use crate::rules::{
    day_off::month_day,
    table::{Fields, Table},
};
use serde::{Deserialize, Serialize};

/// Days on which hours of work are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TradeDays {
    /// Every day of the year.
    Every,
    /// Monday to Friday without days off.
    Workday,
    /// Saturdays that are no day off.
    Saturday,
    /// Sundays that are no day off.
    Sunday,
    /// Sundays on which shops may open, beside what holds on any Sunday.
    TradingSunday,
    /// Statutory days off.
    DayOff,
}

/// A row of `firm_trade_hours.csv`: hours of work of a kind of day.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct TradeHours {
    /// Which trade.
    pub trade: Trade,
    /// On which days.
    pub days: TradeDays,
    /// Beginning, hours after midnight of the day.
    pub from_h: f64,
    /// End, hours after the same midnight; above 24 on the day after.
    pub to_h: f64,
    /// What they add to the operation, 1 being full operation; below zero for a break.
    pub level: f64,
    /// Probability that they are held on a day.
    pub chance: f64,
}

impl Table for TradeHours {
    const NAME: &'static str = "firm_trade_hours.csv";
    const COLUMNS: &'static [&'static str] = &["trade", "days", "from_h", "to_h", "level", "chance"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        within("from_h", row.from_h, 0.0, 24.0 + 12.0)?;
        within("to_h", row.to_h, row.from_h, 24.0 + 12.0)?;
        within("level", row.level, -1.0, 2.0)?;
        within("chance", row.chance, 0.0, 1.0)?;
        Ok(row)
    }

    fn key(&self) -> String {
        format!("{} {:?} {} {}", self.trade.id(), self.days, self.from_h, self.to_h)
    }
}

/// Kind of place, which matters where guests come for a season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TradePlace {
    /// No resort, or one of the summer.
    #[default]
    Usual,
    /// Mountains with a skiing season.
    MountainResort,
}

/// A row of `firm_trade_seasons.csv`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TradeSeason {
    /// Which trade.
    pub trade: Trade,
    /// Where.
    pub place: TradePlace,
    /// Operation from January to December, 1 in a usual month.
    pub levels: [f64; 12],
}

/// Its columns beside the months.
#[derive(Deserialize)]
struct SeasonOf {
    trade: Trade,
    place: TradePlace,
}

impl Table for TradeSeason {
    const NAME: &'static str = "firm_trade_seasons.csv";
    const COLUMNS: &'static [&'static str] = &["trade", "place", "level_MM"];
    const KEY: usize = 2;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let SeasonOf { trade, place } = fields.row()?;
        let levels = fields.months("level")?;
        levels.iter().try_for_each(|&level| within("level", level, 0.0, 2.0))?;
        Ok(Self { trade, place, levels })
    }

    fn key(&self) -> String {
        format!("{} {:?}", self.trade.id(), self.place)
    }
}

/// A row of `firm_trade_breaks.csv`: days of every year with less work.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct TradeBreak {
    /// Which trade.
    pub trade: Trade,
    /// Name of the break.
    pub name: String,
    /// Month and day of the first day.
    #[serde(deserialize_with = "month_day")]
    pub first_day: Option<(i8, i8)>,
    /// Month and day of the last day; before the first where the break runs over New Year.
    #[serde(deserialize_with = "month_day")]
    pub last_day: Option<(i8, i8)>,
    /// Operation, 1 being that of other days.
    pub level: f64,
    /// Base load, 1 being that of other days.
    pub base_level: f64,
}

impl TradeBreak {
    /// Whether a day of the year, by month and day from 1, lies in the break.
    #[must_use]
    pub fn covers(&self, month: i8, day: i8) -> bool {
        let (Some(first), Some(last)) = (self.first_day, self.last_day) else { return false };
        let (begun, ended) = ((month, day) >= first, (month, day) > last);
        if first <= last { begun && !ended } else { begun || !ended }
    }
}

impl Table for TradeBreak {
    const NAME: &'static str = "firm_trade_breaks.csv";
    const COLUMNS: &'static [&'static str] = &["trade", "name", "first_day", "last_day", "level", "base_level"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        if row.first_day.is_none() || row.last_day.is_none() {
            return Err(Wrong::rule("first_day", "break_days"));
        }
        within("level", row.level, 0.0, 2.0)?;
        within("base_level", row.base_level, 0.1, 2.0)?;
        Ok(row)
    }

    fn key(&self) -> String {
        format!("{} {}", self.trade.id(), self.name)
    }
}

/// Refuses a number outside its limits.
pub(super) fn within(name: &str, value: f64, least: f64, most: f64) -> Result<(), Box<Wrong>> {
    if (least..=most).contains(&value) { Ok(()) } else { Err(Wrong::limits(name, least, most)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_run_over_new_year_too() {
        let within = |first_day, last_day| TradeBreak {
            trade: Trade::School,
            name: String::new(),
            first_day: Some(first_day),
            last_day: Some(last_day),
            level: 0.0,
            base_level: 1.0,
        };
        let summer = within((7, 1), (8, 31));
        assert!(summer.covers(7, 1) && summer.covers(8, 31) && !summer.covers(9, 1) && !summer.covers(6, 30));
        let christmas = within((12, 23), (1, 6));
        assert!(christmas.covers(12, 31) && christmas.covers(1, 6) && !christmas.covers(1, 7));
        assert!(!christmas.covers(12, 22));
    }
}
