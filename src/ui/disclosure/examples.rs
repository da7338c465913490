//! Examples of the disclosure.

use super::Disclosure;
use leptos::prelude::*;

/// Closed.
pub fn closed() -> AnyView {
    view! { <Disclosure summary="Otwórz, aby zobaczyć więcej"><p>"Treść."</p></Disclosure> }.into_any()
}

/// Open.
pub fn open() -> AnyView {
    view! { <Disclosure summary="Otwarte od początku" open=true><p>"Treść."</p></Disclosure> }.into_any()
}
