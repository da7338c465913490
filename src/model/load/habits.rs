//! What stays the same about a home over the year.

use crate::{
    calendar::Calendar,
    model::{
        inputs::{Dwelling, Household, Mostly},
        random::Random,
    },
};
use std::ops::Range;

/// Work, radio and kettle of one who is at home on working days, kW: a computer with a screen, and cooking in small.
const WORKING_KW: f64 = 0.12;
/// Least of what is always on, against the usual home: every home has a refrigerator and a network.
const LEAST_BASE: f64 = 0.75;
/// Light of a flat against that of a house.
const LIGHT_OF_FLAT: f64 = 0.75;
/// Use other than what is always on, within the hours of most use and outside them.
const MORE_AND_LESS: (f64, f64) = (1.8, 0.75);
/// Use other than what is always on, in a home that uses much the same at any hour.
const EVEN: f64 = 0.5;

/// A home with its rhythm and appliances. Hours are on the local clock; powers are those of an unscaled home.
#[derive(Clone, Debug)]
pub(super) struct Habits {
    /// People.
    pub(super) people: f64,
    /// Hour of getting up on working days.
    pub(super) wake: f64,
    /// Hour of getting up on free days.
    pub(super) wake_free: f64,
    /// Hour at which the last one leaves on working days.
    pub(super) leave: f64,
    /// Hour at which the first one is back.
    pub(super) back: f64,
    /// Hour of going to bed.
    pub(super) sleep: f64,
    /// Probability that somebody stays at home on a working day.
    pub(super) at_home: f64,
    /// Standby, refrigerators, network: always on, kW.
    pub(super) base_kw: f64,
    /// Screens, computers, sound of the waking home, kW.
    pub(super) media_kw: f64,
    /// Work, radio and kettle on working days at home, beside the evening's screens, kW.
    pub(super) working_kw: f64,
    /// Lamps of the waking home in the dark, kW.
    pub(super) light_kw: f64,
    /// Pumps and controls of the heating season, kW.
    pub(super) heating_kw: f64,
    /// Size of meals and machines against a usual home.
    pub(super) appliances: f64,
    /// Washing machine runs a day.
    pub(super) laundry: f64,
    /// Dishwasher runs a day.
    pub(super) dishes: f64,
    /// Clock hours of most use, past 24 for those after midnight; none for a usual home.
    pub(super) busy: Option<Range<u8>>,
    /// Use other than what is always on, within the busy hours and outside them.
    more_and_less: (f64, f64),
    /// Days of the year on which nobody is there.
    away: Vec<bool>,
}

impl Habits {
    pub(super) fn draw(household: &Household, calendar: &Calendar, random: &mut Random) -> Self {
        let people = f64::from(household.persons.max(1));
        let mut spread = |middle: f64, deviation: f64| middle * (1.0 + deviation * random.normal().clamp(-2.0, 2.0));
        let base_kw = spread(0.090 + 0.024 * people, 0.25).max(LEAST_BASE * (0.090 + 0.024 * people));
        let media_kw = spread(0.10 + 0.035 * people, 0.25);
        let light_kw = spread(0.07 + 0.035 * people, 0.25);
        let heating_kw = spread(0.035, 0.35);
        let appliances = spread(1.0, 0.15);
        let laundry = spread(0.10 + 0.09 * people, 0.25);
        let dishes = spread((0.15 + 0.14 * people).min(0.85), 0.25);
        let at_home = if household.home_by_day { 0.9 } else { 0.4 + 0.45 * random.uniform() };
        let flat = household.dwelling == Dwelling::Flat;
        Self {
            people,
            wake: 6.0 + 0.6 * random.normal().clamp(-2.0, 2.0),
            wake_free: 8.2 + 0.7 * random.normal().clamp(-2.0, 2.0),
            leave: 7.8 + 0.5 * random.normal().clamp(-2.0, 2.0),
            back: 15.8 + 0.9 * random.normal().clamp(-2.0, 2.0),
            sleep: 23.5 + 0.9 * random.normal().clamp(-2.0, 2.0),
            at_home,
            base_kw,
            media_kw,
            working_kw: if household.home_by_day { WORKING_KW } else { 0.0 },
            light_kw: if flat { LIGHT_OF_FLAT * light_kw } else { light_kw },
            heating_kw: if flat { 0.0 } else { heating_kw },
            appliances,
            laundry,
            dishes,
            busy: busy(household.mostly),
            more_and_less: match household.mostly {
                Mostly::Usual => (1.0, 1.0),
                Mostly::Evenly => (EVEN, EVEN),
                _ => MORE_AND_LESS,
            },
            away: holidays(calendar, random),
        }
    }

    /// The same home without its washing machine and dishwasher.
    pub(super) fn without_machines(self) -> Self {
        Self { laundry: 0.0, dishes: 0.0, ..self }
    }

    /// Factor on what is not always on, in a clock hour.
    pub(super) fn weight(&self, clock: usize) -> f64 {
        let within = |busy: &Range<u8>| {
            [clock, clock + 24].iter().any(|&hour| (busy.start.into()..busy.end.into()).contains(&hour))
        };
        let (more, less) = self.more_and_less;
        if self.busy.as_ref().is_none_or(within) { more } else { less }
    }

    /// True where nobody is there on that day of the year.
    pub(super) fn is_away(&self, day: usize) -> bool {
        self.away.get(day).copied().unwrap_or(false)
    }
}

/// The hours in which a home uses most, past 24 for those after midnight.
fn busy(mostly: Mostly) -> Option<Range<u8>> {
    match mostly {
        Mostly::Usual | Mostly::Evenly => None,
        Mostly::Morning => Some(5..10),
        Mostly::Day => Some(9..16),
        Mostly::Evening => Some(17..23),
        Mostly::Night => Some(22..30),
    }
}

/// A summer journey of one to two weeks and a few long weekends.
fn holidays(calendar: &Calendar, random: &mut Random) -> Vec<bool> {
    let days = calendar.len() / 24;
    let mut away = vec![false; days];
    let mut leave = |first: f64, length: f64| {
        for (day, gone) in away.iter_mut().enumerate() {
            let day = f64::from(u16::try_from(day).unwrap_or(u16::MAX));
            *gone |= day >= first && day < first + length;
        }
    };
    // 1 July is day 181 and 31 August day 242.
    leave(181.0 + 48.0 * random.uniform(), 7.0 + 7.0 * random.uniform());
    for _ in 0..3 {
        leave(365.0 * random.uniform(), 1.5 + 3.0 * random.uniform());
    }
    away
}
