//! The line for firms, from a scenario to money: balances, bills assembled by hand, borders, and random firms.

use autonomia::{
    calendar::Calendar,
    error::Problem,
    firm::examples::EXAMPLES,
    model::{
        firm::{
            outcome::{ExportSettled, FirmOutcome},
            prepare::ReadyFirm,
            session::FirmSession,
            simulate, simulate_firm,
        },
        inputs::firm::{
            FirmMeasured, FirmMeter, FirmScenario,
            contract::EnergyPricing,
            plant::{BatteryUse, FirmExportWay},
            surface::{Surface, SurfaceKind},
            trade::Trade,
        },
        settlement::firm::{
            FirmExport, FirmPrepared, FirmTariffYear,
            contract::{EnergyContract, EnergyPrice},
            settle_firm,
        },
    },
    rules::{
        Rules,
        firm::{FirmRules, tariff::FirmContract},
    },
    units::{Kw, Kwh, Kwp, NetPln, NetPlnPerKwh, Series},
};
use proptest::prelude::*;
use std::sync::LazyLock;

pub(crate) static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::built_in().unwrap());
pub(crate) static FIRMS: LazyLock<FirmRules> = LazyLock::new(|| FirmRules::built_in().unwrap());
static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::new(2026, &RULES.days_off(2026)));

pub(crate) fn run(scenario: &FirmScenario) -> FirmOutcome {
    simulate(scenario, &RULES, &FIRMS).unwrap()
}

/// A workshop with 30 kWh of battery.
pub(crate) fn workshop() -> FirmScenario {
    let mut scenario = FirmScenario::default();
    let meter = &mut scenario.meters[0];
    meter.contract.group = "C21".to_owned();
    meter.contract.contracted_kw = 60.0;
    meter.plant.battery_kwh = 30.0;
    scenario
}

/// A meter with measured hours: working days from 7 to 17, otherwise a tenth.
pub(crate) fn measured(kw: f64) -> FirmMeter {
    let kwh = |hour: usize| {
        let works = !CALENDAR.is_free(hour) && (7..17).contains(&CALENDAR.hour_of_day(hour));
        if works { kw } else { 0.1 * kw }
    };
    let mut meter = FirmMeter::default();
    let kwh: Vec<f64> = (0..CALENDAR.len()).map(kwh).collect();
    meter.measured = Some(FirmMeasured { kwh: kwh.into(), peak_kw: None });
    meter
}

/// Every hour balances, no flow is negative, and peaks are not below the intake.
fn assert_balanced(outcome: &FirmOutcome) {
    for meter in &outcome.meters {
        let hours = &meter.hours;
        for hour in 0..hours.load.len() {
            let into = hours.generation[hour] + hours.import[hour] + hours.discharge[hour];
            let out = hours.load[hour] + hours.charge[hour] + hours.export[hour];
            // What is left had nowhere to go.
            let curtailed = into - out;
            let scale = 1.0 + into;
            assert!(curtailed >= -1e-9 * scale, "hour {hour}: {curtailed}");
            assert!(curtailed <= hours.generation[hour] + 1e-9 * scale);
            let flows = [
                &hours.load,
                &hours.generation,
                &hours.charge,
                &hours.discharge,
                &hours.import,
                &hours.export,
                &hours.stored,
            ];
            assert!(flows.iter().all(|flow| flow[hour] >= -1e-9 && flow[hour].is_finite()), "hour {hour}");
            assert!(hours.stored[hour] <= meter.battery.0 + 1e-6);
            assert!(hours.peak_after[hour] >= hours.import[hour] - 1e-9);
            assert!(hours.peak_before[hour] >= hours.load[hour] - 1e-9);
        }
        let energy = &meter.energy;
        let own = energy.generation - energy.export - energy.curtailed;
        assert!(own.0 >= -1e-6 && own <= energy.generation + Kwh(1e-6));
        let months: Kwh = meter.months.iter().map(|month| month.import).sum();
        assert!(months.approx_eq(energy.import, 1e-6));
    }
}

