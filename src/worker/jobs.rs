//! Questions answered step by step in a worker: it tells of progress, and hears new questions between two steps.
//!
//! The page sends `[slot, number, question]`, without a question to end the work for that slot, and hears
//! `[slot, number, share, answer so far]`, mostly without an answer, and `[slot, number, answer]`; question and answer are
//! postcard messages. Each slot works on its newest question only; slots take turns, the one with the fewest steps first.

use super::{scope, unpack};
use js_sys::Array;
use serde::de::DeserializeOwned;
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort};

/// A question on its way to its answer.
pub trait Work: Sized + 'static {
    /// What all questions share: the tables, and what is made ready once.
    type Session: 'static;
    /// What the page sends.
    type Question: DeserializeOwned;

    /// What all questions share; none where the tables cannot be read.
    fn session() -> Option<Self::Session>;
    /// Takes a question in; nothing is computed yet.
    fn begin(question: Self::Question) -> Self;
    /// Works on for some milliseconds.
    fn step(&mut self, session: &mut Self::Session) -> Told;
}

/// What a step came to, as a message.
pub enum Told {
    /// A share of the work is done, 0 to 1.
    Working(f64),
    /// The same, with an answer for the time being.
    SoFar(f64, JsValue),
    /// The end.
    Done(JsValue),
}

struct Job<W> {
    /// The number of the question.
    number: f64,
    steps: u32,
    work: W,
}

struct Jobs<W: Work> {
    session: W::Session,
    /// By slot.
    running: BTreeMap<u32, Job<W>>,
    /// A message to oneself, heard after whatever the page has sent meanwhile.
    to_itself: MessagePort,
    woken: bool,
}

/// Answers every question of the page for as long as the worker lives.
pub fn serve<W: Work>() {
    let Some((scope, session)) = scope().zip(W::session()) else { return };
    let Ok(channel) = MessageChannel::new() else { return };
    let jobs = Jobs::<W> { session, running: BTreeMap::new(), to_itself: channel.port2(), woken: false };
    let jobs = Rc::new(RefCell::new(jobs));
    let (working, page) = (Rc::clone(&jobs), scope.clone());
    let wake = Closure::<dyn FnMut()>::new(move || working.borrow_mut().work(&page));
    channel.port1().set_onmessage(Some(wake.as_ref().unchecked_ref()));
    wake.forget();
    let asked = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        jobs.borrow_mut().take(&Array::from(&event.data()));
    });
    scope.set_onmessage(Some(asked.as_ref().unchecked_ref()));
    asked.forget();
}

impl<W: Work> Jobs<W> {
    fn take(&mut self, message: &Array) {
        let Some((slot, number)) = message.get(0).as_f64().zip(message.get(1).as_f64()) else { return };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "slots are small whole numbers")]
        let slot = slot as u32;
        match unpack::<W::Question>(&message.get(2)) {
            Some(question) => self.running.insert(slot, Job { number, steps: 0, work: W::begin(question) }),
            None => self.running.remove(&slot),
        };
        self.wake();
    }

    fn wake(&mut self) {
        if !self.woken && !self.running.is_empty() {
            self.woken = self.to_itself.post_message(&JsValue::NULL).is_ok();
        }
    }

    /// One step for the slot that has had the fewest.
    fn work(&mut self, page: &DedicatedWorkerGlobalScope) {
        self.woken = false;
        let next = self.running.iter_mut().min_by_key(|(_, job)| job.steps);
        let Some((&slot, job)) = next else { return };
        job.steps += 1;
        let told = Array::of2(&slot.into(), &job.number.into());
        match job.work.step(&mut self.session) {
            Told::Working(share) => told.push(&share.into()),
            Told::SoFar(share, found) => {
                told.push(&share.into());
                told.push(&found)
            }
            Told::Done(found) => {
                self.running.remove(&slot);
                told.push(&found)
            }
        };
        // A page that is gone needs no answer.
        let _ = page.post_message(&told);
        self.wake();
    }
}
