//! What was understood of files: sentences, warnings, tables, and what a person may decide otherwise.

pub mod examples;

use super::dom::{element, within};
use super::locale::Locale;
use crate::files::view::{Choice, View};
use crate::text::Text;
use crate::ui::reactive::effect;
use crate::view::Table;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlSelectElement};

/// The parts that a view has, in the order of their importance.
///
/// Made of bare elements: many shapes come in one answer and few people see them, so they are kept out of the reactive
/// system and its code. What is open stays open, and the focus stays, when another answer comes.
#[component]
pub fn FileView(
    /// Beginning of the identifiers.
    #[prop(into)]
    id: String,
    /// What was understood.
    #[prop(into)]
    view: Signal<View>,
    /// Called with what a person decides: identifier of the choice, and its value.
    on_decision: Callback<(String, String)>,
) -> impl IntoView {
    let locale = Locale::current();
    let place = NodeRef::<leptos::html::Div>::new();
    let prefix = format!("{id}.");
    let drawn = prefix.clone();
    effect(move || {
        let (view, text) = (view.get(), locale.text());
        if let Some(place) = place.get() {
            redraw(&place, &drawn, &view, text);
        }
    });
    let changed = move |event: web_sys::Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(select) = select
            && let Some(id) = select.id().strip_prefix(&prefix)
        {
            on_decision.run((id.to_owned(), select.value()));
        }
    };
    view! { <div node_ref=place on:change=changed></div> }
}

/// Draws the parts anew, and opens and focuses what was open and in focus.
fn redraw(place: &HtmlElement, prefix: &str, view: &View, text: &Text) {
    let focused = document().active_element().map(|element| element.id()).filter(|id| id.starts_with(prefix));
    let open: Vec<String> = ["rejected", "months", "choices"]
        .map(|part| format!("{prefix}{part}"))
        .into_iter()
        .filter(|id| document().get_element_by_id(id).is_some_and(|part| part.has_attribute("open")))
        .collect();
    place.set_text_content(None);
    // An element that the document refuses is left out; the others stand.
    let _ = draw(place, prefix, view, text);
    for id in open {
        if let Some(part) = document().get_element_by_id(&id) {
            let _ = part.set_attribute("open", "");
        }
    }
    let again = focused.and_then(|id| document().get_element_by_id(&id)).and_then(|element| element.dyn_into().ok());
    if let Some(again) = again {
        let again: HtmlElement = again;
        let _ = again.focus();
    }
}

fn draw(place: &Element, prefix: &str, view: &View, text: &Text) -> Option<()> {
    let words = &text.files;
    if let Some(refused) = &view.refused {
        within(place, "p", "field__error", refused)?;
    }
    list(place, &view.facts)?;
    if !view.warnings.is_empty() {
        let notice = within(place, "div", "notice notice--weak", "")?;
        within(&notice, "p", "notice__text", words.careful)?;
        list(&notice, &view.warnings)?;
    }
    for (id, table) in [("rejected", &view.rejected), ("months", &view.months)] {
        if let Some(table) = table {
            let body = disclosure(place, &format!("{prefix}{id}"), &table.caption)?;
            figures(&body, table, id == "rejected")?;
        }
    }
    if !view.choices.is_empty() {
        let body = disclosure(place, &format!("{prefix}choices"), words.mapping)?;
        within(&body, "p", "field__hint", words.mapping_hint)?;
        for choice in &view.choices {
            select(&body, prefix, choice)?;
        }
    }
    Some(())
}

fn list(place: &Element, items: &[String]) -> Option<()> {
    if !items.is_empty() {
        let list = within(place, "ul", "understood", "")?;
        for item in items {
            within(&list, "li", "", item)?;
        }
    }
    Some(())
}

/// The same as `disclosure::Disclosure`; gives its body.
fn disclosure(place: &Element, id: &str, summary: &str) -> Option<Element> {
    let details = within(place, "details", "disclosure", "")?;
    details.set_id(id);
    within(&details, "summary", "disclosure__summary", summary)?;
    within(&details, "div", "disclosure__body", "")
}

/// The same as `data_table::DataTable`.
fn figures(place: &Element, table: &Table, words: bool) -> Option<()> {
    let group = within(place, "div", if words { "table table--words" } else { "table" }, "")?;
    for (name, value) in [("role", "group"), ("tabindex", "0"), ("aria-label", &table.caption)] {
        group.set_attribute(name, value).ok()?;
    }
    let inner = within(&group, "table", "", "")?;
    within(&inner, "caption", "", &table.caption)?;
    let head = within(&within(&inner, "thead", "", "")?, "tr", "", "")?;
    for name in &table.columns {
        within(&head, "th", "", name)?.set_attribute("scope", "col").ok()?;
    }
    let body = element("tbody", "", "")?;
    for cells in &table.rows {
        let row = within(&body, "tr", "", "")?;
        for (place, cell) in cells.iter().enumerate() {
            if place == 0 {
                within(&row, "th", "", cell)?.set_attribute("scope", "row").ok()?;
            } else {
                within(&row, "td", "", cell)?;
            }
        }
    }
    inner.append_child(&body).ok().map(|_| ())
}

/// The same as `choice::Select`.
fn select(place: &Element, prefix: &str, choice: &Choice) -> Option<()> {
    let field = within(place, "div", "field", "")?;
    let id = format!("{prefix}{}", choice.id);
    within(&field, "label", "field__label", &choice.label)?.set_attribute("for", &id).ok()?;
    let select: HtmlSelectElement = within(&field, "select", "select", "")?.dyn_into().ok()?;
    select.set_id(&id);
    for (value, words) in &choice.options {
        within(&select, "option", "", words)?.set_attribute("value", value).ok()?;
    }
    select.set_value(&choice.value);
    Some(())
}
