//! Heating among the results: what the home needs, how well its pump performs, and the sources side by side.

use super::details::{part, source};
use crate::model::heating::HeatOutcome;
use crate::model::session::Session;
use crate::text::Lang;
use crate::ui::data_table::{DataTable, Rows};
use crate::ui::disclosure::Disclosure;
use crate::ui::heat_table::HeatTable;
use crate::ui::locale::Locale;
use crate::ui::reactive::memo;
use crate::ui::state::Store;
use leptos::prelude::*;

/// Heat of the home; nothing where heating is not counted.
#[component]
pub fn HeatPart(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let heat = part(store, |outcome| outcome.heat);
    let there = memo(move || heat.with(Option::is_some));
    let words = move || heat.get().map(|heat| lead(locale.lang(), &heat));
    let open = RwSignal::new(false);
    let comparison = memo(move || if open.get() { store.asked(Session::heating) } else { None });
    let rows = move || {
        let lang = locale.lang();
        let words = &lang.text().sources;
        let columns = [words.figure, words.value, words.source, words.checked, words.confidence];
        let columns = columns.map(str::to_owned).to_vec();
        let rows: Rows =
            comparison.with(|all| all.iter().flat_map(|all| &all.assumptions).map(|row| source(lang, row)).collect());
        view! { <DataTable caption=lang.text().heat.basis rows=rows columns=columns words=true /> }.into_any()
    };
    view! {
        <Show when=move || there.get()>
            <section class="part" aria-labelledby="heat.title">
                <h2 id="heat.title">{locale.say(|text| text.heat.title)}</h2>
                <p>{words}</p>
                <Disclosure summary=locale.say(|text| text.heat.open) on_toggle=move |is_open| open.set(is_open)>
                    <HeatTable comparison=comparison />
                    {rows}
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
