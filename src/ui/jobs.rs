//! The page's end of a worker that answers step by step (`worker::jobs`).
//!
//! The worker is started with the first question, not before. Each part of the page that asks has a slot, in which only
//! its newest question is answered. Questions and answers are messages here; who asks packs and unpacks them.

use js_sys::Array;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsValue;
use web_sys::Worker;

/// What a part of the page is told about its question.
pub enum Told {
    /// Nothing is asked any more.
    Ended,
    /// A share of the work is done.
    Working(f64),
    /// The same, with an answer for the time being.
    SoFar(f64, JsValue),
    /// The answer.
    Done(JsValue),
    /// The worker could not be started, or has stopped.
    Failed,
}

/// Starts a worker: told what to call where it fails, and with each of its messages.
pub type Start = fn(Box<dyn Fn()>, Box<dyn Fn(&JsValue)>) -> Result<Worker, JsValue>;

/// The worker and the slots.
#[derive(Clone)]
pub struct Jobs {
    state: Rc<RefCell<State>>,
    start: Start,
}

#[derive(Default)]
struct State {
    worker: Option<Worker>,
    slots: Vec<Slot>,
}

struct Slot {
    /// The number of the newest question.
    newest: f64,
    waits: bool,
    told: Rc<dyn Fn(Told)>,
}

impl Jobs {
    /// A worker to be started by `start`.
    #[must_use]
    pub fn new(start: Start) -> Self {
        Self { state: Rc::default(), start }
    }

    /// A place for one part of the page to ask from; `told` hears of its newest question only.
    #[must_use]
    pub fn slot(&self, told: impl Fn(Told) + 'static) -> usize {
        let mut state = self.state.borrow_mut();
        state.slots.push(Slot { newest: 0.0, waits: false, told: Rc::new(told) });
        state.slots.len() - 1
    }

    /// Asks; without a question the work for the slot ends.
    pub fn ask(&self, slot: usize, question: Option<&JsValue>) {
        if question.is_some() && self.state.borrow().worker.is_none() {
            self.start();
        }
        let mut state = self.state.borrow_mut();
        let worker = state.worker.clone();
        let Some(place) = state.slots.get_mut(slot) else { return };
        place.newest += 1.0;
        place.waits = question.is_some() && worker.is_some();
        let (number, told) = (place.newest, Rc::clone(&place.told));
        drop(state);
        told(match (question, &worker) {
            (None, _) => Told::Ended,
            (Some(_), None) => Told::Failed,
            (Some(_), Some(_)) => Told::Working(0.0),
        });
        if let Some(worker) = worker {
            post(&worker, slot, number, question.unwrap_or(&JsValue::NULL));
        }
    }

    /// Ends work that comes too late, as another question will follow; what was told of it stays.
    pub fn interrupt(&self, slot: usize) {
        let mut state = self.state.borrow_mut();
        let worker = state.worker.clone();
        if let Some((place, worker)) = state.slots.get_mut(slot).zip(worker)
            && place.waits
        {
            place.newest += 1.0;
            place.waits = false;
            post(&worker, slot, place.newest, &JsValue::NULL);
        }
    }

    fn start(&self) {
        let (fails, hears) = (self.clone(), self.clone());
        let heard = move |data: &JsValue| hears.heard(&Array::from(data));
        let worker = (self.start)(Box::new(move || fails.failed()), Box::new(heard));
        self.state.borrow_mut().worker = worker.ok();
    }

    /// The next question starts the worker anew.
    fn failed(&self) {
        let mut state = self.state.borrow_mut();
        if let Some(worker) = state.worker.take() {
            worker.terminate();
        }
        let waiting = state.slots.iter_mut();
        let waiting: Vec<_> =
            waiting.filter_map(|slot| std::mem::take(&mut slot.waits).then(|| Rc::clone(&slot.told))).collect();
        drop(state);
        waiting.iter().for_each(|told| told(Told::Failed));
    }

    fn heard(&self, message: &Array) {
        let Some(slot) = message.get(0).as_f64() else { return };
        let content = message.get(2);
        let share = content.as_f64();
        let mut state = self.state.borrow_mut();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in the list of slots")]
        let Some(place) = state.slots.get_mut(slot as usize) else { return };
        if message.get(1).as_f64() != Some(place.newest) {
            return;
        }
        place.waits = share.is_some();
        let told = Rc::clone(&place.told);
        drop(state);
        let found = message.get(3);
        told(match share {
            Some(share) if found.is_undefined() => Told::Working(share),
            Some(share) => Told::SoFar(share, found),
            None => Told::Done(content),
        });
    }
}

fn post(worker: &Worker, slot: usize, number: f64, question: &JsValue) {
    #[expect(clippy::cast_precision_loss, reason = "a handful of slots")]
    let slot = JsValue::from(slot as f64);
    // A worker that is gone has said so by its error.
    let _ = worker.post_message(&Array::of3(&slot, &number.into(), question));
}
