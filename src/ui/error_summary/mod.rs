//! Everything that is wrong with the form, with a way to each field.

pub mod examples;

use super::{dom, locale::Locale};
use crate::error::InputError;
use crate::text::Lang;
use leptos::prelude::*;

/// A list of errors; each leads to its field. Nothing is shown where nothing is wrong.
#[component]
pub fn ErrorSummary(
    /// What is wrong.
    #[prop(into)]
    errors: Signal<Vec<InputError>>,
    /// An error in words, where its field is not one of a home.
    #[prop(optional)]
    words: Option<fn(Lang, &InputError) -> String>,
    /// Called with the field that is to be shown, where it may stand in a closed part.
    #[prop(optional, into)]
    on_go: Option<Callback<String>>,
) -> impl IntoView {
    let locale = Locale::current();
    let items = move || {
        errors
            .get()
            .into_iter()
            .map(|error| {
                let words = words.map_or_else(|| locale.lang().error(&error), |words| words(locale.lang(), &error));
                let (target, field) = (format!("#{}", error.field), error.field);
                let go = move |event: leptos::ev::MouseEvent| {
                    event.prevent_default();
                    match on_go {
                        Some(on_go) => on_go.run(field.clone()),
                        None => dom::focus(&field),
                    }
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
