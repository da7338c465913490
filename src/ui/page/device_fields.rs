//! Habits, car and devices: what is used when, and what can wait.

use super::form::{number, words};
use super::money_fields::optional;
use crate::link::Said;
use crate::model::inputs::{
    CHARGER_KW, COOLED_M2, Car, DAYS_AT_HOME, Dwelling, Field, KM_PER_YEAR, KWH_PER_100_KM, Mostly, Timing,
};
use crate::text::Text;
use crate::ui::choice::{Options, Radios, Select};
use crate::ui::disclosure::Disclosure;
use crate::ui::locale::Locale;
use crate::ui::reactive::derive;
use crate::ui::state::Store;
use leptos::prelude::*;

const DWELLINGS: [Dwelling; 2] = [Dwelling::House, Dwelling::Flat];
const MOSTLY: [Mostly; 6] =
    [Mostly::Usual, Mostly::Morning, Mostly::Day, Mostly::Evening, Mostly::Night, Mostly::Evenly];
const TIMINGS: [Timing; 3] = [Timing::AtOnce, Timing::CheapHours, Timing::Surplus];
const WORKING_DAYS: [&str; 6] = ["0", "1", "2", "3", "4", "5"];
/// Area that stands in the field when air conditioning is first said to be there, m².
const FIRST_COOLED_M2: f64 = 40.0;

/// The words of a choice, in its order.
type Words = fn(&'static Text) -> &'static [&'static str];

fn place<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|known| known == one).unwrap_or(0)
}

/// One of a few, bound to its place among the words.
fn choice(
    store: Store,
    id: &'static str,
    all: Words,
    get: fn(&Said) -> usize,
    put: fn(&mut Said, usize),
    list: bool,
) -> AnyView {
    let locale = Locale::current();
    let (label, hint) = words(locale, id);
    let options = derive(move || {
        let all = all(locale.text()).iter().enumerate();
        all.map(|(place, words)| (place.to_string(), (*words).to_owned())).collect::<Options>()
    });
    let value = store.said.part(move |said| get(said).to_string());
    let choose = move |key: String| {
        if let Ok(place) = key.parse() {
            store.edit(id, |said| put(said, place));
            store.refresh_fields();
        }
    };
    if list {
        view! { <Select id=id label=label hint=hint options=options value=value on_choice=choose /> }.into_any()
    } else {
        view! { <Radios name=id legend=label hint=hint options=options value=value on_choice=choose /> }.into_any()
    }
}

/// The building, and when most is used.
#[component]
pub fn DwellingFields(store: Store) -> impl IntoView {
    view! {
        {choice(
            store,
            "household.mostly",
            |text| &text.devices.mostly,
            |said| place(&MOSTLY, &said.scenario.household.mostly),
            |said, chosen| said.scenario.household.mostly = MOSTLY.get(chosen).copied().unwrap_or_default(),
            true,
        )}
        {choice(
            store,
            "household.dwelling",
            |text| &text.devices.dwellings,
            |said| place(&DWELLINGS, &said.scenario.household.dwelling),
            |said, chosen| said.scenario.household.dwelling = DWELLINGS.get(chosen).copied().unwrap_or_default(),
            false,
        )}
    }
}

