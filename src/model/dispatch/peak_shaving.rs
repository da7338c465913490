//! Peak shaving: the battery first keeps the greatest intake of each month low, then serves self-consumption.
//!
//! In every month the lowest intake is sought that the battery can hold, given what it stores at the month's start. A
//! backward pass says how much must be stored before every hour so that the cap holds to the end of the month; a cap can
//! be held if no hour asks for more than the battery takes or gives, and the first for no more than is there. That is
//! exact, and it only gets easier with a higher cap, so halving the interval finds the lowest. The forward pass then lets
//! self-consumption have what is above that reserve.
//!
//! The month is known ahead: what a controller without foresight does stays above these caps. Power is that of hours; the
//! quarter-hours that a meter charges vary more.

use super::{
    Battery,
    priced::{Columns, Freedom, Hour, Rules, Schedule},
};
use crate::{
    calendar::Calendar,
    units::{GrossPlnPerKwh, Kw, Kwh, Series},
};

const HALVINGS: usize = 60;
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

    /// Most that can be charged at the AC side in an hour whose load exceeds generation by `net_kwh`, under a cap.
    fn most_charge_kwh(&self, net_kwh: f64, cap_kwh: f64) -> f64 {
        let room_kwh = if self.grid_charge { cap_kwh - net_kwh } else { -net_kwh };
        room_kwh.clamp(0.0, self.charge_limit_kwh)
    }

    /// What must be stored before each hour, and after the last, for no intake above the cap; none where that cannot be.
    fn reserve(&self, net_kwh: &[f64], cap_kwh: f64) -> Option<Vec<f64>> {
        let mut reserve_kwh = vec![0.0; net_kwh.len() + 1];
        for (hour, &net) in net_kwh.iter().enumerate().rev() {
            let (after, above) = (reserve_kwh[hour + 1], net - cap_kwh);
            reserve_kwh[hour] = if above > 0.0 {
                let before = after + above / self.discharge_efficiency;
                if above > self.discharge_limit_kwh || before > self.usable_kwh {
                    return None;
                }
                before
            } else {
                f64::max(after - self.most_charge_kwh(net, cap_kwh) * self.charge_efficiency, 0.0)
            };
        }
        Some(reserve_kwh)
    }

    /// The lowest cap that can be held from `stored_kwh`, and its reserve.
    fn lowest_cap(&self, net_kwh: &[f64], stored_kwh: f64, least_kwh: f64) -> (f64, Vec<f64>) {
        let held =
            |cap_kwh: f64| self.reserve(net_kwh, cap_kwh).filter(|reserve| reserve[0] <= stored_kwh + ROUNDING_KWH);
        let peak_kwh = net_kwh.iter().copied().fold(0.0, f64::max);
        // Without any help from the battery no intake is above the peak.
        let mut best = (peak_kwh.max(least_kwh), vec![0.0; net_kwh.len() + 1]);
        if let Some(reserve) = held(least_kwh.min(best.0)) {
            return (least_kwh.min(best.0), reserve);
        }
        let mut low_kwh = least_kwh;
        for _ in 0..HALVINGS {
            let middle_kwh = f64::midpoint(low_kwh, best.0);
            match held(middle_kwh) {
                Some(reserve) => best = (middle_kwh, reserve),
                None => low_kwh = middle_kwh,
            }
        }
        best
    }

    /// Change of the stored energy in an hour: what the reserve asks for, else self-consumption.
    fn change_kwh(&self, net_kwh: f64, cap_kwh: f64, stored_kwh: f64, reserve_after_kwh: f64) -> f64 {
        let wanted_kwh = if net_kwh > 0.0 {
            let give = net_kwh.min(self.discharge_limit_kwh);
            let spare = ((stored_kwh - reserve_after_kwh) * self.discharge_efficiency).max(0.0);
            -give.min(spare) / self.discharge_efficiency
        } else {
            (-net_kwh).min(self.charge_limit_kwh) * self.charge_efficiency
        };
        let asked_kwh = (reserve_after_kwh - stored_kwh)
            .clamp(0.0, self.most_charge_kwh(net_kwh, cap_kwh) * self.charge_efficiency);
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
    let store = Store::new(battery, terms);
    let freedom = Freedom {
        grid_charge: terms.grid_charge,
        battery_export: false,
        export_limit: terms.export_limit,
        wear: GrossPlnPerKwh::ZERO,
    };
    let rules = Rules::new(battery, &freedom);
    let at = |series: &Series<Kwh>, hour: usize| series.raw().get(hour).copied().unwrap_or_default();
    let hours: Vec<Hour> = (0..calendar.len())
        .map(|hour| Hour { generation: at(generation, hour), load: at(load, hour), ..Hour::default() })
        .collect();
    let mut columns = Columns::with_capacity(hours.len());
    let mut caps = [Kw::ZERO; 12];
    let mut stored_kwh = rules.start_kwh;
    let mut first = 0;
    for (month, cap) in caps.iter_mut().enumerate() {
        let count = (first..hours.len()).take_while(|&hour| calendar.month(hour) == month).count();
        let hours = &hours[first..first + count];
        first += count;
        let net_kwh: Vec<f64> = hours.iter().map(|hour| hour.load - hour.generation).collect();
        let (cap_kwh, reserve_kwh) = store.lowest_cap(&net_kwh, stored_kwh, terms.no_lower_than.0.max(0.0));
        for ((hour, &net), &reserve) in hours.iter().zip(&net_kwh).zip(&reserve_kwh[1..]) {
            let change_kwh = store.change_kwh(net, cap_kwh, stored_kwh, reserve);
            stored_kwh += change_kwh;
            columns.push(&rules.flow(hour, change_kwh), stored_kwh);
        }
        *cap = Kw(cap_kwh);
    }
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
    fn losses_count_on_both_ways() {
        // Hour 1 takes 10 kW after an hour of 0: charged at most cap kWh × 0.8, given back × 0.5: cap + 0.4 cap = 10.
        let store = Battery { charge_efficiency: 0.8, discharge_efficiency: 0.5, ..battery(100.0, 100.0) };
        let year = shaved(&[0.0, 10.0], &store, true);
        assert!(year.caps[0].approx_eq(Kw(10.0 / 1.4), 1e-9));
    }
}
