//! Examples of notices.

use super::{Notice, stopped};
use leptos::prelude::*;

/// A message that can be closed.
pub fn message() -> AnyView {
    let message = RwSignal::new(Some("Tego linku nie udało się odczytać.".to_owned()));
    view! { <Notice message=message on_close=move |()| message.set(None) /> }.into_any()
}

/// What a visitor sees after the program has stopped.
pub fn after_a_stop() -> AnyView {
    let place = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if let (Some(place), Some(notice)) = (place.get(), stopped(&document(), "example")) {
            place.replace_children_with_node_1(&notice);
        }
    });
    view! { <div node_ref=place></div> }.into_any()
}
