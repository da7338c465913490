//! What is looked for among all designs, and which of them is best at it.

use super::{Design, answer::Limit};
use crate::units::GrossPln;
use serde::{Deserialize, Serialize};

/// Designs within this share of the best value are as good: prices, weather and habits are not known better.
pub const ZONE: f64 = 0.02;
/// Autonomies this close are the same.
const AUTONOMY_TOLERANCE: f64 = 1e-12;

/// What the best design is best at.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Objective {
    /// The highest net present value.
    NetPresentValue,
    /// The shortest payback of what is built.
    Payback,
    /// The highest net present value of the designs that cover at least a share of the use.
    Autonomy {
        /// That share, 0 to 1.
        at_least: f64,
    },
    /// The highest net present value of the designs that cost at most an amount at the start, after the grant.
    Budget {
        /// That amount.
        at_most: GrossPln,
    },
    /// The lowest bill of a settled year.
    YearlyBill,
}

/// The objectives to be answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// The objectives, in the order of the answers.
    pub objectives: Vec<Objective>,
}

impl Default for Wish {
    fn default() -> Self {
        Self { objectives: vec![Objective::NetPresentValue, Objective::Payback, Objective::YearlyBill] }
    }
}

/// A design as it is compared: its group and layout by their places in the lists.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) design: Design,
    pub(super) bill: GrossPln,
    pub(super) group: usize,
    pub(super) layout: usize,
    pub(super) modules: usize,
    /// Place among the batteries.
    pub(super) battery: usize,
}

/// Which candidate is chosen, by its place, or which comes closest and what stands in the way.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Choice {
    Best { index: usize, zone: Vec<usize> },
    OutOfReach { closest: usize, limits: Vec<Limit> },
}

impl Objective {
    /// The measure of a design, more is better; none where it does not do what is asked.
    fn score(self, candidate: &Candidate) -> Option<f64> {
        let design = &candidate.design;
        let value = design.net_present_value.0;
        match self {
            Self::NetPresentValue => Some(value),
            Self::Payback => design.payback_years.filter(|_| candidate.modules > 0).map(|years| -years),
            Self::Autonomy { at_least } => (design.autonomy + AUTONOMY_TOLERANCE >= at_least).then_some(value),
            Self::Budget { at_most } => (design.investment <= at_most).then_some(value),
            Self::YearlyBill => Some(-candidate.bill.0),
        }
    }

    /// Chooses among all candidates, of which the first builds nothing; `edge` says what ends the sizes at a candidate.
    pub(super) fn choose(self, candidates: &[Candidate], edge: impl Fn(&Candidate) -> Vec<Limit>) -> Choice {
        let best = best_of(candidates, |candidate| self.score(candidate));
        let affordable = |candidate: &Candidate| candidate.modules > 0 && self.score(candidate).is_some();
        let reached = !matches!(self, Self::Budget { .. }) || candidates.iter().any(affordable);
        if let Some((index, score)) = best.filter(|_| reached) {
            let near = |candidate: &Candidate| self.score(candidate).is_some_and(|s| s >= score - ZONE * score.abs());
            let zone = (0..candidates.len()).filter(|&index| near(&candidates[index])).collect();
            return Choice::Best { index, zone };
        }
        let closest = best_of(candidates, |candidate| self.closeness(candidate)).map_or(0, |(index, _)| index);
        let limits = match self {
            _ if candidates[closest].modules == 0 => vec![],
            Self::Budget { .. } => vec![Limit::Budget],
            Self::Payback => vec![Limit::Horizon],
            _ => vec![],
        };
        let limits = if limits.is_empty() { edge(&candidates[closest]) } else { limits };
        Choice::OutOfReach { closest, limits }
    }

    /// How near a design comes that does not do what is asked, more is nearer; none for what is not looked at.
    fn closeness(self, candidate: &Candidate) -> Option<f64> {
        let built = candidate.modules > 0;
        match self {
            Self::Autonomy { .. } => Some(candidate.design.autonomy),
            Self::Budget { .. } => built.then_some(-candidate.design.investment.0),
            Self::NetPresentValue | Self::Payback | Self::YearlyBill => {
                built.then_some(candidate.design.net_present_value.0)
            }
        }
    }
}

/// Scores, in zł or years, that differ by less than about one part of this are equal: what rounding leaves behind differs
/// from machine to machine and must not choose.
const PARTS: f64 = 1e6;

/// The candidate with the highest score, with it; of equal ones the smaller investment, then the smaller battery, then
/// the first.
fn best_of(candidates: &[Candidate], score: impl Fn(&Candidate) -> Option<f64>) -> Option<(usize, f64)> {
    let mut best: Option<(usize, f64)> = None;
    for (index, candidate) in candidates.iter().enumerate() {
        let Some(score) = score(candidate).filter(|score| score.is_finite()) else { continue };
        let ahead = best.is_none_or(|(known, most)| {
            let (new, old) = (&candidate.design, &candidates[known].design);
            let smaller =
                new.investment < old.investment || (new.investment <= old.investment && new.battery < old.battery);
            let (score, most) = ((score * PARTS).round(), (most * PARTS).round());
            score > most || (score >= most && smaller)
        });
        if ahead {
            best = Some((index, score));
        }
    }
    best
}
