//! English.

use crate::error::Fault;
use crate::pack::What;
use crate::text::Lang;

/// What is wrong, and what to do about it.
pub(super) fn say(what: &What) -> (String, String) {
    let (what, mend) = match what {
        What::Row(fault) => return row(fault),
        What::NoManifest => (
            "The file pakiet.json, the list of what is in the pack, is missing.".to_owned(),
            "Make it as part 2 of the guide says. The name must be exactly this, in small letters.".to_owned(),
        ),
        What::NotJson => (
            "This file cannot be read: the JSON breaks off here.".to_owned(),
            "Look at the commas between lines (none after the last), the quotation marks \" and the brackets."
                .to_owned(),
        ),
        What::Member(known) => (
            "A pack has no such member.".to_owned(),
            format!("Remove it or mend its name. Those known: {}.", known.join(", ")),
        ),
        What::Kind(kind) => kinds(kind),
        What::TooLong(most) => (format!("The text is too long, at most {most} characters."), "Shorten it.".to_owned()),
        What::TooLarge(most) => (
            format!("The file is too large, at most {} kB.", most / 1000),
            "Leave only the rows that change something in your town.".to_owned(),
        ),
        What::TooMany(most) => (format!("Too many tables, at most {most}."), "Name each table once.".to_owned()),
        What::NoTable(known) => (
            "The list names a file that is no table of the calculator.".to_owned(),
            format!("Keep only names out of: {}.", known.join(", ")),
        ),
        What::Twice => ("The same table is listed twice.".to_owned(), "Keep one of them.".to_owned()),
        What::Missing => (
            "The file is listed in pakiet.json, but is not in the folder.".to_owned(),
            "Add the file or take it off the list. Capital and small letters differ.".to_owned(),
        ),
        What::Unlisted => (
            "The file is in the folder, but not listed in pakiet.json. It changes nothing.".to_owned(),
            "Add it to \"tables\" or take it out of the folder.".to_owned(),
        ),
        What::NoTown(towns) => {
            ("No table knows this town.".to_owned(), format!("Write a key of the column id: {}.", towns.join(", ")))
        }
    };
    (what, mend)
}

fn row(fault: &Fault) -> (String, String) {
    match fault {
        Fault::Header(columns) => (
            "The first line does not have the columns of this table.".to_owned(),
            format!("Write exactly these columns, in this order: {}.", columns.join(",")),
        ),
        Fault::Cells => (
            "The row has not as many cells as the header, or a quotation mark is not closed.".to_owned(),
            "Count the commas (or semicolons). Put text with a comma into quotation marks \"…\".".to_owned(),
        ),
        Fault::Unreadable { text, wanted } => {
            let (noun, mend) = wants(wanted);
            (format!("'{text}' is no {noun}."), mend.to_owned())
        }
        Fault::Unknown { name, known } => {
            (format!("The name '{name}' is not known."), format!("Write one of: {}.", known.join(", ")))
        }
        Fault::Limits(min, max) => (
            "The number lies outside its limits.".to_owned(),
            format!("Write {} to {}.", Lang::En.amount(*min), Lang::En.amount(*max)),
        ),
        Fault::Rule(rule) => rules(rule),
        Fault::Repeated => (
            "A second row about the same, from the same day.".to_owned(),
            "Remove one of them or change the day in valid_from.".to_owned(),
        ),
        Fault::Untiled { windows, month, weekday, hour } => (
            format!(
                "Zones of this group: {windows} instead of one (month {month}, day of the week {weekday}, hour {hour})."
            ),
            "The hours of the zones must cover the whole day, each moment once. Give all rows of the group.".to_owned(),
        ),
    }
}

fn wants(wanted: &str) -> (&'static str, &'static str) {
    match wanted {
        "number" => ("number", "Write a number without spaces or unit, such as 0.6189 or 0,6189."),
        "whole" => (
            "whole number within limits",
            "Write a whole number, such as 12, or leave the cell empty where the table allows it.",
        ),
        "day" => {
            ("day", "Write a day like this: 2026-01-31. Let the column be of the format \"text\" in the spreadsheet.")
        }
        "month_day" => ("month and day", "Write them like this: 12-24."),
        "months" => ("run of months", "Write it like this: 4-9 or 10-3."),
        "clock" => ("time", "Write it from 00:00 to 24:00, such as 06:00."),
        _ => ("value of this column", "Compare with rows of the built-in table."),
    }
}

fn rules(rule: &str) -> (String, String) {
    let (what, mend) = match rule {
        "unit" => ("This figure has another unit.", "Write the unit of the built-in row of the same figure."),
        "per_kwh" => (
            "The unit does not go with the component.",
            "energy and network_variable are priced per kWh (…_per_kwh), the others per month (…_per_month).",
        ),
        "valid_to" => ("The end is before the beginning.", "Mend valid_to or leave it empty."),
        "not_below_0" => ("The number is below 0, or a share above 100.", "Write a number from 0, a share up to 100."),
        "income" => {
            ("covers and kind do not go together.", "Write income with tax_rate, and something else otherwise.")
        }
        "fuel" => (
            "The numbers of this fuel do not go together.",
            "Energy above 0, charges and carbon from 0, the price within low and high.",
        ),
        "heat_source" => {
            ("The numbers of this device lie outside their limits.", "Efficiency from 0.2 to 1.1, emissions from 0.")
        }
        "day_off" => ("Both days are given, or none.", "Fill in either month_day or easter_offset_days."),
        "market_hour" => (
            "Hour and kind of day do not go with the price.",
            "With RCE: hour 0 to 23, and workday or free. With RCEm leave both cells empty.",
        ),
        "network_zone" => {
            ("The zone does not go with the component.", "network_variable has a zone, the others have none.")
        }
        "break_days" => {
            ("The first or the last day is missing.", "Fill in first_day and last_day, such as 12-23 and 01-06.")
        }
        _ => ("The cells of this row do not go together.", "Compare with the rows of the table in the calculator."),
    };
    (what.to_owned(), mend.to_owned())
}

fn kinds(kind: &str) -> (String, String) {
    let (what, mend) = match kind {
        "text" => ("A text in quotation marks is expected.", "Write, for example, \"Sokołów Podlaski\"."),
        "list" => ("A list of file names is expected.", "Write, for example, [\"towns.csv\", \"sources.csv\"]."),
        "object" => ("Members in braces are expected.", "Write, for example, { \"version\": 1 }."),
        "version" => ("The number of the version is missing or not 1.", "Write \"version\": 1."),
        "colour" => ("This is no colour.", "Write # and six hexadecimal digits, such as \"#0b5394\"."),
        "logo" => (
            "This is no file name of a logo.",
            "The name alone, without folder, accents or spaces, such as \"logo.svg\" (also .png, .webp).",
        ),
        _ => ("This is no address of a page.", "Write an address that begins with https://, without spaces."),
    };
    (what.to_owned(), mend.to_owned())
}
