//! Examples of curves and carpets.

use super::{CarpetPlate, CurvesPlate};
use crate::view::firm::{Carpet, Curves, Key, Palette, Plate};
use crate::view::{Hue, Table};
use leptos::prelude::*;

fn table(caption: &str) -> Table {
    let cells = |all: [&str; 2]| all.map(str::to_owned).to_vec();
    Table { caption: caption.to_owned(), columns: cells(["Godziny", "kW"]), rows: vec![cells(["1", "50"])] }
}

/// Two falling lines and a level.
pub fn curves() -> AnyView {
    let line = |most: f64| (0..100).map(|place| most / (1.0 + f64::from(place) / 20.0)).collect::<Vec<f64>>();
    let plate = Plate {
        title: "Krzywa uporządkowana".to_owned(),
        summary: "Największy pobór: 50 kW teraz i 35 kW z instalacją.".to_owned(),
        legend: vec![
            (Key::Hue(Hue::Import), "Teraz".to_owned()),
            (Key::Hue(Hue::Direct), "Z instalacją".to_owned()),
            (Key::Hue(Hue::Ink), "moc umowna 40 kW".to_owned()),
        ],
        readings: (1..=100).map(|hour| format!("{hour} godzin: pobór co najmniej {} kW", 51 - hour / 2)).collect(),
        picture: Curves {
            lines: vec![(Hue::Import, line(50.0)), (Hue::Direct, line(35.0))],
            marks: vec![(0.0, "0 h".to_owned()), (0.5, "50 h".to_owned()), (1.0, "100 h".to_owned())],
            levels: vec![(40.0, "moc umowna 40 kW".to_owned())],
            unit: "kW".to_owned(),
        },
        table: table("Krzywa uporządkowana"),
    };
    view! { <CurvesPlate id="example.curves".to_owned() plate=Signal::stored(plate) /> }.into_any()
}

/// A calendar of classes, read day by day.
pub fn calendar() -> AnyView {
    let classes = ["K1, najtańsza", "K2", "K3", "K4, pełna stawka"];
    let step = |day: usize| if day % 7 > 4 { 0 } else { [1, 4, 2, 3, 1][day % 5] };
    let cells: Vec<u8> = (0..372).map(|day| if day % 31 == 30 && day % 2 == 0 { 255 } else { step(day) }).collect();
    let plate = Plate {
        title: "Kalendarz klas".to_owned(),
        summary: "Dni każdej klasy opłaty mocowej.".to_owned(),
        legend: (1..5)
            .zip(classes)
            .map(|(step, name)| (Key::Step(step), name.to_owned()))
            .chain([(Key::Step(0), "dzień wolny".to_owned())])
            .collect(),
        readings: (0..372).map(|day| format!("Dzień {}, miesiąc {}: klasa", day % 31 + 1, day / 31 + 1)).collect(),
        picture: Carpet {
            columns: 12,
            rows: 31,
            cells,
            palette: Palette::Classes,
            column_marks: (0..12).map(|month| (month, (month + 1).to_string())).collect(),
            row_marks: [0, 9, 19, 29].map(|day| (day, (day + 1).to_string())).to_vec(),
        },
        table: table("Kalendarz klas"),
    };
    view! { <CarpetPlate id="example.calendar".to_owned() plate=Signal::stored(plate) /> }.into_any()
}

/// A year by day and hour, read day by day.
pub fn map() -> AnyView {
    let step = |day: usize, hour: usize| {
        let open = (7..19).contains(&hour) && day % 7 < 5;
        let sunny = (9..16).contains(&hour) && (90..270).contains(&day);
        1 + 10 * u8::from(open) - 6 * u8::from(open && sunny) + u8::from(day.is_multiple_of(3))
    };
    let plate = Plate {
        title: "Mapa roku".to_owned(),
        summary: "Od lewej dni roku, z góry na dół godziny.".to_owned(),
        legend: vec![(Key::Step(0), "brak poboru".to_owned()), (Key::Step(15), "50 kWh w godzinie".to_owned())],
        readings: (0..365).map(|day| format!("Dzień {}: 240 kWh w dobie", day + 1)).collect(),
        picture: Carpet {
            columns: 365,
            rows: 24,
            cells: (0..365 * 24).map(|cell| step(cell / 24, cell % 24)).collect(),
            palette: Palette::Ramp(Hue::Battery),
            column_marks: (0..12).map(|month| (month * 30, (month + 1).to_string())).collect(),
            row_marks: [0, 6, 12, 18].map(|hour| (hour, format!("{hour}:00"))).to_vec(),
        },
        table: table("Mapa roku"),
    };
    view! { <CarpetPlate id="example.map".to_owned() plate=Signal::stored(plate) /> }.into_any()
}
