//! The page's end of the program that studies a home: tariffs side by side, ranges, the search over all designs.
//!
//! The program is fetched with the first question, not before. Each part of the page that asks has a slot, in which only
//! its newest question is answered.

use super::program::start_program;
use crate::error::InputError;
use crate::model::inputs::Scenario;
use crate::study::Ask;
use crate::text::Lang;
use crate::view::View;
use crate::worker::{pack, unpack};
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsValue;
use web_sys::Worker;

/// How far a study is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stage {
    /// Nothing is asked, or the answer is there.
    Idle,
    /// A share of the work is done.
    Working(f64),
    /// The program could not be fetched, or has stopped.
    Failed,
}

/// What a part of the page hears of its study.
#[derive(Clone, Copy)]
pub struct Heard {
    /// The newest answer; stays until the next one is there, and is empty while nothing is asked.
    pub found: RwSignal<View>,
    /// How far the next one is.
    pub stage: RwSignal<Stage>,
}

/// The program and the slots.
#[derive(Clone, Default)]
pub struct Studies {
    state: Rc<RefCell<State>>,
}

#[derive(Default)]
struct State {
    worker: Option<Worker>,
    /// The number of the newest question of each slot.
    slots: Vec<(f64, Heard)>,
}

impl Studies {
    /// A place for one part of the page to ask from.
    #[must_use]
    pub fn slot(&self) -> (usize, Heard) {
        let heard = Heard { found: RwSignal::new(View::default()), stage: RwSignal::new(Stage::Idle) };
        let mut state = self.state.borrow_mut();
        state.slots.push((0.0, heard));
        (state.slots.len() - 1, heard)
    }

    /// Asks about a home; without a question the work for the slot ends.
    pub fn ask(&self, slot: usize, question: Option<&(Scenario, Ask, Lang)>) {
        if question.is_some() && self.state.borrow().worker.is_none() {
            self.start();
        }
        let mut state = self.state.borrow_mut();
        let Some((number, heard)) = state.slots.get_mut(slot) else { return };
        *number += 1.0;
        let (number, heard) = (*number, *heard);
        let worker = state.worker.clone();
        drop(state);
        match (question, &worker) {
            (None, _) => {
                heard.found.set(View::default());
                heard.stage.set(Stage::Idle);
            }
            (Some(_), None) => heard.stage.set(Stage::Failed),
            (Some(_), Some(_)) => heard.stage.set(Stage::Working(0.0)),
        }
        if let Some(worker) = worker {
            post(&worker, slot, number, &question.map_or(JsValue::NULL, pack));
        }
    }

    /// Ends work that comes too late, as another question will follow.
    pub fn interrupt(&self, slot: usize) {
        let mut state = self.state.borrow_mut();
        let worker = state.worker.clone();
        let Some(((number, heard), worker)) = state.slots.get_mut(slot).zip(worker) else { return };
        if matches!(heard.stage.get_untracked(), Stage::Working(_)) {
            *number += 1.0;
            post(&worker, slot, *number, &JsValue::NULL);
        }
    }

    fn start(&self) {
        let (fails, hears) = (self.clone(), self.clone());
        let program = if has_vectors() { "studies-simd" } else { "studies" };
        let worker = start_program(program, move || fails.failed(), move |data| hears.heard(&Array::from(data)));
        self.state.borrow_mut().worker = worker.ok();
    }

    /// The next question starts the program anew.
    fn failed(&self) {
        let mut state = self.state.borrow_mut();
        if let Some(worker) = state.worker.take() {
            worker.terminate();
        }
        let waiting: Vec<Heard> = state.slots.iter().map(|(_, heard)| *heard).collect();
        drop(state);
        for heard in waiting {
            if matches!(heard.stage.get_untracked(), Stage::Working(_)) {
                heard.stage.set(Stage::Failed);
            }
        }
    }

    fn heard(&self, message: &Array) {
        let Some(slot) = message.get(0).as_f64() else { return };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in the list of slots")]
        let Some((newest, heard)) = self.state.borrow().slots.get(slot as usize).copied() else { return };
        if message.get(1).as_f64() != Some(newest) {
            return;
        }
        let content = message.get(2);
        let (found, stage) = match content.as_f64() {
            Some(share) => (unpack(&message.get(3)), Stage::Working(share)),
            // What is wrong with the home is said by the form; the last good answer goes with the last good result.
            None => (unpack::<Result<View, Vec<InputError>>>(&content).and_then(Result::ok), Stage::Idle),
        };
        if let Some(found) = found {
            heard.found.set(found);
        }
        heard.stage.set(stage);
    }
}

fn post(worker: &Worker, slot: usize, number: f64, question: &JsValue) {
    #[expect(clippy::cast_precision_loss, reason = "a handful of slots")]
    let slot = JsValue::from(slot as f64);
    // A worker that is gone has said so by its error.
    let _ = worker.post_message(&Array::of3(&slot, &number.into(), question));
}

/// Whether the browser runs the vector instructions of WebAssembly (simd128): asked of it with the smallest program that
/// has one, a function that fills a vector with zeros.
fn has_vectors() -> bool {
    const HEADER: [u8; 8] = *b"\0asm\x01\0\0\0";
    const TYPES: [u8; 7] = [1, 5, 1, 0x60, 0, 1, 0x7b];
    const FUNCTIONS: [u8; 4] = [3, 2, 1, 0];
    const CODE: [u8; 10] = [10, 8, 1, 6, 0, 0x41, 0, 0xfd, 15, 11];
    let program = [&HEADER[..], &TYPES, &FUNCTIONS, &CODE].concat();
    js_sys::WebAssembly::validate(&Uint8Array::from(program.as_slice())).unwrap_or(false)
}
