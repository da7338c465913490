//! Which column holds what: found from the headings and the first rows; a person may change it.

use super::{
    Flow, Format,
    cell::{self, Kind, fold},
    stamp,
};
use serde::{Deserialize, Serialize};

/// Most columns that are looked at.
pub const MOST_COLUMNS: usize = 120;
/// Fewest columns of hours in a row that holds a day.
pub const FEWEST_SLOTS: usize = 23;

/// What a file is dropped in for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Want {
    /// Energy at the meter.
    Meter,
    /// Market prices.
    Prices,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Nothing that is needed.
    Ignore,
    /// Date, with the hour or without.
    Time,
    /// Date and hour in UTC.
    TimeUtc,
    /// The hour, beside a date.
    Hour,
    /// The kind of the row's value.
    Kind,
    /// Whether the value was measured or estimated.
    Status,
    /// The value of the row's kind.
    Value,
    /// A value of one kind.
    Flow(Flow),
    /// One hour of the row's day, in order.
    Slot,
}

/// Whether a stated hour begins or ends the interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// 0:00 is the first hour.
    Start,
    /// 1:00 is the first hour and 24:00, or 0:00 of the next day, the last.
    End,
}

/// What the numbers are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// kWh; of prices zł/MWh.
    Usual,
    /// Wh.
    Wh,
    /// Megawatt hours; of prices zł/kWh.
    Mega,
    /// Mean power, kW.
    Kw,
}

impl Unit {
    /// kWh (of prices zł/MWh) in one unit, for intervals of `step_min` minutes.
    #[must_use]
    pub fn factor(self, step_min: i32) -> f64 {
        match self {
            Self::Usual => 1.0,
            Self::Wh => 0.001,
            Self::Mega => 1000.0,
            Self::Kw => f64::from(step_min) / 60.0,
        }
    }
}

/// How a file is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mapping {
    /// The column of each place.
    pub roles: Vec<Role>,
    /// Which end of the interval the hour names; none to find out.
    pub mark: Option<Mark>,
    /// Unit of the values.
    pub unit: Unit,
    /// What a value counts where no kind is stated.
    pub flow: Flow,
}

impl Mapping {
    /// True where the values have a time and there are values.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let any = |wanted: fn(&Role) -> bool| self.roles.iter().any(wanted);
        any(|role| matches!(role, Role::Time | Role::TimeUtc))
            && any(|role| matches!(role, Role::Value | Role::Flow(_) | Role::Slot))
    }
}

/// One column as its heading and cells show it.
struct Column<'a> {
    name: String,
    cells: Vec<&'a str>,
}

impl Column<'_> {
    /// Share of the filled cells that fit.
    fn share(&self, fits: impl Fn(&str) -> bool) -> f64 {
        let filled = self.cells.iter().filter(|cell| !cell.is_empty()).count();
        let fitting = self.cells.iter().filter(|cell| !cell.is_empty() && fits(cell)).count();
        #[expect(clippy::cast_precision_loss, reason = "a few dozen cells")]
        let share = fitting as f64 / filled.max(1) as f64;
        share
    }

    fn named(&self, parts: &[&str]) -> bool {
        parts.iter().any(|part| self.name.contains(part))
    }

    fn is_serial(&self) -> bool {
        self.named(&["dat", "czas", "time"])
    }

    /// How well the column tells the time: 0 where it does not.
    fn time_rank(&self) -> u8 {
        let serial = self.is_serial();
        if self.share(|cell| stamp::date(cell, serial).is_some()) < 0.6 || self.named(&["publ"]) {
            return 0;
        }
        let with_hour = self.share(|cell| stamp::date(cell, serial).is_some_and(|time| time.minute.is_some())) > 0.5;
        1 + 2 * u8::from(with_hour) + u8::from(with_hour && self.named(&["utc"]))
    }

    fn is_number(&self) -> bool {
        self.share(|cell| cell::number(cell).is_some() && cell.len() < 15) >= 0.5
    }
}

