//! Finance: bills without and with the plant, costs and price paths give the cash flow and whether it pays.
//!
//! All money is with VAT, as a household pays it and cannot deduct it, and in prices of the modelled year: growth and
//! discount rates are real, above inflation.
//!
//! # Sources
//! The models and their textbooks stand with each function; costs and rates come from the tables.

pub mod coverage;
pub mod depreciation;
pub mod financing;
pub mod firm;
pub mod income_tax;
pub mod irr;
pub mod lcoe;
pub mod lease;
pub mod loan;
pub mod mirr;
pub mod npv;
mod path;
pub mod payback;
pub mod support;

use crate::{
    model::settlement::Bill,
    units::{GrossPln, GrossPlnPerKwh, Kwh},
};
use irr::internal_rate_of_return;
use lcoe::levelised_cost;
use npv::net_present_value;

pub use path::PricePath;

/// What a plant saves in one year at the prices and output of the first year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Saving {
    /// Less paid for energy and charges because less is bought.
    pub import: GrossPln,
    /// Paid from the deposit, and refunds of it.
    pub export: GrossPln,
}

impl Saving {
    /// What a year's bill saves against the bill without the plant.
    #[must_use]
    pub fn between(before: &Bill, after: &Bill) -> Self {
        Self {
            import: before.total_gross() - after.total_gross(),
            export: after.deposit_value() - before.deposit_value(),
        }
    }
}

/// How output falls with age.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Degradation {
    /// Share of the output lost over the first year.
    pub first_year: f64,
    /// Share of the output lost in each later year.
    pub per_year: f64,
}

impl Degradation {
    /// Output of `year` (from 1) over that of the first: 1, then less by the first year's loss, then by the yearly one.
    #[must_use]
    pub fn factor(&self, year: usize) -> f64 {
        let later = i32::try_from(year.saturating_sub(2)).unwrap_or(i32::MAX);
        if year <= 1 { 1.0 } else { (1.0 - self.first_year) * (1.0 - self.per_year).powi(later) }
    }
}

/// A device that is bought again after each of its lives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Replacement {
    /// Life of the device, years; 0 for one that outlives the plant.
    pub life_years: usize,
    /// Price of a new one.
    pub cost: GrossPln,
}

impl Replacement {
    /// True where a new one is bought in `year`; none is bought in the last year of the horizon.
    #[must_use]
    pub fn falls_in(&self, year: usize, horizon_years: usize) -> bool {
        bought_again(self.life_years, year, horizon_years)
    }
}

/// True where a device of this life is bought again in `year` (from 1): after each of its lives, not in the last year of
/// the horizon; never with a life of 0.
#[must_use]
pub fn bought_again(life_years: usize, year: usize, horizon_years: usize) -> bool {
    life_years > 0 && year > 0 && year < horizon_years && year.is_multiple_of(life_years)
}

/// Everything the cash flow depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// Price of the solar plant.
    pub pv_cost: GrossPln,
    /// Price of the battery.
    pub battery_cost: GrossPln,
    /// Grant, at most the prices together.
    pub grant: GrossPln,
    /// Income tax saved by deducting the purchase; comes back in the first year.
    pub tax_relief: GrossPln,
    /// Saving of the first year, in which the deposit fills.
    pub saving_first: Saving,
    /// Saving of every later year at first-year prices and output.
    pub saving_steady: Saving,
    /// Energy generated in the first year.
    pub generation: Kwh,
    /// How output falls with age.
    pub degradation: Degradation,
    /// Price of bought energy and charges.
    pub import_path: PricePath,
    /// Value of exported energy.
    pub export_path: PricePath,
    /// Upkeep and insurance a year.
    pub upkeep: GrossPln,
    /// Devices bought again.
    pub replacements: Vec<Replacement>,
    /// Real discount rate a year: 0.04 for 4 %.
    pub discount_rate: f64,
    /// Years looked at.
    pub horizon_years: usize,
}

impl Project {
    /// Price of everything bought at the start.
    #[must_use]
    pub fn price(&self) -> GrossPln {
        self.pv_cost + self.battery_cost
    }

    /// What the owner pays at the start: prices less grant.
    #[must_use]
    pub fn investment(&self) -> GrossPln {
        let price = self.price();
        price - GrossPln(self.grant.0.min(price.0))
    }
}

