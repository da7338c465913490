//! Internal rate of return.

use super::npv::net_present_value;
use crate::units::Quantity;

/// Rates looked through, a year: from losing nearly all to a hundredfold gain.
const RATES: (f64, f64) = (-0.999, 100.0);
const HALVINGS: usize = 200;
/// Growth of the step away from zero while a change of sign is looked for.
const STEP: (f64, f64) = (0.01, 1.2);

/// The rate a year at which the flows are worth nothing today.
///
/// Found by bisection inside a change of sign of the net present value, searched from zero outwards. None where the
/// flows never change sign, or no rate from -99.9 % to 10,000 % makes them worth nothing. Flows that change sign more
/// than once may have several such rates; the one nearest to zero on the searched side is given.
///
/// Source: Brealey, Myers, Allen: Principles of Corporate Finance, chapter 5, with its warnings.
#[must_use]
pub fn internal_rate_of_return<U: Quantity>(flows: &[U]) -> Option<f64> {
    let gains = flows.iter().any(|flow| flow.raw() > 0.0);
    let costs = flows.iter().any(|flow| flow.raw() < 0.0);
    if !(gains && costs) {
        return None;
    }
    let value_pln = |rate: f64| net_present_value(flows, rate).raw();
    let undiscounted_pln = value_pln(0.0);
    // A project that gains without discounting pays up to some positive rate, one that loses to some negative one.
    let outwards = if undiscounted_pln > 0.0 { 1.0 } else { -1.0 };
    let (mut inner, mut step) = (0.0, STEP.0);
    loop {
        let outer = (inner + outwards * step).clamp(RATES.0, RATES.1);
        let outer_pln = value_pln(outer);
        if outer_pln.is_finite() && (outer_pln > 0.0) != (undiscounted_pln > 0.0) {
            return Some(bisect(value_pln, inner, outer));
        }
        if outer <= RATES.0 || outer >= RATES.1 {
            return None;
        }
        inner = outer;
        // Below zero the value grows without bound towards -1: keep the step small against what is left.
        step = if outwards > 0.0 { step * STEP.1 } else { (1.0 + inner).mul_add(0.02, 1e-4) };
    }
}

/// The zero of `value` between two rates at which it has different signs.
fn bisect(value: impl Fn(f64) -> f64, mut from: f64, mut to: f64) -> f64 {
    let positive = value(from) > 0.0;
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(from, to);
        if middle <= from.min(to) || middle >= from.max(to) {
            break;
        }
        if (value(middle) > 0.0) == positive {
            from = middle;
        } else {
            to = middle;
        }
    }
    f64::midpoint(from, to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::GrossPln;

    fn flows(values: &[f64]) -> Vec<GrossPln> {
        values.iter().copied().map(GrossPln).collect()
    }

    #[test]
    fn one_year_by_hand() {
        // -100 today, 110 in a year: 10 %. -100 and 90: -10 %.
        assert!((internal_rate_of_return(&flows(&[-100.0, 110.0])).unwrap() - 0.1).abs() < 1e-12);
        assert!((internal_rate_of_return(&flows(&[-100.0, 90.0])).unwrap() + 0.1).abs() < 1e-12);
        // Money back exactly: 0 %.
        assert!(internal_rate_of_return(&flows(&[-100.0, 50.0, 50.0])).unwrap().abs() < 1e-12);
    }

    #[test]
    fn no_sign_change_no_rate() {
        assert_eq!(internal_rate_of_return(&flows(&[100.0, 110.0])), None);
        assert_eq!(internal_rate_of_return(&flows(&[-100.0, -1.0])), None);
        assert_eq!(internal_rate_of_return::<GrossPln>(&[]), None);
        // Changes sign and is still below zero at every rate: 50 in the middle of two costs of 100.
        assert_eq!(internal_rate_of_return(&flows(&[-100.0, 50.0, -100.0])), None);
    }
}
