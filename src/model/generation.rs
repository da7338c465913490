//! Generation: from the sky to the meter, for one plane of modules with its own inverter.
//!
//! Transposition, reflection, spectrum, low light, cell temperature, itemised DC losses, inverter and clipping. The
//! loss ladder accounts for every kWh on the way. Methods and sources: `docs/methodology/generation.md`.

pub mod cell_temperature;
pub mod inverter;
pub mod ladder;
pub mod losses;
pub mod module;
pub mod reflection;
pub mod rows;
pub mod transposition;

use crate::{
    model::weather::{Weather, atmosphere},
    units::{Celsius, Deg, Kwh, Kwp, MPerS, Series, WPerM2},
};
pub use cell_temperature::Faiman;
pub use inverter::Inverter;
pub use ladder::{LadderStep, LossLadder, Step};
pub use losses::DcLosses;
pub use module::Module;
pub use rows::Rows;
pub use transposition::Transposition;
use transposition::{Beam, Tilted};

/// A flat surface with modules on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plane {
    /// Angle to the horizontal, 0 flat to 90 upright.
    pub tilt: Deg,
    /// Direction it faces from north, clockwise: east 90, south 180.
    pub azimuth: Deg,
}

/// What a system is like, apart from its size and direction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SystemParameters {
    /// Model of the diffuse light from the sky.
    pub transposition: Transposition,
    /// Share of light that the ground reflects, 0 to 1: about 0.2 for grass and roofs, 0.6 or more for fresh snow.
    pub albedo: f64,
    /// Angular loss coefficient of Martin & Ruiz: 0.16 for plain glass, 0.14 for an anti-reflective coating.
    pub angular_loss: f64,
    /// Gain or loss by the colour of the light against the standard spectrum, as a factor: 1.00 to 1.02 for
    /// crystalline silicon in Central Europe.
    pub spectral_factor: f64,
    /// How the modules turn light into power.
    pub module: Module,
    /// How well the mounting cools the cells.
    pub mounting: Faiman,
    /// Losses on the DC side and of availability.
    pub losses: DcLosses,
    /// Inverter and its size beside the modules.
    pub inverter: Inverter,
}

/// A year of 1 kWp on a plane.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitYield {
    /// Energy at the meter in each hour.
    pub ac: Series<Kwh>,
    /// From the light on the horizontal to the meter.
    pub ladder: LossLadder,
}

/// A year of all planes together.
#[derive(Clone, Debug, PartialEq)]
pub struct Generation {
    /// Energy at the meter in each hour.
    pub ac: Series<Kwh>,
    /// From the light on the horizontal to the meter, summed over the planes.
    pub ladder: LossLadder,
}

/// A year of 1 kWp on `plane` under `weather`.
///
/// Everything is proportional to the rated power, so sizes and roofs are sums of this.
///
/// Source: the chain of PVGIS (Huld, Müller & Gambardella 2012, Solar Energy 86, 1803,
/// doi:10.1016/j.solener.2012.03.006) with the inverter of PVWatts; the parts cite theirs.
#[must_use]
pub fn unit_yield(plane: &Plane, weather: &Weather, system: &SystemParameters) -> UnitYield {
    year(plane, None, weather, system)
}

/// The same for a plane whose modules stand in rows that shade each other; the ladder has one step more.
///
/// `cover`: width of the modules along their slope over the distance from row to row, 0 to 0.99.
#[must_use]
pub fn unit_yield_in_rows(plane: &Plane, cover: f64, weather: &Weather, system: &SystemParameters) -> UnitYield {
    year(plane, Some(&Rows::new(cover, plane.tilt)), weather, system)
}

fn year(plane: &Plane, rows: Option<&Rows>, weather: &Weather, system: &SystemParameters) -> UnitYield {
    let tilted = Tilted::new(plane.tilt, plane.azimuth);
    let angular = reflection::MartinRuiz::new(system.angular_loss);
    let (sky_share, ground_share) = angular.diffuse(plane.tilt);
    let kept = system.losses.kept();
    let sun = &weather.sun;
    let mut ac_kwh = vec![0.0; weather.ghi.len()];
    let mut sums = ladder::Sums::default();
    for (hour, ac_kwh) in ac_kwh.iter_mut().enumerate() {
        let (ghi, dni, dhi) = (weather.ghi[hour], weather.dni[hour], weather.dhi[hour]);
        if ghi <= 0.0 {
            continue;
        }
        let to_sun = &sun.direction[hour];
        let beam = Beam { cos_incidence: tilted.cos_incidence(to_sun), cos_zenith: to_sun[2], dni };
        let mut sky = match system.transposition {
            Transposition::HayDavies => tilted.hay_davies(&beam, dhi, sun.extraterrestrial[hour]),
            Transposition::Perez => {
                let airmass = atmosphere::airmass(sun.apparent_zenith[hour]);
                tilted.perez(&beam, dhi, sun.extraterrestrial[hour], sun.apparent_zenith[hour], airmass)
            }
        };
        let mut direct = beam.on_plane();
        let ground = tilted.ground(ghi, system.albedo);
        let mut in_plane = direct + sky.total() + ground;
        if let Some(rows) = rows {
            let open = in_plane;
            (direct, sky) = rows.shade(&beam, direct, &sky);
            in_plane = direct + sky.total() + ground;
            sums.row_shaded += open - in_plane;
        }
        let effective = (direct + sky.circumsolar) * angular.beam(beam.cos_incidence)
            + (sky.isotropic + sky.horizon) * sky_share
            + ground * ground_share;
        let absorbed = effective.max(0.0) * system.spectral_factor;
        let cell = cell_temperature::faiman(
            WPerM2(in_plane),
            Celsius(weather.temperature[hour]),
            MPerS(weather.wind[hour]),
            system.mounting,
        );
        let dc = system.module.dc(absorbed, cell);
        let converted = system.inverter.convert(dc.power_w * kept);
        *ac_kwh = converted.ac_w / 1000.0;
        sums.add(&ladder::Hour { ghi, in_plane, effective: effective.max(0.0), absorbed, dc, converted });
    }
    UnitYield { ac: Series::from_raw(ac_kwh), ladder: sums.ladder(&system.losses, rows.is_some()) }
}

/// Planes of given rated power added up; each has its own inverter, sized to it. No planes give a series of no hours.
#[must_use]
pub fn combine(parts: &[(Kwp, &UnitYield)]) -> Generation {
    let hours = parts.first().map_or(0, |(_, unit)| unit.ac.len());
    let mut ac_kwh = vec![0.0; hours];
    for (rated, unit) in parts {
        for (sum, unit_kwh) in ac_kwh.iter_mut().zip(unit.ac.raw()) {
            *sum += rated.0 * unit_kwh;
        }
    }
    Generation {
        ac: Series::from_raw(ac_kwh),
        ladder: LossLadder::combine(parts.iter().map(|(rated, unit)| (rated.0, &unit.ladder))),
    }
}
