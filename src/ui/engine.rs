//! The page's end of the engine in its worker, so that the page never waits.
//!
//! `worker.js` is handed the address of the glue and the compiled module; nothing is fetched or compiled twice. One
//! question runs at a time, and the next one waits a little, so that the page has time to show each answer. Of those that
//! wait only the newest of each kind is kept, and results go before searches.

use super::program::{glue, hear, start_worker};
use crate::model::inputs::Scenario;
use crate::worker::engine::{Answer, Ask};
use crate::worker::{pack, unpack};
use js_sys::Array;
use leptos::prelude::set_timeout;
use std::{cell::RefCell, rc::Rc, time::Duration};
use wasm_bindgen::JsValue;
use web_sys::Worker;

/// From an answer to the next question: some frames, in which the charts are drawn.
const REST: Duration = Duration::from_millis(70);

/// The page's end of the engine.
#[derive(Clone)]
pub struct Engine {
    worker: Worker,
    queue: Rc<RefCell<Queue>>,
}

#[derive(Default)]
struct Queue {
    running: Option<Scenario>,
    resting: bool,
    outcome: Option<Scenario>,
    best: Option<Scenario>,
}

impl Engine {
    /// Starts the worker. `answered` is called with each answer, the scenario it is about and whether no search waits;
    /// `failed` once where the worker turns out not to work.
    ///
    /// # Errors
    /// What the browser says where it does not allow a worker.
    pub fn start(
        answered: impl Fn(Answer, Scenario, bool) + 'static,
        failed: impl Fn() + 'static,
    ) -> Result<Self, JsValue> {
        let engine = Self { worker: start_worker()?, queue: Rc::default() };
        let own = engine.clone();
        hear(&engine.worker, failed, move |data| {
            let (about, last) = {
                let mut queue = own.queue.borrow_mut();
                queue.resting = true;
                (queue.running.take(), queue.best.is_none())
            };
            let rested = own.clone();
            set_timeout(
                move || {
                    rested.queue.borrow_mut().resting = false;
                    rested.next();
                },
                REST,
            );
            if let Some((answer, about)) = unpack(data).zip(about) {
                answered(answer, about, last);
            }
        });
        engine.worker.post_message(&Array::of2(&glue().into(), &wasm_bindgen::module()))?;
        Ok(engine)
    }

    /// Asks for the result of a home; replaces such a question that still waits.
    pub fn outcome(&self, scenario: Scenario) {
        self.queue.borrow_mut().outcome = Some(scenario);
        self.next();
    }

    /// Asks for the best size for a home; replaces such a question that still waits.
    pub fn best(&self, scenario: Scenario) {
        self.queue.borrow_mut().best = Some(scenario);
        self.next();
    }

    fn next(&self) {
        let mut queue = self.queue.borrow_mut();
        if queue.running.is_some() || queue.resting {
            return;
        }
        let ask = queue.outcome.take().map(Ask::Outcome).or_else(|| queue.best.take().map(Ask::Best));
        let Some(ask) = ask else { return };
        // A worker that is gone has said so by its error.
        let _ = self.worker.post_message(&pack(&ask));
        let (Ask::Outcome(scenario) | Ask::Best(scenario)) = ask;
        queue.running = Some(scenario);
    }

    /// Ends the worker.
    pub fn stop(&self) {
        self.worker.terminate();
    }
}
