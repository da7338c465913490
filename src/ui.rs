//! The page. It shows what the engine says and computes nothing itself.
//!
//! Components hold no state of the page: they get signals and give callbacks. Each lies in its own folder with its
//! style sheet and its examples; `examples` lists them all.

pub mod bill_table;
pub mod chart;
pub mod chart_account;
pub mod chart_cash;
pub mod chart_day;
pub mod chart_month;
pub mod choice;
pub mod data_table;
pub mod disclosure;
pub mod dom;
pub mod edit_tools;
pub mod energy;
pub mod engine;
pub mod erased;
pub mod error_summary;
pub mod examples;
pub mod figure;
pub mod file_desk;
pub mod file_drop;
pub mod file_reader;
pub mod file_view;
pub mod firm;
pub mod firm_view;
pub mod form;
pub mod header;
pub mod history;
pub mod jobs;
pub mod locale;
pub mod notice;
pub mod number_field;
pub mod page;
mod panic;
pub mod plane_editor;
pub mod plate;
pub mod program;
pub mod reactive;
pub mod saving;
pub mod section;
pub mod state;
pub mod storage;
pub mod studies;
pub mod study_state;
pub mod study_view;
pub mod switches;
pub mod theme;
pub mod turns;

use crate::worker;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Where the page is put.
const PLACE: &str = "app";

/// Starts what this instance of the program is for: the page, or the search in a worker.
pub fn start() {
    if let Some(scope) = worker::scope() {
        worker::engine::serve(&scope);
    } else {
        mount(|| view! { <page::Page /> }.into_any());
    }
}

/// Puts a view in its place in the document.
pub fn mount(view: impl Fn() -> AnyView + 'static) {
    panic::show_a_notice();
    let place = document().get_element_by_id(PLACE).and_then(|place| place.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(place) = place {
        mount_to(place, view).forget();
    }
}
