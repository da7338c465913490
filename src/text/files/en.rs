//! English: files of meters and prices.

use super::FileText;

pub const FILES: FileText = FileText {
    formats: [
        "TAURON eLicznik",
        "ENEA eBOK",
        "Energa Mój Licznik (JSON)",
        "A row a day with 24 hours (co-operative)",
        "A row a day with 24 hours",
        "A row an hour",
        "RCE prices of PSE",
    ],
    whys: [
        "too few columns",
        "no date and hour",
        "the day has no such hour",
        "no value",
        "the value is no number",
        "the value is below zero",
        "the value is too large",
        "unknown kind",
    ],
    units_kwh: ["kWh", "Wh", "MWh", "kW (mean power)"],
    units_price: ["PLN/MWh", "PLN/kWh"],
    marks: ["start of the hour (the first is 0:00)", "end of the hour (the first is 1:00)"],
    roles: [
        "not needed",
        "date, with the hour or without",
        "date and hour in UTC",
        "hour",
        "kind of energy",
        "status of the reading",
        "value",
        "taken from the grid",
        "fed into the grid",
        "taken, after balancing",
        "fed in, after balancing",
        "balance: taken minus fed in",
        "price",
    ],
    flows: ["taken from the grid", "fed into the grid"],
    empty: "The file is empty. Download it from the portal once more.",
    too_large: "The file is too large: we read 64 MB at most. Download a shorter period, a year for example.",
    too_long: "The file is too long: we read 600,000 lines at most. Download a shorter period, a year for example.",
    not_text: "This is not a text file. Save a spreadsheet as CSV; unpack a ZIP archive and choose the file inside.",
    no_rows: "We found no lines with a date and a value. Download hourly data as CSV from the portal (not invoices or daily \
              sums).",
    no_rows_price: "We found no complete day. Hourly or 15-minute data are needed.",
    no_import: "The file has no energy taken from the grid. Add the file that has it; you may choose several at once.",
    too_short: |days, needed| {
        format!("There are {days} with all hours, and at least {needed} are needed. Download a longer period.")
    },
    days: ("day", "days", "days"),
    hours: ("hour", "hours", "hours"),
    rows: ("line", "lines", "lines"),
    values: ("value", "values", "values"),
    file: |format, rows| format!("{format}, read: {rows}."),
    span: |first, last| format!("Data from {first} to {last}."),
    sums: |import, export| format!("Taken from the grid: {import}, fed in: {export}."),
    import_sum: |import| format!("Taken from the grid: {import}."),
    balanced: "We count the values after hourly balancing, as the bill does.",
    balanced_raw: |import, export| {
        format!(
            "We count the values after hourly balancing, as the bill does. Before balancing: taken {import}, fed in {export}."
        )
    },
    quarters: |minutes| format!("Values of {minutes} minutes are added up to hours."),
    prices_quarters: |minutes| format!("Prices of {minutes} minutes are averaged to hours."),
    odd_days: |days| format!("Hours put right on the days of the clock change: {days}."),
    overlapping: |hours| format!("The files differ in places ({hours}); the newer file counts."),
    used: |first, last, kwh| format!("The calculation takes the days from {first} to {last}. Use in a year: {kwh}."),
    used_prices: |first, last| format!("The calculation takes the prices from {first} to {last}, net of VAT."),
    negative_prices: |hours| {
        format!("Prices below zero: {hours}. Energy fed in then earns nothing, but costs nothing either.")
    },
    rejected: |rows| format!("Not read: {rows}. The reasons are in the list below."),
    left_out: |rows| format!("Left out as not needed, reactive energy for example: {rows}."),
    filled: |hours| format!("Missing: {hours}. Filled with the mean of the same time of day in neighbouring weeks."),
    missing: |hours| {
        format!("Could not be filled: {hours}. Similar days of another part of the year stand in for these days.")
    },
    no_such_hour: |values| format!("Left out, because the day has no such hour: {values}."),
    repeated: |values| format!("Repeated in the file: {values}. The last one counts."),
    completed: |hours| format!("Incomplete and scaled up: {hours}."),
    estimated: |values| format!("Estimated by the operator: {values}."),
    part_of_year: |days| {
        format!(
            "The data cover {days} of the year. Similar days and seasons stand in for the rest, so the result is less certain."
        )
    },
    part_of_year_prices: |days| {
        format!(
            "The prices cover {days} of the year. Prices of other months stand in for the rest, so the result is less certain."
        )
    },
    unlikely_sum: |kwh, limits| {
        format!(
            "The sum of a year is {kwh}, and we calculate homes within {limits}. Check the unit and the columns below."
        )
    },
    ask_plant: "The meter sees energy fed in, so modules stand already. Give their power, and we work out what the home itself uses.",
    unnetted: |generation, export| {
        format!(
            "Modules of that power make {generation} on these days, of which {export} went into the grid. The rest is use of \
             the home that the meter does not see (an estimate from modelled weather)."
        )
    },
    clipped: |hours, kwh| {
        format!("More was fed in than the model makes: {hours}, {kwh} in all. Own use is zero in these hours.")
    },
    doubtful: "The power of the modules fits the meter only roughly. Check it and the direction of the roof.",
    implausible: "With this power and this roof so much cannot be fed in. Check the power of the modules, slope and direction.",
    months_caption: "What the file holds, month by month",
    months_columns: ["Month", "Hours", "Taken, kWh", "Fed in, kWh"],
    rejected_caption: "Lines that we could not read (at most 20 of each file)",
    rejected_columns: ["Line", "Text", "Reason"],
    file_number: |number| format!("File {number}: "),
    mark_label: "The hour in the file is the",
    unit_label: "Unit",
    flow_label: "Energy in the file",
    column_label: |name| format!("Column “{name}”"),
};
