//! The best of all designs: plant in whole modules × battery × tariff group × layout of the roof.
//!
//! Method, and what it leaves out: `docs/methodology/sizing.md`.

use super::{
    evaluate::Bench,
    groups::groups,
    layouts::{Arrangement, layouts},
    most_useful,
    objective::{Candidate, Choice},
    pareto,
    space::{batteries, module_counts, module_step, rated},
};
use crate::{
    error::{InputError, Problem},
    model::{
        home::Home,
        inputs::{BATTERY_KWH, RoofPlane, Scenario},
    },
    rules::{Rules, value::EquipmentKind},
    units::{Kwh, Kwp},
};

pub use super::{
    answer::{Answer, JointAnswer, JointDesign, Limit, Margin, Optimum, Verdict, Zone},
    layouts::{Layout, Placed},
    objective::{Objective, Wish, ZONE},
};

/// Most points of a front.
const MOST_POINTS: usize = 40;
const WATTS_PER_KW: f64 = 1000.0;

/// What a search does next.
#[derive(Clone, Copy, Debug)]
enum Task {
    MakeReady { layout: usize },
    Judge { layout: usize, modules: usize },
}

/// A search over all designs, in steps of a few milliseconds.
///
/// ```
/// use autonomia::{model::{home::Home, inputs::Scenario, sizing::joint::{JointSearch, Wish}}, rules::Rules};
///
/// let (rules, scenario) = (Rules::built_in().unwrap(), Scenario::default());
/// let home = Home::prepare(&scenario, &rules, None).unwrap();
/// let mut search = JointSearch::new(&home, &scenario, &rules, &Wish::default()).unwrap();
/// let done = search.step();
/// assert!(done.is_some_and(|share| share > 0.0 && share < 1.0));
/// assert!(search.finish().compared >= 2000);
/// ```
#[derive(Clone, Debug)]
pub struct JointSearch {
    bench: Bench,
    wish: Wish,
    arrangements: Vec<Arrangement>,
    batteries: Vec<Kwh>,
    module_step: usize,
    groups_left_out: usize,
    tasks: Vec<Task>,
    done: usize,
    candidates: Vec<Candidate>,
}

impl JointSearch {
    /// A search for the home of a scenario, whose own size does not matter. A scheme that takes no new plants is replaced
    /// by net-billing by RCE.
    ///
    /// # Errors
    /// Figures that no table holds, or a support that is not open under net-billing.
    pub fn new(home: &Home, scenario: &Scenario, rules: &Rules, wish: &Wish) -> Result<Self, Vec<InputError>> {
        let mut scenario = scenario.clone();
        let home = if scenario.scheme.takes_new_plants() {
            home.clone()
        } else {
            scenario.scheme = Default::default();
            Home::prepare(&scenario, rules, Some(home))?
        };
        let town = home.town_of(rules).map_err(|error| vec![error])?;
        let module = module(rules).map_err(|error| vec![error])?;
        let (groups, groups_left_out) = groups(&home, &scenario, rules, town);
        let arrangements = layouts(&home, &scenario, most_useful(&home), module, town.lat);
        let largest = arrangements.iter().map(|arrangement| arrangement.most).max().unwrap_or_default();
        let module_step = module_step(largest);
        let mut tasks = Vec::new();
        for (layout, arrangement) in arrangements.iter().enumerate() {
            tasks.push(Task::MakeReady { layout });
            let sizes = module_counts(arrangement.most, module_step);
            tasks.extend(sizes.into_iter().map(|modules| Task::Judge { layout, modules }));
        }
        let plants = tasks.len() - arrangements.len();
        let batteries =
            if home.scheme.is_behind_the_meter() { batteries(home.load().total(), plants) } else { vec![Kwh::ZERO] };
        let bench = Bench::new(home, scenario, groups, module);
        let candidates = bench.nothing();
        let wish = wish.clone();
        Ok(Self { bench, wish, arrangements, batteries, module_step, groups_left_out, tasks, done: 0, candidates })
    }

