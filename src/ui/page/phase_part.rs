//! Among the results, for the curious: what netting each phase by itself would cost.

use super::contract_parts::has_plant;
use super::form::{number, words};
use crate::model::inputs::phase_split::{FIRST_PERCENT, INVERTER_PHASES, SECOND_PERCENT, THIRD_PERCENT};
use crate::model::phases::{ByPhase, Netted};
use crate::model::session::Session;
use crate::text::Lang;
use crate::ui::choice::Radios;
use crate::ui::data_table::DataTable;
use crate::ui::disclosure::Disclosure;
use crate::ui::locale::Locale;
use crate::ui::reactive::{derive, memo};
use crate::ui::state::Store;
use leptos::prelude::*;

/// Less than this a year is shown as no difference.
const LEAST_PLN: f64 = 0.5;

/// Both ways of netting, computed only while they are looked at; nothing for a home with one phase or no plant of its own.
#[component]
pub fn PhasePart(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let plant = has_plant(store);
    let there = memo(move || {
        plant()
            && store.said.with(|said| said.scenario.tariff.phases == 3 && said.scenario.scheme.is_behind_the_meter())
    });
    let open = RwSignal::new(false);
    let ways = memo(move || if open.get() { store.asked(Session::by_phase) } else { None });
    let verdict = move || ways.get().map(|ways| verdict(locale.lang(), &ways));
    let columns = derive(move || {
        let words = &locale.text().phases;
        [words.way, words.import, words.export, words.cost].map(str::to_owned).to_vec()
    });
    let rows = derive(move || {
        let (lang, words) = (locale.lang(), &locale.text().phases);
        let ways = ways.get();
        let rows = ways.iter().flat_map(|ways| [(words.summed, ways.summed), (words.apart, ways.apart)]);
        rows.map(|(name, netted)| row(lang, name, &netted)).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || there.get()>
            <section class="part" aria-labelledby="phases.title">
                <h2 id="phases.title">{locale.say(|text| text.phases.title)}</h2>
                <p>{locale.say(|text| text.phases.lead)}</p>
                <Disclosure summary=locale.say(|text| text.phases.open) on_toggle=move |is_open| open.set(is_open)>
                    <SplitFields store=store />
                    <p role="status">{verdict}</p>
                    <DataTable caption=locale.say(|text| text.phases.caption) columns=columns rows=rows />
                </Disclosure>
            </section>
        </Show>
    }
}

/// How use and inverter lie on the phases.
#[component]
fn SplitFields(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let (label, hint) = words(locale, INVERTER_PHASES.id);
    let options = derive(move || {
        let form = &locale.text().form;
        [("1", form.one_phase), ("3", form.three_phases)]
            .map(|(key, words)| (key.to_owned(), words.to_owned()))
            .to_vec()
    });
    let choose = move |key: String| {
        store.edit("inverter_phases", |said| {
            said.scenario.phase_split.inverter_phases = if key == "1" { 1 } else { 3 };
        });
    };
    view! {
        <Radios name=INVERTER_PHASES.id legend=label hint=hint options=options on_choice=choose
            value=derive(move || store.said.with(|said| said.scenario.phase_split.inverter_phases.to_string())) />
        {number(
            store,
            FIRST_PERCENT,
            (0.0, 100.0),
            |said| Some(said.scenario.phase_split.first_percent),
            |said, percent| said.scenario.phase_split.first_percent = percent,
        )}
        {number(
            store,
            SECOND_PERCENT,
            (0.0, 100.0),
            |said| Some(said.scenario.phase_split.second_percent),
            |said, percent| said.scenario.phase_split.second_percent = percent,
        )}
        {number(
            store,
            THIRD_PERCENT,
            (0.0, 100.0),
            |said| Some(said.scenario.phase_split.third_percent),
            |said, percent| said.scenario.phase_split.third_percent = percent,
        )}
    }
}

fn verdict(lang: Lang, ways: &ByPhase) -> String {
    let (words, more_pln) = (&lang.text().phases, ways.dearer_by.0);
    if more_pln.abs() < LEAST_PLN {
        return words.same.to_owned();
    }
    let say = if more_pln > 0.0 { words.dearer } else { words.cheaper };
    say(&lang.pln(more_pln.abs()))
}

fn row(lang: Lang, name: &str, netted: &Netted) -> Vec<String> {
    vec![name.to_owned(), lang.kwh(netted.import.0), lang.kwh(netted.export.0), lang.pln(netted.yearly_cost.0)]
}
