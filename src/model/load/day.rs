//! What happens in a home on one day: who is awake there, and what is switched on.

use super::habits::Habits;
use crate::{calendar::Calendar, model::random::Random};

const HOURS: usize = 24;
/// Clock hours of work at home.
const WORKING_HOURS: std::ops::Range<usize> = 7..17;

/// One day of one home.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// Share of each clock hour in which somebody is there and awake.
    awake: [f64; HOURS],
    /// Energy of meals and machines in each clock hour, kWh of an unscaled home.
    machines_kwh: [f64; HOURS],
    /// Heating season.
    heating: bool,
    /// A working day that somebody spends at home.
    working: bool,
    /// How busy the day is against a usual one.
    vigour: f64,
    /// Share of the base load that is on.
    base: f64,
}

impl Plan {
    /// Draws the day that the hour `hour` of the year belongs to.
    pub(super) fn draw(habits: &Habits, calendar: &Calendar, hour: usize, random: &mut Random) -> Self {
        let month = calendar.month(hour);
        let mut plan = Self {
            awake: [0.0; HOURS],
            machines_kwh: [0.0; HOURS],
            heating: !(4..9).contains(&month),
            working: false,
            vigour: (0.40 * random.normal().clamp(-2.0, 2.0)).exp(),
            base: 1.0,
        };
        if habits.is_away(calendar.day(hour)) {
            plan.base = 0.7;
            return plan;
        }
        let free = calendar.is_free(hour);
        let home_all_day = free || random.uniform() < habits.at_home;
        plan.working = home_all_day && !free;
        plan.live(habits, free, home_all_day, random);
        plan.cook(habits, free, home_all_day, month, random);
        plan.run_machines(habits, free, home_all_day, random);
        plan
    }

    /// Energy of one clock hour. `darkness` is 1 at night and 0 in daylight, `mood` the slow whim of the home with a
    /// mean of 0, `fridge` the swing of what is always on with a mean of 1.
    pub(super) fn hour_kwh(&self, habits: &Habits, clock: usize, darkness: f64, mood: f64, fridge: f64) -> f64 {
        let awake = self.awake[clock];
        let evening = if (18..24).contains(&clock) { 1.0 } else { 0.7 };
        let whim = (1.0 + 0.45 * mood).max(0.15);
        let heating_kw = if self.heating { habits.heating_kw } else { 0.0 };
        let working_kw =
            if self.working && WORKING_HOURS.contains(&clock) { self.vigour * habits.working_kw } else { 0.0 };
        let living = awake * whim * self.vigour * (habits.media_kw * evening + habits.light_kw * darkness);
        let always = habits.base_kw * self.base * fridge + heating_kw;
        always + habits.weight(clock) * (living + working_kw + self.machines_kwh[clock])
    }

    fn live(&mut self, habits: &Habits, free: bool, home_all_day: bool, random: &mut Random) {
        let shift = 0.8 * random.normal().clamp(-2.0, 2.0);
        let wake = if free { habits.wake_free } else { habits.wake } + shift;
        let sleep = habits.sleep + if free { 1.0 } else { 0.2 } + 0.7 * random.normal().clamp(-2.0, 2.0);
        self.be_awake(wake, sleep, 1.0);
        self.be_awake(0.0, sleep - 24.0, 1.0);
        if !home_all_day {
            let back = habits.back + 0.8 * random.normal().clamp(-2.0, 2.0);
            self.be_awake(habits.leave + shift, back, -1.0);
        } else if free && random.uniform() < 0.35 {
            let out = 10.0 + 5.0 * random.uniform();
            self.be_awake(out, out + 2.0 + 3.0 * random.uniform(), -0.8);
        }
    }

