//! Where the sun stands. The only file that knows the crate `solar_positioning`.
//!
//! The ephemeris is NREL's SPA at every fourth day; between those nodes hour angle and declination are
//! interpolated by cubics, which is exact to 3 × 10⁻⁵ degrees because they move smoothly. Parallax and refraction follow
//! SPA. Against full SPA the positions differ by less than 10⁻⁴ degrees, in years −500 to 3000.
//!
//! Source: Reda & Andreas 2004, "Solar position algorithm for solar radiation applications", Solar Energy 76,
//! 577, doi:10.1016/j.solener.2003.12.003.

use super::{atmosphere, year};
use crate::units::{Deg, Series, WPerM2};
use solar_positioning::{Location, SolarPositions, delta_t, time::JulianDate};

const HOUR_S: i64 = 3600;
const DAY_S: i64 = 86_400;
const NODE_DAYS: i64 = 4;
const NODE_HOURS: usize = 96;
/// Julian date of the Unix epoch.
const UNIX_EPOCH_JD: f64 = 2_440_587.5;
/// Equatorial horizontal parallax of the sun at 1 AU, degrees (SPA eq. 33).
const PARALLAX_DEG: f64 = 8.794 / 3600.0;
/// Elevation below which SPA applies no refraction: the sun's radius and the refraction at the horizon.
const REFRACTION_FROM_DEG: f64 = -(0.266_67 + 0.5667);
/// Air temperature for the refraction, °C; 10 K change the apparent zenith by 0.004° at sunrise, less above.
const REFRACTION_AIR_C: f64 = 12.0;

/// The sun over a stretch of hours, seen from one place, at half past each hour.
#[derive(Clone, Debug, PartialEq)]
pub struct SunPath {
    /// Angle from the vertical, refraction included where the sun is up.
    pub apparent_zenith: Series<Deg>,
    /// Irradiance outside the atmosphere on a plane that faces the sun, by the day of the year in UTC.
    pub extraterrestrial: Series<WPerM2>,
    /// Angle since true solar noon, −180 to 180, negative before noon; 15° are one hour.
    pub hour_angle: Series<Deg>,
    /// Unit vectors towards the apparent sun: east, north, up.
    pub direction: Box<[[f64; 3]]>,
}

impl SunPath {
    /// Cosine of the apparent zenith, above 0 where the sun is up.
    pub fn cos_zenith(&self) -> impl Iterator<Item = f64> + '_ {
        self.direction.iter().map(|to_sun| to_sun[2])
    }

    /// Direction of the sun from north, clockwise: east 90, south 180.
    #[must_use]
    pub fn azimuth(&self, hour: usize) -> Deg {
        let [east, north, _] = self.direction[hour];
        let azimuth_deg = east.atan2(north).to_degrees();
        Deg(if azimuth_deg < 0.0 { azimuth_deg + 360.0 } else { azimuth_deg })
    }

    /// Extraterrestrial irradiance on the horizontal, W/m², 0 at night.
    pub fn extraterrestrial_horizontal(&self) -> impl Iterator<Item = f64> + '_ {
        self.extraterrestrial.raw().iter().zip(self.cos_zenith()).map(|(normal, cos)| normal * cos.max(0.0))
    }
}

/// The air that bends the light near the horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Air {
    /// Pressure, Pa.
    pub pressure_pa: f64,
    /// Temperature, °C.
    pub temperature_c: f64,
}

/// The path of the sun over `hours` hours from `start_unix_s` (s since 1970-01-01 UTC), in standard air.
#[must_use]
pub fn path(latitude: Deg, longitude: Deg, elevation_m: f64, start_unix_s: i64, hours: usize) -> SunPath {
    let air = Air { pressure_pa: atmosphere::pressure(elevation_m), temperature_c: REFRACTION_AIR_C };
    path_through(air, latitude, longitude, start_unix_s, hours, earth_rotation_lag_s(start_unix_s))
}

