//! The words of netting phase by phase.

use super::Say1;

/// Hourly netting over all phases beside netting of each phase.
pub struct PhaseWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub open: &'static str,
    pub caption: &'static str,
    pub way: &'static str,
    pub import: &'static str,
    pub export: &'static str,
    pub cost: &'static str,
    pub summed: &'static str,
    pub apart: &'static str,
    /// Gross difference a year.
    pub dearer: Say1,
    /// Gross difference a year.
    pub cheaper: Say1,
    pub same: &'static str,
}
