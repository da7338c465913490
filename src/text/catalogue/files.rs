//! The words around dropped files; what is found in them is worded by `text::files`.

use super::Say1;

/// The parts of the form that take files.
pub struct FileWords {
    pub meter_label: &'static str,
    pub meter_hint: &'static str,
    pub prices_label: &'static str,
    pub prices_hint: &'static str,
    pub drop: &'static str,
    pub reading: &'static str,
    pub failed: &'static str,
    pub careful: &'static str,
    pub mapping: &'static str,
    pub mapping_hint: &'static str,
    pub plant_label: &'static str,
    pub plant_hint: &'static str,
    pub use_meter: &'static str,
    pub use_prices: &'static str,
    pub set_aside: &'static str,
    /// kWh a year.
    pub meter_in_use: Say1,
    /// Mean price.
    pub prices_in_use: Say1,
    pub remove: &'static str,
    pub kept: &'static str,
}
