//! What is fed in: the deposit of a prosumer, the sale of a producer.

use super::{Teller, fill, owned, section};
use crate::{
    model::firm::outcome::{ExportSettled, MeterOutcome},
    view::{
        Bar, Drawing, Hue, Picture, Table,
        firm::{Piece, Section},
    },
};

impl Teller<'_> {
    pub(super) fn export(&self) -> Option<Section> {
        let words = &self.words.export;
        let mut pieces = Vec::new();
        for (index, meter) in self.outcome.meters.iter().enumerate() {
            match meter.export {
                ExportSettled::Nothing => {
                    pieces.push(Piece::Words(vec![self.about(index, words.nothing.to_owned())]));
                }
                ExportSettled::Prosumer => self.deposit(index, meter, &mut pieces),
                ExportSettled::Producer => self.sale(index, meter, &mut pieces),
            }
        }
        section("export", words.title, pieces)
    }

    fn deposit(&self, index: usize, meter: &MeterOutcome, pieces: &mut Vec<Piece>) {
        let (words, year) = (&self.words.export, meter.after.bill.deposit());
        let pln = |amount: f64| self.lang.pln(amount);
        let parts = [year.credited.0, year.used.0, year.refunded.0, year.forfeited.0].map(pln);
        let said = fill(words.deposit_of, &[&parts[0], &parts[1], &parts[2], &parts[3]]);
        pieces.push(Piece::Words(vec![self.about(index, fill(words.prosumer, &[])), said]));
        let months = meter.after.bill.months.iter().zip(self.months());
        let rows = months.map(|(month, name)| {
            let account = &month.deposit;
            let cells = [
                account.export_value.0,
                account.credited.0,
                account.used.0,
                account.refunded.0,
                account.forfeited.0,
                account.balance.0,
            ];
            std::iter::once((*name).to_owned()).chain(cells.map(|pln| self.cell(pln))).collect()
        });
        let rows = rows.collect();
        pieces.push(Piece::Table(self.table(index, words.deposit_caption, owned(&words.deposit_columns), rows)));
    }

    fn sale(&self, index: usize, meter: &MeterOutcome, pieces: &mut Vec<Piece>) {
        let (words, year) = (&self.words.export, meter.after.bill.sale());
        let revenue = self.pln(year.revenue);
        let said = fill(words.sold, &[&self.kwh(year.sold.0), &revenue, &self.kwh(year.held_back.0)]);
        pieces.push(Piece::Words(vec![self.about(index, fill(words.producer, &[])), said]));
        let months = || meter.after.bill.months.iter().map(|month| month.sale).zip(self.months());
        let bar = |pln: f64| {
            let part = vec![(Hue::Export, pln.abs())];
            if pln < 0.0 { Bar { up: Vec::new(), down: part } } else { Bar { up: part, down: Vec::new() } }
        };
        let rows = months().map(|(sale, name)| {
            let kwh = |kwh: f64| self.lang.number(kwh, 0);
            vec![(*name).to_owned(), kwh(sale.sold.0), kwh(sale.held_back.0), self.cell(sale.revenue.0)]
        });
        let readings = months().map(|(sale, name)| {
            let (sold, held_back) = (self.kwh(sale.sold.0), self.kwh(sale.held_back.0));
            fill(words.sale_reading, &[name, &sold, &held_back, &self.pln(sale.revenue)])
        });
        let title = self.of_meter(index, words.sale_title);
        pieces.push(Piece::Columns(Drawing {
            summary: fill(words.sale_summary, &[&revenue]),
            legend: vec![(Hue::Export, words.sale_legend.to_owned())],
            columns: owned(self.months()),
            readings: readings.collect(),
            picture: Picture {
                bars: months().map(|(sale, _)| bar(sale.revenue.0)).collect(),
                lines: Vec::new(),
                names: owned(&self.lang.text().charts.months_short),
                unit: "zł".into(),
                amounts_below: false,
            },
            table: Table {
                caption: self.of_meter(index, words.sale_caption),
                columns: owned(&words.sale_columns),
                rows: rows.collect(),
            },
            title,
        }));
    }
}
