//! The answer: what to build, what it saves, when it pays back; or that it does not.

use crate::link::Said;
use crate::model::inputs::SettlementScheme;
use crate::model::report::Outcome;
use crate::model::sizing::Recommendation;
use crate::text::Lang;
use crate::ui::figure::Figure;
use crate::ui::locale::Locale;
use crate::ui::reactive::{derive, memo};
use crate::ui::state::{self, Store};
use crate::ui::studies::{Heard, Stage};
use crate::units::{Kwh, Kwp};
use crate::view::{Headline, View, plain::Plain};
use leptos::prelude::*;

/// Below this no price is worth naming: even a gift would hardly pay.
const LEAST_PRICE_FACTOR: f64 = 0.05;

/// Headline and key figures.
#[component]
pub fn Answer(store: Store, bands: Heard) -> impl IntoView {
    let locale = Locale::current();
    let wrong = memo(move || !store.errors().is_empty());
    let own = store.said.part(Said::sizes_itself);
    let stands = store.said.part(|said| !said.scenario.scheme.takes_new_plants());
    let scheme = store.said.part(|said| said.scenario.scheme);
    let headline = move || {
        let (lang, own) = (locale.lang(), own.get());
        let best = store.best.get();
        store.outcome.with(|outcome| {
            outcome.as_ref().map_or(lang.text().notices.waiting.to_owned(), |outcome| {
                headline(lang, outcome, best.as_ref().filter(|_| !own), own)
            })
        })
    };
    let beside = move || {
        let (lang, own) = (locale.lang(), own.get());
        let best = store.best.get();
        match best {
            _ if stands.get() => String::new(),
            _ if store.searching.get() => lang.text().answer.searching.to_owned(),
            Some(best) if own => beside_own(lang, scheme.get(), &best),
            Some(best) => beside_recommended(lang, &best),
            None => String::new(),
        }
    };
    let plain = derive(move || {
        store.outcome.with(|outcome| outcome.as_deref().map_or_else(String::new, |found| plain(found).text()))
    });
    view! {
        <section class="answer" id="answer" tabindex="-1" aria-labelledby="answer.title" class:answer--stale=wrong
            data-figures=plain>
            <h2 id="answer.title">{locale.say(|text| text.answer.title)}</h2>
            <div role="status">
                <Show when=move || wrong.get()>
                    <p class="notice notice--weak">{locale.say(|text| text.problems.stale)}</p>
                </Show>
            </div>
            <p class="answer__headline" role="status">{headline}</p>
            <p class="answer__beside">{beside}</p>
            <h3 class="visually-hidden">{locale.say(|text| text.answer.figures)}</h3>
            <KeyFigures store=store bands=bands />
        </section>
    }
}

/// The figures without words.
fn plain(outcome: &Outcome) -> Plain {
    Plain {
        pv: outcome.pv,
        battery: outcome.battery,
        saving_pln: outcome.money.yearly_saving.0,
        investment_pln: outcome.money.investment.0,
        payback_years: outcome.money.payback_years,
        generation: outcome.energy.generation,
        consumption: outcome.energy.consumption,
        autonomy: outcome.autonomy,
        co2_avoided_kg: outcome.co2_avoided_kg,
    }
}

/// The design in words: a plant of one's own or a share of one.
fn design(lang: Lang, scheme: SettlementScheme, pv: Kwp, battery: Kwh) -> String {
    let share = matches!(scheme, SettlementScheme::Collective | SettlementScheme::Virtual);
    let words = &lang.text().answer;
    let pv_text = lang.unit(lang.amount(pv.0), "kWp");
    let battery_text = lang.unit(lang.amount(battery.0), "kWh");
    match (pv.0 > 0.0, battery.0 > 0.0) {
        (true, true) if share => (words.share_and_battery)(&pv_text, &battery_text),
        (true, false) if share => (words.share)(&pv_text),
        (true, true) => (words.pv_and_battery)(&pv_text, &battery_text),
        (true, false) => (words.pv)(&pv_text),
        (false, true) => (words.battery_alone)(&battery_text),
        (false, false) => words.nothing.to_owned(),
    }
}

fn headline(lang: Lang, outcome: &Outcome, recommended: Option<&Recommendation>, own: bool) -> String {
    let words = &lang.text().answer;
    let shown = design(lang, outcome.scheme, outcome.pv, outcome.battery);
    if recommended.is_some_and(|best| best.closest.is_some()) {
        return format!("{} {}", words.do_not_buy, (words.because)(&shown));
    }
    let choice = if own { (words.chosen)(&shown) } else { (words.recommended)(&shown) };
    let saving = outcome.money.yearly_saving.0;
    let gross = |amount: f64| format!("{} {}", lang.pln(amount), words.gross);
    let saving = if saving < 0.0 { (words.costs_more)(&gross(-saving)) } else { (words.saves)(&gross(saving)) };
    if outcome.pv <= Kwp::ZERO && outcome.battery <= Kwh::ZERO {
        return choice;
    }
    let horizon = outcome.money.cash_flow.len().saturating_sub(1).to_string();
    let payback = outcome.money.payback_years;
    let payback =
        payback.map_or_else(|| (words.never_pays_back)(&horizon), |years| (words.pays_back)(&lang.years(years)));
    format!("{choice} {saving} {payback}")
}

