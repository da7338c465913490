//! Examples of the table of heat sources.

use super::HeatTable;
use crate::model::heating::compare::{HeatComparison, HeatYear};
use crate::model::report::Assumption;
use crate::rules::heat::HeatSourceId;
use crate::units::{GrossPln, Kwh};
use leptos::prelude::*;

fn year(source: HeatSourceId, cost: Option<f64>, smoke: f64) -> HeatYear {
    HeatYear {
        source,
        present: source == HeatSourceId::CoalOld,
        planned: source == HeatSourceId::AirPump,
        cost: cost.map(GrossPln),
        co2_kg: 3000.0,
        pm10_kg: smoke,
        pm2_5_kg: smoke,
        bap_g: smoke / 2.0,
        performance: None,
        weak_source: true,
    }
}

/// An old boiler, the pump planned in its place, and a source without a price.
pub fn a_pump_for_a_boiler() -> AnyView {
    let row = Assumption {
        id: "fuels.coal".to_owned(),
        value: 1500.0,
        unit: "gross_pln_per_t".to_owned(),
        source: String::new(),
        checked_on: "2026-11-22".to_owned(),
        confidence: "S?".to_owned(),
        own: false,
    };
    let comparison = HeatComparison {
        heat: Kwh(17_000.0),
        years: vec![
            year(HeatSourceId::AirPump, Some(4900.0), 0.0),
            year(HeatSourceId::CoalOld, Some(6000.0), 41.2),
            year(HeatSourceId::District, None, 0.0),
        ],
        assumptions: vec![row],
    };
    view! { <HeatTable comparison=Some(comparison) /> }.into_any()
}
