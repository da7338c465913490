//! Files on the modelled year: whole years written here, read back, placed, and put to use by the engine.

use autonomia::{
    calendar::{Calendar, LocalDay, day_number},
    files::{
        Refusal,
        ask::{Ask, answer},
        layout::Want,
        meter::{self, Demand, Reading},
        prices,
        unnet::Verdict,
    },
    model::{
        inputs::{
            Consumption, Scenario,
            measured::{Hourly, Market, Measured},
        },
        session::Session,
    },
    rules::Rules,
    units::Kwp,
};
use std::fmt::Write;

const FLAT: [f64; 12] = [1.0; 12];

/// A file of eLicznik: import and export of every hour of the days from `first`, as a function of the day and the clock.
fn tauron(first: i32, days: i32, value: impl Fn(LocalDay, usize) -> (f64, f64)) -> String {
    let mut text = "Data; Wartość kWh;Rodzaj;\n".to_owned();
    for number in first..first + days {
        let day = LocalDay::new(number);
        for elapsed in 0..day.hours {
            let (import, export) = value(day, day.clock(elapsed));
            for (kwh, kind) in [(import, "pobór"), (export, "oddanie")] {
                let kwh = format!("{kwh:.3}").replace('.', ",");
                writeln!(text, "{} {}:00;{kwh};{kind};", day.date(), elapsed + 1).unwrap();
            }
        }
    }
    text
}

fn day(year: i32, month: i32, day: i32) -> i32 {
    day_number(year, month, day).unwrap()
}

fn calendar(rules: &Rules) -> Calendar {
    Calendar::new(2026, &rules.days_off(2026))
}

fn read(files: &[&str]) -> Reading {
    let files: Vec<_> = files.iter().map(|text| (text.as_bytes(), None)).collect();
    meter::read(&files, &Rules::of_days_off(), &mut |_| {}).unwrap()
}

fn demand(reading: &Reading, season: &[f64; 12]) -> Demand {
    let rules = Rules::of_days_off();
    reading.demand(&calendar(&rules), &rules, season, &[]).unwrap()
}

/// 1 kWh on workdays, 2 on Saturdays, 3 on Sundays and days off.
fn by_kind(day: LocalDay) -> f64 {
    match day.date().weekday().to_monday_zero_offset() {
        _ if Rules::of_days_off().days_off(day.date().year()).contains(&day.date()) => 3.0,
        5 => 2.0,
        6 => 3.0,
        _ => 1.0,
    }
}

#[test]
fn workdays_fall_on_workdays() {
    // 2024 and 2025 are other years than the modelled one, with other weekdays and another Easter.
    for year in [2024, 2025] {
        let reading = read(&[&tauron(day(year, 1, 1), 365, |day, clock| (by_kind(day) + clock as f64 / 100.0, 0.0))]);
        let demand = demand(&reading, &FLAT);
        let calendar = calendar(&Rules::of_days_off());
        assert_eq!(demand.covered_days, 365);
        for (hour, kwh) in demand.kwh.iter().enumerate() {
            let kind = match calendar.weekday(hour) {
                _ if calendar.is_day_off(hour) => 3.0,
                5 => 2.0,
                6 => 3.0,
                _ => 1.0,
            };
            // The hour that the clock skips in March is the mean of its neighbours.
            let clock = calendar.hour_of_day(hour) as f64 / 100.0;
            assert!((kwh - kind - clock).abs() < 0.006, "{year}, hour {hour}: {kwh}, not {}", kind + clock);
        }
    }
}

#[test]
fn of_several_years_the_latest_full_one_counts() {
    let value = |day: LocalDay, _: usize| (if day.date().year() == 2025 { 0.7 } else { 0.2 }, 0.0);
    let reading = read(&[&tauron(day(2024, 3, 1), 365 + 306, value)]);
    let demand = demand(&reading, &FLAT);
    assert_eq!(demand.used_days, (day(2025, 1, 1), day(2025, 12, 31)));
    assert!(demand.kwh.iter().all(|kwh| (kwh - 0.7).abs() < 1e-9));
    assert_eq!(reading.months.len(), 22);
}

#[test]
fn gaps_are_filled_from_the_same_hour_of_neighbouring_weeks() {
    let whole = tauron(day(2025, 1, 1), 365, |day, clock| (by_kind(day) + clock as f64 / 100.0, 0.0));
    // A Tuesday's forenoon, and the whole of a Sunday.
    let lost = |line: &&str| {
        !(line.starts_with("2025-06-10 10:") || line.starts_with("2025-06-10 11:") || line.starts_with("2025-08-17 "))
    };
    let text: Vec<&str> = whole.lines().filter(lost).collect();
    let reading = read(&[&text.join("\n")]);
    assert_eq!((reading.filled_hours, reading.missing_hours), (26, 0));
    assert_eq!(demand(&reading, &FLAT).kwh, demand(&read(&[&whole]), &FLAT).kwh);
}

