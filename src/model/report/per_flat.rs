//! A plant of the common parts of a building, as one of its flats sees it.

use super::Parts;
use crate::units::GrossPln;
use serde::{Deserialize, Serialize};

/// What a plant of the common parts of a building means for each of its flats, with VAT.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PerFlat {
    /// Number of flats.
    pub flats: u16,
    /// Saving of a settled year.
    pub yearly_saving: GrossPln,
    /// Of it, what is paid out to the account of the building.
    pub paid_out: GrossPln,
    /// What is paid at the start.
    pub investment: GrossPln,
}

/// What the project means for each of `flats`.
#[must_use]
pub fn per_flat(parts: &Parts<'_>, flats: u16) -> PerFlat {
    let Parts { project, before, after, .. } = parts;
    let share = 1.0 / f64::from(flats.max(1));
    PerFlat {
        flats,
        yearly_saving: (before.total_gross() - after.steady.cost_after_refund()) * share,
        paid_out: after.steady.deposit().refunded * share,
        investment: project.investment() * share,
    }
}
