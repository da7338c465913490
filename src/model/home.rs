//! One home made ready once, then judged for any size of plant and battery.
//!
//! What does not depend on the size is kept: the calendar, a year of weather, one kWp on every plane of the roof, the
//! load, the tariff and the prices of every hour.

use crate::{
    calendar::Calendar,
    error::{InputError, Problem},
    model::{
        dispatch::{Battery, greedy},
        generation::{self, Generation, Plane, UnitYield},
        inputs::{Consumption, Household, RoofPlane, Scenario, SettlementScheme},
        load,
        offer::{Asked, Offer},
        report::{self, Document, Hours, Outcome, Parts, PlaneOutcome},
        settlement::{self, Bill, TariffYear},
        terms::Terms,
        weather::{self, Climate, Weather},
    },
    rules::{
        Rules,
        market::PriceIndex,
        place::Town,
        scheme::SchemeId,
        table::{Confidence, name_of},
    },
    units::{Deg, GrossPln, Kwh, Kwp, Series},
};
use jiff::civil::Date;
use std::sync::Arc;

/// A plane of the roof with what one kWp makes on it.
#[derive(Clone, Debug)]
pub struct ReadyPlane {
    /// Rated power that fits.
    pub fits: Kwp,
    /// Direction and slope.
    plane: Plane,
    /// A year of one kWp.
    pub unit: Arc<UnitYield>,
}

/// A year of weather and what it was drawn from.
#[derive(Clone, Debug)]
struct ReadyWeather {
    town: String,
    seed: u64,
    weather: Arc<Weather>,
}

/// The course of a home's consumption over the year, and what it was drawn from.
#[derive(Clone, Debug)]
struct ReadyShape {
    household: Household,
    /// A year of 1 kWh in all.
    unit: Arc<Series<Kwh>>,
}

/// A home made ready.
#[derive(Clone, Debug)]
pub struct Home {
    /// Town by its key.
    pub town: String,
    /// The modelled year.
    pub calendar: Arc<Calendar>,
    /// The planes, in the order of the scenario.
    pub planes: Vec<ReadyPlane>,
    /// Hourly consumption.
    pub load: Series<Kwh>,
    /// How export is settled.
    pub scheme: SettlementScheme,
    /// Tariff, scheme and prices.
    pub offer: Offer,
    /// The bill without an installation.
    pub before: Bill,
    /// The figures of the tables.
    pub terms: Terms,
    /// How clear each hour's day is beside its month.
    relative_clearness: Vec<f64>,
    /// Documents behind tariff, levies and prices.
    documents: Vec<Document>,
    weather: ReadyWeather,
    shape: ReadyShape,
}

impl Home {
    /// Makes a home ready. Parts of `previous` that the scenario leaves as they were are used again.
    ///
    /// # Errors
    /// Every input that was not accepted.
    pub fn prepare(scenario: &Scenario, rules: &Rules, previous: Option<&Self>) -> Result<Self, Vec<InputError>> {
        let mut errors = scenario.out_of_range();
        let town = rules.town(&scenario.town);
        if town.is_none() {
            errors.push(unknown_town(&scenario.town, rules));
        }
        let (Some(town), true) = (town, errors.is_empty()) else { return Err(errors) };
        let year = rules.model_year();
        let today = rules.model_date();
        let calendar = previous
            .filter(|home| home.calendar.year() == year)
            .map_or_else(|| Arc::new(Calendar::new(year, &rules.days_off(year))), |home| Arc::clone(&home.calendar));
        let terms = Terms::read(rules, today, scenario).map_err(|error| vec![error])?;
        let weather = ReadyWeather::draw(town, year, scenario.seed, previous);
        let planes = planes(&scenario.planes, &weather, &terms, previous);
        let scheme = scenario.scheme;
        let relative_clearness = weather.weather.relative_clearness(&calendar);
        let asked = contract(scenario, town, &terms, &relative_clearness);
        let offer = Offer::read(&asked, rules, &calendar, today).map_err(|error| vec![error])?;
        let tariff = &offer.plain.tariff;
        let shape = ReadyShape::draw(scenario, &calendar, &weather, previous);
        let load = consumption(scenario, tariff, &shape.unit).map_err(|error| vec![error])?;
        let documents = documents(rules, town, tariff, scheme);
        let before = settlement::settle(&offer.plain, &load, &Series::zeros(calendar.len())).steady;
        Ok(Self {
            town: town.id.clone(),
            calendar,
            planes,
            load,
            scheme,
            offer,
            before,
            terms,
            relative_clearness,
            documents,
            weather,
            shape,
        })
    }

