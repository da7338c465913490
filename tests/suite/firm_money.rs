//! The money of a firm from bills to value: terms of the tables, prices, years, and what the value hangs on.

use autonomia::{
    model::{
        finance::firm::FirmYearFlow,
        firm::{
            costs::Built,
            money::{YearCost, Years, money},
            outcome::{FirmMoneyOutcome, SensitivityOf},
            surface::fits,
            terms::FirmTerms,
        },
        inputs::firm::{
            FirmMeter, FirmScenario,
            contract::EnergyPricing,
            finance::{FirmMoney, Funding, TaxForm, WriteOff},
            surface::{Surface, SurfaceKind},
        },
    },
    rules::{Rules, firm::FirmRules},
    units::{Kwh, Kwp, NetPln},
};
use jiff::civil::date;
use proptest::prelude::*;

fn terms(scenario: &FirmScenario) -> FirmTerms {
    let (rules, firms) = (Rules::built_in().unwrap(), FirmRules::built_in().unwrap());
    FirmTerms::read(&rules, &firms, date(2026, 7, 1), scenario).unwrap()
}

fn with(money: FirmMoney) -> FirmScenario {
    FirmScenario { money, ..FirmScenario::default() }
}

/// 60,000 zł a year, of which 12,000 for power; the plant saves 1,000 zł a month on energy, and 250 are sold; the first
/// year brings 50 a month less.
fn years() -> Years {
    let of = |month_pln: f64, from_export: f64| YearCost {
        months: [NetPln(month_pln); 12],
        from_export: NetPln(from_export),
        for_power: NetPln(12_000.0),
    };
    Years { before: of(5000.0, 0.0), first: of(3800.0, 2400.0), steady: of(3750.0, 3000.0), generation: Kwh(40_000.0) }
}

fn plant() -> Built {
    Built { pv: Kwp(40.0), battery: Kwh(20.0), ..Built::default() }
}

fn found(scenario: &FirmScenario) -> FirmMoneyOutcome {
    money(&terms(scenario), &[plant()], &years())
}

fn close(actual: f64, expected: f64) {
    assert!((actual - expected).abs() <= 1e-6 * (1.0 + expected.abs()), "{actual} instead of {expected}");
}

#[test]
fn the_default_firm_by_hand() {
    let found = found(&FirmScenario::default());
    // Tables: max(10 × 4,000, 40 × 3,300) and 5,000 + 20 × 2,000.
    assert_eq!((found.pv_price, found.battery_price, found.grant), (NetPln(132_000.0), NetPln(45_000.0), NetPln::ZERO));
    let years = &found.appraisal.years;
    close(years[0].investment.0, 177_000.0);
    // First year: 12 × 1,200. Upkeep 1.5 % of the price.
    close(years[1].saving.0, 14_400.0);
    close(years[1].upkeep.0, 2655.0);
    // Second: 15,000, of which 3,000 from export, both after 2 % of ageing; prices of bought energy as they are, of
    // energy fed in 2 % less; 2.5 % of inflation.
    close(years[2].saving.0, (12_000.0 * 0.98 + 3000.0 * 0.98 * 0.98) * 1.025);
    // Thirteenth: inverters of 40 ÷ 1.1 kW at 650, and a battery of 40,000 without what is fixed.
    close(years[13].upkeep.0, (2655.0 + 40.0 / 1.1 * 650.0 + 40_000.0) * 1.025_f64.powi(12));
    assert_eq!(years.len(), 26);
    assert!(!found.taxed && years.iter().all(|year| year.tax == NetPln::ZERO));
}

#[test]
fn a_lease_of_the_default_firm() {
    let scenario = with(FirmMoney { funding: Funding::lease(), tax: Some(TaxForm::Cit), ..FirmMoney::default() });
    let found = found(&scenario);
    // Seven years at 8 %: 10 % at the start, 1 % for the purchase. The monthly rate is 0.08 ÷ 12.
    let rate = 0.08 / 12.0;
    let growth = f64::powi(1.0 + rate, 84);
    let instalment = (177_000.0 * 0.9 - 1770.0 / growth) * rate / (1.0 - 1.0 / growth);
    close(found.first_year[0].debt_service.0, instalment);
    let years = &found.appraisal.years;
    close(years[0].of_owner().0, -17_700.0);
    close(years[7].lease.0, 12.0 * instalment + 1770.0);
    // Tax of the first year: what is paid at the start counts in it, the lessor writes off.
    close(years[1].tax.0, 0.19 * (14_400.0 - 2655.0 - 12.0 * instalment - 17_700.0));
    // From the eighth year on a tenth of the purchase is written off.
    close(years[8].depreciation.0, 177.0);
    assert!(years[8].lease == NetPln::ZERO && years[7].depreciation == NetPln::ZERO);
}

