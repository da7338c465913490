//! A tariff in force: what a customer of one operator, seller and group pays.

use super::{
    Rules,
    rate::{Component, LevyId, PriceUnit, Rate, VatScope, YesNo},
    table::{Confidence, Row, Table, in_force, set_in_force},
    zone::ZoneWindow,
};
use crate::order::ascending;
use crate::units::{GrossPln, GrossPlnPerKwh, Kwh, NetPln, NetPlnPerKwh, VatRate};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use super::rate::Phases;

/// Most zones a tariff may have: three zones in each of two seasons and two day types.
pub const MAX_ZONES: usize = 12;

/// A contract for electricity: who delivers, who sells, on which terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contract<'a> {
    /// Distribution company, a key of `operators.csv`.
    pub operator: &'a str,
    /// Seller, a key of `operators.csv`.
    pub seller: &'a str,
    /// Tariff group: `G11`.
    pub group: &'a str,
    /// Phases of the connection.
    pub phases: Phases,
    /// Months between two bills.
    pub billing_months: u8,
    /// True for a customer who feeds into the grid: some terms are not open to prosumers.
    pub prosumer: bool,
}

impl<'a> Contract<'a> {
    /// A contract of a customer without own generation, billed every month.
    #[must_use]
    pub fn monthly(operator: &'a str, seller: &'a str, group: &'a str, phases: Phases) -> Self {
        Self { operator, seller, group, phases, billing_months: 1, prosumer: false }
    }
}

/// Prices of one zone.
#[derive(Clone, Debug, PartialEq)]
pub struct ZonePrice {
    /// Name of the zone.
    pub id: String,
    /// Energy, excise included.
    pub energy: NetPlnPerKwh,
    /// Variable network charge.
    pub network_variable: NetPlnPerKwh,
}

/// A band of the household capacity charge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CapacityBand {
    /// Upper end of the yearly intake; none for the last band.
    pub to: Option<Kwh>,
    /// Whether that end belongs to this band.
    pub to_included: bool,
    /// Charge of a month.
    pub monthly: NetPln,
}

/// A row that a tariff rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedRow {
    /// Table, by file name.
    pub table: &'static str,
    /// Line in the file.
    pub line: usize,
    /// Key of the row's source.
    pub source: String,
    /// Day the figure was last compared with its source.
    pub checked_on: Date,
    /// How sure the figure is.
    pub confidence: Confidence,
}

/// All prices of one contract in force on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Tariff {
    /// Zones, in the order of the table; at least one and at most [`MAX_ZONES`].
    pub zones: Vec<ZonePrice>,
    /// Windows that tile every day, each with the index of its zone.
    windows: Vec<(ZoneWindow, usize)>,
    /// Seller's fee of a month.
    pub trade_fee: NetPln,
    /// Fixed network charge of a month.
    pub network_fixed: NetPln,
    /// Metering and billing charge of a month.
    pub subscription: NetPln,
    /// Quality rate.
    pub quality: NetPlnPerKwh,
    /// Opłata OZE.
    pub oze: NetPlnPerKwh,
    /// Opłata kogeneracyjna.
    pub cogeneration: NetPlnPerKwh,
    /// Bands of the capacity charge, ascending.
    pub capacity: Vec<CapacityBand>,
    /// VAT on all of it.
    pub vat: VatRate,
    /// The rows it rests on, for the report.
    pub used: Vec<UsedRow>,
}

/// A figure that no table holds for the day asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// A price of the tariff, of a zone where it has zones.
    Rate(Component, Option<String>),
    /// The hours of the zones.
    ZoneHours,
    /// A national charge.
    Levy(LevyId),
    /// The rate of VAT.
    Vat,
}

impl Missing {
    /// The figure by its table and name: `rates.energy.night`, `rates.subscription`, `zones`, `levies.oze`, `vat`.
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Self::Rate(component, None) => format!("rates.{}", component.id()),
            Self::Rate(component, Some(zone)) => format!("rates.{}.{zone}", component.id()),
            Self::ZoneHours => "zones".to_owned(),
            Self::Levy(levy) => format!("levies.{}", levy.id()),
            Self::Vat => "vat".to_owned(),
        }
    }
}

