//! Heating of whole homes: seasonal performance, sums, monotony, and the comparison of sources.

use autonomia::{
    calendar::Calendar,
    model::{
        heating::{HeatOutcome, compare::HeatYear},
        inputs::{
            Scenario,
            heating::{Emitter, Heating, Insulation, PumpKind},
        },
        load::heat::{
            demand::{OneNode, Surroundings, one_node},
            house::{House, Stated, heating},
        },
        report::Outcome,
        session::Session,
        weather::{Weather, synthesise},
    },
    rules::{
        Rules,
        heat::{AgeClass, FuelId, HeatSourceId},
    },
    units::{Celsius, GrossPln, Kw, Kwh, Series},
};
use proptest::{prelude::*, test_runner::Config};
use std::cell::RefCell;

fn home(heating: Heating) -> Scenario {
    Scenario { heating, ..Scenario::default() }
}

fn with_pump(kind: PumpKind, emitter: Emitter) -> Heating {
    Heating { planned: Some(kind), emitter, age: AgeClass::To2008, ..Heating::default() }
}

fn outcome(scenario: &Scenario) -> Outcome {
    Session::new().unwrap().outcome(scenario).unwrap()
}

fn heat(scenario: &Scenario) -> HeatOutcome {
    outcome(scenario).heat.unwrap()
}

/// Measured in homes, rod and standby included: floor 3.6 to 4.2, radiators at 45 °C 3.0 to 3.5, at 55 °C 2.6 to 3.0,
/// hot water 2.3 to 2.8. A house of 2021 lies below by 0.1: it heats in the coldest weeks only.
#[test]
fn an_air_pump_in_sokolow_performs_as_measured_ones() {
    for (emitter, low, high) in
        [(Emitter::Floor, 3.6, 4.2), (Emitter::Radiators45, 3.0, 3.5), (Emitter::Radiators55, 2.6, 3.0)]
    {
        for (age, seed) in [(AgeClass::To2008, 1), (AgeClass::To1985, 2), (AgeClass::To1997, 3)] {
            let heating = Heating { age, ..with_pump(PumpKind::Air, emitter) };
            let heat = heat(&Scenario { seed, ..home(heating) });
            let rooms = heat.rooms_performance.unwrap();
            let water = heat.water_performance.unwrap();
            println!("{emitter:?} {age:?}: rooms {rooms:.2}, water {water:.2}, rod {:.0} kWh", heat.rod.0);
            assert!((low..=high).contains(&rooms), "{emitter:?} {age:?}: {rooms}");
            assert!((2.3..=2.8).contains(&water), "water: {water}");
            assert!(heat.rod.0 < 0.1 * heat.electricity.0, "{heat:?}");
        }
    }
}

/// By the same measurements: brine pumps lie above air pumps, at 4.0 to 5.0 with floors and 3.4 to 4.2 with radiators.
#[test]
fn a_ground_pump_performs_better_than_an_air_pump() {
    for (emitter, low, high) in [(Emitter::Floor, 4.0, 5.0), (Emitter::Radiators55, 3.4, 4.2)] {
        let rooms = heat(&home(with_pump(PumpKind::Ground, emitter))).rooms_performance.unwrap();
        assert!((low..=high).contains(&rooms), "{emitter:?}: {rooms}");
        assert!(rooms > heat(&home(with_pump(PumpKind::Air, emitter))).rooms_performance.unwrap());
    }
}

#[test]
fn a_home_that_says_nothing_of_heating_has_none() {
    let mut session = Session::new().unwrap();
    let scenario = Scenario::default();
    let plain = session.outcome(&scenario).unwrap();
    assert_eq!(plain.heat, None);
    assert!(plain.assumptions.iter().all(|row| !row.id.contains("building") && !row.id.contains("heat")));
    assert_eq!(session.heating(&scenario).unwrap().years, vec![]);
    // A boiler changes what is said of heat, and nothing of electricity.
    let boiler = session.outcome(&home(Heating { present: Some(HeatSourceId::Gas), ..Heating::default() })).unwrap();
    assert_eq!(boiler.hours, plain.hours);
    assert_eq!(boiler.heat.map(|heat| (heat.electricity, heat.performance)), Some((Kwh::ZERO, None)));
}

