//! A drawing of figures that can also be read: by pointer, by keyboard, as a sentence and as a table.

mod backend;
pub mod bars;
pub mod examples;
pub mod surface;

use super::theme::Repaint;
use super::{disclosure::Disclosure, locale::Locale};
use crate::ui::reactive::{derive, effect, put};
use crate::ui::turns::Turn;
use crate::view::Hue;
use leptos::{html, prelude::*};
use surface::{Drawn, Surface};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::ResizeObserver;

/// One entry of a legend.
pub type Key = (Hue, String);

/// Draws the figures on a canvas; follows every signal it reads.
pub type Draw = Box<dyn Fn(&Surface) -> Drawn>;
/// The figures of one column in words.
pub type Read = Box<dyn Fn(usize) -> String + Send + Sync>;

/// Frame around one drawing: canvas, slider that reads it, legend, summary and table.
#[component]
pub fn Chart(
    /// Beginning of the identifiers.
    #[prop(into)]
    id: String,
    /// Its name.
    #[prop(into)]
    title: Signal<String>,
    /// What it shows, in one sentence.
    #[prop(into)]
    summary: Signal<String>,
    /// Name of each column, from left to right.
    #[prop(into)]
    columns: Signal<Vec<String>>,
    /// Meaning of the colours.
    #[prop(into)]
    legend: Signal<Vec<Key>>,
    /// Cells of a column that are read one by one, from the top down.
    #[prop(default = 1)]
    rows: usize,
    /// Draws the figures.
    draw: Draw,
    /// Says the figures of one column.
    read: Read,
    /// The same figures as a table.
    children: Children,
) -> impl IntoView {
    let locale = Locale::current();
    let cursor = RwSignal::new(None::<usize>);
    let size = RwSignal::new((0.0, 0.0));
    let plot = NodeRef::<html::Div>::new();
    let canvas = NodeRef::<html::Canvas>::new();
    follow_size(plot, size);
    let (turn, here) = (Turn::another(), RwSignal::new(false));
    // The sentence comes with the drawing it belongs to.
    let said = RwSignal::new(untrack(|| summary.get()));
    let mut painted = None;
    effect(move || {
        let colors = Some(Repaint::count());
        // Colours that change are painted at once: paper waits for no frame.
        if !here.get() && painted == colors {
            turn.queue(move || {
                let _ = here.try_set(true);
            });
            return;
        }
        painted = colors;
        *here.write_untracked() = false;
        put(said, summary.get());
        let Some(canvas) = canvas.get() else { return };
        let drawn = Surface::prepare(&canvas, size.get(), columns.get().len() / rows.max(1), cursor.get())
            .and_then(|surface| surface.map_or(Ok(()), |surface| draw(&surface)));
        if let Err(cause) = drawn {
            leptos::logging::warn!("chart not drawn: {cause}");
        }
    });
    let point = move |event: leptos::ev::PointerEvent| {
        let Some(plot) = plot.get_untracked() else { return };
        let place = plot.get_bounding_client_rect();
        let at = (f64::from(event.client_x()) - place.left(), f64::from(event.client_y()) - place.top());
        let column = surface::cell_at(at, (place.width(), place.height()), columns.get_untracked().len(), rows);
        if cursor.get_untracked() != column {
            cursor.set(column);
        }
    };
    let last = move || columns.get().len().saturating_sub(1);
    let reading = move || cursor.get().filter(|column| *column <= last()).map(&read);
    let name = move || cursor.get().and_then(|column| columns.get().get(column).cloned());
    let (summary_id, table_title) = (format!("{id}.summary"), move || (locale.text().charts.table)(&title.get()));
    view! {
        <figure class="chart" id=id>
            <div class="chart__plot" role="img" aria-label=move || title.get() aria-describedby=summary_id.clone()
                node_ref=plot on:pointermove=point on:pointerdown=point on:pointerleave=move |_| cursor.set(None)>
                <canvas class="chart__canvas" node_ref=canvas></canvas>
            </div>
            <input class="chart__cursor" type="range" min="0" max=last step="1"
                aria-label=move || (locale.text().charts.cursor)(&title.get()) aria-valuetext=name
                prop:value=move || cursor.get().unwrap_or(0).to_string()
                on:focus=move |_| cursor.update(|cursor| *cursor = Some(cursor.unwrap_or(0)))
                on:input=move |event| cursor.set(event_target_value(&event).parse().ok()) />
            <ul class="chart__legend">
                {move || legend.get().into_iter().map(|(hue, words)| view! {
                    <li class="chart__key"><span class=format!("swatch swatch--{}", hue.name())></span>{words}</li>
                }).collect_view()}
            </ul>
            <div class="chart__words">
                <p class="chart__reading" role="status">{reading}</p>
                <p class="chart__hint">{locale.say(|text| text.charts.reading_hint)}</p>
            </div>
            <p class="chart__summary" id=summary_id>{move || said.get()}</p>
            <Disclosure summary=derive(table_title)>{children()}</Disclosure>
        </figure>
    }
}

/// Keeps `size` at width and height of the element, in CSS pixels. They are read when the browser has just laid the page
/// out: at any other time it would have to do so first.
fn follow_size(element: NodeRef<html::Div>, size: RwSignal<(f64, f64)>) {
    effect(move || {
        let Some(element) = element.get() else { return };
        let measured = element.clone();
        let resized = Closure::<dyn FnMut()>::new(move || {
            size.try_set((f64::from(measured.client_width()), f64::from(measured.client_height())));
        });
        let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) else { return };
        observer.observe(&element);
        let kept = StoredValue::new_local((observer, resized));
        on_cleanup(move || {
            kept.with_value(|(observer, _)| observer.disconnect());
        });
    });
}
