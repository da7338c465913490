//! The bill and the capacity charge.

use super::super::words::{BillWords, CapacityWords};

pub(super) const BILL: BillWords = BillWords {
    title: "Rachunek przed i po",
    lead: "Wszystkie kwoty są netto, bez VAT, za rok. VAT firma zwykle odlicza.",
    settled: "Rok z depozytem, który zdążył się już napełnić w roku poprzednim.",
    caption: "Rachunek roczny (zł netto)",
    columns: ["Pozycja", "Teraz", "Z instalacją", "Różnica"],
    lines: [
        "Energia czynna",
        "Akcyza",
        "Opłata handlowa",
        "Opłata sieciowa zmienna",
        "Opłata jakościowa",
        "Opłata OZE",
        "Opłata kogeneracyjna",
        "Opłata sieciowa stała (za moc umowną)",
        "Opłata abonamentowa",
        "Opłata mocowa",
        "Opłata za przekroczenie mocy umownej",
    ],
    total: "Razem na fakturach",
    deposit: "Zapłacone z depozytu i zwrócone",
    sale: "Przychód ze sprzedaży",
    cost: "Koszt roku",
    months_title: "Koszt prądu w kolejnych miesiącach",
    months_summary: "Koszt roku: {0} netto teraz i {1} netto z instalacją; najdroższy miesiąc teraz to {2}.",
    months_summary_now: "Koszt roku: {0} netto; najdroższy miesiąc to {2}.",
    before: "Teraz",
    after: "Z instalacją",
    month_reading: "{0}: teraz {1} netto, z instalacją {2} netto",
    month_reading_now: "{0}: {1} netto",
    months_columns: [
        "Miesiąc",
        "Teraz, zł netto",
        "Z instalacją, zł netto",
        "Różnica, zł netto",
        "Pobór teraz, kWh",
        "Pobór z instalacją, kWh",
    ],
};

pub(super) const CAPACITY: CapacityWords = CapacityWords {
    title: "Ile kosztuje kształt poboru: opłata mocowa",
    lead: "W każdy dzień roboczy porównuje się średni pobór w wybranych godzinach (w 2026 roku od 7 do 22) ze średnim w pozostałych \
           godzinach tej samej doby. Im równiejsza doba, tym lepsza klasa: w K1 płaci się najmniejszą część stawki, w K4 całą.",
    flat: "Klasa zmienia się skokiem dla całej doby, więc nieco większy pobór w nocy potrafi obniżyć opłatę, a sama fotowoltaika, która \
           zmniejsza pobór w dzień, potrafi klasę poprawić.",
    costs: "Opłata mocowa: {0} rocznie teraz, {1} z instalacją.",
    cost_now: "Opłata mocowa: {0} rocznie.",
    small: "Na niskim napięciu przy mocy umownej do 16 kW opłatę płaci się w całości w każdy dzień roboczy (do końca 2027 roku), \
            jakakolwiek byłaby doba.",
    caption: "Dni robocze i opłata według klasy, rok",
    columns: ["Klasa", "Dni teraz", "Dni z instalacją", "Opłata teraz, zł netto", "Opłata z instalacją, zł netto"],
    classes: ["K1, najtańsza", "K2", "K3", "K4, pełna stawka"],
    total: "Razem",
    months: "Klasy miesiąc po miesiącu",
    months_columns: ["Miesiąc", "Dni K1", "Dni K2", "Dni K3", "Dni K4", "Teraz, zł netto", "Z instalacją, zł netto"],
    change: "{0} → {1}",
    calendar_now: "Kalendarz klas",
    calendar_before: "Kalendarz klas teraz",
    calendar_after: "Kalendarz klas z instalacją",
    calendar_summary: "Dni roboczych w klasie K1: {0}, K2: {1}, K3: {2}, K4: {3}.",
    free: "dzień wolny, bez opłaty",
    day_free: "{0}: dzień wolny, bez opłaty mocowej",
    day_reading: "{0}: klasa {1}, odchylenie {2}, pobór w wybranych godzinach {3}, opłata {4} netto",
    day_idle: "{0}: klasa {1}, poza wybranymi godzinami nie ma poboru, opłata {2} netto",
    day_of_month: "Dzień",
};
