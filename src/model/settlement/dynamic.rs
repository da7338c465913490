//! Energy bought at the market price of its hour.

use crate::units::{GrossPln, NetPlnPerKwh};

const KWH_PER_MWH: f64 = 1000.0;

/// Terms of a contract with a dynamic price.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DynamicPrice {
    /// What the seller adds to the market price.
    pub margin: NetPlnPerKwh,
    /// The seller's fee of a month.
    pub fee: GrossPln,
    /// A market price below zero is passed on; otherwise it counts as zero.
    pub passes_negative_prices: bool,
}

impl DynamicPrice {
    /// What a kWh costs in each hour before VAT, zł: market price + excise + margin, of market prices in zł/MWh.
    ///
    /// Below zero only where negative prices are passed on.
    #[must_use]
    pub fn energy_pln_per_kwh(&self, market_pln_per_mwh: &[f64], excise: NetPlnPerKwh) -> Box<[f64]> {
        let least = if self.passes_negative_prices { f64::NEG_INFINITY } else { 0.0 };
        let added_pln = excise.0 + self.margin.0;
        market_pln_per_mwh.iter().map(|price| price.max(least) / KWH_PER_MWH + added_pln).collect()
    }
}
