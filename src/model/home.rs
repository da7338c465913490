//! One home made ready once, then judged for any size of plant and battery.
//!
//! What does not depend on the size is kept: the calendar, a year of weather, one kWp on every plane of the roof, the
//! load, the tariff and the prices of every hour.

mod documents;
mod parts;

use crate::{
    calendar::Calendar,
    error::{InputError, Problem},
    model::{
        demand::{Demand, Devices},
        dispatch::{Battery, Flows, apart, greedy},
        generation::{self, Generation, Plane, UnitYield},
        heating::ReadyHeat,
        inputs::{
            Scenario, SettlementScheme,
            measured::{Hourly, RCE_PLN_MWH},
        },
        offer::{Asked, Offer},
        report::{self, Assumption, Document, Hours, Outcome, Parts, Physical, PlaneOutcome},
        settlement::{self, Bill},
        terms::Terms,
        weather::{Climate, Sky},
    },
    order::ascending,
    rules::{Rules, place::Town},
    units::{Celsius, Kwh, Kwp, Series},
};
use documents::documents;
pub(super) use parts::hours_of;
use parts::{ReadyShape, ReadyWeather, consumption, heat, planes, share_limit};
use std::{borrow::Cow, sync::Arc};

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

/// Which of the possible years of a home is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Drawn<'a> {
    /// Seed of the weather.
    pub weather: u64,
    /// Seed of who lives there and how.
    pub habits: u64,
    /// The sky over the town in the modelled year, where it is worked out already.
    pub sky: Option<&'a Sky>,
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
    /// Largest share of a plant that the scheme allows.
    share_to: Kwp,
    /// The heat of the home; none where heating is not counted.
    pub heat: Option<Arc<ReadyHeat>>,
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
    /// What is used without heating.
    household: Demand,
    /// What is used.
    demand: Demand,
}

impl Home {
    /// Makes a home ready. Parts of `previous` that the scenario leaves as they were are used again.
    ///
    /// # Errors
    /// Every input that was not accepted.
    pub fn prepare(scenario: &Scenario, rules: &Rules, previous: Option<&Self>) -> Result<Self, Vec<InputError>> {
        let drawn = Drawn { weather: scenario.seed, habits: scenario.seed, sky: None };
        Self::prepare_drawn(scenario, rules, previous, &drawn)
    }

    /// The same in the year of other seeds than the scenario's own.
    ///
    /// # Errors
    /// Every input that was not accepted.
    pub fn prepare_drawn(
        scenario: &Scenario,
        rules: &Rules,
        previous: Option<&Self>,
        drawn: &Drawn<'_>,
    ) -> Result<Self, Vec<InputError>> {
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
        let mut terms = Terms::read(rules, today, scenario).map_err(|error| vec![error])?;
        let weather = ReadyWeather::draw(town, year, drawn, previous);
        let scheme = scenario.scheme;
        let share_to = share_limit(scheme, rules, today).map_err(|error| vec![error])?;
        let mut planes = planes(&scenario.planes, &weather, &terms, previous);
        if !scheme.is_behind_the_meter() {
            // The planes tell how the plant elsewhere stands; its area is not the person's.
            planes.iter_mut().for_each(|plane| plane.fits = share_to);
        }
        let relative_clearness = weather.weather.relative_clearness(&calendar);
        if let Some(rce) = &scenario.market.rce {
            hours_of(RCE_PLN_MWH.id, rce, &calendar).map_err(|error| vec![error])?;
        }
        let asked = contract(scenario, town, &terms, &relative_clearness);
        let offer = Offer::read(&asked, rules, &calendar, today).map_err(|error| vec![error])?;
        let tariff = &offer.plain.tariff;
        let shape = ReadyShape::draw(scenario, drawn.habits, terms.common_parts, (&calendar, &weather), previous);
        let (course, stated) = consumption(scenario, tariff, &shape.unit, &calendar).map_err(|error| vec![error])?;
        let devices =
            Devices::read(scenario, rules, today, &weather.weather, &mut terms).map_err(|error| vec![error])?;
        let household = Demand::compose(&course, stated, &devices, &calendar, tariff);
        let held = scenario.measured.is_some() && scenario.heating.is_electric();
        let heat = if held || terms.common_parts.is_some() {
            None
        } else {
            heat(scenario, rules, today, &calendar, &weather, previous).map_err(|error| vec![error])?
        };
        let demand = heat.as_ref().map_or_else(|| household.clone(), |heat| household.with(heat.electric_kwh()));
        let documents = documents(rules, town, tariff, scenario);
        let before = settlement::settle(&offer.plain, demand.alone(), &Series::zeros(calendar.len())).steady;
        Ok(Self {
            town: town.id.clone(),
            calendar,
            planes,
            share_to,
            heat,
            household,
            scheme,
            offer,
            before,
            terms,
            relative_clearness,
            documents,
            weather,
            shape,
            demand,
        })
    }

