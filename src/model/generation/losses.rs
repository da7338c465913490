//! Losses between the cells and the inverter, and of days out of service.

use super::Step;

/// Shares lost one after another, 0 to 1 each.
///
/// Source: the items of Dobos 2014, "PVWatts Version 5 Manual", NREL/TP-6A20-62641, table 6.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DcLosses {
    /// Dust and leaves on the glass.
    pub soiling: f64,
    /// Nearby shade that is not modelled by its shape.
    pub shading: f64,
    /// Snow on the modules.
    pub snow: f64,
    /// Modules that differ from each other in a string.
    pub mismatch: f64,
    /// Resistance of the cables.
    pub wiring: f64,
    /// Resistance of connectors.
    pub connections: f64,
    /// Light-induced degradation in the first hours.
    pub light_induced_degradation: f64,
    /// Modules below the power on their label.
    pub nameplate: f64,
    /// Ageing, where the year's share is not modelled elsewhere.
    pub age: f64,
    /// Time out of service.
    pub availability: f64,
}

impl DcLosses {
    /// The items in the order in which they are taken off.
    #[must_use]
    pub fn items(&self) -> [(Step, f64); 10] {
        [
            (Step::Soiling, self.soiling),
            (Step::Shading, self.shading),
            (Step::Snow, self.snow),
            (Step::Mismatch, self.mismatch),
            (Step::Wiring, self.wiring),
            (Step::Connections, self.connections),
            (Step::LightInducedDegradation, self.light_induced_degradation),
            (Step::Nameplate, self.nameplate),
            (Step::Age, self.age),
            (Step::Availability, self.availability),
        ]
    }

    /// Share that is left after all items: the product of (1 − loss).
    #[must_use]
    pub fn kept(&self) -> f64 {
        self.items().iter().map(|(_, share)| 1.0 - share).product()
    }
}
