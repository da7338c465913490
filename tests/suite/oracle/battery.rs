//! Family `battery_greedy`: the self-consumption battery over whole years, exact arithmetic.

use super::reference::{self, Table, Tally};
use autonomia::{
    model::dispatch::{Battery, Flows, greedy},
    units::{Kw, Kwh, Series},
};
use serde_json::Value;

/// The tolerance of the reference set: 1e-6 relative to at least 1.
const TOLERANCE: f64 = 1e-6;

/// Hours of the load series are kWh of a home of 4,000 kWh or a firm of 20,000 kWh a year.
pub fn base_load_kwh(name: &str) -> f64 {
    if name == "load_firm" { 20_000.0 } else { 4000.0 }
}

/// A case of this family or of `battery_lp`.
pub struct Case {
    pub id: String,
    pub generation: Series<Kwh>,
    pub load: Series<Kwh>,
    pub battery: Battery,
    pub export_limit: Option<Kw>,
    capacity_kwh: f64,
    soc_min: f64,
}

impl Case {
    /// Reads a case; one that names no start begins empty.
    pub fn read(case: &Value, series: &Table) -> Self {
        let number = |name: &str| case[name].as_f64().unwrap();
        let text = |name: &str| case[name].as_str().unwrap().to_owned();
        let (capacity_kwh, soc_min) = (number("cap"), number("soc_min"));
        let scaled = |name: &str, factor: f64| Series::from_raw(series.column(name)).scaled(factor);
        Self {
            id: text("id"),
            generation: scaled(&text("pv"), number("kwp")),
            load: scaled(&text("load"), number("load_kwh") / base_load_kwh(&text("load"))),
            battery: Battery {
                usable: Kwh(capacity_kwh * (number("soc_max") - soc_min)),
                charge_limit: Kw(number("p_ch")),
                discharge_limit: Kw(number("p_dis")),
                charge_efficiency: number("eta_c"),
                discharge_efficiency: number("eta_d"),
                stored_at_start: Kwh(capacity_kwh * (case["soc_init"].as_f64().unwrap_or(soc_min) - soc_min)),
            },
            export_limit: case["export_limit"].as_f64().map(Kw),
            capacity_kwh,
            soc_min,
        }
    }

    /// The figures of the reference file, from our flows.
    fn results(&self, flows: &Flows) -> Vec<(&'static str, f64)> {
        let generation = self.generation.total().0;
        let load = self.load.total().0;
        let (export, curtailed) = (flows.export.total().0, flows.curtailed.total().0);
        let discharge = flows.discharge.total().0;
        let usable = self.battery.usable.0;
        let cycles = if usable > 0.0 { discharge / self.battery.discharge_efficiency / usable } else { 0.0 };
        vec![
            ("pv_kwh", generation),
            ("load_kwh", load),
            ("import_kwh", flows.import.total().0),
            ("export_kwh", export),
            ("curtailed_kwh", curtailed),
            ("charge_kwh", flows.charge.total().0),
            ("discharge_kwh", discharge),
            ("direct_use_kwh", flows.direct_use.total().0),
            ("soc_end_kwh", flows.stored[flows.stored.len() - 1] + self.soc_min * self.capacity_kwh),
            ("self_consumption", (generation - export - curtailed) / generation),
            ("autarky", 1.0 - flows.import.total().0 / load),
            ("full_cycles", cycles),
        ]
    }
}

#[test]
fn battery_greedy() {
    let Some(file) = reference::json("battery_greedy.json") else { return };
    let Some(series) = reference::table("battery_series.csv.gz") else { return };
    let mut tally = Tally::new("battery_greedy");
    for case in file["cases"].as_array().unwrap() {
        let expected = &case["expected"];
        let case = Case::read(case, &series);
        let flows = greedy::dispatch(&case.generation, &case.load, &case.battery, case.export_limit);
        for (name, got) in case.results(&flows) {
            let want = expected[name].as_f64().unwrap();
            tally.compare_relative(|| format!("{} {name}", case.id), got, want, TOLERANCE);
        }
    }
    tally.finish();
}