fn beside_recommended(lang: Lang, best: &Recommendation) -> String {
    let words = &lang.text().answer;
    let compared = (words.compared)(best.compared);
    match best.pays_at_price_factor.filter(|factor| best.closest.is_some() && *factor >= LEAST_PRICE_FACTOR) {
        Some(factor) => {
            let turn = (words.turns_at)(&lang.percent(1.0 - factor));
            format!("{turn} {} {compared}", words.shown_closest)
        }
        None if best.closest.is_some() => format!("{} {compared}", words.shown_closest),
        None => compared,
    }
}

fn beside_own(lang: Lang, scheme: SettlementScheme, best: &Recommendation) -> String {
    let words = &lang.text().answer;
    if best.closest.is_some() {
        return words.do_not_buy.to_owned();
    }
    let design = state::shown(best);
    (words.recommendation_instead)(&self::design(lang, scheme, design.pv, design.battery))
}

#[component]
fn KeyFigures(store: Store, bands: Heard) -> impl IntoView {
    let locale = Locale::current();
    let figure = move |pick: fn(Lang, &Outcome) -> String| {
        derive(move || {
            let lang = locale.lang();
            store.outcome.with(|outcome| outcome.as_ref().map_or("–".to_owned(), |outcome| pick(lang, outcome)))
        })
    };
    let view = bands.found;
    let range = move |headline: Headline| {
        let found =
            move |view: &View| view.ranges.iter().find(|(of, _)| *of == headline).map(|(_, words)| words.clone());
        derive(move || view.with(found).unwrap_or_default())
    };
    let say = move |pick: fn(&'static crate::text::Text) -> &'static str| locale.say(pick);
    let flats = memo(move || store.outcome.with(|outcome| outcome.iter().any(|outcome| outcome.per_flat.is_some())));
    view! {
        <dl class="figures" class:figures--stale=move || bands.stage.get() != Stage::Idle>
            <Figure label=say(|text| text.answer.saving) note=say(|text| text.answer.saving_note)
                value=figure(|lang, outcome| lang.pln(outcome.money.yearly_saving.0)) range=range(Headline::Saving) />
            <Figure label=say(|text| text.answer.payback) value=figure(payback) range=range(Headline::Payback)
                note=figure(|lang, outcome| {
                    (lang.text().answer.payback_note)(&lang.pln(outcome.money.investment.0))
                }) />
            <Show when=move || flats.get()>
                <Figure label=say(|text| text.contract.per_flat)
                    value=figure(|lang, outcome| outcome.per_flat.map_or_else(String::new, |flat| lang.pln(flat.yearly_saving.0)))
                    note=figure(|lang, outcome| outcome.per_flat.map_or_else(String::new, |flat| {
                        (lang.text().contract.per_flat_note)(&lang.pln(flat.paid_out.0), &flat.flats.to_string())
                    })) />
            </Show>
            <Figure label=say(|text| text.answer.generation) range=range(Headline::Generation)
                value=figure(|lang, outcome| lang.kwh(outcome.energy.generation.0))
                note=figure(|lang, outcome| {
                    (lang.text().answer.generation_note)(&lang.kwh(outcome.energy.consumption.0))
                }) />
            <Figure label=say(|text| text.answer.autonomy) range=range(Headline::Autonomy) note=say(|text| text.answer.autonomy_note)
                value=figure(|lang, outcome| lang.percent(outcome.autonomy)) />
            <Figure label=say(|text| text.answer.own_use) value=figure(own_use) range=range(Headline::OwnUse)
                note=say(|text| text.answer.own_use_note) />
            <Figure label=say(|text| text.answer.co2) note=say(|text| text.answer.co2_note)
                value=figure(|lang, outcome| lang.unit(lang.number(outcome.co2_avoided_kg, 0), "kg")) />
        </dl>
        <Show when=move || view.with(|view| !view.ranges.is_empty())>
            <p class="figures__hint">{locale.say(|text| text.ranges.under)}</p>
        </Show>
    }
}

fn payback(lang: Lang, outcome: &Outcome) -> String {
    outcome.money.payback_years.map_or_else(|| lang.text().answer.no_payback.to_owned(), |years| lang.years(years))
}

fn own_use(lang: Lang, outcome: &Outcome) -> String {
    if outcome.energy.generation > Kwh::ZERO {
        lang.percent(outcome.self_consumption)
    } else {
        lang.text().answer.no_generation.to_owned()
    }
}
