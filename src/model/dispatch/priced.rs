//! What an hour costs at its prices, by how much the battery takes or gives: the ground of every rule that looks at
//! prices.

use super::{Battery, Flows};
use crate::units::{GrossPln, GrossPlnPerKwh, Kw, Kwh, Series};

/// Prices at the meter, hour by hour.
#[derive(Clone, Debug, PartialEq)]
pub struct HourPrices {
    /// What a bought kWh costs, all charges included; below 0 only where a contract passes negative prices on.
    pub buy: Series<GrossPlnPerKwh>,
    /// What an exported kWh earns; where it is below 0 the plant is turned down instead of exporting.
    pub sell: Series<GrossPlnPerKwh>,
}

/// What a controller may do, and what a use of the battery costs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Freedom {
    /// Whether the battery may be charged with bought energy.
    pub grid_charge: bool,
    /// Whether the battery may feed the grid; it then gives more than the home uses in an hour.
    pub battery_export: bool,
    /// Greatest export of an hour; none for no limit.
    pub export_limit: Option<Kw>,
    /// Wear of the battery by a kWh that it gives, at the AC side.
    pub wear: GrossPlnPerKwh,
}

/// Flows of a battery that may also trade with the grid.
///
/// In every hour `generation = direct_use + charge + (export − discharge_to_grid) + curtailed` and
/// `load = direct_use + discharge + (import − charge_from_grid)`; without such trade the balances of [`Flows`].
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    /// What flowed where: `charge` from the plant, `discharge` to the home, all of `import` and `export`.
    pub flows: Flows,
    /// Bought energy sent to the battery.
    pub charge_from_grid: Series<Kwh>,
    /// Energy of the battery fed into the grid.
    pub discharge_to_grid: Series<Kwh>,
}

impl Schedule {
    /// Energy the battery gave, to the home and to the grid.
    #[must_use]
    pub fn discharged(&self) -> Kwh {
        self.flows.discharge.total() + self.discharge_to_grid.total()
    }
}

/// What flows cost at hourly prices: bought less sold, and the wear of `discharged`.
#[must_use]
pub fn cost(prices: &HourPrices, flows: &Flows, discharged: Kwh, wear: GrossPlnPerKwh) -> GrossPln {
    let value = |kwh: &Series<Kwh>, price: &Series<GrossPlnPerKwh>| -> f64 {
        kwh.raw().iter().zip(price.raw()).map(|(kwh, price)| kwh * price).sum()
    };
    GrossPln(value(&flows.import, &prices.buy) - value(&flows.export, &prices.sell) + discharged.0 * wear.0)
}

/// One hour as a controller sees it: energy in kWh, prices in zł/kWh.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Hour {
    pub(super) generation: f64,
    pub(super) load: f64,
    pub(super) buy: f64,
    pub(super) sell: f64,
}

/// The hours that generation, load and prices have in common.
pub(super) fn hours(generation: &Series<Kwh>, load: &Series<Kwh>, prices: &HourPrices) -> Vec<Hour> {
    let energy = generation.raw().iter().zip(load.raw());
    let prices = prices.buy.raw().iter().zip(prices.sell.raw());
    energy.zip(prices).map(|((&generation, &load), (&buy, &sell))| Hour { generation, load, buy, sell }).collect()
}

/// A straight piece of a convex cost: zł per kWh stored, and its length in kWh stored.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Piece {
    pub(super) slope: f64,
    pub(super) length: f64,
}

/// Most pieces of an hour's cost: bought, sold and cut off, times charging or discharging.
pub(super) const PIECES: usize = 4;

/// The cost of an hour over the change of the stored energy, made convex.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct HourCost {
    /// Least change, kWh: the most that can be taken out, not above 0.
    pub(super) lowest: f64,
    /// Greatest change, kWh: the most that can be put in, not below 0.
    pub(super) highest: f64,
    /// Cost at the greatest change, zł.
    pub(super) cost_at_highest: f64,
    /// From the least to the greatest change, slopes ascending; pieces that are not needed have no length.
    pub(super) pieces: [Piece; PIECES],
}

/// The battery and its freedom as raw numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules {
    pub(super) usable_kwh: f64,
    pub(super) start_kwh: f64,
    charge_limit_kwh: f64,
    discharge_limit_kwh: f64,
    charge_efficiency: f64,
    discharge_efficiency: f64,
    export_limit_kwh: f64,
    wear_pln: f64,
    grid_charge: bool,
    battery_export: bool,
}

impl Rules {
    pub(super) fn new(battery: &Battery, freedom: &Freedom) -> Self {
        Self {
            usable_kwh: battery.usable.0,
            start_kwh: battery.stored_at_start.0.clamp(0.0, battery.usable.0.max(0.0)),
            charge_limit_kwh: battery.charge_limit.0,
            discharge_limit_kwh: battery.discharge_limit.0,
            charge_efficiency: battery.charge_efficiency,
            discharge_efficiency: battery.discharge_efficiency,
            export_limit_kwh: freedom.export_limit.map_or(f64::INFINITY, |limit| limit.0),
            wear_pln: freedom.wear.0,
            grid_charge: freedom.grid_charge,
            battery_export: freedom.battery_export,
        }
    }

    /// Energy at the AC side for a change of the stored energy; above 0 into the battery.
    fn outside(&self, change_kwh: f64) -> f64 {
        if change_kwh >= 0.0 { change_kwh / self.charge_efficiency } else { change_kwh * self.discharge_efficiency }
    }

