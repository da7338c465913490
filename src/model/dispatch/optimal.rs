//! Perfect foresight: the cheapest dispatch of a year in which every hour is known beforehand. No controller can do
//! better, and none can know that much: a bound, not a promise.
//!
//! Dynamic programming backwards over the stored energy, with the cost of the rest of the year as a convex function of
//! it. Between its turns that function is linear and the turns are kept, not a grid, so the result is the optimum of the
//! linear program to rounding. Where a kWh sells for more than one costs in the same hour the true cost is not convex;
//! its convex hull then stands for it when planning, the flows are still real, and [`Optimum::bound`] says how far at
//! most they are from the best.
//!
//! Source: Bellman 1957, "Dynamic Programming"; sums of convex functions after Rockafellar 1970, "Convex Analysis",
//! section 5.

use super::{
    Battery,
    priced::{Columns, Freedom, Hour, HourPrices, PIECES, Rules, Schedule, hours},
    worth::{Worth, best_change},
};
use crate::units::{GrossPln, Kwh, Series};

/// Passes over a repeating year: the first ends with a battery that is worth nothing, so its end says nothing.
const PASSES: std::ops::Range<usize> = 2..6;

/// The cheapest year.
#[derive(Clone, Debug, PartialEq)]
pub struct Optimum {
    /// What flows where.
    pub schedule: Schedule,
    /// No dispatch from the same start costs less, wear included.
    pub bound: GrossPln,
}

/// The cheapest flows from the content that the battery starts with; what is left in it at the end is worth nothing.
///
/// Prices, generation and load cover the same hours; longer ones are cut.
#[must_use]
pub fn dispatch(
    generation: &Series<Kwh>,
    load: &Series<Kwh>,
    prices: &HourPrices,
    battery: &Battery,
    freedom: &Freedom,
) -> Optimum {
    let rules = Rules::new(battery, freedom);
    let hours = hours(generation, load, prices);
    let (levels, first) = backwards(&hours, &rules, Worth::nothing(rules.usable_kwh));
    Optimum { schedule: forwards(&hours, &rules, &levels, rules.start_kwh), bound: GrossPln(first.at(rules.start_kwh)) }
}

/// The cheapest flows of a year that repeats itself: the battery ends as full as it starts, however full that is.
#[must_use]
pub fn repeating(
    generation: &Series<Kwh>,
    load: &Series<Kwh>,
    prices: &HourPrices,
    battery: &Battery,
    freedom: &Freedom,
) -> Schedule {
    let rules = Rules::new(battery, freedom);
    let hours = hours(generation, load, prices);
    let mut worth = Worth::nothing(rules.usable_kwh);
    let mut start_kwh = rules.start_kwh;
    let mut schedule = Columns::with_capacity(0).finish();
    for pass in 0..PASSES.end {
        let (levels, first) = backwards(&hours, &rules, worth);
        worth = first.counted_from_zero();
        schedule = forwards(&hours, &rules, &levels, start_kwh);
        let end_kwh = schedule.flows.stored.raw().last().copied().unwrap_or(start_kwh);
        let settled = (end_kwh - start_kwh).abs() < 1e-9;
        start_kwh = end_kwh;
        if settled && PASSES.contains(&pass) {
            break;
        }
    }
    schedule
}

/// The levels of every hour, and the cost of the whole year over the content it starts with.
fn backwards(hours: &[Hour], rules: &Rules, mut worth: Worth) -> (Vec<[f64; PIECES]>, Worth) {
    let mut levels = vec![[0.0; PIECES]; hours.len()];
    let mut spare = Vec::new();
    for (hour, levels) in hours.iter().zip(&mut levels).rev() {
        let cost = rules.hour_cost(hour);
        *levels = worth.levels(&cost, 0.0);
        worth.before(&cost, rules.usable_kwh, &mut spare);
    }
    (levels, worth)
}

