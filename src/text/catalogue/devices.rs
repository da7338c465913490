//! The words of the household's habits, the car and the devices.

use super::Say2;

/// What can be chosen about them.
pub struct Devices {
    pub title: &'static str,
    pub lead: &'static str,
    /// House, flat.
    pub dwellings: [&'static str; 2],
    /// Usual, morning, day, evening, night, evenly.
    pub mostly: [&'static str; 6],
    /// When the car charges: at once, in cheap hours, from surplus.
    pub charging: [&'static str; 3],
    /// No boiler, and when there is one: at once, in cheap hours, from surplus.
    pub boiler: [&'static str; 4],
    /// When machines run: the usual hours, cheap hours, surplus.
    pub machines: [&'static str; 3],
    /// On top of the stated use, within it.
    pub included: [&'static str; 2],
    /// Own use of whole hours, and within the hour.
    pub within_hour: Say2,
}
