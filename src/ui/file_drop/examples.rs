//! Examples of the place for files.

use super::{FileDrop, Stage};
use leptos::prelude::*;

fn example(id: &'static str, stage: Stage) -> AnyView {
    view! {
        <FileDrop id=id label="Plik z\u{a0}licznika" hint="Czytamy go tylko w\u{a0}tej przeglądarce." stage=Signal::stored(stage)
            on_files=Callback::new(|_| ()) />
    }
    .into_any()
}

/// Nothing dropped yet.
pub fn empty() -> AnyView {
    example("example-drop-empty", Stage::Idle)
}

/// A file is being read.
pub fn reading() -> AnyView {
    example("example-drop-reading", Stage::Reading(0.4))
}

/// The program that reads files could not be had.
pub fn failed() -> AnyView {
    example("example-drop-failed", Stage::Failed)
}
