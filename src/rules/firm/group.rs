//! Tariff groups of firms: voltage and the contracted power they are for.

use crate::error::Wrong;
use crate::rules::{
    rate::YesNo,
    table::{Fields, Table},
};
use serde::{Deserialize, Serialize};

/// Voltage of the network that a firm is connected to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voltage {
    /// Up to 1 kV (nN), groups C.
    Low,
    /// Above 1 kV and below 110 kV (SN), groups B.
    Medium,
}

/// A row of `firm_groups.csv`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct FirmGroup {
    /// Tariff group: `C21`.
    pub group: String,
    /// Voltage.
    pub voltage: Voltage,
    /// Contracted power above which the group is open, kW; none where it has no lower end.
    pub contracted_over_kw: Option<f64>,
    /// Greatest contracted power of the group, kW; none where it has no upper end.
    pub contracted_to_kw: Option<f64>,
    /// Whether the meter records power, so that power above the contracted is charged.
    pub power_metered: YesNo,
}

impl Table for FirmGroup {
    const NAME: &'static str = "firm_groups.csv";
    const COLUMNS: &'static [&'static str] =
        &["group", "voltage", "contracted_over_kw", "contracted_to_kw", "power_metered"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        fields.row()
    }

    fn key(&self) -> String {
        self.group.clone()
    }
}
