//! How long bands take, by the number of members, and what a member is made of.

#[allow(dead_code, reason = "the other bench uses the rest")]
mod workload;

use autonomia::{
    model::{
        home::{Drawn, Home, climate},
        inputs::{
            Scenario,
            ranges::{Range, RangeField},
        },
        uncertainty::{self, Ask},
        weather::Sky,
    },
    rules::Rules,
};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

fn members(criterion: &mut Criterion) {
    let scenario = Scenario::default();
    let Ok(rules) = Rules::built_in() else { return };
    let mut group = criterion.benchmark_group("bands");
    group.sample_size(10);
    for members in [25, 100, 400] {
        group.bench_with_input(BenchmarkId::new("members", members), &members, |b, &members| {
            b.iter(|| uncertainty::bands(&rules, &scenario, &Ask { members, ..Ask::default() }));
        });
    }
    let ranges = vec![
        Range { field: RangeField::KwhPerYear, low: 3000.0, high: 4000.0 },
        Range { field: RangeField::PvGrossPln, low: 20_000.0, high: 30_000.0 },
    ];
    let ranged = Scenario { ranges, ..Scenario::default() };
    group.bench_function("32 members, two ranges", |b| {
        b.iter(|| uncertainty::bands(&rules, &ranged, &Ask::default()));
    });
}

fn parts(criterion: &mut Criterion) {
    let scenario = Scenario::default();
    let Ok(rules) = Rules::built_in() else { return };
    let Ok(home) = Home::prepare(&scenario, &rules, None) else { return };
    let Some(town) = rules.town(&scenario.town) else { return };
    let sky = Sky::new(&climate(town), rules.model_year());
    let Some(mut bare) = workload::prepare(workload::BARE) else { return };
    criterion.bench_function(workload::BARE, |b| b.iter(&mut bare));
    let mut seed = 1;
    criterion.bench_function("home: from nothing", |b| b.iter(|| Home::prepare(&scenario, &rules, None)));
    criterion.bench_function("home: other weather and habits under a known sky", |b| {
        b.iter(|| {
            seed += 1;
            Home::prepare_drawn(&scenario, &rules, Some(&home), &Drawn { weather: seed, habits: seed, sky: Some(&sky) })
        });
    });
    criterion.bench_function("home: other habits in the same weather", |b| {
        b.iter(|| {
            seed += 1;
            let drawn = Drawn { weather: scenario.seed, habits: seed, sky: Some(&sky) };
            Home::prepare_drawn(&scenario, &rules, Some(&home), &drawn)
        });
    });
    criterion.bench_function("home: nothing new", |b| b.iter(|| Home::prepare(&scenario, &rules, Some(&home))));
}

criterion_group!(benches, members, parts);
criterion_main!(benches);
