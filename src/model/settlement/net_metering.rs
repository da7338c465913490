//! The energy account of net-metering (opusty).

use super::{TariffYear, deposit::MONTHS};
use crate::{
    order::ascending,
    rules::{scheme::NetMetering, tariff::MAX_ZONES},
    units::Kwh,
};

/// The energy account in one month.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CreditMonth {
    /// Credited for the energy fed in: the ratio times the export.
    pub born: Kwh,
    /// Taken back from the account in the place of energy bought.
    pub settled: Kwh,
    /// Credits that lapsed at the end of the month, unused.
    pub lapsed: Kwh,
    /// Left at the end of the month.
    pub stock: Kwh,
}

impl CreditMonth {
    pub(super) fn add(&mut self, other: &Self) {
        self.born += other.born;
        self.settled += other.settled;
        self.lapsed += other.lapsed;
        self.stock = other.stock;
    }
}

/// What the account does in one month.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Settled {
    /// Energy taken back, by the zone in which it was used.
    pub by_zone: [Kwh; MAX_ZONES],
    /// The account.
    pub credit: CreditMonth,
}

/// The account over two equal years, from import and export by month and zone.
///
/// A month's export, times the ratio, is a credit of its zone in the same month and in the `credit_months` after it.
/// Use in a zone takes the credits of that zone first, oldest first; what is left, from the zone with the dearest
/// variable network rate down, takes credits of other zones, oldest first and of equal age the dearest zone first. One
/// kWh settles one kWh in any zone. What is left lapses at the end of the last month.
///
/// Source: act on renewable energy sources, art. 4 ust. 1 and 5 to 5e. That a credit counts in its own month and twelve
/// more, and the order among credits of one age, are readings of the text.
#[must_use]
pub fn net_metering(
    tariff: &TariffYear,
    import: &[[Kwh; MAX_ZONES]; 12],
    export: &[[Kwh; MAX_ZONES]; 12],
    terms: &NetMetering,
) -> [Settled; MONTHS] {
    let mut left_kwh = [[0.0_f64; MAX_ZONES]; MONTHS];
    let mut account = [Settled::default(); MONTHS];
    for (month, out) in account.iter_mut().enumerate() {
        let born_kwh = export[month % 12].map(|kwh| kwh.0 * terms.ratio);
        left_kwh[month] = born_kwh;
        let oldest = month.saturating_sub(terms.credit_months);
        let order = dearest_first(tariff, month % 12);
        let credits = &mut left_kwh[oldest..=month];
        let mut need_kwh = import[month % 12].map(|kwh| kwh.0);
        for lot in credits.iter_mut() {
            for (left, need) in lot.iter_mut().zip(&mut need_kwh) {
                take(left, need);
            }
        }
        for &zone in &order {
            for lot in credits.iter_mut() {
                order.iter().for_each(|&from| take(&mut lot[from], &mut need_kwh[zone]));
            }
        }
        out.by_zone = std::array::from_fn(|zone| Kwh(import[month % 12][zone].0 - need_kwh[zone]));
        out.credit.born = Kwh(born_kwh.iter().sum());
        out.credit.settled = out.by_zone.iter().copied().sum();
        if month >= terms.credit_months {
            out.credit.lapsed = Kwh(credits[0].iter().sum());
            credits[0] = [0.0; MAX_ZONES];
        }
        out.credit.stock = Kwh(credits.iter().flatten().sum());
    }
    account
}

fn take(left_kwh: &mut f64, need_kwh: &mut f64) {
    let taken_kwh = left_kwh.min(*need_kwh);
    *left_kwh -= taken_kwh;
    *need_kwh -= taken_kwh;
}

/// Indices of the month's zones, the dearest variable network rate first; equal rates in the order of the table.
fn dearest_first(tariff: &TariffYear, month: usize) -> Vec<usize> {
    let rates: Vec<f64> = tariff.months[month].zones.iter().map(|zone| -zone.network_variable.0).collect();
    ascending(&rates)
}
