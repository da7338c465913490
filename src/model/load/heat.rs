//! Heat: what a house and its taps need in every hour, and the electricity of a heat pump that gives it.
//!
//! In: outdoor temperature and sun of the modelled year, the house, the people. Out: hourly heat, hourly electricity.
//! The method and its sources: `docs/methodology/heat.md`.

pub mod cop;
pub mod degree_days;
pub mod demand;
pub mod house;
pub mod pump;
pub mod water;
