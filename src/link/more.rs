//! What the third version of the link says beyond the second: every further answer by a number of its own.
//!
//! A number of a field or of an answer never gets another meaning; a new field gets a new number. Only answers that differ
//! from the default are written.

use crate::model::inputs::{
    Car, Dwelling, Mostly, Scenario, SettlementScheme, Timing,
    energy_contract::{Dynamic, EnergyContract},
    heating::{Emitter, Insulation, PumpKind},
    ranges::{Range, RangeField},
};
use crate::rules::heat::{AgeClass, HeatSourceId};

const SCHEMES: [SettlementScheme; 3] =
    [SettlementScheme::Virtual, SettlementScheme::Collective, SettlementScheme::Tenant];
const MOSTLY: [Mostly; 6] =
    [Mostly::Usual, Mostly::Morning, Mostly::Day, Mostly::Evening, Mostly::Night, Mostly::Evenly];
const DWELLINGS: [Dwelling; 2] = [Dwelling::House, Dwelling::Flat];
const TIMINGS: [Timing; 3] = [Timing::AtOnce, Timing::CheapHours, Timing::Surplus];
const PUMPS: [PumpKind; 2] = [PumpKind::Air, PumpKind::Ground];
const INSULATIONS: [Insulation; 3] = [Insulation::AsBuilt, Insulation::Partly, Insulation::Deep];
const EMITTERS: [Emitter; 3] = [Emitter::Floor, Emitter::Radiators45, Emitter::Radiators55];
const SOURCES: [HeatSourceId; 10] = [
    HeatSourceId::CoalOld,
    HeatSourceId::CoalClass5,
    HeatSourceId::Pellets,
    HeatSourceId::Gas,
    HeatSourceId::Oil,
    HeatSourceId::Lpg,
    HeatSourceId::District,
    HeatSourceId::Electric,
    HeatSourceId::AirPump,
    HeatSourceId::GroundPump,
];
const AGES: [AgeClass; 8] = [
    AgeClass::Before1966,
    AgeClass::To1985,
    AgeClass::To1992,
    AgeClass::To1997,
    AgeClass::To2008,
    AgeClass::To2013,
    AgeClass::To2020,
    AgeClass::From2021,
];

/// A field that is a number, or an answer by its place in its list: its own number, how it is read and how it is put.
type Number = (u8, fn(&Scenario) -> Option<f64>, fn(&mut Scenario, f64) -> Option<()>);

/// Number of the low end of the first range of [`RangeField::ALL`]; its high end and the other ranges follow.
const FIRST_RANGE: u8 = 100;

