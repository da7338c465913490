//! The outcome of a scenario as a person reads it: totals, months, bill lines, money, and where the figures come from.

mod citations;
mod per_flat;
mod physical;

use crate::{
    calendar::Calendar,
    model::{
        dispatch::Flows,
        finance::{Appraisal, Project},
        generation::LossLadder,
        heating::HeatOutcome,
        inputs::SettlementScheme,
        settlement::{Bill, Settlement, line::Line},
    },
    units::{GrossPln, GrossPlnPerKwh, Kwh, Kwp, NetPln, Series},
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

pub use citations::Citations;
pub use per_flat::{PerFlat, per_flat};
pub use physical::Physical;

/// Energy flows over a span of time. Every flow is named by its direction and never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Energy {
    /// AC energy the modules could deliver.
    pub generation: Kwh,
    /// Energy the home uses.
    pub consumption: Kwh,
    /// Generation used in the same hour.
    pub direct_use: Kwh,
    /// Generation sent to the battery.
    pub charge: Kwh,
    /// Energy from the battery used by the home.
    pub discharge: Kwh,
    /// Energy bought from the grid.
    pub import: Kwh,
    /// Energy fed into the grid.
    pub export: Kwh,
    /// Generation that had nowhere to go.
    pub curtailed: Kwh,
}

/// One roof plane as it is used.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaneOutcome {
    /// Rated power that fits.
    pub fits: Kwp,
    /// Rated power placed on it.
    pub placed: Kwp,
    /// Yearly AC energy of one kWp on it.
    pub yield_per_kwp: Kwh,
}

/// One step of the ladder from the light of the sky to the meter; the first is the light itself, at rated efficiency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LadderStep {
    /// Identifier of the step.
    pub id: Cow<'static, str>,
    /// What the step changed over the year: a gain above 0, a loss below.
    pub change: Kwh,
    /// Energy left after it.
    pub left: Kwh,
}

/// One line of the yearly bill, before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BillLine {
    /// Identifier of the line: `energy`, `network_variable`, `capacity` and so on.
    pub id: Cow<'static, str>,
    /// Amount before VAT without the installation.
    pub before_net: NetPln,
    /// Amount with VAT without the installation.
    pub before_gross: GrossPln,
    /// Amount before VAT with the installation.
    pub after_net: NetPln,
    /// Amount with VAT with the installation.
    pub after_gross: GrossPln,
}

/// The prosumer deposit in one month of a settled year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DepositMonth {
    /// Value credited.
    pub credited: GrossPln,
    /// Paid for energy from it.
    pub used: GrossPln,
    /// Paid out after twelve months.
    pub refunded: GrossPln,
    /// Lost after twelve months.
    pub forfeited: GrossPln,
    /// Left at the end of the month.
    pub balance: GrossPln,
}

/// The energy account of net-metering in one month of a settled year; all zero under net-billing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreditMonth {
    /// Credited for the energy fed in.
    pub credited: Kwh,
    /// Taken back in the place of energy bought.
    pub settled: Kwh,
    /// Lost unused at the end of the month.
    pub lapsed: Kwh,
    /// Left at the end of the month.
    pub stock: Kwh,
}

/// What it costs and what it brings, in prices of the modelled year, with VAT.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MoneyOutcome {
    /// Price of the PV installation.
    pub pv_cost: GrossPln,
    /// Price of the battery.
    pub battery_cost: GrossPln,
    /// Grant.
    pub grant: GrossPln,
    /// Income tax saved in the first year.
    pub tax_relief: GrossPln,
    /// What the owner pays at the start: prices less grant.
    pub investment: GrossPln,
    /// Yearly bill without the installation.
    pub bill_before: GrossPln,
    /// Yearly bill with it, once the deposit account has filled: payments less refunds.
    pub bill_after: GrossPln,
    /// Saving of such a year.
    pub yearly_saving: GrossPln,
    /// Net present value over the horizon.
    pub net_present_value: GrossPln,
    /// Real internal rate of return a year; none where the cash flow never changes sign.
    pub internal_rate_of_return: Option<f64>,
    /// Years until the savings have paid the investment.
    pub payback_years: Option<f64>,
    /// The same with discounted savings.
    pub discounted_payback_years: Option<f64>,
    /// Cost of a generated kWh over the horizon; none without generation.
    pub levelised_cost: Option<GrossPlnPerKwh>,
    /// Cash flow, year 0 first.
    pub cash_flow: Vec<GrossPln>,
}

