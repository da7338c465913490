//! Trades: what a firm does → electricity used in every hour, and the greatest power within it.
//!
//! One possible year of one firm, drawn by a seed: days begin a little earlier or later, some are busier, machines start,
//! and the weather cools or heats. What a trade is like stands in tables (`firm_trades.csv` and beside it); here is how it
//! is lived.

mod day;
mod stretch;

pub use crate::rules::firm::trade::{Trade, TradeShape, course::TradePlace};

use crate::{
    calendar::Calendar,
    model::random::Random,
    units::{Celsius, Kw, Kwh, Series},
};
use day::Days;
use stretch::Course;

/// Stream of random numbers of this stage.
const PURPOSE: u64 = 0x5452_4144;
/// Correlation of one hour's operation with that of the hour before.
const HOUR_MEMORY: f64 = 0.6;
/// Longest quarter-hour surge, as a multiple of the mean one.
const LONGEST_SURGE: f64 = 3.0;
/// Mean of exponential surges cut there.
const MEAN_SURGE: f64 = 0.95;
/// The quarter-hours of an hour: none of them takes more than the whole hour.
const QUARTERS: f64 = 4.0;

/// Consumption of a firm over the year.
#[derive(Clone, Debug, PartialEq)]
pub struct TradeLoad {
    /// Consumption of every hour.
    pub hourly: Series<Kwh>,
    /// Greatest quarter-hour power in each hour, from its mean to four times it.
    pub peaks: Series<Kw>,
    /// Greatest quarter-hour power of the year: that wanted, or the nearest to it that the shape can give.
    pub peak_reached: Kw,
}

impl TradeLoad {
    /// True where the year's greatest power is the one wanted, to a millionth.
    #[must_use]
    pub fn reaches(&self, peak: Kw) -> bool {
        self.peak_reached.approx_eq(peak, 1e-6 * peak.0.abs())
    }
}

/// Hourly consumption of a firm over the year, adding up to `yearly`, and the greatest quarter-hour power of every hour.
///
/// power of an hour = base + (1 − base share) × operation + answer to the weather, in shares of full operation, scaled to
/// `yearly`. Operation adds up the hours of work of the day, times season, day and hour; the answer to the weather is
/// linear in the outdoor temperature above and below two limits, smoothed over the inertia of the building, and only in
/// part there while the firm is closed. The greatest quarter-hour is above the mean by surges of operation that are
/// exponentially distributed.
///
/// With a `peak`, every hour's power is raised to one exponent before it is scaled: above 1 the year becomes steeper, below
/// 1 flatter, so that sum and greatest power both hold. A peak below the mean power of the year gives an even year, one
/// above what the steepest year has (exponent 4) gives that year; `peak_reached` tells. A `yearly` below zero counts as
/// zero; hours without a temperature have no answer to the weather.
///
/// Source: own model, a judgement; the figures are rows of `firm_trades.csv` and the tables beside it.
#[must_use]
pub fn consumption(
    shape: &TradeShape,
    yearly: Kwh,
    peak: Option<Kw>,
    calendar: &Calendar,
    temperature: &Series<Celsius>,
    seed: u64,
) -> TradeLoad {
    let course = live(shape, calendar, temperature, seed);
    let yearly_kwh = yearly.0.max(0.0);
    let mean_kw = yearly_kwh / calendar.len().max(1) as f64;
    let exponent = peak.filter(|_| mean_kw > 0.0).map_or(1.0, |peak| course.exponent(peak.0 / mean_kw));
    let (power_kw, peaks_kw) = course.scaled(yearly_kwh, exponent);
    let peak_reached = Kw(peaks_kw.iter().copied().fold(0.0, f64::max));
    TradeLoad { hourly: Series::from_raw(power_kw), peaks: Series::from_raw(peaks_kw), peak_reached }
}

