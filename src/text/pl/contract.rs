//! Polish: the contract.

use crate::text::catalogue::contract::{Account, Contract, SwitchWords, TariffWords};

pub const CONTRACT: Contract = Contract {
    scheme_since: [
        "Nowa instalacja: net-billing, ceny godzinowe (RCE)",
        "Oddaje prąd najpóźniej od 30 czerwca 2024: net-billing, ceny miesięczne (RCEm)",
        "Zgłoszona do 31 marca 2022: opusty (net-metering)",
    ],
    scheme_names: ["net-billing, ceny godzinowe (RCE)", "net-billing, ceny miesięczne (RCEm)", "opusty (net-metering)"],
    bill_every: |months| match months {
        1 => "co miesiąc".to_owned(),
        2..=4 => format!("co {months} miesiące"),
        _ => format!("co {months} miesięcy"),
    },
    paths: [
        "Oczekiwane: nasze założenia",
        "Stałe: tylko z inflacją",
        "Rosnące: prąd z sieci drożeje",
        "Coraz tańsze południe: oddawany prąd tanieje",
    ],
    path_bases: [
        "Wzrosty z naszej tabeli założeń.",
        "Ceny rosną tak jak inflacja. W\u{a0}2026 energia staniała o\u{a0}około 14\u{a0}%, a\u{a0}dystrybucja \
         podrożała o\u{a0}9,4\u{a0}%.",
        "Opłaty sieciowa i\u{a0}mocowa rosną dalej jak w\u{a0}2026, a\u{a0}cena w\u{a0}południe nie.",
        "Paneli przybywa. RCE w\u{a0}godzinach 10–15 spadła z\u{a0}259 do 193\u{a0}zł/MWh netto między lipcem 2025 \
         a\u{a0}lipcem 2026.",
    ],
    path_note: "To scenariusz, a\u{a0}nie prognoza. Twoje własne wartości poniżej mają pierwszeństwo.",
};

pub const ACCOUNT: Account = Account {
    deposit_title: "Depozyt prosumencki miesiąc po miesiącu",
    deposit_lead: "Nad osią: wpływ za prąd oddany w\u{a0}poprzednim miesiącu. Pod osią: zapłata za energię z\u{a0}sieci, \
                   zwrot i\u{a0}to, co przepada po 12 miesiącach. Linia: stan na koniec miesiąca. Kwoty brutto.",
    credit_title: "Konto energii miesiąc po miesiącu",
    credit_lead: "Nad osią: kWh, które możesz odebrać za prąd oddany. Pod osią: kWh odebrane i\u{a0}te, które przepadły \
                  po 12 miesiącach. Linia: stan na koniec miesiąca.",
    credited: "Wpłynęło",
    used: "Wykorzystane",
    refunded: "Zwrócone",
    forfeited: "Przepadło",
    balance: "Stan konta",
    deposit_summary: |credited, used, refunded, forfeited| {
        format!(
            "W\u{a0}roku na konto wpływa {credited}, za energię płaci ono {used}, zwrot to {refunded}, przepada \
             {forfeited} (kwoty brutto)."
        )
    },
    credit_summary: |credited, used, forfeited| {
        format!("W\u{a0}roku na konto wpływa {credited}, odbierasz {used}, przepada {forfeited}.")
    },
    fullest: |month| format!("Najwięcej jest na nim na koniec miesiąca: {month}."),
    at_the_end: "Rok",
};

pub const TARIFFS: TariffWords = TariffWords {
    title: "Która taryfa jest najtańsza dla tego domu?",
    lead: "Liczymy to samo zużycie w\u{a0}tych samych godzinach. Kto przesunie je na tańsze godziny, zyska więcej.",
    open: "Porównaj grupy taryfowe",
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
    unknown: "Tych grup nie możemy policzyć",
    lacks: |group, missing| format!("{group}. Brakuje danych: {missing}."),
    missing_rate: |price| format!("cena „{price}”"),
    missing_zone_rate: |price, zone| format!("cena „{price}”, strefa „{zone}”"),
    missing_hours: "godziny stref",
    missing_levy: |levy| format!("stawka „{levy}”"),
    missing_vat: "stawka VAT",
};

pub const SWITCH: SwitchWords = SwitchWords {
    title: "Czy zmienić sposób rozliczania?",
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
};
