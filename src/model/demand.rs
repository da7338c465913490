//! What a home uses: the household, the car, the devices; and what of it follows the surplus of a plant.

use crate::{
    calendar::Calendar,
    error::{InputError, Problem},
    model::{
        dispatch::flexible::{self, Need, Waiting},
        inputs::{Car, KM_PER_YEAR, Scenario, Timing},
        load,
        settlement::TariffYear,
        terms::{Reader, Terms},
        weather::Weather,
    },
    rules::{Rules, value::EquipmentKind},
    units::{Celsius, Kw, Kwh, Series},
};
use jiff::civil::Date;
use std::borrow::Cow;

const WEEKS: f64 = 365.0 / 7.0;
/// Largest part of the stated consumption that boiler, machines and car are taken to make up: a home with less left
/// than this has smaller devices than the tables say.
const MOST_OF_STATED: f64 = 0.75;
/// Clock hours after which the boiler heats up again what was used.
const WATER_USED: [usize; 2] = [7, 19];
/// Clock hours at which machines start when they wait for nothing.
const MACHINES_START: [usize; 1] = [18];

/// What the car and the devices need, by the tables and the person.
#[derive(Clone, Debug, Default)]
pub(super) struct Devices {
    /// Part of the stated consumption.
    inside: Vec<Need>,
    /// On top of it.
    on_top: Vec<Need>,
    /// Air conditioning: kWh of every hour, and whether the stated consumption holds it.
    cooling: Option<(Series<Kwh>, bool)>,
}

impl Devices {
    /// Reads what the scenario has; common parts of a building have none of it. Every figure used is noted in the
    /// assumptions of `terms`.
    ///
    /// # Errors
    /// Figures that no table holds, and a car that drives more than its charging point can charge at night.
    pub(super) fn read(
        scenario: &Scenario,
        rules: &Rules,
        today: Date,
        weather: &Weather,
        terms: &mut Terms,
    ) -> Result<Self, InputError> {
        let mut devices = Self::default();
        if terms.common_parts.is_some() {
            return Ok(devices);
        }
        let mut reader = Reader::new(rules, today);
        let persons = f64::from(scenario.household.persons);
        let said = &scenario.devices;
        if let Some(timing) = said.boiler {
            let yearly = persons * reader.equipment(EquipmentKind::Boiler, "kwh_per_person");
            let power = Kw(reader.equipment(EquipmentKind::Boiler, "power"));
            devices.inside.push(Need::device(Kwh(yearly), power, timing, &WATER_USED));
        }
        if said.machines != Timing::AtOnce {
            let mut weekly = |kind| reader.equipment(kind, "kwh_per_run") * reader.equipment(kind, "runs_per_person");
            let weekly_kwh = weekly(EquipmentKind::Washing) + weekly(EquipmentKind::Dishwasher);
            let power = Kw(reader.equipment(EquipmentKind::Washing, "power"));
            let yearly = Kwh(persons * WEEKS * weekly_kwh);
            devices.inside.push(Need::device(yearly, power, said.machines, &MACHINES_START));
        }
        if let Some(car) = &scenario.car {
            let need = car_need(car, &mut reader)?;
            if said.included { devices.inside.push(need) } else { devices.on_top.push(need) }
        }
        if said.cooled_m2 > 0.0 {
            let specific_wh_m2_k = reader.equipment(EquipmentKind::Cooling, "specific_use");
            let balance = Celsius(reader.equipment(EquipmentKind::Cooling, "balance_temperature"));
            let air = &weather.temperature;
            devices.cooling =
                Some((load::cooling::cooling(said.cooled_m2, specific_wh_m2_k, balance, air), said.included));
        }
        terms.assumptions.extend(reader.finish()?);
        Ok(devices)
    }
}

