//! Coefficient of performance of heat pumps: heat given over electricity used.

use crate::units::{Celsius, Kw};

/// Where a heat pump of [`when2heat`] takes its heat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Outdoor air.
    Air,
    /// Brine from the ground.
    Ground,
    /// Ground water.
    Water,
}

/// COP by the distance between sink and source, at least 15 K: `a + b ΔT + c ΔT²`.
///
/// Laboratory values; in homes about 0.85 of them (same source). The fits rest on ΔT of 15 to 60 K.
///
/// Source: Ruhnau, Hirth, Praktiknjo 2019, Scientific Data 6, 189, doi:10.1038/s41597-019-0199-y.
#[must_use]
pub fn when2heat(source: Source, from: Celsius, to: Celsius) -> f64 {
    let (a, b, c) = match source {
        Source::Air => (6.08, -0.0941, 0.000_464),
        Source::Ground => (10.29, -0.2084, 0.001_322),
        Source::Water => (9.99, -0.2049, 0.001_249),
    };
    let distance_k = (to.0 - from.0).max(15.0);
    a + b * distance_k + c * distance_k * distance_k
}

/// A group of heat pumps of like build, as fitted to certified measurements.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// Electric power over that of the reference point: by source, outlet, 1, outdoor air.
    electric: [f64; 4],
    /// COP: by source, outlet, 1, outdoor air.
    cop: [f64; 4],
    /// Source temperature of the reference point.
    reference_c: f64,
    /// The source is the outdoor air.
    air: bool,
    /// The compressor follows the load, down to a quarter of its power.
    regulated: bool,
}

/// Outlet and outdoor air of the reference point, °C.
const REFERENCE: (f64, f64) = (52.0, -7.0);
/// Least power of a regulated compressor over its full power.
const LEAST: f64 = 0.25;

impl Group {
    /// Air to water, regulated (group 1).
    pub const AIR_REGULATED: Self = Self {
        electric: [65.249_983_019_6, 0.011_364_929_455_5, 0.047_006_715_425, -65.299_328_536_4],
        cop: [46.374_629_001_3, -0.087_566_677_753_4, 7.045_435_211_35, -46.220_579_385_6],
        reference_c: -7.0,
        air: true,
        regulated: true,
    };
    /// Brine to water, regulated (group 2).
    pub const GROUND_REGULATED: Self = Self {
        electric: [-0.013_036_429_478_3, 0.013_036_428_662_7, 0.069_821_068_126_2, -0.034_154_131_773_9],
        cop: [0.098_564_605_058_7, -0.098_564_605_902_8, 8.122_412_879_44, -0.000_109_314_256_575],
        reference_c: 0.0,
        air: false,
        regulated: true,
    };
    /// Air to water, on and off (group 4).
    pub const AIR_ON_OFF: Self = Self {
        electric: [33.078_415_116_3, 0.012_576_979_429_3, 0.362_294_294_977, -33.075_068_556_1],
        cop: [60.048_529_695_3, -0.060_318_340_924_4, 5.696_027_224_87, -59.953_196_626_4],
        reference_c: -7.0,
        air: true,
        regulated: false,
    };
    /// Brine to water, on and off (group 5).
    pub const GROUND_ON_OFF: Self = Self {
        electric: [-0.015_276_068_402_4, 0.015_276_057_855_9, 0.241_916_572_044, 0.004_297_673_504_77],
        cop: [0.103_929_738_891, -0.103_929_776_054, 8.054_635_527_74, -0.031_897_509_707_6],
        reference_c: 0.0,
        air: false,
        regulated: false,
    };
    /// Ground water to water, on and off (group 6).
    pub const WATER_ON_OFF: Self = Self {
        electric: [-0.014_157_910_186_6, 0.014_157_909_116_2, 0.396_922_370_419, 0.001_229_182_542_65],
        cop: [0.109_918_271_174, -0.109_918_275_833, 8.008_766_088_74, -0.011_252_304_682_2],
        reference_c: 10.0,
        air: false,
        regulated: false,
    };
}

/// How a heat pump runs at one source and one outlet temperature.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Running {
    /// Heat over electricity; 1 where only a heating rod would help.
    pub cop: f64,
    /// Electric power.
    pub electric: Kw,
    /// Heat given.
    pub heat: Kw,
}

/// Operating point of a pump whose heat at the reference point (52 °C outlet, −7 °C outdoors) is `reference`.
///
/// Both powers and the COP are linear in source, outlet and outdoor temperature. The points of regulated groups follow a
/// heating curve: they are no full power. Fitted for outlets of about 25 to 60 °C.
///
/// Source: hplib 1.9, Forschungszentrum Jülich and RE-Lab, MIT licence, doi:10.5281/zenodo.5521597; fits to the
/// measurements of the Heat Pump Keymark.
#[must_use]
pub fn hplib(group: &Group, reference: Kw, source: Celsius, outlet: Celsius, outdoor: Celsius) -> Running {
    let linear = |p: &[f64; 4], from: f64, to: f64, air: f64| p[0] * from + p[1] * to + p[2] + p[3] * air;
    let air_c = if group.air { source.0 } else { outdoor.0 };
    let full_kw = reference.0 / linear(&group.cop, group.reference_c, REFERENCE.0, REFERENCE.1);
    let cop = linear(&group.cop, source.0, outlet.0, air_c);
    if cop <= 1.0 {
        return Running { cop: 1.0, electric: reference, heat: reference };
    }
    let mut electric_kw = full_kw * linear(&group.electric, source.0, outlet.0, air_c);
    if group.regulated {
        let from = if group.air { REFERENCE.1 } else { source.0 };
        electric_kw = electric_kw.max(LEAST * full_kw * linear(&group.electric, from, outlet.0, REFERENCE.1));
    }
    Running { cop, electric: Kw(electric_kw), heat: Kw(electric_kw * cop) }
}
