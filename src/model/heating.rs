//! Heating of a home: made ready once, its electricity added to the load, and sources compared.

pub mod compare;
mod ready;

pub use ready::{HeatOutcome, ReadyHeat};
