//! The last word of a program that has stopped.

use super::{notice, storage};
use leptos::prelude::document;
use std::panic;

/// From now on a panic shows a notice in the page, and the next start does not repeat what led to it.
pub fn show_a_notice() {
    panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        storage::forget();
        let document = document();
        if document.get_element_by_id("failure").is_some() {
            return;
        }
        let Some(notice) = notice::stopped(&document, &info.to_string()) else { return };
        notice.set_id("failure");
        if let Ok(Some(place)) = document.query_selector("main") {
            // If even this is refused, the console still has the message.
            let _ = place.prepend_with_node_1(&notice);
        }
    }));
}
