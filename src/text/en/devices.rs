//! English: habits, car and devices.

use crate::text::catalogue::devices::Devices;

pub const DEVICES: Devices = Devices {
    title: "Car and devices",
    lead: "Say here what can wait for the sun or for cheaper hours.",
    dwellings: ["House", "Flat"],
    mostly: [
        "The usual way, as in the average home",
        "In the morning (5:00–10:00)",
        "By day (9:00–16:00)",
        "In the evening (17:00–23:00)",
        "At night (22:00–6:00)",
        "Evenly around the clock",
    ],
    charging: [
        "At once on its return",
        "In the cheapest hours of the tariff",
        "From surplus sun, the rest at night by the morning",
    ],
    boiler: [
        "There is no electric boiler",
        "At once when hot water was used",
        "In the cheapest hours of the tariff",
        "From surplus sun, the rest at night",
    ],
    machines: ["At the usual times", "In the cheapest hours of the tariff", "In the sun, the rest at night"],
    included: ["Add them to the use given above", "They are in the use given above"],
    within_hour: |hourly, physical| {
        format!(
            "The bill counts whole hours: {hourly} of the generation stay at home. Minute by minute it is about \
             {physical}, because a kettle for a moment draws more than the roof gives. The bill does not change by it."
        )
    },
};