/// A figure that rests on a table row, for the list of assumptions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assumption {
    /// Table and identifier of the row.
    pub id: String,
    /// Value used.
    pub value: f64,
    /// Unit of the value.
    pub unit: String,
    /// Title of the document it comes from.
    pub source: String,
    /// Day on which it was last checked, ISO date.
    pub checked_on: String,
    /// How sure it is: R read in a primary document, S secondary source, C computed, M or S? weak.
    pub confidence: String,
    /// True where the person's own value replaces the table's.
    pub own: bool,
}

/// A document that figures rest on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Where in it, or its number.
    pub place: String,
    /// Web address; empty where there is none.
    pub url: String,
    /// Day on which its figures were last checked, ISO date.
    pub checked_on: String,
    /// How sure they are, as in [`Assumption::confidence`].
    pub confidence: String,
}

/// Hourly flows of the year, kWh, for charts and exports.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hours {
    /// AC energy the modules could deliver.
    pub generation: Series<Kwh>,
    /// Energy the home uses.
    pub consumption: Series<Kwh>,
    /// What flowed where.
    pub flows: Flows,
}

/// One hour of the mean day of a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DayHour {
    /// Hour on the local clock, 0 to 23.
    pub hour: usize,
    /// Mean flows of that hour.
    pub energy: Energy,
}

/// What the engine says of a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Town by its key.
    pub town: String,
    /// Modelled calendar year.
    pub year: i16,
    /// Rated power of the modules.
    pub pv: Kwp,
    /// Usable capacity of the battery.
    pub battery: Kwh,
    /// Rated power that fits on the whole roof.
    pub roof_fits: Kwp,
    /// Each plane of the roof.
    pub planes: Vec<PlaneOutcome>,
    /// Flows of the year.
    pub energy: Energy,
    /// Flows by local month.
    pub months: Vec<Energy>,
    /// Share of the generation used at home, directly or through the battery.
    pub self_consumption: f64,
    /// Share of the consumption covered by own generation.
    pub autonomy: f64,
    /// The same two shares as they flow within the hours.
    pub physical: Physical,
    /// Every gain and loss between the light of the sky and the meter.
    pub ladder: Vec<LadderStep>,
    /// The bill of a settled year, line by line.
    pub bill: Vec<BillLine>,
    /// How export is settled.
    pub scheme: SettlementScheme,
    /// True where energy is bought at the modelled market price of its hour.
    pub dynamic: bool,
    /// What it means for each flat; none where no building is judged.
    pub per_flat: Option<PerFlat>,
    /// The prosumer deposit of a settled year, by month; all zero under net-metering.
    pub deposit: Vec<DepositMonth>,
    /// The energy account of a settled year, by month; all zero under net-billing.
    pub credit: Vec<CreditMonth>,
    /// Cost and benefit.
    pub money: MoneyOutcome,
    /// Carbon dioxide not emitted for the energy no longer bought, kg a year.
    pub co2_avoided_kg: f64,
    /// Heat of the home and its electricity, which `energy.consumption` contains; none where heating is not counted.
    pub heat: Option<HeatOutcome>,
    /// Mean day of each local month, 24 hours each.
    pub days: Vec<Vec<DayHour>>,
    /// Figures that rest on tables, with their sources.
    pub assumptions: Vec<Assumption>,
    /// Documents behind tariff, levies and prices.
    pub documents: Vec<Document>,
    /// Hourly flows; not part of the printed outcome, and empty in one that came from a worker.
    #[serde(skip)]
    pub hours: Hours,
}

impl Hours {
    fn energy(&self, hour: usize) -> Energy {
        let flows = &self.flows;
        Energy {
            generation: Kwh(self.generation[hour]),
            consumption: Kwh(self.consumption[hour]),
            direct_use: Kwh(flows.direct_use[hour]),
            charge: Kwh(flows.charge[hour]),
            discharge: Kwh(flows.discharge[hour]),
            import: Kwh(flows.import[hour]),
            export: Kwh(flows.export[hour]),
            curtailed: Kwh(flows.curtailed[hour]),
        }
    }

    /// Flows of the year and of each local month.
    #[must_use]
    pub fn by_month(&self, calendar: &Calendar) -> (Energy, Vec<Energy>) {
        let mut year = Energy::default();
        let mut months = vec![Energy::default(); 12];
        for hour in 0..calendar.len().min(self.generation.len()) {
            let energy = self.energy(hour);
            year.add(&energy);
            months[calendar.month(hour)].add(&energy);
        }
        (year, months)
    }

    /// The mean day of each local month by the local clock.
    #[must_use]
    pub fn mean_days(&self, calendar: &Calendar) -> Vec<Vec<DayHour>> {
        let mut sums = [[(Energy::default(), 0.0); 24]; 12];
        for hour in 0..calendar.len().min(self.generation.len()) {
            let (sum, count) = &mut sums[calendar.month(hour)][calendar.hour_of_day(hour)];
            sum.add(&self.energy(hour));
            *count += 1.0;
        }
        let mean = |(sum, count): &(Energy, f64)| sum.scaled(1.0 / f64::max(*count, 1.0));
        sums.iter()
            .map(|day| day.iter().enumerate().map(|(hour, sum)| DayHour { hour, energy: mean(sum) }).collect())
            .collect()
    }
}