    /// Adds `share` to the hours from `from` to `to`, kept within 0 and 1.
    fn be_awake(&mut self, from: f64, to: f64, share: f64) {
        for (start, awake) in (0_u8..).map(f64::from).zip(self.awake.iter_mut()) {
            let overlap = (to.min(start + 1.0) - from.max(start)).clamp(0.0, 1.0);
            *awake = (*awake + share * overlap).clamp(0.0, 1.0);
        }
    }

    fn cook(&mut self, habits: &Habits, free: bool, home_all_day: bool, month: usize, random: &mut Random) {
        let vigour = self.vigour;
        let mut portion = |scatter: f64| habits.appliances * vigour * (1.0 + scatter * random.normal()).clamp(0.3, 2.2);
        let breakfast_kwh = (0.10 + 0.05 * habits.people) * portion(0.35);
        let lunch_kwh = (0.10 + 0.05 * habits.people) * portion(0.5);
        let dinner_kwh = (0.30 + 0.13 * habits.people) * portion(0.45);
        let supper_kwh = (0.10 + 0.05 * habits.people) * portion(0.4);
        let season = if (5..8).contains(&month) { 0.8 } else { 1.0 };
        let wake = if free { habits.wake_free } else { habits.wake };
        self.run(wake + 0.2 + 0.5 * random.uniform(), 0.6, breakfast_kwh);
        let dinner_at = if self.working && habits.working_kw > 0.0 {
            9.5 + 7.5 * random.uniform()
        } else if free {
            11.2 + 2.4 * random.uniform()
        } else if home_all_day {
            11.0 + 5.0 * random.uniform()
        } else {
            habits.back + 0.3 + 3.4 * random.uniform()
        };
        self.run(dinner_at, 1.2, season * dinner_kwh * if free { 1.35 } else { 1.0 });
        if home_all_day {
            self.run(10.0 + 1.5 * random.uniform(), 1.0, lunch_kwh);
        }
        self.run(18.2 + 2.2 * random.uniform(), 0.9, season * supper_kwh);
    }

    fn run_machines(&mut self, habits: &Habits, free: bool, home_all_day: bool, random: &mut Random) {
        let daytime = |random: &mut Random| {
            if let Some(busy) = &habits.busy {
                let start = f64::from(busy.start) + f64::from(busy.end - busy.start) * random.uniform();
                start % 24.0
            } else if free {
                8.5 + 7.5 * random.uniform()
            } else if home_all_day {
                8.5 + 9.5 * random.uniform()
            } else {
                16.2 + 5.8 * random.uniform()
            }
        };
        let often = if free { 1.6 } else { 0.76 };
        for _ in 0..2 {
            if random.uniform() < 0.5 * habits.laundry * often {
                let start = daytime(random);
                self.run(start, 1.8, habits.appliances * (0.6 + 0.5 * random.uniform()));
            }
        }
        if random.uniform() < habits.dishes {
            let late = random.uniform() < 0.5 && habits.busy.is_none();
            let start = if late { 20.0 + 4.0 * random.uniform() } else { daytime(random) };
            self.run(start, 1.6, habits.appliances * (0.75 + 0.35 * random.uniform()));
        }
        if random.uniform() < 0.22 * often {
            let start = daytime(random);
            self.run(start, 0.8, habits.appliances * (0.5 + 1.3 * random.uniform()));
        }
        if random.uniform() < 0.05 * habits.people * often {
            let start = daytime(random);
            self.run(start, 1.4, habits.appliances * (1.0 + 1.2 * random.uniform()));
        }
    }

    /// Spreads a run of `length` hours that starts at the clock time `start` over the clock hours it touches; what
    /// would go past midnight runs before it.
    fn run(&mut self, start: f64, length: f64, energy_kwh: f64) {
        let start = start.clamp(0.0, 24.0 - length);
        for (hour, machines_kwh) in (0_u8..).map(f64::from).zip(self.machines_kwh.iter_mut()) {
            let overlap = ((start + length).min(hour + 1.0) - start.max(hour)).max(0.0);
            *machines_kwh += energy_kwh * overlap / length;
        }
    }
}
