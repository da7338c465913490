//! The course of the intake: the load duration curve, and the year as a map.

use super::{Teller, fill, folded, owned, section};
use crate::{
    model::firm::outcome::MeterOutcome,
    order,
    units::{Kw, Kwh, Series},
    view::{
        Hue, Table,
        firm::{Carpet, Curves, Key, Palette, Piece, Plate, Section},
    },
};

/// Points of the curve from the greatest intake to the least.
const POINTS: usize = 120;
/// Every how many points a row of the table stands.
const ROWS: usize = 6;
/// Marks under the curve.
const MARKS: usize = 4;
/// Strongest step of a palette.
const STRONGEST: f64 = 15.0;
const HOURS_OF_DAY: usize = 24;
/// A cell that is not there: the hour that summer time leaves out.
const ABSENT: u8 = 255;
/// Every how many hours an hour is written beside the map.
const NAMED: usize = 6;

/// The intake of a year by day and hour of the local clock.
struct Map {
    /// 24 a day; negative where the clock skips the hour.
    cells_kwh: Vec<f64>,
    /// Sum of each day.
    days_kwh: Vec<f64>,
}

impl Teller<'_> {
    pub(super) fn load(&self) -> Option<Section> {
        let words = &self.words.load;
        let mut pieces = vec![Piece::Words(vec![fill(words.lead, &[])])];
        for (index, meter) in self.outcome.meters.iter().enumerate() {
            pieces.extend(self.duration(index, meter).map(Piece::Curves));
            let now = self.map(&meter.hours.load);
            if Self::is_built(meter) {
                let after = self.map(&meter.hours.import);
                let most = now.most().max(after.most());
                pieces.push(self.carpet(index, words.carpet_before, &now, most));
                pieces.push(self.carpet(index, words.carpet_after, &after, most));
            } else {
                pieces.push(self.carpet(index, words.carpet_now, &now, now.most()));
            }
        }
        // Maps of several meters are many.
        if self.has_many() { folded("load", words.title, pieces) } else { section("load", words.title, pieces) }
    }

    /// The hours of the year from the greatest intake to the least; none where no hours are known.
    fn duration(&self, index: usize, meter: &MeterOutcome) -> Option<Plate<Curves>> {
        let words = &self.words.load;
        let built = Self::is_built(meter);
        let before = falling(meter.hours.peak_before.raw());
        let after = falling(meter.hours.peak_after.raw());
        let hours = before.len().min(after.len());
        let last = hours.checked_sub(1)?;
        let told = meter.before.contracted.contracted;
        let place = |point: usize| last * point / (POINTS - 1);
        let line = |kw: &[f64]| (0..POINTS).map(|point| kw[place(point)]).collect::<Vec<f64>>();
        let counted = |hours: usize| self.lang.number(hours as f64, 0);
        let reading = |point: usize| {
            let [now, then] = [&before, &after].map(|kw| self.kw(Kw(kw[place(point)])));
            fill(if built { words.reading } else { words.reading_now }, &[&counted(place(point) + 1), &now, &then])
        };
        let above = |kw: &[f64]| counted(kw.iter().filter(|kw| **kw > told.0).count());
        let (peaks, told_kw) = ([&before, &after].map(|kw| self.kw(Kw(kw[0]))), self.kw(told));
        let summary = if built {
            fill(words.curve_summary, &[&peaks[0], &peaks[1], &told_kw, &above(&before), &above(&after)])
        } else {
            fill(words.curve_summary_now, &[&peaks[0], &told_kw, &above(&before)])
        };
        let row = |point: usize| {
            let share = self.lang.percent((place(point) + 1) as f64 / hours as f64);
            let mut row = vec![counted(place(point) + 1), share, self.power_of(Kw(before[place(point)]))];
            row.extend(built.then(|| self.power_of(Kw(after[place(point)]))));
            row
        };
        let title = self.of_meter(index, words.curve_title);
        let mut legend = vec![(Key::Hue(Hue::Import), words.before.to_owned())];
        let mut lines = vec![(Hue::Import, line(&before))];
        if built {
            legend.push((Key::Hue(Hue::Direct), words.after.to_owned()));
            lines.push((Hue::Direct, line(&after)));
        }
        legend.push((Key::Hue(Hue::Ink), fill(words.level, &[&told_kw])));
        let mark = |mark: usize| (mark as f64 / MARKS as f64, fill(words.mark, &[&counted(hours * mark / MARKS)]));
        Some(Plate {
            summary,
            legend,
            readings: (0..POINTS).map(reading).collect(),
            picture: Curves {
                lines,
                marks: (0..=MARKS).map(mark).collect(),
                levels: vec![(told.0, fill(words.level, &[&told_kw]))],
                unit: "kW".to_owned(),
            },
            table: Table {
                caption: title.clone(),
                columns: owned(&words.columns).into_iter().take(if built { 4 } else { 3 }).collect(),
                rows: (0..POINTS).step_by(ROWS).map(row).collect(),
            },
            title,
        })
    }

    fn map(&self, hourly: &Series<Kwh>) -> Map {
        let mut cells_kwh = vec![-1.0_f64; self.outcome.days.len() * HOURS_OF_DAY];
        let mut days_kwh = vec![0.0; self.outcome.days.len()];
        for ((day, hour), kwh) in self.outcome.clock.iter().zip(hourly.raw()) {
            if let Some(cell) = cells_kwh.get_mut(day * HOURS_OF_DAY + hour) {
                // The hour that the clock of autumn shows twice holds the greater.
                *cell = cell.max(*kwh);
            }
            if let Some(sum) = days_kwh.get_mut(*day) {
                *sum += kwh;
            }
        }
        Map { cells_kwh, days_kwh }
    }

    fn carpet(&self, index: usize, title: &str, map: &Map, most: f64) -> Piece {
        let words = &self.words.load;
        let kwh = |kwh: f64| self.lang.unit(self.lang.number(kwh, usize::from(kwh < 100.0)), "kWh");
        let days = self.outcome.days.iter().zip(map.cells_kwh.chunks(HOURS_OF_DAY).zip(&map.days_kwh));
        let mut months = [(0.0, 0.0_f64); 12];
        for (mark, (hours, day_kwh)) in days.clone() {
            if let Some((sum, greatest)) = months.get_mut(mark.month) {
                *sum += day_kwh;
                *greatest = hours.iter().copied().fold(*greatest, f64::max);
            }
        }
        let readings = days.map(|(mark, (hours, day_kwh))| {
            let (hour, greatest) = highest(hours);
            fill(words.carpet_reading, &[&self.date(*mark), &kwh(*day_kwh), &kwh(greatest), &hour.to_string()])
        });
        let starts = self.outcome.days.iter().enumerate().filter(|(_, mark)| mark.day == 1);
        let short = &self.lang.text().charts.months_short;
        let year: f64 = months.iter().map(|(sum, _)| sum).sum();
        let rows = months.iter().zip(self.months()).map(|((sum, greatest), month)| {
            vec![(*month).to_owned(), self.cell(*sum), self.lang.number(greatest.max(0.0), 1)]
        });
        let title = self.of_meter(index, title);
        Piece::Carpet(Plate {
            summary: fill(words.carpet_summary, &[&kwh(map.most()), &self.kwh(year)]),
            legend: vec![
                (Key::Step(0), words.carpet_least.to_owned()),
                (Key::Step(15), fill(words.carpet_most, &[&kwh(most)])),
            ],
            readings: readings.collect(),
            picture: Carpet {
                columns: self.outcome.days.len(),
                rows: HOURS_OF_DAY,
                cells: map.cells_kwh.iter().map(|kwh| step(*kwh, most)).collect(),
                palette: Palette::Ramp(Hue::Battery),
                column_marks: starts
                    .map(|(day, mark)| (day, short.get(mark.month).copied().unwrap_or_default().to_owned()))
                    .collect(),
                row_marks: (0..HOURS_OF_DAY).step_by(NAMED).map(|hour| (hour, format!("{hour}:00"))).collect(),
            },
            table: Table { caption: title.clone(), columns: owned(&words.carpet_columns), rows: rows.collect() },
            title,
        })
    }
}

impl Map {
    fn most(&self) -> f64 {
        self.cells_kwh.iter().copied().fold(0.0, f64::max)
    }
}

/// From the greatest down.
fn falling(kw: &[f64]) -> Vec<f64> {
    order::ascending(kw).into_iter().rev().map(|place| kw[place]).collect()
}

/// The hour of most, and how much.
fn highest(hours: &[f64]) -> (usize, f64) {
    hours.iter().copied().enumerate().fold((0, 0.0), |most, hour| if hour.1 > most.1 { hour } else { most })
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a step lies within 0 to 15")]
fn step(kwh: f64, most: f64) -> u8 {
    if kwh < 0.0 {
        ABSENT
    } else if most > 0.0 {
        (kwh / most * STRONGEST).round().clamp(0.0, STRONGEST) as u8
    } else {
        0
    }
}
