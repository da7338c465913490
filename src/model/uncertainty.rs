//! How far the figures of a scenario may lie: one size carried through many possible years and futures.
//!
//! A member has its own year of weather, habits, error of generation, course of prices and values of the ranges. The bands
//! P10, P50 and P90 are percentiles over the members. Distributions and their sources, and what the bands leave out:
//! `docs/methodology/uncertainty.md`.

pub mod distribution;
mod draw;
mod figures;
mod tornado;

use crate::{
    error::InputError,
    model::{
        home::{Drawn, Home, climate},
        inputs::{Consumption, Scenario},
        weather::{Sky, year::as_f64},
    },
    rules::Rules,
    units::{Kwh, Kwp},
};
use draw::{Draw, Spread};
use figures::{Figures, Size};
use serde::{Deserialize, Serialize};

pub use draw::Source;
pub use figures::{Band, Figured};
pub use tornado::{Bar, Tornado};

/// Fewest and most members.
pub const MEMBERS: (usize, usize) = (25, 1000);
/// Members after which a first answer is given.
const FIRST_ANSWER: usize = 8;

/// What is asked of an ensemble.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Number of members; brought within [`MEMBERS`].
    pub members: usize,
    /// Rated power and usable capacity; none for those of the scenario.
    pub size: Option<(Kwp, Kwh)>,
    /// Sources that are taken as known and held at their middle.
    pub known: Vec<Source>,
}

impl Default for Ask {
    fn default() -> Self {
        Self { members: 32, size: None, known: Vec::new() }
    }
}

/// How far the figures may lie, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bands {
    /// Members behind the percentiles.
    pub members: usize,
    /// Years over which the money is judged.
    pub horizon_years: usize,
    /// The band of every figure.
    pub figures: Figured,
    /// What moves the net present value.
    pub net_present_value: Tornado,
    /// What moves the saving of a first year.
    pub yearly_saving: Tornado,
}

/// An ensemble that is worked through step by step.
pub struct Ensemble {
    rules: Rules,
    scenario: Scenario,
    size: Size,
    sky: Sky,
    /// Homes made ready: the one with everything at its middle, then those of the present member.
    homes: Vec<(Key, Home)>,
    spread: Spread,
    draws: Vec<Draw>,
    horizon_years: usize,
    /// The figures of each step that was made: for each member everything varying, then for each source it alone and all
    /// but it.
    done: Vec<Figures>,
    middle: Figures,
    /// What kept a member from being judged.
    errors: Vec<InputError>,
}

/// What a home is made ready for.
#[derive(Clone, PartialEq)]
struct Key {
    weather: u64,
    habits: u64,
    consumption: Consumption,
}

impl Key {
    /// Of a draw whose ranges are put into the scenario.
    fn of(draw: &Draw, scenario: &Scenario) -> Self {
        Self { weather: draw.weather, habits: draw.habits, consumption: scenario.consumption }
    }
}

impl Ensemble {
    /// An ensemble of which no step is made yet.
    ///
    /// # Errors
    /// Every input that was not accepted, a size that does not fit on the roof, an end of a range that no home can have,
    /// or figures that no table holds.
    pub fn new(rules: &Rules, scenario: &Scenario, ask: &Ask) -> Result<Self, Vec<InputError>> {
        let stated = Home::prepare(scenario, rules, None)?;
        let town = stated.town_of(rules).map_err(|error| vec![error])?;
        let sky = Sky::new(&climate(town), rules.model_year());
        let (pv, battery) = ask.size.unwrap_or((Kwp(scenario.pv_kwp), Kwh(scenario.battery_kwh)));
        let pv = stated.check_fits(pv).map_err(|error| vec![error])?;
        let spread = Spread::read(rules, &stated, scenario, &ask.known).map_err(|error| vec![error])?;
        for range in scenario.ranges.iter().filter(|range| range.field.is_consumption()) {
            for end in [range.low, range.high] {
                let mut at_end = scenario.clone();
                range.field.put(&mut at_end, end);
                Home::prepare(&at_end, rules, Some(&stated))?;
            }
        }
        let centred = spread.middle.put_ranges(scenario);
        let base = Home::prepare(&centred, rules, Some(&stated))?;
        let middle = Figures::of(&base, &centred, (pv, battery), &spread.middle);
        let homes = vec![(Key::of(&spread.middle, &centred), base)];
        let draws = spread.members(scenario, ask.members.clamp(MEMBERS.0, MEMBERS.1));
        Ok(Self {
            rules: rules.clone(),
            scenario: scenario.clone(),
            size: (pv, battery),
            sky,
            homes,
            spread,
            draws,
            horizon_years: stated.terms.outlook.horizon_years,
            done: Vec::new(),
            middle,
            errors: Vec::new(),
        })
    }

