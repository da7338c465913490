//! Plants that are shared, elsewhere or on a building of flats, and phases netted apart.

use autonomia::{
    calendar::Calendar,
    model::{
        inputs::{Consumption, RoofPlane, Scenario, SettlementScheme, building::Building, phase_split::PhaseSplit},
        load::{CommonParts, common_parts},
        report::Outcome,
        session::Session,
        simulate,
    },
    rules::Rules,
    units::{GrossPln, Kwh, Series},
};
use proptest::prelude::*;
use std::sync::LazyLock;

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::built_in().unwrap());

fn outcome(scenario: &Scenario) -> Outcome {
    simulate(scenario, &RULES).unwrap()
}

fn under(scheme: SettlementScheme) -> Scenario {
    Scenario { scheme, ..Scenario::default() }
}

#[test]
fn a_share_of_a_plant_elsewhere_changes_no_line_of_the_bill() {
    // A plane of 10 m² would hold 1.4 kWp; the share is not on it.
    let planes = vec![RoofPlane { area_m2: 10.0, ..RoofPlane::default() }];
    let virtual_share = outcome(&Scenario { planes, ..under(SettlementScheme::Virtual) });
    assert_eq!(virtual_share.battery, Kwh::ZERO);
    assert!(virtual_share.money.battery_cost.approx_eq(GrossPln::ZERO, 1e-12));
    assert!(virtual_share.energy.import.approx_eq(virtual_share.energy.consumption, 1e-9));
    assert!(virtual_share.energy.export.approx_eq(virtual_share.energy.generation, 1e-9));
    for line in &virtual_share.bill {
        assert!(line.after_gross.approx_eq(line.before_gross, 1e-9), "{}", line.id);
    }
    let year = virtual_share.deposit_year();
    assert!(virtual_share.money.yearly_saving.approx_eq(year.used + year.refunded, 1e-6));
    // The same panels at home spare the charges by the kWh as well.
    let at_home = outcome(&Scenario { battery_kwh: 0.0, ..Scenario::default() });
    println!("share {:?}, at home {:?}", virtual_share.money.yearly_saving, at_home.money.yearly_saving);
    assert!(at_home.money.yearly_saving > virtual_share.money.yearly_saving);
}

#[test]
fn a_share_on_the_building_is_settled_as_a_plant_at_home() {
    let (shared, own) = (outcome(&under(SettlementScheme::Collective)), outcome(&Scenario::default()));
    assert_eq!((shared.money, shared.deposit), (own.money, own.deposit));
}

#[test]
fn a_tenant_plant_is_paid_out_and_shared_by_the_flats() {
    let building = Building { flats: 30, ..Building::default() };
    let scenario =
        Scenario { consumption: Consumption::KwhPerYear(6000.0), building, ..under(SettlementScheme::Tenant) };
    let outcome = outcome(&scenario);
    assert!(outcome.energy.consumption.approx_eq(Kwh(6000.0), 1e-6));
    let year = outcome.deposit_year();
    println!("{:?} {:?} {year:?}", outcome.per_flat, outcome.money.yearly_saving);
    // Nothing waits and nothing is lost: what a year credits is used or paid out in it.
    assert!(year.forfeited.approx_eq(GrossPln::ZERO, 1e-9) && year.balance.approx_eq(GrossPln::ZERO, 1e-9));
    assert!(year.credited.approx_eq(year.used + year.refunded, 1e-6));
    let flat = outcome.per_flat.unwrap();
    assert!((flat.yearly_saving * 30.0).approx_eq(outcome.money.yearly_saving, 1e-6));
    assert!((flat.paid_out * 30.0).approx_eq(year.refunded, 1e-6));
    assert!((flat.investment * 30.0).approx_eq(outcome.money.investment, 1e-6));
    let rows = outcome.assumptions.iter().filter(|row| row.id.contains("common_")).count();
    assert_eq!(rows, 2);
}

