//! The cost of a year by contracted power as a picture.

use super::{Teller, fill};
use crate::{
    model::{
        contracted_power::ContractedCost,
        firm::outcome::{MeterOutcome, MeterYear},
    },
    units::Kw,
    view::{
        Hue, Table,
        firm::{Curves, Key, Plate},
    },
};

/// Most points of the picture.
const MOST_POINTS: usize = 120;
/// Most rows of its table.
const MOST_ROWS: usize = 30;
/// Marks under the picture.
const MARKS: usize = 4;
/// Powers that differ by less are the same.
const SAME_KW: f64 = 1e-6;

/// What each contracted power costs, ascending; steps may be wider than a kilowatt.
struct Costs<'a>(&'a [ContractedCost]);

impl<'a> Costs<'a> {
    fn of(year: &'a MeterYear) -> Self {
        Self(year.advice.as_ref().map_or(&[], |advice| &advice.table))
    }

    fn last_kw(&self) -> f64 {
        self.0.last().map_or(0.0, |cost| cost.contracted.0)
    }

    /// The cost of exactly this power; none where it is not listed.
    fn listed(&self, kw: f64) -> Option<&ContractedCost> {
        self.0.iter().find(|cost| (cost.contracted.0 - kw).abs() < SAME_KW)
    }

    /// The cost at a power, zł, on a straight line between those listed; none beyond them.
    fn between(&self, kw: f64) -> Option<f64> {
        let above = self.0.iter().position(|cost| cost.contracted.0 >= kw - SAME_KW)?;
        let to = &self.0[above];
        match above.checked_sub(1).map(|below| &self.0[below]) {
            Some(from) => {
                let share = (kw - from.contracted.0) / (to.contracted.0 - from.contracted.0);
                Some(from.total().0 + share * (to.total().0 - from.total().0))
            }
            None if (to.contracted.0 - kw).abs() < SAME_KW => Some(to.total().0),
            None => None,
        }
    }
}

impl Teller<'_> {
    /// The cost of a year by contracted power; none where there is no choice.
    pub(super) fn power_curve(&self, index: usize, meter: &MeterOutcome, built: bool) -> Option<Plate<Curves>> {
        let words = &self.words.power;
        let (before, after) = (Costs::of(&meter.before), Costs::of(if built { &meter.after } else { &meter.before }));
        let cheapest = &(if built { &meter.after } else { &meter.before }).advice.as_ref()?.cheapest;
        let widest = if after.last_kw() > before.last_kw() { &after } else { &before };
        let powers: Vec<f64> = widest.0.iter().map(|cost| cost.contracted.0).collect();
        let shown: Vec<f64> = powers.iter().copied().step_by(powers.len().div_ceil(MOST_POINTS).max(1)).collect();
        let (first, last) = (*shown.first()?, *shown.last()?);
        if shown.len() < 3 {
            return None;
        }
        let line = |costs: &Costs<'_>| shown.iter().map_while(|kw| costs.between(*kw)).collect::<Vec<f64>>();
        let mut lines = vec![(Hue::Import, line(&before))];
        let mut legend = vec![(Key::Hue(Hue::Import), words.before.to_owned())];
        if built {
            lines.push((Hue::Direct, line(&after)));
            legend.push((Key::Hue(Hue::Direct), words.after.to_owned()));
        }
        let mark = |place: usize| {
            let share = place as f64 / MARKS as f64;
            (share, self.kw(Kw((first + share * (last - first)).round())))
        };
        let title = self.of_meter(index, words.chart_title);
        Some(Plate {
            summary: fill(words.chart_summary, &[&self.kw(cheapest.contracted), &self.pln(cheapest.total())]),
            legend,
            readings: shown.iter().map(|kw| self.cost_of(*kw, &before, built.then_some(&after))).collect(),
            picture: Curves {
                lines,
                marks: (0..=MARKS).map(mark).collect(),
                levels: Vec::new(),
                unit: "zł".to_owned(),
            },
            table: self.costs(&title, &shown, &before, built.then_some(&after)),
            title,
        })
    }

    /// What a contracted power costs, in words.
    fn cost_of(&self, kw: f64, before: &Costs<'_>, after: Option<&Costs<'_>>) -> String {
        let words = &self.words.power;
        let amount = |costs: &Costs<'_>| costs.listed(kw).map(|cost| self.pln(cost.total()));
        let power = self.kw(Kw(kw));
        match (amount(before), after.and_then(amount)) {
            (Some(before), Some(after)) => fill(words.reading, &[&power, &before, &after]),
            (Some(before), None) if after.is_none() => fill(words.reading_one, &[&power, &before]),
            (before, after) => {
                let [before, after] = [before, after].map(|amount| amount.unwrap_or_else(|| self.none()));
                fill(words.reading, &[&power, &before, &after])
            }
        }
    }

    fn costs(&self, title: &str, shown: &[f64], before: &Costs<'_>, after: Option<&Costs<'_>>) -> Table {
        let columns = self.words.power.table_columns.iter().take(if after.is_some() { 3 } else { 2 });
        let rows = shown.iter().step_by(shown.len().div_ceil(MOST_ROWS)).map(|kw| {
            let cell =
                |costs: &Costs<'_>| costs.listed(*kw).map_or_else(|| self.none(), |cost| self.cell(cost.total().0));
            let mut row = vec![self.kw(Kw(*kw)), cell(before)];
            row.extend(after.map(cell));
            row
        });
        Table {
            caption: title.to_owned(),
            columns: columns.map(|name| (*name).to_owned()).collect(),
            rows: rows.collect(),
        }
    }
}
