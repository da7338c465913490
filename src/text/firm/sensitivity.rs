//! What the value hangs on: each uncertain figure by itself.

use super::{Teller, fill, owned, section};
use crate::{
    model::firm::outcome::{Sensitivity, SensitivityOf},
    view::{
        Bar, Drawing, Hue, Picture, Table,
        firm::{Piece, Section},
    },
};

const THOUSAND: f64 = 1000.0;

impl Teller<'_> {
    pub(super) fn sensitivity(&self) -> Option<Section> {
        let (words, of) = (&self.words.sensitivity, &self.outcome.money.sensitivity);
        if of.is_empty() || !self.built() {
            return None;
        }
        let value = self.pln(self.owner().net_present_value);
        let pieces = vec![Piece::Words(vec![fill(words.lead, &[&value])]), Piece::Columns(self.tornado())];
        section("sensitivity", words.title, pieces)
    }

    fn tornado(&self) -> Drawing {
        let (words, all) = (&self.words.sensitivity, &self.outcome.money.sensitivity);
        let base = self.owner().net_present_value.0;
        let ends = |one: &Sensitivity| {
            let (a, b) = (one.value_at_low.0, one.value_at_high.0);
            (a.min(b), a.max(b))
        };
        let bar = |one: &Sensitivity| {
            let (low, high) = ends(one);
            Bar {
                up: vec![(Hue::Direct, (high - base).max(0.0) / THOUSAND)],
                down: vec![(Hue::Import, (base - low).max(0.0) / THOUSAND)],
            }
        };
        let name = |one: &Sensitivity| words.of[place(one.of)];
        let spoken = |one: &Sensitivity| {
            let (low, high) = ends(one);
            [low, high].map(|pln| self.lang.pln(pln))
        };
        let reading = |one: &Sensitivity| {
            let [low, high] = spoken(one);
            fill(words.reading, &[name(one), &low, &high])
        };
        let widest = all.first().map_or_else(String::new, |one| {
            let [low, high] = spoken(one);
            fill(words.chart_summary, &[&super::super::lower_first(name(one)), &low, &high])
        });
        Drawing {
            title: words.chart_title.to_owned(),
            summary: widest,
            legend: vec![(Hue::Direct, words.better.to_owned()), (Hue::Import, words.worse.to_owned())],
            columns: all.iter().map(|one| name(one).to_owned()).collect(),
            readings: all.iter().map(reading).collect(),
            picture: Picture {
                bars: all.iter().map(bar).collect(),
                lines: Vec::new(),
                names: all.iter().map(|one| words.short[place(one.of)].to_owned()).collect(),
                unit: self.words.cash.thousands.into(),
                amounts_below: false,
            },
            table: self.sensitivity_table(),
        }
    }

    pub(super) fn sensitivity_table(&self) -> Table {
        let words = &self.words.sensitivity;
        let row = |one: &Sensitivity| {
            vec![
                words.of[place(one.of)].to_owned(),
                self.end(one.of, one.low),
                self.end(one.of, one.high),
                self.cell(one.value_at_low.0),
                self.cell(one.value_at_high.0),
            ]
        };
        Table {
            caption: words.caption.to_owned(),
            columns: owned(&words.columns),
            rows: self.outcome.money.sensitivity.iter().map(row).collect(),
        }
    }

    /// An end of a figure's range in its own unit.
    fn end(&self, of: SensitivityOf, end: f64) -> String {
        let percent = self.lang.unit(self.lang.amount(100.0 * end), "%");
        match of {
            SensitivityOf::Investment | SensitivityOf::Savings | SensitivityOf::Generation => self.lang.percent(end),
            SensitivityOf::EnergyGrowth
            | SensitivityOf::ExportGrowth
            | SensitivityOf::DiscountRate
            | SensitivityOf::LoanRate => fill(self.words.sensitivity.a_year, &[&percent]),
        }
    }
}

/// Place of a figure among the words.
fn place(of: SensitivityOf) -> usize {
    match of {
        SensitivityOf::Investment => 0,
        SensitivityOf::Savings => 1,
        SensitivityOf::EnergyGrowth => 2,
        SensitivityOf::ExportGrowth => 3,
        SensitivityOf::Generation => 4,
        SensitivityOf::DiscountRate => 5,
        SensitivityOf::LoanRate => 6,
    }
}
