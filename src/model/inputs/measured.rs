//! Hourly series that a person brings: the meter's own year, and market prices.

use super::{Field, KWH_PER_YEAR};
use crate::error::{InputError, Problem};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Energy of one measured hour.
pub const MEASURED_KWH: Field = Field::new("measured.kwh", "kWh", 0.0, (0.0, 1000.0), 0.001);
/// Market price of one hour.
pub const RCE_PLN_MWH: Field = Field::new("market.rce", "zł/MWh", 0.0, (-100_000.0, 100_000.0), 0.01);

/// Hours of a year, of which a list may have; a modelled year that is no leap year has the first number.
const HOURS: (usize, usize) = (8760, 8784);

/// One number for every hour of the modelled year, in order; cheap to copy and to compare with a copy of itself.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Vec<f64>", into = "Vec<f64>")]
pub struct Hourly(Arc<[f64]>);

impl Hourly {
    /// The numbers.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.0
    }

    /// Whole thousandths or hundredths (`parts` to one): what is kept between two visits.
    #[must_use]
    pub fn from_parts(whole: &[i32], parts: f64) -> Self {
        whole.iter().map(|value| f64::from(*value) / parts).collect::<Vec<_>>().into()
    }

    /// The same numbers as whole parts.
    #[must_use]
    pub fn to_parts(&self, parts: f64) -> Vec<i32> {
        #[expect(clippy::cast_possible_truncation, reason = "a float beyond the limits becomes the limit")]
        self.0.iter().map(|value| (value * parts).round() as i32).collect()
    }
}

impl From<Vec<f64>> for Hourly {
    fn from(values: Vec<f64>) -> Self {
        Self(values.into())
    }
}

impl From<Hourly> for Vec<f64> {
    fn from(hourly: Hourly) -> Self {
        hourly.0.to_vec()
    }
}

impl PartialEq for Hourly {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

/// The home's demand as its meter counted it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Measured {
    /// kWh of every hour of the modelled year.
    pub kwh: Hourly,
}

/// The market, where a person knows it better than the tables.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Market {
    /// RCE of every hour of the modelled year, zł/MWh; none for the mean days of the tables.
    pub rce: Option<Hourly>,
}

/// What is wrong with an hourly list: its length, or its first number beyond the limits.
pub(super) fn wrong_hours(field: &Field, hourly: &Hourly) -> Option<InputError> {
    let (min, max) = HOURS;
    let value = hourly.values().len();
    let length = (value != min && value != max).then_some(Problem::Count { value, min, max });
    let problem = length.or_else(|| hourly.values().iter().find_map(|hour| field.check(*hour).err()));
    problem.map(|problem| InputError { field: field.id.to_owned(), problem })
}

impl Measured {
    /// What is wrong with the list: as for any hourly list, and a year's sum that is no home's.
    pub(super) fn wrong(&self) -> Option<InputError> {
        let sum = || {
            let problem = KWH_PER_YEAR.check(self.kwh.values().iter().sum()).err()?;
            Some(InputError { field: MEASURED_KWH.id.to_owned(), problem })
        };
        wrong_hours(&MEASURED_KWH, &self.kwh).or_else(sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_a_whole_year_of_a_home() {
        let measured = |hours, kwh| Measured { kwh: vec![kwh; hours].into() };
        assert_eq!(measured(8760, 0.4).wrong(), None);
        assert!(matches!(measured(8759, 0.4).wrong().unwrap().problem, Problem::Count { value: 8759, .. }));
        for kwh in [-0.1, f64::NAN, 2000.0, 0.0, 10.0] {
            assert!(matches!(measured(8760, kwh).wrong().unwrap().problem, Problem::OutOfRange { .. }), "{kwh}");
        }
    }

    #[test]
    fn whole_parts_come_back() {
        let hourly = Hourly::from(vec![0.123, 0.0, -4.56]);
        assert_eq!(Hourly::from_parts(&hourly.to_parts(1000.0), 1000.0), hourly);
    }
}
