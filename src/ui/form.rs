//! What a form holds: what was said, what of it could not be accepted, and the way back.
//!
//! It knows nothing of what is computed; whoever computes follows `said` and tells what was refused.

use super::history::History;
use super::number_field::Entry;
use crate::error::{InputError, Problem};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The state of a form about `S`.
pub struct Form<S: 'static> {
    /// What was said.
    pub said: RwSignal<S>,
    /// Changes whenever typed text must follow the numbers again.
    pub revision: RwSignal<u32>,
    /// Whether there is something to undo, and something to redo.
    pub steps: RwSignal<(bool, bool)>,
    /// What the engine did not accept.
    pub refused: RwSignal<Vec<InputError>>,
    invalid: RwSignal<BTreeMap<String, Problem>>,
    history: StoredValue<History<S>>,
}

impl<S: 'static> Clone for Form<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S: 'static> Copy for Form<S> {}

impl<S: Clone + PartialEq + Send + Sync + 'static> Form<S> {
    /// A form that holds `said`.
    #[must_use]
    pub fn new(said: S) -> Self {
        Self {
            said: RwSignal::new(said),
            revision: RwSignal::new(0),
            steps: RwSignal::new((false, false)),
            refused: RwSignal::new(Vec::new()),
            invalid: RwSignal::new(BTreeMap::new()),
            history: StoredValue::new(History::default()),
        }
    }

    /// Changes what was said; `field` names what a person would undo.
    pub fn edit(self, field: &str, change: impl FnOnce(&mut S)) {
        let before = self.said.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.history.update_value(|history| history.record(field, js_sys::Date::now(), before));
            self.hold(after);
        }
    }

    /// Takes in what a number field says.
    pub fn enter(self, field: &str, entry: Entry, put: impl FnOnce(&mut S, Option<f64>)) {
        let number = match entry {
            Entry::Wrong(problem) => {
                self.invalid.update(|invalid| {
                    invalid.insert(field.to_owned(), problem);
                });
                return;
            }
            Entry::Number(number) => Some(number),
            Entry::Empty => None,
        };
        if self.invalid.with_untracked(|invalid| invalid.contains_key(field)) {
            self.invalid.update(|invalid| {
                invalid.remove(field);
            });
        }
        self.edit(field, |said| put(said, number));
    }

    /// Forgets every wrong text, and lets all fields show their numbers again.
    pub fn refresh_fields(self) {
        self.invalid.set(BTreeMap::new());
        self.revision.update(|revision| *revision += 1);
    }

    /// Puts something entirely else in place, as one step.
    pub fn replace(self, said: S) {
        self.edit("", |now| *now = said);
        self.refresh_fields();
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.step(History::undo);
    }

    /// Takes the last step again.
    pub fn redo(self) {
        self.step(History::redo);
    }

    fn step(self, step: fn(&mut History<S>, S) -> Option<S>) {
        let now = self.said.get_untracked();
        if let Some(said) = self.history.try_update_value(|history| step(history, now)).flatten() {
            self.hold(said);
            self.refresh_fields();
        }
    }

    fn hold(self, said: S) {
        self.said.set(said);
        self.steps.set(self.history.with_value(History::steps));
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn problem(self, field: &str) -> Option<Problem> {
        let typed = self.invalid.with(|invalid| invalid.get(field).cloned());
        let refused = || {
            self.refused.with(|all| all.iter().find(|error| error.field == field).map(|error| error.problem.clone()))
        };
        typed.or_else(refused)
    }

    /// Everything that is wrong.
    #[must_use]
    pub fn errors(self) -> Vec<InputError> {
        let typed = self.invalid.get().into_iter().map(|(field, problem)| InputError { field, problem });
        let mut errors: Vec<InputError> = typed.collect();
        let refused = self.refused.get();
        let new: Vec<InputError> =
            refused.into_iter().filter(|error| !errors.iter().any(|known| known.field == error.field)).collect();
        errors.extend(new);
        errors
    }
}
