//! The best of all designs, in words and pictures.

mod en;
mod facts;
mod picture;
mod pl;

use super::super::Lang;
use crate::{
    model::{
        inputs::{Scenario, SettlementScheme},
        sizing::joint::{Answer, JointAnswer, JointDesign, Layout, Verdict},
    },
    view::{Take, View},
};

type Say1 = fn(&str) -> String;
type Say2 = fn(&str, &str) -> String;
type Say3 = fn(&str, &str, &str) -> String;
type Nouns = (&'static str, &'static str, &'static str);

/// Amounts of a design, written out.
struct Amounts {
    investment: String,
    bill: String,
    bill_now: String,
    saving: String,
    value: String,
    years: String,
}

/// What was compared, written out.
struct Compared {
    designs: String,
    module: String,
    largest_pv: String,
    /// None where no batteries are compared.
    largest_battery: Option<String>,
    groups: String,
}

/// What lies near the best, written out.
struct Near {
    designs: String,
    share: String,
    pv: String,
    battery: String,
    groups: String,
    /// None where there is one only.
    layouts: Option<String>,
}

/// Every word about the search in one language.
struct JointText {
    panels: Nouns,
    designs: Nouns,
    /// As they are left out.
    groups: Nouns,
    /// After "within".
    years: Nouns,

    /// Power, panels.
    plant: Say2,
    /// Power.
    share: Say1,
    nothing: &'static str,
    battery: Say1,
    no_battery: &'static str,
    group: Say1,
    /// From, to, both with their unit.
    range: Say2,
    and: &'static str,

    /// Years.
    best_value: Say1,
    best_payback: &'static str,
    /// Autonomy.
    best_autonomy: Say1,
    /// Amount.
    best_budget: Say1,
    best_bill: &'static str,
    nothing_better: &'static str,
    amounts: fn(&Amounts) -> String,
    /// Years, autonomy.
    pays_back: Say2,
    never_pays_back: Say2,
    /// By how much not building is better.
    money_says_no: Say1,
    compared: fn(&Compared) -> String,
    /// What was compared where no roof or share takes a panel.
    compared_nothing: fn(&Compared) -> String,
    zone: fn(&Near) -> String,
    zone_why: &'static str,
    /// Share.
    zone_alone: Say1,
    /// Amount, years.
    kwp_adds: Say2,
    kwp_takes: Say2,
    kwp_same: &'static str,
    largest: &'static str,
    kwh_adds: Say2,
    kwh_takes: Say2,
    kwh_same: &'static str,
    /// From, to, saving of a year.
    moving: Say3,
    /// Group.
    staying: Say1,
    /// Group, value of the move.
    group_adds: Say2,
    group_takes: Say2,
    /// Value of the plant alone.
    page_shows: Say1,

    /// Where the panels are.
    layout: Say1,
    /// The same with its planes.
    layout_on: Say2,
    sunniest: &'static str,
    as_told: &'static str,
    even: &'static str,
    /// Number of the plane.
    one_plane: Say1,
    /// Slope.
    rack: Say1,
    back_to_back: Say1,
    /// Number of the plane, slope, direction.
    on_plane: Say3,

    /// Autonomy.
    no_autonomy: Say1,
    /// Amount.
    no_budget: Say1,
    /// Years.
    no_payback: Say1,
    no_design: &'static str,
    closest: Say1,
    /// Power of a panel.
    limit_no_panel: Say1,
    limit_roof: &'static str,
    limit_plant: &'static str,
    /// Largest battery.
    limit_battery: Say1,
    /// Cheapest plant, what lacks.
    limit_budget: Say2,
    /// Years.
    limit_horizon: Say1,
    limit_scheme: &'static str,

    old_scheme: &'static str,
    planes_change: &'static str,
    planes_cut: &'static str,
    cannot_take: &'static str,
    /// Power, battery, group.
    take: Say3,
    /// Group.
    take_group: Say1,

    one_year: &'static str,
    not_checked: &'static str,
    same_hours: &'static str,
    racks_cost: &'static str,
    groups_left_out: Say1,
    /// Panels between two sizes.
    every_nth: Say1,

    chart_title: &'static str,
    /// Cheapest, dearest, their autonomies.
    chart_summary: fn([&str; 4]) -> String,
    chart_legend: &'static str,
    /// Cost.
    chart_column: Say1,
    /// Plan, autonomy, value, years.
    chart_reading: fn([&str; 4]) -> String,
    /// Thousands of złoty.
    thousands: Say1,
    by_investment: &'static str,
    by_value: &'static str,
    front_columns: [&'static str; 7],
    details: &'static str,
    details_columns: [&'static str; 4],
    details_rows: [&'static str; 10],
    none: &'static str,
}

impl Lang {
    fn joint(self) -> &'static JointText {
        match self {
            Self::Pl => &pl::JOINT,
            Self::En => &en::JOINT,
        }
    }
}

/// The best of all designs by the first objective that was asked.
#[must_use]
pub fn joint(lang: Lang, scenario: &Scenario, answer: &JointAnswer) -> View {
    let Some(first) = answer.answers.first() else { return View::default() };
    let words = lang.joint();
    let years = lang.count(answer.horizon_years, words.years);
    let teller = Teller { lang, words, scenario, answer, years };
    View {
        facts: teller.facts(first),
        warnings: teller.warnings(),
        drawing: teller.drawing(),
        tables: teller.tables(first),
        takes: teller.take(first).into_iter().collect(),
        ranges: Vec::new(),
        ..View::default()
    }
}

/// Tells of one search in one language.
struct Teller<'a> {
    lang: Lang,
    words: &'static JointText,
    scenario: &'a Scenario,
    answer: &'a JointAnswer,
    /// The years looked at.
    years: String,
}

impl Teller<'_> {
    fn kwp(&self, kwp: f64) -> String {
        self.lang.unit(self.lang.amount(kwp), "kWp")
    }

    fn kwh(&self, kwh: f64) -> String {
        self.lang.unit(self.lang.amount(kwh), "kWh")
    }

    fn watts(&self) -> String {
        self.lang.unit(self.lang.amount(self.answer.module.0 * 1000.0), "W")
    }

    /// A count with its noun, in groups of three digits.
    fn counted(&self, count: usize, nouns: Nouns) -> String {
        let said = self.lang.count(count, nouns);
        let noun = said.split_once('\u{a0}').map_or("", |(_, noun)| noun);
        self.lang.unit(self.lang.number(count as f64, 0), noun)
    }

    /// A list as it is read out.
    fn listed(&self, names: &[String]) -> String {
        match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} {}{last}", others.join(", "), self.words.and),
            None => String::new(),
        }
    }

    fn is_share(&self) -> bool {
        matches!(self.scenario.scheme, SettlementScheme::Collective | SettlementScheme::Virtual)
    }

    /// A design with its sizes and group.
    fn plan(&self, design: &JointDesign) -> String {
        let (words, group) = (self.words, (self.words.group)(&design.group));
        if design.modules == 0 {
            return format!("{}, {group}", words.nothing);
        }
        let kwp = self.kwp(design.design.pv.0);
        let plant = if self.is_share() {
            (words.share)(&kwp)
        } else {
            (words.plant)(&kwp, &self.counted(design.modules, words.panels))
        };
        format!("{plant}, {}, {group}", self.battery(design))
    }

    fn battery(&self, design: &JointDesign) -> String {
        let kwh = design.design.battery.0;
        if kwh > 0.0 { (self.words.battery)(&self.kwh(kwh)) } else { self.words.no_battery.to_owned() }
    }

    fn layout_name(&self, layout: Layout) -> String {
        let (words, lang) = (self.words, self.lang);
        let slope = |deg: f64| lang.unit(lang.amount(deg), "°");
        match layout {
            Layout::SunniestFirst if self.scenario.planes.len() > 1 => words.sunniest.to_owned(),
            Layout::SunniestFirst => words.as_told.to_owned(),
            Layout::Even => words.even.to_owned(),
            Layout::OnePlane { plane } => (words.one_plane)(&(plane + 1).to_string()),
            Layout::Rack { tilt } => (words.rack)(&slope(tilt.0)),
            Layout::BackToBack { tilt } => (words.back_to_back)(&slope(tilt.0)),
        }
    }

    fn layout_names(&self, layouts: &[Layout]) -> String {
        layouts.iter().map(|layout| self.layout_name(*layout)).collect::<Vec<_>>().join("; ")
    }

    /// What of an answer can be taken over: it then gives the same on the page.
    fn take(&self, answer: &Answer) -> Option<Take> {
        if !self.scenario.scheme.takes_new_plants() {
            return None;
        }
        let (design, planes) = match &answer.verdict {
            Verdict::Found(optimum) => (&optimum.best, &optimum.planes),
            Verdict::OutOfReach { closest, planes, .. } => (&**closest, planes),
        };
        let planes = planes.clone()?;
        let (pv, battery, group) = (design.design.pv.0, design.design.battery.0, &design.group);
        let label = match design.modules {
            0 if *group == self.answer.nothing.group => return None,
            0 => (self.words.take_group)(group),
            _ => (self.words.take)(&self.kwp(pv), &self.battery(design), group),
        };
        // A sum of whole panels, without the last digits of the sum.
        let pv_kwp = (pv * 1e6).round() / 1e6;
        Some(Take { label, pv_kwp, battery_kwh: battery, group: group.clone(), planes })
    }

    /// What the search leaves out.
    fn warnings(&self) -> Vec<String> {
        let (words, answer) = (self.words, self.answer);
        let is_rack = |layout: &Layout| matches!(layout, Layout::Rack { .. } | Layout::BackToBack { .. });
        let mut warnings = Vec::new();
        if answer.groups_left_out > 0 {
            warnings.push((words.groups_left_out)(&self.counted(answer.groups_left_out, words.groups)));
        }
        warnings.extend([words.one_year, words.not_checked].map(str::to_owned));
        if answer.groups.len() > 1 {
            warnings.push(words.same_hours.to_owned());
        }
        if answer.layouts.iter().any(is_rack) {
            warnings.push(words.racks_cost.to_owned());
        }
        if answer.module_step > 1 {
            warnings.push((words.every_nth)(&answer.module_step.to_string()));
        }
        warnings
    }
}
