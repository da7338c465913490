//! How large the installation is to be, and who says so.

use super::form::number;
use super::money_fields::field;
use crate::link::Said;
use crate::model::inputs::{BATTERY_GROSS_PLN, BATTERY_KWH, PV_GROSS_PLN, PV_KWP};
use crate::ui::choice::Radios;
use crate::ui::locale::Locale;
use crate::ui::reactive::derive;
use crate::ui::state::Store;
use leptos::prelude::*;

/// The recommended size, or the person's own with its prices.
#[component]
pub fn SizeFields(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let own = store.said.part(Said::sizes_itself);
    let stands = store.said.part(|said| !said.scenario.scheme.takes_new_plants());
    let battery = store.said.part(|said| said.scenario.scheme.is_behind_the_meter());
    let options = derive(move || {
        let form = &locale.text().form;
        let options = [("recommended", form.size_recommended), ("own", form.size_own)];
        options.map(|(key, words)| (key.to_owned(), words.to_owned())).to_vec()
    });
    let choose = move |key: String| {
        let shown = store.effective();
        store.edit("size", |said| {
            said.own_size = key == "own";
            if said.own_size {
                said.scenario.pv_kwp = shown.pv_kwp;
                said.scenario.battery_kwh = shown.battery_kwh;
            }
        });
        store.refresh_fields();
    };
    view! {
        <h3>{locale.say(|text| text.form.size)}</h3>
        <Show when=move || !stands.get()
            fallback=move || view! { <p class="field__hint">{locale.say(|text| text.form.size_stands)}</p> }>
            <Radios name="size" legend=locale.say(|text| text.form.size_by)
                hint=locale.say(|text| text.form.size_recommended_hint) options=options
                value=derive(move || if own.get() { "own" } else { "recommended" }.to_owned()) on_choice=choose />
        </Show>
        <Show when=move || own.get()>
            {number(store, PV_KWP, (0.0, 20.0), |said| Some(said.scenario.pv_kwp), |said, kwp| said.scenario.pv_kwp = kwp)}
            {field(store, PV_GROSS_PLN, |money| money.pv_gross_pln, |money, pln| money.pv_gross_pln = pln)}
            <Show when=move || battery.get()>
                {number(
                    store,
                    BATTERY_KWH,
                    (0.0, 30.0),
                    |said| Some(said.scenario.battery_kwh),
                    |said, kwh| said.scenario.battery_kwh = kwh,
                )}
                {field(
                    store,
                    BATTERY_GROSS_PLN,
                    |money| money.battery_gross_pln,
                    |money, pln| money.battery_gross_pln = pln,
                )}
            </Show>
        </Show>
    }
}
