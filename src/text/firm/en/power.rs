//! Contracted power, the course of the intake, and the hours as a file.

use super::super::words::{HoursWords, LoadWords, PowerWords};

pub(super) const POWER: PowerWords = PowerWords {
    title: "Contracted power (moc umowna)",
    lead: "Each kilowatt of contracted power is paid for every month. Intake above it bears a charge of its own: the largest \
           quarter-hours of the month count.",
    now: "Contracted power as told: {0}.",
    peaks: "Greatest intake of the year: {0} now, {1} with the plant.",
    peak_now: "Greatest intake of the year: {0}.",
    cheapest: "The cheapest contracted power is {0}: charges that depend on it fall from {1} to {2} a year.",
    cheapest_same: "The contracted power as told is the cheapest: charges that depend on it are {0} a year.",
    no_choice: "There is nothing to choose in this group: the contracted power cannot go below the greatest intake.",
    fused: "The greatest intake ({0}) is above the contracted power ({1}), yet this group has no charge for it, since a fuse would \
            stop such an intake. Check the use, the contracted power or the group.",
    one_year: "This advice knows one year only. Leave room for other years, new devices and days without sun. The operator (OSD) changes \
               contracted power on application.",
    take: "Enter a contracted power of {0}",
    caption: "Cost of contracted power in a year (zł net)",
    columns: [
        "Choice",
        "Contracted power",
        "Fixed network charge",
        "Excesses",
        "Capacity charge",
        "Total",
        "Months exceeded",
    ],
    rows_now: ["As told", "Cheapest"],
    rows: ["Now, as told", "Now, cheapest", "With the plant, as told", "With the plant, cheapest"],
    chart_title: "Cost of a year by contracted power",
    chart_summary: "Cheapest is {0} ({1} net a year). Less contracted power costs excesses, more of it the fixed charge.",
    before: "Now",
    after: "With the plant",
    reading: "{0}: now {1} net, with the plant {2} net a year",
    reading_one: "{0}: {1} net a year",
    table_columns: ["Contracted power", "Now, zł net", "With the plant, zł net"],
    caps_caption: "Peaks held by the battery",
    caps_columns: ["Month", "Peak now, kW", "Peak with the plant, kW", "Limit of the battery, kW"],
    caps_lead: "The battery cuts peaks as if it knew the whole month ahead. A real controller will do a little worse.",
};

pub(super) const LOAD: LoadWords = LoadWords {
    title: "The course of the intake",
    lead: "The load duration curve sorts the hours of the year from the greatest intake to the least. The map of the year shows every \
           hour of every day.",
    curve_title: "Load duration curve",
    curve_summary: "Greatest intake: {0} now and {1} with the plant. Above the contracted power ({2}): {3} h a year now and {4} h with \
                    the plant.",
    curve_summary_now: "Greatest intake: {0}. Above the contracted power ({1}): {2} h a year.",
    before: "Now",
    after: "With the plant",
    level: "contracted power {0}",
    mark: "{0} h",
    reading: "{0} h a year: intake of at least {1} now, {2} with the plant",
    reading_now: "{0} h a year: intake of at least {1}",
    columns: ["Hours a year", "Share of the year", "Now, kW", "With the plant, kW"],
    carpet_now: "Map of the year: intake from the grid",
    carpet_before: "Map of the year: intake from the grid now",
    carpet_after: "Map of the year: intake from the grid with the plant",
    carpet_summary: "From left to right January to December, from the top down the hours of the day. Most in one hour: {0}, in the year: {1}.",
    carpet_least: "no intake",
    carpet_most: "{0} in an hour",
    carpet_reading: "{0}: {1} in the day, at most {2} in the hour from {3}:00",
    carpet_columns: ["Month", "Intake in the modelled year, kWh", "Most in an hour, kWh"],
};

pub(super) const HOURS: HoursWords = HoursWords {
    title: "The hours of the year as a file",
    lead: "A CSV file of every hour: use, generation, battery, export, peaks, class of the day, zone and market price (RCE). Any spreadsheet \
           opens it.",
    button: "Save the hours: meter {0}",
    file: "autonomia-firm-meter-{0}-{1}.csv",
    columns: [
        "Start of the hour (Polish time)",
        "Start of the hour (UTC)",
        "Use (kWh)",
        "Generation (kWh)",
        "Into the battery (kWh)",
        "From the battery (kWh)",
        "Intake from the grid (kWh)",
        "Export to the grid (kWh)",
        "In the battery at the end (kWh)",
        "Greatest quarter-hour now (kW)",
        "Greatest quarter-hour with the plant (kW)",
        "Class of the day with the plant",
        "Zone of the tariff",
        "RCE (zł/MWh net)",
    ],
};
