//! Rows that carry prices: tariffs, levies, VAT.

use super::table::{Fields, Table};
use crate::error::Wrong;
use serde::{Deserialize, Serialize};

/// Unit of a price, with or without VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PriceUnit {
    /// zł/kWh before VAT.
    NetPlnPerKwh,
    /// zł/kWh with VAT.
    GrossPlnPerKwh,
    /// zł a month before VAT.
    NetPlnPerMonth,
    /// zł a month with VAT.
    GrossPlnPerMonth,
}

/// A part of the bill that a tariff prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Component {
    /// Energy itself, excise included (energia czynna).
    Energy,
    /// The seller's monthly fee (opłata handlowa).
    TradeFee,
    /// Network charge per kWh (opłata sieciowa zmienna).
    NetworkVariable,
    /// Network charge per month (opłata sieciowa stała).
    NetworkFixed,
    /// Metering and billing (opłata abonamentowa).
    Subscription,
}

impl Component {
    /// Identifier: that of its line of the bill where it has one.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Energy => "energy",
            Self::TradeFee => "trade_fee",
            Self::NetworkVariable => "network_variable",
            Self::NetworkFixed => "network_fixed",
            Self::Subscription => "subscription",
        }
    }
}

/// Phases of the connection, which set the fixed network charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phases {
    /// One phase, 230 V.
    #[serde(rename = "1")]
    One,
    /// Three phases, 400 V.
    #[serde(rename = "3")]
    Three,
}

/// A row of `rates.csv`: one price of a tariff.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Rate {
    /// Operator or seller.
    pub party: String,
    /// Tariff group; `*` for all.
    pub group: String,
    /// What it prices.
    pub component: Component,
    /// Zone; empty where it does not matter.
    pub zone: String,
    /// Phases; none where they do not matter.
    pub phases: Option<Phases>,
    /// Months between two bills; none where they do not matter.
    pub billing_months: Option<u8>,
    /// `no` for a price that prosumers are not offered.
    pub prosumers: Option<YesNo>,
    /// Unit.
    pub unit: PriceUnit,
    /// The figure as published, in `unit`.
    pub value: f64,
}

impl Table for Rate {
    const NAME: &'static str = "rates.csv";
    const COLUMNS: &'static [&'static str] =
        &["party", "group", "component", "zone", "phases", "billing_months", "prosumers", "unit", "value"];
    const KEY: usize = 6;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let rate: Self = fields.row()?;
        let per_kwh = matches!(rate.unit, PriceUnit::NetPlnPerKwh | PriceUnit::GrossPlnPerKwh);
        if rate.billing_months.is_some_and(|months| !(1..=12).contains(&months)) {
            return Err(Wrong::limits("billing_months", 1.0, 12.0));
        }
        if per_kwh == matches!(rate.component, Component::Energy | Component::NetworkVariable) {
            Ok(rate)
        } else {
            Err(Wrong::rule("unit", "per_kwh"))
        }
    }

    fn key(&self) -> String {
        let Self { party, group, component, zone, phases, billing_months, .. } = self;
        format!("{party} {group} {component:?} {zone} {phases:?} {billing_months:?}")
    }
}

/// A charge that is the same in the whole country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LevyId {
    /// Support of renewable sources (opłata OZE).
    Oze,
    /// Support of combined heat and power (opłata kogeneracyjna).
    Cogeneration,
    /// Quality of supply (stawka jakościowa).
    Quality,
    /// Capacity charge of households (opłata mocowa).
    CapacityHousehold,
    /// Excise on energy (akcyza); sale prices of the tables hold it already.
    Excise,
}

impl LevyId {
    /// Identifier: that of its line of the bill where it has one.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Oze => "oze",
            Self::Cogeneration => "cogeneration",
            Self::Quality => "quality",
            Self::CapacityHousehold => "capacity",
            Self::Excise => "excise",
        }
    }
}

/// A row of `levies.csv`: a national charge, or one band of it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Levy {
    /// Which charge.
    pub id: LevyId,
    /// Upper end of the band of yearly intake, kWh; none for the last or only band.
    pub band_to_kwh: Option<f64>,
    /// Whether that end belongs to this band.
    pub band_to_included: Option<YesNo>,
    /// Unit.
    pub unit: PriceUnit,
    /// The figure, in `unit`.
    pub value: f64,
}

/// Yes or no in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YesNo {
    /// Yes.
    Yes,
    /// No.
    No,
}

impl Table for Levy {
    const NAME: &'static str = "levies.csv";
    const COLUMNS: &'static [&'static str] = &["id", "band_to_kwh", "band_to_included", "unit", "value"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let levy: Self = fields.row()?;
        let expected = match levy.id {
            LevyId::CapacityHousehold => PriceUnit::NetPlnPerMonth,
            LevyId::Oze | LevyId::Cogeneration | LevyId::Quality | LevyId::Excise => PriceUnit::NetPlnPerKwh,
        };
        if levy.unit == expected { Ok(levy) } else { Err(Wrong::rule("unit", "unit")) }
    }

    fn key(&self) -> String {
        format!("{:?} {:?}", self.id, self.band_to_kwh)
    }
}

/// What VAT is charged on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VatScope {
    /// Energy and all charges of the bill.
    Electricity,
    /// Supply with installation on a home up to the area of social housing.
    Installation,
    /// The same on the part of a home above that area.
    InstallationAbove,
}

/// A row of `vat.csv`: a rate of VAT.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Vat {
    /// What it is charged on.
    pub scope: VatScope,
    /// Percent.
    pub percent: f64,
}

impl Table for Vat {
    const NAME: &'static str = "vat.csv";
    const COLUMNS: &'static [&'static str] = &["scope", "percent"];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        fields.row()
    }

    fn key(&self) -> String {
        format!("{:?}", self.scope)
    }
}
