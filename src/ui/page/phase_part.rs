//! Among the results, for the curious: what netting each phase by itself would cost.

use super::contract_parts::has_plant;
use super::form::{number, words};
use crate::model::inputs::phase_split::{FIRST_PERCENT, INVERTER_PHASES, SECOND_PERCENT, THIRD_PERCENT};
use crate::study::Ask;
use crate::ui::choice::Radios;
use crate::ui::disclosure::Disclosure;
use crate::ui::locale::Locale;
use crate::ui::reactive::{derive, memo};
use crate::ui::state::Store;
use crate::ui::study_state::StudyState;
use crate::ui::study_view::StudyView;
use leptos::prelude::*;

/// Both ways of netting, computed only while they are looked at; nothing for a home with one phase or no plant of its own.
#[component]
pub fn PhasePart(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let plant = has_plant(store);
    let three = store.said.part(|said| said.scenario.tariff.phases == 3 && said.scenario.scheme.is_behind_the_meter());
    let there = memo(move || plant() && three.get());
    let open = RwSignal::new(false);
    let study = store.study(move || open.get().then_some(Ask::Phases));
    view! {
        <Show when=move || there.get()>
            <section class="part" aria-labelledby="phases.title">
                <h2 id="phases.title">{locale.say(|text| text.phases.title)}</h2>
                <p>{locale.say(|text| text.phases.lead)}</p>
                <Disclosure summary=locale.say(|text| text.phases.open) on_toggle=move |is_open| open.set(is_open)>
                    <SplitFields store=store />
                    <StudyState stage=study.stage />
                    <StudyView id="phases" view=study.found />
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
            value=store.said.part(|said| said.scenario.phase_split.inverter_phases.to_string()) />
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
