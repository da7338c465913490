//! The contracts of a meter laid out over the year: what it pays without a plant, and with one of any size.

use super::{load::MeterLoad, outcome::ExportSettled, outcome::MeterYear, terms::FirmTerms, year::meter_year};
use crate::{
    calendar::Calendar,
    error::{InputError, Problem},
    model::{
        inputs::firm::{
            FirmMeter,
            contract::{CONTRACTED_KW, ENERGY_PRICE, EnergyPricing, FirmContract},
            plant::{CONTRACTED_AFTER_KW, FirmExportWay, FirmPlant},
        },
        settlement::{
            PriceYear,
            firm::{
                FirmExport, FirmPrepared, FirmTariffYear,
                contract::{EnergyContract, EnergyPrice},
                sale::SaleTerms,
                settle_firm,
            },
        },
    },
    rules::{
        Rules,
        firm::{
            FirmRules,
            rate::FirmFigureId,
            tariff::{self, FirmMissing, FirmTariff, MissingFirmRates, OwnRates},
        },
        market::PriceIndex,
        place::Role,
    },
    units::{Kw, Kwh, Kwp, NetPln, NetPlnPerKwh, Series},
};
use jiff::civil::Date;
use std::sync::Arc;

/// What contracts are read from.
#[derive(Clone, Copy)]
pub(super) struct Tables<'a> {
    pub(super) rules: &'a Rules,
    pub(super) firms: &'a FirmRules,
    pub(super) calendar: &'a Calendar,
    pub(super) today: Date,
    pub(super) terms: &'a FirmTerms,
    /// RCE of every hour, zł/MWh.
    pub(super) market: &'a Arc<[f64]>,
}

/// A meter's contracts over the year.
#[derive(Clone, Debug)]
pub struct ReadyContract {
    asked: FirmContract,
    operator: String,
    energy_price: NetPlnPerKwh,
    market: Arc<[f64]>,
    load: Arc<MeterLoad>,
    /// Without feeding in, at the contracted power of today.
    pub plain: Arc<FirmPrepared>,
    /// The year without a plant.
    pub before: Arc<MeterYear>,
}

/// How a meter with a plant is settled.
#[derive(Clone, Debug)]
pub struct ReadyExport {
    way: FirmExportWay,
    prosumer_to: Kw,
    nothing: Arc<FirmPrepared>,
    prosumer: Arc<FirmPrepared>,
    producer: Arc<FirmPrepared>,
    /// Greatest power fed in; none where nothing limits it.
    pub limit: Option<Kw>,
}

impl ReadyContract {
    /// Lays the contracts of a meter out; a previous one is used again where nothing that it hangs on changed.
    ///
    /// # Errors
    /// A contract that is not offered, or figures that no table holds.
    pub(super) fn read(
        (place, meter): (usize, &FirmMeter),
        operator: &str,
        load: &Arc<MeterLoad>,
        tables: &Tables<'_>,
        previous: Option<&Self>,
    ) -> Result<Self, Vec<InputError>> {
        let (asked, market) = (&meter.contract, tables.market);
        let operator = asked.operator.as_deref().unwrap_or(operator);
        let at = |field: &str, problem| vec![InputError { field: format!("meters.{place}.{field}"), problem }];
        let voltage = tables.firms.group(&asked.group, tables.today).map(|row| row.rule.voltage);
        let energy_price = voltage.map_or(NetPlnPerKwh::ZERO, |voltage| tables.terms.contract_prices.energy(voltage));
        let same = |known: &&Self| {
            known.asked == *asked
                && known.operator == operator
                && known.energy_price == energy_price
                && Arc::ptr_eq(&known.market, market)
                && Arc::ptr_eq(&known.load, load)
        };
        if let Some(known) = previous.filter(same) {
            return Ok(known.clone());
        }
        let months = months(asked, operator, tables).map_err(|(field, problem)| at(field, problem))?;
        if let Some((field, problem)) = check_power(CONTRACTED_KW.id, asked.contracted_kw, asked, &months[0])
            .or_else(|| check_zones(asked, &months))
        {
            return Err(at(field, problem));
        }
        let energy = EnergyContract {
            price: energy_price_of(asked, energy_price, tables),
            monthly_fee: NetPln(asked.energy.monthly_fee),
            excise_inside: asked.energy.excise_inside,
        };
        let plain = Arc::new(FirmPrepared {
            tariff: FirmTariffYear::new(months, tables.calendar),
            contracted: Kw(asked.contracted_kw),
            energy,
            export: FirmExport::None,
        });
        let settled = settle_firm(&plain, &load.hourly, &Series::<Kwh>::default(), Some(&load.peaks));
        let before = Arc::new(meter_year(&plain, settled.steady, settled.capacity, &load.hourly, &load.peaks));
        let (operator, market) = (operator.to_owned(), Arc::clone(market));
        Ok(Self { asked: asked.clone(), operator, energy_price, market, load: Arc::clone(load), plain, before })
    }
}

