//! A firm: its meters, plants, bills and money.

mod choice;
pub mod contract;
pub mod costs;
mod evaluate;
pub mod load;
pub mod meter;
pub mod money;
pub mod outcome;
pub mod prepare;
mod report;
pub mod search;
pub mod session;
pub mod summary;
pub mod surface;
pub mod terms;
mod wishes;
mod year;

use crate::{
    error::InputError,
    model::inputs::firm::FirmScenario,
    rules::{Rules, firm::FirmRules},
};
use meter::Judged;
use money::{YearCost, Years, money};
use outcome::FirmOutcome;
use prepare::ReadyFirm;

/// What the engine says of a firm: the whole line.
///
/// # Errors
/// Every input that was not accepted, with its limits.
pub fn simulate(scenario: &FirmScenario, rules: &Rules, firms: &FirmRules) -> Result<FirmOutcome, Vec<InputError>> {
    let firm = ReadyFirm::prepare(scenario, rules, firms, None)?;
    simulate_firm(&firm, scenario)
}

/// The rest of the line for a firm made ready: generation of the chosen sizes → dispatch → settlement → finance → report.
///
/// # Errors
/// Modules that do not fit on their surfaces.
pub fn simulate_firm(firm: &ReadyFirm, scenario: &FirmScenario) -> Result<FirmOutcome, Vec<InputError>> {
    let sizes = firm.sizes(scenario)?;
    let meters = || firm.meters.iter().zip(&sizes);
    let judged: Vec<Judged> = meters().map(|(meter, size)| meter.judge(*size, &firm.calendar)).collect();
    let built: Vec<_> = meters().map(|(meter, size)| meter.built(*size)).collect();
    let years = Years {
        before: YearCost::of(firm.meters.iter().map(|meter| &meter.contract.before.bill)),
        first: YearCost::of(judged.iter().map(|judged| &judged.settlement.first)),
        steady: YearCost::of(judged.iter().map(|judged| &judged.settlement.steady)),
        generation: judged.iter().map(|judged| judged.generation.ac.total()).sum(),
    };
    let money = money(&firm.terms, &built, &years);
    let meters: Vec<_> =
        meters().zip(judged).map(|((ready, size), of)| report::meter(ready, *size, of, firm)).collect();
    let (days, clock) = report::clock(&firm.calendar);
    let energy = report::all_energy(&meters);
    Ok(FirmOutcome {
        town: firm.town.clone(),
        town_name: firm.town_name.clone(),
        year: firm.calendar.year(),
        days,
        clock,
        co2_avoided_kg: (energy.consumption - energy.import).0 * firm.terms.grid_co2_kg_per_kwh,
        wishes: wishes::outcomes(firm, scenario, &sizes, &meters, &money),
        meters,
        energy,
        money,
        assumptions: firm.terms.assumptions.clone(),
        documents: firm.documents.clone(),
    })
}
