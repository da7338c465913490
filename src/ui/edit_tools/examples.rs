//! Examples of the buttons under a form.

use super::EditTools;
use leptos::prelude::*;

/// Something to undo, nothing to redo, one further button.
pub fn usual() -> AnyView {
    view! {
        <EditTools steps=Signal::stored((true, false)) address="https://example.org/#f1e30".to_owned() on_edit=|_| {}>
            <button type="button" class="button">"Zapisz do pliku"</button>
        </EditTools>
    }
    .into_any()
}
