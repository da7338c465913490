//! What must hold for any bill under any scheme.

use autonomia::{
    calendar::Calendar,
    model::settlement::{
        Prepared, PriceYear, Scheme, Settlement, TariffYear, dynamic::DynamicPrice, line::Line, market_price, settle,
    },
    rules::{Rules, market::PriceIndex, rate::Phases, tariff::Contract},
    units::{GrossPln, Kwh, NetPlnPerKwh, Series},
};
use jiff::civil::date;
use proptest::prelude::*;
use std::sync::LazyLock;

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::built_in().unwrap());
static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::new(2026, &RULES.days_off(2026)));

const CONTRACTS: [(&str, &str, &str); 14] = [
    ("PGE", "PGE_OBROT", "G11"),
    ("PGE", "PGE_OBROT", "G12"),
    ("PGE", "PGE_OBROT", "G12w"),
    ("PGE", "PGE_OBROT", "G12n"),
    ("TAURON", "TAURON_SPRZEDAZ", "G11"),
    ("TAURON", "TAURON_SPRZEDAZ", "G12"),
    ("TAURON", "TAURON_SPRZEDAZ", "G12w"),
    ("TAURON", "TAURON_SPRZEDAZ", "G13"),
    ("TAURON", "TAURON_SPRZEDAZ", "G13s"),
    ("ENERGA", "ENERGA_OBROT", "G11"),
    ("ENERGA", "ENERGA_OBROT", "G12"),
    ("ENERGA", "ENERGA_OBROT", "G12r"),
    ("ENEA", "ENEA_SA", "G11"),
    ("ENEA", "ENEA_SA", "G12w"),
];

fn rce() -> PriceYear {
    PriceYear::market(&RULES.rce(date(2026, 7, 1)).unwrap(), 0.0, &[], &CALENDAR)
}

fn net_billing(index: PriceIndex) -> Scheme {
    let today = date(2026, 7, 1);
    let prices = match index {
        PriceIndex::Rce => rce(),
        PriceIndex::Rcem => PriceYear::monthly(&RULES.rcem(today).unwrap(), &CALENDAR),
    };
    Scheme::NetBilling { terms: RULES.net_billing(index, today).unwrap(), prices }
}

fn prepared(contract: usize, scheme: Scheme) -> Prepared {
    let (operator, seller, group) = CONTRACTS[contract];
    let months = RULES.tariff_year(Contract::monthly(operator, seller, group, Phases::Three), 2026).unwrap();
    Prepared { tariff: TariffYear::new(months, &CALENDAR), scheme }
}

/// The same contract with energy at the market price, negative ones passed on, where `dynamic` says so.
fn with_prices(prepared: Prepared, dynamic: bool) -> Prepared {
    if !dynamic {
        return prepared;
    }
    let contract = DynamicPrice { margin: NetPlnPerKwh(0.09), fee: GrossPln(50.0), passes_negative_prices: true };
    let market = market_price(&RULES.rce(date(2026, 7, 1)).unwrap(), 0.0, &[], &CALENDAR);
    let tariff = prepared.tariff.at_market_price(&contract, &market, NetPlnPerKwh(0.005));
    Prepared { tariff, ..prepared }
}

/// Import and export of a year of any shape: a cheap scramble of the hour; the two never share an hour.
fn flows(seed: u64, import_kwh: f64, export_kwh: f64) -> (Series<Kwh>, Series<Kwh>) {
    let draw = |hour: u64| (hour.wrapping_add(seed).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) % 1000;
    let series = |kwh: f64, wanted: u64| {
        let value = |hour: u64| {
            if draw(hour) % 2 == wanted { kwh * f64::from(u32::try_from(draw(hour)).unwrap()) / 1000.0 } else { 0.0 }
        };
        Series::<Kwh>::from_raw((0..8760).map(value).collect())
    };
    (series(import_kwh, 0), series(export_kwh, 1))
}

