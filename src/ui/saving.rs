//! Files that the page hands out and takes in, without a server.

use super::dom;
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, HtmlElement, Url};

/// How long the browser may take to fetch what it saves.
const KEPT: std::time::Duration = std::time::Duration::from_secs(60);

/// Has the browser save a text as a file; none where it refuses.
pub fn save(name: &str, content: &str) -> Option<()> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(content))).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link = dom::element("a", "", "")?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.dyn_into::<HtmlElement>().ok()?.click();
    // An address that stays costs memory only.
    set_timeout(move || drop(Url::revoke_object_url(&address)), KEPT);
    Some(())
}

/// Reads a file as text and calls `heard` with it; with none where it cannot be read.
pub fn open(file: &File, heard: impl Fn(Option<String>) + 'static) {
    let text = JsFuture::from(file.text());
    leptos::task::spawn_local(async move { heard(text.await.ok().and_then(|text| text.as_string())) });
}
