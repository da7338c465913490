//! A firm's network tariff in force: what a group of an operator costs, with the national charges.

use super::{
    FirmRules,
    capacity::CapacityRule,
    group::Voltage,
    rate::{FirmComponent, FirmFigureId, FirmRate},
};
use crate::{
    rules::{
        Rules,
        rate::{LevyId, VatScope, YesNo},
        table::{Row, Table, in_force, set_in_force},
        tariff::{MAX_ZONES, UsedRow},
        zone::ZoneWindow,
    },
    units::{Kw, NetPln, NetPlnPerKwh, VatRate},
};
use jiff::civil::Date;

/// Network rates a firm reads from its own bill, in the place of those that the tables hold or lack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnRates {
    /// By zone, with the zone's name.
    pub network_variable: Vec<(String, NetPlnPerKwh)>,
    /// For each kW of contracted power, zł a month.
    pub network_fixed_pln_per_kw: Option<f64>,
    /// Metering and billing of a month.
    pub subscription: Option<NetPln>,
}

/// A contract for distribution.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmContract<'a> {
    /// Distribution company, a key of `operators.csv`.
    pub operator: &'a str,
    /// Tariff group: `B23`.
    pub group: &'a str,
    /// Rates from the firm's own bill.
    pub own: OwnRates,
}

impl<'a> FirmContract<'a> {
    /// A contract at the rates of the tables.
    #[must_use]
    pub fn of_tables(operator: &'a str, group: &'a str) -> Self {
        Self { operator, group, own: OwnRates::default() }
    }
}

/// A zone and its network rate.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmZone {
    /// Name of the zone.
    pub id: String,
    /// Variable network charge.
    pub network_variable: NetPlnPerKwh,
}

/// All prices of distribution and the national charges in force on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmTariff {
    /// Zones; at least one and at most [`MAX_ZONES`].
    pub zones: Vec<FirmZone>,
    /// Windows that tile every day, each with the index of its zone.
    pub windows: Vec<(ZoneWindow, usize)>,
    /// Voltage of the group.
    pub voltage: Voltage,
    /// Contracted power above which the group is open; none where it has no lower end.
    pub contracted_over: Option<Kw>,
    /// Greatest contracted power of the group; none where it has no upper end.
    pub contracted_to: Option<Kw>,
    /// Fixed network charge for each kW of contracted power, zł a month.
    pub network_fixed_pln_per_kw: f64,
    /// Number of a month's largest hourly excesses over contracted power that are charged; 0 where power is not metered.
    pub excess_hours: usize,
    /// Metering and billing of a month.
    pub subscription: NetPln,
    /// Quality rate.
    pub quality: NetPlnPerKwh,
    /// Opłata OZE.
    pub oze: NetPlnPerKwh,
    /// Opłata kogeneracyjna.
    pub cogeneration: NetPlnPerKwh,
    /// Excise, for contracts whose price does not hold it.
    pub excise: NetPlnPerKwh,
    /// VAT on all of it.
    pub vat: VatRate,
    /// The capacity charge.
    pub capacity: CapacityRule,
    /// The rows of rates and national charges it rests on, for the report.
    pub used: Vec<UsedRow>,
}

impl FirmTariff {
    /// Index in `zones` of a moment on the local clock: `month` from 0, `weekday` from 0 for Monday, `minute` of the day.
    #[must_use]
    pub fn zone_at(&self, month: usize, weekday: usize, day_off: bool, minute: u16) -> usize {
        let covers = |window: &&(ZoneWindow, usize)| window.0.covers(month, weekday, day_off, minute);
        self.windows.iter().find(covers).map_or(0, |window| window.1)
    }
}

/// A figure that no table holds for the day asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FirmMissing {
    /// A network rate, of a zone where it has zones.
    Rate(FirmComponent, Option<String>),
    /// The hours of the zones.
    ZoneHours,
    /// The group itself: its voltage and contracted power.
    Group,
    /// A national charge.
    Levy(LevyId),
    /// Number of excesses that are charged.
    ExcessHours,
    /// A figure of the capacity charge.
    Capacity,
    /// The rate of VAT.
    Vat,
}

impl FirmMissing {
    /// The figure by its table and name: `firm_rates.network_variable.peak`, `zones`, `levies.oze`.
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Self::Rate(component, None) => format!("firm_rates.{}", component.id()),
            Self::Rate(component, Some(zone)) => format!("firm_rates.{}.{zone}", component.id()),
            Self::ZoneHours => "zones".to_owned(),
            Self::Group => "firm_groups".to_owned(),
            Self::Levy(levy) => format!("levies.{}", levy.id()),
            Self::ExcessHours => "firm_figures.excess_power_hours".to_owned(),
            Self::Capacity => "firm_figures.capacity".to_owned(),
            Self::Vat => "vat".to_owned(),
        }
    }
}

/// A tariff that cannot be offered because figures are missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingFirmRates {
    /// Distribution company.
    pub operator: String,
    /// Tariff group.
    pub group: String,
    /// Day asked for.
    pub date: Date,
    /// What is missing.
    pub missing: Vec<FirmMissing>,
}

