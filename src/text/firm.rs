//! A firm's result in words, tables and pictures. Only the program for firms speaks them, so they are no part of
//! [`super::Text`].

mod answer;
mod bank;
mod basis;
mod bill;
mod capacity;
mod cash;
mod en;
mod energy;
mod export;
mod hours;
mod load;
mod pl;
mod power;
mod power_curve;
mod sensitivity;
mod terms;
mod wishes;
mod words;

use super::Lang;
use crate::{
    firm::FirmSaid,
    model::firm::outcome::{FirmOutcome, MeterOutcome},
    units::{Kw, NetPln},
    view::{
        Table,
        firm::{FirmView, Piece, Section},
    },
};
use words::{FirmText, Nouns};

pub use hours::hours_csv;

/// Below this an amount is written as nothing.
const LEAST_PLN: f64 = 0.5;

impl Lang {
    fn firm(self) -> &'static FirmText {
        match self {
            Self::Pl => &pl::FIRM,
            Self::En => &en::FIRM,
        }
    }
}

/// Heading of the answer.
#[must_use]
pub fn title(lang: Lang) -> &'static str {
    match lang {
        Lang::Pl => "Wynik dla Twojej firmy",
        Lang::En => "Result for your firm",
    }
}

/// Everything that is shown of a firm. `best` tells that the sizes are the best that were found, and not chosen by hand.
#[must_use]
pub fn view(lang: Lang, said: &FirmSaid, outcome: &FirmOutcome, best: bool) -> FirmView {
    let teller = Teller { lang, words: lang.firm(), said, outcome, best };
    let sections = [
        teller.wishes(),
        teller.meters(),
        teller.bill(),
        teller.capacity(),
        teller.power(),
        teller.load(),
        teller.energy(),
        teller.export(),
        teller.cash(),
        teller.sensitivity(),
        teller.files(),
        teller.basis(),
        teller.limits(),
    ];
    FirmView {
        headline: teller.headline(),
        numerals: teller.numerals(),
        plain: teller.plain().text(),
        warnings: teller.warnings(),
        sizes: outcome.meters.iter().map(|meter| (meter.pv.0, meter.battery.0)).collect(),
        sections: sections.into_iter().flatten().collect(),
        bank: teller.bank(),
    }
}

/// Tells of one firm in one language.
struct Teller<'a> {
    lang: Lang,
    words: &'static FirmText,
    said: &'a FirmSaid,
    outcome: &'a FirmOutcome,
    best: bool,
}

/// A sentence with `{0}`, `{1}` filled in. A word of one letter keeps to the next.
fn fill(sentence: &str, parts: &[&str]) -> String {
    let mut text = String::with_capacity(sentence.len() + 32);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (place, after) = after.split_once('}').unwrap_or((after, ""));
        let part = place.parse::<usize>().ok().and_then(|place| parts.get(place));
        text.push_str(part.copied().unwrap_or_default());
        rest = after;
    }
    text.push_str(rest);
    tied(&text)
}

/// A word of one letter does not end a line.
fn tied(text: &str) -> String {
    let mut tied = String::with_capacity(text.len() + 16);
    let (mut before, mut last) = (' ', ' ');
    for letter in text.chars() {
        let single = !before.is_alphanumeric() && before != '\'' && last.is_alphabetic();
        tied.push(if letter == ' ' && single { '\u{a0}' } else { letter });
        (before, last) = (last, letter);
    }
    tied
}

