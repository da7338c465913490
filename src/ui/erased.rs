//! Parts of a view of few types: what changes, what comes and goes, buttons, parts of a form. The reason is that of [`super::reactive`].

use super::reactive::memo;
use leptos::prelude::*;

/// A part that is made anew whenever something it reads has changed.
pub fn dynamic(make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    boxed(Box::new(make))
}

fn boxed(make: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || make()).into_any()
}

/// A part that stands while `when` holds.
pub fn shown(
    when: impl Fn() -> bool + Send + Sync + 'static,
    make: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let when = memo(when);
    dynamic(move || if when.get() { untrack(&make) } else { ().into_any() })
}

/// A button with words that may change.
pub fn button(class: &'static str, words: Signal<String>, press: impl Fn() + Send + 'static) -> AnyView {
    boxed_button(class, words, Box::new(press))
}

fn boxed_button(class: &'static str, words: Signal<String>, press: Box<dyn Fn() + Send>) -> AnyView {
    view! { <button type="button" class=class on:click=move |_| press()>{words}</button> }.into_any()
}

/// A part of a form under the name by which a page around this one may lock it or leave it out (`public/frame.js`).
pub fn part(name: &'static str, fields: AnyView) -> AnyView {
    view! { <fieldset class="form__part" role="presentation" data-part=name>{fields}</fieldset> }.into_any()
}
