//! Undo, redo, reset, link, print, print for the bank, and the firm as a file.

use super::fields::say;
use super::keep;
use super::state::FirmStore;
use crate::firm::FirmSaid;
use crate::firm::examples::EXAMPLES;
use crate::firm::file::{FileAsk, FileFound};
use crate::model::inputs::firm::FirmScenario;
use crate::text::firm_form::FirmForm;
use crate::ui::edit_tools::{Edit, EditTools, print};
use crate::ui::erased::button;
use crate::ui::jobs::{Jobs, Told};
use crate::ui::locale::Locale;
use crate::ui::program::start_program;
use crate::ui::reactive::derive;
use crate::ui::{dom, saving};
use crate::worker::{pack, unpack};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// Name of the file that a firm is saved as.
const FILE: &str = "autonomia-firma.json";
/// Class of the root of the document while the part for the bank is printed.
const FOR_BANK: &str = "for-bank";

/// Does what is asked of the form as a whole.
pub fn edit(store: FirmStore, edit: Edit) {
    match edit {
        Edit::Undo => store.form.undo(),
        Edit::Redo => store.form.redo(),
        Edit::Reset => {
            let town = store.form.said.with_untracked(|said| said.scenario.town.clone());
            store.meter.set(0);
            let scenario = FirmScenario { town, ..FirmScenario::default() };
            store.form.replace(FirmSaid { scenario, own_size: false });
        }
    }
}

/// Made-up firms to start from.
#[component]
pub fn Examples(store: FirmStore) -> impl IntoView {
    let locale = Locale::current();
    let one = move |place: usize| {
        let name = derive(move || {
            let words = locale.lang().firm_form();
            (words.example)(words.examples.get(place).copied().unwrap_or_default())
        });
        let fill = move || {
            let town = store.form.said.with_untracked(|said| said.scenario.town.clone());
            if let Some(example) = EXAMPLES.get(place) {
                store.meter.set(0);
                store.form.replace(example.said(&town));
            }
        };
        button("button", name, fill)
    };
    view! {
        <div class="tools tools--start" role="group" aria-label=say(locale, |words| words.start)>
            {(0..EXAMPLES.len()).map(one).collect_view()}
        </div>
        <p class="field__hint firm-hint">{say(locale, |words| words.examples_hint)}</p>
    }
}

/// The buttons under the form.
#[component]
pub fn Tools(store: FirmStore) -> impl IntoView {
    let locale = Locale::current();
    let heard = RwSignal::new(None::<Say>);
    let address = derive(move || store.form.said.with(keep::address));
    let jobs = Jobs::new(|failed, heard| start_program("firm-file", failed, heard));
    let slot = jobs.slot(move |told| match told {
        Told::Done(found) => heard.set(take_file(store, unpack::<Option<FileFound>>(&found).flatten())),
        Told::Failed => heard.set(Some(|words| words.failed)),
        _ => {}
    });
    let jobs = StoredValue::new_local(jobs);
    let ask = move |ask: &FileAsk| jobs.with_value(|jobs| jobs.ask(slot, Some(&pack(ask))));
    let save = move || ask(&FileAsk::Write(Box::new(store.effective().scenario)));
    let chosen = move |event: web_sys::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            saving::open(&file, move |text| ask(&FileAsk::Read(text.unwrap_or_default())));
        }
        // The same file may be chosen again after it was mended.
        input.set_value("");
    };
    let words = derive(move || heard.get().map_or("", |pick| pick(locale.lang().firm_form())).to_owned());
    view! {
        <EditTools steps=store.form.steps address=address on_edit=move |what| edit(store, what)>
            {button("button", say(locale, |words| words.print_bank), print_for_bank)}
            {button("button", say(locale, |words| words.save), save)}
        </EditTools>
        <div class="field">
            <label class="field__label" for="firm.open">{say(locale, |words| words.open)}</label>
            <input class="drop__input" type="file" id="firm.open" accept=".json,application/json" on:change=chosen />
            <p role="status">{words}</p>
        </div>
    }
}

/// One piece of the words of the form.
type Say = fn(&FirmForm) -> &'static str;

/// Puts in place, or saves, what has come of a file; returns what is to be said of it.
fn take_file(store: FirmStore, found: Option<FileFound>) -> Option<Say> {
    match found {
        Some(FileFound::Text(text)) => {
            // A browser that saves nothing says so itself.
            let _ = saving::save(FILE, &text);
            None
        }
        Some(FileFound::Firm(scenario)) => {
            store.meter.set(0);
            store.form.replace(FirmSaid { scenario: *scenario, own_size: true });
            Some(|words| words.opened)
        }
        Some(FileFound::OutOfRange) => Some(|words| words.out_of_limits),
        Some(FileFound::Unreadable) | None => Some(|words| words.not_opened),
    }
}

/// Prints the part for the bank alone. The mark goes when the browser says that it has printed.
fn print_for_bank() {
    let Some(root) = dom::root() else { return };
    if root.set_attribute("class", FOR_BANK).is_ok() {
        print();
    }
}

/// Takes the mark of the part for the bank away after each printing.
pub fn forget_after_printing() {
    let printed = window_event_listener(leptos::ev::afterprint, |_| {
        if let Some(root) = dom::root() {
            // A document that refuses prints the same part again.
            let _ = root.remove_attribute("class");
        }
    });
    on_cleanup(move || printed.remove());
}
