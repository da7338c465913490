//! Polish: files of meters and prices.

use super::FileText;

pub const FILES: FileText = FileText {
    formats: [
        "TAURON eLicznik",
        "ENEA eBOK",
        "Energa Mój Licznik (JSON)",
        "Plik dobowy z\u{a0}24 godzinami w\u{a0}wierszu (spółdzielnia)",
        "Plik dobowy z\u{a0}24 godzinami w\u{a0}wierszu",
        "Plik godzinowy",
        "Ceny RCE z\u{a0}PSE",
    ],
    whys: [
        "za mało kolumn",
        "nie ma daty i\u{a0}godziny",
        "tej godziny nie ma w\u{a0}dobie",
        "brak wartości",
        "wartość nie jest liczbą",
        "wartość poniżej zera",
        "wartość zbyt duża",
        "nieznany rodzaj",
    ],
    units_kwh: ["kWh", "Wh", "MWh", "kW (średnia moc)"],
    units_price: ["zł/MWh", "zł/kWh"],
    marks: ["początek godziny (pierwsza to 0:00)", "koniec godziny (pierwsza to 1:00)"],
    roles: [
        "niepotrzebna",
        "data, z\u{a0}godziną lub bez",
        "data i\u{a0}godzina UTC",
        "godzina",
        "rodzaj energii",
        "status odczytu",
        "wartość",
        "pobrana z\u{a0}sieci",
        "oddana do sieci",
        "pobrana po bilansowaniu",
        "oddana po bilansowaniu",
        "saldo: pobrana minus oddana",
        "cena",
    ],
    flows: ["pobrana z\u{a0}sieci", "oddana do sieci"],
    empty: "Plik jest pusty. Pobierz go z\u{a0}portalu jeszcze raz.",
    too_large: "Plik jest za duży: czytamy najwyżej 64 MB. Pobierz z\u{a0}portalu krótszy okres, na przykład rok.",
    too_long: "Plik jest za długi: czytamy najwyżej 600 tysięcy wierszy. Pobierz z\u{a0}portalu krótszy okres, na \
               przykład rok.",
    not_text: "To nie jest plik tekstowy. Arkusz zapisz jako CSV, archiwum ZIP rozpakuj i\u{a0}wskaż plik ze środka.",
    no_rows: "Nie znaleźliśmy wierszy z\u{a0}datą i\u{a0}wartością. Pobierz z\u{a0}portalu dane godzinowe w\u{a0}CSV \
              (nie faktury ani sumy dobowe).",
    no_rows_price: "Nie znaleźliśmy ani jednej pełnej doby. Potrzebne są dane godzinowe albo 15-minutowe.",
    no_import: "W\u{a0}pliku nie ma energii pobranej z\u{a0}sieci. Dodaj plik z\u{a0}poborem; możesz wskazać kilka \
                plików naraz.",
    too_short: |days, needed| {
        format!("Pełnych dni jest {days}, a\u{a0}potrzeba co najmniej {needed}. Pobierz dłuższy okres.")
    },
    days: ("dzień", "dni", "dni"),
    hours: ("godzina", "godziny", "godzin"),
    rows: ("wiersz", "wiersze", "wierszy"),
    values: ("wartość", "wartości", "wartości"),
    file: |format, rows| format!("{format}, odczytane: {rows}."),
    span: |first, last| format!("Dane od {first} do {last}."),
    sums: |import, export| format!("Pobrane z\u{a0}sieci: {import}, oddane: {export}."),
    import_sum: |import| format!("Pobrane z\u{a0}sieci: {import}."),
    balanced: "Liczymy wartości po bilansowaniu godzinowym, tak jak rachunek.",
    balanced_raw: |import, export| {
        format!(
            "Liczymy wartości po bilansowaniu godzinowym, tak jak rachunek. Przed bilansowaniem: pobrane {import}, oddane \
             {export}."
        )
    },
    quarters: |minutes| format!("Wartości co {minutes} minut zsumowane do godzin."),
    prices_quarters: |minutes| format!("Ceny co {minutes} minut uśrednione do godzin."),
    odd_days: |days| format!("Godziny ustawione w\u{a0}dniach zmiany czasu: {days}."),
    overlapping: |hours| format!("Pliki różnią się tu i\u{a0}ówdzie ({hours}); liczy się nowszy plik."),
    used: |first, last, kwh| format!("Do obliczeń bierzemy dni od {first} do {last}. Zużycie w\u{a0}roku: {kwh}."),
    used_prices: |first, last| format!("Do obliczeń bierzemy ceny od {first} do {last}, netto."),
    negative_prices: |hours| {
        format!("Ceny poniżej zera: {hours}. Za prąd oddany wtedy nic się nie dostaje, ale i\u{a0}nie dopłaca.")
    },
    rejected: |rows| format!("Nie odczytane: {rows}. Powody są na liście poniżej."),
    left_out: |rows| format!("Pominięte jako niepotrzebne, na przykład energia bierna: {rows}."),
    filled: |hours| {
        format!("Brakowało: {hours}. Uzupełnione średnią z\u{a0}tej samej pory w\u{a0}sąsiednich tygodniach.")
    },
    missing: |hours| format!("Nie do uzupełnienia: {hours}. Te dni zastępują podobne dni z\u{a0}innej części roku."),
    no_such_hour: |values| format!("Pominięte, bo takiej godziny nie ma w\u{a0}dobie: {values}."),
    repeated: |values| format!("Powtórzone w\u{a0}pliku: {values}. Liczy się ostatnia."),
    completed: |hours| format!("Niepełne, przeliczone w\u{a0}proporcji: {hours}."),
    estimated: |values| format!("Oszacowane przez operatora: {values}."),
    part_of_year: |days| {
        format!(
            "Dane obejmują {days} roku. Resztę dopisaliśmy z\u{a0}podobnych dni i\u{a0}pór roku, więc wynik jest mniej pewny."
        )
    },
    part_of_year_prices: |days| {
        format!("Ceny obejmują {days} roku. Resztę zastępują ceny z\u{a0}innych miesięcy, więc wynik jest mniej pewny.")
    },
    unlikely_sum: |kwh, limits| {
        format!(
            "Suma roczna to {kwh}, a\u{a0}liczymy domy w\u{a0}granicach {limits}. Sprawdź poniżej jednostkę i\u{a0}kolumny."
        )
    },
    ask_plant: "Licznik widzi prąd oddany do sieci, więc panele już są. Podaj ich moc, a\u{a0}policzymy zużycie samego domu.",
    unnetted: |generation, export| {
        format!(
            "Panele o\u{a0}podanej mocy dają w\u{a0}tych dniach {generation}, z\u{a0}tego {export} poszło do sieci. Reszta to \
             zużycie domu, którego licznik nie widzi (szacunek z\u{a0}modelu pogody)."
        )
    },
    clipped: |hours, kwh| {
        format!(
            "Oddane więcej, niż wychodzi z\u{a0}modelu: {hours}, razem {kwh}. W\u{a0}tych godzinach zużycie własne to zero."
        )
    },
    doubtful: "Moc paneli pasuje do licznika tylko z\u{a0}grubsza. Sprawdź ją i\u{a0}kierunek dachu.",
    implausible: "Przy tej mocy i\u{a0}tym dachu nie da się oddać tyle prądu. Sprawdź moc paneli, nachylenie i\u{a0}kierunek.",
    months_caption: "Co jest w\u{a0}pliku, miesiąc po miesiącu",
    months_columns: ["Miesiąc", "Godziny", "Pobrane, kWh", "Oddane, kWh"],
    rejected_caption: "Wiersze, których nie odczytaliśmy (najwyżej 20 z\u{a0}każdego pliku)",
    rejected_columns: ["Wiersz", "Treść", "Powód"],
    file_number: |number| format!("Plik {number}: "),
    mark_label: "Godzina w\u{a0}pliku to",
    unit_label: "Jednostka",
    flow_label: "Energia w\u{a0}pliku",
    column_label: |name| format!("Kolumna „{name}”"),
};