#[test]
fn every_hour_balances() {
    let mut scenario = workshop();
    for used_for in [BatteryUse::OwnEnergy, BatteryUse::Peaks, BatteryUse::PeaksFromGrid] {
        for export in [FirmExportWay::BySize, FirmExportWay::Sale, FirmExportWay::Nothing] {
            let plant = &mut scenario.meters[0].plant;
            (plant.battery_use, plant.export) = (used_for, export);
            let outcome = run(&scenario);
            assert_balanced(&outcome);
            let exported = outcome.energy.export.0;
            assert_eq!(exported > 0.0, export != FirmExportWay::Nothing, "{exported}");
            assert!(outcome.energy.curtailed.0 > 0.0 || export != FirmExportWay::Nothing);
        }
    }
}

#[test]
fn the_bill_before_is_that_of_the_parts() {
    // The same tariff, contract, load and peaks put together without the engine.
    let mut scenario = workshop();
    scenario.meters[0].contract.energy.pricing = Some(EnergyPricing::Fixed(0.7));
    scenario.meters[0].contract.energy.excise_inside = false;
    let outcome = run(&scenario);
    let meter = &outcome.meters[0];
    let months = FIRMS.tariff_year(&RULES, &FirmContract::of_tables("PGE", "C21"), 2026).unwrap();
    let prepared = FirmPrepared {
        tariff: FirmTariffYear::new(months, &CALENDAR),
        contracted: Kw(60.0),
        energy: EnergyContract {
            price: EnergyPrice::Fixed(NetPlnPerKwh(0.7)),
            monthly_fee: NetPln::ZERO,
            excise_inside: false,
        },
        export: FirmExport::None,
    };
    let (load, peaks) = (&meter.hours.load, &meter.hours.peak_before);
    let settled = settle_firm(&prepared, load, &Series::zeros(load.len()), Some(peaks));
    assert_eq!(meter.before.bill, settled.steady);
    assert!(load.total().approx_eq(Kwh(45_000.0), 1e-3));
    assert!(outcome.money.cost_before.approx_eq(settled.steady.total_net(), 1e-6));
}

#[test]
fn nothing_bought_is_nothing_saved() {
    let mut scenario = workshop();
    let plant = &mut scenario.meters[0].plant;
    (plant.pv_kwp, plant.battery_kwh) = (0.0, 0.0);
    let outcome = run(&scenario);
    let meter = &outcome.meters[0];
    assert_eq!(meter.before, meter.after);
    assert_eq!(
        (meter.export, outcome.energy.generation, outcome.co2_avoided_kg),
        (ExportSettled::Nothing, Kwh::ZERO, 0.0)
    );
    let money = &outcome.money;
    assert_eq!(money.cost_before, money.cost_after);
    assert!(money.appraisal.owner.net_present_value.approx_eq(NetPln::ZERO, 1e-9));
    assert!(money.appraisal.owner.flows.iter().all(|flow| flow.approx_eq(NetPln::ZERO, 1e-9)));
}

#[test]
fn two_meters_are_the_sum_of_each() {
    // Without income tax, whose steps hang on the sum. Measured loads, so that both alone are the same as together.
    let alone = [measured(30.0), measured(8.0)].map(|meter| {
        let mut scenario = FirmScenario { meters: vec![meter], ..FirmScenario::default() };
        scenario.meters[0].plant.pv_kwp = 20.0;
        scenario
    });
    let both = FirmScenario {
        meters: alone.iter().map(|scenario| scenario.meters[0].clone()).collect(),
        ..FirmScenario::default()
    };
    let (one, two, sum) = (run(&alone[0]), run(&alone[1]), run(&both));
    assert_eq!((&sum.meters[0], &sum.meters[1]), (&one.meters[0], &two.meters[0]));
    let value = |outcome: &FirmOutcome| outcome.money.appraisal.owner.net_present_value;
    assert!(value(&sum).approx_eq(value(&one) + value(&two), 1e-6));
    assert!(sum.money.cost_after.approx_eq(one.money.cost_after + two.money.cost_after, 1e-6));
    assert!(sum.energy.import.approx_eq(one.energy.import + two.energy.import, 1e-6));
}