impl ReadyExport {
    /// The settlement of what the plant of a meter feeds in.
    ///
    /// # Errors
    /// Figures that no table holds.
    pub(super) fn read(
        (place, meter): (usize, &FirmMeter),
        contract: &ReadyContract,
        tables: &Tables<'_>,
    ) -> Result<Self, InputError> {
        let plant = &meter.plant;
        let tariff = &contract.plain.tariff.months[0];
        let wrong = |kw| check_power(CONTRACTED_AFTER_KW.id, kw, &meter.contract, tariff);
        if let Some((field, problem)) = plant.contracted_kw.and_then(wrong) {
            return Err(InputError { field: format!("meters.{place}.{field}"), problem });
        }
        let missing = |error: crate::rules::MissingValue| InputError {
            field: "town".to_owned(),
            problem: Problem::NotInTables { missing: vec![error.to_string()] },
        };
        let terms = tables.rules.net_billing(PriceIndex::Rce, tables.today).map_err(missing)?;
        let prosumer_to = tables.firms.figure(FirmFigureId::ProsumerTo, tables.today).map_err(missing)?;
        let with = |export| {
            let contracted = Kw(plant.contracted_kw.unwrap_or(meter.contract.contracted_kw));
            Arc::new(FirmPrepared { contracted, export, ..contract.plain.as_ref().clone() })
        };
        let prices = PriceYear::hourly(tables.market);
        let sale = SaleTerms {
            margin: plant.sale_margin.map_or(tables.terms.contract_prices.sale_margin, NetPlnPerKwh),
            holds_back_at_negative_prices: plant.holds_back_at_negative_prices,
            // Dispatch keeps within the limit already.
            export_limit: None,
        };
        let market_pln_per_mwh = tables.market.to_vec();
        Ok(Self {
            way: plant.export,
            prosumer_to: Kw(prosumer_to),
            nothing: with(FirmExport::None),
            prosumer: with(FirmExport::Prosumer { terms, prices }),
            producer: with(FirmExport::Producer { terms: sale, market_pln_per_mwh }),
            limit: export_limit(plant, meter.contract.connection_kw),
        })
    }

    /// How a plant of this size is settled.
    #[must_use]
    pub fn of(&self, pv: Kwp) -> (ExportSettled, &FirmPrepared) {
        match self.way {
            _ if pv.0 <= 0.0 => (ExportSettled::Nothing, &self.nothing),
            FirmExportWay::Nothing => (ExportSettled::Nothing, &self.nothing),
            FirmExportWay::BySize if pv.0 <= self.prosumer_to.0 => (ExportSettled::Prosumer, &self.prosumer),
            FirmExportWay::BySize | FirmExportWay::Sale => (ExportSettled::Producer, &self.producer),
        }
    }

    /// Largest plant of a prosumer, where sizes are told apart.
    #[must_use]
    pub fn prosumer_to(&self) -> Option<Kwp> {
        (self.way == FirmExportWay::BySize).then_some(Kwp(self.prosumer_to.0))
    }
}

/// Greatest power fed in: that of the plant and of the connection, and none at all where nothing is fed in.
fn export_limit(plant: &FirmPlant, connection_kw: Option<f64>) -> Option<Kw> {
    let nothing = (plant.export == FirmExportWay::Nothing).then_some(0.0);
    [nothing, plant.export_limit_kw, connection_kw].into_iter().flatten().reduce(f64::min).map(Kw)
}

