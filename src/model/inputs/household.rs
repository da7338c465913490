//! Who lives in the home, where, and when they use power.

use super::Field;
use serde::{Deserialize, Serialize};

/// People in the household.
pub const PERSONS: Field = Field::new("household.persons", "", 3.0, (1.0, 6.0), 1.0);

/// When most power is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mostly {
    /// As in the middle of measured homes.
    #[default]
    Usual,
    /// From 5 to 10 h.
    Morning,
    /// From 9 to 16 h.
    Day,
    /// From 17 to 23 h.
    Evening,
    /// From 22 to 6 h.
    Night,
    /// Much the same at any hour.
    Evenly,
}

/// The building.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dwelling {
    /// A house with a heating system of its own.
    #[default]
    House,
    /// A flat, heated from outside.
    Flat,
}

/// Who lives there.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Household {
    /// Number of people, 1 to 6.
    pub persons: u8,
    /// Somebody is usually at home during working hours.
    pub home_by_day: bool,
    /// When most power is used.
    pub mostly: Mostly,
    /// House or flat.
    pub dwelling: Dwelling,
}

impl Default for Household {
    fn default() -> Self {
        Self { persons: 3, home_by_day: false, mostly: Mostly::default(), dwelling: Dwelling::default() }
    }
}
