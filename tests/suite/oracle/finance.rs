//! Net present value, rates of return, paybacks and levelised costs against reference cases.

use super::reference;
use autonomia::{
    model::finance::{irr::internal_rate_of_return, lcoe::levelised_cost, npv::net_present_value, payback},
    units::{GrossPln, Kwh},
};
use serde_json::Value;

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

/// Both missing, or both there and within `tolerance`.
#[track_caller]
fn assert_same(actual: Option<f64>, expected: &Value, tolerance: f64, what: &str) {
    let close = match (actual, expected.as_f64()) {
        (None, None) => expected.is_null(),
        (Some(actual), Some(expected)) => (actual - expected).abs() <= tolerance,
        _ => false,
    };
    assert!(close, "{what}: {actual:?}, expected {expected}");
}

#[test]
fn cash_flows() {
    let Some(file) = reference::json("finance_cashflows.json") else { return };
    let cases = file["cases"].as_array().unwrap();
    for case in cases {
        let (id, expected) = (case["id"].as_str().unwrap(), &case["expected"]);
        let rate = case["rate"].as_f64().unwrap();
        let flows: Vec<GrossPln> = numbers(&case["flows"]).into_iter().map(GrossPln).collect();
        let costs: Vec<GrossPln> = numbers(&case["costs"]).into_iter().map(GrossPln).collect();
        let energy: Vec<Kwh> = numbers(&case["energy_kwh"]).into_iter().map(Kwh).collect();
        let npv = net_present_value(&flows, rate).0;
        let relative = |name: &str| 1e-6 * expected[name].as_f64().map_or(1.0, f64::abs);
        assert_same(Some(npv), &expected["npv"], relative("npv"), id);
        assert_same(internal_rate_of_return(&flows), &expected["irr"], 1e-8, id);
        assert_same(payback::simple(&flows), &expected["simple_payback_y"], 1e-6, id);
        assert_same(payback::discounted(&flows, rate), &expected["discounted_payback_y"], 1e-6, id);
        let cost = levelised_cost(&costs, &energy, rate).map(|cost| cost.0);
        assert_same(cost, &expected["lcoe_per_kwh"], relative("lcoe_per_kwh"), id);
        let signs: Vec<f64> = flows.iter().map(|flow| flow.0.signum()).collect();
        let changes = signs.windows(2).filter(|pair| (pair[0] - pair[1]).abs() > 1.0).count();
        assert_eq!(Some(changes as u64), expected["sign_changes"].as_u64(), "{id}");
        // Value today of all that comes after the purchase, over the purchase.
        let index = 1.0 - npv / flows[0].0;
        assert_same(Some(index), &expected["profitability_index"], relative("profitability_index").max(1e-6), id);
    }
    println!("cash flows: {} cases agree", cases.len());
    assert!(!cases.is_empty());
}
