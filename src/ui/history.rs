//! Undo and redo.

use crate::link::Said;

/// Most steps kept.
const LONGEST: usize = 100;
/// Changes of one field that follow within this time are one step.
const ONE_STEP_MS: f64 = 1000.0;

/// What was said before, and what was undone.
#[derive(Clone, Debug)]
pub struct History<S = Said> {
    past: Vec<S>,
    future: Vec<S>,
    last: Option<(String, f64)>,
}

impl<S> Default for History<S> {
    fn default() -> Self {
        Self { past: Vec::new(), future: Vec::new(), last: None }
    }
}

impl<S> History<S> {
    /// Keeps what held before a change of `field` at `now_ms`.
    pub fn record(&mut self, field: &str, now_ms: f64, before: S) {
        self.future.clear();
        let same = self.last.as_ref().is_some_and(|(last, then)| last == field && now_ms - then < ONE_STEP_MS);
        self.last = Some((field.to_owned(), now_ms));
        if same && !self.past.is_empty() {
            return;
        }
        self.past.push(before);
        if self.past.len() > LONGEST {
            self.past.remove(0);
        }
    }

    /// What held before, in exchange for what holds now.
    pub fn undo(&mut self, now: S) -> Option<S> {
        let before = self.past.pop()?;
        self.future.push(now);
        self.last = None;
        Some(before)
    }

    /// What was undone, in exchange for what holds now.
    pub fn redo(&mut self, now: S) -> Option<S> {
        let after = self.future.pop()?;
        self.past.push(now);
        self.last = None;
        Some(after)
    }

    /// Whether there is something to undo, and something to redo.
    #[must_use]
    pub fn steps(&self) -> (bool, bool) {
        (!self.past.is_empty(), !self.future.is_empty())
    }
}