    /// Judges one plant with all batteries in all groups; the share done so far, or none where nothing is left to do.
    pub fn step(&mut self) -> Option<f64> {
        match *self.tasks.get(self.done)? {
            Task::MakeReady { layout } => self.arrangements[layout].make_ready(&self.bench.home),
            Task::Judge { layout, modules } => {
                let found = self.bench.designs((layout, &self.arrangements[layout]), modules, &self.batteries);
                self.candidates.extend(found);
            }
        }
        self.done += 1;
        Some(self.done as f64 / self.tasks.len() as f64)
    }

    /// Does what is left and answers the wish.
    #[must_use]
    pub fn finish(mut self) -> JointAnswer {
        while self.step().is_some() {}
        let objectives = std::mem::take(&mut self.wish.objectives);
        let answers = objectives.into_iter().map(|objective| self.answer(objective)).collect();
        let money = |candidate: &Candidate| candidate.design.net_present_value.0;
        let by_investment = self.front(|one| [one.design.investment.0, one.design.autonomy, money(one)]);
        let by_value = self.front(|one| [-money(one), one.design.autonomy, -one.design.investment.0]);
        let largest = self.arrangements.iter().map(|arrangement| arrangement.most).max().unwrap_or_default();
        JointAnswer {
            compared: self.candidates.len(),
            groups: self.bench.groups.iter().map(|group| group.name.clone()).collect(),
            groups_left_out: self.groups_left_out,
            layouts: self.arrangements.iter().map(|arrangement| arrangement.layout).collect(),
            module: self.bench.module,
            module_step: self.module_step,
            largest_pv: rated(largest, self.bench.module),
            largest_battery: self.batteries.last().copied().unwrap_or_default(),
            nothing: self.named(&self.candidates[0]),
            moving: self.moving(),
            horizon_years: self.bench.home.terms.outlook.horizon_years,
            answers,
            by_investment,
            by_value,
        }
    }

