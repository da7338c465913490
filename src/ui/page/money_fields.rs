//! Grant and outlook.

use super::file_fields::FileFields;
use super::form::words;
use super::support_fields::SupportFields;
use crate::files::layout::Want;
use crate::link::Said;
use crate::model::inputs::{
    BATTERY_GROSS_PLN, CHARGER_KW, DISCOUNT_PERCENT, ENERGY_GROWTH_PERCENT, EXPORT_GROWTH_PERCENT, Field,
    GRANT_GROSS_PLN, KM_PER_YEAR, KWH_PER_100_KM, Money, PV_GROSS_PLN,
};
use crate::model::report::Outcome;
use crate::rules::price_path::PricePathId;
use crate::ui::choice::{Options, Select};
use crate::ui::disclosure::Disclosure;
use crate::ui::locale::Locale;
use crate::ui::number_field::NumberField;
use crate::ui::reactive::{derive, memo};
use crate::ui::state::Store;
use leptos::prelude::*;

/// Fields whose empty text stands for a row of the tables.
const TABLE_ROWS: [(&str, &str); 6] = [
    (KM_PER_YEAR.id, "car.km_per_year"),
    (KWH_PER_100_KM.id, "car.kwh_per_100_km"),
    (CHARGER_KW.id, "car.charger_power"),
    (DISCOUNT_PERCENT.id, "discount_rate"),
    (ENERGY_GROWTH_PERCENT.id, "energy_price_growth"),
    (EXPORT_GROWTH_PERCENT.id, "export_value_growth"),
];

/// Grant and outlook: where a field is empty the tables say.
#[component]
pub fn MoneyFields(store: Store) -> impl IntoView {
    let locale = Locale::current();
    view! {
        <Disclosure summary=locale.say(|text| text.form.money)>
            <p class="field__hint">{locale.say(|text| text.form.money_hint)}</p>
            {field(
                store,
                GRANT_GROSS_PLN,
                |money| Some(money.grant_gross_pln),
                |money, pln| money.grant_gross_pln = pln.unwrap_or(GRANT_GROSS_PLN.default),
            )}
            <SupportFields store=store />
            {field(store, DISCOUNT_PERCENT, |money| money.discount_percent, |money, share| money.discount_percent = share)}
            <PricePathField store=store />
            <FileFields store=store want=Want::Prices />
            {field(
                store,
                ENERGY_GROWTH_PERCENT,
                |money| money.energy_growth_percent,
                |money, share| money.energy_growth_percent = share,
            )}
            {field(
                store,
                EXPORT_GROWTH_PERCENT,
                |money| money.export_growth_percent,
                |money, share| money.export_growth_percent = share,
            )}
        </Disclosure>
    }
}

/// Courses of prices in the order of their words, with their keys in the document.
const PATHS: [(Option<PricePathId>, &str); 4] = [
    (None, "expected"),
    (Some(PricePathId::Flat), "flat"),
    (Some(PricePathId::Rising), "rising"),
    (Some(PricePathId::FallingMidday), "falling_midday"),
];

/// How prices may move, with what each course rests on.
#[component]
fn PricePathField(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let (label, _) = words(locale, "money.price_path");
    let chosen = store.said.part(|said| {
        let path = said.scenario.money.price_path;
        PATHS.iter().position(|(known, _)| *known == path).unwrap_or(0)
    });
    let options = derive(move || {
        let words = locale.text().contract.paths;
        PATHS.iter().zip(words).map(|((_, key), words)| ((*key).to_owned(), words.to_owned())).collect::<Options>()
    });
    let hint = derive(move || {
        let words = &locale.text().contract;
        let basis = words.path_bases.get(chosen.get()).copied().unwrap_or_default();
        format!("{basis} {}", words.path_note)
    });
    let choose = move |key: String| {
        if let Some((path, _)) = PATHS.iter().find(|(_, known)| *known == key) {
            store.edit("price_path", |said| said.scenario.money.price_path = *path);
        }
    };
    let value = move || PATHS.get(chosen.get()).map_or(String::new(), |(_, key)| (*key).to_owned());
    view! {
        <Select id="money.price_path" label=label hint=hint options=options value=derive(value) on_choice=choose />
    }
}

/// A field that may be empty, bound to one number of the money.
pub fn field(
    store: Store,
    field: Field,
    get: fn(&Money) -> Option<f64>,
    put: fn(&mut Money, Option<f64>),
) -> impl IntoView {
    let get = move |said: &Said| get(&said.scenario.money);
    optional(store, field, get, move |said, number| put(&mut said.scenario.money, number))
}

/// A field that may be empty, bound to one number of what was said.
pub fn optional(
    store: Store,
    field: Field,
    get: impl Fn(&Said) -> Option<f64> + Copy + Send + Sync + 'static,
    put: impl Fn(&mut Said, Option<f64>) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let locale = Locale::current();
    let (label, hint) = words(locale, field.id);
    let value = store.said.part(get);
    let used = memo(move || store.outcome.with(|outcome| table_value(outcome.as_deref()?, field.id)));
    let empty = move || {
        let lang = locale.lang();
        let used = used.get().filter(|_| value.get().is_none());
        let used = used.map(|value| (lang.text().form.empty_means)(&lang.unit(lang.amount(value), field.unit)));
        [Some(hint.get()), used].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    view! {
        <NumberField id=field.id field=field label=label hint=derive(empty) optional=true
            revision=store.revision value=value
            problem=derive(move || store.problem(field.id))
            on_entry=move |entry| store.enter(field.id, entry, put) />
    }
}

/// What the tables say where the field is empty.
fn table_value(outcome: &Outcome, field: &str) -> Option<f64> {
    match field {
        _ if field == PV_GROSS_PLN.id => Some(outcome.money.pv_cost.0),
        _ if field == BATTERY_GROSS_PLN.id => Some(outcome.money.battery_cost.0),
        _ => {
            let row = |wanted: &str| outcome.assumptions.iter().find(|row| row.id.ends_with(wanted));
            let (_, row_id) = TABLE_ROWS.iter().find(|(id, _)| *id == field)?;
            row(row_id).map(|row| row.value)
        }
    }
}
