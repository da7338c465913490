//! Light on a tilted plane, from light on the horizontal.
//!
//! Irradiances are W/m².

use crate::units::Deg;

/// Which model gives the diffuse light of the sky on a tilted plane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Transposition {
    /// An even sky and a bright spot around the sun: Hay & Davies 1980. The default, as in PVGIS.
    #[default]
    HayDavies,
    /// An even sky, a bright spot and a bright horizon, fitted to measurements: Perez 1990.
    Perez,
}

/// Diffuse light of the sky on a plane, by where it comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SkyDiffuse {
    /// From all over the sky.
    pub isotropic: f64,
    /// From around the sun.
    pub circumsolar: f64,
    /// From near the horizon; below 0 where the horizon is darker than the sky.
    pub horizon: f64,
}

impl SkyDiffuse {
    /// All of it.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.isotropic + self.circumsolar + self.horizon
    }
}

/// Direct light and how it meets the plane.
#[derive(Clone, Copy, Debug)]
pub struct Beam {
    /// Cosine of the angle between the sun and the normal of the plane; below 0 with the sun behind it.
    pub cos_incidence: f64,
    /// Cosine of the apparent zenith.
    pub cos_zenith: f64,
    /// Direct irradiance facing the sun.
    pub dni: f64,
}

impl Beam {
    /// Direct irradiance on the plane.
    #[must_use]
    pub fn on_plane(&self) -> f64 {
        self.dni * self.cos_incidence.max(0.0)
    }
}

/// A plane with its trigonometry worked out.
#[derive(Clone, Copy, Debug)]
pub struct Tilted {
    normal: [f64; 3],
    cos_tilt: f64,
    sin_tilt: f64,
}

impl Tilted {
    /// A plane of a tilt (0 to 90) that faces an azimuth (from north, clockwise).
    #[must_use]
    pub fn new(tilt: Deg, azimuth: Deg) -> Self {
        let (sin_tilt, cos_tilt) = tilt.0.to_radians().sin_cos();
        let (sin_azimuth, cos_azimuth) = azimuth.0.to_radians().sin_cos();
        Self { normal: [sin_tilt * sin_azimuth, sin_tilt * cos_azimuth, cos_tilt], cos_tilt, sin_tilt }
    }

    /// Cosine of the angle of incidence of light from a direction (unit vector east, north, up).
    #[must_use]
    pub fn cos_incidence(&self, to_sun: &[f64; 3]) -> f64 {
        self.normal[0] * to_sun[0] + self.normal[1] * to_sun[1] + self.normal[2] * to_sun[2]
    }

    /// Light reflected by the ground, the same in all directions: GHI × albedo × (1 − cos tilt) / 2.
    #[must_use]
    pub fn ground(&self, ghi: f64, albedo: f64) -> f64 {
        ghi * albedo * (1.0 - self.cos_tilt) / 2.0
    }

    /// Diffuse light by Hay & Davies: the share A = DNI / E₀ comes from around the sun, the rest from all over.
    ///
    /// D = DHI [(1 − A)(1 + cos tilt)/2 + A max(cos θ, 0) / max(cos z, 0.01745)].
    ///
    /// Source: Hay & Davies 1980, "Calculations of the solar radiation incident on an inclined surface", Proc. First
    /// Canadian Solar Radiation Data Workshop, 59; the floor of cos z (89°) after Loutzenhiser et al. 2007, Solar
    /// Energy 81, 254, doi:10.1016/j.solener.2006.03.009.
    #[must_use]
    pub fn hay_davies(&self, beam: &Beam, dhi: f64, extraterrestrial: f64) -> SkyDiffuse {
        let anisotropy = beam.dni / extraterrestrial;
        let ratio = beam.cos_incidence.max(0.0) / beam.cos_zenith.max(0.017_45);
        SkyDiffuse {
            isotropic: dhi * (1.0 - anisotropy) * (1.0 + self.cos_tilt) / 2.0,
            circumsolar: dhi * anisotropy * ratio,
            horizon: 0.0,
        }
    }

    /// Diffuse light by Perez et al. with the coefficients of all sites; none without diffuse light or air mass.
    ///
    /// D = DHI [(1 − F₁)(1 + cos tilt)/2 + F₁ max(cos θ, 0) / max(cos z, cos 85°) + F₂ sin tilt], F₁ and F₂ by the
    /// clearness ε and the brightness Δ = DHI m / E₀ of the sky.
    ///
    /// Source: Perez, Ineichen, Seals, Michalsky & Stewart 1990, "Modeling daylight availability and irradiance
    /// components from direct and global irradiance", Solar Energy 44, 271, doi:10.1016/0038-092X(90)90055-H, table 6.
    #[must_use]
    pub fn perez(
        &self,
        beam: &Beam,
        dhi: f64,
        extraterrestrial: f64,
        zenith_deg: f64,
        airmass: Option<f64>,
    ) -> SkyDiffuse {
        let Some(airmass) = airmass.filter(|_| dhi > 0.0) else { return SkyDiffuse::default() };
        let zenith = zenith_deg.to_radians();
        let cubed = 1.041 * zenith.powi(3);
        let clearness = ((dhi + beam.dni) / dhi + cubed) / (1.0 + cubed);
        let brightness = dhi * airmass / extraterrestrial;
        let bin = PEREZ_BINS.iter().filter(|edge| clearness >= **edge).count();
        let [f11, f12, f13, f21, f22, f23] = PEREZ_ALL_SITES[bin];
        let around_sun = (f11 + f12 * brightness + f13 * zenith).max(0.0);
        let near_horizon = f21 + f22 * brightness + f23 * zenith;
        let ratio = beam.cos_incidence.max(0.0) / beam.cos_zenith.max(COS_85);
        let sky = SkyDiffuse {
            isotropic: dhi * (1.0 - around_sun) * (1.0 + self.cos_tilt) / 2.0,
            circumsolar: dhi * around_sun * ratio,
            horizon: dhi * near_horizon * self.sin_tilt,
        };
        if sky.total() > 0.0 { sky } else { SkyDiffuse::default() }
    }
}

const COS_85: f64 = 0.087_155_742_747_658_17;

/// Upper edges of the first seven bins of the sky's clearness.
const PEREZ_BINS: [f64; 7] = [1.065, 1.23, 1.5, 1.95, 2.8, 4.5, 6.2];

/// F11, F12, F13, F21, F22, F23 in each bin.
const PEREZ_ALL_SITES: [[f64; 6]; 8] = [
    [-0.008, 0.588, -0.062, -0.060, 0.072, -0.022],
    [0.130, 0.683, -0.151, -0.019, 0.066, -0.029],
    [0.330, 0.487, -0.221, 0.055, -0.064, -0.026],
    [0.568, 0.187, -0.295, 0.109, -0.152, -0.014],
    [0.873, -0.392, -0.362, 0.226, -0.462, 0.001],
    [1.132, -1.237, -0.412, 0.288, -0.823, 0.056],
    [1.060, -1.600, -0.359, 0.264, -1.127, 0.131],
    [0.678, -0.327, -0.250, 0.156, -1.377, 0.251],
];
