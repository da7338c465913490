//! Polish: what studies found.

use super::bands::{BandsText, SourceWords};

const fn source(short: &'static str, name: &'static str, known: &'static str) -> SourceWords {
    SourceWords { short, name, known }
}

pub const BANDS: BandsText = BandsText {
    span: |low, high| format!("od {low} do {high}"),
    about: |value| format!("około {value}"),
    over: |years| format!("ponad {years}"),
    saving: |span, median| {
        format!(
            "W\u{a0}8 na 10 możliwych przyszłości oszczędność w\u{a0}roku wyniesie {span} brutto (z\u{a0}VAT), \
             a\u{a0}w\u{a0}co drugiej będzie wyższa niż {median} brutto."
        )
    },
    below_zero: " Minus oznacza wyższe rachunki niż bez instalacji.",
    payback: |span| format!("Na zwrot kosztu poczekasz w\u{a0}8 na 10 przyszłości {span}."),
    never: |horizon| format!("W\u{a0}co najmniej 9 na 10 przyszłości koszt nie zwróci się w\u{a0}ciągu {horizon}."),
    nothing_paid: "Na początku nic nie płacisz, więc nie ma czego zwracać.",
    value: |horizon, span, pays| {
        format!(
            "Bilans {horizon} w\u{a0}dzisiejszej wartości (NPV, kwoty brutto) wyniesie w\u{a0}8 na 10 przyszłości {span}. {pays}"
        )
    },
    pays: |cases, all| format!("Bilans jest dodatni w\u{a0}{cases} na {all}."),
    pays_never: |all| format!("Bilans nie jest dodatni w\u{a0}żadnym z\u{a0}policzonych przypadków ({all})."),
    pays_always: |all| format!("Bilans jest dodatni we wszystkich policzonych przypadkach ({all})."),
    narrows: |known, then, now| {
        format!(
            "Gdyby znać dokładnie {known}, zakres NPV miałby szerokość {then} zamiast {now} brutto. Nic innego nie \
             zawęża go bardziej."
        )
    },
    own_range: " Ta liczba to podany przez Ciebie zakres: podaj węższy, jeśli możesz.",
    no_plant: |bill| {
        format!(
            "Bez paneli i\u{a0}magazynu nie ma oszczędności do zważenia. Rachunek roczny w\u{a0}8 na 10 możliwych \
             przyszłości wyniesie {bill} brutto."
        )
    },
    years_over: ("rok", "lata", "lat"),
    years_within: ("roku", "lat", "lat"),
    cases_in: ("przypadku", "przypadkach", "przypadkach"),
    cases_from: ("możliwej przyszłości", "możliwych przyszłości", "możliwych przyszłości"),
    first_look: |cases| {
        format!("To pierwszy rzut oka: wynik z\u{a0}{cases}. Liczymy dalej i\u{a0}zakresy jeszcze się zmienią.")
    },
    not_contained: [
        "Zakresy nie obejmują zmian taryf, dotacji i\u{a0}prawa. Trwałość falownika i\u{a0}magazynu, cenę wymiany \
         falownika, starzenie paneli i\u{a0}koszt przeglądów bierzemy z\u{a0}tabel.",
        "Zużycie jest co roku takie samo. Niepewne jest tylko wtedy, gdy podasz je jako zakres.",
        "Przyszłe ceny to scenariusze, a\u{a0}nie prognoza. Ceny pierwszego roku uznajemy za znane.",
        "Błąd obliczonej produkcji pochodzi z\u{a0}badania dużej elektrowni w\u{a0}Kanadzie. Cienia drzew \
         i\u{a0}kominów nie obejmuje.",
    ],
    title: "Od czego zależy opłacalność (NPV, brutto)",
    summary: |middle, name, span| {
        format!(
            "Oś to NPV, gdy wszystko jest pośrodku: {middle} brutto. Każdy słupek zmienia tylko jedno źródło. \
             Najszerszy: {name}, {span} brutto."
        )
    },
    better: "o tyle NPV rośnie w\u{a0}dobrym przypadku (P90)",
    worse: "o tyle NPV maleje w\u{a0}złym przypadku (P10)",
    reading: |name, span, known| {
        format!("{name}: NPV {span}. Gdyby to znać dokładnie, zakres NPV miałby szerokość {known}. Kwoty brutto.")
    },
    value_caption: |middle, width| {
        format!("NPV, brutto: każde źródło osobno. Pośrodku {middle}, zakres wszystkich razem ma szerokość {width}")
    },
    saving_caption: |middle, width| {
        format!(
            "Oszczędność w\u{a0}roku, brutto: każde źródło osobno. Pośrodku {middle}, zakres wszystkich razem ma szerokość \
             {width}"
        )
    },
    source_columns: ["Źródło", "P10, brutto", "P90, brutto", "Szerokość zakresu, gdyby je znać, brutto"],
    figures_caption: "Zakres każdej liczby",
    figures_columns: [
        "Liczba",
        "P10: w\u{a0}1 na 10 przyszłości mniej",
        "P50: w\u{a0}połowie mniej",
        "P90: w\u{a0}9 na 10 mniej",
    ],
    figures: [
        "Produkcja w\u{a0}roku",
        "Zużycie w\u{a0}roku",
        "Produkcja zużyta w\u{a0}domu, w\u{a0}roku",
        "Kupione z\u{a0}sieci, w\u{a0}roku",
        "Oddane do sieci, w\u{a0}roku",
        "Zużycie własne (część produkcji)",
        "Autonomia (część zużycia)",
        "Zużycie własne, chwila po chwili",
        "Autonomia, chwila po chwili",
        "Mniej CO₂ w\u{a0}roku",
        "Rachunek roczny bez instalacji, brutto",
        "Rachunek roczny z\u{a0}instalacją, brutto",
        "Oszczędność w\u{a0}roku, brutto",
        "Twój koszt na początku, brutto",
        "Wartość bieżąca netto (NPV), kwoty brutto",
        "Zwrot kosztu",
        "Zwrot z\u{a0}uwzględnieniem dyskonta",
        "Stopa zwrotu (IRR), realnie",
        "Koszt 1\u{a0}kWh z\u{a0}dachu, brutto",
    ],
    none: "brak",
    weather: source("Pogoda", "Pogoda w\u{a0}roku", "pogodę"),
    habits: source("Nawyki", "Nawyki domowników", "nawyki domowników"),
    model: source("Panele", "Dokładność obliczonej produkcji", "produkcję paneli"),
    prices: source("Ceny", "Przyszłe ceny prądu", "przyszłe ceny prądu"),
    ranges: [
        source("Zużycie", "Roczne zużycie (Twój zakres)", "roczne zużycie prądu"),
        source("Rachunek", "Średni rachunek (Twój zakres)", "średni rachunek za prąd"),
        source("Cena PV", "Cena paneli (Twój zakres)", "cenę paneli z\u{a0}montażem"),
        source("Magazyn", "Cena magazynu (Twój zakres)", "cenę magazynu z\u{a0}montażem"),
        source("Stopa", "Stopa dyskontowa (Twój zakres)", "stopę dyskontową"),
        source("Z\u{a0}sieci", "Wzrost cen prądu z\u{a0}sieci (Twój zakres)", "wzrost cen prądu z\u{a0}sieci"),
        source("Do sieci", "Wzrost cen oddawanego prądu (Twój zakres)", "wzrost cen oddawanego prądu"),
    ],
};
