//! Wind speed that cools the modules.

use super::{
    Climate,
    year::{Year, as_f64},
};
use crate::model::random::Random;

/// Memory of each wind component from hour to hour; the speed then remembers 0.93 of itself.
const MEMORY: f64 = 0.965;

/// Wind speed for every hour of the year, m/s; the months keep their means to rounding.
///
/// Two independent AR(1) components make the speed Rayleigh distributed, the usual shape at inland sites.
///
/// Source: Justus, Hargraves, Mikhail & Graber 1978, Journal of Applied Meteorology 17, 350 (Weibull with k ≈ 2).
pub(super) fn hourly(climate: &Climate, year: &Year, random: &mut Random) -> Vec<f64> {
    let fresh = (1.0 - MEMORY * MEMORY).sqrt();
    let (mut east, mut north) = (random.normal(), random.normal());
    let mut speed_m_s: Vec<f64> = (0..year.hours())
        .map(|_| {
            east = MEMORY * east + fresh * random.normal();
            north = MEMORY * north + fresh * random.normal();
            (east * east + north * north).sqrt()
        })
        .collect();
    for (month, range) in year.month_hours().enumerate() {
        let mean = speed_m_s[range.clone()].iter().sum::<f64>() / as_f64(range.len());
        let factor = if mean > 0.0 { climate.wind_m_s[month].max(0.0) / mean } else { 0.0 };
        speed_m_s[range].iter_mut().for_each(|speed| *speed *= factor);
    }
    speed_m_s
}