/// Answers that others depend on stand before them.
const NUMBERS: [Number; 39] = [
    (1, |s| place(&SCHEMES, s.scheme), |s, n| put(&mut s.scheme, at(&SCHEMES, n))),
    (2, |s| place(&MOSTLY, s.household.mostly), |s, n| put(&mut s.household.mostly, at(&MOSTLY, n))),
    (3, |s| place(&DWELLINGS, s.household.dwelling), |s, n| put(&mut s.household.dwelling, at(&DWELLINGS, n))),
    (10, |s| s.car.map(|_| 1.0), |s, _| put(&mut s.car, Some(Some(Car::default())))),
    (11, |s| s.car?.km_per_year, |s, n| put(&mut s.car.as_mut()?.km_per_year, Some(Some(n)))),
    (12, |s| s.car?.kwh_per_100_km, |s, n| put(&mut s.car.as_mut()?.kwh_per_100_km, Some(Some(n)))),
    (13, |s| s.car?.charger_kw, |s, n| put(&mut s.car.as_mut()?.charger_kw, Some(Some(n)))),
    (14, |s| Some(s.car?.days_at_home.into()), |s, n| put(&mut s.car.as_mut()?.days_at_home, whole(n))),
    (15, |s| place(&TIMINGS, s.car?.charging), |s, n| put(&mut s.car.as_mut()?.charging, at(&TIMINGS, n))),
    (20, |s| place(&TIMINGS, s.devices.boiler?), |s, n| put(&mut s.devices.boiler, at(&TIMINGS, n).map(Some))),
    (21, |s| place(&TIMINGS, s.devices.machines), |s, n| put(&mut s.devices.machines, at(&TIMINGS, n))),
    (22, |s| Some(s.devices.cooled_m2), |s, n| put(&mut s.devices.cooled_m2, Some(n))),
    (23, |s| yes(s.devices.included), |s, n| put(&mut s.devices.included, Some(n > 0.0))),
    (
        30,
        |s| dynamic(s).map(|_| 1.0),
        |s, _| put(&mut s.tariff.energy, Some(EnergyContract::Dynamic(Dynamic::default()))),
    ),
    (
        31,
        |s| dynamic(s)?.margin_net_pln_per_kwh,
        |s, n| put(&mut dynamic_mut(s)?.margin_net_pln_per_kwh, Some(Some(n))),
    ),
    (
        32,
        |s| dynamic(s)?.fee_gross_pln_per_month,
        |s, n| put(&mut dynamic_mut(s)?.fee_gross_pln_per_month, Some(Some(n))),
    ),
    (
        33,
        |s| yes(dynamic(s)?.passes_negative_prices),
        |s, n| put(&mut dynamic_mut(s)?.passes_negative_prices, Some(n > 0.0)),
    ),
    (40, |s| Some(s.building.flats.into()), |s, n| put(&mut s.building.flats, whole(n))),
    (41, |s| s.building.always_on_percent, |s, n| put(&mut s.building.always_on_percent, Some(Some(n)))),
    (42, |s| s.building.light_percent, |s, n| put(&mut s.building.light_percent, Some(Some(n)))),
    (50, |s| Some(s.phase_split.inverter_phases.into()), |s, n| put(&mut s.phase_split.inverter_phases, whole(n))),
    (51, |s| Some(s.phase_split.first_percent), |s, n| put(&mut s.phase_split.first_percent, Some(n))),
    (52, |s| Some(s.phase_split.second_percent), |s, n| put(&mut s.phase_split.second_percent, Some(n))),
    (53, |s| Some(s.phase_split.third_percent), |s, n| put(&mut s.phase_split.third_percent, Some(n))),
    (60, |s| Some(s.money.taxpayers.into()), |s, n| put(&mut s.money.taxpayers, whole(n))),
    (61, |s| s.money.floor_area_m2, |s, n| put(&mut s.money.floor_area_m2, Some(Some(n)))),
    (70, |s| place(&SOURCES, s.heating.present?), |s, n| put(&mut s.heating.present, at(&SOURCES, n).map(Some))),
    (71, |s| place(&PUMPS, s.heating.planned?), |s, n| put(&mut s.heating.planned, at(&PUMPS, n).map(Some))),
    (72, |s| yes(s.heating.hot_water), |s, n| put(&mut s.heating.hot_water, Some(n > 0.0))),
    (73, |s| Some(s.heating.area_m2), |s, n| put(&mut s.heating.area_m2, Some(n))),
    (74, |s| place(&AGES, s.heating.age), |s, n| put(&mut s.heating.age, at(&AGES, n))),
    (75, |s| place(&INSULATIONS, s.heating.insulation), |s, n| put(&mut s.heating.insulation, at(&INSULATIONS, n))),
    (76, |s| place(&EMITTERS, s.heating.emitter), |s, n| put(&mut s.heating.emitter, at(&EMITTERS, n))),
    (77, |s| s.heating.fuel_amount, |s, n| put(&mut s.heating.fuel_amount, Some(Some(n)))),
    (78, |s| s.heating.fuel_price, |s, n| put(&mut s.heating.fuel_price, Some(Some(n)))),
    (79, |s| Some(s.heating.set_point_c), |s, n| put(&mut s.heating.set_point_c, Some(n))),
    (80, |s| Some(s.heating.setback_k), |s, n| put(&mut s.heating.setback_k, Some(n))),
    (81, |s| Some(s.heating.design_c), |s, n| put(&mut s.heating.design_c, Some(n))),
    (82, |s| Some(s.heating.litres_per_person), |s, n| put(&mut s.heating.litres_per_person, Some(n))),
];

