//! Self-consumption first: the rule of every battery sold without a price feed.
//!
//! A surplus charges the battery as far as power and room allow, then is exported up to the limit, then is lost. A
//! deficit is met from the battery as far as power and content allow, then is bought. The battery neither charges from
//! nor feeds the grid.

use super::{Battery, Flows};
use crate::units::{Kw, Kwh, Series};

/// What happens in one hour, kWh.
#[derive(Clone, Copy, Debug, Default)]
struct Step {
    direct_use: f64,
    charge: f64,
    discharge: f64,
    import: f64,
    export: f64,
    curtailed: f64,
}

/// The battery as raw numbers, ready for the inner loop.
#[derive(Clone, Copy, Debug)]
struct Cell {
    usable_kwh: f64,
    charge_limit_kwh: f64,
    discharge_limit_kwh: f64,
    charge_efficiency: f64,
    discharge_efficiency: f64,
    /// The two divided into one: a step multiplies.
    charge_per_stored: f64,
    stored_per_discharge: f64,
    export_limit_kwh: f64,
}

impl Cell {
    fn new(battery: &Battery, export_limit: Option<Kw>) -> Self {
        Self {
            usable_kwh: battery.usable.0,
            charge_limit_kwh: battery.charge_limit.0,
            discharge_limit_kwh: battery.discharge_limit.0,
            charge_efficiency: battery.charge_efficiency,
            discharge_efficiency: battery.discharge_efficiency,
            charge_per_stored: 1.0 / battery.charge_efficiency,
            stored_per_discharge: 1.0 / battery.discharge_efficiency,
            export_limit_kwh: export_limit.map_or(f64::INFINITY, |limit| limit.0),
        }
    }

    #[inline]
    fn step(&self, generation_kwh: f64, load_kwh: f64, stored_kwh: &mut f64) -> Step {
        let direct_use = generation_kwh.min(load_kwh);
        let surplus = generation_kwh - direct_use;
        let deficit = load_kwh - direct_use;
        let room = (self.usable_kwh - *stored_kwh).max(0.0) * self.charge_per_stored;
        let charge = surplus.min(self.charge_limit_kwh).min(room);
        let content = stored_kwh.max(0.0) * self.discharge_efficiency;
        let discharge = deficit.min(self.discharge_limit_kwh).min(content);
        *stored_kwh += charge * self.charge_efficiency - discharge * self.stored_per_discharge;
        let export = (surplus - charge).min(self.export_limit_kwh);
        Step {
            direct_use,
            charge,
            discharge,
            import: deficit - discharge,
            export,
            curtailed: surplus - charge - export,
        }
    }
}

/// All flows of a year. Generation and load have the same number of hours; longer ones are cut.
#[must_use]
pub fn dispatch(generation: &Series<Kwh>, load: &Series<Kwh>, battery: &Battery, export_limit: Option<Kw>) -> Flows {
    let cell = Cell::new(battery, export_limit);
    let hours = generation.len().min(load.len());
    let mut columns: [Vec<f64>; 7] = std::array::from_fn(|_| vec![0.0; hours]);
    let [direct_use, charge, discharge, import, export, curtailed, stored] = &mut columns;
    let mut stored_kwh = battery.stored_at_start.0;
    let energy = generation.raw().iter().zip(load.raw());
    let out = direct_use.iter_mut().zip(charge).zip(discharge).zip(import).zip(export).zip(curtailed).zip(stored);
    for ((&generation_kwh, &load_kwh), out) in energy.zip(out) {
        let step = cell.step(generation_kwh, load_kwh, &mut stored_kwh);
        let ((((((direct_use, charge), discharge), import), export), curtailed), stored) = out;
        (*direct_use, *charge, *discharge) = (step.direct_use, step.charge, step.discharge);
        (*import, *export, *curtailed, *stored) = (step.import, step.export, step.curtailed, stored_kwh);
    }
    let [direct_use, charge, discharge, import, export, curtailed, stored] = columns.map(Series::from_raw);
    Flows { direct_use, charge, discharge, import, export, curtailed, stored }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(values: &[f64]) -> Series<Kwh> {
        Series::from_raw(values.to_vec())
    }

    #[test]
    fn one_day_by_hand() {
        // 4 kWh usable, 0.8 in and 0.5 out, 2 kW. Hour 0: surplus 3, charge 2 (limit), 1.6 inside, 1 exported.
        // Hour 1: surplus 5, charge 2, 3.2 inside, 3 exported. Hour 2: surplus 5, room 0.8/0.8 = 1, full, 4 exported.
        // Hour 3: deficit 3, discharge 2 (limit) takes 4 from inside, 1 bought. Hour 4: empty, all bought.
        let battery = Battery {
            usable: Kwh(4.0),
            charge_limit: Kw(2.0),
            discharge_limit: Kw(2.0),
            charge_efficiency: 0.8,
            discharge_efficiency: 0.5,
            stored_at_start: Kwh(0.0),
        };
        let flows = dispatch(&series(&[4.0, 6.0, 5.0, 0.0, 0.0]), &series(&[1.0, 1.0, 0.0, 3.0, 2.0]), &battery, None);
        let close = |got: &Series<Kwh>, want: [f64; 5]| {
            for (got, want) in got.raw().iter().zip(want) {
                assert!((got - want).abs() < 1e-12, "{got} is not {want}");
            }
        };
        close(&flows.charge, [2.0, 2.0, 1.0, 0.0, 0.0]);
        close(&flows.stored, [1.6, 3.2, 4.0, 0.0, 0.0]);
        close(&flows.export, [1.0, 3.0, 4.0, 0.0, 0.0]);
        close(&flows.discharge, [0.0, 0.0, 0.0, 2.0, 0.0]);
        close(&flows.import, [0.0, 0.0, 0.0, 1.0, 2.0]);
    }

    #[test]
    fn above_the_export_limit_generation_is_lost() {
        let flows = dispatch(&series(&[5.0]), &series(&[1.0]), &Battery::NONE, Some(Kw(3.0)));
        assert!((flows.export[0] - 3.0).abs() < 1e-12 && (flows.curtailed[0] - 1.0).abs() < 1e-12);
    }
}
