//! Contracted power, the course of the intake, and the hours as a file.

use super::super::words::{HoursWords, LoadWords, PowerWords};

pub(super) const POWER: PowerWords = PowerWords {
    title: "Moc umowna",
    lead: "Za każdy kilowat mocy umownej płaci się co miesiąc. Za pobór powyżej niej płaci się opłatę za przekroczenie: liczy się \
           największe kwadranse miesiąca.",
    now: "Moc umowna z umowy: {0}.",
    peaks: "Największy pobór w roku: {0} teraz, {1} z instalacją.",
    peak_now: "Największy pobór w roku: {0}.",
    cheapest: "Najtańsza moc umowna to {0}: opłaty zależne od mocy spadną z {1} do {2} rocznie.",
    cheapest_same: "Moc umowna z umowy jest najtańsza: opłaty zależne od mocy to {0} rocznie.",
    no_choice: "W tej grupie nie ma czego wybierać: poniżej największego poboru nie da się zejść z mocą umowną.",
    fused: "Największy pobór ({0}) jest większy od mocy umownej ({1}), a w tej grupie nie ma opłaty za przekroczenie, bo taki pobór \
            zatrzymałby bezpiecznik. Sprawdź zużycie, moc umowną albo grupę.",
    one_year: "Rada zna tylko ten jeden rok. Zostaw zapas na inne lata, nowe urządzenia i dni bez słońca. Moc umowną zmienia się wnioskiem \
               do operatora (OSD).",
    take: "Wpisz moc umowną {0}",
    caption: "Koszt mocy umownej w roku (zł netto)",
    columns: [
        "Wybór",
        "Moc umowna",
        "Opłata sieciowa stała",
        "Przekroczenia",
        "Opłata mocowa",
        "Razem",
        "Miesiące z przekroczeniem",
    ],
    rows_now: ["Jak w umowie", "Najtańsza"],
    rows: ["Teraz, jak w umowie", "Teraz, najtańsza", "Z instalacją, jak w umowie", "Z instalacją, najtańsza"],
    chart_title: "Koszt roku zależnie od mocy umownej",
    chart_summary: "Najtaniej wypada {0} ({1} netto rocznie). Mniejsza moc umowna kosztuje przekroczenia, większa opłatę stałą.",
    before: "Teraz",
    after: "Z instalacją",
    reading: "{0}: teraz {1} netto, z instalacją {2} netto rocznie",
    reading_one: "{0}: {1} netto rocznie",
    table_columns: ["Moc umowna", "Teraz, zł netto", "Z instalacją, zł netto"],
    caps_caption: "Szczyty trzymane przez magazyn",
    caps_columns: ["Miesiąc", "Szczyt teraz, kW", "Szczyt z instalacją, kW", "Granica magazynu, kW"],
    caps_lead: "Magazyn ścina szczyty tak, jakby znał cały miesiąc naprzód. Prawdziwe sterowanie będzie trochę gorsze.",
};

pub(super) const LOAD: LoadWords = LoadWords {
    title: "Jak płynie pobór",
    lead: "Krzywa uporządkowana układa godziny roku od największego poboru do najmniejszego. Mapa roku pokazuje każdą godzinę każdego \
           dnia.",
    curve_title: "Krzywa uporządkowana poboru",
    curve_summary: "Największy pobór: {0} teraz i {1} z instalacją. Powyżej mocy umownej ({2}): {3} h w roku teraz i {4} h z instalacją.",
    curve_summary_now: "Największy pobór: {0}. Powyżej mocy umownej ({1}): {2} h w roku.",
    before: "Teraz",
    after: "Z instalacją",
    level: "moc umowna {0}",
    mark: "{0} h",
    reading: "{0} h w roku: pobór co najmniej {1} teraz, {2} z instalacją",
    reading_now: "{0} h w roku: pobór co najmniej {1}",
    columns: ["Godziny w roku", "Część roku", "Teraz, kW", "Z instalacją, kW"],
    carpet_now: "Mapa roku: pobór z sieci",
    carpet_before: "Mapa roku: pobór z sieci teraz",
    carpet_after: "Mapa roku: pobór z sieci z instalacją",
    carpet_summary: "Od lewej styczeń do grudnia, z góry na dół godziny doby. Najwięcej w jednej godzinie: {0}, w roku: {1}.",
    carpet_least: "brak poboru",
    carpet_most: "{0} w godzinie",
    carpet_reading: "{0}: {1} w dobie, najwięcej {2} w godzinie od {3}:00",
    carpet_columns: ["Miesiąc", "Pobór w roku obliczeń, kWh", "Najwięcej w godzinie, kWh"],
};

pub(super) const HOURS: HoursWords = HoursWords {
    title: "Godziny roku jako plik",
    lead: "Plik CSV z każdą godziną: pobór, produkcja, magazyn, oddanie, szczyty, klasa dnia, strefa i cena RCE. Otworzysz go w arkuszu.",
    button: "Zapisz godziny: licznik {0}",
    file: "autonomia-firma-licznik-{0}-{1}.csv",
    columns: [
        "Początek godziny (czas polski)",
        "Początek godziny (UTC)",
        "Zużycie (kWh)",
        "Produkcja (kWh)",
        "Do magazynu (kWh)",
        "Z magazynu (kWh)",
        "Pobór z sieci (kWh)",
        "Oddanie do sieci (kWh)",
        "W magazynie na koniec (kWh)",
        "Największy kwadrans teraz (kW)",
        "Największy kwadrans z instalacją (kW)",
        "Klasa dnia opłaty mocowej z instalacją",
        "Strefa taryfy",
        "RCE (zł/MWh netto)",
    ],
};