#[test]
fn above_fifty_kilowatts_energy_is_sold() {
    let mut scenario = workshop();
    let mut settled = |pv_kwp, export| {
        scenario.meters[0].surfaces[0].area_m2 = 2000.0;
        (scenario.meters[0].plant.pv_kwp, scenario.meters[0].plant.export) = (pv_kwp, export);
        let outcome = run(&scenario);
        let after = &outcome.meters[0].after.bill;
        (outcome.meters[0].export, after.deposit().credited.0 > 0.0, after.sale().sold.0 > 0.0)
    };
    assert_eq!(settled(50.0, FirmExportWay::BySize), (ExportSettled::Prosumer, true, false));
    assert_eq!(settled(50.1, FirmExportWay::BySize), (ExportSettled::Producer, false, true));
    assert_eq!(settled(10.0, FirmExportWay::Sale), (ExportSettled::Producer, false, true));
    assert_eq!(settled(60.0, FirmExportWay::Nothing), (ExportSettled::Nothing, false, false));
}

#[test]
fn the_connection_limits_what_is_fed_in() {
    let mut scenario = workshop();
    scenario.meters[0].contract.connection_kw = Some(60.0);
    scenario.meters[0].plant.export_limit_kw = Some(12.0);
    let limited = run(&scenario);
    let most = limited.meters[0].hours.export.raw().iter().copied().fold(0.0, f64::max);
    assert!((most - 12.0).abs() < 1e-9 && limited.energy.curtailed.0 > 0.0);
    scenario.meters[0].contract.connection_kw = Some(50.0);
    let errors = simulate(&scenario, &RULES, &FIRMS).unwrap_err();
    assert_eq!(errors[0].field, "meters.0.contract.contracted_kw");
    assert!(matches!(errors[0].problem, Problem::OutOfRange { value: 60.0, max: 50.0, .. }));
}

#[test]
fn wrong_inputs_are_named_by_their_field() {
    type Spoil = fn(&mut FirmMeter);
    let cases: [(&str, Spoil); 8] = [
        ("meters.1.contract.group", |meter| meter.contract.group = "C99".to_owned()),
        ("meters.1.contract.group", |meter| meter.contract.group = "C24".to_owned()),
        ("meters.1.contract.operator", |meter| meter.contract.operator = Some("NOBODY".to_owned())),
        ("meters.1.contract.contracted_kw", |meter| meter.contract.contracted_kw = 41.0),
        ("meters.1.plant.contracted_kw", |meter| meter.plant.contracted_kw = Some(41.0)),
        ("meters.1.plant.pv_kwp", |meter| meter.plant.pv_kwp = 900.0),
        ("meters.1.contract.energy.price", |meter| {
            meter.contract.group = "C12a".to_owned();
            meter.contract.energy.pricing = Some(EnergyPricing::Zoned(vec![("peak".to_owned(), 0.8)]));
        }),
        ("meters.1.measured.kwh", |meter| {
            meter.measured = Some(FirmMeasured { kwh: vec![1.0; 8784].into(), peak_kw: None });
        }),
    ];
    for (field, spoil) in cases {
        let mut scenario =
            FirmScenario { meters: vec![FirmMeter::default(), FirmMeter::default()], ..FirmScenario::default() };
        spoil(&mut scenario.meters[1]);
        let errors = simulate(&scenario, &RULES, &FIRMS).unwrap_err();
        assert_eq!(errors.iter().map(|error| error.field.as_str()).collect::<Vec<_>>(), [field]);
    }
}

