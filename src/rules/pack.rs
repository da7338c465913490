//! What a town lays over the built-in tables.

use super::{
    Rules,
    firm::FirmRules,
    place::Source,
    table::{Row, Table},
};

/// The tables of a town, and which of its places comes first: the texts as they are, in one list, so that any program can
/// be handed it as it is.
///
/// A row of a pack takes the place of the built-in row that agrees with it in its key ([`Table::KEY`]) and first day; any
/// other row is added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack(Vec<String>);

impl Pack {
    /// Nothing.
    #[must_use]
    pub fn none() -> &'static Self {
        static NONE: Pack = Pack(Vec::new());
        &NONE
    }

    /// A pack of the place to be shown first, what is written beside its sources, and then, in turns, file name and text
    /// of each table.
    #[must_use]
    pub fn new(parts: Vec<String>) -> Self {
        Self(parts)
    }

    fn part(&self, at: usize) -> &str {
        self.0.get(at).map_or("", String::as_str)
    }

    /// Key of the town to be shown first; empty where none is.
    #[must_use]
    pub fn town(&self) -> &str {
        self.part(0)
    }

    /// What the report writes after the title of a document that the pack names.
    #[must_use]
    pub fn mark(&self) -> &str {
        self.part(1)
    }

    /// The text of a table; none where the pack has none of this name.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<&str> {
        let tables = self.0.get(2..)?;
        tables.chunks_exact(2).find(|table| table[0] == name).map(|table| table[1].as_str())
    }

    /// How many lines of a table are the pack's; rows of the table itself come after them.
    #[must_use]
    pub fn lines(&self, name: &str) -> usize {
        self.table(name).map_or(0, |text| text.split('\n').count())
    }
}

/// How many rows a table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// File name.
    pub table: &'static str,
    /// Rows in all.
    pub rows: usize,
    /// Rows of the pack among them.
    pub of_pack: usize,
}

fn tally<T: Table>(rows: &[Row<T>], pack: &Pack) -> Tally {
    let lines = pack.lines(T::NAME);
    let of_pack = rows.iter().filter(|row| row.line <= lines).count();
    Tally { table: T::NAME, rows: rows.len(), of_pack }
}

/// Documents have no lines; those of a pack come first and carry its mark.
fn tally_sources(table: &'static str, sources: &[Source], pack: &Pack) -> Tally {
    let marked = |source: &&Source| pack.table(table).is_some() && source.title.ends_with(pack.mark());
    Tally { table, rows: sources.len(), of_pack: sources.iter().take_while(marked).count() }
}

impl Rules {
    /// Puts a town before all others; one that no table knows changes nothing.
    pub(super) fn put_first(&mut self, id: &str) {
        if let Some(at) = self.towns.iter().position(|row| row.rule.id == id) {
            self.towns[..=at].rotate_right(1);
        }
    }

    /// How many rows every table has, and how many of them a pack has brought.
    #[must_use]
    pub fn tally(&self, pack: &Pack) -> Vec<Tally> {
        vec![
            tally_sources(Source::NAME, &self.sources, pack),
            tally(&self.companies, pack),
            tally(&self.towns, pack),
            tally(&self.rates, pack),
            tally(&self.zones, pack),
            tally(&self.levies, pack),
            tally(&self.vat, pack),
            tally(&self.schemes, pack),
            tally(&self.market_prices, pack),
            tally(&self.equipment, pack),
            tally(&self.costs, pack),
            tally(&self.assumptions, pack),
            tally(&self.price_paths, pack),
            tally(&self.supports, pack),
            tally(&self.buildings, pack),
            tally(&self.fuels, pack),
            tally(&self.heat_sources, pack),
        ]
    }
}

impl FirmRules {
    /// How many rows every table has, and how many of them a pack has brought.
    #[must_use]
    pub fn tally(&self, pack: &Pack) -> Vec<Tally> {
        vec![
            tally_sources(super::firm::SOURCES, &self.sources, pack),
            tally(&self.rates, pack),
            tally(&self.groups, pack),
            tally(&self.capacity_classes, pack),
            tally(&self.figures, pack),
            tally(&self.taxes, pack),
            tally(&self.costs, pack),
            tally(&self.assumptions, pack),
            tally(&self.trades, pack),
            tally(&self.trade_hours, pack),
            tally(&self.trade_seasons, pack),
            tally(&self.trade_breaks, pack),
            tally(&self.trade_sizes, pack),
            tally(&self.trading_sundays, pack),
        ]
    }
}
