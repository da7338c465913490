//! Whether the owner of a plant should move to another settlement scheme, which cannot be undone.

use crate::{
    error::InputError,
    model::{
        home::{Home, asked},
        inputs::{Scenario, SettlementScheme},
        offer::{Asked, Offer},
        settlement,
    },
    rules::{Rules, value::AssumptionId},
    units::{GrossPln, Kwh, Kwp},
};
use serde::{Deserialize, Serialize};

/// What a home pays under one scheme, with VAT, in a settled year and after refunds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SchemeCost {
    /// The scheme.
    pub scheme: SettlementScheme,
    /// Yearly bill.
    pub yearly_cost: GrossPln,
    /// The same where the hourly market prices turn out as high as they plausibly may.
    pub low: GrossPln,
    /// The same where they turn out as low as they plausibly may.
    pub high: GrossPln,
}

/// The schemes open to a home and what they cost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SwitchAdvice {
    /// The scheme of the scenario first, then those its owner may move to; each step is for good.
    pub schemes: Vec<SchemeCost>,
    /// The cheapest of them.
    pub best: SettlementScheme,
    /// What moving to it saves a year; nothing where staying is cheapest.
    pub gain: GrossPln,
    /// True where the same scheme is cheapest over the whole range of market prices.
    pub sure: bool,
}

/// The schemes an owner may move to, and never back from: from net-metering to net-billing (RES act, art. 4 ust. 1b),
/// from `RCEm` to RCE (art. 4b ust. 2a).
///
/// That a plant which leaves net-metering falls under `RCEm` first, by the day it first fed in, and may then take RCE,
/// is a reading of art. 4b ust. 1.
#[must_use]
pub fn open_to(current: SettlementScheme) -> &'static [SettlementScheme] {
    match current {
        SettlementScheme::NetMetering => &[SettlementScheme::NetBillingRcem, SettlementScheme::NetBillingRce],
        SettlementScheme::NetBillingRcem => &[SettlementScheme::NetBillingRce],
        SettlementScheme::NetBillingRce
        | SettlementScheme::Virtual
        | SettlementScheme::Collective
        | SettlementScheme::Tenant => &[],
    }
}

/// True where the cost is given with a range: export is valued by the modelled market price of the hour.
#[must_use]
pub fn rests_on_market_prices(scheme: SettlementScheme) -> bool {
    !matches!(scheme, SettlementScheme::NetBillingRcem | SettlementScheme::NetMetering)
}

/// Compares the scheme of the scenario with those its owner may move to, for the same home and size.
///
/// One year is compared. Net-metering ends 15 years after the first feed-in, and `RCEm` with the years it was granted
/// for; a scheme that is cheaper now can become dearer, and there is no way back.
///
/// # Errors
/// A plant that does not fit on the roof, or figures that no table holds.
pub fn advise(home: &Home, scenario: &Scenario, rules: &Rules) -> Result<SwitchAdvice, InputError> {
    let pv = home.check_fits(Kwp(scenario.pv_kwp))?;
    let (import, export) = home.at_meter(pv, Kwh(scenario.battery_kwh));
    let (most, least) = slope_range(rules, home.terms.clearness_slope);
    let town = home.town_of(rules)?;
    let today = rules.model_date();
    let cost = |scheme, clearness_slope| {
        let asked = Asked { scheme, clearness_slope, ..asked(scenario, town, home) };
        let offer = Offer::read(&asked, rules, &home.calendar, today)?;
        Ok(settlement::settle(offer.of(pv), &import, &export).steady.cost_after_refund())
    };
    let mut schemes = Vec::new();
    for &scheme in std::iter::once(&scenario.scheme).chain(open_to(scenario.scheme)) {
        let yearly_cost = cost(scheme, home.terms.clearness_slope)?;
        let (low, high) = if rests_on_market_prices(scheme) {
            (cost(scheme, most)?, cost(scheme, least)?)
        } else {
            (yearly_cost, yearly_cost)
        };
        schemes.push(SchemeCost { scheme, yearly_cost, low, high });
    }
    Ok(advice(schemes, scenario.scheme))
}

fn advice(schemes: Vec<SchemeCost>, current: SettlementScheme) -> SwitchAdvice {
    let cheapest = |cost: fn(&SchemeCost) -> f64| {
        let found = schemes.iter().min_by(|a, b| cost(a).total_cmp(&cost(b)));
        found.map_or(current, |found| found.scheme)
    };
    let best = cheapest(|one| one.yearly_cost.0);
    let sure = best == cheapest(|one| one.low.0) && best == cheapest(|one| one.high.0);
    let of = |scheme| schemes.iter().find(|one| one.scheme == scheme).map_or(GrossPln::ZERO, |one| one.yearly_cost);
    SwitchAdvice { best, gain: of(current) - of(best), sure, schemes }
}

/// The slopes of price over clearness at which solar export earns most and least.
fn slope_range(rules: &Rules, default: f64) -> (f64, f64) {
    let row = rules.assumption(AssumptionId::ClearnessPriceSlope, rules.model_date());
    row.map_or((default, default), |row| (row.rule.high, row.rule.low))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(scheme: SettlementScheme, low: f64, yearly: f64, high: f64) -> SchemeCost {
        SchemeCost { scheme, yearly_cost: GrossPln(yearly), low: GrossPln(low), high: GrossPln(high) }
    }

    #[test]
    fn the_cheapest_scheme_is_advised_and_doubt_is_said() {
        let stay = cost(SettlementScheme::NetMetering, 1000.0, 1000.0, 1000.0);
        // Dearer at every price: stay, for sure. Cheaper at the middle price only: move, but not for sure.
        let dear = advice(
            vec![stay, cost(SettlementScheme::NetBillingRce, 1100.0, 1200.0, 1300.0)],
            SettlementScheme::NetMetering,
        );
        assert_eq!((dear.best, dear.sure), (SettlementScheme::NetMetering, true));
        assert!(dear.gain.approx_eq(GrossPln::ZERO, 1e-12));
        let close = advice(
            vec![stay, cost(SettlementScheme::NetBillingRce, 900.0, 980.0, 1060.0)],
            SettlementScheme::NetMetering,
        );
        assert_eq!((close.best, close.sure), (SettlementScheme::NetBillingRce, false));
        assert!(close.gain.approx_eq(GrossPln(20.0), 1e-9));
    }
}
