//! Parameters of the settlement schemes for prosumers.

use super::{
    MissingValue, Rules,
    market::PriceIndex,
    table::{Fields, Table, in_force},
};
use crate::error::Wrong;
use crate::units::Kwp;
use jiff::civil::Date;
use serde::Deserialize;

/// A scheme that the tables know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchemeId {
    /// Export is sold, its value goes to the prosumer's deposit (depozyt prosumencki).
    NetBilling,
    /// Part of the export may be taken back within a year (opusty).
    NetMetering,
    /// A share of a plant elsewhere (prosument wirtualny); what it has no row for is that of net-billing.
    Virtual,
    /// A share of a plant on the same building (prosument zbiorowy); the rest as in net-billing.
    Collective,
    /// A plant of the common parts of a building of flats (prosument lokatorski); the rest as in net-billing.
    Tenant,
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
    /// Largest plant with the better ratio of net-metering.
    SmallTo,
    /// kWh taken back for a kWh fed in, plants up to that size.
    RatioSmall,
    /// kWh taken back for a kWh fed in, larger plants.
    RatioLarge,
    /// Months after its own in which an energy credit can be used.
    CreditMonths,
    /// Largest share of a plant for one point of delivery.
    ShareTo,
    /// Part of what is left of the deposit that is paid out at the end of a settlement period.
    PayoutShare,
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
    /// kW of installed power.
    Kw,
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
    const KEY: usize = 2;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        let expected = match row.parameter {
            SchemeParameterId::DepositFactor | SchemeParameterId::RatioSmall | SchemeParameterId::RatioLarge => {
                SchemeUnit::Factor
            }
            SchemeParameterId::DepositMonths | SchemeParameterId::CreditMonths => SchemeUnit::Months,
            SchemeParameterId::SmallTo | SchemeParameterId::ShareTo => SchemeUnit::Kw,
            SchemeParameterId::RefundCapRcem | SchemeParameterId::RefundCapRce | SchemeParameterId::PayoutShare => {
                SchemeUnit::Percent
            }
        };
        if row.unit == expected { Ok(row) } else { Err(Wrong::rule("unit", "unit")) }
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

/// Net-metering of a plant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NetMetering {
    /// kWh taken back for a kWh fed in.
    pub ratio: f64,
    /// Months after its own in which a credit can be used.
    pub credit_months: usize,
}

/// Net-metering in force on a day, by the size of the plant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NetMeteringTerms {
    /// Largest plant that `small` holds for.
    pub small_to: Kwp,
    /// Plants up to that size.
    pub small: NetMetering,
    /// Larger plants.
    pub large: NetMetering,
}

/// Net-billing of a tenant plant in force on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TenantBilling {
    /// Credited value over exported value, as in net-billing.
    pub deposit_factor: f64,
    /// Part of what is left at the end of a settlement period that is paid out, share.
    pub payout_share: f64,
    /// Months of a settlement period, 1 to 12.
    pub period_months: usize,
}

impl Rules {
    /// Net-billing by `index` in force on `date`.
    ///
    /// # Errors
    /// The parameter that no table holds.
    pub fn net_billing(&self, index: PriceIndex, date: Date) -> Result<NetBilling, MissingValue> {
        let value = |parameter| self.scheme_value(SchemeId::NetBilling, parameter, date);
        let cap = match index {
            PriceIndex::Rce => SchemeParameterId::RefundCapRce,
            PriceIndex::Rcem => SchemeParameterId::RefundCapRcem,
        };
        Ok(NetBilling {
            index,
            deposit_factor: value(SchemeParameterId::DepositFactor)?,
            deposit_months: whole_months(value(SchemeParameterId::DepositMonths)?),
            refund_cap: value(cap)? / 100.0,
        })
    }

    /// Net-metering in force on `date`.
    ///
    /// # Errors
    /// The parameter that no table holds.
    pub fn net_metering(&self, date: Date) -> Result<NetMeteringTerms, MissingValue> {
        let value = |parameter| self.scheme_value(SchemeId::NetMetering, parameter, date);
        let credit_months = whole_months(value(SchemeParameterId::CreditMonths)?);
        Ok(NetMeteringTerms {
            small_to: Kwp(value(SchemeParameterId::SmallTo)?),
            small: NetMetering { ratio: value(SchemeParameterId::RatioSmall)?, credit_months },
            large: NetMetering { ratio: value(SchemeParameterId::RatioLarge)?, credit_months },
        })
    }

    /// The largest share of a plant that a virtual or collective prosumer may have in force on `date`.
    ///
    /// # Errors
    /// When no table holds it.
    pub fn share_limit(&self, scheme: SchemeId, date: Date) -> Result<Kwp, MissingValue> {
        self.scheme_value(scheme, SchemeParameterId::ShareTo, date).map(Kwp)
    }

    /// Net-billing of a tenant plant billed every `period_months` in force on `date`.
    ///
    /// # Errors
    /// The parameter that no table holds.
    pub fn tenant_billing(&self, period_months: u8, date: Date) -> Result<TenantBilling, MissingValue> {
        Ok(TenantBilling {
            deposit_factor: self.scheme_value(SchemeId::NetBilling, SchemeParameterId::DepositFactor, date)?,
            payout_share: self.scheme_value(SchemeId::Tenant, SchemeParameterId::PayoutShare, date)? / 100.0,
            period_months: usize::from(period_months.clamp(1, 12)),
        })
    }

    fn scheme_value(&self, scheme: SchemeId, parameter: SchemeParameterId, date: Date) -> Result<f64, MissingValue> {
        in_force(&self.schemes, date, |row| row.scheme == scheme && row.parameter == parameter)
            .map(|row| row.rule.value)
            .ok_or_else(|| MissingValue { table: SchemeParameter::NAME, id: format!("{parameter:?}") })
    }
}

/// A number of months, 1 to 24.
fn whole_months(months: f64) -> usize {
    (1_u8..=24).find(|&count| f64::from(count) >= months).map_or(24, usize::from)
}
