//! Grants, tax relief and what decides the VAT. Nothing of it counts before the person chooses it.

use super::form::words;
use super::money_fields::field;
use crate::model::inputs::{FLOOR_AREA_M2, Money, TAXPAYERS};
use crate::model::report::MoneyOutcome;
use crate::model::session::Session;
use crate::model::terms::open_to;
use crate::rules::support::{Support, SupportKind};
use crate::rules::table::{Row, name_of};
use crate::text::Lang;
use crate::ui::choice::{Options, Select};
use crate::ui::data_table::{DataTable, Rows};
use crate::ui::disclosure::Disclosure;
use crate::ui::locale::Locale;
use crate::ui::reactive::{derive, memo};
use crate::ui::state::Store;
use crate::units::GrossPln;
use leptos::prelude::*;

/// Programme, relief and VAT.
#[component]
pub fn SupportFields(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let table = StoredValue::new(store.of_tables(Session::supports));
    let deducts = store.said.part(|said| !said.scenario.money.tax_rate.is_empty());
    let taxpayers: Options = [1, 2].map(|count: u8| (count.to_string(), count.to_string())).to_vec();
    let (owners, owners_hint) = words(locale, TAXPAYERS.id);
    let choose_owners = move |key: String| {
        if let Ok(count) = key.parse() {
            store.edit(TAXPAYERS.id, |said| said.scenario.money.taxpayers = count);
        }
    };
    view! {
        {pick(store, table, "money.programme", SupportKind::Grant, |money| &money.programme, |money, id| money.programme = id,
            |money| money.grant)}
        {pick(store, table, "money.tax_rate", SupportKind::TaxRate, |money| &money.tax_rate, |money, id| money.tax_rate = id,
            |money| money.tax_relief)}
        <Show when=move || deducts.get()>
            <Select id=TAXPAYERS.id label=owners hint=owners_hint options=taxpayers.clone() on_choice=choose_owners
                value=store.said.part(|said| said.scenario.money.taxpayers.to_string()) />
        </Show>
        {field(store, FLOOR_AREA_M2, |money| money.floor_area_m2, |money, area| money.floor_area_m2 = area)}
        <Disclosure summary=locale.say(|text| text.support.open)>
            <p>{locale.say(|text| text.support.one_each)}</p>
            <DataTable caption=locale.say(|text| text.support.caption) words=true
                columns=derive(move || {
                    let words = &locale.text().support;
                    [words.name, words.covers, words.conditions, locale.text().sources.confidence].map(str::to_owned).to_vec()
                })
                rows=derive(move || table.with_value(|table| rows(locale.lang(), table))) />
        </Disclosure>
    }
}

/// A list of the rows of one kind, with the conditions of the chosen one and what it gives.
fn pick(
    store: Store,
    table: StoredValue<Vec<Row<Support>>>,
    id: &'static str,
    kind: SupportKind,
    get: fn(&Money) -> &String,
    put: fn(&mut Money, String),
    gives: fn(&MoneyOutcome) -> GrossPln,
) -> AnyView {
    let locale = Locale::current();
    let (label, plain_hint) = words(locale, id);
    let chosen = store.said.part(move |said| get(&said.scenario.money).clone());
    let scheme = store.said.part(|said| said.scenario.scheme);
    let options = derive(move || {
        let lang = locale.lang();
        let words = &lang.text().support;
        let none = if kind == SupportKind::Grant { words.no_programme } else { words.no_deduction };
        let scheme = scheme.get();
        let offered =
            |row: &&Row<Support>| row.rule.kind == kind && (kind != SupportKind::Grant || open_to(&row.rule, scheme));
        let mut options: Options = vec![(String::new(), none.to_owned())];
        table.with_value(|table| {
            options.extend(table.iter().filter(offered).map(|row| (row.rule.id.clone(), name(lang, &row.rule))));
        });
        options
    });
    let amount =
        memo(move || store.outcome.with(|outcome| outcome.as_ref().map_or(0.0, |outcome| gives(&outcome.money).0)));
    let hint = derive(move || {
        let lang = locale.lang();
        let words = &lang.text().support;
        let of_row = |row: &Row<Support>| {
            let (confidence, weak) = lang.text().confidence(&name_of(&row.provenance.confidence));
            let checked = (words.checked)(confidence, &lang.date(&row.provenance.checked_on.to_string()));
            let say = if kind == SupportKind::Grant { words.gives } else { words.saves_tax };
            let parts = [conditions(lang, &row.rule), say(&lang.pln(amount.get())), checked];
            let confirm = weak.then(|| words.confirm.to_owned());
            parts.into_iter().chain(confirm).collect::<Vec<_>>().join(" ")
        };
        let id = chosen.get();
        table
            .with_value(|table| table.iter().find(|row| row.rule.id == id).map(of_row))
            .unwrap_or_else(|| plain_hint.get())
    });
    let problem = move || store.problem(id).map(|problem| locale.lang().problem(id, &problem));
    view! {
        <Select id=id label=label hint=hint options=options problem=derive(problem) value=chosen
            on_choice=move |key: String| store.edit(id, |said| put(&mut said.scenario.money, key)) />
    }
    .into_any()
}

fn name(lang: Lang, row: &Support) -> String {
    match lang {
        Lang::Pl => row.name_pl.clone(),
        Lang::En => row.name_en.clone(),
    }
}

fn conditions(lang: Lang, row: &Support) -> String {
    match lang {
        Lang::Pl => row.conditions_pl.clone(),
        Lang::En => row.conditions_en.clone(),
    }
}

fn rows(lang: Lang, table: &[Row<Support>]) -> Rows {
    let covered = lang.text().support.covered;
    let row = |row: &Row<Support>| {
        let (confidence, _) = lang.text().confidence(&name_of(&row.provenance.confidence));
        let covers = covered.get(row.rule.covers as usize).copied().unwrap_or_default();
        vec![name(lang, &row.rule), covers.to_owned(), conditions(lang, &row.rule), confidence.to_owned()]
    };
    table.iter().filter(|row| row.rule.kind != SupportKind::TaxRate).map(row).collect()
}
