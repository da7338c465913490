//! Whole years: our chain on the reference weather beside pvlib's chains and SAM PVWatts.

use super::{reference, sun::year_path};
use crate::weather::reference_system;
use autonomia::{
    model::{
        generation::{self, DcLosses, Faiman, Module, Plane, SystemParameters},
        weather::Weather,
    },
    units::{Deg, Kwp, Series},
};
use serde_json::Value;

/// Modules close to a roof, from `PVsyst`'s loss factor of 20 W/(m² K) for a system with an air duct behind it, at 90 %
/// absorption and 20 % efficiency: 20 / (0.9 × 0.8).
const ROOF: Faiman = Faiman { u0_w_m2_k: 27.8, u1_w_s_m3_k: 0.0 };

/// Another published chain is expected within 4 % a year of at least one engine (README of the cases).
const TOLERANCE: f64 = 0.04;

#[test]
fn year_systems() {
    let Some(systems) = reference::json("year_systems.json") else { return };
    let mut compared = 0;
    let mut misses = Vec::new();
    for (site, facts) in systems["sites"].as_object().expect("sites") {
        let Some(weather) = weather(facts) else { continue };
        let cases = systems["cases"].as_array().expect("cases").iter().filter(|case| case["site"] == *site);
        for case in cases {
            let ac_kwh = ac_kwh(case, &weather);
            let (engine, miss) = closest(case, ac_kwh);
            println!("{site} {}: {ac_kwh:.0} kWh, {:+.1} % of {engine}", case["id"], 100.0 * miss);
            compared += 1;
            if miss.abs() > TOLERANCE {
                misses.push(format!("{site} {} {miss:+.3}", case["id"]));
            }
        }
    }
    println!("year_systems: {compared} systems, {} missed", misses.len());
    assert!(misses.is_empty(), "{misses:?}");
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

/// The weather file of a site.
pub fn weather(facts: &Value) -> Option<Weather> {
    let table = reference::table(facts["weather"].as_str().expect("a file"))?;
    Some(Weather {
        sun: year_path(facts, table.len()).into(),
        ghi: Series::from_raw(table.column("ghi")),
        dni: Series::from_raw(table.column("dni")),
        dhi: Series::from_raw(table.column("dhi")),
        temperature: Series::from_raw(table.column("temp_air")),
        wind: Series::from_raw(table.column("wind_speed")),
    })
}

/// Our chain with the module, the losses, the inverter and the mounting of the case. The engines know the module by its
/// temperature coefficient and take the light as white; so does our chain here.
fn ac_kwh(case: &Value, weather: &Weather) -> f64 {
    let mut system = SystemParameters {
        losses: DcLosses { soiling: number(&case["losses"]) / 100.0, ..DcLosses::default() },
        module: Module::DataSheet { temperature_coefficient_per_k: -0.0037 },
        spectral_factor: 1.0,
        ..reference_system()
    };
    system.inverter.dc_ac_ratio = number(&case["dc_ac"]);
    if case["mount"] == "roof" {
        system.mounting = ROOF;
    }
    let plane = Plane { tilt: Deg(number(&case["tilt"])), azimuth: Deg(number(&case["azimuth"])) };
    let unit = generation::unit_yield(&plane, weather, &system);
    generation::combine(&[(Kwp(number(&case["kwp"])), &unit)]).ac.total().0
}

/// The engine whose yearly energy is closest, and how far ours is from it.
fn closest(case: &Value, ac_kwh: f64) -> (String, f64) {
    let engines = case["engines"].as_object().expect("engines").iter();
    engines
        .map(|(engine, result)| (engine.clone(), ac_kwh / number(&result["ac_kwh"]) - 1.0))
        .min_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))
        .expect("at least one engine")
}
