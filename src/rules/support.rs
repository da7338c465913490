//! Grants, the tax relief and rates of income tax.

use super::table::{Fields, Table};
use crate::error::Wrong;
use serde::{Deserialize, Serialize};

/// What a row of `supports.csv` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupportKind {
    /// Money towards the purchase.
    Grant,
    /// The purchase lowers the income that is taxed.
    TaxRelief,
    /// A rate of income tax, at which the relief counts.
    TaxRate,
}

/// What is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Covers {
    /// Solar plant.
    Pv,
    /// Battery.
    Battery,
    /// Both.
    PvAndBattery,
    /// Heat pump.
    HeatPump,
    /// No purchase: a row of a tax rate.
    Income,
}

/// Owners who may have the support, by how their export is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ForScheme {
    /// All.
    Any,
    /// Net-billing.
    NetBilling,
    /// Net-metering.
    NetMetering,
}

/// What a share is taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostBase {
    /// The price with VAT.
    Gross,
    /// The price before VAT.
    Net,
}

/// A row of `supports.csv`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Support {
    /// Key.
    pub id: String,
    /// Name in Polish.
    pub name_pl: String,
    /// Name in English.
    pub name_en: String,
    /// Grant, relief or rate.
    pub kind: SupportKind,
    /// What is supported.
    pub covers: Covers,
    /// Who may have it.
    pub scheme: ForScheme,
    /// What the share is taken of.
    pub base: CostBase,
    /// Share of the costs; of a relief, share that may be deducted; the rate itself of a tax. Percent.
    pub share_percent: f64,
    /// Most that is paid or deducted, zł; of a relief, for each taxpayer.
    pub cap_pln: Option<f64>,
    /// Most that is paid for each kWh of usable capacity, zł.
    pub cap_pln_per_kwh: Option<f64>,
    /// Smallest battery supported, kWh of usable capacity.
    pub min_kwh: Option<f64>,
    /// Conditions in Polish.
    pub conditions_pl: String,
    /// Conditions in English.
    pub conditions_en: String,
}

impl Table for Support {
    const NAME: &'static str = "supports.csv";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "name_pl",
        "name_en",
        "kind",
        "covers",
        "scheme",
        "base",
        "share_percent",
        "cap_pln",
        "cap_pln_per_kwh",
        "min_kwh",
        "conditions_pl",
        "conditions_en",
    ];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        let negative = [row.cap_pln, row.cap_pln_per_kwh, row.min_kwh].into_iter().flatten().any(|value| value < 0.0);
        if !(0.0..=100.0).contains(&row.share_percent) {
            Err(Wrong::limits("share_percent", 0.0, 100.0))
        } else if negative {
            Err(Wrong::rule("cap_pln", "not_below_0"))
        } else if (row.kind == SupportKind::TaxRate) != (row.covers == Covers::Income) {
            Err(Wrong::rule("covers", "income"))
        } else {
            Ok(row)
        }
    }

    fn key(&self) -> String {
        self.id.clone()
    }
}
