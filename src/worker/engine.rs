//! The engine beside the page: the page's own WebAssembly module, in a worker.

use super::{pack, town, unpack};
use crate::error::InputError;
use crate::model::{inputs::Scenario, report::Outcome, session::Session, sizing::Recommendation};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// A question of the page.
#[derive(Serialize, Deserialize)]
pub enum Ask {
    /// What the engine says of a home.
    Outcome(Scenario),
    /// The best size for it.
    Best(Scenario),
}

/// An answer of the engine.
#[derive(Serialize, Deserialize)]
pub enum Answer {
    /// The result of a home, or what was not accepted.
    Outcome(Box<Result<Outcome, Vec<InputError>>>),
    /// The best size; none where the scenario was not accepted.
    Best(Option<Recommendation>),
}

/// Answers every question of the page for as long as the worker lives.
pub fn serve(scope: &DedicatedWorkerGlobalScope) {
    console_error_panic_hook::set_once();
    let mut session = town::with_pack(Session::with).ok();
    let page = scope.clone();
    let asked = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some((session, ask)) = session.as_mut().zip(unpack(&event.data())) else { return };
        let answer = match ask {
            Ask::Outcome(scenario) => Answer::Outcome(Box::new(session.outcome(&scenario))),
            Ask::Best(scenario) => Answer::Best(session.recommend(&scenario).ok()),
        };
        // A page that is gone needs no answer.
        let _ = page.post_message(&pack(&answer));
    });
    scope.set_onmessage(Some(asked.as_ref().unchecked_ref()));
    asked.forget();
}
