//! The tariff groups of a home's operator, and the hours of the year sorted so that one pass serves them all.

use crate::{
    calendar::Calendar,
    model::{
        finance::{PricePath, npv::net_present_value},
        home::{Home, asked},
        inputs::Scenario,
        offer::{Asked, Offer},
        settlement::{self, Bill, Prepared},
    },
    rules::{Rules, place::Town},
    units::{GrossPln, Kwp, Series},
};
use std::ops::Range;

/// A tariff group as the home would pay it.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) name: String,
    pub(super) offer: Offer,
    /// The bill without a plant.
    pub(super) before: Bill,
    /// What moving to it saves a year without a plant; below zero where it is dearer.
    pub(super) saving: GrossPln,
    /// That saving in each year of the horizon, the purchase first.
    pub(super) saving_flows: Vec<GrossPln>,
    /// Its value today.
    pub(super) value: GrossPln,
}

impl Group {
    fn new(name: String, offer: Offer, home: &Home) -> Self {
        let before = settlement::settle(&offer.plain, home.load(), &Series::zeros(home.load().len())).steady;
        let saving = home.before.total_gross() - before.total_gross();
        let outlook = &home.terms.outlook;
        let path = PricePath::growth(outlook.energy_growth, outlook.horizon_years);
        let year = |year| if year == 0 { GrossPln::ZERO } else { saving * path.factor(year) };
        let saving_flows: Vec<GrossPln> = (0..=outlook.horizon_years).map(year).collect();
        let value = net_present_value(&saving_flows, outlook.discount_rate);
        Self { name, offer, before, saving, saving_flows, value }
    }
}

/// The groups compared, that of the scenario first, and how many could not be priced.
///
/// A home stays in its family of groups: the first letter, G for households.
pub(super) fn groups(home: &Home, scenario: &Scenario, rules: &Rules, town: &Town) -> (Vec<Group>, usize) {
    let (today, current) = (rules.model_date(), &scenario.tariff.group);
    let family = |name: &str| name.chars().next() == current.chars().next();
    let asked = asked(scenario, town, home);
    let incomplete = rules.groups_incomplete(&town.operator, &town.seller, today);
    let mut left_out = incomplete.iter().filter(|gap| family(&gap.group)).count();
    let mut found = vec![Group::new(current.clone(), home.offer.clone(), home)];
    for name in rules.groups_offered(&town.operator, &town.seller, today) {
        if name == *current || !family(&name) {
            continue;
        }
        match Offer::read(&Asked { group: &name, ..asked }, rules, &home.calendar, today) {
            Ok(offer) => found.push(Group::new(name, offer, home)),
            Err(_) => left_out += 1,
        }
    }
    (found, left_out)
}

/// Hours in a row that lie in one month and, in every group, in one zone.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    pub(super) hours: Range<usize>,
    /// Which sum they belong to.
    pub(super) cell: usize,
}

/// The finest common partition of the year: cells of a month and one zone of every group.
#[derive(Clone, Debug)]
pub(super) struct Partition {
    pub(super) stretches: Vec<Stretch>,
    /// Month, and zone in each group, of every cell.
    cells: Vec<(usize, Vec<usize>)>,
}

impl Partition {
    pub(super) fn new(groups: &[Group], calendar: &Calendar) -> Self {
        // Any size above zero: the zones are those of a home with a plant.
        let tariffs: Vec<_> = groups.iter().map(|group| &group.offer.of(Kwp(1.0)).tariff).collect();
        let key = |hour| (calendar.month(hour), tariffs.iter().map(|tariff| tariff.zone(hour)).collect::<Vec<_>>());
        let mut stretches: Vec<Stretch> = Vec::new();
        let mut cells: Vec<(usize, Vec<usize>)> = Vec::new();
        for hour in 0..calendar.len() {
            let key = key(hour);
            if let Some(last) = stretches.last_mut().filter(|last| cells[last.cell] == key) {
                last.hours.end = hour + 1;
                continue;
            }
            let cell = cells.iter().rposition(|known| *known == key).unwrap_or(cells.len());
            if cell == cells.len() {
                cells.push(key);
            }
            stretches.push(Stretch { hours: hour..hour + 1, cell });
        }
        Self { stretches, cells }
    }

    /// Number of cells.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// Month of every cell with its zone in one group.
    pub(super) fn of_group(&self, group: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.cells.iter().map(move |(month, zones)| (*month, zones[group]))
    }
}

/// Hourly prices that are the same in every group: of a kWh fed in, and of one bought where hours have prices.
pub(super) fn hourly_prices(prepared: &Prepared, hours: usize) -> (Vec<f64>, Option<Vec<f64>>) {
    let sold = prepared.scheme.prices_pln_per_kwh();
    let sold = if sold.is_empty() { vec![0.0; hours] } else { sold.to_vec() };
    (sold, prepared.tariff.hourly_energy().map(<[f64]>::to_vec))
}
