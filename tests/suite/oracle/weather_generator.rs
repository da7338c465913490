//! Statistics of synthetic years beside the PVGIS typical year whose monthly sums they were made from.

mod statistics;

use super::reference;
use autonomia::{
    model::weather::{self, Climate},
    units::Deg,
};
use serde_json::Value;
use std::collections::BTreeMap;

const SEEDS: u32 = 10;
/// Linke turbidity and wind of Warsaw (pvlib's table; IMGW Siedlce): the acceptance file has neither.
const TURBIDITY: [f64; 12] = [2.95, 3.2, 3.85, 4.25, 3.6, 4.35, 4.45, 4.75, 4.7, 3.5, 2.9, 2.9];
const WIND_M_S: [f64; 12] = [4.2, 3.4, 3.1, 3.6, 2.7, 2.6, 2.6, 2.4, 3.2, 3.4, 3.4, 3.9];

/// Means over the seeds of named statistics.
type Statistics = BTreeMap<String, f64>;

/// The README's rules: "basic" on any set of cases, "good" on the set of this repository.
#[test]
fn weather_generator() {
    let (Some(bands), Some(series)) =
        (reference::json("weather_generator.json"), reference::table("battery_series.csv.gz"))
    else {
        return;
    };
    let home = series.column("load_home");
    for site in bands["sites"].as_array().expect("sites") {
        let climate = climate(site);
        let mut mean = Statistics::new();
        for seed in 1..=SEEDS {
            let weather = weather::synthesise(&climate, 2026, seed.into());
            for (name, value) in statistics::of(&weather, &home) {
                *mean.entry(name).or_default() += value / f64::from(SEEDS);
            }
        }
        println!("weather_generator: {}, {SEEDS} seeds", site["name"]);
        let months = months_kept(site, &mean);
        let off = quantiles_off(site, &mean) + diffuse_off(site, &mean);
        energy_in_bands(site, &mean);
        months_of_yield(site, &mean);
        assert!(months.share("all") >= 0.80, "basic: 80 % of the monthly bands");
        if std::env::var_os("ORACLES_DIR").is_none() {
            assert!(months.share("all") >= 0.85 && months.share("clearness") >= 0.90, "good: monthly bands");
            assert!(
                months.share("ramps") >= 10.0 / 12.0 && months.share("range") >= 10.0 / 12.0,
                "good: ramps and range"
            );
            assert_eq!(off, 0, "good: quantiles of the year and the seasons, diffuse share by clearness");
        }
    }
}

