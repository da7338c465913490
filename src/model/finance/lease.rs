//! A lease with an own contribution at the start and a purchase at the end.

use super::loan::annuity_factor;
use crate::units::Quantity;

/// A lease paid every month in arrears, in any money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lease<U> {
    /// Price of what is leased.
    pub price: U,
    /// Paid at the start (opłata wstępna), at most the price.
    pub initial: U,
    /// Price of the purchase with the last instalment (wykup), at most the price.
    pub buyout: U,
    /// Nominal rate a year: 0.08 for 8 %.
    pub nominal_annual_rate: f64,
    /// Number of monthly instalments.
    pub months: usize,
}

impl<U: Quantity> Lease<U> {
    /// The monthly instalment: it pays back what is financed, but for the worth today of the purchase at the end.
    ///
    /// Source: Brealey, Myers, Allen: Principles of Corporate Finance, chapters 2 and 25.
    #[must_use]
    pub fn instalment(&self) -> U {
        let rate = self.nominal_annual_rate / 12.0;
        let months = i32::try_from(self.months).unwrap_or(i32::MAX);
        let buyout_today = self.buyout.raw() / (1.0 + rate).powi(months);
        let financed = (self.price.raw() - self.initial.raw() - buyout_today).max(0.0);
        U::from_raw(financed * annuity_factor(rate, self.months))
    }

    /// What is paid at the start and at the end of each month, the purchase with the last.
    #[must_use]
    pub fn payments(&self) -> Vec<U> {
        let mut payments = vec![self.initial];
        payments.resize(self.months + 1, self.instalment());
        if let Some(last) = payments.last_mut() {
            *last = U::from_raw(last.raw() + self.buyout.raw());
        }
        payments
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::finance::npv::net_present_value, units::NetPln};

    #[test]
    fn payments_are_worth_the_price() {
        // By definition of the rate: all payments discounted at it add up to the price.
        let lease = Lease {
            price: NetPln(100_000.0),
            initial: NetPln(10_000.0),
            buyout: NetPln(1000.0),
            nominal_annual_rate: 0.09,
            months: 60,
        };
        assert!(net_present_value(&lease.payments(), 0.09 / 12.0).approx_eq(lease.price, 1e-6));
        // Without interest: (100,000 - 10,000 - 1,000) ÷ 60.
        let free = Lease { nominal_annual_rate: 0.0, ..lease };
        assert!(free.instalment().approx_eq(NetPln(89_000.0 / 60.0), 1e-9));
    }
}
