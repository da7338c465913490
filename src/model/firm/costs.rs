//! What plants and batteries of firms cost, before VAT: a pure function of their size, quick enough for a search.

use crate::units::{Kwh, Kwp, NetPln};

/// Rated power from which a kWp costs what the next row of `firm_costs.csv` says.
const PV_STEPS_KWP: [f64; 3] = [10.0, 50.0, 500.0];

/// What is built behind a meter.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Built {
    /// Rated power of all modules.
    pub pv: Kwp,
    /// Of it in rows on the ground or on a flat roof.
    pub in_rows: Kwp,
    /// Of it on carports.
    pub on_carports: Kwp,
    /// Usable capacity of the battery.
    pub battery: Kwh,
}

/// Prices of devices and work, before VAT.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FirmCosts {
    /// Of a kWp: below 10 kWp, from 10, from 50, from 500.
    pub(super) pv_pln_per_kwp: [f64; 4],
    pub(super) rows_pln_per_kwp: f64,
    pub(super) carport_pln_per_kwp: f64,
    pub(super) battery_fixed_pln: f64,
    pub(super) battery_pln_per_kwh: f64,
    pub(super) inverter_pln_per_kw: f64,
    /// Upkeep and insurance of a year, of the price.
    pub(super) upkeep_share: f64,
}

impl FirmCosts {
    /// Price of the modules of a meter with everything around them; never less than a smaller plant.
    #[must_use]
    pub fn pv(&self, built: &Built) -> NetPln {
        let up_to = |step: usize| PV_STEPS_KWP.get(step).copied().unwrap_or(f64::INFINITY);
        let priced = self.pv_pln_per_kwp.iter().enumerate().map(|(step, pln)| built.pv.0.min(up_to(step)) * pln);
        let plant_pln = priced.fold(0.0, f64::max);
        let frames_pln = built.in_rows.0 * self.rows_pln_per_kwp + built.on_carports.0 * self.carport_pln_per_kwp;
        NetPln(plant_pln + frames_pln)
    }

    /// Price of a battery of this usable capacity; nothing for none.
    #[must_use]
    pub fn battery(&self, usable: Kwh) -> NetPln {
        let fixed_pln = if usable.0 > 0.0 { self.battery_fixed_pln } else { 0.0 };
        NetPln(fixed_pln + usable.0 * self.battery_pln_per_kwh)
    }

    /// Share of the price of a battery that a new one in its place costs: control, cables and work are there already.
    #[must_use]
    pub fn battery_again(&self, usable: Kwh) -> f64 {
        let price_pln = self.battery(usable).0;
        if price_pln > 0.0 { usable.0 * self.battery_pln_per_kwh / price_pln } else { 0.0 }
    }

    /// Price of a new inverter of this rated power, kW.
    #[must_use]
    pub fn inverter(&self, rated_kw: f64) -> NetPln {
        NetPln(rated_kw * self.inverter_pln_per_kw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const COSTS: FirmCosts = FirmCosts {
        pv_pln_per_kwp: [4000.0, 3000.0, 2500.0, 2400.0],
        rows_pln_per_kwp: 300.0,
        carport_pln_per_kwp: 1500.0,
        battery_fixed_pln: 5000.0,
        battery_pln_per_kwh: 2000.0,
        inverter_pln_per_kw: 650.0,
        upkeep_share: 0.015,
    };

    #[test]
    fn prices_by_hand() {
        let pv = |kwp| COSTS.pv(&Built { pv: Kwp(kwp), ..Built::default() }).0;
        // 12 kWp at 3,000 would be 36,000, less than 10 kWp at 4,000. 60 at 2,500 is 150,000, as 50 at 3,000.
        for (kwp, expected) in [(0.0, 0.0), (5.0, 20_000.0), (12.0, 40_000.0), (40.0, 120_000.0), (60.0, 150_000.0)] {
            assert!((pv(kwp) - expected).abs() < 1e-9, "{kwp} kWp");
        }
        assert!((pv(1000.0) - 2_400_000.0).abs() < 1e-9);
        let mixed = Built { pv: Kwp(40.0), in_rows: Kwp(10.0), on_carports: Kwp(20.0), battery: Kwh(30.0) };
        assert!((COSTS.pv(&mixed).0 - (120_000.0 + 3000.0 + 30_000.0)).abs() < 1e-9);
        assert!((COSTS.battery(mixed.battery).0 - 65_000.0).abs() < 1e-9 && COSTS.battery(Kwh::ZERO) == NetPln::ZERO);
        assert!((COSTS.battery_again(mixed.battery) - 60.0 / 65.0).abs() < 1e-12);
    }

    proptest! {
        /// More never costs less.
        #[test]
        fn more_costs_more(kwp in 0.0..2000.0, more in 0.0..50.0) {
            let pv = |kwp| COSTS.pv(&Built { pv: Kwp(kwp), ..Built::default() }).0;
            prop_assert!(pv(kwp + more) >= pv(kwp));
        }
    }
}
