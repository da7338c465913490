//! The contract with the grid: tariff group, connection, bills, settlement of exports.

use super::energy_fields::EnergyFields;
use super::form::words;
use crate::link::Said;
use crate::model::inputs::{BILLING_MONTHS, PHASES, SettlementScheme};
use crate::ui::choice::{Options, Radios, Select};
use crate::ui::locale::Locale;
use crate::ui::reactive::{derive, memo};
use crate::ui::state::Store;
use leptos::prelude::*;

/// Schemes in the order of their words, with their keys in the document.
const SCHEMES: [(SettlementScheme, &str); 6] = [
    (SettlementScheme::NetBillingRce, "rce"),
    (SettlementScheme::NetBillingRcem, "rcem"),
    (SettlementScheme::NetMetering, "net_metering"),
    (SettlementScheme::Collective, "collective"),
    (SettlementScheme::Virtual, "virtual"),
    (SettlementScheme::Tenant, "tenant"),
];

/// What the contract says.
#[component]
pub fn ContractFields(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let (phases, phases_hint) = words(locale, PHASES.id);
    let (scheme, scheme_hint) = words(locale, "scheme");
    let phase_options = derive(move || {
        let form = &locale.text().form;
        [("1", form.one_phase), ("3", form.three_phases)]
            .map(|(key, words)| (key.to_owned(), words.to_owned()))
            .to_vec()
    });
    let schemes = derive(move || {
        let words = locale.text().contract.scheme_since;
        SCHEMES.iter().zip(words).map(|((_, key), words)| ((*key).to_owned(), words.to_owned())).collect::<Options>()
    });
    let said = move |pick: fn(&Said) -> String| store.said.part(pick);
    let choose_phases = move |key: String| {
        if let Ok(count) = key.parse() {
            store.edit("phases", |said| said.scenario.tariff.phases = count);
        }
    };
    let choose_scheme = move |key: String| {
        if let Some((scheme, _)) = SCHEMES.iter().find(|(_, known)| *known == key) {
            let shown = store.effective();
            store.edit("scheme", |said| {
                if !said.sizes_itself() {
                    (said.scenario.pv_kwp, said.scenario.battery_kwh) = (shown.pv_kwp, shown.battery_kwh);
                }
                said.scenario.scheme = *scheme;
            });
            store.refresh_fields();
        }
    };
    let held = store.said.part(|said| said.scenario.scheme);
    let means = move || locale.text().scheme_meaning(held.get());
    view! {
        <h3>{locale.say(|text| text.form.contract)}</h3>
        <GroupField store=store />
        <Radios name=PHASES.id legend=phases hint=phases_hint options=phase_options
            value=said(|said| said.scenario.tariff.phases.to_string()) on_choice=choose_phases />
        <BillingField store=store />
        <EnergyFields store=store />
        <Radios name="scheme" legend=scheme hint=scheme_hint options=schemes
            value=said(|said| scheme_key(said.scenario.scheme).to_owned()) on_choice=choose_scheme />
        <p class="field__hint" id="scheme.means" role="status">{means}</p>
    }
}

fn scheme_key(scheme: SettlementScheme) -> &'static str {
    SCHEMES.iter().find(|(known, _)| *known == scheme).map_or("", |(_, key)| key)
}

/// What is wrong with a field, in words.
fn problem(store: Store, field: &'static str) -> Signal<Option<String>> {
    let locale = Locale::current();
    derive(move || store.problem(field).map(|problem| locale.lang().problem(field, &problem)))
}

fn town(store: Store) -> Signal<String> {
    store.said.part(|said| said.scenario.town.clone())
}

#[component]
fn GroupField(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let (label, hint) = words(locale, "tariff.group");
    let town = town(store);
    let chosen = store.said.part(|said| said.scenario.tariff.group.clone());
    let groups = derive(move || {
        let mut groups = store.groups(&town.get());
        let own = chosen.get();
        if !groups.contains(&own) {
            groups.push(own);
        }
        groups.into_iter().map(|group| (group.clone(), group_name(locale, &group))).collect::<Options>()
    });
    view! {
        <Select id="tariff.group" label=label hint=hint options=groups problem=problem(store, "tariff.group")
            value=chosen
            on_choice=move |key: String| store.edit("group", |said| said.scenario.tariff.group = key) />
    }
}

/// How often a bill comes, where the operator offers more than one answer.
#[component]
fn BillingField(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let (label, hint) = words(locale, BILLING_MONTHS.id);
    let town = town(store);
    let chosen = store.said.part(|said| said.scenario.tariff.billing_months.to_string());
    let periods = memo(move || {
        let mut periods = store.billing_periods(&town.get());
        let own = chosen.get().parse().ok().filter(|own| !periods.is_empty() && !periods.contains(own));
        periods.extend(own);
        periods
    });
    let options = derive(move || {
        let words = locale.text().contract.bill_every;
        periods.get().into_iter().map(|months| (months.to_string(), words(usize::from(months)))).collect::<Options>()
    });
    let choose = move |key: String| {
        if let Ok(months) = key.parse() {
            store.edit("billing_months", |said| said.scenario.tariff.billing_months = months);
        }
    };
    view! {
        <Show when=move || periods.with(|periods| periods.len() > 1)>
            <Select id=BILLING_MONTHS.id label=label hint=hint options=options problem=problem(store, BILLING_MONTHS.id)
                value=chosen
                on_choice=choose />
        </Show>
    }
}

fn group_name(locale: Locale, group: &str) -> String {
    let form = &locale.text().form;
    let meaning = match group {
        "G11" => form.group_all_day,
        "G12" => form.group_two_zones,
        "G12w" => form.group_weekend,
        _ => return group.to_owned(),
    };
    format!("{group}: {meaning}")
}
