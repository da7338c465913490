//! Whether the owner of an older plant should change how exports are settled.

pub mod examples;

use super::data_table::DataTable;
use super::locale::Locale;
use crate::model::inputs::SettlementScheme;
use crate::model::switch::{self, SchemeCost};
use crate::text::Lang;
use crate::ui::reactive::{derive, memo};
use leptos::prelude::*;

/// The advice, how sure it is, that a change is for good, and what every scheme costs.
#[component]
pub fn SwitchAdvice(
    /// The advice; none while it is not known.
    #[prop(into)]
    advice: Signal<Option<switch::SwitchAdvice>>,
) -> impl IntoView {
    let locale = Locale::current();
    let advice = memo(move || advice.get());
    let verdict = move || {
        let lang = locale.lang();
        advice.with(|advice| advice.as_ref().map_or_else(String::new, |advice| verdict(lang, advice)))
    };
    let sureness = move || {
        let words = &locale.text().switch;
        let sure = advice.with(|advice| advice.as_ref().is_some_and(|advice| advice.sure));
        if sure { words.sure } else { words.unsure }
    };
    let one_year = move || {
        let words = &locale.text().switch;
        match advice.with(|advice| advice.as_ref().and_then(current)) {
            Some(SettlementScheme::NetMetering) => words.one_year_credit,
            _ => words.one_year_rcem,
        }
    };
    let columns = derive(move || {
        let words = &locale.text().switch;
        [words.scheme, words.cost, words.range].map(str::to_owned).to_vec()
    });
    let rows = derive(move || {
        let lang = locale.lang();
        advice.with(|advice| {
            let schemes = advice.iter().flat_map(|advice| &advice.schemes).enumerate();
            schemes.map(|(place, cost)| row(lang, cost, place == 0)).collect::<Vec<_>>()
        })
    });
    view! {
        <p class="switch__verdict" role="status">{verdict}</p>
        <p>{sureness}</p>
        <p class="notice notice--weak"><strong>{locale.say(|text| text.switch.for_good)}</strong>" "{one_year}</p>
        <DataTable caption=locale.say(|text| text.switch.caption) columns=columns rows=rows />
    }
}

/// The scheme that holds now.
fn current(advice: &switch::SwitchAdvice) -> Option<SettlementScheme> {
    advice.schemes.first().map(|cost| cost.scheme)
}

fn verdict(lang: Lang, advice: &switch::SwitchAdvice) -> String {
    let (text, words) = (lang.text(), &lang.text().switch);
    match current(advice) {
        Some(now) if now == advice.best => (words.stay)(text.scheme(now)),
        _ => (words.change)(text.scheme(advice.best), &lang.pln(advice.gain.0)),
    }
}

fn row(lang: Lang, cost: &SchemeCost, now: bool) -> Vec<String> {
    let name = lang.text().scheme(cost.scheme);
    let name = if now { (lang.text().switch.now)(name) } else { name.to_owned() };
    let range = if switch::rests_on_market_prices(cost.scheme) {
        format!("{} – {}", lang.pln(cost.low.0), lang.pln(cost.high.0))
    } else {
        "–".to_owned()
    };
    vec![name, lang.pln(cost.yearly_cost.0), range]
}
