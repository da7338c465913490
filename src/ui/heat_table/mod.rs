//! The same heat from every source: cost and smoke of a year.

pub mod examples;

use super::data_table::DataTable;
use super::locale::Locale;
use crate::model::heating::compare::{HeatComparison, HeatYear};
use crate::rules::heat::HeatSourceId;
use crate::text::Lang;
use leptos::prelude::*;

/// What each source costs and gives off, what is the cheapest, and what a planned pump would change.
#[component]
pub fn HeatTable(
    /// The sources; none while they are not known.
    #[prop(into)]
    comparison: Signal<Option<HeatComparison>>,
) -> impl IntoView {
    let locale = Locale::current();
    move || {
        let lang = locale.lang();
        comparison.with(|all| {
            let Some(all) = all else { return vec![said(lang.text().notices.waiting.to_owned(), "")] };
            let words = &lang.text().heat;
            let rows: Vec<_> = all.years.iter().map(|year| row(lang, year)).collect();
            let columns = words.columns.map(str::to_owned).to_vec();
            vec![
                said(verdict(lang, all), ""),
                view! { <DataTable caption=words.caption columns=columns rows=rows /> }.into_any(),
                said(words.what_counts.to_owned(), ""),
                said(words.what_smokes.to_owned(), ""),
                said(weakness(lang, all), "notice notice--weak"),
            ]
        })
    }
}

/// A paragraph.
fn said(words: String, class: &'static str) -> AnyView {
    view! { <p class=class>{words}</p> }.into_any()
}

/// Name of a source.
#[must_use]
pub fn name(lang: Lang, source: HeatSourceId) -> &'static str {
    let names = HeatSourceId::ALL.iter().zip(lang.text().heat.sources);
    names.into_iter().find(|(id, _)| **id == source).map_or("", |(_, name)| name)
}

fn row(lang: Lang, year: &HeatYear) -> Vec<String> {
    let words = &lang.text().heat;
    let name = name(lang, year.source).to_owned();
    let name = if year.present { (words.present)(&name) } else { name };
    let name = if year.planned { (words.chosen)(&name) } else { name };
    vec![
        name,
        year.cost.map_or_else(|| "–".to_owned(), |cost| lang.pln(cost.0)),
        lang.unit(lang.number(year.co2_kg, 0), "kg"),
        lang.unit(lang.number(year.pm10_kg, 1), "kg"),
        lang.unit(lang.number(year.pm2_5_kg, 1), "kg"),
        lang.unit(lang.number(year.bap_g, 1), "g"),
    ]
}

fn verdict(lang: Lang, all: &HeatComparison) -> String {
    let words = &lang.text().heat;
    let mut said = Vec::new();
    if let Some((best, cost)) = all.years.first().and_then(|best| Some((best, best.cost?))) {
        said.push((words.best)(name(lang, best.source), &lang.pln(cost.0)));
    }
    let now = all.years.iter().find(|year| year.present);
    if let Some((now, planned)) = now.zip(all.years.iter().find(|year| year.planned)) {
        if let Some((now, planned)) = now.cost.zip(planned.cost) {
            let less = now - planned;
            let words = if less.0 < 0.0 { words.costs_more } else { words.saves };
            said.push(words(&lang.pln(less.0.abs())));
        }
        if now.pm10_kg > 0.05 {
            let dust = lang.unit(lang.number(now.pm10_kg, 1), "kg");
            said.push((words.less_smoke)(&dust, &lang.unit(lang.number(now.bap_g, 1), "g")));
        }
    }
    said.join(" ")
}

/// How sure the figures are, and where one is missing.
fn weakness(lang: Lang, all: &HeatComparison) -> String {
    let words = &lang.text().heat;
    let checked = all.assumptions.iter().map(|row| row.checked_on.as_str()).min().unwrap_or_default();
    let weak = (words.weak)(&lang.date(checked));
    let complete = all.years.iter().all(|year| year.cost.is_some());
    if complete { weak } else { format!("{weak} {}", words.no_price) }
}
