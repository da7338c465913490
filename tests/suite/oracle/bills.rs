//! Zones and household bills against reference cases computed by a separate program from the acts and tariffs.

use super::reference;
use autonomia::{
    calendar::Calendar,
    model::settlement::{Bill, PriceYear, Scheme, Settlement, TariffYear, line::Line, settle},
    rules::{
        Rules, Texts,
        market::PriceIndex,
        rate::Phases,
        scheme::{NetBilling, NetMetering},
        table::COMMON_COLUMNS,
        tariff::{Contract, Tariff},
    },
    units::{Kwh, Series},
};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::Offset,
};
use serde_json::Value;
use std::{collections::BTreeMap, fmt::Write as _};

/// Cases agree to this much, relative to the larger of 1 and the expected figure.
const TOLERANCE: f64 = 1e-6;

/// Rows of a reference CSV by column name.
fn table(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

#[track_caller]
fn assert_close(actual: f64, expected: f64, what: &str) {
    assert!((actual - expected).abs() <= TOLERANCE * expected.abs().max(1.0), "{what}: {actual}, expected {expected}");
}

/// The zone of a moment by the windows of the table.
fn zone_of<'a>(rules: &'a Rules, operator: &str, group: &str, clock: DateTime, days_off: &[Date]) -> Option<&'a str> {
    let month = usize::try_from(clock.month()).unwrap() - 1;
    let weekday = usize::try_from(clock.weekday().to_monday_zero_offset()).unwrap();
    let minute = u16::try_from(i32::from(clock.hour()) * 60 + i32::from(clock.minute())).unwrap();
    let day_off = days_off.contains(&clock.date());
    let mut found = rules.zones.iter().map(|row| &row.rule).filter(|window| {
        (window.operator == operator || window.operator == "*")
            && window.group == group
            && window.covers(month, weekday, day_off, minute)
    });
    let zone = found.next().map(|window| window.zone.as_str());
    assert!(found.next().is_none(), "{operator} {group} {clock}: two windows");
    zone
}

#[test]
fn zones_of_moments() {
    let rules = Rules::built_in().unwrap();
    let days_off = rules.days_off(2026);
    let mut compared = 0;
    let Some(text) = reference::text("bill_zones.csv") else { return };
    for row in table(&text) {
        let (operator, group) = (&row["operator"], &row["group"]);
        let local: DateTime = row["local"][..16].parse().unwrap();
        assert_eq!(days_off.contains(&local.date()), row["holiday"] == "1", "{local}");
        let found = zone_of(&rules, operator, group, local, &days_off);
        assert_eq!(found, Some(row["zone"].as_str()), "{operator} {group} {local}");
        if row["zone_winter_clock"] != "-" {
            let instant: Timestamp = format!("{}:00Z", row["utc"].trim_end_matches('Z')).parse().unwrap();
            let winter = Offset::constant(1).to_datetime(instant);
            let found = zone_of(&rules, operator, group, winter, &days_off);
            assert_eq!(found, Some(row["zone_winter_clock"].as_str()), "{operator} {group} {winter}");
        }
        compared += 1;
    }
    println!("zones: {compared} moments agree");
}

/// National charges of the cases as a table.
fn levies(common: &Value) -> String {
    let mut text = format!("id,band_to_kwh,band_to_included,unit,value,{}\n", COMMON_COLUMNS.join(","));
    let mut row = |id: &str, band: &str, unit: &str, value: f64, from: usize| {
        writeln!(text, "{id},{band},{unit},{value},2026-{from:02}-01,,judgement,2026-11-22,C,").unwrap();
    };
    row("oze", ",", "net_pln_per_kwh", common["oze"].as_f64().unwrap(), 1);
    row("cogeneration", ",", "net_pln_per_kwh", common["cogeneration"].as_f64().unwrap(), 1);
    for (month, quality) in numbers(&common["quality"]).into_iter().enumerate() {
        row("quality", ",", "net_pln_per_kwh", quality, month + 1);
    }
    for (band, monthly) in ["500,no", "1200,yes", "2800,yes", ","].iter().zip(numbers(&common["capacity_household"])) {
        row("capacity_household", band, "net_pln_per_month", monthly, 1);
    }
    text
}

