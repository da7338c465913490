//! Bills with hand-worked arithmetic, and what must hold for any bill.

use autonomia::{
    calendar::Calendar,
    model::settlement::{
        Prepared, PriceYear, Scheme, Settlement, TariffYear, consumption_for_bill, line::Line, settle,
    },
    rules::{
        Rules,
        market::PriceIndex,
        rate::Phases,
        tariff::{Contract, Tariff},
    },
    units::{GrossPln, Kwh, Series},
};
use jiff::civil::date;
use std::sync::LazyLock;

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::built_in().unwrap());
static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::new(2026, &RULES.days_off(2026)));

fn contract<'a>(operator: &'a str, seller: &'a str, group: &'a str) -> Contract<'a> {
    Contract::monthly(operator, seller, group, Phases::Three)
}

fn prepared(operator: &str, seller: &str, group: &str, scheme: Scheme) -> Prepared {
    let months = RULES.tariff_year(contract(operator, seller, group), 2026).unwrap();
    Prepared { tariff: TariffYear::new(months, &CALENDAR), scheme }
}

fn net_billing() -> Scheme {
    let today = date(2026, 11, 22);
    let terms = RULES.net_billing(PriceIndex::Rce, today).unwrap();
    Scheme::NetBilling { terms, prices: PriceYear::market(&RULES.rce(today).unwrap(), 0.0, &[], &CALENDAR) }
}

/// One figure for every hour that `at` picks, zero elsewhere.
fn hours(kwh: f64, at: impl Fn(usize) -> bool) -> Series<Kwh> {
    Series::from_raw((0..CALENDAR.len()).map(|hour| if at(hour) { kwh } else { 0.0 }).collect())
}

#[track_caller]
fn assert_pln(actual: f64, expected: f64) {
    assert!((actual - expected).abs() < 5e-7, "{actual}, expected {expected}");
}

#[test]
fn a_year_of_g11_from_pge() {
    // 0.25 kWh in every hour: 8,760 x 0.25 = 2,190 kWh, of which January 744 x 0.25 = 186 kWh. PGE G11 2026, 3 phases.
    let bill =
        settle(&prepared("PGE", "PGE_OBROT", "G11", Scheme::None), &hours(0.25, |_| true), &hours(0.0, |_| false))
            .first;
    assert_pln(bill.import().0, 2190.0);
    // Energy 0.6189 gross: 2,190 x 0.6189 = 1,355.391 gross.
    assert_pln(bill.line_gross(Line::Energy).0, 1_355.391);
    // Network 2,190 x 0.3469 = 759.711.
    assert_pln(bill.lines()[Line::NetworkVariable].0, 759.711);
    // Quality 186 x 0.0331 + 2,004 x 0.0332 = 6.1566 + 66.5328 = 72.6894.
    assert_pln(bill.lines()[Line::Quality].0, 72.6894);
    // OZE 2,190 x 0.0073 = 15.987; cogeneration 2,190 x 0.0030 = 6.57.
    assert_pln(bill.lines()[Line::Oze].0, 15.987);
    assert_pln(bill.lines()[Line::Cogeneration].0, 6.57);
    // Twelve months of 9.98 fixed, 4.50 subscription and 17.18 capacity (1,200 to 2,800 kWh): 119.76, 54, 206.16.
    assert_pln(bill.lines()[Line::NetworkFixed].0, 119.76);
    assert_pln(bill.lines()[Line::Subscription].0, 54.0);
    assert_pln(bill.lines()[Line::Capacity].0, 206.16);
    // Net without energy 1,234.8774, x 1.23 = 1,518.899202; with energy 2,874.290202 zl.
    assert_pln(bill.total_gross().0, 2_874.290_202);
}

#[test]
fn a_month_of_g12w_from_pge() {
    // November 2026 has 30 days: 4 Saturdays and 5 Sundays are free, 11 November is a Wednesday, 1 November a Sunday.
    // So 20 working days with 14 day hours each (6-13 and 15-22): 280 day hours, 720 - 280 = 440 night hours, 1 kWh each.
    let november = |hour: usize| CALENDAR.month(hour) == 10;
    let prepared = prepared("PGE", "PGE_OBROT", "G12w", Scheme::None);
    let bill = settle(&prepared, &hours(1.0, november), &hours(0.0, |_| false)).first.months[10];
    assert_pln(bill.import_by_zone[0].0, 280.0);
    assert_pln(bill.import_by_zone[1].0, 440.0);
    // Energy (280 x 0.7221 + 440 x 0.5271) / 1.23 = (202.188 + 231.924) / 1.23 = 352.936585365854.
    assert_pln(bill.lines[Line::Energy].0, 434.112 / 1.23);
    // Network 280 x 0.4276 + 440 x 0.0845 = 119.728 + 37.18 = 156.908.
    assert_pln(bill.lines[Line::NetworkVariable].0, 156.908);
    // 720 kWh x (0.0332 + 0.0073 + 0.0030) = 31.32; fixed 14.98 + 4.50 + 10.31 (500 to 1,200 kWh a year) = 29.79.
    // Total (156.908 + 31.32 + 29.79) x 1.23 + 434.112 = 218.018 x 1.23 + 434.112 = 268.16214 + 434.112 = 702.27414.
    assert_pln(bill.total_gross().0, 702.274_14);
}

