//! Bills of firms with hand-worked arithmetic, and what must hold for any of them.

use autonomia::{
    calendar::Calendar,
    model::settlement::firm::{
        FirmExport, FirmPrepared, FirmTariffYear,
        contract::{EnergyContract, EnergyPrice},
        line::FirmLine,
        settle_firm,
    },
    rules::{
        Rules,
        firm::{FirmRules, tariff::FirmContract},
    },
    units::{Kw, Kwh, NetPln, NetPlnPerKwh, Series},
};
use proptest::prelude::*;
use std::sync::LazyLock;

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::built_in().unwrap());
static FIRMS: LazyLock<FirmRules> = LazyLock::new(|| FirmRules::built_in().unwrap());
static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::new(2026, &RULES.days_off(2026)));

fn year(group: &str) -> FirmTariffYear {
    FirmTariffYear::new(FIRMS.tariff_year(&RULES, &FirmContract::of_tables("PGE", group), 2026).unwrap(), &CALENDAR)
}

fn prepared(group: &str, contracted_kw: f64, price: EnergyPrice, excise_inside: bool) -> FirmPrepared {
    FirmPrepared {
        tariff: year(group),
        contracted: Kw(contracted_kw),
        energy: EnergyContract { price, monthly_fee: NetPln::ZERO, excise_inside },
        export: FirmExport::None,
    }
}

/// A figure for every hour.
fn hours<U: autonomia::units::Quantity>(at: impl Fn(usize) -> f64) -> Series<U> {
    Series::from_raw((0..CALENDAR.len()).map(at).collect())
}

fn none() -> Series<Kwh> {
    Series::zeros(CALENDAR.len())
}

#[track_caller]
fn assert_pln(actual: NetPln, expected: f64) {
    assert!((actual.0 - expected).abs() < 1e-8, "{actual:?}, expected {expected}");
}

#[test]
fn a_january_of_c21_from_pge() {
    // 10 kWh in every hour, 744 hours: 7,440 kWh. PGE C21 2026, 60 kW contracted, energy 0.60 zł/kWh before excise. Three
    // hours of the month reach 63, 62 and 61 kW.
    let prepared = prepared("C21", 60.0, EnergyPrice::Fixed(NetPlnPerKwh(0.60)), false);
    let peaks = hours::<Kw>(|hour| match hour {
        100 => 63.0,
        200 => 62.0,
        300 => 61.0,
        _ => 10.0,
    });
    let settled = settle_firm(&prepared, &hours(|_| 10.0), &none(), Some(&peaks));
    let january = &settled.first.months[0];
    for (line, expected) in [
        // 7,440 × 0.60; 7,440 × 0.005 of excise.
        (FirmLine::Energy, 4464.0),
        (FirmLine::Excise, 37.2),
        (FirmLine::TradeFee, 0.0),
        // 7,440 × 0.2164; quality 0.0331 in January; OZE 0.0073; cogeneration 0.003.
        (FirmLine::NetworkVariable, 1610.016),
        (FirmLine::Quality, 246.264),
        (FirmLine::Oze, 54.312),
        (FirmLine::Cogeneration, 22.32),
        // 60 kW × 26.03; 9.50 a month.
        (FirmLine::NetworkFixed, 1561.8),
        (FirmLine::Subscription, 9.5),
        // 20 working days × 15 hours × 10 kWh = 3,000 kWh × 0.2194; even days are K1: × 0.17.
        (FirmLine::Capacity, 111.894),
        // Excesses 3 + 2 + 1 = 6 kW × 26.03.
        (FirmLine::ExcessPower, 156.18),
    ] {
        assert_pln(january.lines[line], expected);
    }
    assert_pln(january.total_net(), 8273.486);
    assert!((january.vat().0 - 0.23 * 8273.486).abs() < 1e-8);
    assert_eq!(january.capacity.days, [20, 0, 0, 0]);
    assert_eq!((january.peak, january.excess), (Kw(63.0), Kw(6.0)));
    assert_pln(settled.first.months[1].lines[FirmLine::ExcessPower], 0.0);
}

