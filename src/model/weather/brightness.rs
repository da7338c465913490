//! How bright each day is beside the other days of its month.

use super::Weather;
use crate::calendar::Calendar;

const HOURS_PER_DAY: usize = 24;

impl Weather {
    /// The day's clearness over the mean clearness of the days of its month, less one, for every hour: 0.3 on a day 30 %
    /// clearer than the month, 0 on average.
    ///
    /// Clearness is the global irradiation of a day over the extraterrestrial on the horizontal. A day has 24 hours of
    /// Central European Time and belongs to the month of its noon.
    #[must_use]
    pub fn relative_clearness(&self, calendar: &Calendar) -> Vec<f64> {
        let outside_w_m2: Vec<f64> = self.sun.extraterrestrial_horizontal().collect();
        let days = self.ghi.raw().chunks(HOURS_PER_DAY).zip(outside_w_m2.chunks(HOURS_PER_DAY));
        let clearness: Vec<f64> = days
            .map(|(ghi, outside)| {
                let outside_wh_m2: f64 = outside.iter().sum();
                if outside_wh_m2 > 0.0 { ghi.iter().sum::<f64>() / outside_wh_m2 } else { 0.0 }
            })
            .collect();
        let month = |day: usize| calendar.month((day * HOURS_PER_DAY + HOURS_PER_DAY / 2).min(calendar.len() - 1));
        let (mut sums, mut counts) = ([0.0; 12], [0.0; 12]);
        for (day, value) in clearness.iter().enumerate() {
            sums[month(day)] += value;
            counts[month(day)] += 1.0;
        }
        let relative = |hour: usize| {
            let day = hour / HOURS_PER_DAY;
            let sum: f64 = sums[month(day)];
            if sum > 0.0 { clearness[day] * counts[month(day)] / sum - 1.0 } else { 0.0 }
        };
        (0..self.ghi.len()).map(relative).collect()
    }
}
