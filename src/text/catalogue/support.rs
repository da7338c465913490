//! The words of grants, tax relief and VAT.

use super::Say1;

/// Support and what it brings.
pub struct SupportWords {
    pub no_programme: &'static str,
    pub no_deduction: &'static str,
    /// What the choice gives now, gross.
    pub gives: Say1,
    /// Income tax that the choice saves now.
    pub saves_tax: Say1,
    /// Confidence and the day of the last check.
    pub checked: fn(&str, &str) -> String,
    pub confirm: &'static str,
    pub open: &'static str,
    pub caption: &'static str,
    pub name: &'static str,
    pub covers: &'static str,
    /// Modules, battery, modules and battery, heat pump, income.
    pub covered: [&'static str; 5],
    pub conditions: &'static str,
    pub one_each: &'static str,
    /// Tax saved in the first year.
    pub tax_relief: &'static str,
}
