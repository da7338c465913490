//! What a firm wants to reach.

use super::Checks;
use crate::model::inputs::Field;
use serde::{Deserialize, Serialize};

/// Greatest intake wanted.
pub const CAP_KW: Field = Field::new("wishes.cap_kw", "kW", 30.0, (1.0, 20_000.0), 1.0);
/// Share of the consumption wanted from own generation.
pub const AUTONOMY_PERCENT: Field = Field::new("wishes.autonomy_percent", "%", 40.0, (1.0, 100.0), 5.0);
/// Most that may be spent.
pub const BUDGET_PLN: Field = Field::new("wishes.budget_pln", "zł", 200_000.0, (0.0, 200_000_000.0), 10_000.0);

/// What is to be reached; a wish that is not told is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Wishes {
    /// Greatest quarter-hour intake of every meter, kW.
    pub cap_kw: Option<f64>,
    /// Share of the whole consumption from own generation, %.
    pub autonomy_percent: Option<f64>,
    /// Most that may be spent, grant deducted, zł before VAT.
    pub budget_pln: Option<f64>,
}

impl Wishes {
    pub(super) fn check(&self, checks: &mut Checks) {
        checks.told("", &CAP_KW, self.cap_kw);
        checks.told("", &AUTONOMY_PERCENT, self.autonomy_percent);
        checks.told("", &BUDGET_PLN, self.budget_pln);
    }
}
