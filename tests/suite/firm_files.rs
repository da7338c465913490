//! Files of a firm's meter: quarter-hour power beside the hours, units, both odd days, gaps, and words.

use autonomia::{
    calendar::{Calendar, LocalDay, day_number},
    files::{
        ask::{Ask, answer},
        layout::Want,
        meter::{self, Demand},
        view::View,
    },
    rules::Rules,
};
use std::fmt::Write;

const FLAT: [f64; 12] = [1.0; 12];

/// A table of quarters from 1 January 2025: mean power of each quarter by day, hour of its clock and quarter, written in
/// `unit`, which has `per_kwh` to the kilowatt hour.
fn quarters(days: i32, heading: &str, per_kwh: f64, kw: impl Fn(LocalDay, usize, usize) -> f64) -> String {
    let mut text = format!("Data;Godzina;{heading}\n");
    let first = day_number(2025, 1, 1).unwrap();
    for number in first..first + days {
        let day = LocalDay::new(number);
        for elapsed in 0..day.hours {
            for quarter in 0..4 {
                let clock = day.clock(elapsed);
                let value = format!("{:.4}", kw(day, clock, quarter) / 4.0 * per_kwh).replace('.', ",");
                writeln!(text, "{};{clock}:{:02};{value}", day.date(), quarter * 15).unwrap();
            }
        }
    }
    text
}

/// 8 kW by day on workdays with a third quarter of 20 kW, 2 kW otherwise.
fn workshop(day: LocalDay, clock: usize, quarter: usize) -> f64 {
    let works = day.date().weekday().to_monday_zero_offset() < 5 && (7..15).contains(&clock);
    match (works, quarter) {
        (true, 2) => 20.0,
        (true, _) => 8.0,
        _ => 2.0,
    }
}

fn demand(text: &str) -> Demand {
    let rules = Rules::of_days_off();
    let calendar = Calendar::new(2026, &rules.days_off(2026));
    let reading = meter::read(&[(text.as_bytes(), None)], &rules, &mut |_| {}).unwrap();
    reading.demand(&calendar, &rules, &FLAT, &[]).unwrap()
}

fn view(lang: &str, files: &[&str]) -> View {
    let (want, lang) = (Want::Meter, lang.to_owned());
    let ask = Ask { want, firm: true, lang, year: 2026, season: FLAT, generation: Vec::new(), decided: Vec::new() };
    let files: Vec<&[u8]> = files.iter().map(|text| text.as_bytes()).collect();
    answer(&ask, &files, &mut |_| {})
}

fn all(view: &View) -> String {
    [view.facts.join("\n"), view.warnings.join("\n")].join("\n").replace('\u{a0}', " ")
}

#[test]
fn the_greatest_quarter_stands_beside_the_sum() {
    let calendar = Calendar::new(2026, &Rules::of_days_off().days_off(2026));
    let demand = demand(&quarters(365, "Energia kWh", 1.0, workshop));
    assert_eq!((demand.kwh.len(), demand.peak_kw.len()), (8760, 8760));
    for hour in (0..calendar.len()).filter(|&hour| !calendar.is_day_off(hour)) {
        let works = calendar.weekday(hour) < 5 && (7..15).contains(&calendar.hour_of_day(hour));
        // A working hour: 8, 8, 20 and 8 kW for a quarter each are 11 kWh.
        let (kwh, kw) = if works { (11.0, 20.0) } else { (2.0, 2.0) };
        assert!((demand.kwh[hour] - kwh).abs() < 1e-9 && (demand.peak_kw[hour] - kw).abs() < 1e-9, "hour {hour}");
    }
}

#[test]
fn units_of_energy_and_of_power_say_the_same() {
    let kwh = demand(&quarters(365, "Energia kWh", 1.0, workshop));
    // A quarter of mean power p holds p / 4 kWh, so a column of power has four to the kilowatt hour.
    for (heading, per_kwh) in
        [("Energia Wh", 1000.0), ("Energia MWh", 0.001), ("P+ [kW]", 4.0), ("Moc czynna pobrana", 4.0), ("kW", 4.0)]
    {
        let other =
            demand(&quarters(365, heading, per_kwh, |day, clock, quarter| workshop(day, clock, quarter) * 10.0));
        for hour in 0..8760 {
            let (energy, power) =
                (other.kwh[hour] / 10.0 - kwh.kwh[hour], other.peak_kw[hour] / 10.0 - kwh.peak_kw[hour]);
            // Four decimals of a megawatt hour are 0.1 kWh.
            assert!(energy.abs() < 0.02 && power.abs() < 0.02, "{heading}, hour {hour}: {energy}, {power}");
        }
    }
}

