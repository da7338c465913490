//! Energy is neither made nor lost between the stages, for any scenario.

use autonomia::{
    model::dispatch::{Battery, Flows, greedy},
    units::{Kw, Kwh, Series},
};
use proptest::prelude::*;

const TOLERANCE_KWH: f64 = 1e-6;

fn series(values: Vec<f64>) -> Series<Kwh> {
    Series::from_raw(values)
}

/// Checks the two balances of every hour, that no flow is negative, and that the battery stays within its limits.
fn assert_closed(generation: &Series<Kwh>, load: &Series<Kwh>, battery: &Battery, flows: &Flows) {
    let mut stored_kwh = battery.stored_at_start.0;
    for hour in 0..generation.len() {
        let from_roof = flows.direct_use[hour] + flows.charge[hour] + flows.export[hour] + flows.curtailed[hour];
        assert!((generation[hour] - from_roof).abs() <= TOLERANCE_KWH);
        let to_home = flows.direct_use[hour] + flows.discharge[hour] + flows.import[hour];
        assert!((load[hour] - to_home).abs() <= TOLERANCE_KWH);
        stored_kwh +=
            flows.charge[hour] * battery.charge_efficiency - flows.discharge[hour] / battery.discharge_efficiency;
        assert!((flows.stored[hour] - stored_kwh).abs() <= TOLERANCE_KWH);
        assert!((-TOLERANCE_KWH..=battery.usable.0 + TOLERANCE_KWH).contains(&stored_kwh));
        for flow in [&flows.direct_use, &flows.charge, &flows.discharge, &flows.import, &flows.export, &flows.curtailed]
        {
            assert!(flow[hour] >= -1e-12);
        }
        assert!(flows.charge[hour] <= battery.charge_limit.0 + TOLERANCE_KWH);
        assert!(flows.discharge[hour] <= battery.discharge_limit.0 + TOLERANCE_KWH);
        assert!(flows.import[hour].min(flows.export[hour]) <= TOLERANCE_KWH, "bought and sold in one hour");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_battery_closes_every_hour(
        hours in proptest::collection::vec((0.0..8.0_f64, 0.0..5.0_f64), 1..300),
        usable_kwh in 0.0..20.0_f64,
        (c_rate, round_trip, full) in (0.05..2.0_f64, 0.5..1.0_f64, 0.0..1.0_f64),
        export_limit_kw in proptest::option::of(0.0..6.0_f64),
    ) {
        let (generation, load): (Vec<f64>, Vec<f64>) = hours.into_iter().unzip();
        let (generation, load) = (series(generation), series(load));
        let mut battery = Battery::symmetric(Kwh(usable_kwh), round_trip, c_rate);
        battery.stored_at_start = Kwh(usable_kwh * full);
        let flows = greedy::dispatch(&generation, &load, &battery, export_limit_kw.map(Kw));
        assert_closed(&generation, &load, &battery, &flows);
    }
}
