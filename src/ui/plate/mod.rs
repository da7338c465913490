//! Pictures that are no columns: curves over many hours, and fields of coloured cells.

mod carpet;
mod curves;
pub mod examples;

use super::chart::surface::Drawn;
use super::chart::{Chart, Draw, surface::Surface};
use super::data_table::DataTable;
use super::locale::Locale;
use super::reactive::derive;
use crate::view::firm::{Carpet, Curves, Key, Palette, Plate};
use crate::view::{Hue, Table};
use leptos::prelude::*;

/// What every plate has beside its picture.
struct Frame {
    id: String,
    class: &'static str,
    title: Signal<String>,
    summary: Signal<String>,
    legend: Signal<Vec<(String, String)>>,
    readings: Signal<Vec<String>>,
    table: Signal<Table>,
    rows: usize,
    draw: Draw,
}

/// Lines over a common horizontal axis.
#[component]
pub fn CurvesPlate(
    /// Beginning of the identifiers.
    id: String,
    /// The picture with what can be read from it.
    plate: Signal<Plate<Curves>>,
) -> impl IntoView {
    let locale = Locale::current();
    let draw = move |surface: &Surface| plate.with(|plate| curves::draw(&plate.picture, surface, locale.lang()));
    frame(of_plate(id, "plate", plate, |_| Hue::Ink, 1, Box::new(draw)))
}

/// A field of coloured cells. Where there are as many readings as cells, cells are read one by one.
#[component]
pub fn CarpetPlate(
    /// Beginning of the identifiers.
    id: String,
    /// The picture with what can be read from it.
    plate: Signal<Plate<Carpet>>,
) -> impl IntoView {
    let draw = move |surface: &Surface| -> Drawn {
        plate.with(|plate| carpet::draw(&plate.picture, plate.readings.len(), surface))
    };
    let (calendar, rows) = plate.with_untracked(|plate| {
        let Carpet { rows, cells, palette, .. } = &plate.picture;
        (*palette == Palette::Classes, if plate.readings.len() == cells.len() { *rows } else { 1 })
    });
    let hue = |carpet: &Carpet| if let Palette::Ramp(hue) = carpet.palette { hue } else { Hue::Ink };
    let class = if calendar { "plate plate--calendar" } else { "plate plate--map" };
    frame(of_plate(id, class, plate, hue, rows, Box::new(draw)))
}

/// The frame of a plate; `hue` is the colour whose steps a legend may name.
fn of_plate<T: Clone + Send + Sync + 'static>(
    id: String,
    class: &'static str,
    plate: Signal<Plate<T>>,
    hue: fn(&T) -> Hue,
    rows: usize,
    draw: Draw,
) -> Frame {
    let legend = move || {
        plate.with(|plate| {
            let hue = hue(&plate.picture);
            plate.legend.iter().map(|(key, words)| (swatch(*key, hue), words.clone())).collect::<Vec<_>>()
        })
    };
    Frame {
        id,
        class,
        title: derive(move || plate.with(|plate| plate.title.clone())),
        summary: derive(move || plate.with(|plate| plate.summary.clone())),
        legend: derive(legend),
        readings: derive(move || plate.with(|plate| plate.readings.clone())),
        table: derive(move || plate.with(|plate| plate.table.clone())),
        rows,
        draw,
    }
}

/// Class of a colour of the legend: a class step where the picture has no colour of its own.
fn swatch(key: Key, hue: Hue) -> String {
    match key {
        Key::Hue(hue) => format!("swatch swatch--{}", hue.name()),
        Key::Step(step) if hue == Hue::Ink => format!("swatch swatch--class-{step}"),
        Key::Step(0) => "swatch swatch--class-0".to_owned(),
        Key::Step(_) => format!("swatch swatch--{}", hue.name()),
    }
}

fn frame(frame: Frame) -> AnyView {
    let Frame { id, class, title, summary, legend, readings, table, rows, draw } = frame;
    // What stands before the colon of a reading names its place.
    let names = derive(move || {
        let place = |reading: &String| reading.split_once(": ").map_or(reading.as_str(), |(place, _)| place).to_owned();
        readings.with(|readings| readings.iter().map(place).collect::<Vec<_>>())
    });
    let read = move |place: usize| readings.with(|readings| readings.get(place).cloned().unwrap_or_default());
    view! {
        <div class=class>
            <h3>{title}</h3>
            <ul class="chart__legend">
                {move || legend.get().into_iter().map(|(swatch, words)| view! {
                    <li class="chart__key"><span class=swatch></span>{words}</li>
                }).collect_view()}
            </ul>
            <Chart id=id title=title summary=summary columns=names legend=Signal::stored(Vec::new()) rows=rows
                draw=draw read=Box::new(read)>
                <DataTable caption=derive(move || table.get().caption) columns=derive(move || table.get().columns)
                    rows=derive(move || table.get().rows) />
            </Chart>
        </div>
    }
    .into_any()
}