/// The tables with the rates of a case in the place of their own.
fn rules_of_case(case: &Value, common: &Value) -> Rules {
    let (operator, group, rates) = (case["operator"].as_str().unwrap(), &case["group"], &case["rates"]);
    let group = group.as_str().unwrap();
    let mut text =
        format!("party,group,component,zone,phases,billing_months,prosumers,unit,value,{}\n", COMMON_COLUMNS.join(","));
    let mut row = |party: &str, component: &str, zone: &str, unit: &str, value: &Value| {
        let value = value.as_f64().unwrap();
        writeln!(text, "{party},{group},{component},{zone},,,,{unit},{value},2026-01-01,,judgement,2026-11-22,C,")
            .unwrap();
    };
    for (zone, price) in rates["sale_gross"].as_object().unwrap() {
        row("EON", "energy", zone, "gross_pln_per_kwh", price);
    }
    for (zone, price) in rates["network_variable"].as_object().unwrap() {
        row(operator, "network_variable", zone, "net_pln_per_kwh", price);
    }
    row("EON", "trade_fee", "", "gross_pln_per_month", &rates["trade_fee_gross"]);
    row(operator, "network_fixed", "", "net_pln_per_month", &rates["network_fixed"]);
    row(operator, "subscription", "", "net_pln_per_month", &rates["subscription"]);
    Rules::read(&Texts { rates: &text, levies: &levies(common), ..Texts::default() }).unwrap()
}

fn tariff_of_case(case: &Value, common: &Value) -> [Tariff; 12] {
    let (operator, group) = (case["operator"].as_str().unwrap(), case["group"].as_str().unwrap());
    let contract = Contract::monthly(operator, "EON", group, Phases::Three);
    rules_of_case(case, common).tariff_year(contract, 2026).unwrap()
}

fn compare_lines(id: &str, bill: &Bill, tariff: &[Tariff; 12], expected: &Value, from: usize) {
    for (month, (bill, tariff)) in bill.months.iter().zip(tariff).enumerate() {
        let at = from + month;
        for line in Line::ALL {
            for (kind, factor) in [("net", 1.0), ("gross", 1.23)] {
                let expected = &expected[kind][line.id()];
                let sum = match expected.as_object() {
                    Some(zones) => zones.values().map(|months| months[at].as_f64().unwrap()).sum(),
                    None => expected[at].as_f64().unwrap(),
                };
                assert_close(bill.lines[line].0 * factor, sum, &format!("{id} {kind} {} month {at}", line.id()));
            }
        }
        for (zone, kwh) in tariff.zones.iter().zip(&bill.import_by_zone) {
            let what = format!("{id} {} month {at}", zone.id);
            assert_close(kwh.0, expected["kwh"]["import"][&zone.id][month].as_f64().unwrap(), &what);
        }
        for (index, zone) in tariff.zones.iter().enumerate() {
            let what = format!("{id} {} month {at}", zone.id);
            let paid = bill.import_by_zone[index] - bill.settled_by_zone[index];
            assert_close((paid * zone.energy).0, expected["net"]["energy"][&zone.id][at].as_f64().unwrap(), &what);
            if let Some(account) = expected.get("net_metering") {
                assert_close(paid.0, account["paid"][&zone.id][at].as_f64().unwrap(), &what);
                let settled = account["settled"][&zone.id][at].as_f64().unwrap();
                assert_close(bill.settled_by_zone[index].0, settled, &what);
            }
        }
        if let Some(account) = expected.get("net_metering") {
            assert_close(bill.credit.stock.0, account["stock"][at].as_f64().unwrap(), &format!("{id} stock {at}"));
            assert_close(bill.credit.lapsed.0, account["expired"][at].as_f64().unwrap(), &format!("{id} expired {at}"));
        }
        let exported = expected["kwh"]["export"].as_object().unwrap().values();
        assert_close(bill.export.0, exported.map(|months| months[month].as_f64().unwrap()).sum(), id);
        assert_close(bill.total_net().0, expected["total_net"][at].as_f64().unwrap(), id);
        assert_close(bill.vat().0, expected["vat"][at].as_f64().unwrap(), id);
        assert_close(bill.total_gross().0, expected["total_gross"][at].as_f64().unwrap(), id);
        assert_close(bill.due_gross().0, expected["due_gross"][at].as_f64().unwrap(), id);
        if let Some(account) = expected.get("deposit") {
            let deposit = &bill.deposit;
            for (name, actual) in [
                ("export_value", deposit.export_value.0),
                ("credited", deposit.credited.0),
                ("used", deposit.used.0),
                ("expired", deposit.expired.0),
                ("refunded", deposit.refunded.0),
                ("forfeited", deposit.forfeited.0),
                ("balance", deposit.balance.0),
            ] {
                assert_close(actual, account[name][at].as_f64().unwrap(), &format!("{id} {name} month {at}"));
            }
        }
    }
}

