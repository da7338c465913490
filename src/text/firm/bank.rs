//! Two pages for a bank: the project, and its cash flow.

use super::{Teller, fill, owned};
use crate::{
    model::inputs::firm::finance::{Funding, TaxForm},
    units::NetPln,
    view::{
        Table,
        firm::{Piece, Section},
    },
};

/// Most assumptions on the page: those that weigh most in a firm's money stand first.
const MOST_ASSUMPTIONS: usize = 10;
/// Tables of the figures that a bank asks about, in their order on the page.
const ASKED: [&str; 2] = ["firm_assumptions.", "firm_taxes."];

impl Teller<'_> {
    pub(super) fn bank(&self) -> Vec<Section> {
        if !self.built() {
            return Vec::new();
        }
        let words = &self.words.bank;
        let page = |id: &str, title: &str, pieces: Vec<Piece>| Section {
            id: id.to_owned(),
            title: title.to_owned(),
            folded: false,
            pieces,
        };
        let estimate = fill(words.estimate, &[&self.outcome.year.to_string()]);
        let project = vec![
            Piece::Words(vec![estimate]),
            Piece::Open(self.project()),
            Piece::Open(self.result()),
            Piece::Open(self.bill_short()),
            Piece::Open(self.main_assumptions()),
        ];
        let cash = vec![
            Piece::Words(vec![fill(words.cash_lead, &[])]),
            Piece::Open(self.bank_cash()),
            Piece::Open(self.sensitivity_table()),
        ];
        vec![page("bank-project", words.project, project), page("bank-cash", words.cash, cash)]
    }

    fn project(&self) -> Table {
        let (words, outcome, money) = (&self.words.bank, self.outcome, &self.outcome.money);
        let mut rows = vec![vec![words.town.to_owned(), outcome.town_name.clone()]];
        let mut add = |name: &str, value: String| rows.push(vec![name.to_owned(), value]);
        for (index, meter) in outcome.meters.iter().enumerate() {
            let group = self.said.scenario.meters.get(index).map_or("", |meter| meter.contract.group.as_str());
            let power = self.kw(meter.before.contracted.contracted);
            let contract = fill(words.contract, &[group, &power, &self.kwh(meter.energy.consumption.0)]);
            add(&fill(words.meter, &[&(index + 1).to_string()]), format!("{contract}; {}", self.plan_of(meter)));
        }
        add(words.yields, self.kwh(outcome.energy.generation.0));
        add(words.price_pv, self.pln(money.pv_price));
        add(words.price_battery, self.pln(money.battery_price));
        add(words.grant, self.pln(money.grant));
        add(words.investment, self.pln(self.investment()));
        add(words.funding, self.funding());
        add(words.tax, self.tax_form().to_owned());
        Table { caption: words.summary.to_owned(), columns: owned(&words.columns), rows }
    }

    fn funding(&self) -> String {
        let words = &self.words.bank;
        let percent = |percent: f64| self.lang.unit(self.lang.amount(percent), "%");
        match self.outcome.money.funding {
            Funding::Own => words.funding_own.to_owned(),
            Funding::Loan { share_percent, rate_percent, years, grace_months, .. } => {
                let grace = self.whole(grace_months, words.months);
                let told = [percent(share_percent), percent(rate_percent), self.span(years), grace];
                fill(words.funding_loan, &[&told[0], &told[1], &told[2], &told[3]])
            }
            Funding::Lease { initial_percent, buyout_percent, rate_percent, years } => {
                let told = [percent(initial_percent), percent(buyout_percent), percent(rate_percent), self.span(years)];
                fill(words.funding_lease, &[&told[0], &told[1], &told[2], &told[3]])
            }
        }
    }

    fn tax_form(&self) -> &'static str {
        let [company, small, linear, scale, none] = self.words.bank.tax_forms;
        match self.said.scenario.money.tax {
            Some(TaxForm::Cit) => company,
            Some(TaxForm::CitSmall) => small,
            Some(TaxForm::PitLinear) => linear,
            Some(TaxForm::PitScale) => scale,
            None => none,
        }
    }

    fn result(&self) -> Table {
        let words = &self.words.bank;
        let mut table = self.measures(words.figures);
        if let Some(least) = self.outcome.money.appraisal.least_coverage {
            table.rows.push(vec![words.least_coverage.to_owned(), self.none(), self.lang.number(least, 2)]);
        }
        table
    }

    /// What the electricity of each meter costs before and after.
    fn bill_short(&self) -> Table {
        let (words, money) = (&self.words.bank, &self.outcome.money);
        let row = |name: String, before: NetPln, after: NetPln| {
            vec![name, self.cell(before.0), self.cell(after.0), self.cell(after.0 - before.0)]
        };
        let meters = self.outcome.meters.iter().enumerate().map(|(index, meter)| {
            row(self.meter_name(index), meter.before.bill.cost_net(), meter.after.bill.cost_net())
        });
        let total = row(self.words.answer.total.to_owned(), money.cost_before, money.cost_after);
        let rows = meters.filter(|_| self.has_many()).chain([total]).collect();
        Table { caption: words.bill.to_owned(), columns: owned(&self.words.bill.columns), rows }
    }

    fn main_assumptions(&self) -> Table {
        let words = &self.words.bank;
        let all = &self.outcome.assumptions;
        let asked = ASKED.iter().flat_map(|table| all.iter().filter(move |row| row.id.starts_with(table)));
        let rows = asked.take(MOST_ASSUMPTIONS).map(|row| {
            let source = match self.lang.text().confidence(&row.confidence) {
                _ if row.own => self.words.basis.own.to_owned(),
                (weak, true) => format!("{weak}, {}", self.lang.date(&row.checked_on)),
                (_, false) => format!("{}, {}", row.source, self.lang.date(&row.checked_on)),
            };
            vec![self.assumption_name(row), self.assumption_value(row), source]
        });
        Table {
            caption: words.assumptions.to_owned(),
            columns: owned(&words.assumptions_columns),
            rows: rows.collect(),
        }
    }

    fn bank_cash(&self) -> Table {
        let words = &self.words.bank;
        let years = self.outcome.money.appraisal.years.iter().zip(self.sums()).enumerate();
        let rows = years.map(|(index, (year, sum))| {
            let cells = [
                year.investment - year.borrowed,
                year.saving + year.residual,
                year.upkeep,
                year.debt_service(),
                year.tax,
                year.of_owner(),
                sum,
            ];
            let mut row = vec![index.to_string()];
            row.extend(cells.map(|amount| self.cell(amount.0)));
            row.push(self.coverage(index));
            row
        });
        Table { caption: words.cash.to_owned(), columns: owned(&words.cash_columns), rows: rows.collect() }
    }
}
