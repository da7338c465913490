//! The best sizes of a firm's plants, step by step.
//!
//! Every meter is searched by itself: a grid of plants and batteries, then twice around the best with half the distance.
//! A design is worth the net present value of the owner's money as if its meter were built alone, with the meter's part of
//! the grant by use. The designs of all meters are then chosen together, so that the wishes hold and the sum is greatest,
//! or the wishes are missed by least; what the choice is worth is appraised once more for all meters together. What
//! depends on the sum, the steps of an income tax and what is written off at once, is thereby right in the result and
//! approximate in the choice.

use super::{
    choice::{Candidate, Targets, choose},
    evaluate::{self, Found, together},
    meter::{BatteryRun, MeterSize},
    prepare::ReadyFirm,
    terms::FirmTerms,
};
use crate::{
    model::{
        finance::firm::owner_value,
        generation::Generation,
        inputs::firm::{FirmScenario, plant::BatteryUse},
    },
    units::{Kwh, Kwp, NetPln},
};

/// Designs judged in a step where the battery keeps own energy, and where it keeps peaks low, which takes ten times longer.
const IN_STEP: (usize, usize) = (8, 2);
/// Times that the neighbours of the best are looked at.
const ROUNDS: usize = 2;
/// Neighbours of a design.
const NEIGHBOURS: usize = 8;

/// The best sizes found.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmBest {
    /// Sizes of every meter, in the order of the scenario; nothing where nothing is worth it.
    pub sizes: Vec<MeterSize>,
    /// What every battery is run for: as told, but for peaks where a greatest intake is wished.
    pub uses: Vec<BatteryUse>,
    /// Net present value of the owner's money, all meters together.
    pub value: NetPln,
    /// Whether every wish that was told is reached.
    pub reaches: bool,
    /// Where nothing is worth it: the sizes that come closest, and their value.
    pub closest: Option<(Vec<MeterSize>, NetPln)>,
    /// Designs compared.
    pub compared: usize,
}

impl FirmBest {
    /// The scenario with these sizes. Prices that the firm told for its own sizes follow in proportion.
    #[must_use]
    pub fn apply(&self, scenario: &FirmScenario) -> FirmScenario {
        let mut best = scenario.clone();
        let total = |scenario: &FirmScenario| -> (f64, f64) {
            let plants = scenario.meters.iter().map(|meter| &meter.plant);
            plants.fold((0.0, 0.0), |sum, plant| (sum.0 + plant.pv_kwp, sum.1 + plant.battery_kwh))
        };
        for ((meter, size), used_for) in best.meters.iter_mut().zip(&self.sizes).zip(&self.uses) {
            (meter.plant.pv_kwp, meter.plant.battery_kwh) = (size.pv.0, size.battery.0);
            meter.plant.battery_use = *used_for;
        }
        let (told, now) = (total(scenario), total(&best));
        let scaled =
            |price: Option<f64>, told: f64, now: f64| price.map(|pln| if told > 0.0 { pln * now / told } else { pln });
        best.money.pv_net_pln = scaled(scenario.money.pv_net_pln, told.0, now.0);
        best.money.battery_net_pln = scaled(scenario.money.battery_net_pln, told.1, now.1);
        best
    }
}

/// The search of one meter.
#[derive(Clone, Debug)]
struct MeterSearch {
    terms: FirmTerms,
    run: BatteryRun,
    plants: Vec<Kwp>,
    batteries: Vec<Kwh>,
    queue: Vec<MeterSize>,
    /// The generation of the plant judged last.
    made: Option<(Kwp, Generation)>,
    found: Vec<Found>,
    candidates: Vec<Candidate>,
}

/// A search over plants and batteries of all meters, in steps of a few milliseconds.
#[derive(Clone, Debug)]
pub struct FirmSearch {
    firm: ReadyFirm,
    targets: Targets,
    meters: Vec<MeterSearch>,
    place: usize,
    round: usize,
    done: usize,
    of: usize,
}