/// How many bands were kept, by group.
#[derive(Default)]
struct Kept(BTreeMap<&'static str, (u32, u32)>);

impl Kept {
    fn count(&mut self, group: &'static str, inside: bool) {
        let count = self.0.entry(group).or_default();
        *count = (count.0 + u32::from(inside), count.1 + 1);
    }

    fn share(&self, group: &str) -> f64 {
        self.0.get(group).map_or(0.0, |(inside, all)| f64::from(*inside) / f64::from(*all))
    }
}

fn months_kept(site: &Value, mean: &Statistics) -> Kept {
    let mut kept = Kept::default();
    for (index, month) in list(&site["months"]).iter().enumerate() {
        for (name, band) in month.as_object().expect("bands") {
            let group = match name.as_str() {
                "k_mean" | "k_sd" | "kt_mean" | "kt_sd" | "kt_q" | "k_q" => "clearness",
                "ramp_kt_mean" | "ramp_kt_q90" | "ramp_ghi_rel" => "ramps",
                "t_range_mean" => "range",
                _ => "other",
            };
            for (key, low, high) in limits(name, band) {
                let value = mean[&format!("{} {key}", index + 1)];
                let inside = value >= low && value <= high;
                if !inside {
                    println!("  month {} {key}: {value:.4} outside {low:.4} to {high:.4}", index + 1);
                }
                kept.count(group, inside);
                kept.count("all", inside);
            }
        }
    }
    println!("  monthly bands kept: {:?}", kept.0);
    kept
}

/// Yearly yields, shares of own use and autonomy, diffuse share: all in their bands.
fn energy_in_bands(site: &Value, mean: &Statistics) {
    for group in ["energy", "year"] {
        for (name, band) in site[group].as_object().expect("bands") {
            if let (Some(value), Some(low), Some(high)) = (mean.get(name), band["lo"].as_f64(), band["hi"].as_f64()) {
                println!("  {name}: {value:.3} in {low:.3} to {high:.3}");
                assert!(*value >= low && *value <= high, "{name}: {value} outside {low} to {high}");
            }
        }
    }
}

/// Quantiles of hourly clearness in the year and the seasons that miss their tolerance.
fn quantiles_off(site: &Value, mean: &Statistics) -> usize {
    let seasons = site["year"]["kt_q_season"].as_object().expect("seasons").iter();
    let all = seasons.map(|(name, season)| (name.as_str(), season)).chain([("kt_q", &site["year"]["kt_q"])]);
    all.map(|(key, season)| {
        let truth = list(&season["value"]).iter().map(number).enumerate();
        let off: Vec<f64> = truth.map(|(index, value)| mean[&format!("{key}{index}")] - value).collect();
        println!("  {key} minus truth {off:+.3?}, tolerance {}", season["tol"]);
        off.iter().filter(|off| off.abs() > number(&season["tol"])).count()
    })
    .sum()
}

/// Classes of clearness whose mean diffuse share misses its tolerance.
fn diffuse_off(site: &Value, mean: &Statistics) -> usize {
    let classes = list(&site["year"]["kd_by_kt"]).iter();
    classes
        .filter(|class| {
            let value = mean[&format!("kd {}", number(&class["kt_from"]))];
            println!("  diffuse share from kt {}: {value:.3} for {}", class["kt_from"], class["kd_mean"]);
            (value - number(&class["kd_mean"])).abs() > number(&class["tol"])
        })
        .count()
}

/// Monthly yields against those of the truth.
fn months_of_yield(site: &Value, mean: &Statistics) {
    let truth: Vec<f64> = list(&site["energy"]["yield_35s"]["monthly"]).iter().map(number).collect();
    let off: Vec<f64> = (1..=12).map(|month| mean[&format!("yield {month}")] - truth[month - 1]).collect();
    let rmse = (off.iter().map(|off| off * off).sum::<f64>() / 12.0).sqrt() / (truth.iter().sum::<f64>() / 12.0);
    let worst = (3..9).map(|month| (off[month] / truth[month]).abs()).fold(0.0, f64::max);
    println!(
        "  monthly yield: RMSE {:.1} % of the mean month, worst summer month {:.1} %",
        rmse * 100.0,
        worst * 100.0
    );
    assert!(rmse <= 0.06 && worst <= 0.06);
}

/// Limits of one band, one per quantile where the band has several.
fn limits(name: &str, band: &Value) -> Vec<(String, f64, f64)> {
    let Some(low) = band["lo"].as_array() else {
        return vec![(name.to_owned(), number(&band["lo"]), number(&band["hi"]))];
    };
    let pairs = low.iter().zip(list(&band["hi"])).enumerate();
    pairs.map(|(index, (low, high))| (format!("{name}{index}"), number(low), number(high))).collect()
}

fn climate(site: &Value) -> Climate {
    let months = |key: &str| {
        let values: Vec<f64> = list(&site[key]).iter().map(number).collect();
        <[f64; 12]>::try_from(values).expect("twelve months")
    };
    Climate {
        latitude: Deg(number(&site["lat"])),
        longitude: Deg(number(&site["lon"])),
        elevation_m: number(&site["alt"]),
        ghi_kwh_m2: months("input_ghi_kwh_m2"),
        temperature_c: months("input_temp_c"),
        linke_turbidity: TURBIDITY,
        wind_m_s: WIND_M_S,
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}