/// The path of the sun through given air, with `delta_t_s` between terrestrial and universal time.
#[must_use]
pub fn path_through(
    air: Air,
    latitude: Deg,
    longitude: Deg,
    start_unix_s: i64,
    hours: usize,
    delta_t_s: f64,
) -> SunPath {
    let nodes = nodes(start_unix_s, hours, delta_t_s);
    let (sin_latitude, cos_latitude) = latitude.0.to_radians().sin_cos();
    let refraction = Refraction::new(air);
    let mut zenith = Vec::with_capacity(hours);
    let mut extraterrestrial = Vec::with_capacity(hours);
    let mut hour_angle = Vec::with_capacity(hours);
    let mut direction = Vec::with_capacity(hours);
    let mut turn = Turn::default();
    let mut utc_day = i64::MIN;
    let mut normal_w_m2 = 0.0;
    for hour in 0..hours {
        let since_start_h = year::as_f64(hour) + 0.5;
        let (angle_deg, sin_declination, parallax_deg) = interpolate(&nodes, since_start_h, longitude.0);
        turn.to(hour, angle_deg);
        let cos_declination = (1.0 - sin_declination * sin_declination).sqrt();
        let east = -cos_declination * turn.sine;
        let north = sin_declination * cos_latitude - cos_declination * turn.cosine * sin_latitude;
        let up = sin_declination * sin_latitude + cos_declination * turn.cosine * cos_latitude;
        let level = (east * east + north * north).sqrt();
        let true_zenith_deg = level.atan2(up).to_degrees();
        let lower_deg = parallax_deg * level;
        let lower_deg = lower_deg - refraction.lift_deg(90.0 - true_zenith_deg - lower_deg);
        zenith.push(true_zenith_deg + lower_deg);
        hour_angle.push(angle_deg);
        direction.push(if true_zenith_deg > 91.0 || level <= 0.0 {
            [east, north, up]
        } else {
            let (sine, cosine) = small_sin_cos(lower_deg.to_radians());
            let stretch = cosine + up * sine / level;
            [east * stretch, north * stretch, up * cosine - level * sine]
        });
        let middle_unix_s = start_unix_s + i64::try_from(hour).unwrap_or(0) * HOUR_S + HOUR_S / 2;
        if middle_unix_s.div_euclid(DAY_S) != utc_day {
            utc_day = middle_unix_s.div_euclid(DAY_S);
            normal_w_m2 = atmosphere::extraterrestrial(year::day_of_year(middle_unix_s));
        }
        extraterrestrial.push(normal_w_m2);
    }
    SunPath {
        apparent_zenith: Series::from_raw(zenith),
        extraterrestrial: Series::from_raw(extraterrestrial),
        hour_angle: Series::from_raw(hour_angle),
        direction: direction.into_boxed_slice(),
    }
}

/// Sine and cosine of the hour angle, turned on by an hour where that is enough: the hour angle grows by 15° and less
/// than 0.01°.
#[derive(Default)]
struct Turn {
    angle_deg: f64,
    sine: f64,
    cosine: f64,
}

impl Turn {
    const HOUR_DEG: f64 = 15.0;
    /// Sine and cosine of 15°.
    const HOUR: (f64, f64) = (0.258_819_045_102_520_76, 0.965_925_826_289_068_3);

    fn to(&mut self, hour: usize, angle_deg: f64) {
        if hour.is_multiple_of(24) {
            (self.sine, self.cosine) = angle_deg.to_radians().sin_cos();
        } else {
            let on_deg = angle_deg - self.angle_deg;
            let rest_deg = if on_deg < 0.0 { on_deg + 360.0 } else { on_deg } - Self::HOUR_DEG;
            let (sine, cosine) = small_sin_cos(rest_deg.to_radians());
            let (hour_sine, hour_cosine) = Self::HOUR;
            let (on_sine, on_cosine) =
                (hour_sine * cosine + hour_cosine * sine, hour_cosine * cosine - hour_sine * sine);
            (self.sine, self.cosine) =
                (self.sine * on_cosine + self.cosine * on_sine, self.cosine * on_cosine - self.sine * on_sine);
        }
        self.angle_deg = angle_deg;
    }
}

/// Sine and cosine of an angle of at most 0.02, to rounding, by their series.
fn small_sin_cos(angle: f64) -> (f64, f64) {
    let square = angle * angle;
    let sine = angle * (1.0 - square / 6.0 * (1.0 - square / 20.0 * (1.0 - square / 42.0)));
    (sine, 1.0 - square / 2.0 * (1.0 - square / 12.0 * (1.0 - square / 30.0)))
}

/// Geocentric place of the sun at one instant.
struct Node {
    /// Hour angle at Greenwich, without jumps from node to node, degrees.
    greenwich_deg: f64,
    /// Sine of the declination.
    sin_declination: f64,
    /// Parallax at the horizon, degrees.
    parallax_deg: f64,
}

