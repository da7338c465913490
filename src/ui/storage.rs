//! What the browser keeps: the address, and a few words in its storage. All of it may be refused; nothing depends on it.

use super::theme::Theme;
use crate::kept::{self, HUNDREDTHS, WH_PER_KWH};
use crate::link::{self, LinkError, Said};
use crate::model::inputs::measured::{Hourly, Measured};
use crate::rules::Rules;
use crate::text::Lang;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

const HOME: &str = "autonomia.home";
const LOAD: &str = "autonomia.load";
const RCE: &str = "autonomia.rce";
/// Put there for this page alone (`public/frame.js`), never by the program.
const TOWN: &str = "autonomia.town";
const LANG: &str = "autonomia.lang";
const THEME: &str = "autonomia.theme";

thread_local! {
    /// The series that were kept: they are written only when they change.
    static KEPT: RefCell<Option<(Option<Measured>, Option<Hourly>)>> = const { RefCell::new(None) };
}

/// The one way to the storage of the site. It tells a person what the browser refuses, what cannot be read, and what
/// another tab has kept (`public/boot.js`, `public/keep.js`).
mod door {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = kept)]
        pub fn read(key: &str) -> Option<String>;
        #[wasm_bindgen(js_namespace = kept)]
        pub fn write(key: &str, text: Option<&str>) -> bool;
        #[wasm_bindgen(js_namespace = kept)]
        pub fn unreadable(key: &str);
        #[wasm_bindgen(js_namespace = kept)]
        pub fn forget();
    }
}

/// What a kept text says, by its reader; one that cannot be read is set aside, and the person is told.
pub(super) fn read<T>(key: &str, reader: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    let text = door::read(key)?;
    let value = reader(&text);
    if value.is_none() {
        set_aside(key);
    }
    value
}

/// Sets aside what is kept under a key and cannot be used, and tells the person.
pub(super) fn set_aside(key: &str) {
    door::unreadable(key);
}

/// Keeps a text under a key, or nothing; false where the browser refuses.
pub(super) fn write(key: &str, text: Option<&str>) -> bool {
    door::write(key, text)
}

/// What the address says; none where it says nothing.
#[must_use]
pub fn from_address() -> Option<Result<Said, LinkError>> {
    Some(link::decode(&in_address()?))
}

/// What was said last time with the hours of files, where the address says the same or nothing.
#[must_use]
pub fn last_said() -> Option<Said> {
    let mut said = last(HOME, |text| link::decode(text).ok())?;
    said.scenario.measured = read_hours(LOAD, WH_PER_KWH).map(|kwh| Measured { kwh });
    said.scenario.market.rce = read_hours(RCE, HUNDREDTHS);
    // Hours that no longer fit are left behind; the rest stays.
    for error in said.scenario.out_of_range() {
        if error.field.starts_with("measured") {
            said.scenario.measured = None;
            set_aside(LOAD);
        } else {
            said.scenario.market.rce = None;
            set_aside(RCE);
        }
    }
    Some(said)
}

/// What was kept under the key of what was said, where the address says the same or nothing.
pub(super) fn last<T>(key: &str, reader: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    let here = in_address();
    read(key, |text| match here {
        Some(here) if here != text => Some(None),
        _ => reader(text).map(Some),
    })?
}

fn read_hours(key: &str, parts: f64) -> Option<Hourly> {
    read(key, |text| kept::hours(text, parts))
}

/// Keeps a series, or that there is none.
fn keep_hours(key: &str, hourly: Option<&Hourly>, parts: f64) {
    write(key, hourly.map(|hourly| kept::hours_text(hourly, parts)).as_deref());
}

/// Keeps what is said now, in the address and in storage.
pub fn keep(said: &Said) {
    let text = link::encode(said);
    write(HOME, Some(&text));
    let hours = (said.scenario.measured.clone(), said.scenario.market.rce.clone());
    KEPT.with_borrow_mut(|kept| {
        if kept.as_ref() != Some(&hours) {
            keep_hours(LOAD, hours.0.as_ref().map(|measured| &measured.kwh), WH_PER_KWH);
            keep_hours(RCE, hours.1.as_ref(), HUNDREDTHS);
            *kept = Some(hours);
        }
    });
    put_in_address(&text);
}

/// Puts a text into the address, after `#`.
pub(super) fn put_in_address(text: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Browsers limit how often an address may change; the next change catches up.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{text}")));
    }
}

/// The text in the address, after `#`; none where there is none.
pub(super) fn in_address() -> Option<String> {
    let hash = web_sys::window()?.location().hash().ok()?;
    let text = hash.trim_start_matches('#');
    (!text.is_empty()).then(|| text.to_owned())
}

/// Sets aside what this page has kept, so that the next start does not read it.
pub fn forget() {
    door::forget();
}

/// The address of the page with what is said now in it.
#[must_use]
pub fn address(said: &Said) -> String {
    address_with(&link::encode(said))
}

/// The address of the page with a text in it, without what a page around this one asked for.
pub(super) fn address_with(text: &str) -> String {
    let here = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let page = here.split(['?', '#']).next().unwrap_or_default();
    format!("{page}#{text}")
}

/// The town to begin with: the one that a page around this one names, where the tables know it, else their first.
#[must_use]
pub fn first_town(rules: &Rules) -> Option<String> {
    let named = door::read(TOWN).filter(|id| rules.town(id).is_some());
    named.or_else(|| rules.towns().next().map(|town| town.id.clone()))
}

/// The language chosen before.
#[must_use]
pub fn lang() -> Option<Lang> {
    Lang::from_code(&door::read(LANG)?)
}

/// Keeps the language.
pub fn keep_lang(lang: Lang) {
    write(LANG, Some(lang.code()));
}

/// The theme chosen before.
#[must_use]
pub fn theme() -> Option<Theme> {
    Theme::from_code(&door::read(THEME)?)
}

/// Keeps the theme.
pub fn keep_theme(theme: Theme) {
    write(THEME, Some(theme.code()));
}
