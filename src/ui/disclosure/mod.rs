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
    /// Called with whether it is open, whenever that changes.
    #[prop(optional, into)]
    on_toggle: Option<Callback<bool>>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let toggled = move |event| {
        if let Some(on_toggle) = on_toggle {
            on_toggle.run(event_target::<web_sys::Element>(&event).has_attribute("open"));
        }
    };
    view! {
        <details class="disclosure" open=open on:toggle=toggled>
            <summary class="disclosure__summary">{move || summary.get()}</summary>
            <div class="disclosure__body">{children()}</div>
        </details>
    }
}
