//! The words of the page: nothing missing, nothing doubled, numbers as each language writes them.
//!
//! Expected texts are written by hand after the rules of Polish typography (PN-83/P-55366: no-break space between groups
//! of three digits and before a unit, decimal comma) and after common English usage.

use autonomia::{
    error::{InputError, Problem},
    model::{
        inputs::{
            self, Scenario, SettlementScheme,
            building::Building,
            energy_contract::{Dynamic, EnergyContract},
            heating::{Heating, PumpKind},
            phase_split::PhaseSplit,
        },
        session::Session,
    },
    rules::{
        heat::{AgeClass, HeatSourceId},
        rate::{Component, LevyId},
        tariff::Missing,
    },
    text::Lang,
};
use std::collections::BTreeSet;

fn every_problem() -> Vec<Problem> {
    vec![
        Problem::OutOfRange { value: 1234.5, min: 2.0, max: 500.0 },
        Problem::OutOfRange { value: f64::NAN, min: 2.0, max: 500.0 },
        Problem::Unknown { value: "G99".to_owned(), known: vec!["G11".to_owned(), "G12".to_owned()] },
        Problem::RoofTooSmall { asked_kwp: 20.0, fits_kwp: 8.0 },
        Problem::NotInTables { missing: vec!["costs.battery".to_owned()] },
        Problem::Count { value: 7, min: 1, max: 6 },
    ]
}

#[test]
fn numbers_are_written_as_each_language_does() {
    assert_eq!(Lang::Pl.number(1_234_567.891, 2), "1\u{a0}234\u{a0}567,89");
    assert_eq!(Lang::En.number(1_234_567.891, 2), "1,234,567.89");
    assert_eq!(Lang::Pl.number(-1234.0, 0), "\u{2212}1\u{a0}234");
    assert_eq!(Lang::Pl.number(-0.4, 0), "0", "no minus before a rounded zero");
    assert_eq!(Lang::Pl.number(0.5, 0), "1", "half away from zero");
    assert_eq!(Lang::Pl.number(f64::NAN, 0), "–");
    assert_eq!(Lang::Pl.pln(1234.0), "1\u{a0}234\u{a0}zł");
    assert_eq!(Lang::Pl.percent(0.456), "46\u{a0}%");
    assert_eq!(Lang::En.percent(0.456), "46%");
    assert_eq!(Lang::Pl.amount(2.5), "2,5");
    assert_eq!(Lang::Pl.precise(0.1234), "0,1234");
    assert_eq!(Lang::Pl.years(9.84), "9,8\u{a0}roku");
    assert_eq!(Lang::Pl.date("2026-11-22"), "22\u{a0}listopada\u{a0}2026");
    assert_eq!(Lang::En.date("2026-11-22"), "22\u{a0}November\u{a0}2026");
    assert_eq!(Lang::Pl.date("some day"), "some day");
}

#[test]
fn polish_plurals() {
    let words = ("wielkość", "wielkości", "wielkości razem");
    let plural = |count| Lang::Pl.count(count, words).split('\u{a0}').nth(1).map(str::to_owned);
    for (count, word) in
        [(1, words.0), (2, words.1), (4, words.1), (5, words.2), (12, words.2), (22, words.1), (112, words.2)]
    {
        assert_eq!(plural(count).as_deref(), Some(word), "{count}");
    }
}

#[test]
fn typed_numbers_are_understood() {
    for (typed, number) in
        [("3500", 3500.0), ("3 500", 3500.0), ("3\u{a0}500,5", 3500.5), ("2.5", 2.5), ("\u{2212}1", -1.0)]
    {
        assert_eq!(Lang::Pl.parse(typed), Some(number), "{typed}");
    }
    for (typed, number) in [("12,500", 12_500.0), ("1,000.5", 1000.5), ("2,5", 2.5), ("0.25", 0.25)] {
        assert_eq!(Lang::En.parse(typed), Some(number), "{typed}");
    }
    for rubbish in ["", " ", "abc", "1e9", "inf", "NaN", "1,2,3", "--1", "5 kWh", "0x10"] {
        assert_eq!(Lang::Pl.parse(rubbish), None, "{rubbish}");
    }
}

#[test]
fn what_stands_in_a_field_reads_back() {
    for lang in Lang::ALL {
        for number in [0.0, 0.25, 2.5, 35.0, 1234.0, 50_000.0, -3.5] {
            assert_eq!(lang.parse(&lang.editable(number)), Some(number));
        }
    }
}

