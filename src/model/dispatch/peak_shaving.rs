//! Peak shaving: the battery first keeps the greatest intake of each month low, then serves self-consumption.
//!
//! In every month the lowest intake is sought that the battery can hold, given what it stores at the month's start. A
//! backward pass says how much must be stored before every hour so that the cap holds to the end of the month; a cap can
//! be held if no hour asks for more than the battery takes or gives, and the first for no more than is there. That is
//! exact, and it only gets easier with a higher cap, so halving the interval finds the lowest. The forward pass then lets
//! self-consumption have what is above that reserve.
//!
//! The month is known ahead: what a controller without foresight does stays above these caps. Power is that of hours,
//! unless [`quarter_hours`] is told by how much the greatest quarter-hour of each hour's load exceeds the mean: plant and
//! battery are then taken as even within the hour, and the caps are those of quarter-hours.

use super::{
    Battery,
    priced::{Columns, Freedom, Hour, Rules, Schedule},
};
use crate::{
    calendar::Calendar,
    units::{GrossPlnPerKwh, Kw, Kwh, Series},
};

/// To a billionth of the peak.
const HALVINGS: usize = 40;
/// Rounding of sums over a month, kWh.
const ROUNDING_KWH: f64 = 1e-9;

/// What the battery may do beside serving the load.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShavingTerms {
    /// Whether it may be charged with bought energy, never above the cap.
    pub grid_charge: bool,
    /// Intake below which nothing is gained: the contracted power; zero to go as low as possible.
    pub no_lower_than: Kw,
    /// Most that may be fed into the grid; none where the connection allows all.
    pub export_limit: Option<Kw>,
}

/// A year of peak shaving.
#[derive(Clone, Debug, PartialEq)]
pub struct Shaved {
    /// What flowed where.
    pub schedule: Schedule,
    /// The cap on the intake of each month.
    pub caps: [Kw; 12],
}

/// What an hour asks of the grid without the battery.
#[derive(Clone, Copy, Debug)]
struct Need {
    /// Load less generation.
    net_kwh: f64,
    /// The same in its greatest quarter-hour, as if that went on for the hour.
    peak_kwh: f64,
}

/// The battery as a reserve is computed with it.
#[derive(Clone, Copy, Debug)]
struct Store {
    usable_kwh: f64,
    charge_limit_kwh: f64,
    discharge_limit_kwh: f64,
    charge_efficiency: f64,
    discharge_efficiency: f64,
    grid_charge: bool,
}

impl Store {
    fn new(battery: &Battery, terms: &ShavingTerms) -> Self {
        Self {
            usable_kwh: battery.usable.0.max(0.0),
            charge_limit_kwh: battery.charge_limit.0.max(0.0),
            discharge_limit_kwh: battery.discharge_limit.0.max(0.0),
            charge_efficiency: battery.charge_efficiency,
            discharge_efficiency: battery.discharge_efficiency,
            grid_charge: terms.grid_charge,
        }
    }

    /// Most that can be charged at the AC side in an hour, under a cap.
    fn most_charge_kwh(&self, need: &Need, cap_kwh: f64) -> f64 {
        let below_cap_kwh = cap_kwh - need.peak_kwh;
        let room_kwh = if self.grid_charge { below_cap_kwh } else { below_cap_kwh.min(-need.net_kwh) };
        room_kwh.clamp(0.0, self.charge_limit_kwh)
    }

    /// What must be stored before an hour for no intake above the cap, if `after_kwh` is needed after it; none where that
    /// cannot be.
    fn before(&self, need: &Need, after_kwh: f64, cap_kwh: f64) -> Option<f64> {
        let above = need.peak_kwh - cap_kwh;
        if above <= 0.0 {
            return Some(f64::max(after_kwh - self.most_charge_kwh(need, cap_kwh) * self.charge_efficiency, 0.0));
        }
        let before = after_kwh + above / self.discharge_efficiency;
        // More than the hour's own intake would feed the grid.
        let most = self.discharge_limit_kwh.min(need.net_kwh);
        (above <= most && before <= self.usable_kwh).then_some(before)
    }

    /// Whether the cap can be held from `stored_kwh` on.
    fn holds(&self, needs: &[Need], stored_kwh: f64, cap_kwh: f64) -> bool {
        let first = needs.iter().rev().try_fold(0.0, |after, need| self.before(need, after, cap_kwh));
        first.is_some_and(|reserve| reserve <= stored_kwh + ROUNDING_KWH)
    }

    /// What must be stored before each hour, and after the last, for a cap that can be held; nothing for another.
    fn reserve(&self, needs: &[Need], cap_kwh: f64) -> Vec<f64> {
        let mut reserve_kwh = vec![0.0; needs.len() + 1];
        for (hour, need) in needs.iter().enumerate().rev() {
            reserve_kwh[hour] = self.before(need, reserve_kwh[hour + 1], cap_kwh).unwrap_or(0.0);
        }
        reserve_kwh
    }