#[test]
fn large_firms_are_believed_and_larger_ones_are_not() {
    // 4,000 kW all year are 35 GWh: more than is computed. 2,000 kW are 17.5 GWh: 2,000,000 Wh an hour.
    let flat = |kw: f64| quarters(365, "Energia Wh", 1000.0, move |_, _, _| kw);
    assert_eq!(view("pl", &[&flat(2000.0)]).hourly, vec![2_000_000; 8760]);
    assert_eq!(view("pl", &[&flat(2000.0)]).peaks, vec![2_000_000; 8760]);
    let large = view("pl", &[&flat(4000.0)]);
    assert!(large.hourly.is_empty() && large.peaks.is_empty() && all(&large).contains("20 000 000 kWh"), "{large:?}");
}

#[test]
fn odd_days_keep_their_peaks() {
    // 30 March has no hour 2; on 26 October hour 2 comes twice: 1 kW, then 9 kW.
    let mut autumn_hours = 0;
    let text = quarters(365, "Energia kWh", 1.0, |day, clock, quarter| match (day.hours, clock) {
        (23, 1) if quarter == 3 => 6.0,
        (23, 3) if quarter == 0 => 10.0,
        _ => 2.0,
    });
    let first_of_second = "2025-10-26;2:00;";
    let text: String = text
        .lines()
        .map(|line| {
            autumn_hours += usize::from(line.starts_with(first_of_second));
            let again = line.starts_with("2025-10-26;2:") && autumn_hours == 2;
            if again { format!("{};2,25\n", line.rsplit_once(';').unwrap().0) } else { format!("{line}\n") }
        })
        .collect();
    assert_eq!(autumn_hours, 2);
    let demand = demand(&text);
    let calendar = Calendar::new(2026, &Rules::of_days_off().days_off(2026));
    // The Sundays of the change in 2026 are 29 March and 25 October; the measured days stand for them.
    let day = |month: i32, date: i32| {
        usize::try_from(day_number(2026, month, date).unwrap() - day_number(2026, 1, 1).unwrap())
    };
    let (march, october) = (day(3, 29).unwrap(), day(10, 25).unwrap());
    let at = |day: usize, clock: usize| {
        (0..calendar.len()).find(|&hour| calendar.day(hour) == day && calendar.hour_of_day(hour) == clock).unwrap()
    };
    assert!((demand.peak_kw[at(march, 1)] - 6.0).abs() < 1e-9 && (demand.peak_kw[at(march, 3)] - 10.0).abs() < 1e-9);
    // The mean of 2 and 9 kWh, and the greater power.
    assert!((demand.kwh[at(october, 2)] - 5.5).abs() < 1e-9 && (demand.peak_kw[at(october, 2)] - 9.0).abs() < 1e-9);
    let greatest = demand.greatest.unwrap();
    assert_eq!(
        (greatest.kw, LocalDay::new(greatest.day).date().to_string().as_str(), greatest.hour),
        (10.0, "2025-03-30", 3)
    );
}

#[test]
fn gaps_get_the_mean_of_the_peaks_around() {
    // Without Wednesday 11 June; a week before the quarters of 10:00 reach 20 kW, a week after 30 kW, of 2 kWh in all.
    let text =
        quarters(365, "Energia kWh", 1.0, |day, clock, quarter| match (day.date().to_string().as_str(), clock) {
            ("2025-06-04", 10) => {
                if quarter == 1 {
                    20.0
                } else {
                    0.0
                }
            }
            ("2025-06-18", 10) => {
                if quarter == 1 {
                    30.0
                } else {
                    0.0
                }
            }
            _ => 2.0,
        });
    let kept: String =
        text.lines().filter(|line| !line.starts_with("2025-06-11")).map(|line| format!("{line}\n")).collect();
    let demand = demand(&kept);
    let calendar = Calendar::new(2026, &Rules::of_days_off().days_off(2026));
    // 10 June 2026 is the Wednesday that 11 June 2025 stands for.
    let day = usize::try_from(day_number(2026, 6, 10).unwrap() - day_number(2026, 1, 1).unwrap()).unwrap();
    let hour = (0..8760).find(|&hour| calendar.day(hour) == day && calendar.hour_of_day(hour) == 10).unwrap();
    assert!((demand.peak_kw[hour] - 25.0).abs() < 1e-9 && (demand.kwh[hour] - 6.25).abs() < 1e-9);
    assert!(demand.peak_kw.iter().zip(&demand.kwh).all(|(peak, kwh)| peak >= kwh));
}

