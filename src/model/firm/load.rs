//! What a meter uses: its own measured year, or a year of its trade.

use crate::{
    calendar::Calendar,
    error::{InputError, Problem},
    model::{
        home::hours_of,
        inputs::firm::{FIRM_HOUR_KW, FIRM_HOUR_KWH, FirmMeasured, FirmMeter, TradeUse},
        load::trade::{self, TradePlace},
        random::Random,
        weather::Weather,
    },
    rules::firm::FirmRules,
    units::{Kw, Kwh, Series},
};
use jiff::civil::Date;
use std::sync::Arc;

/// Stream of random numbers from which the seeds of the meters come.
const METERS: u64 = 0x4D45_5445;

/// A year of a meter without a plant.
#[derive(Clone, Debug, PartialEq)]
pub struct MeterLoad {
    /// Used in every hour.
    pub hourly: Series<Kwh>,
    /// Greatest quarter-hour power of every hour, not below the hour's mean.
    pub peaks: Series<Kw>,
    /// How far each of them is above the mean.
    pub surge: Series<Kw>,
    /// Whether quarter-hours were measured or drawn; otherwise the hour's mean stands for them.
    pub quarters_known: bool,
    /// Energy of the year.
    pub total: Kwh,
}

impl MeterLoad {
    fn new(hourly: Series<Kwh>, peaks: Option<Series<Kw>>) -> Self {
        let quarters_known = peaks.is_some();
        let told_kw = peaks.map_or_else(|| hourly.raw().to_vec(), |peaks| peaks.raw().to_vec());
        let peaks_kw: Vec<f64> = told_kw.iter().zip(hourly.raw()).map(|(peak, mean)| peak.max(*mean)).collect();
        let surge = Series::from_raw(peaks_kw.iter().zip(hourly.raw()).map(|(peak, mean)| peak - mean).collect());
        Self { total: hourly.total(), hourly, peaks: Series::from_raw(peaks_kw), surge, quarters_known }
    }
}

/// A meter's load and what it was drawn from.
#[derive(Clone, Debug)]
pub(super) struct ReadyLoad {
    usage: TradeUse,
    measured: Option<FirmMeasured>,
    seed: u64,
    pub(super) load: Arc<MeterLoad>,
}

impl ReadyLoad {
    /// The load of the meter at a place of the list. A previous one is used again where nothing that it hangs on changed.
    ///
    /// # Errors
    /// An hourly list that is not of the modelled year, or a trade that no table knows.
    pub(super) fn draw(
        (place, meter): (usize, &FirmMeter),
        seed: u64,
        (firms, today): (&FirmRules, Date),
        (calendar, weather): (&Calendar, &Weather),
        previous: Option<&Self>,
    ) -> Result<Self, InputError> {
        let seed = seed_of(seed, place);
        let same = |known: &&Self| match &meter.measured {
            Some(_) => known.measured == meter.measured,
            None => known.measured.is_none() && known.usage == meter.usage && known.seed == seed,
        };
        if let Some(known) = previous.filter(same) {
            return Ok(known.clone());
        }
        let load = match &meter.measured {
            Some(measured) => of_meter(measured, place, calendar)?,
            None => of_trade(&meter.usage, place, seed, (firms, today), (calendar, weather))?,
        };
        Ok(Self { usage: meter.usage, measured: meter.measured.clone(), seed, load: Arc::new(load) })
    }
}

/// The seed of a meter by its place: each has a year of its own.
fn seed_of(seed: u64, place: usize) -> u64 {
    Random::stream(seed, METERS.wrapping_add(place as u64)).next_u64()
}

fn of_meter(measured: &FirmMeasured, place: usize, calendar: &Calendar) -> Result<MeterLoad, InputError> {
    let of_meter = |error: InputError| InputError { field: format!("meters.{place}.{}", error.field), ..error };
    let hourly = hours_of(FIRM_HOUR_KWH.id, &measured.kwh, calendar).map_err(of_meter)?;
    let peaks = measured.peak_kw.as_ref().map(|peaks| hours_of(FIRM_HOUR_KW.id, peaks, calendar)).transpose();
    let peaks = peaks.map_err(of_meter)?.map(|peaks| Series::from_raw(peaks.to_vec()));
    Ok(MeterLoad::new(Series::from_raw(hourly.to_vec()), peaks))
}

fn of_trade(
    usage: &TradeUse,
    place: usize,
    seed: u64,
    (firms, today): (&FirmRules, Date),
    (calendar, weather): (&Calendar, &Weather),
) -> Result<MeterLoad, InputError> {
    let shape = firms.trade(usage.trade, TradePlace::Usual, today).map_err(|error| InputError {
        field: format!("meters.{place}.trade"),
        problem: Problem::NotInTables { missing: vec![error.to_string()] },
    })?;
    let peak = usage.peak_kw.map(Kw);
    let drawn = trade::consumption(&shape, Kwh(usage.kwh_per_year), peak, calendar, &weather.temperature, seed);
    Ok(MeterLoad::new(drawn.hourly, Some(drawn.peaks)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peaks_are_not_below_the_mean() {
        let load = MeterLoad::new(Series::from_raw(vec![4.0, 2.0]), Some(Series::from_raw(vec![3.0, 5.0])));
        assert_eq!((load.peaks.raw(), load.surge.raw()), (&[4.0, 5.0][..], &[0.0, 3.0][..]));
        let hours = MeterLoad::new(Series::from_raw(vec![4.0]), None);
        assert!(!hours.quarters_known && hours.peaks.raw() == [4.0]);
    }

    #[test]
    fn meters_have_years_of_their_own() {
        assert_ne!(seed_of(1, 0), seed_of(1, 1));
        assert_ne!(seed_of(1, 0), seed_of(2, 0));
    }
}
