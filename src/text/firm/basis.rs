//! What the result rests on, and what is left out.

use super::{Teller, fill, folded, section, terms};
use crate::{
    model::report::{Assumption, Document},
    view::{
        Table,
        firm::{Piece, Section},
    },
};

impl Teller<'_> {
    pub(super) fn basis(&self) -> Option<Section> {
        let (words, heads) = (&self.words.basis, &self.lang.text().sources);
        let rows = self.outcome.assumptions.iter().map(|row| {
            let (confidence, _) = self.lang.text().confidence(&row.confidence);
            let (source, checked, confidence) = match row.own {
                true => (words.own.to_owned(), self.none(), words.own),
                false => (row.source.clone(), self.lang.date(&row.checked_on), confidence),
            };
            vec![self.assumption_name(row), self.assumption_value(row), source, checked, confidence.to_owned()]
        });
        let assumptions = Table {
            caption: words.assumptions.to_owned(),
            columns: [heads.figure, heads.value, heads.source, heads.checked, heads.confidence]
                .map(str::to_owned)
                .to_vec(),
            rows: rows.collect(),
        };
        let paper = |document: &Document| {
            let (confidence, _) = self.lang.text().confidence(&document.confidence);
            let place = if document.place.is_empty() { "" } else { ", " };
            let title = format!("{}{place}{}", document.title, document.place);
            vec![title, document.publisher.clone(), self.lang.date(&document.checked_on), confidence.to_owned()]
        };
        let documents = Table {
            caption: words.documents.to_owned(),
            columns: [heads.source, heads.publisher, heads.checked, heads.confidence].map(str::to_owned).to_vec(),
            rows: self.outcome.documents.iter().map(paper).collect(),
        };
        section(
            "basis",
            words.title,
            vec![Piece::Words(vec![fill(words.lead, &[])]), Piece::Table(assumptions), Piece::Table(documents)],
        )
    }

    /// Name of a figure of the tables.
    pub(super) fn assumption_name(&self, row: &Assumption) -> String {
        terms::of(self.lang, &row.id).map_or_else(|| self.lang.text().term(&row.id), str::to_owned)
    }

    pub(super) fn assumption_value(&self, row: &Assumption) -> String {
        let unit = terms::of(self.lang, &row.unit).map_or_else(|| self.lang.text().term(&row.unit), str::to_owned);
        self.lang.unit(self.lang.precise(row.value), &unit)
    }

    pub(super) fn limits(&self) -> Option<Section> {
        let words = &self.words.basis;
        let said = |all: &[&str]| all.iter().map(|words| fill(words, &[])).collect::<Vec<String>>();
        let mut readings = vec![fill(words.readings_lead, &[])];
        readings.extend(said(words.readings));
        folded("limits", words.limits_title, vec![Piece::Words(said(words.left_out)), Piece::Words(readings)])
    }
}
