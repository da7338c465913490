//! Own use as it flows, minute by minute, beside the balance of whole hours that is billed.

use super::{Energy, share};
use crate::units::Kwh;
use serde::{Deserialize, Serialize};

/// Shares as they flow within the hours. The bill knows whole hours only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Physical {
    /// Share of the generation used at home.
    pub self_consumption: f64,
    /// Share of the consumption covered by own generation.
    pub autonomy: f64,
}

impl Physical {
    /// Takes `loss`, a share, off the direct use of whole hours. A battery evens out what happens within the hour, so
    /// with one nothing is taken off.
    ///
    /// Source: Wright & Firth 2007, doi:10.1016/j.apenergy.2006.09.008; Beck et al. 2016,
    /// doi:10.1016/j.apenergy.2016.04.050, of which `assumptions.csv` holds the size.
    #[must_use]
    pub fn of(year: &Energy, battery: Kwh, loss: f64) -> Self {
        let missed = if battery > Kwh::ZERO { Kwh::ZERO } else { year.direct_use * loss };
        Self {
            self_consumption: share(year.generation - year.export - year.curtailed - missed, year.generation),
            autonomy: share(year.consumption - year.import - missed, year.consumption),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_twentieth_of_the_direct_use_is_missed_without_a_battery() {
        // 1,000 of 4,000 kWh used at once, 5 % of it missed: 950 of 4,000 and of 2,500.
        let year = Energy {
            generation: Kwh(4000.0),
            consumption: Kwh(2500.0),
            direct_use: Kwh(1000.0),
            import: Kwh(1500.0),
            export: Kwh(3000.0),
            ..Energy::default()
        };
        let physical = Physical::of(&year, Kwh::ZERO, 0.05);
        assert!((physical.self_consumption - 0.2375).abs() < 1e-12 && (physical.autonomy - 0.38).abs() < 1e-12);
        let stored = Physical::of(&year, Kwh(5.0), 0.05);
        assert!((stored.self_consumption - year.self_consumption()).abs() < 1e-12);
        assert_eq!(Physical::of(&Energy::default(), Kwh::ZERO, 0.05), Physical::default());
    }
}