/// One kWh in every hour and one more at `at`.
fn one_more(at: usize) -> Series<Kwh> {
    Series::from_raw((0..8760).map(|hour| if hour == at { 2.0 } else { 1.0 }).collect())
}

fn assert_lines_add_up(settlement: &Settlement) -> Result<(), TestCaseError> {
    for month in settlement.first.months.iter().chain(&settlement.steady.months) {
        let lines: f64 = Line::ALL.iter().map(|&line| month.lines[line].0).sum();
        prop_assert!((lines * 1.23 - month.total_gross().0).abs() < 1e-9 * lines.max(1.0));
        prop_assert!((month.total_net().0 + month.vat().0 - month.total_gross().0).abs() < 1e-9 * lines.max(1.0));
        let energy = month.lines[Line::Energy].with_vat(month.vat_rate).0;
        prop_assert!(month.due_gross().0 >= energy.min(0.0));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// credited = used + expired + balance and expired = refunded + forfeited, month by month; no part is negative.
    #[test]
    fn the_deposit_is_accounted_for(
        seed in 0_u64..1_000_000, import in 0.0..5.0_f64, export in 0.0..20.0_f64, contract in 0_usize..14,
        scheme in 0_usize..3, dynamic in any::<bool>(), months in 1_u8..=12,
    ) {
        let scheme = match scheme {
            0 => net_billing(PriceIndex::Rce),
            1 => net_billing(PriceIndex::Rcem),
            _ => Scheme::Tenant { terms: RULES.tenant_billing(months, date(2026, 7, 1)).unwrap(), prices: rce() },
        };
        let tenant = matches!(scheme, Scheme::Tenant { .. });
        let prepared = with_prices(prepared(contract, scheme), dynamic);
        let (import, export) = flows(seed, import, export);
        let settlement = settle(&prepared, &import, &export);
        assert_lines_add_up(&settlement)?;
        let (mut credited, mut gone) = (0.0_f64, 0.0_f64);
        for month in settlement.first.months.iter().chain(&settlement.steady.months) {
            let deposit = month.deposit;
            credited += deposit.credited.0;
            gone += deposit.used.0 + deposit.expired.0;
            let parts = [deposit.credited, deposit.used, deposit.expired, deposit.refunded, deposit.balance];
            prop_assert!(parts.iter().all(|part| part.0 >= 0.0) && deposit.forfeited.0 >= -1e-12);
            prop_assert!(deposit.used.0 <= month.lines[Line::Energy].with_vat(month.vat_rate).0.max(0.0) + 1e-9);
            prop_assert!(!tenant || deposit.forfeited.0.abs() < 1e-9, "a tenant plant loses nothing");
            prop_assert!((credited - gone - deposit.balance.0).abs() < 1e-9 * credited.max(1.0));
            prop_assert!((deposit.expired.0 - deposit.refunded.0 - deposit.forfeited.0).abs() < 1e-9);
            prop_assert_eq!(month.credit.born, Kwh::ZERO);
        }
        prop_assert!(settlement.steady.deposit().used.0 >= settlement.first.deposit().used.0 - 1e-9);
    }

    /// born = settled + lapsed + stock, month by month; no kWh is settled that was not bought.
    #[test]
    fn the_energy_account_is_accounted_for(
        seed in 0_u64..1_000_000, import in 0.0..5.0_f64, export in 0.0..20.0_f64, contract in 0_usize..14,
        large in any::<bool>(), dynamic in any::<bool>(),
    ) {
        let terms = RULES.net_metering(date(2026, 7, 1)).unwrap();
        let ratio = if large { terms.large } else { terms.small };
        let (import, export) = flows(seed, import, export);
        let settlement = settle(&with_prices(prepared(contract, Scheme::NetMetering(ratio)), dynamic), &import, &export);
        assert_lines_add_up(&settlement)?;
        let (mut born, mut gone) = (0.0_f64, 0.0_f64);
        for month in settlement.first.months.iter().chain(&settlement.steady.months) {
            let credit = month.credit;
            prop_assert!((credit.born.0 - ratio.ratio * month.export.0).abs() < 1e-9 * born.max(1.0));
            born += credit.born.0;
            gone += credit.settled.0 + credit.lapsed.0;
            prop_assert!((born - gone - credit.stock.0).abs() < 1e-9 * born.max(1.0));
            prop_assert!(credit.settled.0 >= 0.0 && credit.lapsed.0 >= 0.0 && credit.stock.0 >= 0.0);
            for (settled, import) in month.settled_by_zone.iter().zip(&month.import_by_zone) {
                prop_assert!((0.0..=import.0).contains(&settled.0));
            }
            // Credits wait only where nothing is left to settle.
            let left = month.import.0 - credit.settled.0;
            prop_assert!(left < 1e-9 * month.import.0.max(1.0) || credit.stock.0 < 1e-9 * born.max(1.0));
            prop_assert!(month.deposit.used.0.abs() < 1e-12);
        }
    }

    /// A kWh bought at another hour changes the bill by the difference of the two prices, and nothing else.
    #[test]
    fn moving_a_kwh_costs_the_difference_of_prices(
        from in 0_usize..8760, to in 0_usize..8760, contract in 0_usize..14, dynamic in any::<bool>(),
    ) {
        let prepared = with_prices(prepared(contract, Scheme::None), dynamic);
        let bill = |at: usize| settle(&prepared, &one_more(at), &Series::zeros(8760)).first.total_gross().0;
        let price = |at: usize| prepared.tariff.all_in(at).0;
        if !dynamic {
            let month = &prepared.tariff.months[CALENDAR.month(to)];
            prop_assert!((price(to) - month.all_in(&month.zones[prepared.tariff.zone(to)]).0).abs() < 1e-12);
        }
        prop_assert!((bill(to) - bill(from) - (price(to) - price(from))).abs() < 1e-8);
    }

    /// A kWh fed in at another hour changes the credited value by the difference of the two market prices.
    #[test]
    fn moving_an_exported_kwh_credits_the_difference_of_prices(from in 0_usize..8760, to in 0_usize..8760) {
        let prepared = prepared(0, net_billing(PriceIndex::Rce));
        let value = |at: usize| settle(&prepared, &Series::zeros(8760), &one_more(at)).first.deposit().export_value.0;
        let prices = rce();
        let expected = prices.pln_per_kwh()[to] - prices.pln_per_kwh()[from];
        prop_assert!((value(to) - value(from) - expected).abs() < 1e-8);
    }
}

#[test]
fn an_energy_credit_serves_thirteen_months_and_lapses() {
    // 1,000 kWh fed in in January, 50 kWh bought in every month, ratio 0.8: 800 kWh, of which January to the next
    // January settle 13 x 50 = 650; the other 150 lapse at the end of that January, when the next 800 are there.
    let mut seen = [false; 12];
    let import =
        (0..8760).map(|hour| if std::mem::replace(&mut seen[CALENDAR.month(hour)], true) { 0.0 } else { 50.0 });
    let import = Series::<Kwh>::from_raw(import.collect());
    let export = Series::from_raw((0..8760).map(|hour| if hour == 12 { 1000.0 } else { 0.0 }).collect());
    let terms = RULES.net_metering(date(2026, 7, 1)).unwrap();
    let Settlement { first, steady } = settle(&prepared(0, Scheme::NetMetering(terms.small)), &import, &export);
    assert!(first.credit().settled.approx_eq(Kwh(600.0), 1e-9) && first.credit().lapsed.approx_eq(Kwh::ZERO, 1e-9));
    let january = steady.months[0].credit;
    assert!(january.settled.approx_eq(Kwh(50.0), 1e-9) && january.lapsed.approx_eq(Kwh(150.0), 1e-9));
    assert!(january.stock.approx_eq(Kwh(800.0), 1e-9), "{january:?}");
    // The oldest credit went first: the new 800 serve February on.
    assert!(steady.months[1].credit.stock.approx_eq(Kwh(750.0), 1e-9));
}
