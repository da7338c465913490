//! What modules can stand on: roofs, ground in rows, carports. Trackers are left out.

use super::Checks;
use crate::model::inputs::{Field, TILT_DEG};
use serde::{Deserialize, Serialize};

/// Area of a surface; of ground the whole field, paths between rows included.
pub const SURFACE_M2: Field = Field::new("area_m2", "m²", 400.0, (2.0, 200_000.0), 10.0);
/// Direction a surface faces, from north clockwise.
pub const SURFACE_AZIMUTH_DEG: Field = Field::new("azimuth_deg", "°", 180.0, (0.0, 360.0), 5.0);
/// Width of the modules in a row over the distance from row to row.
pub const COVER_PERCENT: Field = Field::new("cover_percent", "%", 45.0, (15.0, 90.0), 5.0);

/// What kind of surface it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SurfaceKind {
    /// A roof; modules lie in its plane.
    #[default]
    Roof,
    /// Rows on the ground or on a flat roof, which shade each other.
    Rows {
        /// Width of the modules in a row over the distance from row to row, %.
        cover_percent: f64,
    },
    /// A roof over a car park, to be built with the modules.
    Carport,
}

/// A surface for modules.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Surface {
    /// What it is.
    pub kind: SurfaceKind,
    /// Area, m².
    pub area_m2: f64,
    /// Slope of the modules, degrees from horizontal.
    pub tilt_deg: f64,
    /// Direction they face, degrees from north clockwise.
    pub azimuth_deg: f64,
}

impl Default for Surface {
    fn default() -> Self {
        Self {
            kind: SurfaceKind::Roof,
            area_m2: SURFACE_M2.default,
            tilt_deg: 15.0,
            azimuth_deg: SURFACE_AZIMUTH_DEG.default,
        }
    }
}

impl Surface {
    pub(super) fn check(&self, prefix: &str, checks: &mut Checks) {
        checks.number(prefix, &SURFACE_M2, self.area_m2);
        checks.number(prefix, &TILT_DEG, self.tilt_deg);
        checks.number(prefix, &SURFACE_AZIMUTH_DEG, self.azimuth_deg);
        if let SurfaceKind::Rows { cover_percent } = self.kind {
            checks.number(prefix, &COVER_PERCENT, cover_percent);
        }
    }
}
