//! A home kept ready between edits, so that a changed size costs no new weather.

use crate::{
    error::{DataError, InputError},
    model::{
        control::{self, Controls, Permission},
        heating::compare::{self, HeatComparison},
        home::Home,
        inputs::Scenario,
        phases::{self, ByPhase},
        report::Outcome,
        simulate_home,
        sizing::{
            self, Recommendation,
            joint::{JointSearch, Wish},
        },
        switch::{self, SwitchAdvice},
        tariffs::{self, Tariffs},
    },
    rules::{
        Rules,
        pack::Pack,
        support::{Support, SupportKind},
        table::Row,
    },
    units::{Kwh, Kwp, Series},
};

/// What a program that reads files must know of a home.
#[derive(Clone, Debug)]
pub struct ForFiles {
    /// The modelled year.
    pub year: i16,
    /// Usual use of each month: the mean hour, kWh.
    pub season: [f64; 12],
    /// A year of the plant that stands already.
    pub generation: Series<Kwh>,
}

/// The engine as a page or a program uses it.
#[derive(Debug)]
pub struct Session {
    rules: Rules,
    ready: Option<(Scenario, Home)>,
}

impl Session {
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
        Ok(Self { rules: Rules::with(pack)?, ready: None })
    }

    /// The tables.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// What the engine says of the scenario.
    ///
    /// # Errors
    /// Every input that was not accepted; the session stays usable.
    pub fn outcome(&mut self, scenario: &Scenario) -> Result<Outcome, Vec<InputError>> {
        let home = self.ready(scenario)?;
        simulate_home(home, scenario)
    }

    /// The best size of a new plant for the home of the scenario, whatever its size, and under net-billing by RCE where its
    /// scheme takes no new plants.
    ///
    /// # Errors
    /// Every input that was not accepted.
    pub fn recommend(&mut self, scenario: &Scenario) -> Result<Recommendation, Vec<InputError>> {
        let scheme = Some(scenario.scheme).filter(|scheme| scheme.takes_new_plants()).unwrap_or_default();
        let scenario = Scenario { scheme, ..scenario.clone() };
        let home = self.ready(&scenario)?;
        Ok(sizing::recommend(home, &scenario))
    }

    /// Every tariff group of the home's operator, ranked by its yearly cost.
    ///
    /// # Errors
    /// Every input that was not accepted.
    pub fn tariffs(&mut self, scenario: &Scenario) -> Result<Tariffs, Vec<InputError>> {
        self.make_ready(scenario)?;
        self.with_home(|home, rules| tariffs::rank(home, scenario, rules))
    }

    /// Whether the owner of the plant should move to another settlement scheme.
    ///
    /// # Errors
    /// Every input that was not accepted.
    pub fn switch_advice(&mut self, scenario: &Scenario) -> Result<SwitchAdvice, Vec<InputError>> {
        self.make_ready(scenario)?;
        self.with_home(|home, rules| switch::advise(home, scenario, rules))
    }

    /// What meters that net each phase by itself would have charged.
    ///
    /// # Errors
    /// Every input that was not accepted.
    pub fn by_phase(&mut self, scenario: &Scenario) -> Result<ByPhase, Vec<InputError>> {
        self.make_ready(scenario)?;
        self.with_home(|home, _| phases::by_phase(home, scenario))
    }

    /// The heat of the home from every source, ranked by its yearly cost; empty where heating is not counted.
    ///
    /// # Errors
    /// Every input that was not accepted.
    pub fn heating(&mut self, scenario: &Scenario) -> Result<HeatComparison, Vec<InputError>> {
        self.make_ready(scenario)?;
        self.with_home(|home, rules| compare::compare(home, scenario, rules))
    }

    /// What a program that reads files must know of a home: the modelled year, its usual use of each month (the mean hour,
    /// kWh), and a year of a plant of `pv` on its roof; a larger plant than fits is taken as one of the same layout.
    ///
    /// # Errors
    /// Every input that was not accepted.
    pub fn for_files(&mut self, scenario: &Scenario, pv: Kwp) -> Result<ForFiles, Vec<InputError>> {
        let home = self.ready(scenario)?;
        let counts = home.calendar.by_month(&vec![1.0; home.calendar.len()]);
        let mut season = home.calendar.by_month(home.load().raw());
        season.iter_mut().zip(counts).for_each(|(kwh, hours)| *kwh /= hours);
        let placed = Kwp(pv.0.min(home.roof_fits().0));
        let factor = if placed.0 > 0.0 { pv / placed } else { 0.0 };
        let generation = home.generation(placed).ac.scaled(factor);
        Ok(ForFiles { year: home.calendar.year(), season, generation })
    }

    /// The home's battery under own energy first, under a controller that follows prices, and under perfect foresight.
    ///
    /// # Errors
    /// Every input that was not accepted.
    pub fn controls(&mut self, scenario: &Scenario, permission: Permission) -> Result<Controls, Vec<InputError>> {
        self.make_ready(scenario)?;
        self.with_home(|home, rules| control::compare(home, scenario, permission, rules))
    }

    /// A search over all designs for the home, not begun.
    ///
    /// # Errors
    /// Every input that was not accepted.
    pub fn joint(&mut self, scenario: &Scenario, wish: &Wish) -> Result<JointSearch, Vec<InputError>> {
        self.make_ready(scenario)?;
        let Some((_, home)) = &self.ready else { return Err(Vec::new()) };
        JointSearch::new(home, scenario, &self.rules, wish)
    }

    /// Months between two bills that are offered in a town, to homes without own generation.
    #[must_use]
    pub fn billing_periods(&self, town: &str) -> Vec<u8> {
        self.rules
            .town(town)
            .map_or_else(Vec::new, |town| self.rules.billing_periods(&town.operator, false, self.rules.model_date()))
    }

    /// Every grant, relief and tax rate of the modelled year, with the key of its source.
    #[must_use]
    pub fn supports(&self) -> Vec<Row<Support>> {
        let kinds = [SupportKind::Grant, SupportKind::TaxRelief, SupportKind::TaxRate];
        let date = self.rules.model_date();
        kinds.into_iter().flat_map(|kind| self.rules.supports(kind, date)).cloned().collect()
    }

    /// Key and Polish name of every town, the presets first.
    #[must_use]
    pub fn towns(&self) -> Vec<(String, String)> {
        self.rules.towns().map(|town| (town.id.clone(), town.name_pl.clone())).collect()
    }

    /// Tariff groups whose figures are known in a town.
    #[must_use]
    pub fn groups(&self, town: &str) -> Vec<String> {
        self.rules.town(town).map_or_else(Vec::new, |town| {
            self.rules.groups_offered(&town.operator, &town.seller, self.rules.model_date())
        })
    }

    fn ready(&mut self, scenario: &Scenario) -> Result<&Home, Vec<InputError>> {
        self.make_ready(scenario)?;
        self.ready.as_ref().map(|(_, home)| home).ok_or_else(Vec::new)
    }

    fn with_home<T>(&self, ask: impl Fn(&Home, &Rules) -> Result<T, InputError>) -> Result<T, Vec<InputError>> {
        let (_, home) = self.ready.as_ref().ok_or_else(Vec::new)?;
        ask(home, &self.rules).map_err(|error| vec![error])
    }

    fn make_ready(&mut self, scenario: &Scenario) -> Result<(), Vec<InputError>> {
        let errors = scenario.out_of_range();
        if !errors.is_empty() {
            return Err(errors);
        }
        let same = |known: &Scenario| {
            *known == Scenario { pv_kwp: known.pv_kwp, battery_kwh: known.battery_kwh, ..scenario.clone() }
        };
        if !self.ready.as_ref().is_some_and(|(known, _)| same(known)) {
            let previous = self.ready.as_ref().map(|(_, home)| home);
            let home = Home::prepare(scenario, &self.rules, previous)?;
            self.ready = Some((scenario.clone(), home));
        }
        Ok(())
    }
}
