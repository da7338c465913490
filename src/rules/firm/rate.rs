//! Network rates of firms, and single figures of their bill.

use crate::error::Wrong;
use crate::rules::table::{Fields, Table};
use serde::{Deserialize, Serialize};

/// Unit of a rate or figure; money is before VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirmUnit {
    /// zł/kWh.
    NetPlnPerKwh,
    /// zł a month.
    NetPlnPerMonth,
    /// zł a month for each kW of contracted power.
    NetPlnPerKwMonth,
    /// Hour of the local clock.
    Hour,
    /// kW.
    Kw,
    /// A number of things.
    Count,
}

/// A part of the network charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirmComponent {
    /// By the kWh and zone (opłata sieciowa zmienna).
    NetworkVariable,
    /// By contracted power (opłata sieciowa stała).
    NetworkFixed,
    /// Metering and billing (opłata abonamentowa).
    Subscription,
}

impl FirmComponent {
    /// Identifier: that of its line of the bill.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::NetworkVariable => "network_variable",
            Self::NetworkFixed => "network_fixed",
            Self::Subscription => "subscription",
        }
    }
}

/// A row of `firm_rates.csv`: one network rate.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct FirmRate {
    /// Distribution company.
    pub operator: String,
    /// Tariff group.
    pub group: String,
    /// What it prices.
    pub component: FirmComponent,
    /// Zone; empty where it does not matter.
    pub zone: String,
    /// Unit.
    pub unit: FirmUnit,
    /// The figure as published, in `unit`.
    pub value: f64,
}

impl Table for FirmRate {
    const NAME: &'static str = "firm_rates.csv";
    const COLUMNS: &'static [&'static str] = &["operator", "group", "component", "zone", "unit", "value"];
    const KEY: usize = 4;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        let (expected, most) = match row.component {
            FirmComponent::NetworkVariable => (FirmUnit::NetPlnPerKwh, 2.0),
            FirmComponent::NetworkFixed => (FirmUnit::NetPlnPerKwMonth, 100.0),
            FirmComponent::Subscription => (FirmUnit::NetPlnPerMonth, 100.0),
        };
        if row.unit != expected {
            Err(Wrong::rule("unit", "unit"))
        } else if row.zone.is_empty() == (row.component == FirmComponent::NetworkVariable) {
            Err(Wrong::rule("zone", "network_zone"))
        } else if (0.0..=most).contains(&row.value) {
            Ok(row)
        } else {
            Err(Wrong::limits("value", 0.0, most))
        }
    }

    fn key(&self) -> String {
        let Self { operator, group, component, zone, .. } = self;
        format!("{operator} {group} {component:?} {zone}")
    }
}

/// A single figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirmFigureId {
    /// Rate of the capacity charge.
    CapacityRate,
    /// First of the hours whose intake bears the capacity charge.
    CapacityFirstHour,
    /// The hour in which they end.
    CapacityEndHour,
    /// Largest contracted power at low voltage whose days are not classified.
    CapacityUnclassifiedTo,
    /// Number of a month's largest hourly excesses over contracted power that are charged.
    ExcessPowerHours,
    /// Largest installed power of a prosumer.
    ProsumerTo,
}

/// A row of `firm_figures.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct FirmFigure {
    /// Which figure.
    pub id: FirmFigureId,
    /// Unit.
    pub unit: FirmUnit,
    /// The figure, in `unit`.
    pub value: f64,
}

impl Table for FirmFigure {
    const NAME: &'static str = "firm_figures.csv";
    const COLUMNS: &'static [&'static str] = &["id", "unit", "value"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        let (expected, most) = match row.id {
            FirmFigureId::CapacityRate => (FirmUnit::NetPlnPerKwh, 2.0),
            FirmFigureId::CapacityFirstHour | FirmFigureId::CapacityEndHour => (FirmUnit::Hour, 24.0),
            FirmFigureId::CapacityUnclassifiedTo | FirmFigureId::ProsumerTo => (FirmUnit::Kw, 10_000.0),
            FirmFigureId::ExcessPowerHours => (FirmUnit::Count, 100.0),
        };
        if row.unit != expected {
            Err(Wrong::rule("unit", "unit"))
        } else if (0.0..=most).contains(&row.value) {
            Ok(row)
        } else {
            Err(Wrong::limits("value", 0.0, most))
        }
    }

    fn key(&self) -> String {
        format!("{:?}", self.id)
    }
}
