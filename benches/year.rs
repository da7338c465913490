//! How long a year, a changed size and the grid of sizes take, beside the least work a year can be.

use autonomia::{
    model::{
        control::{self, Permission},
        dispatch::{
            greedy, optimal, price_aware,
            priced::{Freedom, HourPrices},
        },
        home::Home,
        inputs::Scenario,
        session::Session,
        settlement, simulate,
        sizing::Judge,
    },
    rules::Rules,
    units::{GrossPlnPerKwh, Kwh, Kwp, Quantity, Series},
};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

const HOURS: usize = 8760;

/// The least a year with a battery costs: 8,760 steps of self-consumption, each of which waits for the one before, on
/// ready arrays. No bill, no series, no money.
fn bare(generation_kwh: &[f64], load_kwh: &[f64]) -> (f64, f64) {
    let (usable, limit, charge_efficiency, discharge_efficiency) = (5.0_f64, 2.5_f64, 0.95_f64, 0.95_f64);
    let (mut stored, mut import, mut export) = (0.0_f64, 0.0, 0.0);
    for (generation, load) in generation_kwh.iter().zip(load_kwh) {
        let surplus = (generation - load).max(0.0);
        let deficit = (load - generation).max(0.0);
        let charge = surplus.min(limit).min((usable - stored) / charge_efficiency);
        let discharge = deficit.min(limit).min(stored * discharge_efficiency);
        stored += charge * charge_efficiency - discharge / discharge_efficiency;
        import += deficit - discharge;
        export += surplus - charge;
    }
    (import, export)
}

/// A year of generation and load with a day's shape; what the numbers are does not matter here.
fn arrays() -> (Vec<f64>, Vec<f64>) {
    let generation = |hour: usize| {
        let from_noon = (hour % 24).abs_diff(12) as f64;
        (3.0 - 0.5 * from_noon).max(0.0) * if hour.is_multiple_of(5) { 0.4 } else { 1.0 }
    };
    let load = |hour: usize| 0.2 + 0.05 * ((hour * 7) % 13) as f64;
    ((0..HOURS).map(generation).collect(), (0..HOURS).map(load).collect())
}

fn year(criterion: &mut Criterion) {
    let scenario = Scenario::default();
    let (Ok(rules), Ok(mut session)) = (Rules::built_in(), Session::new()) else { return };
    let (generation, load) = arrays();
    criterion.bench_function("bare: 8760 steps of a battery", |b| {
        b.iter(|| bare(black_box(&generation), black_box(&load)));
    });
    criterion.bench_function("rules: parse every table", |b| b.iter(Rules::built_in));
    criterion.bench_function("simulate: weather to report", |b| b.iter(|| simulate(&scenario, &rules)));
    let mut kwp = 1.0;
    criterion.bench_function("outcome: another size of a ready home", |b| {
        b.iter(|| {
            kwp = if kwp < 5.0 { kwp + 0.5 } else { 1.0 };
            session.outcome(&Scenario { pv_kwp: kwp, ..scenario.clone() })
        });
    });
    criterion.bench_function("recommend: the grid of sizes", |b| b.iter(|| session.recommend(&scenario)));
    criterion.bench_function("controls: three ways to run a battery", |b| {
        b.iter(|| session.controls(&scenario, Permission::default()));
    });
}

/// Designs of a ready home: 120, 500 and 2,000, in plants of 20 batteries each.
fn designs(criterion: &mut Criterion) {
    let scenario = Scenario::default();
    let Ok(rules) = Rules::built_in() else { return };
    let Ok(home) = Home::prepare(&scenario, &rules, None) else { return };
    let batteries: Vec<Kwh> = (0..20).map(|step| Kwh(f64::from(step) * 0.75)).collect();
    let one = home.generation(Kwp(5.0)).ac;
    criterion.bench_function("designs: 1", |b| {
        b.iter(|| Judge::new(&home, &scenario).designs(Kwp(5.0), &[Kwh(5.0)], &one));
    });
    for plants in [6_u32, 25, 100] {
        criterion.bench_function(&format!("designs: {}", plants * 20), |b| {
            b.iter(|| {
                let mut judge = Judge::new(&home, &scenario);
                for plant in 1..=plants {
                    let pv = Kwp(8.0 * f64::from(plant) / f64::from(plants));
                    black_box(judge.designs(pv, &batteries, &home.generation(pv).ac));
                }
            });
        });
    }
}

/// One, four and sixteen years in a row under perfect foresight and under a controller with a price feed.
fn dispatches(criterion: &mut Criterion) {
    let scenario = Scenario::default();
    let Ok(rules) = Rules::built_in() else { return };
    let Ok(home) = Home::prepare(&scenario, &rules, None) else { return };
    let (battery, pv) = (home.battery(Kwh(10.0)), Kwp(5.0));
    let made = home.generation(pv).ac;
    let flows = greedy::dispatch(&made, home.load(), &battery, None);
    let prepared = home.offer.of(pv);
    let bill = settlement::settle(prepared, &flows.import, &flows.export).steady;
    let prices = control::hour_prices(prepared, &bill);
    for years in [1, 4, 16] {
        fn long<U: Quantity>(series: &Series<U>, years: usize) -> Series<U> {
            Series::from_raw(series.raw().repeat(years))
        }
        let (made, load) = (long(&made, years), long(home.load(), years));
        let prices = HourPrices { buy: long(&prices.buy, years), sell: long(&prices.sell, years) };
        let freedom = Freedom { grid_charge: true, wear: GrossPlnPerKwh(0.1), ..Freedom::default() };
        criterion.bench_function(&format!("foresight: {years} years"), |b| {
            b.iter(|| optimal::dispatch(&made, &load, &prices, &battery, &freedom));
        });
        criterion.bench_function(&format!("price-aware: {years} years"), |b| {
            b.iter(|| price_aware::dispatch(&made, &load, &prices, &battery, &freedom));
        });
    }
}

criterion_group!(benches, year, designs, dispatches);
criterion_main!(benches);
