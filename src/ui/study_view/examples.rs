//! Examples of what a study found.

use super::StudyView;
use crate::view::{Bar, Drawing, Hue, Line, Picture, Table, Take, View};
use leptos::prelude::*;

/// Every part at once.
pub fn every_part() -> AnyView {
    let words = |all: &[&str]| all.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
    let table = Table {
        caption: "Każde założenie osobno".to_owned(),
        columns: words(&["Założenie", "Mało", "Dużo"]),
        rows: vec![words(&["Ceny", "−8 000 zł", "9 000 zł"]), words(&["Pogoda", "−900 zł", "950 zł"])],
    };
    let bar = |up, down| Bar { up: vec![(Hue::Direct, up)], down: vec![(Hue::Import, down)] };
    let drawing = Drawing {
        title: "Co zmienia wynik".to_owned(),
        summary: "Najwięcej zmieniają ceny, najmniej pogoda.".to_owned(),
        legend: vec![(Hue::Direct, "lepiej".to_owned()), (Hue::Import, "gorzej".to_owned())],
        columns: words(&["Ceny", "Pogoda"]),
        readings: words(&["Ceny: od −8 000 do 9 000 zł.", "Pogoda: od −900 do 950 zł."]),
        picture: Picture {
            bars: vec![bar(9000.0, 8000.0), bar(950.0, 900.0)],
            lines: vec![Line { hue: Hue::Ink, heights: vec![0.0, 0.0] }],
            names: words(&["Ceny", "Pogoda"]),
            unit: "zł".into(),
            amounts_below: false,
        },
        table: table.clone(),
    };
    let view = View {
        facts: words(&["Najlepszy wynik daje 5,4 kWp i 6 kWh."]),
        warnings: words(&["To obraz wielu możliwych lat, nie prognoza."]),
        drawing: Some(drawing),
        open: vec![Table { caption: "Najlepszy wybór".to_owned(), ..table.clone() }],
        tables: vec![Table { caption: "Zakresy".to_owned(), ..table.clone() }],
        notes: words(&["Każde założenie zmieniamy osobno."]),
        basis: Some(Table { caption: "Źródła".to_owned(), ..table }),
        takes: vec![Take {
            label: "Weź ten wybór".to_owned(),
            pv_kwp: 5.4,
            battery_kwh: 6.0,
            group: "G12".to_owned(),
            planes: vec![],
        }],
        ranges: vec![],
    };
    view! { <StudyView id="example.study" view=Signal::stored(view) on_take=Callback::new(|_| ()) /> }.into_any()
}
