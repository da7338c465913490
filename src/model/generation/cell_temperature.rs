//! How warm the cells get in the sun.

use crate::units::{Celsius, MPerS, WPerM2};

/// Heat loss of a module: U = u₀ + u₁ × wind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Faiman {
    /// Loss in still air, W/(m² K).
    pub u0_w_m2_k: f64,
    /// Further loss for each m/s of wind, W s/(m³ K).
    pub u1_w_s_m3_k: f64,
}

/// Temperature of the cells: air + irradiance / (u₀ + u₁ wind).
///
/// Source: Faiman 2008, "Assessing the outdoor operating temperature of photovoltaic modules", Progress in
/// Photovoltaics 16, 307, doi:10.1002/pip.813; IEC 61853-2.
#[must_use]
pub fn faiman(in_plane: WPerM2, air: Celsius, wind: MPerS, mounting: Faiman) -> Celsius {
    Celsius(air.0 + in_plane.0 / (mounting.u0_w_m2_k + mounting.u1_w_s_m3_k * wind.0))
}
