//! The engine: one pure function for each stage of the line.

pub mod contracted_power;
pub mod control;
mod demand;
pub mod dispatch;
pub mod finance;
pub mod firm;
pub mod generation;
pub mod heating;
pub mod home;
pub mod inputs;
pub mod load;
pub mod offer;
pub mod phases;
mod project;
pub mod random;
pub mod report;
pub mod session;
pub mod settlement;
pub mod sizing;
pub mod summary;
pub mod switch;
pub mod tariffs;
pub mod terms;
pub mod uncertainty;
pub mod weather;

use crate::{
    error::InputError,
    rules::Rules,
    units::{Kwh, Kwp},
};
use home::Home;
use inputs::Scenario;
use project::project;
use report::{Hours, Outcome, Parts};

/// What the engine says of a scenario: the whole line.
///
/// # Errors
/// Every input that was not accepted, with its limits.
pub fn simulate(scenario: &Scenario, rules: &Rules) -> Result<Outcome, Vec<InputError>> {
    let home = Home::prepare(scenario, rules, None)?;
    simulate_home(&home, scenario)
}

/// The rest of the line for a home made ready: generation of the chosen size → dispatch → settlement → finance → report.
///
/// # Errors
/// A plant that does not fit on the roof.
pub fn simulate_home(home: &Home, scenario: &Scenario) -> Result<Outcome, Vec<InputError>> {
    let pv = home.check_fits(Kwp(scenario.pv_kwp)).map_err(|error| vec![error])?;
    let battery = home.battery_size(Kwh(scenario.battery_kwh));
    let generation = home.generation(pv);
    let load = home.load_beside(&generation.ac).into_owned();
    let flows = home.flows(&generation.ac, &load, battery);
    let after = settlement::settle(home.offer.of(pv), &flows.import, &flows.export);
    let project = project(home, scenario, (pv, battery), generation.ac.total(), &after);
    let appraisal = finance::appraise(&project);
    let hours = Hours { generation: generation.ac, consumption: load, flows };
    let parts = Parts {
        project: &project,
        appraisal: &appraisal,
        before: &home.before,
        after: &after,
        ladder: &generation.ladder,
    };
    Ok(home.report(pv, battery, &parts, hours))
}
