//! Air temperature that belongs to the sky: clear days are warm in summer, cold in winter, and swing more.

use super::{
    Climate,
    clearness::Day,
    year::{Year, as_f64},
};
use crate::model::random::Random;
use std::f64::consts::TAU;

/// Memory from day to day of the part that does not follow the clearness.
const MEMORY: f64 = 0.78;
/// Standard deviation of daily means within a month, K: IMGW typical years of 59 Polish stations.
const SPREAD_K: [f64; 12] = [4.2, 3.3, 3.2, 3.5, 3.5, 3.2, 2.8, 3.0, 2.9, 3.8, 3.7, 3.9];
/// A sequence with this memory shows 0.9 of its spread within a month.
const SEEN_IN_A_MONTH: f64 = 0.9;
/// Correlation of daily clearness and temperature, same source.
const WITH_CLEARNESS: [f64; 12] = [-0.34, -0.37, 0.05, 0.32, 0.35, 0.52, 0.50, 0.50, 0.20, -0.02, -0.13, -0.18];
/// Warmest time of day, h UTC.
const WARMEST_H_UTC: f64 = 13.5;

/// Half of the daily range, K, on a day of clearness `k`: PVGIS typical year of Warsaw.
fn half_range_k(k: f64) -> f64 {
    (10.0 * k - 1.1).max(0.5)
}

/// Air temperature for every hour of the year, °C; the months keep their means to rounding.
///
/// Source: own; an AR(1) sequence of daily means that shares part of the normal numbers behind the clearness.
pub(super) fn hourly(climate: &Climate, year: &Year, days: &[Day], random: &mut Random) -> Vec<f64> {
    let daily = daily_means(climate, year, days, random);
    let mut swing = [0.0; 24];
    for (hour, swing) in swing.iter_mut().enumerate() {
        // Hour h at UTC+1 has its middle at h − ½ UTC.
        *swing = (TAU * (as_f64(hour) - 0.5 - WARMEST_H_UTC) / 24.0).cos();
    }
    let mut air_c = Vec::with_capacity(year.hours());
    for (index, day) in days.iter().enumerate() {
        let before = daily[index.saturating_sub(1)];
        let after = daily[(index + 1).min(daily.len() - 1)];
        let half = half_range_k(day.clearness);
        for (hour, swing) in swing.iter().enumerate() {
            let from_noon = (as_f64(hour) + 0.5) / 24.0 - 0.5;
            let neighbour = if from_noon < 0.0 { before } else { after };
            air_c.push(daily[index] + (neighbour - daily[index]) * from_noon.abs() + half * swing);
        }
    }
    for (month, range) in year.month_hours().enumerate() {
        let count = as_f64(range.len());
        let shift = climate.temperature_c[month] - air_c[range.clone()].iter().sum::<f64>() / count;
        air_c[range].iter_mut().for_each(|air| *air += shift);
    }
    air_c
}

/// Daily means whose monthly means are those of the climate, without a step at the turn of the month.
fn daily_means(climate: &Climate, year: &Year, days: &[Day], random: &mut Random) -> Vec<f64> {
    let mut own = random.normal();
    let mut noise = vec![0.0; days.len()];
    for (month, range) in year.months().enumerate() {
        let shared = WITH_CLEARNESS[month];
        let spread_k = SPREAD_K[month] / SEEN_IN_A_MONTH;
        for day in range {
            own = MEMORY * own + (1.0 - MEMORY * MEMORY).sqrt() * random.normal();
            noise[day] = spread_k * (shared * days[day].rank_normal + (1.0 - shared * shared).sqrt() * own);
        }
    }
    // The line through the middles of the months is moved until its months, with the noise, have the right means.
    let mut middles = climate.temperature_c;
    let mut daily = Vec::new();
    for _ in 0..8 {
        daily = year.interpolate(&middles);
        daily.iter_mut().zip(&noise).for_each(|(mean, noise)| *mean += noise);
        for (month, range) in year.months().enumerate() {
            let mean = daily[range.clone()].iter().sum::<f64>() / as_f64(range.len());
            middles[month] += climate.temperature_c[month] - mean;
        }
    }
    daily
}
