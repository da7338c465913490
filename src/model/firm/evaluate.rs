//! What a size of one meter comes to: the few figures that a search and a wish compare.

use super::{
    costs::Built,
    meter::{BatteryRun, MeterSize, ReadyMeter},
    money::{YearCost, Years},
};
use crate::{
    calendar::Calendar,
    model::{generation::Generation, inputs::firm::surface::SurfaceKind},
    order,
    units::{Kw, Kwh, Kwp},
};

/// A size of a meter with its figures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// What is built.
    pub(super) built: Built,
    /// Bills before and after.
    pub(super) years: Years,
    /// Bought in a year.
    pub(super) import: Kwh,
    /// Greatest quarter-hour intake of the year.
    pub(super) peak: Kw,
}

impl Found {
    pub(super) fn size(&self) -> MeterSize {
        MeterSize { pv: self.built.pv, battery: self.built.battery }
    }
}

impl ReadyMeter {
    /// What is built for a size, by the kind of surface.
    pub(super) fn built(&self, size: MeterSize) -> Built {
        let mut built = Built { pv: size.pv, battery: size.battery, ..Built::default() };
        for (surface, placed) in self.surfaces.iter().zip(self.layout(size.pv)) {
            match surface.surface.kind {
                SurfaceKind::Roof => {}
                SurfaceKind::Rows { .. } => built.in_rows += placed,
                SurfaceKind::Carport => built.on_carports += placed,
            }
        }
        built
    }

    /// Bills without a plant.
    pub(super) fn cost_before(&self) -> YearCost {
        YearCost::of([&self.contract.before.bill])
    }

    /// A size dispatched and settled; `generation` is that of its modules.
    pub(super) fn evaluate(
        &self,
        size: MeterSize,
        generation: &Generation,
        run: &BatteryRun,
        calendar: &Calendar,
    ) -> Found {
        let flows = self.flows(&generation.ac, size.battery, run, calendar);
        let (_, settlement) = self.settle(size.pv, &flows);
        Found {
            built: self.built(size),
            years: Years {
                before: self.cost_before(),
                first: YearCost::of([&settlement.first]),
                steady: YearCost::of([&settlement.steady]),
                generation: generation.ac.total(),
            },
            import: flows.flows.import.total(),
            peak: flows.peaks.raw().iter().copied().fold(Kw::ZERO, |most, kw| Kw(most.0.max(kw))),
        }
    }
}

/// Years of several meters together.
pub(super) fn together<'a>(years: impl IntoIterator<Item = &'a Years>) -> Years {
    let mut sum = Years::default();
    for year in years {
        for (sum, one) in
            [(&mut sum.before, &year.before), (&mut sum.first, &year.first), (&mut sum.steady, &year.steady)]
        {
            sum.months.iter_mut().zip(one.months).for_each(|(sum, month)| *sum += month);
            sum.from_export += one.from_export;
            sum.for_power += one.for_power;
        }
        sum.generation += year.generation;
    }
    sum
}

/// Plant sizes looked at, ascending from none: even steps up to what generates one and a half times the use, then a few
/// up to what fits, and the largest plant of a prosumer.
pub(super) fn plants(ready: &ReadyMeter) -> Vec<Kwp> {
    const STEPS: u8 = 10;
    const OF_USE: f64 = 1.5;
    let most_kwp = ready.fits().0;
    let yields = ready.surfaces.iter().map(|surface| surface.unit.ladder.meter.0);
    let yield_kwh = yields.fold(0.0, f64::max);
    let needed_kwp = if yield_kwh > 0.0 { ready.load().total.0 / yield_kwh } else { 0.0 };
    let even_to_kwp = most_kwp.min(OF_USE * needed_kwp);
    let mut sizes_kwp = vec![0.0];
    sizes_kwp.extend((1..=STEPS).map(|step| neat(even_to_kwp * f64::from(step) / f64::from(STEPS), even_to_kwp)));
    sizes_kwp.extend([2.0, 3.0, 5.0].map(|factor| neat(factor * needed_kwp, most_kwp)));
    sizes_kwp.push(neat(most_kwp, most_kwp));
    sizes_kwp.extend(ready.export.prosumer_to().map(|limit| limit.0));
    distinct(sizes_kwp, most_kwp).into_iter().map(Kwp).collect()
}

/// Capacities looked at, ascending from none: parts of a mean day's use.
pub(super) fn batteries(ready: &ReadyMeter) -> Vec<Kwh> {
    const OF_DAY: [f64; 9] = [0.0, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1.0, 1.5];
    let day_kwh = ready.load().total.0 / 365.0;
    let most_kwh = crate::model::inputs::firm::plant::FIRM_BATTERY_KWH.max;
    let sizes_kwh = OF_DAY.map(|share| neat(share * day_kwh, day_kwh));
    distinct(sizes_kwh.to_vec(), most_kwh).into_iter().map(Kwh).collect()
}

/// A size in steps that people speak of: a hundredth of `scale` or less, as a 1, 2 or 5 with noughts; not below 0.1.
pub(super) fn neat(value: f64, scale: f64) -> f64 {
    let mut step = 0.1;
    for factor in [2.0, 2.5, 2.0].into_iter().cycle().take(24) {
        if step * factor * 50.0 > scale {
            break;
        }
        step *= factor;
    }
    // Rounded down: what fits, fits.
    ((value / step + 1e-9).floor() * step * 10.0).round() / 10.0
}

/// Ascending, each once, none above `most`.
fn distinct(mut sizes: Vec<f64>, most: f64) -> Vec<f64> {
    sizes.retain(|size| (0.0..=most + 1e-9).contains(size));
    sizes = order::sorted(&sizes);
    sizes.dedup_by(|a, b| (*a - *b).abs() < 1e-6);
    sizes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_neat() {
        // Steps of 0.1 up to a scale of 10, 1 up to 100, 0.2 and 0.5 between, never above the value.
        for (value, scale, expected) in
            [(7.26, 7.26, 7.2), (39.99, 80.0, 39.0), (83.0, 83.0, 83.0), (1234.0, 1234.0, 1220.0), (0.04, 0.04, 0.0)]
        {
            let found = neat(value, scale);
            assert!((found - expected).abs() < 1e-9, "{value}: {found}");
        }
        assert_eq!(distinct(vec![3.0, 0.0, 3.0, 9.0], 5.0), [0.0, 3.0]);
    }
}
