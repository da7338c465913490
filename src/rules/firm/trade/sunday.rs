//! Sundays on which shops may open (niedziele handlowe).

use crate::error::Wrong;
use crate::rules::{
    day_off::easter_sunday,
    table::{Fields, Table},
};
use jiff::civil::{Date, Weekday};
use serde::Deserialize;

/// How a trading Sunday is found in the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SundayRule {
    /// The last Sunday of the month of this number.
    LastOfMonth,
    /// So many Sundays before Easter Sunday.
    BeforeEaster,
    /// So many Sundays before Christmas Eve, the nearest being 1.
    BeforeChristmas,
}

/// A row of `firm_trading_sundays.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct TradingSunday {
    /// How it is found.
    pub rule: SundayRule,
    /// Month, or number of Sundays.
    pub number: u8,
}

impl TradingSunday {
    /// The Sunday in `year`.
    #[must_use]
    pub fn in_year(&self, year: i16) -> Option<Date> {
        match self.rule {
            SundayRule::LastOfMonth => {
                let month = Date::new(year, i8::try_from(self.number).ok()?, 1).ok()?;
                sunday_before(month.last_of_month().tomorrow().ok()?, 1)
            }
            SundayRule::BeforeEaster => sunday_before(easter_sunday(year), self.number),
            SundayRule::BeforeChristmas => sunday_before(Date::new(year, 12, 24).ok()?, self.number),
        }
    }
}

/// The Sunday of this number before a day, counted backwards from 1.
fn sunday_before(day: Date, number: u8) -> Option<Date> {
    let mut left = number;
    let mut before = day;
    while left > 0 {
        before = before.yesterday().ok()?;
        if before.weekday() == Weekday::Sunday {
            left -= 1;
        }
    }
    Some(before)
}

impl Table for TradingSunday {
    const NAME: &'static str = "firm_trading_sundays.csv";
    const COLUMNS: &'static [&'static str] = &["rule", "number"];
    const KEY: usize = 0;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        let most = if row.rule == SundayRule::LastOfMonth { 12 } else { 8 };
        if (1..=most).contains(&row.number) { Ok(row) } else { Err(Wrong::limits("number", 1.0, f64::from(most))) }
    }

    fn key(&self) -> String {
        format!("{:?} {}", self.rule, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::firm::FirmRules;
    use jiff::civil::date;

    #[test]
    fn trading_sundays_of_2026() {
        // The eight of 2026 as the press lists them, from memory.
        let rules = FirmRules::built_in().unwrap();
        let mut days: Vec<Date> = rules.trading_sundays.iter().filter_map(|row| row.rule.in_year(2026)).collect();
        days.sort();
        let expected = [(1, 25), (3, 29), (4, 26), (6, 28), (8, 30), (12, 6), (12, 13), (12, 20)];
        assert_eq!(days, expected.map(|(month, day)| date(2026, month, day)));
    }
}
