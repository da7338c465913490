//! One home under three ways to run its battery: plain self-consumption, a controller that follows prices, and perfect
//! foresight as the bound.

use crate::{
    error::InputError,
    model::{
        dispatch::{
            Flows, optimal, price_aware,
            priced::{self, Freedom, HourPrices},
        },
        home::Home,
        inputs::Scenario,
        settlement::{self, Bill, Prepared, Scheme},
    },
    rules::{
        Rules,
        scheme::{NetBilling, TenantBilling},
        value::AssumptionId,
    },
    units::{GrossPln, GrossPlnPerKwh, Kwh, Kwp, Series},
};
use serde::{Deserialize, Serialize};

/// What the owner lets a controller do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Permission {
    /// Whether the battery may be charged with bought energy.
    pub grid_charge: bool,
    /// Whether the battery may feed the grid.
    pub battery_export: bool,
}

/// A year under one way to run the battery.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ControlYear {
    /// Energy bought.
    pub import: Kwh,
    /// Energy fed in.
    pub export: Kwh,
    /// Energy the battery gave.
    pub discharge: Kwh,
    /// Wear of the battery.
    pub wear: GrossPln,
    /// The bill of a settled year after refunds, without wear.
    pub yearly_bill: GrossPln,
    /// What the year costs at the prices the controllers see, hour by hour, wear included: the measure they minimise.
    pub cost_at_prices: GrossPln,
}

/// The three ways.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Controls {
    /// Own energy first.
    pub greedy: ControlYear,
    /// Prices known a day ahead, sun and load guessed.
    pub price_aware: ControlYear,
    /// Every hour of the year known beforehand.
    pub optimal: ControlYear,
    /// No way to run this battery costs less at those prices.
    pub bound_at_prices: GrossPln,
}

/// Runs the battery of the scenario in each of the three ways; where a plant feeds in elsewhere there is none, and all
/// three are equal. Loads that wait for surplus are placed before the battery, the same in each.
///
/// The two that look at prices minimise `cost_at_prices`. There an exported kWh counts with the value of its hour times
/// the share of the year's credits that own energy first would really use; the bill itself is settled month by month, so
/// it need not fall in step.
///
/// # Errors
/// A plant that does not fit on the roof.
pub fn compare(
    home: &Home,
    scenario: &Scenario,
    permission: Permission,
    rules: &Rules,
) -> Result<Controls, InputError> {
    let pv = home.check_fits(Kwp(scenario.pv_kwp))?;
    let usable = home.battery_size(Kwh(scenario.battery_kwh));
    let battery = home.battery(usable);
    let generation = home.generation(pv).ac;
    let load = home.load_beside(&generation);
    let prepared = home.offer.of(pv);
    let wear = rules.assumption(AssumptionId::BatteryWear, rules.model_date()).map_or(0.0, |row| row.rule.value);
    let freedom = Freedom {
        grid_charge: permission.grid_charge,
        battery_export: permission.battery_export,
        export_limit: None,
        wear: GrossPlnPerKwh(wear),
    };
    let plain = home.flows(&generation, &load, usable);
    let bill = settlement::settle(prepared, &plain.import, &plain.export).steady;
    let prices = hour_prices(prepared, &bill);
    let year = |flows: &Flows, discharge: Kwh| ControlYear {
        import: flows.import.total(),
        export: flows.export.total(),
        discharge,
        wear: discharge * freedom.wear,
        yearly_bill: settlement::settle(prepared, &flows.import, &flows.export).steady.cost_after_refund(),
        cost_at_prices: priced::cost(&prices, flows, discharge, freedom.wear),
    };
    let greedy = year(&plain, plain.discharge.total());
    if !home.scheme.is_behind_the_meter() {
        let bound_at_prices = greedy.cost_at_prices;
        return Ok(Controls { greedy, price_aware: greedy, optimal: greedy, bound_at_prices });
    }
    let aware = price_aware::dispatch(&generation, &load, &prices, &battery, &freedom);
    let best = optimal::dispatch(&generation, &load, &prices, &battery, &freedom);
    Ok(Controls {
        greedy,
        price_aware: year(&aware.flows, aware.discharged()),
        optimal: year(&best.schedule.flows, best.schedule.discharged()),
        bound_at_prices: best.bound,
    })
}

/// What one more kWh costs or brings in each hour, under a scheme whose credits are used as in `bill`.
#[must_use]
pub fn hour_prices(prepared: &Prepared, bill: &Bill) -> HourPrices {
    let tariff = &prepared.tariff;
    let used = |used: f64, credited: f64| if credited > 0.0 { (used / credited).min(1.0) } else { 1.0 };
    let buy: Vec<f64> = (0..tariff.len()).map(|hour| tariff.all_in(hour).0).collect();
    let sell = match &prepared.scheme {
        Scheme::None => vec![0.0; buy.len()],
        Scheme::NetBilling { terms: NetBilling { deposit_factor, .. }, prices }
        | Scheme::Tenant { terms: TenantBilling { deposit_factor, .. }, prices } => {
            let share = used(bill.deposit_value().0, bill.deposit().credited.0);
            prices.pln_per_kwh().iter().map(|price| price * deposit_factor * share).collect()
        }
        Scheme::NetMetering(terms) => {
            let credit = bill.credit();
            let share = used(credit.settled.0, credit.born.0);
            buy.iter().map(|price| price * terms.ratio * share).collect()
        }
    };
    HourPrices { buy: Series::from_raw(buy), sell: Series::from_raw(sell) }
}
