//! Polish: the three ways to run a battery.

use crate::text::catalogue::control::ControlWords;

pub const CONTROL: ControlWords = ControlWords {
    title: "Czy mądrzejsze sterowanie magazynem coś zmienia?",
    lead: "Wszystkie wyniki na tej stronie liczymy dla zwykłego magazynu: nadwyżka go ładuje, niedobór rozładowuje. \
           Tu porównasz to ze sterownikiem, który zna ceny na jutro, i\u{a0}z\u{a0}pełną wiedzą o\u{a0}całym roku, której \
           nikt nie ma: w\u{a0}cenach godzinowych lepiej się nie da.",
    open: "Porównaj sterowanie",
    question: "Czy magazyn może się ładować z\u{a0}sieci?",
    hint: "W\u{a0}tanich godzinach. Oddawać prądu z\u{a0}magazynu do sieci tu nie wolno.",
};
