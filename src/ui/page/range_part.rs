//! How far the figures may lie, and the numbers a person knows only about.

use super::form::words;
use crate::error::Problem;
use crate::model::inputs::Scenario;
use crate::model::inputs::ranges::{Range, RangeField};
use crate::ui::disclosure::Disclosure;
use crate::ui::dom;
use crate::ui::locale::Locale;
use crate::ui::number_field::NumberField;
use crate::ui::reactive::{derive, effect};
use crate::ui::state::Store;
use crate::ui::studies::Heard;
use crate::ui::study_state::StudyState;
use crate::ui::study_view::StudyView;
use leptos::prelude::*;

/// Fields whose ranges the page takes; those of what is bought count beside own prices only.
const FIELDS: [RangeField; 3] =
    [RangeField::KwhPerYear, RangeField::EnergyGrowthPercent, RangeField::ExportGrowthPercent];

/// The bands of all figures, and what moves them.
#[component]
pub fn RangePart(store: Store, bands: Heard) -> impl IntoView {
    let locale = Locale::current();
    view! {
        <section class="part" aria-labelledby="ranges.title">
            <h2 id="ranges.title">{locale.say(|text| text.ranges.title)}</h2>
            <p>{locale.say(|text| text.ranges.lead)}</p>
            <Disclosure summary=locale.say(|text| text.ranges.unsure)>
                <p class="field__hint">{locale.say(|text| text.ranges.unsure_hint)}</p>
                {FIELDS.map(|field| ends(store, field))}
            </Disclosure>
            {fetch(store)}
            <StudyState stage=bands.stage quiet=true />
            <StudyView id="ranges" view=bands.found quiet=true />
        </section>
    }
}

/// The way to the studies where the browser is told to save data; nothing once they are fetched.
pub fn fetch(store: Store) -> impl IntoView {
    let locale = Locale::current();
    view! {
        <Show when=move || !store.settled.get() && dom::saves_data()>
            <button type="button" class="button" on:click=move |_| store.settled.set(true)>
                {locale.say(|text| text.ranges.fetch)}
            </button>
        </Show>
    }
}

/// Both ends of what a person knows about one number. The range counts once both are there and in order.
fn ends(store: Store, field: RangeField) -> impl IntoView {
    let told = move || store.said.with_untracked(|said| known(&said.scenario, field));
    let (low, high) = (RwSignal::new(told().map(|range| range.low)), RwSignal::new(told().map(|range| range.high)));
    effect(move || {
        store.revision.track();
        let range = told();
        low.set(range.map(|range| range.low));
        high.set(range.map(|range| range.high));
    });
    let turned = derive(move || {
        let (low, high) = low.get().zip(high.get())?;
        (low > high).then_some(Problem::OutOfRange { value: high, min: low, max: field.field().max })
    });
    let changed = move || {
        let range = low.get_untracked().zip(high.get_untracked()).map(|(low, high)| Range { field, low, high });
        store.edit(field.field().id, |said| {
            let ranges = &mut said.scenario.ranges;
            ranges.retain(|range| range.field != field);
            ranges.extend(range.filter(|range| range.low <= range.high));
        });
    };
    let locale = Locale::current();
    let (label, _) = words(locale, field.field().id);
    [(low, "low"), (high, "high")].map(|(end, name)| {
        let words = derive(move || {
            let words = &locale.text().ranges;
            (if name == "low" { words.low } else { words.high })(&label.get())
        });
        let id = format!("ranges.{}.{name}", field.field().id);
        let asked = id.clone();
        let problem = derive(move || store.problem(&asked).or_else(|| turned.get().filter(|_| name == "high")));
        let entered = id.clone();
        let on_entry = move |entry| {
            store.enter(&entered, entry, |_, number| end.set(number));
            changed();
        };
        view! { <NumberField id=id field=*field.field() label=words hint="" optional=true
        revision=store.revision value=end problem=problem on_entry=on_entry /> }
        .into_any()
    })
}

fn known(scenario: &Scenario, field: RangeField) -> Option<Range> {
    scenario.ranges.iter().find(|range| range.field == field).copied()
}
