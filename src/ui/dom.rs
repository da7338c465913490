//! Small steps in the document that are allowed to fail in silence.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// The root element of the document.
#[must_use]
pub fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// A new element; none where the document refuses it.
#[must_use]
pub fn element(name: &str, class: &str, text: &str) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    Some(element)
}

/// A new element at the end of another.
#[must_use]
pub fn within(place: &Element, name: &str, class: &str, text: &str) -> Option<Element> {
    let element = element(name, class, text)?;
    place.append_child(&element).ok()?;
    Some(element)
}

/// Moves the focus to the element with this identifier and brings it into view.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        // A refused focus leaves the person where they are: nothing to repair.
        let _ = element.focus();
        element.scroll_into_view_with_bool(true);
    }
}

/// The same once the document has been updated.
pub fn focus_later(id: String) {
    request_animation_frame(move || focus(&id));
}

/// Whether the person has asked the browser to fetch as little as possible.
#[must_use]
pub fn saves_data() -> bool {
    let get = |from: &JsValue, name: &str| js_sys::Reflect::get(from, &name.into()).unwrap_or_default();
    let navigator = get(&js_sys::global(), "navigator");
    get(&get(&navigator, "connection"), "saveData").is_truthy()
}