impl FirmSearch {
    /// A search for a firm made ready; the sizes of the scenario do not matter, but for the prices told for them.
    #[must_use]
    pub fn new(firm: &ReadyFirm, scenario: &FirmScenario) -> Self {
        let wishes = &scenario.wishes;
        let load: Kwh = firm.meters.iter().map(|meter| meter.load().total).sum();
        let targets = Targets {
            peak_kw: wishes.cap_kw,
            import_kwh: wishes.autonomy_percent.map(|percent| load.0 * (1.0 - percent / 100.0)),
            spent_pln: wishes.budget_pln,
        };
        let meters: Vec<MeterSearch> = firm
            .meters
            .iter()
            .map(|meter| {
                let share = if load.0 > 0.0 { meter.load().total / load } else { 0.0 };
                let mut terms = firm.terms.clone();
                terms.money.grant_pln *= share;
                let mut run = meter.run;
                if wishes.cap_kw.is_some() && run.used_for == BatteryUse::OwnEnergy {
                    run.used_for = BatteryUse::PeaksFromGrid;
                }
                let (plants, batteries) = (evaluate::plants(meter), evaluate::batteries(meter));
                let alone = run.used_for == BatteryUse::PeaksFromGrid;
                let useful = |size: &MeterSize| size.pv.0 > 0.0 || size.battery.0 <= 0.0 || alone;
                // The last is judged first: nothing at all.
                let grid =
                    plants.iter().flat_map(|&pv| batteries.iter().map(move |&battery| MeterSize { pv, battery }));
                let mut queue: Vec<MeterSize> = grid.filter(useful).collect();
                queue.reverse();
                MeterSearch { terms, run, plants, batteries, queue, made: None, found: vec![], candidates: vec![] }
            })
            .collect();
        let of = meters.iter().map(|meter| meter.queue.len() + ROUNDS * NEIGHBOURS).sum();
        Self { firm: firm.clone(), targets, meters, place: 0, round: 0, done: 0, of }
    }

    /// Judges a few designs; the share done so far, or none where nothing is left to do.
    pub fn step(&mut self) -> Option<f64> {
        while self.meters.get(self.place).is_none_or(|meter| meter.queue.is_empty()) {
            if self.place + 1 < self.meters.len() {
                self.place += 1;
            } else if self.round < ROUNDS {
                self.round += 1;
                self.place = 0;
                self.look_around();
            } else {
                return None;
            }
        }
        let (ready, meter) = (self.firm.meters.get(self.place)?, self.meters.get_mut(self.place)?);
        let some = if meter.run.used_for == BatteryUse::OwnEnergy { IN_STEP.0 } else { IN_STEP.1 };
        for _ in 0..some {
            let Some(size) = meter.queue.pop() else { break };
            let generation = match meter.made.take() {
                Some((pv, generation)) if pv == size.pv => generation,
                _ => ready.generation(size.pv),
            };
            let found = ready.evaluate(size, &generation, &meter.run, &self.firm.calendar);
            meter.made = Some((size.pv, generation));
            meter.add(found);
            self.done += 1;
        }
        Some((self.done as f64 / self.of.max(1) as f64).min(1.0))
    }

    /// Does what is left and chooses.
    #[must_use]
    pub fn finish(mut self) -> FirmBest {
        while self.step().is_some() {}
        let (chosen, reaches) = self.chosen(&self.targets);
        let value = self.value_of(&chosen);
        let wishes = self.targets != Targets::default();
        let nothing = vec![0; self.meters.len()];
        let (chosen, value) = if value.0 < 0.0 && !wishes { (nothing, NetPln::ZERO) } else { (chosen, value) };
        let sizes = self.sizes(&chosen);
        let is_nothing = sizes.iter().all(|size| *size == MeterSize::NOTHING);
        let closest = is_nothing.then(|| self.closest()).flatten();
        FirmBest {
            uses: self.meters.iter().map(|meter| meter.run.used_for).collect(),
            compared: self.meters.iter().map(|meter| meter.found.len()).sum(),
            sizes,
            value,
            reaches,
            closest,
        }
    }

    /// The choice for all meters: the place of each meter's design, and whether all targets are met.
    fn chosen(&self, targets: &Targets) -> (Vec<usize>, bool) {
        let candidates: Vec<&[Candidate]> = self.meters.iter().map(|meter| meter.candidates.as_slice()).collect();
        choose(&candidates, targets)
    }

