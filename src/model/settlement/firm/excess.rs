//! Power above the contracted (przekroczenie mocy umownej).

use crate::order;
use crate::units::{Kw, Kwh, Series};

/// Sum of the `count` largest hourly excesses of a month over contracted power.
///
/// The charge is this sum times the fixed network rate of a month. `peaks_kw` holds the greatest power of each hour; a
/// meter that records quarter-hours gives the largest of them.
///
/// Source: regulation of 29 November 2022 on tariffs (Dz.U. 2024 poz. 904), as price portals describe it: the sum of the
/// ten largest excesses of the month, found in hourly cycles. The other rule, ten times the largest excess, for meters
/// that cannot tell hours apart, is not modelled.
#[must_use]
pub fn charged(peaks_kw: &[f64], contracted: Kw, count: usize) -> Kw {
    let excesses_kw: Vec<f64> =
        peaks_kw.iter().map(|peak| peak - contracted.0).filter(|excess| *excess > 0.0).collect();
    Kw(order::sorted(&excesses_kw).iter().rev().take(count).sum())
}

/// The greatest quarter-hour power of each hour, from energy by the quarter-hour.
#[must_use]
pub fn hourly_peaks(quarters_kwh: &[f64]) -> Series<Kw> {
    let power = |quarters: &[f64]| 4.0 * quarters.iter().copied().fold(0.0, f64::max);
    Series::from_raw(quarters_kwh.chunks(4).map(power).collect())
}

/// The mean power of each hour, where nothing better is known: it is below the greatest quarter-hour.
#[must_use]
pub fn mean_power(import: &Series<Kwh>) -> Series<Kw> {
    Series::from_raw(import.raw().to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ten_largest_by_hand() {
        // Twelve hours of 101 to 112 kW over 100 kW: excesses 1 to 12; the ten largest are 3 to 12, together 75 kW.
        let peaks: Vec<f64> = (1..=12).map(|excess| 100.0 + f64::from(excess)).collect();
        assert!(charged(&peaks, Kw(100.0), 10).approx_eq(Kw(75.0), 1e-12));
        // Three of them only: 10 + 11 + 12. Enough power: nothing. Power not metered: nothing.
        assert!(charged(&peaks, Kw(100.0), 3).approx_eq(Kw(33.0), 1e-12));
        assert!(charged(&peaks, Kw(112.0), 10).approx_eq(Kw::ZERO, 0.0));
        assert!(charged(&peaks, Kw(100.0), 0).approx_eq(Kw::ZERO, 0.0));
    }

    #[test]
    fn an_hour_counts_by_its_largest_quarter() {
        // 2 kWh in a quarter of an hour are 8 kW.
        let peaks = hourly_peaks(&[1.0, 2.0, 0.5, 0.0, 0.25, 0.25, 0.25, 0.25]);
        assert_eq!(peaks.raw(), [8.0, 1.0]);
    }
}
