//! What came of every wish, and what keeps it from being reached.
//!
//! - Greatest intake: the least capacity or power of the battery is found by bisection on whether the cap can be held.
//! - Autonomy: plants grow along one path, first modules from the sizes told to what fits on all surfaces, by the same
//!   share of what is left behind every meter, then batteries to two mean days of use; the least that reaches the wish is
//!   found on it. Of several meters other shares may do with less.
//! - Budget: the sizes told are made smaller by the same factor, as far as the other wishes hold.

use super::{
    evaluate::Found,
    meter::{BatteryRun, MeterSize, ReadyMeter},
    outcome::{Binding, FirmMoneyOutcome, MeterOutcome, Wish, WishOutcome},
    prepare::ReadyFirm,
};
use crate::{
    model::{
        dispatch::{
            Battery,
            peak_shaving::{ShavingTerms, Year},
        },
        inputs::firm::{FirmScenario, plant::BatteryUse},
    },
    units::{Kw, Kwh, Kwp, NetPln},
};

/// Largest battery looked at, in mean days of use.
const LARGEST_DAYS: f64 = 2.0;
/// How often an interval is halved.
const HALVINGS: usize = 24;
/// An area so large that only the seasons limit what it gives, as a multiple of what would generate the whole use.
const AMPLE: f64 = 20.0;
/// Rounding of peaks, kW, and of shares.
const ROUNDING: f64 = 1e-6;

/// Every wish that was told, in the order of their names.
pub(super) fn outcomes(
    firm: &ReadyFirm,
    scenario: &FirmScenario,
    sizes: &[MeterSize],
    meters: &[MeterOutcome],
    money: &FirmMoneyOutcome,
) -> Vec<WishOutcome> {
    let wishes = &scenario.wishes;
    let plan = Plan { firm, sizes, budget: wishes.budget_pln.map(NetPln) };
    let cap = wishes.cap_kw.map(|cap| plan.cap(Kw(cap), meters));
    let share = |percent: f64| (percent / 100.0).min(1.0);
    let autonomy = wishes.autonomy_percent.map(|percent| plan.autonomy(share(percent), meters));
    let others = (wishes.cap_kw.map(Kw), wishes.autonomy_percent.map(share));
    let spent = money.pv_price + money.battery_price - money.grant;
    let budget = plan.budget.map(|budget| plan.spend(budget, spent, others));
    [cap, autonomy, budget].into_iter().flatten().collect()
}

/// The sizes as told, and what limits others.
struct Plan<'a> {
    firm: &'a ReadyFirm,
    sizes: &'a [MeterSize],
    budget: Option<NetPln>,
}

/// The least number of an interval for which something holds, where it holds at the end and for all above it.
fn least(from: f64, to: f64, holds: impl Fn(f64) -> bool) -> f64 {
    let (mut fails, mut does) = (from, to);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(fails, does);
        if holds(middle) {
            does = middle;
        } else {
            fails = middle;
        }
    }
    does
}