/// Nodes every fourth day, from one before the start to two after the end.
fn nodes(start_unix_s: i64, hours: usize, delta_t_s: f64) -> Vec<Node> {
    let count = hours / NODE_HOURS + 4;
    let mut nodes: Vec<Node> = Vec::with_capacity(count);
    for index in 0..count {
        let unix_s = start_unix_s + (i64::try_from(index).unwrap_or(0) - 1) * NODE_DAYS * DAY_S;
        let mut node = ephemeris(unix_s, delta_t_s);
        if let Some(last) = nodes.last() {
            let turns = ((last.greenwich_deg - node.greenwich_deg) / 360.0).round();
            node.greenwich_deg += 360.0 * turns;
        }
        nodes.push(node);
    }
    nodes
}

/// SPA at one instant; outside its years the mean sun at the equinox, so that nothing fails.
fn ephemeris(unix_s: i64, delta_t_s: f64) -> Node {
    // Seen from the pole the azimuth of the sun is its hour angle at Greenwich, plus half a turn.
    let pole = Location { latitude: 90.0, longitude: 0.0 };
    let day = unix_s.div_euclid(DAY_S);
    let second = unix_s.rem_euclid(DAY_S);
    let julian_date = UNIX_EPOCH_JD + int_as_f64(day) + int_as_f64(second) / int_as_f64(DAY_S);
    JulianDate::new(julian_date, delta_t_s)
        .and_then(|time| SolarPositions::new().for_time_from_julian(time))
        .and_then(|prepared| {
            prepared.at(pole, 0.0, None).map(|position| Node {
                greenwich_deg: position.azimuth() - 180.0,
                sin_declination: prepared.declination().to_radians().sin(),
                parallax_deg: PARALLAX_DEG / prepared.earth_radius_vector().unwrap_or(1.0),
            })
        })
        .unwrap_or(Node {
            greenwich_deg: 360.0 * int_as_f64(second) / int_as_f64(DAY_S) - 180.0,
            sin_declination: 0.0,
            parallax_deg: PARALLAX_DEG,
        })
}

/// Local hour angle (degrees, −180 to 180), sine of the declination and parallax (degrees) by Lagrange's cubic.
fn interpolate(nodes: &[Node], since_start_h: f64, longitude_deg: f64) -> (f64, f64, f64) {
    let position = since_start_h / year::as_f64(NODE_HOURS);
    let x = position.fract();
    let weights = [
        -x * (x - 1.0) * (x - 2.0) / 6.0,
        (x + 1.0) * (x - 1.0) * (x - 2.0) / 2.0,
        -(x + 1.0) * x * (x - 2.0) / 2.0,
        (x + 1.0) * x * (x - 1.0) / 6.0,
    ];
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "hours since the start are ≥ 0")]
    let first = position as usize;
    let mut greenwich_deg = 0.0;
    let mut sin_declination = 0.0;
    let mut parallax_deg = PARALLAX_DEG;
    for (node, weight) in nodes[first..].iter().zip(weights) {
        greenwich_deg += weight * node.greenwich_deg;
        sin_declination += weight * node.sin_declination;
        parallax_deg = node.parallax_deg;
    }
    let angle_deg = greenwich_deg + 15.0 * since_start_h + longitude_deg;
    (angle_deg - 360.0 * (angle_deg / 360.0).round(), sin_declination, parallax_deg)
}

/// Refraction of SPA, eq. 42, with the factor of pressure and temperature worked out once.
struct Refraction {
    scale: f64,
}

impl Refraction {
    fn new(air: Air) -> Self {
        Self { scale: air.pressure_pa / 101_000.0 * 283.0 / (273.0 + air.temperature_c) * 1.02 / 60.0 }
    }

    /// How much higher than it is the sun appears at a true elevation, degrees.
    fn lift_deg(&self, elevation_deg: f64) -> f64 {
        if elevation_deg < REFRACTION_FROM_DEG {
            return 0.0;
        }
        self.scale / (elevation_deg + 10.3 / (elevation_deg + 5.11)).to_radians().tan()
    }
}

/// Terrestrial minus universal time, s: Espenak & Meeus with recent fits; 70 s outside the years −500 to 3000.
fn earth_rotation_lag_s(unix_s: i64) -> f64 {
    delta_t::estimate(1970.0 + int_as_f64(unix_s) / 31_556_952.0).unwrap_or(70.0)
}

#[expect(clippy::cast_precision_loss, reason = "seconds and days of a calendar are far below 2^53")]
fn int_as_f64(value: i64) -> f64 {
    value as f64
}
