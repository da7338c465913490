//! Heat that a house needs to stay warm: published hourly models with an ideal heater and no cooling.

use crate::units::{Celsius, Kw, Kwh, Series, WPerM2};

/// What acts on a house in every hour.
#[derive(Clone, Debug)]
pub struct Surroundings<'a> {
    /// Outdoor air.
    pub outdoor: &'a Series<Celsius>,
    /// Global irradiance on the horizontal.
    pub ghi: &'a Series<WPerM2>,
    /// Heat of people and appliances.
    pub inside: Series<Kw>,
    /// Temperature asked for.
    pub set_point: Series<Celsius>,
}

/// Heat given to a house and the temperature in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Heated {
    /// Heat in each hour.
    pub heat: Series<Kwh>,
    /// Indoor temperature: of one node at the end of the hour, of ISO 13790 the air's mean.
    pub indoor: Series<Celsius>,
}

/// A house of one resistance and one capacity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OneNode {
    /// Heat lost through the shell and with the air, W/K; above 0.
    pub loss_w_k: f64,
    /// Heat stored, kWh/K; above 0.
    pub capacity_kwh_k: f64,
    /// Windows as one horizontal opening without reflection, m².
    pub aperture_m2: f64,
    /// Most the heater gives.
    pub limit: Kw,
}

/// Heat by one resistance and one capacity (1R1C), exact over each hour for constant inputs.
///
/// `T' = Teq + (T − Teq) exp(−H t / C)` with `Teq = Tout + (gains + heat) / H`. The house starts at its set point.
///
/// Source: the first-order model of lumped buildings, e.g. Bacher & Madsen 2011, Energy and Buildings 43, 1511,
/// doi:10.1016/j.enbuild.2011.02.005 (model "Ti").
#[must_use]
pub fn one_node(house: &OneNode, around: &Surroundings<'_>) -> Heated {
    let OneNode { loss_w_k, capacity_kwh_k, aperture_m2, limit } = *house;
    let kept = (-loss_w_k / (capacity_kwh_k * 1000.0)).exp();
    let mut inside_c = around.set_point.raw().first().copied().unwrap_or_default();
    let step = |out_c: f64, ghi_w_m2: f64, gains_kw: f64, set_c: f64| {
        let level_c = out_c + (1000.0 * gains_kw + ghi_w_m2 * aperture_m2) / loss_w_k;
        let free_c = level_c + (inside_c - level_c) * kept;
        let gained = (1.0 - kept) / loss_w_k;
        let heat_w = if free_c < set_c { ((set_c - free_c) / gained).min(1000.0 * limit.0) } else { 0.0 };
        inside_c = free_c + heat_w * gained;
        (heat_w, inside_c)
    };
    run(around, step)
}

/// A house of five resistances and one capacity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Iso13790 {
    /// Heated floor, m².
    pub area_m2: f64,
    /// Heat lost through walls, roof and floor, W/K.
    pub opaque_w_k: f64,
    /// Heat lost through windows and doors, W/K.
    pub window_w_k: f64,
    /// Heat lost with the air, W/K.
    pub air_w_k: f64,
    /// Heat stored, kWh/K.
    pub capacity_kwh_k: f64,
    /// Windows as one horizontal opening without reflection, m².
    pub aperture_m2: f64,
    /// Most the heater gives.
    pub limit: Kw,
}

/// Heat by the simple hourly method (5R1C).
///
/// Effective mass area 2.5 and total surface 4.5 times the floor; films 3.45 and 9.1 W/(m² K); half of the inner gains
/// to the air, all sun to surfaces and mass; the hour's mass temperature by Crank and Nicolson.
///
/// Source: EN ISO 13790:2008, annex C.
#[must_use]
pub fn iso13790(house: &Iso13790, around: &Surroundings<'_>) -> Heated {
    let Iso13790 { area_m2, opaque_w_k, window_w_k, air_w_k, capacity_kwh_k, aperture_m2, limit } = *house;
    let (mass_m2, all_m2) = (2.5 * area_m2, 4.5 * area_m2);
    let (air_film_w_k, mass_film_w_k) = (3.45 * all_m2, 9.1 * mass_m2);
    let mass_out_w_k = 1.0 / (1.0 / opaque_w_k - 1.0 / mass_film_w_k);
    let h1 = 1.0 / (1.0 / air_w_k + 1.0 / air_film_w_k);
    let h2 = h1 + window_w_k;
    let h3 = 1.0 / (1.0 / h2 + 1.0 / mass_film_w_k);
    let (capacity_w_k, half) = (capacity_kwh_k * 1000.0, 0.5 * (h3 + mass_out_w_k));
    let mut mass_c = around.set_point.raw().first().copied().unwrap_or_default();
    let step = |out_c: f64, ghi_w_m2: f64, gains_kw: f64, set_c: f64| {
        let to_air_w = 500.0 * gains_kw;
        let rest_w = to_air_w + ghi_w_m2 * aperture_m2;
        let to_mass_w = mass_m2 / all_m2 * rest_w;
        let to_surface_w = (1.0 - mass_m2 / all_m2 - window_w_k / (9.1 * all_m2)) * rest_w;
        // The hour with a given heat: mass at its end, mean air.
        let hour = |heat_w: f64| {
            let supply_c = out_c + (to_air_w + heat_w) / air_w_k;
            let total_w =
                to_mass_w + mass_out_w_k * out_c + h3 * (to_surface_w + window_w_k * out_c + h1 * supply_c) / h2;
            let end_c = (mass_c * (capacity_w_k - half) + total_w) / (capacity_w_k + half);
            let mean_c = 0.5 * (mass_c + end_c);
            let surface_c = (mass_film_w_k * mean_c + to_surface_w + window_w_k * out_c + h1 * supply_c)
                / (mass_film_w_k + window_w_k + h1);
            let air_c = (air_film_w_k * surface_c + air_w_k * out_c + to_air_w + heat_w) / (air_film_w_k + air_w_k);
            (end_c, air_c)
        };
        let (mut end_c, mut air_c) = hour(0.0);
        let mut heat_w = 0.0;
        if air_c < set_c {
            let trial_w = 10.0 * area_m2;
            let (_, trial_c) = hour(trial_w);
            heat_w = (trial_w * (set_c - air_c) / (trial_c - air_c)).min(1000.0 * limit.0);
            (end_c, air_c) = hour(heat_w);
        }
        mass_c = end_c;
        (heat_w, air_c)
    };
    run(around, step)
}

/// Calls `step` with outdoor air, irradiance, inner gains and set point of every hour.
fn run(around: &Surroundings<'_>, mut step: impl FnMut(f64, f64, f64, f64) -> (f64, f64)) -> Heated {
    let hours = around.outdoor.len();
    let (mut heat_kwh, mut indoor_c) = (Vec::with_capacity(hours), Vec::with_capacity(hours));
    let weather = around.outdoor.raw().iter().zip(around.ghi.raw());
    let home = around.inside.raw().iter().zip(around.set_point.raw());
    for ((&out_c, &ghi_w_m2), (&gains_kw, &set_c)) in weather.zip(home) {
        let (heat_w, inside_c) = step(out_c, ghi_w_m2, gains_kw, set_c);
        heat_kwh.push(heat_w / 1000.0);
        indoor_c.push(inside_c);
    }
    Heated { heat: Series::from_raw(heat_kwh), indoor: Series::from_raw(indoor_c) }
}
