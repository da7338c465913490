//! Energy at the market price of its hour: bills worked by hand, and the way back from a bill.

use autonomia::{
    calendar::Calendar,
    model::{
        inputs::{
            Consumption, Contract as Said, Scenario, SettlementScheme,
            energy_contract::{Dynamic, EnergyContract},
        },
        session::Session,
        settlement::{Prepared, Scheme, TariffYear, dynamic::DynamicPrice, line::Line, settle},
        simulate,
    },
    rules::{Rules, rate::Phases, tariff::Contract},
    units::{GrossPln, Kwh, NetPlnPerKwh, Series},
};

/// January at PGE G11, three phases, 2 kWh in all: one in an hour at −100 zł/MWh, one in an hour at 400 zł/MWh.
fn january(passes_negative_prices: bool) -> (f64, f64, f64) {
    let rules = Rules::built_in().unwrap();
    let calendar = Calendar::new(2026, &rules.days_off(2026));
    let contract = Contract::monthly("PGE", "PGE_OBROT", "G11", Phases::Three);
    let tariff = TariffYear::new(rules.tariff_year(contract, 2026).unwrap(), &calendar);
    let hours = |values: [f64; 2]| {
        let mut year = vec![0.0; 8760];
        year[..2].copy_from_slice(&values);
        year
    };
    let price = DynamicPrice { margin: NetPlnPerKwh(0.09), fee: GrossPln(50.0), passes_negative_prices };
    let tariff = tariff.at_market_price(&price, &hours([-100.0, 400.0]), NetPlnPerKwh(0.005));
    let prepared = Prepared { tariff, scheme: Scheme::None };
    let bill = settle(&prepared, &Series::from_raw(hours([1.0, 1.0])), &Series::zeros(8760)).first.months[0];
    (bill.lines[Line::Energy].0, bill.lines[Line::TradeFee].0, bill.total_gross().0)
}

#[test]
fn a_month_by_hand() {
    let close = |got: f64, want: f64| assert!((got - want).abs() < 1e-9, "{got}, expected {want}");
    // Counted as zero: 0 + 0.005 + 0.09 = 0.095 and 0.4 + 0.095 = 0.495, together 0.59 zl net.
    let (energy, fee, total) = january(false);
    close(energy, 0.59);
    close(fee, 50.0 / 1.23);
    // Network 2 x 0.3469 = 0.6938; 2 x (0.0331 + 0.0073 + 0.0030) = 0.0868; 9.98 + 4.50 + 4.29 = 18.77.
    // (0.59 + 0.6938 + 0.0868 + 18.77) x 1.23 + 50 = 20.1406 x 1.23 + 50 = 74.772938.
    close(total, 74.772_938);
    // Passed on: -0.1 + 0.095 = -0.005 and 0.495, together 0.49 net; 0.1 x 1.23 = 0.123 less.
    let (energy, _, total) = january(true);
    close(energy, 0.49);
    close(total, 74.649_938);
}

fn scenario(consumption: Consumption, scheme: SettlementScheme, energy: Dynamic) -> Scenario {
    let tariff = Said { energy: EnergyContract::Dynamic(energy), group: "G12".to_owned(), ..Said::default() };
    Scenario { tariff, consumption, scheme, ..Scenario::default() }
}

#[test]
fn a_bill_at_dynamic_prices_leads_back_to_the_consumption() {
    let rules = Rules::built_in().unwrap();
    let outcome = |consumption| {
        simulate(&scenario(consumption, SettlementScheme::NetBillingRce, Dynamic::default()), &rules).unwrap()
    };
    let before = outcome(Consumption::KwhPerYear(3500.0)).money.bill_before;
    let found = outcome(Consumption::GrossPlnPerMonth(before.0 / 12.0)).energy.consumption;
    assert!(found.approx_eq(Kwh(3500.0), 0.01), "{found:?}");
}

#[test]
fn the_terms_of_the_contract_count_and_are_listed() {
    let rules = Rules::built_in().unwrap();
    for scheme in [SettlementScheme::NetBillingRce, SettlementScheme::NetMetering, SettlementScheme::Virtual] {
        let outcome = |energy| simulate(&scenario(Consumption::KwhPerYear(3500.0), scheme, energy), &rules).unwrap();
        let usual = outcome(Dynamic::default());
        assert!(usual.dynamic);
        let row = |id: &str| usual.assumptions.iter().find(|row| row.id.ends_with(id)).unwrap();
        let (margin, fee) = (row("dynamic_margin"), row("dynamic_fee"));
        assert!(!margin.own && margin.unit == "net_pln_per_kwh" && !fee.own);
        // 1 gr/kWh more on 3,500 kWh: 35 zl net, 43.05 gross; 10 zl a month more: 120 zl.
        let dearer = outcome(Dynamic {
            margin_net_pln_per_kwh: Some(margin.value + 0.01),
            fee_gross_pln_per_month: Some(fee.value + 10.0),
            ..Dynamic::default()
        });
        let more = dearer.money.bill_before - usual.money.bill_before;
        assert!(more.approx_eq(GrossPln(163.05), 1e-6), "{more:?}");
        let negative = outcome(Dynamic { passes_negative_prices: true, ..Dynamic::default() });
        assert!(negative.money.bill_before <= usual.money.bill_before);
        println!(
            "{scheme:?}: {:.0} zł before, {:.0} after; negative prices passed on {:.0} before",
            usual.money.bill_before.0, usual.money.bill_after.0, negative.money.bill_before.0
        );
    }
}

#[test]
fn the_other_way_of_buying_is_one_more_candidate() {
    let mut session = Session::new().unwrap();
    let regulated = Scenario::default();
    let dynamic = Scenario {
        tariff: Said { energy: EnergyContract::Dynamic(Dynamic::default()), ..Said::default() },
        ..Scenario::default()
    };
    let of = |session: &mut Session, scenario: &Scenario| session.tariffs(scenario).unwrap();
    let (by_tariff, by_market) = (of(&mut session, &regulated), of(&mut session, &dynamic));
    assert!(by_tariff.ranked.iter().all(|rank| !rank.dynamic) && by_market.ranked.iter().all(|rank| rank.dynamic));
    println!("{:?}\n{:?}", by_tariff.ranked.first(), by_market.ranked.first());
    let costs = |rank: &autonomia::model::tariffs::TariffRank| (rank.group.clone(), rank.before, rank.after);
    assert_eq!(by_tariff.other_way.as_ref().map(costs), by_market.ranked.first().map(costs));
    assert_eq!(by_market.other_way.as_ref().map(costs), by_tariff.ranked.first().map(costs));
    let here = by_market.ranked.iter().find(|rank| rank.current).unwrap();
    let money = session.outcome(&dynamic).unwrap().money;
    assert!(here.before.approx_eq(money.bill_before, 1e-6) && here.after.approx_eq(money.bill_after, 1e-6));
}
