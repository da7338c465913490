//! What is drawn for each member: seeds, errors, growth of prices, values of ranges, stratified so that few members
//! cover every distribution.

use super::distribution::{normal, triangular};
use crate::{
    error::{InputError, Problem},
    model::{
        home::Home,
        inputs::{
            Scenario,
            ranges::{Range, RangeField},
        },
        random::Random,
        weather::year::as_f64,
    },
    rules::{
        Rules,
        model_error::{self, ModelErrorId},
        price_path::{PricePathId, PriceStream},
        value::AssumptionId,
    },
};
use serde::{Deserialize, Serialize};

/// A source of uncertainty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Which year of weather it is, and with it the prices of sunny and dull days.
    Weather,
    /// Who lives there and how, at the same yearly consumption.
    Habits,
    /// How far generation lies from what is computed.
    Model,
    /// How prices of bought and exported energy move.
    Prices,
    /// A number that the person gave as a range.
    Range(RangeField),
}

/// What one member is computed from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draw {
    pub weather: u64,
    pub habits: u64,
    /// Generation of the mean year of the life over the computed one.
    pub life_factor: f64,
    /// Generation of the first year over the computed one.
    pub year_factor: f64,
    /// Growth of the price of bought energy, share a year.
    pub energy_growth: f64,
    /// Growth of the value of exported energy, share a year.
    pub export_growth: f64,
    /// Values of the ranges, in the order of the scenario.
    pub ranges: Vec<f64>,
}

impl Draw {
    /// Takes what belongs to a source from another draw.
    pub(super) fn take(&mut self, source: Source, ranges: &[Range], other: &Self) {
        match source {
            Source::Weather => self.weather = other.weather,
            Source::Habits => self.habits = other.habits,
            Source::Model => (self.life_factor, self.year_factor) = (other.life_factor, other.year_factor),
            Source::Prices => {
                (self.energy_growth, self.export_growth) = (other.energy_growth, other.export_growth);
            }
            Source::Range(field) => {
                for ((range, own), others) in ranges.iter().zip(&mut self.ranges).zip(&other.ranges) {
                    if range.field == field {
                        *own = *others;
                    }
                }
            }
        }
    }

    /// The scenario with the drawn values of its ranges.
    pub(super) fn put_ranges(&self, scenario: &Scenario) -> Scenario {
        let mut drawn = scenario.clone();
        scenario.ranges.iter().zip(&self.ranges).for_each(|(range, &value)| range.field.put(&mut drawn, value));
        drawn
    }
}

/// Growth of a price, shares a year: least, expected, most.
type Growth = [f64; 3];

/// What the draws are made from.
pub(super) struct Spread {
    first_year: f64,
    life: f64,
    energy_growth: Growth,
    export_growth: Growth,
    /// The sources that vary, without those that are known.
    pub sources: Vec<Source>,
    /// Everything at its middle: the scenario's own year, no error, the expected course of prices, the middle of ranges.
    pub middle: Draw,
}

impl Spread {
    /// Reads the spreads of the tables for a home made ready; `known` sources do not vary.
    ///
    /// # Errors
    /// Figures that no table holds.
    pub(super) fn read(rules: &Rules, home: &Home, scenario: &Scenario, known: &[Source]) -> Result<Self, InputError> {
        let lack = |missing: String| InputError {
            field: "town".to_owned(),
            problem: Problem::NotInTables { missing: vec![missing] },
        };
        let rows = model_error::built_in()
            .map_err(|errors| lack(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))?;
        let error = |id| model_error::share(&rows, id, rules.model_date()).map_err(|error| lack(error.to_string()));
        let outlook = &home.terms.outlook;
        let growth = |stream, expected| growth(rules, scenario, stream, expected);
        let energy_growth = growth(PriceStream::Bought, outlook.energy_growth);
        let export_growth = growth(PriceStream::Exported, outlook.export_growth);
        let moves = [energy_growth, export_growth].iter().any(|[low, _, high]| low < high);
        let mut sources = vec![Source::Weather];
        sources.extend(scenario.measured.is_none().then_some(Source::Habits));
        sources.push(Source::Model);
        sources.extend(moves.then_some(Source::Prices));
        sources.extend(scenario.ranges.iter().map(|range| Source::Range(range.field)));
        sources.retain(|source| !known.contains(source));
        let middle = Draw {
            weather: scenario.seed,
            habits: scenario.seed,
            life_factor: 1.0,
            year_factor: 1.0,
            energy_growth: outlook.energy_growth,
            export_growth: outlook.export_growth,
            ranges: scenario.ranges.iter().map(Range::middle).collect(),
        };
        let (first_year, life) = (error(ModelErrorId::FirstYear)?, error(ModelErrorId::Life)?);
        Ok(Self { first_year, life, energy_growth, export_growth, sources, middle })
    }