    /// Rated power that fits on the whole roof.
    #[must_use]
    pub fn roof_fits(&self) -> Kwp {
        self.planes.iter().map(|plane| plane.fits).sum()
    }

    /// Rated power on each plane when `total` is placed where a kWp makes most; what does not fit is left out.
    #[must_use]
    pub fn layout(&self, total: Kwp) -> Vec<Kwp> {
        let mut order: Vec<usize> = (0..self.planes.len()).collect();
        let energy = |plane: usize| self.planes[plane].unit.ladder.meter.0;
        order.sort_by(|&a, &b| energy(b).total_cmp(&energy(a)));
        let mut placed = vec![Kwp::ZERO; self.planes.len()];
        let mut left_kwp = total.0;
        for plane in order {
            let here_kwp = left_kwp.min(self.planes[plane].fits.0);
            placed[plane] = Kwp(here_kwp);
            left_kwp -= here_kwp;
        }
        placed
    }

    /// A year of `total` rated power on the roof.
    #[must_use]
    pub fn generation(&self, total: Kwp) -> Generation {
        let layout = self.layout(total);
        let parts: Vec<(Kwp, &UnitYield)> =
            layout.into_iter().zip(&self.planes).map(|(rated, plane)| (rated, plane.unit.as_ref())).collect();
        generation::combine(&parts)
    }

    /// A battery of this usable capacity.
    #[must_use]
    pub fn battery(&self, usable: Kwh) -> Battery {
        if usable.0 > 0.0 {
            Battery::symmetric(usable, self.terms.round_trip, self.terms.c_rate)
        } else {
            Battery::NONE
        }
    }

    /// Energy bought and fed in, hour by hour, with a plant and a battery that stores its surplus.
    #[must_use]
    pub fn at_meter(&self, pv: Kwp, battery: Kwh) -> (Series<Kwh>, Series<Kwh>) {
        let flows = greedy::dispatch(&self.generation(pv).ac, &self.load, &self.battery(battery), None);
        (flows.import, flows.export)
    }

    /// The town as the tables know it.
    ///
    /// # Errors
    /// [`Problem::Unknown`] where the tables are others than the home was made ready with.
    pub fn town_of<'a>(&self, rules: &'a Rules) -> Result<&'a Town, InputError> {
        rules.town(&self.town).ok_or_else(|| unknown_town(&self.town, rules))
    }

    /// The outcome of a size, from the results of the stages.
    #[must_use]
    pub(super) fn report(&self, pv: Kwp, battery: Kwh, parts: &Parts<'_>, hours: Hours) -> Outcome {
        let (energy, months) = hours.by_month(&self.calendar);
        let placed = self.layout(pv);
        let planes = self.planes.iter().zip(placed).map(|(plane, placed)| PlaneOutcome {
            fits: plane.fits,
            placed,
            yield_per_kwp: plane.unit.ac.total(),
        });
        Outcome {
            town: self.town.clone(),
            year: self.calendar.year(),
            pv,
            battery,
            roof_fits: self.roof_fits(),
            planes: planes.collect(),
            energy,
            months,
            days: hours.mean_days(&self.calendar),
            self_consumption: energy.self_consumption(),
            autonomy: energy.autonomy(),
            ladder: report::ladder(parts.ladder),
            bill: report::bill_lines(parts.before, &parts.after.steady),
            scheme: self.scheme,
            deposit: report::deposit(&parts.after.steady),
            credit: report::credit(&parts.after.steady),
            money: report::money(parts),
            co2_avoided_kg: (energy.consumption - energy.import).0 * self.terms.grid_co2_kg_per_kwh,
            assumptions: self.terms.assumptions.clone(),
            documents: self.documents.clone(),
            hours,
        }
    }

    /// Accepts a rated power that fits on the roof.
    ///
    /// # Errors
    /// [`Problem::RoofTooSmall`] with what fits.
    pub fn check_fits(&self, asked: Kwp) -> Result<Kwp, InputError> {
        let fits = self.roof_fits();
        if asked.0 <= fits.0 + 1e-9 {
            Ok(asked)
        } else {
            let problem = Problem::RoofTooSmall { asked_kwp: asked.0, fits_kwp: fits.0 };
            Err(InputError { field: "pv_kwp".to_owned(), problem })
        }
    }
}

impl ReadyWeather {
    fn draw(town: &Town, year: i16, seed: u64, previous: Option<&Home>) -> Self {
        let same =
            |home: &&Home| home.weather.town == town.id && home.weather.seed == seed && home.calendar.year() == year;
        previous.filter(same).map_or_else(
            || Self { town: town.id.clone(), seed, weather: Arc::new(weather::synthesise(&climate(town), year, seed)) },
            |home| home.weather.clone(),
        )
    }
}

