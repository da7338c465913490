//! Payback time.

use super::npv::discounted as discount;
use crate::units::Quantity;

/// Years until the flows so far add up to nothing owed, linear inside the year; the first such moment.
///
/// None where that never happens. Flows that fall below zero again later, as at a replacement, do not count back.
#[must_use]
pub fn simple<U: Quantity>(flows: &[U]) -> Option<f64> {
    let mut owed_pln = 0.0;
    let mut years = 0.0;
    for flow in flows {
        let before_pln = owed_pln;
        owed_pln += flow.raw();
        if owed_pln >= 0.0 {
            let inside = if flow.raw() > 0.0 { -before_pln / flow.raw() } else { 0.0 };
            return Some(f64::max(years - 1.0 + inside, 0.0));
        }
        years += 1.0;
    }
    None
}

/// The same with every flow as it is worth today.
#[must_use]
pub fn discounted<U: Quantity>(flows: &[U], rate: f64) -> Option<f64> {
    simple(&discount(flows, rate))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::GrossPln;

    #[test]
    fn by_hand() {
        let flows: Vec<GrossPln> = [-100.0, 40.0, 40.0, 40.0].into_iter().map(GrossPln).collect();
        // After two years 20 are owed, the third brings 40: 2.5 years.
        assert!((simple(&flows).unwrap() - 2.5).abs() < 1e-12);
        // At 10 %: 36.3636 + 33.0579 + 30.0526 = 99.4741, never 100.
        assert_eq!(discounted(&flows, 0.1), None);
        // At 5 %: 38.0952 + 36.2812 = 74.3764 in two years, the third is worth 34.5535: 2 + 25.6236 / 34.5535.
        let third = 40.0 / 1.05_f64.powi(3);
        let owed = 100.0 - 40.0 / 1.05 - 40.0 / 1.05_f64.powi(2);
        assert!((discounted(&flows, 0.05).unwrap() - (2.0 + owed / third)).abs() < 1e-12);
    }

    #[test]
    fn nothing_invested_is_paid_back_at_once() {
        assert_eq!(simple(&[GrossPln(0.0), GrossPln(10.0)]), Some(0.0));
        assert_eq!(simple(&[GrossPln(5.0)]), Some(0.0));
        assert_eq!(simple::<GrossPln>(&[]), None);
    }
}
