//! A firm's outcome in short, as a file: sums and measures without the hours. Amounts are before VAT.

use super::{
    meter::MeterSize,
    outcome::{Binding, ExportSettled, FirmOutcome, MeterOutcome, MeterYear, SensitivityOf, Wish},
    search::FirmBest,
};
use crate::{
    model::{
        finance::firm::Measures,
        report::{Assumption, Document, Energy},
        settlement::firm::line::FirmLine,
    },
    units::{Kw, Kwh, Kwp, NetPln, NetPlnPerKwh},
};
use serde::Serialize;

/// An outcome in short.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FirmSummary {
    /// Key of the town.
    pub town: String,
    /// The modelled year.
    pub year: i16,
    /// The meters, in the order of the scenario.
    pub meters: Vec<MeterSummary>,
    /// Energy of all meters together.
    pub energy: Energy,
    /// Share of the generation that is used.
    pub self_consumption: f64,
    /// Share of the use from own generation.
    pub autonomy: f64,
    /// CO2 not emitted in a year, kg.
    pub co2_avoided_kg: f64,
    /// Investment and what it brings.
    pub money: MoneySummary,
    /// Wishes that were told.
    pub wishes: Vec<WishSummary>,
    /// Rows of the tables behind the figures.
    pub assumptions: Vec<Assumption>,
    /// Documents behind tariffs, charges and prices.
    pub documents: Vec<Document>,
}

/// A meter in short.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MeterSummary {
    /// Rated power of the modules.
    pub pv: Kwp,
    /// Rated power that fits.
    pub fits: Kwp,
    /// Usable capacity of the battery.
    pub battery: Kwh,
    /// Power of the battery.
    pub battery_power: Kw,
    /// `nothing`, `prosumer` or `producer`.
    pub export: &'static str,
    /// Energy of the year.
    pub energy: Energy,
    /// Whether quarter-hour powers were known.
    pub quarters_known: bool,
    /// Greatest intake held in each month.
    pub caps: Option<[Kw; 12]>,
    /// Without the plant.
    pub before: YearSummary,
    /// With it.
    pub after: YearSummary,
}

/// A year of bills in short.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct YearSummary {
    /// Amounts by line.
    pub lines: Vec<(&'static str, NetPln)>,
    /// What the year costs, deposit and revenue deducted.
    pub cost: NetPln,
    /// Greatest quarter-hour intake.
    pub peak: Kw,
    /// Working days of the classes K1 to K4.
    pub days_by_class: [usize; 4],
    /// Contracted power, and what depends on it.
    pub contracted: (Kw, NetPln),
    /// The cheapest contracted power, and the same of it.
    pub cheapest: Option<(Kw, NetPln)>,
}

/// Investment and what it brings, in short.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MoneySummary {
    /// Price of the modules.
    pub pv_price: NetPln,
    /// Price of the batteries.
    pub battery_price: NetPln,
    /// Grant.
    pub grant: NetPln,
    /// Cost of a year without the plant.
    pub cost_before: NetPln,
    /// Cost of a year with it.
    pub cost_after: NetPln,
    /// The plant as if own money paid all.
    pub project: MeasuresSummary,
    /// The owner's own money.
    pub owner: MeasuresSummary,
    /// Least of what is there to serve debt with over what it asks for.
    pub least_coverage: Option<f64>,
    /// Price of a generated kWh over the life.
    pub levelised_cost: Option<NetPlnPerKwh>,
    /// Figure, its low and high end, and the value at both.
    pub sensitivity: Vec<(&'static str, f64, f64, NetPln, NetPln)>,
}

/// Measures of a series of flows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MeasuresSummary {
    /// Flow of each year from 0.
    pub flows: Vec<NetPln>,
    /// Value today of all flows.
    pub net_present_value: NetPln,
    /// Nominal rate of return.
    pub internal_rate_of_return: Option<f64>,
    /// Modified rate of return.
    pub modified_rate_of_return: Option<f64>,
    /// Years until nothing is owed.
    pub payback_years: Option<f64>,
    /// The same with discounted flows.
    pub discounted_payback_years: Option<f64>,
}

/// A wish in short.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WishSummary {
    /// `cap`, `autonomy` or `budget`.
    pub wish: &'static str,
    /// What was wanted.
    pub wanted: f64,
    /// What is reached.
    pub reached: f64,
    /// What can be reached at best.
    pub best: f64,
    /// What keeps it from being reached: which limit, and its figures.
    pub binds: Option<(&'static str, Vec<f64>)>,
}

/// The best sizes in short.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BestSummary {
    /// Modules and battery of every meter.
    pub sizes: Vec<(Kwp, Kwh)>,
    /// Net present value of the owner's money.
    pub value: NetPln,
    /// Whether every wish is reached.
    pub reaches: bool,
    /// What comes closest where nothing is worth it.
    pub closest: Option<(Vec<(Kwp, Kwh)>, NetPln)>,
    /// Designs compared.
    pub compared: usize,
}

