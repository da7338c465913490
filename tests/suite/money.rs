//! Cash flows with hand-worked arithmetic, and what must hold for any of them.

use autonomia::{
    model::finance::{
        Appraisal, Degradation, PricePath, Project, Replacement, Saving, appraise, irr::internal_rate_of_return,
        npv::net_present_value, payback,
    },
    units::{GrossPln, GrossPlnPerKwh, Kwh},
};
use proptest::prelude::*;

fn project() -> Project {
    Project {
        pv_cost: GrossPln(20_000.0),
        battery_cost: GrossPln(10_000.0),
        grant: GrossPln(5_000.0),
        tax_relief: GrossPln::ZERO,
        saving_first: Saving { import: GrossPln(2_000.0), export: GrossPln(500.0) },
        saving_steady: Saving { import: GrossPln(2_000.0), export: GrossPln(800.0) },
        generation: Kwh(5_000.0),
        degradation: Degradation { first_year: 0.02, per_year: 0.005 },
        import_path: PricePath::growth(0.01, 4),
        export_path: PricePath::growth(-0.02, 4),
        upkeep: GrossPln(200.0),
        replacements: vec![
            Replacement { life_years: 2, cost: GrossPln(1_000.0) },
            Replacement { life_years: 0, cost: GrossPln(9_999.0) },
        ],
        discount_rate: 0.04,
        horizon_years: 4,
    }
}

#[track_caller]
fn assert_pln(actual: GrossPln, expected: f64) {
    assert!(actual.approx_eq(GrossPln(expected), 1e-6), "{actual:?}, expected {expected}");
}

#[test]
fn four_years_by_hand() {
    let Appraisal { years, flows, net_present_value, levelised_cost, .. } = appraise(&project());
    // Purchase 20,000 + 10,000 - 5,000.
    assert_pln(flows[0], -25_000.0);
    // Year 1: 2,000 + 500 - 200.
    assert_pln(flows[1], 2_300.0);
    // Year 2: output 0.98; import 2,000 x 0.98 x 1.01 = 1,979.6; export 800 x 0.98 x 0.98 = 768.32; replacement 1,000.
    assert_pln(years[2].import_saving, 1_979.6);
    assert_pln(years[2].export_saving, 768.32);
    assert_pln(flows[2], 1_979.6 + 768.32 - 200.0 - 1_000.0);
    // Year 3: output 0.98 x 0.995 = 0.9751; import 2,000 x 0.9751 x 1.0201 = 1,989.39902.
    assert_pln(years[3].import_saving, 1_989.399_02);
    // Year 4 would be the next replacement, but nothing is bought in the last year.
    assert_pln(years[4].replacement, 0.0);
    let expected = flows[0].0
        + flows[1].0 / 1.04
        + flows[2].0 / (1.04 * 1.04)
        + flows[3].0 / (1.04 * 1.04 * 1.04)
        + flows[4].0 / (1.04 * 1.04 * 1.04 * 1.04);
    assert_pln(net_present_value, expected);
    // Costs 25,000, 200, 1,200, 200, 200; energy 5,000 x (1, 0.98, 0.9751, 0.9702245); both at 4 %:
    // 26,650.34... zl over 17,827... kWh.
    let costs = 25_000.0 + 200.0 / 1.04 + 1_200.0 / 1.0816 + 200.0 / 1.124_864 + 200.0 / 1.169_858_56;
    let energy = 5_000.0 * (1.0 / 1.04 + 0.98 / 1.0816 + 0.975_1 / 1.124_864 + 0.970_224_5 / 1.169_858_56);
    assert!(levelised_cost.unwrap().approx_eq(GrossPlnPerKwh(costs / energy), 1e-9));
}

