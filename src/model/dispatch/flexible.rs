//! Loads that can wait: a car, a boiler, machines. They are placed before the battery is dispatched.
//!
//! The energy of a day is taken between 7 h and 7 h of the next morning on the local clock; the night after the last
//! day of the year is the one before its first, so that every day gets its whole energy.

use crate::{
    calendar::Calendar,
    model::inputs::Timing,
    order::ascending,
    units::{Kw, Kwh, Series},
};

/// Clock hour at which a day of waiting loads begins: the car leaves, the sun is up.
const MORNING: usize = 7;
/// Clock hour at which the car is back.
const RETURN: usize = 17;
/// Clock hour from which no sun is waited for.
const NIGHT: usize = 21;
/// Hours of the shortest night, when the clock goes forward.
const SHORTEST_NIGHT_H: f64 = 9.0;
/// Working days of a week.
const WORKING_DAYS: usize = 5;

/// A load that can wait.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Need {
    /// Energy of a year, the same on every day.
    pub yearly: Kwh,
    /// Greatest power.
    pub power: Kw,
    /// When it takes the energy.
    pub timing: Timing,
    /// Clock hours at which it starts when it does not wait; each takes the same part.
    pub at_once: &'static [usize],
    /// Of a car: working days of a week on which it is there by day, the last ones of the week. Others are always there.
    pub days_at_home: Option<u8>,
}

impl Need {
    /// A car that is there in the evening and at night, on free days and on some working days.
    #[must_use]
    pub fn car(yearly: Kwh, power: Kw, timing: Timing, days_at_home: u8) -> Self {
        Self { yearly, power, timing, at_once: &[RETURN], days_at_home: Some(days_at_home) }
    }

    /// A device that is always there and starts at the clock hours `at_once` when it does not wait.
    #[must_use]
    pub fn device(yearly: Kwh, power: Kw, timing: Timing, at_once: &'static [usize]) -> Self {
        Self { yearly, power, timing, at_once, days_at_home: None }
    }

    /// The most energy of a year that this power can take in the nights alone.
    #[must_use]
    pub fn most_yearly(power: Kw) -> Kwh {
        Kwh(power.0 * SHORTEST_NIGHT_H * 365.0)
    }

    fn is_there(&self, calendar: &Calendar, hour: usize) -> bool {
        let by_day = (MORNING..RETURN).contains(&calendar.hour_of_day(hour));
        let days = self.days_at_home.map_or(WORKING_DAYS, usize::from);
        !by_day || calendar.is_free(hour) || calendar.weekday(hour) + days >= WORKING_DAYS
    }

    /// Lays the load out over the year: the hours of every day in the order in which they are taken.
    ///
    /// `price` is that of a kWh in every hour, in any unit. Energy above [`Need::most_yearly`] may not all be taken.
    #[must_use]
    pub fn plan(&self, calendar: &Calendar, price: &[f64]) -> Waiting {
        let mut tasks = Vec::new();
        let days = days(calendar);
        let daily_kwh = self.yearly.0 / days.len() as f64;
        for hours in &days {
            let there = || hours.iter().copied().filter(|&hour| self.is_there(calendar, hour));
            let from = |clock: usize| {
                let later = there().skip_while(|&hour| calendar.hour_of_day(hour) != clock);
                later.chain(there().take_while(|&hour| calendar.hour_of_day(hour) != clock)).collect::<Vec<_>>()
            };
            let cheapest_first = |hours: Vec<usize>| {
                let prices: Vec<f64> = hours.iter().map(|&hour| price.get(hour).copied().unwrap_or(0.0)).collect();
                ascending(&prices).into_iter().map(|place| hours[place]).collect::<Vec<_>>()
            };
            match self.timing {
                Timing::AtOnce => {
                    let kwh = daily_kwh / self.at_once.len().max(1) as f64;
                    tasks.extend(self.at_once.iter().map(|&clock| Task { kwh, sunny: vec![], rest: from(clock) }));
                }
                Timing::CheapHours => {
                    tasks.push(Task { kwh: daily_kwh, sunny: vec![], rest: cheapest_first(from(RETURN)) });
                }
                Timing::Surplus => {
                    let sunny = |hour: &usize| (MORNING..NIGHT).contains(&calendar.hour_of_day(*hour));
                    let mut night: Vec<usize> = there().filter(|hour| !sunny(hour)).collect();
                    night.reverse();
                    let rest = cheapest_first(night);
                    tasks.push(Task { kwh: daily_kwh, sunny: there().filter(sunny).collect(), rest });
                }
            }
        }
        Waiting { tasks, power_kwh: self.power.0 }
    }
}

/// The hours of every day from morning to morning.
fn days(calendar: &Calendar) -> Vec<Vec<usize>> {
    let mut days: Vec<Vec<usize>> = Vec::new();
    let mut first_night = Vec::new();
    for hour in 0..calendar.len() {
        if calendar.hour_of_day(hour) == MORNING {
            days.push(Vec::new());
        }
        days.last_mut().unwrap_or(&mut first_night).push(hour);
    }
    if let Some(last) = days.last_mut() {
        last.append(&mut first_night);
    }
    days
}

/// One day of a load that can wait.
#[derive(Clone, Debug)]
struct Task {
    kwh: f64,
    /// Hours in which it takes surplus, in the order of time.
    sunny: Vec<usize>,
    /// Hours in which it takes what is missing, the best first; none of them sunny.
    rest: Vec<usize>,
}

