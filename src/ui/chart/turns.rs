//! Charts take turns: one is drawn in a frame, so that no frame waits for all.

use leptos::prelude::*;
use std::{cell::RefCell, collections::VecDeque};

thread_local! {
    /// Charts that wait, the one that has waited longest first.
    static WAITING: RefCell<VecDeque<Turn>> = const { RefCell::new(VecDeque::new()) };
}

/// The turn of one chart.
#[derive(Clone, Copy, PartialEq)]
pub struct Turn(RwSignal<bool>);

impl Turn {
    /// A turn that has not come.
    pub fn new() -> Self {
        Self(RwSignal::new(false))
    }

    /// Whether the turn has come, which uses it up. An effect that asks runs again when it comes.
    pub fn is_here(self) -> bool {
        let here = self.0.get();
        if here && let Some(mut turn) = self.0.try_write_untracked() {
            *turn = false;
        }
        here
    }

    /// Waits for a frame of its own.
    pub fn queue(self) {
        let (first, known) = WAITING.with_borrow_mut(|waiting| {
            let known = waiting.contains(&self);
            let first = waiting.is_empty();
            if !known {
                waiting.push_back(self);
            }
            (first, known)
        });
        if first && !known {
            request_animation_frame(next);
        }
    }
}

/// Gives the next chart its turn, and the others the frames after.
fn next() {
    let (turn, more) = WAITING.with_borrow_mut(|waiting| (waiting.pop_front(), !waiting.is_empty()));
    if more {
        request_animation_frame(next);
    }
    // A chart that has left the page needs no turn.
    if let Some(Turn(here)) = turn {
        let _ = here.try_set(true);
    }
}
