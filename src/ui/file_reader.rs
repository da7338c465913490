//! The page's end of the program that reads files. The program is fetched with the first file, not before.

use super::program::start_program;
use crate::files::{ask::Ask, view::View};
use crate::worker::unpack;
use js_sys::{Array, Uint8Array};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::JsValue;
use web_sys::{File, Worker};

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
        let newest = Rc::new(Cell::new(0.0));
        let told = Rc::new(told);
        let (hears, wanted) = (Rc::clone(&told), Rc::clone(&newest));
        let heard = move |data: &JsValue| {
            let message = Array::from(data);
            if message.get(0).as_f64() != Some(wanted.get()) {
                return;
            }
            let content = message.get(1);
            let answer = || unpack(&content).map_or(Told::Failed, Told::Answer);
            hears(content.as_f64().map_or_else(answer, Told::Progress));
        };
        let worker = start_program("files", move || told(Told::Failed), heard)?;
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
}

/// A program that nobody listens to ends.
impl Drop for FileReader {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
