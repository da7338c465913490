//! Air conditioning: degree hours of heat.

use crate::units::{Celsius, Kwh, Series};

/// Electricity for cooling `area_m2` in every hour of the year, kWh.
///
/// energy = area × specific use × max(0, air temperature − balance temperature); `specific_wh_m2_k` is Wh of electricity
/// per m² of floor and kelvin in an hour, the sun through the windows included. Warm years use more.
///
/// Source: degree hours as in ASHRAE Handbook Fundamentals, chapter on energy estimating; the figures are table rows.
#[must_use]
pub fn cooling(area_m2: f64, specific_wh_m2_k: f64, balance: Celsius, air: &Series<Celsius>) -> Series<Kwh> {
    let kwh_per_k = area_m2 * specific_wh_m2_k / 1000.0;
    Series::from_raw(air.raw().iter().map(|air_c| kwh_per_k * (air_c - balance.0).max(0.0)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heat_above_the_balance_is_cooled() {
        // 50 m² × 1.2 Wh/(m²·K) × 5 K = 300 Wh.
        let air = Series::from_raw(vec![10.0, 21.0, 26.0]);
        let use_kwh = cooling(50.0, 1.2, Celsius(21.0), &air);
        assert!(use_kwh[0] == 0.0 && use_kwh[1] == 0.0 && (use_kwh[2] - 0.3).abs() < 1e-12);
    }
}
