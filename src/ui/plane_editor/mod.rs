//! One plane of the roof.

pub mod examples;

use super::choice::{Options, Select};
use super::locale::Locale;
use super::number_field::{Entry, NumberField};
use crate::decimal;
use crate::error::Problem;
use crate::model::inputs::{AREA_M2, AZIMUTH_DEG, Field, RoofPlane, TILT_DEG};
use crate::ui::reactive::derive;
use leptos::prelude::*;

/// Which number of the plane is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its area.
    Area,
    /// Its slope.
    Tilt,
    /// The direction it faces.
    Azimuth,
}

impl Part {
    /// The declaration of the number.
    #[must_use]
    pub fn field(self) -> Field {
        match self {
            Self::Area => AREA_M2,
            Self::Tilt => TILT_DEG,
            Self::Azimuth => AZIMUTH_DEG,
        }
    }

    /// Identifier of the number in plane `index`.
    #[must_use]
    pub fn id(self, index: usize) -> String {
        format!("planes.{index}.{}", self.field().id)
    }

    /// The number itself.
    #[must_use]
    pub fn of(self, plane: &RoofPlane) -> f64 {
        match self {
            Self::Area => plane.area_m2,
            Self::Tilt => plane.tilt_deg,
            Self::Azimuth => plane.azimuth_deg,
        }
    }

    /// Puts a number in its place.
    pub fn put(self, plane: &mut RoofPlane, number: f64) {
        match self {
            Self::Area => plane.area_m2 = number,
            Self::Tilt => plane.tilt_deg = number,
            Self::Azimuth => plane.azimuth_deg = number,
        }
    }
}

/// Area, slope and direction of one plane, the direction by compass point and in degrees.
#[component]
pub fn PlaneEditor(
    /// Number of the plane, from 0.
    index: usize,
    /// The plane.
    #[prop(into)]
    plane: Signal<RoofPlane>,
    /// What is wrong with a number, by its identifier.
    #[prop(into)]
    problem: Callback<String, Option<Problem>>,
    /// Called with every change of a number.
    #[prop(into)]
    on_entry: Callback<(Part, Entry)>,
    /// Called when the plane is to go; none where it must stay.
    #[prop(into)]
    on_remove: Signal<Option<Callback<()>>>,
    /// What the plane carries, in words.
    #[prop(optional, into)]
    note: Signal<Option<String>>,
    /// Changes whenever typed text must follow the numbers again.
    #[prop(optional, into)]
    revision: Signal<u32>,
) -> impl IntoView {
    let locale = Locale::current();
    let number = move |part: Part, slider: Option<(f64, f64)>| {
        let id = part.id(index);
        let wrong = id.clone();
        view! {
            <PartField id=id part=part plane=plane slider=slider revision=revision
                problem=derive(move || problem.run(wrong.clone())) on_entry=on_entry />
        }
    };
    let azimuth = move |key: String| {
        if let Some(degrees) = decimal::parse(&key) {
            on_entry.run((Part::Azimuth, Entry::Number(degrees)));
        }
    };
    view! {
        <fieldset class="plane">
            <legend class="plane__legend">{move || (locale.text().form.plane)(index + 1)}</legend>
            {number(Part::Area, Some((5.0, 120.0)))}
            {number(Part::Tilt, Some((0.0, 90.0)))}
            <div class="plane__direction">
                <Select id=format!("planes.{index}.compass") label=locale.say(|text| text.form.compass) hint=""
                    options=derive(move || compass(locale, plane.get().azimuth_deg))
                    value=derive(move || plane.get().azimuth_deg.to_string()) on_choice=azimuth />
                {number(Part::Azimuth, None)}
            </div>
            <p class="plane__note">{move || note.get()}</p>
            {move || on_remove.get().map(|remove| view! {
                <button type="button" class="button button--quiet" on:click=move |_| remove.run(())>
                    {move || (locale.text().form.remove_plane)(index + 1)}
                </button>
            })}
        </fieldset>
    }
}

/// One number of the plane, with the words of its declaration.
#[component]
fn PartField(
    id: String,
    part: Part,
    plane: Signal<RoofPlane>,
    slider: Option<(f64, f64)>,
    revision: Signal<u32>,
    problem: Signal<Option<Problem>>,
    on_entry: Callback<(Part, Entry)>,
) -> impl IntoView {
    let locale = Locale::current();
    let words = move || locale.text().fields.find(part.field().id);
    let label = derive(move || words().map_or(String::new(), |words| words.label.to_owned()));
    let hint = derive(move || words().map_or(String::new(), |words| words.hint.to_owned()));
    let value = derive(move || Some(part.of(&plane.get())));
    let entry = Callback::new(move |entry| on_entry.run((part, entry)));
    match slider {
        Some(ends) => view! {
            <NumberField id=id field=part.field() label=label hint=hint value=value problem=problem on_entry=entry
                revision=revision slider=ends />
        }
        .into_any(),
        None => view! {
            <NumberField id=id field=part.field() label=label hint=hint value=value problem=problem on_entry=entry
                revision=revision />
        }
        .into_any(),
    }
}

/// The eight compass points, and the direction itself where it lies between them.
fn compass(locale: Locale, azimuth_deg: f64) -> Options {
    let form = &locale.text().form;
    let mut degrees = 0.0;
    let mut options = Options::new();
    for name in form.directions {
        options.push((degrees.to_string(), name.to_owned()));
        degrees += 45.0;
    }
    let key = azimuth_deg.to_string();
    if !options.iter().any(|(known, _)| *known == key) {
        let name = format!("{} ({})", form.compass_other, locale.text().direction(azimuth_deg));
        options.push((key, name));
    }
    options
}
