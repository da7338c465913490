//! Polish.

use crate::error::Fault;
use crate::pack::What;
use crate::text::Lang;

/// What is wrong, and what to do about it.
pub(super) fn say(what: &What) -> (String, String) {
    let (what, mend) = match what {
        What::Row(fault) => return row(fault),
        What::NoManifest => (
            "Nie ma pliku pakiet.json, spisu zawartości pakietu.".to_owned(),
            "Utwórz go według instrukcji, punkt 2. Nazwa musi być dokładnie taka, małymi literami.".to_owned(),
        ),
        What::NotJson => (
            "Tego pliku nie da się odczytać: zapis JSON jest w tym miejscu przerwany.".to_owned(),
            "Sprawdź przecinki między wierszami (po ostatnim nie ma przecinka), cudzysłowy \" i nawiasy.".to_owned(),
        ),
        What::Member(known) => (
            "Takiego pola nie ma w pakiecie.".to_owned(),
            format!("Usuń je albo popraw nazwę. Znane pola: {}.", known.join(", ")),
        ),
        What::Kind(kind) => kinds(kind),
        What::TooLong(most) => (format!("Tekst jest za długi, najwięcej {most} znaków."), "Skróć go.".to_owned()),
        What::TooLarge(most) => (
            format!("Plik jest za duży, najwięcej {} kB.", most / 1000),
            "Zostaw w tabeli tylko wiersze, które zmieniają coś w Twojej gminie.".to_owned(),
        ),
        What::TooMany(most) => (format!("Za dużo tabel, najwięcej {most}."), "Każdą tabelę wpisz raz.".to_owned()),
        What::NoTable(known) => (
            "Na liście jest plik, który nie jest tabelą kalkulatora.".to_owned(),
            format!("Zostaw tylko nazwy spośród: {}.", known.join(", ")),
        ),
        What::Twice => ("Ta sama tabela jest na liście dwa razy.".to_owned(), "Zostaw jeden wpis.".to_owned()),
        What::Missing => (
            "Plik jest na liście w pakiet.json, ale nie ma go w folderze.".to_owned(),
            "Dołóż plik albo usuń go z listy. Wielkość liter w nazwie ma znaczenie.".to_owned(),
        ),
        What::Unlisted => (
            "Plik leży w folderze, ale nie ma go na liście w pakiet.json. Nic nie zmienia.".to_owned(),
            "Dopisz go do pola „tables” albo usuń z folderu.".to_owned(),
        ),
        What::NoTown(towns) => (
            "Żadna tabela nie zna tej miejscowości.".to_owned(),
            format!("Wpisz klucz z kolumny id: {}.", towns.join(", ")),
        ),
    };
    (what, mend)
}

fn row(fault: &Fault) -> (String, String) {
    match fault {
        Fault::Header(columns) => (
            "Pierwszy wiersz nie ma nazw kolumn tej tabeli.".to_owned(),
            format!("Wpisz dokładnie te kolumny, w tej kolejności: {}.", columns.join(",")),
        ),
        Fault::Cells => (
            "Wiersz ma inną liczbę komórek niż nagłówek albo cudzysłów nie jest zamknięty.".to_owned(),
            "Policz przecinki (lub średniki). Tekst z przecinkiem weź w cudzysłów \"…\".".to_owned(),
        ),
        Fault::Unreadable { text, wanted } => {
            let (noun, mend) = wants(wanted);
            (format!("„{text}” to nie jest {noun}."), mend.to_owned())
        }
        Fault::Unknown { name, known } => {
            (format!("Nieznana nazwa „{name}”."), format!("Wpisz jedną z: {}.", known.join(", ")))
        }
        Fault::Limits(min, max) => (
            "Liczba jest poza dozwolonym zakresem.".to_owned(),
            format!("Wpisz od {} do {}.", Lang::Pl.amount(*min), Lang::Pl.amount(*max)),
        ),
        Fault::Rule(rule) => rules(rule),
        Fault::Repeated => (
            "Drugi wiersz o tym samym, od tego samego dnia.".to_owned(),
            "Usuń jeden z nich albo zmień dzień w valid_from.".to_owned(),
        ),
        Fault::Untiled { windows, month, weekday, hour } => (
            format!(
                "Strefy tej grupy: {windows} zamiast jednej (miesiąc {month}, dzień tygodnia {weekday}, godzina {hour})."
            ),
            "Godziny stref mają pokryć całą dobę, każdą chwilę raz. Podaj wszystkie wiersze tej grupy.".to_owned(),
        ),
    }
}

