//! What the page for firms draws as it is: sections in order, each in ready words.

use super::{Drawing, Hue, Table};
use serde::{Deserialize, Serialize};

/// A large numeral with its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numeral {
    /// What it is.
    pub label: String,
    /// The number with its unit.
    pub value: String,
    /// What it means, net or gross.
    pub note: String,
}

/// Lines over a common horizontal axis of many points: a load duration curve.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Curves {
    /// The lines, each with its colour and heights at the same places; one with fewer ends earlier.
    pub lines: Vec<(Hue, Vec<f64>)>,
    /// Marks on the horizontal axis: share from the left (0 to 1) and words.
    pub marks: Vec<(f64, String)>,
    /// Horizontal lines across: height and words, such as the contracted power.
    pub levels: Vec<(f64, String)>,
    /// Unit at the vertical axis.
    pub unit: String,
}

/// A field of small coloured cells: a year by day and hour, or a calendar of months and days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carpet {
    /// Number of columns; cells go column by column, from the top down.
    pub columns: usize,
    /// Number of rows.
    pub rows: usize,
    /// Step of the palette of each cell; 255 for a cell that is not there.
    pub cells: Vec<u8>,
    /// What the colours mean.
    pub palette: Palette,
    /// Marks below: column and words.
    pub column_marks: Vec<(usize, String)>,
    /// Marks beside: row and words.
    pub row_marks: Vec<(usize, String)>,
}

/// Colours of a carpet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Palette {
    /// From nothing (step 0) to the greatest (step 15) of one colour.
    Ramp(Hue),
    /// Classes: step 0 stands for none, steps 1 to 4 for classes from the best to the worst.
    Classes,
}

impl Default for Palette {
    fn default() -> Self {
        Self::Ramp(Hue::Import)
    }
}

/// A picture that is no columns, with everything by which it can be read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plate<T> {
    /// Its name.
    pub title: String,
    /// What it shows, in one sentence.
    pub summary: String,
    /// Meaning of the colours: of lines by their colour, of a carpet by the step of its palette.
    pub legend: Vec<(Key, String)>,
    /// The figures at places of the horizontal axis in words, evenly from left to right, or of every cell of a carpet in
    /// its order; read by pointer and keyboard. What stands before a colon names the place.
    pub readings: Vec<String>,
    /// What is drawn.
    pub picture: T,
    /// The same figures as a table.
    pub table: Table,
}

/// A colour of a legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Key {
    /// A colour of the energy language.
    Hue(Hue),
    /// A step of a carpet's palette.
    Step(u8),
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Piece {
    /// Sentences, one paragraph each.
    Words(Vec<String>),
    /// What to be careful about.
    Warnings(Vec<String>),
    /// Large numerals.
    Numerals(Vec<Numeral>),
    /// A table that stands open.
    Open(Table),
    /// A table to be opened.
    Table(Table),
    /// Columns.
    Columns(Drawing),
    /// Curves.
    Curves(Plate<Curves>),
    /// A carpet or calendar.
    Carpet(Plate<Carpet>),
    /// Designs that can be taken over.
    Takes(Vec<FirmTake>),
    /// The hours of a meter as a file to be saved: words of the button, and the meter's place.
    Hours(String, usize),
}

/// A section with its heading.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Identifier, stable between results: `bill`.
    pub id: String,
    /// Heading; empty for the first section, which stands under the title of the page.
    pub title: String,
    /// Whether it is closed at first, to be opened by whoever wants it.
    pub folded: bool,
    /// Its parts in order.
    pub pieces: Vec<Piece>,
}

/// A change of the scenario that a person may take over, with the words of its button.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FirmTake {
    /// Words of the button.
    pub label: String,
    /// The meter's place.
    pub meter: usize,
    /// Rated power of the modules, kWp; none to leave it.
    pub pv_kwp: Option<f64>,
    /// Usable capacity of the battery, kWh; none to leave it.
    pub battery_kwh: Option<f64>,
    /// Contracted power, kW; none to leave it.
    pub contracted_kw: Option<f64>,
}

/// Everything that is shown of a firm.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FirmView {
    /// The answer, sentence by sentence.
    pub headline: Vec<String>,
    /// Large numerals under it.
    pub numerals: Vec<Numeral>,
    /// The same as plain numbers ([`super::plain::Plain::text`]).
    pub plain: String,
    /// What to be careful about.
    pub warnings: Vec<String>,
    /// Sizes of each meter as computed: kWp, kWh; the form shows them where the firm does not choose itself.
    pub sizes: Vec<(f64, f64)>,
    /// Sections in order.
    pub sections: Vec<Section>,
    /// Two pages for the bank, printed alone.
    pub bank: Vec<Section>,
}
