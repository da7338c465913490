//! The rules of the country as rows of tables: rates, levies, zones, towns, prices, defaults.
//!
//! Every figure that society may change is a row with its validity and source, in a CSV file beside this module.
//! A new tariff year or town is new rows; a new *kind* of rule is code. The rows in force on a day are looked up here.

/// The text of a built-in table as `build.rs` left it.
macro_rules! built_in {
    ($file:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $file))
    };
}

mod cell;
mod check;
pub mod day_off;
pub mod firm;
pub mod heat;
pub mod market;
pub mod model_error;
pub mod pack;
pub mod place;
pub mod price_path;
pub mod rate;
pub mod scheme;
pub mod support;
pub mod table;
pub mod tariff;
mod texts;
pub mod value;
pub mod zone;

use crate::{
    error::DataError,
    units::{NetPlnPerKwh, VatRate},
};
use day_off::DayOff;
use heat::{AgeClass, Building, Fuel, FuelId, HeatSource, HeatSourceId};
use jiff::civil::{Date, date};
use market::{MarketPrice, MeanDay};
use pack::Pack;
use place::{Company, Source, Town};
use price_path::{PathRate, PricePathId, PriceStream};
use rate::{Component, Levy, LevyId, Rate, Vat, VatScope, YesNo};
use scheme::SchemeParameter;
use support::{Support, SupportKind};
use table::{Row, Table, in_force, parse};
use tariff::{Contract, MissingRates, Tariff};
use value::{Assumption, AssumptionId, Cost, CostId, Equipment, EquipmentKind};
use zone::ZoneWindow;

pub use texts::Texts;

/// All tables, parsed and checked against each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    /// Documents.
    pub sources: Vec<Source>,
    /// Distribution companies and sellers.
    pub companies: Vec<Row<Company>>,
    /// Places.
    pub towns: Vec<Row<Town>>,
    /// Prices of tariffs.
    pub rates: Vec<Row<Rate>>,
    /// Hours of the zones.
    pub zones: Vec<Row<ZoneWindow>>,
    /// National charges.
    pub levies: Vec<Row<Levy>>,
    /// Rates of VAT.
    pub vat: Vec<Row<Vat>>,
    /// Parameters of settlement schemes.
    pub schemes: Vec<Row<SchemeParameter>>,
    /// Market prices.
    pub market_prices: Vec<Row<MarketPrice>>,
    /// Statutory days off.
    pub days_off: Vec<Row<DayOff>>,
    /// Types of devices.
    pub equipment: Vec<Row<Equipment>>,
    /// Costs.
    pub costs: Vec<Row<Cost>>,
    /// Assumptions.
    pub assumptions: Vec<Row<Assumption>>,
    /// Courses of prices.
    pub price_paths: Vec<Row<PathRate>>,
    /// Grants, tax relief, rates of income tax.
    pub supports: Vec<Row<Support>>,
    /// Heat of houses by age.
    pub buildings: Vec<Row<Building>>,
    /// Fuels.
    pub fuels: Vec<Row<Fuel>>,
    /// Boilers and heat nodes.
    pub heat_sources: Vec<Row<HeatSource>>,
}

/// A default that no table holds for the day asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingValue {
    /// Table, by file name.
    pub table: &'static str,
    /// Name of the figure.
    pub id: String,
}

impl std::fmt::Display for MissingValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} holds no {} for that day", self.table, self.id)
    }
}

impl std::error::Error for MissingValue {}

impl Rules {
    /// The tables compiled into the program. That they agree with each other is held by the tests, not checked again in
    /// every browser.
    ///
    /// # Errors
    /// Every row that cannot be used.
    pub fn built_in() -> Result<Self, Vec<DataError>> {
        Self::with(Pack::none())
    }

    /// The same with a town's tables laid over them. That those agree with each other is for [`Self::read`] to say.
    ///
    /// # Errors
    /// Every row that cannot be used.
    pub fn with(pack: &Pack) -> Result<Self, Vec<DataError>> {
        Self::rows(&Texts { pack, ..Texts::default() })
    }

    /// The statutory days off alone, for a program that needs no other table.
    #[must_use]
    pub fn of_days_off() -> Self {
        Self { days_off: parse(built_in!("holidays.csv"), Pack::none()).unwrap_or_default(), ..Self::default() }
    }

