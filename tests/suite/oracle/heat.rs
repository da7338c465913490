//! Heat pumps and heat demand: `When2Heat`, hplib, one node and ISO 13790 beside their references.

use super::reference::{self, Tally};
use autonomia::{
    model::load::heat::{
        cop::{Group, Source, hplib, when2heat},
        degree_days,
        demand::{Heated, Iso13790, OneNode, Surroundings, iso13790, one_node},
    },
    units::{Celsius, Kw, Series, WPerM2},
};
use serde_json::Value;
use std::ops::Range;

const LENGTHS: [usize; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

#[test]
fn heatpump_cop() {
    let Some(table) = reference::table("heatpump_cop.csv") else { return };
    let mut tally = Tally::new("heatpump_cop");
    for row in table.rows() {
        let (source, sink) = (Celsius(row.number("t_source")), Celsius(row.number("t_sink")));
        let group = row.text("group");
        let what = |of: &str| format!("{} {group} {source:?} {sink:?} {of}", row.text("model"));
        if row.text("model") == "when2heat" {
            let from = match group {
                "air" => Source::Air,
                "ground" => Source::Ground,
                "water" => Source::Water,
                other => panic!("source {other}"),
            };
            let cop = when2heat(from, source, sink);
            tally.compare_relative(|| what("COP"), cop, row.number("cop"), 1e-6);
            tally.compare_relative(|| what("85 %"), cop * 0.85, row.number("cop_real_085"), 1e-6);
        } else {
            let fitted = match group {
                "1" => Group::AIR_REGULATED,
                "2" => Group::GROUND_REGULATED,
                "4" => Group::AIR_ON_OFF,
                "5" => Group::GROUND_ON_OFF,
                "6" => Group::WATER_ON_OFF,
                other => panic!("group {other}"),
            };
            let reference = Kw(row.number("p_th_ref_w") / 1000.0);
            let running = hplib(&fitted, reference, source, sink, Celsius(row.number("t_amb")));
            tally.compare_relative(|| what("COP"), running.cop, row.number("cop"), 1e-6);
            tally.compare_relative(|| what("electric"), 1000.0 * running.electric.0, row.number("p_el_w"), 1e-6);
            tally.compare_relative(|| what("heat"), 1000.0 * running.heat.0, row.number("p_th_w"), 1e-6);
        }
    }
    tally.finish();
}

/// Weather of a site.
struct Site {
    outdoor: Series<Celsius>,
    ghi: Series<WPerM2>,
}

fn site(name: &str) -> Option<Site> {
    let table = reference::table(&format!("weather_{name}.csv.gz"))?;
    Some(Site { outdoor: Series::from_raw(table.column("temp_air")), ghi: Series::from_raw(table.column("ghi")) })
}

fn number(value: &Value, key: &str) -> f64 {
    value[key].as_f64().unwrap_or_else(|| panic!("no number {key}"))
}

fn list(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(|item| item.as_f64().expect("a number")).collect()
}

/// Days of each month as a range, January first.
fn months() -> impl Iterator<Item = Range<usize>> {
    let mut first = 0;
    LENGTHS.into_iter().map(move |length| {
        first += length;
        first - length..first
    })
}

#[test]
fn heat_demand() {
    let Some(cases) = reference::json("heat_demand.json") else { return };
    let mut tally = Tally::new("heat_demand");
    for (name, facts) in cases["sites"].as_object().expect("sites") {
        let Some(site) = site(name) else { continue };
        days(&mut tally, name, facts, &site.outdoor);
        let buildings = cases["buildings"].as_array().expect("buildings");
        for case in cases["cases"].as_array().expect("cases").iter().filter(|case| case["site"] == **name) {
            let house = buildings.iter().find(|house| house["id"] == case["building"]).expect("its building");
            building(&mut tally, case, house, &site);
        }
    }
    tally.finish();
}

fn days(tally: &mut Tally, site: &str, facts: &Value, outdoor: &Series<Celsius>) {
    let mut compare = |what: &str, daily: &[f64], facts: &Value| {
        let what = || format!("{site} {what}");
        tally.compare_relative(what, daily.iter().sum(), number(facts, "daily"), 1e-6);
        for (month, expected) in months().zip(list(&facts["daily_monthly"])) {
            tally.compare_relative(what, daily[month].iter().sum(), expected, 1e-6);
        }
    };
    for key in ["hdd15", "hdd12"] {
        let base = Celsius(number(&facts[key], "base"));
        compare(key, &degree_days::daily(outdoor, base), &facts[key]);
    }
    compare("Eurostat", &degree_days::eurostat(outdoor), &facts["hdd_eurostat_18_15"]);
    for key in ["hdd15", "hdd12"] {
        let base = Celsius(number(&facts[key], "base"));
        let what = || format!("{site} {key} hourly");
        tally.compare_relative(what, degree_days::hourly(outdoor, base), number(&facts[key], "hourly"), 1e-6);
    }
}

/// The gains and set points of the cases, by the hour of local standard time.
fn around<'a>(house: &Value, site: &'a Site) -> Surroundings<'a> {
    let hours = 0..site.outdoor.len();
    let gains_kw = number(house, "gain_w") / 1000.0;
    let share = |hour: usize| match hour % 24 {
        6..9 => 1.2,
        16..23 => 1.5,
        _ => 0.7,
    };
    let set_c = |hour: usize| match hour % 24 {
        6..22 => number(house, "t_set"),
        _ => number(house, "t_set") - number(house, "setback"),
    };
    Surroundings {
        outdoor: &site.outdoor,
        ghi: &site.ghi,
        inside: Series::from_raw(hours.clone().map(|hour| gains_kw * share(hour)).collect()),
        set_point: Series::from_raw(hours.map(set_c).collect()),
    }
}

