//! A loan: what is paid when.

pub use crate::model::inputs::firm::finance::Repayment;
use crate::units::Quantity;

/// A loan paid in arrears, in any money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Loan<U> {
    /// Sum lent.
    pub principal: U,
    /// Nominal rate a year: 0.08 for 8 %; not below 0.
    pub nominal_annual_rate: f64,
    /// Number of periods, grace included.
    pub periods: usize,
    /// Periods in a year: 12 for monthly payments.
    pub periods_per_year: usize,
    /// Periods at the start in which interest alone is paid.
    pub grace: usize,
    /// How the principal is paid back.
    pub repayment: Repayment,
}

/// One payment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Instalment<U> {
    /// Interest of the period.
    pub interest: U,
    /// Principal paid back.
    pub principal: U,
    /// Principal still owed afterwards.
    pub balance: U,
}

impl<U: Quantity> Instalment<U> {
    /// Interest and principal.
    #[must_use]
    pub fn payment(&self) -> U {
        U::from_raw(self.interest.raw() + self.principal.raw())
    }
}

/// Payment of each of `periods` that pays back 1 at `rate` a period, in arrears: rate ÷ (1 − (1 + rate)^−periods).
///
/// 1 ÷ periods at a rate of zero; 0 for no periods.
///
/// Source: Brealey, Myers, Allen: Principles of Corporate Finance, chapter 2.
#[must_use]
pub fn annuity_factor(rate: f64, periods: usize) -> f64 {
    let count = i32::try_from(periods).unwrap_or(i32::MAX);
    if periods == 0 {
        0.0
    } else if rate.abs() < 1e-12 {
        1.0 / f64::from(count)
    } else {
        rate / (1.0 - (1.0 + rate).powi(-count))
    }
}

impl<U: Quantity> Loan<U> {
    /// A loan paid every month in equal instalments without grace.
    #[must_use]
    pub fn monthly(principal: U, nominal_annual_rate: f64, months: usize) -> Self {
        Self {
            principal,
            nominal_annual_rate,
            periods: months,
            periods_per_year: 12,
            grace: 0,
            repayment: Repayment::EqualInstalments,
        }
    }

    /// Rate of a period.
    #[must_use]
    pub fn period_rate(&self) -> f64 {
        self.nominal_annual_rate / f64::from(u16::try_from(self.periods_per_year.max(1)).unwrap_or(u16::MAX))
    }

    /// Rate of a year with interest on interest: (1 + rate of a period)^periods − 1.
    #[must_use]
    pub fn effective_annual_rate(&self) -> f64 {
        let periods = i32::try_from(self.periods_per_year.max(1)).unwrap_or(i32::MAX);
        (1.0 + self.period_rate()).powi(periods) - 1.0
    }

    /// Every payment in order; the last pays exactly what is still owed. Grace leaves at least the last period for the
    /// principal.
    #[must_use]
    pub fn schedule(&self) -> Vec<Instalment<U>> {
        let (rate, owed) = (self.period_rate(), self.principal.raw());
        let grace = self.grace.min(self.periods.saturating_sub(1));
        let repaying = self.periods - grace;
        let payment = owed * annuity_factor(rate, repaying);
        let part = owed * annuity_factor(0.0, repaying);
        let mut balance = owed;
        (0..self.periods)
            .map(|period| {
                let interest = balance * rate;
                let principal = if period < grace {
                    0.0
                } else if period + 1 == self.periods {
                    balance
                } else {
                    match self.repayment {
                        Repayment::EqualInstalments => payment - interest,
                        Repayment::EqualPrincipal => part,
                    }
                };
                balance -= principal;
                Instalment {
                    interest: U::from_raw(interest),
                    principal: U::from_raw(principal),
                    balance: U::from_raw(balance),
                }
            })
            .collect()
    }

    /// The payments of each year added up, with the balance at its end.
    #[must_use]
    pub fn years(&self) -> Vec<Instalment<U>> {
        let sum = |year: &[Instalment<U>], part: fn(&Instalment<U>) -> U| {
            U::from_raw(year.iter().map(|instalment| part(instalment).raw()).sum())
        };
        self.schedule()
            .chunks(self.periods_per_year.max(1))
            .map(|year| Instalment {
                interest: sum(year, |instalment| instalment.interest),
                principal: sum(year, |instalment| instalment.principal),
                balance: year.last().map_or(U::from_raw(0.0), |last| last.balance),
            })
            .collect()
    }

    /// Interest over the whole life.
    #[must_use]
    pub fn total_interest(&self) -> U {
        U::from_raw(self.schedule().iter().map(|instalment| instalment.interest.raw()).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::NetPln;
    use proptest::prelude::*;

    #[test]
    fn two_years_by_hand() {
        // 1,000 at 10 % in two yearly instalments: 1,000 × 0.1 ÷ (1 − 1 ÷ 1.21) = 576.190476...; interest 100, then
        // 52.380952....
        let loan = Loan { periods: 2, periods_per_year: 1, ..Loan::monthly(NetPln(1000.0), 0.1, 24) };
        let schedule = loan.schedule();
        assert!((schedule[0].payment().0 - 12100.0 / 21.0).abs() < 1e-9);
        assert!((schedule[1].interest.0 - 1100.0 / 21.0).abs() < 1e-9);
        // Equal principal: 500 + 100, then 500 + 50. With one year of grace: 100, then 1,100.
        let falling = Loan { repayment: Repayment::EqualPrincipal, ..loan };
        assert!((falling.schedule()[1].payment().0 - 550.0).abs() < 1e-9);
        let later = Loan { grace: 1, ..loan }.schedule();
        assert!((later[0].payment().0 - 100.0).abs() < 1e-9 && (later[1].payment().0 - 1100.0).abs() < 1e-9);
    }

    proptest! {
        /// Principal is paid back exactly, never negative, and what is owed never grows.
        #[test]
        fn pays_out_exactly(
            principal in 0.0..1e7, rate in 0.0..0.3, periods in 1_usize..400, grace in 0_usize..50, falling in any::<bool>(),
        ) {
            let repayment = if falling { Repayment::EqualPrincipal } else { Repayment::EqualInstalments };
            let loan = Loan { grace, repayment, ..Loan::monthly(NetPln(principal), rate, periods) };
            let schedule = loan.schedule();
            let paid: f64 = schedule.iter().map(|instalment| instalment.principal.0).sum();
            prop_assert!((paid - principal).abs() <= 1e-6 + 1e-9 * principal);
            prop_assert_eq!(schedule.last().unwrap().balance, NetPln::ZERO);
            prop_assert!(schedule.iter().all(|instalment| instalment.principal.0 >= -1e-6));
            prop_assert!(schedule.windows(2).all(|pair| pair[1].balance.0 <= pair[0].balance.0 + 1e-6));
            let years: f64 = loan.years().iter().map(|year| year.interest.0).sum();
            prop_assert!((years - loan.total_interest().0).abs() <= 1e-9 * (1.0 + years));
        }
    }
}
