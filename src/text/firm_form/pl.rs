//! Polish: the form for firms.

use super::FirmForm;
use crate::text::catalogue::FieldWords;

const fn words(label: &'static str, hint: &'static str) -> FieldWords {
    FieldWords { label, hint }
}

pub(super) const FORM: FirmForm = FirmForm {
    title: "Ile prądu może zrobić Twoja firma i czy to się opłaca?",
    lead: "Odpowiedź dla typowej firmy jest niżej. Podaj swój licznik, umowę i\u{a0}dach, a\u{a0}policzymy Twoją. Wszystko \
           zostaje w\u{a0}tej przeglądarce.",
    form: "Twoja firma",
    net: "Wszystkie kwoty na tej stronie są netto, bez VAT.",
    fields: &[
        ("town", words("Miejscowość", "Stąd bierzemy słońce, temperaturę i\u{a0}operatora sieci.")),
        ("usage.trade", words("Czym zajmuje się firma", "Od tego zależy, w\u{a0}jakich godzinach zużywa prąd.")),
        (
            "kwh_per_year",
            words("Zużycie prądu w\u{a0}roku", "Suma z\u{a0}faktur tego licznika z\u{a0}12\u{a0}miesięcy."),
        ),
        (
            "peak_kw",
            words(
                "Największa moc 15-minutowa",
                "Jest na fakturze jako moc pobrana. Puste: taka, jaka wynika z\u{a0}branży i\u{a0}zużycia.",
            ),
        ),
        ("contract.operator", words("Operator sieci", "Firma, która dostarcza prąd; jest na fakturze za dystrybucję.")),
        ("contract.group", words("Grupa taryfowa", "Jest na fakturze za dystrybucję, na przykład C11 albo B21.")),
        ("contract.contracted_kw", words("Moc umowna", "Jest w\u{a0}umowie i\u{a0}na fakturze za dystrybucję.")),
        (
            "contract.connection_kw",
            words(
                "Moc przyłączeniowa",
                "Jest w\u{a0}warunkach przyłączenia. Ogranicza pobór i\u{a0}oddawanie. Puste: bez tego ograniczenia.",
            ),
        ),
        (
            "contract.own.network_variable",
            words("Stawka zmienna sieciowa netto", "Z\u{a0}faktury za dystrybucję. Puste: z\u{a0}naszych tabel."),
        ),
        (
            "contract.own.network_fixed",
            words(
                "Stawka stała sieciowa netto, za kW i\u{a0}miesiąc",
                "Z\u{a0}faktury za dystrybucję. Puste: z\u{a0}naszych tabel.",
            ),
        ),
        (
            "contract.own.subscription",
            words("Abonament netto, za miesiąc", "Z\u{a0}faktury za dystrybucję. Puste: z\u{a0}naszych tabel."),
        ),
        ("contract.energy", words("Jak kupujesz energię", "Chodzi o\u{a0}umowę ze sprzedawcą prądu.")),
        ("contract.energy.price", words("Cena energii netto", "Z\u{a0}umowy ze sprzedawcą, bez dystrybucji.")),
        (
            "contract.energy.margin",
            words("Marża sprzedawcy netto", "Dolicza ją do ceny rynkowej. Puste: z\u{a0}naszych tabel."),
        ),
        (
            "contract.energy.passes_negative_prices",
            words("Czy ujemne ceny rynkowe są Twoje?", "Jeśli nie, ujemna cena liczy się jak zero."),
        ),
        ("contract.energy.monthly_fee", words("Opłata handlowa netto, za miesiąc", "Stała opłata sprzedawcy.")),
        (
            "contract.energy.excise_inside",
            words("Czy cena zawiera akcyzę?", "Umowy z\u{a0}firmami zwykle podają cenę z\u{a0}akcyzą."),
        ),
        ("surfaces", words("Miejsca na panele", "Dachy, grunt i\u{a0}wiaty za tym licznikiem, od 1 do 6.")),
        ("surfaces.kind", words("Rodzaj", "Na dachu płaskim panele stoją rzędami, na spadzistym leżą.")),
        ("area_m2", words("Wielkość", "Powierzchnia na panele; na gruncie razem z\u{a0}przejściami między rzędami.")),
        ("tilt_deg", words("Nachylenie", "0 to poziomo, 90 to pionowo.")),
        ("azimuth_deg", words("Kierunek w\u{a0}stopniach", "90 to wschód, 180 południe, 270 zachód.")),
        (
            "cover_percent",
            words(
                "Zagęszczenie rzędów",
                "Szerokość panelu przez odstęp rzędów. Gęściej zmieści się więcej, ale rzędy bardziej się zacieniają.",
            ),
        ),
        ("plant", words("Wielkość instalacji", "Najlepsza to ta, po której firmie zostaje najwięcej (NPV).")),
        ("plant.pv_kwp", words("Moc paneli", "Najpierw zapełniamy najlepiej nasłonecznione miejsca.")),
        ("plant.battery_kwh", words("Pojemność magazynu", "Użyteczna; 0 to bez magazynu.")),
        ("plant.battery_kw", words("Moc magazynu", "Puste: taka, jaką ma zwykle magazyn tej pojemności.")),
        ("plant.battery_use", words("Do czego służy magazyn", "Obniżanie szczytów zmniejsza moc, za którą płacisz.")),
        (
            "plant.export",
            words(
                "Co z\u{a0}nadwyżką",
                "Prosument rozlicza się w\u{a0}depozycie, wytwórca sprzedaje po cenie godzinowej.",
            ),
        ),
        ("plant.export_limit_kw", words("Największa moc oddawana", "Puste: tyle, ile pozwala przyłącze.")),
        (
            "plant.sale_margin",
            words(
                "Ile zatrzymuje kupujący, netto",
                "Od ceny rynkowej energii sprzedanej. Puste: z\u{a0}naszych tabel.",
            ),
        ),
        (
            "plant.holds_back_at_negative_prices",
            words("Czy przy ujemnych cenach falownik nic nie oddaje?", "Tak działa sterowanie większości falowników."),
        ),
        (
            "wishes.cap_kw",
            words("Pobór nie większy niż", "Największa moc 15-minutowa każdego licznika. Puste: bez tego."),
        ),
        ("wishes.autonomy_percent", words("Własny prąd co najmniej", "Część całego zużycia. Puste: bez tego.")),
        ("wishes.budget_pln", words("Koszt nie większy niż, netto", "Po odjęciu dotacji. Puste: bez tego.")),
        (
            "money.pv_net_pln",
            words("Cena instalacji z\u{a0}panelami, netto", "Z\u{a0}oferty, całość. Puste: z\u{a0}naszych tabel."),
        ),
        (
            "money.battery_net_pln",
            words("Cena magazynów, netto", "Z\u{a0}oferty, całość. Puste: z\u{a0}naszych tabel."),
        ),
        ("money.grant_pln", words("Dotacja", "Kwota, której nie trzeba oddać.")),
        ("money.funding", words("Skąd pieniądze", "Kredyt i\u{a0}leasing zmieniają przepływy właściciela.")),
        ("money.funding.share_percent", words("Część ceny na kredyt", "Ceny po odjęciu dotacji.")),
        ("money.funding.rate_percent", words("Oprocentowanie roczne", "Nominalne, z\u{a0}oferty.")),
        ("money.funding.years", words("Okres (lata)", "Razem z\u{a0}karencją.")),
        ("money.funding.grace_months", words("Karencja (miesiące)", "Na początku płaci się same odsetki.")),
        ("money.funding.repayment", words("Raty kredytu", "Malejące kosztują na początku więcej, w\u{a0}sumie mniej.")),
        ("money.funding.initial_percent", words("Opłata wstępna", "Część ceny po odjęciu dotacji.")),
        ("money.funding.buyout_percent", words("Wykup", "Część ceny po odjęciu dotacji, płacona na końcu.")),
        ("money.tax", words("Podatek dochodowy", "Niższe rachunki to wyższy podatek, amortyzacja go obniża.")),
        (
            "money.other_income_pln",
            words("Dochód firmy w\u{a0}roku, bez instalacji", "Puste: tak duży, że każdy koszt obniży podatek."),
        ),
        ("money.write_off", words("Amortyzacja", "Jednorazową ma mały podatnik, do limitu.")),
        ("money.depreciation_percent", words("Stawka amortyzacji roczna", "Puste: z\u{a0}naszych tabel.")),
        ("money.one_off_pln", words("Limit jednorazowego odpisu", "Puste: z\u{a0}naszych tabel.")),
        (
            "money.discount_percent",
            words("Stopa dyskontowa, nominalna", "Ile firma chce zarabiać. Puste: z\u{a0}naszych tabel."),
        ),
        ("money.inflation_percent", words("Inflacja w\u{a0}roku", "Puste: z\u{a0}naszych tabel.")),
        ("money.reinvestment_percent", words("Na ile lokujesz zyski", "Dla MIRR. Puste: z\u{a0}naszych tabel.")),
        (
            "money.energy_growth_percent",
            words("Wzrost ceny kupowanej energii ponad inflację", "W\u{a0}roku. Puste: z\u{a0}naszych tabel."),
        ),
        (
            "money.export_growth_percent",
            words("Wzrost wartości oddawanej energii ponad inflację", "W\u{a0}roku. Puste: z\u{a0}naszych tabel."),
        ),
        ("money.residual_percent", words("Wartość na końcu", "Część ceny. Puste: z\u{a0}naszych tabel.")),
    ],
    trades: [
        "biuro",
        "sklep bez chłodni",
        "sklep spożywczy",
        "piekarnia",
        "warsztat, jedna zmiana",
        "zakład, dwie zmiany",
        "zakład, trzy zmiany",
        "chłodnia",
        "gospodarstwo mleczne",
        "hotel lub pensjonat",
        "szkoła",
        "wodociągi",
    ],
    usual_kwh: |number, by| format!("Typowo w\u{a0}tej branży: {number} {by}."),
    usual_by: &[
        ("m2", "kWh na m² rocznie"),
        ("m3", "kWh na m³ komór rocznie"),
        ("cow", "kWh na krowę rocznie"),
        ("guest_night", "kWh na nocleg"),
        ("m3_water", "kWh na m³ wody"),
    ],
    yes_no: ["Tak", "Nie"],
    surface_kinds: ["dach, panele w\u{a0}jego płaszczyźnie", "rzędy na gruncie lub płaskim dachu", "wiata parkingowa"],
    pricings: [
        "jedna cena, typowa (z\u{a0}tabel)",
        "jedna cena, moja",
        "cena w\u{a0}każdej strefie",
        "cena rynkowa (RDN) co godzinę",
    ],
    battery_uses: [
        "własny prąd na później",
        "niższe szczyty, z\u{a0}własnego prądu",
        "niższe szczyty, także z\u{a0}sieci",
    ],
    exports: ["prosument do limitu ustawy, powyżej sprzedaż", "sprzedaż po cenie rynkowej", "bez oddawania do sieci"],
    tax_forms: [
        "CIT 19%",
        "CIT 9% (mały podatnik)",
        "PIT liniowy 19%",
        "PIT skala 12% i\u{a0}32%",
        "bez podatku (np.\u{a0}gmina)",
    ],
    fundings: ["środki własne", "kredyt", "leasing operacyjny"],
    repayments: ["równe", "malejące"],
    write_offs: ["co roku tyle samo", "jednorazowo do limitu"],
    sizes: ["Najlepsza, szukana dla firmy", "Moja własna"],
    groups: &[
        ("C11", "cała doba, do 40\u{a0}kW"),
        ("C12a", "szczyt i\u{a0}poza szczytem, do 40\u{a0}kW"),
        ("C12b", "dzień i\u{a0}noc, do 40\u{a0}kW"),
        ("C21", "cała doba, powyżej 40\u{a0}kW"),
        ("C22a", "szczyt i\u{a0}poza szczytem, powyżej 40\u{a0}kW"),
        ("C22b", "dzień i\u{a0}noc, powyżej 40\u{a0}kW"),
        ("C23", "trzy strefy, powyżej 40\u{a0}kW"),
        ("B21", "średnie napięcie, cała doba"),
        ("B22", "średnie napięcie, dwie strefy"),
        ("B23", "średnie napięcie, trzy strefy"),
    ],
    group_lacks: |group| format!("{group} (wpisz stawki z\u{a0}faktury)"),
    of_town: |name| format!("{name} (w\u{a0}tej miejscowości)"),
    start: "Zacznij od przykładu",
    examples: ["piekarnia", "warsztat", "chłodnia", "szkoła"],
    example: |name| format!("Przykład: {name}"),
    examples_hint: "Przykład wypełnia formularz wymyśloną firmą. Potem popraw liczby na swoje; każdy krok można cofnąć.",
    meters: "Liczniki",
    meters_hint: "Każdy licznik ma swój rachunek: prąd z\u{a0}jednego nie obniża rachunku drugiego.",
    meter: |number| format!("Licznik {number}"),
    add_meter: "Dodaj licznik",
    remove_meter: |number| format!("Usuń licznik {number}"),
    usage: "Zużycie",
    contract: "Umowa o\u{a0}dystrybucję",
    own_rates: "Stawki sieciowe z\u{a0}mojej faktury",
    own_rates_hint: "Wpisane stawki zastępują te z\u{a0}naszych tabel.",
    own_rates_needed: |missing| {
        format!(
            "W\u{a0}naszych tabelach brakuje: {missing}. Wpisz stawki netto z\u{a0}faktury, a\u{a0}policzymy wynik."
        )
    },
    own_rates_in_vain: |missing| {
        format!(
            "W\u{a0}naszych tabelach brakuje: {missing}. Bez tego nie policzymy tej grupy. Wybierz inną, na przykład C11 albo C21."
        )
    },
    missing: &[
        ("firm_rates.network_variable", "stawka zmienna sieciowa"),
        ("firm_rates.network_fixed", "stawka stała sieciowa"),
        ("firm_rates.subscription", "abonament"),
        ("firm_groups", "opis grupy taryfowej"),
    ],
    zone: |label, zone| format!("{label}, {zone}"),
    energy: "Umowa na energię",
    grid: "Przyłącze i\u{a0}nadwyżka",
    surfaces: "Miejsca na panele",
    surface: |number| format!("Powierzchnia {number}"),
    add_surface: "Dodaj powierzchnię",
    remove_surface: |number| format!("Usuń powierzchnię {number}"),
    compass: "Strona świata",
    size: "Wielkość",
    battery: "Magazyn energii",
    wishes: "Życzenia",
    wishes_hint: "Gdy życzenia nie da się spełnić, pokażemy wynik najbliższy i\u{a0}powiemy, co go ogranicza.",
    money: "Ceny, finansowanie, podatki",
    funding: "Finansowanie",
    tax: "Podatek i\u{a0}amortyzacja",
    outlook: "Założenia na lata",
    empty_is_table: "Puste pola bierzemy z\u{a0}naszych tabel; ich wartości, źródła i\u{a0}daty są w\u{a0}części o\u{a0}założeniach.",
    print_bank: "Drukuj dla banku",
    save: "Zapisz do pliku",
    open: "Otwórz z\u{a0}pliku",
    opened: "Wczytaliśmy firmę z\u{a0}pliku.",
    not_opened: "Tego pliku nie rozumiemy. Otwórz plik zapisany na tej stronie.",
    out_of_limits: "W\u{a0}pliku są liczby poza dopuszczalnym zakresem, więc nic nie zmieniliśmy.",
    searching: "Szukamy najlepszej wielkości; do tego czasu liczby są tymczasowe.",
    failed: "Liczenie się nie udało. Odśwież stronę.",
};
