//! Parameters of the settlement schemes for prosumers.

use super::{
    market::PriceIndex,
    table::{Fields, Table},
};
use serde::Deserialize;

/// A scheme that the tables know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchemeId {
    /// Export is sold, its value goes to the prosumer's deposit (depozyt prosumencki).
    NetBilling,
}

/// A parameter of a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchemeParameterId {
    /// Credited value over exported value.
    DepositFactor,
    /// Months in which a credit can be used.
    DepositMonths,
    /// Most of the exported value that is paid out when settled by `RCEm`.
    RefundCapRcem,
    /// Most of the exported value that is paid out when settled by RCE.
    RefundCapRce,
}

/// Unit of a scheme's parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchemeUnit {
    /// Dimensionless.
    Factor,
    /// Calendar months.
    Months,
    /// Percent.
    Percent,
}

/// A row of `schemes.csv`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct SchemeParameter {
    /// Scheme.
    pub scheme: SchemeId,
    /// Parameter.
    pub parameter: SchemeParameterId,
    /// The figure, in `unit`.
    pub value: f64,
    /// Unit.
    pub unit: SchemeUnit,
}

impl Table for SchemeParameter {
    const NAME: &'static str = "schemes.csv";
    const COLUMNS: &'static [&'static str] = &["scheme", "parameter", "value", "unit"];

    fn read(fields: &Fields<'_>) -> Result<Self, String> {
        let row: Self = fields.row()?;
        let expected = match row.parameter {
            SchemeParameterId::DepositFactor => SchemeUnit::Factor,
            SchemeParameterId::DepositMonths => SchemeUnit::Months,
            SchemeParameterId::RefundCapRcem | SchemeParameterId::RefundCapRce => SchemeUnit::Percent,
        };
        if row.unit == expected { Ok(row) } else { Err(format!("unit: expected {expected:?}")) }
    }

    fn key(&self) -> String {
        format!("{:?} {:?}", self.scheme, self.parameter)
    }
}

/// Net-billing in force on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NetBilling {
    /// Price by which export is valued.
    pub index: PriceIndex,
    /// Credited value over exported value: 1.23 since February 2025.
    pub deposit_factor: f64,
    /// Months in which a credit can be used, counted from the month of crediting.
    pub deposit_months: usize,
    /// Most of the exported value of a month (without the factor) that is paid out when its credit lapses, share.
    pub refund_cap: f64,
}