#[test]
fn what_one_more_kwh_costs() {
    // Sale + network + 0.0332 + 0.0073 + 0.0030, all with VAT: table of all-in prices for 2026 computed beforehand.
    for (operator, seller, group, expected) in [
        ("PGE", "PGE_OBROT", "G11", &[1.099][..]),
        ("PGE", "PGE_OBROT", "G12", &[1.249, 0.611]),
        ("PGE", "PGE_OBROT", "G12w", &[1.302, 0.685]),
        ("PGE", "PGE_OBROT", "G12n", &[1.164, 0.583]),
        ("TAURON", "TAURON_SPRZEDAZ", "G11", &[0.974]),
        ("TAURON", "TAURON_SPRZEDAZ", "G12", &[1.077, 0.636]),
        ("TAURON", "TAURON_SPRZEDAZ", "G12w", &[1.230, 0.631]),
        ("TAURON", "TAURON_SPRZEDAZ", "G13", &[0.905, 1.496, 0.626]),
        ("ENERGA", "ENERGA_OBROT", "G11", &[1.099]),
        ("ENERGA", "ENERGA_OBROT", "G12", &[1.245, 0.623]),
        ("ENERGA", "ENERGA_OBROT", "G12r", &[1.327, 0.539]),
        ("ENEA", "ENEA_SA", "G11", &[0.974]),
        ("ENEA", "ENEA_SA", "G12w", &[1.194, 0.586]),
    ] {
        let tariff = RULES.tariff(contract(operator, seller, group), date(2026, 6, 1)).unwrap();
        let prices: Vec<f64> = tariff.zones.iter().map(|zone| tariff.all_in(zone).0).collect();
        assert_eq!(prices.len(), expected.len());
        for (price, expected) in prices.iter().zip(expected) {
            assert!((price - expected).abs() < 0.001, "{operator} {group}: {price}, expected {expected}");
        }
    }
}

#[test]
fn what_one_more_kwh_costs_where_a_group_is_known_in_part() {
    // The same table of all-in prices, for groups that lack fixed charges or hours: (sale gross) + 1.23 x (network +
    // 0.0332 + 0.0073 + 0.0030), straight from the rows.
    for (operator, seller, group, expected) in [
        ("ENERGA", "ENERGA_OBROT", "G12w", &[("day", 1.299), ("night", 0.649)][..]),
        ("ENEA", "ENEA_SA", "G12", &[("day", 1.112), ("night", 0.586)]),
        ("STOEN", "EON", "G11", &[("all", 0.963)]),
        ("STOEN", "EON", "G12", &[("day", 1.030), ("night", 0.650)]),
        ("STOEN", "EON", "G12w", &[("day", 1.021), ("night", 0.733)]),
    ] {
        for (zone, expected) in expected {
            let price = |party: &str| {
                let rates = RULES.rates.iter().map(|row| &row.rule);
                rates
                    .filter(|rate| rate.party == party && rate.group == group && rate.zone == *zone)
                    .map(|r| r.value)
                    .sum::<f64>()
            };
            let all_in = price(seller) + 1.23 * (price(operator) + 0.0332 + 0.0073 + 0.0030);
            assert!((all_in - expected).abs() < 0.001, "{operator} {group} {zone}: {all_in}, expected {expected}");
        }
    }
}

#[test]
fn capacity_bands_end_where_the_tariff_says() {
    let tariff: Tariff = RULES.tariff(contract("PGE", "PGE_OBROT", "G11"), date(2026, 6, 1)).unwrap();
    // Below 500, 500 to 1,200, above 1,200 to 2,800, above 2,800 kWh a year.
    for (kwh, expected) in [
        (0.0, 4.29),
        (499.999, 4.29),
        (500.0, 10.31),
        (1200.0, 10.31),
        (1200.001, 17.18),
        (2800.0, 17.18),
        (2800.001, 24.05),
        (1e6, 24.05),
    ] {
        assert_pln(tariff.capacity_charge(Kwh(kwh)).0, expected);
    }
}

