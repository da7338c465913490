//! Programs that run beside the page: how they are started and heard.

use crate::worker::town;
use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{MessageEvent, Url, Worker, WorkerOptions, WorkerType};

#[wasm_bindgen]
extern "C" {
    type ImportMeta;
    #[wasm_bindgen(method, getter)]
    fn url(this: &ImportMeta) -> String;
    #[wasm_bindgen(thread_local_v2, js_namespace = import, js_name = meta)]
    static IMPORT_META: ImportMeta;
}

/// The address of this program's glue.
fn glue() -> String {
    IMPORT_META.with(ImportMeta::url)
}

/// A worker that waits for its program.
///
/// # Errors
/// What the browser says where it does not allow a worker.
pub fn start_worker() -> Result<Worker, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let address = Url::new_with_base("worker.js", &glue())?;
    Worker::new_with_options(&address.href(), &options)
}

/// A worker that fetches another program of the bundle and starts it: `files` or `studies`. `heard` is called with every
/// message of the program, `failed` where it cannot be loaded or stops.
///
/// # Errors
/// What the browser says where it does not allow a worker, or a bundle without the program.
pub fn start_program(
    name: &str,
    failed: impl Fn() + 'static,
    heard: impl Fn(&JsValue) + 'static,
) -> Result<Worker, JsValue> {
    let worker = start_worker()?;
    hear(&worker, failed, heard);
    let mark = |part: &str| format!("data-{name}-{part}");
    let script = document().query_selector(&format!("script[{}]", mark("wasm")))?.ok_or(JsValue::NULL)?;
    let base = document().base_uri()?.unwrap_or_default();
    let value = |part: &str| script.get_attribute(&mark(part)).unwrap_or_default();
    let address = |part: &str| Url::new_with_base(&value(part), &base).map(|url| JsValue::from(url.href()));
    worker.post_message(&Array::of4(
        &address("glue")?,
        &address("wasm")?,
        &value("integrity").into(),
        &town::handed(),
    ))?;
    Ok(worker)
}

/// A worker that runs this very program once more, handed over compiled; otherwise as [`start_program`].
///
/// # Errors
/// What the browser says where it does not allow a worker.
pub fn start_itself(failed: impl Fn() + 'static, heard: impl Fn(&JsValue) + 'static) -> Result<Worker, JsValue> {
    let worker = start_worker()?;
    hear(&worker, failed, heard);
    worker.post_message(&itself())?;
    Ok(worker)
}

/// The first message to a worker that runs this very program: its glue, the compiled module, and the town's pack.
#[must_use]
pub fn itself() -> JsValue {
    Array::of4(&glue().into(), &wasm_bindgen::module(), &JsValue::UNDEFINED, &town::handed()).into()
}

/// Calls `heard` with every message of a worker, `failed` where it does not start or stops.
pub fn hear(worker: &Worker, failed: impl Fn() + 'static, heard: impl Fn(&JsValue) + 'static) {
    let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| heard(&event.data()));
    worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
    message.forget();
    let error = Closure::<dyn FnMut()>::new(failed);
    worker.set_onerror(Some(error.as_ref().unchecked_ref()));
    error.forget();
}