    /// Rated power that fits on the whole roof, or that may be a share of a plant elsewhere.
    #[must_use]
    pub fn roof_fits(&self) -> Kwp {
        let fits: Kwp = self.planes.iter().map(|plane| plane.fits).sum();
        Kwp(fits.0.min(self.share_to.0))
    }

    /// Rated power on each plane when `total` is placed where a kWp makes most; what does not fit is left out.
    #[must_use]
    pub fn layout(&self, total: Kwp) -> Vec<Kwp> {
        let energies: Vec<f64> = self.planes.iter().map(|plane| -plane.unit.ladder.meter.0).collect();
        let mut placed = vec![Kwp::ZERO; self.planes.len()];
        let mut left_kwp = total.0;
        for plane in ascending(&energies) {
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

    /// A year of 1 kWp on another plane under the weather of the home, as its own planes are reckoned.
    #[must_use]
    pub fn unit_yield(&self, plane: &Plane) -> UnitYield {
        generation::unit_yield(plane, &self.weather.weather, &self.terms.system)
    }

    /// The capacity that counts: none where nothing of the plant flows behind the meter.
    #[must_use]
    pub fn battery_size(&self, asked: Kwh) -> Kwh {
        if self.scheme.is_behind_the_meter() { asked } else { Kwh::ZERO }
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

    /// Outdoor temperature of the modelled year.
    #[must_use]
    pub fn outdoor(&self) -> &Series<Celsius> {
        &self.weather.weather.temperature
    }

    /// Hourly consumption without a plant: the household, its devices and, where it heats electrically, the heating.
    #[must_use]
    pub fn load(&self) -> &Series<Kwh> {
        self.demand.alone()
    }

    /// Hourly consumption beside this generation: loads that wait for surplus move with it, the sum stays.
    #[must_use]
    pub fn load_beside(&self, generation: &Series<Kwh>) -> Cow<'_, Series<Kwh>> {
        self.beside(&self.demand, generation)
    }

    /// The same with other electricity for heat, kWh of every hour, in the place of the home's own.
    #[must_use]
    pub fn load_heated_by(&self, electric_kwh: &[f64], generation: &Series<Kwh>) -> Series<Kwh> {
        self.beside(&self.household.with(electric_kwh), generation).into_owned()
    }

    fn beside<'a>(&self, demand: &'a Demand, generation: &Series<Kwh>) -> Cow<'a, Series<Kwh>> {
        if self.scheme.is_behind_the_meter() { demand.beside(generation) } else { Cow::Borrowed(demand.alone()) }
    }

    /// What flows where with this generation, this load and a battery that stores the surplus.
    #[must_use]
    pub fn flows(&self, generation: &Series<Kwh>, load: &Series<Kwh>, battery: Kwh) -> Flows {
        if self.scheme.is_behind_the_meter() {
            greedy::dispatch(generation, load, &self.battery(battery), None)
        } else {
            apart::dispatch(generation, load)
        }
    }

    /// Energy bought and fed in, hour by hour, with a plant and a battery.
    #[must_use]
    pub fn at_meter(&self, pv: Kwp, battery: Kwh) -> (Series<Kwh>, Series<Kwh>) {
        let generation = self.generation(pv).ac;
        let flows = self.flows(&generation, &self.load_beside(&generation), battery);
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
            physical: Physical::of(&energy, battery, self.terms.within_hour_loss),
            ladder: report::ladder(parts.ladder),
            bill: report::bill_lines(parts.before, &parts.after.steady),
            scheme: self.scheme,
            dynamic: self.terms.dynamic.is_some(),
            per_flat: self.terms.common_parts.map(|common| report::per_flat(parts, common.flats)),
            deposit: report::deposit(&parts.after.steady),
            credit: report::credit(&parts.after.steady),
            money: report::money(parts),
            co2_avoided_kg: (energy.consumption - energy.import).0 * self.terms.grid_co2_kg_per_kwh,
            heat: self.heat.as_ref().map(|heat| heat.outcome()),
            assumptions: self.assumptions(),
            documents: self.documents.clone(),
            hours,
        }
    }

    /// Rows of the tables behind the figures.
    fn assumptions(&self) -> Vec<Assumption> {
        let heat = self.heat.iter().flat_map(|heat| &heat.assumptions);
        self.terms.assumptions.iter().chain(heat).cloned().collect()
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

pub(in crate::model) fn unknown_town(asked: &str, rules: &Rules) -> InputError {
    let known = rules.towns().map(|town| town.id.clone()).collect();
    InputError { field: "town".to_owned(), problem: Problem::Unknown { value: asked.to_owned(), known } }
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
        dynamic: terms.dynamic,
        clearness_slope: terms.clearness_slope,
        relative_clearness,
        rce: scenario.market.rce.as_ref().map(Hourly::values),
    }
}
