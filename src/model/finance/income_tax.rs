//! Income tax of a firm: what more or less income changes.

pub use crate::model::inputs::firm::finance::TaxForm;
use crate::{
    rules::{
        MissingValue,
        firm::{FirmRules, tax::FirmTaxId},
    },
    units::NetPln,
};
use jiff::civil::Date;

/// A tax on income.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum IncomeTax {
    /// One rate.
    Flat {
        /// Share of income.
        rate: f64,
    },
    /// Two rates.
    Scale {
        /// Share of income up to the threshold.
        low: f64,
        /// Share of income above it.
        high: f64,
        /// Income of a year above which the high rate holds.
        threshold: NetPln,
        /// Amount by which the tax is reduced, at most to nothing.
        reduction: NetPln,
    },
}

impl IncomeTax {
    /// No tax at all.
    pub const NONE: Self = Self::Flat { rate: 0.0 };

    /// The tax of `form` in force on `date`.
    ///
    /// # Errors
    /// The figure that no table holds.
    pub fn of_tables(firms: &FirmRules, form: TaxForm, date: Date) -> Result<Self, MissingValue> {
        let flat = |id| Ok(Self::Flat { rate: firms.tax(id, date)? });
        match form {
            TaxForm::Cit => flat(FirmTaxId::Cit),
            TaxForm::CitSmall => flat(FirmTaxId::CitSmall),
            TaxForm::PitLinear => flat(FirmTaxId::PitLinear),
            TaxForm::PitScale => Ok(Self::Scale {
                low: firms.tax(FirmTaxId::PitScaleLow, date)?,
                high: firms.tax(FirmTaxId::PitScaleHigh, date)?,
                threshold: NetPln(firms.tax(FirmTaxId::PitScaleThreshold, date)?),
                reduction: NetPln(firms.tax(FirmTaxId::PitScaleReduction, date)?),
            }),
        }
    }

    /// Tax on the income of a year; nothing on a loss.
    #[must_use]
    pub fn due(&self, income: NetPln) -> NetPln {
        let income_pln = income.0.max(0.0);
        match *self {
            Self::Flat { rate } => NetPln(rate * income_pln),
            Self::Scale { low, high, threshold, reduction } => {
                let above_pln = (income_pln - threshold.0).max(0.0);
                NetPln((low * (income_pln - above_pln) + high * above_pln - reduction.0).max(0.0))
            }
        }
    }

    /// What `more` income (or less, below 0) adds to the tax on `other` income; a loss beyond the other income is worth
    /// nothing, it is not carried to later years.
    #[must_use]
    pub fn change(&self, other: NetPln, more: NetPln) -> NetPln {
        self.due(other + more) - self.due(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_scale_by_hand() {
        // 150,000: 120,000 × 0.12 + 30,000 × 0.32 - 3,600 = 20,400. 30,000: nothing. Health contributions are no part.
        let firms = FirmRules::built_in().unwrap();
        let scale = IncomeTax::of_tables(&firms, TaxForm::PitScale, date(2026, 7, 1)).unwrap();
        assert!(scale.due(NetPln(150_000.0)).approx_eq(NetPln(20_400.0), 1e-9));
        assert!(scale.due(NetPln(30_000.0)).approx_eq(NetPln::ZERO, 1e-9));
        // 20,000 more on 110,000: half at 12 %, half at 32 %.
        assert!(scale.change(NetPln(110_000.0), NetPln(20_000.0)).approx_eq(NetPln(4400.0), 1e-9));
    }

    #[test]
    fn a_loss_is_worth_what_other_income_would_pay() {
        let tax = IncomeTax::Flat { rate: 0.19 };
        assert!(tax.change(NetPln(1000.0), NetPln(-3000.0)).approx_eq(NetPln(-190.0), 1e-9));
        let firms = FirmRules::built_in().unwrap();
        for (form, rate) in [(TaxForm::Cit, 0.19), (TaxForm::CitSmall, 0.09), (TaxForm::PitLinear, 0.19)] {
            let tax = IncomeTax::of_tables(&firms, form, date(2026, 7, 1)).unwrap();
            assert!(tax.due(NetPln(100.0)).approx_eq(NetPln(100.0 * rate), 1e-12));
        }
    }
}
