//! The page's end of the program that reads files. The program is fetched with the first file, not before.

use super::worker::{start_worker, unpack};
use crate::files::{ask::Ask, view::View};
use js_sys::{Array, Uint8Array};
use leptos::prelude::document;
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{File, MessageEvent, Url, Worker};

/// What is heard of a question.
pub enum Told {
    /// A share of the work is done.
    Progress(f64),
    /// The answer.
    Answer(View),
    /// The program could not be loaded, or stopped.
    Failed,
}

/// A running program that reads files.
pub struct FileReader {
    worker: Worker,
    newest: Rc<Cell<f64>>,
}

impl FileReader {
    /// Starts the program; `told` hears of the newest question only.
    ///
    /// # Errors
    /// What the browser says where it does not allow a worker, or a bundle without the program.
    pub fn start(told: impl Fn(Told) + 'static) -> Result<Self, JsValue> {
        let worker = start_worker()?;
        let newest = Rc::new(Cell::new(0.0));
        let told = Rc::new(told);
        let (hears, wanted) = (Rc::clone(&told), Rc::clone(&newest));
        let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message = Array::from(&event.data());
            if message.get(0).as_f64() != Some(wanted.get()) {
                return;
            }
            let content = message.get(1);
            let answer = || unpack(&content).map_or(Told::Failed, Told::Answer);
            hears(content.as_f64().map_or_else(answer, Told::Progress));
        });
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        message.forget();
        let error = Closure::<dyn FnMut()>::new(move || told(Told::Failed));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        error.forget();
        let script = document().query_selector("script[data-files-wasm]")?.ok_or(JsValue::NULL)?;
        let base = document().base_uri()?.unwrap_or_default();
        let value = |name: &str| script.get_attribute(name).unwrap_or_default();
        let address = |name: &str| Url::new_with_base(&value(name), &base).map(|url| JsValue::from(url.href()));
        let integrity = value("data-files-integrity").into();
        worker.post_message(&Array::of3(&address("data-files-glue")?, &address("data-files-wasm")?, &integrity))?;
        Ok(Self { worker, newest })
    }

    /// Asks about files; an earlier question is no longer answered.
    pub fn ask(&self, ask: &Ask, files: &[File]) {
        self.newest.set(self.newest.get() + 1.0);
        let bytes = postcard::to_allocvec(ask).unwrap_or_default();
        let message = Array::of2(&self.newest.get().into(), &Uint8Array::from(bytes.as_slice()));
        for file in files {
            message.push(file);
        }
        // A worker that is gone has said so by its error.
        let _ = self.worker.post_message(&message);
    }

    /// Ends the program.
    pub fn stop(&self) {
        self.worker.terminate();
    }
}
