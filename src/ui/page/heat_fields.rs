//! What heats the home, what is planned, and how much heat the house needs.

use super::form::{number, words};
use crate::link::Said;
use crate::model::inputs::Field;
use crate::model::inputs::heating::{
    DESIGN_C, Emitter, FUEL_AMOUNTS, FUEL_PRICES, HEATED_M2, Heating, Insulation, LITRES, PumpKind, SET_POINT_C,
    SETBACK_K,
};
use crate::rules::heat::{AgeClass, FuelId, HeatSourceId};
use crate::text::Text;
use crate::ui::choice::{Options, Radios, Select};
use crate::ui::disclosure::Disclosure;
use crate::ui::locale::Locale;
use crate::ui::number_field::NumberField;
use crate::ui::reactive::{derive, memo};
use crate::ui::state::Store;
use leptos::prelude::*;

const PLANNED: [Option<PumpKind>; 3] = [None, Some(PumpKind::Air), Some(PumpKind::Ground)];
const INSULATIONS: [Insulation; 3] = [Insulation::AsBuilt, Insulation::Partly, Insulation::Deep];
const EMITTERS: [Emitter; 3] = [Emitter::Floor, Emitter::Radiators45, Emitter::Radiators55];

/// Heating: two questions, and the others once one of them is answered.
#[component]
pub fn HeatFields(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let now = store.said.part(|said| said.scenario.heating);
    let counted = memo(move || now.get().source().is_some());
    let may_plan = memo(move || !matches!(now.get().present, Some(HeatSourceId::AirPump | HeatSourceId::GroundPump)));
    let fuel = memo(move || now.get().fuel());
    let present = choice(
        store,
        "heating.present",
        sources,
        |heating| heating.present.map_or(0, |present| 1 + place(&HeatSourceId::ALL, present)),
        set_present,
    );
    let planned = shown(may_plan, move || {
        choice(
            store,
            "heating.planned",
            |text| text.heat.planned.to_vec(),
            |heating| place(&PLANNED, heating.planned),
            |heating, index| set(&mut heating.planned, &PLANNED, index),
        )
    });
    let further = shown(counted, move || house_fields(store, now, fuel));
    view! {
        <h3>{locale.say(|text| text.heat.title)}</h3>
        {vec![present, planned, further]}
    }
}

/// What tells the heat of the house.
fn house_fields(store: Store, now: Signal<Heating>, fuel: Memo<Option<FuelId>>) -> AnyView {
    let burns = memo(move || fuel.get().is_some());
    let by_fuel = memo(move || fuel.get().is_some() && now.get().fuel_amount.is_some());
    let by_house = memo(move || !by_fuel.get());
    let area =
        number(store, HEATED_M2, (40.0, 300.0), |said| Some(of(said).area_m2), |said, m2| of_mut(said).area_m2 = m2)
            .into_any();
    let described = shown(by_house, move || {
        let age = choice(
            store,
            "heating.age",
            |text| text.heat.ages.to_vec(),
            |heating| place(&AgeClass::ALL, heating.age),
            |heating, index| set(&mut heating.age, &AgeClass::ALL, index),
        );
        let insulation = choice(
            store,
            "heating.insulation",
            |text| text.heat.insulations.to_vec(),
            |heating| place(&INSULATIONS, heating.insulation),
            |heating, index| set(&mut heating.insulation, &INSULATIONS, index),
        );
        vec![age, insulation].into_any()
    });
    let emitter = choice(
        store,
        "heating.emitter",
        |text| text.heat.emitters.to_vec(),
        |heating| place(&EMITTERS, heating.emitter),
        |heating, index| set(&mut heating.emitter, &EMITTERS, index),
    );
    let need = shown(burns, move || need_field(store, by_fuel));
    let amount = shown(by_fuel, move || amount_field(store, fuel));
    vec![need, amount, area, described, emitter, further_fields(store, fuel)].into_any()
}

/// Whether the house or last year's fuel tells its heat.
fn need_field(store: Store, by_fuel: Memo<bool>) -> AnyView {
    let choose = move |key: String| {
        store.edit("heating.need", |said| {
            let heating = &mut said.scenario.heating;
            let field = heating.fuel_field(&FUEL_AMOUNTS).filter(|_| key == "1");
            heating.fuel_amount = field.map(|field| field.default);
        });
        store.refresh_fields();
    };
    let legend = Locale::current().say(|text| text.heat.need_by);
    either("heating.need", (legend, String::new().into()), |text| text.heat.needs, by_fuel.into(), choose)
}

/// Last year's fuel, in its own unit.
fn amount_field(store: Store, fuel: Memo<Option<FuelId>>) -> AnyView {
    let field = move |field: Field| {
        let slider = (field.min, 3.0 * field.default);
        number(
            store,
            field,
            slider,
            |said| Some(of(said).fuel_amount.unwrap_or_default()),
            |said, amount| of_mut(said).fuel_amount = Some(amount),
        )
        .into_any()
    };
    (move || field_of(fuel.get(), &FUEL_AMOUNTS).map(field)).into_any()
}