    /// The tables that firms share with homes, with a town's laid over them; the others are empty.
    ///
    /// # Errors
    /// Every row that cannot be used.
    pub fn of_firms(pack: &Pack) -> Result<Self, Vec<DataError>> {
        let (texts, mut errors) = (Texts { pack, ..Texts::default() }, Vec::new());
        let mut rules = Self {
            sources: keep(place::sources(Source::NAME, texts.sources, pack), &mut errors),
            companies: keep(parse(texts.operators, texts.pack), &mut errors),
            towns: keep(parse(texts.towns, texts.pack), &mut errors),
            zones: keep(parse(texts.zones, texts.pack), &mut errors),
            levies: keep(parse(texts.levies, texts.pack), &mut errors),
            vat: keep(parse(texts.vat, texts.pack), &mut errors),
            schemes: keep(parse(texts.schemes, texts.pack), &mut errors),
            market_prices: keep(parse(texts.market_prices, texts.pack), &mut errors),
            days_off: keep(parse(texts.holidays, Pack::none()), &mut errors),
            equipment: keep(parse(texts.equipment, texts.pack), &mut errors),
            costs: keep(parse(texts.costs, texts.pack), &mut errors),
            assumptions: keep(parse(texts.assumptions, texts.pack), &mut errors),
            ..Self::default()
        };
        rules.put_first(pack.town());
        if errors.is_empty() { Ok(rules) } else { Err(errors) }
    }

    /// Reads all tables and checks them against each other.
    ///
    /// # Errors
    /// Every row that cannot be used, of all tables.
    pub fn read(texts: &Texts<'_>) -> Result<Self, Vec<DataError>> {
        let rules = Self::rows(texts)?;
        let errors = check::contradictions(&rules);
        if errors.is_empty() { Ok(rules) } else { Err(errors) }
    }

    /// Reads all tables.
    fn rows(texts: &Texts<'_>) -> Result<Self, Vec<DataError>> {
        let mut errors = Vec::new();
        let mut rules = Self {
            sources: keep(place::sources(Source::NAME, texts.sources, texts.pack), &mut errors),
            companies: keep(parse(texts.operators, texts.pack), &mut errors),
            towns: keep(parse(texts.towns, texts.pack), &mut errors),
            rates: keep(parse(texts.rates, texts.pack), &mut errors),
            zones: keep(parse(texts.zones, texts.pack), &mut errors),
            levies: keep(parse(texts.levies, texts.pack), &mut errors),
            vat: keep(parse(texts.vat, texts.pack), &mut errors),
            schemes: keep(parse(texts.schemes, texts.pack), &mut errors),
            market_prices: keep(parse(texts.market_prices, texts.pack), &mut errors),
            days_off: keep(parse(texts.holidays, Pack::none()), &mut errors),
            equipment: keep(parse(texts.equipment, texts.pack), &mut errors),
            costs: keep(parse(texts.costs, texts.pack), &mut errors),
            assumptions: keep(parse(texts.assumptions, texts.pack), &mut errors),
            price_paths: keep(parse(texts.price_paths, texts.pack), &mut errors),
            supports: keep(parse(texts.supports, texts.pack), &mut errors),
            buildings: keep(parse(texts.buildings, texts.pack), &mut errors),
            fuels: keep(parse(texts.fuels, texts.pack), &mut errors),
            heat_sources: keep(parse(texts.heat_sources, texts.pack), &mut errors),
        };
        rules.put_first(texts.pack.town());
        if errors.is_empty() { Ok(rules) } else { Err(errors) }
    }

    /// The town with this `id`.
    #[must_use]
    pub fn town(&self, id: &str) -> Option<&Town> {
        self.towns.iter().map(|row| &row.rule).find(|town| town.id == id)
    }

    /// All towns, in the order of the table: the presets first.
    pub fn towns(&self) -> impl Iterator<Item = &Town> {
        self.towns.iter().map(|row| &row.rule)
    }

    /// All prices of `contract` in force on `date`.
    ///
    /// # Errors
    /// The list of figures that no table holds.
    pub fn tariff(&self, contract: Contract<'_>, date: Date) -> Result<Tariff, MissingRates> {
        tariff::tariff(self, contract, date)
    }

    /// The prices of `contract` in each month of `year`: those in force on its first day.
    ///
    /// # Errors
    /// The list of figures that no table holds, of the first month that misses some.
    pub fn tariff_year(&self, contract: Contract<'_>, year: i16) -> Result<[Tariff; 12], MissingRates> {
        let january = self.tariff(contract, date(year, 1, 1))?;
        let mut months = std::array::from_fn(|_| january.clone());
        for month in 1..12 {
            let first = |month: usize| date(year, i8::try_from(month + 1).unwrap_or(1), 1);
            months[month] = if self.prices_change(first(month - 1), first(month)) {
                self.tariff(contract, first(month))?
            } else {
                months[month - 1].clone()
            };
        }
        Ok(months)
    }

