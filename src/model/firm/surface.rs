//! Surfaces made ready: what fits on each, and a year of one kWp there.

use super::terms::FirmTerms;
use crate::{
    model::{
        generation::{Plane, UnitYield, unit_yield, unit_yield_in_rows},
        inputs::firm::surface::{Surface, SurfaceKind},
        weather::Weather,
    },
    units::{Deg, Kwp},
};
use std::sync::Arc;

/// A surface with what one kWp makes on it.
#[derive(Clone, Debug)]
pub struct ReadySurface {
    /// Rated power that fits.
    pub fits: Kwp,
    /// As the firm describes it.
    pub surface: Surface,
    /// A year of one kWp.
    pub unit: Arc<UnitYield>,
}

impl ReadySurface {
    /// A surface under the weather; a year of one kWp among `known` is used again where only the area changed.
    pub(super) fn new(surface: &Surface, weather: &Weather, terms: &FirmTerms, known: &[Self]) -> Self {
        let same = |other: &&Self| Surface { area_m2: surface.area_m2, ..other.surface } == *surface;
        let unit = known
            .iter()
            .find(same)
            .map_or_else(|| Arc::new(yield_of(surface, weather, terms)), |other| Arc::clone(&other.unit));
        Self { fits: fits(surface, terms), surface: *surface, unit }
    }
}

/// Rated power that fits: on a roof the part of it that modules can cover, on ground the share that rows take, on a car
/// park all of the carport.
#[must_use]
pub fn fits(surface: &Surface, terms: &FirmTerms) -> Kwp {
    let covered = match surface.kind {
        SurfaceKind::Roof => terms.usable_roof_share,
        SurfaceKind::Rows { cover_percent } => cover_percent / 100.0,
        SurfaceKind::Carport => 1.0,
    };
    Kwp(surface.area_m2 * covered * terms.kwp_per_m2)
}

/// A year of 1 kWp on the surface.
#[must_use]
pub fn yield_of(surface: &Surface, weather: &Weather, terms: &FirmTerms) -> UnitYield {
    let plane = Plane { tilt: Deg(surface.tilt_deg), azimuth: Deg(surface.azimuth_deg) };
    match surface.kind {
        SurfaceKind::Rows { cover_percent } => {
            unit_yield_in_rows(&plane, cover_percent / 100.0, weather, &terms.system)
        }
        SurfaceKind::Roof | SurfaceKind::Carport => unit_yield(&plane, weather, &terms.system),
    }
}
