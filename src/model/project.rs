//! From a home and a size to the money of finance: what is bought, what it saves, what is bought again.

use crate::{
    model::{
        finance::{Degradation, PricePath, Project, Replacement, Saving, support::Purchase},
        home::Home,
        inputs::Scenario,
        settlement::Settlement,
    },
    units::{GrossPln, Kwh, Kwp},
};

/// The project of building `size` for a home whose bills become `after`, generating `generation` in the first year.
///
/// A price that the person gave is theirs for the size of the scenario; another size costs in proportion.
pub(super) fn project(
    home: &Home,
    scenario: &Scenario,
    size: (Kwp, Kwh),
    generation: Kwh,
    after: &Settlement,
) -> Project {
    let (pv, battery) = size;
    let (costs, outlook, money) = (&home.terms.costs, &home.terms.outlook, &scenario.money);
    let own = |price: Option<f64>, size: f64, of: f64| price.filter(|_| of > 0.0).map(|pln| GrossPln(pln / of * size));
    let pv_cost = own(money.pv_gross_pln, pv.0, scenario.pv_kwp).unwrap_or_else(|| costs.pv(pv));
    let battery_cost =
        own(money.battery_gross_pln, battery.0, scenario.battery_kwh).unwrap_or_else(|| costs.battery(battery));
    let built = pv.0 > 0.0 || battery.0 > 0.0;
    let support = &home.terms.support;
    let purchase = Purchase { pv: pv_cost, battery: battery_cost, usable: battery, vat: support.vat };
    let grant = support.grant(money.grant_gross_pln, &purchase);
    let inverter_kw = pv.0 / home.terms.system.inverter.dc_ac_ratio;
    Project {
        pv_cost,
        battery_cost,
        grant,
        tax_relief: support.tax_relief(purchase.price(), grant),
        saving_first: Saving::between(&home.before, &after.first),
        saving_steady: Saving::between(&home.before, &after.steady),
        generation,
        degradation: Degradation { first_year: outlook.first_year_loss, per_year: outlook.yearly_loss },
        import_path: PricePath::growth(outlook.energy_growth, outlook.horizon_years),
        export_path: PricePath::growth(outlook.export_growth, outlook.horizon_years),
        upkeep: if built { costs.upkeep } else { GrossPln::ZERO },
        replacements: vec![
            Replacement { life_years: outlook.inverter_life_years, cost: costs.inverter(inverter_kw) },
            Replacement { life_years: outlook.battery_life_years, cost: costs.battery_again(battery_cost) },
        ],
        discount_rate: outlook.discount_rate,
        horizon_years: outlook.horizon_years,
    }
}