    /// Every design judged so far, those that build nothing first.
    pub fn designs(&self) -> impl Iterator<Item = JointDesign> + '_ {
        self.candidates.iter().map(|candidate| self.named(candidate))
    }

    /// Where the modules of a design of this search lie or stand; nowhere for a layout that is not compared.
    #[must_use]
    pub fn placed(&self, design: &JointDesign) -> Vec<Placed> {
        let found = self.arrangements.iter().find(|arrangement| arrangement.layout == design.layout);
        found.map_or_else(Vec::new, |arrangement| arrangement.placed(design.modules))
    }

    fn answer(&mut self, objective: Objective) -> Answer {
        let verdict = match objective.choose(&self.candidates, |candidate| self.edge(candidate)) {
            Choice::Best { index, zone } => Verdict::Found(Box::new(self.optimum(index, &zone))),
            Choice::OutOfReach { closest, limits } => {
                let closest = self.candidates[closest];
                let (placed, planes) = self.standing(&closest);
                Verdict::OutOfReach { closest: Box::new(self.named(&closest)), placed, planes, limits }
            }
        };
        Answer { objective, verdict }
    }

    /// What ends the sizes where a candidate stands.
    fn edge(&self, candidate: &Candidate) -> Vec<Limit> {
        if !self.bench.home.scheme.is_behind_the_meter() {
            return vec![Limit::Scheme];
        }
        let arrangement = &self.arrangements[candidate.layout];
        let mut limits = Vec::new();
        if candidate.battery + 1 == self.batteries.len() {
            limits.push(Limit::Battery);
        }
        if candidate.modules == arrangement.most || limits.is_empty() {
            limits.insert(0, if arrangement.by_roof { Limit::Roof } else { Limit::PlantSize });
        }
        limits
    }

    fn optimum(&mut self, index: usize, zone: &[usize]) -> Optimum {
        let best = self.candidates[index];
        let one_more = best.modules + 1;
        let per_kwp = (one_more <= self.arrangements[best.layout].most)
            .then(|| self.margin(&best, one_more, best.design.battery, self.bench.module.0))
            .flatten();
        let larger = best.design.battery + Kwh(1.0);
        let stores = best.modules > 0 && self.bench.home.scheme.is_behind_the_meter();
        let per_kwh =
            (stores && larger.0 <= BATTERY_KWH.max).then(|| self.margin(&best, best.modules, larger, 1.0)).flatten();
        let (placed, planes) = self.standing(&best);
        Optimum { placed, planes, zone: self.zone(zone), best: self.named(&best), per_kwp, per_kwh }
    }

    /// Where the modules of a candidate are, and the planes by which the line places them so.
    fn standing(&self, candidate: &Candidate) -> (Vec<Placed>, Option<Vec<RoofPlane>>) {
        let arrangement = &self.arrangements[candidate.layout];
        let planes = arrangement.planes(candidate.modules, self.bench.home.terms.kwp_per_m2);
        (arrangement.placed(candidate.modules), planes)
    }

    /// Building nothing in the group that is then worth most; of equal ones that of the scenario.
    fn moving(&self) -> JointDesign {
        let without = self.candidates.iter().take(self.bench.groups.len());
        let best = without
            .reduce(|best, one| if one.design.net_present_value > best.design.net_present_value { one } else { best });
        self.named(best.unwrap_or(&self.candidates[0]))
    }

    /// What another size changes against `from`, for each of `units`.
    fn margin(&mut self, from: &Candidate, modules: usize, battery: Kwh, units: f64) -> Option<Margin> {
        let arrangement = (from.layout, &self.arrangements[from.layout]);
        let found = self.bench.designs(arrangement, modules, &[battery]);
        let (more, less) = (found.get(from.group)?.design, from.design);
        Some(Margin {
            net_present_value: (more.net_present_value - less.net_present_value) / units,
            yearly_saving: (more.yearly_saving - less.yearly_saving) / units,
            autonomy: (more.autonomy - less.autonomy) / units,
        })
    }

    fn zone(&self, members: &[usize]) -> Zone {
        let of = |get: fn(&Candidate) -> f64| {
            let numbers = members.iter().map(|&index| get(&self.candidates[index]));
            numbers.fold([f64::INFINITY, 0.0], |[least, most]: [f64; 2], one| [least.min(one), most.max(one)])
        };
        let has = |part: fn(&Candidate) -> usize, place: usize| {
            members.iter().any(|&index| part(&self.candidates[index]) == place)
        };
        let groups = self.bench.groups.iter().enumerate().filter(|(place, _)| has(|one| one.group, *place));
        let layouts = self.arrangements.iter().enumerate().filter(|(place, _)| has(|one| one.layout, *place));
        Zone {
            designs: members.len(),
            pv: of(|one| one.design.pv.0).map(Kwp),
            battery: of(|one| one.design.battery.0).map(Kwh),
            groups: groups.map(|(_, group)| group.name.clone()).collect(),
            layouts: layouts.map(|(_, arrangement)| arrangement.layout).collect(),
        }
    }

    fn front(&self, point: impl Fn(&Candidate) -> [f64; 3]) -> Vec<JointDesign> {
        let front = pareto::thinned(pareto::front(&self.candidates, point), MOST_POINTS);
        front.into_iter().map(|index| self.named(&self.candidates[index])).collect()
    }

    fn named(&self, candidate: &Candidate) -> JointDesign {
        let group = &self.bench.groups[candidate.group];
        JointDesign {
            design: candidate.design,
            group: group.name.clone(),
            layout: self.arrangements[candidate.layout].layout,
            modules: candidate.modules,
            yearly_bill: candidate.bill,
            group_saving: group.saving,
            group_value: group.value,
        }
    }
}

/// The whole search in one go.
///
/// # Errors
/// Every input that was not accepted, and figures that no table holds.
pub fn search(rules: &Rules, scenario: &Scenario, wish: &Wish) -> Result<JointAnswer, Vec<InputError>> {
    let home = Home::prepare(scenario, rules, None)?;
    Ok(JointSearch::new(&home, scenario, rules, wish)?.finish())
}

/// Rated power of one module.
fn module(rules: &Rules) -> Result<Kwp, InputError> {
    let row = rules.equipment(EquipmentKind::Pv, "module_power", rules.model_date());
    let watts = row.map(|row| row.rule.value).ok().filter(|watts| *watts > 0.0);
    watts.map(|watts| Kwp(watts / WATTS_PER_KW)).ok_or_else(|| {
        let problem = Problem::NotInTables { missing: vec!["equipment.pv.module_power".to_owned()] };
        InputError { field: "town".to_owned(), problem }
    })
}
