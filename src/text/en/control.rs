//! English: the three ways to run a battery.

use crate::text::catalogue::control::ControlWords;

pub const CONTROL: ControlWords = ControlWords {
    title: "Does a smarter battery change anything?",
    lead: "All results on this page are for a plain battery: a surplus charges it, a deficit empties it. Here it stands \
           beside a controller that knows tomorrow's prices, and beside full knowledge of the whole year, which nobody \
           has: at hourly prices no one can do better.",
    open: "Compare the ways",
    question: "May the battery charge from the grid?",
    hint: "In cheap hours. Feeding the grid from the battery is not allowed here.",
};
