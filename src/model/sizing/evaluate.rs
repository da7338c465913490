//! Judges one plant with many batteries in every tariff group: the hours are read once for four batteries and all groups.

use super::{
    Design,
    groups::{Group, Partition, hourly_prices},
    layouts::Arrangement,
    objective::Candidate,
    space::rated,
};
use crate::{
    model::{
        dispatch::bank::{Bank, LANES},
        finance::{self, Saving, Verdict, payback},
        home::Home,
        inputs::Scenario,
        project::project,
        settlement::{self, MeterYear},
    },
    units::{GrossPln, Kwh, Kwp, NetPln, Series},
};

/// Sums of one cell for each battery of a bank.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    import_kwh: [f64; LANES],
    export_kwh: [f64; LANES],
    export_pln: [f64; LANES],
    /// At the prices of the hours, where they have prices.
    import_pln: [f64; LANES],
}

/// A home and everything its designs share.
#[derive(Clone, Debug)]
pub(super) struct Bench {
    pub(super) home: Home,
    scenario: Scenario,
    pub(super) groups: Vec<Group>,
    partition: Partition,
    pub(super) module: Kwp,
    /// Value of a kWh fed in, zł, by hour.
    sold_pln: Vec<f64>,
    /// Price of a kWh bought before VAT and charges, zł, by hour; none where the zones have the prices.
    bought_pln: Option<Vec<f64>>,
    cells: Vec<Cell>,
    flows: Vec<GrossPln>,
}

impl Bench {
    pub(super) fn new(home: Home, scenario: Scenario, groups: Vec<Group>, module: Kwp) -> Self {
        let partition = Partition::new(&groups, &home.calendar);
        // Any size above zero: a new plant has one scheme whatever its size.
        let (sold_pln, bought_pln) = hourly_prices(home.offer.of(module), home.load().len());
        let cells = vec![Cell::default(); partition.len()];
        Self { home, scenario, groups, partition, module, sold_pln, bought_pln, cells, flows: Vec::new() }
    }

    /// Building nothing, in every group.
    pub(super) fn nothing(&self) -> Vec<Candidate> {
        let nothing = |(place, group): (usize, &Group)| Candidate {
            design: Design { yearly_saving: group.saving, net_present_value: group.value, ..Design::NOTHING },
            bill: group.before.total_gross(),
            group: place,
            layout: 0,
            modules: 0,
            battery: 0,
        };
        self.groups.iter().enumerate().map(nothing).collect()
    }

    /// So many modules, at least one, with each of some batteries in every group: battery by battery, groups in order.
    pub(super) fn designs(
        &mut self,
        (layout, arrangement): (usize, &Arrangement),
        modules: usize,
        batteries: &[Kwh],
    ) -> Vec<Candidate> {
        let pv = rated(modules, self.module);
        let generation = arrangement.generation(modules).ac;
        let used = self.home.load_beside(&generation).into_owned();
        let made = generation.total();
        let mut found = Vec::with_capacity(batteries.len() * self.groups.len());
        for (bank, some) in batteries.chunks(LANES).enumerate() {
            let meters = self.meters(some, &generation, &used);
            for (lane, &battery) in some.iter().enumerate() {
                let years = meters.iter().map(|lanes| &lanes[lane]);
                let judged = judge(
                    &self.home,
                    &self.scenario,
                    &self.groups,
                    (pv, battery),
                    (made, used.total()),
                    years,
                    &mut self.flows,
                );
                found.extend(judged.into_iter().enumerate().map(|(group, (design, bill))| Candidate {
                    design,
                    bill,
                    group,
                    layout,
                    modules,
                    battery: bank * LANES + lane,
                }));
            }
        }
        found
    }

    /// The year at the meter of each battery, in every group.
    fn meters(&mut self, batteries: &[Kwh], generation: &Series<Kwh>, load: &Series<Kwh>) -> Vec<[MeterYear; LANES]> {
        if !self.home.scheme.is_behind_the_meter() {
            // Any size above zero, as above.
            let year = |group: &Group| [MeterYear::of(group.offer.of(self.module), load, generation); LANES];
            return self.groups.iter().map(year).collect();
        }
        self.dispatch(batteries, generation, load);
        (0..self.groups.len()).map(|group| self.fold(group)).collect()
    }