#[test]
fn months_of_the_first_year_are_its_flow() {
    let scenario = with(FirmMoney { funding: Funding::loan(), ..FirmMoney::default() });
    let found = found(&scenario);
    let left: f64 = found.first_year.iter().map(|month| month.left().0).sum();
    close(left, found.appraisal.years[1].of_owner().0);
    // 80 % of the price in 84 equal payments, seven years long.
    let debt: Vec<bool> = found.appraisal.years.iter().map(|year| year.debt_service() > NetPln::ZERO).collect();
    assert!(debt[1..=7].iter().all(|paid| *paid) && !debt[8..].iter().any(|paid| *paid));
    assert!(found.appraisal.least_coverage.is_some());
}

#[test]
fn written_off_at_once_up_to_the_limit() {
    let money = FirmMoney {
        tax: Some(TaxForm::CitSmall),
        write_off: WriteOff::OneOff,
        one_off_pln: Some(140_000.0),
        ..FirmMoney::default()
    };
    let written: Vec<f64> = found(&with(money)).appraisal.years.iter().map(|year| year.depreciation.0).collect();
    // 132,000 of modules and 8,000 of the battery at once; a tenth of its other 37,000 in each later year.
    close(written[1], 140_000.0);
    close(written[2], 3700.0);
    close(written.iter().sum(), 177_000.0);
    // Straight line, in use from January: eleven months count in the first year.
    let straight = found(&with(FirmMoney { write_off: WriteOff::StraightLine, ..money }));
    close(straight.appraisal.years[1].depreciation.0, 17_700.0 * 11.0 / 12.0);
}

#[test]
fn a_grant_above_the_price_is_the_price() {
    let found = found(&with(FirmMoney { grant_pln: 1e7, ..FirmMoney::default() }));
    assert_eq!(found.grant, found.pv_price + found.battery_price);
    close(found.appraisal.owner.flows[0].0, 0.0);
}

#[test]
fn nothing_built_is_nothing() {
    let cost = years().before;
    let idle = Years { before: cost, first: cost, steady: cost, generation: Kwh::ZERO };
    for funding in [Funding::Own, Funding::loan(), Funding::lease()] {
        let money_said = FirmMoney {
            funding,
            tax: Some(TaxForm::PitScale),
            pv_net_pln: Some(9e4),
            residual_percent: Some(10.0),
            ..FirmMoney::default()
        };
        let found = money(&terms(&with(money_said)), &[Built::default()], &idle);
        assert!(found.appraisal.years.iter().all(|year| *year == FirmYearFlow::default()));
        assert_eq!((found.levelised_cost, found.appraisal.owner.payback_years), (None, None));
        assert!(found.sensitivity.iter().all(|entry| entry.value_at_low == NetPln::ZERO && entry.low.is_finite()));
    }
}

#[test]
fn an_own_price_is_that_of_the_sizes_told() {
    let mut scenario =
        with(FirmMoney { pv_net_pln: Some(200_000.0), battery_net_pln: Some(1.0), ..FirmMoney::default() });
    scenario.meters = vec![FirmMeter::default(), FirmMeter::default()];
    let terms = terms(&scenario);
    // Two meters of 40 kWp for 200,000: half of it is 100,000. No battery was told, so that its price is of the tables.
    let prices = terms.prices(&[plant()]);
    assert_eq!((prices.pv, prices.battery), (NetPln(100_000.0), NetPln(45_000.0)));
}

#[test]
fn the_levelised_cost_is_that_of_the_modules() {
    let found = found(&with(FirmMoney { grant_pln: 17_700.0, ..FirmMoney::default() }));
    // Nine tenths of 132,000; 1.5 % of 132,000 a year; inverters in the thirteenth; 40,000 kWh, 2 % less in the second
    // year and 0.5 % in each later one; 8 % and 2.5 %.
    let real = 1.08 / 1.025;
    let (mut cost, mut kwh) = (0.9 * 132_000.0, 0.0);
    for year in 1..=25 {
        let worth = f64::powi(real, -year);
        let inverters = if year == 13 { 40.0 / 1.1 * 650.0 } else { 0.0 };
        cost += (1980.0 + inverters) * worth;
        kwh += worth * 40_000.0 * if year == 1 { 1.0 } else { 0.98 * f64::powi(0.995, year - 2) };
    }
    close(found.levelised_cost.unwrap().0, cost / kwh);
}

