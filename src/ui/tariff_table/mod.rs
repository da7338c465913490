//! The tariff groups of an operator, the cheapest first.

pub mod examples;

use super::data_table::DataTable;
use super::locale::Locale;
use crate::model::tariffs::{TariffGap, TariffRank, Tariffs};
use crate::text::Lang;
use crate::ui::reactive::{derive, memo};
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
    let tariffs = memo(move || tariffs.get());
    let there = memo(move || tariffs.with(Option::is_some));
    let verdict = move || {
        let lang = locale.lang();
        tariffs.with(|tariffs| tariffs.as_ref().map_or_else(String::new, |tariffs| verdict(lang, tariffs)))
    };
    let columns = derive(move || {
        let words = &locale.text().tariffs;
        [words.group, words.before, words.after, words.cheaper_by].map(str::to_owned).to_vec()
    });
    let rows = derive(move || {
        let lang = locale.lang();
        tariffs.with(|tariffs| {
            let ranked = tariffs.iter().flat_map(|tariffs| tariffs.ranked.iter().chain(&tariffs.other_way));
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
        <Show when=move || there.get() fallback=move || view! { <p>{locale.say(|text| text.notices.waiting)}</p> }>
            <p class="tariffs__verdict" role="status">{verdict}</p>
            <DataTable caption=locale.say(|text| text.tariffs.caption) columns=columns rows=rows />
            {gaps}
        </Show>
    }
}

fn row(lang: Lang, rank: &TariffRank) -> Vec<String> {
    let words = &lang.text().tariffs;
    let name = name(lang, rank);
    let name = if rank.current { (words.current)(&name) } else { name };
    let name = if rank.weak_source { (words.weak)(&name) } else { name };
    let gain = if rank.current { "–".to_owned() } else { lang.pln(rank.cheaper_by.0) };
    vec![name, lang.pln(rank.before.0), lang.pln(rank.after.0), gain]
}

fn name(lang: Lang, rank: &TariffRank) -> String {
    if rank.dynamic { (lang.text().tariffs.dynamic)(&rank.group) } else { rank.group.clone() }
}

fn verdict(lang: Lang, tariffs: &Tariffs) -> String {
    let words = &lang.text().tariffs;
    let here = tariffs.ranked.iter().find(|rank| rank.current);
    let best = tariffs.ranked.first().map(|best| match here {
        Some(here) if best.cheaper_by < LEAST_GAIN => (words.stay)(&name(lang, here)),
        _ => (words.best)(&name(lang, best), &lang.pln(best.cheaper_by.0)),
    });
    let before = tariffs.cheapest_before.as_deref().map(words.best_before);
    let other_way = tariffs.other_way.as_ref().map(|other| {
        let say = if other.dynamic { words.other_way_dynamic } else { words.other_way_tariff };
        say(&other.group, &lang.pln(other.after.0))
    });
    [best, before, other_way].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn lacking(lang: Lang, gap: &TariffGap) -> String {
    let missing: Vec<String> = gap.missing.iter().map(|missing| lang.missing(&missing.id())).collect();
    (lang.text().tariffs.lacks)(&gap.group, &missing.join("; "))
}
