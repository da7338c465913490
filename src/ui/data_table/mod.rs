//! A table of figures.

pub mod examples;

use super::disclosure::Shown;
use leptos::prelude::*;

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
    let body = move || {
        let rows = if Shown::is(part) { rows.get() } else { Rows::new() };
        let last = rows.len().saturating_sub(1);
        rows.into_iter()
            .enumerate()
            .map(|(index, cells)| {
                let mut cells = cells.into_iter();
                let heading = cells.next().unwrap_or_default();
                view! {
                    <tr class:table__total=total && index == last>
                        <th scope="row">{heading}</th>
                        {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <div class="table" class:table--words=words role="group" tabindex="0" aria-label=move || caption.get()>
            <table>
                <caption>{move || caption.get()}</caption>
                <thead>
                    <tr>
                        {move || columns.get().into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}
