//! The tariff groups of an operator, the cheapest first.

pub mod examples;

use super::data_table::DataTable;
use super::locale::Locale;
use crate::model::tariffs::{TariffGap, TariffRank, Tariffs};
use crate::text::Lang;
use crate::units::GrossPln;
use leptos::prelude::*;

/// Less than this a year is no reason to change the group: the page would show it as nothing.
const LEAST_GAIN: GrossPln = GrossPln(0.5);

/// What each group costs without and with the plant, and which groups cannot be computed.
#[component]
pub fn TariffTable(
    /// The groups; none while they are not known.
    #[prop(into)]
    tariffs: Signal<Option<Tariffs>>,
) -> impl IntoView {
    let locale = Locale::current();
    let tariffs = Memo::new(move |_| tariffs.get());
    let there = Memo::new(move |_| tariffs.with(Option::is_some));
    let verdict = move || {
        let lang = locale.lang();
        tariffs.with(|tariffs| tariffs.as_ref().map_or_else(String::new, |tariffs| verdict(lang, tariffs)))
    };
    let columns = Signal::derive(move || {
        let words = &locale.text().tariffs;
        [words.group, words.before, words.after, words.cheaper_by].map(str::to_owned).to_vec()
    });
    let rows = Signal::derive(move || {
        let lang = locale.lang();
        tariffs.with(|tariffs| {
            let ranked = tariffs.iter().flat_map(|tariffs| &tariffs.ranked);
            ranked.map(|rank| row(lang, rank)).collect::<Vec<_>>()
        })
    });
    let gaps = move || {
        let lang = locale.lang();
        let gaps = tariffs.with(|tariffs| {
            let gaps = tariffs.iter().flat_map(|tariffs| &tariffs.not_offered);
            gaps.map(|gap| lacking(lang, gap)).collect::<Vec<_>>()
        });
        (!gaps.is_empty()).then(|| {
            let gaps = gaps.into_iter().map(|gap| view! { <li>{gap}</li> }).collect_view();
            view! {
                <p class="tariffs__unknown">{lang.text().tariffs.unknown}</p>
                <ul class="tariffs__gaps">{gaps}</ul>
            }
        })
    };
    view! {
        <Show when=move || there.get() fallback=move || view! { <p>{move || locale.text().notices.waiting}</p> }>
            <p class="tariffs__verdict" role="status">{verdict}</p>
            <DataTable caption=locale.say(|text| text.tariffs.caption) columns=columns rows=rows />
            {gaps}
        </Show>
    }
}

fn row(lang: Lang, rank: &TariffRank) -> Vec<String> {
    let words = &lang.text().tariffs;
    let name = if rank.current { (words.current)(&rank.group) } else { rank.group.clone() };
    let name = if rank.weak_source { (words.weak)(&name) } else { name };
    let gain = if rank.current { "–".to_owned() } else { lang.pln(rank.cheaper_by.0) };
    vec![name, lang.pln(rank.before.0), lang.pln(rank.after.0), gain]
}

fn verdict(lang: Lang, tariffs: &Tariffs) -> String {
    let words = &lang.text().tariffs;
    let here = tariffs.ranked.iter().find(|rank| rank.current);
    let best = tariffs.ranked.first().map(|best| match here {
        Some(here) if best.cheaper_by < LEAST_GAIN => (words.stay)(&here.group),
        _ => (words.best)(&best.group, &lang.pln(best.cheaper_by.0)),
    });
    let before = tariffs.cheapest_before.as_deref().map(words.best_before);
    [best, before].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn lacking(lang: Lang, gap: &TariffGap) -> String {
    let missing: Vec<String> = gap.missing.iter().map(|missing| lang.missing(&missing.id())).collect();
    (lang.text().tariffs.lacks)(&gap.group, &missing.join("; "))
}
