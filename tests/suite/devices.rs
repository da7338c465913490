//! The car and the devices in whole scenarios: nothing lost, nothing negative, surplus never dearer than charging at once.

use autonomia::{
    error::Problem,
    model::{
        inputs::{Car, Consumption, Contract, Devices, RoofPlane, Scenario, Timing},
        report::Outcome,
        session::Session,
        simulate,
    },
    rules::Rules,
    units::Kwh,
};

const TIMINGS: [Timing; 3] = [Timing::AtOnce, Timing::CheapHours, Timing::Surplus];

fn outcome(scenario: &Scenario) -> Outcome {
    simulate(scenario, &Rules::built_in().unwrap()).unwrap()
}

fn with_car(charging: Timing, battery_kwh: f64) -> Scenario {
    let planes = vec![RoofPlane { area_m2: 60.0, ..RoofPlane::default() }];
    Scenario { car: Some(Car { charging, ..Car::default() }), battery_kwh, planes, ..Scenario::default() }
}

/// 12,000 km × 18 kWh / 100 km ÷ 0.9 = 2,400 kWh on top of 3,500, whenever it charges.
#[test]
fn a_car_adds_its_energy_whenever_it_charges() {
    for charging in TIMINGS {
        let outcome = outcome(&with_car(charging, 5.0));
        assert!(outcome.energy.consumption.approx_eq(Kwh(5900.0), 1e-6), "{:?}", outcome.energy);
        assert!(outcome.hours.consumption.raw().iter().all(|kwh| kwh.is_finite() && *kwh > 0.0));
        let balance = outcome.energy.direct_use + outcome.energy.discharge + outcome.energy.import;
        assert!(balance.approx_eq(outcome.energy.consumption, 1e-6));
    }
}

#[test]
fn charging_from_surplus_never_buys_more() {
    for battery_kwh in [0.0, 5.0, 15.0] {
        for (pv_kwp, days_at_home) in [(0.0, 0), (3.0, 0), (6.0, 2), (6.0, 5)] {
            for seed in 1..4 {
                let import = |charging| {
                    let mut scenario = Scenario { pv_kwp, seed, ..with_car(charging, battery_kwh) };
                    scenario.car.as_mut().unwrap().days_at_home = days_at_home;
                    scenario.devices = Devices { boiler: Some(charging), machines: charging, ..Devices::default() };
                    outcome(&scenario).energy.import
                };
                let (dumb, surplus) = (import(Timing::AtOnce), import(Timing::Surplus));
                assert!(surplus.0 <= dumb.0 + 1e-6, "{battery_kwh} {pv_kwp} {days_at_home}: {surplus:?} {dumb:?}");
            }
        }
    }
}

#[test]
fn cheap_hours_cost_less_where_hours_have_prices() {
    let bill = |charging| {
        let tariff = Contract { group: "G12".to_owned(), ..Contract::default() };
        outcome(&Scenario { tariff, ..with_car(charging, 0.0) }).money.bill_before.0
    };
    let (dumb, cheap) = (bill(Timing::AtOnce), bill(Timing::CheapHours));
    println!("G12 with a car: {dumb:.0} and {cheap:.0} zł");
    assert!(cheap < dumb - 100.0);
}

/// Boiler and machines are part of what was stated: the sum stays, and more of it falls into the sun.
#[test]
fn what_is_stated_stays_the_sum() {
    let with = |devices| outcome(&Scenario { devices, battery_kwh: 0.0, ..Scenario::default() });
    let plain = with(Devices::default());
    for timing in TIMINGS {
        for boiler in [None, Some(timing)] {
            let shifted = with(Devices { boiler, machines: timing, ..Devices::default() });
            assert!(shifted.energy.consumption.approx_eq(Kwh(3500.0), 1e-6));
            if timing == Timing::Surplus {
                assert!(shifted.self_consumption > plain.self_consumption);
            }
        }
    }
    // A boiler for six and a car do not fit into 1,000 kWh: they are taken to be smaller.
    let mut small = with_car(Timing::Surplus, 0.0);
    small.household.persons = 6;
    small.consumption = Consumption::KwhPerYear(1000.0);
    small.devices =
        Devices { boiler: Some(Timing::Surplus), machines: Timing::Surplus, cooled_m2: 40.0, included: true };
    let outcome = outcome(&small);
    assert!(outcome.energy.consumption.approx_eq(Kwh(1000.0), 1e-6));
    assert!(outcome.hours.consumption.raw().iter().all(|kwh| *kwh > 0.0));
}

