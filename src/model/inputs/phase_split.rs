//! How the use and the inverter of a home lie on its three phases.

use super::Field;
use serde::{Deserialize, Serialize};

/// Phases of the inverter: 1 or 3.
pub const INVERTER_PHASES: Field = Field::new("phase_split.inverter_phases", "", 1.0, (1.0, 3.0), 2.0);
/// Part of the use on the first phase, that of a one-phase inverter.
pub const FIRST_PERCENT: Field = Field::new("phase_split.first_percent", "%", 40.0, (0.0, 100.0), 5.0);
/// Part of the use on the second phase.
pub const SECOND_PERCENT: Field = Field::new("phase_split.second_percent", "%", 35.0, (0.0, 100.0), 5.0);
/// Part of the use on the third phase.
pub const THIRD_PERCENT: Field = Field::new("phase_split.third_percent", "%", 25.0, (0.0, 100.0), 5.0);

/// How use and inverter lie on the phases. It changes no bill of today; it tells what meters that net each phase by
/// itself would have charged.
///
/// The three parts count in proportion to their sum. The default is a judgement: no home is quite even.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PhaseSplit {
    /// Phases of the inverter, 1 or 3.
    pub inverter_phases: u8,
    /// Part of the use on the first phase, that of a one-phase inverter, %.
    pub first_percent: f64,
    /// Part of the use on the second phase, %.
    pub second_percent: f64,
    /// Part of the use on the third phase, %.
    pub third_percent: f64,
}

impl Default for PhaseSplit {
    fn default() -> Self {
        Self {
            inverter_phases: 1,
            first_percent: FIRST_PERCENT.default,
            second_percent: SECOND_PERCENT.default,
            third_percent: THIRD_PERCENT.default,
        }
    }
}

impl PhaseSplit {
    /// Shares of the use on the phases, adding up to one; even where nothing is said.
    #[must_use]
    pub fn shares(&self) -> [f64; 3] {
        let percent = [self.first_percent, self.second_percent, self.third_percent];
        let sum: f64 = percent.iter().sum();
        if sum > 0.0 { percent.map(|part| part / sum) } else { [1.0 / 3.0; 3] }
    }
}
