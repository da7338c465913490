//! A tariff and market prices laid out over the hours of a year, once, so that settling a year is one pass.

use super::{dynamic::DynamicPrice, sum};
use crate::{
    calendar::Calendar,
    rules::{
        market::MeanDay,
        tariff::{MAX_ZONES, Tariff},
    },
    units::{GrossPlnPerKwh, Kwh, NetPln, NetPlnPerKwh},
};
use std::ops::Range;

const KWH_PER_MWH: f64 = 1000.0;
/// Hours of the local clock in which the sky moves the price; the slope was calibrated with them.
const HOURS_OF_SUN: Range<usize> = 8..18;

/// A tariff over the modelled year: the prices of each month and the zone of each hour.
#[derive(Clone, Debug)]
pub struct TariffYear {
    /// Prices by month.
    pub months: [Tariff; 12],
    /// Index in the month's zones, by hour.
    zone_of_hour: Box<[u8]>,
    /// First hour of each month, and the number of hours.
    month_start: [usize; 13],
    /// Energy before VAT in each hour, zł/kWh, in the place of the zones' own; none where the zones say.
    hourly_energy: Option<Box<[f64]>>,
}

impl TariffYear {
    /// Lays the prices of twelve months out over the calendar; an hour belongs to the zone, day and month of its start
    /// on the local clock.
    #[must_use]
    pub fn new(months: [Tariff; 12], calendar: &Calendar) -> Self {
        let zone = |hour: usize| {
            let (month, minute) = (calendar.month(hour), calendar.hour_of_day(hour) * 60);
            let minute = u16::try_from(minute).unwrap_or_default();
            let index = months[month].zone_at(month, calendar.weekday(hour), calendar.is_day_off(hour), minute);
            u8::try_from(index.min(MAX_ZONES - 1)).unwrap_or_default()
        };
        let zone_of_hour = (0..calendar.len()).map(zone).collect();
        let mut month_start = [0; 13];
        for month in 0..12 {
            let hours = (month_start[month]..calendar.len()).take_while(|&hour| calendar.month(hour) == month);
            month_start[month + 1] = month_start[month] + hours.count();
        }
        Self { months, zone_of_hour, month_start, hourly_energy: None }
    }

    /// The same distribution with energy bought at the market price of each hour, zł/MWh.
    ///
    /// The seller's fee takes the place of the tariff's own.
    #[must_use]
    pub fn at_market_price(
        mut self,
        contract: &DynamicPrice,
        market_pln_per_mwh: &[f64],
        excise: NetPlnPerKwh,
    ) -> Self {
        for month in &mut self.months {
            month.trade_fee = contract.fee.without_vat(month.vat);
        }
        self.hourly_energy = Some(contract.energy_pln_per_kwh(market_pln_per_mwh, excise));
        self
    }

    /// What one more kWh in an hour costs, all charges and VAT included.
    #[must_use]
    pub fn all_in(&self, hour: usize) -> GrossPlnPerKwh {
        let month = self.month_start.iter().rposition(|&start| start <= hour).unwrap_or_default().min(11);
        let prices = &self.months[month];
        let Some(zone) = prices.zones.get(self.zone(hour)) else { return GrossPlnPerKwh::ZERO };
        let own = self.hourly_energy.as_ref().and_then(|energy| energy.get(hour));
        prices.all_in_at(zone, own.map_or(zone.energy, |&price| NetPlnPerKwh(price)))
    }

    /// Energy before VAT in each hour, zł/kWh, where the hours have prices of their own.
    #[must_use]
    pub fn hourly_energy(&self) -> Option<&[f64]> {
        self.hourly_energy.as_deref()
    }

    /// What the import of each zone of a month costs at the prices of its hours; nothing where the zones say.
    pub(super) fn energy_cost(&self, month: usize, import_kwh: &[f64]) -> [NetPln; MAX_ZONES] {
        let Some(hourly) = &self.hourly_energy else { return [NetPln::ZERO; MAX_ZONES] };
        let bought = self.month(month, import_kwh).iter().zip(self.month(month, hourly));
        let cost_pln: Vec<f64> = bought.map(|(kwh, price)| kwh * price).collect();
        let cost_pln = sum::by_zone(self.zones_of_month(month), &cost_pln);
        std::array::from_fn(|zone| NetPln(cost_pln[zone]))
    }

