//! The best size: every design of a grid is dispatched and settled over a whole year and judged over all years.

mod answer;
mod evaluate;
mod groups;
pub mod joint;
mod layouts;
mod objective;
pub mod pareto;
mod space;

use crate::{
    model::{
        dispatch::{
            Battery,
            bank::{Bank, LANES},
        },
        finance::{self, Project, Verdict},
        home::Home,
        inputs::{PV_KWP, Scenario},
        project::project,
        settlement::{self, Bill, MeterYear, Prepared, Run},
    },
    units::{GrossPln, Kwh, Kwp, NetPln, Series},
};
use serde::{Deserialize, Serialize};

/// Largest number of plant sizes compared, without "none".
const MOST_SIZES: usize = 16;
/// Yearly generation over yearly use of the largest share of a plant elsewhere that is compared.
const MOST_OF_USE: f64 = 3.0;
/// Battery sizes compared, kWh; the first is none.
const BATTERIES_KWH: [f64; 7] = [0.0, 2.5, 5.0, 7.5, 10.0, 12.5, 15.0];

/// One design of the grid and what it brings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Design {
    /// Rated power of the modules.
    pub pv: Kwp,
    /// Usable capacity of the battery.
    pub battery: Kwh,
    /// What the owner pays at the start.
    pub investment: GrossPln,
    /// Saving of a settled year.
    pub yearly_saving: GrossPln,
    /// Net present value over the horizon.
    pub net_present_value: GrossPln,
    /// Years until the savings have paid the investment.
    pub payback_years: Option<f64>,
    /// Share of the consumption covered by own generation.
    pub autonomy: f64,
}

impl Design {
    /// Nothing built, nothing paid, nothing saved.
    const NOTHING: Self = Self {
        pv: Kwp(0.0),
        battery: Kwh(0.0),
        investment: GrossPln(0.0),
        yearly_saving: GrossPln(0.0),
        net_present_value: GrossPln(0.0),
        payback_years: None,
        autonomy: 0.0,
    };

    /// What a project is worth whose bill of a settled year becomes `after`, where it was `before`, at a use of `load`.
    fn of(
        (pv, battery): (Kwp, Kwh),
        project: &Project,
        verdict: Verdict,
        before: GrossPln,
        after: &Bill,
        load: Kwh,
    ) -> Self {
        Self {
            pv,
            battery,
            investment: project.investment(),
            yearly_saving: before - after.cost_after_refund(),
            net_present_value: verdict.net_present_value,
            payback_years: verdict.payback_years,
            autonomy: ((load - after.import()) / load).max(0.0),
        }
    }
}

/// The recommended size.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recommendation {
    /// The design with the highest net present value. Nothing at all (0 kWp, 0 kWh) where no design is worth it.
    pub best: Design,
    /// Number of designs compared.
    pub compared: usize,
    /// The best of the designs with modules, where `best` is nothing: what comes closest.
    pub closest: Option<Design>,
    /// Factor on the investment of `closest` at which it would just pay; none where something is worth it.
    pub pays_at_price_factor: Option<f64>,
}

/// Judges every design of the grid: up to 16 plant sizes that fit on the roof, each with 7 batteries.
///
/// The measure is the net present value over the horizon. Prices, grant and outlook are those of the scenario, its own
/// size does not matter.
#[must_use]
pub fn recommend(home: &Home, scenario: &Scenario) -> Recommendation {
    let mut best = Design::NOTHING;
    let mut closest: Option<Design> = None;
    let mut compared = 1;
    let mut judge = Judge::new(home, scenario);
    let batteries = BATTERIES_KWH.map(Kwh);
    let batteries = if home.scheme.is_behind_the_meter() { &batteries[..] } else { &batteries[..1] };
    for pv in plant_sizes(most_useful(home)) {
        let generation = home.generation(pv).ac;
        for design in judge.designs(pv, batteries, &generation) {
            compared += 1;
            if design.net_present_value > best.net_present_value {
                best = design;
            }
            if closest.is_none_or(|known| design.net_present_value > known.net_present_value) {
                closest = Some(design);
            }
        }
    }
    let worth_it = best.net_present_value > GrossPln::ZERO;
    let closest = closest.filter(|_| !worth_it);
    let pays_at_price_factor = closest
        .filter(|design| design.investment > GrossPln::ZERO)
        .map(|design| (1.0 + design.net_present_value / design.investment).max(0.0));
    Recommendation { best, compared, closest, pays_at_price_factor }
}

