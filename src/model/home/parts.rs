//! What a home is made ready from: its weather, the course of its consumption, its planes and its heat.

use super::{Drawn, Home, ReadyPlane, climate};
use crate::{
    calendar::Calendar,
    error::{InputError, Problem},
    model::{
        generation::{self, Plane},
        heating::ReadyHeat,
        inputs::{
            Consumption, Household, PV_KWP, RoofPlane, Scenario, SettlementScheme, Timing,
            measured::{Hourly, MEASURED_KWH},
        },
        load::{self, CommonParts},
        settlement::{self, TariffYear},
        terms::Terms,
        weather::{self, Weather},
    },
    rules::{Rules, place::Town, scheme::SchemeId},
    units::{Deg, GrossPln, Kwh, Kwp, Series},
};
use jiff::civil::Date;
use std::{borrow::Cow, sync::Arc};

/// A year of weather and what it was drawn from.
#[derive(Clone, Debug)]
pub(super) struct ReadyWeather {
    pub(super) town: String,
    pub(super) seed: u64,
    pub(super) weather: Arc<Weather>,
}

/// The course of a home's consumption over the year, and what it was drawn from.
#[derive(Clone, Debug)]
pub(super) struct ReadyShape {
    /// Seed of the habits.
    pub(super) seed: u64,
    /// Who lives there, where it is a home.
    pub(super) household: Household,
    /// What is counted in its place, where it is the common parts of a building.
    pub(super) common_parts: Option<CommonParts>,
    /// Whether washing machine and dishwasher run at the usual hours.
    pub(super) machines: bool,
    /// A year of 1 kWh in all.
    pub(super) unit: Arc<Series<Kwh>>,
}

impl ReadyWeather {
    pub(super) fn draw(town: &Town, year: i16, drawn: &Drawn<'_>, previous: Option<&Home>) -> Self {
        let seed = drawn.weather;
        let weather = || match drawn.sky {
            Some(sky) => sky.draw(seed),
            None => weather::synthesise(&climate(town), year, seed),
        };
        let same =
            |home: &&Home| home.weather.town == town.id && home.weather.seed == seed && home.calendar.year() == year;
        previous.filter(same).map_or_else(
            || Self { town: town.id.clone(), seed, weather: Arc::new(weather()) },
            |home| home.weather.clone(),
        )
    }
}

impl ReadyShape {
    pub(super) fn draw(
        scenario: &Scenario,
        seed: u64,
        common_parts: Option<CommonParts>,
        (calendar, weather): (&Calendar, &ReadyWeather),
        previous: Option<&Home>,
    ) -> Self {
        let household = scenario.household;
        let machines = scenario.devices.machines == Timing::AtOnce;
        let same = |home: &&Home| {
            let shape = &home.shape;
            (shape.seed, shape.household, shape.common_parts, shape.machines)
                == (seed, household, common_parts, machines)
                && Arc::ptr_eq(&home.weather.weather, &weather.weather)
        };
        if let Some(home) = previous.filter(same) {
            return home.shape.clone();
        }
        let ghi = &weather.weather.ghi;
        let unit = match &common_parts {
            Some(parts) => load::common_parts(parts, calendar, ghi, Kwh(1.0), seed),
            None if machines => load::household(&household, calendar, ghi, Kwh(1.0), seed),
            None => load::without_machines(&household, calendar, ghi, Kwh(1.0), seed),
        };
        Self { seed, household, common_parts, machines, unit: Arc::new(unit) }
    }
}

/// The heat of a scenario, used again where neither heating nor weather has changed.
pub(super) fn heat(
    scenario: &Scenario,
    rules: &Rules,
    today: Date,
    calendar: &Calendar,
    weather: &ReadyWeather,
    previous: Option<&Home>,
) -> Result<Option<Arc<ReadyHeat>>, InputError> {
    let (heating, persons) = (&scenario.heating, scenario.household.persons);
    let same = |home: &&Home| Arc::ptr_eq(&home.weather.weather, &weather.weather);
    let known = previous.filter(same).and_then(|home| home.heat.as_ref());
    match known.filter(|heat| heat.is_for(heating, persons)) {
        Some(heat) => Ok(Some(Arc::clone(heat))),
        None => Ok(ReadyHeat::draw(heating, persons, rules, today, calendar, &weather.weather)?.map(Arc::new)),
    }
}

pub(super) fn planes(
    roof: &[RoofPlane],
    weather: &ReadyWeather,
    terms: &Terms,
    previous: Option<&Home>,
) -> Vec<ReadyPlane> {
    let known = previous
        .filter(|home| Arc::ptr_eq(&home.weather.weather, &weather.weather) && home.terms.system == terms.system);
    roof.iter()
        .map(|part| {
            let plane = Plane { tilt: Deg(part.tilt_deg), azimuth: Deg(part.azimuth_deg) };
            let unit = known.and_then(|home| home.planes.iter().find(|ready| ready.plane == plane)).map_or_else(
                || Arc::new(generation::unit_yield(&plane, &weather.weather, &terms.system)),
                |ready| Arc::clone(&ready.unit),
            );
            ReadyPlane { fits: Kwp(part.area_m2 * terms.kwp_per_m2), plane, unit }
        })
        .collect()
}

/// The numbers of an hourly list that has the length of the modelled year.
pub(in crate::model) fn hours_of<'a>(
    field: &str,
    hourly: &'a Hourly,
    calendar: &Calendar,
) -> Result<&'a [f64], InputError> {
    let (value, hours) = (hourly.values().len(), calendar.len());
    if value == hours {
        Ok(hourly.values())
    } else {
        let problem = Problem::Count { value, min: hours, max: hours };
        Err(InputError { field: field.to_owned(), problem })
    }
}

/// The course of a year of 1 kWh and the yearly consumption: what the meter counted, else the shape of the home in the
/// size that the scenario states or its bill implies.
pub(super) fn consumption<'a>(
    scenario: &Scenario,
    tariff: &TariffYear,
    shape: &'a Series<Kwh>,
    calendar: &Calendar,
) -> Result<(Cow<'a, Series<Kwh>>, Kwh), InputError> {
    if let Some(measured) = &scenario.measured {
        let measured = Series::from_raw(hours_of(MEASURED_KWH.id, &measured.kwh, calendar)?.to_vec());
        let yearly: Kwh = measured.total();
        return Ok((Cow::Owned(measured.scaled(1.0 / yearly.0)), yearly));
    }
    let yearly = match scenario.consumption {
        Consumption::KwhPerYear(kwh) => Kwh(kwh),
        Consumption::GrossPlnPerMonth(pln) => settlement::consumption_for_bill(tariff, shape, GrossPln(pln))?,
    };
    Ok((Cow::Borrowed(shape), yearly))
}

/// Largest share of a plant under a scheme: what the tables say of shares, else what a micro-installation may have.
pub(super) fn share_limit(scheme: SettlementScheme, rules: &Rules, today: Date) -> Result<Kwp, InputError> {
    let limit = match scheme {
        SettlementScheme::Virtual => rules.share_limit(SchemeId::Virtual, today),
        SettlementScheme::Collective => rules.share_limit(SchemeId::Collective, today),
        _ => return Ok(Kwp(PV_KWP.max)),
    };
    limit.map_err(|error| {
        let problem = Problem::NotInTables { missing: vec![error.to_string()] };
        InputError { field: "scheme".to_owned(), problem }
    })
}
