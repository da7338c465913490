//! How energy is bought, and the building of a tenant plant: fields whose empty text stands for an assumption.

use super::form::{number, words};
use crate::link::Said;
use crate::model::inputs::Field;
use crate::model::inputs::building::{ALWAYS_ON_PERCENT, FLATS, LIGHT_PERCENT};
use crate::model::inputs::energy_contract::{DYNAMIC_FEE, DYNAMIC_MARGIN, Dynamic, EnergyContract};
use crate::ui::choice::{Options, Radios};
use crate::ui::locale::Locale;
use crate::ui::number_field::NumberField;
use crate::ui::reactive::{derive, memo};
use crate::ui::state::Store;
use leptos::prelude::*;

/// At the tariff's price, or at a dynamic one with its terms.
#[component]
pub fn EnergyFields(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let is_dynamic = store.said.part(|said| said.scenario.tariff.energy.dynamic().is_some());
    let passed = store
        .said
        .part(|said| said.scenario.tariff.energy.dynamic().is_some_and(|dynamic| dynamic.passes_negative_prices));
    let (energy, energy_hint) = words(locale, "tariff.energy");
    let (negative, negative_hint) = words(locale, "tariff.energy.passes_negative_prices");
    let ways = options(locale, ["regulated", "dynamic"], |locale| locale.text().contract.energy_ways);
    let signs = options(locale, ["zero", "passed"], |locale| locale.text().contract.negative_ways);
    let choose = move |key: String| {
        store.edit("energy", |said| {
            said.scenario.tariff.energy =
                if key == "dynamic" { EnergyContract::Dynamic(Dynamic::default()) } else { EnergyContract::Regulated };
        });
        store.refresh_fields();
    };
    let choose_sign = move |key: String| {
        store.edit("negative_prices", |said| change(said, |dynamic| dynamic.passes_negative_prices = key == "passed"));
    };
    view! {
        <Radios name="tariff.energy" legend=energy hint=energy_hint options=ways
            value=derive(move || if is_dynamic.get() { "dynamic" } else { "regulated" }.to_owned())
            on_choice=choose />
        <Show when=move || is_dynamic.get()>
            {optional(
                store,
                DYNAMIC_MARGIN,
                "dynamic_margin",
                |said| said.scenario.tariff.energy.dynamic().and_then(|dynamic| dynamic.margin_net_pln_per_kwh),
                |said, margin| change(said, |dynamic| dynamic.margin_net_pln_per_kwh = margin),
            )}
            {optional(
                store,
                DYNAMIC_FEE,
                "dynamic_fee",
                |said| said.scenario.tariff.energy.dynamic().and_then(|dynamic| dynamic.fee_gross_pln_per_month),
                |said, fee| change(said, |dynamic| dynamic.fee_gross_pln_per_month = fee),
            )}
            <Radios name="negative_prices" legend=negative hint=negative_hint options=signs on_choice=choose_sign
                value=derive(move || if passed.get() { "passed" } else { "zero" }.to_owned()) />
        </Show>
    }
}

/// The building whose common parts have the plant.
#[component]
pub fn BuildingFields(store: Store) -> impl IntoView {
    let locale = Locale::current();
    view! {
        <h3>{locale.say(|text| text.contract.building)}</h3>
        <p class="field__hint">{locale.say(|text| text.contract.building_hint)}</p>
        {number(
            store,
            FLATS,
            (2.0, 100.0),
            |said| Some(f64::from(said.scenario.building.flats)),
            |said, flats| said.scenario.building.flats = whole(flats),
        )}
        {optional(
            store,
            ALWAYS_ON_PERCENT,
            "common_always_on",
            |said| said.scenario.building.always_on_percent,
            |said, percent| said.scenario.building.always_on_percent = percent,
        )}
        {optional(
            store,
            LIGHT_PERCENT,
            "common_light",
            |said| said.scenario.building.light_percent,
            |said, percent| said.scenario.building.light_percent = percent,
        )}
    }
}

/// A whole number nearest to what was typed.
fn whole(number: f64) -> u16 {
    (0..=u16::MAX).find(|&count| f64::from(count) + 0.5 > number).unwrap_or(u16::MAX)
}

/// Changes the terms of a dynamic price, where there is one.
fn change(said: &mut Said, change: impl FnOnce(&mut Dynamic)) {
    if let EnergyContract::Dynamic(dynamic) = &mut said.scenario.tariff.energy {
        change(dynamic);
    }
}

fn options(locale: Locale, keys: [&'static str; 2], words: fn(Locale) -> [&'static str; 2]) -> Signal<Options> {
    derive(move || keys.into_iter().zip(words(locale)).map(|(key, word)| (key.into(), word.into())).collect())
}

/// A field that may be empty and then stands for the row `assumption`.
fn optional(
    store: Store,
    field: Field,
    assumption: &'static str,
    get: fn(&Said) -> Option<f64>,
    put: fn(&mut Said, Option<f64>),
) -> impl IntoView {
    let locale = Locale::current();
    let (label, hint) = words(locale, field.id);
    let used = memo(move || {
        store.outcome.with(|outcome| {
            let rows = outcome.iter().flat_map(|outcome| &outcome.assumptions);
            rows.filter(|row| !row.own && row.id.ends_with(assumption)).map(|row| row.value).next()
        })
    });
    let empty = move || {
        let lang = locale.lang();
        let used = used.get().map(|value| (lang.text().form.empty_means)(&lang.unit(lang.amount(value), field.unit)));
        [Some(hint.get()), used].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    view! {
        <NumberField id=field.id field=field label=label hint=derive(empty) optional=true
            revision=store.revision value=store.said.part(get)
            problem=derive(move || store.problem(field.id))
            on_entry=move |entry| store.enter(field.id, entry, put) />
    }
}
