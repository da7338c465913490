//! Examples of the plane editor.

use super::PlaneEditor;
use crate::{error::Problem, model::inputs::RoofPlane};
use leptos::prelude::*;

/// A plane that may be removed and faces between two compass points.
pub fn removable() -> AnyView {
    let plane = RwSignal::new(RoofPlane { azimuth_deg: 200.0, ..RoofPlane::default() });
    let on_entry = move |(part, entry): (super::Part, super::Entry)| {
        if let super::Entry::Number(number) = entry {
            plane.update(|plane| part.put(plane, number));
        }
    };
    view! {
        <PlaneEditor index=10 plane=plane problem=|_| None on_entry=on_entry on_remove=Some(Callback::new(|()| {}))
            note=Some("Zmieści się 8,0 kWp.".to_owned()) />
    }
    .into_any()
}

/// The only plane, with an error.
pub fn wrong() -> AnyView {
    let problem =
        |id: String| id.ends_with("area_m2").then_some(Problem::OutOfRange { value: f64::NAN, min: 2.0, max: 500.0 });
    view! {
        <PlaneEditor index=11 plane=RoofPlane::default() problem=problem on_entry=|_| {} on_remove=None />
    }
    .into_any()
}
