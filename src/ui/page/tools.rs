//! Undo, redo, reset, link and print.

use crate::link::Said;
use crate::model::inputs::Scenario;
use crate::ui::reactive::{effect, put};
use crate::ui::{locale::Locale, state::Store, storage};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

/// What came of copying the link.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    Not,
    Done,
    Refused,
}

/// The buttons under the form.
#[component]
pub fn Tools(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let copied = RwSignal::new(Copied::Not);
    effect(move || {
        store.said.track();
        put(copied, Copied::Not);
    });
    let reset = move |_| {
        let town = store.said.with_untracked(|said| said.scenario.town.clone());
        store.replace(Said { scenario: Scenario { town, ..Scenario::default() }, own_size: false });
    };
    let copy = move |_| {
        let link = store.said.with_untracked(storage::address);
        leptos::task::spawn_local(async move {
            let done = match web_sys::window().map(|window| window.navigator().clipboard()) {
                Some(clipboard) if !clipboard.is_undefined() => {
                    JsFuture::from(clipboard.write_text(&link)).await.is_ok()
                }
                _ => false,
            };
            copied.set(if done { Copied::Done } else { Copied::Refused });
        });
    };
    let print = move |_| {
        if let Some(window) = web_sys::window() {
            // A frame that may not print does nothing.
            let _ = window.print();
        }
    };
    let outcome = move || match copied.get() {
        Copied::Not => "",
        Copied::Done => locale.text().form.link_copied,
        Copied::Refused => locale.text().form.link_not_copied,
    };
    view! {
        <div class="tools" role="group" aria-label=locale.say(|text| text.form.tools)>
            <button type="button" class="button" disabled=move || !store.steps.get().0 on:click=move |_| store.undo()>
                {locale.say(|text| text.form.undo)}
            </button>
            <button type="button" class="button" disabled=move || !store.steps.get().1 on:click=move |_| store.redo()>
                {locale.say(|text| text.form.redo)}
            </button>
            <button type="button" class="button tools__reset" on:click=reset>{locale.say(|text| text.form.reset)}</button>
            <button type="button" class="button button--main" on:click=copy>{locale.say(|text| text.form.copy_link)}</button>
            <button type="button" class="button" on:click=print>{locale.say(|text| text.form.print)}</button>
        </div>
        <p class="tools__outcome" role="status">{outcome}</p>
        <Show when=move || copied.get() == Copied::Refused>
            <label class="field__label" for="link">{locale.say(|text| text.form.link_field)}</label>
            <input class="tools__link" id="link" type="text" readonly=true
                prop:value=move || store.said.with(storage::address) />
        </Show>
    }
}

/// Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z) outside text fields, where the keys mean the text itself.
pub fn follow_keys(store: Store) {
    let pressed = window_event_listener(leptos::ev::keydown, move |event| {
        if !(event.ctrl_key() || event.meta_key()) || in_text(&event) {
            return;
        }
        let step = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Store::undo,
            ("z", true) | ("y", _) => Store::redo,
            _ => return,
        };
        event.prevent_default();
        step(store);
    });
    on_cleanup(move || pressed.remove());
}

fn in_text(event: &web_sys::KeyboardEvent) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| input.type_() == "text")
}