/// What most people leave as it is.
fn further_fields(store: Store, fuel: Memo<Option<FuelId>>) -> AnyView {
    let locale = Locale::current();
    let (price, price_hint) = words(locale, "heating.fuel_price");
    let hot = store.said.part(|said| said.scenario.heating.hot_water);
    let own_price = move |field: Field| {
        view! {
            <NumberField id=field.id field=field label=price hint=price_hint optional=true revision=store.revision
                value=store.said.part(|said| said.scenario.heating.fuel_price)
                problem=derive(move || store.problem(field.id))
                on_entry=move |entry| {
                    store.enter(field.id, entry, |said, price| said.scenario.heating.fuel_price = price);
                } />
        }
        .into_any()
    };
    let fields = move || {
        let choose = move |key: String| {
            store.edit("hot_water", |said| said.scenario.heating.hot_water = key == "1");
        };
        vec![
            (move || field_of(fuel.get(), &FUEL_PRICES).map(own_price)).into_any(),
            either(
                "heating.hot_water",
                words(locale, "heating.hot_water"),
                |text| [text.form.no, text.form.yes],
                hot,
                choose,
            ),
            number(
                store,
                LITRES,
                (20.0, 80.0),
                |said| Some(of(said).litres_per_person),
                |said, one| of_mut(said).litres_per_person = one,
            )
            .into_any(),
            number(
                store,
                SET_POINT_C,
                (18.0, 24.0),
                |said| Some(of(said).set_point_c),
                |said, one| of_mut(said).set_point_c = one,
            )
            .into_any(),
            number(
                store,
                SETBACK_K,
                (0.0, 4.0),
                |said| Some(of(said).setback_k),
                |said, one| of_mut(said).setback_k = one,
            )
            .into_any(),
            number(
                store,
                DESIGN_C,
                (-24.0, -16.0),
                |said| Some(of(said).design_c),
                |said, one| of_mut(said).design_c = one,
            )
            .into_any(),
        ]
    };
    view! { <Disclosure summary=locale.say(|text| text.heat.more)>{fields()}</Disclosure> }.into_any()
}

/// Fields that are there only while `when` holds; of one type, so that little code is loaded.
fn shown(when: Memo<bool>, fields: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let fields: Box<dyn Fn() -> AnyView + Send + Sync> = Box::new(fields);
    (move || when.get().then(&*fields)).into_any()
}

/// A question with two answers: the first, keyed 0, and the second, keyed 1, which holds where `second` does.
fn either(
    id: &'static str,
    (legend, hint): (Signal<String>, Signal<String>),
    answers: fn(&Text) -> [&'static str; 2],
    second: Signal<bool>,
    on_choice: impl Fn(String) + Send + Sync + 'static,
) -> AnyView {
    let locale = Locale::current();
    let options = derive(move || keyed(answers(locale.text()).to_vec()));
    let value = derive(move || u8::from(second.get()).to_string());
    let on_choice = Callback::new(on_choice);
    view! { <Radios name=id legend=legend hint=hint options=options value=value on_choice=on_choice /> }.into_any()
}

fn sources(text: &Text) -> Vec<&'static str> {
    std::iter::once(text.heat.no_present).chain(text.heat.sources).collect()
}

/// Another source counts in other units; a home with a pump plans none.
fn set_present(heating: &mut Heating, index: usize) {
    heating.present = index.checked_sub(1).and_then(|index| HeatSourceId::ALL.get(index).copied());
    if matches!(heating.present, Some(HeatSourceId::AirPump | HeatSourceId::GroundPump)) {
        heating.planned = None;
    }
    let amount = heating.fuel_field(&FUEL_AMOUNTS).filter(|_| heating.fuel_amount.is_some());
    heating.fuel_amount = amount.map(|field| field.default);
    heating.fuel_price = None;
}

/// The declaration that holds for a fuel.
fn field_of(fuel: Option<FuelId>, fields: &[(FuelId, Field)]) -> Option<Field> {
    fields.iter().find(|(id, _)| Some(*id) == fuel).map(|(_, field)| *field)
}

fn place<T: PartialEq>(all: &[T], value: T) -> usize {
    all.iter().position(|one| *one == value).unwrap_or(0)
}

fn set<T: Copy>(value: &mut T, all: &[T], index: usize) {
    if let Some(one) = all.get(index) {
        *value = *one;
    }
}

/// Answers keyed by their places.
fn keyed(answers: Vec<&'static str>) -> Options {
    answers.into_iter().enumerate().map(|(index, words)| (index.to_string(), words.to_owned())).collect()
}

/// A list of answers known by their places.
fn choice(
    store: Store,
    id: &'static str,
    answers: fn(&Text) -> Vec<&'static str>,
    get: fn(&Heating) -> usize,
    put: fn(&mut Heating, usize),
) -> AnyView {
    let locale = Locale::current();
    let (label, hint) = words(locale, id);
    let options = derive(move || keyed(answers(locale.text())));
    let value = store.said.part(move |said| get(&said.scenario.heating).to_string());
    let choose = move |key: String| {
        if let Ok(index) = key.parse() {
            store.edit(id, |said| put(&mut said.scenario.heating, index));
            // Fields that go must not leave an error behind.
            if matches!(id, "heating.present" | "heating.planned") {
                store.refresh_fields();
            }
        }
    };
    view! { <Select id=id label=label hint=hint options=options value=value on_choice=choose /> }.into_any()
}

fn of(said: &Said) -> &Heating {
    &said.scenario.heating
}

fn of_mut(said: &mut Said) -> &mut Heating {
    &mut said.scenario.heating
}