    /// Judges the home of one draw more; the share done, or none where nothing is left to do.
    pub fn step(&mut self) -> Option<f64> {
        let (steps, all) = (self.steps_of_a_member(), self.steps_of_a_member() * self.draws.len());
        if self.done.len() >= all || !self.errors.is_empty() {
            return None;
        }
        let (member, step) = (self.done.len() / steps, self.done.len() % steps);
        if step == 0 {
            self.homes.truncate(1);
        }
        match self.judge(&self.draw(member, step)) {
            Ok(figures) => self.done.push(figures),
            Err(errors) => self.errors = errors,
        }
        Some(as_f64(self.done.len()) / as_f64(all))
    }

    /// The bands of the members done so far; none before the eighth.
    #[must_use]
    pub fn so_far(&self) -> Option<Bands> {
        let members = self.done.len() / self.steps_of_a_member();
        (members >= FIRST_ANSWER).then(|| self.bands(members))
    }

    /// The bands, after the steps that are left.
    ///
    /// # Errors
    /// A member that could not be judged.
    pub fn finish(mut self) -> Result<Bands, Vec<InputError>> {
        while self.step().is_some() {}
        if self.errors.is_empty() { Ok(self.bands(self.draws.len())) } else { Err(self.errors) }
    }

    fn steps_of_a_member(&self) -> usize {
        1 + 2 * self.spread.sources.len()
    }

    /// Everything varying in the first step; then one source alone and all but it in turn.
    fn draw(&self, member: usize, step: usize) -> Draw {
        let (middle, own, ranges) = (&self.spread.middle, &self.draws[member], &self.scenario.ranges);
        let Some(turn) = step.checked_sub(1) else { return own.clone() };
        let (mut draw, other) = if turn.is_multiple_of(2) { (middle.clone(), own) } else { (own.clone(), middle) };
        draw.take(self.spread.sources[turn / 2], ranges, other);
        draw
    }

    fn judge(&mut self, draw: &Draw) -> Result<Figures, Vec<InputError>> {
        let scenario = draw.put_ranges(&self.scenario);
        let key = Key::of(draw, &scenario);
        if let Some((_, home)) = self.homes.iter().find(|(known, _)| *known == key) {
            return Ok(Figures::of(home, &scenario, self.size, draw));
        }
        let alike = |known: &Key| (known.weather == key.weather, known.habits == key.habits);
        let nearest = self.homes.iter().max_by_key(|(known, _)| alike(known)).map(|(_, home)| home);
        let drawn = Drawn { weather: draw.weather, habits: draw.habits, sky: Some(&self.sky) };
        let home = Home::prepare_drawn(&scenario, &self.rules, nearest, &drawn)?;
        let figures = Figures::of(&home, &scenario, self.size, draw);
        self.homes.push((key, home));
        Ok(figures)
    }

    fn bands(&self, members: usize) -> Bands {
        let steps = self.steps_of_a_member();
        let of_step = |step: usize| -> Vec<Figures> {
            self.done.iter().skip(step).step_by(steps).take(members).copied().collect()
        };
        let together = of_step(0);
        let tornado = |figure: &dyn Fn(&Figures) -> f64| {
            let values = |step| of_step(step).iter().map(figure).collect::<Vec<f64>>();
            let each = |first: usize| (first..steps).step_by(2).map(values).collect::<Vec<_>>();
            Tornado::of(figure(&self.middle), &values(0), &self.spread.sources, &each(1), &each(2))
        };
        Bands {
            members,
            horizon_years: self.horizon_years,
            figures: Figured::of(&together),
            net_present_value: tornado(&|figures| figures.net_present_value.0),
            yearly_saving: tornado(&|figures| figures.yearly_saving().0),
        }
    }
}

/// The bands of a scenario, in one go.
///
/// # Errors
/// As [`Ensemble::new`].
pub fn bands(rules: &Rules, scenario: &Scenario, ask: &Ask) -> Result<Bands, Vec<InputError>> {
    Ensemble::new(rules, scenario, ask)?.finish()
}
