//! What a controller with a price feed could do: prices known a day ahead, sun and load guessed from the days before.
//!
//! Day-ahead prices of tomorrow come out in the afternoon; from then on they are known, and the days after are taken to
//! be priced like tomorrow. Generation is expected as the mean of the same hour of the last five days, load as that of
//! the last fourteen: a controller with a weather forecast does better. Plans are made at midnight and when prices come out;
//! in between every hour is decided by the plan's worth of stored energy and by what the sun and the home really do in
//! that hour.
//!
//! The days before the year are taken to have been like its last ones.

use super::{
    Battery,
    priced::{Columns, Freedom, Hour, HourPrices, Rules, Schedule, hours},
    worth::{Worth, best_change},
};
use crate::units::{Kwh, Series};

const DAY: usize = 24;
/// Hour of the day from which tomorrow's prices are known: the day-ahead market clears before.
const PRICES_KNOWN_AT: usize = 14;
/// Days after the last known price that a plan looks at.
const DAYS_BEYOND: usize = 2;
/// Days whose mean stands for the sun to come.
const DAYS_OF_SUN: u8 = 5;
/// What a kWh charged or given now is worth beside one that is only planned, zł: sun and load may turn out otherwise.
const IN_HAND: f64 = 0.05;
/// Days whose mean stands for the load to come.
const DAYS_OF_LOAD: u8 = 14;

/// Flows of a year under a controller that follows prices; hour 0 is midnight.
///
/// Prices, generation and load cover the same hours; longer ones are cut.
///
/// Source: own; receding-horizon control after Rawlings, Mayne & Diehl 2017, "Model Predictive Control", chapter 1.
#[must_use]
pub fn dispatch(
    generation: &Series<Kwh>,
    load: &Series<Kwh>,
    prices: &HourPrices,
    battery: &Battery,
    freedom: &Freedom,
) -> Schedule {
    let rules = Rules::new(battery, freedom);
    let hours = hours(generation, load, prices);
    let mut columns = Columns::with_capacity(hours.len());
    let mut stored_kwh = rules.start_kwh;
    let mut plan = Vec::new();
    for (now, hour) in hours.iter().enumerate() {
        let clock = now % DAY;
        if clock == 0 || clock == PRICES_KNOWN_AT {
            let until = if clock == 0 { PRICES_KNOWN_AT } else { DAY - PRICES_KNOWN_AT };
            plan = worth_after(&hours, &rules, now, until);
        }
        let cost = rules.hour_cost(hour);
        let change_kwh =
            plan.pop().map_or(0.0, |after: Worth| best_change(&cost, &after.levels(&cost, IN_HAND), stored_kwh));
        stored_kwh = (stored_kwh + change_kwh).clamp(0.0, rules.usable_kwh);
        columns.push(&rules.flow(hour, change_kwh), stored_kwh);
    }
    columns.finish()
}

/// Worth of stored energy after each of the `until` hours from `now`, the last first, as it is expected at `now`.
fn worth_after(hours: &[Hour], rules: &Rules, now: usize, until: usize) -> Vec<Worth> {
    let day_known = now / DAY + usize::from(now % DAY >= PRICES_KNOWN_AT);
    let known = ((day_known + 1) * DAY).min(hours.len());
    let expected = expected_day(hours, now);
    let hour_at = |hour: usize| {
        let priced = &hours[if hour < known { hour } else { known.saturating_sub(DAY - (hour - known) % DAY) }];
        Hour { buy: priced.buy, sell: priced.sell, ..expected[hour % DAY] }
    };
    let mut worth = Worth::nothing(rules.usable_kwh);
    let mut spare = Vec::new();
    let mut kept = Vec::with_capacity(until);
    for hour in (now + 1..known + DAYS_BEYOND * DAY).rev() {
        if hour < now + until {
            kept.push(worth.clone());
        }
        worth.before(&rules.hour_cost(&hour_at(hour)), rules.usable_kwh, &mut spare);
    }
    kept.push(worth);
    kept
}

/// Generation and load that each hour of the day is expected to have, from the hours before `now`.
fn expected_day(hours: &[Hour], now: usize) -> [Hour; DAY] {
    let mut day = [Hour::default(); DAY];
    for (clock, expected) in day.iter_mut().enumerate() {
        // The last time the clock showed this hour, counted back from now.
        let back = 1 + (now + 2 * DAY - 1 - clock) % DAY;
        // A whole number of years on, so that the first days of the year look back on its last.
        let last = now + 2 * DAY * usize::from(DAYS_OF_LOAD) * hours.len() - back;
        let mean = |days: u8, of: fn(&Hour) -> f64| {
            let past = (0..usize::from(days)).map(|day| of(&hours[(last - day * DAY) % hours.len()]));
            past.sum::<f64>() / f64::from(days)
        };
        expected.generation = mean(DAYS_OF_SUN, |hour| hour.generation);
        expected.load = mean(DAYS_OF_LOAD, |hour| hour.load);
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::dispatch::{optimal, priced::cost},
        units::{GrossPlnPerKwh, Kw},
    };

    #[test]
    fn where_every_day_is_alike_it_does_as_well_as_foresight() {
        // Nothing is uncertain on equal days, so the plans are right; the last night alone is played differently,
        // because the controller expects a day after it.
        let days = 30;
        let of_day = |value: fn(usize) -> f64| -> Vec<f64> { (0..days * DAY).map(|hour| value(hour % DAY)).collect() };
        let generation = Series::from_raw(of_day(|clock| if (9..16).contains(&clock) { 2.0 } else { 0.0 }));
        let load = Series::from_raw(of_day(|clock| if clock < 18 { 0.3 } else { 0.9 }));
        let prices = HourPrices {
            buy: Series::from_raw(of_day(|clock| if (17..22).contains(&clock) { 1.4 } else { 0.8 })),
            sell: Series::from_raw(of_day(|clock| if (11..15).contains(&clock) { 0.1 } else { 0.5 })),
        };
        let battery = Battery { charge_limit: Kw(3.0), ..Battery::symmetric(Kwh(6.0), 0.9, 0.5) };
        let freedom = Freedom { grid_charge: true, wear: GrossPlnPerKwh(0.05), ..Freedom::default() };
        let pay = |schedule: &Schedule| cost(&prices, &schedule.flows, schedule.discharged(), freedom.wear).0;
        let foresight = optimal::dispatch(&generation, &load, &prices, &battery, &freedom);
        let aware = dispatch(&generation, &load, &prices, &battery, &freedom);
        let (best, got) = (pay(&foresight.schedule), pay(&aware));
        assert!(got >= best - 1e-9 && got <= best + 3.0, "{got} beside {best}");
    }

    #[test]
    fn no_hours_no_flows() {
        let nothing = Series::from_raw(vec![]);
        let prices = HourPrices { buy: Series::from_raw(vec![]), sell: Series::from_raw(vec![]) };
        let schedule = dispatch(&nothing, &nothing, &prices, &Battery::NONE, &Freedom::default());
        assert!(schedule.flows.import.is_empty());
    }
}