#[test]
fn a_firm_reads_of_power_and_days() {
    let text = quarters(365, "Energia kWh", 1.0, |day, clock, quarter| {
        let spike = day.date().to_string() == "2025-01-14" && (clock, quarter) == (9, 2);
        if spike { 48.2 } else { workshop(day, clock, quarter) }
    });
    let polish = view("pl", &[&text]);
    let said = all(&polish);
    // A working day: 8 × 11 + 16 × 2 = 120 kWh.
    assert!(said.contains("Największa moc 15-minutowa: 48,2 kW, 14 stycznia 2025, 9:00–10:00."), "{said}");
    assert!(said.contains("Średnio na dobę: 120 kWh w dni robocze"), "{said}");
    assert!(!said.contains("dom") && !said.contains("nie znamy"), "{said}");
    assert!(polish.warnings.is_empty(), "{said}");
    let english = all(&view("en", &[&text]));
    assert!(english.contains("Greatest 15-minute power: 48.2 kW, 14 January 2025, 9:00–10:00."), "{english}");
}

#[test]
fn whole_hours_leave_the_peaks_unknown() {
    let mut hours = "Data;Godzina;Energia kWh\n".to_owned();
    let first = day_number(2025, 1, 1).unwrap();
    for number in first..first + 365 {
        let day = LocalDay::new(number);
        (0..day.hours).for_each(|elapsed| writeln!(hours, "{};{}:00;3", day.date(), day.clock(elapsed)).unwrap());
    }
    let view_of_hours = view("pl", &[&hours]);
    assert!(view_of_hours.peaks.is_empty() && view_of_hours.hourly.len() == 8760);
    assert!(all(&view_of_hours).contains("mocy 15-minutowej nie znamy"), "{view_of_hours:?}");
    // One file of quarters among whole hours does not tell the peaks of the year.
    let january = quarters(31, "Energia kWh", 1.0, workshop);
    assert!(view("pl", &[&hours, &january]).peaks.is_empty());
    let halves: String = hours
        .lines()
        .flat_map(|line| match line.strip_suffix(":00;3") {
            Some(start) => vec![format!("{start}:00;1"), format!("{start}:30;2")],
            None => vec![line.to_owned()],
        })
        .fold(String::new(), |text, line| text + &line + "\n");
    let view_of_halves = view("pl", &[&halves]);
    // 2 kWh in half an hour are 4 kW.
    assert_eq!(view_of_halves.peaks, vec![4000; 8760]);
    assert!(all(&view_of_halves).contains("Największa moc 30-minutowa: 4,0 kW") && !view_of_halves.warnings.is_empty());
}

#[test]
fn a_plant_behind_the_meter_is_said_and_left() {
    let mut text = "Data;Godzina;Pobrana kWh;Oddana kWh\n".to_owned();
    let first = day_number(2025, 1, 1).unwrap();
    for number in first..first + 365 {
        let day = LocalDay::new(number);
        for elapsed in 0..day.hours {
            let clock = day.clock(elapsed);
            let (import, export) = if clock == 12 { (0.0, 3.0) } else { (1.5, 0.0) };
            for quarter in 0..4 {
                writeln!(text, "{};{clock}:{:02};{import};{export}", day.date(), quarter * 15).unwrap();
            }
        }
    }
    let view = view("pl", &[&text]);
    assert!(all(&view).contains("zużycie po odjęciu własnego prądu") && view.exports, "{view:?}");
    // 4 × 1.5 kWh in every hour but noon.
    assert_eq!((view.hourly[11], view.hourly[12], view.peaks[11], view.peaks[12]), (6000, 0, 6000, 0));
}
