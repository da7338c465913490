//! The outcome of a scenario as a person reads it: totals, months, bill lines, money, and where the figures come from.

use crate::units::{GrossPln, GrossPlnPerKwh, Kwh, Kwp, NetPln, Series};
use serde::Serialize;

/// Energy flows over a span of time. Every flow is named by its direction and never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Energy {
    /// AC energy the modules could deliver.
    pub generation: Kwh,
    /// Energy the home uses.
    pub consumption: Kwh,
    /// Generation used in the same hour.
    pub direct_use: Kwh,
    /// Generation sent to the battery.
    pub charge: Kwh,
    /// Energy from the battery used by the home.
    pub discharge: Kwh,
    /// Energy bought from the grid.
    pub import: Kwh,
    /// Energy fed into the grid.
    pub export: Kwh,
    /// Generation that had nowhere to go.
    pub curtailed: Kwh,
}

/// One roof plane as it is used.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PlaneOutcome {
    /// Rated power that fits.
    pub fits: Kwp,
    /// Rated power placed on it.
    pub placed: Kwp,
    /// Yearly AC energy of one kWp on it.
    pub yield_per_kwp: Kwh,
}

/// One step of the ladder from the sunlight on the modules to the meter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LossStep {
    /// Identifier of the loss.
    pub id: String,
    /// Energy lost in it over the year.
    pub lost: Kwh,
}

/// One line of the yearly bill, before and after.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BillLine {
    /// Identifier of the line: `energy`, `network_variable`, `capacity` and so on.
    pub id: String,
    /// Amount before VAT without the installation.
    pub before_net: NetPln,
    /// Amount with VAT without the installation.
    pub before_gross: GrossPln,
    /// Amount before VAT with the installation.
    pub after_net: NetPln,
    /// Amount with VAT with the installation.
    pub after_gross: GrossPln,
}

/// The prosumer deposit in one month of a settled year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct DepositMonth {
    /// Value credited.
    pub credited: GrossPln,
    /// Paid for energy from it.
    pub used: GrossPln,
    /// Paid out after twelve months.
    pub refunded: GrossPln,
    /// Lost after twelve months.
    pub forfeited: GrossPln,
    /// Left at the end of the month.
    pub balance: GrossPln,
}

/// What it costs and what it brings, in prices of the modelled year, with VAT.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MoneyOutcome {
    /// Price of the PV installation.
    pub pv_cost: GrossPln,
    /// Price of the battery.
    pub battery_cost: GrossPln,
    /// Grant.
    pub grant: GrossPln,
    /// What the owner pays at the start: prices less grant.
    pub investment: GrossPln,
    /// Yearly bill without the installation.
    pub bill_before: GrossPln,
    /// Yearly bill with it, once the deposit account has filled: payments less refunds.
    pub bill_after: GrossPln,
    /// Saving of such a year.
    pub yearly_saving: GrossPln,
    /// Net present value over the horizon.
    pub net_present_value: GrossPln,
    /// Real internal rate of return a year; none where the cash flow never changes sign.
    pub internal_rate_of_return: Option<f64>,
    /// Years until the savings have paid the investment.
    pub payback_years: Option<f64>,
    /// The same with discounted savings.
    pub discounted_payback_years: Option<f64>,
    /// Cost of a generated kWh over the horizon; none without generation.
    pub levelised_cost: Option<GrossPlnPerKwh>,
    /// Cash flow, year 0 first.
    pub cash_flow: Vec<GrossPln>,
}

/// A figure that rests on a table row, for the list of assumptions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Assumption {
    /// Table and identifier of the row.
    pub id: String,
    /// Value used.
    pub value: f64,
    /// Unit of the value.
    pub unit: String,
    /// Title of the document it comes from.
    pub source: String,
    /// Day on which it was last checked, ISO date.
    pub checked_on: String,
    /// How sure it is: R read in a primary document, S secondary source, C computed, M or S? weak.
    pub confidence: String,
    /// True where the person's own value replaces the table's.
    pub own: bool,
}

/// Hourly flows of the year, kWh, for charts and exports.
#[derive(Clone, Debug, PartialEq)]
pub struct Hours {
    /// Local month of each hour, 0 to 11.
    pub month: Vec<u8>,
    /// Generation.
    pub generation: Series<Kwh>,
    /// Consumption.
    pub consumption: Series<Kwh>,
    /// Generation used in the same hour.
    pub direct_use: Series<Kwh>,
    /// Sent to the battery.
    pub charge: Series<Kwh>,
    /// Taken from the battery.
    pub discharge: Series<Kwh>,
    /// Bought.
    pub import: Series<Kwh>,
    /// Fed in.
    pub export: Series<Kwh>,
}

/// Flows of one clock hour on the mean day of a month, kWh.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct DayHour {
    /// Hour of Central European Time, 0 to 23.
    pub hour: u8,
    /// Flows of that hour.
    pub energy: Energy,
}

/// What the engine says of a scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outcome {
    /// Town by its key.
    pub town: String,
    /// Modelled calendar year.
    pub year: i16,
    /// Rated power of the modules.
    pub pv: Kwp,
    /// Usable capacity of the battery.
    pub battery: Kwh,
    /// Rated power that fits on the whole roof.
    pub roof_fits: Kwp,
    /// Each plane of the roof.
    pub planes: Vec<PlaneOutcome>,
    /// Flows of the year.
    pub energy: Energy,
    /// Flows by local month.
    pub months: Vec<Energy>,
    /// Share of the generation used at home, directly or through the battery.
    pub self_consumption: f64,
    /// Share of the consumption covered by own generation.
    pub autonomy: f64,
    /// Losses between the sunlight on the modules and the meter.
    pub losses: Vec<LossStep>,
    /// The bill of a settled year, line by line.
    pub bill: Vec<BillLine>,
    /// The prosumer deposit of a settled year, by month.
    pub deposit: Vec<DepositMonth>,
    /// Cost and benefit.
    pub money: MoneyOutcome,
    /// Carbon dioxide not emitted for the energy no longer bought, kg a year.
    pub co2_avoided_kg: f64,
    /// Figures that rest on tables, with their sources.
    pub assumptions: Vec<Assumption>,
    /// Hourly flows; not part of the printed outcome.
    #[serde(skip)]
    pub hours: Hours,
}
