//! The bill of a year before and after, line by line and month by month.

use super::{LEAST_PLN, Teller, fill, owned, section};
use crate::{
    model::{
        firm::outcome::{ExportSettled, MeterOutcome},
        settlement::firm::{FirmBill, line::FirmLine},
    },
    units::NetPln,
    view::{
        Bar, Drawing, Hue, Line, Picture, Table,
        firm::{Piece, Section},
    },
};

impl Teller<'_> {
    pub(super) fn bill(&self) -> Option<Section> {
        let words = &self.words.bill;
        let mut lead = vec![words.lead.to_owned()];
        if self.outcome.meters.iter().any(|meter| meter.export == ExportSettled::Prosumer) {
            lead.push(fill(words.settled, &[]));
        }
        let mut pieces = vec![Piece::Words(lead)];
        for (index, meter) in self.outcome.meters.iter().enumerate() {
            pieces.push(Piece::Open(self.bill_lines(index, meter)));
            pieces.push(Piece::Columns(self.bill_months(index, meter)));
        }
        section("bill", words.title, pieces)
    }

    /// A row of an amount now and with the plant.
    fn changed(&self, name: &str, before: f64, after: f64) -> Vec<String> {
        vec![name.to_owned(), self.cell(before), self.cell(after), self.cell(after - before)]
    }

    /// The year's bill of a meter.
    pub(super) fn bill_lines(&self, index: usize, meter: &MeterOutcome) -> Table {
        let words = &self.words.bill;
        let (before, after) = (&meter.before.bill, &meter.after.bill);
        let (lines_before, lines_after) = (before.lines(), after.lines());
        let lines = FirmLine::ALL.into_iter().zip(words.lines);
        let mut rows: Vec<Vec<String>> = lines
            .map(|(line, name)| (name, lines_before[line].0, lines_after[line].0))
            .filter(|(_, before, after)| before.abs() >= LEAST_PLN || after.abs() >= LEAST_PLN)
            .map(|(name, before, after)| self.changed(name, before, after))
            .collect();
        rows.push(self.changed(words.total, before.total_net().0, after.total_net().0));
        let deposit = |bill: &FirmBill| -(bill.deposit().used.0 + bill.deposit().refunded.0);
        let revenue = |bill: &FirmBill| -bill.sale().revenue.0;
        match meter.export {
            ExportSettled::Nothing => {}
            ExportSettled::Prosumer => rows.push(self.changed(words.deposit, deposit(before), deposit(after))),
            ExportSettled::Producer => rows.push(self.changed(words.sale, revenue(before), revenue(after))),
        }
        if meter.export != ExportSettled::Nothing {
            rows.push(self.changed(words.cost, before.cost_net().0, after.cost_net().0));
        }
        let table = self.table(index, words.caption, owned(&words.columns), rows);
        self.only(Self::is_built(meter), &[0, 1], table)
    }

    /// The cost of each month as a picture.
    fn bill_months(&self, index: usize, meter: &MeterOutcome) -> Drawing {
        let (words, months) = (&self.words.bill, self.months());
        let built = Self::is_built(meter);
        let of = |bill: &FirmBill| bill.months.iter().map(|month| month.cost_net().0).collect::<Vec<f64>>();
        let (before, after) = (of(&meter.before.bill), of(&meter.after.bill));
        let dearest = before.iter().enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b)).map_or(0, |(month, _)| month);
        let pairs = || before.iter().zip(&after).zip(months);
        let reading = |((before, after), month): ((&f64, &f64), &&str)| {
            fill(
                if built { words.month_reading } else { words.month_reading_now },
                &[month, &self.pln(NetPln(*before)), &self.pln(NetPln(*after))],
            )
        };
        let bar = |cost: &f64| {
            let part = vec![(if built { Hue::Direct } else { Hue::Import }, cost.abs())];
            if *cost < 0.0 { Bar { up: Vec::new(), down: part } } else { Bar { up: part, down: Vec::new() } }
        };
        let summary =
            [self.pln(meter.before.bill.cost_net()), self.pln(meter.after.bill.cost_net()), months[dearest].to_owned()];
        let legend = vec![(Hue::Import, words.before.to_owned()), (Hue::Direct, words.after.to_owned())];
        let table = self.table(index, words.months_title, owned(&words.months_columns), self.month_rows(meter));
        let lines = if built { vec![Line { hue: Hue::Import, heights: before.clone() }] } else { Vec::new() };
        Drawing {
            title: self.of_meter(index, words.months_title),
            summary: fill(
                if built { words.months_summary } else { words.months_summary_now },
                &[&summary[0], &summary[1], &summary[2]],
            ),
            legend: if built { legend } else { vec![(Hue::Import, words.before.to_owned())] },
            columns: owned(months),
            readings: pairs().map(reading).collect(),
            picture: Picture {
                bars: after.iter().map(bar).collect(),
                lines,
                names: owned(&self.lang.text().charts.months_short),
                unit: "zł".into(),
                amounts_below: false,
            },
            table: self.only(built, &[0, 1, 4], table),
        }
    }

    fn month_rows(&self, meter: &MeterOutcome) -> Vec<Vec<String>> {
        let (before, after) = (&meter.before.bill.months, &meter.after.bill.months);
        let pairs = before.iter().zip(after).zip(self.months());
        pairs
            .map(|((before, after), month)| {
                let mut row = self.changed(month, before.cost_net().0, after.cost_net().0);
                row.extend([before.import().0, after.import().0].map(|kwh| self.lang.number(kwh, 0)));
                row
            })
            .collect()
    }
}
