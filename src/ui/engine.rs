//! The page's end of the engine in its worker, so that the page never waits.
//!
//! `worker.js` is handed the address of the glue and the compiled module; nothing is fetched or compiled twice. One
//! question runs at a time, and the next one waits until the page has had a turn for the answer. Of those that wait only
//! the newest of each kind is kept, and results go before searches.

use super::program::{hear, itself, start_worker};
use super::turns::Turn;
use crate::model::inputs::Scenario;
use crate::worker::engine::{Answer, Ask};
use crate::worker::{pack, unpack};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsValue;
use web_sys::Worker;

/// The page's end of the engine.
#[derive(Clone)]
pub struct Engine {
    worker: Worker,
    queue: Rc<RefCell<Queue>>,
}

#[derive(Default)]
struct Queue {
    running: Option<Scenario>,
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
        let (own, turn) = (engine.clone(), Turn::another());
        let answered = Rc::new(answered);
        hear(&engine.worker, failed, move |data| {
            let (answer, own, answered) = (unpack(data), own.clone(), answered.clone());
            turn.queue(move || {
                let (about, last) = {
                    let mut queue = own.queue.borrow_mut();
                    (queue.running.take(), queue.best.is_none())
                };
                if let Some((answer, about)) = answer.zip(about) {
                    answered(answer, about, last);
                }
                own.next();
            });
        });
        engine.worker.post_message(&itself())?;
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
        if queue.running.is_some() {
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
