//! The prosumer deposit (depozyt prosumencki) of net-billing.

use crate::{
    rules::scheme::{NetBilling, TenantBilling},
    units::{GrossPln, NetPln},
};

/// Months settled: the first year, in which the account fills, and the year after it.
pub const MONTHS: usize = 24;

/// The deposit account in one month.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DepositMonth {
    /// Value of the energy exported in this month, without the factor.
    pub export_value: NetPln,
    /// Credited in this month for the export of the month before.
    pub credited: GrossPln,
    /// Paid from the account for energy.
    pub used: GrossPln,
    /// Credits that left the account otherwise: refunded and forfeited together.
    pub expired: GrossPln,
    /// Part of these that is paid out.
    pub refunded: GrossPln,
    /// Part of these that is lost.
    pub forfeited: GrossPln,
    /// Left at the end of the month.
    pub balance: GrossPln,
}

impl DepositMonth {
    pub(super) fn add(&mut self, other: &Self) {
        self.export_value += other.export_value;
        self.credited += other.credited;
        self.used += other.used;
        self.expired += other.expired;
        self.refunded += other.refunded;
        self.forfeited += other.forfeited;
        self.balance = other.balance;
    }
}

/// The account over two equal years, from the value of each month's export and what the account may pay in it.
///
/// The export of month k is credited in k+1, times the deposit factor, and pays energy with VAT on the bills of
/// k+1 to k+12, oldest credit first. What is left lapses in k+13: paid out up to the refund cap times the value of
/// month k without the factor, the rest is lost.
///
/// Source: act on renewable energy sources, art. 4 ust. 11 and 11a, art. 4b, art. 4c ust. 2 to 7 (Dz.U. 2021 poz. 2376,
/// Dz.U. 2024 poz. 1847). That the cap is on the value without the factor is a reading of the text.
#[must_use]
pub fn net_billing(
    export_value: &[NetPln; 12],
    energy_gross: &[GrossPln; 12],
    terms: &NetBilling,
) -> [DepositMonth; MONTHS] {
    let mut account = [DepositMonth::default(); MONTHS];
    let mut left_pln = [0.0_f64; MONTHS];
    let mut oldest = 0;
    for (month, out) in account.iter_mut().enumerate() {
        out.export_value = export_value[month % 12];
        while oldest + terms.deposit_months < month {
            let lapsed_pln = left_pln[oldest];
            let refunded_pln = lapsed_pln.min(terms.refund_cap * export_value[oldest % 12].0);
            out.expired += GrossPln(lapsed_pln);
            out.refunded += GrossPln(refunded_pln);
            out.forfeited += GrossPln(lapsed_pln - refunded_pln);
            left_pln[oldest] = 0.0;
            oldest += 1;
        }
        if let Some(before) = month.checked_sub(1) {
            left_pln[before] = export_value[before % 12].0 * terms.deposit_factor;
            out.credited = GrossPln(left_pln[before]);
        }
        let mut due_pln = energy_gross[month % 12].0.max(0.0);
        for credit_pln in &mut left_pln[oldest..month] {
            let paid_pln = credit_pln.min(due_pln);
            *credit_pln -= paid_pln;
            due_pln -= paid_pln;
            out.used += GrossPln(paid_pln);
        }
        out.balance = GrossPln(left_pln[oldest..month].iter().sum());
    }
    account
}

