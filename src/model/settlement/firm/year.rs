//! A firm's tariff laid out over the hours of a year.

use crate::{calendar::Calendar, rules::firm::tariff::FirmTariff};

/// A firm's tariff over the modelled year: the prices of each month and the zone of each hour.
#[derive(Clone, Debug)]
pub struct FirmTariffYear {
    /// Prices by month.
    pub months: [FirmTariff; 12],
    /// The year.
    pub calendar: Calendar,
    /// Index in the month's zones, by hour.
    zone_of_hour: Vec<usize>,
    /// First hour of each month, and the number of hours.
    month_start: [usize; 13],
}

impl FirmTariffYear {
    /// Lays the prices of twelve months out over the calendar; an hour belongs to the zone, day and month of its start
    /// on the local clock.
    #[must_use]
    pub fn new(months: [FirmTariff; 12], calendar: &Calendar) -> Self {
        let zone = |hour: usize| {
            let (month, minute) = (calendar.month(hour), calendar.hour_of_day(hour) * 60);
            let minute = u16::try_from(minute).unwrap_or_default();
            months[month].zone_at(month, calendar.weekday(hour), calendar.is_day_off(hour), minute)
        };
        let zone_of_hour = (0..calendar.len()).map(zone).collect();
        let mut month_start = [0; 13];
        for month in 0..12 {
            let hours = (month_start[month]..calendar.len()).take_while(|&hour| calendar.month(hour) == month);
            month_start[month + 1] = month_start[month] + hours.count();
        }
        Self { months, calendar: calendar.clone(), zone_of_hour, month_start }
    }

    /// Index of the hour's zone among the zones of its month.
    #[must_use]
    pub fn zone(&self, hour: usize) -> usize {
        self.zone_of_hour.get(hour).copied().unwrap_or_default()
    }

    /// The hours of a month in a series; fewer where the series is shorter.
    #[must_use]
    pub fn month<'a, T>(&self, month: usize, series: &'a [T]) -> &'a [T] {
        let (first, end) = (self.month_start[month], self.month_start[month + 1]);
        series.get(first..end.min(series.len())).unwrap_or_default()
    }

    /// Sums of a month's hours by zone.
    pub(super) fn by_zone(&self, month: usize, hourly: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.months[month].zones.len()];
        for (&zone, value) in self.month(month, &self.zone_of_hour).iter().zip(self.month(month, hourly)) {
            if let Some(sum) = sums.get_mut(zone) {
                *sum += value;
            }
        }
        sums
    }

    /// Sum of `a` times `b` over the hours of a month.
    pub(super) fn product(&self, month: usize, a: &[f64], b: &[f64]) -> f64 {
        self.month(month, a).iter().zip(self.month(month, b)).map(|(a, b)| a * b).sum()
    }
}
