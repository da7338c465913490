//! What was understood of files, in words. Only the program beside the page speaks them, so they are no part of
//! [`super::Text`] and of the first load.

mod en;
mod firm;
mod pl;

use super::Lang;
use crate::{
    calendar::{Calendar, LocalDay},
    files::{
        Format, Refusal, Why,
        ask::{FLOWS, MARKS, ROLES, UNITS, name_in, open_columns},
        layout::Want,
        meter::{Demand, FileReport, Reading},
        prices::Prices,
        unnet::{Unnetted, Verdict},
        view::{Choice, View},
    },
    model::inputs::KWH_PER_YEAR,
    view::Table,
};

/// Days from which on a file counts as a whole year.
const WHOLE_YEAR: usize = 360;

/// What the files held.
#[derive(Debug)]
pub enum Understood {
    /// The reading of a home's meter, and the demand made of it.
    Meter(Reading, Result<Demand, Refusal>),
    /// The reading of a firm's meter, what it takes, and the days of the modelled year.
    Firm(Reading, Result<Demand, Refusal>, Calendar),
    /// Market prices.
    Prices(Prices),
    /// Nothing that can be used, with the reason.
    Nothing(Vec<FileReport>, Want, Refusal),
}

type Say1 = fn(&str) -> String;
type Say2 = fn(&str, &str) -> String;
type Say3 = fn(&str, &str, &str) -> String;
type Nouns = (&'static str, &'static str, &'static str);

/// Every word about files in one language.
struct FileText {
    formats: [&'static str; 7],
    whys: [&'static str; 8],
    units_kwh: [&'static str; 4],
    units_price: [&'static str; 2],
    marks: [&'static str; 2],
    roles: [&'static str; 13],
    flows: [&'static str; 2],
    empty: &'static str,
    too_large: &'static str,
    too_long: &'static str,
    not_text: &'static str,
    no_rows: &'static str,
    no_rows_price: &'static str,
    no_import: &'static str,
    /// Days found, days needed.
    too_short: Say2,
    days: Nouns,
    hours: Nouns,
    rows: Nouns,
    values: Nouns,
    /// Format, rows read.
    file: Say2,
    /// First and last day.
    span: Say2,
    /// Import, export.
    sums: Say2,
    import_sum: Say1,
    balanced: &'static str,
    /// Import and export before the balance.
    balanced_raw: Say2,
    /// Minutes.
    quarters: Say1,
    prices_quarters: Say1,
    odd_days: Say1,
    overlapping: Say1,
    /// First day, last day, kWh in the modelled year.
    used: Say3,
    used_prices: Say2,
    negative_prices: Say1,
    rejected: Say1,
    left_out: Say1,
    filled: Say1,
    missing: Say1,
    no_such_hour: Say1,
    repeated: Say1,
    completed: Say1,
    estimated: Say1,
    /// Days.
    part_of_year: Say1,
    part_of_year_prices: Say1,
    /// kWh in a year, limits.
    unlikely_sum: Say2,
    ask_plant: &'static str,
    /// Generation, export.
    unnetted: Say2,
    /// Hours, kWh.
    clipped: Say2,
    doubtful: &'static str,
    implausible: &'static str,
    months_caption: &'static str,
    months_columns: [&'static str; 4],
    rejected_caption: &'static str,
    rejected_columns: [&'static str; 3],
    file_number: Say1,
    mark_label: &'static str,
    unit_label: &'static str,
    flow_label: &'static str,
    /// Name of the column.
    column_label: Say1,
}

impl Lang {
    fn files(self) -> &'static FileText {
        match self {
            Self::Pl => &pl::FILES,
            Self::En => &en::FILES,
        }
    }

    /// Why nothing could be made of files, and what to do.
    #[must_use]
    pub fn refusal(self, refusal: &Refusal) -> String {
        let words = self.files();
        match refusal {
            Refusal::Empty => words.empty.to_owned(),
            Refusal::TooLarge => words.too_large.to_owned(),
            Refusal::TooLong => words.too_long.to_owned(),
            Refusal::NotText => words.not_text.to_owned(),
            Refusal::NoRows(_) => words.no_rows.to_owned(),
            Refusal::NoImport => words.no_import.to_owned(),
            Refusal::TooShort(0) => words.no_rows_price.to_owned(),
            Refusal::TooShort(days) => (words.too_short)(
                &self.count(*days, words.days),
                &self.count(crate::files::year::FEWEST_DAYS, words.days),
            ),
        }
    }

    /// What was understood of files.
    #[must_use]
    pub fn understood(self, understood: &Understood) -> View {
        match understood {
            Understood::Meter(reading, demand) => self.meter(reading, demand, |demand, view| self.demand(demand, view)),
            Understood::Firm(reading, demand, calendar) => {
                self.meter(reading, demand, |demand, view| self.firm_demand(&reading.files, demand, calendar, view))
            }
            Understood::Prices(prices) => self.prices(prices),
            Understood::Nothing(files, want, refusal) => {
                let mut view = View { refused: Some(self.refusal(refusal)), ..View::default() };
                self.files_read(files, *want == Want::Prices, &mut view);
                view
            }
        }
    }

    fn day(self, number: i32) -> String {
        self.date(&LocalDay::new(number).date().to_string())
    }

    fn meter(self, reading: &Reading, demand: &Result<Demand, Refusal>, tell: impl Fn(&Demand, &mut View)) -> View {
        let words = self.files();
        let mut view = View { exports: reading.exports(), ..View::default() };
        self.files_read(&reading.files, false, &mut view);
        let (first, last) = reading.span_h;
        view.facts
            .push((words.span)(&self.day(LocalDay::of_hour(first).number), &self.day(LocalDay::of_hour(last).number)));
        let sum = |pick: fn(&crate::files::meter::MonthSum) -> f64| self.kwh(reading.months.iter().map(pick).sum());
        let import = sum(|month| month.import_kwh);
        view.facts.push(if view.exports {
            (words.sums)(&import, &sum(|month| month.export_kwh))
        } else {
            (words.import_sum)(&import)
        });
        if let Some(raw) = reading.balanced {
            view.facts.push(raw.map_or_else(
                || words.balanced.to_owned(),
                |(import, export)| (words.balanced_raw)(&self.kwh(import), &self.kwh(export)),
            ));
        }
        if reading.overlapping > 0 {
            view.facts.push((words.overlapping)(&self.count(reading.overlapping, words.hours)));
        }
        let hours = |count: usize, say: Say1| (count > 0).then(|| say(&self.count(count, words.hours)));
        view.warnings.extend(hours(reading.filled_hours, words.filled));
        view.warnings.extend(hours(reading.missing_hours, words.missing));
        match demand {
            Ok(demand) => tell(demand, &mut view),
            Err(refusal) => view.warnings.push(self.refusal(refusal)),
        }
        view.months = Some(self.months(reading));
        view
    }

    fn demand(self, demand: &Demand, view: &mut View) {
        let words = self.files();
        let total_kwh: f64 = demand.kwh.iter().sum();
        let (first, last) = demand.used_days;
        if demand.covered_days < WHOLE_YEAR {
            view.warnings.push((words.part_of_year)(&self.count(demand.covered_days, words.days)));
        }
        if let Some(unnetted) = &demand.unnetted {
            self.unnetted(unnetted, view);
        } else if view.exports {
            view.facts.push(words.ask_plant.to_owned());
            return;
        }
        view.facts.push((words.used)(&self.day(first), &self.day(last), &self.kwh(total_kwh)));
        if KWH_PER_YEAR.check(total_kwh).is_err() {
            let limits = format!("{}–{}", self.amount(KWH_PER_YEAR.min), self.kwh(KWH_PER_YEAR.max));
            view.warnings.push((words.unlikely_sum)(&self.kwh(total_kwh), &limits));
            return;
        }
        #[expect(clippy::cast_possible_truncation, reason = "an hour of a home that uses at most 50 MWh a year")]
        let wh = |kwh: &f64| (kwh * 1000.0).round() as i32;
        view.hourly = demand.kwh.iter().map(wh).collect();
    }

    fn unnetted(self, unnetted: &Unnetted, view: &mut View) {
        let words = self.files();
        view.facts.push((words.unnetted)(&self.kwh(unnetted.generation_kwh), &self.kwh(unnetted.export_kwh)));
        if unnetted.clipped_hours > 0 {
            let hours = self.count(unnetted.clipped_hours, words.hours);
            view.facts.push((words.clipped)(&hours, &self.kwh(unnetted.clipped_kwh)));
        }
        match unnetted.verdict {
            Verdict::Plausible => {}
            Verdict::Doubtful => view.warnings.push(words.doubtful.to_owned()),
            Verdict::Implausible => view.warnings.push(words.implausible.to_owned()),
        }
    }

    fn months(self, reading: &Reading) -> Table {
        let words = self.files();
        let rows = reading.months.iter().map(|month| {
            let place = usize::try_from(month.month - 1).unwrap_or_default();
            let name = self.text().charts.months.get(place).copied().unwrap_or_default();
            vec![
                format!("{name} {}", month.year),
                month.hours.to_string(),
                self.number(month.import_kwh, 1),
                self.number(month.export_kwh, 1),
            ]
        });
        Table {
            caption: words.months_caption.to_owned(),
            columns: words.months_columns.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }

    fn prices(self, prices: &Prices) -> View {
        let words = self.files();
        let mut view = View::default();
        self.files_read(&prices.files, true, &mut view);
        let (first, last) = prices.used_days;
        view.facts.push((words.used_prices)(&self.day(first), &self.day(last)));
        if prices.negative_hours > 0 {
            view.facts.push((words.negative_prices)(&self.count(prices.negative_hours, words.hours)));
        }
        if prices.filled_hours > 0 {
            view.warnings.push((words.filled)(&self.count(prices.filled_hours, words.hours)));
        }
        if prices.covered_days < WHOLE_YEAR {
            view.warnings.push((words.part_of_year_prices)(&self.count(prices.covered_days, words.days)));
        }
        #[expect(clippy::cast_possible_truncation, reason = "prices were checked to be below 100,000 zł")]
        let grosze = |price: &f64| (price * 100.0).round() as i32;
        view.hourly = prices.pln_mwh.iter().map(grosze).collect();
        view
    }

    /// What each file held, what was rejected in it, and what may be decided otherwise.
    fn files_read(self, files: &[FileReport], prices: bool, view: &mut View) {
        let words = self.files();
        let mut rejected = Vec::new();
        for (index, file) in files.iter().enumerate() {
            let number = if files.len() > 1 { (words.file_number)(&(index + 1).to_string()) } else { String::new() };
            self.file_read(file, prices, &number, view);
            for row in &file.count.named {
                let line = format!("{number}{}", row.line);
                rejected.push(vec![line, row.text.clone(), self.why(row.why).to_owned()]);
            }
            self.choices(index, file, prices, &number, &mut view.choices);
        }
        view.rejected = (!rejected.is_empty()).then(|| Table {
            caption: words.rejected_caption.to_owned(),
            columns: words.rejected_columns.map(str::to_owned).to_vec(),
            rows: rejected,
        });
    }

    fn file_read(self, file: &FileReport, prices: bool, number: &str, view: &mut View) {
        let words = self.files();
        let (count, made) = (&file.count, &file.made);
        let said = |text: String| format!("{number}{text}");
        view.facts.push(said((words.file)(self.format_name(file.format), &self.count(count.read, words.rows))));
        if made.step_min < 60 {
            let say = if prices { words.prices_quarters } else { words.quarters };
            view.facts.push(said(say(&made.step_min.to_string())));
        }
        if !made.odd_days.is_empty() {
            let mut days = made.odd_days.clone();
            days.sort_unstable();
            let days: Vec<String> = days.into_iter().take(8).map(|day| self.day(day)).collect();
            view.facts.push(said((words.odd_days)(&days.join(", "))));
        }
        if count.left_out > 0 {
            view.facts.push(said((words.left_out)(&self.count(count.left_out, words.rows))));
        }
        let warn = |amount: usize, nouns: Nouns, say: Say1| (amount > 0).then(|| say(&self.count(amount, nouns)));
        let warnings = [
            warn(count.rejected, words.rows, words.rejected),
            warn(made.no_such_hour, words.values, words.no_such_hour),
            warn(made.repeated, words.values, words.repeated),
            warn(made.completed, words.hours, words.completed),
            warn(file.estimated, words.values, words.estimated),
        ];
        view.warnings.extend(warnings.into_iter().flatten().map(said));
    }

    fn choices(self, index: usize, file: &FileReport, prices: bool, number: &str, choices: &mut Vec<Choice>) {
        let words = self.files();
        let mut choice = |id: &str, label: String, names: &[&str], words: &[&'static str], value: &str| {
            let options =
                names.iter().zip(words).map(|(name, word)| ((*name).to_owned(), (*word).to_owned())).collect();
            let label = format!("{number}{label}");
            choices.push(Choice { id: format!("{index}.{id}"), label, options, value: value.to_owned() });
        };
        let mapping = &file.mapping;
        if file.columns.is_empty() {
            if !prices {
                let value = name_in(&FLOWS, &mapping.flow);
                choice("flow", words.flow_label.to_owned(), &FLOWS.map(|(_, name)| name), &words.flows, value);
            }
            return;
        }
        for (place, name) in open_columns(file) {
            let value = name_in(&ROLES, &mapping.roles[place]);
            let label = (words.column_label)(name);
            choice(&format!("column.{place}"), label, &ROLES.map(|(_, name)| name), &words.roles, value);
        }
        let mark = name_in(&MARKS, &file.made.mark);
        choice("mark", words.mark_label.to_owned(), &MARKS.map(|(_, name)| name), &words.marks, mark);
        let unit = name_in(&UNITS, &mapping.unit);
        let label = words.unit_label.to_owned();
        if prices {
            choice("unit", label, &["usual", "mega"], &words.units_price, unit);
        } else {
            choice("unit", label, &UNITS.map(|(_, name)| name), &words.units_kwh, unit);
        }
    }

    fn format_name(self, format: Format) -> &'static str {
        let [tauron, enea, energa, cooperative, wide, long, pse] = self.files().formats;
        match format {
            Format::Tauron => tauron,
            Format::Enea => enea,
            Format::Energa => energa,
            Format::Cooperative => cooperative,
            Format::Wide => wide,
            Format::Long => long,
            Format::Pse => pse,
        }
    }

    fn why(self, why: Why) -> &'static str {
        let [cells, time, hour, empty, number, negative, large, kind] = self.files().whys;
        match why {
            Why::TooFewCells => cells,
            Why::NoTime => time,
            Why::NoSuchHour => hour,
            Why::NoValue => empty,
            Why::NoNumber => number,
            Why::Negative => negative,
            Why::TooLarge => large,
            Why::UnknownKind => kind,
        }
    }
}
