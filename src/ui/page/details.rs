//! Everything behind the answer: charts, bill, money, losses, sources.

use super::contract_parts::{AccountPart, SwitchPart, TariffPart};
use super::control_part::ControlPart;
use super::heat_parts::HeatPart;
use super::phase_part::PhasePart;
use crate::model::inputs::SettlementScheme;
use crate::model::report::{Document, LadderStep, MoneyOutcome, Outcome};
use crate::text::{Lang, studies::source};
use crate::ui::bill_table::BillTable;
use crate::ui::chart_cash::ChartCash;
use crate::ui::chart_day::ChartDay;
use crate::ui::chart_month::ChartMonth;
use crate::ui::data_table::{DataTable, Rows};
use crate::ui::disclosure::Disclosure;
use crate::ui::locale::Locale;
use crate::ui::reactive::{derive, memo};
use crate::ui::state::Store;
use leptos::prelude::*;

/// The parts below the answer; they appear with the first result.
#[component]
pub fn Details(
    store: Store,
    /// Studies of the home, after the charts.
    children: Children,
) -> impl IntoView {
    let there = memo(move || store.details.with(Option::is_some));
    view! {
        <div class="details">
            <Show when=move || there.get()>
                <Charts store=store />
            </Show>
            {children()}
            <Show when=move || there.get()>
                <Bill store=store />
                <AccountPart store=store />
                <SwitchPart store=store />
                <TariffPart store=store />
                <PhasePart store=store />
                <ControlPart store=store />
                <HeatPart store=store />
                <Money store=store />
                <Losses store=store />
                <Sources store=store />
            </Show>
            <Unknown />
        </div>
    }
}

/// A part of the outcome as a signal, for what stands below the answer; empty before the first result.
pub fn part<T: Default + Send + Sync + 'static>(store: Store, pick: fn(&Outcome) -> T) -> Signal<T> {
    derive(move || store.details.with(|outcome| outcome.as_ref().map_or_else(T::default, |outcome| pick(outcome))))
}

/// Rows of a table made of the outcome in the language of the page.
fn rows(store: Store, pick: fn(Lang, &Outcome) -> Rows) -> Signal<Rows> {
    let locale = Locale::current();
    derive(move || {
        let lang = locale.lang();
        store.details.with(|outcome| outcome.as_ref().map_or_else(Rows::new, |outcome| pick(lang, outcome)))
    })
}

