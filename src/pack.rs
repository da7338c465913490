//! A town's pack: a folder of files beside the built site that adds rows to the tables or puts others in their place, and
//! brings texts, colour and logo. Here it is read and judged whole; pages lay its tables over their own without this
//! module, so that none carries it.
//!
//! [`read`] is pure: files in, a pack or everything that is wrong with it out.

mod manifest;

use crate::{
    error::{DataError, Fault, Wrong},
    rules::{Rules, Texts, firm, firm::FirmRules, pack::Pack, pack::Tally, place::Source, table::Table},
};

pub use manifest::{LONGEST, Manifest, Words, mark};

/// The file that lists what is there.
pub const MANIFEST: &str = "pakiet.json";
/// Most tables of a pack.
pub const MOST_TABLES: usize = 40;
/// Longest file, bytes.
pub const LARGEST_BYTES: usize = 400_000;
/// Kinds of file that a logo may be.
pub const LOGOS: [&str; 3] = ["svg", "png", "webp"];

/// What is wrong with a pack, or worth a look.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A row of a table cannot be used.
    Row(Fault),
    /// The list of what is there is missing.
    NoManifest,
    /// The list is no JSON: the place is its line.
    NotJson,
    /// The member has no such name; the names known.
    Member(Vec<String>),
    /// The member is of another kind: `text`, `list`, `object`, `version`, `colour`, `logo`, `link`.
    Kind(&'static str),
    /// More characters than allowed.
    TooLong(usize),
    /// More bytes than allowed.
    TooLarge(usize),
    /// More entries than allowed.
    TooMany(usize),
    /// No table has this name; the names of all.
    NoTable(Vec<String>),
    /// The table is listed twice.
    Twice,
    /// Listed, but not there.
    Missing,
    /// There, but not listed. No mistake, but it does nothing.
    Unlisted,
    /// No table knows this town; the keys of all.
    NoTown(Vec<String>),
}

/// Something found in a pack, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// File name.
    pub file: String,
    /// Line, from 1; 0 where the file as a whole is meant.
    pub row: usize,
    /// Column of a table, or member of the list; empty where the whole row is meant.
    pub column: String,
    /// What it is.
    pub what: What,
}

impl Finding {
    fn of(file: &str, column: &str, what: What) -> Self {
        Self { file: file.to_owned(), row: 0, column: column.to_owned(), what }
    }

    /// True where the pack can be used all the same.
    #[must_use]
    pub fn is_remark(&self) -> bool {
        self.what == What::Unlisted
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { file, row, column, what } = self;
        match what {
            What::Row(fault) => write!(f, "{file} line {row}: {column} {fault}"),
            what => write!(f, "{file} line {row}: {column} {what:?}"),
        }
    }
}

/// A pack that can be used.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What it says of itself.
    pub manifest: Manifest,
    /// Its tables, ready to be laid over the built-in ones.
    pub pack: Pack,
    /// The tables of homes with it.
    pub rules: Rules,
    /// The tables of firms with it.
    pub firms: FirmRules,
    /// What is worth a look.
    pub remarks: Vec<Finding>,
}

/// A table of the pack against the built-in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// File name.
    pub table: &'static str,
    /// Rows that the pack brings.
    pub rows: usize,
    /// Built-in rows whose place they take.
    pub replaced: usize,
}

impl Checked {
    /// What each table of the pack changes.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        let none = Pack::none();
        let before =
            [Rules::built_in().map(|rules| rules.tally(none)), FirmRules::built_in().map(|firms| firms.tally(none))];
        let before: Vec<Tally> = before.into_iter().flatten().flatten().collect();
        let after = self.rules.tally(&self.pack).into_iter().chain(self.firms.tally(&self.pack));
        let changed = after.zip(before).filter(|(now, _)| self.pack.table(now.table).is_some());
        changed
            .map(|(now, before)| {
                let replaced = (before.rows + now.of_pack).saturating_sub(now.rows);
                Change { table: now.table, rows: now.of_pack, replaced }
            })
            .collect()
    }

    /// Key and name of every town that the pack brings.
    #[must_use]
    pub fn towns(&self) -> Vec<(String, String)> {
        let lines = self.pack.lines("towns.csv");
        let own = self.rules.towns.iter().filter(|row| row.line <= lines);
        own.map(|row| (row.rule.id.clone(), row.rule.name_pl.clone())).collect()
    }
}

/// Names of the tables that a pack may hold. Days off and the errors of the models are the same everywhere.
#[must_use]
pub fn tables() -> Vec<&'static str> {
    let none = Pack::none();
    let homes = Rules::default().tally(none);
    homes.into_iter().chain(FirmRules::default().tally(none)).map(|tally| tally.table).collect()
}

