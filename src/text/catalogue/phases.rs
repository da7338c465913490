//! The words of netting phase by phase.

/// Hourly netting over all phases beside netting of each phase.
pub struct PhaseWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub open: &'static str,
}
