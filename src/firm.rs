//! What a page for firms asks, answered step by step and in ready words.

pub mod examples;
pub mod file;
pub mod link;
pub mod study;

use crate::error::InputError;
use crate::model::inputs::firm::FirmScenario;
use crate::view::firm::FirmView;
use serde::{Deserialize, Serialize};

/// What was said on the page for firms.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FirmSaid {
    /// The firm.
    pub scenario: FirmScenario,
    /// The sizes are the firm's own; otherwise the best ones are looked for.
    pub own_size: bool,
}

/// What is asked about a firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FirmAsk {
    /// The whole result.
    Result,
    /// The hours of a meter, by its place, as a file.
    Hours(usize),
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FirmFound {
    /// The whole result.
    Result(Box<FirmView>),
    /// A file to be saved: its name and content.
    File(String, String),
}

/// What a step came to.
#[derive(Clone, Debug, PartialEq)]
pub enum FirmStep {
    /// A share of the work is done, 0 to 1.
    Working(f64),
    /// The same, with an answer for the time being: the result of the sizes known so far.
    SoFar(f64, FirmFound),
    /// The end.
    Done(Result<FirmFound, Vec<InputError>>),
}