fn forwards(hours: &[Hour], rules: &Rules, levels: &[[f64; PIECES]], start_kwh: f64) -> Schedule {
    let mut columns = Columns::with_capacity(hours.len());
    let mut stored_kwh = start_kwh;
    for (hour, levels) in hours.iter().zip(levels) {
        let change_kwh = best_change(&rules.hour_cost(hour), levels, stored_kwh);
        stored_kwh = (stored_kwh + change_kwh).clamp(0.0, rules.usable_kwh);
        columns.push(&rules.flow(hour, change_kwh), stored_kwh);
    }
    columns.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::dispatch::priced::cost,
        units::{GrossPlnPerKwh, Kw},
    };

    fn series<U: crate::units::Quantity>(values: &[f64]) -> Series<U> {
        Series::from_raw(values.to_vec())
    }

    #[test]
    fn cheap_hours_fill_what_dear_hours_use() {
        // Bought at 0.20 and used at 1.00, 1 kWh an hour, 0.8 of it back: 2 kWh of use cost 2 / 0.8 x 0.20 = 0.50
        // with the first hour's own 0.20 beside, 0.70 instead of 2.20. Without grid charging nothing can be saved.
        let prices = HourPrices { buy: series(&[0.2, 1.0, 1.0]), sell: series(&[0.0, 0.0, 0.0]) };
        let (generation, load) = (series(&[0.0; 3]), series(&[1.0; 3]));
        let battery = Battery {
            usable: Kwh(10.0),
            charge_limit: Kw(10.0),
            discharge_limit: Kw(10.0),
            charge_efficiency: 0.8,
            discharge_efficiency: 1.0,
            stored_at_start: Kwh(0.0),
        };
        let pay = |grid_charge, wear| {
            let freedom = Freedom { grid_charge, wear: GrossPlnPerKwh(wear), ..Freedom::default() };
            let optimum = dispatch(&generation, &load, &prices, &battery, &freedom);
            let pln = cost(&prices, &optimum.schedule.flows, optimum.schedule.discharged(), freedom.wear);
            assert!(pln.approx_eq(optimum.bound, 1e-12));
            pln.0
        };
        assert!((pay(true, 0.0) - 0.7).abs() < 1e-12);
        // Wear of 0.30 leaves 1.00 - 0.25 - 0.30 = 0.45 of gain a kWh; wear of 0.80 leaves none.
        assert!((pay(true, 0.3) - 1.3).abs() < 1e-12);
        assert!((pay(true, 0.8) - 2.2).abs() < 1e-12);
        assert!((pay(false, 0.0) - 2.2).abs() < 1e-12);
    }

    #[test]
    fn a_surplus_waits_for_the_hour_that_sells_it_best() {
        // 2 kWh of surplus at 0.10, then an hour without load that buys at 0.60: with battery export 2 x 0.60.
        let prices = HourPrices { buy: series(&[1.0, 1.0]), sell: series(&[0.1, 0.6]) };
        let (generation, load) = (series(&[2.0, 0.0]), series(&[0.0, 0.0]));
        let battery = Battery::symmetric(Kwh(5.0), 1.0, 1.0);
        let earn = |battery_export| {
            let freedom = Freedom { battery_export, ..Freedom::default() };
            -dispatch(&generation, &load, &prices, &battery, &freedom).bound.0
        };
        assert!((earn(true) - 1.2).abs() < 1e-12 && (earn(false) - 0.2).abs() < 1e-12);
    }

    #[test]
    fn a_repeating_year_ends_as_it_starts() {
        // A night of load before a day of sun: only a battery that starts full can save, and it must be filled again.
        let prices = HourPrices { buy: series(&[1.0, 1.0]), sell: series(&[0.1, 0.1]) };
        let (generation, load) = (series(&[0.0, 3.0]), series(&[2.0, 0.0]));
        let battery = Battery::symmetric(Kwh(5.0), 1.0, 1.0);
        let year = repeating(&generation, &load, &prices, &battery, &Freedom::default());
        assert!((year.flows.stored[1] - 2.0).abs() < 1e-9 && year.flows.import.total().0 < 1e-9);
    }
}
