//! How long a year, a changed size and the grid of sizes take, beside the least work a year can be.

mod workload;

use autonomia::{
    model::{
        control::Permission,
        home::Home,
        inputs::{Consumption, RoofPlane, Scenario},
        session::Session,
        sizing::joint::{JointSearch, Objective, Wish},
    },
    rules::Rules,
};
use criterion::{Criterion, criterion_group, criterion_main};

/// The pieces of work that a browser does too.
fn shared(criterion: &mut Criterion) {
    for name in workload::NAMES {
        let Some(mut work) = workload::prepare(name) else { return };
        criterion.bench_function(name, |b| b.iter(&mut work));
    }
}

fn year(criterion: &mut Criterion) {
    let scenario = Scenario::default();
    let Ok(mut session) = Session::new() else { return };
    criterion.bench_function("rules: parse every table", |b| b.iter(Rules::built_in));
    let mut kwp = 1.0;
    criterion.bench_function("outcome: another size of a ready home", |b| {
        b.iter(|| {
            kwp = if kwp < 5.0 { kwp + 0.5 } else { 1.0 };
            session.outcome(&Scenario { pv_kwp: kwp, ..scenario.clone() })
        });
    });
    criterion.bench_function("controls: three ways to run a battery", |b| {
        b.iter(|| session.controls(&scenario, Permission::default()));
    });
}

/// The search over plant, battery, tariff group and layout on roofs with about four and sixteen times as many designs as
/// that of the usual home.
fn joint(criterion: &mut Criterion) {
    let Ok(rules) = Rules::built_in() else { return };
    let facing = |area_m2, tilt_deg, azimuth_deg| RoofPlane { area_m2, tilt_deg, azimuth_deg };
    let three = [120.0, 180.0, 240.0].map(|azimuth| facing(40.0, 35.0, azimuth));
    let flat = [100.0, 120.0, 140.0, 160.0, 180.0, 200.0].map(|azimuth| facing(55.0, 0.0, azimuth));
    let larger = Scenario { planes: three.to_vec(), ..Scenario::default() };
    let consumption = Consumption::KwhPerYear(50_000.0);
    let largest = Scenario { planes: flat.to_vec(), consumption, town: "zywiec".to_owned(), ..Scenario::default() };
    let mut wish = Wish::default();
    wish.objectives.push(Objective::Autonomy { at_least: 0.6 });
    for scenario in [larger, largest] {
        let Ok(home) = Home::prepare(&scenario, &rules, None) else { return };
        let search = || JointSearch::new(&home, &scenario, &rules, &wish).map(JointSearch::finish);
        let Ok(answer) = search() else { return };
        criterion.bench_function(&format!("joint: {} designs", answer.compared), |b| b.iter(search));
    }
}

criterion_group!(benches, shared, year, joint);
criterion_main!(benches);