/// The energy of a car.
///
/// # Errors
/// More kilometres than its charging point can charge in the shortest night.
fn car_need(car: &Car, reader: &mut Reader<'_>) -> Result<Need, InputError> {
    let mut figure = |parameter, own| reader.own_or_equipment(EquipmentKind::Car, parameter, own);
    let km = figure("km_per_year", car.km_per_year);
    let kwh_per_km = figure("kwh_per_100_km", car.kwh_per_100_km) / 100.0;
    let power = Kw(figure("charger_power", car.charger_kw));
    let kept = 1.0 - figure("charging_loss", None) / 100.0;
    let yearly = Kwh(if kept > 0.0 { km * kwh_per_km / kept } else { 0.0 });
    let most = Need::most_yearly(power);
    if yearly > most {
        let max = (km * (most / yearly)).floor();
        let problem = Problem::OutOfRange { value: km, min: KM_PER_YEAR.min, max };
        return Err(InputError { field: KM_PER_YEAR.id.to_owned(), problem });
    }
    Ok(Need::car(yearly, power, car.charging, car.days_at_home))
}

/// What a home uses, hour by hour.
#[derive(Clone, Debug)]
pub(super) struct Demand {
    /// What does not follow the sun.
    rigid: Series<Kwh>,
    /// Loads that take the surplus of a plant, the first of them first.
    waiting: Vec<Waiting>,
    /// All of it without a plant.
    alone: Series<Kwh>,
}

impl Demand {
    /// The household in the course of `shape`, in the size left of the `stated` consumption, and the devices.
    pub(super) fn compose(
        shape: &Series<Kwh>,
        stated: Kwh,
        devices: &Devices,
        calendar: &Calendar,
        tariff: &TariffYear,
    ) -> Self {
        let cooling_inside =
            devices.cooling.as_ref().filter(|(_, inside)| *inside).map_or(0.0, |(one, _)| one.total().0);
        let inside_kwh = cooling_inside + devices.inside.iter().map(|need| need.yearly.0).sum::<f64>();
        let most_kwh = MOST_OF_STATED * stated.0;
        let share = if inside_kwh > most_kwh { most_kwh / inside_kwh } else { 1.0 };
        let mut rigid = shape.scaled(stated.0 - share * inside_kwh);
        if let Some((cooling, inside)) = &devices.cooling {
            let factor = if *inside { share } else { 1.0 };
            rigid.raw_mut().iter_mut().zip(cooling.raw()).for_each(|(sum, kwh)| *sum += factor * kwh);
        }
        let price =
            if devices.inside.is_empty() && devices.on_top.is_empty() { vec![] } else { prices(calendar, tariff) };
        let mut waiting = Vec::new();
        let inside = devices.inside.iter().map(|need| Need { yearly: need.yearly * share, ..*need });
        for need in inside.chain(devices.on_top.iter().copied()) {
            let planned = need.plan(calendar, &price);
            if need.timing == Timing::Surplus {
                waiting.push(planned);
            } else {
                planned.add_to(rigid.raw_mut(), &[]);
            }
        }
        let alone = flexible::served(&rigid, &waiting, &Series::zeros(0));
        Self { rigid, waiting, alone }
    }

    /// The same with more that does not follow the sun, kWh of every hour.
    pub(super) fn with(&self, more_kwh: &[f64]) -> Self {
        let mut sum = self.clone();
        for series in [&mut sum.rigid, &mut sum.alone] {
            series.raw_mut().iter_mut().zip(more_kwh).for_each(|(sum, more)| *sum += more);
        }
        sum
    }

    /// What the home uses without a plant.
    pub(super) fn alone(&self) -> &Series<Kwh> {
        &self.alone
    }

    /// What it uses beside this generation: the same energy, at other hours.
    pub(super) fn beside(&self, generation: &Series<Kwh>) -> Cow<'_, Series<Kwh>> {
        if self.waiting.is_empty() {
            Cow::Borrowed(&self.alone)
        } else {
            Cow::Owned(flexible::served(&self.rigid, &self.waiting, generation))
        }
    }
}

/// What one more kWh costs in every hour, with VAT, zł.
fn prices(calendar: &Calendar, tariff: &TariffYear) -> Vec<f64> {
    (0..calendar.len()).map(|hour| tariff.all_in(hour).0).collect()
}
