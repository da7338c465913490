//! Capacity charge and bills of firms against reference cases computed by a separate program from the acts and tariffs.

use super::reference::{self, Table};
use autonomia::{
    calendar::Calendar,
    model::settlement::{
        PriceYear,
        capacity_charge::{Connection, capacity_charge},
        firm::{
            FirmBill, FirmExport, FirmMonth, FirmPrepared, FirmTariffYear,
            contract::{EnergyContract, EnergyPrice},
            line::FirmLine,
            sale::SaleTerms,
            settle_firm,
        },
    },
    rules::{
        Rules,
        firm::{
            FirmRules,
            capacity::{CapacityRule, ShapeClass},
            group::Voltage,
            tariff::{FirmContract, FirmTariff, OwnRates},
        },
        market::PriceIndex,
        scheme::NetBilling,
    },
    units::{Kw, Kwh, NetPln, NetPlnPerKwh, Series, VatRate},
};
use jiff::civil::date;
use serde_json::Value;

/// Cases agree to this much, relative to the larger of 1 and the expected figure.
const TOLERANCE: f64 = 1e-6;

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("no number: {value}"))
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

#[track_caller]
fn assert_close(actual: f64, expected: &Value, what: &str) {
    let expected = number(expected);
    assert!((actual - expected).abs() <= TOLERANCE * expected.abs().max(1.0), "{what}: {actual}, expected {expected}");
}

fn calendar() -> Calendar {
    Calendar::new(2026, &Rules::built_in().unwrap().days_off(2026))
}

fn connection(case: &Value) -> Connection {
    let voltage = if case["voltage"] == "LV" { Voltage::Low } else { Voltage::Medium };
    Connection { voltage, contracted: Kw(number(&case["contracted_kw"])) }
}

#[test]
fn capacity_charges() {
    let Some(file) = reference::json("bill_capacity_charge.json") else { return };
    let Some(series) = reference::table("bill_series.csv.gz") else { return };
    let rule = FirmRules::built_in().unwrap().capacity(date(2026, 7, 1)).unwrap();
    let rule = CapacityRule { rate: NetPlnPerKwh(number(&file["rate"])), ..rule };
    let rules = std::array::from_fn(|_| rule.clone());
    let cases = file["cases"].as_array().unwrap();
    for case in cases {
        let (id, expected) = (case["id"].as_str().unwrap(), &case["expected"]);
        let import = Series::from_raw(series.column(case["series"].as_str().unwrap()));
        let year = capacity_charge(&rules, connection(case), &import, &calendar());
        let sign = |class: Option<ShapeClass>| match class {
            None => '0',
            Some(ShapeClass::K1) => '1',
            Some(ShapeClass::K2) => '2',
            Some(ShapeClass::K3) => '3',
            Some(ShapeClass::K4) => '4',
        };
        let classes: String = year.days.iter().map(|day| sign(day.class)).collect();
        assert_eq!(classes, expected["classes"].as_str().unwrap(), "{id}");
        for (month, sums) in year.months.iter().enumerate() {
            assert_close(sums.charge.0, &expected["fee_net"][month], &format!("{id} month {month}"));
            assert_close(sums.selected.0, &expected["selected_kwh"][month], &format!("{id} month {month}"));
        }
        assert_close(year.charge().0, &expected["fee_net_year"], id);
        for (class, days) in ["1", "2", "3", "4"].iter().zip(year.days_by_class()) {
            assert_eq!(Some(days as u64), expected["days"][class].as_u64(), "{id} class {class}");
        }
    }
    println!("capacity charge: {} cases agree", cases.len());
    assert!(!cases.is_empty());
}

/// The tables with the rates and national charges of a case in the place of their own.
fn tariff(case: &Value, common: &Value) -> [FirmTariff; 12] {
    let rates = &case["rates"];
    let variable = rates["network_variable"].as_object().unwrap();
    let own = OwnRates {
        network_variable: variable.iter().map(|(zone, rate)| (zone.clone(), NetPlnPerKwh(number(rate)))).collect(),
        network_fixed_pln_per_kw: Some(number(&rates["network_fixed_per_kw"])),
        subscription: Some(NetPln(number(&rates["subscription"]))),
    };
    let (operator, group) = (case["operator"].as_str().unwrap(), case["group"].as_str().unwrap());
    let contract = FirmContract { operator, group, own };
    let firms = FirmRules::built_in().unwrap();
    let mut months = firms.tariff_year(&Rules::built_in().unwrap(), &contract, 2026).unwrap();
    for (month, quality) in months.iter_mut().zip(numbers(&common["quality"])) {
        month.quality = NetPlnPerKwh(quality);
        month.oze = NetPlnPerKwh(number(&common["oze"]));
        month.cogeneration = NetPlnPerKwh(number(&common["cogeneration"]));
        month.vat = VatRate(number(&common["vat"]));
        month.capacity.rate = NetPlnPerKwh(number(&common["capacity_firm"]));
        month.voltage = connection(case).voltage;
        // The cases know no charge for power above the contracted.
        month.excess_hours = 0;
    }
    months
}

fn energy(contract: &Value, series: &Table) -> EnergyContract {
    let price = match contract["type"].as_str().unwrap() {
        "flat" => EnergyPrice::Fixed(NetPlnPerKwh(number(&contract["price"]))),
        "zoned" => {
            let prices = contract["price"].as_object().unwrap();
            EnergyPrice::Zoned(prices.iter().map(|(zone, price)| (zone.clone(), NetPlnPerKwh(number(price)))).collect())
        }
        _ => EnergyPrice::Market {
            market_pln_per_mwh: series.column("rdn"),
            margin: NetPlnPerKwh(number(&contract["margin"])),
            passes_negative_prices: contract["floor_zero"] == false,
        },
    };
    let monthly_fee = NetPln(contract["monthly_fee"].as_f64().unwrap_or_default());
    EnergyContract { price, monthly_fee, excise_inside: true }
}

