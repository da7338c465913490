//! A place to drop files into, which is also a button to choose them.

pub mod examples;

use super::locale::Locale;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

/// How far the reading of files is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stage {
    /// Nothing is read.
    Idle,
    /// A share of the work is done.
    Reading(f64),
    /// The program that reads files cannot be had.
    Failed,
}

/// Label, hint, file field, progress.
#[component]
pub fn FileDrop(
    /// Identifier in the document.
    #[prop(into)]
    id: String,
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// Its explanation.
    #[prop(into)]
    hint: Signal<String>,
    /// How far the reading is.
    #[prop(into)]
    stage: Signal<Stage>,
    /// Called with the files that were dropped or chosen.
    on_files: Callback<Vec<File>, ()>,
) -> impl IntoView {
    let locale = Locale::current();
    let over = RwSignal::new(false);
    let take = move |list: Option<FileList>| {
        let files: Vec<File> = list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at))).collect();
        if !files.is_empty() {
            on_files.run(files);
        }
    };
    let chosen = move |event: web_sys::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            take(input.files());
            // The same file may be chosen again after it was mended.
            input.set_value("");
        }
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(event.data_transfer().and_then(|transfer| transfer.files()));
    };
    let hover = move |event: DragEvent, is_over: bool| {
        event.prevent_default();
        over.set(is_over);
    };
    let (hint_id, drop_id) = (format!("{id}.hint"), format!("{id}.drop"));
    let described = format!("{hint_id} {drop_id}");
    let words = move || match stage.get() {
        Stage::Idle => String::new(),
        Stage::Reading(_) => locale.text().files.reading.to_owned(),
        Stage::Failed => locale.text().files.failed.to_owned(),
    };
    let share = move || if let Stage::Reading(share) = stage.get() { Some(share) } else { None };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{move || label.get()}</label>
            <p class="field__hint" id=hint_id>{move || hint.get()}</p>
            <div class="drop" class:drop--over=move || over.get() on:drop=dropped
                on:dragover=move |event| hover(event, true) on:dragleave=move |event| hover(event, false)>
                <input class="drop__input" type="file" multiple=true accept=".csv,.txt,.tsv,.json,text/csv,text/plain,application/json"
                    id=id aria-describedby=described on:change=chosen />
                <p class="drop__words" id=drop_id>{locale.say(|text| text.files.drop)}</p>
            </div>
            <div role="status" class:field__error=move || stage.get() == Stage::Failed>{words}</div>
            {move || share().is_some().then(|| view! {
                <progress class="drop__progress" max="1" aria-label=locale.say(|text| text.files.reading)
                    prop:value=move || share().unwrap_or(1.0)></progress>
            })}
        </div>
    }
}