impl Energy {
    fn fields(&mut self) -> [&mut Kwh; 8] {
        [
            &mut self.generation,
            &mut self.consumption,
            &mut self.direct_use,
            &mut self.charge,
            &mut self.discharge,
            &mut self.import,
            &mut self.export,
            &mut self.curtailed,
        ]
    }

    /// Adds every flow of another span or meter.
    pub fn add(&mut self, other: &Self) {
        let mut other = *other;
        for (sum, part) in self.fields().into_iter().zip(other.fields()) {
            *sum += *part;
        }
    }

    fn scaled(&self, factor: f64) -> Self {
        let mut scaled = *self;
        for field in scaled.fields() {
            *field = *field * factor;
        }
        scaled
    }

    /// Share of the generation that was neither exported nor lost; 0 without generation.
    #[must_use]
    pub fn self_consumption(&self) -> f64 {
        share(self.generation - self.export - self.curtailed, self.generation)
    }

    /// Share of the consumption that was not bought; 0 without consumption.
    #[must_use]
    pub fn autonomy(&self) -> f64 {
        share(self.consumption - self.import, self.consumption)
    }
}

fn share(part: Kwh, whole: Kwh) -> f64 {
    if whole > Kwh::ZERO { part / whole } else { 0.0 }
}

/// The ladder as rows, the light of the sky first.
#[must_use]
pub fn ladder(losses: &LossLadder) -> Vec<LadderStep> {
    let mut left = losses.sky;
    let mut rows = vec![LadderStep { id: Cow::Borrowed("sky"), change: Kwh::ZERO, left }];
    for step in &losses.steps {
        left += step.change;
        rows.push(LadderStep { id: Cow::Borrowed(step.step.id()), change: step.change, left });
    }
    rows
}

/// The yearly bill line by line, before and after.
#[must_use]
pub fn bill_lines(before: &Bill, after: &Bill) -> Vec<BillLine> {
    let (before_net, after_net) = (before.lines(), after.lines());
    Line::ALL
        .into_iter()
        .map(|line| BillLine {
            id: Cow::Borrowed(line.id()),
            before_net: before_net[line],
            before_gross: before.line_gross(line),
            after_net: after_net[line],
            after_gross: after.line_gross(line),
        })
        .collect()
}

/// The deposit of a settled year by month.
#[must_use]
pub fn deposit(bill: &Bill) -> Vec<DepositMonth> {
    bill.months
        .iter()
        .map(|month| DepositMonth {
            credited: month.deposit.credited,
            used: month.deposit.used,
            refunded: month.deposit.refunded,
            forfeited: month.deposit.forfeited,
            balance: month.deposit.balance,
        })
        .collect()
}

/// The energy account of a settled year by month.
#[must_use]
pub fn credit(bill: &Bill) -> Vec<CreditMonth> {
    bill.months
        .iter()
        .map(|month| CreditMonth {
            credited: month.credit.born,
            settled: month.credit.settled,
            lapsed: month.credit.lapsed,
            stock: month.credit.stock,
        })
        .collect()
}

/// The results of the stages before, as the report needs them.
pub struct Parts<'a> {
    /// What is bought and saved.
    pub project: &'a Project,
    /// The money over the years.
    pub appraisal: &'a Appraisal,
    /// The yearly bill without the installation.
    pub before: &'a Bill,
    /// The bills with it.
    pub after: &'a Settlement,
    /// From the light of the sky to the meter.
    pub ladder: &'a LossLadder,
}

/// Cost and benefit as a person reads them.
#[must_use]
pub fn money(parts: &Parts<'_>) -> MoneyOutcome {
    let Parts { project, appraisal, before, after, .. } = parts;
    let (bill_before, bill_after) = (before.total_gross(), after.steady.cost_after_refund());
    MoneyOutcome {
        pv_cost: project.pv_cost,
        battery_cost: project.battery_cost,
        grant: project.grant,
        tax_relief: project.tax_relief,
        investment: project.investment(),
        bill_before,
        bill_after,
        yearly_saving: bill_before - bill_after,
        net_present_value: appraisal.net_present_value,
        internal_rate_of_return: appraisal.internal_rate_of_return,
        payback_years: appraisal.payback_years,
        discounted_payback_years: appraisal.discounted_payback_years,
        levelised_cost: appraisal.levelised_cost,
        cash_flow: appraisal.flows.clone(),
    }
}