fn export(case: &Value, common: &Value, series: &Table, calendar: &Calendar) -> FirmExport {
    let prosumer = |index, prices| FirmExport::Prosumer {
        terms: NetBilling {
            index,
            deposit_factor: number(&common["deposit_factor"]),
            deposit_months: 12,
            refund_cap: number(&case["refund_cap"]),
        },
        prices,
    };
    match case["role"].as_str().unwrap() {
        "prosumer_rce" => prosumer(PriceIndex::Rce, PriceYear::hourly(&series.column("rce"))),
        "prosumer_rcem" => {
            let prices = numbers(&common["rcem"]).try_into().unwrap();
            prosumer(PriceIndex::Rcem, PriceYear::monthly(&prices, calendar))
        }
        "producer" => FirmExport::Producer {
            terms: SaleTerms {
                margin: NetPlnPerKwh(number(&case["sale"]["margin"])),
                holds_back_at_negative_prices: case["sale"]["curtail"] == true,
                export_limit: None,
            },
            market_pln_per_mwh: series.column("rce"),
        },
        _ => FirmExport::None,
    }
}

fn compare_month(id: &str, bill: &FirmMonth, zones: &FirmTariff, expected: &Value, at: usize) {
    let what = |name: &str| format!("{id} {name} month {at}");
    for line in FirmLine::ALL {
        let by_zone = match line {
            FirmLine::Energy => &bill.energy_by_zone,
            FirmLine::NetworkVariable => &bill.network_by_zone,
            FirmLine::Excise | FirmLine::ExcessPower => {
                assert_eq!(bill.lines[line].0, 0.0, "{}", what(line.id()));
                continue;
            }
            _ => {
                assert_close(bill.lines[line].0, &expected["net"][line.id()][at], &what(line.id()));
                continue;
            }
        };
        for (zone, amount) in zones.zones.iter().zip(by_zone) {
            assert_close(amount.0, &expected["net"][line.id()][&zone.id][at], &what(&zone.id));
        }
    }
    for (zone, kwh) in zones.zones.iter().zip(&bill.import_by_zone) {
        assert_close(kwh.0, &expected["kwh"]["import"][&zone.id][at % 12], &what(&zone.id));
    }
    assert_close(bill.export.0, &expected["kwh"]["export"][at % 12], &what("export"));
    assert_close(bill.total_net().0, &expected["total_net"][at], &what("total"));
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
            assert_close(actual, &account[name][at], &what(name));
        }
        assert_close(bill.total_gross().0, &expected["total_gross"][at], &what("gross"));
        assert_close(bill.due_gross().0, &expected["due_gross"][at], &what("due"));
    }
    if let Some(sale) = expected.get("sale") {
        assert_close(bill.sale.sold.0, &sale["sold_kwh"][at], &what("sold"));
        assert_close(bill.sale.held_back.0, &sale["curtailed_kwh"][at], &what("held back"));
        assert_close(bill.sale.revenue.0, &sale["revenue_net"][at], &what("revenue"));
    }
}

fn compare_year(id: &str, bill: &FirmBill, expected: &Value, year: usize) {
    let annual = &expected["annual"];
    assert_close(bill.total_net().0, &annual["total_net"][year], id);
    assert_close(bill.lines()[FirmLine::Capacity].0, &annual["net"]["capacity"][year], id);
    if expected.get("deposit").is_some() {
        assert_close(bill.total_gross().0, &annual["total_gross"][year], id);
        assert_close(bill.deposit().refunded.0, &annual["deposit"]["refunded"][year], id);
    }
    if expected.get("sale").is_some() {
        assert_close(bill.sale().revenue.0, &annual["sale"]["revenue_net"][year], id);
    }
}

#[test]
fn firm_bills() {
    let Some(file) = reference::json("bill_firm.json") else { return };
    let Some(series) = reference::table("bill_series.csv.gz") else { return };
    let (common, cases) = (&file["common"], file["cases"].as_array().unwrap());
    let calendar = calendar();
    let column = |name: &Value| -> Series<Kwh> {
        name.as_str().map_or_else(|| Series::zeros(calendar.len()), |name| Series::from_raw(series.column(name)))
    };
    for case in cases {
        let (id, expected) = (case["id"].as_str().unwrap(), &case["expected"]);
        let months = tariff(case, common);
        let prepared = FirmPrepared {
            tariff: FirmTariffYear::new(months.clone(), &calendar),
            contracted: connection(case).contracted,
            energy: energy(&case["contract"], &series),
            export: export(case, common, &series, &calendar),
        };
        assert!(prepared.energy.zones_without_price(&months[0]).is_empty(), "{id}");
        let settled = settle_firm(&prepared, &column(&case["import"]), &column(&case["export"]), None);
        let years = if case["months"] == 24 { 2 } else { 1 };
        for (year, bill) in [&settled.first, &settled.steady].into_iter().take(years).enumerate() {
            for (month, (bill, tariff)) in bill.months.iter().zip(&months).enumerate() {
                compare_month(id, bill, tariff, expected, 12 * year + month);
            }
            compare_year(id, bill, expected, year);
        }
    }
    println!("firm bills: {} cases agree", cases.len());
    assert!(!cases.is_empty());
}
