//! Examples of choices.

use super::{Options, Radios, Select};
use leptos::prelude::*;

fn phases() -> Options {
    vec![("1".to_owned(), "Jedna faza".to_owned()), ("3".to_owned(), "Trzy fazy".to_owned())]
}

/// Radio buttons.
pub fn radios() -> AnyView {
    let value = RwSignal::new("3".to_owned());
    view! {
        <Radios name="example.radios" legend="Przyłącze" hint="Jest na rachunku." options=phases() value=value
            on_choice=move |key| value.set(key) />
    }
    .into_any()
}

/// A list.
pub fn select() -> AnyView {
    let value = RwSignal::new("1".to_owned());
    view! {
        <Select id="example.select" label="Przyłącze" hint="" options=phases() value=value
            on_choice=move |key| value.set(key) />
    }
    .into_any()
}

/// A list with an error.
pub fn select_wrong() -> AnyView {
    view! {
        <Select id="example.select_wrong" label="Przyłącze" hint="Jest na rachunku." options=phases()
            value="1".to_owned() on_choice=|_| {} problem=Some("Wybierz z listy.".to_owned()) />
    }
    .into_any()
}
