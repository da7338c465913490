//! The sky without clouds and the air as a filter: extraterrestrial irradiance, pressure, air mass.

use std::f64::consts::TAU;

/// Solar constant of Spencer's series, W/m².
const SOLAR_CONSTANT_W_M2: f64 = 1366.1;
/// Standard pressure at sea level, Pa.
const SEA_LEVEL_PA: f64 = 101_325.0;

/// Irradiance outside the atmosphere, W/m², on a day of the year (1 to 366), Spencer's series.
///
/// E₀ = 1366.1 (1.00011 + 0.034221 cos B + 0.00128 sin B + 0.000719 cos 2B + 0.000077 sin 2B), B = 2π (day − 1) / 365.
///
/// Source: Spencer 1971, "Fourier series representation of the position of the sun", Search 2 (5), 172.
#[must_use]
pub fn extraterrestrial(day_of_year: u16) -> f64 {
    let b = TAU * (f64::from(day_of_year) - 1.0) / 365.0;
    let (sin_b, cos_b) = b.sin_cos();
    let (sin_2b, cos_2b) = (2.0 * b).sin_cos();
    SOLAR_CONSTANT_W_M2 * (1.000_11 + 0.034_221 * cos_b + 0.001_28 * sin_b + 0.000_719 * cos_2b + 0.000_077 * sin_2b)
}

/// Air pressure, Pa, at a height above sea level, m, in the standard atmosphere; −500 to 11,000 m.
///
/// Source: ICAO standard atmosphere in the form of "A Quick Derivation relating altitude to air pressure",
/// Portland State Aerospace Society 2004, eq. 9.
#[must_use]
pub fn pressure(elevation_m: f64) -> f64 {
    100.0 * ((44_331.514 - elevation_m) / 11_880.516).max(0.0).powf(1.0 / 0.190_263_2)
}

/// Relative optical air mass at an apparent zenith, degrees; none below the horizon.
///
/// m = 1 / (cos z + 0.50572 (96.07995 − z)^−1.6364).
///
/// Source: Kasten & Young 1989, Applied Optics 28, 4735, doi:10.1364/AO.28.004735.
#[must_use]
pub fn airmass(apparent_zenith_deg: f64) -> Option<f64> {
    (apparent_zenith_deg <= 90.0).then(|| airmass_of(apparent_zenith_deg, apparent_zenith_deg.to_radians().cos()))
}

/// The same for a zenith of at most 90° whose cosine is known.
pub(super) fn airmass_of(apparent_zenith_deg: f64, cos_zenith: f64) -> f64 {
    1.0 / (cos_zenith + 0.505_72 * (96.079_95 - apparent_zenith_deg).powf(-1.6364))
}

/// Air mass at the pressure of a place: relative air mass × pressure / 101,325 Pa.
#[must_use]
pub fn absolute_airmass(relative: f64, pressure_pa: f64) -> f64 {
    relative * pressure_pa / SEA_LEVEL_PA
}
