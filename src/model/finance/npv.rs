//! Net present value.

use crate::units::Quantity;

/// Value today of yearly flows, the first of them at once.
///
/// NPV = sum over t of flows\[t\] / (1 + rate)^t, t from 0.
///
/// Valid for `rate` above -1; at or below it the flows have no present value and the result is not finite.
///
/// Source: Brealey, Myers, Allen: Principles of Corporate Finance, chapter 2.
#[must_use]
pub fn net_present_value<U: Quantity>(flows: &[U], rate: f64) -> U {
    // From the last year backwards: no powers, and nothing overflows that the result does not.
    U::from_raw(flows.iter().rev().fold(0.0, |later_pln, flow| flow.raw() + later_pln / (1.0 + rate)))
}

/// Each flow as it is worth today.
#[must_use]
pub fn discounted<U: Quantity>(flows: &[U], rate: f64) -> Vec<U> {
    let mut factor = 1.0;
    let discount = |flow: &U| {
        let today = U::from_raw(flow.raw() * factor);
        factor /= 1.0 + rate;
        today
    };
    flows.iter().map(discount).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::GrossPln;

    #[test]
    fn two_years_by_hand() {
        // -100 + 60 / 1.1 + 60 / 1.21 = -100 + 54.545454... + 49.586776... = 4.132231...
        let flows = [GrossPln(-100.0), GrossPln(60.0), GrossPln(60.0)];
        assert!(net_present_value(&flows, 0.1).approx_eq(GrossPln(500.0 / 121.0), 1e-12));
        let sum: GrossPln = discounted(&flows, 0.1).into_iter().sum();
        assert!(sum.approx_eq(GrossPln(500.0 / 121.0), 1e-12));
        assert!(net_present_value::<GrossPln>(&[], 0.1).approx_eq(GrossPln::ZERO, 1e-12));
    }
}
