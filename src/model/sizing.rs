//! The best size: every design of a grid is settled over a whole year and 25 years of money.

use crate::units::{GrossPln, Kwh, Kwp};
use serde::Serialize;

/// One design of the grid and what it brings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
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

/// The recommended size.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Recommendation {
    /// The design with the highest net present value. Nothing at all (0 kWp, 0 kWh) where no design is worth it.
    pub best: Design,
    /// Number of designs compared.
    pub compared: usize,
    /// The best design of those with modules, where `best` is nothing: what comes closest.
    pub closest: Option<Design>,
    /// Factor on the investment of `closest` at which it would just pay; none where something is worth it.
    pub pays_at_price_factor: Option<f64>,
}
