//! The documents that the figures of a home rest on.

use crate::{
    model::{
        inputs::{Scenario, SettlementScheme},
        report::Document,
        settlement::TariffYear,
    },
    rules::{
        Rules,
        market::PriceIndex,
        place::Town,
        rate::LevyId,
        scheme::SchemeId,
        table::{Confidence, name_of},
    },
};
use jiff::civil::Date;

/// The documents behind tariff, climate, scheme and prices, each once, in the order of their use. A person's own prices
/// have none.
pub(super) fn documents(rules: &Rules, town: &Town, tariff: &TariffYear, scenario: &Scenario) -> Vec<Document> {
    let mut documents: Vec<Document> = Vec::new();
    let mut cited: Vec<(String, Date, Confidence)> = Vec::new();
    let mut cite = |key: &str, checked_on: Date, confidence: Confidence| {
        if cited.iter().any(|known| known.0 == key && known.1 == checked_on && known.2 == confidence) {
            return;
        }
        cited.push((key.to_owned(), checked_on, confidence));
        let Some(source) = rules.sources.iter().find(|source| source.key == key) else { return };
        let document = Document {
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            place: source.place.clone(),
            url: source.url.clone(),
            checked_on: checked_on.to_string(),
            confidence: name_of(&confidence),
        };
        if !documents.contains(&document) {
            documents.push(document);
        }
    };
    for row in tariff.months.iter().flat_map(|month| &month.used) {
        cite(&row.source, row.checked_on, row.confidence);
    }
    let climate = rules.towns.iter().filter(|row| row.rule.id == town.id).map(|row| &row.provenance);
    let (dynamic, own_rce) = (scenario.tariff.energy.dynamic().is_some(), scenario.market.rce.is_some());
    let (id, index) = match scenario.scheme {
        SettlementScheme::NetBillingRce
        | SettlementScheme::Virtual
        | SettlementScheme::Collective
        | SettlementScheme::Tenant => (SchemeId::NetBilling, Some(PriceIndex::Rce)),
        SettlementScheme::NetBillingRcem => (SchemeId::NetBilling, Some(PriceIndex::Rcem)),
        SettlementScheme::NetMetering => (SchemeId::NetMetering, None),
    };
    let schemes = rules.schemes.iter().filter(|row| row.rule.scheme == id).map(|row| &row.provenance);
    let hourly = |of: PriceIndex| of == PriceIndex::Rce;
    let priced = |of| (Some(of) == index || (dynamic && hourly(of))) && !(own_rce && hourly(of));
    let prices = rules.market_prices.iter().filter(|row| priced(row.rule.index)).map(|row| &row.provenance);
    let excise = rules.levies.iter().filter(|row| dynamic && row.rule.id == LevyId::Excise).map(|row| &row.provenance);
    for row in climate.chain(schemes).chain(prices).chain(excise) {
        cite(&row.source, row.checked_on, row.confidence);
    }
    documents
}