    /// The draws of some members: the middle, but for the sources that vary.
    pub(super) fn members(&self, scenario: &Scenario, count: usize) -> Vec<Draw> {
        let mut seeds = Random::stream(scenario.seed, PURPOSE_SEEDS);
        let cube = hypercube(count, 4 + scenario.ranges.len(), scenario.seed);
        // What a single year adds to the error of the mean year.
        let one_year = (self.first_year.powi(2) - self.life.powi(2)).max(0.0).sqrt();
        cube.iter()
            .map(|at| {
                let error = self.life * normal(at[0]);
                let growth = |[low, expected, high]: Growth, at| triangular(low, expected, high, at);
                let ranges = scenario.ranges.iter().zip(&at[4..]);
                let drawn = Draw {
                    weather: seeds.next_u64(),
                    habits: seeds.next_u64(),
                    life_factor: (1.0 + error).max(0.0),
                    year_factor: (1.0 + error + one_year * normal(at[1])).max(0.0),
                    energy_growth: growth(self.energy_growth, at[2]),
                    export_growth: growth(self.export_growth, at[3]),
                    ranges: ranges.map(|(range, &at)| triangular(range.low, range.middle(), range.high, at)).collect(),
                };
                let mut member = self.middle.clone();
                self.sources.iter().for_each(|&source| member.take(source, &scenario.ranges, &drawn));
                member
            })
            .collect()
    }
}

/// How a price may move: between the least and the most of every path and of the range of the assumption, the expected
/// rate being likeliest. A course that the person chose, or a growth of their own, is held.
fn growth(rules: &Rules, scenario: &Scenario, stream: PriceStream, expected: f64) -> Growth {
    let (own, field, id) = match stream {
        PriceStream::Bought => {
            (scenario.money.energy_growth_percent, RangeField::EnergyGrowthPercent, AssumptionId::EnergyPriceGrowth)
        }
        PriceStream::Exported => {
            (scenario.money.export_growth_percent, RangeField::ExportGrowthPercent, AssumptionId::ExportValueGrowth)
        }
    };
    let ranged = scenario.ranges.iter().any(|range| range.field == field);
    if own.is_some() || ranged || scenario.money.price_path.is_some() {
        return [expected; 3];
    }
    let date = rules.model_date();
    let paths = PricePathId::ALL.into_iter().filter_map(|path| rules.path_rate(path, stream, date).ok());
    let rates = paths.map(|row| row.rule.percent_per_year);
    let assumed = rules.assumption(id, date).map(|row| [row.rule.low, row.rule.high]).into_iter().flatten();
    rates
        .chain(assumed)
        .fold([expected; 3], |[low, mode, high], percent| [low.min(percent / 100.0), mode, high.max(percent / 100.0)])
}

/// Streams of random numbers of this study.
const PURPOSE_SEEDS: u64 = 0x4241_4E44;
const PURPOSE_CUBE: u64 = 0x4355_4245;
/// Orders tried for each hypercube.
const TRIES: usize = 64;

/// Points of the unit cube: in every dimension one at the middle of each of `count` strata, the strata shuffled. Of
/// [`TRIES`] shuffles the one whose dimensions are least correlated is taken, so that few points add no chance order.
///
/// Source: `McKay`, Beckman & Conover 1979, Technometrics 21, 239, doi:10.1080/00401706.1979.10489755; the choice among
/// shuffles is our own.
fn hypercube(count: usize, dimensions: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut random = Random::stream(seed, PURPOSE_CUBE);
    let mut shuffle = || -> Vec<Vec<f64>> { (0..dimensions).map(|_| strata(count, &mut random)).collect() };
    let mut best = shuffle();
    let mut least = strongest_order(&best);
    for _ in 1..TRIES {
        let other = shuffle();
        let order = strongest_order(&other);
        if order < least {
            (best, least) = (other, order);
        }
    }
    (0..count).map(|member| best.iter().map(|column| column[member]).collect()).collect()
}

/// The middles of `count` equal strata of 0 to 1 in a random order.
fn strata(count: usize, random: &mut Random) -> Vec<f64> {
    let mut keyed: Vec<(u64, f64)> =
        (0..count).map(|stratum| (random.next_u64(), (as_f64(stratum) + 0.5) / as_f64(count))).collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, middle)| middle).collect()
}

/// The largest covariance between two columns, whatever its sign; columns of the same strata have equal variances.
fn strongest_order(columns: &[Vec<f64>]) -> f64 {
    let covariance = |one: &[f64], other: &[f64]| -> f64 {
        one.iter().zip(other).map(|(one, other)| (one - 0.5) * (other - 0.5)).sum()
    };
    let pairs = columns.iter().enumerate().flat_map(|(at, one)| columns[..at].iter().map(move |other| (one, other)));
    pairs.map(|(one, other)| covariance(one, other).abs()).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stratum_of_every_dimension_holds_one_point() {
        let cube = hypercube(32, 6, 7);
        for dimension in 0..6 {
            let mut column: Vec<f64> = cube.iter().map(|point| point[dimension]).collect();
            column.sort_by(f64::total_cmp);
            for (stratum, at) in column.iter().enumerate() {
                assert!((at - (as_f64(stratum) + 0.5) / 32.0).abs() < 1e-12);
            }
        }
        assert_eq!(cube, hypercube(32, 6, 7));
        assert_ne!(cube, hypercube(32, 6, 8));
    }

    #[test]
    fn dimensions_have_little_order_in_common() {
        // A plain shuffle of 32 strata has correlations of 1/√31 = 0.18 on average, and the strongest of six about 0.3.
        let cube = hypercube(32, 4, 1);
        let columns: Vec<Vec<f64>> = (0..4).map(|at| cube.iter().map(|point| point[at]).collect()).collect();
        let variance: f64 = columns[0].iter().map(|at| (at - 0.5).powi(2)).sum();
        assert!(strongest_order(&columns) / variance < 0.15);
    }
}