/// A field that is a word.
type Word = (u8, fn(&Scenario) -> &String, fn(&mut Scenario) -> &mut String);

const WORDS: [Word; 2] =
    [(1, |s| &s.money.programme, |s| &mut s.money.programme), (2, |s| &s.money.tax_rate, |s| &mut s.money.tax_rate)];

/// Numbers that differ from those of `plain`.
pub(super) fn numbers(scenario: &Scenario, plain: &Scenario) -> Vec<(u8, f64)> {
    let differs = |(number, get, _): &Number| {
        let value = get(scenario)?;
        (get(plain).map(f64::to_bits) != Some(value.to_bits())).then_some((*number, value))
    };
    let ranges = scenario.ranges.iter().flat_map(|range| {
        let first = RangeField::ALL.iter().zip((FIRST_RANGE..).step_by(2)).find(|(field, _)| **field == range.field);
        first.into_iter().flat_map(|(_, first)| [(first, range.low), (first + 1, range.high)])
    });
    NUMBERS.iter().filter_map(differs).chain(ranges).collect()
}

/// Words that are not empty.
pub(super) fn words(scenario: &Scenario) -> Vec<(u8, String)> {
    let said = WORDS.iter().map(|(number, get, _)| (*number, get(scenario).clone()));
    said.filter(|(_, word)| !word.is_empty()).collect()
}

/// Puts numbers and words in; none where this build does not know one of them.
pub(super) fn put_all(scenario: &mut Scenario, numbers: &[(u8, f64)], words: &[(u8, String)]) -> Option<()> {
    for (number, value) in numbers {
        if *number >= FIRST_RANGE {
            put_range(&mut scenario.ranges, *number - FIRST_RANGE, *value)?;
            continue;
        }
        let (_, _, put) = NUMBERS.iter().find(|(known, _, _)| known == number)?;
        put(scenario, *value)?;
    }
    for (number, word) in words {
        let (_, _, field) = WORDS.iter().find(|(known, _, _)| known == number)?;
        field(scenario).clone_from(word);
    }
    Some(())
}

/// Puts in one end of a range: its low end, or the high end of the range whose low end came before.
fn put_range(ranges: &mut Vec<Range>, place: u8, value: f64) -> Option<()> {
    let field = *RangeField::ALL.get(usize::from(place / 2))?;
    if place.is_multiple_of(2) {
        ranges.push(Range { field, low: value, high: value });
        return Some(());
    }
    ranges.last_mut().filter(|range| range.field == field)?.high = value;
    Some(())
}

fn dynamic(scenario: &Scenario) -> Option<Dynamic> {
    scenario.tariff.energy.dynamic()
}

fn dynamic_mut(scenario: &mut Scenario) -> Option<&mut Dynamic> {
    match &mut scenario.tariff.energy {
        EnergyContract::Dynamic(dynamic) => Some(dynamic),
        EnergyContract::Regulated => None,
    }
}

fn put<T>(field: &mut T, value: Option<T>) -> Option<()> {
    *field = value?;
    Some(())
}

/// Place of an answer in its list, from 0; none for one that is not in it.
fn place<T: PartialEq>(all: &[T], value: T) -> Option<f64> {
    (0_u16..).zip(all).find(|(_, known)| **known == value).map(|(place, _)| place.into())
}

fn at<T: Copy>(all: &[T], number: f64) -> Option<T> {
    whole::<u16>(number).and_then(|place| all.get(usize::from(place))).copied()
}

/// A whole number from 0 to 65,535.
fn whole<T: TryFrom<u16>>(number: f64) -> Option<T> {
    let exact = (0..=u16::MAX).find(|&whole| f64::from(whole) >= number)?;
    (f64::from(exact) <= number).then(|| T::try_from(exact).ok()).flatten()
}

fn yes(said: bool) -> Option<f64> {
    Some(f64::from(u8::from(said)))
}
