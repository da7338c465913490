//! Examples of the frame around a drawing.

use super::Chart;
use crate::ui::{data_table::DataTable, locale::Locale};
use crate::view::{Bar, Hue, Line, Picture};
use leptos::prelude::*;

/// Three columns, with a table.
pub fn three_columns() -> AnyView {
    let locale = Locale::current();
    let names = ["a", "b", "c"].map(str::to_owned).to_vec();
    let picture = Picture {
        bars: [3.0, 1.0, 2.0]
            .map(|up| Bar { up: vec![(Hue::Direct, up), (Hue::Import, 1.0)], down: vec![(Hue::Export, up)] })
            .to_vec(),
        lines: vec![Line { hue: Hue::Sun, heights: vec![2.0, 1.0, 3.0] }],
        names: names.clone(),
        unit: "kWh".into(),
        amounts_below: true,
    };
    let rows: Vec<Vec<String>> = names.iter().map(|name| vec![name.clone(), "1".to_owned()]).collect();
    view! {
        <Chart id="example.chart" title="Przykład" summary="Trzy słupki: najwyższy jest pierwszy." columns=names
            legend=vec![(Hue::Direct, "Prosto ze słońca".to_owned())]
            draw=Box::new(move |surface| picture.draw(surface, locale.lang()))
            read=Box::new(|column| format!("Słupek {}", column + 1))>
            <DataTable caption="Trzy słupki" columns=vec!["Słupek".to_owned(), "Ile".to_owned()] rows=rows />
        </Chart>
    }
    .into_any()
}
