//! The search for the best size, in a worker that runs the page's own WebAssembly module.
//!
//! `worker.js` is handed the address of the glue and the compiled module, so nothing is fetched or compiled twice.
//! One request runs at a time; while it runs only the newest of those waiting is kept.

use crate::model::{inputs::Scenario, session::Session, sizing::Recommendation};
use js_sys::{Array, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker, WorkerOptions, WorkerType};

#[wasm_bindgen]
extern "C" {
    type ImportMeta;
    #[wasm_bindgen(method, getter)]
    fn url(this: &ImportMeta) -> String;
    #[wasm_bindgen(thread_local_v2, js_namespace = import, js_name = meta)]
    static IMPORT_META: ImportMeta;
}

/// The scope of a worker, where the program runs in one.
#[must_use]
pub fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Answers every request of the page for as long as the worker lives.
pub fn serve(scope: &DedicatedWorkerGlobalScope) {
    let mut session = Session::new().ok();
    let page = scope.clone();
    let asked = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let scenario: Option<Scenario> = unpack(&event.data());
        let best = scenario.and_then(|scenario| session.as_mut()?.recommend(&scenario).ok());
        // A page that is gone needs no answer.
        let _ = page.post_message(&pack(&best));
    });
    scope.set_onmessage(Some(asked.as_ref().unchecked_ref()));
    asked.forget();
}

/// An answer: none where the scenario was not accepted.
pub type Answer = Option<Recommendation>;

/// The page's end of the worker.
#[derive(Clone)]
pub struct Searcher {
    worker: Worker,
    queue: Rc<RefCell<Queue>>,
}

#[derive(Default)]
struct Queue {
    running: bool,
    waiting: Option<Scenario>,
}

impl Searcher {
    /// Starts the worker. `answered` is called with each answer and whether it is the last one for now; `failed` once
    /// where the worker turns out not to work.
    ///
    /// # Errors
    /// What the browser says where it does not allow a worker.
    pub fn start(answered: impl Fn(Answer, bool) + 'static, failed: impl Fn() + 'static) -> Result<Self, JsValue> {
        let worker = start_worker()?;
        let searcher = Self { worker, queue: Rc::default() };
        let own = searcher.clone();
        let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let next = {
                let mut queue = own.queue.borrow_mut();
                queue.running = false;
                queue.waiting.take()
            };
            let last = next.is_none();
            if let Some(next) = next {
                own.ask(next);
            }
            answered(unpack(&event.data()).flatten(), last);
        });
        searcher.worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        message.forget();
        let error = Closure::<dyn FnMut()>::new(failed);
        searcher.worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        error.forget();
        searcher.worker.post_message(&Array::of2(&glue().into(), &wasm_bindgen::module()))?;
        Ok(searcher)
    }

    /// Asks for the best size of a home; replaces a question that still waits.
    pub fn ask(&self, scenario: Scenario) {
        let mut queue = self.queue.borrow_mut();
        if queue.running {
            queue.waiting = Some(scenario);
        } else {
            queue.running = self.worker.post_message(&pack(&scenario)).is_ok();
        }
    }

    /// Ends the worker.
    pub fn stop(&self) {
        self.worker.terminate();
    }
}

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
    let address = web_sys::Url::new_with_base("worker.js", &glue())?;
    Worker::new_with_options(&address.href(), &options)
}

/// A value as the bytes of a message.
pub fn pack<T: Serialize>(value: &T) -> JsValue {
    Uint8Array::from(postcard::to_allocvec(value).unwrap_or_default().as_slice()).into()
}

/// The value of a message; none where it is another's.
pub fn unpack<T: DeserializeOwned>(value: &JsValue) -> Option<T> {
    postcard::from_bytes(&value.dyn_ref::<Uint8Array>()?.to_vec()).ok()
}
