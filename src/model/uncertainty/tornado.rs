//! Which source of uncertainty moves a figure most, and which is worth knowing better.

use super::{draw::Source, figures::Band};
use crate::{model::weather::year::as_f64, units::GrossPln};
use serde::{Deserialize, Serialize};

/// What one source does to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// The source.
    pub source: Source,
    /// Tenth percentile of the figure where this source alone varies and everything else is at its middle.
    pub low: GrossPln,
    /// Ninetieth percentile of the same.
    pub high: GrossPln,
    /// Width that the figure's band would have, from the tenth percentile to the ninetieth, if this source were known and
    /// everything else varied: the width, reduced as the standard deviation is over the same members. Percentiles of few
    /// members would say less.
    pub remaining: GrossPln,
}

/// The sources of uncertainty of a figure, the widest bar first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tornado {
    /// The figure with everything at its middle.
    pub middle: GrossPln,
    /// Width of its band where everything varies.
    pub width: GrossPln,
    /// One bar for each source.
    pub bars: Vec<Bar>,
}

impl Tornado {
    /// The source whose knowledge narrows the band most; none where none does.
    #[must_use]
    pub fn narrows_most(&self) -> Option<&Bar> {
        let least = self.bars.iter().min_by(|a, b| a.remaining.0.total_cmp(&b.remaining.0));
        least.filter(|bar| bar.remaining < self.width)
    }

    /// From the values of a figure: everything varying, and for each source it alone and all but it.
    pub(super) fn of(middle: f64, together: &[f64], sources: &[Source], alone: &[Vec<f64>], held: &[Vec<f64>]) -> Self {
        let (width, spread) = (Band::of(together.to_vec()).width(), deviation(together));
        let mut bars: Vec<Bar> = sources
            .iter()
            .zip(alone.iter().zip(held))
            .map(|(&source, (alone, held))| {
                let alone = Band::of(alone.clone());
                let left = if spread > 0.0 { deviation(held) / spread } else { 0.0 };
                Bar { source, low: GrossPln(alone.p10), high: GrossPln(alone.p90), remaining: GrossPln(width * left) }
            })
            .collect();
        bars.sort_by(|a, b| (b.high - b.low).0.total_cmp(&(a.high - a.low).0));
        Self { middle: GrossPln(middle), width: GrossPln(width), bars }
    }
}

/// Standard deviation of some values; zero for none.
fn deviation(values: &[f64]) -> f64 {
    let count = as_f64(values.len().max(1));
    let mean = values.iter().sum::<f64>() / count;
    (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / count).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_by_hand() {
        // Eleven values stand for 1/22, 3/22 … 21/22: P10 is 0.6 of the way from the first to the second, P90 as far from
        // the other end. Together -50, -40 … 50: from -44 to 44.
        let steps = |by: f64| (-5..=5).map(|step| by * f64::from(step)).collect::<Vec<f64>>();
        let sources = [Source::Weather, Source::Prices];
        let (alone, held) = ([steps(1.0), steps(9.0)], [steps(9.0), steps(1.0)]);
        let tornado = Tornado::of(0.0, &steps(10.0), &sources, &alone, &held);
        assert!((tornado.width.0 - 88.0).abs() < 1e-12);
        // Prices alone: -39.6 to 39.6. If they were known, a tenth of the deviation and so of the width would be left.
        let widest = tornado.bars[0];
        assert_eq!(widest.source, Source::Prices);
        assert!((widest.low.0 + 39.6).abs() < 1e-12 && (widest.high.0 - 39.6).abs() < 1e-12);
        assert!((widest.remaining.0 - 8.8).abs() < 1e-12);
        assert_eq!(tornado.narrows_most(), Some(&widest));
        // Knowing what changes nothing narrows nothing.
        let idle = Tornado::of(0.0, &steps(10.0), &sources[..1], &[steps(0.0)], &[steps(10.0)]);
        assert_eq!(idle.narrows_most(), None);
    }
}
