//! Examples of what was understood of files.

use super::FileView;
use crate::files::view::{Choice, View};
use crate::view::Table;
use leptos::prelude::*;

fn example(id: &'static str, view: View) -> AnyView {
    view! { <FileView id=id view=Signal::stored(view) on_decision=Callback::new(|_| ()) /> }.into_any()
}

fn table(caption: &str, columns: &[&str], rows: &[&[&str]]) -> Table {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    Table { caption: caption.to_owned(), columns: words(columns), rows: rows.iter().map(|row| words(row)).collect() }
}

/// A year with a rejected line and a choice.
pub fn understood() -> AnyView {
    let options = [("start", "początek godziny"), ("end", "koniec godziny")];
    let view = View {
        facts: vec![
            "TAURON eLicznik, odczytane: 8760\u{a0}wierszy.".to_owned(),
            "Pobrane: 3\u{a0}412\u{a0}kWh.".to_owned(),
        ],
        warnings: vec!["Nie odczytane: 1\u{a0}wiersz.".to_owned()],
        months: Some(table("Miesiące", &["Miesiąc", "Pobrane, kWh"], &[&["styczeń 2025", "312,4"]])),
        rejected: Some(table("Odrzucone", &["Wiersz", "Treść", "Powód"], &[&["17", "razem;;;", "nie ma daty"]])),
        choices: vec![Choice {
            id: "0.mark".to_owned(),
            label: "Godzina w\u{a0}pliku to".to_owned(),
            options: options.map(|(value, words)| (value.to_owned(), words.to_owned())).to_vec(),
            value: "end".to_owned(),
        }],
        ..View::default()
    };
    example("example-view", view)
}

/// A file of which nothing could be made.
pub fn refused() -> AnyView {
    example("example-view-refused", View { refused: Some("Plik jest pusty.".to_owned()), ..View::default() })
}