#[test]
fn own_rates_fill_what_the_tables_lack() {
    // Szczecin lies with Enea, of whose groups nothing is known but the hours of those with one zone.
    let mut session = FirmSession::new().unwrap();
    let mut scenario = FirmScenario { town: "szczecin".to_owned(), ..FirmScenario::default() };
    let operator = session.operator_of("szczecin").unwrap();
    let groups = session.groups(&operator);
    assert!(groups.offered.is_empty());
    let lacking = groups.incomplete.iter().find(|(group, _)| group == "C11").unwrap();
    assert_eq!(session.zones(&operator, "C11"), ["all"]);
    let errors = session.outcome(&scenario).unwrap_err();
    assert_eq!(errors[0].problem, Problem::NotInTables { missing: lacking.1.clone() });
    let own = &mut scenario.meters[0].contract.own;
    own.network_variable = vec![("all".to_owned(), 0.3)];
    (own.network_fixed, own.subscription) = (Some(7.0), Some(5.0));
    assert_balanced(&session.outcome(&scenario).unwrap());
    assert_eq!(session.groups("PGE").offered.len(), 13);
    assert_eq!(session.zones("PGE", "C12a"), ["peak", "offpeak"]);
}

#[test]
fn a_municipality_pays_no_tax() {
    let outcome = run(&workshop());
    assert!(!outcome.money.taxed);
    assert!(outcome.money.appraisal.years.iter().all(|year| year.tax.approx_eq(NetPln::ZERO, 0.0)));
}

#[test]
fn every_trade_has_a_result() {
    for trade in Trade::ALL {
        for (group, contracted_kw, kwh) in [("C12a", 30.0, 20_000.0), ("B23", 150.0, 400_000.0)] {
            let mut scenario = FirmScenario::default();
            let meter = &mut scenario.meters[0];
            (meter.usage.trade, meter.usage.kwh_per_year) = (trade, kwh);
            meter.contract.group = group.to_owned();
            meter.contract.contracted_kw = contracted_kw;
            let outcome = run(&scenario);
            assert_balanced(&outcome);
            assert!(outcome.energy.consumption.approx_eq(Kwh(kwh), 1e-3 * kwh), "{trade:?} {group}");
            assert!(outcome.money.cost_after < outcome.money.cost_before, "{trade:?} {group}");
        }
    }
}

#[test]
fn peaks_are_shaved_by_quarter_hours() {
    let mut scenario = workshop();
    scenario.meters[0].plant.battery_use = BatteryUse::PeaksFromGrid;
    let outcome = run(&scenario);
    let meter = &outcome.meters[0];
    let caps = meter.caps.unwrap();
    for (hour, peak) in meter.hours.peak_after.raw().iter().enumerate() {
        assert!(*peak <= caps[CALENDAR.month(hour)].0 + 1e-6, "hour {hour}");
    }
    assert!(meter.after.peak < meter.before.peak);
    let greatest = caps.iter().copied().fold(0.0, |most: f64, cap| most.max(cap.0));
    assert!(meter.after.peak.approx_eq(Kw(greatest), 1e-6));
}

