//! A firm kept ready between edits, so that a changed size or price costs no new weather.

use super::{outcome::FirmOutcome, prepare::ReadyFirm, search::FirmSearch, simulate_firm};
use crate::{
    error::{DataError, InputError},
    model::inputs::firm::FirmScenario,
    rules::{
        Rules,
        firm::{FirmRules, tariff::FirmMissing},
        pack::Pack,
        place::Role,
    },
};

/// Tariff groups of an operator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirmGroups {
    /// Those whose figures are known.
    pub offered: Vec<String>,
    /// Those that lack figures, with what is missing. Where zone hours are known, the firm's own rates fill the gap.
    pub incomplete: Vec<(String, Vec<String>)>,
}

/// The engine for firms as a page or a program uses it.
#[derive(Debug)]
pub struct FirmSession {
    rules: Rules,
    firms: FirmRules,
    ready: Option<ReadyFirm>,
}

impl FirmSession {
    /// A session on the tables compiled into the program.
    ///
    /// # Errors
    /// Rows of the tables that cannot be used.
    pub fn new() -> Result<Self, Vec<DataError>> {
        Self::with(Pack::none())
    }

    /// The same with a town's tables laid over them.
    ///
    /// # Errors
    /// Rows of the tables that cannot be used.
    pub fn with(pack: &Pack) -> Result<Self, Vec<DataError>> {
        Ok(Self { rules: Rules::of_firms(pack)?, firms: FirmRules::with(pack)?, ready: None })
    }

    /// The common tables.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The tables for firms.
    #[must_use]
    pub fn firms(&self) -> &FirmRules {
        &self.firms
    }

    /// What the engine says of the firm at the sizes of the scenario.
    ///
    /// # Errors
    /// Every input that was not accepted; the session stays usable.
    pub fn outcome(&mut self, scenario: &FirmScenario) -> Result<FirmOutcome, Vec<InputError>> {
        simulate_firm(self.make_ready(scenario)?, scenario)
    }

    /// A search for the best sizes, not begun; the scenario's own sizes do not matter, but for the prices told for them.
    ///
    /// # Errors
    /// Every input that was not accepted.
    pub fn search(&mut self, scenario: &FirmScenario) -> Result<FirmSearch, Vec<InputError>> {
        Ok(FirmSearch::new(self.make_ready(scenario)?, scenario))
    }

    /// Key and Polish name of every town, the presets first.
    #[must_use]
    pub fn towns(&self) -> Vec<(String, String)> {
        self.rules.towns().map(|town| (town.id.clone(), town.name_pl.clone())).collect()
    }

    /// Key and name of every distribution company.
    #[must_use]
    pub fn operators(&self) -> Vec<(String, String)> {
        let companies = self.rules.companies.iter().map(|row| &row.rule);
        let operators = companies.filter(|company| company.role == Role::Operator);
        operators.map(|company| (company.id.clone(), company.name.clone())).collect()
    }

    /// Distribution company of a town.
    #[must_use]
    pub fn operator_of(&self, town: &str) -> Option<String> {
        self.rules.town(town).map(|town| town.operator.clone())
    }

    /// Tariff groups of a distribution company, in the order of the table.
    #[must_use]
    pub fn groups(&self, operator: &str) -> FirmGroups {
        let mut groups = FirmGroups::default();
        for (group, missing) in self.firms.groups_known(&self.rules, operator, self.rules.model_date()) {
            if missing.is_empty() {
                groups.offered.push(group);
            } else {
                groups.incomplete.push((group, missing.iter().map(FirmMissing::id).collect()));
            }
        }
        groups
    }

    /// Zones of a group, in the order of the table; none where their hours are not known.
    #[must_use]
    pub fn zones(&self, operator: &str, group: &str) -> Vec<String> {
        FirmRules::zone_names(&self.rules, operator, group, self.rules.model_date())
    }

    fn make_ready(&mut self, scenario: &FirmScenario) -> Result<&ReadyFirm, Vec<InputError>> {
        let firm = ReadyFirm::prepare(scenario, &self.rules, &self.firms, self.ready.as_ref())?;
        Ok(self.ready.insert(firm))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::firm::examples::EXAMPLES;

    /// The tables of homes that are left out must not count, nor their sources be missed.
    #[test]
    fn the_tables_that_firms_share_are_enough() {
        let mut lean = FirmSession::new().unwrap();
        let mut full = FirmSession { rules: Rules::built_in().unwrap(), ..FirmSession::new().unwrap() };
        for example in EXAMPLES {
            let scenario = example.said("sokolow-podlaski").scenario;
            assert_eq!(lean.outcome(&scenario), full.outcome(&scenario), "{example:?}");
        }
        assert_eq!(lean.towns(), full.towns());
        assert_eq!(lean.groups("PGE"), full.groups("PGE"));
    }
}
