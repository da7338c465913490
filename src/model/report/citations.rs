//! Documents that figures rest on, each once, in the order of their use.

use super::Document;
use crate::rules::{
    place::Source,
    table::{Confidence, Provenance, name_of},
    tariff::UsedRow,
};
use jiff::civil::Date;

/// Collects documents by the keys that rows of tables name.
#[derive(Clone, Debug)]
pub struct Citations<'a> {
    sources: Vec<&'a Source>,
    cited: Vec<(String, Date, Confidence)>,
    documents: Vec<Document>,
}

impl<'a> Citations<'a> {
    /// None yet, of these documents.
    pub fn of(sources: impl IntoIterator<Item = &'a Source>) -> Self {
        Self { sources: sources.into_iter().collect(), cited: Vec::new(), documents: Vec::new() }
    }

    /// Cites the document behind a row; a key that no table knows is left out.
    pub fn row(&mut self, row: &Provenance) {
        self.cite(&row.source, row.checked_on, row.confidence);
    }

    /// The same for a row that a tariff used.
    pub fn used(&mut self, row: &UsedRow) {
        self.cite(&row.source, row.checked_on, row.confidence);
    }

    fn cite(&mut self, key: &str, checked_on: Date, confidence: Confidence) {
        if self.cited.iter().any(|known| known.0 == key && known.1 == checked_on && known.2 == confidence) {
            return;
        }
        self.cited.push((key.to_owned(), checked_on, confidence));
        let Some(source) = self.sources.iter().find(|source| source.key == key) else { return };
        let document = Document {
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            place: source.place.clone(),
            url: source.url.clone(),
            checked_on: checked_on.to_string(),
            confidence: name_of(&confidence),
        };
        if !self.documents.contains(&document) {
            self.documents.push(document);
        }
    }

    /// The documents.
    #[must_use]
    pub fn finish(self) -> Vec<Document> {
        self.documents
    }
}
