//! Polish: the best of all designs.

use super::{Compared, JointText};

pub(super) const JOINT: JointText = JointText {
    panels: ("panel", "panele", "paneli"),
    designs: ("wybór", "wybory", "wyborów"),
    groups: ("grupę taryfową", "grupy taryfowe", "grup taryfowych"),
    years: ("roku", "lat", "lat"),

    plant: |kwp, panels| format!("instalacja {kwp} ({panels})"),
    share: |kwp| format!("udział {kwp} w\u{a0}instalacji"),
    nothing: "bez instalacji",
    battery: |kwh| format!("magazyn {kwh}"),
    no_battery: "bez magazynu",
    group: |group| format!("grupa {group}"),
    range: |from, to| format!("od {from} do {to}"),
    and: "i\u{a0}",

    best_value: |years| format!("Najwyższe NPV z\u{a0}{years}"),
    best_payback: "Najkrótszy zwrot kosztu",
    best_autonomy: |percent| format!("Najwyższe NPV przy autonomii co najmniej {percent}"),
    best_budget: |amount| format!("Najwyższe NPV przy koszcie do {amount} brutto"),
    best_bill: "Najniższy rachunek roczny",
    nothing_better: "Żaden porównany wybór z\u{a0}panelami nie wypada lepiej.",
    amounts: |told| {
        format!(
            "Kwoty brutto (z\u{a0}VAT): koszt na początku {}, po dotacji, jeśli ją podano; rachunek {} rocznie zamiast {} bez instalacji; \
             oszczędność {} rocznie; wartość bieżąca netto (NPV) z\u{a0}{} to {}.",
            told.investment, told.bill, told.bill_now, told.saving, told.years, told.value
        )
    },
    pays_back: |years, autonomy| {
        format!("Koszt zwróci się po {years}. Autonomia, czyli zużycie niekupione z\u{a0}sieci: {autonomy}.")
    },
    never_pays_back: |years, autonomy| {
        format!(
            "Koszt nie zwróci się w\u{a0}ciągu {years}. Autonomia, czyli zużycie niekupione z\u{a0}sieci: {autonomy}."
        )
    },
    money_says_no: |amount| {
        format!("Licząc same pieniądze, lepiej nie budować: NPV byłoby wyższe o\u{a0}{amount} brutto.")
    },
    compared: |all: &Compared| {
        let battery = all.largest_battery.as_ref().map_or(String::new(), |kwh| format!("magazyny do {kwh}, "));
        format!(
            "Porównaliśmy {}: całe panele po {} do {}, {battery}grupy taryfowe {}. Wśród nich jest też niebudowanie.",
            all.designs, all.module, all.largest_pv, all.groups
        )
    },
    compared_nothing: |all| format!("Porównaliśmy grupy taryfowe {} bez instalacji.", all.groups),
    zone: |near| {
        let layouts = near.layouts.as_ref().map_or(String::new(), |layouts| format!(", panele: {layouts}"));
        format!(
            "Praktycznie równie dobre, razem z\u{a0}nim (różnica do {}): {}, moc {}, magazyn {}, grupa taryfowa {}{layouts}.",
            near.share, near.designs, near.pv, near.battery, near.groups
        )
    },
    zone_why: "Wybierz wśród nich według innych względów, na przykład miejsca albo oferty wykonawcy: pogody, zwyczajów \
               i\u{a0}cen nikt nie zna dokładniej.",
    zone_alone: |share| format!("Żaden inny wybór nie zbliża się do niego na {share}."),
    kwp_adds: |amount, years| format!("Kolejny 1\u{a0}kWp paneli doda {amount} brutto do NPV z\u{a0}{years}."),
    kwp_takes: |amount, years| format!("Kolejny 1\u{a0}kWp paneli odejmie {amount} brutto od NPV z\u{a0}{years}."),
    kwp_same: "Kolejny 1\u{a0}kWp paneli nie zmieni NPV.",
    largest: "To największa instalacja, jaką porównujemy w\u{a0}tym ułożeniu.",
    kwh_adds: |amount, years| format!("Kolejna 1\u{a0}kWh magazynu doda {amount} brutto do NPV z\u{a0}{years}."),
    kwh_takes: |amount, years| format!("Kolejna 1\u{a0}kWh magazynu odejmie {amount} brutto od NPV z\u{a0}{years}."),
    kwh_same: "Kolejna 1\u{a0}kWh magazynu nie zmieni NPV.",
    moving: |from, to, amount| {
        format!(
            "Sama zmiana grupy z\u{a0}{from} na {to}, bez budowania, obniży rachunki o\u{a0}{amount} brutto rocznie."
        )
    },
    staying: |group| format!("Zostań w\u{a0}grupie {group}: bez instalacji żadna z\u{a0}porównanych nie jest tańsza."),
    group_adds: |group, value| format!("W\u{a0}tym NPV {value} brutto daje sama zmiana grupy na {group}."),
    group_takes: |group, value| {
        format!("Bez instalacji grupa {group} byłaby droższa: od tego NPV jest już za to odjęte {value} brutto.")
    },
    page_shows: |plant| {
        format!(
            "Kalkulator porównuje rachunki w\u{a0}jednej grupie, więc po przeniesieniu wyboru pokaże NPV samej \
             instalacji: {plant} brutto."
        )
    },

    layout: |name| format!("Ułożenie paneli: {name}."),
    layout_on: |name, on| format!("Ułożenie paneli: {name}; {on}."),
    sunniest: "najpierw najbardziej nasłoneczniona połać",
    as_told: "wprost na podanej połaci",
    even: "na wszystkich połaciach, proporcjonalnie do miejsca",
    one_plane: |number| format!("tylko na połaci {number}"),
    rack: |slope| format!("na stojakach w\u{a0}rzędach o\u{a0}nachyleniu {slope}"),
    back_to_back: |slope| format!("na stojakach plecami do siebie, o\u{a0}nachyleniu {slope}"),
    on_plane: |number, slope, direction| format!("połać {number} ({slope}, {direction})"),

    no_autonomy: |percent| format!("Żaden porównany wybór nie daje autonomii {percent}."),
    no_budget: |amount| format!("Za {amount} brutto nie powstanie żadna z\u{a0}porównanych instalacji."),
    no_payback: |years| format!("Żaden porównany wybór nie zwraca kosztu w\u{a0}ciągu {years}."),
    no_design: "Żaden porównany wybór nie spełnia tego warunku.",
    closest: |plan| format!("Najbliżej: {plan}."),
    limit_no_panel: |module| format!("Na podanym dachu nie mieści się ani jeden panel {module}. Pomoże większa połać."),
    limit_roof: "Ogranicza dach. Pomoże więcej miejsca na panele albo mniejsze zużycie.",
    limit_plant: "Większych instalacji nie porównujemy: kończy się moc dozwolona prosumentowi albo taka, którą zużycie \
                  wykorzysta. Pomoże mniejsze zużycie.",
    limit_battery: |kwh| {
        format!(
            "Magazynów większych niż {kwh} nie porównujemy. Pomoże mniejsze zużycie, zwłaszcza zimą i\u{a0}po zmroku."
        )
    },
    limit_budget: |least, lacking| {
        format!(
            "Najtańsza kosztuje {least} brutto, czyli brakuje {lacking} brutto. Pomoże większy budżet albo dotacja."
        )
    },
    limit_horizon: |years| {
        format!("Oszczędności z\u{a0}{years} nie pokrywają kosztu. Pomoże niższa cena instalacji albo dotacja.")
    },
    limit_scheme: "W\u{a0}tym sposobie rozliczania prąd nie płynie z\u{a0}instalacji wprost do domu, więc autonomia to zero. Pomoże \
                   instalacja na własnym dachu.",

    old_scheme: "Twój sposób rozliczania nie przyjmuje nowych instalacji, więc liczymy nową w\u{a0}net-billingu z\u{a0}ceną \
                 godzinową (RCE). Dlatego nie można przenieść tego wyboru do kalkulatora.",
    planes_change: "Po przeniesieniu wyboru kalkulator wpisze w\u{a0}miejsce Twoich połaci te, na których są panele, \
                    z\u{a0}ich nachyleniem i\u{a0}kierunkiem.",
    planes_cut: "Po przeniesieniu wyboru kalkulator wpisze w\u{a0}miejsce Twoich połaci powierzchnie pod samymi panelami, \
                 z\u{a0}ich nachyleniem i\u{a0}kierunkiem.",
    cannot_take: "Tego ułożenia nie da się zapisać w\u{a0}polach kalkulatora, więc nie można go przenieść.",
    take: |kwp, battery, group| format!("Weź ten wybór: {kwp}, {battery}, {group}"),
    take_group: |group| format!("Weź ten wybór: bez instalacji, {group}"),

    one_year: "Liczymy jeden rok pogody i\u{a0}zwyczajów. Inne lata przesuną wynik.",
    not_checked: "Magazyn nie śledzi tu cen i\u{a0}nie ładuje się z\u{a0}sieci. Nie sprawdzamy falownika, faz ani mocy przyłączeniowej.",
    same_hours: "Zużycie zostaje w\u{a0}tych samych godzinach w\u{a0}każdej grupie. Kto przesunie je na tańsze godziny, zyska więcej.",
    racks_cost: "Panele na stojakach liczymy w\u{a0}cenie zwykłych, bez obciążenia i\u{a0}przejść, a\u{a0}cień jednego rzędu na drugi \
                 pomijamy. Wynik stojaków jest więc trochę za dobry.",
    groups_left_out: |groups| format!("Pomijamy {groups}, bo w\u{a0}naszych tabelach brakuje stawek."),
    every_nth: |step| format!("Na tak dużym dachu porównujemy co {step}. liczbę paneli."),

    chart_title: "Ile autonomii za jaki koszt",
    chart_summary: |[least, most, from, to]| {
        format!("Wybory, których nic nie przebija: od {from} autonomii za {least} do {to} za {most} brutto.")
    },
    chart_legend: "Autonomia: zużycie niekupione z\u{a0}sieci",
    chart_column: |cost| format!("Koszt {cost} brutto"),
    chart_reading: |[plan, autonomy, value, years]| {
        format!("{plan}; autonomia {autonomy}, NPV z\u{a0}{years} {value} brutto")
    },
    thousands: |number| format!("{number}\u{a0}tys."),
    by_investment: "Najwięcej autonomii za dany koszt",
    by_value: "Najwięcej autonomii przy danym NPV",
    front_columns: [
        "Koszt, brutto",
        "Panele",
        "Magazyn",
        "Grupa",
        "Autonomia",
        "NPV, brutto",
        "Rachunek roczny, brutto",
    ],
    details: "Najlepszy wybór i\u{a0}jemu podobne",
    details_columns: ["Wielkość", "Najlepszy", "Równie dobre", "Bez instalacji"],
    details_rows: [
        "Panele",
        "Magazyn",
        "Grupa taryfowa",
        "Ułożenie paneli",
        "Koszt, brutto",
        "Rachunek roczny, brutto",
        "Oszczędność roczna, brutto",
        "Zwrot kosztu",
        "NPV, brutto",
        "Autonomia",
    ],
    none: "–",
};
