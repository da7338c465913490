//! Polish: heating.

use super::words;
use crate::text::catalogue::{FieldWords, heat::HeatWords};

pub const FIELDS: [(&str, FieldWords); 13] = [
    (
        "heating.present",
        words(
            "Co ogrzewa dom teraz?",
            "Bez odpowiedzi nie liczymy ogrzewania. Prąd grzejników lub pompy doliczymy do zużycia, które podajesz wyżej.",
        ),
    ),
    ("heating.planned", words("Planowana pompa ciepła", "Jej prąd doliczymy do zużycia, które podajesz wyżej.")),
    ("heating.area_m2", words("Ogrzewana powierzchnia domu", "")),
    ("heating.age", words("Rok budowy", "")),
    ("heating.insulation", words("Ocieplenie", "Stan domu dzisiaj.")),
    ("heating.emitter", words("Co oddaje ciepło w\u{a0}pokojach?", "Im chłodniejsza woda, tym oszczędniejsza pompa.")),
    ("heating.fuel_amount", words("Zużycie w\u{a0}ostatnim roku", "Z rachunków za obecne ogrzewanie.")),
    ("heating.fuel_price", words("Cena obecnego paliwa, brutto", "Puste pole oznacza cenę z\u{a0}naszych tabel.")),
    ("heating.set_point_c", words("Temperatura w\u{a0}pokojach", "")),
    ("heating.setback_k", words("O ile chłodniej w\u{a0}nocy", "Od 22 do 6.")),
    ("heating.design_c", words("Największy mróz w\u{a0}projekcie", "Od −16 do −24\u{a0}°C zależnie od strefy kraju.")),
    ("heating.litres_per_person", words("Ciepła woda na osobę w\u{a0}ciągu dnia", "Zwykle 35–50\u{a0}l.")),
    ("heating.hot_water", words("Czy to samo źródło grzeje wodę w\u{a0}kranach?", "")),
];

pub const HEAT: HeatWords = HeatWords {
    title: "Ogrzewanie",
    no_present: "Nie podaję",
    sources: [
        "stary kocioł węglowy, zasypowy",
        "kocioł węglowy klasy 5",
        "kocioł na pellet",
        "gaz ziemny, kocioł kondensacyjny",
        "olej opałowy",
        "gaz płynny (LPG)",
        "ciepło z sieci",
        "grzejniki elektryczne",
        "pompa ciepła powietrzna",
        "pompa ciepła gruntowa",
    ],
    planned: ["żadna", "powietrzna", "gruntowa"],
    need_by: "Skąd wiadomo, ile ciepła potrzebuje dom?",
    needs: ["Z opisu domu", "Z ubiegłorocznego zużycia paliwa"],
    ages: ["przed 1966", "1967–1985", "1986–1992", "1993–1997", "1998–2008", "2009–2013", "2014–2020", "od 2021"],
    insulations: ["jak przy budowie", "częściowo ocieplony", "ocieplone ściany, dach i\u{a0}okna"],
    emitters: ["podłogówka (35\u{a0}°C)", "duże grzejniki (45\u{a0}°C)", "zwykłe grzejniki (55\u{a0}°C)"],
    more: "Dokładniej o\u{a0}ogrzewaniu",
    heat: |rooms, water, power| {
        format!(
            "Dom potrzebuje w roku {rooms} ciepła do ogrzania pokoi i {water} na ciepłą wodę. W największy mróz \
             potrzebuje mocy {power}."
        )
    },
    electricity: |electricity, performance| {
        format!("Zużyje na to {electricity} prądu. Z 1\u{a0}kWh prądu powstaje średnio {performance} ciepła.")
    },
    performances: |rooms, water| format!("W pokojach: {rooms}, w ciepłej wodzie: {water}."),
    open: "Porównaj źródła ciepła",
};
