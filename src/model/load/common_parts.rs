//! The common parts of a building of flats: what never stops, light in the dark, lifts and doors.

use super::DAYLIGHT_W_M2;
use crate::{
    calendar::Calendar,
    model::random::Random,
    units::{Kwh, Series, WPerM2},
};

/// Stream of random numbers of this shape.
const PURPOSE: u64 = 0x434F_4D4D;
/// Coming and going in the dead of night, of that at its busiest.
const NIGHT: f64 = 0.05;
/// Lamps that burn all through the dark, of those with somebody on the stairs.
const ENTRANCE_LAMPS: f64 = 0.35;

/// What the common parts of a building are made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CommonParts {
    /// Number of flats; the more, the steadier the coming and going.
    pub flats: u16,
    /// Share of the yearly use that never stops, 0 to 1.
    pub always_on: f64,
    /// Share of the rest that is light, 0 to 1; what is left are lifts and doors.
    pub light: f64,
}

/// Hourly consumption of the common parts over the year, adding up to `yearly`.
///
/// Three parts, each with its share of the year: an even one; light, in the dark and mostly when people pass; lifts and
/// doors, by the coming and going alone, which has peaks on the morning and the afternoon of working days and is broad
/// on free ones. Times of the peaks and the chance of each hour are drawn by `seed`.
///
/// Source: own shape, a judgement; no measurement of common parts was at hand.
#[must_use]
pub fn common_parts(
    parts: &CommonParts,
    calendar: &Calendar,
    daylight: &Series<WPerM2>,
    yearly: Kwh,
    seed: u64,
) -> Series<Kwh> {
    let mut random = Random::stream(seed, PURPOSE);
    let leave = 7.3 + 0.4 * random.normal().clamp(-2.0, 2.0);
    let back = 16.8 + 0.6 * random.normal().clamp(-2.0, 2.0);
    let chance = 1.0 / f64::from(parts.flats.max(4)).sqrt();
    let (mut light, mut lifts) = (Vec::new(), Vec::new());
    for (hour, &ghi_w_m2) in (0..calendar.len()).zip(daylight.raw()) {
        let clock = f64::from(u8::try_from(calendar.hour_of_day(hour)).unwrap_or_default()) + 0.5;
        let usual = if calendar.is_free(hour) {
            bell(clock, 13.0, 4.5)
        } else {
            bell(clock, leave, 1.0).max(bell(clock, back, 2.2)).max(0.25 * bell(clock, 13.0, 5.0))
        };
        let passing = usual.max(NIGHT) * (1.0 + chance * random.normal().clamp(-2.0, 2.0)).max(0.0);
        let darkness = (1.0 - ghi_w_m2 / DAYLIGHT_W_M2).max(0.0);
        light.push(darkness * (ENTRANCE_LAMPS + (1.0 - ENTRANCE_LAMPS) * passing));
        lifts.push(passing);
    }
    let hours = calendar.len().max(1) as f64;
    let total = |values: &[f64]| values.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    let (light_total, lifts_total) = (total(&light), total(&lifts));
    let moving = 1.0 - parts.always_on;
    let share = |(light, lifts): (&f64, &f64)| {
        parts.always_on / hours
            + moving * (parts.light * light / light_total + (1.0 - parts.light) * lifts / lifts_total)
    };
    Series::from_raw(light.iter().zip(&lifts).map(|both| yearly.0 * share(both)).collect())
}

/// A bell of height 1 around an hour of the day.
fn bell(clock: f64, middle: f64, width: f64) -> f64 {
    let distance = (clock - middle) / width;
    (-0.5 * distance * distance).exp()
}
