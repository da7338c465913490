//! Files of every format, with invented numbers, around both changes of the clock in 2025.
//!
//! The fixtures hold 29 to 31 March and 25 to 27 October 2025. Each hour has a number of its own, so that an hour in the
//! wrong place shows: see `invented`.

use super::{
    Flow, Format, Refusal,
    hours::Line,
    layout::{Mark, Want},
    meter::{self, Read, read_file},
    prices,
};
use crate::{calendar::Calendar, rules::Rules};
use proptest::prelude::*;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../../tests/fixtures/", $name))
    };
}

/// Every fixture of a meter.
const METERS: [&[u8]; 11] = [
    fixture!("tauron.csv"),
    fixture!("tauron_zone_cp1250.csv"),
    fixture!("tauron_status.csv"),
    fixture!("tauron_active_energy.csv"),
    fixture!("tauron_excel_serials.csv"),
    fixture!("enea.csv"),
    fixture!("enea_nul.csv"),
    fixture!("energa.json"),
    fixture!("cooperative.csv"),
    fixture!("wide_25.csv"),
    fixture!("quarters.csv"),
];

/// 2025-03-28T23:00Z and 2025-10-24T22:00Z, the first hours of the two parts, and their lengths: 24 + 23 + 24 and
/// 24 + 25 + 24 hours.
const SPRING: (i64, i64) = (484_223, 71);
const AUTUMN: (i64, i64) = (489_262, 73);
/// Second 2:00 of the clock on 26 October 2025, 2025-10-26T01:00Z.
const DOUBLED: i64 = AUTUMN.0 + 27;

/// The number of an hour in the fixtures, kWh: the rule by which they were written.
fn invented(hour: i64, salt: i64) -> f64 {
    f64::from(i32::try_from((hour * 37 + salt * 11) % 89 + 5).unwrap()) / 100.0
}

fn hours() -> impl Iterator<Item = i64> {
    (SPRING.0..SPRING.0 + SPRING.1).chain(AUTUMN.0..AUTUMN.0 + AUTUMN.1)
}

fn read(bytes: &[u8], want: Want) -> Read {
    read_file(bytes, want, None, &mut |_| {}).unwrap()
}

/// Checks every hour of a line against the rule of the fixtures.
fn assert_hours(name: &str, line: &Line, wanted: impl Iterator<Item = i64>, value: impl Fn(i64) -> f64) {
    let wanted: Vec<i64> = wanted.collect();
    assert_eq!(line.present(), wanted.len(), "{name}");
    for hour in wanted {
        let (read, meant) = (line.at(hour), value(hour));
        assert!((read - meant).abs() < 1e-3, "{name}: hour {hour} is {read}, not {meant}");
    }
}

fn import_is_right(name: &str, read: &Read, flow: Flow) {
    assert_hours(name, &read.lines[flow.index()], hours(), |hour| invented(hour, 0));
    let count = &read.report.count;
    assert_eq!(count.rejected, 0, "{name}: {:?}", count.named);
    assert_eq!(count.lines, count.read + count.left_out + count.heading + count.blank, "{name}");
    assert_eq!(read.report.made.no_such_hour, 0, "{name}");
}

#[test]
fn tauron_numbers_the_autumn_hours_up_to_25() {
    let read = read(METERS[0], Want::Meter);
    import_is_right("tauron", &read, Flow::Import);
    assert_hours("export", &read.lines[1], hours(), |hour| invented(hour, 1) / 10.0);
    assert_eq!(read.report.format, Format::Tauron);
    assert_eq!(read.report.made.mark, Mark::End);
    assert_eq!(read.report.made.odd_days.len(), 2);
}

#[test]
fn tauron_in_windows_1250_that_lost_the_doubled_hour() {
    let read = read(METERS[1], Want::Meter);
    assert_hours("cp1250", &read.lines[0], hours().filter(|&hour| hour != DOUBLED), |hour| invented(hour, 0));
    assert_eq!((read.report.format, read.report.count.rejected), (Format::Tauron, 0));
}

