//! Among the results, for the curious: the battery run in three ways.

use super::details::part;
use crate::model::control::Permission;
use crate::study::Ask;
use crate::ui::choice::Radios;
use crate::ui::disclosure::Disclosure;
use crate::ui::locale::Locale;
use crate::ui::reactive::{derive, memo};
use crate::ui::state::Store;
use crate::ui::study_state::StudyState;
use crate::ui::study_view::StudyView;
use crate::units::Kwh;
use leptos::prelude::*;

/// The three ways, computed only while they are looked at; nothing for a home without a battery.
#[component]
pub fn ControlPart(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let battery = part(store, |outcome| outcome.battery);
    let there = memo(move || battery.get() > Kwh::ZERO);
    let (open, from_grid) = (RwSignal::new(false), RwSignal::new(false));
    let study = store.study(move || {
        let permission = Permission { grid_charge: from_grid.get(), battery_export: false };
        open.get().then_some(Ask::Controls(permission))
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
                    <StudyState stage=study.stage />
                    <StudyView id="control" view=study.found />
                </Disclosure>
            </section>
        </Show>
    }
}