/// 150 to 400 kWh a year is what Polish homes are said to use; 40 m² in ten years of two towns must lie within.
#[test]
fn air_conditioning_follows_the_heat() {
    for town in ["sokolow-podlaski", "zywiec"] {
        let uses: Vec<f64> = (1..=10)
            .map(|seed| {
                let cool = |cooled_m2| {
                    let devices = Devices { cooled_m2, ..Devices::default() };
                    outcome(&Scenario { town: town.to_owned(), devices, seed, ..Scenario::default() })
                };
                let (with, without) = (cool(40.0), cool(0.0));
                assert!(with.months[0].consumption.approx_eq(without.months[0].consumption, 1e-9), "cooled in January");
                with.energy.consumption.0 - without.energy.consumption.0
            })
            .collect();
        println!("{town}: {uses:.0?}");
        assert!(uses.iter().all(|kwh| (150.0..=400.0).contains(kwh)), "{uses:?}");
    }
}

#[test]
fn a_car_that_no_night_can_charge_is_refused() {
    let mut scenario = with_car(Timing::AtOnce, 0.0);
    scenario.car = Some(Car { km_per_year: Some(60_000.0), charger_kw: Some(2.0), ..Car::default() });
    let errors = simulate(&scenario, &Rules::built_in().unwrap()).unwrap_err();
    assert_eq!(errors[0].field, "car.km_per_year");
    // 2 kW × 9 h × 365 = 6,570 kWh, at 0.2 kWh from the meter a km.
    assert!(matches!(errors[0].problem, Problem::OutOfRange { max, .. } if (max - 32_850.0).abs() <= 1.0));
}

#[test]
fn the_session_and_the_grid_follow_the_waiting_loads() {
    let mut session = Session::new().unwrap();
    let mut scenario = with_car(Timing::Surplus, 5.0);
    scenario.devices = Devices { boiler: Some(Timing::Surplus), machines: Timing::Surplus, ..Devices::default() };
    let best = session.recommend(&scenario).unwrap().best;
    let (closest_pv, closest_battery) = (best.pv.0, best.battery.0);
    scenario.pv_kwp = closest_pv;
    scenario.battery_kwh = closest_battery;
    let whole = outcome(&scenario);
    assert_eq!(session.outcome(&scenario).unwrap(), whole);
    assert!(whole.money.net_present_value.approx_eq(best.net_present_value, 1e-6));
    assert!((whole.autonomy - best.autonomy).abs() < 1e-9);
    let tariffs = session.tariffs(&scenario).unwrap();
    let here = tariffs.ranked.iter().find(|rank| rank.current).unwrap();
    assert!(here.after.approx_eq(whole.money.bill_after, 1e-6));
}

/// Within the hour less is used at once; the bill does not change by it.
#[test]
fn both_own_uses_are_said() {
    let bare = outcome(&Scenario { battery_kwh: 0.0, ..Scenario::default() });
    let points = 100.0 * (bare.self_consumption - bare.physical.self_consumption);
    println!("hourly {:.3}, within the hour {points:.2} points less", bare.self_consumption);
    assert!((0.5..4.0).contains(&points));
    let stored = outcome(&Scenario { battery_kwh: 5.0, ..Scenario::default() });
    assert!((stored.self_consumption - stored.physical.self_consumption).abs() < 1e-12);
}
