//! The buttons under a form: undo, redo, reset, link and print, and what else a page offers.

pub mod examples;

use super::erased::{button, shown};
use super::locale::Locale;
use super::reactive::derive;
use crate::text::Text;
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

/// What a form can be asked to do as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Take the last step back.
    Undo,
    /// Take it again.
    Redo,
    /// Start anew.
    Reset,
}

/// Undo, redo, reset, copy the link, print; further buttons stand after them.
#[component]
pub fn EditTools(
    /// Whether there is something to undo, and something to redo.
    #[prop(into)]
    steps: Signal<(bool, bool)>,
    /// The address of the page with what was said in it; a change of it takes back the word about a copy.
    #[prop(into)]
    address: Signal<String>,
    /// Called with what is to be done.
    #[prop(into)]
    on_edit: Callback<Edit>,
    /// Further buttons.
    children: Children,
) -> impl IntoView {
    let locale = Locale::current();
    let copied = RwSignal::new(Copied::Not);
    Effect::new(move |_| {
        address.track();
        copied.set(Copied::Not);
    });
    let copy = move || {
        let link = address.get_untracked();
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
    let outcome = derive(move || {
        let words = match copied.get() {
            Copied::Not => "",
            Copied::Done => locale.text().form.link_copied,
            Copied::Refused => locale.text().form.link_not_copied,
        };
        words.to_owned()
    });
    let step = move |words: fn(&'static Text) -> &'static str, edit: Edit, there: fn((bool, bool)) -> bool| {
        let class = if edit == Edit::Reset { "button tools__reset" } else { "button" };
        view! {
            <button type="button" class=class disabled=move || !there(steps.get()) on:click=move |_| on_edit.run(edit)>
                {locale.say(words)}
            </button>
        }
        .into_any()
    };
    let link = move || {
        view! {
            <label class="field__label" for="link">{locale.say(|text| text.form.link_field)}</label>
            <input class="tools__link" id="link" type="text" readonly=true prop:value=move || address.get() />
        }
        .into_any()
    };
    view! {
        <div class="tools" role="group" aria-label=locale.say(|text| text.form.tools)>
            {step(|text| text.form.undo, Edit::Undo, |(undo, _)| undo)}
            {step(|text| text.form.redo, Edit::Redo, |(_, redo)| redo)}
            {step(|text| text.form.reset, Edit::Reset, |_| true)}
            {button("button button--main", locale.say(|text| text.form.copy_link), copy)}
            {button("button", locale.say(|text| text.form.print), print)}
            {children()}
        </div>
        <p class="tools__outcome" role="status">{outcome}</p>
        {shown(move || copied.get() == Copied::Refused, link)}
    }
}

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A frame that may not print does nothing.
        let _ = window.print();
    }
}

/// Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z) outside text fields, where the keys mean the text itself.
pub fn follow_keys(on_edit: Callback<Edit>) {
    let pressed = window_event_listener(leptos::ev::keydown, move |event| {
        if !(event.ctrl_key() || event.meta_key()) || in_text(&event) {
            return;
        }
        let edit = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Edit::Undo,
            ("z", true) | ("y", _) => Edit::Redo,
            _ => return,
        };
        event.prevent_default();
        on_edit.run(edit);
    });
    on_cleanup(move || pressed.remove());
}

fn in_text(event: &web_sys::KeyboardEvent) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| input.type_() == "text")
}