    /// Dispatches the batteries side by side and adds up by cell.
    fn dispatch(&mut self, batteries: &[Kwh], generation: &Series<Kwh>, load: &Series<Kwh>) {
        let sizes = std::array::from_fn(|lane| batteries.get(lane).copied().unwrap_or_default());
        let mut bank = Bank::new(&sizes.map(|usable| self.home.battery(usable)));
        self.cells.fill(Cell::default());
        for stretch in &self.partition.stretches {
            let hours = stretch.hours.clone();
            let [made, used, sold] = [generation.raw(), load.raw(), &self.sold_pln]
                .map(|series| series.get(hours.clone()).unwrap_or_default());
            let cell = &mut self.cells[stretch.cell];
            let sums = match self.bought_pln.as_ref().and_then(|prices| prices.get(hours)) {
                None => bank.run(made, used, sold),
                Some(bought) => {
                    let (sums, import_pln) = bank.run_priced(made, used, sold, bought);
                    add(&mut cell.import_pln, &import_pln);
                    sums
                }
            };
            add(&mut cell.import_kwh, &sums.import_kwh);
            add(&mut cell.export_kwh, &sums.export_kwh);
            add(&mut cell.export_pln, &sums.export_value);
        }
    }

    /// The cells added up by the zones of one group.
    fn fold(&self, group: usize) -> [MeterYear; LANES] {
        let mut years = [MeterYear::default(); LANES];
        for (cell, (month, zone)) in self.cells.iter().zip(self.partition.of_group(group)) {
            for (lane, year) in years.iter_mut().enumerate() {
                year.import[month][zone] += Kwh(cell.import_kwh[lane]);
                year.export[month][zone] += Kwh(cell.export_kwh[lane]);
                year.export_value[month] += NetPln(cell.export_pln[lane]);
                year.energy_cost[month][zone] += NetPln(cell.import_pln[lane]);
            }
        }
        years
    }
}

fn add(sums: &mut [f64; LANES], more: &[f64; LANES]) {
    for (sum, more) in sums.iter_mut().zip(more) {
        *sum += more;
    }
}

/// A size with its years at the meter, one for each group: the design and the bill of a settled year.
fn judge<'a>(
    home: &Home,
    scenario: &Scenario,
    groups: &[Group],
    size: (Kwp, Kwh),
    (made, load): (Kwh, Kwh),
    years: impl Iterator<Item = &'a MeterYear>,
    flows: &mut Vec<GrossPln>,
) -> Vec<(Design, GrossPln)> {
    let (mut bought, mut autonomy) = (None, None);
    let mut judged = Vec::with_capacity(groups.len());
    for (group, year) in groups.iter().zip(years) {
        let after = settlement::settle_meter(group.offer.of(size.0), year);
        let project = bought.get_or_insert_with(|| project(home, scenario, size, made, &after));
        // The plant's part falls with its output, that of the group does not.
        project.saving_first = Saving::between(&group.before, &after.first);
        project.saving_steady = Saving::between(&group.before, &after.steady);
        let alone = finance::judge(project, flows);
        let payback_years = if group.saving < GrossPln::ZERO {
            flows.iter_mut().zip(&group.saving_flows).for_each(|(flow, saving)| *flow += *saving);
            payback::simple(flows).filter(|_| project.price() > GrossPln::ZERO)
        } else {
            alone.payback_years
        };
        let verdict = Verdict { net_present_value: alone.net_present_value + group.value, payback_years };
        let mut design = Design::of(size, project, verdict, home.before.total_gross(), &after.steady, load);
        // The flows are the same in every group: sums in another order must not set them apart by a last digit.
        design.autonomy = *autonomy.get_or_insert(design.autonomy);
        judged.push((design, after.steady.cost_after_refund()));
    }
    judged
}
