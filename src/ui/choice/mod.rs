//! One of several: radio buttons for a few, a list for more.

pub mod examples;

use super::locale::Locale;
use crate::ui::reactive::memo;
use leptos::prelude::*;

/// What can be chosen: value and words.
pub type Options = Vec<(String, String)>;

/// Radio buttons under a common question.
#[component]
pub fn Radios(
    /// Name of the group and beginning of the identifiers.
    #[prop(into)]
    name: String,
    /// The question.
    #[prop(into)]
    legend: Signal<String>,
    /// Its explanation.
    #[prop(into)]
    hint: Signal<String>,
    /// The answers.
    #[prop(into)]
    options: Signal<Options>,
    /// The answer that holds.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the answer chosen.
    #[prop(into)]
    on_choice: Callback<String>,
) -> impl IntoView {
    let (options, value) = (memo(move || options.get()), memo(move || value.get()));
    let hint_id = format!("{name}.hint");
    let answers = move || {
        options
            .get()
            .into_iter()
            .map(|(key, words)| {
                let (id, group) = (format!("{name}.{key}"), name.clone());
                let (is, chosen) = (key.clone(), key.clone());
                view! {
                    <div class="radios__item">
                        <input class="radios__input" type="radio" id=id.clone() name=group value=key
                            prop:checked=move || value.get() == is
                            on:change=move |_| on_choice.run(chosen.clone()) />
                        <label class="radios__label" for=id>{words}</label>
                    </div>
                }
            })
            .collect_view()
    };
    view! {
        <fieldset class="radios" aria-describedby=hint_id.clone()>
            <legend class="radios__legend">{move || legend.get()}</legend>
            <p class="field__hint" id=hint_id.clone() hidden=move || hint.get().is_empty()>{move || hint.get()}</p>
            <div class="radios__items">{answers}</div>
        </fieldset>
    }
}

/// A list to choose from.
#[component]
pub fn Select(
    /// Identifier in the document and in errors.
    #[prop(into)]
    id: String,
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// Its explanation.
    #[prop(into)]
    hint: Signal<String>,
    /// The answers.
    #[prop(into)]
    options: Signal<Options>,
    /// The answer that holds.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the answer chosen.
    #[prop(into)]
    on_choice: Callback<String>,
    /// What is wrong with it, in words.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
) -> impl IntoView {
    let locale = Locale::current();
    // Entries that stay as they are must not be made anew: a list being typed in would lose its place.
    let (options, value) = (memo(move || options.get()), memo(move || value.get()));
    let (hint_id, error_id) = (format!("{id}.hint"), format!("{id}.error"));
    let answers = move || {
        options
            .get()
            .into_iter()
            .map(|(key, words)| {
                let is = key.clone();
                view! { <option value=key prop:selected=move || value.get() == is>{words}</option> }
            })
            .collect_view()
    };
    view! {
        <div class="field" class:field--wrong=move || problem.get().is_some()>
            <label class="field__label" for=id.clone()>{move || label.get()}</label>
            <p class="field__hint" id=hint_id.clone() hidden=move || hint.get().is_empty()>{move || hint.get()}</p>
            <p class="field__error" id=error_id.clone()>
                {move || problem.get().map(|message| view! {
                    <span class="visually-hidden">{locale.say(|text| text.problems.prefix)}</span>{message}
                })}
            </p>
            <select class="select" id=id aria-describedby=format!("{error_id} {hint_id}")
                aria-invalid=move || problem.get().is_some().to_string()
                on:change=move |event| on_choice.run(event_target_value(&event))>
                {answers}
            </select>
        </div>
    }
}