#[test]
fn a_pump_is_added_to_the_household() {
    let plain = outcome(&Scenario::default());
    for heating in [
        with_pump(PumpKind::Air, Emitter::Floor),
        with_pump(PumpKind::Ground, Emitter::Radiators55),
        Heating { present: Some(HeatSourceId::Electric), ..Heating::default() },
    ] {
        let with = outcome(&home(heating));
        let heat = with.heat.unwrap();
        let more = with.energy.consumption - plain.energy.consumption;
        assert!(more.approx_eq(heat.electricity, 1e-6));
        assert!(with.money.bill_before > plain.money.bill_before);
        let pairs = with.hours.consumption.raw().iter().zip(plain.hours.consumption.raw());
        assert!(pairs.clone().all(|(with, plain)| with >= plain));
        // Days add up to the year, for the load as a whole and for its two parts.
        let days = |hours: &[f64]| hours.chunks(24).map(|day| day.iter().sum::<f64>()).sum::<f64>();
        let parts: Vec<f64> = pairs.map(|(with, plain)| with - plain).collect();
        assert!((days(with.hours.consumption.raw()) - with.energy.consumption.0).abs() < 1e-6);
        assert!((days(&parts) - heat.electricity.0).abs() < 1e-6);
        // 20 W of standby are 175 kWh a year.
        assert!(heat.electricity.0 <= (heat.rooms.0 + heat.water.0) / 0.99 + 176.0, "{heat:?}");
    }
}

#[test]
fn insulation_set_point_and_setback_change_the_heat_as_they_should() {
    let rooms = |change: &dyn Fn(&mut Heating)| {
        let mut heating = Heating { present: Some(HeatSourceId::Gas), ..Heating::default() };
        change(&mut heating);
        heat(&home(heating)).rooms.0
    };
    let usual = rooms(&|_| {});
    // A year of 3,600 degree days needs 120 m² × 260 kWh; that of Sokołów is within a tenth of it.
    assert!((usual / (120.0 * 260.0) - 1.0).abs() < 0.1, "{usual}");
    assert!(rooms(&|heating| heating.insulation = Insulation::Partly) < usual);
    let deep = rooms(&|heating| heating.insulation = Insulation::Deep);
    assert!((deep / usual - 75.0 / 260.0).abs() < 1e-3, "{deep}");
    assert!(rooms(&|heating| heating.set_point_c = 21.0) > 1.03 * usual);
    assert!(rooms(&|heating| heating.setback_k = 3.0) < usual);
}

/// The year of one source in the comparison.
fn year_of(session: &mut Session, scenario: &Scenario, source: HeatSourceId) -> HeatYear {
    let years = session.heating(scenario).unwrap().years;
    *years.iter().find(|year| year.source == source).unwrap()
}

/// Four tonnes of 25.5 MJ/kg are 102 GJ: at 1,500 zł/t, 94.7 kg CO2, 404 g PM10, 398 g PM2.5 and 230 mg benzo(a)pyrene
/// per GJ they are 6,000 zł, 9,659 kg, 41.2 kg, 40.6 kg and 23.5 g.
#[test]
fn burnt_coal_costs_and_smokes_what_it_was() {
    let mut session = Session::new().unwrap();
    let coal = Heating { present: Some(HeatSourceId::CoalOld), fuel_amount: Some(4.0), ..Heating::default() };
    let year = year_of(&mut session, &home(coal), HeatSourceId::CoalOld);
    assert!(year.present && year.weak_source);
    assert!(year.cost.unwrap().approx_eq(GrossPln(6000.0), 0.5), "{year:?}");
    assert!((year.co2_kg - 9659.0).abs() < 1.0, "{year:?}");
    assert!((year.pm10_kg - 41.2).abs() < 0.05 && (year.pm2_5_kg - 40.6).abs() < 0.05, "{year:?}");
    assert!((year.bap_g - 23.46).abs() < 0.01, "{year:?}");
    // An own price goes before that of the table.
    let own = Heating { fuel_price: Some(1000.0), ..coal };
    assert!(year_of(&mut session, &home(own), HeatSourceId::CoalOld).cost.unwrap().approx_eq(GrossPln(4000.0), 0.5));
}