/// A tariff that cannot be offered because figures are missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingRates {
    /// Distribution company.
    pub operator: String,
    /// Seller.
    pub seller: String,
    /// Tariff group.
    pub group: String,
    /// Day asked for.
    pub date: Date,
    /// What is missing.
    pub missing: Vec<Missing>,
}

impl std::fmt::Display for MissingRates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { operator, seller, group, date, missing } = self;
        write!(f, "no figures for {operator}, {seller}, {group} on {date}: {missing:?}")
    }
}

impl std::error::Error for MissingRates {}

impl Tariff {
    /// Index in `zones` of a moment on the local clock: `month` from 0, `weekday` from 0 for Monday, `minute` of the day.
    #[must_use]
    pub fn zone_at(&self, month: usize, weekday: usize, day_off: bool, minute: u16) -> usize {
        let covers = |window: &&(ZoneWindow, usize)| window.0.covers(month, weekday, day_off, minute);
        self.windows.iter().find(covers).map_or(0, |window| window.1)
    }

    /// Capacity charge of a month for a yearly intake from the grid.
    #[must_use]
    pub fn capacity_charge(&self, yearly_intake: Kwh) -> NetPln {
        let within = |band: &&CapacityBand| {
            band.to.is_none_or(|to| yearly_intake < to || (band.to_included && yearly_intake <= to))
        };
        self.capacity.iter().find(within).map_or(NetPln::ZERO, |band| band.monthly)
    }

    /// What one more kWh in a zone costs, all charges and VAT included.
    #[must_use]
    pub fn all_in(&self, zone: &ZonePrice) -> GrossPlnPerKwh {
        self.all_in_at(zone, zone.energy)
    }

    /// The same with energy at another price than the zone's own.
    #[must_use]
    pub fn all_in_at(&self, zone: &ZonePrice, energy: NetPlnPerKwh) -> GrossPlnPerKwh {
        (energy + zone.network_variable + self.quality + self.oze + self.cogeneration).with_vat(self.vat)
    }
}

/// Looks rows up and notes which were used and which are missing.
struct Search<'a> {
    date: Date,
    vat: VatRate,
    used: Vec<UsedRow>,
    missing: Vec<Missing>,
    rules: &'a Rules,
}