/// Money of one year; year 0 is the purchase. Every amount is named by its direction and not negative unless noted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct YearFlow {
    /// Paid for the plant less the grant.
    pub investment: GrossPln,
    /// Saved because less is bought; negative where a bill rises.
    pub import_saving: GrossPln,
    /// Received through the deposit.
    pub export_saving: GrossPln,
    /// Income tax saved.
    pub tax_relief: GrossPln,
    /// Upkeep and insurance.
    pub upkeep: GrossPln,
    /// Devices bought again.
    pub replacement: GrossPln,
}

impl YearFlow {
    /// What the year costs, without savings.
    #[must_use]
    pub fn cost(&self) -> GrossPln {
        self.investment + self.upkeep + self.replacement
    }

    /// Savings and tax relief less costs; negative where the year costs more than it brings.
    #[must_use]
    pub fn net(&self) -> GrossPln {
        self.import_saving + self.export_saving + self.tax_relief - self.cost()
    }
}

/// The money of a project over its horizon and what it amounts to.
#[derive(Clone, Debug, PartialEq)]
pub struct Appraisal {
    /// Year 0 to the horizon.
    pub years: Vec<YearFlow>,
    /// Net flow of each year.
    pub flows: Vec<GrossPln>,
    /// Value today of all flows.
    pub net_present_value: GrossPln,
    /// Real rate a year at which the flows are worth nothing; none where there is no such rate.
    pub internal_rate_of_return: Option<f64>,
    /// Years until the savings have paid the purchase; none where they never do within the horizon, or nothing is bought.
    pub payback_years: Option<f64>,
    /// The same with discounted flows.
    pub discounted_payback_years: Option<f64>,
    /// Cost of a generated kWh; none without generation.
    pub levelised_cost: Option<GrossPlnPerKwh>,
}

/// What designs are compared by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// Value today of all flows.
    pub net_present_value: GrossPln,
    /// Years until the savings have paid the purchase, as in [`Appraisal`].
    pub payback_years: Option<f64>,
}

/// The part of [`appraise`] that a grid of designs needs; `flows` is written over.
#[must_use]
pub fn judge(project: &Project, flows: &mut Vec<GrossPln>) -> Verdict {
    flows.clear();
    flows.extend((0..=project.horizon_years).map(|year| year_flow(project, year).net()));
    Verdict {
        net_present_value: net_present_value(flows, project.discount_rate),
        payback_years: payback::simple(flows).filter(|_| project.price() > GrossPln::ZERO),
    }
}

/// The cash flow of a project and what it amounts to.
///
/// Savings fall with the output of the ageing modules, which takes both parts of the saving to be in proportion to it,
/// and move along their own price paths. The levelised cost counts purchase, upkeep and replacements.
#[must_use]
pub fn appraise(project: &Project) -> Appraisal {
    let years: Vec<YearFlow> = (0..=project.horizon_years).map(|year| year_flow(project, year)).collect();
    let flows: Vec<GrossPln> = years.iter().map(YearFlow::net).collect();
    let costs: Vec<GrossPln> = years.iter().map(YearFlow::cost).collect();
    let generated = |year| project.generation * project.degradation.factor(year);
    let energy: Vec<Kwh> = (1..=project.horizon_years).map(generated).collect();
    let rate = project.discount_rate;
    let bought = project.price() > GrossPln::ZERO;
    Appraisal {
        net_present_value: net_present_value(&flows, rate),
        internal_rate_of_return: internal_rate_of_return(&flows),
        payback_years: payback::simple(&flows).filter(|_| bought),
        discounted_payback_years: payback::discounted(&flows, rate).filter(|_| bought),
        levelised_cost: levelised_cost(&costs, &energy, rate),
        years,
        flows,
    }
}

fn year_flow(project: &Project, year: usize) -> YearFlow {
    if year == 0 {
        return YearFlow { investment: project.investment(), ..YearFlow::default() };
    }
    let saving = if year == 1 { project.saving_first } else { project.saving_steady };
    let output = project.degradation.factor(year);
    let due = project.replacements.iter().filter(|device| device.falls_in(year, project.horizon_years));
    YearFlow {
        investment: GrossPln::ZERO,
        import_saving: saving.import * (output * project.import_path.factor(year)),
        export_saving: saving.export * (output * project.export_path.factor(year)),
        tax_relief: if year == 1 { project.tax_relief } else { GrossPln::ZERO },
        upkeep: project.upkeep,
        replacement: due.map(|device| device.cost).sum(),
    }
}