/// Reads the files of a folder, given by name and text, and checks them against each other and the built-in tables.
///
/// # Errors
/// Everything that is wrong, by file, line and column.
pub fn read(files: &[(&str, &str)]) -> Result<Checked, Vec<Finding>> {
    let text_of = |name: &str| files.iter().find(|(file, _)| *file == name).map(|(_, text)| *text);
    let Some(list) = text_of(MANIFEST) else {
        return Err(vec![Finding::of(MANIFEST, "", What::NoManifest)]);
    };
    let (manifest, mut findings) = manifest::read(list);
    let known = tables();
    let mut parts = vec![manifest.town.clone(), manifest.mark()];
    for (place, name) in manifest.tables.iter().enumerate() {
        let finding = if !known.contains(&name.as_str()) {
            Some(Finding::of(MANIFEST, "tables", What::NoTable(known.iter().map(|&name| name.to_owned()).collect())))
        } else if manifest.tables[..place].contains(name) {
            Some(Finding::of(MANIFEST, "tables", What::Twice))
        } else {
            match text_of(name) {
                None => Some(Finding::of(name, "", What::Missing)),
                Some(text) if text.len() > LARGEST_BYTES => Some(Finding::of(name, "", What::TooLarge(LARGEST_BYTES))),
                Some(text) => {
                    // Without returns, after which the reader would count lines wrongly.
                    parts.extend([name.clone(), text.replace('\r', "")]);
                    None
                }
            }
        };
        findings.extend(finding);
    }
    let listed =
        |name: &str| name == MANIFEST || name == manifest.logo || manifest.tables.iter().any(|table| table == name);
    let unlisted = files.iter().map(|(name, _)| *name).filter(|name| !listed(name));
    let remarks: Vec<Finding> = unlisted.map(|name| Finding::of(name, "", What::Unlisted)).collect();
    if !manifest.logo.is_empty() && text_of(&manifest.logo).is_none() {
        findings.push(Finding::of(&manifest.logo, "", What::Missing));
    }
    let pack = Pack::new(parts);
    match laid_over(&pack) {
        Ok((rules, firms)) => {
            if !manifest.town.is_empty() && rules.town(&manifest.town).is_none() {
                let towns = rules.towns().map(|town| town.id.clone()).collect();
                findings.push(Finding::of(MANIFEST, "town", What::NoTown(towns)));
            }
            if findings.is_empty() {
                return Ok(Checked { manifest, pack, rules, firms, remarks });
            }
        }
        Err(errors) => findings.extend(errors.into_iter().map(|error| found(&pack, error))),
    }
    findings.extend(remarks);
    Err(findings)
}

/// All tables with the pack over them, checked against each other.
fn laid_over(pack: &Pack) -> Result<(Rules, FirmRules), Vec<DataError>> {
    let rules = Rules::read(&Texts { pack, ..Texts::default() });
    let firms = FirmRules::with(pack).and_then(|firms| match firms.contradictions() {
        errors if errors.is_empty() => Ok(firms),
        errors => Err(errors),
    });
    match (rules, firms) {
        (Ok(rules), Ok(firms)) => Ok((rules, firms)),
        (rules, firms) => Err(rules.err().into_iter().chain(firms.err()).flatten().collect()),
    }
}

/// A problem as one of the pack: a row of a built-in table that no longer agrees with the others does so because of the
/// pack, whose table of the same name is then meant, or the one that its column names.
fn found(pack: &Pack, DataError { table, row, wrong }: DataError) -> Finding {
    let Wrong { column, fault } = *wrong;
    let own = row <= pack.lines(table);
    let named = match column.as_str() {
        "operator" | "seller" | "party" => "operators.csv",
        "source" if table.starts_with("firm_") || table == "capacity_classes.csv" => firm::SOURCES,
        "source" => Source::NAME,
        _ => table,
    };
    let (file, row) = if own { (table, row) } else { (named, 0) };
    Finding { file: file.to_owned(), row, column, what: What::Row(fault) }
}

/// Columns of every table that a pack may hold: file name, columns, and how many of them name what a row is about.
#[must_use]
pub fn columns() -> Vec<(&'static str, Vec<&'static str>, usize)> {
    use crate::rules::firm::{
        capacity::CapacityClass, group::FirmGroup, money::FirmAssumption, money::FirmCost, rate::FirmFigure,
        rate::FirmRate, tax::FirmTax, trade::TradeFigures, trade::course::TradeBreak, trade::course::TradeHours,
        trade::course::TradeSeason, trade::size::TradeSize, trade::sunday::TradingSunday,
    };
    use crate::rules::{heat, market, place, price_path, rate, scheme, support, value, zone};
    fn of<T: Table>() -> (&'static str, Vec<&'static str>, usize) {
        (T::NAME, T::COLUMNS.to_vec(), T::KEY)
    }
    vec![
        (Source::NAME, Source::COLUMNS.to_vec(), 1),
        of::<place::Company>(),
        of::<place::Town>(),
        of::<rate::Rate>(),
        of::<zone::ZoneWindow>(),
        of::<rate::Levy>(),
        of::<rate::Vat>(),
        of::<scheme::SchemeParameter>(),
        of::<market::MarketPrice>(),
        of::<value::Equipment>(),
        of::<value::Cost>(),
        of::<value::Assumption>(),
        of::<price_path::PathRate>(),
        of::<support::Support>(),
        of::<heat::Building>(),
        of::<heat::Fuel>(),
        of::<heat::HeatSource>(),
        (firm::SOURCES, Source::COLUMNS.to_vec(), 1),
        of::<FirmRate>(),
        of::<FirmGroup>(),
        of::<CapacityClass>(),
        of::<FirmFigure>(),
        of::<FirmTax>(),
        of::<FirmCost>(),
        of::<FirmAssumption>(),
        of::<TradeFigures>(),
        of::<TradeHours>(),
        of::<TradeSeason>(),
        of::<TradeBreak>(),
        of::<TradeSize>(),
        of::<TradingSunday>(),
    ]
}