    fn sizes(&self, chosen: &[usize]) -> Vec<MeterSize> {
        self.meters
            .iter()
            .zip(chosen)
            .map(|(meter, &place)| meter.found.get(place).map_or(MeterSize::NOTHING, Found::size))
            .collect()
    }

    /// Net present value of the owner's money for designs of all meters together.
    fn value_of(&self, chosen: &[usize]) -> NetPln {
        let found: Vec<&Found> =
            self.meters.iter().zip(chosen).filter_map(|(meter, &place)| meter.found.get(place)).collect();
        let built: Vec<_> = found.iter().map(|found| found.built).collect();
        let years = together(found.iter().map(|found| &found.years));
        owner_value(&self.firm.terms.project(&built, &years))
    }

    /// Of the designs that build something behind one meter, the one that loses least.
    fn closest(&self) -> Option<(Vec<MeterSize>, NetPln)> {
        let mut best: Option<(usize, usize, f64)> = None;
        for (place, meter) in self.meters.iter().enumerate() {
            for (design, (found, candidate)) in meter.found.iter().zip(&meter.candidates).enumerate() {
                let built = found.size() != MeterSize::NOTHING;
                if built && best.is_none_or(|(.., value_pln)| candidate.value_pln > value_pln) {
                    best = Some((place, design, candidate.value_pln));
                }
            }
        }
        let (place, design, _) = best?;
        let mut chosen = vec![0; self.meters.len()];
        chosen[place] = design;
        Some((self.sizes(&chosen), self.value_of(&chosen)))
    }

    /// Puts the neighbours of the best design of every meter into its queue: half the distance of the grid in the first
    /// round, a quarter in the second.
    fn look_around(&mut self) {
        let (chosen, _) = self.chosen(&self.targets);
        let part = 0.5_f64.powi(i32::try_from(self.round).unwrap_or(1));
        for (place, (meter, ready)) in chosen.iter().zip(self.meters.iter_mut().zip(&self.firm.meters)) {
            let Some(best) = meter.found.get(*place).map(Found::size) else { continue };
            let plants: Vec<f64> = meter.plants.iter().map(|size| size.0).collect();
            let batteries: Vec<f64> = meter.batteries.iter().map(|size| size.0).collect();
            let most_kwh = batteries.last().copied().unwrap_or_default();
            let alone = meter.run.used_for == BatteryUse::PeaksFromGrid;
            for pv in around(best.pv.0, &plants, part, ready.fits().0) {
                for battery in around(best.battery.0, &batteries, part, most_kwh) {
                    let size = MeterSize { pv: Kwp(pv), battery: Kwh(battery) };
                    let known = meter.found.iter().any(|found| found.size() == size);
                    if !known && (pv > 0.0 || battery <= 0.0 || alone) {
                        meter.queue.push(size);
                    }
                }
            }
        }
    }
}

impl MeterSearch {
    fn add(&mut self, found: Found) {
        let built = [found.built];
        let project = self.terms.project(&built, &found.years);
        self.candidates.push(Candidate {
            value_pln: owner_value(&project).0,
            spent_pln: project.investment().0,
            import_kwh: found.import.0,
            peak_kw: found.peak.0,
        });
        self.found.push(found);
    }
}

/// A size, and those before and after it, a part of the distance to its neighbours in the grid away.
fn around(size: f64, grid: &[f64], part: f64, most: f64) -> [f64; 3] {
    let above = grid.iter().copied().find(|other| *other > size + 1e-9).unwrap_or(most);
    let below = grid.iter().rev().copied().find(|other| *other < size - 1e-9).unwrap_or(0.0);
    let near = |other: f64| {
        let moved = size + (other - size) * part;
        evaluate::neat(moved, moved).min(most)
    };
    [near(below), size, near(above)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_half_way_to_those_of_the_grid() {
        let grid = [0.0, 10.0, 20.0, 40.0];
        let whole = |found: [f64; 3]| found.map(|size| format!("{size:.3}"));
        assert_eq!(whole(around(20.0, &grid, 0.5, 50.0)), whole([15.0, 20.0, 30.0]));
        assert_eq!(whole(around(40.0, &grid, 0.5, 50.0)), whole([30.0, 40.0, 45.0]));
        assert_eq!(whole(around(0.0, &grid, 0.25, 50.0)), whole([0.0, 0.0, 2.5]));
    }
}
