//! The best tariff of a home: every group of its operator, without and with the plant.

use crate::{
    error::InputError,
    model::{
        home::{Home, asked},
        inputs::Scenario,
        offer::{Asked, Offer},
        settlement::{self, dynamic::DynamicPrice},
    },
    rules::{Rules, place::Town, table::Confidence, tariff::Missing, value::AssumptionId},
    units::{GrossPln, Kwh, Kwp, NetPlnPerKwh, Series},
};
use serde::{Deserialize, Serialize};

/// What a home pays in one tariff group, with VAT.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TariffRank {
    /// Tariff group.
    pub group: String,
    /// True with energy at the market price of its hour, false at the sale prices of the group.
    pub dynamic: bool,
    /// True for the group and the way of buying energy of the scenario.
    pub current: bool,
    /// Yearly bill without the plant.
    pub before: GrossPln,
    /// Yearly bill with the plant of the scenario, in a settled year and after refunds.
    pub after: GrossPln,
    /// What the plant saves a year in this group.
    pub saving: GrossPln,
    /// What moving from the group of the scenario to this one saves a year with the plant; below zero where it costs more.
    pub cheaper_by: GrossPln,
    /// True where a price or the hours of the group rest on one weak source, as every dynamic price does.
    pub weak_source: bool,
}

/// A tariff group that cannot be ranked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TariffGap {
    /// Tariff group.
    pub group: String,
    /// The figures that no table holds.
    pub missing: Vec<Missing>,
}

/// The groups of an operator as a home would pay them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tariffs {
    /// Groups whose figures are all known, with energy bought as in the scenario, the cheapest with the plant first.
    pub ranked: Vec<TariffRank>,
    /// The cheapest group with energy bought the other way: at dynamic prices on the terms of the table of assumptions,
    /// or, where the scenario has these, at the approved sale prices.
    pub other_way: Option<TariffRank>,
    /// The cheapest group without the plant; none where no group is known.
    pub cheapest_before: Option<String>,
    /// Groups of the operator for which figures are missing.
    pub not_offered: Vec<TariffGap>,
}

/// Ranks every group of the home's operator by its yearly cost for the same use, plant and battery.
///
/// The use of the home is taken as it is: nothing is moved into cheap hours, and the battery only stores what the plant
/// makes. A home that shifts use gains more from zones and from dynamic prices than is said here.
///
/// # Errors
/// A plant that does not fit on the roof, or a contract that cannot be laid out.
pub fn rank(home: &Home, scenario: &Scenario, rules: &Rules) -> Result<Tariffs, InputError> {
    let pv = home.check_fits(Kwp(scenario.pv_kwp))?;
    let town = home.town_of(rules)?;
    let (import, export) = home.at_meter(pv, Kwh(scenario.battery_kwh));
    let today = rules.model_date();
    let groups = rules.groups_offered(&town.operator, &town.seller, today);
    let rank = |group: &str, dynamic: Option<DynamicPrice>| {
        let asked = Asked { group, dynamic, ..asked(scenario, town, home) };
        let offer = Offer::read(&asked, rules, &home.calendar, today)?;
        let before =
            settlement::settle(&offer.plain, home.load(), &Series::zeros(home.load().len())).steady.total_gross();
        let after = settlement::settle(offer.of(pv), &import, &export).steady.cost_after_refund();
        let mut used = offer.plain.tariff.months.iter().flat_map(|month| &month.used);
        let weak_source = dynamic.is_some() || used.any(|row| row.confidence == Confidence::Weak);
        Ok(TariffRank {
            group: group.to_owned(),
            dynamic: dynamic.is_some(),
            current: group == scenario.tariff.group && dynamic == home.terms.dynamic,
            before,
            after,
            saving: before - after,
            cheaper_by: GrossPln::ZERO,
            weak_source,
        })
    };
    let rank_all = |dynamic| -> Result<Vec<TariffRank>, InputError> {
        let mut ranked = groups.iter().map(|group| rank(group, dynamic)).collect::<Result<Vec<_>, _>>()?;
        ranked.sort_by(|a, b| a.after.0.total_cmp(&b.after.0));
        Ok(ranked)
    };
    let mut ranked = rank_all(home.terms.dynamic)?;
    let other_terms = match home.terms.dynamic {
        Some(_) => Some(None),
        None => usual_dynamic_price(rules).map(Some),
    };
    let mut other_way = match other_terms {
        Some(terms) => rank_all(terms)?.into_iter().next(),
        None => None,
    };
    let here = ranked.iter().find(|rank| rank.current).map(|rank| rank.after);
    for rank in ranked.iter_mut().chain(&mut other_way) {
        rank.cheaper_by = here.map_or(GrossPln::ZERO, |here| here - rank.after);
    }
    let cheapest_before = ranked.iter().min_by(|a, b| a.before.0.total_cmp(&b.before.0)).map(|rank| rank.group.clone());
    Ok(Tariffs { ranked, other_way, cheapest_before, not_offered: gaps(rules, town) })
}

/// A contract with a dynamic price on the terms of the table of assumptions; none where it lacks them.
fn usual_dynamic_price(rules: &Rules) -> Option<DynamicPrice> {
    let value = |id| rules.assumption(id, rules.model_date()).ok().map(|row| row.rule.value);
    Some(DynamicPrice {
        margin: NetPlnPerKwh(value(AssumptionId::DynamicMargin)?),
        fee: GrossPln(value(AssumptionId::DynamicFee)?),
        passes_negative_prices: false,
    })
}

fn gaps(rules: &Rules, town: &Town) -> Vec<TariffGap> {
    let groups = rules.groups_incomplete(&town.operator, &town.seller, rules.model_date());
    groups.into_iter().map(|group| TariffGap { group: group.group, missing: group.missing }).collect()
}