fn owned<const N: usize>(words: &[&str; N]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// A section that stands open; none without anything in it.
fn section(id: &str, title: &str, pieces: Vec<Piece>) -> Option<Section> {
    let section = Section { id: id.to_owned(), title: tied(title), folded: false, pieces };
    (!section.pieces.is_empty()).then_some(section)
}

/// The same, closed at first.
fn folded(id: &str, title: &str, pieces: Vec<Piece>) -> Option<Section> {
    section(id, title, pieces).map(|section| Section { folded: true, ..section })
}

impl Teller<'_> {
    /// Whole złoty.
    fn pln(&self, amount: NetPln) -> String {
        self.lang.pln(if amount.0.abs() < LEAST_PLN { 0.0 } else { amount.0 })
    }

    /// Whole złoty, said to be before VAT.
    fn net(&self, amount: NetPln) -> String {
        fill(self.words.answer.net, &[&self.pln(amount)])
    }

    /// A cell of a table whose heading names unit and VAT.
    fn cell(&self, amount: f64) -> String {
        self.lang.number(if amount.abs() < LEAST_PLN { 0.0 } else { amount }, 0)
    }

    fn kwh(&self, kwh: f64) -> String {
        self.lang.kwh(kwh)
    }

    /// Power, with a decimal where it is small.
    fn kw(&self, kw: Kw) -> String {
        let decimals = usize::from(kw.0 < 100.0 && (kw.0 - kw.0.round()).abs() > 0.05);
        self.lang.unit(self.lang.number(kw.0, decimals), "kW")
    }

    fn kwp(&self, kwp: f64) -> String {
        self.lang.unit(self.lang.amount(kwp), "kWp")
    }

    fn capacity_of(&self, kwh: f64) -> String {
        self.lang.unit(self.lang.amount(kwh), "kWh")
    }

    /// A rate of a year with a decimal.
    fn rate(&self, rate: Option<f64>) -> String {
        rate.map_or_else(|| self.none(), |rate| self.lang.unit(self.lang.number(100.0 * rate, 1), "%"))
    }

    fn none(&self) -> String {
        self.words.answer.none.to_owned()
    }

    fn payback(&self, years: Option<f64>) -> String {
        years.map_or_else(|| self.words.answer.never.to_owned(), |years| self.lang.years(years))
    }

    fn months(&self) -> &'static [&'static str; 12] {
        &self.lang.text().charts.months
    }

    fn counted(&self, count: usize, nouns: Nouns) -> String {
        self.lang.count(count, nouns)
    }

    /// The years looked at.
    fn horizon(&self) -> String {
        self.counted(self.outcome.money.appraisal.years.len().saturating_sub(1), self.words.answer.years)
    }

    fn horizon_after(&self) -> String {
        let years = self.outcome.money.appraisal.years.len().saturating_sub(1);
        self.counted(years, self.words.answer.years_after)
    }

    /// A length of time, in whole years where it is one.
    fn span(&self, years: f64) -> String {
        if (years - years.round()).abs() < 1e-9 {
            self.whole(years, self.words.answer.years)
        } else {
            self.lang.years(years)
        }
    }

    /// A number of things, rounded.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number that is not negative")]
    fn whole(&self, count: f64, nouns: Nouns) -> String {
        self.counted(count.round().max(0.0) as usize, nouns)
    }

    fn meter_name(&self, index: usize) -> String {
        fill(self.words.answer.meter, &[&(index + 1).to_string()])
    }

    fn has_many(&self) -> bool {
        self.outcome.meters.len() > 1
    }

    /// The name of something of a meter, where there are several.
    fn of_meter(&self, index: usize, name: &str) -> String {
        if self.has_many() {
            format!("{}: {}", self.meter_name(index), super::lower_first(name))
        } else {
            name.to_owned()
        }
    }

    /// A sentence about a meter, where there are several.
    fn about(&self, index: usize, sentence: String) -> String {
        if self.has_many() { format!("{}. {sentence}", self.meter_name(index)) } else { sentence }
    }

    /// Whether anything is built behind a meter.
    fn is_built(meter: &MeterOutcome) -> bool {
        meter.pv.0 > 0.0 || meter.battery.0 > 0.0
    }

    fn built(&self) -> bool {
        self.outcome.meters.iter().any(Self::is_built)
    }

    fn investment(&self) -> NetPln {
        let money = &self.outcome.money;
        money.pv_price + money.battery_price - money.grant
    }

    /// Some columns of a table where nothing is built, all where it is.
    fn only(&self, built: bool, places: &[usize], table: Table) -> Table {
        if built {
            return table;
        }
        let kept = |cells: Vec<String>| {
            let cells = cells.into_iter().enumerate().filter(|(place, _)| places.contains(place));
            cells.map(|(_, cell)| cell).collect::<Vec<String>>()
        };
        let Table { caption, columns, rows } = table;
        Table { caption, columns: kept(columns), rows: rows.into_iter().map(kept).collect() }
    }

    /// A table; rows are made by the caller.
    fn table(&self, index: usize, caption: &str, columns: Vec<String>, rows: Vec<Vec<String>>) -> Table {
        Table { caption: self.of_meter(index, caption), columns, rows }
    }
}

#[cfg(test)]
mod tests {
    use super::{fill, tied};

    #[test]
    fn sentences_are_filled_in_any_order() {
        assert_eq!(fill("od {1} do {0}.", &["30 kW", "20 kW"]), "od 20 kW do 30 kW.");
        assert_eq!(fill("{0}{0} {2}", &["x"]), "xx ");
    }

    #[test]
    fn single_letters_keep_to_the_next_word() {
        assert_eq!(tied("W roku i w dzień, do końca"), "W\u{a0}roku i\u{a0}w\u{a0}dzień, do końca");
        assert_eq!(tied("K1 i 5 kW"), "K1 i\u{a0}5 kW");
    }
}
