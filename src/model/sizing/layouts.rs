//! Ways to place modules on a roof.

use super::space::whole_modules;
use crate::{
    model::{
        generation::{self, Generation, Plane, UnitYield},
        home::Home,
        inputs::{AREA_M2, PLANES, PV_KWP, RoofPlane, Scenario, SettlementScheme},
    },
    units::{Deg, Kwp},
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Slope below which a plane counts as flat and modules may stand on racks.
const FLAT_BELOW_DEG: f64 = 5.0;
/// Slopes of racks in rows, degrees.
const RACKS_DEG: [f64; 4] = [10.0, 15.0, 25.0, 35.0];
/// Slope of racks back to back, degrees.
const TENT_DEG: f64 = 10.0;
/// Obliquity of the ecliptic: how far the sun stands south of the equator at the winter solstice, degrees.
const OBLIQUITY_DEG: f64 = 23.44;
/// Lowest sun that rows are spaced for, degrees; keeps the spacing finite near the polar circle.
const LOWEST_SUN_DEG: f64 = 1.0;

/// How the modules are placed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// The sunniest plane is filled first, then the next: as the line does.
    SunniestFirst,
    /// Every plane carries modules in proportion to what fits on it.
    Even,
    /// One plane alone.
    OnePlane {
        /// Index of the plane.
        plane: usize,
    },
    /// Flat planes carry racks in rows that face one way; of a roof with other planes the sunniest first.
    Rack {
        /// Slope of the modules.
        tilt: Deg,
    },
    /// Flat planes carry racks back to back, half of the modules facing each way, across the direction of the plane.
    BackToBack {
        /// Slope of the modules.
        tilt: Deg,
    },
}

/// Modules on one surface.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    /// Index of the roof plane.
    pub plane: usize,
    /// Slope of the modules.
    pub tilt: Deg,
    /// Direction they face, from north clockwise.
    pub azimuth: Deg,
    /// Their rated power.
    pub rated: Kwp,
}

/// Where modules lie or stand: a plane as it is, or its racks.
#[derive(Clone, Debug)]
struct Surface {
    plane: usize,
    fits: Kwp,
    /// The ways its modules face, each with the same part of them.
    sides: Vec<Plane>,
    /// A year of 1 kWp on each side; none until the layout is made ready.
    units: Vec<Arc<UnitYield>>,
}

impl Surface {
    /// Energy of a year of 1 kWp.
    fn yearly_kwh(&self) -> f64 {
        self.units.iter().map(|unit| unit.ladder.meter.0).sum::<f64>() / self.sides.len() as f64
    }
}

/// A layout of one roof.
#[derive(Clone, Debug)]
pub(super) struct Arrangement {
    pub(super) layout: Layout,
    surfaces: Vec<Surface>,
    module: Kwp,
    /// Most modules it takes.
    pub(super) most: usize,
    /// True where the roof ends the number of modules, false where a law or the use does.
    pub(super) by_roof: bool,
}

impl Arrangement {
    fn new(layout: Layout, surfaces: Vec<Surface>, module: Kwp, limit: Kwp) -> Self {
        let fits: Kwp = surfaces.iter().map(|surface| surface.fits).sum();
        let on_roof = match layout {
            Layout::Even => surfaces.iter().map(|surface| whole_modules(surface.fits, module)).sum(),
            _ => whole_modules(fits, module),
        };
        let allowed = whole_modules(limit, module);
        Self { layout, surfaces, module, most: on_roof.min(allowed), by_roof: on_roof <= allowed }
    }

    /// Works out the years of racks that the home does not have ready.
    pub(super) fn make_ready(&mut self, home: &Home) {
        for surface in &mut self.surfaces {
            if surface.units.is_empty() {
                surface.units = surface.sides.iter().map(|side| Arc::new(home.unit_yield(side))).collect();
            }
        }
    }

    /// Rated power on each surface for a plant of so many modules.
    fn rated(&self, modules: usize) -> Vec<Kwp> {
        let in_all = self.module.0 * modules as f64;
        if self.layout == Layout::Even { self.evenly(modules) } else { self.sunniest_first(in_all) }
    }

    /// As [`Home::layout`] places it; where a plane is full a module may count for two of them.
    fn sunniest_first(&self, mut left_kwp: f64) -> Vec<Kwp> {
        let mut order: Vec<usize> = (0..self.surfaces.len()).collect();
        order.sort_by(|&a, &b| self.surfaces[b].yearly_kwh().total_cmp(&self.surfaces[a].yearly_kwh()));
        let mut placed = vec![Kwp::ZERO; self.surfaces.len()];
        for surface in order {
            let here_kwp = left_kwp.min(self.surfaces[surface].fits.0);
            placed[surface] = Kwp(here_kwp);
            left_kwp -= here_kwp;
        }
        placed
    }

