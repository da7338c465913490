//! Transposition, reflection, cell temperature, losses and inverter against pvlib.

use super::reference::{self, Tally};
use autonomia::{
    model::{
        generation::{
            DcLosses, Faiman, cell_temperature, inverter, module,
            reflection::MartinRuiz,
            transposition::{Beam, Tilted},
        },
        weather::atmosphere,
    },
    units::{Celsius, Deg, MPerS, WPerM2},
};

#[test]
fn transposition() {
    let Some(table) = reference::table("transposition.csv") else { return };
    let mut tally = Tally::new("transposition");
    for row in table.rows() {
        let zenith_deg = row.number("zenith");
        let tilted = Tilted::new(Deg(row.number("tilt")), Deg(row.number("surface_azimuth")));
        let (sin_zenith, cos_zenith) = zenith_deg.to_radians().sin_cos();
        let (sin_azimuth, cos_azimuth) = row.number("azimuth").to_radians().sin_cos();
        let cos_incidence = tilted.cos_incidence(&[sin_zenith * sin_azimuth, sin_zenith * cos_azimuth, cos_zenith]);
        let beam = Beam { cos_incidence, cos_zenith, dni: row.number("dni") };
        let (dhi, outside) = (row.number("dhi"), row.number("dni_extra"));
        let sky = tilted.hay_davies(&beam, dhi, outside);
        let perez = tilted.perez(&beam, dhi, outside, zenith_deg, atmosphere::airmass(zenith_deg));
        let all_round = sky_without_sun(&tilted, dhi, outside);
        for (column, actual) in [
            ("aoi", cos_incidence.clamp(-1.0, 1.0).acos().to_degrees()),
            ("aoi_projection", cos_incidence),
            ("poa_direct", beam.on_plane()),
            ("poa_ground", tilted.ground(row.number("ghi"), row.number("albedo"))),
            ("sky_isotropic", all_round),
            ("haydavies_isotropic", sky.isotropic),
            ("haydavies_circumsolar", sky.circumsolar),
            ("sky_haydavies", sky.total()),
            ("perez_isotropic", perez.isotropic),
            ("perez_circumsolar", perez.circumsolar),
            ("perez_horizon", perez.horizon),
            ("sky_perez1990", perez.total()),
        ] {
            let label = || format!("{column} at zenith {zenith_deg}, tilt {}", row.number("tilt"));
            tally.compare(label, actual, row.number(column), 1e-3);
        }
    }
    tally.finish();
}

/// Hay & Davies without direct light is the isotropic sky.
fn sky_without_sun(tilted: &Tilted, dhi: f64, outside: f64) -> f64 {
    tilted.hay_davies(&Beam { cos_incidence: 0.0, cos_zenith: 1.0, dni: 0.0 }, dhi, outside).total()
}

#[test]
fn iam() {
    let Some(table) = reference::table("iam.csv") else { return };
    let mut tally = Tally::new("iam");
    let glass = MartinRuiz::new(0.16);
    for row in table.rows() {
        let incidence_deg = row.number("aoi");
        let passes = glass.beam(incidence_deg.to_radians().cos());
        tally.compare(|| format!("{incidence_deg}°"), passes, row.number("martin_ruiz_0_16"), 1e-6);
    }
    tally.finish();
}

#[test]
fn iam_diffuse() {
    let Some(table) = reference::table("iam_diffuse.csv") else { return };
    let mut tally = Tally::new("iam_diffuse");
    let glass = MartinRuiz::new(0.16);
    for row in table.rows() {
        let tilt_deg = row.number("tilt");
        let (sky, ground) = glass.diffuse(Deg(tilt_deg));
        tally.compare(|| format!("sky {tilt_deg}°"), sky, row.number("martin_ruiz_sky"), 1e-6);
        tally.compare(|| format!("ground {tilt_deg}°"), ground, row.number("martin_ruiz_ground"), 1e-6);
    }
    tally.finish();
}

#[test]
fn cell_temperature() {
    let Some(table) = reference::table("cell_temperature.csv") else { return };
    let mut tally = Tally::new("cell_temperature");
    for row in table.rows() {
        let (poa, air, wind) = (row.number("poa"), row.number("temp_air"), row.number("wind_speed"));
        let rack = Faiman { u0_w_m2_k: 25.0, u1_w_s_m3_k: 6.84 };
        let cell = cell_temperature::faiman(WPerM2(poa), Celsius(air), MPerS(wind), rack);
        tally.compare(|| format!("{poa} W/m², {air} °C"), cell.0, row.number("faiman_25_6_84"), 1e-4);
    }
    tally.finish();
}

#[test]
fn pvwatts_dc() {
    let Some(table) = reference::table("pvwatts_dc.csv") else { return };
    let mut tally = Tally::new("pvwatts_dc");
    for row in table.rows() {
        let (light, cell) = (row.number("effective_irradiance"), row.number("temp_cell"));
        let of_one_kwp = module::pvwatts(light, Celsius(cell), row.number("gamma_pdc")).power_w;
        let dc_w = of_one_kwp * row.number("pdc0_w") / 1000.0;
        tally.compare_relative(|| format!("{light} W/m², {cell} °C"), dc_w, row.number("p_dc_w"), 1e-4);
    }
    tally.finish();
}

#[test]
fn pvwatts_inverter() {
    let Some(table) = reference::table("pvwatts_inverter.csv") else { return };
    let mut tally = Tally::new("pvwatts_inverter");
    for row in table.rows() {
        let (dc_w, limit_w) = (row.number("p_dc_w"), row.number("pdc0_w"));
        let converted = inverter::pvwatts(dc_w, limit_w, row.number("eta_nom"));
        let label = || format!("{dc_w} W of {limit_w} W");
        tally.compare_relative(label, converted.ac_w, row.number("p_ac_w"), 1e-4);
        tally.compare_relative(label, converted.ac_w + converted.lost_w + converted.clipped_w, dc_w, 1e-12);
    }
    tally.finish();
}

#[test]
fn pvwatts_losses() {
    let Some(table) = reference::table("pvwatts_losses.csv") else { return };
    let mut tally = Tally::new("pvwatts_losses");
    for row in table.rows() {
        let share = |column: &str| row.number(column) / 100.0;
        let losses = DcLosses {
            soiling: share("soiling_pct"),
            shading: share("shading_pct"),
            snow: share("snow_pct"),
            mismatch: share("mismatch_pct"),
            wiring: share("wiring_pct"),
            connections: share("connections_pct"),
            light_induced_degradation: share("lid_pct"),
            nameplate: share("nameplate_rating_pct"),
            age: share("age_pct"),
            availability: share("availability_pct"),
        };
        let total_pct = 100.0 * (1.0 - losses.kept());
        tally.compare_relative(|| "total".to_owned(), total_pct, row.number("total_loss_pct"), 1e-4);
    }
    tally.finish();
}