#[test]
fn every_problem_has_words_that_name_the_limits() {
    for lang in Lang::ALL {
        let words: Vec<String> =
            every_problem().iter().map(|problem| lang.problem("planes.0.area_m2", problem)).collect();
        assert!(words[0].contains('2') && words[0].contains("500"), "{}", words[0]);
        assert!(words[1].contains('2') && words[1].contains("500") && !words[1].contains("NaN"), "{}", words[1]);
        assert!(words[2].contains("G99") && words[2].contains("G12"), "{}", words[2]);
        assert!(words[3].contains("20") && words[3].contains('8'), "{}", words[3]);
        assert!(words[4].contains("costs.battery"), "{}", words[4]);
        assert!(words[5].contains('7') && words[5].contains('1') && words[5].contains('6'), "{}", words[5]);
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "each problem has words of its own");
    }
}

/// Fields without limits that can be refused.
const CHOICES: [&str; 16] = [
    "town",
    "tariff.group",
    "tariff.energy",
    "scheme",
    "money.price_path",
    "money.programme",
    "money.tax_rate",
    "household.mostly",
    "car",
    "devices.boiler",
    "heating.present",
    "heating.planned",
    "heating.age",
    "heating.insulation",
    "heating.emitter",
    "heating.hot_water",
];

#[test]
fn every_field_has_a_name() {
    let mut scenario = Scenario {
        consumption: inputs::Consumption::GrossPlnPerMonth(-1.0),
        planes: vec![inputs::RoofPlane { area_m2: -1.0, tilt_deg: -1.0, azimuth_deg: -1.0 }; 7],
        pv_kwp: -1.0,
        battery_kwh: -1.0,
        ..Scenario::default()
    };
    scenario.household.persons = 0;
    scenario.car = Some(inputs::Car {
        km_per_year: Some(-1.0),
        kwh_per_100_km: Some(-1.0),
        charger_kw: Some(-1.0),
        days_at_home: 9,
        ..inputs::Car::default()
    });
    scenario.devices.cooled_m2 = -1.0;
    scenario.tariff.phases = 0;
    scenario.tariff.billing_months = 0;
    scenario.money = inputs::Money {
        pv_gross_pln: Some(-1.0),
        battery_gross_pln: Some(-1.0),
        grant_gross_pln: -1.0,
        discount_percent: Some(-99.0),
        energy_growth_percent: Some(-99.0),
        export_growth_percent: Some(-99.0),
        price_path: None,
        taxpayers: 0,
        floor_area_m2: Some(-1.0),
        ..inputs::Money::default()
    };
    scenario.tariff.energy = EnergyContract::Dynamic(Dynamic {
        margin_net_pln_per_kwh: Some(-1.0),
        fee_gross_pln_per_month: Some(-1.0),
        ..Dynamic::default()
    });
    scenario.building = Building { flats: 0, always_on_percent: Some(-1.0), light_percent: Some(-1.0) };
    scenario.phase_split =
        PhaseSplit { inverter_phases: 0, first_percent: -1.0, second_percent: -1.0, third_percent: -1.0 };
    scenario.heating = Heating {
        present: Some(HeatSourceId::Gas),
        area_m2: -1.0,
        fuel_amount: Some(-1.0),
        fuel_price: Some(-1.0),
        set_point_c: -1.0,
        setback_k: -1.0,
        design_c: 1.0,
        litres_per_person: -1.0,
        ..Heating::default()
    };
    scenario.measured = Some(inputs::measured::Measured::default());
    scenario.market.rce = Some(inputs::measured::Hourly::default());
    let mut errors = scenario.out_of_range();
    scenario.consumption = inputs::Consumption::KwhPerYear(-1.0);
    errors.extend(scenario.out_of_range());
    let problem = Problem::Unknown { value: String::new(), known: Vec::new() };
    errors.extend(CHOICES.map(|field| InputError { field: field.to_owned(), problem: problem.clone() }));
    for lang in Lang::ALL {
        for error in &errors {
            let label = lang.text().label(&error.field);
            assert!(!label.contains('_') && !label.contains('.'), "{} has no name in {}", error.field, lang.code());
            assert!(lang.error(error).starts_with(&label));
        }
    }
}

#[test]
fn what_a_tariff_lacks_has_words() {
    let mut session = Session::new().unwrap();
    let mut ids: BTreeSet<String> = [Missing::Rate(Component::TradeFee, None), Missing::ZoneHours, Missing::Vat]
        .into_iter()
        .chain(
            [LevyId::Oze, LevyId::Cogeneration, LevyId::Quality, LevyId::CapacityHousehold, LevyId::Excise]
                .map(Missing::Levy),
        )
        .map(|missing| missing.id())
        .collect();
    for (town, _) in session.towns() {
        match session.tariffs(&Scenario { town, ..Scenario::default() }) {
            Ok(tariffs) => ids.extend(tariffs.not_offered.iter().flat_map(|gap| &gap.missing).map(Missing::id)),
            Err(errors) => ids.extend(errors.into_iter().flat_map(|error| match error.problem {
                Problem::NotInTables { missing } => missing,
                other => panic!("{other:?}"),
            })),
        }
    }
    assert!(ids.contains("rates.energy.day") && ids.contains("rates.subscription"), "{ids:?}");
    for lang in Lang::ALL {
        for id in &ids {
            assert!(!lang.missing(id).contains(['_', '.']), "{id} has no words in {}", lang.code());
            if let Some((_, zone)) = id.strip_prefix("rates.").and_then(|rate| rate.split_once('.')) {
                assert!(lang.text().has_term(&format!("zone.{zone}")), "{zone} has no words in {}", lang.code());
            }
        }
        assert_eq!(ids.iter().map(|id| lang.missing(id)).collect::<BTreeSet<_>>().len(), ids.len());
    }
}

