//! The rule of [`super::greedy`] for several batteries at once, meter sums only: for grids of many designs.
//!
//! Batteries of one home see the same generation and load, so the hours are read once for all of them and no step waits
//! for the step of another battery.

use super::Battery;

/// Batteries that are worked through side by side.
pub const LANES: usize = 4;

/// What a stretch of hours adds up to, for each battery.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// Energy bought, kWh.
    pub import_kwh: [f64; LANES],
    /// Energy fed in, kWh.
    pub export_kwh: [f64; LANES],
    /// Energy fed in times the price of its hour.
    pub export_value: [f64; LANES],
}

/// Batteries side by side, with what each holds.
///
/// Contents are counted as the energy that comes out, so that a step from one hour to the next is an addition and a
/// comparison, and plain selects in fixed lanes become packed instructions.
#[derive(Clone, Copy, Debug)]
pub struct Bank {
    content: [f64; LANES],
    /// The content of a full battery.
    full: [f64; LANES],
    charge_limit: [f64; LANES],
    discharge_limit: [f64; LANES],
    /// Content of a charged kWh: the efficiency of the whole way.
    kept: [f64; LANES],
    to_charge: [f64; LANES],
}

impl Bank {
    /// The batteries at the start of their year.
    #[must_use]
    pub fn new(batteries: &[Battery; LANES]) -> Self {
        let each = |value: fn(&Battery) -> f64| std::array::from_fn(|lane| value(&batteries[lane]));
        Self {
            content: each(|battery| battery.stored_at_start.0 * battery.discharge_efficiency),
            full: each(|battery| battery.usable.0 * battery.discharge_efficiency),
            charge_limit: each(|battery| battery.charge_limit.0),
            discharge_limit: each(|battery| battery.discharge_limit.0),
            kept: each(|battery| battery.charge_efficiency * battery.discharge_efficiency),
            to_charge: each(|battery| 1.0 / (battery.charge_efficiency * battery.discharge_efficiency)),
        }
    }

    /// Goes through the same hours of generation, load and price of export; longer lists are cut.
    #[must_use]
    pub fn run(&mut self, generation_kwh: &[f64], load_kwh: &[f64], price: &[f64]) -> Sums {
        let mut sums = Sums::default();
        for ((&generation, &load), &price) in generation_kwh.iter().zip(load_kwh).zip(price) {
            let surplus = generation - load;
            if surplus > 0.0 {
                self.charge(surplus, price, &mut sums);
            } else {
                let _bought = self.discharge(-surplus, &mut sums);
            }
        }
        sums
    }

    /// The same, with what the energy bought costs at the price of its hour, for each battery.
    #[must_use]
    pub fn run_priced(
        &mut self,
        generation_kwh: &[f64],
        load_kwh: &[f64],
        price: &[f64],
        buy_price: &[f64],
    ) -> (Sums, [f64; LANES]) {
        let (mut sums, mut cost) = (Sums::default(), [0.0; LANES]);
        let hours = generation_kwh.iter().zip(load_kwh).zip(price).zip(buy_price);
        for (((&generation, &load), &price), &buy_price) in hours {
            let surplus = generation - load;
            if surplus > 0.0 {
                self.charge(surplus, price, &mut sums);
            } else {
                let bought = self.discharge(-surplus, &mut sums);
                for lane in 0..LANES {
                    cost[lane] += bought[lane] * buy_price;
                }
            }
        }
        (sums, cost)
    }

    #[inline]
    fn charge(&mut self, surplus: f64, price: f64, sums: &mut Sums) {
        for lane in 0..LANES {
            let offered = least(surplus, self.charge_limit[lane]);
            let room = (self.full[lane] - self.content[lane]) * self.to_charge[lane];
            self.content[lane] = least(self.content[lane] + offered * self.kept[lane], self.full[lane]);
            let export = surplus - least(offered, room);
            sums.export_kwh[lane] += export;
            sums.export_value[lane] += export * price;
        }
    }

    /// Gives what the batteries hold; what is bought all the same, for each.
    #[inline]
    fn discharge(&mut self, deficit: f64, sums: &mut Sums) -> [f64; LANES] {
        std::array::from_fn(|lane| {
            let given = least(least(deficit, self.discharge_limit[lane]), self.content[lane]);
            self.content[lane] -= given;
            let bought = deficit - given;
            sums.import_kwh[lane] += bought;
            bought
        })
    }
}

/// The smaller of two numbers; unlike `f64::min` without a thought for NaN, which keeps it one instruction.
#[inline]
fn least(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::dispatch::greedy,
        units::{Kwh, Series},
    };

    #[test]
    fn side_by_side_is_one_after_the_other() {
        let unit: Vec<f64> = [0.0, 1.5, 2.5, 0.5, 0.0, 0.1].repeat(20);
        let load: Vec<f64> = [1.0, 1.0, 1.0, 2.0, 2.5].repeat(24);
        let price: Vec<f64> = [0.1, 0.2, 0.3].repeat(40);
        let batteries = [0.0, 1.0, 3.0, 30.0].map(|kwh| Battery::symmetric(Kwh(kwh), 0.9, 0.5));
        let mut bank = Bank::new(&batteries);
        let generation = Series::from_raw(unit).scaled(2.0);
        let sums = bank.run(generation.raw(), &load, &price);
        for (lane, battery) in batteries.iter().enumerate() {
            let flows = greedy::dispatch(&generation, &Series::from_raw(load.clone()), battery, None);
            let value: f64 = flows.export.raw().iter().zip(&price).map(|(kwh, price)| kwh * price).sum();
            assert!((sums.import_kwh[lane] - flows.import.total().0).abs() < 1e-9);
            assert!((sums.export_kwh[lane] - flows.export.total().0).abs() < 1e-9);
            assert!((sums.export_value[lane] - value).abs() < 1e-9);
        }
    }
}