#[test]
fn a_deposit_of_net_billing() {
    // 10 kWh exported on every July hour 12: 23 working days at 223 and 8 free days at 13 zl/MWh (mean RCE by kind of
    // day), 23 x 10 x 0.223 + 8 x 10 x 0.013 = 51.29 + 1.04 = 52.33 zl, credited in August times 1.23: 64.3659 zl.
    let at = |hour: usize| CALENDAR.month(hour) == 6 && CALENDAR.hour_of_day(hour) == 12;
    let prepared = prepared("PGE", "PGE_OBROT", "G11", net_billing());
    let bill = settle(&prepared, &hours(0.1, |_| true), &hours(10.0, at)).first;
    assert_pln(bill.months[6].deposit.export_value.0, 52.33);
    assert_pln(bill.months[7].deposit.credited.0, 64.3659);
    // August takes 744 x 0.1 = 74.4 kWh, whose energy costs 74.4 x 0.6189 = 46.04616 zl: the deposit pays it all.
    assert_pln(bill.months[7].deposit.used.0, 46.046_16);
    assert_pln(bill.months[7].deposit.balance.0, 18.319_74);
    // September: 72 kWh x 0.6189 = 44.5608 zl, 18.31974 of it from the deposit.
    assert_pln(bill.months[8].deposit.used.0, 18.319_74);
    assert_pln(bill.months[8].deposit.balance.0, 0.0);
}

#[test]
fn negative_prices_count_as_zero() {
    // April, hour 12 of free days: the mean price is -260 zl/MWh.
    let at = |hour: usize| CALENDAR.month(hour) == 3 && CALENDAR.hour_of_day(hour) == 12 && CALENDAR.is_free(hour);
    let prepared = prepared("PGE", "PGE_OBROT", "G11", net_billing());
    let bill = settle(&prepared, &hours(0.1, |_| true), &hours(10.0, at)).first;
    assert_pln(bill.deposit().export_value.0, 0.0);
}

#[test]
fn consumption_is_found_from_the_bill() {
    let prepared = prepared("TAURON", "TAURON_SPRZEDAZ", "G12", Scheme::None);
    let shape = hours(1.0, |hour| CALENDAR.hour_of_day(hour) > 5);
    for kwh in [100.0, 499.0, 700.0, 2400.0, 2801.0, 12_345.0] {
        let year = shape.scaled(kwh / shape.total().0);
        let bill = settle(&prepared, &year, &hours(0.0, |_| false)).first.total_gross();
        let found = consumption_for_bill(&prepared.tariff, &shape, bill / 12.0).unwrap();
        assert!(found.approx_eq(Kwh(kwh), 1e-6 * kwh), "{found:?}, expected {kwh}");
    }
    // Without use: 12 x (10.86 + 4.56 + 4.29) x 1.23 / 12 = 24.2433 zl a month; less cannot be a bill.
    assert!(consumption_for_bill(&prepared.tariff, &shape, GrossPln(24.24)).is_err());
    assert!(consumption_for_bill(&prepared.tariff, &shape, GrossPln(24.25)).is_ok());
    assert!(consumption_for_bill(&prepared.tariff, &shape, GrossPln(f64::NAN)).is_err());
    assert!(consumption_for_bill(&prepared.tariff, &hours(0.0, |_| false), GrossPln(200.0)).is_ok());
}

#[test]
fn an_amount_inside_a_capacity_step_gives_the_step() {
    // At 2,800 kWh the capacity charge rises by (24.05 - 17.18) x 1.23 = 8.4501 zl a month.
    let prepared = prepared("PGE", "PGE_OBROT", "G11", Scheme::None);
    let shape = hours(1.0, |_| true);
    let year = shape.scaled(2799.9 / shape.total().0);
    let bill = settle(&prepared, &year, &hours(0.0, |_| false)).first.total_gross();
    let found = consumption_for_bill(&prepared.tariff, &shape, bill / 12.0 + GrossPln(4.0)).unwrap();
    assert!(found.approx_eq(Kwh(2800.0), 1e-6), "{found:?}");
}

