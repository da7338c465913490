//! Examples of the month chart.

use super::ChartMonth;
use crate::model::report::Energy;
use crate::units::Kwh;
use leptos::prelude::*;

/// A year of round numbers.
pub fn year() -> AnyView {
    let generation = [60.0, 150.0, 350.0, 550.0, 650.0, 690.0, 700.0, 600.0, 420.0, 240.0, 90.0, 50.0];
    let months: Vec<Energy> = generation
        .into_iter()
        .map(|kwh| Energy {
            generation: Kwh(kwh),
            consumption: Kwh(300.0),
            direct_use: Kwh(kwh * 0.3),
            charge: Kwh(kwh * 0.1),
            discharge: Kwh(kwh * 0.1),
            import: Kwh(300.0 - kwh * 0.4),
            export: Kwh(kwh * 0.6),
            curtailed: Kwh::ZERO,
        })
        .collect();
    view! { <ChartMonth months=months year=Energy::default() /> }.into_any()
}
