//! What studies found, in words. Only the program beside the page speaks them, so they are no part of [`super::Text`] and
//! of the first load.

mod bands;
mod bands_table;
mod compare;
mod en;
mod joint;
mod pl;

pub use bands::bands;
pub use compare::{controls, heating, phases, source, switch, tariffs};
pub use joint::joint;
