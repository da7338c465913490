//! How clear each day is: a sequence of daily clearness indices with the month's sum, spread and memory.

use super::{
    Climate,
    sun::SunPath,
    year::{Year, as_f64},
};
use crate::model::random::Random;
use crate::order::ascending;

/// Correlation of the clearness of neighbouring days: IMGW typical years of 59 stations, 0.2 to 0.4.
const MEMORY: f64 = 0.30;
/// Darkest day as a share of the extraterrestrial sum.
const DARKEST: f64 = 0.08;
/// Clearest day relative to the clear sky of the turbidity table, which is a mean: PVGIS typical year of Warsaw.
const CLEAREST: f64 = 1.12;
/// Standard deviation of daily clearness in each month: PVGIS, IWEC and IMGW years of Poland, weighed by judgement.
const SPREAD: [f64; 12] = [0.13, 0.15, 0.16, 0.16, 0.155, 0.14, 0.14, 0.145, 0.15, 0.15, 0.14, 0.13];

/// One day of the year before it is cut into hours.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Day {
    /// Global irradiation over extraterrestrial irradiation on the horizontal.
    pub clearness: f64,
    /// Standard normal number that ranked the day in its month.
    pub rank_normal: f64,
    /// Extraterrestrial irradiation on the horizontal, Wh/m².
    pub outside_wh_m2: f64,
}

/// Daily clearness of a year, month by month.
///
/// An AR(1) sequence of normal numbers ranks the days of a month; the day of rank r among n takes the quantile
/// (r − ½) / n of a Beta distribution between the darkest and the clearest day, with the month's mean and spread; the
/// month is then scaled to its sum.
///
/// Source: own; after Aguiar, Collares-Pereira & Conde 1988, Solar Energy 40, 269, and Graham & Hollands 1990, Solar
/// Energy 44, 333, whose sequences keep mean and memory but not the month's spread.
pub(super) fn daily(climate: &Climate, year: &Year, sun: &SunPath, clear: &[f64], random: &mut Random) -> Vec<Day> {
    let mut days = vec![Day::default(); year.days()];
    let mut outside = sun.extraterrestrial_horizontal();
    let mut normal = random.normal();
    for day in &mut days {
        day.outside_wh_m2 = outside.by_ref().take(24).sum();
        day.rank_normal = normal;
        normal = MEMORY * normal + (1.0 - MEMORY * MEMORY).sqrt() * random.normal();
    }
    for (month, range) in year.months().enumerate() {
        let clear_wh_m2: f64 = clear[range.start * 24..range.end * 24].iter().sum();
        month_of(&mut days[range], climate.ghi_kwh_m2[month] * 1000.0, clear_wh_m2, SPREAD[month]);
    }
    days
}

/// Gives the days of one month their clearness.
fn month_of(days: &mut [Day], sum_wh_m2: f64, clear_wh_m2: f64, spread: f64) {
    let outside_wh_m2: f64 = days.iter().map(|day| day.outside_wh_m2).sum();
    if outside_wh_m2 <= 0.0 || sum_wh_m2 <= 0.0 {
        return;
    }
    let mean = sum_wh_m2 / outside_wh_m2;
    // A sum above the clear sky lifts the ceiling rather than being missed.
    let ceiling = (CLEAREST * clear_wh_m2 / outside_wh_m2).max(mean * 1.02);
    let floor = DARKEST.min(mean * 0.5);
    let quantiles = Quantiles::new((mean - floor) / (ceiling - floor), spread / (ceiling - floor));
    let normals: Vec<f64> = days.iter().map(|day| day.rank_normal).collect();
    for (rank, day) in ascending(&normals).into_iter().enumerate() {
        let share = quantiles.at((as_f64(rank) + 0.5) / as_f64(days.len()));
        days[day].clearness = floor + (ceiling - floor) * share;
    }
    for _ in 0..4 {
        let drawn_wh_m2: f64 = days.iter().map(|day| day.clearness * day.outside_wh_m2).sum();
        let factor = sum_wh_m2 / drawn_wh_m2;
        for day in days.iter_mut() {
            day.clearness = (day.clearness * factor).min(ceiling);
        }
    }
}

/// Steps of the tabulated distribution.
const STEPS: usize = 128;

/// Quantiles of a Beta distribution on 0 to 1, tabulated.
///
/// With x = sin²θ the density is sin^(2a−1) θ cos^(2b−1) θ, which is smooth for a, b ≥ ½; its integral by the
/// midpoint rule, inverted by straight lines in θ, is exact to 10⁻³ of the range.
struct Quantiles {
    cumulated: [f64; STEPS + 1],
}

impl Quantiles {
    /// From a mean and a standard deviation, both brought into what a Beta distribution with a, b ≥ ½ can have.
    fn new(mean: f64, deviation: f64) -> Self {
        let mean = mean.clamp(0.02, 0.98);
        let size = (mean * (1.0 - mean) / (deviation * deviation) - 1.0).max(0.5 / mean.min(1.0 - mean));
        let (a, b) = (mean * size, (1.0 - mean) * size);
        let mut cumulated = [0.0; STEPS + 1];
        for step in 0..STEPS {
            let theta = (as_f64(step) + 0.5) / as_f64(STEPS) * std::f64::consts::FRAC_PI_2;
            let (sine, cosine) = theta.sin_cos();
            cumulated[step + 1] = cumulated[step] + sine.powf(2.0 * a - 1.0) * cosine.powf(2.0 * b - 1.0);
        }
        let total = cumulated[STEPS];
        cumulated.iter_mut().for_each(|value| *value /= total);
        Self { cumulated }
    }

    /// The value below which a share `probability` (0 to 1) lies.
    fn at(&self, probability: f64) -> f64 {
        let above = self.cumulated.partition_point(|value| *value < probability).clamp(1, STEPS);
        let (low, high) = (self.cumulated[above - 1], self.cumulated[above]);
        let within = if high > low { (probability - low) / (high - low) } else { 0.0 };
        let theta = (as_f64(above - 1) + within) / as_f64(STEPS) * std::f64::consts::FRAC_PI_2;
        theta.sin().powi(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_closed_forms() {
        // Beta(1, 1) is uniform: quantile = probability; its deviation is √(1/12).
        let uniform = Quantiles::new(0.5, (1.0_f64 / 12.0).sqrt());
        for probability in [0.02, 0.2, 0.5, 0.77, 0.98] {
            assert!((uniform.at(probability) - probability).abs() < 1e-3);
        }
        // Beta(2, 2): F(x) = 3x² − 2x³; deviation √(1/20).
        let arched = Quantiles::new(0.5, 0.05_f64.sqrt());
        for x in [0.1_f64, 0.3, 0.5, 0.8] {
            assert!((arched.at(3.0 * x * x - 2.0 * x.powi(3)) - x).abs() < 1e-3);
        }
    }
}