    /// The lowest cap that can be held from `stored_kwh`, and its reserve.
    fn lowest_cap(&self, needs: &[Need], stored_kwh: f64, least_kwh: f64) -> (f64, Vec<f64>) {
        let holds = |cap_kwh: f64| self.holds(needs, stored_kwh, cap_kwh);
        // Without any help from the battery no intake is above the peak.
        let peak_kwh = needs.iter().map(|need| need.peak_kwh).fold(least_kwh, f64::max);
        if holds(least_kwh) {
            return (least_kwh, self.reserve(needs, least_kwh));
        }
        let (mut low_kwh, mut best_kwh) = (least_kwh, peak_kwh);
        for _ in 0..HALVINGS {
            let middle_kwh = f64::midpoint(low_kwh, best_kwh);
            if holds(middle_kwh) {
                best_kwh = middle_kwh;
            } else {
                low_kwh = middle_kwh;
            }
        }
        (best_kwh, self.reserve(needs, best_kwh))
    }

    /// Change of the stored energy in an hour: what the reserve asks for, else self-consumption.
    fn change_kwh(&self, need: &Need, cap_kwh: f64, stored_kwh: f64, reserve_after_kwh: f64) -> f64 {
        let most_charge_kwh = self.most_charge_kwh(need, cap_kwh);
        let wanted_kwh = if need.net_kwh > 0.0 {
            let give = need.net_kwh.min(self.discharge_limit_kwh);
            let spare = ((stored_kwh - reserve_after_kwh) * self.discharge_efficiency).max(0.0);
            -give.min(spare) / self.discharge_efficiency
        } else {
            (-need.net_kwh).min(most_charge_kwh) * self.charge_efficiency
        };
        let asked_kwh = (reserve_after_kwh - stored_kwh).clamp(0.0, most_charge_kwh * self.charge_efficiency);
        let change_kwh = if asked_kwh > 0.0 { wanted_kwh.max(asked_kwh) } else { wanted_kwh };
        change_kwh.clamp(-stored_kwh, self.usable_kwh - stored_kwh)
    }
}

/// Flows of a year in which the battery shaves the peaks of every month first.
///
/// Generation and load cover the hours of the calendar; hours that a shorter series lacks count as zero. No month's
/// greatest intake is above that without a battery, but for `no_lower_than`: the battery may charge up to it.
///
/// Source: own; that feasibility is settled by one backward pass is the argument above.
#[must_use]
pub fn dispatch(
    generation: &Series<Kwh>,
    load: &Series<Kwh>,
    battery: &Battery,
    terms: &ShavingTerms,
    calendar: &Calendar,
) -> Shaved {
    shave(&Year::new(generation, load, None, calendar), battery, terms)
}

/// The same for caps on the greatest quarter-hours: `surge` is the power of the load's greatest quarter-hour of each hour
/// above the hour's mean. Plant and battery are taken as even within the hour, so that the surge reaches the meter.
#[must_use]
pub fn quarter_hours(
    generation: &Series<Kwh>,
    load: &Series<Kwh>,
    surge: &Series<Kw>,
    battery: &Battery,
    terms: &ShavingTerms,
    calendar: &Calendar,
) -> Shaved {
    shave(&Year::new(generation, load, Some(surge), calendar), battery, terms)
}

/// A year's needs, month by month, for one question after another about the battery.
#[derive(Clone, Debug)]
pub struct Year {
    hours: Vec<Hour>,
    needs: Vec<Need>,
    /// First hour of each month, and the number of hours.
    month_start: [usize; 13],
}

impl Year {
    /// The year of [`quarter_hours`], or of [`dispatch`] where no surge is known.
    #[must_use]
    pub fn new(generation: &Series<Kwh>, load: &Series<Kwh>, surge: Option<&Series<Kw>>, calendar: &Calendar) -> Self {
        let at = |series: &[f64], hour: usize| series.get(hour).copied().unwrap_or_default();
        let surge_kw = surge.map_or(&[][..], Series::raw);
        let hours: Vec<Hour> = (0..calendar.len())
            .map(|hour| Hour { generation: at(generation.raw(), hour), load: at(load.raw(), hour), ..Hour::default() })
            .collect();
        let need = |(place, hour): (usize, &Hour)| {
            let net_kwh = hour.load - hour.generation;
            Need { net_kwh, peak_kwh: net_kwh + at(surge_kw, place).max(0.0) }
        };
        let needs = hours.iter().enumerate().map(need).collect();
        let mut month_start = [0; 13];
        for month in 0..12 {
            let hours = (month_start[month]..calendar.len()).take_while(|&hour| calendar.month(hour) == month);
            month_start[month + 1] = month_start[month] + hours.count();
        }
        Self { hours, needs, month_start }
    }

    /// Whether the battery can keep every quarter-hour of the year at or below `cap`, as [`quarter_hours`] runs it.
    #[must_use]
    pub fn holds(&self, battery: &Battery, terms: &ShavingTerms, cap: Kw) -> bool {
        let store = Store::new(battery, terms);
        let cap_kwh = cap.0.max(0.0);
        let mut stored_kwh = battery.stored_at_start.0.clamp(0.0, store.usable_kwh);
        self.month_start.windows(2).all(|ends| {
            let needs = &self.needs[ends[0]..ends[1]];
            if !store.holds(needs, stored_kwh, cap_kwh) {
                return false;
            }
            let reserve_kwh = store.reserve(needs, cap_kwh);
            for (need, &reserve) in needs.iter().zip(&reserve_kwh[1..]) {
                stored_kwh += store.change_kwh(need, cap_kwh, stored_kwh, reserve);
            }
            true
        })
    }
}

