//! Everything that is wrong with the form, with a way to each field.

pub mod examples;

use super::{dom, locale::Locale};
use crate::error::InputError;
use leptos::prelude::*;

/// A list of errors; each leads to its field. Nothing is shown where nothing is wrong.
#[component]
pub fn ErrorSummary(
    /// What is wrong.
    #[prop(into)]
    errors: Signal<Vec<InputError>>,
) -> impl IntoView {
    let locale = Locale::current();
    let items = move || {
        errors
            .get()
            .into_iter()
            .map(|error| {
                let words = locale.lang().error(&error);
                let (target, field) = (format!("#{}", error.field), error.field);
                let go = move |event: leptos::ev::MouseEvent| {
                    event.prevent_default();
                    dom::focus(&field);
                };
                view! { <li><a href=target on:click=go>{words}</a></li> }
            })
            .collect_view()
    };
    view! {
        <div class="error-summary-live" role="status">
            <Show when=move || !errors.get().is_empty()>
                <div class="error-summary">
                    <p class="error-summary__title">{locale.say(|text| text.problems.summary)}</p>
                    <ul class="error-summary__list">{items}</ul>
                </div>
            </Show>
        </div>
    }
}
