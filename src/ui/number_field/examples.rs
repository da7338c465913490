//! Examples of the number field.

use super::{Entry, NumberField};
use crate::{error::Problem, model::inputs};
use leptos::prelude::*;

/// With a slider: typing and dragging move the same number.
pub fn with_slider() -> AnyView {
    let value = RwSignal::new(Some(3500.0));
    let problem = RwSignal::new(None);
    let on_entry = move |entry| match entry {
        Entry::Number(number) => {
            value.set(Some(number));
            problem.set(None);
        }
        Entry::Empty => problem.set(None),
        Entry::Wrong(wrong) => problem.set(Some(wrong)),
    };
    view! {
        <NumberField id="example.slider" field=inputs::KWH_PER_YEAR label="Zużycie prądu w roku"
            hint="Znajdziesz je na rachunku." value=value problem=problem on_entry=on_entry slider=(1000.0, 12_000.0) />
    }
    .into_any()
}

/// Outside its limits: the message names them.
pub fn wrong() -> AnyView {
    let problem = Problem::OutOfRange { value: 120.0, min: 0.0, max: 90.0 };
    view! {
        <NumberField id="example.wrong" field=inputs::TILT_DEG label="Nachylenie" hint="" value=Some(35.0)
            problem=Some(problem) on_entry=|_| {} />
    }
    .into_any()
}

/// Empty, where that stands for a value of the tables.
pub fn empty() -> AnyView {
    view! {
        <NumberField id="example.empty" field=inputs::PV_GROSS_PLN label="Cena paneli z montażem"
            hint="Puste pole oznacza 21 500 zł." value=None problem=None on_entry=|_| {} optional=true />
    }
    .into_any()
}
