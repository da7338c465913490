//! What the browser keeps: the address, and a few words in its storage. All of it may be refused; nothing depends on it.

use super::theme::Theme;
use crate::link::{self, LinkError, Said};
use crate::model::inputs::measured::{Hourly, Measured};
use crate::text::Lang;
use data_encoding::BASE64URL_NOPAD;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::Storage;

const HOME: &str = "autonomia.home";
const LOAD: &str = "autonomia.load";
const RCE: &str = "autonomia.rce";
const LANG: &str = "autonomia.lang";
const THEME: &str = "autonomia.theme";

/// Energy is kept in whole Wh, prices in hundredths of zł.
const WH_PER_KWH: f64 = 1000.0;
const HUNDREDTHS: f64 = 100.0;
/// Longest text of a series that is kept.
const LONGEST_HOURS: usize = 40_000;

thread_local! {
    /// The series that storage holds: they are written only when they change.
    static KEPT: RefCell<Option<(Option<Measured>, Option<Hourly>)>> = const { RefCell::new(None) };
}

/// Storage of the site; none in a sandboxed frame or where it is switched off.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// The text kept under a key.
pub(super) fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps a text under a key; a full or refused storage does not, which loses a convenience only.
pub(super) fn write(key: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// What the address says; none where it says nothing.
#[must_use]
pub fn from_address() -> Option<Result<Said, LinkError>> {
    Some(link::decode(&in_address()?))
}

/// What was said last time, with the hours of files.
#[must_use]
pub fn last_said() -> Option<Said> {
    let mut said = link::decode(&read(HOME)?).ok()?;
    said.scenario.measured = read_hours(LOAD, WH_PER_KWH).map(|kwh| Measured { kwh });
    said.scenario.market.rce = read_hours(RCE, HUNDREDTHS);
    // Hours that no longer fit are left behind; the rest stays.
    if !said.scenario.out_of_range().is_empty() {
        said.scenario.measured = None;
        said.scenario.market.rce = None;
    }
    Some(said)
}

/// The same where the address is that of the last visit.
#[must_use]
pub fn last_said_here() -> Option<Said> {
    let hash = web_sys::window()?.location().hash().ok()?;
    (read(HOME)? == hash.trim_start_matches('#')).then(last_said)?
}

fn read_hours(key: &str, parts: f64) -> Option<Hourly> {
    let bytes = BASE64URL_NOPAD.decode(read(key)?.as_bytes()).ok()?;
    Some(Hourly::from_parts(&postcard::from_bytes::<Vec<i32>>(&bytes).ok()?, parts))
}

/// Keeps a series in whole parts, two or three bytes an hour; forgets it where there is none or it is too long.
fn keep_hours(key: &str, hourly: Option<&Hourly>, parts: f64) {
    let text = hourly
        .and_then(|hourly| postcard::to_allocvec(&hourly.to_parts(parts)).ok())
        .map(|bytes| BASE64URL_NOPAD.encode(&bytes))
        .filter(|text| text.len() <= LONGEST_HOURS);
    match text {
        Some(text) => {
            write(key, &text);
        }
        None => remove(key),
    }
}

/// Keeps what is said now, in the address and in storage.
pub fn keep(said: &Said) {
    let text = link::encode(said);
    write(HOME, &text);
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

/// Forgets the last scenario.
pub fn forget() {
    [HOME, LOAD, RCE].into_iter().for_each(remove);
}

/// Forgets what is kept under a key.
pub(super) fn remove(key: &str) {
    if let Some(storage) = storage() {
        // Where storage is refused there is nothing to forget.
        let _ = storage.remove_item(key);
    }
}

/// The address of the page with what is said now in it.
#[must_use]
pub fn address(said: &Said) -> String {
    address_with(&link::encode(said))
}

/// The address of the page with a text in it.
pub(super) fn address_with(text: &str) -> String {
    let here = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let page = here.split('#').next().unwrap_or_default();
    format!("{page}#{text}")
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
