//! The words of heating: what can be said of it, and the comparison of sources.

use super::{Say2, Say3};

/// Heating, in the form and among the results.
pub struct HeatWords {
    pub title: &'static str,
    pub no_present: &'static str,
    /// The sources in the order of `HeatSourceId::ALL`.
    pub sources: [&'static str; 10],
    /// No pump, air, ground.
    pub planned: [&'static str; 3],
    pub need_by: &'static str,
    /// By the house, by last year's fuel.
    pub needs: [&'static str; 2],
    /// The ages in the order of `AgeClass::ALL`.
    pub ages: [&'static str; 8],
    /// As built, partly, deep.
    pub insulations: [&'static str; 3],
    /// Floor, radiators at 45 °C, at 55 °C.
    pub emitters: [&'static str; 3],
    pub more: &'static str,
    /// Heat of rooms, of water, power on the design day.
    pub heat: Say3,
    /// Electricity, heat from one kWh.
    pub electricity: Say2,
    /// Of rooms, of water.
    pub performances: Say2,
    pub open: &'static str,
}
