//! Energy, and what is fed in.

use super::super::words::{EnergyWords, ExportWords};

pub(super) const ENERGY: EnergyWords = EnergyWords {
    title: "Energy",
    lead: "The firm uses {0} a year and generates {1}. {2} of the generation stays on site, {3} of the use is own energy.",
    months_title: "Where the energy comes from, by month",
    months_summary: "Most is generated in {0} ({1}), most is taken from the grid in {2} ({3}).",
    direct: "straight from the plant",
    battery: "from the battery",
    import: "from the grid",
    export: "to the grid",
    columns: [
        "Month",
        "Generation, kWh",
        "Use, kWh",
        "Straight from the plant, kWh",
        "Into the battery, kWh",
        "From the battery, kWh",
        "From the grid, kWh",
        "To the grid, kWh",
    ],
    reading: "{0}: use {1}, generation {2}, straight from the plant {3}, from the battery {4}, from the grid {5}, to the grid {6}",
    ladder_caption: "From the light of the sky to the meter",
    ladder_columns: ["Step", "Change, kWh", "Left, kWh"],
    rows_shading: "Rows shading each other",
    surfaces_caption: "Surfaces",
    surfaces_columns: ["Surface", "Fits, kWp", "Placed, kWp", "Yield, kWh of 1 kWp", "Slope and direction"],
    surface_kinds: ["roof", "rows", "carport"],
};

pub(super) const EXPORT: ExportWords = ExportWords {
    title: "Energy fed into the grid",
    nothing: "Nothing is fed into the grid.",
    prosumer: "The firm is a prosumer: energy fed in is credited to the prosumer deposit (depozyt prosumencki) at market prices (RCE or \
               RCEm), negative prices as zero. The deposit pays for energy on invoices with VAT. What is not used within 12 months is \
               lost but for a refund of a part.",
    deposit_of: "In a year {0} comes into the deposit, {1} is paid from it, {2} refunded, {3} lost (amounts of the deposit are gross).",
    producer: "The firm is a producer: it sells its surplus hour by hour at the market price (RCE) less the margin of the buyer.",
    sold: "In a year it sells {0} for {1} net and holds back {2} (negative prices and the export limit).",
    deposit_caption: "Prosumer deposit",
    deposit_columns: [
        "Month",
        "Value of energy fed in, zł net",
        "Credited, zł gross",
        "Paid, zł gross",
        "Refunded, zł gross",
        "Lost, zł gross",
        "Left at the end, zł gross",
    ],
    sale_caption: "Sale",
    sale_columns: ["Month", "Sold, kWh", "Held back, kWh", "Revenue, zł net"],
    sale_title: "Revenue from sale by month",
    sale_summary: "Revenue of the year is {0} net.",
    sale_legend: "revenue, net",
    sale_reading: "{0}: sold {1}, held back {2}, revenue {3} net",
};
