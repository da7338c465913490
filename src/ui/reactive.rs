//! Signals and views of few types.
//!
//! Leptos compiles its whole machinery again for every type of closure it is given, and the page has to load that code.
//! Here a closure is put into a box first, so that all of one result share it (`docs/performance.md`).

use leptos::prelude::*;

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
