//! Money year by year: flows, measures, loan or lease, and the months of the first year.

use super::{Teller, fill, owned, section};
use crate::{
    model::{
        finance::firm::{FirmYearFlow, Measures},
        inputs::firm::finance::Funding,
    },
    units::NetPln,
    view::{
        Bar, Drawing, Hue, Line, Picture, Table,
        firm::{Piece, Section},
    },
};

const THOUSAND: f64 = 1000.0;

impl Teller<'_> {
    pub(super) fn cash(&self) -> Option<Section> {
        let (words, money) = (&self.words.cash, &self.outcome.money);
        if !self.built() {
            return None;
        }
        let mut said = vec![words.lead.to_owned()];
        if let Some(cost) = money.levelised_cost {
            let cost = self.lang.unit(self.lang.number(cost.0, 3), "zł/kWh");
            said.push(fill(words.levelised, &[&cost]));
        }
        said.extend(self.funding_said());
        if let Some(least) = money.appraisal.least_coverage {
            said.push(fill(words.coverage, &[&self.lang.number(least, 2)]));
            if least < 1.0 {
                said.push(words.coverage_short.to_owned());
            }
        }
        let mut pieces = vec![
            Piece::Words(said),
            Piece::Open(self.measures(words.measures_caption)),
            Piece::Columns(self.cash_years()),
        ];
        pieces.extend(self.debt().map(Piece::Table));
        pieces.push(Piece::Table(self.first_year()));
        section("cash", words.title, pieces)
    }

    fn funding_said(&self) -> Option<String> {
        let words = &self.words.cash;
        let percent = |percent: f64| self.lang.unit(self.lang.amount(percent), "%");
        match self.outcome.money.funding {
            Funding::Own => None,
            Funding::Loan { rate_percent, years, .. } => {
                let borrowed = self.first().map_or(NetPln::ZERO, |year| year.borrowed);
                Some(fill(words.loan, &[&self.pln(borrowed), &percent(rate_percent), &self.span(years)]))
            }
            Funding::Lease { rate_percent, years, .. } => {
                Some(fill(words.lease, &[&percent(rate_percent), &self.span(years)]))
            }
        }
    }

    fn first(&self) -> Option<&FirmYearFlow> {
        self.outcome.money.appraisal.years.first()
    }

    /// Measures of the plant alone beside those of the owner's money.
    pub(super) fn measures(&self, caption: &str) -> Table {
        let words = &self.words.cash;
        let column = |measures: &Measures| {
            [
                self.cell(measures.net_present_value.0),
                self.rate(measures.internal_rate_of_return),
                self.rate(measures.modified_rate_of_return),
                self.payback(measures.payback_years),
                self.payback(measures.discounted_payback_years),
            ]
        };
        let rows = words.measures.iter().zip(column(self.alone())).zip(column(self.owner()));
        Table {
            caption: caption.to_owned(),
            columns: owned(&words.measures_columns),
            rows: rows.map(|((name, alone), owner)| vec![(*name).to_owned(), alone, owner]).collect(),
        }
    }

    fn year_name(&self, year: usize) -> String {
        let words = &self.words.cash;
        if year == 0 { words.start.to_owned() } else { fill(words.year, &[&year.to_string()]) }
    }

    /// Debt service coverage of a year in words.
    pub(super) fn coverage(&self, year: usize) -> String {
        let coverage = year.checked_sub(1).and_then(|year| self.outcome.money.appraisal.coverage.get(year));
        coverage.copied().flatten().map_or_else(|| self.none(), |coverage| self.lang.number(coverage, 2))
    }

    /// The sum of the owner's flows up to each year.
    pub(super) fn sums(&self) -> Vec<NetPln> {
        let mut sum = NetPln::ZERO;
        let flows = self.owner().flows.iter();
        flows
            .map(|flow| {
                sum += *flow;
                sum
            })
            .collect()
    }

    fn cash_years(&self) -> Drawing {
        let words = &self.words.cash;
        let (flows, sums) = (&self.owner().flows, self.sums());
        let bar = |flow: &NetPln| {
            let thousands = flow.0 / THOUSAND;
            match thousands < 0.0 {
                true => Bar { up: Vec::new(), down: vec![(Hue::Import, -thousands)] },
                false => Bar { up: vec![(Hue::Direct, thousands)], down: Vec::new() },
            }
        };
        let readings = flows.iter().zip(&sums).enumerate().map(|(year, (flow, sum))| {
            fill(words.reading, &[&self.year_name(year), &self.pln(*flow), &self.pln(*sum)])
        });
        let last = sums.last().copied().unwrap_or_default();
        Drawing {
            title: words.chart_title.to_owned(),
            summary: fill(
                words.chart_summary,
                &[&self.pln(self.own_at_start()), &self.horizon_after(), &self.pln(last), self.tax()],
            ),
            legend: vec![
                (Hue::Direct, words.gains.to_owned()),
                (Hue::Import, words.spends.to_owned()),
                (Hue::Accent, words.sum.to_owned()),
            ],
            columns: (0..flows.len()).map(|year| self.year_name(year)).collect(),
            readings: readings.collect(),
            picture: Picture {
                bars: flows.iter().map(bar).collect(),
                lines: vec![Line { hue: Hue::Accent, heights: sums.iter().map(|sum| sum.0 / THOUSAND).collect() }],
                names: (0..flows.len()).map(|year| year.to_string()).collect(),
                unit: words.thousands.into(),
                amounts_below: false,
            },
            table: self.cash_table(),
        }
    }

    /// Every flow of every year.
    fn cash_table(&self) -> Table {
        let (words, appraisal) = (&self.words.cash, &self.outcome.money.appraisal);
        let rows = appraisal.years.iter().enumerate().map(|(index, year)| {
            let cells = [
                year.investment,
                year.borrowed,
                year.saving,
                year.upkeep,
                year.interest,
                year.principal,
                year.lease,
                year.residual,
                year.depreciation,
                year.tax,
                year.of_owner(),
            ];
            let mut row = vec![index.to_string()];
            row.extend(cells.map(|amount| self.cell(amount.0)));
            row.push(self.coverage(index));
            row
        });
        Table { caption: words.caption.to_owned(), columns: owned(&words.columns), rows: rows.collect() }
    }

    /// Loan or lease year by year.
    fn debt(&self) -> Option<Table> {
        let (words, years) = (&self.words.cash, &self.outcome.money.appraisal.years);
        let paying = || years.iter().enumerate().filter(|(_, year)| year.debt_service() > NetPln::ZERO);
        match self.outcome.money.funding {
            Funding::Own => None,
            Funding::Loan { .. } => {
                let mut left = self.first().map_or(NetPln::ZERO, |year| year.borrowed);
                let mut rows = Vec::new();
                for (index, year) in paying() {
                    left = left - year.principal;
                    let cells = [year.interest, year.principal, year.debt_service(), left].map(|pln| self.cell(pln.0));
                    let mut row = vec![index.to_string()];
                    row.extend(cells);
                    row.push(self.coverage(index));
                    rows.push(row);
                }
                Some(Table { caption: words.loan_caption.to_owned(), columns: owned(&words.loan_columns), rows })
            }
            Funding::Lease { .. } => {
                let row = |(index, year): (usize, &FirmYearFlow)| {
                    vec![index.to_string(), self.cell(year.lease.0), self.coverage(index)]
                };
                Some(Table {
                    caption: words.lease_caption.to_owned(),
                    columns: owned(&words.lease_columns),
                    rows: paying().map(row).collect(),
                })
            }
        }
    }

    fn first_year(&self) -> Table {
        let words = &self.words.cash;
        let mut sums = [0.0; 5];
        let mut rows = Vec::new();
        for (month, name) in self.outcome.money.first_year.iter().zip(self.months()) {
            let cells = [month.cost_before, month.cost_after, month.upkeep, month.debt_service, month.left()];
            sums.iter_mut().zip(cells).for_each(|(sum, pln)| *sum += pln.0);
            rows.push(std::iter::once((*name).to_owned()).chain(cells.map(|pln| self.cell(pln.0))).collect());
        }
        let total = std::iter::once(self.words.answer.total.to_owned());
        rows.push(total.chain(sums.map(|pln| self.cell(pln))).collect());
        Table { caption: words.first_caption.to_owned(), columns: owned(&words.first_columns), rows }
    }
}
