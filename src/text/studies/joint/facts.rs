//! The answer, sentence by sentence.

use super::{Amounts, Compared, Near, Teller};
use crate::{
    model::{
        inputs::RoofPlane,
        sizing::joint::{Answer, JointDesign, Layout, Limit, Margin, Objective, Optimum, Placed, Verdict, ZONE},
    },
    units::GrossPln,
};

/// Below this an amount is written as nothing.
const LEAST_PLN: f64 = 0.5;

impl Teller<'_> {
    pub(super) fn facts(&self, answer: &Answer) -> Vec<String> {
        let mut facts = match &answer.verdict {
            Verdict::Found(optimum) => self.found(answer.objective, optimum),
            Verdict::OutOfReach { closest, placed, planes, limits } => {
                self.out_of_reach(answer.objective, closest, (placed, planes.as_deref()), limits)
            }
        };
        facts.push(self.compared());
        if !self.scenario.scheme.takes_new_plants() {
            facts.push(self.words.old_scheme.to_owned());
        }
        facts
    }

    fn found(&self, objective: Objective, optimum: &Optimum) -> Vec<String> {
        let (words, best) = (self.words, &optimum.best);
        let lead = match objective {
            Objective::NetPresentValue => (words.best_value)(&self.years),
            Objective::Payback => words.best_payback.to_owned(),
            Objective::Autonomy { at_least } => (words.best_autonomy)(&self.lang.percent(at_least)),
            Objective::Budget { at_most } => (words.best_budget)(&self.pln(at_most)),
            Objective::YearlyBill => words.best_bill.to_owned(),
        };
        let mut facts = vec![format!("{lead}: {}.", self.plan(best))];
        if best.modules == 0 {
            facts.push(words.nothing_better.to_owned());
            facts.extend(self.no_panel(best));
            facts.push(self.moving().unwrap_or_else(|| (words.staying)(&best.group)));
            return facts;
        }
        facts.extend(self.design(best));
        facts.extend(self.moving());
        facts.extend(self.part_of_group(best, optimum.planes.is_some()));
        facts.extend(self.standing(best, &optimum.placed, optimum.planes.as_deref()));
        facts.push(self.zone(optimum));
        let per_kwp = optimum.per_kwp.as_ref();
        facts.push(per_kwp.map_or_else(
            || words.largest.to_owned(),
            |margin| self.margin(margin, (words.kwp_adds, words.kwp_takes, words.kwp_same)),
        ));
        let per_kwh = optimum.per_kwh.as_ref();
        facts.extend(per_kwh.map(|margin| self.margin(margin, (words.kwh_adds, words.kwh_takes, words.kwh_same))));
        facts
    }

    fn out_of_reach(
        &self,
        objective: Objective,
        closest: &JointDesign,
        (placed, planes): (&[Placed], Option<&[RoofPlane]>),
        limits: &[Limit],
    ) -> Vec<String> {
        let words = self.words;
        let mut facts = vec![match objective {
            Objective::Autonomy { at_least } => (words.no_autonomy)(&self.lang.percent(at_least)),
            Objective::Budget { at_most } => (words.no_budget)(&self.pln(at_most)),
            Objective::Payback => (words.no_payback)(&self.years),
            Objective::NetPresentValue | Objective::YearlyBill => words.no_design.to_owned(),
        }];
        facts.extend(limits.iter().map(|limit| self.limit(*limit, objective, closest)));
        if closest.modules > 0 {
            facts.push((words.closest)(&self.plan(closest)));
            facts.extend(self.design(closest));
            facts.extend(self.part_of_group(closest, planes.is_some()));
            facts.extend(self.standing(closest, placed, planes));
        }
        facts.extend(self.moving());
        facts
    }

    fn limit(&self, limit: Limit, objective: Objective, closest: &JointDesign) -> String {
        let words = self.words;
        match limit {
            Limit::Roof if closest.modules == 0 => (words.limit_no_panel)(&self.watts()),
            Limit::Roof => words.limit_roof.to_owned(),
            Limit::PlantSize => words.limit_plant.to_owned(),
            Limit::Battery => (words.limit_battery)(&self.kwh(self.answer.largest_battery.0)),
            Limit::Budget => {
                let least = closest.design.investment;
                let budget = if let Objective::Budget { at_most } = objective { at_most } else { least };
                (words.limit_budget)(&self.pln(least), &self.pln(least - budget))
            }
            Limit::Horizon => (words.limit_horizon)(&self.years),
            Limit::Scheme => words.limit_scheme.to_owned(),
        }
    }

    /// Money, payback and autonomy of a plant.
    fn design(&self, design: &JointDesign) -> Vec<String> {
        let (words, money) = (self.words, &design.design);
        let amounts = Amounts {
            investment: self.pln(money.investment),
            bill: self.pln(design.yearly_bill),
            bill_now: self.pln(self.answer.nothing.yearly_bill),
            saving: self.pln(money.yearly_saving),
            value: self.pln(money.net_present_value),
            years: self.years.clone(),
        };
        let autonomy = self.lang.percent(money.autonomy);
        let pays = money.payback_years.map_or_else(
            || (words.never_pays_back)(&self.years, &autonomy),
            |years| (words.pays_back)(&self.lang.years(years), &autonomy),
        );
        let mut facts = vec![(words.amounts)(&amounts), pays];
        let ahead = self.answer.moving.design.net_present_value - money.net_present_value;
        if ahead.0 >= LEAST_PLN {
            facts.push((words.money_says_no)(&self.pln(ahead)));
        }
        facts
    }

    /// What another group saves with nothing built; none where none does.
    fn moving(&self) -> Option<String> {
        let (from, to) = (&self.answer.nothing, &self.answer.moving);
        let saves = to.group != from.group && to.group_saving.0 >= LEAST_PLN;
        saves.then(|| (self.words.moving)(&from.group, &to.group, &self.pln(to.group_saving)))
    }

    /// How much of the value of a plant is that of its group, and what the page shows where the plant can be taken over;
    /// nothing where it stays in the group of the scenario.
    fn part_of_group(&self, design: &JointDesign, can_take: bool) -> Vec<String> {
        let (value, words) = (design.group_value, self.words);
        let say = if value.0 >= LEAST_PLN {
            words.group_adds
        } else if value.0 <= -LEAST_PLN {
            words.group_takes
        } else {
            return Vec::new();
        };
        let mut facts = vec![say(&design.group, &self.pln(GrossPln(value.0.abs())))];
        if can_take && self.scenario.scheme.takes_new_plants() {
            facts.push((words.page_shows)(&self.pln(design.design.net_present_value - value)));
        }
        facts
    }

    /// Where the panels are, and what taking the design over does to the planes.
    fn standing(&self, design: &JointDesign, placed: &[Placed], planes: Option<&[RoofPlane]>) -> Vec<String> {
        let (words, lang) = (self.words, self.lang);
        let alone = self.scenario.planes.len() == 1 && self.answer.layouts.len() == 1;
        if self.is_share() || alone {
            return Vec::new();
        }
        let on = |one: &Placed| {
            let slope = lang.unit(lang.number(one.tilt.0, 0), "°");
            let direction = lang.text().direction(one.azimuth.0);
            let place = (words.on_plane)(&(one.plane + 1).to_string(), &slope, direction);
            format!("{place}: {}", self.kwp(one.rated.0))
        };
        let name = self.layout_name(design.layout);
        let mut facts = vec![if placed.is_empty() {
            (words.layout)(&name)
        } else {
            (words.layout_on)(&name, &placed.iter().map(on).collect::<Vec<_>>().join("; "))
        }];
        if !self.scenario.scheme.takes_new_plants() {
            return facts;
        }
        let cut = matches!(design.layout, Layout::Even | Layout::BackToBack { .. });
        match planes {
            None => facts.push(words.cannot_take.to_owned()),
            Some([]) => {}
            Some(_) if cut => facts.push(words.planes_cut.to_owned()),
            Some(_) => facts.push(words.planes_change.to_owned()),
        }
        facts
    }

    fn zone(&self, optimum: &Optimum) -> String {
        let (words, zone) = (self.words, &optimum.zone);
        let share = self.lang.percent(ZONE);
        if zone.designs <= 1 {
            return (words.zone_alone)(&share);
        }
        let near = Near {
            designs: self.counted(zone.designs, words.designs),
            share,
            pv: self.range(zone.pv.map(|pv| pv.0), Self::kwp),
            battery: self.range(zone.battery.map(|battery| battery.0), Self::kwh),
            groups: self.listed(&zone.groups),
            layouts: (zone.layouts.len() > 1).then(|| self.layout_names(&zone.layouts)),
        };
        format!("{} {}", (words.zone)(&near), words.zone_why)
    }

    /// From the smaller to the larger one; one number where both are the same.
    pub(super) fn range(&self, [from, to]: [f64; 2], write: fn(&Self, f64) -> String) -> String {
        let (from, to) = (write(self, from), write(self, to));
        if from == to { from } else { (self.words.range)(&from, &to) }
    }

    fn margin(&self, margin: &Margin, (adds, takes, same): (super::Say2, super::Say2, &str)) -> String {
        let change = margin.net_present_value.0;
        let amount = self.pln(GrossPln(change.abs()));
        if change.abs() < LEAST_PLN {
            same.to_owned()
        } else if change > 0.0 {
            adds(&amount, &self.years)
        } else {
            takes(&amount, &self.years)
        }
    }

    fn compared(&self) -> String {
        let answer = self.answer;
        let compared = Compared {
            designs: self.counted(answer.compared, self.words.designs),
            module: self.watts(),
            largest_pv: self.kwp(answer.largest_pv.0),
            largest_battery: (answer.largest_battery.0 > 0.0).then(|| self.kwh(answer.largest_battery.0)),
            groups: self.listed(&answer.groups),
        };
        let say = if answer.largest_pv.0 > 0.0 { self.words.compared } else { self.words.compared_nothing };
        say(&compared)
    }

    /// That no panel fits, where it is so.
    fn no_panel(&self, best: &JointDesign) -> Option<String> {
        let none = best.modules == 0 && self.answer.largest_pv.0 <= 0.0;
        none.then(|| (self.words.limit_no_panel)(&self.watts()))
    }

    pub(super) fn pln(&self, amount: GrossPln) -> String {
        self.lang.pln(amount.0)
    }
}
