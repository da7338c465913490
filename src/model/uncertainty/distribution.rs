//! Distributions by their quantiles, and the percentiles of a list of values.

use crate::model::weather::year::as_f64;
use std::f64::consts::TAU;

/// The value below which a normal number with mean 0 and standard deviation 1 lies with `probability`, 0 to 1 exclusive.
///
/// Bisection of Φ(x) = ½ + φ(x) · (x + x³/3 + x⁵/(3·5) + …) between −8 and 8.
///
/// Source: Marsaglia 2004, "Evaluating the normal distribution", Journal of Statistical Software 11 (4),
/// doi:10.18637/jss.v011.i04.
#[must_use]
pub fn normal(probability: f64) -> f64 {
    let (mut low, mut high) = (-8.0, 8.0);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if below_normal(middle) < probability {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

fn below_normal(x: f64) -> f64 {
    let (mut term, mut sum, mut n) = (x, 0.0, 1.0);
    while term.abs() > 1e-17 * f64::abs(sum) {
        sum += term;
        n += 2.0;
        term *= x * x / n;
    }
    0.5 + sum * (-0.5 * x * x).exp() / TAU.sqrt()
}

/// The value below which a triangular number between `low` and `high` with its mode at `mode` lies with `probability`, 0
/// to 1. Ends that fall together give that value.
///
/// Source: JCGM 101:2008 (GUM, supplement 1), 6.4.5, for the symmetric case; the closed form of the skew one follows in
/// the same way.
#[must_use]
pub fn triangular(low: f64, mode: f64, high: f64, probability: f64) -> f64 {
    let width = high - low;
    if width <= 0.0 {
        return mode;
    }
    let rising = (mode - low) / width;
    if probability < rising {
        low + (probability * width * (mode - low)).sqrt()
    } else {
        high - ((1.0 - probability) * width * (high - mode)).sqrt()
    }
}

/// The value below which a share of `sorted` lies: of n values the first stands for a share of 0.5/n, the next for 1.5/n
/// and so on, as the middles of n strata do, with straight lines between them and none beyond the ends. None for an empty
/// list. Values may be infinite.
///
/// Source: Hyndman & Fan 1996, The American Statistician 50, 361, doi:10.1080/00031305.1996.10473566, type 5 (Hazen).
#[must_use]
pub fn percentile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = as_f64(sorted.len().checked_sub(1)?);
    let place = (as_f64(sorted.len()) * share - 0.5).clamp(0.0, last);
    let after = (1..sorted.len()).find(|&index| as_f64(index) > place);
    let Some(after) = after else { return sorted.last().copied() };
    let (low, high) = (sorted[after - 1], sorted[after]);
    let within = place - as_f64(after - 1);
    // There is no straight line from equal neighbours or from minus infinity.
    let level = within <= 0.0 || low >= high || low.is_infinite();
    Some(if level { low } else { low + (high - low) * within })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_the_normal_distribution() {
        // Tables: 1.281552 for 90 %, 1.959964 for 97.5 %, 3.090232 for 99.9 %.
        for (probability, expected) in [(0.5, 0.0), (0.9, 1.281_552), (0.975, 1.959_964), (0.999, 3.090_232)] {
            assert!((normal(probability) - expected).abs() < 1e-6);
            assert!((normal(1.0 - probability) + expected).abs() < 1e-6);
        }
    }

    #[test]
    fn quantiles_of_a_triangle() {
        // Between 0 and 2 with its mode at 1: F(x) = x²/2 below the mode; F(0.5) = 1/8.
        assert!((triangular(0.0, 1.0, 2.0, 0.125) - 0.5).abs() < 1e-12);
        assert!((triangular(0.0, 1.0, 2.0, 0.5) - 1.0).abs() < 1e-12);
        assert!((triangular(0.0, 1.0, 2.0, 0.875) - 1.5).abs() < 1e-12);
        // A right triangle that falls from 0 to 1: F(x) = 1 − (1 − x)²; F(0.5) = 3/4.
        assert!((triangular(0.0, 0.0, 1.0, 0.75) - 0.5).abs() < 1e-12);
        assert!((triangular(3.0, 3.0, 3.0, 0.2) - 3.0).abs() < 1e-12);
    }

    #[test]
    fn percentiles_by_hand() {
        // Five values stand for 10, 30, 50, 70 and 90 %; 25 % is three quarters of the way from the first to the second,
        // 80 % halfway from the fourth to the fifth.
        let values = [1.0, 2.0, 4.0, 8.0, 16.0];
        let expected = [(0.0, 1.0), (0.1, 1.0), (0.25, 1.75), (0.5, 4.0), (0.8, 12.0), (0.9, 16.0), (1.0, 16.0)];
        for (share, expected) in expected {
            assert!((percentile(&values, share).unwrap() - expected).abs() < 1e-12, "{share}");
        }
        assert_eq!(percentile(&[], 0.5), None);
        assert_eq!(percentile(&[3.0], 0.9), Some(3.0));
        // Infinite values sort to their end and never become NaN.
        let never = [1.0, 2.0, f64::INFINITY, f64::INFINITY];
        assert_eq!(percentile(&never, 3.0 / 8.0), Some(2.0));
        assert_eq!(percentile(&never, 0.5), Some(f64::INFINITY));
        assert_eq!(percentile(&never, 0.9), Some(f64::INFINITY));
        assert_eq!(percentile(&[f64::NEG_INFINITY, 1.0], 0.5), Some(f64::NEG_INFINITY));
    }

    #[test]
    fn strata_give_back_their_distribution() {
        // The middles of 32 strata of an even distribution between 0 and 1 lie at (i + 0.5) / 32.
        let strata: Vec<f64> = (0..32).map(|at| (f64::from(at) + 0.5) / 32.0).collect();
        for share in [0.1, 0.5, 0.9] {
            assert!((percentile(&strata, share).unwrap() - share).abs() < 1e-12);
        }
    }
}
