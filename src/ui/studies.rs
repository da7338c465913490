//! The page's end of the program that studies a home: tariffs side by side, ranges, the search over all designs.
//!
//! The program is fetched with the first question, not before.

use super::jobs::{Jobs, Told};
use super::program::start_program;
use crate::error::InputError;
use crate::model::inputs::Scenario;
use crate::study::Ask;
use crate::text::Lang;
use crate::view::View;
use crate::worker::{pack, unpack};
use js_sys::Uint8Array;
use leptos::prelude::*;

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
#[derive(Clone)]
pub struct Studies(Jobs);

impl Default for Studies {
    fn default() -> Self {
        Self(Jobs::new(|failed, heard| {
            start_program(if has_vectors() { "studies-simd" } else { "studies" }, failed, heard)
        }))
    }
}

impl Studies {
    /// A place for one part of the page to ask from.
    #[must_use]
    pub fn slot(&self) -> (usize, Heard) {
        let heard = Heard { found: RwSignal::new(View::default()), stage: RwSignal::new(Stage::Idle) };
        let told = move |told| {
            let (found, stage) = match told {
                Told::Ended => (Some(View::default()), Stage::Idle),
                Told::Working(share) => (None, Stage::Working(share)),
                Told::SoFar(share, found) => (unpack(&found), Stage::Working(share)),
                // What is wrong with the home is said by the form; the last good answer goes with the last good result.
                Told::Done(found) => {
                    (unpack::<Result<View, Vec<InputError>>>(&found).and_then(Result::ok), Stage::Idle)
                }
                Told::Failed => (None, Stage::Failed),
            };
            if let Some(found) = found {
                heard.found.set(found);
            }
            heard.stage.set(stage);
        };
        (self.0.slot(told), heard)
    }

    /// Asks about a home; without a question the work for the slot ends.
    pub fn ask(&self, slot: usize, question: Option<&(Scenario, Ask, Lang)>) {
        self.0.ask(slot, question.map(pack).as_ref());
    }

    /// Ends work that comes too late, as another question will follow.
    pub fn interrupt(&self, slot: usize) {
        self.0.interrupt(slot);
    }
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
