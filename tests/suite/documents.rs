//! The documents say what the program does.

use autonomia::model::inputs::{
    self, Field, PLANES, Scenario,
    building::{ALWAYS_ON_PERCENT, FLATS, LIGHT_PERCENT},
    energy_contract::{DYNAMIC_FEE, DYNAMIC_MARGIN},
    heating,
    phase_split::{FIRST_PERCENT, INVERTER_PHASES, SECOND_PERCENT, THIRD_PERCENT},
};
use std::fs;

/// Every declared number, with the prefix that the scenario file puts before its name.
const FIELDS: [(&str, Field); 37] = [
    ("", inputs::KWH_PER_YEAR),
    ("", inputs::GROSS_PLN_PER_MONTH),
    ("", inputs::PERSONS),
    ("", inputs::KM_PER_YEAR),
    ("", inputs::KWH_PER_100_KM),
    ("", inputs::CHARGER_KW),
    ("", inputs::DAYS_AT_HOME),
    ("", inputs::COOLED_M2),
    ("", inputs::PHASES),
    ("", inputs::BILLING_MONTHS),
    ("planes.N.", inputs::AREA_M2),
    ("planes.N.", inputs::TILT_DEG),
    ("planes.N.", inputs::AZIMUTH_DEG),
    ("", inputs::PV_KWP),
    ("", inputs::BATTERY_KWH),
    ("", heating::HEATED_M2),
    ("", heating::SET_POINT_C),
    ("", heating::SETBACK_K),
    ("", heating::DESIGN_C),
    ("", heating::LITRES),
    ("", inputs::PV_GROSS_PLN),
    ("", inputs::BATTERY_GROSS_PLN),
    ("", inputs::GRANT_GROSS_PLN),
    ("", inputs::TAXPAYERS),
    ("", inputs::FLOOR_AREA_M2),
    ("", inputs::DISCOUNT_PERCENT),
    ("", inputs::ENERGY_GROWTH_PERCENT),
    ("", inputs::EXPORT_GROWTH_PERCENT),
    ("", DYNAMIC_MARGIN),
    ("", DYNAMIC_FEE),
    ("", FLATS),
    ("", ALWAYS_ON_PERCENT),
    ("", LIGHT_PERCENT),
    ("", INVERTER_PHASES),
    ("", FIRST_PERCENT),
    ("", SECOND_PERCENT),
    ("", THIRD_PERCENT),
];

/// Fields whose default stands in a table of the rules.
const FROM_TABLES: [Field; 13] = [
    inputs::FLOOR_AREA_M2,
    inputs::KM_PER_YEAR,
    inputs::KWH_PER_100_KM,
    inputs::CHARGER_KW,
    inputs::PV_GROSS_PLN,
    inputs::BATTERY_GROSS_PLN,
    inputs::DISCOUNT_PERCENT,
    inputs::ENERGY_GROWTH_PERCENT,
    inputs::EXPORT_GROWTH_PERCENT,
    DYNAMIC_MARGIN,
    DYNAMIC_FEE,
    ALWAYS_ON_PERCENT,
    LIGHT_PERCENT,
];

fn document(name: &str) -> String {
    fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn headless_lists_every_field_with_its_limits() {
    let text = document("docs/headless.md");
    for (prefix, field) in FIELDS {
        let default = if FROM_TABLES.contains(&field) { String::new() } else { field.default.to_string() };
        let row = format!("| `{prefix}{}` | {} | {default} | {} | {} |", field.id, field.unit, field.min, field.max);
        assert!(text.contains(&row), "docs/headless.md lacks {row}");
    }
    let by_fuel = heating::FUEL_AMOUNTS.iter().chain(&heating::FUEL_PRICES);
    for (_, field) in by_fuel {
        let row = format!("| `{}` | {} |  | {} | {} |", field.id, field.unit, field.min, field.max);
        assert!(text.contains(&row), "docs/headless.md lacks {row}");
    }
    assert!(text.contains(&format!("`planes` has {} to {} entries", PLANES.0, PLANES.1)));
}

#[test]
fn headless_names_every_key_of_a_scenario() {
    let text = document("docs/headless.md");
    let scenario = serde_json::to_value(Scenario::default()).unwrap();
    for (key, value) in scenario.as_object().unwrap() {
        let inner = value.as_object().map(|object| object.keys().map(|inner| format!("`{key}.{inner}`")).collect());
        for name in inner.unwrap_or_else(|| vec![format!("`{key}")]) {
            assert!(text.contains(&name), "docs/headless.md lacks {name}");
        }
    }
}

#[test]
fn the_architecture_names_every_module() {
    let text = document("docs/architecture.md");
    for folder in ["src", "src/model"] {
        for entry in fs::read_dir(format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"))).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name.ends_with(".rs") {
                assert!(text.contains(&format!("{folder}/{name}")), "docs/architecture.md lacks {folder}/{name}");
            }
        }
    }
}
