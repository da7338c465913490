//! From direct to alternating current.

/// An inverter beside 1 kWp of modules.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inverter {
    /// Efficiency at the rated power, 0 to 1; 0.96 in PVWatts.
    pub nominal_efficiency: f64,
    /// Rated power of the modules over the AC rating of the inverter, above 0; 1 to 1.3 is usual.
    pub dc_ac_ratio: f64,
}

/// One hour through the inverter.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Converted {
    /// Delivered AC power, W.
    pub ac_w: f64,
    /// Lost in conversion, W.
    pub lost_w: f64,
    /// Not taken because the inverter was at its limit, W of AC.
    pub clipped_w: f64,
}

/// Efficiency of the reference inverter of the part-load curve.
const REFERENCE_EFFICIENCY: f64 = 0.9637;

impl Inverter {
    /// AC power from the DC power of 1 kWp of modules, W.
    #[must_use]
    pub fn convert(&self, dc_w: f64) -> Converted {
        let limit_w = 1000.0 / self.dc_ac_ratio / self.nominal_efficiency;
        pvwatts(dc_w, limit_w, self.nominal_efficiency)
    }
}

/// AC power from DC power, W, of an inverter with a DC limit, W, and a nominal efficiency.
///
/// η = n / 0.9637 (0.9858 − 0.0162 ζ − 0.0059 / ζ), n nominal efficiency, ζ = DC / limit; clipped at n × limit.
///
/// Source: Dobos 2014, "PVWatts Version 5 Manual", NREL/TP-6A20-62641, section 11.
#[must_use]
pub fn pvwatts(dc_w: f64, limit_w: f64, nominal_efficiency: f64) -> Converted {
    if dc_w <= 0.0 || limit_w <= 0.0 {
        return Converted { lost_w: dc_w.max(0.0), ..Converted::default() };
    }
    let load = dc_w / limit_w;
    let efficiency = nominal_efficiency / REFERENCE_EFFICIENCY * (0.9858 - 0.0162 * load - 0.0059 / load);
    let unlimited_w = (efficiency * dc_w).max(0.0);
    let ac_w = unlimited_w.min(nominal_efficiency * limit_w);
    Converted { ac_w, lost_w: dc_w - unlimited_w, clipped_w: unlimited_w - ac_w }
}