impl Plan<'_> {
    fn cap(&self, cap: Kw, meters: &[MeterOutcome]) -> WishOutcome {
        let reached = meters.iter().map(|meter| meter.after.peak.0).fold(0.0, f64::max);
        let mut outcome = WishOutcome { wish: Wish::Cap, wanted: cap.0, reached, best: reached, binds: None };
        if reached <= cap.0 + ROUNDING {
            return outcome;
        }
        let peaks: Vec<PeakMeter> = self
            .firm
            .meters
            .iter()
            .zip(self.sizes)
            .map(|(meter, size)| PeakMeter::new(self.firm, meter, *size))
            .collect();
        let most = |place: usize| self.affordable(place, peaks[place].largest);
        let lowest =
            peaks.iter().enumerate().map(|(place, peak)| peak.lowest(most(place)).min(meters[place].after.peak.0));
        outcome.best = lowest.fold(0.0, f64::max);
        let worst = (0..peaks.len()).max_by(|&a, &b| meters[a].after.peak.0.total_cmp(&meters[b].after.peak.0));
        outcome.binds = worst.map(|place| {
            let binding = peaks[place].binding(cap);
            match binding {
                Binding::BatteryCapacity(needed) => {
                    let price = self.price_with(place, MeterSize { battery: needed, ..self.sizes[place] });
                    if self.budget.is_some_and(|budget| price > budget) { Binding::Budget(price) } else { binding }
                }
                _ => binding,
            }
        });
        outcome
    }

    fn autonomy(&self, wanted: f64, meters: &[MeterOutcome]) -> WishOutcome {
        let sum = |flow: fn(&MeterOutcome) -> Kwh| -> Kwh { meters.iter().map(flow).sum() };
        let (used, bought) = (sum(|meter| meter.energy.consumption), sum(|meter| meter.energy.import));
        let reached = if used.0 > 0.0 { ((used - bought) / used).max(0.0) } else { 0.0 };
        let mut outcome = WishOutcome { wish: Wish::Autonomy, wanted, reached, best: reached, binds: None };
        if reached >= wanted - ROUNDING {
            return outcome;
        }
        // 0: as told; 1: all surfaces; 2: the largest batteries too.
        let affordable = |along: f64| self.budget.is_none_or(|budget| self.price(&self.grown(along)) <= budget);
        let most = if affordable(2.0) { 2.0 } else { 2.0 - least(0.0, 2.0, |back| affordable(2.0 - back)) };
        outcome.best = self.autonomy_of(&self.grown(most)).max(reached);
        outcome.binds = Some(if self.autonomy_of(&self.grown(2.0)) < wanted - ROUNDING {
            if self.autonomy_on_ample_area() >= wanted { Binding::Area(self.fits()) } else { Binding::Seasons }
        } else {
            let needed = self.grown(least(0.0, 2.0, |along| self.autonomy_of(&self.grown(along)) >= wanted));
            let price = self.price(&needed);
            if self.budget.is_some_and(|budget| price > budget) {
                Binding::Budget(price)
            } else {
                Binding::Size {
                    pv: needed.iter().map(|size| size.pv).sum(),
                    battery: needed.iter().map(|size| size.battery).sum(),
                }
            }
        });
        outcome
    }

    fn spend(&self, budget: NetPln, spent: NetPln, others: (Option<Kw>, Option<f64>)) -> WishOutcome {
        let mut outcome =
            WishOutcome { wish: Wish::Budget, wanted: budget.0, reached: spent.0, best: spent.0, binds: None };
        if spent.0 <= budget.0 + ROUNDING {
            return outcome;
        }
        let holds = |factor: f64| {
            let sizes: Vec<MeterSize> = self
                .sizes
                .iter()
                .map(|size| MeterSize { pv: size.pv * factor, battery: size.battery * factor })
                .collect();
            let found = self.evaluate(&sizes);
            let peak = found.iter().map(|one| one.peak.0).fold(0.0, f64::max);
            let capped = others.0.is_none_or(|cap| peak <= cap.0 + ROUNDING);
            capped && others.1.is_none_or(|wanted| self.share(&found) >= wanted - ROUNDING)
        };
        let nothing_else = others.0.is_none() && others.1.is_none();
        let factor = match () {
            () if nothing_else => 0.0,
            () if holds(1.0) => least(0.0, 1.0, holds),
            () => 1.0,
        };
        let sizes: Vec<MeterSize> =
            self.sizes.iter().map(|size| MeterSize { pv: size.pv * factor, battery: size.battery * factor }).collect();
        outcome.best = if nothing_else { 0.0 } else { self.price(&sizes).0 };
        let fits = outcome.best <= budget.0;
        outcome.binds = Some(if fits {
            Binding::Size {
                pv: sizes.iter().map(|size| size.pv).sum(),
                battery: sizes.iter().map(|size| size.battery).sum(),
            }
        } else {
            Binding::Budget(NetPln(outcome.best))
        });
        outcome
    }

    /// The sizes some way along the path to the largest ones, 0 to 2.
    fn grown(&self, along: f64) -> Vec<MeterSize> {
        let (modules, batteries) = (along.min(1.0), (along - 1.0).max(0.0));
        let grow = |from: f64, to: f64, share: f64| from + (to - from).max(0.0) * share;
        let grown = |(meter, size): (&ReadyMeter, &MeterSize)| MeterSize {
            pv: Kwp(grow(size.pv.0, meter.fits().0, modules)),
            battery: Kwh(grow(size.battery.0, largest(meter).0, batteries)),
        };
        self.firm.meters.iter().zip(self.sizes).map(grown).collect()
    }

    fn fits(&self) -> Kwp {
        self.firm.meters.iter().map(ReadyMeter::fits).sum()
    }

    fn evaluate(&self, sizes: &[MeterSize]) -> Vec<Found> {
        let one = |(meter, size): (&ReadyMeter, &MeterSize)| {
            meter.evaluate(*size, &meter.generation(size.pv), &meter.run, &self.firm.calendar)
        };
        self.firm.meters.iter().zip(sizes).map(one).collect()
    }

    fn used(&self) -> Kwh {
        self.firm.meters.iter().map(|meter| meter.load().total).sum()
    }

    fn share(&self, found: &[Found]) -> f64 {
        let (used, bought) = (self.used(), found.iter().map(|one| one.import).sum::<Kwh>());
        if used.0 > 0.0 { (used - bought) / used } else { 0.0 }
    }

    /// Share of the whole use that is not bought, by flows alone: no bill is needed for it.
    fn autonomy_of(&self, sizes: &[MeterSize]) -> f64 {
        let bought = |(meter, size): (&ReadyMeter, &MeterSize)| {
            let generation = meter.generation(size.pv).ac;
            meter.flows(&generation, size.battery, &meter.run, &self.firm.calendar).flows.import.total()
        };
        let bought: Kwh = self.firm.meters.iter().zip(sizes).map(bought).sum();
        let used = self.used();
        if used.0 > 0.0 { (used - bought) / used } else { 0.0 }
    }

    /// The same with the largest batteries and many times the area.
    fn autonomy_on_ample_area(&self) -> f64 {
        let bought = |meter: &ReadyMeter| {
            let generation = meter.generation(meter.fits()).ac;
            let factor = AMPLE * meter.load().total.0 / generation.total().0.max(1.0);
            let ample = generation.scaled(factor.max(1.0));
            meter.flows(&ample, largest(meter), &meter.run, &self.firm.calendar).flows.import.total()
        };
        let (used, bought) = (self.used(), self.firm.meters.iter().map(bought).sum::<Kwh>());
        if used.0 > 0.0 { (used - bought) / used } else { 0.0 }
    }

    /// Price of all meters less the grant.
    fn price(&self, sizes: &[MeterSize]) -> NetPln {
        let terms = &self.firm.terms;
        let built: Vec<_> = self.firm.meters.iter().zip(sizes).map(|(meter, size)| meter.built(*size)).collect();
        let price = terms.prices(&built).total();
        NetPln((price.0 - terms.money.grant_pln).max(0.0))
    }

    /// The same with another size of one meter.
    fn price_with(&self, place: usize, size: MeterSize) -> NetPln {
        let mut sizes = self.sizes.to_vec();
        if let Some(changed) = sizes.get_mut(place) {
            *changed = size;
        }
        self.price(&sizes)
    }

    /// The largest battery of a meter that the budget allows beside what is told, up to `most`.
    fn affordable(&self, place: usize, most: Kwh) -> Kwh {
        let Some(budget) = self.budget else { return most };
        let within =
            |battery: f64| self.price_with(place, MeterSize { battery: Kwh(battery), ..self.sizes[place] }) <= budget;
        if within(most.0) {
            return most;
        }
        let left_out = least(0.0, most.0, |less| within(most.0 - less));
        let battery = Kwh((most.0 - left_out).max(0.0));
        if within(battery.0) { battery } else { Kwh::ZERO }
    }
}

