//! Wishes of firms: built cases, one for each thing that can keep a wish from being reached.

use autonomia::{
    calendar::Calendar,
    model::{
        firm::{
            outcome::{Binding, FirmOutcome, Wish, WishOutcome},
            simulate,
        },
        inputs::firm::{FirmMeasured, FirmScenario, plant::BatteryUse},
    },
    rules::{Rules, firm::FirmRules},
    units::NetPln,
};
use std::sync::LazyLock;

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::built_in().unwrap());
static FIRMS: LazyLock<FirmRules> = LazyLock::new(|| FirmRules::built_in().unwrap());
static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::new(2026, &RULES.days_off(2026)));

/// 2 kW all the time but 10 kW from 10 to 12 every day, no modules.
fn spiky() -> FirmScenario {
    let mut scenario = FirmScenario::default();
    let kwh = |hour| if (10..12).contains(&CALENDAR.hour_of_day(hour)) { 10.0 } else { 2.0 };
    let kwh: Vec<f64> = (0..CALENDAR.len()).map(kwh).collect();
    let meter = &mut scenario.meters[0];
    meter.measured = Some(FirmMeasured { kwh: kwh.into(), peak_kw: None });
    meter.plant.pv_kwp = 0.0;
    meter.plant.battery_use = BatteryUse::PeaksFromGrid;
    scenario
}

/// 10 kW in every hour.
fn even() -> FirmScenario {
    let mut scenario = spiky();
    scenario.meters[0].measured = Some(FirmMeasured { kwh: vec![10.0; CALENDAR.len()].into(), peak_kw: None });
    scenario.meters[0].plant.battery_use = BatteryUse::OwnEnergy;
    scenario
}

fn run(scenario: &FirmScenario) -> FirmOutcome {
    simulate(scenario, &RULES, &FIRMS).unwrap()
}

fn wish(scenario: &FirmScenario, which: Wish) -> WishOutcome {
    run(scenario).wishes.into_iter().find(|wish| wish.wish == which).unwrap()
}

#[test]
fn nothing_wished_nothing_said() {
    assert!(run(&spiky()).wishes.is_empty());
}

#[test]
fn a_battery_too_small_for_the_cap() {
    // 10 kW held to 7: 3 kW for two hours, 6 kWh at the AC side, divided by the efficiency of discharge: the root of the
    // round trip. Power: a battery of that capacity at the usual share of it gives more than 3 kW.
    let mut scenario = spiky();
    scenario.wishes.cap_kw = Some(7.0);
    scenario.meters[0].plant.battery_kwh = 4.0;
    let ready = autonomia::model::firm::prepare::ReadyFirm::prepare(&scenario, &RULES, &FIRMS, None).unwrap();
    let (round_trip, c_rate) = (ready.terms.round_trip, ready.terms.c_rate);
    let needed_kwh = (6.0 / round_trip.sqrt()).max(3.0 / c_rate);
    let found = wish(&scenario, Wish::Cap);
    assert!(found.wanted == 7.0 && found.reached > 7.0 && found.best < 7.0, "{found:?}");
    let Some(Binding::BatteryCapacity(needed)) = found.binds else { panic!("{found:?}") };
    assert!((needed.0 - needed_kwh).abs() < 0.01, "{needed:?}, {needed_kwh}");
    // With it the wish is reached, and no lower than the cap.
    scenario.meters[0].plant.battery_kwh = needed.0 + 0.01;
    let found = wish(&scenario, Wish::Cap);
    assert!(found.binds.is_none() && (found.reached - 7.0).abs() < 1e-6, "{found:?}");
}

#[test]
fn a_battery_too_weak_for_the_cap() {
    // 3 kW are needed; the battery has 1.
    let mut scenario = spiky();
    scenario.wishes.cap_kw = Some(7.0);
    scenario.meters[0].plant.battery_kwh = 20.0;
    scenario.meters[0].plant.battery_kw = Some(1.0);
    let found = wish(&scenario, Wish::Cap);
    let Some(Binding::BatteryPower(needed)) = found.binds else { panic!("{found:?}") };
    assert!((needed.0 - 3.0).abs() < 0.001, "{needed:?}");
}

#[test]
fn a_battery_that_keeps_own_energy() {
    let mut scenario = spiky();
    scenario.wishes.cap_kw = Some(7.0);
    scenario.meters[0].plant.battery_kwh = 20.0;
    scenario.meters[0].plant.battery_use = BatteryUse::OwnEnergy;
    assert_eq!(wish(&scenario, Wish::Cap).binds, Some(Binding::BatteryUse));
}

