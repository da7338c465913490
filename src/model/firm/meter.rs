//! One meter made ready, judged for any size of plant and battery.

use super::{
    contract::{ReadyContract, ReadyExport},
    load::{MeterLoad, ReadyLoad},
    outcome::ExportSettled,
    surface::ReadySurface,
};
use crate::{
    calendar::Calendar,
    model::{
        dispatch::{
            Battery, Flows, greedy,
            peak_shaving::{self, ShavingTerms},
        },
        generation::{self, Generation, UnitYield},
        inputs::firm::plant::BatteryUse,
        settlement::firm::{FirmSettlement, settle_firm},
    },
    order::ascending,
    units::{Kw, Kwh, Kwp, Series},
};
use std::sync::Arc;

/// Modules and battery behind one meter.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MeterSize {
    /// Rated power of the modules.
    pub pv: Kwp,
    /// Usable capacity of the battery.
    pub battery: Kwh,
}

impl MeterSize {
    /// Nothing at all.
    pub const NOTHING: Self = Self { pv: Kwp::ZERO, battery: Kwh::ZERO };
}

/// How a battery is built and run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BatteryRun {
    /// AC-to-AC efficiency, 0 to 1.
    pub round_trip: f64,
    /// Power as a share of the capacity an hour.
    pub c_rate: f64,
    /// Power, where it is told.
    pub power: Option<Kw>,
    /// What it is for.
    pub used_for: BatteryUse,
    /// Intake below which it gains nothing to go; zero to go as low as possible.
    pub no_lower_than: Kw,
}

impl BatteryRun {
    /// A battery of this usable capacity.
    #[must_use]
    pub fn battery(&self, usable: Kwh) -> Battery {
        if usable.0 <= 0.0 {
            return Battery::NONE;
        }
        let battery = Battery::symmetric(usable, self.round_trip, self.c_rate);
        let limit = self.power.unwrap_or(battery.charge_limit);
        Battery { charge_limit: limit, discharge_limit: limit, ..battery }
    }

    /// What it may do to keep peaks low; none where it keeps own energy only.
    #[must_use]
    pub fn shaving(&self, export_limit: Option<Kw>) -> Option<ShavingTerms> {
        let grid_charge = match self.used_for {
            BatteryUse::OwnEnergy => return None,
            BatteryUse::Peaks => false,
            BatteryUse::PeaksFromGrid => true,
        };
        Some(ShavingTerms { grid_charge, no_lower_than: self.no_lower_than, export_limit })
    }
}

/// A meter made ready.
#[derive(Clone, Debug)]
pub struct ReadyMeter {
    /// Roofs, ground and carports with what one kWp makes there.
    pub surfaces: Vec<ReadySurface>,
    pub(super) ready_load: ReadyLoad,
    /// Its contracts.
    pub contract: ReadyContract,
    /// How what is fed in is settled.
    pub export: ReadyExport,
    /// How its battery is built and run.
    pub run: BatteryRun,
}

/// What flows at a meter in a year.
#[derive(Clone, Debug)]
pub struct MeterFlows {
    /// What flowed where.
    pub flows: Flows,
    /// Bought energy sent to the battery.
    pub charge_from_grid: Option<Series<Kwh>>,
    /// Greatest quarter-hour intake of each hour.
    pub peaks: Series<Kw>,
    /// Greatest intake held in each month, where the battery shaves peaks.
    pub caps: Option<[Kw; 12]>,
}

/// A size judged.
#[derive(Clone, Debug)]
pub struct Judged {
    /// What the modules make.
    pub generation: Generation,
    /// What flowed where.
    pub flows: MeterFlows,
    /// How export is settled.
    pub export: ExportSettled,
    /// The bills.
    pub settlement: FirmSettlement,
}

impl ReadyMeter {
    /// What is used without a plant.
    #[must_use]
    pub fn load(&self) -> &Arc<MeterLoad> {
        &self.ready_load.load
    }

    /// Rated power that fits on all surfaces.
    #[must_use]
    pub fn fits(&self) -> Kwp {
        self.surfaces.iter().map(|surface| surface.fits).sum()
    }

