//! Numbers of which a person knows only about where they lie: "3,500 to 4,500 kWh, not sure".

use super::{
    BATTERY_GROSS_PLN, Consumption, DISCOUNT_PERCENT, ENERGY_GROWTH_PERCENT, EXPORT_GROWTH_PERCENT, Field,
    GROSS_PLN_PER_MONTH, KWH_PER_YEAR, PV_GROSS_PLN, Scenario,
};
use crate::error::{InputError, Problem};
use serde::{Deserialize, Serialize};

/// A field that may be given as a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RangeField {
    /// Yearly consumption, kWh.
    #[serde(rename = "consumption.kwh_per_year")]
    KwhPerYear,
    /// Average monthly bill with VAT, zł.
    #[serde(rename = "consumption.gross_pln_per_month")]
    GrossPlnPerMonth,
    /// Price of the whole PV installation with VAT, zł.
    #[serde(rename = "money.pv_gross_pln")]
    PvGrossPln,
    /// Price of the battery with VAT, zł.
    #[serde(rename = "money.battery_gross_pln")]
    BatteryGrossPln,
    /// Real discount rate, % a year.
    #[serde(rename = "money.discount_percent")]
    DiscountPercent,
    /// Real growth of the price of bought energy, % a year.
    #[serde(rename = "money.energy_growth_percent")]
    EnergyGrowthPercent,
    /// Real growth of the value of exported energy, % a year.
    #[serde(rename = "money.export_growth_percent")]
    ExportGrowthPercent,
}

/// A number that lies somewhere between two ends, the middle being likeliest.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// What it is a range of.
    pub field: RangeField,
    /// Smallest value, in the unit of the field.
    pub low: f64,
    /// Largest value, in the unit of the field.
    pub high: f64,
}

impl RangeField {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::KwhPerYear,
        Self::GrossPlnPerMonth,
        Self::PvGrossPln,
        Self::BatteryGrossPln,
        Self::DiscountPercent,
        Self::EnergyGrowthPercent,
        Self::ExportGrowthPercent,
    ];

    /// The declaration of the number: unit and limits.
    #[must_use]
    pub fn field(self) -> &'static Field {
        match self {
            Self::KwhPerYear => &KWH_PER_YEAR,
            Self::GrossPlnPerMonth => &GROSS_PLN_PER_MONTH,
            Self::PvGrossPln => &PV_GROSS_PLN,
            Self::BatteryGrossPln => &BATTERY_GROSS_PLN,
            Self::DiscountPercent => &DISCOUNT_PERCENT,
            Self::EnergyGrowthPercent => &ENERGY_GROWTH_PERCENT,
            Self::ExportGrowthPercent => &EXPORT_GROWTH_PERCENT,
        }
    }

    /// Puts one value in the place of the scenario's own; a range of consumption also decides in which form it is given.
    pub fn put(self, scenario: &mut Scenario, value: f64) {
        let money = &mut scenario.money;
        match self {
            Self::KwhPerYear => scenario.consumption = Consumption::KwhPerYear(value),
            Self::GrossPlnPerMonth => scenario.consumption = Consumption::GrossPlnPerMonth(value),
            Self::PvGrossPln => money.pv_gross_pln = Some(value),
            Self::BatteryGrossPln => money.battery_gross_pln = Some(value),
            Self::DiscountPercent => money.discount_percent = Some(value),
            Self::EnergyGrowthPercent => money.energy_growth_percent = Some(value),
            Self::ExportGrowthPercent => money.export_growth_percent = Some(value),
        }
    }

    /// True for the two forms of the consumption, of which a home has one.
    #[must_use]
    pub fn is_consumption(self) -> bool {
        matches!(self, Self::KwhPerYear | Self::GrossPlnPerMonth)
    }
}

impl Range {
    /// The value halfway between the ends.
    #[must_use]
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.low, self.high)
    }

    /// An end outside the limits of the field, or ends the wrong way round.
    fn problem(&self) -> Option<Problem> {
        let field = self.field.field();
        let ends = field.check(self.low).and(field.check(self.high)).err();
        let turned =
            (self.low > self.high).then_some(Problem::OutOfRange { value: self.low, min: field.min, max: self.high });
        ends.or(turned)
    }
}

/// Everything wrong with some ranges: each end within the limits of its field, the low end not above the high one, and
/// one range of a number; the two forms of the consumption count as one number.
#[must_use]
pub fn wrong(ranges: &[Range]) -> Vec<InputError> {
    let mut errors = Vec::new();
    for (index, range) in ranges.iter().enumerate() {
        let same = |other: &Range| {
            other.field == range.field || (other.field.is_consumption() && range.field.is_consumption())
        };
        let again = ranges[..index].iter().any(same).then_some(Problem::Count { value: 2, min: 0, max: 1 });
        if let Some(problem) = range.problem().or(again) {
            errors.push(InputError { field: range.field.field().id.to_owned(), problem });
        }
    }
    errors
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(field: RangeField, low: f64, high: f64) -> Range {
        Range { field, low, high }
    }

    #[test]
    fn names_are_those_of_the_fields() {
        for field in RangeField::ALL {
            assert_eq!(serde_json::to_value(field).unwrap(), field.field().id);
        }
    }

    #[test]
    fn ends_lie_within_the_limits_and_in_order() {
        assert_eq!(wrong(&[range(RangeField::KwhPerYear, 3500.0, 4500.0)]), vec![]);
        assert_eq!(wrong(&[range(RangeField::DiscountPercent, 4.0, 4.0)]), vec![]);
        let limits = |low, high| match wrong(&[range(RangeField::KwhPerYear, low, high)]).pop().unwrap().problem {
            Problem::OutOfRange { value, min, max } => (value, min, max),
            other => panic!("{other:?}"),
        };
        assert_eq!(limits(100.0, 4000.0), (100.0, 200.0, 50_000.0));
        assert_eq!(limits(4000.0, 90_000.0), (90_000.0, 200.0, 50_000.0));
        assert_eq!(limits(4000.0, 3000.0), (4000.0, 200.0, 3000.0));
        assert!(limits(f64::NAN, 3000.0).0.is_nan());
    }

    #[test]
    fn a_number_has_one_range() {
        let twice = [range(RangeField::KwhPerYear, 300.0, 400.0), range(RangeField::GrossPlnPerMonth, 300.0, 400.0)];
        let errors = wrong(&twice);
        assert_eq!(errors.len(), 1);
        assert_eq!(errors[0].problem, Problem::Count { value: 2, min: 0, max: 1 });
    }
}
