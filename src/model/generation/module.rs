//! What a module makes of light and warmth.

use crate::units::Celsius;

/// How a module's power follows light and temperature.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Module {
    /// Crystalline silicon with its losses at low light, as in PVGIS. The default.
    #[default]
    CrystallineSilicon,
    /// A module known by the temperature coefficient of its data sheet alone, with no losses at low light, as in
    /// PVWatts.
    DataSheet {
        /// Change of power for each K above 25 °C, below 0: −0.0037 is usual.
        temperature_coefficient_per_k: f64,
    },
}

/// DC power of 1 kWp and what separates it from the light.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DcPower {
    /// Power, W.
    pub power_w: f64,
    /// Change by the efficiency at this irradiance and 25 °C, W; mostly a loss.
    pub low_light_w: f64,
    /// Change by the temperature of the cells, W; a gain below 25 °C.
    pub temperature_w: f64,
}

impl DcPower {
    /// From shares of the light; the power does not fall below 0.
    fn new(effective_w_m2: f64, by_light: f64, by_warmth: f64) -> Self {
        let by_light = by_light.max(-1.0);
        let by_warmth = by_warmth.max(-1.0 - by_light);
        Self {
            power_w: effective_w_m2 * (1.0 + by_light + by_warmth),
            low_light_w: effective_w_m2 * by_light,
            temperature_w: effective_w_m2 * by_warmth,
        }
    }
}

impl Module {
    /// DC power of 1 kWp under an irradiance after reflection and spectrum, W/m², at a cell temperature.
    #[must_use]
    pub fn dc(&self, effective_w_m2: f64, cell: Celsius) -> DcPower {
        match *self {
            Self::CrystallineSilicon => huld(effective_w_m2, cell),
            Self::DataSheet { temperature_coefficient_per_k } => {
                pvwatts(effective_w_m2, cell, temperature_coefficient_per_k)
            }
        }
    }
}

/// Coefficients k₁ to k₆ for crystalline silicon as used by PVGIS 5.
///
/// Source: European Commission, Joint Research Centre, "PVGIS data sources & calculation methods", section 5.2.3.
const CRYSTALLINE_SILICON: [f64; 6] = [-0.017_237, -0.040_465, -0.004_702, 0.000_149, 0.000_170, 0.000_005];

/// DC power of 1 kWp of crystalline silicon.
///
/// P = 1000 G' (1 + k₁ ln G' + k₂ ln² G' + k₃ T' + k₄ T' ln G' + k₅ T' ln² G' + k₆ T'²), G' = G / 1000, T' = T − 25.
///
/// Source: Huld, Friesen, Skoczek, Kenny, Sample, Field & Dunlop 2011, "A power-rating model for crystalline silicon
/// PV modules", Solar Energy Materials and Solar Cells 95, 3359, doi:10.1016/j.solmat.2011.07.026.
#[must_use]
pub fn huld(effective_w_m2: f64, cell: Celsius) -> DcPower {
    if effective_w_m2 <= 0.0 {
        return DcPower::default();
    }
    let [k1, k2, k3, k4, k5, k6] = CRYSTALLINE_SILICON;
    let log = (effective_w_m2 / 1000.0).ln();
    let warmth = cell.0 - 25.0;
    let by_light = k1 * log + k2 * log * log;
    let by_warmth = warmth * (k3 + k4 * log + k5 * log * log + k6 * warmth);
    DcPower::new(effective_w_m2, by_light, by_warmth)
}

/// DC power of 1 kWp of a module with a temperature coefficient, 1/K: P = 1000 G' (1 + γ (T − 25)).
///
/// Source: Dobos 2014, "PVWatts Version 5 Manual", NREL/TP-6A20-62641, section 9.
#[must_use]
pub fn pvwatts(effective_w_m2: f64, cell: Celsius, temperature_coefficient_per_k: f64) -> DcPower {
    if effective_w_m2 <= 0.0 {
        return DcPower::default();
    }
    DcPower::new(effective_w_m2, 0.0, temperature_coefficient_per_k * (cell.0 - 25.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rating_is_reached_at_standard_conditions() {
        // By definition of kWp: 1000 W at 1000 W/m² and 25 °C.
        assert!((huld(1000.0, Celsius(25.0)).power_w - 1000.0).abs() < 1e-9);
        assert!((pvwatts(1000.0, Celsius(25.0), -0.0037).power_w - 1000.0).abs() < 1e-9);
    }

    #[test]
    fn nothing_is_made_of_almost_no_light() {
        let dc = huld(1e-6, Celsius(-20.0));
        assert!(dc.power_w >= 0.0 && dc.power_w < 1e-6);
    }
}
