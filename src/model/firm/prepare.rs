//! A firm made ready once, then judged for any sizes.
//!
//! What does not depend on the sizes is kept: the calendar, a year of weather, one kWp on every surface, load, tariff and
//! prices of every hour. Parts that a changed scenario leaves as they were are used again.

use super::{
    contract::{ReadyContract, ReadyExport, Tables},
    load::ReadyLoad,
    meter::{BatteryRun, MeterSize, ReadyMeter},
    surface::ReadySurface,
    terms::FirmTerms,
};
use crate::{
    calendar::Calendar,
    error::{InputError, Problem},
    model::{
        home::{climate, hours_of, unknown_town},
        inputs::{
            firm::{
                FirmMeter, FirmScenario,
                contract::EnergyPricing,
                plant::{FIRM_PV_KWP, FirmExportWay},
            },
            measured::{Hourly, RCE_PLN_MWH},
        },
        report::{Citations, Document},
        settlement,
        weather::{self, Weather},
    },
    rules::{Rules, firm::FirmRules, market::PriceIndex, place::Town, scheme::SchemeId},
    units::{Kw, Kwh, Kwp},
};
use jiff::civil::Date;
use std::sync::Arc;

/// A year of weather and what it was drawn from.
#[derive(Clone, Debug)]
struct ReadyWeather {
    town: String,
    seed: u64,
    weather: Arc<Weather>,
}

/// Market prices and what they were made from.
#[derive(Clone, Debug)]
struct ReadyMarket {
    own: Option<Hourly>,
    slope: f64,
    pln_per_mwh: Arc<[f64]>,
}

/// A firm made ready.
#[derive(Clone, Debug)]
pub struct ReadyFirm {
    /// Town by its key.
    pub town: String,
    /// Its Polish name.
    pub town_name: String,
    /// The modelled year.
    pub calendar: Arc<Calendar>,
    /// The figures of the tables, and the firm's own in their place.
    pub terms: FirmTerms,
    /// The meters, in the order of the scenario.
    pub meters: Vec<ReadyMeter>,
    /// Documents behind tariffs, charges and prices.
    pub documents: Vec<Document>,
    weather: ReadyWeather,
    market: ReadyMarket,
}

