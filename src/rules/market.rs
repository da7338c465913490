//! Market prices of electricity.

use super::{
    table::{Fields, Row, Table, in_force},
    zone::DayType,
};
use crate::error::Wrong;
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
    /// Workday or free day; none for a monthly price.
    pub day_type: Option<DayType>,
    /// zł/MWh before VAT; may be negative.
    pub value_pln_mwh: f64,
}

impl Table for MarketPrice {
    const NAME: &'static str = "market_prices.csv";
    const COLUMNS: &'static [&'static str] = &["index", "month", "hour", "day_type", "value_pln_mwh"];
    const KEY: usize = 4;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let price: Self = fields.row()?;
        let days = [Some(DayType::Workday), Some(DayType::Free)];
        let hour_fits = match price.index {
            PriceIndex::Rce => price.hour.is_some_and(|hour| hour < 24) && days.contains(&price.day_type),
            PriceIndex::Rcem => price.hour.is_none() && price.day_type.is_none(),
        };
        if !(1..=12).contains(&price.month) {
            Err(Wrong::limits("month", 1.0, 12.0))
        } else if !hour_fits {
            Err(Wrong::rule("hour", "market_hour"))
        } else {
            Ok(price)
        }
    }

    fn key(&self) -> String {
        format!("{:?} {} {:?} {:?}", self.index, self.month, self.hour, self.day_type)
    }
}

/// Mean RCE of the hours of a day, zł/MWh.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MeanDay {
    /// Monday to Friday without statutory days off.
    pub workday: [f64; 24],
    /// Saturdays, Sundays and statutory days off.
    pub free: [f64; 24],
}

/// Mean RCE by local month, kind of day and hour, zł/MWh; none where a figure is missing.
///
/// The same rows as [`in_force`] finds, in one pass over the table.
pub(super) fn rce(rows: &[Row<MarketPrice>], date: Date) -> Option<[MeanDay; 12]> {
    let mut latest: [[[Option<&Row<MarketPrice>>; 24]; 2]; 12] = [[[None; 24]; 2]; 12];
    for row in rows.iter().filter(|row| row.rule.index == PriceIndex::Rce && row.provenance.valid_from <= date) {
        let price = &row.rule;
        let kind = usize::from(price.day_type == Some(DayType::Free));
        let place = latest.get_mut(price.month.wrapping_sub(1)).map(|month| &mut month[kind]);
        if let Some(known) = place.and_then(|hours| hours.get_mut(price.hour?))
            && known.is_none_or(|known| known.provenance.valid_from <= row.provenance.valid_from)
        {
            *known = Some(row);
        }
    }
    let mut table = [MeanDay::default(); 12];
    for (day, [workday, free]) in table.iter_mut().zip(&latest) {
        for (hours, found) in [(&mut day.workday, workday), (&mut day.free, free)] {
            for (value, row) in hours.iter_mut().zip(found) {
                let in_force = |row: &&Row<MarketPrice>| row.provenance.valid_to.is_none_or(|last| date <= last);
                *value = row.filter(in_force)?.rule.value_pln_mwh;
            }
        }
    }
    Some(table)
}

/// `RCEm` by month, zł/MWh; none where a figure is missing.
pub(super) fn rcem(rows: &[Row<MarketPrice>], date: Date) -> Option<[f64; 12]> {
    let mut table = [0.0; 12];
    for (month, value) in table.iter_mut().enumerate() {
        let wanted = |price: &MarketPrice| price.index == PriceIndex::Rcem && price.month == month + 1;
        *value = in_force(rows, date, wanted)?.rule.value_pln_mwh;
    }
    Some(table)
}
