//! The program that judges a town's pack, in its worker: gets `[name, text, name, text, …]`, answers with a report as JSON.

use super::scope;
use crate::{pack, text};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::MessageEvent;

/// Answers every question of the page for as long as the worker lives.
pub fn serve() {
    let Some(scope) = scope() else { return };
    let page = scope.clone();
    let asked = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let parts = Array::from(&event.data()).into_iter().map(|part| part.as_string().unwrap_or_default());
        let parts: Vec<String> = parts.collect();
        let files: Vec<(&str, &str)> = parts.chunks_exact(2).map(|file| (file[0].as_str(), file[1].as_str())).collect();
        let report = text::pack::report(pack::read(&files));
        let answer = serde_json::to_string(&report).unwrap_or_default();
        // A page that is gone needs no answer.
        let _ = page.post_message(&JsValue::from(answer));
    });
    scope.set_onmessage(Some(asked.as_ref().unchecked_ref()));
    asked.forget();
}
