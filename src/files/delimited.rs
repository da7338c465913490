//! Lines of cells → values with their time.

use super::{
    Count, Entries, Entry, Flow, Format, LARGEST_KW, LARGEST_KWH, LARGEST_PRICE, MOST_ROWS, MOST_VALUES, Refusal, Why,
    cell::{self, Kind},
    layout::{self, Mapping, Role, Unit, Want},
    lines::{cells, lines, separator},
    stamp,
};

/// Rows that the layout is found from.
const SAMPLE: usize = 60;
/// Rows between two reports of progress.
const TELL_EVERY: usize = 20_000;

/// A file of lines, read.
pub(super) struct Sheet {
    pub entries: Entries,
    pub count: Count,
    pub format: Format,
    pub mapping: Mapping,
    /// Name of each column, or its first cell where there is no heading.
    pub columns: Vec<String>,
}

/// Reads a text by the mapping that a person confirmed, or by the one found.
pub(super) fn read(text: &str, want: Want, own: Option<&Mapping>, tell: &mut dyn FnMut(f64)) -> Result<Sheet, Refusal> {
    let separator = separator(text);
    let (heading_at, sample) = sample(text, separator);
    let heading: Vec<&str> = heading_at.map(|(_, line)| cells(line, separator).collect()).unwrap_or_default();
    let found = layout::detect(&heading, &sample, want);
    let width = found.roles.len();
    let mapping = own.filter(|own| own.roles.len() == width).cloned().unwrap_or(found);
    let mut reader = Reader::new(&mapping, separator);
    let mut total = 0_usize;
    for (index, line) in lines(text).enumerate() {
        total = index + 1;
        if total > MOST_ROWS || reader.entries.list.len() > MOST_VALUES {
            return Err(Refusal::TooLong);
        }
        let repeated_heading = heading_at.is_some_and(|(_, heading)| heading == line);
        let title = heading_at.is_some_and(|(at, _)| index < at);
        reader.line(index, line, repeated_heading || title);
        if total.is_multiple_of(TELL_EVERY) {
            #[expect(clippy::cast_precision_loss, reason = "at most 600,000 rows")]
            tell(total as f64 / MOST_ROWS as f64);
        }
    }
    reader.count.lines = total;
    let name = |place: usize| {
        let name = heading.get(place).copied().filter(|name| !name.is_empty());
        let first = || sample.first().and_then(|row| row.get(place)).copied().unwrap_or_default();
        name.unwrap_or_else(first).chars().take(60).collect()
    };
    Ok(Sheet {
        format: layout::format(&heading, &mapping.roles, want),
        columns: (0..width).map(name).collect(),
        entries: reader.entries,
        count: reader.count,
        mapping,
    })
}

/// The heading with its place, and rows to find the layout from: the first line with a date begins the data.
fn sample(text: &str, separator: char) -> (Option<(usize, &str)>, Vec<Vec<&str>>) {
    let has_date = |line: &str| cells(line, separator).any(|cell| cell.len() > 5 && stamp::date(cell, false).is_some());
    let numbered = || lines(text).enumerate().filter(|(_, line)| !line.trim().is_empty());
    let named = |line: &str| cells(line, separator).filter(|cell| !cell.is_empty()).count() > 1;
    let first = numbered().position(|(_, line)| has_date(line));
    let (heading, start) = match first {
        Some(first) => (numbered().take(first).filter(|(_, line)| named(line)).last(), first),
        // Dates may be day numbers of a spreadsheet under a heading.
        None => (numbered().find(|(_, line)| named(line)), 1),
    };
    let rows = numbered().skip(start).take(SAMPLE).map(|(_, line)| cells(line, separator).collect()).collect();
    (heading, rows)
}

struct Reader<'a> {
    mapping: &'a Mapping,
    separator: char,
    entries: Entries,
    count: Count,
    kinds: Vec<(String, Kind)>,
    wide: bool,
    needed: usize,
}

impl<'a> Reader<'a> {
    fn new(mapping: &'a Mapping, separator: char) -> Self {
        let needs = |role: &Role| !matches!(role, Role::Ignore | Role::Status | Role::Slot);
        let wide = mapping.roles.contains(&Role::Slot);
        let utc = mapping.roles.contains(&Role::TimeUtc);
        Self {
            mapping,
            separator,
            entries: Entries { utc, by_place: wide, ..Entries::default() },
            count: Count::default(),
            kinds: Vec::new(),
            wide,
            needed: mapping.roles.iter().rposition(needs).map_or(0, |last| last + 1),
        }
    }

