//! What a firm does on one day.

use super::{TradeShape, bounded};
use crate::{calendar::Calendar, model::random::Random, rules::firm::trade::course::TradeDays};

const HOURS: usize = 24;
/// Clock hour before which an hour of work moves with the beginning of the day, and after which with its end.
const NOON: f64 = 12.0;
/// Correlation of how busy a day is with the day before.
const DAY_MEMORY: f64 = 0.5;

/// The days of a firm, one after the other.
pub(super) struct Days<'a> {
    shape: &'a TradeShape,
    /// Month and day, from 1, of the Sundays on which shops may open.
    trading: Vec<(i8, i8)>,
    /// Month and day of today, from 1.
    today: (i8, i8),
    /// How busy the day is: normal, mean 0, standard deviation 1.
    mood: f64,
    /// Base load of today against that of other days.
    base_level: f64,
    /// Operation in the hours of today and, from its hours of work, of tomorrow.
    operation: [f64; 2 * HOURS],
}

impl<'a> Days<'a> {
    /// The eve of the year.
    pub(super) fn new(shape: &'a TradeShape, year: i16) -> Self {
        let sundays = shape.trading_sundays.iter().filter_map(|sunday| sunday.in_year(year));
        Self {
            shape,
            trading: sundays.map(|day| (day.month(), day.day())).collect(),
            today: (0, 0),
            mood: 0.0,
            base_level: 1.0,
            operation: [0.0; 2 * HOURS],
        }
    }

    /// Operation in a clock hour of today, 1 where it is full.
    pub(super) fn operation(&self, clock: usize) -> f64 {
        self.operation[clock].max(0.0)
    }

    /// Base load of today against that of other days.
    pub(super) fn base_level(&self) -> f64 {
        self.base_level
    }

    /// Draws the day that begins with the hour `hour` of the year.
    pub(super) fn begin(&mut self, calendar: &Calendar, hour: usize, random: &mut Random) {
        let figures = &self.shape.figures;
        let month = calendar.month(hour);
        let (last_month, last_day) = self.today;
        let number = i8::try_from(month + 1).unwrap_or_default();
        self.today = (number, if number == last_month { last_day + 1 } else { 1 });
        self.operation.copy_within(HOURS.., 0);
        self.operation[HOURS..].fill(0.0);

        self.mood = DAY_MEMORY * self.mood + (1.0 - DAY_MEMORY * DAY_MEMORY).sqrt() * bounded(random);
        let mut level = self.shape.months[month] * (1.0 + figures.day_spread * self.mood).max(0.1);
        self.base_level = 1.0;
        for rest in self.shape.breaks.iter().filter(|rest| rest.covers(self.today.0, self.today.1)) {
            level *= rest.level;
            self.base_level *= rest.base_level;
        }
        let (begin_h, end_h) = (figures.edge_spread_h * bounded(random), figures.edge_spread_h * bounded(random));
        let moved = |edge_h: f64| edge_h + if edge_h < NOON { begin_h } else { end_h };
        for hours in &self.shape.hours {
            if self.is_held(hours.days, calendar, hour) && random.uniform() < hours.chance {
                self.work(moved(hours.from_h), moved(hours.to_h), level * hours.level);
            }
        }
    }

    fn is_held(&self, days: TradeDays, calendar: &Calendar, hour: usize) -> bool {
        let (weekday, day_off) = (calendar.weekday(hour), calendar.is_day_off(hour));
        match days {
            TradeDays::Every => true,
            TradeDays::Workday => !calendar.is_free(hour),
            TradeDays::Saturday => weekday == 5 && !day_off,
            TradeDays::Sunday => weekday == 6 && !day_off,
            TradeDays::TradingSunday => !day_off && self.trading.contains(&self.today),
            TradeDays::DayOff => day_off,
        }
    }

    /// Adds `level` to the operation from `from_h` to `to_h`, hours after today's midnight.
    fn work(&mut self, from_h: f64, to_h: f64, level: f64) {
        for (start_h, operation) in (0_u8..).map(f64::from).zip(self.operation.iter_mut()) {
            let overlap = (to_h.min(start_h + 1.0) - from_h.max(start_h)).max(0.0);
            *operation += level * overlap;
        }
    }
}
