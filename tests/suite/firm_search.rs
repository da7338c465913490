//! The search for the best sizes of a firm, and the time it takes.

use crate::firm_engine::{FIRMS, RULES, measured, run, workshop};
use autonomia::{
    model::{
        firm::{meter::MeterSize, prepare::ReadyFirm, session::FirmSession, simulate_firm},
        inputs::firm::{FirmScenario, plant::BatteryUse},
    },
    units::NetPln,
};
use std::time::Instant;

#[test]
fn the_best_sizes_beat_their_neighbours() {
    let mut session = FirmSession::new().unwrap();
    let scenario = workshop();
    let best = session.search(&scenario).unwrap().finish();
    assert!(best.reaches && best.compared > 60, "{}", best.compared);
    let value = |scenario: &FirmScenario| run(scenario).money.appraisal.owner.net_present_value;
    let chosen = best.apply(&scenario);
    assert!(value(&chosen).approx_eq(best.value, 1e-6), "the search and the line agree");
    let fits_kwp = run(&chosen).meters[0].fits.0;
    for (pv, battery) in [(0.5, 1.0), (2.0, 1.0), (1.0, 2.0), (0.0, 1.0)] {
        let mut other = chosen.clone();
        let plant = &mut other.meters[0].plant;
        plant.pv_kwp = (plant.pv_kwp * pv).min(fits_kwp);
        plant.battery_kwh = plant.battery_kwh * battery + (battery - 1.0) * 5.0;
        assert!(value(&other).0 <= best.value.0 + 1e-6, "{pv} × modules, {battery} × battery");
    }
}

#[test]
fn the_search_keeps_wishes() {
    let mut session = FirmSession::new().unwrap();
    let mut scenario = FirmScenario { meters: vec![measured(20.0), measured(5.0)], ..workshop() };
    let free = session.search(&scenario).unwrap().finish();
    scenario.wishes.budget_pln = Some(40_000.0);
    let within = session.search(&scenario).unwrap().finish();
    let outcome = run(&within.apply(&scenario));
    assert!(within.reaches && within.value <= free.value + NetPln(1e-6));
    let budget = outcome.wishes.iter().find(|wish| wish.wanted == 40_000.0).unwrap();
    assert!(budget.reached <= 40_000.0 + 1e-6 && budget.binds.is_none());
    scenario.wishes.budget_pln = None;
    scenario.wishes.autonomy_percent = Some(55.0);
    let green = session.search(&scenario).unwrap().finish();
    let outcome = run(&green.apply(&scenario));
    assert!(green.reaches && outcome.energy.autonomy() >= 0.55 - 1e-6, "{}", outcome.energy.autonomy());
    scenario.wishes.autonomy_percent = Some(99.0);
    let closest = session.search(&scenario).unwrap().finish();
    assert!(!closest.reaches && run(&closest.apply(&scenario)).energy.autonomy() >= outcome.energy.autonomy());
}

#[test]
fn told_prices_follow_the_sizes_of_the_search() {
    let mut scenario = workshop();
    scenario.money.pv_net_pln = Some(80_000.0);
    let best = FirmSession::new().unwrap().search(&scenario).unwrap().finish();
    let applied = best.apply(&scenario);
    let per_kwp = applied.money.pv_net_pln.unwrap() / applied.meters[0].plant.pv_kwp;
    assert!((per_kwp - 80_000.0 / 40.0).abs() < 1e-6);
    assert!(run(&applied).money.appraisal.owner.net_present_value.approx_eq(best.value, 1e-6));
}

#[test]
fn where_nothing_is_worth_it_the_closest_is_named() {
    let mut scenario = workshop();
    (scenario.money.pv_net_pln, scenario.money.battery_net_pln) = (Some(4_000_000.0), Some(4_000_000.0));
    let best = FirmSession::new().unwrap().search(&scenario).unwrap().finish();
    assert_eq!((best.sizes.as_slice(), best.value), (&[MeterSize::NOTHING][..], NetPln::ZERO));
    let (sizes, value) = best.closest.unwrap();
    assert!(value < NetPln::ZERO && sizes[0] != MeterSize::NOTHING);
}

/// Prints the time of each part; the figures stand in `docs/performance.md` for a release build.
#[test]
#[expect(clippy::disallowed_methods, reason = "a stop watch reads the clock; models do not")]
fn speed() {
    let mut scenario = workshop();
    scenario.meters[0].plant.pv_kwp = 30.0;
    let ready = ReadyFirm::prepare(&scenario, &RULES, &FIRMS, None).unwrap();
    let time = |name: &str, what: &mut dyn FnMut()| {
        let best = (0..5)
            .map(|_| {
                let start = Instant::now();
                what();
                start.elapsed().as_secs_f64() * 1e3
            })
            .fold(f64::INFINITY, f64::min);
        println!("{name}: {best:.2} ms");
    };
    time("prepare", &mut || drop(ReadyFirm::prepare(&scenario, &RULES, &FIRMS, None).unwrap()));
    time("prepare again", &mut || drop(ReadyFirm::prepare(&scenario, &RULES, &FIRMS, Some(&ready)).unwrap()));
    time("result", &mut || drop(simulate_firm(&ready, &scenario).unwrap()));
    let mut session = FirmSession::new().unwrap();
    for used_for in [BatteryUse::OwnEnergy, BatteryUse::PeaksFromGrid] {
        scenario.meters[0].plant.battery_use = used_for;
        let mut search = session.search(&scenario).unwrap();
        let (start, mut longest) = (Instant::now(), 0.0_f64);
        loop {
            let step = Instant::now();
            let more = search.step().is_some();
            longest = longest.max(step.elapsed().as_secs_f64() * 1e3);
            if !more {
                break;
            }
        }
        let compared = search.finish().compared;
        let all = start.elapsed().as_secs_f64() * 1e3;
        println!("search {used_for:?}: {all:.0} ms, {compared} designs, longest step {longest:.1} ms");
    }
}