/// The year of a firm in shares of its full operation.
fn live(shape: &TradeShape, calendar: &Calendar, temperature: &Series<Celsius>, seed: u64) -> Course {
    let figures = &shape.figures;
    let mut random = Random::stream(seed, PURPOSE);
    let mut days = Days::new(shape, calendar.year());
    let mut course = Course::with_capacity(calendar.len());
    let (mut mood, mut felt_c) = (0.0, None);
    for hour in 0..calendar.len() {
        if hour == 0 || calendar.day(hour) != calendar.day(hour - 1) {
            days.begin(calendar, hour, &mut random);
        }
        let operation = days.operation(calendar.hour_of_day(hour));
        mood = HOUR_MEMORY * mood + (1.0 - HOUR_MEMORY * HOUR_MEMORY).sqrt() * bounded(&mut random);
        let wobble = bounded(&mut random);
        let base = figures.base_share * days.base_level() * (1.0 + figures.base_spread * wobble);
        let busy = (1.0 - figures.base_share) * operation * (1.0 + figures.hour_spread * mood).max(0.1);
        let weather = temperature.raw().get(hour).filter(|air_c| air_c.is_finite()).map_or(0.0, |air_c| {
            let air_c = air_c.clamp(-60.0, 60.0);
            let last_c = felt_c.unwrap_or(air_c);
            let now_c = last_c + (air_c - last_c) / figures.inertia_h;
            felt_c = Some(now_c);
            let open = figures.closed_response + (1.0 - figures.closed_response) * operation.min(1.0);
            let cooling = figures.cooling_per_k * (now_c - figures.cooling_from_c).max(0.0);
            open * (cooling + figures.heating_per_k * (figures.heating_below_c - now_c).max(0.0))
        });
        let surge = (-(1.0 - random.uniform()).ln()).min(LONGEST_SURGE) / MEAN_SURGE;
        let above = busy * (figures.peak_ratio - 1.0) * surge + base * figures.base_spread * wobble.abs();
        course.push(base + busy + weather, above);
    }
    course
}

/// A normal number within two standard deviations.
fn bounded(random: &mut Random) -> f64 {
    random.normal().clamp(-2.0, 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Rules, firm::FirmRules};
    use jiff::civil::date;

    fn shape(trade: Trade) -> TradeShape {
        FirmRules::built_in().unwrap().trade(trade, TradePlace::Usual, date(2026, 7, 1)).unwrap()
    }

    #[test]
    fn without_spread_a_day_is_what_the_tables_say() {
        let mut plain = shape(Trade::Office);
        let figures = &mut plain.figures;
        (figures.base_spread, figures.day_spread, figures.hour_spread, figures.edge_spread_h) = (0.0, 0.0, 0.0, 0.0);
        plain.months = [1.0; 12];
        let calendar = Calendar::new(2026, &Rules::built_in().unwrap().days_off(2026));
        let load = consumption(&plain, Kwh(1000.0), None, &calendar, &Series::default(), 1);
        // 7 January 2026 is a Wednesday: closed until 7, 60 % until 8, full until 16, 60 % until 17, cleaned until 19. The
        // base is 18 % of full operation.
        let full = load.hourly[6 * 24 + 10];
        let day: Vec<f64> = (6 * 24..7 * 24).map(|hour| load.hourly[hour] / full).collect();
        for (hour, operation) in [(0, 0.0), (6, 0.0), (7, 0.6), (8, 1.0), (15, 1.0), (16, 0.6), (17, 0.15), (19, 0.0)] {
            assert!((day[hour] - (0.18 + 0.82 * operation)).abs() < 1e-12, "{hour}: {}", day[hour]);
        }
        // 6 January is a day off.
        assert!((load.hourly[5 * 24 + 10] / full - 0.18).abs() < 1e-12);
    }

    #[test]
    fn the_weather_answers_above_and_below_its_limits() {
        let calendar = Calendar::new(2026, &[]);
        let cold_store = shape(Trade::ColdStore);
        let at = |air_c: f64| {
            let air = Series::from_raw(vec![air_c; calendar.len()]);
            live(&cold_store, &calendar, &air, 3).total()
        };
        // 0.015 of full operation for each kelvin above 10 °C in each of 8,760 hours.
        assert!((at(20.0) - at(10.0) - 0.15 * 8760.0).abs() < 1e-6);
        assert!((at(10.0) - at(0.0)).abs() < 1e-9);
    }
}
