//! A table of figures.

pub mod examples;

use super::disclosure::Shown;
use super::dom;
use crate::ui::reactive::effect;
use leptos::{html, prelude::*};
use web_sys::Element;

/// Rows of text: the first cell of each is its heading, the others are figures.
pub type Rows = Vec<Vec<String>>;

/// A table that scrolls sideways by itself where it is too wide, reachable by keyboard. In a closed part of the page it has
/// no rows.
#[component]
pub fn DataTable(
    /// Its name.
    #[prop(into)]
    caption: Signal<String>,
    /// Headings of the columns.
    #[prop(into)]
    columns: Signal<Vec<String>>,
    /// The rows.
    #[prop(into)]
    rows: Signal<Rows>,
    /// Cells are words rather than figures.
    #[prop(optional)]
    words: bool,
    /// The last row is the sum of the others.
    #[prop(optional)]
    total: bool,
) -> impl IntoView {
    let part = use_context::<Shown>();
    let body = NodeRef::<html::Tbody>::new();
    let mut before = Rows::new();
    effect(move || {
        let Some(body) = body.get() else { return };
        let rows = if Shown::is(part) { rows.get() } else { Rows::new() };
        if fill(&body, &before, &rows, total).is_none() {
            leptos::logging::warn!("table not filled");
        }
        before = rows;
    });
    view! {
        <div class="table" class:table--words=words role="group" tabindex="0" aria-label=move || caption.get()>
            <table>
                <caption>{move || caption.get()}</caption>
                <thead>
                    <tr>
                        {move || columns.get().into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody node_ref=body></tbody>
            </table>
        </div>
    }
}

/// Puts rows where others stood. In a table of the same shape only the cells change whose words do; none where the
/// document refuses.
fn fill(body: &Element, before: &Rows, rows: &Rows, total: bool) -> Option<()> {
    let shape = |rows: &Rows| rows.iter().map(Vec::len).collect::<Vec<_>>();
    if shape(before) == shape(rows) {
        let mut line = body.first_element_child();
        for (old, new) in before.iter().zip(rows) {
            let mut cell = line.as_ref()?.first_element_child();
            for (old, new) in old.iter().zip(new) {
                if old != new {
                    cell.as_ref()?.set_text_content(Some(new));
                }
                cell = cell?.next_element_sibling();
            }
            line = line?.next_element_sibling();
        }
        return Some(());
    }
    body.set_text_content(None);
    for (index, cells) in rows.iter().enumerate() {
        let sum = total && index + 1 == rows.len();
        let line = dom::within(body, "tr", if sum { "table__total" } else { "" }, "")?;
        for (place, words) in cells.iter().enumerate() {
            let cell = dom::within(&line, if place == 0 { "th" } else { "td" }, "", words)?;
            if place == 0 {
                cell.set_attribute("scope", "row").ok()?;
            }
        }
    }
    Some(())
}
