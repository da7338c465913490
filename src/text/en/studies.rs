//! English: the words around studies.

use crate::text::catalogue::studies::{RangeWords, SearchWords};

pub const RANGES: RangeWords = RangeWords {
    title: "How far can these figures be trusted?",
    lead: "Every result is computed again for many possible years: with other weather, other habits, other prices, and \
           with the error that such calculations have.",
    under: "From–to: so it is in 8 of 10 possible futures.",
    unsure: "I do not know one of the numbers exactly",
    unsure_hint: "Please fill in both ends; without them the value of the form counts.",
    careful: "Good to know",
    fetch: "Fetch and compute (about 300\u{a0}kB)",
    low: |name| format!("{name}: from"),
    high: |name| format!("{name}: to"),
};

pub const SEARCH: SearchWords = SearchWords {
    title: "The best choice of all",
    lead: "Every number of modules is compared with every battery, in every tariff group and in every layout on the roof.",
    objective: "What should be best?",
    objectives: [
        "The highest gain over all years",
        "The shortest payback",
        "Autonomy of at least",
        "Cost at the start of at most",
        "The lowest bill",
    ],
    share: "Autonomy",
    amount: "Cost at the start, with VAT",
};