/// A load that can wait, laid out over the year.
#[derive(Clone, Debug)]
pub struct Waiting {
    tasks: Vec<Task>,
    power_kwh: f64,
}

impl Waiting {
    /// Adds the load to what the home uses anyway, `load_kwh`, given the generation of every hour; hours that the
    /// generation lacks count as dark.
    ///
    /// Surplus is taken as it comes, without knowing the hours after; what is missing at night is then bought.
    pub fn add_to(&self, load_kwh: &mut [f64], generation_kwh: &[f64]) {
        for task in &self.tasks {
            let mut left_kwh = task.kwh;
            for &hour in &task.sunny {
                let surplus_kwh = generation_kwh.get(hour).unwrap_or(&0.0) - load_kwh[hour];
                let taken_kwh = surplus_kwh.min(self.power_kwh).min(left_kwh).max(0.0);
                load_kwh[hour] += taken_kwh;
                left_kwh -= taken_kwh;
            }
            for &hour in &task.rest {
                let taken_kwh = self.power_kwh.min(left_kwh);
                load_kwh[hour] += taken_kwh;
                left_kwh -= taken_kwh;
            }
        }
    }
}

/// What a home uses when every waiting load has taken its energy, the first of them first.
#[must_use]
pub fn served(rigid: &Series<Kwh>, waiting: &[Waiting], generation: &Series<Kwh>) -> Series<Kwh> {
    let mut load = rigid.clone();
    for one in waiting {
        one.add_to(load.raw_mut(), generation.raw());
    }
    load
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year() -> Calendar {
        Calendar::new(2026, &[])
    }

    fn added(need: &Need, generation: &Series<Kwh>, price: &[f64]) -> Series<Kwh> {
        let calendar = year();
        served(&Series::zeros(calendar.len()), &[need.plan(&calendar, price)], generation)
    }

    fn near<const N: usize>(got: [f64; N], want: [f64; N]) {
        assert!(got.iter().zip(want).all(|(got, want)| (got - want).abs() < 1e-9), "{got:?} is not {want:?}");
    }

    const CAR: Need =
        Need { yearly: Kwh(3650.0), power: Kw(4.0), timing: Timing::AtOnce, at_once: &[RETURN], days_at_home: Some(0) };

    #[test]
    fn a_car_on_its_return_charges_at_full_power() {
        // 10 kWh a day at 4 kW from 17 h: 4, 4, 2. Day 5 of 2026 is a Tuesday.
        let load = added(&CAR, &Series::zeros(8760), &[]);
        let evening = |hour: usize| load[5 * 24 + hour];
        near([16, 17, 18, 19, 20].map(evening), [0.0, 4.0, 4.0, 2.0, 0.0]);
        assert!(load.total().approx_eq(Kwh(3650.0), 1e-6));
    }

    #[test]
    fn cheap_hours_are_taken_first() {
        // Cheap from 22 h on: 4, 4, 2 in the first three of them.
        let calendar = year();
        let price: Vec<f64> = (0..8760).map(|h| if calendar.hour_of_day(h) >= 22 { 0.5 } else { 1.0 }).collect();
        let load = added(&Need { timing: Timing::CheapHours, ..CAR }, &Series::zeros(8760), &price);
        // Two hours are cheap before midnight; the third is the first of the others, on the return.
        near([17, 18, 22, 23].map(|hour| load[5 * 24 + hour]), [2.0, 0.0, 4.0, 4.0]);
    }

    #[test]
    fn surplus_is_taken_when_the_car_is_there_and_the_rest_by_the_morning() {
        // 1 kWh of sun in every hour from 9 to 19 h. Tuesday: away until 17 h, so 2 kWh of sun and 8 before 7 h next
        // day: 4 at 6 h, 4 at 5 h. Saturday, day 2 of 2026: 10 kWh of sun.
        let calendar = year();
        let sun = |hour: usize| if (9..19).contains(&calendar.hour_of_day(hour)) { 1.0 } else { 0.0 };
        let generation = Series::from_raw((0..8760).map(sun).collect());
        let load = added(&Need { timing: Timing::Surplus, ..CAR }, &generation, &[]);
        let at = |day: usize, hour: usize| load[day * 24 + hour];
        near([at(5, 12), at(5, 17), at(5, 18), at(5, 23)], [0.0, 1.0, 1.0, 0.0]);
        near([at(6, 4), at(6, 5), at(6, 6)], [0.0, 4.0, 4.0]);
        near([at(2, 12), at(2, 19), at(3, 6)], [1.0, 0.0, 0.0]);
        assert!(load.total().approx_eq(Kwh(3650.0), 1e-6));
    }

    #[test]
    fn every_day_gets_its_energy() {
        let needs = [Timing::AtOnce, Timing::CheapHours, Timing::Surplus]
            .map(|timing| [Need { timing, ..CAR }, Need::device(Kwh(1460.0), Kw(2.0), timing, &[7, 19])]);
        for need in needs.iter().flatten() {
            let load = added(need, &Series::zeros(8760), &[]);
            let daily = need.yearly / 365.0;
            for hours in days(&year()) {
                let sum: f64 = hours.iter().map(|&hour| load[hour]).sum();
                assert!(daily.approx_eq(Kwh(sum), 1e-9), "{sum}");
            }
            assert!(load.raw().iter().all(|&kwh| (0.0..=need.power.0 + 1e-9).contains(&kwh)));
        }
    }
}