    /// Mean price of the energy bought in each zone of a month: `kwh`, which cost `cost` at the prices of its hours.
    pub(super) fn energy_prices(
        &self,
        month: usize,
        kwh: &[Kwh; MAX_ZONES],
        cost: &[NetPln; MAX_ZONES],
    ) -> [NetPlnPerKwh; MAX_ZONES] {
        let zones = &self.months[month].zones;
        if self.hourly_energy.is_none() {
            return std::array::from_fn(|zone| zones.get(zone).map_or(NetPlnPerKwh::ZERO, |zone| zone.energy));
        }
        std::array::from_fn(|zone| {
            let kwh = kwh[zone].0;
            NetPlnPerKwh(if kwh > 0.0 { cost[zone].0 / kwh } else { 0.0 })
        })
    }

    /// Number of hours.
    #[must_use]
    pub fn len(&self) -> usize {
        self.zone_of_hour.len()
    }

    /// Always false: a year has hours.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.zone_of_hour.is_empty()
    }

    /// Index of the hour's zone among the zones of its month.
    #[must_use]
    pub fn zone(&self, hour: usize) -> usize {
        usize::from(self.zone_of_hour[hour])
    }

    /// Zones of the hours of a month.
    pub(super) fn zones_of_month(&self, month: usize) -> &[u8] {
        self.month(month, &self.zone_of_hour)
    }

    /// The hours of a month in a series; fewer where the series is shorter.
    pub(super) fn month<'a, T>(&self, month: usize, series: &'a [T]) -> &'a [T] {
        let (first, end) = (self.month_start[month], self.month_start[month + 1]);
        series.get(first..end.min(series.len())).unwrap_or_default()
    }
}

/// What a kWh fed into the grid is worth in each hour; never negative.
///
/// A negative market price counts as zero for a prosumer (RES act, art. 4b).
#[derive(Clone, Debug, PartialEq)]
pub struct PriceYear {
    pln_per_kwh: Box<[f64]>,
}

impl PriceYear {
    /// Hourly prices in zł/MWh.
    #[must_use]
    pub fn hourly(pln_per_mwh: &[f64]) -> Self {
        Self::of(pln_per_mwh.iter().copied())
    }

    fn of(pln_per_mwh: impl Iterator<Item = f64>) -> Self {
        Self { pln_per_kwh: pln_per_mwh.map(|price| price.max(0.0) / KWH_PER_MWH).collect() }
    }

    /// One price a month, zł/MWh.
    #[must_use]
    pub fn monthly(pln_per_mwh: &[f64; 12], calendar: &Calendar) -> Self {
        Self::of((0..calendar.len()).map(|hour| pln_per_mwh[calendar.month(hour)]))
    }

    /// Hourly prices from mean days, those of [`market_price`].
    #[must_use]
    pub fn market(
        days: &[MeanDay; 12],
        slope_pln_per_mwh: f64,
        relative_clearness: &[f64],
        calendar: &Calendar,
    ) -> Self {
        Self::hourly(&market_price(days, slope_pln_per_mwh, relative_clearness, calendar))
    }

    /// zł/kWh of every hour.
    #[must_use]
    pub fn pln_per_kwh(&self) -> &[f64] {
        &self.pln_per_kwh
    }
}

/// The market price of every hour from mean days, zł/MWh before VAT and below zero where the market was: on a day clearer
/// than its month the hours of sun are cheaper.
///
/// price = mean of month, kind of day and hour + slope × relative clearness between 8 and 18 on the local clock,
/// the mean alone in the other hours. `slope_pln_per_mwh` is the change on a day twice as clear as its month, and
/// `relative_clearness` is that of [`crate::model::weather::Weather::relative_clearness`]; hours it lacks count as
/// mean days.
///
/// Source: own; slope calibrated on `RCEm` (see `docs/methodology/settlement.md`).
#[must_use]
pub fn market_price(
    days: &[MeanDay; 12],
    slope_pln_per_mwh: f64,
    relative_clearness: &[f64],
    calendar: &Calendar,
) -> Vec<f64> {
    let price = |hour: usize| {
        let (day, clock) = (&days[calendar.month(hour)], calendar.hour_of_day(hour));
        let mean = if calendar.is_free(hour) { day.free[clock] } else { day.workday[clock] };
        let clearer = relative_clearness.get(hour).copied().unwrap_or_default();
        if HOURS_OF_SUN.contains(&clock) { mean + slope_pln_per_mwh * clearer } else { mean }
    };
    (0..calendar.len()).map(price).collect()
}