#[test]
fn a_session_gives_what_a_fresh_run_gives() {
    // Parts that are used again change nothing, whatever was edited before.
    let mut session = FirmSession::new().unwrap();
    let mut scenario = workshop();
    type Edit = fn(&mut FirmScenario);
    let edits: [Edit; 8] = [
        |_| {},
        |scenario| scenario.meters[0].plant.pv_kwp = 25.0,
        |scenario| scenario.meters[0].contract.contracted_kw = 70.0,
        |scenario| scenario.meters[0].usage.trade = Trade::Bakery,
        |scenario| scenario.meters.push(measured(9.0)),
        |scenario| scenario.meters[1].surfaces.push(Surface { tilt_deg: 30.0, ..Surface::default() }),
        |scenario| scenario.town = "zywiec".to_owned(),
        |scenario| {
            let own = &mut scenario.meters[0].contract;
            own.operator = Some("PGE".to_owned());
            scenario.meters[1].contract.operator = Some("PGE".to_owned());
            scenario.seed = 7;
        },
    ];
    for edit in edits {
        edit(&mut scenario);
        assert_eq!(session.outcome(&scenario), simulate(&scenario, &RULES, &FIRMS));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is told within the limits gives finite figures, balanced hours, and peaks that modules alone never raise.
    #[test]
    fn random_firms(
        trade in 0..12_usize,
        kwh in 500.0..2_000_000.0,
        group in 0..13_usize,
        area in 2.0..3000.0,
        tilt in 0.0..90.0,
        kind in 0..3_usize,
        share in 0.0..1.0,
        battery in prop_oneof![Just(0.0), 1.0..400.0],
        used_for in 0..3_usize,
        seed in any::<u64>(),
    ) {
        let mut scenario = FirmScenario { seed, ..FirmScenario::default() };
        let groups = FirmSession::new().unwrap().groups("PGE").offered;
        let meter = &mut scenario.meters[0];
        (meter.usage.trade, meter.usage.kwh_per_year) = (Trade::ALL[trade], kwh);
        meter.contract.group = groups[group].clone();
        let large = ["C2", "B2"].iter().any(|start| groups[group].starts_with(start));
        meter.contract.contracted_kw = if large { 41.0 + kwh / 4000.0 } else { 25.0 };
        let kind = [SurfaceKind::Roof, SurfaceKind::Rows { cover_percent: 45.0 }, SurfaceKind::Carport][kind];
        meter.surfaces[0] = Surface { kind, area_m2: area, tilt_deg: tilt, ..Surface::default() };
        meter.plant.battery_kwh = battery;
        meter.plant.battery_use = [BatteryUse::OwnEnergy, BatteryUse::Peaks, BatteryUse::PeaksFromGrid][used_for];
        meter.plant.pv_kwp = 0.0;
        let ready = ReadyFirm::prepare(&scenario, &RULES, &FIRMS, None).unwrap();
        scenario.meters[0].plant.pv_kwp = share * ready.meters[0].fits().0;
        let outcome = simulate_firm(&ready, &scenario).unwrap();
        assert_balanced(&outcome);
        let money = &outcome.money;
        let figures = [money.cost_before, money.cost_after, money.pv_price, money.appraisal.owner.net_present_value];
        prop_assert!(figures.iter().all(|figure| figure.0.is_finite()));
        prop_assert!(money.sensitivity.iter().all(|entry| entry.value_at_low.0.is_finite()));
        prop_assert!(outcome.co2_avoided_kg.is_finite());
        let meter = &outcome.meters[0];
        if battery == 0.0 {
            let hours = &meter.hours;
            for (after, before) in hours.peak_after.raw().iter().zip(hours.peak_before.raw()) {
                prop_assert!(after <= &(before + 1e-9));
            }
        }
        if meter.caps.is_some() {
            prop_assert!(meter.after.peak.0 <= meter.before.peak.0 + 1e-6);
        }
        prop_assert!(meter.pv.approx_eq(meter.fits * share, 1e-6) && meter.fits > Kwp::ZERO);
    }
}

/// A first look at a firm should not warn of powers that nobody typed.
#[test]
fn made_up_firms_keep_within_their_contracted_power() {
    let usual = FirmScenario::default();
    let examples = EXAMPLES.map(|example| example.said(&usual.town).scenario);
    for mut scenario in examples.into_iter().chain([usual]) {
        scenario.meters[0].plant.pv_kwp = 0.0;
        let meter = &run(&scenario).meters[0];
        let peak = meter.hours.peak_before.raw().iter().copied().fold(0.0, f64::max);
        assert!(peak <= scenario.meters[0].contract.contracted_kw, "{peak} kW: {:?}", scenario.meters[0]);
    }
}
