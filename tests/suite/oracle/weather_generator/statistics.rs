//! What is counted in a synthetic year.

use crate::weather::reference_system;
use autonomia::{
    model::{
        generation::{self, Plane},
        weather::Weather,
    },
    units::Deg,
};

const MONTH_DAYS: [usize; 13] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/// All statistics of one synthetic year, by the names of the acceptance file; those of a month begin with its number.
pub fn of(weather: &Weather, home: &[f64]) -> Vec<(String, f64)> {
    let outside: Vec<f64> = weather.sun.extraterrestrial_horizontal().collect();
    let mut all = Vec::new();
    for month in 0..12 {
        for (name, value) in month_statistics(weather, &outside, MONTH_DAYS[month]..MONTH_DAYS[month + 1]) {
            all.push((format!("{} {name}", month + 1), value));
        }
    }
    for (name, months) in [
        ("kt_q", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12][..]),
        ("DJF", &[12, 1, 2]),
        ("MAM", &[3, 4, 5]),
        ("JJA", &[6, 7, 8]),
        ("SON", &[9, 10, 11]),
    ] {
        let days = months.iter().flat_map(|month| MONTH_DAYS[month - 1]..MONTH_DAYS[*month]);
        let kt: Vec<f64> =
            days.flat_map(|day| day * 24..day * 24 + 24).filter_map(|h| kt(weather, &outside, h)).collect();
        all.extend(hour_quantiles(kt, name));
    }
    for (low, high) in [(0.0, 0.15), (0.15, 0.3), (0.3, 0.45), (0.45, 0.6), (0.6, 0.7), (0.7, 1.2)] {
        let hours = 0..weather.ghi.len();
        let diffuse: Vec<f64> = hours
            .filter(|hour| kt(weather, &outside, *hour).is_some_and(|kt| kt >= low && kt < high))
            .map(|hour| weather.dhi[hour] / weather.ghi[hour])
            .collect();
        all.push((format!("kd {low}"), mean(&diffuse)));
    }
    let ghi = weather.ghi.total().0;
    all.push(("dhi_fraction".to_owned(), weather.dhi.total().0 / ghi));
    all.extend(energy(weather, home));
    all
}

/// Clearness of an hour with the sun more than 6° up.
fn kt(weather: &Weather, outside: &[f64], hour: usize) -> Option<f64> {
    (weather.sun.direction[hour][2] > 0.1).then(|| weather.ghi[hour] / outside[hour])
}

fn hour_quantiles(kt: Vec<f64>, name: &str) -> Vec<(String, f64)> {
    let levels = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];
    levels.iter().zip(0..).map(|(level, index)| (format!("{name}{index}"), quantile(&kt, *level))).collect()
}