    fn inside(&self, taken_kwh: f64) -> f64 {
        if taken_kwh >= 0.0 { taken_kwh * self.charge_efficiency } else { taken_kwh / self.discharge_efficiency }
    }

    /// Cost of an hour in which the battery takes this much at the AC side; below 0 it gives.
    fn cost(&self, hour: &Hour, taken_kwh: f64) -> f64 {
        let bought_kwh = hour.load - hour.generation + taken_kwh;
        let at_meter_pln = if bought_kwh >= 0.0 {
            hour.buy * bought_kwh
        } else {
            -hour.sell.max(0.0) * (-bought_kwh).min(self.export_limit_kwh)
        };
        at_meter_pln + self.wear_pln * (-taken_kwh).max(0.0)
    }

    /// The hour's cost over the change of the stored energy.
    ///
    /// The cost is convex where a kWh sells for no more than one costs. Elsewhere its lower convex hull stands for it,
    /// which is never above the true cost.
    pub(super) fn hour_cost(&self, hour: &Hour) -> HourCost {
        let give = if self.battery_export { f64::INFINITY } else { hour.load };
        let take = if self.grid_charge { f64::INFINITY } else { hour.generation };
        let least_kwh = -self.discharge_limit_kwh.min(give);
        let most_kwh = self.charge_limit_kwh.min(take);
        let balanced_kwh = hour.generation - hour.load;
        let mut turns = [0.0, balanced_kwh, balanced_kwh - self.export_limit_kwh];
        turns.sort_by(f64::total_cmp);
        let mut hull = Hull::default();
        for taken_kwh in [least_kwh, turns[0], turns[1], turns[2], most_kwh] {
            let taken_kwh = taken_kwh.clamp(least_kwh, most_kwh);
            hull.add(self.inside(taken_kwh), self.cost(hour, taken_kwh));
        }
        hull.finish()
    }

    /// What flows in an hour in which the stored energy changes by `change_kwh`.
    pub(super) fn flow(&self, hour: &Hour, change_kwh: f64) -> Step {
        let taken = self.outside(change_kwh);
        let (charged, given) = (taken.max(0.0), (-taken).max(0.0));
        let bought = hour.load - hour.generation + taken;
        let (import, out) = (bought.max(0.0), (-bought).max(0.0));
        let export = if hour.sell < 0.0 { 0.0 } else { out.min(self.export_limit_kwh) };
        let from_grid =
            if self.grid_charge { (charged - (hour.generation - hour.load).max(0.0)).max(0.0) } else { 0.0 };
        let discharge = given.min(hour.load);
        Step {
            direct_use: (hour.load - discharge - (import - from_grid)).max(0.0),
            charge: charged - from_grid,
            discharge,
            import,
            export,
            curtailed: out - export,
            charge_from_grid: from_grid,
            discharge_to_grid: given - discharge,
        }
    }
}

/// What happens in one hour, kWh.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Step {
    direct_use: f64,
    charge: f64,
    discharge: f64,
    import: f64,
    export: f64,
    curtailed: f64,
    charge_from_grid: f64,
    discharge_to_grid: f64,
}

/// The lower convex hull of points that come from left to right.
#[derive(Default)]
struct Hull {
    points: [(f64, f64); PIECES + 1],
    count: usize,
}

impl Hull {
    fn add(&mut self, at: f64, cost: f64) {
        let slope = |from: (f64, f64), to: (f64, f64)| (to.1 - from.1) / (to.0 - from.0);
        if self.count > 0 && at <= self.points[self.count - 1].0 {
            return;
        }
        while self.count > 1 {
            let (before, last) = (self.points[self.count - 2], self.points[self.count - 1]);
            if slope(before, last) < slope(last, (at, cost)) {
                break;
            }
            self.count -= 1;
        }
        self.points[self.count] = (at, cost);
        self.count += 1;
    }

    fn finish(self) -> HourCost {
        let mut pieces = [Piece::default(); PIECES];
        for (piece, pair) in pieces.iter_mut().zip(self.points[..self.count].windows(2)) {
            let length = pair[1].0 - pair[0].0;
            *piece = Piece { slope: (pair[1].1 - pair[0].1) / length, length };
        }
        let (first, last) = (self.points[0], self.points[self.count.max(1) - 1]);
        HourCost { lowest: first.0, highest: last.0, cost_at_highest: last.1, pieces }
    }
}

/// Writes hours into the columns of a schedule.
pub(super) struct Columns {
    columns: [Vec<f64>; 9],
}

impl Columns {
    pub(super) fn with_capacity(hours: usize) -> Self {
        Self { columns: std::array::from_fn(|_| Vec::with_capacity(hours)) }
    }

    pub(super) fn push(&mut self, step: &Step, stored_kwh: f64) {
        let values = [
            step.direct_use,
            step.charge,
            step.discharge,
            step.import,
            step.export,
            step.curtailed,
            stored_kwh,
            step.charge_from_grid,
            step.discharge_to_grid,
        ];
        for (column, value) in self.columns.iter_mut().zip(values) {
            column.push(value);
        }
    }

    pub(super) fn finish(self) -> Schedule {
        let [direct_use, charge, discharge, import, export, curtailed, stored, charge_from_grid, discharge_to_grid] =
            self.columns.map(Series::from_raw);
        let flows = Flows { direct_use, charge, discharge, import, export, curtailed, stored };
        Schedule { flows, charge_from_grid, discharge_to_grid }
    }
}