#[test]
fn tauron_with_status_and_balance() {
    let read = read(METERS[2], Want::Meter);
    import_is_right("status", &read, Flow::ImportBalanced);
    assert_hours("raw", &read.lines[0], hours(), |hour| invented(hour, 2) * 1.1);
    // One hour on each of three days in October, four kinds each.
    assert_eq!(read.report.estimated, 12);
    let reading = meter::read(&[(METERS[2], None)], &Rules::of_days_off(), &mut |_| {}).unwrap();
    let raw_kwh: f64 = hours().map(|hour| (invented(hour, 2) * 1100.0).round() / 1000.0).sum();
    let (import, export) = reading.balanced.flatten().unwrap();
    assert!((import - raw_kwh).abs() < 0.1 && export > 0.0, "{import} {raw_kwh}");
    let sum: f64 = reading.months.iter().map(|month| month.import_kwh).sum();
    assert!((sum - hours().map(|hour| invented(hour, 0)).sum::<f64>()).abs() < 1e-6);
    let months: Vec<_> = reading.months.iter().map(|month| (month.year, month.month, month.hours)).collect();
    assert_eq!(months, [(2025, 3, 71), (2025, 10, 73)]);
}

#[test]
fn tauron_active_energy_leaves_reactive_energy_out() {
    let read = read(METERS[3], Want::Meter);
    import_is_right("active", &read, Flow::Import);
    assert_eq!(read.report.count.left_out, 144);
}

#[test]
fn excel_day_numbers_are_dates() {
    import_is_right("serials", &read(METERS[4], Want::Meter), Flow::Import);
}

#[test]
fn enea_names_the_last_minute_of_the_hour() {
    let read = read(METERS[5], Want::Meter);
    import_is_right("enea", &read, Flow::ImportBalanced);
    assert_hours("fed in", &read.lines[Flow::ExportBalanced.index()], hours(), |hour| invented(hour, 1) / 10.0);
    assert_eq!((read.report.format, read.report.made.mark), (Format::Enea, Mark::End));
}

#[test]
fn enea_with_nul_bytes_and_starting_hours() {
    let read = read(METERS[6], Want::Meter);
    let spring = SPRING.0..SPRING.0 + SPRING.1;
    assert_hours("nul", &read.lines[Flow::ImportBalanced.index()], spring, |hour| invented(hour, 0));
    assert_eq!(read.report.made.mark, Mark::Start);
}

#[test]
fn energa_counts_in_utc() {
    let read = read(METERS[7], Want::Meter);
    import_is_right("energa", &read, Flow::Import);
    assert_eq!(read.report.format, Format::Energa);
}

#[test]
fn a_row_a_day_with_flags() {
    let read = read(METERS[8], Want::Meter);
    import_is_right("cooperative", &read, Flow::Import);
    assert_eq!(read.report.format, Format::Cooperative);
}

#[test]
fn a_row_a_day_with_a_column_for_the_doubled_hour() {
    let read = read(METERS[9], Want::Meter);
    import_is_right("wide", &read, Flow::Import);
    assert_eq!(read.report.format, Format::Wide);
}

#[test]
fn quarters_with_date_and_hour_apart() {
    let read = read(METERS[10], Want::Meter);
    import_is_right("quarters", &read, Flow::Import);
    assert_eq!(read.report.made.step_min, 15);
}

#[test]
fn a_plain_table_in_utc() {
    let read = read(fixture!("long_utc.csv"), Want::Meter);
    import_is_right("utc", &read, Flow::Import);
    assert_hours("export", &read.lines[1], hours(), |hour| invented(hour, 1) / 10.0);
}

#[test]
fn prices_of_pse_in_every_shape() {
    for (name, bytes, quarters) in [
        ("quarters", &fixture!("pse_quarters.csv")[..], true),
        ("interface", fixture!("pse_api.json"), true),
        ("hours", fixture!("pse_hours.csv"), false),
    ] {
        let read = read(bytes, Want::Prices);
        // The four quarters of a fixture's hour rise by 4 zł each: their mean is 6 zł above the first.
        let price = |hour| invented(hour, 3) * 1000.0 - 300.0 + if quarters { 6.0 } else { 0.0 };
        assert_hours(name, &read.lines[Flow::Price.index()], hours(), price);
        assert!(read.lines[Flow::Price.index()].values.iter().any(|price| *price < 0.0), "negative prices are kept");
        assert_eq!(read.report.format, Format::Pse);
    }
}

#[test]
fn a_change_of_the_clock_in_a_file_sorted_backwards() {
    let text = std::str::from_utf8(METERS[3]).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    lines[1..].reverse();
    import_is_right("backwards", &read(lines.join("\n").as_bytes(), Want::Meter), Flow::Import);
}

