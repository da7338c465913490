//! Examples of the day chart.

use super::ChartDay;
use crate::model::report::{DayHour, Energy};
use crate::units::Kwh;
use leptos::prelude::*;

/// A day of round numbers, the same in every month.
pub fn round_numbers() -> AnyView {
    let hour = |hour: usize| {
        let sunny = (8..17).contains(&hour);
        let kwh = |when: bool, kwh: f64| Kwh(if when { kwh } else { 0.0 });
        let energy = Energy {
            generation: kwh(sunny, 2.0),
            consumption: Kwh(0.5),
            direct_use: kwh(sunny, 0.5),
            charge: kwh(sunny, 0.4),
            discharge: kwh(hour > 18, 0.4),
            import: kwh(!sunny, 0.5),
            export: kwh(sunny, 1.1),
            curtailed: Kwh::ZERO,
        };
        DayHour { hour, energy }
    };
    let day = move |_: u8| (0..24).map(hour).collect::<Vec<_>>();
    view! { <ChartDay day=day /> }.into_any()
}
