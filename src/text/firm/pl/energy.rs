//! Energy, and what is fed in.

use super::super::words::{EnergyWords, ExportWords};

pub(super) const ENERGY: EnergyWords = EnergyWords {
    title: "Energia",
    lead: "Zużycie firmy w roku: {0}, produkcja: {1}. Na miejscu zostaje {2} produkcji, z własnej energii pochodzi {3} zużycia.",
    months_title: "Skąd pochodzi energia w kolejnych miesiącach",
    months_summary: "Najwięcej produkcji daje {0} ({1}), najwięcej z sieci bierze {2} ({3}).",
    direct: "prosto z instalacji",
    battery: "z magazynu",
    import: "z sieci",
    export: "do sieci",
    columns: [
        "Miesiąc",
        "Produkcja, kWh",
        "Zużycie, kWh",
        "Prosto z instalacji, kWh",
        "Do magazynu, kWh",
        "Z magazynu, kWh",
        "Z sieci, kWh",
        "Do sieci, kWh",
    ],
    reading: "{0}: zużycie {1}, produkcja {2}, prosto z instalacji {3}, z magazynu {4}, z sieci {5}, do sieci {6}",
    ladder_caption: "Od światła nieba do licznika",
    ladder_columns: ["Krok", "Zmiana, kWh", "Zostaje, kWh"],
    rows_shading: "Cień rzędów na siebie",
    surfaces_caption: "Powierzchnie",
    surfaces_columns: [
        "Powierzchnia",
        "Mieści się, kWp",
        "Położono, kWp",
        "Uzysk, kWh z 1 kWp",
        "Nachylenie i kierunek",
    ],
    surface_kinds: ["dach", "rzędy", "wiata nad parkingiem"],
};

pub(super) const EXPORT: ExportWords = ExportWords {
    title: "Energia oddana do sieci",
    nothing: "Nic nie jest oddawane do sieci.",
    prosumer: "Firma jest prosumentem: za oddaną energię dostaje wpis na depozyt prosumencki według cen rynkowych (RCE lub RCEm), a cena \
               ujemna liczy się jako zero. Depozyt płaci za energię czynną na fakturach brutto. Czego nie zużyje w 12 miesięcy, przepada, \
               poza zwrotem części.",
    deposit_of: "W roku wpływa na depozyt {0}, z czego płaci {1}, wraca {2}, przepada {3} (kwoty depozytu brutto).",
    producer: "Firma jest wytwórcą: sprzedaje nadwyżkę godzina po godzinie po cenie rynkowej RCE pomniejszonej o marżę kupującego.",
    sold: "W roku sprzedaje {0} za {1} netto, wstrzymuje {2} (ceny ujemne i limit oddawania).",
    deposit_caption: "Depozyt prosumencki",
    deposit_columns: [
        "Miesiąc",
        "Wartość oddanej energii, zł netto",
        "Wpływ, zł brutto",
        "Zapłacone, zł brutto",
        "Zwrócone, zł brutto",
        "Utracone, zł brutto",
        "Stan na koniec, zł brutto",
    ],
    sale_caption: "Sprzedaż",
    sale_columns: ["Miesiąc", "Sprzedane, kWh", "Wstrzymane, kWh", "Przychód, zł netto"],
    sale_title: "Przychód ze sprzedaży w kolejnych miesiącach",
    sale_summary: "Przychód roku to {0} netto.",
    sale_legend: "przychód netto",
    sale_reading: "{0}: sprzedane {1}, wstrzymane {2}, przychód {3} netto",
};
