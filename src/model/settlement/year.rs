//! A tariff and market prices laid out over the hours of a year, once, so that settling a year is one pass.

use crate::{
    calendar::Calendar,
    rules::{
        market::MeanDay,
        tariff::{MAX_ZONES, Tariff},
    },
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
        Self { months, zone_of_hour, month_start }
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
        Self { pln_per_kwh: pln_per_mwh.iter().map(|price| price.max(0.0) / KWH_PER_MWH).collect() }
    }

    /// One price a month, zł/MWh.
    #[must_use]
    pub fn monthly(pln_per_mwh: &[f64; 12], calendar: &Calendar) -> Self {
        let hours: Vec<f64> = (0..calendar.len()).map(|hour| pln_per_mwh[calendar.month(hour)]).collect();
        Self::hourly(&hours)
    }

    /// Hourly prices from mean days, zł/MWh: on a day clearer than its month the hours of sun are cheaper.
    ///
    /// price = mean of month, kind of day and hour + slope × relative clearness between 8 and 18 on the local clock,
    /// the mean alone in the other hours. `slope_pln_per_mwh` is the change on a day twice as clear as its month, and
    /// `relative_clearness` is that of [`crate::model::weather::Weather::relative_clearness`]; hours it lacks count as
    /// mean days.
    ///
    /// Source: own; slope calibrated on `RCEm` (see `docs/methodology/settlement.md`).
    #[must_use]
    pub fn market(
        days: &[MeanDay; 12],
        slope_pln_per_mwh: f64,
        relative_clearness: &[f64],
        calendar: &Calendar,
    ) -> Self {
        let price = |hour: usize| {
            let (day, clock) = (&days[calendar.month(hour)], calendar.hour_of_day(hour));
            let mean = if calendar.is_free(hour) { day.free[clock] } else { day.workday[clock] };
            let clearer = relative_clearness.get(hour).copied().unwrap_or_default();
            if HOURS_OF_SUN.contains(&clock) { mean + slope_pln_per_mwh * clearer } else { mean }
        };
        let hours: Vec<f64> = (0..calendar.len()).map(price).collect();
        Self::hourly(&hours)
    }

    /// zł/kWh of every hour.
    #[must_use]
    pub fn pln_per_kwh(&self) -> &[f64] {
        &self.pln_per_kwh
    }
}
