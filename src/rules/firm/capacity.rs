//! The capacity charge of firms (opłata mocowa): what the shape of a day makes of its rate.

use crate::error::Wrong;
use crate::{
    rules::table::{Fields, Table},
    units::{Kw, NetPlnPerKwh},
};
use serde::{Deserialize, Serialize};

/// Class of a working day by the shape of its intake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShapeClass {
    /// Hardly more in the selected hours than in the others.
    K1,
    /// A little more.
    K2,
    /// More.
    K3,
    /// Much more, or nothing in the other hours.
    K4,
}

/// A row of `capacity_classes.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct CapacityClass {
    /// Which class.
    pub class: ShapeClass,
    /// The deviation from which on a day no longer belongs to it; none for the last class.
    pub deviation_below: Option<f64>,
    /// Part of the rate that is charged.
    pub coefficient: f64,
}

impl CapacityClass {
    /// End of the class; infinite for the last one.
    #[must_use]
    pub fn limit(&self) -> f64 {
        self.deviation_below.unwrap_or(f64::INFINITY)
    }
}

impl Table for CapacityClass {
    const NAME: &'static str = "capacity_classes.csv";
    const COLUMNS: &'static [&'static str] = &["class", "deviation_below", "coefficient"];
    const KEY: usize = 0;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        if (0.0..=1.0).contains(&row.coefficient) { Ok(row) } else { Err(Wrong::limits("coefficient", 0.0, 1.0)) }
    }

    fn key(&self) -> String {
        format!("{:?}", self.class)
    }
}

/// The capacity charge of firms in force on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct CapacityRule {
    /// Rate for the intake of the selected hours of working days.
    pub rate: NetPlnPerKwh,
    /// First selected hour on the local clock.
    pub first_hour: usize,
    /// The hour in which they end.
    pub end_hour: usize,
    /// Contracted power at low voltage up to which every working day is charged in full; none where all are classified.
    pub unclassified_to: Option<Kw>,
    /// Classes, the flattest first.
    pub classes: Vec<CapacityClass>,
}

impl CapacityRule {
    /// True for an hour of the local clock whose intake is charged on working days.
    #[must_use]
    pub fn selects(&self, hour_of_day: usize) -> bool {
        (self.first_hour..self.end_hour).contains(&hour_of_day)
    }

    /// The class of a working day whose selected hours deviate from its other hours by `deviation`; none of them means
    /// nothing was taken in the other hours, which is the last class. None without classes.
    #[must_use]
    pub fn class(&self, deviation: Option<f64>) -> Option<&CapacityClass> {
        let deviation = deviation.unwrap_or(f64::INFINITY);
        self.classes.iter().find(|class| deviation < class.limit()).or_else(|| self.classes.last())
    }
}
