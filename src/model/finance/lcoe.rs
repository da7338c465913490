//! Levelised cost of energy.

use super::npv::net_present_value;
use crate::units::{GrossPln, GrossPlnPerKwh, Kwh, NetPln, NetPlnPerKwh, Quantity};

/// Cost of a generated kWh over a plant's life, costs and energy both discounted.
///
/// LCOE = sum of costs\[t\] / (1 + rate)^t over sum of energy\[t\] / (1 + rate)^t; `costs` start at once, `energy` with
/// the first year. None where no energy is generated, or too little for a price.
///
/// Source: Short, Packey, Holt: A Manual for the Economic Evaluation of Energy Efficiency and Renewable Energy
/// Technologies, NREL/TP-462-5173 (1995), eq. 4-9.
#[must_use]
pub fn levelised_cost(costs: &[GrossPln], energy: &[Kwh], rate: f64) -> Option<GrossPlnPerKwh> {
    pln_per_kwh(costs, energy, rate).map(GrossPlnPerKwh)
}

/// The same before VAT.
#[must_use]
pub fn levelised_cost_net(costs: &[NetPln], energy: &[Kwh], rate: f64) -> Option<NetPlnPerKwh> {
    pln_per_kwh(costs, energy, rate).map(NetPlnPerKwh)
}

fn pln_per_kwh<U: Quantity>(costs: &[U], energy: &[Kwh], rate: f64) -> Option<f64> {
    let discounted_kwh = energy.iter().rev().fold(0.0, |later_kwh, year| (year.0 + later_kwh) / (1.0 + rate));
    let cost_pln = net_present_value(costs, rate).raw();
    (discounted_kwh > 0.0).then(|| cost_pln / discounted_kwh).filter(|price| price.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // (100 + 10 / 1.1) / (200 / 1.1) = (110 + 10) / 200 = 0.60 zl/kWh.
        let cost = levelised_cost(&[GrossPln(100.0), GrossPln(10.0)], &[Kwh(200.0)], 0.1).unwrap();
        assert!(cost.approx_eq(GrossPlnPerKwh(0.6), 1e-12));
        assert_eq!(levelised_cost(&[GrossPln(100.0)], &[], 0.1), None);
        assert_eq!(levelised_cost(&[GrossPln(100.0)], &[Kwh(1e-310)], 0.1), None);
    }
}
