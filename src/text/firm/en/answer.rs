//! The answer, wishes and meters.

use super::super::words::{AnswerWords, WishWords};

pub(super) const ANSWER: AnswerWords = AnswerWords {
    net: "{0} net",
    none: "–",
    years: ("year", "years", "years"),
    years_after: ("year", "years", "years"),
    meter: "Meter {0}",
    of_meter: "meter {0}: {1}",
    plant: "a plant of {0}",
    battery: "a battery of {0} with {1}",
    and: " and ",
    nothing: "no plant",
    best: "Of all choices compared this is worth most: {0}.",
    told: "We judge this choice: {0}.",
    buy_nothing: "Do not buy for now: none of the plants compared is worth more than it costs.",
    nothing_because: "With the prices, tax and discount rate given, what is gained in the time looked at ({0}) would not cover price, \
                      upkeep and the cost of money. The cost of electricity stays as it is: {1} a year.",
    nothing_fits: "No modules fit on the surfaces given. Give larger surfaces, or a battery alone.",
    nothing_told: "Neither modules nor a battery are chosen. The cost of electricity stays as it is: {0} a year.",
    saves: "The cost of electricity falls from {0} to {1} a year, by {2}.",
    costs_more: "The cost of electricity rises from {0} to {1} a year, by {2}.",
    worth: "Over {0} the present value (NPV) of the firm's own money, {4}, is {1}, the internal rate of return (IRR) {2}, \
            paid back after: {3}.",
    not_worth: "Do not buy this: what is gained over {0} does not cover price, upkeep, tax and the cost of money. The present \
                value (NPV) for the firm is {1}.",
    tax: ["without income tax", "after tax"],
    untaxed: "No income tax is counted, since none was given.",
    alone: ["The plant alone, without the loan: {0}.", "The plant alone, without the lease: {0}."],
    alone_figures: "NPV {0}, IRR {1}, paid back after: {2}",
    never: "not in this time",
    cost: "Cost of electricity a year",
    cost_note: "net, without a plant",
    saving: "Saved in a year",
    saving_note: "net, in prices of the modelled year",
    investment: "Investment",
    investment_note: "net, no grant",
    investment_grant: "net, after a grant of {0}",
    own_money: "; {0} net of own money at the start",
    payback: "Payback",
    payback_own: "of the firm's own money, {1}",
    payback_alone: "of the firm's own money, {1}; of the plant alone: {0}",
    value: "NPV",
    value_note: "present value, net of VAT, {1}; over {0}",
    rate: "IRR",
    rate_own: "rate of return a year, {1}",
    rate_alone: "rate of return a year, {1}; of the plant alone: {0}",
    own_use: "Own use",
    own_use_note: "share of the generation used on site",
    autonomy: "Autonomy",
    autonomy_note: "share of the use not bought from the grid",
    co2: "Less CO₂",
    co2_note: "a year, by the emissions of grid electricity",
    quarters: "{0}: the power of quarter-hours is not known, so the mean of the hour stands for it. That is too low: real peaks, \
               excesses and the cheapest contracted power are higher.",
    weak: "Some prices and rates are assumptions without a solid source ({0}). They are listed with their dates at the end of the page; \
           where you can, give the figures of your bill or offer.",
    coverage: "Debt service coverage (DSCR) falls to {0}. Below 1 the savings of that year after tax do not cover the payments and \
               the firm adds other money.",
    meters_title: "Meters",
    meters_lead: "Each meter is billed by itself: energy of one does not lower the bill of another. Amounts are net of VAT.",
    meters_caption: "Meters side by side",
    meters_columns: [
        "Meter",
        "Modules",
        "Battery",
        "Use",
        "Generation",
        "Cost now, net",
        "Cost with the plant, net",
        "Difference, net",
    ],
    total: "Total",
};

pub(super) const WISHES: WishWords = WishWords {
    title: "Your wishes",
    met: [
        "Intake of at most {0}: met, the greatest intake is {1}.",
        "Autonomy of at least {0}: met, it is {1}.",
        "Spending of at most {0} net: met, it is {1} net.",
    ],
    missed: [
        "Intake of at most {0}: not met, the greatest intake is {1}. The lowest that can be reached: {2}.",
        "Autonomy of at least {0}: not met, it is {1}. The highest that can be reached: {2}.",
        "Spending of at most {0} net: not met, it is {1} net. The least possible: {2} net.",
    ],
    size: "The plant is too small. This is enough: modules {0} and a battery {1}.",
    smaller: "A smaller plant will do: modules {0} and a battery {1}.",
    too_dear: "Spending of at most {0} net: not met, it is {1} net. Choose a smaller plant.",
    capacity: "The capacity of the battery is the limit: {0} is needed.",
    power: "The power of the battery is the limit: {0} is needed.",
    battery_use: "The battery would do if it kept peaks low and charged from the grid where needed. Change what it is for, in the data of \
                  the meter.",
    area: "The surfaces are the limit: {0} fits on them.",
    seasons: "Night and winter are the limit: there is no sun then, and no battery carries energy over from summer. Neither a larger \
              surface nor a larger battery of those we look at helps.",
    budget: "The budget is the limit: at least {0} net is needed.",
    closest: "The result shown is the closest to the wishes.",
    take: "Enter: modules {0}, battery {1}",
};
