//! Income tax and depreciation of firms.

use super::FirmRules;
use crate::error::Wrong;
use crate::rules::{
    MissingValue,
    table::{Fields, Row, Table, in_force},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A figure of a tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirmTaxId {
    /// Corporate income tax.
    Cit,
    /// Corporate income tax of a small taxpayer.
    CitSmall,
    /// Personal income tax, flat for business income.
    PitLinear,
    /// Personal income tax by the scale, lower rate.
    PitScaleLow,
    /// Personal income tax by the scale, higher rate.
    PitScaleHigh,
    /// Income above which the higher rate of the scale holds.
    PitScaleThreshold,
    /// Amount by which the tax of the scale is reduced.
    PitScaleReduction,
    /// Straight-line depreciation of a solar plant.
    DepreciationPv,
    /// Straight-line depreciation of a battery.
    DepreciationBattery,
    /// Yearly limit of writing new assets off at once.
    OneOffNewAssets,
    /// Yearly limit of writing assets off at once as de minimis aid.
    OneOffDeMinimis,
}

/// Unit of a tax figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirmTaxUnit {
    /// Percent of income.
    Percent,
    /// Percent of the initial value a year.
    PercentAYear,
    /// zł without VAT.
    NetPln,
    /// Euro.
    Eur,
}

/// A row of `firm_taxes.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct FirmTax {
    /// Which figure.
    pub id: FirmTaxId,
    /// Unit.
    pub unit: FirmTaxUnit,
    /// The figure, in `unit`.
    pub value: f64,
}

impl Table for FirmTax {
    const NAME: &'static str = "firm_taxes.csv";
    const COLUMNS: &'static [&'static str] = &["id", "unit", "value"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        let expected = match row.id {
            FirmTaxId::Cit
            | FirmTaxId::CitSmall
            | FirmTaxId::PitLinear
            | FirmTaxId::PitScaleLow
            | FirmTaxId::PitScaleHigh => FirmTaxUnit::Percent,
            FirmTaxId::DepreciationPv | FirmTaxId::DepreciationBattery => FirmTaxUnit::PercentAYear,
            FirmTaxId::PitScaleThreshold | FirmTaxId::PitScaleReduction | FirmTaxId::OneOffNewAssets => {
                FirmTaxUnit::NetPln
            }
            FirmTaxId::OneOffDeMinimis => FirmTaxUnit::Eur,
        };
        let percent = matches!(row.unit, FirmTaxUnit::Percent | FirmTaxUnit::PercentAYear);
        if row.unit != expected {
            Err(Wrong::rule("unit", "unit"))
        } else if row.value < 0.0 || (percent && row.value > 100.0) {
            Err(Wrong::rule("value", "not_below_0"))
        } else {
            Ok(row)
        }
    }

    fn key(&self) -> String {
        format!("{:?}", self.id)
    }
}

impl FirmRules {
    /// A figure of income tax or depreciation in force on `date`; a share as 0.19 for 19 %.
    ///
    /// # Errors
    /// When no table holds it.
    pub fn tax(&self, id: FirmTaxId, date: Date) -> Result<f64, MissingValue> {
        let percent = |row: &FirmTax| matches!(row.unit, FirmTaxUnit::Percent | FirmTaxUnit::PercentAYear);
        let row = self.tax_row(id, date)?.rule;
        Ok(if percent(&row) { row.value / 100.0 } else { row.value })
    }

    /// The row of such a figure, with its source.
    ///
    /// # Errors
    /// When no table holds it.
    pub fn tax_row(&self, id: FirmTaxId, date: Date) -> Result<&Row<FirmTax>, MissingValue> {
        in_force(&self.taxes, date, |row| row.id == id)
            .ok_or_else(|| MissingValue { table: FirmTax::NAME, id: format!("{id:?}") })
    }
}
