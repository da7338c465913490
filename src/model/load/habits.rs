//! What stays the same about a home over the year.

use crate::{
    calendar::Calendar,
    model::{inputs::Household, random::Random},
};

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
    /// Days of the year on which nobody is there.
    away: Vec<bool>,
}

impl Habits {
    pub(super) fn draw(household: &Household, calendar: &Calendar, random: &mut Random) -> Self {
        let people = f64::from(household.persons.max(1));
        let mut spread = |middle: f64, deviation: f64| middle * (1.0 + deviation * random.normal().clamp(-2.0, 2.0));
        let base_kw = spread(0.090 + 0.024 * people, 0.25);
        let media_kw = spread(0.10 + 0.035 * people, 0.25);
        let light_kw = spread(0.07 + 0.035 * people, 0.25);
        let heating_kw = spread(0.035, 0.35);
        let appliances = spread(1.0, 0.15);
        let laundry = spread(0.10 + 0.09 * people, 0.25);
        let dishes = spread((0.15 + 0.14 * people).min(0.85), 0.25);
        let at_home = if household.home_by_day { 0.9 } else { 0.4 + 0.45 * random.uniform() };
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
            light_kw,
            heating_kw,
            appliances,
            laundry,
            dishes,
            away: holidays(calendar, random),
        }
    }

    /// True where nobody is there on that day of the year.
    pub(super) fn is_away(&self, day: usize) -> bool {
        self.away.get(day).copied().unwrap_or(false)
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