/// The largest plant looked at: what fits, and of a plant elsewhere, where a roof sets no limit, what generates
/// [`MOST_OF_USE`] times the use: the deposit pays for energy alone, so no more is ever worth it.
fn most_useful(home: &Home) -> Kwp {
    let fits = home.roof_fits();
    let yielded = home.planes.iter().map(|plane| plane.unit.ac.total().0).fold(0.0, f64::max);
    if home.scheme.is_behind_the_meter() || yielded <= 0.0 {
        return fits;
    }
    Kwp(fits.0.min((MOST_OF_USE * home.load().total().0 / yielded).max(PV_KWP.step)))
}

/// Sizes in even steps of half a kWp up to what fits, at most [`MOST_SIZES`].
fn plant_sizes(fits: Kwp) -> Vec<Kwp> {
    let most_kwp = fits.0.min(PV_KWP.max);
    let step_kwp = PV_KWP.step;
    let mut sizes = Vec::new();
    let mut factor = 1.0;
    while most_kwp / (step_kwp * factor) >= MOST_SIZES as f64 + 1.0 {
        factor += 1.0;
    }
    let mut kwp = step_kwp * factor;
    while kwp <= most_kwp + 1e-9 {
        sizes.push(Kwp(kwp));
        kwp += step_kwp * factor;
    }
    sizes
}

/// Judges designs by their sums at the meter: no hourly series is written, and no design waits for another.
pub struct Judge<'a> {
    home: &'a Home,
    scenario: &'a Scenario,
    /// Hours that belong to the same month and zone at the same price, of the tariff with a plant.
    runs: Vec<Run>,
    /// For schemes that value export by the kWh.
    no_prices: Vec<f64>,
    flows: Vec<GrossPln>,
}

impl<'a> Judge<'a> {
    /// A judge of the designs for a home.
    #[must_use]
    pub fn new(home: &'a Home, scenario: &'a Scenario) -> Self {
        let runs = home.offer.of(home.roof_fits()).tariff.runs();
        Self { home, scenario, runs, no_prices: vec![0.0; home.load().len()], flows: Vec::new() }
    }

    /// A plant that makes `generation` with each of some batteries, in their order.
    pub fn designs(&mut self, pv: Kwp, batteries: &[Kwh], generation: &Series<Kwh>) -> Vec<Design> {
        let home = self.home;
        let prepared = home.offer.of(pv);
        let used = home.load_beside(generation);
        let (made, load) = (generation.total(), used.total());
        let mut designs = Vec::with_capacity(batteries.len());
        for some in batteries.chunks(LANES) {
            let sizes: [Kwh; LANES] =
                std::array::from_fn(|lane| home.battery_size(some.get(lane).copied().unwrap_or_default()));
            let meters = if home.scheme.is_behind_the_meter() {
                self.meters(prepared, &sizes.map(|usable| home.battery(usable)), generation, &used)
            } else {
                [MeterYear::of(prepared, &used, generation); LANES]
            };
            for (&usable, meter) in sizes.iter().zip(&meters).take(some.len()) {
                let after = settlement::settle_meter(prepared, meter);
                let project = project(home, self.scenario, (pv, usable), made, &after);
                let verdict = finance::judge(&project, &mut self.flows);
                let before = home.before.total_gross();
                designs.push(Design::of((pv, usable), &project, verdict, before, &after.steady, load));
            }
        }
        designs
    }

    /// Dispatch behind the meter and the sums of settlement in one pass.
    fn meters(
        &self,
        prepared: &Prepared,
        batteries: &[Battery; LANES],
        generation: &Series<Kwh>,
        load: &Series<Kwh>,
    ) -> [MeterYear; LANES] {
        let prices = prepared.scheme.prices_pln_per_kwh();
        let prices = if prices.is_empty() { &self.no_prices } else { prices };
        let hourly = prepared.tariff.hourly_energy();
        let mut bank = Bank::new(batteries);
        let mut meters = [MeterYear::default(); LANES];
        for Run { month, zone, hours } in &self.runs {
            let [made, used, price] =
                [generation.raw(), load.raw(), prices].map(|series| series.get(hours.clone()).unwrap_or_default());
            let sums = bank.run(made, used, price);
            for (lane, meter) in meters.iter_mut().enumerate() {
                meter.import[*month][*zone] += Kwh(sums.import_kwh[lane]);
                meter.export[*month][*zone] += Kwh(sums.export_kwh[lane]);
                meter.export_value[*month] += NetPln(sums.export_value[lane]);
            }
            if let Some(energy_pln) = hourly.and_then(|energy| energy.get(hours.start)) {
                for (lane, meter) in meters.iter_mut().enumerate() {
                    meter.energy_cost[*month][*zone] += NetPln(sums.import_kwh[lane] * energy_pln);
                }
            }
        }
        meters
    }
}
