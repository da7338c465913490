//! Grants, tax relief and VAT in whole scenarios; amounts follow from the rows of `supports.csv` by hand.

use autonomia::{
    model::{
        inputs::{Scenario, SettlementScheme},
        report::MoneyOutcome,
        session::Session,
    },
    units::GrossPln,
};

fn money(change: impl FnOnce(&mut Scenario)) -> MoneyOutcome {
    let mut scenario = Scenario { pv_kwp: 5.0, battery_kwh: 15.0, ..Scenario::default() };
    scenario.money.pv_gross_pln = Some(26_000.0);
    scenario.money.battery_gross_pln = Some(30_000.0);
    change(&mut scenario);
    Session::new().unwrap().outcome(&scenario).unwrap().money
}

#[test]
fn nothing_counts_before_it_is_chosen() {
    let plain = money(|_| ());
    assert_eq!((plain.grant, plain.tax_relief), (GrossPln::ZERO, GrossPln::ZERO));
}

#[test]
fn a_programme_pays_for_the_battery_it_covers() {
    // 30 % of 30,000 = 9,000, below 15 x 800 = 12,000.
    let grant = |change: fn(&mut Scenario)| {
        money(|scenario| {
            scenario.money.programme = "storage_2026".to_owned();
            change(scenario);
        })
    };
    let supported = grant(|_| ());
    assert!(supported.grant.approx_eq(GrossPln(9_000.0), 1e-6));
    assert!(supported.investment.approx_eq(GrossPln(47_000.0), 1e-6));
    let value = |money: &MoneyOutcome| money.net_present_value;
    assert!((value(&supported) - value(&money(|_| ()))).approx_eq(GrossPln(9_000.0), 1e-6));
    // Below 12 kWh nothing; the person's own sum goes before the programme.
    assert!(grant(|scenario| scenario.battery_kwh = 10.0).grant.approx_eq(GrossPln::ZERO, 1e-9));
    assert!(grant(|scenario| scenario.money.grant_gross_pln = 500.0).grant.approx_eq(GrossPln(500.0), 1e-9));
}

#[test]
fn the_relief_comes_back_with_the_first_tax_return() {
    // (26,000 + 30,000) x 12 % = 6,720; above 53,000 only with a second owner: 53,000 x 12 % = 6,360.
    let relief = |taxpayers| {
        money(|scenario| {
            scenario.money.tax_rate = "scale_low".to_owned();
            scenario.money.taxpayers = taxpayers;
        })
    };
    assert!(relief(1).tax_relief.approx_eq(GrossPln(6_360.0), 1e-6));
    assert!(relief(2).tax_relief.approx_eq(GrossPln(6_720.0), 1e-6));
    let (with, without) = (relief(2), money(|_| ()));
    assert!((with.cash_flow[1] - without.cash_flow[1]).approx_eq(GrossPln(6_720.0), 1e-6));
    assert_eq!(with.cash_flow[2], without.cash_flow[2]);
}

#[test]
fn a_large_house_pays_more_vat() {
    // 600 m2: half at 8 %, half at 23 %: 15.5 %, so prices of the table times 1.155 / 1.08. Own prices hold VAT already.
    let of_tables = |area| {
        money(|scenario| {
            scenario.money.pv_gross_pln = None;
            scenario.money.floor_area_m2 = area;
        })
    };
    let (small, large) = (of_tables(Some(200.0)), of_tables(Some(600.0)));
    assert_eq!(small.pv_cost, of_tables(None).pv_cost);
    assert!((large.pv_cost / small.pv_cost - 1.155 / 1.08).abs() < 1e-9);
    assert_eq!(large.battery_cost, GrossPln(30_000.0));
}

#[test]
fn a_programme_that_is_not_open_is_refused_with_those_that_are() {
    let ask = |programme: &str, scheme| {
        let mut scenario = Scenario { scheme, ..Scenario::default() };
        scenario.money.programme = programme.to_owned();
        Session::new().unwrap().outcome(&scenario)
    };
    assert!(ask("moj_prad_7_net_metering", SettlementScheme::NetMetering).is_ok());
    for closed in ["moj_prad_7_net_metering", "czyste_powietrze_basic", "thermo_relief", "nothing"] {
        let errors = ask(closed, SettlementScheme::NetBillingRce).unwrap_err();
        assert_eq!(errors[0].field, "money.programme");
        assert!(errors[0].to_string().contains("storage_2026"), "{}", errors[0]);
    }
}
