//! A course of hours made steeper or flatter, so that its sum and its greatest power are those wanted.
//!
//! Every power is raised to one exponent k and the year scaled to its sum:
//! `power = yearly × s^k / Σ s^k`, `greatest quarter-hour = power × min(4, r^k)`,
//! where s is the drawn power of an hour and r its greatest quarter-hour over its mean. k = 0 is an even year, k = 1 the
//! drawn one. Nothing becomes negative, the order of the hours stays, and the greatest power changes steadily with k.

use super::QUARTERS;

/// Steepest exponent: base load and closed days have all but vanished.
const STEEPEST: f64 = 4.0;
/// Closeness of the greatest power to that wanted, relative.
const TOLERANCE: f64 = 1e-10;
/// Steps after which the search stops in any case; about ten are usual.
const STEPS: usize = 100;

/// The hours of a year in any unit of power.
pub(super) struct Course {
    /// Mean power of each hour, above zero.
    mean: Vec<f64>,
    /// Greatest quarter-hour of each hour over its mean, 1 to 4.
    ratio: Vec<f64>,
}

impl Course {
    pub(super) fn with_capacity(hours: usize) -> Self {
        Self { mean: Vec::with_capacity(hours), ratio: Vec::with_capacity(hours) }
    }

    /// Adds an hour: its mean power, and by how much its greatest quarter-hour is above.
    pub(super) fn push(&mut self, mean: f64, above: f64) {
        let mean = mean.max(f64::MIN_POSITIVE);
        self.mean.push(mean);
        self.ratio.push((1.0 + above / mean).min(QUARTERS));
    }

    #[cfg(test)]
    pub(super) fn total(&self) -> f64 {
        self.mean.iter().sum()
    }

    /// Power and greatest quarter-hour of every hour of a year of `yearly_kwh`, made steeper by `exponent`.
    pub(super) fn scaled(self, yearly_kwh: f64, exponent: f64) -> (Vec<f64>, Vec<f64>) {
        let Self { mut mean, mut ratio } = self;
        if (exponent - 1.0).abs() > f64::EPSILON {
            mean.iter_mut().for_each(|mean| *mean = mean.powf(exponent));
            ratio.iter_mut().for_each(|ratio| *ratio = ratio.powf(exponent).min(QUARTERS));
        }
        let total: f64 = mean.iter().sum();
        let scale = if total > 0.0 { yearly_kwh / total } else { 0.0 };
        for (mean, ratio) in mean.iter_mut().zip(&mut ratio) {
            *mean *= scale;
            *ratio *= *mean;
        }
        (mean, ratio)
    }

    /// The exponent at which the year's greatest quarter-hour is `wanted` times its mean power, from 0 to the steepest;
    /// the nearer end where none gives it.
    ///
    /// Method: false position on the logarithm, with the Illinois step (Dowell & Jarratt 1971,
    /// doi:10.1007/BF01934364).
    pub(super) fn exponent(&self, wanted: f64) -> f64 {
        if !wanted.is_finite() {
            return 1.0;
        }
        if wanted <= 1.0 {
            return 0.0;
        }
        let logarithms = Logarithms::of(self);
        let miss = |exponent: f64| logarithms.peak_over_mean(exponent) - wanted.ln();
        let drawn = (1.0, miss(1.0));
        let (mut low, mut high) =
            if drawn.1 < 0.0 { (drawn, (STEEPEST, miss(STEEPEST))) } else { ((0.0, -wanted.ln()), drawn) };
        if high.1 <= 0.0 {
            return high.0;
        }
        let mut last_low = None;
        for _ in 0..STEPS {
            let exponent = (low.0 * high.1 - high.0 * low.1) / (high.1 - low.1);
            let now = (exponent, miss(exponent));
            if now.1.abs() < TOLERANCE {
                return exponent;
            }
            let below = now.1 < 0.0;
            if below {
                low = now;
                high.1 *= if last_low == Some(true) { 0.5 } else { 1.0 };
            } else {
                high = now;
                low.1 *= if last_low == Some(false) { 0.5 } else { 1.0 };
            }
            last_low = Some(below);
        }
        low.0
    }
}

/// Logarithms of a course.
struct Logarithms {
    /// Of the mean power of each hour, over that of the first.
    mean: Vec<f64>,
    /// Of the greatest quarter-hour of each hour, over the same.
    peak: Vec<f64>,
}

impl Logarithms {
    fn of(course: &Course) -> Self {
        let unit = course.mean.first().map_or(0.0, |first| first.ln());
        let mean: Vec<f64> = course.mean.iter().map(|mean| mean.ln() - unit).collect();
        let peak = mean.iter().zip(&course.ratio).map(|(mean, ratio)| mean + ratio.ln()).collect();
        Self { mean, peak }
    }

    /// Logarithm of the greatest quarter-hour over the mean power of the year, at an exponent.
    fn peak_over_mean(&self, exponent: f64) -> f64 {
        let most = QUARTERS.ln();
        let (mut sum, mut peak) = (0.0, f64::NEG_INFINITY);
        for (mean_log, peak_log) in self.mean.iter().zip(&self.peak) {
            let raised = exponent * mean_log;
            sum += raised.exp();
            peak = peak.max((exponent * peak_log).min(raised + most));
        }
        peak - (sum / self.mean.len() as f64).ln()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three hours of 1, 2 and 3 kW, the last with a quarter-hour of 4.5.
    fn hours() -> Course {
        let mut course = Course::with_capacity(3);
        [(1.0, 0.0), (2.0, 0.0), (3.0, 1.5)].into_iter().for_each(|(mean, above)| course.push(mean, above));
        course
    }

    #[test]
    fn squares_by_hand() {
        // 1, 4 and 9 of 14; the greatest quarter-hour is 1.5² = 2.25 times the last hour.
        let (power, peaks) = hours().scaled(28.0, 2.0);
        for (actual, expected) in power.iter().zip([2.0, 8.0, 18.0]) {
            assert!((actual - expected).abs() < 1e-12, "{power:?}");
        }
        assert!((peaks[2] - 40.5).abs() < 1e-12 && (peaks[0] - 2.0).abs() < 1e-12);
        // 40.5 kW over the mean power of 28 ÷ 3 kW is found again.
        assert!((hours().exponent(40.5 * 3.0 / 28.0) - 2.0).abs() < 1e-8);
    }

    #[test]
    fn what_cannot_be_is_met_at_the_nearer_end() {
        assert!(hours().exponent(0.9).abs() < 1e-12 && hours().exponent(-1.0).abs() < 1e-12);
        assert!((hours().exponent(100.0) - STEEPEST).abs() < 1e-12);
        assert!((hours().exponent(f64::NAN) - 1.0).abs() < 1e-12);
        assert!(hours().scaled(0.0, 1.0).0.iter().all(|power| *power == 0.0));
    }
}
