//! A producer's sale of surplus energy at the price of its hour.

use crate::units::{Kw, Kwh, NetPln, NetPlnPerKwh};

const KWH_PER_MWH: f64 = 1000.0;

/// A contract of sale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SaleTerms {
    /// What the buyer keeps of the market price.
    pub margin: NetPlnPerKwh,
    /// Whether nothing is fed in while the price less the margin is negative; otherwise it is sold at that price.
    pub holds_back_at_negative_prices: bool,
    /// Greatest power that may be fed in; none where the connection allows all.
    pub export_limit: Option<Kw>,
}

/// What was sold in a month.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SaleMonth {
    /// Energy sold.
    pub sold: Kwh,
    /// Energy held back: at negative prices, and above the export limit.
    pub held_back: Kwh,
    /// Revenue before VAT; negative where more was sold at negative prices than at others.
    pub revenue: NetPln,
}

impl SaleMonth {
    pub(super) fn add(&mut self, other: &Self) {
        self.sold += other.sold;
        self.held_back += other.held_back;
        self.revenue += other.revenue;
    }
}

/// Sells the surplus of each hour at market price less margin; an hour whose price is exactly zero is sold.
#[must_use]
pub fn sell(export_kwh: &[f64], market_pln_per_mwh: &[f64], terms: &SaleTerms) -> SaleMonth {
    let limit_kwh = terms.export_limit.map_or(f64::INFINITY, |limit| limit.0);
    let mut month = SaleMonth::default();
    for (kwh, price) in export_kwh.iter().zip(market_pln_per_mwh) {
        let price_pln = price / KWH_PER_MWH - terms.margin.0;
        let held_back = terms.holds_back_at_negative_prices && price_pln < 0.0;
        let sold_kwh = if held_back { 0.0 } else { kwh.min(limit_kwh) };
        month.sold += Kwh(sold_kwh);
        month.held_back += Kwh(kwh - sold_kwh);
        month.revenue += NetPln(sold_kwh * price_pln);
    }
    month
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_hours_by_hand() {
        // Prices 500, 20 and -100 zł/MWh less 0.02 zł/kWh: 0.48, 0.00 and -0.12 zł/kWh; 10 kWh in each hour.
        let terms =
            SaleTerms { margin: NetPlnPerKwh(0.02), holds_back_at_negative_prices: true, export_limit: Some(Kw(8.0)) };
        let prices = [500.0, 20.0, -100.0];
        // 8 kWh × 0.48 + 8 × 0; held back 2 + 2 + 10.
        let month = sell(&[10.0; 3], &prices, &terms);
        assert!(month.revenue.approx_eq(NetPln(3.84), 1e-12) && month.held_back.approx_eq(Kwh(14.0), 1e-12));
        // Everything is sold: 4.8 + 0 - 1.2.
        let all = SaleTerms { holds_back_at_negative_prices: false, export_limit: None, ..terms };
        let month = sell(&[10.0; 3], &prices, &all);
        assert!(month.revenue.approx_eq(NetPln(3.6), 1e-12) && month.sold.approx_eq(Kwh(30.0), 1e-12));
    }
}