#[test]
fn a_project_of_nothing_costs_nothing() {
    let nothing = Project {
        pv_cost: GrossPln::ZERO,
        battery_cost: GrossPln::ZERO,
        grant: GrossPln(5_000.0),
        tax_relief: GrossPln::ZERO,
        saving_first: Saving::default(),
        saving_steady: Saving::default(),
        generation: Kwh::ZERO,
        upkeep: GrossPln::ZERO,
        replacements: vec![],
        ..project()
    };
    let flow = appraise(&nothing);
    assert_pln(flow.net_present_value, 0.0);
    assert_eq!((flow.internal_rate_of_return, flow.levelised_cost), (None, None));
}

proptest! {
    #[test]
    fn the_rate_of_return_makes_the_flows_worth_nothing(
        price in 1_000.0..100_000.0_f64, saving in prop::collection::vec(10.0..20_000.0_f64, 1..40),
    ) {
        let flows: Vec<GrossPln> = std::iter::once(-price).chain(saving).map(GrossPln).collect();
        if let Some(rate) = internal_rate_of_return(&flows) {
            // Around the rate the value falls through zero.
            let step = 1e-7 * (1.0 + rate);
            prop_assert!(net_present_value(&flows, rate - step).0 > 0.0);
            prop_assert!(net_present_value(&flows, rate + step).0 < 0.0);
        } else {
            let sum: f64 = flows.iter().map(|flow| flow.0).sum();
            prop_assert!(sum < 0.0);
        }
    }

    #[test]
    fn value_is_linear_and_falls_with_the_rate(
        flows in prop::collection::vec(-5_000.0..5_000.0_f64, 1..30), rate in 0.0..0.2_f64, factor in 0.1..10.0_f64,
    ) {
        let flows: Vec<GrossPln> = flows.into_iter().map(GrossPln).collect();
        let scaled: Vec<GrossPln> = flows.iter().map(|&flow| flow * factor).collect();
        let (one, many) = (net_present_value(&flows, rate).0, net_present_value(&scaled, rate).0);
        prop_assert!((many - one * factor).abs() < 1e-6);
        let undiscounted: f64 = flows.iter().map(|flow| flow.0).sum();
        prop_assert!((net_present_value(&flows, 0.0).0 - undiscounted).abs() < 1e-6);
    }

    #[test]
    fn payback_is_where_the_sum_reaches_zero(price in 100.0..10_000.0_f64, saving in 50.0..5_000.0_f64) {
        let years = 200;
        let flows: Vec<GrossPln> =
            std::iter::once(-price).chain(std::iter::repeat_n(saving, years)).map(GrossPln).collect();
        // Equal savings: price over saving.
        prop_assert!((payback::simple(&flows).unwrap() - price / saving).abs() < 1e-9 * price);
        let discounted = payback::discounted(&flows, 0.03);
        prop_assert!(discounted.is_none_or(|years| years >= price / saving - 1e-9));
    }

    #[test]
    fn every_result_is_finite(
        price in 0.0..1e6_f64, import in -1e5..1e5_f64, export in 0.0..1e5_f64, rate in 0.0..0.2_f64,
        growth in -0.2..0.15_f64, horizon in 1_usize..40, life in 0_usize..30,
    ) {
        let saving = Saving { import: GrossPln(import), export: GrossPln(export) };
        let flow = appraise(&Project {
            pv_cost: GrossPln(price),
            saving_first: saving,
            saving_steady: saving,
            import_path: PricePath::growth(growth, horizon),
            export_path: PricePath::growth(growth, horizon),
            replacements: vec![Replacement { life_years: life, cost: GrossPln(500.0) }],
            discount_rate: rate,
            horizon_years: horizon,
            ..project()
        });
        prop_assert_eq!(flow.flows.len(), horizon + 1);
        prop_assert!(flow.net_present_value.0.is_finite());
        prop_assert!(flow.internal_rate_of_return.is_none_or(f64::is_finite));
        prop_assert!(flow.payback_years.is_none_or(|years| (0.0..=horizon as f64).contains(&years)));
        prop_assert!(flow.levelised_cost.is_none_or(|cost| cost.0.is_finite()));
    }
}
