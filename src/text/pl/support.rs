//! Polish: grants, tax relief and VAT.

use crate::text::catalogue::support::SupportWords;

pub const SUPPORT: SupportWords = SupportWords {
    no_programme: "Bez programu",
    no_deduction: "Nie odliczam",
    gives: |amount| format!("Teraz daje {amount} brutto."),
    saves_tax: |amount| format!("Teraz zmniejsza podatek dochodowy o\u{a0}{amount} (od podatku nie ma VAT)."),
    checked: |confidence, day| format!("Dane: {confidence}, sprawdzone {day}."),
    confirm: "Sprawdź warunki u\u{a0}prowadzącego program, zanim na to liczysz.",
    open: "Programy i\u{a0}ulgi, które znamy",
    caption: "Programy i\u{a0}ulgi",
    name: "Program",
    covers: "Na co",
    covered: ["panele", "magazyn", "panele i\u{a0}magazyn", "pompa ciepła", "dochód"],
    conditions: "Warunki",
    one_each: "Na ten sam zakup wybierz jeden program. Ulgi podatkowej nie odlicza się od części opłaconej dotacją. \
               Pompy ciepła ten rachunek nie kupuje, więc jej dotacji nie dolicza.",
    tax_relief: "Zwrot podatku z\u{a0}ulgi termomodernizacyjnej, pierwszy rok",
};
