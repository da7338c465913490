//! What it rests on, what is left out, and the pages for the bank.

use super::super::words::{BankWords, BasisWords};

pub(super) const BASIS: BasisWords = BasisWords {
    title: "What it rests on",
    lead: "Figures of the tables and your own, with source, day of checking and confidence. “Assumption” means: without a solid source, \
           worth replacing by a figure of your own.",
    own: "Your value",
    assumptions: "Assumptions",
    documents: "Documents: tariffs, charges, prices, taxes",
    limits_title: "What is left out, and how we read the law",
    left_out: &[
        "Reactive power is left out: an invoice may have a charge of its own for it.",
        "Trackers, the shade of buildings nearby and losses of a transformer of the firm are left out.",
        "One year of weather and one year of work are looked at. Other years move the result.",
        "Contracted power is one for the whole year, though operators let it differ by month.",
        "A loss for the tax is worth what other income of the same year covers; it is not carried on to later years.",
        "Conditions of connection, de minimis aid and creditworthiness are not checked.",
    ],
    readings_lead: "This is how we read the law; practice may differ:",
    readings: &[
        "The capacity charge counts intake after hourly balancing. Low voltage decides about the limit of 16 kW.",
        "Power above the contracted: the ten largest hourly excesses of the month times the fixed network rate. The paragraph itself was \
         not read (secondary source).",
        "The prosumer deposit pays an amount with VAT while the firm deducts the VAT of the whole invoice, so that a zloty of the deposit \
         counts in full. The practice of tax offices was not checked.",
        "Revenue from sale of energy counts as other income of the firm, as a saving does.",
        "Tax rates and the way of depreciation are dated assumptions: confirm them with an accountant.",
    ],
};

pub(super) const BANK: BankWords = BankWords {
    project: "Summary of the investment",
    estimate: "An estimate for {0}, neither an offer nor advice. All amounts are net of VAT.",
    summary: "The project",
    columns: ["Item", "Value"],
    town: "Place",
    meter: "Meter {0}",
    contract: "group {0}, contracted power {1}, use {2} a year",
    yields: "Generation in a year",
    price_pv: "Price of modules, installed, net",
    price_battery: "Price of batteries, net",
    grant: "Grant",
    investment: "Investment less grant, net",
    funding: "Funding",
    funding_own: "own money",
    months: ("month", "months", "months"),
    funding_loan: "loan: {0} of the investment, {1} a year, {2}, grace {3}",
    funding_lease: "operating lease: initial payment {0}, purchase {1}, {2} a year, {3}",
    tax: "Income tax",
    tax_forms: ["CIT", "CIT of a small taxpayer", "flat PIT", "PIT by the scale", "not counted"],
    figures: "Result",
    least_coverage: "Least DSCR",
    bill: "Cost of electricity in a year (zł net)",
    assumptions: "Main assumptions",
    assumptions_columns: ["Assumption", "Value", "Source and day"],
    cash: "Cash flow and debt service",
    cash_columns: [
        "Year",
        "Investment less loan",
        "Saved, earned, sold for at the end",
        "Upkeep and replacements",
        "Debt service",
        "Tax",
        "The firm's money",
        "Sum from the start",
        "DSCR",
    ],
    cash_lead: "Amounts in zł net, in money of each year. DSCR: (saving − upkeep − tax) ÷ debt service.",
};