#[test]
fn a_source_without_a_price_has_no_cost_until_one_is_given() {
    let mut session = Session::new().unwrap();
    let network = Heating { present: Some(HeatSourceId::District), ..Heating::default() };
    assert_eq!(year_of(&mut session, &home(network), HeatSourceId::District).cost, None);
    assert_eq!(session.heating(&home(network)).unwrap().years.last().unwrap().source, HeatSourceId::District);
    let priced = Heating { fuel_price: Some(120.0), fuel_amount: Some(50.0), ..network };
    let year = year_of(&mut session, &home(priced), HeatSourceId::District);
    assert!(year.cost.unwrap().approx_eq(GrossPln(6000.0), 0.5), "{year:?}");
}

/// What a pump costs in the comparison is the difference of two real bills.
#[test]
fn electricity_for_heating_is_priced_by_the_bill() {
    let mut session = Session::new().unwrap();
    let heating = with_pump(PumpKind::Air, Emitter::Radiators45);
    let year = year_of(&mut session, &home(heating), HeatSourceId::AirPump);
    let (with, without) = (outcome(&home(heating)), outcome(&Scenario::default()));
    assert!(year.planned && !year.present);
    assert!(year.cost.unwrap().approx_eq(with.money.bill_after - without.money.bill_after, 1e-6));
    let bought = with.energy.import - without.energy.import;
    assert!((year.co2_kg - 0.553 * bought.0).abs() < 1e-6);
    assert_eq!(year.performance, with.heat.unwrap().performance);
    let years = session.heating(&home(heating)).unwrap().years;
    assert_eq!(years.len(), HeatSourceId::ALL.len());
    let costs: Vec<f64> = years.iter().filter_map(|year| year.cost).map(|cost| cost.0).collect();
    assert!(costs.is_sorted() && costs.iter().all(|cost| *cost > 0.0));
}

/// The units of the amounts a person gives are those of the table of fuels.
#[test]
fn fuels_have_the_energy_of_their_units() {
    let rules = Rules::built_in().unwrap();
    // kWh per t of 25.5 and 17.5 MJ/kg, per kWh of gross calorific value, per l of 36 and 25.5 MJ, per GJ.
    for (fuel, kwh) in [
        (FuelId::Coal, 25_500.0 / 3.6),
        (FuelId::Pellets, 17_500.0 / 3.6),
        (FuelId::Gas, 0.902),
        (FuelId::Oil, 36.0 / 3.6),
        (FuelId::Lpg, 25.5 / 3.6),
        (FuelId::District, 1000.0 / 3.6),
    ] {
        let row = rules.fuel(fuel, rules.model_date()).unwrap();
        assert!((row.rule.kwh_per_unit / kwh - 1.0).abs() < 0.003, "{fuel:?}");
    }
    for age in AgeClass::ALL {
        assert!(rules.building(age, rules.model_date()).is_ok());
    }
}

fn sokolow() -> (Calendar, Weather) {
    let rules = Rules::built_in().unwrap();
    let climate = autonomia::model::home::climate(rules.town("sokolow-podlaski").unwrap());
    (Calendar::new(2026, &[]), synthesise(&climate, 2026, 1))
}

