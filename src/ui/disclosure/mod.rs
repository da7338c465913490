//! A part that opens on request.

pub mod examples;

use leptos::prelude::*;

/// A native `<details>`: works with keyboard and screen reader as it is.
#[component]
pub fn Disclosure(
    /// The words that open it.
    #[prop(into)]
    summary: Signal<String>,
    /// Shown open at first.
    #[prop(optional)]
    open: bool,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary class="disclosure__summary">{move || summary.get()}</summary>
            <div class="disclosure__body">{children()}</div>
        </details>
    }
}
