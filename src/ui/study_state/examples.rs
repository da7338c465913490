//! Examples of how far a study is.

use super::{Stage, StudyState};
use leptos::prelude::*;

/// Half done.
pub fn working() -> AnyView {
    view! { <StudyState stage=Signal::stored(Stage::Working(0.5)) /> }.into_any()
}

/// The program cannot be had.
pub fn failed() -> AnyView {
    view! { <StudyState stage=Signal::stored(Stage::Failed) /> }.into_any()
}