#[test]
fn rows_are_named_where_they_are_used_and_marked_where_they_are_own() {
    let named = |terms: &FirmTerms, id: &str| terms.assumptions.iter().find(|row| row.id == id).cloned();
    let plain = terms(&FirmScenario::default());
    assert!(
        named(&plain, "firm_assumptions.energy_price_low_voltage").is_some_and(|row| !row.own && row.confidence == "M")
    );
    assert!(named(&plain, "firm_assumptions.energy_price_medium_voltage").is_none());
    assert!(named(&plain, "firm_taxes.cit").is_none() && named(&plain, "firm_assumptions.loan_rate").is_none());
    let mut scenario = with(FirmMoney {
        discount_percent: Some(9.0),
        tax: Some(TaxForm::Cit),
        funding: Funding::loan(),
        ..FirmMoney::default()
    });
    scenario.meters[0].contract.energy.pricing = Some(EnergyPricing::Fixed(0.5));
    let told = terms(&scenario);
    assert!(named(&told, "firm_assumptions.discount_rate").is_some_and(|row| row.own && row.value == 9.0));
    assert!(named(&told, "firm_assumptions.energy_price_low_voltage").is_none());
    assert!(named(&told, "firm_taxes.cit").is_some() && named(&told, "firm_assumptions.loan_rate").is_some());
    assert_eq!(told.outlook.discount_rate, 0.09);
    for row in &told.assumptions {
        assert!(!row.source.is_empty() && !row.unit.is_empty() && row.value.is_finite(), "{}", row.id);
    }
}

#[test]
fn what_fits_by_hand() {
    let terms = terms(&FirmScenario::default());
    // 1,000 m² at 0.2 kWp on a square metre of modules: 70 % of a roof, half of ground, all of a carport.
    let on = |kind| fits(&Surface { kind, area_m2: 1000.0, ..Surface::default() }, &terms).0;
    close(on(SurfaceKind::Roof), 140.0);
    close(on(SurfaceKind::Rows { cover_percent: 50.0 }), 100.0);
    close(on(SurfaceKind::Carport), 200.0);
}

fn any_money() -> impl Strategy<Value = FirmMoney> {
    let funding = prop_oneof![
        Just(Funding::Own),
        (1.0..100.0, 0.0..40.0, 1.0..25.0, 0.0..36.0).prop_map(|(share_percent, rate_percent, years, grace_months)| {
            let Funding::Loan { repayment, .. } = Funding::loan() else { unreachable!() };
            Funding::Loan { share_percent, rate_percent, years, grace_months, repayment }
        }),
        (0.0..45.0, 0.0..40.0, 0.0..40.0, 1.0..25.0).prop_map(
            |(initial_percent, buyout_percent, rate_percent, years)| Funding::Lease {
                initial_percent,
                buyout_percent,
                rate_percent,
                years
            }
        ),
    ];
    let tax = prop_oneof![Just(None), Just(Some(TaxForm::Cit)), Just(Some(TaxForm::PitScale))];
    (funding, tax, 0.0..400_000.0, 0.0..30.0, prop::option::of(0.0..500_000.0), 0.0..50.0, any::<bool>()).prop_map(
        |(funding, tax, grant_pln, discount, other_income_pln, residual, at_once)| FirmMoney {
            funding,
            tax,
            grant_pln,
            discount_percent: Some(discount),
            other_income_pln,
            residual_percent: Some(residual),
            write_off: if at_once { WriteOff::OneOff } else { WriteOff::StraightLine },
            ..FirmMoney::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever a firm says: amounts are finite, the value of the expected figures lies between those of their ends, and
    /// what a plant is worth more by is never a higher price or a lower saving.
    #[test]
    fn sensitivities_hold_together(money_said in any_money()) {
        let found = found(&with(money_said));
        let base = found.appraisal.owner.net_present_value.0;
        prop_assert!(base.is_finite() && found.levelised_cost.unwrap().0.is_finite());
        let near = 1e-6 * (1.0 + base.abs());
        for entry in &found.sensitivity {
            let (low, high) = (entry.value_at_low.0, entry.value_at_high.0);
            prop_assert!(low.is_finite() && high.is_finite() && entry.low <= entry.high);
            match entry.of {
                SensitivityOf::Investment => prop_assert!(low >= base - near && base >= high - near),
                // The value may turn with the discount rate where the last years cost money.
                SensitivityOf::DiscountRate => {}
                SensitivityOf::LoanRate => prop_assert!(low >= base - near && base >= high - near),
                _ => prop_assert!(low <= base + near && base <= high + near),
            }
        }
        let widths: Vec<f64> =
            found.sensitivity.iter().map(|entry| (entry.value_at_high - entry.value_at_low).0.abs()).collect();
        prop_assert!(widths.windows(2).all(|pair| pair[0] >= pair[1]));
        prop_assert_eq!(found.sensitivity.len(), if money_said.funding == Funding::Own { 6 } else { 7 });
    }
}
