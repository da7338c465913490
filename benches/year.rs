//! How long a year, a changed size and the grid of sizes take.

use autonomia::{
    model::{inputs::Scenario, session::Session, simulate},
    rules::Rules,
};
use criterion::{Criterion, criterion_group, criterion_main};

fn year(criterion: &mut Criterion) {
    let scenario = Scenario::default();
    let (Ok(rules), Ok(mut session)) = (Rules::built_in(), Session::new()) else { return };
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
}

criterion_group!(benches, year);
criterion_main!(benches);
