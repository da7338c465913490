//! Files from the drop to their use: a place for them, what was understood, what is decided, and what is in use.

pub mod examples;

use super::dom;
use super::file_drop::{FileDrop, Stage};
use super::file_reader::{FileReader, Told};
use super::file_view::FileView;
use super::locale::Locale;
use super::reactive::{derive, memo};
use crate::files::{ask::Ask, view::View};
use crate::order::ascending;
use crate::text::Lang;
use leptos::prelude::*;
use web_sys::File;

/// What has been dropped and not yet been put to use, or put aside.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What was understood.
    pub view: RwSignal<Option<View>>,
    /// Power of the modules behind the meter already, where it was said, kWp.
    pub plant_kwp: RwSignal<Option<f64>>,
    lang: Signal<Lang>,
    stage: RwSignal<Stage>,
    question: Callback<Option<f64>, Option<Ask>>,
    decided: StoredValue<Vec<(String, String)>>,
    files: StoredValue<Vec<File>, LocalStorage>,
    reader: StoredValue<Option<FileReader>, LocalStorage>,
}

impl Desk {
    /// An empty desk. `question` makes what is asked of files, with the power of the modules behind the meter; language and
    /// decisions are added here. None where nothing can be asked.
    pub fn new(question: Callback<Option<f64>, Option<Ask>>) -> Self {
        let locale = Locale::current();
        let desk = Self {
            view: RwSignal::new(None),
            plant_kwp: RwSignal::new(None),
            lang: derive(move || locale.lang()),
            stage: RwSignal::new(Stage::Idle),
            question,
            decided: StoredValue::new(Vec::new()),
            files: StoredValue::new_local(Vec::new()),
            reader: StoredValue::new_local(None),
        };
        // What was understood is told again in another language.
        Effect::new(move |before: Option<Lang>| {
            let lang = desk.lang.get();
            if before.is_some_and(|before| before != lang) && desk.view.with_untracked(Option::is_some) {
                desk.ask();
            }
            lang
        });
        desk
    }

    /// Takes in files, the oldest first.
    fn take(self, files: Vec<File>) {
        let changed: Vec<f64> = files.iter().map(File::last_modified).collect();
        self.files.set_value(ascending(&changed).into_iter().map(|place| files[place].clone()).collect());
        self.decided.set_value(Vec::new());
        self.plant_kwp.set(None);
        self.view.set(None);
        self.ask();
    }

    /// Asks about the files again.
    pub fn ask(self) {
        if self.reader.with_value(Option::is_none) {
            let reader = FileReader::start(move |told| self.told(told)).ok();
            self.reader.set_value(reader);
        }
        let Some(question) = self.question.run(self.plant_kwp.get_untracked()) else {
            self.stage.set(Stage::Failed);
            return;
        };
        let lang = self.lang.get_untracked().code().to_owned();
        let ask = Ask { lang, decided: self.decided.get_value(), ..question };
        let asked = self
            .reader
            .with_value(|reader| reader.as_ref().map(|reader| self.files.with_value(|files| reader.ask(&ask, files))));
        self.stage.set(if asked.is_some() { Stage::Reading(0.0) } else { Stage::Failed });
    }

    fn told(self, told: Told) {
        match told {
            Told::Progress(share) => self.stage.set(Stage::Reading(share)),
            Told::Answer(view) => {
                self.view.set(Some(view));
                self.stage.set(Stage::Idle);
            }
            Told::Failed => {
                // A program that stopped is started anew with the next file.
                self.reader.set_value(None);
                self.stage.set(Stage::Failed);
            }
        }
    }

    fn decide(self, (id, value): (String, String)) {
        self.decided.update_value(|decided| {
            decided.retain(|(known, _)| *known != id);
            decided.push((id, value));
        });
        self.ask();
    }

    fn set_aside(self) {
        self.files.set_value(Vec::new());
        self.view.set(None);
        self.stage.set(Stage::Idle);
    }
}

/// The words around files: what depends on what they are dropped in for.
#[derive(Clone, Copy)]
pub struct DeskWords {
    /// Name of the place for files.
    pub label: Signal<String>,
    /// Its explanation.
    pub hint: Signal<String>,
    /// What is in use; none where nothing is.
    pub in_use: Signal<Option<String>>,
    /// Where it is kept.
    pub kept: Signal<String>,
    /// The button that puts files to use.
    pub use_files: Signal<String>,
}

/// A place for files, what was understood of them, and what is in use.
#[component]
pub fn FileDesk(
    /// Identifier of the place for files; what is in use has `.used` after it.
    #[prop(into)]
    id: String,
    /// What lies there.
    desk: Desk,
    /// The words around it.
    words: DeskWords,
    /// Called with what is to be calculated by.
    on_use: Callback<View>,
    /// Called when what is in use is no longer to be.
    on_remove: Callback<()>,
    /// What else must be said of the files.
    #[prop(optional)]
    further: Option<AnyView>,
) -> impl IntoView {
    let locale = Locale::current();
    let used_id = format!("{id}.used");
    let there = memo(move || desk.view.with(Option::is_some));
    let usable = memo(move || desk.view.with(|view| view.as_ref().is_some_and(|view| !view.hourly.is_empty())));
    let (place, used) = (id.clone(), used_id.clone());
    // After a button is gone the focus goes on to what stands in its stead.
    let leave = Callback::new(move |used_now: bool| {
        dom::focus_later(if used_now { used.clone() } else { place.clone() });
    });
    let remove = move |_| {
        on_remove.run(());
        leave.run(false);
    };
    let put_to_use = move |_| {
        if let Some(view) = desk.view.get_untracked() {
            on_use.run(view);
        }
        desk.set_aside();
        leave.run(true);
    };
    let set_aside = move |_| {
        desk.set_aside();
        leave.run(false);
    };
    view! {
        <div class="notice" id=used_id tabindex="-1" hidden=move || words.in_use.with(Option::is_none)>
            <p class="notice__text">{move || words.in_use.get()}</p>
            <p class="field__hint">{words.kept}</p>
            <button type="button" class="button" on:click=remove>{locale.say(|text| text.files.remove)}</button>
        </div>
        <FileDrop id=id.clone() label=words.label hint=words.hint stage=desk.stage
            on_files=Callback::new(move |files| desk.take(files)) />
        <div class="file" role="group" aria-label=words.label hidden=move || !there.get()>
            <FileView id=id view=derive(move || desk.view.get().unwrap_or_default())
                on_decision=Callback::new(move |decision| desk.decide(decision)) />
            {further}
            <button type="button" class="button button--main" hidden=move || !usable.get() on:click=put_to_use>
                {words.use_files}
            </button>
            <button type="button" class="button" on:click=set_aside>{locale.say(|text| text.files.set_aside)}</button>
        </div>
    }
    .into_any()
}