fn shave(year: &Year, battery: &Battery, terms: &ShavingTerms) -> Shaved {
    let store = Store::new(battery, terms);
    let freedom = Freedom {
        grid_charge: terms.grid_charge,
        battery_export: false,
        export_limit: terms.export_limit,
        wear: GrossPlnPerKwh::ZERO,
    };
    let rules = Rules::new(battery, &freedom);
    let mut columns = Columns::with_capacity(year.hours.len());
    let mut stored_kwh = rules.start_kwh;
    let caps = std::array::from_fn(|month| {
        let span = year.month_start[month]..year.month_start[month + 1];
        let (hours, needs) = (&year.hours[span.clone()], &year.needs[span]);
        let (cap_kwh, reserve_kwh) = store.lowest_cap(needs, stored_kwh, terms.no_lower_than.0.max(0.0));
        for ((hour, need), &reserve) in hours.iter().zip(needs).zip(&reserve_kwh[1..]) {
            let change_kwh = store.change_kwh(need, cap_kwh, stored_kwh, reserve);
            stored_kwh += change_kwh;
            columns.push(&rules.flow(hour, change_kwh), stored_kwh);
        }
        Kw(cap_kwh)
    });
    Shaved { schedule: columns.finish(), caps }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn battery(usable: f64, power: f64) -> Battery {
        Battery {
            usable: Kwh(usable),
            charge_limit: Kw(power),
            discharge_limit: Kw(power),
            charge_efficiency: 1.0,
            discharge_efficiency: 1.0,
            stored_at_start: Kwh::ZERO,
        }
    }

    fn shaved(load: &[f64], battery: &Battery, grid_charge: bool) -> Shaved {
        let terms = ShavingTerms { grid_charge, no_lower_than: Kw::ZERO, export_limit: None };
        let load = Series::from_raw(load.to_vec());
        dispatch(&Series::zeros(load.len()), &load, battery, &terms, &Calendar::new(2026, &[]))
    }

    #[test]
    fn one_peak_by_hand() {
        // 2 kW all the time but 10 kW in hours 10 and 11. A lossless 6 kWh battery takes 3 kW off both: 7 kW.
        let mut load = vec![2.0; 744];
        (load[10], load[11]) = (10.0, 10.0);
        let year = shaved(&load, &battery(6.0, 6.0), true);
        assert!(year.caps[0].approx_eq(Kw(7.0), 1e-9), "{:?}", year.caps[0]);
        let peak = year.schedule.flows.import.raw().iter().copied().fold(0.0, f64::max);
        assert!((peak - 7.0).abs() < 1e-9);
        // With 1 kW of power the two hours stay at 9 kW; without charging from the grid nothing can be held back.
        assert!(shaved(&load, &battery(6.0, 1.0), true).caps[0].approx_eq(Kw(9.0), 1e-9));
        assert!(shaved(&load, &battery(6.0, 6.0), false).caps[0].approx_eq(Kw(10.0), 1e-9));
    }

    #[test]
    fn surges_reach_the_meter() {
        // 2 kW all the time but 10 kW in hours 10 and 11; the quarter-hours of hour 10 reach 12 kW. A lossless 6 kWh battery
        // takes 12 - cap and 10 - cap off: cap = (22 - 6) / 2 = 8 kW.
        let mut load = vec![2.0; 744];
        (load[10], load[11]) = (10.0, 10.0);
        let mut surge = vec![0.0; 744];
        surge[10] = 2.0;
        let (load, surge) = (Series::from_raw(load), Series::from_raw(surge));
        let terms = ShavingTerms { grid_charge: true, no_lower_than: Kw::ZERO, export_limit: None };
        let (calendar, store) = (Calendar::new(2026, &[]), battery(6.0, 6.0));
        let year = quarter_hours(&Series::zeros(744), &load, &surge, &store, &terms, &calendar);
        assert!(year.caps[0].approx_eq(Kw(8.0), 1e-9), "{:?}", year.caps[0]);
        assert!((year.schedule.flows.import[10] - 6.0).abs() < 1e-9);
        let needs = Year::new(&Series::zeros(744), &load, Some(&surge), &calendar);
        assert!(needs.holds(&store, &terms, Kw(8.001)) && !needs.holds(&store, &terms, Kw(7.999)));
    }

    #[test]
    fn losses_count_on_both_ways() {
        // Hour 1 takes 10 kW after an hour of 0: charged at most cap kWh × 0.8, given back × 0.5: cap + 0.4 cap = 10.
        let store = Battery { charge_efficiency: 0.8, discharge_efficiency: 0.5, ..battery(100.0, 100.0) };
        let year = shaved(&[0.0, 10.0], &store, true);
        assert!(year.caps[0].approx_eq(Kw(10.0 / 1.4), 1e-9));
    }
}
