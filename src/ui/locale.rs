//! The language of the page.

use crate::text::{Lang, Text};
use crate::ui::reactive::derive;
use leptos::prelude::*;

/// The chosen language, shared by every component below the place where it is provided.
#[derive(Clone, Copy, Debug)]
pub struct Locale(RwSignal<Lang>);

impl Locale {
    /// Provides the language to everything below and returns it.
    pub fn provide(lang: Lang) -> Self {
        let locale = Self(RwSignal::new(lang));
        provide_context(locale);
        locale
    }

    /// The language provided above; Polish where none is.
    pub fn current() -> Self {
        use_context().unwrap_or_else(|| Self(RwSignal::new(Lang::default())))
    }

    /// The language; whoever reads it here follows a change.
    pub fn lang(self) -> Lang {
        self.0.get()
    }

    /// Its words; whoever reads them here follows a change.
    pub fn text(self) -> &'static Text {
        self.0.get().text()
    }

    /// A signal of one piece of text.
    pub fn say(self, pick: fn(&'static Text) -> &'static str) -> Signal<String> {
        derive(move || pick(self.text()).to_owned())
    }

    /// Changes the language.
    pub fn set(self, lang: Lang) {
        self.0.set(lang);
    }
}
