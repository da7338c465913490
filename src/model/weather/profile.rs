//! From daily to hourly clearness: clouds within the day.

use super::{Climate, clearness::Day, sun::SunPath, year::Year};
use crate::model::random::Random;

// TAG was fitted to southern stations; these numbers fit it to the PVGIS typical year of Warsaw, whose hours spread
// wider and last longer.
/// Brightest hour relative to the clear sky of the turbidity table, which is a mean.
const BRIGHTEST: f64 = 1.16;
/// Darkest hour as a clearness index.
const DARKEST: f64 = 0.05;
/// Widening of TAG's standard deviation.
const WIDENING: f64 = 1.9;
/// Largest standard deviation relative to the mean: low winter suns vary less than TAG says.
const WIDEST: f64 = 0.48;
/// Addition to TAG's memory from hour to hour.
const LONGER_MEMORY: f64 = 0.2;

/// The formulas of TAG for one day, with what depends on the day alone worked out.
struct Tag {
    lambda: f64,
    rho: f64,
    kappa: f64,
    a: f64,
    b: f64,
    memory: f64,
}

impl Tag {
    /// Time-dependent, autoregressive, Gaussian model of hourly clearness on a day of clearness `k`.
    ///
    /// mean: λ + ρ exp(−κ / sin h); deviation: A exp(B (1 − sin h)) up to 0.25, widened; h is the elevation of the sun.
    ///
    /// Source: Aguiar & Collares-Pereira 1992, Solar Energy 49, 167, doi:10.1016/0038-092X(92)90068-L.
    fn new(k: f64) -> Self {
        Self {
            lambda: -0.19 + 1.12 * k + 0.24 * (-8.0 * k).exp(),
            rho: 0.32 - 1.6 * (k - 0.5).powi(2),
            kappa: 0.19 + 2.27 * k * k - 2.51 * k.powi(3),
            a: 0.14 * (-20.0 * (k - 0.35).powi(2)).exp(),
            b: 3.0 * (k - 0.45).powi(2) + 16.0 * k.powi(5),
            memory: 0.38 + 0.06 * (7.4 * k - 2.5).cos() + LONGER_MEMORY,
        }
    }

    /// Clearness of one hour, `cloud` being a standard normal number.
    fn clearness(&self, sin_elevation: f64, cloud: f64) -> f64 {
        let mean = self.lambda + self.rho * (-self.kappa / sin_elevation).exp();
        let deviation = (self.a * (self.b * (1.0 - sin_elevation)).exp()).min(0.25) * WIDENING;
        mean + deviation.min(WIDEST * mean.max(0.0)) * cloud
    }
}

/// Global irradiance for every hour of the year, W/m²; the months keep their sums to rounding.
pub(super) fn hourly(
    climate: &Climate,
    year: &Year,
    sun: &SunPath,
    clear: &[f64],
    days: &[Day],
    random: &mut Random,
) -> Vec<f64> {
    let mut ghi = vec![0.0; year.hours()];
    let outside: Vec<f64> = sun.extraterrestrial_horizontal().collect();
    let hours = ghi.chunks_exact_mut(24).zip(outside.chunks_exact(24)).zip(clear.chunks_exact(24));
    let mut cloud = random.normal();
    for ((((ghi, outside), clear), to_sun), day) in hours.zip(sun.direction.chunks_exact(24)).zip(days) {
        let tag = Tag::new(day.clearness);
        let fresh = (1.0 - tag.memory * tag.memory).sqrt();
        for (((ghi, outside), clear), to_sun) in ghi.iter_mut().zip(outside).zip(clear).zip(to_sun) {
            if *outside > 0.0 {
                cloud = tag.memory * cloud + fresh * random.normal();
                *ghi = (tag.clearness(to_sun[2], cloud) * outside)
                    .clamp((DARKEST * outside).min(BRIGHTEST * clear), BRIGHTEST * clear);
            }
        }
        settle(ghi, outside, clear, day.clearness * day.outside_wh_m2);
    }
    for (month, range) in year.month_hours().enumerate() {
        let sum_wh_m2 = (climate.ghi_kwh_m2[month] * 1000.0).max(0.0);
        settle(&mut ghi[range.clone()], &outside[range.clone()], &clear[range.clone()], sum_wh_m2);
        exact(&mut ghi[range.clone()], &outside[range], sum_wh_m2);
    }
    ghi
}

/// Scales hours towards a sum without leaving the darkest and the brightest an hour can be.
fn settle(ghi: &mut [f64], outside: &[f64], clear: &[f64], sum_wh_m2: f64) {
    for _ in 0..8 {
        let drawn_wh_m2: f64 = ghi.iter().sum();
        let factor = sum_wh_m2 / drawn_wh_m2;
        if drawn_wh_m2 <= 0.0 || (factor - 1.0).abs() < 1e-6 {
            return;
        }
        for ((ghi, outside), clear) in ghi.iter_mut().zip(outside).zip(clear) {
            let brightest = BRIGHTEST * clear;
            *ghi = (*ghi * factor).clamp((DARKEST * outside).min(brightest), brightest);
        }
    }
}

/// Scales hours to a sum exactly; where all are dark, the sum falls like extraterrestrial light.
fn exact(ghi: &mut [f64], outside: &[f64], sum_wh_m2: f64) {
    let drawn_wh_m2: f64 = ghi.iter().sum();
    if drawn_wh_m2 > 0.0 {
        ghi.iter_mut().for_each(|ghi| *ghi *= sum_wh_m2 / drawn_wh_m2);
        return;
    }
    let outside_wh_m2: f64 = outside.iter().sum();
    if outside_wh_m2 > 0.0 {
        for (ghi, outside) in ghi.iter_mut().zip(outside) {
            *ghi = outside * sum_wh_m2 / outside_wh_m2;
        }
    }
}
