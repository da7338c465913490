//! Polish: the contract.

use crate::text::catalogue::contract::{Account, Contract, SwitchWords, TariffWords};

pub const CONTRACT: Contract = Contract {
    scheme_since: [
        "Nowa instalacja: net-billing, ceny godzinowe (RCE)",
        "Oddaje prąd najpóźniej od 30 czerwca 2024: net-billing, ceny miesięczne (RCEm)",
        "Zgłoszona do 31 marca 2022: opusty (net-metering)",
        "Udział w\u{a0}instalacji na moim bloku (prosument zbiorowy)",
        "Udział w\u{a0}elektrowni w\u{a0}innym miejscu (prosument wirtualny)",
        "Instalacja na części wspólne bloku (prosument lokatorski)",
    ],
    scheme_names: [
        "net-billing, ceny godzinowe (RCE)",
        "net-billing, ceny miesięczne (RCEm)",
        "opusty (net-metering)",
        "prosument zbiorowy (RCE)",
        "prosument wirtualny (RCE)",
        "prosument lokatorski (RCE)",
    ],
    scheme_means: [
        "Prąd oddany do sieci ma cenę rynkową z\u{a0}danej godziny. Ta wartość trafia do depozytu, a\u{a0}on płaci za \
         energię z\u{a0}sieci.",
        "Prąd oddany w\u{a0}miesiącu ma jedną cenę rynkową tego miesiąca. Ta wartość trafia do depozytu, a\u{a0}on płaci \
         za energię z\u{a0}sieci.",
        "Za każdą oddaną kWh odbierasz przez 12 miesięcy 0,8 kWh, a\u{a0}przy instalacji ponad 10 kW 0,7 kWh.",
        "Twój udział w\u{a0}produkcji pomniejsza co godzinę Twoje zużycie, jak z\u{a0}własnego dachu. Resztę liczymy jak \
         w\u{a0}net-billingu. Dach to dach bloku, moc to Twój udział, a\u{a0}magazyn stoi w\u{a0}Twoim mieszkaniu.",
        "Całe zużycie kupujesz z\u{a0}sieci, z\u{a0}pełnymi opłatami. Produkcja Twojego udziału trafia po cenach RCE do \
         depozytu, a\u{a0}on płaci tylko za energię. Magazyn w\u{a0}domu nic tu nie zmienia, więc go nie liczymy. Tak \
         odczytujemy przepisy; część z\u{a0}nich obowiązuje dopiero od 20 października 2026.",
        "Liczymy licznik części wspólnych: windy, światło na klatkach, pompy. Depozyt płaci za energię, a\u{a0}wszystko, \
         co zostaje, jest wypłacane na konto budynku na koniec okresu rozliczeniowego. Że wartość mnoży się tu przez 1,23 \
         i\u{a0}że ten okres to czas między rachunkami, to nasze odczytanie przepisów.",
    ],
    energy_ways: ["Po cenie z\u{a0}taryfy", "Po cenie dynamicznej: rynkowej, innej w\u{a0}każdej godzinie"],
    negative_ways: ["Liczy się jak zero", "Obniża rachunek"],
    building: "Budynek",
    building_hint: "Zużycie powyżej to zużycie z\u{a0}licznika części wspólnych, bez mieszkań.",
    plant_elsewhere: "Podaj, jak stoją panele elektrowni, w\u{a0}której masz udział. Powierzchnia się nie liczy. Pogodę \
                      bierzemy z\u{a0}Twojej okolicy.",
    plane_yield: |yearly| format!("Każdy 1 kWp da tu {yearly} w\u{a0}roku."),
    per_flat: "Na jedno mieszkanie w\u{a0}roku",
    per_flat_note: |paid_out, flats| format!("brutto, w\u{a0}tym wypłata {paid_out}; mieszkań: {flats}"),
    bill_dynamic: "Energia czynna to suma godzin: modelowana cena rynkowa (z\u{a0}RCE ostatnich 12 miesięcy), akcyza \
                   i\u{a0}marża. Prawdziwe ceny dynamiczne będą inne. Opłaty sieciowe są z\u{a0}Twojej grupy taryfowej.",
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
    tenant_lead: "Nad osią: wpływ za prąd oddany w\u{a0}poprzednim miesiącu. Pod osią: zapłata za energię z\u{a0}sieci \
                  i\u{a0}wypłata na konto budynku. Nic nie przepada. Linia: stan na koniec miesiąca. Kwoty brutto.",
    tenant_summary: |credited, used, paid_out| {
        format!(
            "W\u{a0}roku na konto wpływa {credited}, za energię płaci ono {used}, a\u{a0}wypłata to {paid_out} (kwoty \
             brutto)."
        )
    },
    paid_out: "Wypłacone",
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
    missing_rate: |price| format!("cena „{price}”"),
    missing_zone_rate: |price, zone| format!("cena „{price}”, strefa „{zone}”"),
    missing_hours: "godziny stref",
    missing_levy: |levy| format!("stawka „{levy}”"),
    missing_vat: "stawka VAT",
};

pub const SWITCH: SwitchWords = SwitchWords { title: "Czy zmienić sposób rozliczania?" };