impl From<&FirmOutcome> for FirmSummary {
    fn from(outcome: &FirmOutcome) -> Self {
        let money = &outcome.money;
        let sensitivity = money
            .sensitivity
            .iter()
            .map(|entry| (figure_id(entry.of), entry.low, entry.high, entry.value_at_low, entry.value_at_high));
        Self {
            town: outcome.town.clone(),
            year: outcome.year,
            meters: outcome.meters.iter().map(MeterSummary::from).collect(),
            energy: outcome.energy,
            self_consumption: outcome.energy.self_consumption(),
            autonomy: outcome.energy.autonomy(),
            co2_avoided_kg: outcome.co2_avoided_kg,
            money: MoneySummary {
                pv_price: money.pv_price,
                battery_price: money.battery_price,
                grant: money.grant,
                cost_before: money.cost_before,
                cost_after: money.cost_after,
                project: MeasuresSummary::from(&money.appraisal.project),
                owner: MeasuresSummary::from(&money.appraisal.owner),
                least_coverage: money.appraisal.least_coverage,
                levelised_cost: money.levelised_cost,
                sensitivity: sensitivity.collect(),
            },
            wishes: outcome
                .wishes
                .iter()
                .map(|wish| WishSummary {
                    wish: wish_id(wish.wish),
                    wanted: wish.wanted,
                    reached: wish.reached,
                    best: wish.best,
                    binds: wish.binds.map(binding),
                })
                .collect(),
            assumptions: outcome.assumptions.clone(),
            documents: outcome.documents.clone(),
        }
    }
}

impl From<&MeterOutcome> for MeterSummary {
    fn from(meter: &MeterOutcome) -> Self {
        Self {
            pv: meter.pv,
            fits: meter.fits,
            battery: meter.battery,
            battery_power: meter.battery_power,
            export: match meter.export {
                ExportSettled::Nothing => "nothing",
                ExportSettled::Prosumer => "prosumer",
                ExportSettled::Producer => "producer",
            },
            energy: meter.energy,
            quarters_known: meter.quarters_known,
            caps: meter.caps,
            before: YearSummary::from(&meter.before),
            after: YearSummary::from(&meter.after),
        }
    }
}

impl From<&MeterYear> for YearSummary {
    fn from(year: &MeterYear) -> Self {
        let lines = year.bill.lines();
        let total = |cost: &crate::model::contracted_power::ContractedCost| (cost.contracted, cost.total());
        Self {
            lines: FirmLine::ALL.into_iter().map(|line| (line.id(), lines[line])).collect(),
            cost: year.bill.cost_net(),
            peak: year.peak,
            days_by_class: year.capacity.days_by_class(),
            contracted: total(&year.contracted),
            cheapest: year.advice.as_ref().map(|advice| total(&advice.cheapest)),
        }
    }
}

impl From<&Measures> for MeasuresSummary {
    fn from(measures: &Measures) -> Self {
        Self {
            flows: measures.flows.clone(),
            net_present_value: measures.net_present_value,
            internal_rate_of_return: measures.internal_rate_of_return,
            modified_rate_of_return: measures.modified_rate_of_return,
            payback_years: measures.payback_years,
            discounted_payback_years: measures.discounted_payback_years,
        }
    }
}

impl From<&FirmBest> for BestSummary {
    fn from(best: &FirmBest) -> Self {
        let sizes = |sizes: &[MeterSize]| sizes.iter().map(|size| (size.pv, size.battery)).collect();
        Self {
            sizes: sizes(&best.sizes),
            value: best.value,
            reaches: best.reaches,
            closest: best.closest.as_ref().map(|(closest, value)| (sizes(closest), *value)),
            compared: best.compared,
        }
    }
}

fn wish_id(wish: Wish) -> &'static str {
    match wish {
        Wish::Cap => "cap",
        Wish::Autonomy => "autonomy",
        Wish::Budget => "budget",
    }
}

fn binding(binding: Binding) -> (&'static str, Vec<f64>) {
    match binding {
        Binding::Size { pv, battery } => ("size", vec![pv.0, battery.0]),
        Binding::BatteryCapacity(kwh) => ("battery_capacity", vec![kwh.0]),
        Binding::BatteryPower(kw) => ("battery_power", vec![kw.0]),
        Binding::BatteryUse => ("battery_use", vec![]),
        Binding::Area(kwp) => ("area", vec![kwp.0]),
        Binding::Seasons => ("seasons", vec![]),
        Binding::Budget(pln) => ("budget", vec![pln.0]),
    }
}

fn figure_id(of: SensitivityOf) -> &'static str {
    match of {
        SensitivityOf::Investment => "investment",
        SensitivityOf::Savings => "savings",
        SensitivityOf::EnergyGrowth => "energy_growth",
        SensitivityOf::ExportGrowth => "export_growth",
        SensitivityOf::Generation => "generation",
        SensitivityOf::DiscountRate => "discount_rate",
        SensitivityOf::LoanRate => "loan_rate",
    }
}
