//! The program that writes and reads a firm's file, in its worker.

use super::jobs::{self, Told, Work};
use super::pack;
use crate::firm::file::{FileAsk, answer};

/// Answers every question of the page for as long as the worker lives.
pub fn serve() {
    jobs::serve::<Once>();
}

/// A question that is answered in one step.
struct Once(Option<FileAsk>);

impl Work for Once {
    type Session = ();
    type Question = FileAsk;

    fn session() -> Option<()> {
        Some(())
    }

    fn begin(question: FileAsk) -> Self {
        Self(Some(question))
    }

    fn step(&mut self, (): &mut ()) -> Told {
        Told::Done(pack(&self.0.take().map(answer)))
    }
}
