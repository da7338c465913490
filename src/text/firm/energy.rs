//! Where the energy comes from and goes to, month by month, and what is lost on the way.

use super::{Teller, fill, owned, section};
use crate::{
    model::{firm::outcome::MeterOutcome, inputs::firm::surface::SurfaceKind, report::Energy},
    view::{
        Bar, Drawing, Hue, Picture, Table,
        firm::{Piece, Section},
    },
};

/// Step of the ladder that only rows on the ground have.
const ROWS_STEP: &str = "row_shading";

/// Flows of a month in the order of the table: generation, use, direct, into and from the battery, import, export.
type Flows = [f64; 7];

fn flows(energy: &Energy) -> Flows {
    let Energy { generation, consumption, direct_use, charge, discharge, import, export, .. } = energy;
    [generation, consumption, direct_use, charge, discharge, import, export].map(|kwh| kwh.0)
}

impl Teller<'_> {
    pub(super) fn energy(&self) -> Option<Section> {
        let (words, energy) = (&self.words.energy, &self.outcome.energy);
        let lead = fill(
            words.lead,
            &[
                &self.kwh(energy.consumption.0),
                &self.kwh(energy.generation.0),
                &self.lang.percent(energy.self_consumption()),
                &self.lang.percent(energy.autonomy()),
            ],
        );
        let mut pieces = vec![Piece::Words(vec![lead]), Piece::Columns(self.energy_months())];
        for (index, meter) in self.outcome.meters.iter().enumerate() {
            if meter.pv.0 > 0.0 {
                pieces.push(Piece::Table(self.surfaces(index, meter)));
                pieces.push(Piece::Table(self.losses(index, meter)));
            }
        }
        section("energy", words.title, pieces)
    }

    fn energy_months(&self) -> Drawing {
        let words = &self.words.energy;
        let mut months = [Flows::default(); 12];
        for meter in &self.outcome.meters {
            for (sum, month) in months.iter_mut().zip(&meter.months) {
                sum.iter_mut().zip(flows(month)).for_each(|(sum, kwh)| *sum += kwh);
            }
        }
        let names = self.months();
        let most = |flow: usize| {
            let kwh = |month: usize| months[month][flow];
            let month = (0..12).fold(0, |most, month| if kwh(month) > kwh(most) { month } else { most });
            (names[month], self.kwh(kwh(month)))
        };
        let (sunniest, bought) = (most(0), most(5));
        let bar = |[_, _, direct, _, discharge, import, export]: &Flows| Bar {
            up: vec![(Hue::Direct, *direct), (Hue::Battery, *discharge), (Hue::Import, *import)],
            down: vec![(Hue::Export, *export)],
        };
        let reading = |(month, name): (&Flows, &&str)| {
            let [generation, used, direct, _, discharge, import, export] = month.map(|kwh| self.kwh(kwh));
            fill(words.reading, &[name, &used, &generation, &direct, &discharge, &import, &export])
        };
        let row = |name: &str, month: &Flows| {
            let cells = month.iter().map(|kwh| self.lang.number(*kwh, 0));
            std::iter::once(name.to_owned()).chain(cells).collect::<Vec<String>>()
        };
        let mut rows: Vec<Vec<String>> = months.iter().zip(names).map(|(month, name)| row(name, month)).collect();
        rows.push(row(self.words.answer.total, &flows(&self.outcome.energy)));
        let hues = [Hue::Direct, Hue::Battery, Hue::Import, Hue::Export];
        let kinds = [words.direct, words.battery, words.import, words.export].map(str::to_owned);
        Drawing {
            title: words.months_title.to_owned(),
            summary: fill(words.months_summary, &[sunniest.0, &sunniest.1, bought.0, &bought.1]),
            legend: hues.into_iter().zip(kinds).collect(),
            columns: owned(names),
            readings: months.iter().zip(names).map(reading).collect(),
            picture: Picture {
                bars: months.iter().map(bar).collect(),
                lines: Vec::new(),
                names: owned(&self.lang.text().charts.months_short),
                unit: "kWh".into(),
                amounts_below: true,
            },
            table: Table { caption: words.months_title.to_owned(), columns: owned(&words.columns), rows },
        }
    }

    fn losses(&self, index: usize, meter: &MeterOutcome) -> Table {
        let words = &self.words.energy;
        let name = |id: &str| match id {
            ROWS_STEP => words.rows_shading.to_owned(),
            id => self.lang.text().term(id),
        };
        let row = |(place, step): (usize, &crate::model::report::LadderStep)| {
            let change = if place == 0 { self.none() } else { self.lang.number(step.change.0, 0) };
            vec![name(&step.id), change, self.lang.number(step.left.0, 0)]
        };
        let rows = meter.ladder.iter().enumerate().map(row).collect();
        self.table(index, words.ladder_caption, owned(&words.ladder_columns), rows)
    }

    fn surfaces(&self, index: usize, meter: &MeterOutcome) -> Table {
        let words = &self.words.energy;
        let told = self.said.scenario.meters.get(index).map_or(&[][..], |meter| &meter.surfaces);
        let rows = meter.surfaces.iter().enumerate().map(|(place, used)| {
            let told = told.get(place).copied().unwrap_or_default();
            let kind = match told.kind {
                SurfaceKind::Roof => 0,
                SurfaceKind::Rows { .. } => 1,
                SurfaceKind::Carport => 2,
            };
            let slope = |deg: f64| self.lang.unit(self.lang.number(deg, 0), "°");
            vec![
                format!("{}. {}", place + 1, words.surface_kinds[kind]),
                self.lang.number(used.fits.0, 1),
                self.lang.number(used.placed.0, 1),
                self.lang.number(used.yield_per_kwp.0, 0),
                format!("{}, {}", slope(told.tilt_deg), self.lang.text().direction(told.azimuth_deg)),
            ]
        });
        let rows = rows.collect();
        self.table(index, words.surfaces_caption, owned(&words.surfaces_columns), rows)
    }
}
