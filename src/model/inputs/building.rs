//! A building of flats whose common parts have a plant.

use super::Field;
use serde::{Deserialize, Serialize};

/// Flats in the building.
pub const FLATS: Field = Field::new("building.flats", "", 20.0, (2.0, 500.0), 1.0);
/// Part of the common use that never stops.
pub const ALWAYS_ON_PERCENT: Field = Field::new("building.always_on_percent", "%", 0.0, (0.0, 100.0), 5.0);
/// Part of the rest that is light.
pub const LIGHT_PERCENT: Field = Field::new("building.light_percent", "%", 0.0, (0.0, 100.0), 5.0);

/// A building of flats; it counts for a tenant plant alone. Shares not said are taken from the table of assumptions.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Building {
    /// Number of flats, 2 to 500.
    pub flats: u16,
    /// Part of the common use that never stops: pumps, ventilation, entry phones; %.
    pub always_on_percent: Option<f64>,
    /// Part of the rest that is light of stairs and cellars, %; what is left are lifts and doors.
    pub light_percent: Option<f64>,
}

impl Default for Building {
    fn default() -> Self {
        Self { flats: 20, always_on_percent: None, light_percent: None }
    }
}