    /// True where a row behind a tariff starts or ends after `from`, up to `to`.
    fn prices_change(&self, from: Date, to: Date) -> bool {
        fn any<T>(rows: &[Row<T>], from: Date, to: Date) -> bool {
            rows.iter().map(|row| &row.provenance).any(|row| {
                (row.valid_from > from && row.valid_from <= to)
                    || row.valid_to.is_some_and(|last| last >= from && last < to)
            })
        }
        any(&self.rates, from, to)
            || any(&self.zones, from, to)
            || any(&self.levies, from, to)
            || any(&self.vat, from, to)
    }

    /// The year that is modelled: the one the newest prices begin in, or the newest levies where rates of homes are left
    /// out.
    #[must_use]
    pub fn model_year(&self) -> i16 {
        let rates = self.rates.iter().map(|row| row.provenance.valid_from.year()).max();
        let levies = || self.levies.iter().map(|row| row.provenance.valid_from.year()).max();
        rates.or_else(levies).unwrap_or(2026)
    }

    /// The day of the modelled year for which figures are looked up that hold for all of it.
    #[must_use]
    pub fn model_date(&self) -> Date {
        date(self.model_year(), 7, 1)
    }

    /// True for a tariff group of an operator and seller for which every figure is known on `date`.
    #[must_use]
    pub fn is_offered(&self, operator: &str, seller: &str, group: &str, date: Date) -> bool {
        let contract = Contract::monthly(operator, seller, group, tariff::Phases::Three);
        let of_operator = |rate: &Rate| rate.party == operator && rate.group == group;
        self.rates.iter().any(|row| of_operator(&row.rule)) && self.tariff(contract, date).is_ok()
    }

    /// Tariff groups of an operator and seller for which every figure is known on `date`.
    #[must_use]
    pub fn groups_offered(&self, operator: &str, seller: &str, date: Date) -> Vec<String> {
        let mut groups = Vec::new();
        for rate in self.rates.iter().map(|row| &row.rule) {
            let contract = Contract::monthly(operator, seller, &rate.group, tariff::Phases::Three);
            if rate.party == operator && !groups.contains(&rate.group) && self.tariff(contract, date).is_ok() {
                groups.push(rate.group.clone());
            }
        }
        groups
    }

    /// Tariff groups of an operator and seller for which figures are missing on `date`, with the list of them.
    #[must_use]
    pub fn groups_incomplete(&self, operator: &str, seller: &str, date: Date) -> Vec<MissingRates> {
        let mut groups: Vec<MissingRates> = Vec::new();
        for rate in self.rates.iter().map(|row| &row.rule) {
            let known = rate.group == "*" || groups.iter().any(|other| other.group == rate.group);
            if rate.party == operator && !known {
                let contract = Contract::monthly(operator, seller, &rate.group, tariff::Phases::Three);
                groups.extend(self.tariff(contract, date).err());
            }
        }
        groups
    }

    /// Months between two bills that an operator offers on `date`, to prosumers or to others.
    #[must_use]
    pub fn billing_periods(&self, operator: &str, prosumer: bool, date: Date) -> Vec<u8> {
        let offered = |months: &u8| {
            let wanted = |rate: &Rate| {
                rate.party == operator
                    && rate.component == Component::Subscription
                    && rate.billing_months == Some(*months)
                    && !(prosumer && rate.prosumers == Some(YesNo::No))
            };
            in_force(&self.rates, date, wanted).is_some()
        };
        (1..=12).filter(offered).collect()
    }

