//! Market prices of the modelled year beside those that were published.

use autonomia::{
    calendar::Calendar,
    model::{
        home::climate,
        inputs::{Consumption, Scenario},
        simulate, weather,
    },
    rules::Rules,
};
use jiff::civil::date;

/// Months August 2025 to July 2026, from which the mean days of RCE are, and their `RCEm`: what the export of all prosumers
/// was worth. The export of a home with 5 kWp to the south, 35°, in twelve modelled years must be worth about as much.
#[test]
fn a_home_earns_what_prosumers_earned() {
    let rules = Rules::built_in().unwrap();
    let (mut export_kwh, mut value_pln) = ([0.0; 12], [0.0; 12]);
    for town in ["sokolow-podlaski", "zywiec", "lodz", "poznan"] {
        for seed in 1..=3 {
            let scenario = Scenario {
                town: town.to_owned(),
                consumption: Consumption::KwhPerYear(3000.0),
                battery_kwh: 0.0,
                seed,
                ..Scenario::default()
            };
            let outcome = simulate(&scenario, &rules).unwrap();
            for month in 0..12 {
                export_kwh[month] += outcome.months[month].export.0;
                // Credited a month later, times 1.23.
                value_pln[month] += outcome.deposit[(month + 1) % 12].credited.0 / 1.23;
            }
        }
    }
    let rcem = rules.rcem(date(2026, 7, 31)).unwrap();
    let total_kwh: f64 = export_kwh.iter().sum();
    let year = 1000.0 * value_pln.iter().sum::<f64>() / total_kwh;
    let expected = rcem.iter().zip(&export_kwh).map(|(price, kwh)| price * kwh).sum::<f64>() / total_kwh;
    let months: Vec<f64> = (0..12).map(|month| 1000.0 * value_pln[month] / export_kwh[month] / rcem[month]).collect();
    let square: f64 = months.iter().zip(&export_kwh).map(|(share, kwh)| kwh * (share - 1.0) * (share - 1.0)).sum();
    let error = (square / total_kwh).sqrt();
    println!("year {year:.0} of {expected:.0} zł/MWh, months {months:.2?} of RCEm, error {:.1} %", 100.0 * error);
    assert!((year / expected - 1.0).abs() < 0.03, "{year} of {expected}");
    assert!(error < 0.10, "{error}");
}

#[test]
fn a_month_is_as_clear_as_its_days_on_average() {
    let rules = Rules::built_in().unwrap();
    let calendar = Calendar::new(2026, &rules.days_off(2026));
    let weather = weather::synthesise(&climate(rules.town("zywiec").unwrap()), 2026, 5);
    let clearer = weather.relative_clearness(&calendar);
    assert_eq!(clearer.len(), 8760);
    for month in 0..12 {
        let days = (0..365).filter(|day| calendar.month(day * 24 + 12) == month);
        let values: Vec<f64> = days.map(|day| clearer[day * 24 + 12]).collect();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        assert!(mean.abs() < 1e-9 && values.iter().all(|value| (-1.0..2.5).contains(value)), "month {month}: {mean}");
        // One figure a day.
        assert!((clearer[month * 720] - clearer[month * 720 + 23]).abs() < 1e-12);
    }
}
