//! English: what studies found.

use super::bands::{BandsText, SourceWords};

const fn source(short: &'static str, name: &'static str, known: &'static str) -> SourceWords {
    SourceWords { short, name, known }
}

pub const BANDS: BandsText = BandsText {
    span: |low, high| format!("from {low} to {high}"),
    about: |value| format!("about {value}"),
    over: |years| format!("over {years}"),
    saving: |span, median| {
        format!(
            "In 8 of 10 possible futures the saving of a year is {span} gross (with VAT), and in every other one it is \
             above {median} gross."
        )
    },
    below_zero: " A minus means higher bills than without the installation.",
    payback: |span| format!("In 8 of 10 futures the payback time is {span}."),
    never: |horizon| format!("In at least 9 of 10 futures the cost is not paid back within {horizon}."),
    nothing_paid: "You pay nothing at the start, so there is nothing to pay back.",
    value: |horizon, span, pays| {
        format!("The balance of {horizon} in today's value (NPV, gross amounts) is {span} in 8 of 10 futures. {pays}")
    },
    pays: |cases, all| format!("The balance is above zero in {cases} of {all}."),
    pays_never: |all| format!("The balance is above zero in none of the computed cases ({all})."),
    pays_always: |all| format!("The balance is above zero in all computed cases ({all})."),
    narrows: |known, then, now| {
        format!(
            "If one knew {known} exactly, the range of the NPV would be {then} wide instead of {now}, gross. Nothing else \
             narrows it more."
        )
    },
    own_range: " This is a range that you gave: give a narrower one if you can.",
    no_plant: |bill| {
        format!(
            "Without panels and battery there is no saving to weigh. In 8 of 10 possible futures the yearly bill is {bill} \
             gross."
        )
    },
    years_over: ("year", "years", "years"),
    years_within: ("year", "years", "years"),
    cases_in: ("case", "cases", "cases"),
    cases_from: ("possible future", "possible futures", "possible futures"),
    first_look: |cases| {
        format!("This is a first look: the result of {cases}. We are still computing, and the ranges will change.")
    },
    not_contained: [
        "The ranges leave out changes of tariffs, grants and law. Life of inverter and battery, price of a new inverter, \
         ageing of the panels and upkeep are those of the tables.",
        "The use is the same every year. It is uncertain only where you give it as a range.",
        "Future prices are scenarios and no forecast. Prices of the first year are taken as known.",
        "The error of the computed generation comes from a study of a large plant in Canada. Shade of trees and chimneys \
         is not in it.",
    ],
    title: "What the value depends on (NPV, gross)",
    summary: |middle, name, span| {
        format!(
            "The axis is the NPV with everything at its middle: {middle} gross. Each bar changes one source alone. The widest: {name}, \
             {span} gross."
        )
    },
    better: "what the NPV gains in a good case (P90)",
    worse: "what the NPV loses in a bad case (P10)",
    reading: |name, span, known| {
        format!(
            "{name}: NPV {span}. If this were known exactly, the range of the NPV would be {known} wide. Gross amounts."
        )
    },
    value_caption: |middle, width| {
        format!("NPV, gross: each source alone. In the middle {middle}; the range of all together is {width} wide")
    },
    saving_caption: |middle, width| {
        format!(
            "Saving of a year, gross: each source alone. In the middle {middle}; the range of all together is {width} wide"
        )
    },
    source_columns: ["Source", "P10, gross", "P90, gross", "Width of the range if it were known, gross"],
    figures_caption: "The range of every figure",
    figures_columns: ["Figure", "P10: less in 1 of 10 futures", "P50: less in half of them", "P90: less in 9 of 10"],
    figures: [
        "Generation per year",
        "Use per year",
        "Generation used at home, per year",
        "Bought from the grid, per year",
        "Fed into the grid, per year",
        "Own use (share of the generation)",
        "Autonomy (share of your use)",
        "Own use, moment by moment",
        "Autonomy, moment by moment",
        "Less CO₂ per year",
        "Yearly bill without the installation, gross",
        "Yearly bill with the installation, gross",
        "Saving per year, gross",
        "Your cost at the start, gross",
        "Net present value (NPV), of gross amounts",
        "Payback",
        "Payback with discounting",
        "Rate of return (IRR), real",
        "Cost of 1\u{a0}kWh from the roof, gross",
    ],
    none: "none",
    weather: source("Weather", "Weather of the year", "the weather"),
    habits: source("Habits", "Habits at home", "the habits at home"),
    model: source("Panels", "Accuracy of the computed generation", "the generation of the panels"),
    prices: source("Prices", "Future electricity prices", "the future prices of electricity"),
    ranges: [
        source("Use", "Yearly use (your range)", "the yearly use"),
        source("Bill", "Average bill (your range)", "the average bill"),
        source("PV cost", "Price of the panels (your range)", "the price of the panels"),
        source("Battery", "Price of the battery (your range)", "the price of the battery"),
        source("Rate", "Discount rate (your range)", "the discount rate"),
        source("Import", "Growth of the grid price (your range)", "the growth of the grid price"),
        source("Export", "Growth of the price of exports (your range)", "the growth of the price of exports"),
    ],
};