impl ReadyFirm {
    /// Makes a firm ready.
    ///
    /// # Errors
    /// Every input that was not accepted.
    pub fn prepare(
        scenario: &FirmScenario,
        rules: &Rules,
        firms: &FirmRules,
        previous: Option<&Self>,
    ) -> Result<Self, Vec<InputError>> {
        let mut errors = scenario.out_of_range();
        let town = rules.town(&scenario.town);
        if town.is_none() {
            errors.push(unknown_town(&scenario.town, rules));
        }
        let (Some(town), true) = (town, errors.is_empty()) else { return Err(errors) };
        let (year, today) = (rules.model_year(), rules.model_date());
        let previous = previous.filter(|firm| firm.calendar.year() == year);
        let calendar = previous
            .map_or_else(|| Arc::new(Calendar::new(year, &rules.days_off(year))), |firm| Arc::clone(&firm.calendar));
        let terms = FirmTerms::read(rules, firms, today, scenario).map_err(|error| vec![error])?;
        let weather = ReadyWeather::draw(town, year, scenario.seed, previous);
        let same_sky = previous.filter(|firm| Arc::ptr_eq(&firm.weather.weather, &weather.weather));
        let market = ReadyMarket::read(scenario, rules, (&calendar, today), (&weather, &terms), same_sky)
            .map_err(|error| vec![error])?;
        let tables = Tables { rules, firms, calendar: &calendar, today, terms: &terms, market: &market.pln_per_mwh };
        let mut meters = Vec::with_capacity(scenario.meters.len());
        for (place, meter) in scenario.meters.iter().enumerate() {
            let known = same_sky.and_then(|firm| firm.meters.get(place));
            let surfaces = same_sky.filter(|firm| firm.terms.system == terms.system);
            match make_ready((place, meter), scenario, town, &tables, &weather.weather, known, surfaces) {
                Ok(ready) => meters.push(ready),
                Err(found) => errors.extend(found),
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let documents = documents(rules, firms, town, scenario, &meters);
        let (town, town_name) = (town.id.clone(), town.name_pl.clone());
        Ok(Self { town, town_name, calendar, terms, meters, documents, weather, market })
    }

    /// RCE of every hour, zł/MWh.
    #[must_use]
    pub fn market_pln_per_mwh(&self) -> &[f64] {
        &self.market.pln_per_mwh
    }

    /// The sizes of the scenario, if they fit.
    ///
    /// # Errors
    /// [`Problem::RoofTooSmall`] for every meter whose modules do not.
    pub fn sizes(&self, scenario: &FirmScenario) -> Result<Vec<MeterSize>, Vec<InputError>> {
        let mut errors = Vec::new();
        let mut sizes = Vec::with_capacity(self.meters.len());
        for (place, (meter, ready)) in scenario.meters.iter().zip(&self.meters).enumerate() {
            let (asked_kwp, fits_kwp) = (meter.plant.pv_kwp, ready.fits().0);
            if asked_kwp > fits_kwp + 1e-9 {
                let field = format!("meters.{place}.{}", FIRM_PV_KWP.id);
                errors.push(InputError { field, problem: Problem::RoofTooSmall { asked_kwp, fits_kwp } });
            }
            sizes.push(MeterSize { pv: Kwp(asked_kwp), battery: Kwh(meter.plant.battery_kwh) });
        }
        if errors.is_empty() { Ok(sizes) } else { Err(errors) }
    }
}

impl ReadyWeather {
    fn draw(town: &Town, year: i16, seed: u64, previous: Option<&ReadyFirm>) -> Self {
        let same = |firm: &&ReadyFirm| firm.weather.town == town.id && firm.weather.seed == seed;
        previous.filter(same).map_or_else(
            || {
                let weather = Arc::new(weather::synthesise(&climate(town), year, seed));
                Self { town: town.id.clone(), seed, weather }
            },
            |firm| firm.weather.clone(),
        )
    }
}

impl ReadyMarket {
    fn read(
        scenario: &FirmScenario,
        rules: &Rules,
        (calendar, today): (&Calendar, Date),
        (weather, terms): (&ReadyWeather, &FirmTerms),
        same_sky: Option<&ReadyFirm>,
    ) -> Result<Self, InputError> {
        let (own, slope) = (scenario.market.rce.clone(), terms.clearness_slope);
        let same = |market: &&Self| market.own == own && (market.slope - slope).abs() <= 0.0;
        if let Some(known) = same_sky.map(|firm| &firm.market).filter(same) {
            return Ok(known.clone());
        }
        let pln_per_mwh = match &own {
            Some(rce) => hours_of(RCE_PLN_MWH.id, rce, calendar)?.to_vec(),
            None => {
                let days = rules.rce(today).map_err(|error| InputError {
                    field: "town".to_owned(),
                    problem: Problem::NotInTables { missing: vec![error.to_string()] },
                })?;
                settlement::market_price(&days, slope, &weather.weather.relative_clearness(calendar), calendar)
            }
        };
        Ok(Self { own, slope, pln_per_mwh: pln_per_mwh.into() })
    }
}

/// A meter made ready; parts of `known` and surfaces of `alike` are used again.
fn make_ready(
    (place, meter): (usize, &FirmMeter),
    scenario: &FirmScenario,
    town: &Town,
    tables: &Tables<'_>,
    weather: &Weather,
    known: Option<&ReadyMeter>,
    alike: Option<&ReadyFirm>,
) -> Result<ReadyMeter, Vec<InputError>> {
    let with_tables = (tables.firms, tables.today);
    let previous = known.map(|known| &known.ready_load);
    let ready_load = ReadyLoad::draw((place, meter), scenario.seed, with_tables, (tables.calendar, weather), previous)
        .map_err(|error| vec![error])?;
    let previous = known.map(|known| &known.contract);
    let contract = ReadyContract::read((place, meter), &town.operator, &ready_load.load, tables, previous)?;
    let export = ReadyExport::read((place, meter), &contract, tables).map_err(|error| vec![error])?;
    let mut surfaces: Vec<ReadySurface> = Vec::with_capacity(meter.surfaces.len());
    for surface in &meter.surfaces {
        let before = alike.and_then(|firm| firm.meters.get(place)).map_or(&[][..], |meter| &meter.surfaces);
        let ready = ReadySurface::new(surface, weather, tables.terms, before);
        surfaces.push(ready);
    }
    let run = BatteryRun {
        round_trip: tables.terms.round_trip,
        c_rate: tables.terms.c_rate,
        power: meter.plant.battery_kw.map(Kw),
        used_for: meter.plant.battery_use,
        no_lower_than: Kw(scenario.wishes.cap_kw.unwrap_or(0.0)),
    };
    Ok(ReadyMeter { surfaces, ready_load, contract, export, run })
}

/// The documents behind tariffs, climate, net-billing and market prices, each once, in the order of their use.
fn documents(
    rules: &Rules,
    firms: &FirmRules,
    town: &Town,
    scenario: &FirmScenario,
    meters: &[ReadyMeter],
) -> Vec<Document> {
    let mut citations = Citations::of(firms.sources.iter().chain(&rules.sources));
    for month in meters.iter().flat_map(|meter| &meter.contract.plain.tariff.months) {
        month.used.iter().for_each(|row| citations.used(row));
    }
    firms.capacity_classes.iter().for_each(|row| citations.row(&row.provenance));
    rules.towns.iter().filter(|row| row.rule.id == town.id).for_each(|row| citations.row(&row.provenance));
    let prosumers = scenario.meters.iter().any(|meter| meter.plant.export == FirmExportWay::BySize);
    let schemes = rules.schemes.iter().filter(|row| prosumers && row.rule.scheme == SchemeId::NetBilling);
    schemes.for_each(|row| citations.row(&row.provenance));
    let priced = scenario.market.rce.is_none()
        && scenario.meters.iter().any(|meter| {
            meter.plant.export != FirmExportWay::Nothing
                || matches!(meter.contract.energy.pricing, Some(EnergyPricing::Market { .. }))
        });
    let prices = rules.market_prices.iter().filter(|row| priced && row.rule.index == PriceIndex::Rce);
    prices.for_each(|row| citations.row(&row.provenance));
    citations.finish()
}