    /// Statutory days off in `year`, in the order of the table.
    #[must_use]
    pub fn days_off(&self, year: i16) -> Vec<Date> {
        let mut days: Vec<Date> = self
            .days_off
            .iter()
            .filter_map(|row| row.rule.in_year(year).filter(|&day| in_force_on(&row.provenance, day)))
            .collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// Excise on energy in force on `date`.
    ///
    /// # Errors
    /// When no table holds it.
    pub fn excise(&self, date: Date) -> Result<NetPlnPerKwh, MissingValue> {
        in_force(&self.levies, date, |levy| levy.id == LevyId::Excise)
            .map(|row| NetPlnPerKwh(row.rule.value))
            .ok_or_else(|| MissingValue { table: Levy::NAME, id: LevyId::Excise.id().to_owned() })
    }

    /// Mean RCE by local month, kind of day and hour as known on `date`, zł/MWh; may be negative.
    ///
    /// # Errors
    /// When a month or hour is missing.
    pub fn rce(&self, date: Date) -> Result<[MeanDay; 12], MissingValue> {
        market::rce(&self.market_prices, date)
            .ok_or_else(|| MissingValue { table: MarketPrice::NAME, id: "RCE".to_owned() })
    }

    /// The latest `RCEm` of each calendar month as known on `date`, zł/MWh.
    ///
    /// # Errors
    /// When a month is missing.
    pub fn rcem(&self, date: Date) -> Result<[f64; 12], MissingValue> {
        market::rcem(&self.market_prices, date)
            .ok_or_else(|| MissingValue { table: MarketPrice::NAME, id: "RCEm".to_owned() })
    }

    /// Rate of VAT in force on `date`.
    ///
    /// # Errors
    /// When no table holds it.
    pub fn vat(&self, scope: VatScope, date: Date) -> Result<VatRate, MissingValue> {
        in_force(&self.vat, date, |vat| vat.scope == scope)
            .map(|row| VatRate(row.rule.percent / 100.0))
            .ok_or_else(|| MissingValue { table: Vat::NAME, id: format!("{scope:?}") })
    }

    /// A parameter of a device in force on `date`.
    ///
    /// # Errors
    /// When no table holds it.
    pub fn equipment(&self, kind: EquipmentKind, parameter: &str, date: Date) -> Result<&Row<Equipment>, MissingValue> {
        in_force(&self.equipment, date, |row| row.kind == kind && row.parameter == parameter)
            .ok_or_else(|| MissingValue { table: Equipment::NAME, id: format!("{kind:?} {parameter}") })
    }

    /// A cost in force on `date`.
    ///
    /// # Errors
    /// When no table holds it.
    pub fn cost(&self, id: CostId, date: Date) -> Result<&Row<Cost>, MissingValue> {
        in_force(&self.costs, date, |cost| cost.id == id)
            .ok_or_else(|| MissingValue { table: Cost::NAME, id: format!("{id:?}") })
    }

    /// The yearly change of a price on a path as known on `date`.
    ///
    /// # Errors
    /// When no table holds it.
    pub fn path_rate(
        &self,
        path: PricePathId,
        stream: PriceStream,
        date: Date,
    ) -> Result<&Row<PathRate>, MissingValue> {
        in_force(&self.price_paths, date, |row| row.path == path && row.stream == stream)
            .ok_or_else(|| MissingValue { table: PathRate::NAME, id: format!("{path:?} {stream:?}") })
    }

    /// Grants, reliefs or tax rates in force on `date`, in the order of the table.
    pub fn supports(&self, kind: SupportKind, date: Date) -> impl Iterator<Item = &Row<Support>> {
        self.supports.iter().filter(move |row| {
            let newest = || in_force(&self.supports, date, |other| other.id == row.rule.id);
            row.rule.kind == kind && newest().is_some_and(|found| found.line == row.line)
        })
    }

    /// An assumption in force on `date`.
    ///
    /// # Errors
    /// When no table holds it.
    pub fn assumption(&self, id: AssumptionId, date: Date) -> Result<&Row<Assumption>, MissingValue> {
        in_force(&self.assumptions, date, |assumption| assumption.id == id)
            .ok_or_else(|| MissingValue { table: Assumption::NAME, id: format!("{id:?}") })
    }

    /// Heat of houses of an age as known on `date`.
    ///
    /// # Errors
    /// When no table holds it.
    pub fn building(&self, age: AgeClass, date: Date) -> Result<&Row<Building>, MissingValue> {
        in_force(&self.buildings, date, |row| row.age == age)
            .ok_or_else(|| MissingValue { table: Building::NAME, id: format!("{age:?}") })
    }

    /// A fuel as known on `date`.
    ///
    /// # Errors
    /// When no table holds it.
    pub fn fuel(&self, fuel: FuelId, date: Date) -> Result<&Row<Fuel>, MissingValue> {
        in_force(&self.fuels, date, |row| row.fuel == fuel)
            .ok_or_else(|| MissingValue { table: Fuel::NAME, id: format!("{fuel:?}") })
    }

    /// A boiler or heat node as known on `date`; none for what runs on electricity.
    #[must_use]
    pub fn heat_source(&self, source: HeatSourceId, date: Date) -> Option<&Row<HeatSource>> {
        in_force(&self.heat_sources, date, |row| row.heat_source == source)
    }
}

fn in_force_on(provenance: &table::Provenance, day: Date) -> bool {
    provenance.valid_from <= day && provenance.valid_to.is_none_or(|last| day <= last)
}

fn keep<T>(read: Result<Vec<T>, Vec<DataError>>, errors: &mut Vec<DataError>) -> Vec<T> {
    read.unwrap_or_else(|found| {
        errors.extend(found);
        Vec::new()
    })
}
