//! Signals and views of few types.
//!
//! Leptos compiles its whole machinery again for every type of closure it is given, and the page has to load that code.
//! Here a closure is put into a box first, so that all of one result share it (`docs/performance.md`).

use leptos::prelude::*;
use std::sync::Arc;

/// A signal that is computed whenever it is read.
pub fn derive<T: Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    boxed(Box::new(read))
}

fn boxed<T: Send + Sync + 'static>(read: Box<dyn Fn() -> T + Send + Sync>) -> Signal<T> {
    Signal::derive(read)
}

/// A value that is computed when something it reads has changed, and passed on only where it is another one.
pub fn memo<T: PartialEq + Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    boxed_memo(Box::new(read))
}

fn boxed_memo<T: PartialEq + Send + Sync + 'static>(read: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| read())
}

/// Runs once what it is about has been put into the document, and again whenever something it reads has changed.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}

/// Puts a value in place where another one stands.
pub fn put<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|known| *known != value) {
        signal.set(value);
    }
}

/// A value that is read in many parts. Who reads a part hears of a change only where that part has become another; in
/// leptos' own way everything that hangs on a value is woken by each change.
pub struct Watched<T: 'static> {
    value: RwSignal<T>,
    parts: StoredValue<Vec<Part<T>>, LocalStorage>,
}

/// How a part is read.
type Pick<T, P> = Arc<dyn Fn(&T) -> P + Send + Sync>;

/// A part that is read: whoever reads it, and whether it has changed since that was last asked.
struct Part<T> {
    changes: RwSignal<u32>,
    differs: Box<dyn FnMut(&T) -> bool>,
}

impl<T> Clone for Watched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Watched<T> {}

impl<T: Send + Sync + 'static> Watched<T> {
    /// The value at first.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self { value: RwSignal::new(value), parts: StoredValue::new_local(Vec::new()) }
    }

    /// Another value.
    pub fn set(self, value: T) {
        self.value.set(value);
        self.value.with_untracked(|value| {
            self.parts.update_value(|parts| {
                parts.retain_mut(|part| {
                    // A reader that has left the page hears nothing more.
                    let reads = !part.changes.is_disposed();
                    if reads && (part.differs)(value) {
                        part.changes.notify();
                    }
                    reads
                });
            });
        });
    }

    /// A part of the value.
    pub fn part<P: PartialEq + Send + Sync + 'static>(
        self,
        pick: impl Fn(&T) -> P + Send + Sync + 'static,
    ) -> Signal<P> {
        self.boxed_part(Arc::new(pick))
    }

    fn boxed_part<P: PartialEq + Send + Sync + 'static>(self, pick: Pick<T, P>) -> Signal<P> {
        let read = pick.clone();
        let mut last = self.value.with_untracked(|value| pick(value));
        let changes = self.watch(Box::new(move |value| {
            let next = pick(value);
            let differs = next != last;
            last = next;
            differs
        }));
        derive(move || {
            changes.track();
            self.value.with_untracked(|value| read(value))
        })
    }

    fn watch(self, differs: Box<dyn FnMut(&T) -> bool>) -> RwSignal<u32> {
        let changes = RwSignal::new(0);
        self.parts.update_value(|parts| parts.push(Part { changes, differs }));
        changes
    }

    /// Whoever asks follows every change of the value.
    pub fn track(self) {
        self.value.track();
    }

    /// Reads the value and follows every change of it.
    pub fn with<P>(self, read: impl FnOnce(&T) -> P) -> P {
        self.value.with(read)
    }

    /// Reads the value as it is now.
    pub fn with_untracked<P>(self, read: impl FnOnce(&T) -> P) -> P {
        self.value.with_untracked(read)
    }
}