#[test]
fn schemes_and_courses_of_prices_have_words_of_their_own() {
    for lang in Lang::ALL {
        let words = &lang.text().contract;
        let apart = |all: &[&str]| all.iter().collect::<BTreeSet<_>>().len() == all.len();
        assert!(apart(&words.scheme_since) && apart(&words.scheme_names) && apart(&words.paths));
        assert!(apart(&words.scheme_means) && apart(&words.energy_ways) && apart(&words.negative_ways));
        assert_eq!(words.path_bases.len(), words.paths.len());
        assert!(lang.text().scheme(SettlementScheme::NetBillingRcem).contains("RCEm"));
    }
}

#[test]
fn every_identifier_of_an_outcome_has_words() {
    let mut session = Session::new().unwrap();
    let mut tenant = Scenario { scheme: SettlementScheme::Tenant, ..Scenario::default() };
    tenant.tariff.energy = EnergyContract::Dynamic(Dynamic::default());
    let tenant = session.outcome(&tenant).unwrap();
    let timing = inputs::Timing::Surplus;
    let scenario = Scenario {
        household: inputs::Household { dwelling: inputs::Dwelling::Flat, ..inputs::Household::default() },
        car: Some(inputs::Car::default()),
        devices: inputs::Devices { boiler: Some(timing), machines: timing, cooled_m2: 40.0, included: false },
        ..Scenario::default()
    };
    let outcome = session.outcome(&scenario).unwrap();
    let mut ids: BTreeSet<String> = outcome.ladder.iter().map(|step| step.id.to_string()).collect();
    ids.extend(outcome.bill.iter().map(|line| line.id.to_string()));
    ids.extend(
        outcome.assumptions.iter().chain(&tenant.assumptions).flat_map(|row| [row.id.clone(), row.unit.clone()]),
    );
    for age in AgeClass::ALL {
        let heating = Heating { planned: Some(PumpKind::Air), age, ..Heating::default() };
        let heated = Scenario { heating, ..Scenario::default() };
        let rows = session.outcome(&heated).unwrap().assumptions;
        let compared = session.heating(&heated).unwrap().assumptions;
        ids.extend(rows.into_iter().chain(compared).flat_map(|row| [row.id, row.unit]));
    }
    for lang in Lang::ALL {
        let missing: Vec<&String> = ids.iter().filter(|id| !lang.text().has_term(id)).collect();
        assert_eq!(missing, Vec::<&String>::new(), "without words in {}", lang.code());
    }
}

/// What the bill table shows must add up: lines, less what the deposit pays and refunds, is what is left to pay.
#[test]
fn the_bill_adds_up_to_what_is_paid() {
    let outcome = Session::new().unwrap().outcome(&Scenario::default()).unwrap();
    let (total, deposit) = (outcome.bill_total(), outcome.deposit_year());
    assert!(total.before_gross.approx_eq(outcome.money.bill_before, 0.01));
    let paid = total.after_gross - deposit.used - deposit.refunded;
    assert!(paid.approx_eq(outcome.money.bill_after, 0.01), "{paid:?} {:?}", outcome.money.bill_after);
}

#[test]
fn habits_and_devices_have_words_of_their_own() {
    for lang in Lang::ALL {
        let words = &lang.text().devices;
        let apart = |all: &[&str]| all.iter().collect::<BTreeSet<_>>().len() == all.len();
        assert!(apart(&words.mostly) && apart(&words.dwellings) && apart(&words.included));
        assert!(apart(&words.charging) && apart(&words.boiler) && apart(&words.machines));
        let both = (words.within_hour)("27 %", "26 %");
        assert!(both.contains("27 %") && both.contains("26 %"));
    }
}

#[test]
fn directions_are_named_by_the_nearest_compass_point() {
    let text = Lang::En.text();
    for (degrees, name) in [(0.0, "north"), (44.0, "north-east"), (180.0, "south"), (359.0, "north"), (360.0, "north")]
    {
        assert_eq!(text.direction(degrees), name, "{degrees}");
    }
}

#[test]
fn a_language_is_known_by_its_code() {
    for lang in Lang::ALL {
        assert_eq!(Lang::from_code(lang.code()), Some(lang));
    }
    assert_eq!(Lang::from_code("xx"), None);
}