/// The roles of the columns, from the heading and some rows.
pub(super) fn detect(heading: &[&str], rows: &[Vec<&str>], want: Want) -> Mapping {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default().max(heading.len()).min(MOST_COLUMNS);
    let columns: Vec<Column<'_>> = (0..width)
        .map(|place| Column {
            name: heading.get(place).map(|name| fold(name)).unwrap_or_default(),
            cells: rows.iter().filter_map(|row| row.get(place).copied()).collect(),
        })
        .collect();
    let mut roles = vec![Role::Ignore; width];
    let best = columns.iter().map(Column::time_rank).max().unwrap_or_default();
    let time = columns.iter().position(|column| best > 0 && column.time_rank() == best);
    if let Some(time) = time {
        roles[time] = if columns[time].named(&["utc"]) { Role::TimeUtc } else { Role::Time };
    }
    let kinds = columns.iter().position(|column| column.share(|cell| cell::kind(cell) != Kind::Unknown) >= 0.8);
    if let Some(kind) = kinds.filter(|_| want == Want::Meter) {
        roles[kind] = Role::Kind;
    }
    if best <= 1 && slots(&columns, &mut roles) {
        let unit = Unit::Usual;
        return Mapping { roles, mark: None, unit, flow: default_flow(want) };
    }
    let hour = columns.iter().zip(&roles).position(|(column, role)| {
        *role == Role::Ignore
            && best <= 1
            && !column.named(&["strefa", "publ"])
            && column.share(|cell| stamp::hour(cell).is_some() && !cell.contains([',', '.'])) >= 0.9
            && (column.named(&["godz", "hour", "okres", "period", "czas", "time"]) || column.name.is_empty())
    });
    if let Some(hour) = hour {
        roles[hour] = Role::Hour;
    }
    let has_kind = roles.contains(&Role::Kind);
    for (column, role) in columns.iter().zip(&mut roles) {
        if *role == Role::Ignore {
            *role = value_role(column, want, has_kind);
        }
    }
    keep_one_value(&mut roles, has_kind || want == Want::Prices);
    let named = |parts: &[&str]| columns.iter().zip(&roles).any(|(c, role)| is_value(*role) && c.named(parts));
    let power = |c: &Column<'_>| c.name == "kw" || c.name.starts_with("moc ") || c.named(&[" kw"]);
    let powers = || columns.iter().zip(&roles).any(|(column, role)| is_value(*role) && power(column));
    let unit = match want {
        Want::Prices if named(&["kwh"]) => Unit::Mega,
        Want::Prices => Unit::Usual,
        Want::Meter if named(&["mwh"]) => Unit::Mega,
        Want::Meter if !named(&["kwh"]) && named(&[" wh"]) => Unit::Wh,
        Want::Meter if !named(&["kwh"]) && powers() => Unit::Kw,
        Want::Meter => Unit::Usual,
    };
    Mapping { roles, mark: None, unit, flow: default_flow(want) }
}

fn is_value(role: Role) -> bool {
    matches!(role, Role::Value | Role::Flow(_))
}

fn default_flow(want: Want) -> Flow {
    if want == Want::Prices { Flow::Price } else { Flow::Import }
}

/// What a column that is neither time nor kind holds.
fn value_role(column: &Column<'_>, want: Want, has_kind: bool) -> Role {
    if column.named(&["status", "flag", "jakosc"]) {
        return Role::Status;
    }
    if column.named(&["strefa", "ppe", "taryf", "publ", "licznik", "numer", "utc"]) || !column.is_number() {
        return Role::Ignore;
    }
    match want {
        Want::Prices => Role::Flow(Flow::Price),
        Want::Meter if has_kind => Role::Value,
        Want::Meter => match cell::kind(&column.name) {
            Kind::Counts(flow) => Role::Flow(flow),
            Kind::NotNeeded => Role::Ignore,
            Kind::Unknown => Role::Value,
        },
    }
}

/// Of several columns for the same thing the first stays: one value a row, one column for each flow.
fn keep_one_value(roles: &mut [Role], one: bool) {
    let mut seen: Vec<Role> = Vec::new();
    for role in roles {
        if !is_value(*role) {
            continue;
        }
        let taken = seen.contains(role) || (one && !seen.is_empty()) || (*role == Role::Value && !seen.is_empty());
        if taken {
            *role = Role::Ignore;
        } else {
            seen.push(*role);
        }
    }
}

/// Marks the columns of hours where a row holds a day; tells whether it does.
fn slots(columns: &[Column<'_>], roles: &mut [Role]) -> bool {
    let heads_an_hour = |column: &Column<'_>| {
        stamp::hour(&column.name).is_some() && !column.named(&["flag", "status"]) && column.name.len() <= 16
    };
    // Flags may stand between the hours under names of the same kind: h1, f1, h2, f2.
    let letters = |at: usize| columns[at].name.trim_end_matches(|letter: char| !letter.is_alphabetic()).len();
    let word = |at: usize| {
        if columns[at].name.starts_with(char::is_alphabetic) { &columns[at].name[..letters(at)] } else { "" }
    };
    let heads: Vec<usize> =
        (0..columns.len()).filter(|&at| roles[at] == Role::Ignore && heads_an_hour(&columns[at])).collect();
    let headed: Vec<usize> = heads.iter().copied().filter(|&at| word(at) == word(heads[0])).collect();
    let after_date = roles.iter().position(|role| *role == Role::Time).map_or(0, |at| at + 1);
    let bare = columns.iter().all(|column| stamp::hour(&column.name).is_none());
    let unheaded: Vec<usize> = (after_date..columns.len())
        .filter(|&at| bare && roles[at] == Role::Ignore && (columns[at].is_number() || columns[at].cells.is_empty()))
        .collect();
    let found = if headed.len() >= FEWEST_SLOTS { headed } else { unheaded };
    let fits = (FEWEST_SLOTS..=25).contains(&found.len());
    if fits {
        for at in found {
            roles[at] = Role::Slot;
        }
    }
    fits
}

/// Whose file it is, by its headings.
pub(super) fn format(heading: &[&str], roles: &[Role], want: Want) -> Format {
    let heading: Vec<String> = heading.iter().map(|name| fold(name)).collect();
    let named = |part: &str| heading.iter().any(|name| name.contains(part));
    let wide = roles.contains(&Role::Slot);
    match want {
        Want::Prices if named("rce") => Format::Pse,
        Want::Meter if wide && roles.contains(&Role::Kind) => Format::Cooperative,
        Want::Meter if named("bilansowaniem godzinowym") || named("wolumen") => Format::Enea,
        Want::Meter if named("rodzaj") && named("wartosc") => Format::Tauron,
        _ if wide => Format::Wide,
        _ => Format::Long,
    }
}