/// Headings of a table as a signal.
fn headings<const N: usize>(pick: fn(Lang) -> [&'static str; N]) -> Signal<Vec<String>> {
    let locale = Locale::current();
    derive(move || pick(locale.lang()).map(str::to_owned).to_vec())
}

#[component]
fn Charts(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let day = move |month: u8| {
        let place = usize::from(month);
        store
            .details
            .with(|outcome| outcome.as_ref().and_then(|outcome| outcome.days.get(place).cloned()))
            .unwrap_or_default()
    };
    let within_hour = move || {
        let lang = locale.lang();
        store.details.with(|outcome| {
            let outcome = outcome.as_ref().filter(|o| o.physical.self_consumption < o.self_consumption)?;
            let [hourly, physical] = [outcome.self_consumption, outcome.physical.self_consumption];
            Some((lang.text().devices.within_hour)(&lang.percent(hourly), &lang.percent(physical)))
        })
    };
    view! {
        <section class="part" aria-labelledby="month.title">
            <h2 id="month.title">{locale.say(|text| text.charts.month_title)}</h2>
            <p>{locale.say(|text| text.charts.month_lead)}</p>
            <ChartMonth months=part(store, |outcome| outcome.months.clone()) year=part(store, |outcome| outcome.energy) />
            <p>{within_hour}</p>
        </section>
        <section class="part" aria-labelledby="day.title">
            <h2 id="day.title">{locale.say(|text| text.charts.day_title)}</h2>
            <p>{locale.say(|text| text.charts.day_lead)}</p>
            <ChartDay day=day />
        </section>
    }
}

#[component]
fn Bill(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let scheme = part(store, |outcome| outcome.scheme);
    let lead = move || match scheme.get() {
        SettlementScheme::NetMetering => locale.text().money.bill_lead_credit,
        _ => locale.text().money.bill_lead,
    };
    let dynamic = part(store, |outcome| outcome.dynamic);
    view! {
        <section class="part bill" aria-labelledby="bill.title">
            <h2 id="bill.title">{locale.say(|text| text.money.bill_title)}</h2>
            <p>{lead}</p>
            <Show when=move || dynamic.get()>
                <p>{locale.say(|text| text.contract.bill_dynamic)}</p>
            </Show>
            <BillTable lines=part(store, |outcome| outcome.bill.clone()) total=part(store, |outcome| Some(outcome.bill_total()))
                deposit=part(store, Outcome::deposit_year)
                paid=part(store, |outcome| (outcome.money.bill_before, outcome.money.bill_after)) />
        </section>
    }
}

#[component]
fn Money(store: Store) -> impl IntoView {
    let locale = Locale::current();
    view! {
        <section class="part" aria-labelledby="cash.title">
            <h2 id="cash.title">{locale.say(|text| text.charts.cash_title)}</h2>
            <p>{locale.say(|text| text.charts.cash_lead)}</p>
            <ChartCash flow=part(store, |outcome| outcome.money.cash_flow.clone())
                sum=part(store, |outcome| outcome.money.cumulative()) />
            <DataTable caption=locale.say(|text| text.money.title)
                columns=headings(|lang| [lang.text().money.item, lang.text().money.value])
                rows=rows(store, |lang, outcome| money(lang, &outcome.money)) />
        </section>
    }
}

fn money(lang: Lang, money: &MoneyOutcome) -> Rows {
    let words = &lang.text().money;
    let none = || words.none.to_owned();
    let share = |share: f64| lang.unit(lang.number(share * 100.0, 1), "%");
    let rows = [
        (words.pv_cost, lang.pln(money.pv_cost.0)),
        (words.battery_cost, lang.pln(money.battery_cost.0)),
        (words.grant, lang.pln(money.grant.0)),
        (lang.text().support.tax_relief, lang.pln(money.tax_relief.0)),
        (words.investment, lang.pln(money.investment.0)),
        (words.net_present_value, lang.pln(money.net_present_value.0)),
        (words.internal_rate, money.internal_rate_of_return.map_or_else(none, share)),
        (words.discounted_payback, money.discounted_payback_years.map_or_else(none, |years| lang.years(years))),
        (
            words.levelised_cost,
            money.levelised_cost.map_or_else(none, |cost| lang.unit(lang.number(cost.0, 2), "zł/kWh")),
        ),
    ];
    rows.map(|(name, value)| vec![name.to_owned(), value]).to_vec()
}

#[component]
fn Losses(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let planes = rows(store, |lang, outcome| {
        let kwp = |value: f64| lang.unit(lang.number(value, 1), "kWp");
        let fits = |value: f64| if outcome.scheme.is_behind_the_meter() { kwp(value) } else { "–".to_owned() };
        let rows = outcome.planes.iter().enumerate().map(|(index, plane)| {
            let name = (lang.text().form.plane)(index + 1);
            vec![name, fits(plane.fits.0), kwp(plane.placed.0), lang.kwh(plane.yield_per_kwp.0)]
        });
        rows.collect()
    });
    let losses = rows(store, |lang, outcome| {
        let row = |step: &LadderStep| vec![lang.text().term(&step.id), lang.kwh(step.change.0), lang.kwh(step.left.0)];
        outcome.ladder.iter().map(row).collect()
    });
    view! {
        <section class="part" aria-labelledby="losses.title">
            <h2 id="losses.title">{locale.say(|text| text.losses.title)}</h2>
            <p>{locale.say(|text| text.losses.lead)}</p>
            <Disclosure summary=locale.say(|text| text.losses.caption)>
                <DataTable caption=locale.say(|text| text.losses.caption) rows=losses
                    columns=headings(|lang| {
                        let words = &lang.text().losses;
                        [words.loss, words.energy, words.left]
                    }) />
            </Disclosure>
            <Disclosure summary=locale.say(|text| text.losses.planes_caption)>
                <DataTable caption=locale.say(|text| text.losses.planes_caption) rows=planes
                    columns=headings(|lang| {
                        let words = &lang.text().losses;
                        [words.plane, words.fits, words.placed, words.yield_per_kwp]
                    }) />
            </Disclosure>
        </section>
    }
}

#[component]
fn Sources(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let columns = headings(|lang| {
        let words = &lang.text().sources;
        [words.figure, words.value, words.source, words.checked, words.confidence]
    });
    let rows = rows(store, |lang, outcome| outcome.assumptions.iter().map(|row| source(lang, row)).collect());
    view! {
        <section class="part" aria-labelledby="sources.title">
            <h2 id="sources.title">{locale.say(|text| text.sources.title)}</h2>
            <p>{locale.say(|text| text.sources.lead)}</p>
            <Disclosure summary=locale.say(|text| text.sources.caption)>
                <DataTable caption=locale.say(|text| text.sources.caption) rows=rows columns=columns words=true />
            </Disclosure>
            <Disclosure summary=locale.say(|text| text.sources.documents)>
                <Documents store=store />
            </Disclosure>
        </section>
    }
}

/// Documents behind tariff, levies and prices.
#[component]
fn Documents(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let columns = headings(|lang| {
        let words = &lang.text().sources;
        [words.source, words.publisher, words.checked, words.confidence]
    });
    let rows = rows(store, |lang, outcome| outcome.documents.iter().map(|document| paper(lang, document)).collect());
    view! { <DataTable caption=locale.say(|text| text.sources.documents) rows=rows columns=columns words=true /> }
}

fn paper(lang: Lang, document: &Document) -> Vec<String> {
    let (confidence, _) = lang.text().confidence(&document.confidence);
    let title = [document.title.as_str(), document.place.as_str()].into_iter().filter(|part| !part.is_empty());
    let title = title.collect::<Vec<_>>().join(", ");
    vec![title, document.publisher.clone(), lang.date(&document.checked_on), confidence.to_owned()]
}

/// What the page does not know yet.
#[component]
fn Unknown() -> impl IntoView {
    let locale = Locale::current();
    view! {
        <section class="part unknown" aria-labelledby="unknown.title">
            <h2 id="unknown.title">{locale.say(|text| text.unknown.title)}</h2>
            {move || locale.text().unknown.paragraphs.iter().map(|words| view! { <p>{*words}</p> }).collect_view()}
        </section>
    }
}
