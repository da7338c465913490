//! Polish: the parts of the form that take files.

use crate::text::catalogue::files::FileWords;

pub const FILES: FileWords = FileWords {
    meter_label: "Masz dane godzinowe z\u{a0}portalu operatora? Wczytaj plik",
    meter_hint: "Policzymy według Twojego licznika. Plik zostaje w\u{a0}tej przeglądarce, nigdzie go nie wysyłamy. Znamy pliki \
                 TAURON eLicznik, ENEA eBOK, Energa Mój Licznik i\u{a0}inne tabele godzinowe (CSV, JSON).",
    prices_label: "Ceny godzinowe RCE z\u{a0}pliku PSE",
    prices_hint: "Zamiast średnich cen z\u{a0}naszej tabeli. Plik zostaje w\u{a0}tej przeglądarce.",
    drop: "Możesz też przeciągnąć tu jeden lub kilka plików.",
    reading: "Czytamy plik…",
    failed: "Nie udało się uruchomić czytania plików. Sprawdź połączenie, odśwież stronę i\u{a0}wczytaj plik jeszcze raz.",
    careful: "Sprawdź, zanim policzysz",
    mapping: "Jak czytamy plik",
    mapping_hint: "Rozpoznane samo. Zmień, jeśli coś się nie zgadza.",
    plant_label: "Moc paneli, które już stoją",
    plant_hint: "Liczymy je na dachu z\u{a0}tego formularza. Pogoda jest z\u{a0}modelu, więc to szacunek.",
    use_meter: "Licz według pliku",
    use_prices: "Licz według tych cen",
    set_aside: "Odłóż plik",
    meter_in_use: |kwh| format!("Liczymy według Twojego pliku z\u{a0}licznika: {kwh} w\u{a0}roku."),
    prices_in_use: |price| format!("Liczymy według cen z\u{a0}Twojego pliku: średnio {price} netto."),
    remove: "Usuń plik z\u{a0}obliczeń",
    kept: "Godziny z\u{a0}pliku są zapamiętane w\u{a0}tej przeglądarce. Link do strony ich nie zawiera, tylko sumę roczną.",
};
