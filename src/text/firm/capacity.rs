//! What the shape of the days costs: the capacity charge by class, by month and day by day.

use super::{Teller, fill, owned, section};
use crate::{
    model::{
        firm::outcome::{DayMark, MeterOutcome, MeterYear},
        settlement::capacity_charge::{CapacityDay, CapacityYear},
    },
    rules::firm::capacity::ShapeClass,
    units::NetPln,
    view::{
        Table,
        firm::{Carpet, Key, Palette, Piece, Plate, Section},
    },
};

/// Most days of a month.
const DAYS: usize = 31;
/// A cell of a day that the month does not have.
const ABSENT: u8 = 255;
/// Every how many days a day is written beside the calendar.
const NAMED: usize = 5;

/// Place of a class from the best.
pub(super) fn place(class: ShapeClass) -> usize {
    match class {
        ShapeClass::K1 => 0,
        ShapeClass::K2 => 1,
        ShapeClass::K3 => 2,
        ShapeClass::K4 => 3,
    }
}

/// Short name of the class of a day; empty on a day without one.
pub(super) fn short(class: Option<ShapeClass>) -> &'static str {
    class.map_or("", |class| ["K1", "K2", "K3", "K4"][place(class)])
}

impl Teller<'_> {
    pub(super) fn capacity(&self) -> Option<Section> {
        let words = &self.words.capacity;
        let mut pieces = vec![Piece::Words(vec![fill(words.lead, &[]), fill(words.flat, &[])])];
        for (index, meter) in self.outcome.meters.iter().enumerate() {
            let (before, after) = (self.net(meter.before.capacity.charge()), self.net(meter.after.capacity.charge()));
            let costs = if Self::is_built(meter) { words.costs } else { words.cost_now };
            let mut said = vec![self.about(index, fill(costs, &[&before, &after]))];
            if charged_in_full(&meter.before.capacity) {
                said.push(fill(words.small, &[]));
            }
            pieces.push(Piece::Words(said));
            pieces.push(Piece::Open(self.by_class(index, meter)));
            if Self::is_built(meter) {
                pieces.push(self.calendar(index, words.calendar_before, &meter.before));
                pieces.push(self.calendar(index, words.calendar_after, &meter.after));
            } else {
                pieces.push(self.calendar(index, words.calendar_now, &meter.before));
            }
            pieces.push(Piece::Table(self.classes_by_month(index, meter)));
        }
        section("capacity", words.title, pieces)
    }

    fn by_class(&self, index: usize, meter: &MeterOutcome) -> Table {
        let words = &self.words.capacity;
        let (before, after) = (&meter.before.capacity, &meter.after.capacity);
        let days = [before.days_by_class(), after.days_by_class()];
        let charges = [before, after].map(charge_by_class);
        let row = |(class, name): (usize, &&str)| {
            vec![
                (*name).to_owned(),
                days[0][class].to_string(),
                days[1][class].to_string(),
                self.cell(charges[0][class]),
                self.cell(charges[1][class]),
            ]
        };
        let mut rows: Vec<Vec<String>> = words.classes.iter().enumerate().map(row).collect();
        rows.push(vec![
            words.total.to_owned(),
            days[0].iter().sum::<usize>().to_string(),
            days[1].iter().sum::<usize>().to_string(),
            self.cell(before.charge().0),
            self.cell(after.charge().0),
        ]);
        let table = self.table(index, words.caption, owned(&words.columns), rows);
        self.only(Self::is_built(meter), &[0, 1, 3], table)
    }

    fn classes_by_month(&self, index: usize, meter: &MeterOutcome) -> Table {
        let words = &self.words.capacity;
        let months = meter.before.capacity.months.iter().zip(&meter.after.capacity.months).zip(self.months());
        let rows = months.map(|((before, after), month)| {
            let days = before.days.iter().zip(after.days);
            let changed = days.map(|(before, after)| match *before == after {
                true => after.to_string(),
                false => fill(words.change, &[&before.to_string(), &after.to_string()]),
            });
            let mut row = vec![(*month).to_owned()];
            row.extend(changed);
            row.extend([before.charge.0, after.charge.0].map(|pln| self.cell(pln)));
            row
        });
        let rows = rows.collect();
        let table = self.table(index, words.months, owned(&words.months_columns), rows);
        self.only(Self::is_built(meter), &[0, 1, 2, 3, 4, 5], table)
    }

    /// A year of days by class: a column for each month, a row for each day of it.
    fn calendar(&self, index: usize, title: &str, year: &MeterYear) -> Piece {
        let words = &self.words.capacity;
        let mut cells = vec![ABSENT; 12 * DAYS];
        let mut readings = vec![String::new(); 12 * DAYS];
        let mut rows: Vec<Vec<String>> = (1..=DAYS)
            .map(|day| std::iter::once(day.to_string()).chain((0..12).map(|_| String::new())).collect())
            .collect();
        for (mark, day) in self.outcome.days.iter().zip(&year.capacity.days) {
            let row = mark.day.saturating_sub(1);
            let place_of = mark.month * DAYS + row;
            let step = day.class.map_or(0, |class| u8::try_from(place(class) + 1).unwrap_or(0));
            if let (Some(cell), Some(reading)) = (cells.get_mut(place_of), readings.get_mut(place_of)) {
                *cell = step;
                *reading = self.day(*mark, day);
            }
            if let Some(cell) = rows.get_mut(row).and_then(|cells| cells.get_mut(mark.month + 1)) {
                *cell = if day.class.is_some() { short(day.class).to_owned() } else { self.none() };
            }
        }
        let days = year.capacity.days_by_class().map(|days| days.to_string());
        let title = self.of_meter(index, title);
        let columns = std::iter::once(words.day_of_month).chain(self.lang.text().charts.months_short);
        let steps = words.classes.iter().zip(1..).map(|(name, step)| (Key::Step(step), (*name).to_owned()));
        let legend = steps.chain([(Key::Step(0), words.free.to_owned())]);
        Piece::Carpet(Plate {
            summary: fill(words.calendar_summary, &[&days[0], &days[1], &days[2], &days[3]]),
            legend: legend.collect(),
            readings,
            picture: Carpet {
                columns: 12,
                rows: DAYS,
                cells,
                palette: Palette::Classes,
                column_marks: self.lang.text().charts.months_short.map(str::to_owned).into_iter().enumerate().collect(),
                row_marks: (0..DAYS)
                    .filter(|day| *day == 0 || (day + 1) % NAMED == 0)
                    .map(|day| (day, (day + 1).to_string()))
                    .collect(),
            },
            table: Table { caption: title.clone(), columns: columns.map(str::to_owned).collect(), rows },
            title,
        })
    }

    /// A date without its year.
    pub(super) fn date(&self, mark: DayMark) -> String {
        let month = self.lang.text().charts.months_of.get(mark.month).copied().unwrap_or_default();
        format!("{}\u{a0}{month}", mark.day)
    }

    fn day(&self, mark: DayMark, day: &CapacityDay) -> String {
        let (words, date) = (&self.words.capacity, self.date(mark));
        let charge = self.lang.pln_grosze(day.charge.0);
        match (day.class, day.deviation) {
            (None, _) => fill(words.day_free, &[&date]),
            (class, None) => fill(words.day_idle, &[&date, short(class), &charge]),
            (class, Some(deviation)) => {
                let deviation = self.lang.unit(self.lang.number(100.0 * deviation, 1), "%");
                let selected = self.kwh(day.selected.0);
                fill(words.day_reading, &[&date, short(class), &deviation, &selected, &charge])
            }
        }
    }
}

/// The year's charge of the days of each class.
fn charge_by_class(year: &CapacityYear) -> [f64; 4] {
    let mut charges_pln = [0.0; 4];
    for day in &year.days {
        if let Some(class) = day.class {
            charges_pln[place(class)] += day.charge.0;
        }
    }
    charges_pln
}

/// Whether even days flatter than any limit are of the last class: a small connection that is not classified.
fn charged_in_full(year: &CapacityYear) -> bool {
    year.charge() > NetPln::ZERO
        && year
            .days
            .iter()
            .any(|day| day.class == Some(ShapeClass::K4) && day.deviation.is_some_and(|deviation| deviation <= 0.0))
}
