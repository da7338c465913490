//! Irradiance under a sky without clouds.

use super::{Climate, atmosphere, sun::SunPath, year::Year};

/// The clear sky of Ineichen & Perez over one place and turbidity.
#[derive(Clone, Copy, Debug)]
pub struct Ineichen {
    scale: f64,
    decay: f64,
}

impl Ineichen {
    /// A clear sky at a height above sea level, m, with a Linke turbidity (1 to 10).
    ///
    /// G = c₁ E₀ cos z exp(−c₂ m (f₁ + f₂ (T − 1))), c₁ and c₂ linear in the height, f₁ and f₂ exponential in it;
    /// without the later enhancement term.
    ///
    /// Source: Ineichen & Perez 2002, "A new airmass independent formulation for the Linke turbidity coefficient",
    /// Solar Energy 73, 151, doi:10.1016/S0038-092X(02)00045-2.
    #[must_use]
    pub fn new(elevation_m: f64, turbidity: f64) -> Self {
        let fh1 = (-elevation_m / 8000.0).exp();
        let fh2 = (-elevation_m / 1250.0).exp();
        Self {
            scale: 5.09e-5 * elevation_m + 0.868,
            decay: (3.92e-5 * elevation_m + 0.0387) * (fh1 + fh2 * (turbidity - 1.0)),
        }
    }

    /// Global irradiance on the horizontal, W/m², for a cosine of the apparent zenith, an absolute air mass and an
    /// extraterrestrial irradiance, W/m²; 0 with the sun below the horizon.
    #[must_use]
    pub fn ghi(&self, cos_zenith: f64, airmass: f64, extraterrestrial_w_m2: f64) -> f64 {
        self.scale * extraterrestrial_w_m2 * cos_zenith.max(0.0) * (-self.decay * airmass).exp()
    }
}

/// Global irradiance of the clear sky for every hour of the year, W/m².
pub(super) fn year(climate: &Climate, year: &Year, sun: &SunPath) -> Vec<f64> {
    let pressure_pa = atmosphere::pressure(climate.elevation_m);
    let mut clear = Vec::with_capacity(year.hours());
    let zenith = sun.apparent_zenith.raw().chunks_exact(24);
    let direction = sun.direction.chunks_exact(24);
    let extraterrestrial = sun.extraterrestrial.raw().chunks_exact(24);
    let days = zenith.zip(direction).zip(extraterrestrial).zip(year.interpolate(&climate.linke_turbidity));
    for (((zenith, direction), extraterrestrial), turbidity) in days {
        let sky = Ineichen::new(climate.elevation_m, turbidity);
        for ((zenith, to_sun), normal) in zenith.iter().zip(direction).zip(extraterrestrial) {
            clear.push(if *zenith <= 90.0 {
                let relative = atmosphere::airmass_of(*zenith, to_sun[2]);
                sky.ghi(to_sun[2], atmosphere::absolute_airmass(relative, pressure_pa), *normal)
            } else {
                0.0
            });
        }
    }
    clear
}
