//! The bill and the capacity charge.

use super::super::words::{BillWords, CapacityWords};

pub(super) const BILL: BillWords = BillWords {
    title: "The bill before and after",
    lead: "All amounts are net of VAT, for a year. A firm usually deducts VAT.",
    settled: "A year whose deposit has had the year before to fill.",
    caption: "Bill of a year (zł net)",
    columns: ["Line", "Now", "With the plant", "Difference"],
    lines: [
        "Energy",
        "Excise",
        "Seller's monthly fee",
        "Network charge per kWh",
        "Quality charge",
        "Renewables levy (OZE)",
        "Cogeneration levy",
        "Fixed network charge (by contracted power)",
        "Subscription",
        "Capacity charge (opłata mocowa)",
        "Charge above the contracted power",
    ],
    total: "Total of the invoices",
    deposit: "Paid from the deposit and refunded",
    sale: "Revenue from sale",
    cost: "Cost of the year",
    months_title: "Cost of electricity by month",
    months_summary: "Cost of the year: {0} net now and {1} net with the plant; the dearest month now is {2}.",
    months_summary_now: "Cost of the year: {0} net; the dearest month is {2}.",
    before: "Now",
    after: "With the plant",
    month_reading: "{0}: now {1} net, with the plant {2} net",
    month_reading_now: "{0}: {1} net",
    months_columns: [
        "Month",
        "Now, zł net",
        "With the plant, zł net",
        "Difference, zł net",
        "Intake now, kWh",
        "Intake with the plant, kWh",
    ],
};

pub(super) const CAPACITY: CapacityWords = CapacityWords {
    title: "What your shape costs you: the capacity charge (opłata mocowa)",
    lead: "On every working day the mean intake of selected hours (7 to 22 in 2026) is compared with that of the other hours of the \
           same day. The flatter the day, the better its class: K1 pays the smallest part of the rate, K4 all of it.",
    flat: "The class changes for the whole day at once, so a little more intake at night can lower the charge, and modules, which lower \
           the intake by day, can better the class.",
    costs: "Capacity charge: {0} a year now, {1} with the plant.",
    cost_now: "Capacity charge: {0} a year.",
    small: "At low voltage with a contracted power of up to 16 kW the charge is paid in full on every working day (until the end of \
            2027), whatever its shape.",
    caption: "Working days and charge by class, a year",
    columns: ["Class", "Days now", "Days with the plant", "Charge now, zł net", "Charge with the plant, zł net"],
    classes: ["K1, cheapest", "K2", "K3", "K4, full rate"],
    total: "Total",
    months: "Classes by month",
    months_columns: ["Month", "K1 days", "K2 days", "K3 days", "K4 days", "Now, zł net", "With the plant, zł net"],
    change: "{0} → {1}",
    calendar_now: "Calendar of classes",
    calendar_before: "Calendar of classes now",
    calendar_after: "Calendar of classes with the plant",
    calendar_summary: "Working days of class K1: {0}, K2: {1}, K3: {2}, K4: {3}.",
    free: "day off, no charge",
    day_free: "{0}: day off, no capacity charge",
    day_reading: "{0}: class {1}, deviation {2}, intake of the selected hours {3}, charge {4} net",
    day_idle: "{0}: class {1}, no intake outside the selected hours, charge {2} net",
    day_of_month: "Day",
};