/// The account of a tenant plant over two equal years.
///
/// Credited as in net-billing; a credit pays energy with VAT, and what is left at the end of a settlement period is paid
/// out to the bank account of the building: `payout_share` of it, which is all of it. Nothing waits for twelve months.
///
/// Source: act on renewable energy sources, art. 4c ust. 11 to 16 (Dz.U. 2023 poz. 1762). That the factor of ust. 4
/// holds too, and that the settlement period is the one between two bills, are readings of the text.
#[must_use]
pub fn tenant(
    export_value: &[NetPln; 12],
    energy_gross: &[GrossPln; 12],
    terms: &TenantBilling,
) -> [DepositMonth; MONTHS] {
    let mut account = [DepositMonth::default(); MONTHS];
    let mut left_pln = 0.0;
    for (month, out) in account.iter_mut().enumerate() {
        out.export_value = export_value[month % 12];
        if let Some(before) = month.checked_sub(1) {
            out.credited = GrossPln(export_value[before % 12].0 * terms.deposit_factor);
        }
        left_pln += out.credited.0;
        let used_pln = energy_gross[month % 12].0.max(0.0).min(left_pln);
        left_pln -= used_pln;
        out.used = GrossPln(used_pln);
        if (month + 1).is_multiple_of(terms.period_months.max(1)) {
            out.expired = GrossPln(left_pln);
            out.refunded = GrossPln(left_pln * terms.payout_share);
            out.forfeited = out.expired - out.refunded;
            left_pln = 0.0;
        }
        out.balance = GrossPln(left_pln);
    }
    account
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::market::PriceIndex;

    const TERMS: NetBilling =
        NetBilling { index: PriceIndex::Rce, deposit_factor: 1.23, deposit_months: 12, refund_cap: 0.3 };

    #[test]
    fn a_credit_is_used_from_the_next_month_and_lapses_after_twelve() {
        // Export worth 100 zl in January only, energy of 5 zl with VAT a month.
        let mut value = [NetPln::ZERO; 12];
        value[0] = NetPln(100.0);
        let account = net_billing(&value, &[GrossPln(5.0); 12], &TERMS);
        // January: nothing yet. February: 100 x 1.23 = 123 credited, 5 used.
        assert!(account[0].credited.approx_eq(GrossPln::ZERO, 1e-12));
        assert!(
            account[1].credited.approx_eq(GrossPln(123.0), 1e-12) && account[1].used.approx_eq(GrossPln(5.0), 1e-12)
        );
        // February to next January: 12 bills of 5 zl, so 123 - 60 = 63 zl lapse in next February;
        // paid out min(63, 0.3 x 100) = 30, lost 33.
        assert!(account[12].balance.approx_eq(GrossPln(63.0), 1e-12));
        assert!(account[13].expired.approx_eq(GrossPln(63.0), 1e-12));
        assert!(account[13].refunded.approx_eq(GrossPln(30.0), 1e-12));
        assert!(account[13].forfeited.approx_eq(GrossPln(33.0), 1e-12));
        // The second January's export is credited in the same month.
        assert!(account[13].credited.approx_eq(GrossPln(123.0), 1e-12));
        assert!(account[13].balance.approx_eq(GrossPln(118.0), 1e-12));
    }

    #[test]
    fn the_oldest_credit_is_used_first() {
        // 10 zl in January and 10 zl in February; 12.30 zl of energy in March only: January's credit pays it all.
        let mut value = [NetPln::ZERO; 12];
        (value[0], value[1]) = (NetPln(10.0), NetPln(10.0));
        let mut energy = [GrossPln::ZERO; 12];
        energy[2] = GrossPln(12.3);
        let account = net_billing(&value, &energy, &TERMS);
        assert!(account[2].used.approx_eq(GrossPln(12.3), 1e-12));
        // January's lot is empty when it lapses in month 14; February's of 12.30 lapses a month later: 3 out, 9.30 lost.
        assert!(account[13].expired.approx_eq(GrossPln::ZERO, 1e-12));
        assert!(account[14].refunded.approx_eq(GrossPln(3.0), 1e-12));
        assert!(account[14].forfeited.approx_eq(GrossPln(9.3), 1e-12));
    }

    #[test]
    fn a_tenant_plant_is_paid_out_what_energy_leaves() {
        // 100 zl in January only, 5 zl of energy with VAT a month, settled every two months. February: 123 credited,
        // 5 used, 118 paid out at the end of the period January and February. Nothing is left or lost.
        let mut value = [NetPln::ZERO; 12];
        value[0] = NetPln(100.0);
        let terms = TenantBilling { deposit_factor: 1.23, payout_share: 1.0, period_months: 2 };
        let account = tenant(&value, &[GrossPln(5.0); 12], &terms);
        assert!(account[1].credited.approx_eq(GrossPln(123.0), 1e-12));
        assert!(account[1].used.approx_eq(GrossPln(5.0), 1e-12));
        assert!(account[1].refunded.approx_eq(GrossPln(118.0), 1e-12));
        assert!(account[1].balance.approx_eq(GrossPln::ZERO, 1e-12));
        // Settled every three months, March's energy is paid first: 123 - 5 - 5 = 113 at the end of March.
        let account = tenant(&value, &[GrossPln(5.0); 12], &TenantBilling { period_months: 3, ..terms });
        assert!(account[1].balance.approx_eq(GrossPln(118.0), 1e-12));
        assert!(account[2].refunded.approx_eq(GrossPln(113.0), 1e-12));
        assert!(account.iter().all(|month| month.forfeited.approx_eq(GrossPln::ZERO, 1e-12)));
    }
}
