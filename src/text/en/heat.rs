//! English: heating.

use super::words;
use crate::text::catalogue::{FieldWords, heat::HeatWords};

pub const FIELDS: [(&str, FieldWords); 13] = [
    (
        "heating.present",
        words(
            "What heats the home now?",
            "Without an answer heating is not counted. The electricity of heaters or a pump is added to the use you state above.",
        ),
    ),
    ("heating.planned", words("Planned heat pump", "Its electricity is added to the use you state above.")),
    ("heating.area_m2", words("Heated floor area", "")),
    ("heating.age", words("Year of building", "")),
    ("heating.insulation", words("Insulation", "The house as it is today.")),
    ("heating.emitter", words("What gives the heat to the rooms?", "The cooler the water, the thriftier the pump.")),
    ("heating.fuel_amount", words("Use in the last year", "From the bills of the present heating.")),
    ("heating.fuel_price", words("Price of the present fuel, gross", "An empty field means the price of our tables.")),
    ("heating.set_point_c", words("Room temperature", "")),
    ("heating.setback_k", words("How much cooler at night", "From 22 to 6.")),
    ("heating.design_c", words("Deepest frost of the design", "−16 to −24\u{a0}°C by zone of the country.")),
    ("heating.litres_per_person", words("Hot water per person and day", "Usually 35–50\u{a0}l.")),
    ("heating.hot_water", words("Does the same source heat the tap water?", "")),
];

pub const HEAT: HeatWords = HeatWords {
    title: "Heating",
    no_present: "Not said",
    sources: [
        "old coal boiler, fed by hand",
        "coal boiler of class 5",
        "pellet boiler",
        "natural gas, condensing boiler",
        "heating oil",
        "liquefied gas (LPG)",
        "heat from a network",
        "electric heaters",
        "air heat pump",
        "ground heat pump",
    ],
    planned: ["none", "air", "ground"],
    need_by: "How is the heat of the house known?",
    needs: ["From a description of the house", "From last year's fuel"],
    ages: ["before 1966", "1967–1985", "1986–1992", "1993–1997", "1998–2008", "2009–2013", "2014–2020", "from 2021"],
    insulations: ["as it was built", "partly insulated", "walls, roof and windows insulated"],
    emitters: ["floor heating (35\u{a0}°C)", "large radiators (45\u{a0}°C)", "usual radiators (55\u{a0}°C)"],
    more: "More about heating",
    heat: |rooms, water, power| {
        format!(
            "The home needs {rooms} of heat a year for its rooms and {water} for hot water. In the deepest frost it \
             needs {power}."
        )
    },
    electricity: |electricity, performance| {
        format!("That takes {electricity} of electricity. 1\u{a0}kWh of it becomes {performance} of heat on average.")
    },
    performances: |rooms, water| format!("In the rooms: {rooms}, in hot water: {water}."),
    open: "Compare sources of heat",
};
