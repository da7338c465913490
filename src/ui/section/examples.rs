//! Examples of sections.

use super::SectionView;
use crate::view::firm::{FirmTake, Numeral, Piece, Section};
use crate::view::{Bar, Drawing, Hue, Picture, Table};
use leptos::prelude::*;

fn words(all: &[&str]) -> Vec<String> {
    all.iter().map(|&word| word.to_owned()).collect()
}

fn table(caption: &str) -> Table {
    Table {
        caption: caption.to_owned(),
        columns: words(&["Pozycja", "Teraz", "Z instalacją"]),
        rows: vec![words(&["Opłata mocowa", "4 200", "2 900"]), words(&["Razem", "61 000", "44 000"])],
    }
}

fn show(section: Section) -> AnyView {
    let (on_take, on_hours) = (Callback::new(|_| ()), Callback::new(|_| ()));
    view! { <SectionView section=Signal::stored(section) on_take=on_take on_hours=on_hours /> }.into_any()
}

/// Every kind of piece but plates, which have examples of their own.
pub fn every_piece() -> AnyView {
    let drawing = Drawing {
        title: "Koszt w kolejnych miesiącach".to_owned(),
        summary: "Najdroższy jest styczeń.".to_owned(),
        legend: vec![(Hue::Direct, "z instalacją".to_owned())],
        columns: words(&["styczeń", "luty"]),
        readings: words(&["styczeń: 5 000 zł netto", "luty: 4 000 zł netto"]),
        picture: Picture {
            bars: [5000.0, 4000.0].map(|pln| Bar { up: vec![(Hue::Direct, pln)], down: Vec::new() }).to_vec(),
            names: words(&["sty", "lut"]),
            unit: "zł".into(),
            ..Picture::default()
        },
        table: table("Koszt w kolejnych miesiącach"),
    };
    let take = FirmTake {
        label: "Wpisz moc umowną 34 kW".to_owned(),
        meter: 0,
        pv_kwp: None,
        battery_kwh: None,
        contracted_kw: Some(34.0),
    };
    let numeral =
        Numeral { label: "Oszczędność w roku".to_owned(), value: "17 000 zł".to_owned(), note: "netto".to_owned() };
    show(Section {
        id: "example.section".to_owned(),
        title: "Rachunek przed i po".to_owned(),
        folded: false,
        pieces: vec![
            Piece::Words(words(&["Wszystkie kwoty są netto.", "Za rok."])),
            Piece::Warnings(words(&["Nie znamy mocy kwadransów."])),
            Piece::Numerals(vec![numeral]),
            Piece::Open(table("Rachunek roczny (zł netto)")),
            Piece::Columns(drawing),
            Piece::Takes(vec![take]),
            Piece::Table(table("Miesiące (zł netto)")),
            Piece::Hours("Zapisz godziny: licznik 1".to_owned(), 0),
        ],
    })
}

/// Closed at first.
pub fn folded() -> AnyView {
    show(Section {
        id: "example.folded".to_owned(),
        title: "Czego nie liczymy".to_owned(),
        folded: true,
        pieces: vec![Piece::Words(words(&["Energii biernej."]))],
    })
}
