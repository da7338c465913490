//! The figures of an answer as plain numbers, for a page around this one: `public/frame.js` hands them on where that page
//! has asked for them.

use crate::units::{Kwh, Kwp};

/// What an answer comes to. Money is gross for a home and net for a firm, as on its page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plain {
    /// Power of the modules.
    pub pv: Kwp,
    /// Usable capacity of the battery.
    pub battery: Kwh,
    /// Saved in a year, PLN; negative where the year costs more.
    pub saving_pln: f64,
    /// Spent at the start, PLN.
    pub investment_pln: f64,
    /// Years until it is paid back; none where it never is.
    pub payback_years: Option<f64>,
    /// Made in a year.
    pub generation: Kwh,
    /// Used in a year.
    pub consumption: Kwh,
    /// Share of the use that is not bought, 0 to 1.
    pub autonomy: f64,
    /// CO2 not emitted in a year, kg.
    pub co2_avoided_kg: f64,
}

impl Plain {
    /// The numbers one after another with three decimals, `NaN` for none; their order is that of `FIGURES` in
    /// `public/frame.js`.
    #[must_use]
    pub fn text(&self) -> String {
        let figures = [
            self.pv.0,
            self.battery.0,
            self.saving_pln,
            self.investment_pln,
            self.payback_years.unwrap_or(f64::NAN),
            self.generation.0,
            self.consumption.0,
            self.autonomy,
            self.co2_avoided_kg,
        ];
        figures.map(|figure| format!("{figure:.3}")).join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_a_word_for_every_figure() {
        let plain = Plain {
            pv: Kwp(4.25),
            battery: Kwh(0.0),
            saving_pln: -12.3456,
            investment_pln: 20_000.0,
            payback_years: None,
            generation: Kwh(4000.0),
            consumption: Kwh(3500.5),
            autonomy: 0.4,
            co2_avoided_kg: 1.0,
        };
        // Written by hand.
        assert_eq!(plain.text(), "4.250 0.000 -12.346 20000.000 NaN 4000.000 3500.500 0.400 1.000");
    }
}