/// The largest battery looked at behind a meter.
fn largest(meter: &ReadyMeter) -> Kwh {
    meter.load().total * (LARGEST_DAYS / 365.0)
}

/// A meter whose greatest intake is looked at.
struct PeakMeter {
    year: Year,
    /// As its battery would be run to keep peaks low.
    run: BatteryRun,
    terms: ShavingTerms,
    size: MeterSize,
    /// Largest battery looked at.
    largest: Kwh,
    /// Power that is more than enough.
    ample: Kw,
    keeps_own_energy: bool,
}

impl PeakMeter {
    fn new(firm: &ReadyFirm, meter: &ReadyMeter, size: MeterSize) -> Self {
        let keeps_own_energy = meter.run.used_for == BatteryUse::OwnEnergy;
        let used_for = if keeps_own_energy { BatteryUse::PeaksFromGrid } else { meter.run.used_for };
        let grid_charge = used_for == BatteryUse::PeaksFromGrid;
        let load = meter.load();
        let generation = meter.generation(size.pv).ac;
        let peak = load.peaks.raw().iter().chain(generation.raw()).copied().fold(0.0, f64::max);
        Self {
            year: Year::new(&generation, &load.hourly, Some(&load.surge), &firm.calendar),
            run: BatteryRun { used_for, ..meter.run },
            terms: ShavingTerms { grid_charge, no_lower_than: Kw::ZERO, export_limit: meter.export.limit },
            size,
            largest: Kwh(largest(meter).0.max(size.battery.0)),
            ample: Kw(peak.max(1.0)),
            keeps_own_energy,
        }
    }

    fn holds(&self, battery: &Battery, cap: Kw) -> bool {
        self.year.holds(battery, &self.terms, cap)
    }

    fn with_power(&self, usable: Kwh, power: Kw) -> Battery {
        BatteryRun { power: Some(power), ..self.run }.battery(usable)
    }

    /// The lowest cap that a battery of this capacity and ample power holds.
    fn lowest(&self, usable: Kwh) -> f64 {
        let battery = self.with_power(usable, self.ample);
        least(0.0, self.ample.0, |cap| self.holds(&battery, Kw(cap)))
    }

    /// What keeps the cap from being held.
    fn binding(&self, cap: Kw) -> Binding {
        let told = self.size.battery;
        if !self.holds(&self.with_power(self.largest, self.ample), cap) {
            return Binding::Seasons;
        }
        if self.keeps_own_energy && self.holds(&self.run.battery(told), cap) {
            return Binding::BatteryUse;
        }
        if told.0 > 0.0 && self.holds(&self.with_power(told, self.ample), cap) {
            let holds = |kw: f64| self.holds(&self.with_power(told, Kw(kw)), cap);
            return Binding::BatteryPower(Kw(least(0.0, self.ample.0, holds)));
        }
        let holds = |kwh: f64| self.holds(&self.run.battery(Kwh(kwh)), cap);
        if holds(self.largest.0) {
            return Binding::BatteryCapacity(Kwh(least(0.0, self.largest.0, holds)));
        }
        let holds = |kw: f64| self.holds(&self.with_power(self.largest, Kw(kw)), cap);
        Binding::BatteryPower(Kw(least(0.0, self.ample.0, holds)))
    }
}