    /// Rated power on each surface when `total` is placed where a kWp makes most; what does not fit is left out.
    #[must_use]
    pub fn layout(&self, total: Kwp) -> Vec<Kwp> {
        let energies: Vec<f64> = self.surfaces.iter().map(|surface| -surface.unit.ladder.meter.0).collect();
        let mut placed = vec![Kwp::ZERO; self.surfaces.len()];
        let mut left_kwp = total.0;
        for place in ascending(&energies) {
            let here_kwp = left_kwp.min(self.surfaces[place].fits.0);
            placed[place] = Kwp(here_kwp);
            left_kwp -= here_kwp;
        }
        placed
    }

    /// A year of `total` rated power on the surfaces.
    #[must_use]
    pub fn generation(&self, total: Kwp) -> Generation {
        let layout = self.layout(total);
        let parts: Vec<(Kwp, &UnitYield)> =
            layout.into_iter().zip(&self.surfaces).map(|(rated, surface)| (rated, surface.unit.as_ref())).collect();
        generation::combine(&parts)
    }

    /// What flows at the meter with this generation and battery.
    #[must_use]
    pub fn flows(&self, generation: &Series<Kwh>, usable: Kwh, run: &BatteryRun, calendar: &Calendar) -> MeterFlows {
        let (load, battery, limit) = (self.load(), run.battery(usable), self.export.limit);
        let terms = run.shaving(limit).filter(|_| usable.0 > 0.0);
        let (flows, charge_from_grid, caps) = match terms {
            None => (greedy::dispatch(generation, &load.hourly, &battery, limit), None, None),
            Some(terms) => {
                let shaved =
                    peak_shaving::quarter_hours(generation, &load.hourly, &load.surge, &battery, &terms, calendar);
                (shaved.schedule.flows, Some(shaved.schedule.charge_from_grid), Some(shaved.caps))
            }
        };
        let peaks = peaks_after(&flows, &load.surge);
        MeterFlows { flows, charge_from_grid, peaks, caps }
    }

    /// The bills of a plant of this size with these flows.
    #[must_use]
    pub fn settle(&self, pv: Kwp, flows: &MeterFlows) -> (ExportSettled, FirmSettlement) {
        let (export, prepared) = self.export.of(pv);
        (export, settle_firm(prepared, &flows.flows.import, &flows.flows.export, Some(&flows.peaks)))
    }

    /// A size on the line: generation → dispatch → settlement.
    #[must_use]
    pub fn judge(&self, size: MeterSize, calendar: &Calendar) -> Judged {
        let generation = self.generation(size.pv);
        let flows = self.flows(&generation.ac, size.battery, &self.run, calendar);
        let (export, settlement) = self.settle(size.pv, &flows);
        Judged { generation, flows, export, settlement }
    }
}

/// The greatest quarter-hour intake of each hour with a plant: what the hour takes in less what it feeds in, and how far
/// the greatest quarter-hour of the load is above the hour's mean; never below the hour's mean intake.
///
/// Plant and battery are taken as even within the hour: clouds that pass and batteries that follow are not known.
fn peaks_after(flows: &Flows, surge: &Series<Kw>) -> Series<Kw> {
    let hours = flows.import.raw().iter().zip(flows.export.raw()).zip(surge.raw());
    Series::from_raw(hours.map(|((import, export), surge)| import.max(import - export + surge)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peaks_with_a_plant_by_hand() {
        // 10 kW of load on average and 14 at most: surge 4. Without sun 14; 6 kW bought: 10; 3 kW fed in: 1; 9 fed in: 0.
        let flows = Flows {
            import: Series::from_raw(vec![10.0, 6.0, 0.0, 0.0]),
            export: Series::from_raw(vec![0.0, 0.0, 3.0, 9.0]),
            ..Flows::default()
        };
        assert_eq!(peaks_after(&flows, &Series::from_raw(vec![4.0; 4])).raw(), [14.0, 10.0, 1.0, 0.0]);
    }

    #[test]
    fn power_follows_capacity_unless_it_is_told() {
        let run = BatteryRun {
            round_trip: 0.9,
            c_rate: 0.5,
            power: None,
            used_for: BatteryUse::Peaks,
            no_lower_than: Kw::ZERO,
        };
        assert_eq!(run.battery(Kwh(20.0)).charge_limit, Kw(10.0));
        assert_eq!(BatteryRun { power: Some(Kw(7.0)), ..run }.battery(Kwh(20.0)).discharge_limit, Kw(7.0));
        assert_eq!(BatteryRun { power: Some(Kw(7.0)), ..run }.battery(Kwh::ZERO), Battery::NONE);
    }
}
