//! Examples of a desk for files.

use super::{Desk, DeskWords, FileDesk};
use leptos::prelude::*;

fn example(id: &'static str, in_use: Option<&str>) -> AnyView {
    let words = |words: &str| Signal::stored(words.to_owned());
    let words = DeskWords {
        label: words("Plik z\u{a0}licznika firmy"),
        hint: words("Czytamy go tylko w\u{a0}tej przeglądarce."),
        in_use: Signal::stored(in_use.map(str::to_owned)),
        kept: words("Godziny z\u{a0}pliku są zapamiętane w\u{a0}tej przeglądarce."),
        use_files: words("Licz według pliku"),
    };
    let desk = Desk::new(Callback::new(|_| None));
    view! { <FileDesk id=id desk=desk words=words on_use=Callback::new(|_| ()) on_remove=Callback::new(|()| ()) /> }
        .into_any()
}

/// Nothing dropped and nothing in use.
pub fn empty() -> AnyView {
    example("example-desk-empty", None)
}

/// A file is in use.
pub fn in_use() -> AnyView {
    example("example-desk-used", Some("Liczymy według pliku z\u{a0}licznika: 62\u{a0}400\u{a0}kWh w\u{a0}roku."))
}