#[test]
fn every_scheme_of_new_plants_has_a_recommendation_of_its_own() {
    let mut session = Session::new().unwrap();
    for scheme in [SettlementScheme::Virtual, SettlementScheme::Collective, SettlementScheme::Tenant] {
        let mut scenario = under(scheme);
        let best = session.recommend(&scenario).unwrap();
        println!("{scheme:?}: {best:?}");
        let shown = best.closest.unwrap_or(best.best);
        (scenario.pv_kwp, scenario.battery_kwh) = (shown.pv.0, shown.battery.0);
        let money = session.outcome(&scenario).unwrap().money;
        assert!(money.net_present_value.approx_eq(shown.net_present_value, 1e-6));
        assert_eq!(session.outcome(&scenario).unwrap(), outcome(&scenario));
        assert!(session.switch_advice(&scenario).unwrap().schemes.len() == 1);
        assert!(session.tariffs(&scenario).unwrap().ranked.iter().any(|rank| rank.current));
    }
}

#[test]
fn common_parts_by_their_shares() {
    let calendar = Calendar::new(2026, &RULES.days_off(2026));
    // Daylight from 8 to 16 h winter time in every month.
    let light = (0..8760).map(|hour| if (8..16).contains(&(hour % 24)) { 300.0 } else { 0.0 });
    let light = Series::from_raw(light.collect());
    let year = |always_on, share, seed| {
        common_parts(&CommonParts { flats: 20, always_on, light: share }, &calendar, &light, Kwh(8760.0), seed)
    };
    // All of it always on: 1 kWh in every hour.
    assert!(year(1.0, 0.7, 1).raw().iter().all(|kwh| (kwh - 1.0).abs() < 1e-9));
    // Light alone: nothing in daylight.
    let lamps = year(0.0, 1.0, 1);
    assert!((0..8760).all(|hour| (lamps[hour] > 0.0) != (8..16).contains(&(hour % 24))));
    let (one, same, other) = (year(0.35, 0.7, 1), year(0.35, 0.7, 1), year(0.35, 0.7, 2));
    assert!(one == same && one != other);
    assert!(one.total().approx_eq(Kwh(8760.0), 1e-6) && one.raw().iter().all(|&kwh| kwh >= 0.35 - 1e-9));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Phases netted apart buy and feed in at least as much, by the same amount, and never cost less over a year.
    #[test]
    fn phases_apart_never_help(
        kwh in 1000.0..9000.0_f64, pv_kwp in 0.0..5.5_f64, battery_kwh in 0.0..12.0_f64, seed in 0..1000_u64,
        (first, second, third) in (0.0..100.0_f64, 0.0..100.0_f64, 0.0..100.0_f64), three in any::<bool>(),
        scheme in 0_usize..4,
    ) {
        let scheme = [
            SettlementScheme::NetBillingRce,
            SettlementScheme::NetBillingRcem,
            SettlementScheme::NetMetering,
            SettlementScheme::Tenant,
        ][scheme];
        let phase_split = PhaseSplit {
            inverter_phases: if three { 3 } else { 1 },
            first_percent: first,
            second_percent: second,
            third_percent: third,
        };
        let mut scenario = Scenario {
            consumption: Consumption::KwhPerYear(kwh), pv_kwp, battery_kwh, seed, phase_split, ..under(scheme)
        };
        let mut session = Session::new().unwrap();
        let ways = session.by_phase(&scenario).unwrap();
        let money = session.outcome(&scenario).unwrap().money;
        prop_assert!(ways.summed.yearly_cost.approx_eq(money.bill_after, 1e-6));
        let (bought, fed) = (ways.apart.import - ways.summed.import, ways.apart.export - ways.summed.export);
        prop_assert!(bought.0 >= -1e-6 && bought.approx_eq(fed, 1e-6));
        prop_assert!(ways.dearer_by.0 >= -1e-6, "{ways:?}");
        // Everything evenly on three phases is what the sum says.
        scenario.phase_split = PhaseSplit {
            inverter_phases: 3, first_percent: 20.0, second_percent: 20.0, third_percent: 20.0,
        };
        prop_assert!(session.by_phase(&scenario).unwrap().dearer_by.0.abs() < 1e-6);
    }
}