impl std::fmt::Display for MissingFirmRates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { operator, group, date, missing } = self;
        let names: Vec<String> = missing.iter().map(FirmMissing::id).collect();
        write!(f, "no figures for {operator}, {group} on {date}: {}", names.join(", "))
    }
}

impl std::error::Error for MissingFirmRates {}

/// Looks rows up and notes which were used and which are missing.
struct Search<'a> {
    firms: &'a FirmRules,
    rules: &'a Rules,
    contract: &'a FirmContract<'a>,
    date: Date,
    used: Vec<UsedRow>,
    missing: Vec<FirmMissing>,
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

    fn rate(&mut self, own: Option<f64>, component: FirmComponent, zone: &str) -> f64 {
        if let Some(own) = own {
            return own;
        }
        let contract = self.contract;
        let wanted = |rate: &FirmRate| {
            rate.operator == contract.operator
                && rate.group == contract.group
                && rate.component == component
                && rate.zone == zone
        };
        let Some(row) = in_force(&self.firms.rates, self.date, wanted) else {
            self.missing.push(FirmMissing::Rate(component, (!zone.is_empty()).then(|| zone.to_owned())));
            return 0.0;
        };
        self.note(row);
        row.rule.value
    }

    fn levy(&mut self, id: LevyId) -> NetPlnPerKwh {
        let Some(row) = in_force(&self.rules.levies, self.date, |levy| levy.id == id) else {
            self.missing.push(FirmMissing::Levy(id));
            return NetPlnPerKwh::ZERO;
        };
        self.note(row);
        NetPlnPerKwh(row.rule.value)
    }

    /// Zones in the order of the table, and the windows with the index of theirs.
    fn zones(&mut self) -> (Vec<FirmZone>, Vec<(ZoneWindow, usize)>) {
        let contract = self.contract;
        let rows = set_in_force(&self.rules.zones, self.date, |window| {
            (window.operator == contract.operator || window.operator == "*") && window.group == contract.group
        });
        if rows.is_empty() {
            self.missing.push(FirmMissing::ZoneHours);
        }
        let (mut zones, mut windows) = (Vec::<FirmZone>::new(), Vec::new());
        for window in rows.into_iter().map(|row| &row.rule) {
            let known = zones.iter().position(|zone| zone.id == window.zone);
            let index = known.unwrap_or_else(|| {
                let own = contract.own.network_variable.iter().find(|(zone, _)| *zone == window.zone);
                let price = self.rate(own.map(|own| own.1.0), FirmComponent::NetworkVariable, &window.zone);
                zones.push(FirmZone { id: window.zone.clone(), network_variable: NetPlnPerKwh(price) });
                zones.len() - 1
            });
            windows.push((window.clone(), index.min(MAX_ZONES - 1)));
        }
        (zones, windows)
    }

    fn or_missing<T>(&mut self, found: Option<T>, missing: FirmMissing) -> Option<T> {
        if found.is_none() {
            self.missing.push(missing);
        }
        found
    }
}

/// All prices of `contract` in force on `date`.
pub(super) fn tariff(
    firms: &FirmRules,
    rules: &Rules,
    contract: &FirmContract<'_>,
    date: Date,
) -> Result<FirmTariff, MissingFirmRates> {
    let mut search = Search { firms, rules, contract, date, used: Vec::new(), missing: Vec::new() };
    let (zones, windows) = search.zones();
    let own = &contract.own;
    let network_fixed_pln_per_kw = search.rate(own.network_fixed_pln_per_kw, FirmComponent::NetworkFixed, "");
    let subscription = NetPln(search.rate(own.subscription.map(|fee| fee.0), FirmComponent::Subscription, ""));
    let [quality, oze, cogeneration, excise] =
        [LevyId::Quality, LevyId::Oze, LevyId::Cogeneration, LevyId::Excise].map(|levy| search.levy(levy));
    let group = search.or_missing(firms.group(contract.group, date), FirmMissing::Group);
    let excess = firms.figure(FirmFigureId::ExcessPowerHours, date).ok();
    let excess = search.or_missing(excess, FirmMissing::ExcessHours);
    let capacity = search.or_missing(firms.capacity(date).ok(), FirmMissing::Capacity);
    let vat = search.or_missing(rules.vat(VatScope::Electricity, date).ok(), FirmMissing::Vat);
    let Search { used, missing, .. } = search;
    match (group, excess, capacity, vat) {
        (Some(group), Some(excess), Some(capacity), Some(vat)) if missing.is_empty() => Ok(FirmTariff {
            zones,
            windows,
            voltage: group.rule.voltage,
            contracted_over: group.rule.contracted_over_kw.map(Kw),
            contracted_to: group.rule.contracted_to_kw.map(Kw),
            network_fixed_pln_per_kw,
            excess_hours: if group.rule.power_metered == YesNo::Yes { super::whole(excess) } else { 0 },
            subscription,
            quality,
            oze,
            cogeneration,
            excise,
            vat,
            capacity,
            used,
        }),
        _ => Err(MissingFirmRates {
            operator: contract.operator.to_owned(),
            group: contract.group.to_owned(),
            date,
            missing,
        }),
    }
}