fn wants(wanted: &str) -> (&'static str, &'static str) {
    match wanted {
        "number" => ("liczba", "Wpisz liczbę bez spacji i jednostki, np. 0.6189 lub 0,6189."),
        "whole" => (
            "liczba całkowita w dozwolonym zakresie",
            "Wpisz liczbę całkowitą, np. 12, albo zostaw komórkę pustą, jeśli tabela na to pozwala.",
        ),
        "day" => ("dzień", "Wpisz dzień tak: 2026-01-31. W arkuszu ustaw tej kolumnie format „tekst”."),
        "month_day" => ("miesiąc i dzień", "Wpisz je tak: 12-24."),
        "months" => ("zakres miesięcy", "Wpisz go tak: 4-9 albo 10-3."),
        "clock" => ("godzina", "Wpisz ją od 00:00 do 24:00, np. 06:00."),
        _ => ("wartość tej kolumny", "Porównaj z wierszami wbudowanej tabeli."),
    }
}

fn rules(rule: &str) -> (String, String) {
    let (what, mend) = match rule {
        "unit" => ("Ta pozycja ma inną jednostkę.", "Wpisz jednostkę z wbudowanego wiersza tej samej pozycji."),
        "per_kwh" => (
            "Jednostka nie pasuje do składnika.",
            "energy i network_variable podaje się za kWh (…_per_kwh), pozostałe za miesiąc (…_per_month).",
        ),
        "valid_to" => ("Koniec jest przed początkiem.", "Popraw valid_to albo zostaw puste."),
        "not_below_0" => ("Liczba jest ujemna albo udział przekracza 100.", "Wpisz liczbę od 0, udział do 100."),
        "income" => ("covers i kind nie pasują do siebie.", "Przy tax_rate wpisz income, przy innych coś innego."),
        "fuel" => (
            "Liczby tego paliwa nie pasują do siebie.",
            "Energia powyżej 0, opłaty i emisja od 0, cena między low i high.",
        ),
        "heat_source" => ("Liczby tego urządzenia są poza zakresem.", "Sprawność od 0,2 do 1,1, emisje od 0."),
        "day_off" => ("Podano oba dni albo żadnego.", "Wypełnij albo month_day, albo easter_offset_days."),
        "market_hour" => (
            "Godzina i rodzaj dnia nie pasują do ceny.",
            "Przy RCE: godzina 0–23 oraz workday lub free. Przy RCEm zostaw obie komórki puste.",
        ),
        "network_zone" => {
            ("Strefa nie pasuje do składnika.", "network_variable ma strefę, pozostałe składniki jej nie mają.")
        }
        "break_days" => {
            ("Brakuje pierwszego lub ostatniego dnia.", "Wypełnij first_day i last_day, np. 12-23 i 01-06.")
        }
        _ => ("Komórki tego wiersza nie pasują do siebie.", "Porównaj z wierszami tabeli wbudowanej w kalkulator."),
    };
    (what.to_owned(), mend.to_owned())
}

fn kinds(kind: &str) -> (String, String) {
    let (what, mend) = match kind {
        "text" => ("Tu ma być tekst w cudzysłowie.", "Wpisz np. \"Sokołów Podlaski\"."),
        "list" => ("Tu ma być lista nazw plików.", "Wpisz np. [\"towns.csv\", \"sources.csv\"]."),
        "object" => ("Tu mają być pola w nawiasach klamrowych.", "Wpisz np. { \"version\": 1 }."),
        "version" => ("Brakuje numeru wersji albo jest inny niż 1.", "Wpisz \"version\": 1."),
        "colour" => ("To nie jest kolor.", "Wpisz # i sześć cyfr szesnastkowych, np. \"#0b5394\"."),
        "logo" => (
            "To nie jest nazwa pliku z logo.",
            "Sama nazwa bez folderu, polskich liter i spacji, np. \"logo.svg\" (też .png, .webp).",
        ),
        _ => ("To nie jest adres strony.", "Wpisz adres od https://, bez spacji."),
    };
    (what.to_owned(), mend.to_owned())
}
