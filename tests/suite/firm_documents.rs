//! The document on a firm's scenario says what the program does.

use autonomia::model::inputs::{
    Field, TILT_DEG,
    firm::{
        FIRM_HOUR_KW, FIRM_HOUR_KWH, FIRM_KWH, FIRM_PEAK_KW, FirmMeter, FirmScenario, METERS, SURFACES,
        contract::{
            CONNECTION_KW, CONTRACTED_KW, ENERGY_FEE, ENERGY_MARGIN, ENERGY_PRICE, OWN_FIXED, OWN_SUBSCRIPTION,
            OWN_VARIABLE,
        },
        finance::{
            BUYOUT_PERCENT, DEPRECIATION_PERCENT, FIRM_BATTERY_PLN, FIRM_DISCOUNT_PERCENT, FIRM_ENERGY_GROWTH,
            FIRM_EXPORT_GROWTH, FIRM_GRANT_PLN, FIRM_PV_PLN, FUNDING_YEARS, GRACE_MONTHS, INFLATION_PERCENT,
            INITIAL_PERCENT, LOAN_PERCENT, ONE_OFF_PLN, OTHER_INCOME_PLN, RATE_PERCENT, REINVESTMENT_PERCENT,
            RESIDUAL_PERCENT,
        },
        plant::{CONTRACTED_AFTER_KW, EXPORT_LIMIT_KW, FIRM_BATTERY_KW, FIRM_BATTERY_KWH, FIRM_PV_KWP, SALE_MARGIN},
        surface::{COVER_PERCENT, SURFACE_AZIMUTH_DEG, SURFACE_M2},
        trade::Trade,
        wish::{AUTONOMY_PERCENT, BUDGET_PLN, CAP_KW},
    },
};
use serde_json::Value;
use std::fs;

/// Every number that is always there, with what stands before its name and its value in a default firm.
fn with_default() -> Vec<(&'static str, Field, f64)> {
    let meter = FirmMeter::default();
    let surface = meter.surfaces[0];
    vec![
        ("meters.N.", FIRM_KWH, meter.usage.kwh_per_year),
        ("meters.N.", CONTRACTED_KW, meter.contract.contracted_kw),
        ("meters.N.", ENERGY_FEE, meter.contract.energy.monthly_fee),
        ("meters.N.surfaces.N.", SURFACE_M2, surface.area_m2),
        ("meters.N.surfaces.N.", TILT_DEG, surface.tilt_deg),
        ("meters.N.surfaces.N.", SURFACE_AZIMUTH_DEG, surface.azimuth_deg),
        ("meters.N.", FIRM_PV_KWP, meter.plant.pv_kwp),
        ("meters.N.", FIRM_BATTERY_KWH, meter.plant.battery_kwh),
        ("", FIRM_GRANT_PLN, FirmScenario::default().money.grant_pln),
    ]
}

/// Numbers that need not be told.
const OPTIONAL: [(&str, Field); 35] = [
    ("meters.N.", FIRM_PEAK_KW),
    ("meters.N.", FIRM_HOUR_KWH),
    ("meters.N.", FIRM_HOUR_KW),
    ("meters.N.", CONNECTION_KW),
    ("meters.N.", OWN_VARIABLE),
    ("meters.N.", OWN_FIXED),
    ("meters.N.", OWN_SUBSCRIPTION),
    ("meters.N.", ENERGY_PRICE),
    ("meters.N.", ENERGY_MARGIN),
    ("meters.N.surfaces.N.", COVER_PERCENT),
    ("meters.N.", FIRM_BATTERY_KW),
    ("meters.N.", CONTRACTED_AFTER_KW),
    ("meters.N.", EXPORT_LIMIT_KW),
    ("meters.N.", SALE_MARGIN),
    ("", FIRM_PV_PLN),
    ("", FIRM_BATTERY_PLN),
    ("", OTHER_INCOME_PLN),
    ("", DEPRECIATION_PERCENT),
    ("", ONE_OFF_PLN),
    ("", FIRM_DISCOUNT_PERCENT),
    ("", INFLATION_PERCENT),
    ("", REINVESTMENT_PERCENT),
    ("", FIRM_ENERGY_GROWTH),
    ("", FIRM_EXPORT_GROWTH),
    ("", RESIDUAL_PERCENT),
    ("", LOAN_PERCENT),
    ("", RATE_PERCENT),
    ("", FUNDING_YEARS),
    ("", GRACE_MONTHS),
    ("", INITIAL_PERCENT),
    ("", BUYOUT_PERCENT),
    ("", CAP_KW),
    ("", AUTONOMY_PERCENT),
    ("", BUDGET_PLN),
    ("", autonomia::model::inputs::measured::RCE_PLN_MWH),
];

fn document() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/headless-firm.md")).unwrap()
}

#[test]
fn every_field_stands_there_with_its_limits() {
    let text = document();
    let told = with_default().into_iter().map(|(prefix, field, default)| (prefix, field, default.to_string()));
    let optional = OPTIONAL.into_iter().map(|(prefix, field)| (prefix, field, String::new()));
    for (prefix, field, default) in told.chain(optional) {
        let row = format!("| `{prefix}{}` | {} | {default} | {} | {} |", field.id, field.unit, field.min, field.max);
        assert!(text.contains(&row), "docs/headless-firm.md lacks {row}");
    }
    for (name, (from, to)) in [("meters", METERS), ("surfaces", SURFACES)] {
        assert!(text.contains(&format!("`{name}` has {from} to {to} entries")), "{name}");
    }
}

/// Names of all keys below a value.
fn keys(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                found.push(key.clone());
                keys(inner, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| keys(inner, found)),
        _ => {}
    }
}

#[test]
fn every_key_and_trade_is_named() {
    let text = document();
    let mut found = Vec::new();
    keys(&serde_json::to_value(FirmScenario::default()).unwrap(), &mut found);
    found.extend(Trade::ALL.map(|trade| trade.id().to_owned()));
    for key in found {
        let named = [format!("`{key}`"), format!(".{key}`"), format!("`{key}."), format!(".{key}.")];
        assert!(named.iter().any(|name| text.contains(name)), "docs/headless-firm.md lacks {key}");
    }
}

#[test]
fn the_example_of_the_document_is_a_scenario() {
    let text = document();
    let example = text.split("```json").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let scenario: FirmScenario = serde_json::from_str(example).unwrap();
    assert_eq!(scenario.out_of_range(), vec![]);
    assert_eq!(scenario.meters.len(), 2);
}
