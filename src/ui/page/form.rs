//! What a person says about the home.

use super::{
    contract_fields::ContractFields,
    device_fields::{DeviceFields, DwellingFields},
    energy_fields::BuildingFields,
    file_fields::FileFields,
    heat_fields::HeatFields,
    money_fields::MoneyFields,
    roof_fields::RoofFields,
    size_fields::SizeFields,
    tools::Tools,
};
use crate::files::layout::Want;
use crate::link::Said;
use crate::model::inputs::{Consumption, Field, GROSS_PLN_PER_MONTH, KWH_PER_YEAR, SettlementScheme};
use crate::text::catalogue::FieldWords;
use crate::ui::choice::{Options, Radios, Select};
use crate::ui::erased::part;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::locale::Locale;
use crate::ui::number_field::NumberField;
use crate::ui::reactive::derive;
use crate::ui::state::Store;
use leptos::prelude::*;

/// The whole form. It has no button to send: every change counts at once.
#[component]
pub fn HomeForm(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let tenant = store.said.part(|said| said.scenario.scheme == SettlementScheme::Tenant);
    let household = view! {
        <Show when=move || tenant.get()
            fallback=move || view! { <HouseholdFields store=store /> <DeviceFields store=store /> <HeatFields store=store /> }>
            <BuildingFields store=store />
        </Show>
    };
    view! {
        <form class="form" novalidate=true aria-labelledby="form.title" on:submit=|event| event.prevent_default()>
            <h2 id="form.title">{locale.say(|text| text.form.title)}</h2>
            <ErrorSummary errors=derive(move || store.errors()) />
            {part("town", view! { <TownField store=store /> }.into_any())}
            {part("use", view! { <ConsumptionFields store=store /> }.into_any())}
            {part("home", household.into_any())}
            {part("contract", view! { <ContractFields store=store /> }.into_any())}
            {part("roof", view! { <RoofFields store=store /> }.into_any())}
            {part("size", view! { <SizeFields store=store /> }.into_any())}
            {part("money", view! { <MoneyFields store=store /> }.into_any())}
            <Tools store=store />
        </form>
    }
}

/// Label and hint of a field as signals.
pub fn words(locale: Locale, id: &'static str) -> (Signal<String>, Signal<String>) {
    let pick = move |part: fn(&FieldWords) -> &'static str| {
        derive(move || locale.text().fields.find(id).map_or(String::new(), |words| part(words).to_owned()))
    };
    (pick(|words| words.label), pick(|words| words.hint))
}

/// A number field bound to one number of what was said.
pub fn number(
    store: Store,
    field: Field,
    slider: (f64, f64),
    get: fn(&Said) -> Option<f64>,
    put: fn(&mut Said, f64),
) -> impl IntoView {
    let (label, hint) = words(Locale::current(), field.id);
    let on_entry = move |entry| {
        store.enter(field.id, entry, |said, number| {
            if let Some(number) = number {
                put(said, number);
            }
        });
    };
    view! {
        <NumberField id=field.id field=field label=label hint=hint slider=slider revision=store.revision
            value=store.said.part(get)
            problem=derive(move || store.problem(field.id)) on_entry=on_entry />
    }
}

#[component]
fn TownField(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let (label, hint) = words(locale, "town");
    let chosen = store.said.part(|said| said.scenario.town.clone());
    let options = derive(move || {
        let mut towns: Options = store.towns();
        let town = chosen.get();
        if !towns.iter().any(|(key, _)| *key == town) {
            towns.insert(0, (town, locale.text().notices.no_town.to_owned()));
        }
        towns
    });
    let problem = move || store.problem("town").map(|problem| locale.lang().problem("town", &problem));
    view! {
        <Select id="town" label=label hint=hint options=options problem=derive(problem)
            value=chosen
            on_choice=move |town: String| store.edit("town", |said| said.scenario.town = town) />
    }
}

#[component]
fn ConsumptionFields(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let by = store.said.part(|said| match said.scenario.consumption {
        Consumption::KwhPerYear(_) => "kwh".to_owned(),
        Consumption::GrossPlnPerMonth(_) => "bill".to_owned(),
    });
    let measured = store.said.part(|said| said.scenario.measured.is_some());
    let options = derive(move || {
        let form = &locale.text().form;
        [("kwh", form.by_kwh), ("bill", form.by_bill)].map(|(key, words)| (key.to_owned(), words.to_owned())).to_vec()
    });
    let choose = move |key: String| {
        store.edit("consumption", |said| {
            said.scenario.consumption = if key == "bill" {
                Consumption::GrossPlnPerMonth(GROSS_PLN_PER_MONTH.default)
            } else {
                Consumption::KwhPerYear(KWH_PER_YEAR.default)
            };
        });
        store.refresh_fields();
    };
    let field = move || {
        if by.get() == "bill" {
            number(
                store,
                GROSS_PLN_PER_MONTH,
                (50.0, 1500.0),
                |said| match said.scenario.consumption {
                    Consumption::GrossPlnPerMonth(pln) => Some(pln),
                    Consumption::KwhPerYear(_) => None,
                },
                |said, pln| said.scenario.consumption = Consumption::GrossPlnPerMonth(pln),
            )
            .into_any()
        } else {
            number(
                store,
                KWH_PER_YEAR,
                (1000.0, 12_000.0),
                |said| match said.scenario.consumption {
                    Consumption::KwhPerYear(kwh) => Some(kwh),
                    Consumption::GrossPlnPerMonth(_) => None,
                },
                |said, kwh| said.scenario.consumption = Consumption::KwhPerYear(kwh),
            )
            .into_any()
        }
    };
    view! {
        <h3>{locale.say(|text| text.form.consumption)}</h3>
        <div hidden=move || measured.get()>
            <Radios name="consumption.by" legend=locale.say(|text| text.form.consumption_by) hint="" options=options
                value=by on_choice=choose />
            {field}
        </div>
        <FileFields store=store want=Want::Meter />
    }
}

#[component]
fn HouseholdFields(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let (persons, persons_hint) = words(locale, "household.persons");
    let (home, home_hint) = words(locale, "household.home_by_day");
    let counts: Options = (1..=6_u8).map(|count| (count.to_string(), count.to_string())).collect();
    let yes_no = derive(move || {
        let form = &locale.text().form;
        [("yes", form.yes), ("no", form.no)].map(|(key, words)| (key.to_owned(), words.to_owned())).to_vec()
    });
    let said = move |pick: fn(&Said) -> String| store.said.part(pick);
    let choose_persons = move |key: String| {
        if let Ok(count) = key.parse() {
            store.edit("persons", |said| said.scenario.household.persons = count);
        }
    };
    view! {
        <h3>{locale.say(|text| text.form.household)}</h3>
        <Select id="household.persons" label=persons hint=persons_hint options=counts
            value=said(|said| said.scenario.household.persons.to_string()) on_choice=choose_persons />
        <Radios name="household.home_by_day" legend=home hint=home_hint options=yes_no
            value=said(|said| if said.scenario.household.home_by_day { "yes" } else { "no" }.to_owned())
            on_choice=move |key: String| {
                store.edit("home_by_day", |said| said.scenario.household.home_by_day = key == "yes");
            } />
        <DwellingFields store=store />
    }
}