fn building(tally: &mut Tally, case: &Value, house: &Value, site: &Site) {
    let around = around(house, site);
    let of = |key: &str| number(house, key);
    let limit = Kw(of("p_max_w") / 1000.0);
    let heated = match case["model"].as_str() {
        Some("1r1c") => one_node(
            &OneNode {
                loss_w_k: of("ua") + 0.34 * of("vent_m3h"),
                capacity_kwh_k: of("c_kwh_k"),
                aperture_m2: of("a_sol"),
                limit,
            },
            &around,
        ),
        Some("5r1c") => iso13790(
            &Iso13790 {
                area_m2: of("area"),
                opaque_w_k: of("ua") - of("ua_window"),
                window_w_k: of("ua_window"),
                air_w_k: 0.34 * of("vent_m3h"),
                capacity_kwh_k: of("c_kwh_k"),
                aperture_m2: of("a_sol"),
                limit,
            },
            &around,
        ),
        other => panic!("model {other:?}"),
    };
    compare(tally, case, &heated, &around, limit);
}

fn compare(tally: &mut Tally, case: &Value, heated: &Heated, around: &Surroundings<'_>, limit: Kw) {
    let heat_w: Vec<f64> = heated.heat.raw().iter().map(|kwh| 1000.0 * kwh).collect();
    let indoor_c = heated.indoor.raw();
    let hours = heat_w.len() as f64;
    let named = |key: &str| format!("{} {} {} {key}", case["site"], case["building"], case["model"]);
    let largest = |values: &[f64]| values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let smallest = |values: &[f64]| values.iter().copied().fold(f64::INFINITY, f64::min);
    let figures = [
        ("annual_kwh", heated.heat.total().0),
        ("peak_w", largest(&heat_w)),
        ("t_in_mean", indoor_c.iter().sum::<f64>() / hours),
        ("t_in_max", largest(indoor_c)),
        ("t_in_min", smallest(indoor_c)),
        ("sum_iq_mwh_h", heat_w.iter().enumerate().map(|(hour, heat)| hour as f64 * heat).sum::<f64>() / 1e6),
    ];
    for (key, actual) in figures {
        tally.compare_relative(|| named(key), actual, number(case, key), 1e-6);
    }
    for (month, expected) in months().zip(list(&case["monthly_kwh"])) {
        let actual = heat_w[month.start * 24..month.end * 24].iter().sum::<f64>() / 1000.0;
        tally.compare_relative(|| named("month"), actual, expected, 1e-6);
    }
    // The cases print their first hours to a thousandth of a watt.
    let first = list(&case[if case["q_first_48_w"].is_array() { "q_first_48_w" } else { "q_first_24_w" }]);
    for (actual, expected) in heat_w.iter().zip(first) {
        tally.compare(|| named("first hours"), *actual, expected, 1e-6 * expected.max(1.0) + 5e-4);
    }
    let count = |test: &dyn Fn(usize) -> bool| (0..heat_w.len()).filter(|hour| test(*hour)).count() as f64;
    let limit_w = 1000.0 * limit.0;
    let counts = [
        ("hours_heating", count(&|hour| heat_w[hour] > 0.0)),
        ("hours_at_limit", count(&|hour| heat_w[hour] >= limit_w - 1e-9)),
        ("hours_below_set_0.1k", count(&|hour| indoor_c[hour] < around.set_point[hour] - 0.1)),
    ];
    for (key, actual) in counts {
        tally.compare(|| named(key), actual, number(case, key), 2.0);
    }
}
