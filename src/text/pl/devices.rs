//! Polish: habits, car and devices.

use crate::text::catalogue::devices::Devices;

pub const DEVICES: Devices = Devices {
    title: "Samochód i urządzenia",
    lead: "Tu powiesz, co może poczekać na słońce albo na tańsze godziny.",
    dwellings: ["Dom", "Mieszkanie"],
    mostly: [
        "Zwyczajnie, jak w przeciętnym domu",
        "Rano (5:00–10:00)",
        "W dzień (9:00–16:00)",
        "Wieczorem (17:00–23:00)",
        "W nocy (22:00–6:00)",
        "Równo przez całą dobę",
    ],
    charging: ["Od razu po powrocie", "W najtańszych godzinach taryfy", "Z nadwyżki słońca, reszta w nocy do rana"],
    boiler: [
        "Nie ma bojlera elektrycznego",
        "Od razu, gdy ubędzie ciepłej wody",
        "W najtańszych godzinach taryfy",
        "Z nadwyżki słońca, reszta w nocy",
    ],
    machines: ["O zwykłych porach", "W najtańszych godzinach taryfy", "W słońcu, reszta w nocy"],
    included: ["Dolicz je do zużycia podanego wyżej", "Są już w zużyciu podanym wyżej"],
    within_hour: |hourly, physical| {
        format!(
            "Rachunek liczy całe godziny: w\u{a0}domu zostaje {hourly} produkcji. Minuta po minucie to około \
             {physical}, bo czajnik przez chwilę bierze więcej, niż daje dach. Na rachunek to nie wpływa."
        )
    },
};