#[test]
fn what_cannot_be_read_is_said() {
    let rules = Rules::of_days_off();
    let refused = |bytes: &[u8]| meter::read(&[(bytes, None)], &rules, &mut |_| {}).unwrap_err();
    assert_eq!(refused(b" \n"), Refusal::Empty);
    assert_eq!(refused(b"%PDF-1.7"), Refusal::NotText);
    assert!(matches!(refused(b"Faktura\nnumer;kwota\n1;2\n"), Refusal::NoRows(_)));
    let bad = "Data; Wartość kWh;Rodzaj;\n2025-01-01 1:00;0,5;pobór;\n2025-01-01 2:00;abc;pobór;\n\n2025-01-01 3:00;-1;pobór;\n\
               2025-01-01 4:00;1;inne;\nrazem;;;\n2025-01-01 26:00;1;pobór;\n2025-01-01 5:00;;pobór;\n";
    let count = read(bad.as_bytes(), Want::Meter).report.count;
    assert_eq!((count.lines, count.read, count.blank, count.heading, count.rejected), (9, 1, 1, 1, 6));
    let lines: Vec<u32> = count.named.iter().map(|row| row.line).collect();
    assert_eq!(lines, [3, 5, 6, 7, 8, 9]);
}

/// Any bytes, and fixtures with bytes changed, cut off and lines in another order.
fn mangled() -> impl Strategy<Value = Vec<u8>> {
    let prices: [&[u8]; 4] =
        [fixture!("pse_quarters.csv"), fixture!("pse_api.json"), fixture!("pse_hours.csv"), fixture!("long_utc.csv")];
    let fixtures: Vec<&[u8]> = METERS.into_iter().chain(prices).collect();
    let mutated = (
        prop::sample::select(fixtures),
        prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..40),
        any::<prop::sample::Index>(),
        any::<bool>(),
        any::<u64>(),
    )
        .prop_map(|(bytes, changes, end, whole, turn)| {
            let mut bytes = bytes.to_vec();
            for (place, byte) in changes {
                let place = place.index(bytes.len());
                bytes[place] = byte;
            }
            if !whole {
                bytes.truncate(end.index(bytes.len()));
            }
            if turn % 3 == 0 {
                let mut lines: Vec<Vec<u8>> =
                    bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
                let by = usize::try_from(turn % 97).unwrap() % lines.len().max(1);
                lines.rotate_left(by);
                bytes = lines.concat();
            }
            bytes
        });
    prop_oneof![prop::collection::vec(any::<u8>(), 0..400), mutated]
}

/// Each row once looked through all rows of its day: 300,000 of them took minutes.
#[test]
fn a_day_that_repeats_without_end_takes_no_longer() {
    let row = |minute: u32| format!("26.10.2025 {}:{:02};0,5\n", minute / 60, minute % 60);
    let text = format!("Data;kWh\n{}{}", row(60).repeat(150_000), row(150).repeat(150_000));
    let read = read(text.as_bytes(), Want::Meter);
    assert_eq!((read.report.count.read, read.report.made.repeated), (300_000, 299_997));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_break_it_and_no_line_is_lost(bytes in mangled()) {
        for want in [Want::Meter, Want::Prices] {
            let count = match read_file(&bytes, want, None, &mut |_| {}) {
                Ok(read) => {
                    for line in &read.lines {
                        prop_assert!(line.values.iter().all(|value| !value.is_infinite()));
                    }
                    read.report.count
                }
                Err(_) => continue,
            };
            prop_assert_eq!(count.lines, count.read + count.left_out + count.heading + count.blank + count.rejected);
            prop_assert_eq!(count.named.len(), count.rejected.min(super::NAMED));
        }
    }

    #[test]
    fn no_bytes_break_the_whole_way(first in mangled(), second in mangled()) {
        let rules = Rules::of_days_off();
        let calendar = Calendar::new(2026, &rules.days_off(2026));
        let files = [(first.as_slice(), None), (second.as_slice(), None)];
        let plant = vec![0.5; calendar.len()];
        let demand = meter::read(&files, &rules, &mut |_| {})
            .and_then(|reading| reading.demand(&calendar, &rules, &[0.0; 12], &plant));
        if let Ok(demand) = demand {
            prop_assert!(demand.kwh.iter().all(|kwh| kwh.is_finite() && *kwh >= 0.0));
        }
        if let Ok(prices) = prices::read(&files, &rules, &calendar, &mut |_| {}) {
            prop_assert!(prices.pln_mwh.iter().all(|price| price.is_finite()));
        }
    }
}
