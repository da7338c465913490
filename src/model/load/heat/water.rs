//! Hot water: what the taps take, what the tank loses, and the weekly hotter charge against legionella.

use crate::{
    calendar::Calendar,
    units::{Celsius, Kwh, Series},
};

/// Heat of a litre of water, kWh/K: 4.186 kJ.
const KWH_PER_LITRE_K: f64 = 4.186 / 3600.0;
/// Day of the week and local hour of the hotter charge: early on Sunday, at an hour that every Sunday has once.
const HYGIENE: (usize, usize) = (6, 4);

/// Hot water of a home.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HotWater {
    /// Litres a day at `hot`.
    pub litres_per_day: f64,
    /// Temperature at which the litres are counted.
    pub hot: Celsius,
    /// Mean temperature of the mains.
    pub cold: Celsius,
    /// Size of the tank, litres.
    pub tank_litres: f64,
    /// Heat the tank loses in a day.
    pub tank_loss: Kwh,
    /// How much hotter the tank is made once a week, K.
    pub hygiene_k: f64,
}

/// A year of hot water.
#[derive(Clone, Debug, PartialEq)]
pub struct WaterYear {
    /// Heat for taps and tank, without the weekly hotter charge.
    pub heat: Series<Kwh>,
    /// Heat of the weekly charge above the usual temperature.
    pub hygiene: Series<Kwh>,
}

impl HotWater {
    /// Heat in every hour; the tank is charged again in the hour it is used.
    ///
    /// Two fifths of the water are used from 6 to 9, two fifths from 18 to 22, the rest from 9 to 18. Heat that the
    /// weekly charge puts into the tank is taken from it over the next hours, so that it is no additional heat.
    #[must_use]
    pub fn year(&self, calendar: &Calendar) -> WaterYear {
        let day_kwh = self.litres_per_day * KWH_PER_LITRE_K * (self.hot.0 - self.cold.0);
        let charge_kwh = self.tank_litres * KWH_PER_LITRE_K * self.hygiene_k;
        let (mut heat_kwh, mut hygiene_kwh) = (Vec::new(), Vec::new());
        let mut stored_kwh = 0.0_f64;
        for hour in 0..calendar.len() {
            let clock = calendar.hour_of_day(hour);
            let share = match clock {
                6..9 => 0.4 / 3.0,
                18..22 => 0.4 / 4.0,
                9..18 => 0.2 / 9.0,
                _ => 0.0,
            };
            let asked_kwh = day_kwh * share + self.tank_loss.0 / 24.0;
            let charges = (calendar.weekday(hour), clock) == HYGIENE && day_kwh > 0.0;
            let extra_kwh = if charges { charge_kwh } else { 0.0 };
            stored_kwh += extra_kwh;
            let from_store_kwh = stored_kwh.min(asked_kwh);
            stored_kwh -= from_store_kwh;
            heat_kwh.push(asked_kwh - from_store_kwh);
            hygiene_kwh.push(extra_kwh);
        }
        WaterYear { heat: Series::from_raw(heat_kwh), hygiene: Series::from_raw(hygiene_kwh) }
    }
}

impl WaterYear {
    /// A home whose water is heated by another device.
    #[must_use]
    pub fn none(calendar: &Calendar) -> Self {
        Self { heat: Series::zeros(calendar.len()), hygiene: Series::zeros(calendar.len()) }
    }

    /// All heat for hot water.
    #[must_use]
    pub fn total(&self) -> Kwh {
        self.heat.total() + self.hygiene.total()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forty_litres_are_two_kilowatt_hours_a_day() {
        // 40 l × 4.186 kJ/(l K) × 45 K = 7,535 kJ = 2.093 kWh.
        let calendar = Calendar::new(2026, &[]);
        let water = HotWater {
            litres_per_day: 40.0,
            hot: Celsius(55.0),
            cold: Celsius(10.0),
            tank_litres: 200.0,
            tank_loss: Kwh::ZERO,
            hygiene_k: 10.0,
        };
        let year = water.year(&calendar);
        // The clock changes while nobody draws water; what the last charge left stays unused.
        assert!(year.total().approx_eq(Kwh(365.0 * 2.093), 3.0), "{:?}", year.total());
        assert!(year.heat.raw().iter().chain(year.hygiene.raw()).all(|kwh| *kwh >= 0.0));
        // 2026 has 52 Sundays: 52 charges of 200 l × 10 K = 2.33 kWh.
        assert!(year.hygiene.total().approx_eq(Kwh(52.0 * 2.3256), 0.01), "{:?}", year.hygiene.total());
    }
}
