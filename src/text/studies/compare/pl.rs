//! Polish: comparisons.

use super::{CompareText, ControlTable, HeatTable, PhaseTable, SwitchTable, TariffTable};

pub(super) const TEXT: CompareText = CompareText {
    tariffs: TariffTable {
        caption: "Rachunek roczny w\u{a0}każdej grupie, brutto",
        group: "Grupa",
        before: "Bez instalacji, brutto",
        after: "Z\u{a0}instalacją, brutto",
        cheaper_by: "Zysk wobec obecnej, brutto",
        current: |group| format!("{group} (obecna)"),
        weak: |group| format!("{group} (niepewne dane)"),
        best: |group, gain| format!("Z\u{a0}instalacją najtańsza jest {group}: taniej o\u{a0}{gain} brutto rocznie."),
        stay: |group| format!("Z\u{a0}instalacją żadna grupa nie jest tańsza niż Twoja {group}."),
        best_before: |group| format!("Bez instalacji najtańsza jest {group}."),
        other_way_dynamic: |group, cost| {
            format!(
                "Z\u{a0}ceną dynamiczną najtańsza byłaby {group}: {cost} brutto rocznie. To ceny modelowane, z\u{a0}założoną \
             marżą i\u{a0}opłatą. Własne podasz, wybierając cenę dynamiczną w\u{a0}umowie."
            )
        },
        other_way_tariff: |group, cost| {
            format!("Po cenach z\u{a0}taryfy najtańsza byłaby {group}: {cost} brutto rocznie.")
        },
        dynamic: |group| format!("{group}, cena dynamiczna"),
        unknown: "Tych grup nie możemy policzyć",
        lacks: |group, missing| format!("{group}. Brakuje danych: {missing}."),
    },
    switch: SwitchTable {
        stay: |now| format!("Nie. Najtaniej jest dziś zostać przy obecnym: {now}."),
        change: |better, gain| {
            format!("W\u{a0}tym roku tańszy byłby inny: {better}. Rachunek spadłby o\u{a0}{gain} brutto rocznie.")
        },
        sure: "Ten wynik jest taki sam przy wysokich i\u{a0}przy niskich cenach rynkowych.",
        unsure: "Ten wynik jest niepewny: przy innych cenach rynkowych wygrywa inny sposób.",
        for_good: "Zmiana jest na zawsze. Nie ma powrotu do poprzedniego sposobu rozliczania.",
        one_year_credit: "Porównujemy jeden rok. Opusty trwają 15 lat od pierwszego oddania prądu do sieci.",
        one_year_rcem: "Porównujemy jeden rok. W\u{a0}kolejnych latach ceny mogą się odwrócić.",
        caption: "Rachunek roczny przy każdym sposobie rozliczania, brutto",
        scheme: "Sposób rozliczania",
        cost: "Rachunek roczny, brutto",
        range: "Przy wysokich i\u{a0}niskich cenach, brutto",
        now: |scheme| format!("{scheme} (obecny)"),
    },
    phases: PhaseTable {
        caption: "Licznik w\u{a0}roku z\u{a0}instalacją",
        way: "Sposób liczenia",
        import: "Z\u{a0}sieci",
        export: "Do sieci",
        cost: "Rachunek roczny, brutto",
        summed: "Suma faz (tak jest dziś)",
        apart: "Każda faza osobno",
        dearer: |gross| format!("Liczenie każdej fazy osobno kosztowałoby o\u{a0}{gross} brutto rocznie więcej."),
        cheaper: |gross| format!("Liczenie każdej fazy osobno kosztowałoby o\u{a0}{gross} brutto rocznie mniej."),
        same: "W\u{a0}tym domu rachunek byłby taki sam.",
    },
    control: ControlTable {
        caption: "Rok z\u{a0}magazynem przy każdym sterowaniu",
        way: "Sterowanie",
        discharge: "Z\u{a0}magazynu",
        greedy: "Najpierw własny prąd (zwykły magazyn)",
        price_aware: "Sterownik z\u{a0}cenami na jutro",
        optimal: "Pełna wiedza o\u{a0}roku (granica)",
        note: "Sterownik szuka najniższego kosztu w\u{a0}cenach godzinowych i\u{a0}dolicza zużycie magazynu, według założenia. \
           Rachunek rozlicza się miesiącami, więc może nawet wzrosnąć, gdy depozyt się przepełnia.",
    },
    heat: HeatTable {
        caption: "To samo ciepło z\u{a0}każdego źródła, w\u{a0}roku",
        columns: ["Źródło", "Koszt, brutto", "CO₂", "Pył PM10", "Pył PM2,5", "Benzo(a)piren"],
        present: |source| format!("{source} (obecne)"),
        chosen: |source| format!("{source} (plan)"),
        best: |source, cost| format!("Najmniej w roku kosztuje: {source}, {cost} brutto."),
        saves: |less| format!("Planowana pompa kosztuje w roku o {less} brutto mniej niż obecne ogrzewanie."),
        costs_more: |more| format!("Planowana pompa kosztuje w roku o {more} brutto więcej niż obecne ogrzewanie."),
        less_smoke: |pm10, bap| format!("Z komina ubędzie w roku {pm10} pyłu PM10 i {bap} benzo(a)pirenu."),
        what_counts: "Koszt to paliwo z\u{a0}opłatami stałymi. Dla prądu to wzrost rachunku tego domu, z\u{a0}instalacją \
                  z\u{a0}wyniku i\u{a0}w\u{a0}tej samej taryfie. Zakupu i\u{a0}serwisu urządzeń tu nie ma.",
        what_smokes: "Pył i\u{a0}benzo(a)piren powstają przy domu. CO₂ prądu dotyczy energii kupionej z\u{a0}sieci, CO₂ \
                  ciepła z\u{a0}sieci to średnia krajowa, a\u{a0}CO₂ z\u{a0}drewna liczymy jako zero.",
        weak: |date| {
            format!(
                "Ceny paliw, sprawności i wskaźniki emisji (EMEP/EEA 2023) to niepewne założenia, sprawdzone {date}. Cenę \
             obecnego paliwa możesz podać w danych."
            )
        },
        no_price: "Kreska: nie znaleźliśmy ceny.",
        basis: "Ceny paliw i\u{a0}sprawności",
    },
};