type Refusal = (&'static str, Problem);

/// The prices of twelve months.
fn months(asked: &FirmContract, operator: &str, tables: &Tables<'_>) -> Result<[FirmTariff; 12], Refusal> {
    let Tables { rules, firms, today, calendar, .. } = *tables;
    if !rules.companies.iter().any(|row| row.rule.role == Role::Operator && row.rule.id == operator) {
        let operators = rules.companies.iter().map(|row| &row.rule).filter(|company| company.role == Role::Operator);
        let known = operators.map(|company| company.id.clone()).collect();
        return Err(("contract.operator", Problem::Unknown { value: operator.to_owned(), known }));
    }
    if firms.group(&asked.group, today).is_none() {
        let known = firms.groups.iter().map(|row| row.rule.group.clone()).collect();
        return Err(("contract.group", Problem::Unknown { value: asked.group.clone(), known }));
    }
    let own = &asked.own;
    let contract = tariff::FirmContract {
        operator,
        group: &asked.group,
        own: OwnRates {
            network_variable: own
                .network_variable
                .iter()
                .map(|(zone, pln)| (zone.clone(), NetPlnPerKwh(*pln)))
                .collect(),
            network_fixed_pln_per_kw: own.network_fixed,
            subscription: own.subscription.map(NetPln),
        },
    };
    firms.tariff_year(rules, &contract, calendar.year()).map_err(|missing: MissingFirmRates| {
        ("contract.group", Problem::NotInTables { missing: missing.missing.iter().map(FirmMissing::id).collect() })
    })
}

/// What is wrong with a contracted power: the group is not open for it, or the connection is weaker.
fn check_power(field: &'static str, kw: f64, asked: &FirmContract, tariff: &FirmTariff) -> Option<Refusal> {
    let over = tariff.contracted_over.map_or(f64::NEG_INFINITY, |over| over.0);
    let most = tariff.contracted_to.map_or(f64::INFINITY, |to| to.0).min(asked.connection_kw.unwrap_or(f64::INFINITY));
    let (min, max) = (over.max(CONTRACTED_KW.min), most.min(CONTRACTED_KW.max));
    (kw <= over || kw > most).then_some((field, Problem::OutOfRange { value: kw, min, max }))
}

/// What is wrong with prices by zone: a zone of the tariff has none.
fn check_zones(asked: &FirmContract, months: &[FirmTariff; 12]) -> Option<Refusal> {
    let Some(EnergyPricing::Zoned(prices)) = &asked.energy.pricing else { return None };
    let mut zones: Vec<&str> = Vec::new();
    for zone in months.iter().flat_map(|month| &month.zones) {
        if !zones.contains(&zone.id.as_str()) {
            zones.push(&zone.id);
        }
    }
    let told = zones.iter().filter(|zone| prices.iter().any(|(name, _)| name == *zone)).count();
    let problem = Problem::Count { value: told, min: zones.len(), max: zones.len() };
    (told < zones.len()).then_some((ENERGY_PRICE.id, problem))
}

fn energy_price_of(asked: &FirmContract, of_tables: NetPlnPerKwh, tables: &Tables<'_>) -> EnergyPrice {
    match &asked.energy.pricing {
        None => EnergyPrice::Fixed(of_tables),
        Some(EnergyPricing::Fixed(pln)) => EnergyPrice::Fixed(NetPlnPerKwh(*pln)),
        Some(EnergyPricing::Zoned(prices)) => {
            EnergyPrice::Zoned(prices.iter().map(|(zone, pln)| (zone.clone(), NetPlnPerKwh(*pln))).collect())
        }
        Some(EnergyPricing::Market { margin, passes_negative_prices }) => EnergyPrice::Market {
            market_pln_per_mwh: tables.market.to_vec(),
            margin: margin.map_or(tables.terms.contract_prices.market_margin, NetPlnPerKwh),
            passes_negative_prices: *passes_negative_prices,
        },
    }
}
