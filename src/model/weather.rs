//! Weather: the monthly climate of a place becomes an hourly year of sun, temperature and wind.
//!
//! Hour 0 begins at 00:00 CET (UTC+1) on 1 January; hour h covers [h, h + 1) and the sun stands where it is at
//! half past. Days and months are those of UTC+1 all year. The method and its sources: `docs/methodology/weather.md`.

pub mod atmosphere;
mod brightness;
pub mod clear_sky;
mod clearness;
pub mod diffuse;
mod profile;
pub mod sun;
mod temperature;
mod wind;
pub mod year;

use crate::{
    model::random::Random,
    units::{Celsius, Deg, MPerS, Series, WPerM2},
};
use std::sync::Arc;
use sun::SunPath;
use year::Year;

/// Monthly climate of a place, January first.
#[derive(Clone, Debug, PartialEq)]
pub struct Climate {
    /// Geographic latitude, north positive, −66 to 66.
    pub latitude: Deg,
    /// Geographic longitude, east positive.
    pub longitude: Deg,
    /// Height above sea level, m, −100 to 3,000.
    pub elevation_m: f64,
    /// Global irradiation on the horizontal, kWh/m² in the month.
    pub ghi_kwh_m2: [f64; 12],
    /// Mean air temperature of the month, °C.
    pub temperature_c: [f64; 12],
    /// Linke turbidity of the clear sky at air mass 2, 1 to 10.
    pub linke_turbidity: [f64; 12],
    /// Mean wind speed of the month at 10 m, m/s.
    pub wind_m_s: [f64; 12],
}

/// One year of weather, hour by hour.
#[derive(Clone, Debug, PartialEq)]
pub struct Weather {
    /// Where the sun stands at half past each hour.
    pub sun: Arc<SunPath>,
    /// Global irradiance on the horizontal.
    pub ghi: Series<WPerM2>,
    /// Direct irradiance on a plane that faces the sun.
    pub dni: Series<WPerM2>,
    /// Diffuse irradiance on the horizontal.
    pub dhi: Series<WPerM2>,
    /// Air temperature at 2 m.
    pub temperature: Series<Celsius>,
    /// Wind speed at 10 m.
    pub wind: Series<MPerS>,
}

/// Separate random streams, so that a change in one model leaves the others as they were.
mod stream {
    pub const CLEARNESS: u64 = 1;
    pub const CLOUDS: u64 = 2;
    pub const TEMPERATURE: u64 = 3;
    pub const WIND: u64 = 4;
}

/// What all possible years of a place share: where the sun stands and how bright a clear sky is.
///
/// Working it out takes longer than drawing a year, so bands over many seeds start from one sky.
#[derive(Clone, Debug)]
pub struct Sky {
    climate: Climate,
    year: Year,
    sun: Arc<SunPath>,
    clear: Vec<f64>,
}

impl Sky {
    /// The sky over a place in a calendar year.
    #[must_use]
    pub fn new(climate: &Climate, year: i16) -> Self {
        let year = Year::new(year);
        let start_unix_s = year.start_unix_s();
        let sun = sun::path(climate.latitude, climate.longitude, climate.elevation_m, start_unix_s, year.hours());
        let clear = clear_sky::year(climate, &year, &sun);
        Self { climate: climate.clone(), year, sun: Arc::new(sun), clear }
    }

    /// The year that a seed stands for.
    #[must_use]
    pub fn draw(&self, seed: u64) -> Weather {
        let Self { climate, year, sun, clear } = self;
        let days = clearness::daily(climate, year, sun, clear, &mut Random::stream(seed, stream::CLEARNESS));
        let ghi = profile::hourly(climate, year, sun, clear, &days, &mut Random::stream(seed, stream::CLOUDS));
        let (dni, dhi) = diffuse::split(sun, &ghi, clear);
        let temperature = temperature::hourly(climate, year, &days, &mut Random::stream(seed, stream::TEMPERATURE));
        let wind = wind::hourly(climate, year, &mut Random::stream(seed, stream::WIND));
        Weather {
            sun: Arc::clone(sun),
            ghi: Series::from_raw(ghi),
            dni: Series::from_raw(dni),
            dhi: Series::from_raw(dhi),
            temperature: Series::from_raw(temperature),
            wind: Series::from_raw(wind),
        }
    }
}

/// A possible year of a climate: same monthly sums and means, days and hours drawn by `seed`.
///
/// Daily clearness by an AR(1) rank process on a Beta distribution, hourly clearness by TAG under an Ineichen
/// clear sky, diffuse share by Engerer2, temperature with a daily range that follows the clearness.
/// Monthly sums of global irradiation and monthly means of temperature and wind are met to rounding.
///
/// Source: Aguiar & Collares-Pereira 1992, Solar Energy 49, 167, doi:10.1016/0038-092X(92)90068-L; the parts
/// cite theirs.
#[must_use]
pub fn synthesise(climate: &Climate, year: i16, seed: u64) -> Weather {
    Sky::new(climate, year).draw(seed)
}
