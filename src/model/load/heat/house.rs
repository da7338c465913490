//! A house whose yearly heat is known, hour by hour.

use super::{
    degree_days,
    demand::{OneNode, Surroundings, one_node},
};
use crate::{
    calendar::Calendar,
    units::{Celsius, Kw, Kwh, Series, WPerM2},
};

/// Temperature for which the heat of the building stock is stated.
pub const REFERENCE_SET_POINT: Celsius = Celsius(20.0);

/// What is known of a house beside its yearly heat.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct House {
    /// Heat stored, kWh/K; above 0.
    pub capacity_kwh_k: f64,
    /// Windows as one horizontal opening without reflection, m².
    pub aperture_m2: f64,
    /// Mean heat of people and appliances.
    pub gains: Kw,
    /// Temperature asked for by day.
    pub set_point: Celsius,
    /// How much cooler the house may be from 22 to 6, K.
    pub setback_k: f64,
    /// Outdoor temperature that the heating is built for.
    pub design: Celsius,
}

/// How the yearly heat is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stated {
    /// Heat at [`REFERENCE_SET_POINT`] by day and night in a year of `degree_days` (Eurostat), as of the building stock.
    Stock {
        /// Heat of the year.
        heat: Kwh,
        /// Degree days of the year it belongs to, K·d; above 0.
        degree_days: f64,
    },
    /// Heat really used at the own set point.
    Used(Kwh),
}

/// A year of heating.
#[derive(Clone, Debug, PartialEq)]
pub struct Heating {
    /// Heat in each hour.
    pub heat: Series<Kwh>,
    /// Heat lost through the shell and with the air, W/K.
    pub loss_w_k: f64,
    /// Heat that the house loses at the design temperature, gains left out (EN 12831).
    pub design_load: Kw,
}

/// Hourly heat of a house whose yearly heat is stated.
///
/// The heat loss of a one-node house is found for which a year asks for the stated heat; what the stock needs follows
/// the degree days of the place and year. Used heat is met to rounding.
#[must_use]
pub fn heating(
    house: &House,
    stated: Stated,
    calendar: &Calendar,
    outdoor: &Series<Celsius>,
    ghi: &Series<WPerM2>,
) -> Heating {
    let (target_kwh, set_point, setback_k) = match stated {
        Stated::Used(heat) => (heat.0, house.set_point, house.setback_k),
        Stated::Stock { heat, degree_days } => {
            let here: f64 = degree_days::eurostat(outdoor).iter().sum();
            (heat.0 * here / degree_days, REFERENCE_SET_POINT, 0.0)
        }
    };
    let inside = gains(house.gains, calendar);
    let around = |set_point, setback_k| Surroundings {
        outdoor,
        ghi,
        inside: inside.clone(),
        set_point: set_points(set_point, setback_k, calendar),
    };
    let known = around(set_point, setback_k);
    let loss_w_k = loss_for(house, target_kwh, &known);
    let design_load = Kw(load_kw(house, loss_w_k));
    let heat = match stated {
        Stated::Used(_) => {
            let heat = one_node(&node(house, loss_w_k), &known).heat;
            let total_kwh = heat.total().0;
            if total_kwh > 0.0 { heat.scaled(target_kwh / total_kwh) } else { heat }
        }
        Stated::Stock { .. } => one_node(&node(house, loss_w_k), &around(house.set_point, house.setback_k)).heat,
    };
    Heating { heat, loss_w_k, design_load }
}

fn node(house: &House, loss_w_k: f64) -> OneNode {
    let limit = Kw(load_kw(house, loss_w_k));
    OneNode { loss_w_k, capacity_kwh_k: house.capacity_kwh_k, aperture_m2: house.aperture_m2, limit }
}

fn load_kw(house: &House, loss_w_k: f64) -> f64 {
    loss_w_k * (house.set_point.0 - house.design.0).max(1.0) / 1000.0
}

/// The heat loss at which a year asks for `target_kwh`, W/K, by bisection on its logarithm: more loss, more heat.
fn loss_for(house: &House, target_kwh: f64, around: &Surroundings<'_>) -> f64 {
    let (mut low, mut high) = (1.0_f64, 100_000.0_f64);
    for _ in 0..24 {
        let middle = (low * high).sqrt();
        if one_node(&node(house, middle), around).heat.total().0 < target_kwh {
            low = middle;
        } else {
            high = middle;
        }
    }
    (low * high).sqrt()
}

/// Inner gains by the local clock: more in the morning and evening; their mean is `mean`.
fn gains(mean: Kw, calendar: &Calendar) -> Series<Kw> {
    let share = |hour| match calendar.hour_of_day(hour) {
        6..9 => 1.2,
        16..23 => 1.5,
        _ => 0.7,
    };
    Series::from_raw((0..calendar.len()).map(|hour| mean.0 * share(hour)).collect())
}

fn set_points(day: Celsius, setback_k: f64, calendar: &Calendar) -> Series<Celsius> {
    let night = |hour| matches!(calendar.hour_of_day(hour), 0..6 | 22..24);
    let set_c = |hour| if night(hour) { day.0 - setback_k } else { day.0 };
    Series::from_raw((0..calendar.len()).map(set_c).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(outdoor_c: f64) -> (Calendar, Series<Celsius>, Series<WPerM2>) {
        let calendar = Calendar::new(2026, &[]);
        let hours = calendar.len();
        (calendar, Series::from_raw(vec![outdoor_c; hours]), Series::zeros(hours))
    }

    fn house() -> House {
        House {
            capacity_kwh_k: 9.0,
            aperture_m2: 2.0,
            gains: Kw(0.0),
            set_point: Celsius(20.0),
            setback_k: 0.0,
            design: Celsius(-20.0),
        }
    }

    #[test]
    fn a_steady_winter_gives_back_its_heat_loss() {
        // At 0 °C outside, 20 °C inside and no gains, heat = H × 20 K × 8,760 h: 8,760 kWh are 50 W/K.
        let (calendar, outdoor, ghi) = year(0.0);
        let heating = heating(&house(), Stated::Used(Kwh(8760.0)), &calendar, &outdoor, &ghi);
        assert!((heating.loss_w_k - 50.0).abs() < 0.01, "{}", heating.loss_w_k);
        assert!(heating.heat.total().approx_eq(Kwh(8760.0), 1e-6));
        assert!(heating.design_load.approx_eq(Kw(2.0), 1e-3));
    }

    #[test]
    fn the_stock_follows_degree_days() {
        // 365 days at 0 °C are 365 × 18 K·d; a house stated for half as many needs twice as much here.
        let (calendar, outdoor, ghi) = year(0.0);
        let stated = Stated::Stock { heat: Kwh(5000.0), degree_days: 365.0 * 9.0 };
        let heating = heating(&house(), stated, &calendar, &outdoor, &ghi);
        assert!(heating.heat.total().approx_eq(Kwh(10_000.0), 1.0), "{:?}", heating.heat.total());
    }

    #[test]
    fn no_heat_stays_none() {
        let (calendar, outdoor, ghi) = year(30.0);
        for stated in [Stated::Used(Kwh(0.0)), Stated::Stock { heat: Kwh(5000.0), degree_days: 3600.0 }] {
            assert!(heating(&house(), stated, &calendar, &outdoor, &ghi).heat.total().approx_eq(Kwh::ZERO, 1e-9));
        }
    }
}
