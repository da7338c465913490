//! Contracts for energy of firms: fixed, by zone, or indexed to the day-ahead market.

use super::FirmTariffYear;
use crate::{
    rules::firm::tariff::FirmTariff,
    units::{NetPln, NetPlnPerKwh},
};

const KWH_PER_MWH: f64 = 1000.0;

/// How a kWh is priced.
#[derive(Clone, Debug, PartialEq)]
pub enum EnergyPrice {
    /// One price round the clock.
    Fixed(NetPlnPerKwh),
    /// A price for each zone of the operator's tariff, with the zone's name.
    Zoned(Vec<(String, NetPlnPerKwh)>),
    /// The price of the day-ahead market (RDN) in each hour and a margin.
    Market {
        /// Market price of every hour, zł/MWh; may be negative.
        market_pln_per_mwh: Vec<f64>,
        /// What the seller adds.
        margin: NetPlnPerKwh,
        /// A market price below zero is passed on; otherwise it counts as zero.
        passes_negative_prices: bool,
    },
}

/// A contract for energy.
#[derive(Clone, Debug, PartialEq)]
pub struct EnergyContract {
    /// How a kWh is priced.
    pub price: EnergyPrice,
    /// The seller's fee of a month.
    pub monthly_fee: NetPln,
    /// Whether the price holds excise; otherwise excise is a line of its own.
    pub excise_inside: bool,
}

impl EnergyContract {
    /// The zones of `tariff` that the contract has no price for; none where it is complete.
    #[must_use]
    pub fn zones_without_price(&self, tariff: &FirmTariff) -> Vec<String> {
        let EnergyPrice::Zoned(prices) = &self.price else { return Vec::new() };
        let lacks = |zone: &&String| !prices.iter().any(|(name, _)| name == *zone);
        tariff.zones.iter().map(|zone| &zone.id).filter(lacks).cloned().collect()
    }

    /// What the energy of each zone of a month costs; `kwh_by_zone` are the sums of `import_kwh`. A zone without a price
    /// costs nothing: see [`Self::zones_without_price`].
    pub(super) fn cost_by_zone(
        &self,
        year: &FirmTariffYear,
        month: usize,
        import_kwh: &[f64],
        kwh_by_zone: &[f64],
    ) -> Vec<NetPln> {
        match &self.price {
            EnergyPrice::Fixed(price) => kwh_by_zone.iter().map(|kwh| NetPln(kwh * price.0)).collect(),
            EnergyPrice::Zoned(prices) => {
                let price = |zone: &str| prices.iter().find(|(name, _)| name == zone).map_or(0.0, |price| price.1.0);
                let zones = year.months[month].zones.iter().zip(kwh_by_zone);
                zones.map(|(zone, kwh)| NetPln(kwh * price(&zone.id))).collect()
            }
            EnergyPrice::Market { market_pln_per_mwh, margin, passes_negative_prices } => {
                let least = if *passes_negative_prices { f64::NEG_INFINITY } else { 0.0 };
                let cost_pln: Vec<f64> = import_kwh
                    .iter()
                    .zip(market_pln_per_mwh)
                    .map(|(kwh, price)| kwh * (price.max(least) / KWH_PER_MWH + margin.0))
                    .collect();
                year.by_zone(month, &cost_pln).into_iter().map(NetPln).collect()
            }
        }
    }
}
