//! The documents that the figures of a home rest on.

use crate::{
    model::{
        inputs::{Scenario, SettlementScheme},
        report::{Citations, Document},
        settlement::TariffYear,
    },
    rules::{Rules, market::PriceIndex, place::Town, rate::LevyId, scheme::SchemeId},
};

/// The documents behind tariff, climate, scheme and prices, each once, in the order of their use. A person's own prices
/// have none.
pub(super) fn documents(rules: &Rules, town: &Town, tariff: &TariffYear, scenario: &Scenario) -> Vec<Document> {
    let mut citations = Citations::of(&rules.sources);
    for row in tariff.months.iter().flat_map(|month| &month.used) {
        citations.used(row);
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
        citations.row(row);
    }
    citations.finish()
}