#[test]
fn the_newer_of_two_files_counts() {
    let (first, second) =
        (tauron(day(2025, 1, 1), 200, |_, _| (0.3, 0.0)), tauron(day(2025, 7, 1), 184, |_, _| (0.5, 0.0)));
    let reading = read(&[&first, &second]);
    // 1 to 19 July stand in both.
    assert_eq!(reading.overlapping, 19 * 24);
    let sum: f64 = reading.months.iter().map(|month| month.import_kwh).sum();
    assert!((sum - (181.0 * 24.0 - 1.0) * 0.3 - (184.0 * 24.0 + 1.0) * 0.5).abs() < 1e-6, "{sum}");
}

#[test]
fn less_than_a_year_is_extended_by_season() {
    let reading = read(&[&tauron(day(2026, 1, 1), 59, |_, _| (1.0, 0.0))]);
    // In this home every month but January and February needs half as much.
    let mut season = [0.5; 12];
    season[..2].fill(1.0);
    let demand = demand(&reading, &season);
    assert!(demand.covered_days < 90, "{}", demand.covered_days);
    let calendar = calendar(&Rules::of_days_off());
    let by_month = calendar.by_month(&demand.kwh);
    // July lies beyond the days that are near: 744 hours of 0.5 kWh.
    assert!((by_month[6] - 372.0).abs() < 1e-6 && (by_month[0] - 744.0).abs() < 1e-6, "{by_month:?}");
    let short = read(&[&tauron(day(2026, 1, 1), 27, |_, _| (1.0, 0.0))]);
    let rules = Rules::of_days_off();
    assert_eq!(short.demand(&calendar, &rules, &FLAT, &[]).unwrap_err(), Refusal::TooShort(27));
}

/// The meter of a home whose own figures are known, with a plant of 5 kWp under the weather of another seed.
fn home_with_pv() -> (f64, String, Scenario) {
    let stands = Scenario { seed: 7, pv_kwp: 5.0, battery_kwh: 0.0, ..Scenario::default() };
    let hours = Session::new().unwrap().outcome(&stands).unwrap().hours;
    let calendar = calendar(&Rules::of_days_off());
    let first = day(2026, 1, 1);
    let midnight = LocalDay::new(first).midnight_h;
    assert_eq!(midnight * 3600, calendar.start_unix_s());
    let text = tauron(first, 365, |day, clock| {
        let hour = (0..day.hours).find(|elapsed| day.clock(*elapsed) == clock).unwrap() + day.midnight_h - midnight;
        let hour = usize::try_from(hour).unwrap();
        (hours.flows.import[hour], hours.flows.export[hour])
    });
    (hours.consumption.total().0, text, Scenario { seed: 1, ..stands })
}

#[test]
fn behind_a_meter_with_pv_the_home_is_found_again() {
    let (used_kwh, text, scenario) = home_with_pv();
    let reading = read(&[&text]);
    assert!(reading.exports());
    let rules = Rules::of_days_off();
    let calendar = calendar(&rules);
    let mut session = Session::new().unwrap();
    let mut found = |kwp: f64| {
        let plant = session.for_files(&scenario, Kwp(kwp)).unwrap();
        reading.demand(&calendar, &rules, &plant.season, plant.generation.raw()).unwrap()
    };
    let right = found(5.0);
    let unnetted = right.unnetted.as_ref().unwrap();
    let sum_kwh: f64 = right.kwh.iter().sum();
    // The weather of the meter is another year's than the model's: the year's sum comes back within a tenth.
    assert!((sum_kwh / used_kwh - 1.0).abs() < 0.1, "{sum_kwh} of {used_kwh}, {unnetted:?}");
    assert_eq!(unnetted.verdict, Verdict::Plausible, "clipped {} of {}", unnetted.clipped_kwh, unnetted.generation_kwh);
    assert_eq!(found(2.0).unnetted.unwrap().verdict, Verdict::Implausible);
}

#[test]
fn the_same_weather_gives_the_home_exactly() {
    let (used_kwh, text, scenario) = home_with_pv();
    let scenario = Scenario { seed: 7, ..scenario };
    let plant = Session::new().unwrap().for_files(&scenario, Kwp(5.0)).unwrap();
    let rules = Rules::of_days_off();
    let demand = read(&[&text]).demand(&calendar(&rules), &rules, &plant.season, plant.generation.raw()).unwrap();
    let sum_kwh: f64 = demand.kwh.iter().sum();
    // Days are dealt out by the sun seen at the meter, which the home's own use blurs a little.
    assert!((sum_kwh / used_kwh - 1.0).abs() < 0.03, "{sum_kwh} of {used_kwh}");
}

