//! Roofs, ground and carports behind a meter.

use super::fields::{Number, id_of, say, select, words};
use super::state::FirmStore;
use crate::decimal;
use crate::firm::FirmSaid;
use crate::model::inputs::firm::SURFACES;
use crate::model::inputs::firm::surface::{COVER_PERCENT, SURFACE_AZIMUTH_DEG, SURFACE_M2, Surface, SurfaceKind};
use crate::model::inputs::{Field, TILT_DEG};
use crate::ui::choice::Options;
use crate::ui::dom;
use crate::ui::erased::{button, dynamic, shown};
use crate::ui::locale::Locale;
use crate::ui::reactive::{derive, memo};
use leptos::prelude::*;
use std::sync::Arc;

/// One editor for each surface, and a button for one more.
#[component]
pub fn SurfaceFields(store: FirmStore, meter: usize) -> impl IntoView {
    let locale = Locale::current();
    let count = memo(move || store.of_meter(meter, |meter| meter.surfaces.len()));
    let place = id_of(meter, "surfaces");
    let (_, hint) = words(locale, "surfaces");
    let add = move || {
        let index = count.get_untracked();
        store.form.edit(&id_of(meter, "surfaces"), |said| {
            if let Some(meter) = said.scenario.meters.get_mut(meter) {
                meter.surfaces.push(Surface::default());
            }
        });
        dom::focus_later(id(meter, index, SURFACE_M2.id));
    };
    let editors = move || {
        let one = |index| view! { <OneSurface store=store meter=meter index=index /> }.into_any();
        (0..count.get()).map(one).collect_view().into_any()
    };
    view! {
        <p class="field__hint firm-hint" id=place tabindex="-1">{hint}</p>
        {dynamic(editors)}
        {shown(
            move || count.get() < SURFACES.1,
            move || button("button", say(locale, |words| words.add_surface), add),
        )}
    }
}

fn id(meter: usize, index: usize, field: &str) -> String {
    id_of(meter, &format!("surfaces.{index}.{field}"))
}

fn surface_mut(said: &mut FirmSaid, meter: usize, index: usize) -> Option<&mut Surface> {
    said.scenario.meters.get_mut(meter)?.surfaces.get_mut(index)
}

#[component]
fn OneSurface(store: FirmStore, meter: usize, index: usize) -> impl IntoView {
    let locale = Locale::current();
    let surface = memo(move || store.of_meter(meter, |meter| meter.surfaces.get(index).copied().unwrap_or_default()));
    let kind = memo(move || kind_place(&surface.get()));
    let count = memo(move || store.of_meter(meter, |meter| meter.surfaces.len()));
    let number =
        move |field: Field, slider: Option<(f64, f64)>, get: fn(&Surface) -> f64, put: fn(&mut Surface, f64)| {
            let read = move |said: &FirmSaid| {
                said.scenario.meters.get(meter).and_then(|meter| meter.surfaces.get(index)).map(get)
            };
            let write = move |said: &mut FirmSaid, number: Option<f64>| {
                if let Some((surface, number)) = surface_mut(said, meter, index).zip(number) {
                    put(surface, number);
                }
            };
            let id = id(meter, index, field.id);
            let (get, put) = (Arc::new(read), Arc::new(write));
            Number { id, field, optional: false, slider, zone: None, more: None, get, put }.view(store)
        };
    let edit = move |field: &'static str, change: Box<dyn FnOnce(&mut Surface)>| {
        store.form.edit(&id(meter, index, field), |said| {
            if let Some(surface) = surface_mut(said, meter, index) {
                change(surface);
            }
        });
    };
    let kinds = derive(move || {
        let words = locale.lang().firm_form().surface_kinds;
        words.iter().enumerate().map(|(place, words)| (place.to_string(), (*words).to_owned())).collect::<Options>()
    });
    let choose_kind = Callback::new(move |key: String| {
        let kind = match key.as_str() {
            "1" => SurfaceKind::Rows { cover_percent: COVER_PERCENT.default },
            "2" => SurfaceKind::Carport,
            _ => SurfaceKind::Roof,
        };
        edit("kind", Box::new(move |surface| surface.kind = kind));
    });
    let choose_point = Callback::new(move |key: String| {
        if let Some(degrees) = decimal::parse(&key) {
            edit("azimuth_deg", Box::new(move |surface| surface.azimuth_deg = degrees));
        }
    });
    let remove = move || {
        store.form.edit(&id_of(meter, "surfaces"), |said| {
            if let Some(meter) = said.scenario.meters.get_mut(meter)
                && index < meter.surfaces.len()
            {
                meter.surfaces.remove(index);
            }
        });
        store.form.refresh_fields();
        dom::focus(&id_of(meter, "surfaces"));
    };
    let named = move |words: fn(&crate::text::firm_form::FirmForm) -> crate::text::catalogue::Say1| {
        derive(move || words(locale.lang().firm_form())(&(index + 1).to_string()))
    };
    let point = derive(move || surface.get().azimuth_deg.to_string());
    let points = derive(move || compass(locale, surface.get().azimuth_deg));
    view! {
        <fieldset class="plane">
            <legend class="plane__legend">{named(|words| words.surface)}</legend>
            {select(store, id(meter, index, "kind"), words(locale, "surfaces.kind"), kinds,
                derive(move || kind.get().to_string()), choose_kind)}
            {number(SURFACE_M2, Some((10.0, 5000.0)), |surface| surface.area_m2, |surface, area| surface.area_m2 = area)}
            {shown(move || kind.get() == 1, move || {
                number(COVER_PERCENT, Some((20.0, 90.0)), cover, |surface, cover_percent| {
                    surface.kind = SurfaceKind::Rows { cover_percent };
                })
            })}
            {number(TILT_DEG, Some((0.0, 90.0)), |surface| surface.tilt_deg, |surface, tilt| surface.tilt_deg = tilt)}
            <div class="plane__direction">
                {select(store, id(meter, index, "compass"),
                    (say(locale, |words| words.compass), Signal::stored(String::new())), points, point, choose_point)}
                {number(SURFACE_AZIMUTH_DEG, None, |surface| surface.azimuth_deg, |surface, azimuth| surface.azimuth_deg = azimuth)}
            </div>
            {shown(
                move || count.get() > SURFACES.0,
                move || button("button button--quiet", named(|words| words.remove_surface), remove),
            )}
        </fieldset>
    }
}

fn kind_place(surface: &Surface) -> usize {
    match surface.kind {
        SurfaceKind::Roof => 0,
        SurfaceKind::Rows { .. } => 1,
        SurfaceKind::Carport => 2,
    }
}

fn cover(surface: &Surface) -> f64 {
    if let SurfaceKind::Rows { cover_percent } = surface.kind { cover_percent } else { COVER_PERCENT.default }
}

/// The eight compass points, and the direction itself where it lies between them.
fn compass(locale: Locale, azimuth_deg: f64) -> Options {
    let form = &locale.text().form;
    let points = (0..8_u8).map(|eighth| f64::from(eighth) * 45.0);
    let mut options: Options =
        points.zip(form.directions).map(|(degrees, name)| (degrees.to_string(), name.to_owned())).collect();
    let key = azimuth_deg.to_string();
    if !options.iter().any(|(known, _)| *known == key) {
        let name = format!("{} ({})", form.compass_other, locale.text().direction(azimuth_deg));
        options.push((key, name));
    }
    options
}
