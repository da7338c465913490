//! Among the results, for the curious: the battery run in three ways.

use super::details::part;
use crate::error::InputError;
use crate::model::control::{ControlYear, Controls, Permission};
use crate::model::inputs::Scenario;
use crate::model::session::Session;
use crate::text::Lang;
use crate::ui::choice::Radios;
use crate::ui::data_table::DataTable;
use crate::ui::disclosure::Disclosure;
use crate::ui::locale::Locale;
use crate::ui::reactive::{derive, memo};
use crate::ui::state::Store;
use crate::units::Kwh;
use leptos::prelude::*;

/// The three ways, computed only while they are looked at; nothing for a home without a battery.
#[component]
pub fn ControlPart(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let battery = part(store, |outcome| outcome.battery);
    let there = memo(move || battery.get() > Kwh::ZERO);
    let (open, from_grid) = (RwSignal::new(false), RwSignal::new(false));
    let ways = memo(move || {
        if !open.get() {
            return None;
        }
        store.asked(if from_grid.get() { with_grid } else { own_energy })
    });
    let columns = derive(move || {
        let (words, phases) = (&locale.text().control, &locale.text().phases);
        [words.way, phases.import, phases.export, words.discharge, phases.cost].map(str::to_owned).to_vec()
    });
    let rows = derive(move || {
        let (lang, words) = (locale.lang(), &locale.text().control);
        let ways = ways.get();
        let rows = ways.iter().flat_map(|ways| {
            [(words.greedy, ways.greedy), (words.price_aware, ways.price_aware), (words.optimal, ways.optimal)]
        });
        rows.map(|(name, year)| row(lang, name, &year)).collect::<Vec<_>>()
    });
    let options = derive(move || {
        let form = &locale.text().form;
        [("no", form.no), ("yes", form.yes)].map(|(key, words)| (key.to_owned(), words.to_owned())).to_vec()
    });
    view! {
        <Show when=move || there.get()>
            <section class="part" aria-labelledby="control.title">
                <h2 id="control.title">{locale.say(|text| text.control.title)}</h2>
                <p>{locale.say(|text| text.control.lead)}</p>
                <Disclosure summary=locale.say(|text| text.control.open) on_toggle=move |is_open| open.set(is_open)>
                    <Radios name="control.from_grid" legend=locale.say(|text| text.control.question)
                        hint=locale.say(|text| text.control.hint) options=options
                        value=derive(move || if from_grid.get() { "yes" } else { "no" }.to_owned())
                        on_choice=move |key: String| from_grid.set(key == "yes") />
                    <DataTable caption=locale.say(|text| text.control.caption) columns=columns rows=rows />
                    <p>{locale.say(|text| text.control.note)}</p>
                </Disclosure>
            </section>
        </Show>
    }
}

/// An answer of the session.
type Answer = Result<Controls, Vec<InputError>>;

fn own_energy(session: &mut Session, scenario: &Scenario) -> Answer {
    session.controls(scenario, Permission::default())
}

fn with_grid(session: &mut Session, scenario: &Scenario) -> Answer {
    session.controls(scenario, Permission { grid_charge: true, battery_export: false })
}

fn row(lang: Lang, name: &str, year: &ControlYear) -> Vec<String> {
    let energy = [year.import, year.export, year.discharge].map(|kwh| lang.kwh(kwh.0));
    std::iter::once(name.to_owned()).chain(energy).chain([lang.pln(year.yearly_bill.0)]).collect()
}