fn compare_year(id: &str, bill: &Bill, expected: &Value, year: usize) {
    let annual = &expected["annual"];
    assert_close(bill.total_gross().0, annual["total_gross"][year].as_f64().unwrap(), id);
    assert_close(bill.total_net().0, annual["total_net"][year].as_f64().unwrap(), id);
    assert_close(bill.cost_after_refund().0, annual["cost_after_refund"][year].as_f64().unwrap(), id);
    let capacity = annual["gross"]["capacity"][year].as_f64().unwrap();
    assert_close(bill.line_gross(Line::Capacity).0, capacity, id);
}

#[test]
fn household_bills() {
    let Some(file) = reference::json("bill_household.json") else { return };
    let Some(text) = reference::text("bill_series.csv.gz") else { return };
    let (common, cases) = (&file["common"], file["cases"].as_array().unwrap());
    let hours = table(&text);
    let column = |name: &Value| match name.as_str() {
        Some(name) => hours.iter().map(|hour| hour[name].parse().unwrap()).collect(),
        None => vec![0.0; hours.len()],
    };
    let rules = Rules::built_in().unwrap();
    let calendar = Calendar::new(2026, &rules.days_off(2026));
    let rcem: [f64; 12] = numbers(&common["rcem"]).try_into().unwrap();
    let mut compared = 0;
    for case in cases {
        let id = case["id"].as_str().unwrap();
        let terms = |index| NetBilling {
            index,
            deposit_factor: common["deposit_factor"].as_f64().unwrap(),
            deposit_months: 12,
            refund_cap: case["refund_cap"].as_f64().unwrap(),
        };
        let scheme = match case["scheme"].as_str().unwrap() {
            "none" => Scheme::None,
            "net_billing_rce" => Scheme::NetBilling {
                terms: terms(PriceIndex::Rce),
                prices: PriceYear::hourly(&column(&Value::from("rce"))),
            },
            "net_billing_rcem" => {
                Scheme::NetBilling { terms: terms(PriceIndex::Rcem), prices: PriceYear::monthly(&rcem, &calendar) }
            }
            "net_metering" => {
                Scheme::NetMetering(NetMetering { ratio: case["ratio"].as_f64().unwrap(), credit_months: 12 })
            }
            other => panic!("{id}: unknown scheme {other}"),
        };
        let months = tariff_of_case(case, common);
        let (import, export) =
            (Series::<Kwh>::from_raw(column(&case["import"])), Series::<Kwh>::from_raw(column(&case["export"])));
        let prepared =
            autonomia::model::settlement::Prepared { tariff: TariffYear::new(months.clone(), &calendar), scheme };
        let Settlement { first, steady } = settle(&prepared, &import, &export);
        let expected = &case["expected"];
        compare_lines(id, &first, &months, expected, 0);
        compare_year(id, &first, expected, 0);
        if case["months"] == 24 {
            compare_lines(id, &steady, &months, expected, 12);
            compare_year(id, &steady, expected, 1);
        }
        compared += 1;
    }
    println!("household bills: {compared} cases agree");
}

#[test]
fn national_charges_are_those_of_the_cases() {
    if reference::is_elsewhere() {
        return;
    }
    let Some(file) = reference::json("bill_household.json") else { return };
    let common = &file["common"];
    let contract = Contract::monthly("PGE", "PGE_OBROT", "G11", Phases::Three);
    let months = Rules::built_in().unwrap().tariff_year(contract, 2026).unwrap();
    let quality = numbers(&common["quality"]);
    for (month, quality) in months.iter().zip(quality) {
        assert_close(month.quality.0, quality, "quality");
        assert_close(month.oze.0, common["oze"].as_f64().unwrap(), "oze");
        assert_close(month.cogeneration.0, common["cogeneration"].as_f64().unwrap(), "cogeneration");
        assert_close(month.vat.0, common["vat"].as_f64().unwrap(), "vat");
        let bands: Vec<f64> = month.capacity.iter().map(|band| band.monthly.0).collect();
        assert_eq!(bands, numbers(&common["capacity_household"]));
    }
}
