//! A part that opens on request.

pub mod examples;

use super::theme::Repaint;
use leptos::{context::Provider, prelude::*};

/// Whether the part that something stands in is open, or printed: what is closed need not follow the figures.
#[derive(Clone, Copy)]
pub struct Shown {
    open: RwSignal<bool>,
    on_paper: Signal<bool>,
}

impl Shown {
    /// A part that is seen on paper alone.
    #[must_use]
    pub fn on_paper_alone() -> Self {
        Self { open: RwSignal::new(false), on_paper: Repaint::on_paper() }
    }

    /// Whether a component may be seen now; `part` is what it found around itself when it was made.
    #[must_use]
    pub fn is(part: Option<Self>) -> bool {
        part.is_none_or(|part| part.open.get() || part.on_paper.get())
    }
}

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
    let shown = Shown { open: RwSignal::new(open), on_paper: Repaint::on_paper() };
    let toggled = move |event| {
        let is_open = event_target::<web_sys::Element>(&event).has_attribute("open");
        shown.open.set(is_open);
        if let Some(on_toggle) = on_toggle {
            on_toggle.run(is_open);
        }
    };
    view! {
        <details class="disclosure" open=open on:toggle=toggled>
            <summary class="disclosure__summary">{move || summary.get()}</summary>
            <div class="disclosure__body"><Provider value=shown>{children()}</Provider></div>
        </details>
    }
}
