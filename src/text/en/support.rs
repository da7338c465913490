//! English: grants, tax relief and VAT.

use crate::text::catalogue::support::SupportWords;

pub const SUPPORT: SupportWords = SupportWords {
    no_programme: "No programme",
    no_deduction: "No deduction",
    gives: |amount| format!("It gives {amount} gross now."),
    saves_tax: |amount| format!("It lowers the income tax by {amount} now (a tax bears no VAT)."),
    checked: |confidence, day| format!("Figures: {confidence}, checked {day}."),
    confirm: "Ask whoever runs the programme before you count on it.",
    open: "Programmes and reliefs we know",
    caption: "Programmes and reliefs",
    name: "Programme",
    covers: "For",
    covered: ["modules", "battery", "modules and battery", "heat pump", "income"],
    conditions: "Conditions",
    one_each: "Choose one programme for one purchase. The tax relief does not count what a grant has paid for. \
               A heat pump is not bought in this calculation, so its grant is not counted.",
    tax_relief: "Income tax back by the relief, first year",
};
