//! What a study found, ready in words: sentences, a picture, tables, and designs that can be taken over.

pub mod examples;

use super::chart::Chart;
use super::data_table::DataTable;
use super::disclosure::Disclosure;
use super::locale::Locale;
use crate::ui::reactive::{derive, memo};
use crate::view::{Drawing, Table, Take, View};
use leptos::prelude::*;

/// The parts that a view has.
#[component]
pub fn StudyView(
    /// Beginning of the identifiers.
    #[prop(into)]
    id: String,
    /// What was found.
    #[prop(into)]
    view: Signal<View>,
    /// Called with the design that a person takes over.
    #[prop(default = Callback::new(|_| ()))]
    on_take: Callback<Take, ()>,
    /// Changes are not read aloud: it follows every change of the page by itself.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let locale = Locale::current();
    let drawing = memo(move || view.with(|view| view.drawing.clone()));
    let has_drawing = memo(move || drawing.with(Option::is_some));
    let tables = memo(move || view.with(|view| view.tables.clone()));
    let open = memo(move || view.with(|view| view.open.clone()));
    let basis = memo(move || view.with(|view| view.basis.clone()));
    let of = move |part: fn(&View) -> &Vec<String>| {
        let items = move || {
            let words = view.with(|view| part(view).clone());
            words.into_iter().map(|words| view! { <li>{words}</li> }.into_any()).collect_view()
        };
        view! { <ul class="study-view__list">{items}</ul> }.into_any()
    };
    let takes = move || {
        let button = |take: Take| {
            let label = take.label.clone();
            view! { <button type="button" class="button" on:click=move |_| on_take.run(take.clone())>{label}</button> }
        };
        view.with(|view| view.takes.iter().cloned().map(button).collect_view())
    };
    view! {
        <div role=(!quiet).then_some("status")>{of(|view| &view.facts)}</div>
        {move || open.get().into_iter().map(|table| figures(table, false)).collect_view()}
        <p class="study-view__takes">{takes}</p>
        <Show when=move || has_drawing.get()>
            <Figures id=format!("{id}.chart") drawing=derive(move || drawing.get().unwrap_or_default()) />
        </Show>
        {move || tables.get().into_iter().map(|table| closed(table, false)).collect_view()}
        {of(|view| &view.notes)}
        <Show when=move || view.with(|view| !view.warnings.is_empty())>
            <div class="notice notice--weak">
                <p class="notice__text">{locale.say(|text| text.ranges.careful)}</p>
                {of(|view| &view.warnings)}
            </div>
        </Show>
        {move || basis.get().map(|table| closed(table, true))}
    }
}

fn figures(table: Table, words: bool) -> AnyView {
    let Table { caption, columns, rows } = table;
    view! { <DataTable caption=caption columns=columns rows=rows words=words /> }.into_any()
}

fn closed(table: Table, words: bool) -> AnyView {
    let summary = table.caption.clone();
    view! { <Disclosure summary=summary>{figures(table, words)}</Disclosure> }.into_any()
}

/// The picture in its frame.
#[component]
pub fn Figures(
    /// Beginning of the identifiers.
    id: String,
    /// The picture, with what can be read from it.
    drawing: Signal<Drawing>,
) -> impl IntoView {
    let locale = Locale::current();
    let draw = move |surface: &_| drawing.with(|drawing| drawing.picture.draw(surface, locale.lang()));
    let read = move |column: usize| drawing.with(|drawing| drawing.readings.get(column).cloned().unwrap_or_default());
    view! {
        <h3>{move || drawing.get().title}</h3>
        <Chart id=id title=derive(move || drawing.get().title) summary=derive(move || drawing.get().summary)
            columns=derive(move || drawing.get().columns) legend=derive(move || drawing.get().legend)
            draw=Box::new(draw) read=Box::new(read)>
            <DataTable caption=derive(move || drawing.get().table.caption)
                columns=derive(move || drawing.get().table.columns) rows=derive(move || drawing.get().table.rows) />
        </Chart>
    }
}
