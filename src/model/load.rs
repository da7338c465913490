//! Load: who lives there → electricity used in every hour.
//!
//! In: the household, the calendar and the daylight of the modelled year. Out: hourly consumption that adds up to the
//! stated yearly energy, as do the common parts of a building of flats. It is one possible home, not the average of many: an average is smoother than any real home and
//! flatters own use.

mod common_parts;
pub mod cooling;
mod day;
mod habits;
pub mod heat;
pub mod trade;

use crate::{
    calendar::Calendar,
    model::{inputs::Household, random::Random},
    units::{Kwh, Series, WPerM2},
};
use habits::Habits;

pub use common_parts::{CommonParts, common_parts};

/// Daylight that needs no lamp, W/m² on a horizontal plane: about 10,000 lux outside, at 120 lm/W.
const DAYLIGHT_W_M2: f64 = 90.0;

/// Stream of random numbers of this stage.
const PURPOSE: u64 = 0x4C4F_4144;

/// Hourly consumption of one home over the year, adding up to `yearly`.
///
/// The home is drawn by `seed`: its rhythm, appliances, holidays, and then each day's cooking, washing, light and media.
/// `daylight` is the global horizontal irradiance of the same hours.
///
/// Source: structure after Richardson et al. 2010, doi:10.1016/j.enbuild.2010.05.023 (occupancy, then appliances);
/// parameters of this program, held to the statistics of measured homes listed in `tests/oracle/load_realism.json`.
#[must_use]
pub fn household(
    people: &Household,
    calendar: &Calendar,
    daylight: &Series<WPerM2>,
    yearly: Kwh,
    seed: u64,
) -> Series<Kwh> {
    let mut random = Random::stream(seed, PURPOSE);
    let habits = Habits::draw(people, calendar, &mut random);
    live(&habits, calendar, daylight, yearly, random)
}

/// The same home without its washing machine and dishwasher, whose energy waits for other hours.
#[must_use]
pub fn without_machines(
    people: &Household,
    calendar: &Calendar,
    daylight: &Series<WPerM2>,
    yearly: Kwh,
    seed: u64,
) -> Series<Kwh> {
    let mut random = Random::stream(seed, PURPOSE);
    let habits = Habits::draw(people, calendar, &mut random).without_machines();
    live(&habits, calendar, daylight, yearly, random)
}

/// The year of a home.
fn live(
    habits: &Habits,
    calendar: &Calendar,
    daylight: &Series<WPerM2>,
    yearly: Kwh,
    mut random: Random,
) -> Series<Kwh> {
    let mut values_kwh = Vec::with_capacity(calendar.len());
    let mut plan = day::Plan::draw(habits, calendar, 0, &mut random);
    let mut mood = 0.0;
    for (hour, &ghi_w_m2) in (0..calendar.len()).zip(daylight.raw()) {
        if hour > 0 && calendar.day(hour) != calendar.day(hour - 1) {
            plan = day::Plan::draw(habits, calendar, hour, &mut random);
        }
        mood = 0.7 * mood + 0.5 * random.normal();
        let darkness = (1.0 - ghi_w_m2 / DAYLIGHT_W_M2).max(0.0);
        let fridge = 1.0 + 0.16 * random.normal().clamp(-2.0, 2.0);
        values_kwh.push(plan.hour_kwh(habits, calendar.hour_of_day(hour), darkness, mood, fridge));
    }
    let total_kwh: f64 = values_kwh.iter().sum();
    Series::from_raw(values_kwh).scaled(yearly.0 / total_kwh)
}
