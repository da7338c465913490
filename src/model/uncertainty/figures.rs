//! The figures of one member, and the bands of many.

use super::{distribution::percentile, draw::Draw};
use crate::{
    model::{
        finance::{self, PricePath},
        home::Home,
        inputs::Scenario,
        project::project,
        report::{Energy, Physical},
        settlement,
        weather::year::as_f64,
    },
    units::{GrossPln, GrossPlnPerKwh, Kwh, Kwp, Quantity, Series},
};
use serde::{Deserialize, Serialize};

/// What one member says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figures {
    energy: Energy,
    physical: Physical,
    co2_avoided_kg: f64,
    bill_before: GrossPln,
    bill_after: GrossPln,
    investment: GrossPln,
    pub net_present_value: GrossPln,
    payback_years: Option<f64>,
    discounted_payback_years: Option<f64>,
    internal_rate_of_return: Option<f64>,
    levelised_cost: Option<GrossPlnPerKwh>,
}

/// Rated power and usable capacity.
pub(super) type Size = (Kwp, Kwh);

impl Figures {
    /// Judges a size for a home of the member's weather, habits and consumption. `scenario` holds the drawn values of the
    /// ranges.
    pub(super) fn of(home: &Home, scenario: &Scenario, (pv, battery): Size, draw: &Draw) -> Self {
        let battery = home.battery_size(battery);
        let unit = home.generation(pv).ac;
        let year = Year::of(home, (pv, battery), &unit, draw.year_factor);
        let same = (draw.life_factor - draw.year_factor).abs() <= 0.0;
        let other = (!same).then(|| Year::of(home, (pv, battery), &unit, draw.life_factor));
        let life = other.as_ref().unwrap_or(&year);
        let mut project = project(home, scenario, (pv, battery), life.energy.generation, &life.bills);
        let (outlook, money) = (&home.terms.outlook, &scenario.money);
        let growth = |own: Option<f64>, drawn: f64| {
            PricePath::growth(own.map_or(drawn, |percent| percent / 100.0), outlook.horizon_years)
        };
        project.import_path = growth(money.energy_growth_percent, draw.energy_growth);
        project.export_path = growth(money.export_growth_percent, draw.export_growth);
        project.discount_rate = money.discount_percent.map_or(outlook.discount_rate, |percent| percent / 100.0);
        let appraisal = finance::appraise(&project);
        Self {
            energy: year.energy,
            physical: Physical::of(&year.energy, battery, home.terms.within_hour_loss),
            co2_avoided_kg: (year.energy.consumption - year.energy.import).0 * home.terms.grid_co2_kg_per_kwh,
            bill_before: home.before.total_gross(),
            bill_after: year.bills.steady.cost_after_refund(),
            investment: project.investment(),
            net_present_value: appraisal.net_present_value,
            payback_years: appraisal.payback_years,
            discounted_payback_years: appraisal.discounted_payback_years,
            internal_rate_of_return: appraisal.internal_rate_of_return,
            levelised_cost: appraisal.levelised_cost,
        }
    }

    /// Saving of a settled year.
    pub(super) fn yearly_saving(&self) -> GrossPln {
        self.bill_before - self.bill_after
    }

    /// Generation used at home.
    fn own_use(&self) -> Kwh {
        self.energy.generation - self.energy.export - self.energy.curtailed
    }

    /// The internal rate with its sense kept where there is none: below all rates where nothing comes back, above all
    /// where nothing was paid.
    fn rate(&self) -> f64 {
        let gains = self.net_present_value > GrossPln::ZERO;
        self.internal_rate_of_return.unwrap_or(if gains { f64::INFINITY } else { f64::NEG_INFINITY })
    }
}

/// A year with generation times a factor.
struct Year {
    energy: Energy,
    bills: settlement::Settlement,
}

impl Year {
    fn of(home: &Home, (pv, battery): Size, unit: &Series<Kwh>, factor: f64) -> Self {
        let generation = unit.scaled(factor);
        let load = home.load_beside(&generation);
        let flows = home.flows(&generation, &load, battery);
        let energy = Energy {
            generation: generation.total(),
            consumption: load.total(),
            direct_use: flows.direct_use.total(),
            charge: flows.charge.total(),
            discharge: flows.discharge.total(),
            import: flows.import.total(),
            export: flows.export.total(),
            curtailed: flows.curtailed.total(),
        };
        Self { energy, bills: settlement::settle(home.offer.of(pv), &flows.import, &flows.export) }
    }
}

/// How far a figure may lie: one time in ten below `p10`, one time in two below `p50`, nine times in ten below `p90`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Band<T> {
    /// Tenth percentile.
    pub p10: T,
    /// Median.
    pub p50: T,
    /// Ninetieth percentile.
    pub p90: T,
}

impl Band<f64> {
    /// The band of some values, in any order; zeros where there are none.
    #[must_use]
    pub fn of(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        let at = |share| percentile(&values, share).unwrap_or(0.0);
        Self { p10: at(0.1), p50: at(0.5), p90: at(0.9) }
    }

