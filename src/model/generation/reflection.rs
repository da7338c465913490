//! Light that the module's glass reflects because it comes in at an angle.

use crate::units::Deg;
use std::f64::consts::PI;

/// The angular losses of Martin & Ruiz for one glass.
///
/// Source: Martin & Ruiz 2001, "Calculation of the PV modules angular losses under field conditions by means of an
/// analytical model", Solar Energy Materials and Solar Cells 70, 25, doi:10.1016/S0927-0248(00)00408-6; corrigendum
/// 2013, 110, 154.
#[derive(Clone, Copy, Debug)]
pub struct MartinRuiz {
    angular_loss: f64,
    full: f64,
}

impl MartinRuiz {
    /// A glass with an angular loss coefficient a, 0.1 to 0.3.
    #[must_use]
    pub fn new(angular_loss: f64) -> Self {
        Self { angular_loss, full: 1.0 - (-1.0 / angular_loss).exp() }
    }

    /// Share of light from one direction that passes, by the cosine of its angle of incidence.
    ///
    /// (1 − exp(−cos θ / a)) / (1 − exp(−1 / a)), 0 from behind.
    #[must_use]
    pub fn beam(&self, cos_incidence: f64) -> f64 {
        (1.0 - (-cos_incidence.max(0.0) / self.angular_loss).exp()) / self.full
    }

    /// Shares of the even light of the sky and of the ground that pass, on a plane of a tilt.
    #[must_use]
    pub fn diffuse(&self, tilt: Deg) -> (f64, f64) {
        let tilt = tilt.0.to_radians();
        let (sine, cosine) = tilt.sin_cos();
        let sky = sine + (PI - tilt - sine) / (1.0 + cosine);
        let ground = if cosine < 1.0 { sine + (tilt - sine) / (1.0 - cosine) } else { 0.0 };
        (self.diffuse_share(sky), self.diffuse_share(ground))
    }

    fn diffuse_share(&self, view: f64) -> f64 {
        const C1: f64 = 0.4244;
        let c2 = 0.5 * self.angular_loss - 0.154;
        1.0 - (-(C1 + c2 * view) * view / self.angular_loss).exp()
    }
}