impl ReadyShape {
    fn draw(scenario: &Scenario, calendar: &Calendar, weather: &ReadyWeather, previous: Option<&Home>) -> Self {
        let household = scenario.household;
        let same =
            |home: &&Home| home.shape.household == household && Arc::ptr_eq(&home.weather.weather, &weather.weather);
        previous.filter(same).map_or_else(
            || Self {
                household,
                unit: Arc::new(load::household(&household, calendar, &weather.weather.ghi, Kwh(1.0), scenario.seed)),
            },
            |home| home.shape.clone(),
        )
    }
}

/// The climate of a town as the weather stage takes it.
#[must_use]
pub fn climate(town: &Town) -> Climate {
    Climate {
        latitude: town.lat,
        longitude: town.lon,
        elevation_m: town.elevation_m,
        ghi_kwh_m2: town.climate.ghi_kwh_m2,
        temperature_c: town.climate.temp_c,
        linke_turbidity: town.climate.linke,
        wind_m_s: town.climate.wind_m_s,
    }
}

fn unknown_town(asked: &str, rules: &Rules) -> InputError {
    let known = rules.towns().map(|town| town.id.clone()).collect();
    InputError { field: "town".to_owned(), problem: Problem::Unknown { value: asked.to_owned(), known } }
}

fn planes(roof: &[RoofPlane], weather: &ReadyWeather, terms: &Terms, previous: Option<&Home>) -> Vec<ReadyPlane> {
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

/// The contract a scenario asks for, at the market prices of the weather of `home`.
#[must_use]
pub fn asked<'a>(scenario: &'a Scenario, town: &'a Town, home: &'a Home) -> Asked<'a> {
    contract(scenario, town, &home.terms, &home.relative_clearness)
}

fn contract<'a>(scenario: &'a Scenario, town: &'a Town, terms: &Terms, relative_clearness: &'a [f64]) -> Asked<'a> {
    Asked {
        operator: &town.operator,
        seller: &town.seller,
        group: &scenario.tariff.group,
        phases: scenario.tariff.phases,
        billing_months: scenario.tariff.billing_months,
        scheme: scenario.scheme,
        clearness_slope: terms.clearness_slope,
        relative_clearness,
    }
}

/// The load of a scenario: the shape of its home, in the size it states or its bill implies.
fn consumption(scenario: &Scenario, tariff: &TariffYear, shape: &Series<Kwh>) -> Result<Series<Kwh>, InputError> {
    let yearly = match scenario.consumption {
        Consumption::KwhPerYear(kwh) => Kwh(kwh),
        Consumption::GrossPlnPerMonth(pln) => settlement::consumption_for_bill(tariff, shape, GrossPln(pln))?,
    };
    Ok(shape.scaled(yearly.0))
}

/// The documents behind tariff, climate, scheme and prices, each once, in the order of their use.
fn documents(rules: &Rules, town: &Town, tariff: &TariffYear, scheme: SettlementScheme) -> Vec<Document> {
    let mut documents: Vec<Document> = Vec::new();
    let mut cite = |key: &str, checked_on: Date, confidence: Confidence| {
        let Some(source) = rules.sources.iter().find(|source| source.key == key) else { return };
        let document = Document {
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            place: source.place.clone(),
            url: source.url.clone(),
            checked_on: checked_on.to_string(),
            confidence: name_of(&confidence),
        };
        if !documents.contains(&document) {
            documents.push(document);
        }
    };
    for row in tariff.months.iter().flat_map(|month| &month.used) {
        cite(&row.source, row.checked_on, row.confidence);
    }
    let climate = rules.towns.iter().filter(|row| row.rule.id == town.id).map(|row| &row.provenance);
    let (id, index) = match scheme {
        SettlementScheme::NetBillingRce => (SchemeId::NetBilling, Some(PriceIndex::Rce)),
        SettlementScheme::NetBillingRcem => (SchemeId::NetBilling, Some(PriceIndex::Rcem)),
        SettlementScheme::NetMetering => (SchemeId::NetMetering, None),
    };
    let schemes = rules.schemes.iter().filter(|row| row.rule.scheme == id).map(|row| &row.provenance);
    let prices = rules.market_prices.iter().filter(|row| Some(row.rule.index) == index).map(|row| &row.provenance);
    for row in climate.chain(schemes).chain(prices) {
        cite(&row.source, row.checked_on, row.confidence);
    }
    documents
}
