//! Sums that are read from an outcome beside its own figures.

use super::report::{BillLine, DepositMonth, MoneyOutcome, Outcome};
use crate::units::GrossPln;
use std::borrow::Cow;

impl Outcome {
    /// The sum of all lines of the bill.
    #[must_use]
    pub fn bill_total(&self) -> BillLine {
        BillLine {
            id: Cow::Borrowed("total"),
            before_net: self.bill.iter().map(|line| line.before_net).sum(),
            before_gross: self.bill.iter().map(|line| line.before_gross).sum(),
            after_net: self.bill.iter().map(|line| line.after_net).sum(),
            after_gross: self.bill.iter().map(|line| line.after_gross).sum(),
        }
    }

    /// The prosumer deposit of the whole year: everything credited, used, refunded and lost, and what is left at its end.
    #[must_use]
    pub fn deposit_year(&self) -> DepositMonth {
        let sum = |part: fn(&DepositMonth) -> GrossPln| self.deposit.iter().map(part).sum();
        DepositMonth {
            credited: sum(|month| month.credited),
            used: sum(|month| month.used),
            refunded: sum(|month| month.refunded),
            forfeited: sum(|month| month.forfeited),
            balance: self.deposit.last().map_or(GrossPln::ZERO, |month| month.balance),
        }
    }
}

impl MoneyOutcome {
    /// The cash flow summed from year 0 up to each year.
    #[must_use]
    pub fn cumulative(&self) -> Vec<GrossPln> {
        let running = |sum: &mut GrossPln, flow: &GrossPln| {
            *sum += *flow;
            Some(*sum)
        };
        self.cash_flow.iter().scan(GrossPln::ZERO, running).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cash_flow_runs_up() {
        let money =
            MoneyOutcome { cash_flow: vec![GrossPln(-10.0), GrossPln(4.0), GrossPln(7.0)], ..MoneyOutcome::default() };
        assert_eq!(money.cumulative(), vec![GrossPln(-10.0), GrossPln(-6.0), GrossPln(1.0)]);
    }
}
