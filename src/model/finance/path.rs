//! How prices move over the years.

/// Prices of later years over the price of the first, in real terms (without inflation).
#[derive(Clone, Debug, PartialEq)]
pub struct PricePath {
    /// Factor of year 1, 2 and so on; at least one, and later years repeat the last.
    factors: Vec<f64>,
}

impl PricePath {
    /// The same change every year: `growth` of 0.02 for 2 % a year, over `years`.
    #[must_use]
    pub fn growth(growth: f64, years: usize) -> Self {
        let next = |factor: &f64| Some(factor * (1.0 + growth));
        Self { factors: std::iter::successors(Some(1.0), next).take(years.max(1)).collect() }
    }

    /// A factor for each year, the first for year 1; no factors mean no change.
    #[must_use]
    pub fn of_factors(mut factors: Vec<f64>) -> Self {
        if factors.is_empty() {
            factors.push(1.0);
        }
        Self { factors }
    }

    /// Factor of `year`, counted from 1.
    #[must_use]
    pub fn factor(&self, year: usize) -> f64 {
        let index = year.saturating_sub(1).min(self.factors.len().saturating_sub(1));
        self.factors.get(index).copied().unwrap_or(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_compounds_from_the_second_year() {
        let path = PricePath::growth(-0.02, 3);
        // 1, 0.98, 0.9604 and no further.
        for (year, expected) in [(1, 1.0), (2, 0.98), (3, 0.9604), (9, 0.9604)] {
            assert!((path.factor(year) - expected).abs() < 1e-12);
        }
        assert!((PricePath::of_factors(vec![]).factor(5) - 1.0).abs() < 1e-12);
    }
}