fn month_statistics(weather: &Weather, outside: &[f64], days: std::ops::Range<usize>) -> Vec<(String, f64)> {
    let (mut k, mut clear, mut air, mut range) = (vec![], vec![], vec![], vec![]);
    let (mut kt_ramps, mut ghi_ramps, mut morning, mut afternoon) = (vec![], vec![], vec![], vec![]);
    let (mut ghi_sum, mut dhi_sum, mut ghi_up) = (0.0, 0.0, vec![]);
    for day in days {
        let hours = day * 24..day * 24 + 24;
        let ghi: f64 = weather.ghi.raw()[hours.clone()].iter().sum();
        ghi_sum += ghi;
        dhi_sum += weather.dhi.raw()[hours.clone()].iter().sum::<f64>();
        k.push(ghi / outside[hours.clone()].iter().sum::<f64>());
        let temperature = &weather.temperature.raw()[hours.clone()];
        air.push(temperature.iter().sum::<f64>() / 24.0);
        let warmest = temperature.iter().copied().fold(f64::MIN, f64::max);
        range.push(warmest - temperature.iter().copied().fold(f64::MAX, f64::min));
        let mut last: Option<(f64, f64)> = None;
        for hour in hours {
            let Some(now) = kt(weather, outside, hour) else {
                last = None;
                continue;
            };
            clear.push(now);
            ghi_up.push(weather.ghi[hour]);
            if weather.sun.hour_angle[hour] < 0.0 {
                morning.push(now);
            } else {
                afternoon.push(now);
            }
            if let Some((kt_before, ghi_before)) = last {
                kt_ramps.push((now - kt_before).abs());
                ghi_ramps.push((weather.ghi[hour] - ghi_before).abs());
            }
            last = Some((now, weather.ghi[hour]));
        }
    }
    let share = |test: &dyn Fn(f64) -> bool| mean(&k.iter().map(|k| f64::from(u8::from(test(*k)))).collect::<Vec<_>>());
    let mut all: Vec<(String, f64)> = [
        ("k_mean", mean(&k)),
        ("k_sd", deviation(&k)),
        ("kt_mean", mean(&clear)),
        ("kt_sd", deviation(&clear)),
        ("dhi_fraction", dhi_sum / ghi_sum),
        ("ramp_kt_mean", mean(&kt_ramps)),
        ("ramp_kt_q90", quantile(&kt_ramps, 0.9)),
        ("ramp_ghi_rel", mean(&ghi_ramps) / mean(&ghi_up)),
        ("am_pm_kt_ratio", mean(&morning) / mean(&afternoon)),
        ("t_day_sd", deviation(&air)),
        ("t_range_mean", mean(&range)),
        ("clear_day_share", share(&|k| k > 0.65)),
        ("dull_day_share", share(&|k| k < 0.20)),
        ("k_q0", quantile(&k, 0.1)),
        ("k_q1", quantile(&k, 0.5)),
        ("k_q2", quantile(&k, 0.9)),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into();
    all.extend(hour_quantiles(clear, "kt_q"));
    all
}

/// Yields of the planes, and what 5 kWp and a battery cover of a home that uses 4,000 kWh.
fn energy(weather: &Weather, home: &[f64]) -> Vec<(String, f64)> {
    let system = generation::SystemParameters { spectral_factor: 1.0, ..reference_system() };
    let unit =
        |tilt, azimuth| generation::unit_yield(&Plane { tilt: Deg(tilt), azimuth: Deg(azimuth) }, weather, &system);
    let south = unit(35.0, 180.0);
    let year_kwh = south.ladder.meter.0;
    let mut all = vec![("yield_35s".to_owned(), year_kwh)];
    for (name, tilt, azimuth) in [("e30", 30.0, 90.0), ("w30", 30.0, 270.0), ("s90", 90.0, 180.0), ("s15", 15.0, 180.0)]
    {
        all.push((format!("ratio_{name}_to_35s"), unit(tilt, azimuth).ladder.meter.0 / year_kwh));
    }
    for month in 0..12 {
        let hours = MONTH_DAYS[month] * 24..MONTH_DAYS[month + 1] * 24;
        all.push((format!("yield {}", month + 1), south.ac.raw()[hours].iter().sum()));
    }
    let scale = 4000.0 / home.iter().sum::<f64>();
    let load_kwh: Vec<f64> = home.iter().map(|load| load * scale).collect();
    let made_kwh: Vec<f64> = south.ac.raw().iter().map(|ac| 5.0 * ac).collect();
    for (label, capacity_kwh) in [("0kwh", 0.0), ("5kwh", 5.0), ("10kwh", 10.0)] {
        let (exported, imported) = greedy(&made_kwh, &load_kwh, capacity_kwh);
        all.push((format!("self_consumption_pct_{label}"), 100.0 * (1.0 - exported / (5.0 * year_kwh))));
        all.push((format!("autarky_pct_{label}"), 100.0 * (1.0 - imported / 4000.0)));
    }
    all
}

/// Exported and imported kWh with a battery of half its capacity in power and 95 % each way.
fn greedy(made_kwh: &[f64], load_kwh: &[f64], capacity_kwh: f64) -> (f64, f64) {
    let (mut stored_kwh, mut exported, mut imported) = (0.0, 0.0, 0.0);
    for (made, load) in made_kwh.iter().zip(load_kwh) {
        let surplus = (made - load).max(0.0);
        let charge = surplus.min(capacity_kwh / 2.0).min((capacity_kwh - stored_kwh) / 0.95);
        let missing = (load - made).max(0.0);
        let discharge = missing.min(capacity_kwh / 2.0).min(stored_kwh * 0.95);
        stored_kwh += charge * 0.95 - discharge / 0.95;
        exported += surplus - charge;
        imported += missing - discharge;
    }
    (exported, imported)
}

fn count(values: &[f64]) -> f64 {
    f64::from(u32::try_from(values.len()).expect("small"))
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / count(values)
}

fn deviation(values: &[f64]) -> f64 {
    let mean = mean(values);
    (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (count(values) - 1.0)).sqrt()
}

/// Quantile with straight lines between the ordered values, as numpy's default.
fn quantile(values: &[f64], level: f64) -> f64 {
    let mut ordered = values.to_vec();
    ordered.sort_by(f64::total_cmp);
    let position = level * (count(values) - 1.0);
    let below = ordered.iter().zip(0_u32..).filter(|(_, index)| f64::from(*index) <= position).count() - 1;
    let above = (below + 1).min(ordered.len() - 1);
    ordered[below] + (ordered[above] - ordered[below]) * position.fract()
}