#[test]
fn a_month_of_g13_from_tauron() {
    // January 2026 has 31 days: 5 Saturdays and 4 Sundays, 1 January a Thursday and 6 January a Tuesday off, so 20 working
    // days. 1 kWh in every hour: morning peak 7-13 takes 120, afternoon peak 16-21 takes 100, the rest 744 - 220 = 524.
    let january = |hour: usize| CALENDAR.month(hour) == 0;
    let prepared = prepared("TAURON", "TAURON_SPRZEDAZ", "G13", Scheme::None);
    let bill = settle(&prepared, &hours(1.0, january), &hours(0.0, |_| false)).first.months[0];
    let kwh: Vec<f64> = bill.import_by_zone[..3].iter().map(|kwh| kwh.0).collect();
    assert_eq!(kwh, [120.0, 100.0, 524.0]);
    // Sale prices TAURON Sprzedaz 2026, gross: 120 x 0.5803 + 100 x 0.9631 + 524 x 0.5240 = 69.636 + 96.31 + 274.576.
    assert_pln(bill.lines[Line::Energy].with_vat(bill.vat_rate).0, 440.522);
    // Tariff TAURON Dystrybucja 2026: 120 x 0.2203 + 100 x 0.3898 + 524 x 0.0392 = 26.436 + 38.98 + 20.5408.
    assert_pln(bill.lines[Line::NetworkVariable].0, 85.9568);
    // URE, January: 744 x 0.0331 quality = 24.6264; OZE 744 x 0.0073 = 5.4312; cogeneration 744 x 0.0030 = 2.232.
    assert_pln(bill.lines[Line::Quality].0, 24.6264);
    assert_pln(bill.lines[Line::Oze].0, 5.4312);
    assert_pln(bill.lines[Line::Cogeneration].0, 2.232);
    // Three phases 10.86, subscription 4.56, capacity 10.31 (744 kWh a year: 500 to 1,200).
    assert_pln(bill.lines[Line::NetworkFixed].0, 10.86);
    assert_pln(bill.lines[Line::Subscription].0, 4.56);
    assert_pln(bill.lines[Line::Capacity].0, 10.31);
    // (85.9568 + 32.2896 + 25.73) x 1.23 + 440.522 = 177.090972 + 440.522.
    assert_pln(bill.total_gross().0, 617.612_972);
}

#[test]
fn a_year_of_net_metering_on_g11_from_tauron() {
    // 1 kWh bought in each of the hours 20 to 23: 4 kWh a day, 1,460 a year, 124 of them in January. 10 kWh a day fed in
    // at 11 and 12 in June: 300 kWh, of which a plant of up to 10 kW takes back 0.8 (RES act, art. 4 ust. 1): 240 kWh.
    let evening = hours(1.0, |hour| CALENDAR.hour_of_day(hour) >= 20);
    let june = hours(5.0, |hour| CALENDAR.month(hour) == 5 && [11, 12].contains(&CALENDAR.hour_of_day(hour)));
    let terms = RULES.net_metering(date(2026, 6, 1)).unwrap();
    let prepared = prepared("TAURON", "TAURON_SPRZEDAZ", "G11", Scheme::NetMetering(terms.small));
    let Settlement { first, steady } = settle(&prepared, &evening, &june);
    assert_pln(first.import().0, 1460.0);
    // June uses 120 of the 240, July with 124 kWh the other 120 and pays for 4.
    let account: Vec<[f64; 3]> = first.months[4..8]
        .iter()
        .map(|month| {
            [month.credit.born.0, month.credit.settled.0, month.credit.stock.0].map(|kwh| (kwh * 1e9).round() / 1e9)
        })
        .collect();
    assert_eq!(account, [[0.0; 3], [240.0, 120.0, 120.0], [0.0, 120.0, 0.0], [0.0; 3]]);
    // Paid: 1,460 - 240 = 1,220 kWh. Energy 1,220 x 0.6175 = 753.35 gross (TAURON Sprzedaz 2026).
    assert_pln(first.line_gross(Line::Energy).0, 753.35);
    // TAURON Dystrybucja 2026: 1,220 x 0.2464 = 300.608.
    let lines = first.lines();
    assert_pln(lines[Line::NetworkVariable].0, 300.608);
    // URE: January 124 x 0.0331 = 4.1044, then 1,096 x 0.0332 = 36.3872.
    assert_pln(lines[Line::Quality].0, 40.4916);
    // 1,220 x 0.0073 = 8.906; 1,220 x 0.0030 = 3.66.
    assert_pln(lines[Line::Oze].0, 8.906);
    assert_pln(lines[Line::Cogeneration].0, 3.66);
    // Fixed charges stay: 12 x 10.86, 12 x 4.56; capacity by the intake of 1,460 kWh before settling: 12 x 17.18.
    assert_pln(lines[Line::NetworkFixed].0, 130.32);
    assert_pln(lines[Line::Subscription].0, 54.72);
    assert_pln(lines[Line::Capacity].0, 206.16);
    // (300.608 + 40.4916 + 8.906 + 3.66 + 130.32 + 54.72 + 206.16) x 1.23 + 753.35 = 916.184688 + 753.35.
    assert_pln(first.total_gross().0, 1_669.534_688);
    assert_pln(steady.cost_after_refund().0, 1_669.534_688);
}