fn warmer(weather: &Weather, by_k: f64) -> Series<Celsius> {
    Series::from_raw(weather.temperature.raw().iter().map(|air_c| air_c + by_k).collect())
}

#[test]
fn warmer_weather_never_needs_more_heat() {
    let (calendar, weather) = sokolow();
    let config = Config { failure_persistence: None, ..Config::with_cases(24) };
    proptest!(config, |(loss in 30.0..600.0, capacity in 2.0..30.0, set in 16.0..24.0, by in 0.1..8.0)| {
        let node = OneNode { loss_w_k: loss, capacity_kwh_k: capacity, aperture_m2: 2.0, limit: Kw(f64::INFINITY) };
        let needed = |outdoor: &Series<Celsius>| {
            let around = Surroundings {
                outdoor,
                ghi: &weather.ghi,
                inside: Series::from_raw(vec![0.4; calendar.len()]),
                set_point: Series::from_raw(vec![set; calendar.len()]),
            };
            one_node(&node, &around).heat.total()
        };
        prop_assert!(needed(&warmer(&weather, by)) <= needed(&weather.temperature));
        let house = House {
            capacity_kwh_k: capacity,
            aperture_m2: 2.0,
            gains: Kw(0.4),
            set_point: Celsius(set),
            setback_k: 0.0,
            design: Celsius(-20.0),
        };
        let stated = Stated::Stock { heat: Kwh(15_000.0), degree_days: 3600.0 };
        let stock = |outdoor| heating(&house, stated, &calendar, outdoor, &weather.ghi);
        let (cool, warm) = (stock(&weather.temperature), stock(&warmer(&weather, by)));
        prop_assert!(warm.heat.total() <= cool.heat.total());
        prop_assert!(cool.heat.raw().iter().all(|kwh| *kwh >= 0.0 && kwh.is_finite()));
    });
}

#[test]
fn whatever_is_said_of_heating_gives_figures() {
    let session = RefCell::new(Session::new().unwrap());
    let config = Config { failure_persistence: None, ..Config::with_cases(40) };
    proptest!(config, |(
        area in 20.0..1000.0, set in 15.0..25.0, setback in 0.0..6.0, design in -30.0..-10.0, litres in 0.0..150.0,
        source in 0..10_usize, pump in 0..3_u8, share in 0.0..1.0, used in any::<bool>(), water in any::<bool>(),
    )| {
        let mut heating = Heating {
            present: Some(HeatSourceId::ALL[source]),
            planned: [None, Some(PumpKind::Air), Some(PumpKind::Ground)][usize::from(pump)],
            area_m2: area,
            set_point_c: set,
            setback_k: setback,
            design_c: design,
            litres_per_person: litres,
            hot_water: water,
            ..Heating::default()
        };
        let amount = heating.fuel_field(&autonomia::model::inputs::heating::FUEL_AMOUNTS);
        heating.fuel_amount = amount.filter(|_| used).map(|field| field.min + share * (field.max - field.min));
        let outcome = session.borrow_mut().outcome(&home(heating)).unwrap();
        let heat = outcome.heat.unwrap();
        let all = heat.rooms + heat.water;
        prop_assert!(heat.electricity.0 <= all.0 / 0.98 + 176.0, "{heat:?}");
        prop_assert!(heat.rod <= heat.electricity && heat.design_load.0.is_finite());
        prop_assert!(outcome.hours.consumption.raw().iter().all(|kwh| *kwh >= 0.0 && kwh.is_finite()));
        let years = session.borrow_mut().heating(&home(heating)).unwrap().years;
        for year in years {
            let figures = [year.co2_kg, year.pm10_kg, year.pm2_5_kg, year.bap_g];
            prop_assert!(figures.iter().all(|figure| *figure >= 0.0 && figure.is_finite()), "{year:?}");
            prop_assert!(year.cost.is_none_or(|cost| cost.0.is_finite() && cost.0 >= -1.0), "{year:?}");
        }
    });
}