#[test]
fn a_january_of_b23_from_pge() {
    // 100 kWh in the hours 7 to 22 of working days, 50 kWh in all others; 20 working and 11 free days, 300 kW contracted.
    // Morning peak 7 to 13: 20 × 6 × 100 = 12,000 kWh. Evening peak 16 to 21 in winter: 20 × 5 × 100 = 10,000 kWh. Rest:
    // 20 × (4 × 100 + 9 × 50) + 11 × 24 × 50 = 30,200 kWh. Together 52,200 kWh.
    let zoned = [("am_peak", 0.50), ("pm_peak", 0.65), ("rest", 0.42)];
    let price = EnergyPrice::Zoned(zoned.map(|(zone, price)| (zone.to_owned(), NetPlnPerKwh(price))).to_vec());
    let import = hours(|hour| {
        let day = !CALENDAR.is_free(hour) && (7..22).contains(&CALENDAR.hour_of_day(hour));
        if day { 100.0 } else { 50.0 }
    });
    let settled = settle_firm(&prepared("B23", 300.0, price, true), &import, &none(), None);
    let january = &settled.first.months[0];
    for (line, expected) in [
        // 12,000 × 0.50 + 10,000 × 0.65 + 30,200 × 0.42, excise inside.
        (FirmLine::Energy, 25_184.0),
        (FirmLine::Excise, 0.0),
        // 12,000 × 0.06611 + 10,000 × 0.12438 + 30,200 × 0.02298.
        (FirmLine::NetworkVariable, 2731.116),
        // 52,200 × 0.0331, × 0.0073, × 0.003.
        (FirmLine::Quality, 1727.82),
        (FirmLine::Oze, 381.06),
        (FirmLine::Cogeneration, 156.6),
        // 300 kW × 20.39; 15.00 a month.
        (FirmLine::NetworkFixed, 6117.0),
        (FirmLine::Subscription, 15.0),
        // 20 × 15 × 100 = 30,000 kWh × 0.2194; 100 against 50 is 100 % more: K4, in full.
        (FirmLine::Capacity, 6582.0),
        (FirmLine::ExcessPower, 0.0),
    ] {
        assert_pln(january.lines[line], expected);
    }
    assert_pln(january.total_net(), 42_894.596);
    assert_eq!(january.capacity.days, [0, 0, 0, 20]);
}

#[test]
fn a_contract_says_which_zones_it_lacks() {
    let price = EnergyPrice::Zoned(vec![("rest".to_owned(), NetPlnPerKwh(0.4))]);
    let prepared = prepared("B23", 300.0, price, true);
    assert_eq!(prepared.energy.zones_without_price(&prepared.tariff.months[0]), ["am_peak", "pm_peak"]);
}

#[test]
fn own_rates_take_the_place_of_those_that_are_missing() {
    // TAURON's rates of C21 are not in the tables: a firm reads three figures from its bill.
    let mut contract = FirmContract::of_tables("TAURON", "C21");
    assert!(FIRMS.tariff_year(&RULES, &contract, 2026).is_err());
    contract.own.network_variable = vec![("all".to_owned(), NetPlnPerKwh(0.2))];
    contract.own.network_fixed_pln_per_kw = Some(25.0);
    contract.own.subscription = Some(NetPln(10.0));
    let tariff = FIRMS.tariff_year(&RULES, &contract, 2026).unwrap();
    assert_eq!(tariff[11].network_fixed_pln_per_kw, 25.0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Lines add up to the total, zones to their lines, and power within the contracted is not charged.
    #[test]
    fn lines_add_up(seed in any::<u64>(), contracted_kw in 41.0..400.0) {
        let mut random = autonomia::model::random::Random::new(seed);
        let kwh: Vec<f64> = (0..CALENDAR.len()).map(|_| 200.0 * random.uniform()).collect();
        let market = (0..CALENDAR.len()).map(|hour| f64::from(u8::try_from(hour % 240).unwrap()) * 5.0 - 200.0);
        let price = EnergyPrice::Market {
            market_pln_per_mwh: market.collect(),
            margin: NetPlnPerKwh(0.07),
            passes_negative_prices: seed.is_multiple_of(2),
        };
        let settled = settle_firm(&prepared("C23", contracted_kw, price, false), &Series::from_raw(kwh), &none(), None);
        for month in &settled.first.months {
            let sum: NetPln = FirmLine::ALL.iter().map(|&line| month.lines[line]).sum();
            prop_assert!(sum.approx_eq(month.total_net(), 1e-6));
            let energy: NetPln = month.energy_by_zone.iter().copied().sum();
            prop_assert!(energy.approx_eq(month.lines[FirmLine::Energy], 1e-6));
            prop_assert_eq!(month.excess.0 > 0.0, month.peak.0 > contracted_kw);
        }
        let total: NetPln = FirmLine::ALL.iter().map(|&line| settled.first.lines()[line]).sum();
        prop_assert!(total.approx_eq(settled.first.total_net(), 1e-6));
    }
}
