//! How the energy itself is bought: at the approved tariff, or at the market price of every hour.

use super::Field;
use serde::{Deserialize, Serialize};

/// What the seller adds to the market price, before VAT.
pub const DYNAMIC_MARGIN: Field = Field::new("tariff.energy.margin_net_pln_per_kwh", "zł/kWh", 0.0, (0.0, 1.0), 0.01);
/// The seller's fee of a month, with VAT.
pub const DYNAMIC_FEE: Field = Field::new("tariff.energy.fee_gross_pln_per_month", "zł", 0.0, (0.0, 500.0), 5.0);

/// How the energy is bought; distribution is paid by the tariff group in any case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EnergyContract {
    /// At the sale prices of the tariff group.
    #[default]
    Regulated,
    /// At the market price of the hour with excise and a margin (umowa z ceną dynamiczną).
    Dynamic(Dynamic),
}

impl EnergyContract {
    /// The terms of a dynamic price; none under the approved tariff.
    #[must_use]
    pub fn dynamic(self) -> Option<Dynamic> {
        match self {
            Self::Regulated => None,
            Self::Dynamic(dynamic) => Some(dynamic),
        }
    }
}

/// Terms of a contract with a dynamic price; what is not said is taken from the table of assumptions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Dynamic {
    /// Margin before VAT, zł/kWh.
    pub margin_net_pln_per_kwh: Option<f64>,
    /// Fee with VAT, zł a month.
    pub fee_gross_pln_per_month: Option<f64>,
    /// A market price below zero lowers the bill; otherwise it counts as zero.
    pub passes_negative_prices: bool,
}