#[test]
fn prices_keep_their_sign_and_their_days() {
    let mut text = "Data;Godzina;RCE\n".to_owned();
    for number in day(2025, 8, 1)..day(2026, 8, 1) {
        let local = LocalDay::new(number);
        for elapsed in 0..local.hours {
            let price = if local.clock(elapsed) == 12 { -50.0 } else { 100.0 * by_kind(local) };
            writeln!(text, "{};{};{price}", local.date(), elapsed + 1).unwrap();
        }
    }
    let rules = Rules::of_days_off();
    let calendar = calendar(&rules);
    let prices = prices::read(&[(text.as_bytes(), None)], &rules, &calendar, &mut |_| {}).unwrap();
    assert_eq!((prices.covered_days, prices.negative_hours), (365, 365));
    for hour in 0..calendar.len() {
        let workday = !calendar.is_free(hour) && calendar.hour_of_day(hour) == 18;
        assert!(!workday || (prices.pln_mwh[hour] - 100.0).abs() < 1e-9, "hour {hour}");
    }
}

#[test]
fn measured_hours_go_before_stated_consumption() {
    let mut session = Session::new().unwrap();
    let kwh: Vec<f64> = (0..8760).map(|hour| if hour % 24 < 12 { 0.2 } else { 0.6 }).collect();
    let scenario = Scenario { measured: Some(Measured { kwh: kwh.clone().into() }), ..Scenario::default() };
    let outcome = session.outcome(&scenario).unwrap();
    assert_eq!(outcome.hours.consumption.raw(), kwh);
    let stated = Scenario { consumption: Consumption::KwhPerYear(3504.0), ..Scenario::default() };
    assert_ne!(session.outcome(&stated).unwrap().hours.consumption.raw(), kwh);
    let text = serde_json::to_string(&scenario).unwrap();
    assert_eq!(serde_json::from_str::<Scenario>(&text).unwrap(), scenario);
    let leap = Scenario { measured: Some(Measured { kwh: vec![0.4; 8784].into() }), ..Scenario::default() };
    assert_eq!(session.outcome(&leap).unwrap_err()[0].field, "measured.kwh");
}

#[test]
fn own_prices_go_before_those_of_the_tables() {
    let mut session = Session::new().unwrap();
    let at = |price: f64| {
        let rce = Some(Hourly::from(vec![price; 8760]));
        Scenario { market: Market { rce }, battery_kwh: 0.0, ..Scenario::default() }
    };
    let credited = |session: &mut Session, price: f64| session.outcome(&at(price)).unwrap().deposit_year().credited.0;
    let (dear, cheap, below) =
        (credited(&mut session, 1000.0), credited(&mut session, 500.0), credited(&mut session, -50.0));
    assert!((dear / cheap - 2.0).abs() < 1e-6 && cheap > 0.0 && below == 0.0, "{dear} {cheap} {below}");
}

#[test]
fn the_answer_is_in_words_and_follows_decisions() {
    let text = tauron(day(2025, 1, 1), 365, |_, clock| (0.4, if clock == 12 { 1.0 } else { 0.0 }));
    let rules = Rules::of_days_off();
    let ask = |lang: &str, generation: Vec<f64>, decided: &[(&str, &str)]| {
        let decided = decided.iter().map(|(id, value)| ((*id).to_owned(), (*value).to_owned())).collect();
        let (want, lang) = (Want::Meter, lang.to_owned());
        let ask = Ask { want, firm: false, lang, year: 2026, season: FLAT, generation, decided };
        answer(&ask, &[text.as_bytes()], &mut |_| {})
    };
    let plain = ask("pl", Vec::new(), &[]);
    assert!(plain.exports && plain.hourly.is_empty() && plain.refused.is_none());
    assert!(plain.facts[0].contains("TAURON") && plain.warnings.is_empty(), "{plain:?}");
    assert_eq!(plain.months.unwrap().rows.len(), 12);
    let sunny: Vec<f64> = (0..calendar(&rules).len()).map(|hour| if hour % 24 == 12 { 3.0 } else { 0.3 }).collect();
    assert_eq!(ask("pl", sunny, &[]).hourly.len(), 8760);
    assert!(ask("en", Vec::new(), &[]).facts[0].contains("read"));
    // Wh instead of kWh: 3.5 kWh a year is no home.
    let tiny =
        ask("pl", vec![0.0; 8760], &[("0.unit", "wh"), ("0.column.9", "time"), ("7.unit", "kw"), ("0.mark", "?")]);
    assert!(tiny.hourly.is_empty() && !tiny.warnings.is_empty());
    let shifted = ask("pl", Vec::new(), &[("0.mark", "start")]);
    assert_eq!(shifted.choices.iter().find(|choice| choice.id == "0.mark").unwrap().value, "start");
    for choice in shifted.choices {
        assert!(choice.options.iter().any(|(value, _)| *value == choice.value), "{}", choice.id);
    }
}
