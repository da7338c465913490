//! The best of all designs, by what a person wants of it.

use super::range_part::fetch;
use crate::model::inputs::Field;
use crate::model::sizing::joint::Objective;
use crate::study::Ask;
use crate::ui::choice::Select;
use crate::ui::dom;
use crate::ui::locale::Locale;
use crate::ui::number_field::{Entry, NumberField};
use crate::ui::reactive::derive;
use crate::ui::state::Store;
use crate::ui::studies::Heard;
use crate::ui::study_state::StudyState;
use crate::ui::study_view::StudyView;
use crate::units::GrossPln;
use crate::view::Take;
use leptos::prelude::*;

const PERCENT: f64 = 100.0;
const SHARE: Field = Field { id: "search.percent", unit: "%", default: 50.0, min: 0.0, max: 100.0, step: 5.0 };
const AMOUNT: Field =
    Field { id: "search.pln", unit: "zł", default: 30_000.0, min: 0.0, max: 500_000.0, step: 1000.0 };

/// What a person wants: the objective by its place, and its number.
#[derive(Clone, Copy)]
pub struct Wanted {
    objective: RwSignal<usize>,
    percent: RwSignal<f64>,
    pln: RwSignal<f64>,
}

impl Wanted {
    /// The highest value.
    #[must_use]
    pub fn new() -> Self {
        Self { objective: RwSignal::new(0), percent: RwSignal::new(SHARE.default), pln: RwSignal::new(AMOUNT.default) }
    }

    /// The question.
    #[must_use]
    pub fn ask(self) -> Ask {
        let objective = match self.objective.get() {
            1 => Objective::Payback,
            2 => Objective::Autonomy { at_least: self.percent.get() / PERCENT },
            3 => Objective::Budget { at_most: GrossPln(self.pln.get()) },
            4 => Objective::YearlyBill,
            _ => Objective::NetPresentValue,
        };
        Ask::Joint(objective)
    }
}

/// The wish and what was found.
#[component]
pub fn SearchPart(store: Store, wanted: Wanted, search: Heard) -> impl IntoView {
    let locale = Locale::current();
    let options = derive(move || {
        let words = locale.text().search.objectives;
        words.iter().enumerate().map(|(place, words)| (place.to_string(), (*words).to_owned())).collect::<Vec<_>>()
    });
    let choose = move |key: String| wanted.objective.set(key.parse().unwrap_or_default());
    let take = move |take: Take| {
        store.edit("size", |said| {
            said.own_size = true;
            let scenario = &mut said.scenario;
            (scenario.pv_kwp, scenario.battery_kwh) = (take.pv_kwp, take.battery_kwh);
            scenario.tariff.group.clone_from(&take.group);
            if !take.planes.is_empty() {
                scenario.planes.clone_from(&take.planes);
            }
        });
        store.refresh_fields();
        dom::focus_later("answer".to_owned());
    };
    let no_problem = Signal::stored(None::<String>);
    let new_plants = store.said.part(|said| said.scenario.scheme.takes_new_plants());
    view! {
        <Show when=move || new_plants.get()>
            <section class="part" aria-labelledby="search.title">
                <h2 id="search.title">{locale.say(|text| text.search.title)}</h2>
                <p>{locale.say(|text| text.search.lead)}</p>
                <Select id="search.objective" label=locale.say(|text| text.search.objective) hint=""
                    options=options problem=no_problem
                    value=derive(move || wanted.objective.get().to_string()) on_choice=choose />
                <Show when=move || wanted.objective.get() == 2>
                    {number(SHARE, locale.say(|text| text.search.share), wanted.percent)}
                </Show>
                <Show when=move || wanted.objective.get() == 3>
                    {number(AMOUNT, locale.say(|text| text.search.amount), wanted.pln)}
                </Show>
                {fetch(store)}
                <StudyState stage=search.stage quiet=true />
                <StudyView id="search" view=search.found on_take=Callback::new(take) quiet=true />
            </section>
        </Show>
    }
}

fn number(field: Field, label: Signal<String>, value: RwSignal<f64>) -> impl IntoView {
    let wrong = RwSignal::new(None);
    let entered = move |entry| match entry {
        Entry::Number(number) => {
            wrong.set(None);
            value.set(number);
        }
        Entry::Wrong(problem) => wrong.set(Some(problem)),
        Entry::Empty => {}
    };
    view! {
        <NumberField id=field.id field=field label=label hint="" slider=(field.min, field.max.min(150_000.0))
            value=derive(move || Some(value.get())) problem=wrong on_entry=entered />
    }
}
