//! The words around studies; what they find is worded by `text::studies`.

/// The ranges of the figures.
pub struct RangeWords {
    pub title: &'static str,
    pub lead: &'static str,
    /// What stands under the key figures.
    pub under: &'static str,
    pub unsure: &'static str,
    pub unsure_hint: &'static str,
    pub careful: &'static str,
    /// Where the browser is told to save data.
    pub fetch: &'static str,
    pub low: fn(&str) -> String,
    pub high: fn(&str) -> String,
}

/// The search over all designs.
pub struct SearchWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub objective: &'static str,
    pub objectives: [&'static str; 5],
    pub share: &'static str,
    pub amount: &'static str,
}
