//! Sun and clear sky against pvlib (NREL SPA, Spencer, Kasten & Young, Ineichen & Perez).

use super::reference::{self, Tally};
use autonomia::{
    model::weather::{
        atmosphere,
        clear_sky::Ineichen,
        sun::{self, SunPath},
        year::Year,
    },
    units::Deg,
};
use jiff::Timestamp;
use serde_json::Value;

/// Full SPA: 10⁻⁴ degrees in every year, the product's own function. Azimuth is compared along the great circle, since it
/// turns without limit near the zenith and the poles. The equation of time is not used by the product; its hour angle shows
/// in the azimuth.
#[test]
fn solar_position() {
    let Some(table) = reference::table("solar_position.csv") else { return };
    let mut tally = Tally::new("solar_position");
    for row in table.rows() {
        let utc: Timestamp = row.text("utc").parse().expect("a moment");
        let air = sun::Air { pressure_pa: row.number("pressure_pa"), temperature_c: row.number("temp_c") };
        let (latitude, longitude) = (Deg(row.number("lat")), Deg(row.number("lon")));
        let start_unix_s = utc.as_second() - 1800;
        let path = sun::path_through(air, latitude, longitude, start_unix_s, 1, row.number("delta_t_s"));
        let label = |what: &'static str| {
            let (place, utc) = (row.text("place").to_owned(), row.text("utc").to_owned());
            move || format!("{what} {place} {utc}")
        };
        tally.compare(label("apparent zenith"), path.apparent_zenith[0], row.number("apparent_zenith"), 1e-4);
        let apart_deg = (path.azimuth(0).0 - row.number("azimuth") + 180.0).rem_euclid(360.0) - 180.0;
        let along_deg = apart_deg * row.number("zenith").to_radians().sin();
        tally.compare(label("azimuth"), along_deg, 0.0, 1e-4);
    }
    tally.finish();
}

/// The path of a whole year with its own time scale and air, against the sun angles of the year files (4 digits).
#[test]
fn solar_position_of_a_year() {
    let Some(systems) = reference::json("year_systems.json") else { return };
    for (site, facts) in systems["sites"].as_object().expect("sites") {
        let Some(table) = reference::table(&format!("year_ac_{site}.csv.gz")) else { continue };
        let mut tally = Tally::new("solar_position_of_a_year");
        let path = year_path(facts, table.len());
        for (hour, row) in table.rows().enumerate() {
            // Two seconds between the time scales are 2 × 10⁻⁵ degrees, the rounding of the file 5 × 10⁻⁵.
            tally.compare(|| format!("zenith {hour}"), path.apparent_zenith[hour], row.number("apparent_zenith"), 3e-4);
            let apart_deg = (path.azimuth(hour).0 - row.number("azimuth") + 180.0).rem_euclid(360.0) - 180.0;
            tally.compare(|| format!("azimuth {hour}"), apart_deg, 0.0, 3e-4);
        }
        tally.finish();
    }
}

/// The sun over a site of the year files: 2023 in the site's fixed offset from UTC.
pub fn year_path(facts: &Value, hours: usize) -> SunPath {
    let fact = |key: &str| facts[key].as_f64().expect("a number");
    let offset_h = facts["tz"].as_i64().expect("whole hours");
    let start_unix_s = Year::new(2023).start_unix_s() + 3600 * (1 - offset_h);
    sun::path(Deg(fact("lat")), Deg(fact("lon")), fact("alt"), start_unix_s, hours)
}

#[test]
fn extraterrestrial() {
    let Some(table) = reference::table("extraterrestrial.csv") else { return };
    let mut tally = Tally::new("extraterrestrial");
    for row in table.rows() {
        let day: u16 = row.text("doy").parse().expect("a day");
        tally.compare(|| format!("day {day}"), atmosphere::extraterrestrial(day), row.number("dni_extra"), 1e-4);
    }
    tally.finish();
}

#[test]
fn airmass() {
    let Some(table) = reference::table("airmass.csv") else { return };
    let mut tally = Tally::new("airmass");
    for row in table.rows() {
        let zenith_deg = row.number("apparent_zenith");
        let relative = atmosphere::airmass(zenith_deg).unwrap_or(f64::NAN);
        let absolute = atmosphere::absolute_airmass(relative, row.number("pressure_pa"));
        let label = || format!("zenith {zenith_deg}");
        tally.compare_relative(label, relative, row.number("relative_kastenyoung1989"), 1e-6);
        tally.compare_relative(label, absolute, row.number("absolute"), 1e-6);
    }
    tally.finish();
}

#[test]
fn pressure_altitude() {
    let Some(table) = reference::table("pressure_altitude.csv") else { return };
    let mut tally = Tally::new("pressure_altitude");
    for row in table.rows() {
        let elevation_m = row.number("altitude_m");
        let label = || format!("{elevation_m} m");
        tally.compare(label, atmosphere::pressure(elevation_m), row.number("pressure_pa"), 0.1);
    }
    tally.finish();
}

#[test]
fn clearsky_ineichen() {
    let Some(table) = reference::table("clearsky_ineichen.csv") else { return };
    let mut tally = Tally::new("clearsky_ineichen");
    for row in table.rows() {
        let sky = Ineichen::new(row.number("altitude_m"), row.number("linke_turbidity"));
        let zenith_deg = row.number("apparent_zenith");
        let airmass = row.number("airmass_absolute");
        // Below the horizon the air mass is undefined and the sky is dark.
        let ghi = if airmass.is_nan() {
            0.0
        } else {
            sky.ghi(zenith_deg.to_radians().cos(), airmass, row.number("dni_extra"))
        };
        tally.compare(|| format!("zenith {zenith_deg}"), ghi, row.number("ghi"), 1e-3);
    }
    tally.finish();
}