    /// From the tenth percentile to the ninetieth.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.p90 - self.p10
    }

    fn map<T>(self, each: impl Fn(f64) -> T) -> Band<T> {
        Band { p10: each(self.p10), p50: each(self.p50), p90: each(self.p90) }
    }
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// How far every figure of an outcome may lie. Energy, bills and saving are those of a first year, the rest those of the
/// whole life; all fields as in [`crate::model::report::Outcome`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figured {
    /// Energy the modules could deliver.
    pub generation: Band<Kwh>,
    /// Energy the home uses.
    pub consumption: Band<Kwh>,
    /// Generation used at home, at once or from the battery, with the battery's losses.
    pub own_use: Band<Kwh>,
    /// Energy bought.
    pub import: Band<Kwh>,
    /// Energy fed in.
    pub export: Band<Kwh>,
    /// Share of the generation used at home.
    pub self_consumption: Band<f64>,
    /// Share of the consumption covered by own generation.
    pub autonomy: Band<f64>,
    /// Share of the generation used at home as it flows within the hours.
    pub physical_self_consumption: Band<f64>,
    /// Share of the consumption covered as it flows within the hours.
    pub physical_autonomy: Band<f64>,
    /// Carbon dioxide not emitted, kg a year.
    pub co2_avoided_kg: Band<f64>,
    /// Yearly bill without the installation.
    pub bill_before: Band<GrossPln>,
    /// Yearly bill with it.
    pub bill_after: Band<GrossPln>,
    /// Saving of a settled year.
    pub yearly_saving: Band<GrossPln>,
    /// What the owner pays at the start; one value unless a price is a range.
    pub investment: Band<GrossPln>,
    /// Net present value over the horizon.
    pub net_present_value: Band<GrossPln>,
    /// Years until the savings have paid the investment; none stands for "not within the horizon", after all years.
    pub payback_years: Band<Option<f64>>,
    /// The same with discounted savings.
    pub discounted_payback_years: Band<Option<f64>>,
    /// Real internal rate of return; none where there is no such rate.
    pub internal_rate_of_return: Band<Option<f64>>,
    /// Cost of a generated kWh over the horizon; none without generation.
    pub levelised_cost: Band<Option<GrossPlnPerKwh>>,
    /// Share of the members whose net present value is above zero, 0 to 1.
    pub profitable: f64,
}

impl Figured {
    pub(super) fn of(members: &[Figures]) -> Self {
        let band = |figure: &dyn Fn(&Figures) -> f64| Band::of(members.iter().map(figure).collect());
        let never = f64::INFINITY;
        let profitable = members.iter().filter(|figures| figures.net_present_value > GrossPln::ZERO).count();
        Self {
            generation: band(&|figures| figures.energy.generation.0).map(Kwh),
            consumption: band(&|figures| figures.energy.consumption.0).map(Kwh),
            own_use: band(&|figures| figures.own_use().0).map(Kwh),
            import: band(&|figures| figures.energy.import.0).map(Kwh),
            export: band(&|figures| figures.energy.export.0).map(Kwh),
            self_consumption: band(&|figures| figures.energy.self_consumption()),
            autonomy: band(&|figures| figures.energy.autonomy()),
            physical_self_consumption: band(&|figures| figures.physical.self_consumption),
            physical_autonomy: band(&|figures| figures.physical.autonomy),
            co2_avoided_kg: band(&|figures| figures.co2_avoided_kg),
            bill_before: band(&|figures| figures.bill_before.0).map(GrossPln),
            bill_after: band(&|figures| figures.bill_after.0).map(GrossPln),
            yearly_saving: band(&|figures| figures.yearly_saving().0).map(GrossPln),
            investment: band(&|figures| figures.investment.0).map(GrossPln),
            net_present_value: band(&|figures| figures.net_present_value.0).map(GrossPln),
            payback_years: band(&|figures| figures.payback_years.unwrap_or(never)).map(finite),
            discounted_payback_years: band(&|figures| figures.discounted_payback_years.unwrap_or(never)).map(finite),
            internal_rate_of_return: band(&Figures::rate).map(finite),
            levelised_cost: band(&|figures| figures.levelised_cost.map_or(never, Quantity::raw))
                .map(|pln| finite(pln).map(GrossPlnPerKwh)),
            profitable: as_f64(profitable) / as_f64(members.len().max(1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_never_pays_sorts_last() {
        // Ten values: 10 % is halfway from the first, at 5 %, to the second, at 15 %; the median and all above never come.
        let years = [5.0, 6.0, 7.0, 8.0, 9.0].into_iter().chain([f64::INFINITY; 5]);
        let band = Band::of(years.collect()).map(finite);
        assert!((band.p10.unwrap() - 5.5).abs() < 1e-12);
        assert_eq!((band.p50, band.p90), (None, None));
    }
}
