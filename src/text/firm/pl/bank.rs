//! What it rests on, what is left out, and the pages for the bank.

use super::super::words::{BankWords, BasisWords};

pub(super) const BASIS: BasisWords = BasisWords {
    title: "Na czym to stoi",
    lead: "Liczby z tabel i Twoje własne, ze źródłem, datą sprawdzenia i pewnością. „Założenie” znaczy: bez pewnego źródła, warto je \
           zastąpić własną liczbą.",
    own: "Twoja wartość",
    assumptions: "Założenia",
    documents: "Dokumenty: taryfy, opłaty, ceny, podatki",
    limits_title: "Czego nie liczymy i jak czytamy przepisy",
    left_out: &[
        "Nie liczymy energii biernej: faktura może mieć za nią osobną opłatę.",
        "Nie liczymy instalacji śledzących słońce (trackerów), cienia sąsiednich budynków ani strat transformatora odbiorcy.",
        "Liczymy jeden rok pogody i jeden rok pracy firmy. Inne lata przesuną wynik.",
        "Moc umowna jest jedna na cały rok, choć operatorzy pozwalają zamówić inną na każdy miesiąc.",
        "Strata podatkowa jest warta tyle, ile pokryłby inny dochód tego samego roku; nie przenosimy jej na następne lata.",
        "Nie sprawdzamy warunków przyłączenia, pomocy de minimis ani zdolności kredytowej.",
    ],
    readings_lead: "Tak odczytujemy przepisy; praktyka może być inna:",
    readings: &[
        "Opłata mocowa liczy się od poboru po zbilansowaniu w godzinie. O progu 16 kW decyduje niskie napięcie.",
        "Przekroczenie mocy: dziesięć największych godzinnych przekroczeń miesiąca razy stawka sieciowa stała. Samego paragrafu \
         rozporządzenia nie sprawdziliśmy (źródło wtórne).",
        "Depozyt prosumencki płaci kwotę z VAT, a VAT całej faktury firma odlicza, więc złotówka depozytu liczy się w całości. Praktyki \
         urzędów skarbowych nie sprawdziliśmy.",
        "Przychód ze sprzedaży energii traktujemy jak inny dochód firmy, tak samo jak oszczędność.",
        "Stawki podatkowe i sposób amortyzacji to założenia z datą: potwierdź je z księgową.",
    ],
};

pub(super) const BANK: BankWords = BankWords {
    project: "Podsumowanie inwestycji",
    estimate: "Szacunek na rok {0}, a nie oferta ani porada. Wszystkie kwoty netto, bez VAT.",
    summary: "Przedsięwzięcie",
    columns: ["Wielkość", "Wartość"],
    town: "Miejsce",
    meter: "Licznik {0}",
    contract: "grupa {0}, moc umowna {1}, zużycie {2} rocznie",
    yields: "Produkcja w roku",
    price_pv: "Cena paneli z montażem, netto",
    price_battery: "Cena magazynów, netto",
    grant: "Dotacja",
    investment: "Inwestycja po dotacji, netto",
    funding: "Finansowanie",
    funding_own: "pieniądze firmy",
    months: ("miesiąc", "miesiące", "miesięcy"),
    funding_loan: "kredyt: {0} inwestycji, {1} w roku, {2}, karencja {3}",
    funding_lease: "leasing operacyjny: wpłata {0}, wykup {1}, {2} w roku, {3}",
    tax: "Podatek dochodowy",
    tax_forms: ["CIT", "CIT małego podatnika", "PIT liniowy", "PIT według skali", "nie liczony"],
    figures: "Wynik",
    least_coverage: "Najniższy DSCR",
    bill: "Koszt prądu w roku (zł netto)",
    assumptions: "Główne założenia",
    assumptions_columns: ["Założenie", "Wartość", "Źródło i data"],
    cash: "Przepływy pieniędzy i obsługa długu",
    cash_columns: [
        "Rok",
        "Inwestycja mniej kredyt",
        "Oszczędność, przychód, sprzedaż na koniec",
        "Utrzymanie i wymiany",
        "Obsługa długu",
        "Podatek",
        "Pieniądze firmy",
        "Suma od początku",
        "DSCR",
    ],
    cash_lead: "Kwoty w zł netto, w pieniądzu danego roku. DSCR: (oszczędność − utrzymanie − podatek) ÷ obsługa długu.",
};