    fn line(&mut self, index: usize, line: &str, heading: bool) {
        let kept = self.entries.list.len();
        let outcome = if line.chars().all(|letter| letter.is_whitespace() || letter == self.separator || letter == '"')
        {
            self.count.blank += 1;
            return;
        } else if heading {
            self.count.heading += 1;
            return;
        } else {
            self.row(line)
        };
        match outcome {
            Ok(()) if self.entries.list.len() == kept => self.count.left_out += 1,
            Ok(()) => self.count.read += 1,
            Err(why) => {
                self.entries.list.truncate(kept);
                self.count.reject(index + 1, line, why);
            }
        }
    }

    fn row(&mut self, line: &str) -> Result<(), Why> {
        let cells: Vec<&str> = cells(line, self.separator).collect();
        if cells.len() < self.needed {
            return Err(Why::TooFewCells);
        }
        let roles = &self.mapping.roles;
        let (day, minute) = self.time(&cells)?;
        let mut kind = Kind::Counts(self.mapping.flow);
        for (cell, role) in cells.iter().zip(roles) {
            if *role == Role::Kind {
                kind = known(&mut self.kinds, cell);
            }
        }
        let flow = match kind {
            Kind::Counts(flow) => flow,
            Kind::NotNeeded => return Ok(()),
            Kind::Unknown => return Err(Why::UnknownKind),
        };
        let before = self.entries.list.len();
        let mut place = 0;
        let mut estimated = false;
        for (cell, role) in cells.iter().zip(roles) {
            let (flow, minute) = match role {
                Role::Value => (flow, minute),
                Role::Flow(flow) => (*flow, minute),
                Role::Slot => {
                    place += 1;
                    (flow, minute + (place - 1) * 60)
                }
                Role::Status => {
                    estimated |= cell::fold(cell).contains("szac");
                    continue;
                }
                _ => continue,
            };
            if !cell.is_empty() {
                let value = believed(flow, self.mapping.unit, cell::number(cell).ok_or(Why::NoNumber)?)?;
                self.entries.list.push(Entry { day, minute, flow, value });
            }
        }
        if self.entries.list.len() == before {
            return Err(Why::NoValue);
        }
        self.entries.estimated += usize::from(estimated);
        Ok(())
    }

    /// Day and minute that the cells state.
    fn time(&self, cells: &[&str]) -> Result<(i32, i32), Why> {
        let mut time = None;
        let mut clock = None;
        for (cell, role) in cells.iter().zip(&self.mapping.roles) {
            match role {
                Role::Time | Role::TimeUtc => time = stamp::date(cell, true),
                Role::Hour => clock = Some(stamp::hour(cell).ok_or(Why::NoTime)?),
                _ => {}
            }
        }
        let time = time.ok_or(Why::NoTime)?;
        if self.wide {
            return Ok((time.day, 0));
        }
        let minute = clock.map(|(minute, _)| minute).or(time.minute).ok_or(Why::NoTime)?;
        Ok((time.day, minute - time.ahead_of_utc.filter(|_| self.entries.utc).unwrap_or_default()))
    }
}

/// The kind of a cell; each name is understood once.
fn known(kinds: &mut Vec<(String, Kind)>, cell: &str) -> Kind {
    if let Some((_, kind)) = kinds.iter().find(|(name, _)| name == cell) {
        return *kind;
    }
    let kind = cell::kind(cell);
    if kinds.len() < 32 {
        kinds.push((cell.to_owned(), kind));
    }
    kind
}

/// A value that can be true: energy is not negative, though some files write what is fed in with a minus sign.
pub(super) fn believed(flow: Flow, unit: Unit, value: f64) -> Result<f64, Why> {
    let largest = match unit {
        _ if flow == Flow::Price => LARGEST_PRICE,
        Unit::Kw => LARGEST_KW,
        unit => LARGEST_KWH / unit.factor(60),
    };
    match flow {
        _ if value.abs() > largest => Err(Why::TooLarge),
        Flow::Export | Flow::ExportBalanced => Ok(value.abs()),
        Flow::Import | Flow::ImportBalanced if value < 0.0 => Err(Why::Negative),
        _ => Ok(value),
    }
}