/// Car, boiler, machines and air conditioning; their fields appear with them.
#[component]
pub fn DeviceFields(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let car = store.said.part(|said| said.scenario.car.is_some());
    let cooled = store.said.part(|said| said.scenario.devices.cooled_m2 > 0.0);
    view! {
        <Disclosure summary=locale.say(|text| text.devices.title)>
            <p class="field__hint">{locale.say(|text| text.devices.lead)}</p>
            {yes_no(
                store,
                "car",
                |said| said.scenario.car.is_some(),
                |said, yes| said.scenario.car = yes.then(Car::default),
            )}
            <Show when=move || car.get()>
                <CarFields store=store />
            </Show>
            {choice(
                store,
                "devices.boiler",
                |text| &text.devices.boiler,
                |said| said.scenario.devices.boiler.map_or(0, |timing| 1 + place(&TIMINGS, &timing)),
                |said, chosen| {
                    said.scenario.devices.boiler = chosen.checked_sub(1).and_then(|place| TIMINGS.get(place).copied());
                },
                true,
            )}
            {choice(
                store,
                "devices.machines",
                |text| &text.devices.machines,
                |said| place(&TIMINGS, &said.scenario.devices.machines),
                |said, chosen| said.scenario.devices.machines = TIMINGS.get(chosen).copied().unwrap_or_default(),
                true,
            )}
            {yes_no(
                store,
                "devices.cooling",
                |said| said.scenario.devices.cooled_m2 > 0.0,
                |said, yes| said.scenario.devices.cooled_m2 = if yes { FIRST_COOLED_M2 } else { COOLED_M2.default },
            )}
            <Show when=move || cooled.get()>
                {number(
                    store,
                    COOLED_M2,
                    (5.0, 200.0),
                    |said| Some(said.scenario.devices.cooled_m2),
                    |said, m2| said.scenario.devices.cooled_m2 = m2,
                )}
            </Show>
            <Show when=move || car.get() || cooled.get()>
                {choice(
                    store,
                    "devices.included",
                    |text| &text.devices.included,
                    |said| usize::from(said.scenario.devices.included),
                    |said, chosen| said.scenario.devices.included = chosen == 1,
                    false,
                )}
            </Show>
        </Disclosure>
    }
}

/// A question with yes and no.
fn yes_no(store: Store, id: &'static str, get: fn(&Said) -> bool, put: fn(&mut Said, bool)) -> impl IntoView {
    let locale = Locale::current();
    let (label, hint) = words(locale, id);
    let options = derive(move || {
        let form = &locale.text().form;
        [("yes", form.yes), ("no", form.no)].map(|(key, words)| (key.to_owned(), words.to_owned())).to_vec()
    });
    let value = store.said.part(move |said| if get(said) { "yes" } else { "no" }.to_owned());
    let choose = move |key: String| {
        store.edit(id, |said| put(said, key == "yes"));
        store.refresh_fields();
    };
    view! { <Radios name=id legend=label hint=hint options=options value=value on_choice=choose /> }
}

#[component]
fn CarFields(store: Store) -> impl IntoView {
    view! {
        {figure(store, KM_PER_YEAR, |car| car.km_per_year, |car, km| car.km_per_year = km)}
        {figure(store, KWH_PER_100_KM, |car| car.kwh_per_100_km, |car, kwh| car.kwh_per_100_km = kwh)}
        {figure(store, CHARGER_KW, |car| car.charger_kw, |car, kw| car.charger_kw = kw)}
        {choice(
            store,
            DAYS_AT_HOME.id,
            |_| &WORKING_DAYS,
            |said| said.scenario.car.map_or(0, |car| usize::from(car.days_at_home)),
            |said, chosen| {
                if let (Some(car), Ok(days)) = (&mut said.scenario.car, u8::try_from(chosen)) {
                    car.days_at_home = days;
                }
            },
            true,
        )}
        {choice(
            store,
            "car.charging",
            |text| &text.devices.charging,
            |said| said.scenario.car.map_or(0, |car| place(&TIMINGS, &car.charging)),
            |said, chosen| {
                if let (Some(car), Some(timing)) = (&mut said.scenario.car, TIMINGS.get(chosen)) {
                    car.charging = *timing;
                }
            },
            true,
        )}
    }
}

/// A number of the car; empty for that of the tables.
fn figure(store: Store, field: Field, get: fn(&Car) -> Option<f64>, put: fn(&mut Car, Option<f64>)) -> impl IntoView {
    let get = move |said: &Said| said.scenario.car.as_ref().and_then(get);
    optional(store, field, get, move |said, number| {
        if let Some(car) = &mut said.scenario.car {
            put(car, number);
        }
    })
}
