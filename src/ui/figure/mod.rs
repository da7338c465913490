//! One key number.

pub mod examples;

use leptos::prelude::*;

/// A large number with its name and a note; a term and its descriptions within a list of them.
#[component]
pub fn Figure(
    /// What the number is.
    #[prop(into)]
    label: Signal<String>,
    /// The number with its unit.
    #[prop(into)]
    value: Signal<String>,
    /// What to know about it.
    #[prop(into)]
    note: Signal<String>,
    /// Where it may lie; empty where that is not known yet.
    #[prop(optional, into)]
    range: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="figure">
            <dt class="figure__label">{move || label.get()}</dt>
            <dd class="figure__value">{move || value.get()}</dd>
            <dd class="figure__range" hidden=move || range.with(String::is_empty)>{move || range.get()}</dd>
            <dd class="figure__note">{move || note.get()}</dd>
        </div>
    }
}
