//! The planes of the roof.

use crate::model::inputs::{PLANES, RoofPlane};
use crate::ui::locale::Locale;
use crate::ui::plane_editor::{Part, PlaneEditor};
use crate::ui::reactive::{derive, memo};
use crate::ui::state::Store;
use crate::ui::{dom, number_field::Entry};
use leptos::prelude::*;

/// One editor for each plane, and a button for one more.
#[component]
pub fn RoofFields(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let count = store.said.part(|said| said.scenario.planes.len());
    let (fewest, most) = PLANES;
    let removable = derive(move || count.get() > fewest);
    let add = move |_| {
        let index = count.get_untracked();
        store.edit("planes", |said| said.scenario.planes.push(RoofPlane::default()));
        dom::focus_later(Part::Area.id(index));
    };
    let elsewhere = elsewhere(store);
    let roof_fits = memo(move || store.outcome.with(|outcome| outcome.as_ref().map(|outcome| outcome.roof_fits.0)));
    let fits = move || {
        let lang = locale.lang();
        let fits = roof_fits.get().filter(|_| !elsewhere.get());
        fits.map(|kwp| (lang.text().form.roof_fits)(&lang.unit(lang.number(kwp, 1), "kWp")))
    };
    let hint = move || {
        let text = locale.text();
        if elsewhere.get() { text.contract.plant_elsewhere } else { text.fields.planes.hint }
    };
    let editors = move || {
        (0..count.get()).map(|index| view! { <Plane store=store index=index removable=removable /> }).collect_view()
    };
    view! {
        <h3 id="planes" tabindex="-1">{locale.say(|text| text.form.roof)}</h3>
        <p class="field__hint">{hint}</p>
        {editors}
        <Show when=move || count.get() < most>
            <button type="button" class="button" on:click=add>{locale.say(|text| text.form.add_plane)}</button>
        </Show>
        <p class="form__note">{fits}</p>
    }
}

#[component]
fn Plane(store: Store, index: usize, removable: Signal<bool>) -> impl IntoView {
    let locale = Locale::current();
    let plane = store.said.part(move |said| said.scenario.planes.get(index).copied().unwrap_or_default());
    let on_entry = move |(part, entry): (Part, Entry)| {
        store.enter(&part.id(index), entry, |said, number| {
            if let (Some(plane), Some(number)) = (said.scenario.planes.get_mut(index), number) {
                part.put(plane, number);
            }
        });
    };
    let remove = Callback::new(move |()| {
        store.edit("planes", |said| {
            if index < said.scenario.planes.len() {
                said.scenario.planes.remove(index);
            }
        });
        store.refresh_fields();
        dom::focus("planes");
    });
    let elsewhere = elsewhere(store);
    let found = memo(move || store.outcome.with(|outcome| outcome.as_ref()?.planes.get(index).copied()));
    let note = move || {
        let lang = locale.lang();
        found.get().map(|plane| {
            if elsewhere.get() {
                return (lang.text().contract.plane_yield)(&lang.kwh(plane.yield_per_kwp.0));
            }
            let fits = lang.unit(lang.number(plane.fits.0, 1), "kWp");
            (lang.text().form.plane_fits)(&fits, &lang.kwh(plane.yield_per_kwp.0))
        })
    };
    view! {
        <PlaneEditor index=index plane=plane problem=move |id: String| store.problem(&id) on_entry=on_entry
            on_remove=derive(move || removable.get().then_some(remove)) note=derive(note)
            revision=store.revision />
    }
}

/// The plant stands elsewhere, so that this roof sets no limit.
fn elsewhere(store: Store) -> Signal<bool> {
    store.said.part(|said| !said.scenario.scheme.is_behind_the_meter())
}
