//! Heating among the results: what the home needs, how well its pump performs, and the sources side by side.

use super::details::part;
use crate::model::heating::HeatOutcome;
use crate::study::Ask;
use crate::text::Lang;
use crate::ui::disclosure::Disclosure;
use crate::ui::locale::Locale;
use crate::ui::reactive::memo;
use crate::ui::state::Store;
use crate::ui::study_state::StudyState;
use crate::ui::study_view::StudyView;
use leptos::prelude::*;

/// Heat of the home; nothing where heating is not counted.
#[component]
pub fn HeatPart(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let heat = part(store, |outcome| outcome.heat);
    let there = memo(move || heat.with(Option::is_some));
    let words = move || heat.get().map(|heat| lead(locale.lang(), &heat));
    let open = RwSignal::new(false);
    let study = store.study(move || open.get().then_some(Ask::Heating));
    view! {
        <Show when=move || there.get()>
            <section class="part" aria-labelledby="heat.title">
                <h2 id="heat.title">{locale.say(|text| text.heat.title)}</h2>
                <p>{words}</p>
                <Disclosure summary=locale.say(|text| text.heat.open) on_toggle=move |is_open| open.set(is_open)>
                    <StudyState stage=study.stage />
                    <StudyView id="heat" view=study.found />
                </Disclosure>
            </section>
        </Show>
    }
}

fn lead(lang: Lang, heat: &HeatOutcome) -> String {
    let words = &lang.text().heat;
    let kwh = |value: f64| lang.unit(lang.number(value, 1), "kWh");
    let power = lang.unit(lang.number(heat.design_load.0, 1), "kW");
    let mut said = vec![(words.heat)(&lang.kwh(heat.rooms.0), &lang.kwh(heat.water.0), &power)];
    if let Some(performance) = heat.performance {
        said.push((words.electricity)(&lang.kwh(heat.electricity.0), &kwh(performance)));
    }
    if let Some((rooms, water)) = heat.rooms_performance.zip(heat.water_performance) {
        said.push((words.performances)(&kwh(rooms), &kwh(water)));
    }
    said.join(" ")
}
