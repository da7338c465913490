//! Example of a firm's result.

use super::FirmResult;
use crate::view::firm::{FirmView, Numeral, Piece, Section};
use leptos::prelude::*;

/// An answer with one section, still at work.
pub fn result() -> AnyView {
    let numeral = |label: &str, value: &str, note: &str| Numeral {
        label: label.to_owned(),
        value: value.to_owned(),
        note: note.to_owned(),
    };
    let section = Section {
        id: "example.firm.section".to_owned(),
        title: "Moc umowna".to_owned(),
        folded: false,
        pieces: vec![Piece::Words(vec!["Najtańsza moc umowna to 34 kW.".to_owned()])],
    };
    let found = FirmView {
        headline: vec![
            "Z porównanych wyborów najwięcej wart jest ten: instalacja 48 kWp.".to_owned(),
            "Koszt prądu spada z 61 000 zł netto do 44 000 zł netto rocznie, czyli o 17 000 zł netto.".to_owned(),
        ],
        numerals: vec![
            numeral("Oszczędność w roku", "17 000 zł", "netto, w cenach z roku obliczeń"),
            numeral("Koszt inwestycji", "158 000 zł", "netto, bez dotacji"),
            numeral("Zwrot", "9,8 roku", "pieniędzy firmy, po podatku"),
        ],
        plain: String::new(),
        warnings: vec!["Licznik 1: nie znamy mocy kwadransów.".to_owned()],
        sizes: vec![(48.0, 0.0)],
        sections: vec![section],
        bank: Vec::new(),
    };
    let (on_take, on_hours) = (Callback::new(|_| ()), Callback::new(|_| ()));
    view! {
        <FirmResult view=Signal::stored(found) on_take=on_take on_hours=on_hours working=Signal::stored(Some(0.5)) />
    }
    .into_any()
}