impl Search<'_> {
    fn note<T: Table>(&mut self, row: &Row<T>) {
        let at = &row.provenance;
        self.used.push(UsedRow {
            table: T::NAME,
            line: row.line,
            source: at.source.clone(),
            checked_on: at.checked_on,
            confidence: at.confidence,
        });
    }

    /// Net price of a component, zł per kWh or per month.
    fn rate(&mut self, party: &str, contract: Contract<'_>, component: Component, zone: &str) -> f64 {
        let wanted = |rate: &Rate| {
            rate.party == party
                && (rate.group == contract.group || rate.group == "*")
                && rate.component == component
                && rate.zone == zone
                && rate.phases.is_none_or(|phases| phases == contract.phases)
                && rate.billing_months.is_none_or(|months| months == contract.billing_months)
                && !(contract.prosumer && rate.prosumers == Some(YesNo::No))
        };
        let Some(row) = in_force(&self.rules.rates, self.date, wanted) else {
            self.missing.push(Missing::Rate(component, (!zone.is_empty()).then(|| zone.to_owned())));
            return 0.0;
        };
        self.note(row);
        match row.rule.unit {
            PriceUnit::NetPlnPerKwh | PriceUnit::NetPlnPerMonth => row.rule.value,
            PriceUnit::GrossPlnPerKwh => GrossPlnPerKwh(row.rule.value).without_vat(self.vat).0,
            PriceUnit::GrossPlnPerMonth => GrossPln(row.rule.value).without_vat(self.vat).0,
        }
    }

    fn levy(&mut self, id: LevyId) -> NetPlnPerKwh {
        let Some(row) = in_force(&self.rules.levies, self.date, |levy| levy.id == id) else {
            self.missing.push(Missing::Levy(id));
            return NetPlnPerKwh::ZERO;
        };
        self.note(row);
        NetPlnPerKwh(row.rule.value)
    }

    fn capacity(&mut self) -> Vec<CapacityBand> {
        let rows = set_in_force(&self.rules.levies, self.date, |levy| levy.id == LevyId::CapacityHousehold);
        if rows.is_empty() {
            self.missing.push(Missing::Levy(LevyId::CapacityHousehold));
        }
        rows.iter().for_each(|row| self.note(row));
        let bands: Vec<CapacityBand> = rows
            .iter()
            .map(|row| CapacityBand {
                to: row.rule.band_to_kwh.map(Kwh),
                to_included: row.rule.band_to_included == Some(YesNo::Yes),
                monthly: NetPln(row.rule.value),
            })
            .collect();
        let ends: Vec<f64> = bands.iter().map(|band| band.to.map_or(f64::INFINITY, |to| to.0)).collect();
        ascending(&ends).into_iter().map(|place| bands[place]).collect()
    }

    fn windows(&mut self, contract: Contract<'_>) -> Vec<ZoneWindow> {
        let rows = set_in_force(&self.rules.zones, self.date, |window| {
            (window.operator == contract.operator || window.operator == "*") && window.group == contract.group
        });
        if rows.is_empty() {
            self.missing.push(Missing::ZoneHours);
        }
        rows.iter().for_each(|row| self.note(row));
        rows.into_iter().map(|row| row.rule.clone()).collect()
    }
}

/// All prices of `contract` in force on `date`.
///
/// # Errors
/// The list of figures that no table holds: a bill is never made up from a part of them.
pub(super) fn tariff(rules: &Rules, contract: Contract<'_>, date: Date) -> Result<Tariff, MissingRates> {
    let vat = in_force(&rules.vat, date, |vat| vat.scope == VatScope::Electricity);
    let rate = VatRate(vat.map_or(0.0, |row| row.rule.percent / 100.0));
    let mut search = Search { date, vat: rate, used: Vec::new(), missing: Vec::new(), rules };
    match vat {
        Some(row) => search.note(row),
        None => search.missing.push(Missing::Vat),
    }
    let windows = search.windows(contract);
    let mut names: Vec<&str> = Vec::new();
    for window in &windows {
        if !names.contains(&window.zone.as_str()) {
            names.push(&window.zone);
        }
    }
    let zones: Vec<ZonePrice> = names
        .into_iter()
        .map(|zone| ZonePrice {
            id: zone.to_owned(),
            energy: NetPlnPerKwh(search.rate(contract.seller, contract, Component::Energy, zone)),
            network_variable: NetPlnPerKwh(search.rate(contract.operator, contract, Component::NetworkVariable, zone)),
        })
        .collect();
    let zone_index = |window: &ZoneWindow| zones.iter().position(|zone| zone.id == window.zone).unwrap_or_default();
    let windows = windows.iter().map(|window| (window.clone(), zone_index(window))).collect();
    let tariff = Tariff {
        windows,
        trade_fee: NetPln(search.rate(contract.seller, contract, Component::TradeFee, "")),
        network_fixed: NetPln(search.rate(contract.operator, contract, Component::NetworkFixed, "")),
        subscription: NetPln(search.rate(contract.operator, contract, Component::Subscription, "")),
        quality: search.levy(LevyId::Quality),
        oze: search.levy(LevyId::Oze),
        cogeneration: search.levy(LevyId::Cogeneration),
        capacity: search.capacity(),
        vat: rate,
        used: search.used,
        zones,
    };
    if search.missing.is_empty() {
        Ok(tariff)
    } else {
        let Contract { operator, seller, group, .. } = contract;
        Err(MissingRates {
            operator: operator.to_owned(),
            seller: seller.to_owned(),
            group: group.to_owned(),
            date,
            missing: search.missing,
        })
    }
}
