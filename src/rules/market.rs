//! Market prices of electricity.

use super::table::{Fields, Row, Table, in_force};
use jiff::civil::Date;
use serde::Deserialize;

/// A published price of energy on the market.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum PriceIndex {
    /// Rynkowa cena energii, per imbalance period; here the mean of an hour of the day in a month.
    #[serde(rename = "RCE")]
    Rce,
    /// Rynkowa miesięczna cena energii, one figure a month.
    #[serde(rename = "RCEm")]
    Rcem,
}

/// A row of `market_prices.csv`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct MarketPrice {
    /// Which price.
    pub index: PriceIndex,
    /// Month, 1 to 12.
    pub month: usize,
    /// Hour of the local day in which the price starts, 0 to 23; none for a monthly price.
    pub hour: Option<usize>,
    /// zł/MWh before VAT; may be negative.
    pub value_pln_mwh: f64,
}

impl Table for MarketPrice {
    const NAME: &'static str = "market_prices.csv";
    const COLUMNS: &'static [&'static str] = &["index", "month", "hour", "value_pln_mwh"];

    fn read(fields: &Fields<'_>) -> Result<Self, String> {
        let price: Self = fields.row()?;
        let hour_fits = match price.index {
            PriceIndex::Rce => price.hour.is_some_and(|hour| hour < 24),
            PriceIndex::Rcem => price.hour.is_none(),
        };
        if !(1..=12).contains(&price.month) {
            Err("month: expected 1 to 12".to_owned())
        } else if !hour_fits {
            Err("hour: expected 0 to 23 for RCE and nothing for RCEm".to_owned())
        } else {
            Ok(price)
        }
    }

    fn key(&self) -> String {
        format!("{:?} {} {:?}", self.index, self.month, self.hour)
    }
}

/// The latest figure of month `month` (from 0) and hour known on `date`, zł/MWh.
fn latest(rows: &[Row<MarketPrice>], index: PriceIndex, month: usize, hour: Option<usize>, date: Date) -> Option<f64> {
    in_force(rows, date, |price| price.index == index && price.month == month + 1 && price.hour == hour)
        .map(|row| row.rule.value_pln_mwh)
}

/// Mean RCE by local month and hour, zł/MWh; none where a figure is missing.
pub(super) fn rce(rows: &[Row<MarketPrice>], date: Date) -> Option<[[f64; 24]; 12]> {
    let mut table = [[0.0; 24]; 12];
    for (month, hours) in table.iter_mut().enumerate() {
        for (hour, value) in hours.iter_mut().enumerate() {
            *value = latest(rows, PriceIndex::Rce, month, Some(hour), date)?;
        }
    }
    Some(table)
}

/// `RCEm` by month, zł/MWh; none where a figure is missing.
pub(super) fn rcem(rows: &[Row<MarketPrice>], date: Date) -> Option<[f64; 12]> {
    let mut table = [0.0; 12];
    for (month, value) in table.iter_mut().enumerate() {
        *value = latest(rows, PriceIndex::Rcem, month, None, date)?;
    }
    Some(table)
}