    /// Whole modules in proportion to what fits; those left over go where the largest parts of one are missing.
    fn evenly(&self, modules: usize) -> Vec<Kwp> {
        let fits_kwp: f64 = self.surfaces.iter().map(|surface| surface.fits.0).sum();
        let share = |surface: &Surface| if fits_kwp > 0.0 { surface.fits.0 / fits_kwp } else { 0.0 };
        let due: Vec<f64> = self.surfaces.iter().map(|surface| share(surface) * modules as f64).collect();
        let most: Vec<usize> = self.surfaces.iter().map(|surface| whole_modules(surface.fits, self.module)).collect();
        let mut counts: Vec<usize> =
            due.iter().zip(&most).map(|(&due, &most)| whole_modules(Kwp(due), Kwp(1.0)).min(most)).collect();
        while counts.iter().sum::<usize>() < modules {
            let lacks = |plane: &usize| due[*plane] - counts[*plane] as f64;
            let open = (0..counts.len()).filter(|&plane| counts[plane] < most[plane]);
            let Some(next) = open.min_by(|a, b| lacks(b).total_cmp(&lacks(a))) else { break };
            counts[next] += 1;
        }
        counts.into_iter().map(|count| self.module * count as f64).collect()
    }

    /// A year of so many modules, and their rated power.
    pub(super) fn generation(&self, modules: usize) -> Generation {
        let mut parts: Vec<(Kwp, &UnitYield)> = Vec::new();
        for (surface, rated) in self.surfaces.iter().zip(self.rated(modules)) {
            let each = rated / surface.sides.len() as f64;
            parts.extend(surface.units.iter().map(|unit| (each, unit.as_ref())));
        }
        generation::combine(&parts)
    }

    /// Where so many modules lie or stand.
    pub(super) fn placed(&self, modules: usize) -> Vec<Placed> {
        let mut placed = Vec::new();
        for (surface, rated) in self.surfaces.iter().zip(self.rated(modules)).filter(|(_, rated)| rated.0 > 0.0) {
            let rated = rated / surface.sides.len() as f64;
            let on = |side: &Plane| Placed { plane: surface.plane, tilt: side.tilt, azimuth: side.azimuth, rated };
            placed.extend(surface.sides.iter().map(on));
        }
        placed
    }

    /// The planes on which the line, which fills the sunniest first, places so many modules as here: empty where it does
    /// so on those of the scenario, none where no planes within their limits make it do so.
    pub(super) fn planes(&self, modules: usize, kwp_per_m2: f64) -> Option<Vec<RoofPlane>> {
        if modules == 0 || self.layout == Layout::SunniestFirst {
            return Some(Vec::new());
        }
        let placed = self.placed(modules);
        let told = |side: &Plane, rated: Kwp| RoofPlane {
            area_m2: hundredths_up(rated.0 / kwp_per_m2),
            tilt_deg: side.tilt.0,
            azimuth_deg: side.azimuth.0,
        };
        let planes: Vec<RoofPlane> = match self.layout {
            Layout::OnePlane { .. } | Layout::Rack { .. } => {
                let empty = |surface: &Surface| placed.iter().all(|on| on.plane != surface.plane);
                let whole = |surface: &Surface| Some(told(surface.sides.first()?, surface.fits));
                // What a plane without modules could hold may be too little to be told.
                let can_stay =
                    |surface: &&Surface, plane: &RoofPlane| !empty(surface) || AREA_M2.check(plane.area_m2).is_ok();
                let all = self.surfaces.iter().filter_map(|surface| Some((surface, whole(surface)?)));
                all.filter(|(surface, plane)| can_stay(surface, plane)).map(|(_, plane)| plane).collect()
            }
            // Another order than the line's: each plane is cut to what it carries.
            _ => placed.iter().map(|on| told(&facing(on.tilt.0, on.azimuth.0), on.rated)).collect(),
        };
        let within = planes.iter().all(|plane| AREA_M2.check(plane.area_m2).is_ok());
        (within && (PLANES.0..=PLANES.1).contains(&planes.len())).then_some(planes)
    }
}

/// Rounded up to two decimals; a sum that misses them by a last digit is not.
fn hundredths_up(number: f64) -> f64 {
    (number * 100.0 - 1e-6).ceil() / 100.0
}

