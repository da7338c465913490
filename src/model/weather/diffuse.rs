//! How much of the global irradiance comes from the sky and how much from the sun itself.

use super::sun::SunPath;

/// What the diffuse share depends on in one hour.
#[derive(Clone, Copy, Debug)]
pub struct Hour {
    /// Clearness index: global irradiance over extraterrestrial irradiance on the horizontal.
    pub kt: f64,
    /// Clearness index of the clear sky.
    pub kt_clear: f64,
    /// True solar time, h.
    pub solar_time_h: f64,
    /// Apparent zenith, degrees.
    pub zenith_deg: f64,
}

/// Diffuse share of the global irradiance, 0 to 1, by Engerer2 with its hourly coefficients.
///
/// share = C + (1 − C) / (1 + exp(β₀ + β₁ k + β₂ t + β₃ z + β₄ (c − k))) + β₅ max(0, 1 − c / k), with clearness k, that of
/// the clear sky c, solar time t and zenith z.
///
/// Source: Engerer 2015, Solar Energy 116, 215, doi:10.1016/j.solener.2015.04.012; hourly coefficients of Bright &
/// Engerer 2019, Journal of Renewable and Sustainable Energy 11, 033701, doi:10.1063/1.5097014.
#[must_use]
pub fn engerer2(hour: Hour) -> f64 {
    const C: f64 = -0.009_753_9;
    if hour.kt <= 0.0 {
        return 1.0;
    }
    let enhancement = (1.0 - hour.kt_clear / hour.kt).max(0.0);
    let exponent = -5.3169 + 8.5084 * hour.kt + 0.013_241 * hour.solar_time_h + 0.007_435_6 * hour.zenith_deg
        - 3.0329 * (hour.kt_clear - hour.kt);
    (C + (1.0 - C) / (1.0 + exponent.exp()) + 0.564_03 * enhancement).clamp(0.0, 1.0)
}

/// Direct (facing the sun) and diffuse irradiance of a year, W/m², that close on the global:
/// global = diffuse + direct × cos(apparent zenith).
pub(super) fn split(sun: &SunPath, ghi: &[f64], clear: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let mut dni = vec![0.0; ghi.len()];
    let mut dhi = vec![0.0; ghi.len()];
    for (hour, &global) in ghi.iter().enumerate() {
        let cos_zenith = sun.direction[hour][2];
        if global <= 0.0 || cos_zenith <= 0.0 {
            continue;
        }
        let outside = sun.extraterrestrial[hour] * cos_zenith;
        let share = engerer2(Hour {
            kt: global / outside,
            kt_clear: clear[hour] / outside,
            solar_time_h: 12.0 + sun.hour_angle[hour] / 15.0,
            zenith_deg: sun.apparent_zenith[hour],
        });
        dhi[hour] = global * share;
        dni[hour] = (global - dhi[hour]) / cos_zenith;
    }
    (dni, dhi)
}
