//! What the page draws as it is: words, tables and pictures made ready by the programs beside it.

pub mod firm;
pub mod plain;

use crate::model::inputs::RoofPlane;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A colour of the energy language, or of what stands around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hue {
    /// Text and axes.
    Ink,
    /// Quiet text.
    Muted,
    /// Fine lines.
    Line,
    /// The accent.
    Accent,
    /// Generation.
    Sun,
    /// Used straight from the roof.
    Direct,
    /// Into and out of the battery.
    Battery,
    /// Bought.
    Import,
    /// Fed in.
    Export,
}

/// One bar: what is stacked upwards from the axis, and what downwards, each part not negative.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// Upwards, from the axis on.
    pub up: Vec<(Hue, f64)>,
    /// Downwards, from the axis on.
    pub down: Vec<(Hue, f64)>,
}

/// A line through the middle of every column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Its colour.
    pub hue: Hue,
    /// Its height in each column.
    pub heights: Vec<f64>,
}

/// Bars and lines, column by column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// One bar for each column.
    pub bars: Vec<Bar>,
    /// Lines over the bars.
    pub lines: Vec<Line>,
    /// Short name of each column.
    pub names: Vec<String>,
    /// Unit at the vertical axis.
    pub unit: Cow<'static, str>,
    /// Below the axis stand amounts rather than negative numbers.
    pub amounts_below: bool,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub caption: String,
    /// Headings of the columns.
    pub columns: Vec<String>,
    /// The rows; the first cell of each is its heading.
    pub rows: Vec<Vec<String>>,
}

/// A picture with everything by which it can be read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Drawing {
    /// Its name.
    pub title: String,
    /// What it shows, in one sentence.
    pub summary: String,
    /// Meaning of the colours.
    pub legend: Vec<(Hue, String)>,
    /// Full name of each column.
    pub columns: Vec<String>,
    /// The figures of each column in words.
    pub readings: Vec<String>,
    /// What is drawn.
    pub picture: Picture,
    /// The same figures as a table.
    pub table: Table,
}

/// A design that a person may take over, with the words of its button.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Take {
    /// Words of the button.
    pub label: String,
    /// Rated power of the modules, kWp.
    pub pv_kwp: f64,
    /// Usable capacity of the battery, kWh.
    pub battery_kwh: f64,
    /// Tariff group.
    pub group: String,
    /// The planes in the place of those told; none to keep them.
    pub planes: Vec<RoofPlane>,
}

/// The headline figures beside which a range is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Headline {
    /// Saving of a year.
    Saving,
    /// Years until the savings have paid the investment.
    Payback,
    /// Generation of a year.
    Generation,
    /// Share of the consumption covered by own generation.
    Autonomy,
    /// Share of the generation used at home.
    OwnUse,
    /// Net present value.
    Value,
}

/// Everything that is shown of one study, in the order of its parts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// The answer, sentence by sentence.
    pub facts: Vec<String>,
    /// What to be careful about.
    pub warnings: Vec<String>,
    /// Tables that stand open.
    pub open: Vec<Table>,
    /// The answer as a picture.
    pub drawing: Option<Drawing>,
    /// Further tables, to be opened.
    pub tables: Vec<Table>,
    /// How to read it.
    pub notes: Vec<String>,
    /// What it rests on: a table of words, to be opened.
    pub basis: Option<Table>,
    /// What can be taken over.
    pub takes: Vec<Take>,
    /// Ranges of headline figures, in words.
    pub ranges: Vec<(Headline, String)>,
}