/// The layouts of a home, that of the line first. Where the plant is a share of another's, it stands as it stands.
pub(super) fn layouts(home: &Home, scenario: &Scenario, limit: Kwp, module: Kwp, latitude: Deg) -> Vec<Arrangement> {
    let limit = Kwp(limit.0.min(PV_KWP.max));
    let given: Vec<Surface> = (scenario.planes.iter().zip(&home.planes).enumerate())
        .map(|(plane, (roof, ready))| Surface {
            plane,
            fits: ready.fits,
            sides: vec![facing(roof.tilt_deg, roof.azimuth_deg)],
            units: vec![Arc::clone(&ready.unit)],
        })
        .collect();
    let arrange = |layout, surfaces| Arrangement::new(layout, surfaces, module, limit);
    let mut found = vec![arrange(Layout::SunniestFirst, given.clone())];
    if matches!(home.scheme, SettlementScheme::Virtual | SettlementScheme::Collective) {
        return found;
    }
    if given.len() > 1 {
        found.push(arrange(Layout::Even, given.clone()));
        // The sunniest plane alone is the sunniest first, cut short.
        let mut others: Vec<usize> = (0..given.len()).collect();
        others.sort_by(|&a, &b| given[b].yearly_kwh().total_cmp(&given[a].yearly_kwh()));
        others.remove(0);
        others.sort_unstable();
        found.extend(others.into_iter().map(|plane| arrange(Layout::OnePlane { plane }, vec![given[plane].clone()])));
    }
    let is_flat = |surface: &Surface| scenario.planes[surface.plane].tilt_deg < FLAT_BELOW_DEG;
    if given.iter().any(is_flat) {
        let standing = |layout: Layout| -> Vec<Surface> {
            let stand = |surface: &Surface| stands(surface, layout, &scenario.planes[surface.plane], latitude);
            given.iter().map(|surface| if is_flat(surface) { stand(surface) } else { surface.clone() }).collect()
        };
        let racks = RACKS_DEG.map(|tilt| Layout::Rack { tilt: Deg(tilt) });
        for layout in racks.into_iter().chain([Layout::BackToBack { tilt: Deg(TENT_DEG) }]) {
            found.push(arrange(layout, standing(layout)));
        }
    }
    found.retain(|arrangement| arrangement.most > 0 || arrangement.layout == Layout::SunniestFirst);
    found
}

/// A flat plane with racks in the place of modules that lie on it.
fn stands(flat: &Surface, layout: Layout, roof: &RoofPlane, latitude: Deg) -> Surface {
    let sunny = sunny_side(roof.azimuth_deg);
    let (sides, cover) = match layout {
        Layout::Rack { tilt } => (vec![facing(tilt.0, sunny)], row_cover(tilt, latitude)),
        Layout::BackToBack { tilt } => {
            ([-90.0, 90.0].map(|turn| facing(tilt.0, (sunny + turn).rem_euclid(360.0))).to_vec(), 1.0)
        }
        _ => return flat.clone(),
    };
    Surface { plane: flat.plane, fits: flat.fits * cover, sides, units: Vec::new() }
}

fn facing(tilt_deg: f64, azimuth_deg: f64) -> Plane {
    Plane { tilt: Deg(tilt_deg), azimuth: Deg(azimuth_deg) }
}

/// The direction of a building, turned about where it faces away from the sun.
fn sunny_side(azimuth_deg: f64) -> f64 {
    let from_south = (azimuth_deg - 180.0).abs();
    if from_south > 90.0 { (azimuth_deg + 180.0).rem_euclid(360.0) } else { azimuth_deg }
}

/// Area of modules in rows over the area they would cover lying flat, side by side: what is left when no row shades
/// the next at noon of the winter solstice, if they faced south.
///
/// cover = 1 / (cos β + sin β / tan α), α = 90° − latitude − 23.44°, of modules of slope β; at most 1.
///
/// Source: geometry of the shadow of an edge; the noon of the winter solstice is a rule of the trade.
#[must_use]
fn row_cover(tilt: Deg, latitude: Deg) -> f64 {
    let sun = (90.0 - latitude.0.abs() - OBLIQUITY_DEG).max(LOWEST_SUN_DEG).to_radians();
    let (sin, cos) = tilt.0.to_radians().sin_cos();
    (1.0 / (cos + sin / sun.tan())).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_leave_room_for_their_shadow() {
        // At 51.56° north the sun of the solstice stands at 15°, tan 0.267 949: at 30° a row needs
        // 0.866 025 + 0.5 / 0.267 949 = 2.732 051 of its own depth, which is 1 + √3.
        assert!((row_cover(Deg(30.0), Deg(51.56)) - 1.0 / (1.0 + 3.0_f64.sqrt())).abs() < 1e-9);
        assert!((row_cover(Deg(0.0), Deg(52.0)) - 1.0).abs() < 1e-12);
        assert!(row_cover(Deg(35.0), Deg(66.0)) > 0.0);
    }

    #[test]
    fn racks_face_the_sunny_side_of_the_building() {
        for (building, rack) in
            [(180.0, 180.0), (90.0, 90.0), (270.0, 270.0), (0.0, 180.0), (45.0, 225.0), (330.0, 150.0)]
        {
            assert!((sunny_side(building) - rack).abs() < 1e-12);
        }
    }
}