#[test]
fn a_cap_below_the_mean_is_out_of_reach() {
    // The mean is (22 × 2 + 2 × 10) / 24 = 2.67 kW; no battery takes less from the grid. The lowest that the first morning
    // of the year allows, with an empty battery and a round trip of 90 %: ten hours at cap - 2 give 0.9 of what two hours
    // at 10 - cap take: 9 cap - 18 = 20 - 2 cap.
    let mut scenario = spiky();
    scenario.wishes.cap_kw = Some(2.5);
    let found = wish(&scenario, Wish::Cap);
    assert_eq!(found.binds, Some(Binding::Seasons));
    assert!((found.best - 38.0 / 11.0).abs() < 1e-4, "{found:?}");
}

#[test]
fn a_cap_that_the_budget_does_not_reach() {
    let mut scenario = spiky();
    scenario.wishes.cap_kw = Some(7.0);
    scenario.wishes.budget_pln = Some(8000.0);
    let found = wish(&scenario, Wish::Cap);
    // 5,000 zł whatever the size and 2,000 zł/kWh of `firm_costs.csv`; a little over 6 kWh are needed.
    let Some(Binding::Budget(least)) = found.binds else { panic!("{found:?}") };
    assert!(least > NetPln(5000.0 + 6.0 * 2000.0) && least < NetPln(5000.0 + 7.5 * 2000.0), "{least:?}");
    assert!(found.best > 7.0 && found.best < 10.0, "{found:?}");
}

#[test]
fn too_small_a_plant_for_autonomy() {
    let mut scenario = even();
    scenario.meters[0].surfaces[0].area_m2 = 1000.0;
    scenario.meters[0].plant.pv_kwp = 10.0;
    scenario.wishes.autonomy_percent = Some(20.0);
    let found = wish(&scenario, Wish::Autonomy);
    assert!(found.reached < 0.2 && found.best > 0.2, "{found:?}");
    let Some(Binding::Size { pv, battery }) = found.binds else { panic!("{found:?}") };
    assert_eq!(battery.0, 0.0);
    scenario.meters[0].plant.pv_kwp = pv.0 + 0.01;
    assert!(wish(&scenario, Wish::Autonomy).binds.is_none());
    scenario.meters[0].plant.pv_kwp = pv.0 - 0.05;
    assert!(wish(&scenario, Wish::Autonomy).binds.is_some());
    // The same wish with less money than that.
    scenario.wishes.budget_pln = Some(40_000.0);
    let found = wish(&scenario, Wish::Autonomy);
    assert!(matches!(found.binds, Some(Binding::Budget(least)) if least > NetPln(40_000.0)), "{found:?}");
    assert!(found.best < 0.2 && found.best >= found.reached);
}

#[test]
fn too_small_a_roof_for_autonomy() {
    // 87,600 kWh a year; 100 m² of roof make about a tenth.
    let mut scenario = even();
    scenario.meters[0].surfaces[0].area_m2 = 100.0;
    scenario.meters[0].plant.pv_kwp = 10.0;
    scenario.wishes.autonomy_percent = Some(40.0);
    let found = wish(&scenario, Wish::Autonomy);
    let fits = run(&scenario).meters[0].fits;
    assert_eq!(found.binds, Some(Binding::Area(fits)));
}

#[test]
fn autonomy_that_no_season_gives() {
    // The whole use, winter included: two days of battery do not bridge a dark week.
    let mut scenario = even();
    scenario.wishes.autonomy_percent = Some(100.0);
    assert_eq!(wish(&scenario, Wish::Autonomy).binds, Some(Binding::Seasons));
}

#[test]
fn a_plant_dearer_than_the_budget() {
    let mut scenario = even();
    scenario.meters[0].plant.pv_kwp = 30.0;
    scenario.wishes.budget_pln = Some(50_000.0);
    let found = wish(&scenario, Wish::Budget);
    // 30 kWp at 3,300 zł.
    assert!((found.reached - 99_000.0).abs() < 1e-6 && found.binds.is_some(), "{found:?}");
    // A grant counts.
    scenario.money.grant_pln = 60_000.0;
    assert!(wish(&scenario, Wish::Budget).binds.is_none());
}
