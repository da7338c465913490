//! Fields bound to what a firm has said: a few kinds for all of them.

use super::state::FirmStore;
use crate::firm::FirmSaid;
use crate::model::inputs::Field;
use crate::model::inputs::firm::FirmMeter;
use crate::text::firm_form::FirmForm;
use crate::ui::choice::{Options, Radios, Select};
use crate::ui::locale::Locale;
use crate::ui::number_field::NumberField;
use crate::ui::reactive::derive;
use leptos::prelude::*;
use std::sync::Arc;

/// Reads something of what was said.
pub type Reads<T> = Arc<dyn Fn(&FirmSaid) -> T + Send + Sync>;
/// Puts something into it.
pub type Writes<T> = Arc<dyn Fn(&mut FirmSaid, T) + Send + Sync>;

/// Words of the form.
pub fn say(locale: Locale, pick: fn(&'static FirmForm) -> &'static str) -> Signal<String> {
    derive(move || pick(locale.lang().firm_form()).to_owned())
}

/// Label and hint of a field.
pub fn words(locale: Locale, field: &'static str) -> (Signal<String>, Signal<String>) {
    let find = move || locale.lang().firm_form().find(field);
    (
        derive(move || find().map_or(String::new(), |words| words.label.to_owned())),
        derive(move || find().map_or(String::new(), |words| words.hint.to_owned())),
    )
}

/// Identifier of a field of a meter.
pub fn id_of(meter: usize, field: &str) -> String {
    format!("meters.{meter}.{field}")
}

/// A number with its field; where it is `optional` an empty field says nothing.
pub struct Number {
    /// Identifier in the document and in errors.
    pub id: String,
    /// Its declaration.
    pub field: Field,
    /// The field may be empty.
    pub optional: bool,
    /// Ends of a slider.
    pub slider: Option<(f64, f64)>,
    /// Zone that is named after the label.
    pub zone: Option<String>,
    /// Words after the hint.
    pub more: Option<Signal<String>>,
    /// The number.
    pub get: Reads<Option<f64>>,
    /// Takes a number in.
    pub put: Writes<Option<f64>>,
}

impl Number {
    /// A number of the whole firm that must be told.
    pub fn told(field: Field, get: fn(&FirmSaid) -> Option<f64>, put: fn(&mut FirmSaid, f64)) -> Self {
        let put = move |said: &mut FirmSaid, number: Option<f64>| {
            if let Some(number) = number {
                put(said, number);
            }
        };
        let (get, put) = (Arc::new(get), Arc::new(put));
        Self { id: field.id.to_owned(), field, optional: false, slider: None, zone: None, more: None, get, put }
    }

    /// A number of the whole firm that may be left out.
    pub fn optional(field: Field, get: fn(&FirmSaid) -> Option<f64>, put: fn(&mut FirmSaid, Option<f64>)) -> Self {
        let (get, put) = (Arc::new(get), Arc::new(put));
        Self { id: field.id.to_owned(), field, optional: true, slider: None, zone: None, more: None, get, put }
    }

    /// A number of a meter that must be told.
    pub fn of_meter(meter: usize, field: Field, get: fn(&FirmMeter) -> f64, put: fn(&mut FirmMeter, f64)) -> Self {
        let get = move |said: &FirmSaid| said.scenario.meters.get(meter).map(get);
        let put = move |said: &mut FirmSaid, number: Option<f64>| {
            if let Some((meter, number)) = said.scenario.meters.get_mut(meter).zip(number) {
                put(meter, number);
            }
        };
        let (get, put) = (Arc::new(get), Arc::new(put));
        Self { id: id_of(meter, field.id), field, optional: false, slider: None, zone: None, more: None, get, put }
    }

    /// A number of a meter that may be left out.
    pub fn of_meter_optional(
        meter: usize,
        field: Field,
        get: fn(&FirmMeter) -> Option<f64>,
        put: fn(&mut FirmMeter, Option<f64>),
    ) -> Self {
        let get = move |said: &FirmSaid| said.scenario.meters.get(meter).and_then(get);
        let put = move |said: &mut FirmSaid, number: Option<f64>| {
            if let Some(meter) = said.scenario.meters.get_mut(meter) {
                put(meter, number);
            }
        };
        let (get, put) = (Arc::new(get), Arc::new(put));
        Self { id: id_of(meter, field.id), field, optional: true, slider: None, zone: None, more: None, get, put }
    }

    /// The same with a slider.
    #[must_use]
    pub fn with_slider(mut self, ends: (f64, f64)) -> Self {
        self.slider = Some(ends);
        self
    }

    /// The same with further words after its hint.
    #[must_use]
    pub fn with_words(mut self, more: Signal<String>) -> Self {
        self.more = Some(more);
        self
    }

    /// The same without a unit beside the number; the label names it.
    #[must_use]
    pub fn without_unit(mut self) -> Self {
        self.field.unit = "";
        self
    }

    /// The field itself.
    pub fn view(self, store: FirmStore) -> AnyView {
        let Self { id, field, optional, slider, zone, more, get, put } = self;
        let locale = Locale::current();
        let (name, hint) = words(locale, field.id);
        let hint = more.map_or(hint, |more| derive(move || format!("{} {}", hint.get(), more.get())));
        let label = derive(move || match &zone {
            Some(zone) => {
                let zone = locale.text().term(&format!("zone.{zone}"));
                (locale.lang().firm_form().zone)(&name.get(), &crate::text::lower_first(&zone))
            }
            None => name.get(),
        });
        let value = derive(move || store.form.said.with(|said| get(said)));
        let (wrong, entered) = (id.clone(), id.clone());
        let problem = derive(move || store.form.problem(&wrong));
        let on_entry = Callback::new(move |entry| store.form.enter(&entered, entry, |said, number| put(said, number)));
        let revision = store.form.revision;
        match slider {
            Some(ends) => view! {
                <NumberField id=id field=field label=label hint=hint value=value problem=problem on_entry=on_entry
                    revision=revision optional=optional slider=ends />
            }
            .into_any(),
            None => view! {
                <NumberField id=id field=field label=label hint=hint value=value problem=problem on_entry=on_entry
                    revision=revision optional=optional />
            }
            .into_any(),
        }
    }
}

/// One of several answers, by its place among the words.
pub struct Choice {
    /// Identifier in the document and in errors.
    pub id: String,
    /// Identifier of its words.
    pub field: &'static str,
    /// The answers.
    pub words: fn(&'static FirmForm) -> &'static [&'static str],
    /// The place of the one that holds.
    pub get: Reads<usize>,
    /// Takes an answer in.
    pub put: Writes<usize>,
}

impl Choice {
    /// An answer for the whole firm.
    pub fn of_firm(
        field: &'static str,
        words: fn(&'static FirmForm) -> &'static [&'static str],
        get: fn(&FirmSaid) -> usize,
        put: fn(&mut FirmSaid, usize),
    ) -> Self {
        Self { id: field.to_owned(), field, words, get: Arc::new(get), put: Arc::new(put) }
    }

    /// An answer for a meter.
    pub fn of_meter(
        meter: usize,
        field: &'static str,
        words: fn(&'static FirmForm) -> &'static [&'static str],
        get: fn(&FirmMeter) -> usize,
        put: fn(&mut FirmMeter, usize),
    ) -> Self {
        let get = move |said: &FirmSaid| said.scenario.meters.get(meter).map_or(0, get);
        let put = move |said: &mut FirmSaid, place| {
            if let Some(meter) = said.scenario.meters.get_mut(meter) {
                put(meter, place);
            }
        };
        Self { id: id_of(meter, field), field, words, get: Arc::new(get), put: Arc::new(put) }
    }

    /// Radio buttons.
    pub fn radios(self, store: FirmStore) -> AnyView {
        let (options, value, on_choice) = self.parts(store);
        let (legend, hint) = words(Locale::current(), self.field);
        view! { <Radios name=self.id legend=legend hint=hint options=options value=value on_choice=on_choice /> }
            .into_any()
    }

    /// A list.
    pub fn list(self, store: FirmStore) -> AnyView {
        let (options, value, on_choice) = self.parts(store);
        let (label, hint) = words(Locale::current(), self.field);
        select(store, self.id, (label, hint), options, value, on_choice)
    }

    fn parts(&self, store: FirmStore) -> (Signal<Options>, Signal<String>, Callback<String>) {
        let locale = Locale::current();
        let (words, get, put, id) = (self.words, Arc::clone(&self.get), Arc::clone(&self.put), self.id.clone());
        let options = derive(move || {
            words(locale.lang().firm_form())
                .iter()
                .enumerate()
                .map(|(place, words)| (place.to_string(), (*words).to_owned()))
                .collect()
        });
        let value = derive(move || store.form.said.with(|said| get(said)).to_string());
        let choose = Callback::new(move |key: String| {
            if let Ok(place) = key.parse() {
                store.form.edit(&id, |said| put(said, place));
            }
        });
        (options, value, choose)
    }
}

/// A list whose answers are known only while the page runs.
pub fn select(
    store: FirmStore,
    id: String,
    (label, hint): (Signal<String>, Signal<String>),
    options: Signal<Options>,
    value: Signal<String>,
    on_choice: Callback<String>,
) -> AnyView {
    let locale = Locale::current();
    let wrong = id.clone();
    let problem =
        derive(move || store.form.problem(&wrong).map(|problem| locale.lang().firm_problem(&wrong, &problem)));
    view! {
        <Select id=id label=label hint=hint options=options value=value on_choice=on_choice problem=problem />
    }
    .into_any()
}
