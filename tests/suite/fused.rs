//! The fast path of the grid of sizes beside the whole line: the same figures.

use autonomia::{
    model::{
        home::Home,
        inputs::{
            Car, RoofPlane, Scenario, SettlementScheme, Timing,
            energy_contract::{Dynamic, EnergyContract},
        },
        report::Outcome,
        simulate_home,
        sizing::Judge,
    },
    rules::Rules,
    units::{Kwh, Kwp},
};

/// Relative to the figure or to 1.
const TOLERANCE: f64 = 1e-9;

fn assert_close(what: &str, a: f64, b: f64) {
    assert!((a - b).abs() <= TOLERANCE * b.abs().max(1.0), "{what}: {a} is not {b}");
}

fn scenario(scheme: SettlementScheme, group: &str) -> Scenario {
    let planes = vec![
        RoofPlane { area_m2: 30.0, tilt_deg: 30.0, azimuth_deg: 100.0 },
        RoofPlane { area_m2: 40.0, tilt_deg: 40.0, azimuth_deg: 260.0 },
    ];
    let mut scenario = Scenario { scheme, planes, ..Scenario::default() };
    scenario.tariff.group = group.to_owned();
    scenario
}

/// Compares every size with the whole line and gives what the line says of each.
fn assert_same(scenario: &Scenario, rules: &Rules) -> Vec<Outcome> {
    let home = Home::prepare(scenario, rules, None).unwrap();
    let mut judge = Judge::new(&home, scenario);
    let mut outcomes = Vec::new();
    for pv in [1.0, 4.5, 9.5].map(Kwp) {
        let generation = home.generation(pv).ac;
        let batteries = [0.0, 2.5, 5.0, 12.5, 15.0].map(Kwh);
        let designs = judge.designs(pv, &batteries, &generation);
        assert_eq!(designs.len(), batteries.len());
        for (design, asked) in designs.into_iter().zip(batteries) {
            let sized = Scenario { pv_kwp: pv.0, battery_kwh: asked.0, ..scenario.clone() };
            let outcome = simulate_home(&home, &sized).unwrap();
            let money = &outcome.money;
            assert_close("battery", design.battery.0, outcome.battery.0);
            assert_close("investment", design.investment.0, money.investment.0);
            assert_close("saving", design.yearly_saving.0, money.yearly_saving.0);
            assert_close("value", design.net_present_value.0, money.net_present_value.0);
            assert_close("autonomy", design.autonomy, outcome.autonomy);
            assert_close("payback", design.payback_years.unwrap_or(0.0), money.payback_years.unwrap_or(0.0));
            outcomes.push(outcome);
        }
    }
    outcomes
}

#[test]
fn every_design_of_the_grid_is_what_the_line_says() {
    let rules = Rules::built_in().unwrap();
    for (scheme, group) in [
        (SettlementScheme::NetBillingRce, "G12w"),
        (SettlementScheme::NetBillingRcem, "G11"),
        (SettlementScheme::NetMetering, "G12"),
        (SettlementScheme::Collective, "G12"),
        (SettlementScheme::Tenant, "G11"),
        (SettlementScheme::Virtual, "G12w"),
    ] {
        assert_same(&scenario(scheme, group), &rules);
    }
}

#[test]
fn so_it_is_at_the_market_price_of_every_hour() {
    let rules = Rules::built_in().unwrap();
    for scheme in [
        SettlementScheme::NetBillingRce,
        SettlementScheme::NetMetering,
        SettlementScheme::Tenant,
        SettlementScheme::Virtual,
    ] {
        let mut scenario = scenario(scheme, "G12w");
        let energy = Dynamic { passes_negative_prices: true, ..Dynamic::default() };
        scenario.tariff.energy = EnergyContract::Dynamic(energy);
        assert!(assert_same(&scenario, &rules).iter().all(|outcome| outcome.dynamic));
    }
}

#[test]
fn so_it_is_where_loads_wait_for_surplus() {
    let rules = Rules::built_in().unwrap();
    for scheme in [SettlementScheme::NetBillingRce, SettlementScheme::Virtual] {
        let mut scenario = scenario(scheme, "G12");
        scenario.car = Some(Car { charging: Timing::Surplus, days_at_home: 3, ..Car::default() });
        scenario.devices.boiler = Some(Timing::Surplus);
        let outcomes = assert_same(&scenario, &rules);
        let moved = outcomes[0].hours.consumption != outcomes[14].hours.consumption;
        assert_eq!(moved, scheme == SettlementScheme::NetBillingRce, "the load follows the size of the plant");
    }
}

#[test]
fn so_it_is_with_a_programme_and_tax_relief() {
    let rules = Rules::built_in().unwrap();
    let mut scenario = scenario(SettlementScheme::NetBillingRce, "G12w");
    scenario.money.programme = "storage_2026".to_owned();
    scenario.money.tax_rate = "linear".to_owned();
    let outcomes = assert_same(&scenario, &rules);
    // The programme begins at 12 kWh; the relief is for every size.
    let granted = outcomes.iter().map(|outcome| outcome.money.grant.0 > 0.0);
    assert!(granted.eq([false, false, false, true, true].into_iter().cycle().take(15)));
    assert!(outcomes.iter().all(|outcome| outcome.money.tax_relief.0 > 0.0));
}
