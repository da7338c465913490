//! Polish: the words around studies.

use crate::text::catalogue::studies::{RangeWords, SearchWords};

pub const RANGES: RangeWords = RangeWords {
    title: "Na ile można ufać tym liczbom?",
    lead: "Każdy wynik liczymy jeszcze raz dla wielu możliwych lat: z\u{a0}inną pogodą, innymi zwyczajami, innymi cenami \
           i\u{a0}z\u{a0}błędem, jaki mają takie obliczenia.",
    under: "Od–do: tak wychodzi w\u{a0}8 na 10 możliwych przyszłości.",
    unsure: "Nie znam którejś liczby dokładnie",
    unsure_hint: "Proszę wpisać oba końce; bez nich liczy się wartość z\u{a0}formularza.",
    careful: "Warto wiedzieć",
    fetch: "Pobierz i\u{a0}policz (około 300\u{a0}kB)",
    low: |name| format!("{name}: od"),
    high: |name| format!("{name}: do"),
};

pub const SEARCH: SearchWords = SearchWords {
    title: "Najlepszy wybór ze wszystkich",
    lead: "Porównujemy każdą liczbę modułów z\u{a0}każdym magazynem, w\u{a0}każdej grupie taryfowej i\u{a0}przy każdym \
           ułożeniu na dachu.",
    objective: "Co ma być najlepsze?",
    objectives: [
        "Największy zysk przez wszystkie lata",
        "Najszybszy zwrot",
        "Samowystarczalność co najmniej",
        "Koszt na początku najwyżej",
        "Najniższy rachunek",
    ],
    share: "Samowystarczalność",
    amount: "Koszt na początku, z\u{a0}VAT",
};
