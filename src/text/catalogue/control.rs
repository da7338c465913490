//! The words of the three ways to run a battery.

/// Own energy first beside a controller that knows prices and beside perfect foresight.
pub struct ControlWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub open: &'static str,
    pub question: &'static str,
    pub hint: &'static str,
}
