//! Degree days: how much heating a year of outdoor temperature asks for, in K·d.

use crate::units::{Celsius, Series};

/// Degree days of each day whose mean lies below `base`: base less mean.
#[must_use]
pub fn daily(outdoor: &Series<Celsius>, base: Celsius) -> Vec<f64> {
    means(outdoor).map(|mean_c| (base.0 - mean_c).max(0.0)).collect()
}

/// Degree days summed hour by hour: a cool night counts on a warm day too.
#[must_use]
pub fn hourly(outdoor: &Series<Celsius>, base: Celsius) -> f64 {
    outdoor.raw().iter().map(|air_c| (base.0 - air_c).max(0.0)).sum::<f64>() / 24.0
}

/// Degree days of each day by the rule of Eurostat: 18 °C less the mean, on days whose mean is 15 °C or less.
///
/// Source: Eurostat, heating and cooling degree days, metadata, after JRC MARS.
#[must_use]
pub fn eurostat(outdoor: &Series<Celsius>) -> Vec<f64> {
    means(outdoor).map(|mean_c| if mean_c <= 15.0 { 18.0 - mean_c } else { 0.0 }).collect()
}

fn means(outdoor: &Series<Celsius>) -> impl Iterator<Item = f64> + '_ {
    outdoor.raw().chunks_exact(24).map(|day| day.iter().sum::<f64>() / 24.0)
}
