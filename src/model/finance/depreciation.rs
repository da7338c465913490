//! Depreciation: how a purchase becomes cost over the years, for income tax.

use crate::units::NetPln;

/// Years after which no amounts are listed.
const MOST_YEARS: usize = 100;

/// How an asset is written off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Depreciation {
    /// Every year the same share of the initial value (metoda liniowa).
    StraightLine {
        /// Share a year, above 0 to 1: 0.1 for 10 %.
        rate: f64,
    },
    /// At once up to a limit, what is above it in a straight line from the second year (jednorazowy odpis).
    OneOff {
        /// Most that may be written off at once.
        limit: NetPln,
        /// Share a year of what is above.
        rate: f64,
    },
}

impl Depreciation {
    /// Amounts of each year until nothing is left. The straight line starts with the month after the start of use: of
    /// the first year `months_in_first_year` (0 to 12) count.
    ///
    /// No amounts for a straight line with a rate of 0, which never ends; no more than a hundred years.
    ///
    /// Source: act on corporate income tax, art. 16h, 16i, 16k, and act on personal income tax, art. 22h, 22i, 22k; from
    /// memory. The order after writing off at once (nothing more in that year) is a reading.
    #[must_use]
    pub fn schedule(&self, initial: NetPln, months_in_first_year: u8) -> Vec<NetPln> {
        let months = f64::from(months_in_first_year.min(12));
        match *self {
            Self::StraightLine { rate } => straight_line(initial.0, rate, initial.0 * rate * months / 12.0),
            Self::OneOff { limit, rate } => {
                let at_once = limit.0.clamp(0.0, initial.0.max(0.0));
                let mut amounts = vec![NetPln(at_once)];
                let rest = initial.0 - at_once;
                amounts.extend(straight_line(rest, rate, rest * rate));
                amounts
            }
        }
    }
}

/// Equal shares of `initial_pln` until it is used up, after a first year of `first_pln`.
fn straight_line(initial_pln: f64, rate: f64, first_pln: f64) -> Vec<NetPln> {
    let mut amounts = Vec::new();
    let mut left_pln = initial_pln;
    // Rounding may leave a billionth for one more year.
    let least_pln = 1e-9 * initial_pln;
    while left_pln > least_pln && rate > 0.0 && amounts.len() < MOST_YEARS {
        let full_pln = if amounts.is_empty() { first_pln } else { initial_pln * rate };
        let amount_pln = if left_pln - full_pln > least_pln { full_pln } else { left_pln };
        left_pln -= amount_pln;
        amounts.push(NetPln(amount_pln));
    }
    amounts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_line_by_hand() {
        // 100,000 at 10 %, in use from March: 9 months count, 7,500; nine years of 10,000; 2,500 at the end.
        let amounts = Depreciation::StraightLine { rate: 0.1 }.schedule(NetPln(100_000.0), 9);
        assert_eq!(amounts.len(), 11);
        assert!(amounts[0].approx_eq(NetPln(7500.0), 1e-6) && amounts[10].approx_eq(NetPln(2500.0), 1e-6));
        let ten = Depreciation::StraightLine { rate: 0.1 }.schedule(NetPln(100_000.0), 12);
        assert_eq!(ten.len(), 10);
        assert!(Depreciation::StraightLine { rate: 0.0 }.schedule(NetPln(100_000.0), 12).is_empty());
    }

    #[test]
    fn at_once_by_hand() {
        // 130,000 of which 100,000 at once; 30,000 above it at 10 % over ten years.
        let rule = Depreciation::OneOff { limit: NetPln(100_000.0), rate: 0.1 };
        let amounts = rule.schedule(NetPln(130_000.0), 4);
        assert!(amounts[0].approx_eq(NetPln(100_000.0), 1e-9) && amounts[1].approx_eq(NetPln(3000.0), 1e-9));
        assert!(amounts.iter().copied().sum::<NetPln>().approx_eq(NetPln(130_000.0), 1e-6));
        assert_eq!(rule.schedule(NetPln(80_000.0), 4), [NetPln(80_000.0)]);
    }
}
