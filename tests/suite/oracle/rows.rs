//! Rows that shade each other against pvlib.

use super::{
    reference::{self, Tally},
    year::weather,
};
use crate::weather::reference_system;
use autonomia::{
    model::generation::{Plane, Rows, Step, UnitYield, combine, transposition::Beam, unit_yield, unit_yield_in_rows},
    units::{Deg, Kwp},
};

#[test]
fn row_shading() {
    let Some(table) = reference::table("row_shading.csv") else { return };
    let mut tally = Tally::new("row_shading");
    for row in table.rows() {
        let tilt_deg = row.number("tilt");
        let rows = Rows::new(row.number("cover"), Deg(tilt_deg));
        let cos_zenith = row.number("zenith").to_radians().cos();
        let beam = Beam { cos_incidence: row.number("aoi_projection"), cos_zenith, dni: 1.0 };
        let label = || format!("tilt {tilt_deg}, zenith {}, azimuth {}", row.number("zenith"), row.number("azimuth"));
        let open = f64::midpoint(1.0, tilt_deg.to_radians().cos());
        // The incidence in the file has six digits.
        tally.compare(label, rows.shaded(&beam), row.number("shaded_fraction"), 1e-5);
        tally.compare(label, rows.sky_kept() * open, row.number("sky_view"), 1e-5);
    }
    tally.finish();
}

/// Light on the plane before the glass: what the ladder has left of the sky after its first steps.
fn light_kwh(unit: &UnitYield) -> f64 {
    let before_glass = unit.ladder.steps.iter().take_while(|step| step.step != Step::Reflection);
    (unit.ladder.sky + before_glass.map(|step| step.change).sum()).0
}

#[test]
fn row_shading_year() {
    let Some(table) = reference::table("row_shading_year.csv") else { return };
    let Some(systems) = reference::json("year_systems.json") else { return };
    let system = reference_system();
    let mut tally = Tally::new("row_shading_year");
    for row in table.rows() {
        let Some(weather) = weather(&systems["sites"][row.text("site")]) else { continue };
        let plane = Plane { tilt: Deg(row.number("tilt")), azimuth: Deg(row.number("surface_azimuth")) };
        let open = unit_yield(&plane, &weather, &system);
        let rows = unit_yield_in_rows(&plane, row.number("cover"), &weather, &system);
        let loss_percent = 100.0 * (1.0 - light_kwh(&rows) / light_kwh(&open));
        let label = || format!("tilt {}, cover {}", row.number("tilt"), row.number("cover"));
        println!("{}: {loss_percent:.2} % of the light, {:.2} % of the energy", label(), lost_percent(&open, &rows));
        tally.compare(label, loss_percent, row.number("loss_percent"), 0.2);
    }
    tally.finish();
}

fn lost_percent(open: &UnitYield, rows: &UnitYield) -> f64 {
    100.0 * (1.0 - rows.ladder.meter.0 / open.ladder.meter.0)
}

#[test]
fn a_ladder_in_rows_adds_up_alone_and_beside_roofs() {
    let Some(systems) = reference::json("year_systems.json") else { return };
    let Some(weather) = weather(&systems["sites"]["sokolow"]) else { return };
    let system = reference_system();
    let plane = Plane { tilt: Deg(30.0), azimuth: Deg(180.0) };
    let open = unit_yield(&plane, &weather, &system);
    let mut before = open.ladder.meter;
    for cover in [0.0, 0.2, 0.4, 0.6, 0.8, 0.99] {
        let rows = unit_yield_in_rows(&plane, cover, &weather, &system);
        assert!(rows.ladder.residual().0.abs() < 1e-6);
        assert!(rows.ladder.meter <= before, "cover {cover}");
        before = rows.ladder.meter;
        if cover == 0.0 {
            assert_eq!(rows.ac, open.ac);
        }
        for parts in [[(Kwp(3.0), &open), (Kwp(2.0), &rows)], [(Kwp(2.0), &rows), (Kwp(3.0), &open)]] {
            let both = combine(&parts).ladder;
            assert!(both.residual().0.abs() < 1e-6);
            let ids: Vec<&str> = both.steps.iter().take(3).map(|step| step.step.id()).collect();
            assert_eq!(ids, ["transposition", "row_shading", "reflection"]);
            assert_eq!(both.steps.len(), open.ladder.steps.len() + 1);
        }
    }
    assert!(open.ladder.steps.iter().all(|step| step.step != Step::RowShading));
}
