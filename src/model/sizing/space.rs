//! The sizes that are compared: whole modules and steps of a battery.

use crate::{
    model::inputs::BATTERY_KWH,
    units::{Kwh, Kwp},
};

/// Plant sizes of a roof with many modules: these are not counted one by one.
const MOST_SIZES: usize = 40;
/// Sizes of plants, of all layouts together, up to which batteries are compared in the finest steps.
const FEW_PLANTS: usize = 40;
/// Mean days of use that the largest battery holds.
const DAYS_HELD: f64 = 3.0;
/// Smallest limit of the batteries compared, kWh: homes with little use compare usual batteries too.
const LEAST_LIMIT_KWH: f64 = 16.0;
/// Where the steps grow wider, kWh: up to the first number by half or one kWh, up to the second by 2.5, then by 5.
const WIDER_FROM_KWH: [f64; 2] = [20.0, 30.0];

/// Modules whose rated power stays within `fits`.
pub(super) fn whole_modules(fits: Kwp, module: Kwp) -> usize {
    let in_all = fits.0 / module.0 + 1e-9;
    (1_u16..).take_while(|&count| f64::from(count) <= in_all).count()
}

/// Rated power of so many modules.
pub(super) fn rated(modules: usize, module: Kwp) -> Kwp {
    module * modules as f64
}

/// Modules between two sizes of a roof that takes `most`.
pub(super) fn module_step(most: usize) -> usize {
    most.div_ceil(MOST_SIZES).max(1)
}

/// The sizes up to `most` modules in steps of `step`, and `most` itself.
pub(super) fn module_counts(most: usize, step: usize) -> Vec<usize> {
    let mut counts: Vec<usize> = (step..=most).step_by(step).collect();
    if most > 0 && counts.last() != Some(&most) {
        counts.push(most);
    }
    counts
}

/// The batteries compared for a home of this yearly use, beside `plants` sizes of plants: none first, the largest last.
pub(super) fn batteries(yearly_use: Kwh, plants: usize) -> Vec<Kwh> {
    let limit_kwh = (DAYS_HELD * yearly_use.0 / 365.0).clamp(LEAST_LIMIT_KWH, BATTERY_KWH.max);
    let fine_kwh = if plants <= FEW_PLANTS { BATTERY_KWH.step } else { 1.0 };
    let mut sizes = vec![Kwh::ZERO];
    let mut kwh = fine_kwh;
    while kwh <= limit_kwh + 1e-9 {
        sizes.push(Kwh(kwh));
        kwh += match kwh {
            small if small < WIDER_FROM_KWH[0] => fine_kwh,
            middle if middle < WIDER_FROM_KWH[1] => 2.5,
            _ => 5.0,
        };
    }
    sizes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_counted_whole() {
        // 5.6 kWp hold 12 modules of 0.45 kWp (5.4), 5.4 hold as many, 0.4 none.
        let module = Kwp(0.45);
        assert_eq!([5.6, 5.4, 0.4, 0.0].map(|kwp| whole_modules(Kwp(kwp), module)), [12, 12, 0, 0]);
        assert!(rated(12, module).approx_eq(Kwp(5.4), 1e-12));
        assert_eq!(module_counts(12, module_step(12)), (1..=12).collect::<Vec<_>>());
        // 111 modules, the most of a micro-installation: every third, 37 sizes; of 100 the last one is added.
        assert_eq!((module_step(111), module_counts(111, 3).len()), (3, 37));
        assert_eq!(module_counts(100, 3).last(), Some(&100));
        assert!(module_counts(0, 1).is_empty());
    }

    #[test]
    fn batteries_end_where_three_days_do() {
        // 3,500 kWh a year are 28.8 kWh in three days: none, 0.5 to 20, 22.5, 25, 27.5.
        let sizes = batteries(Kwh(3500.0), 12);
        assert_eq!(sizes.len(), 1 + 40 + 3);
        assert!(sizes[0].0 <= 0.0 && sizes[43].approx_eq(Kwh(27.5), 1e-12));
        // A home of 600 kWh compares up to 16 kWh, in whole steps beside many plants.
        assert_eq!(batteries(Kwh(600.0), 80).len(), 17);
        // 50,000 kWh: none, 1 to 20, 22.5 to 30, 35 to 60.
        let sizes = batteries(Kwh(50_000.0), 80);
        assert_eq!(sizes.len(), 1 + 20 + 4 + 6);
        assert!(sizes[30].approx_eq(Kwh(60.0), 1e-12));
    }
}
