//! What the browser keeps: the address, and a few words in its storage. All of it may be refused; nothing depends on it.

use super::theme::Theme;
use crate::link::{self, LinkError, Said};
use crate::text::Lang;
use wasm_bindgen::JsValue;
use web_sys::Storage;

const HOME: &str = "autonomia.home";
const LANG: &str = "autonomia.lang";
const THEME: &str = "autonomia.theme";

/// Storage of the site; none in a sandboxed frame or where it is switched off.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn write(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // A full or refused storage loses a convenience only.
        let _ = storage.set_item(key, value);
    }
}

/// What the address says; none where it says nothing.
#[must_use]
pub fn from_address() -> Option<Result<Said, LinkError>> {
    let hash = web_sys::window()?.location().hash().ok()?;
    let text = hash.trim_start_matches('#');
    (!text.is_empty()).then(|| link::decode(text))
}

/// What was said last time.
#[must_use]
pub fn last_said() -> Option<Said> {
    link::decode(&read(HOME)?).ok()
}

/// Keeps what is said now, in the address and in storage.
pub fn keep(said: &Said) {
    let text = link::encode(said);
    write(HOME, &text);
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Browsers limit how often an address may change; the next change catches up.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{text}")));
    }
}

/// Forgets the last scenario.
pub fn forget() {
    if let Some(storage) = storage() {
        // Where storage is refused there is nothing to forget.
        let _ = storage.remove_item(HOME);
    }
}

/// The address of the page with what is said now in it.
#[must_use]
pub fn address(said: &Said) -> String {
    let here = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let page = here.split('#').next().unwrap_or_default();
    format!("{page}#{}", link::encode(said))
}

/// The language chosen before.
#[must_use]
pub fn lang() -> Option<Lang> {
    Lang::from_code(&read(LANG)?)
}

/// Keeps the language.
pub fn keep_lang(lang: Lang) {
    write(LANG, lang.code());
}

/// The theme chosen before.
#[must_use]
pub fn theme() -> Option<Theme> {
    Theme::from_code(&read(THEME)?)
}

/// Keeps the theme.
pub fn keep_theme(theme: Theme) {
    write(THEME, theme.code());
}
