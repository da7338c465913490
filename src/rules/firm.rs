//! Rules for firms: network rates by contracted power, the capacity charge by the shape of a day, taxes.
//!
//! The tables stand apart from those of [`Rules`] so that a program which serves homes alone does not carry them. What
//! both kinds of customers share (zone hours, OZE, cogeneration, quality, excise, VAT, net-billing) is read from
//! [`Rules`].

pub mod capacity;
pub mod group;
pub mod money;
pub mod rate;
pub mod tariff;
pub mod tax;
pub mod trade;

use super::{
    MissingValue, Rules, check, keep,
    pack::Pack,
    place::{Source, sources},
    table::{Row, Table, in_force, parse, set_in_force},
    zone::ZoneWindow,
};
use crate::{
    error::DataError,
    order,
    units::{Kw, NetPlnPerKwh},
};
use capacity::{CapacityClass, CapacityRule};
use group::FirmGroup;
use jiff::civil::{Date, date};
use money::{FirmAssumption, FirmCost};
use rate::{FirmFigure, FirmFigureId, FirmRate};
use tariff::{FirmContract, FirmMissing, FirmTariff, MissingFirmRates};
use tax::FirmTax;
use trade::{
    TradeFigures,
    course::{TradeBreak, TradeHours, TradeSeason},
    size::TradeSize,
    sunday::TradingSunday,
};

/// The table of documents, by file name.
pub const SOURCES: &str = "firm_sources.csv";

/// The tables for firms, parsed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FirmRules {
    /// Documents.
    pub sources: Vec<Source>,
    /// Network rates.
    pub rates: Vec<Row<FirmRate>>,
    /// Tariff groups.
    pub groups: Vec<Row<FirmGroup>>,
    /// Classes of the capacity charge.
    pub capacity_classes: Vec<Row<CapacityClass>>,
    /// Single figures.
    pub figures: Vec<Row<FirmFigure>>,
    /// Rates of income tax and depreciation.
    pub taxes: Vec<Row<FirmTax>>,
    /// Prices of plants, batteries and upkeep.
    pub costs: Vec<Row<FirmCost>>,
    /// Prices of energy, rates, and what the years ahead may bring.
    pub assumptions: Vec<Row<FirmAssumption>>,
    /// What of a trade holds for every hour.
    pub trades: Vec<Row<TradeFigures>>,
    /// Hours of work by trade.
    pub trade_hours: Vec<Row<TradeHours>>,
    /// Months by trade.
    pub trade_seasons: Vec<Row<TradeSeason>>,
    /// Weeks with less work by trade.
    pub trade_breaks: Vec<Row<TradeBreak>>,
    /// Usual consumption by size of trades.
    pub trade_sizes: Vec<Row<TradeSize>>,
    /// Sundays on which shops may open.
    pub trading_sundays: Vec<Row<TradingSunday>>,
}

impl FirmRules {
    /// The tables compiled into the program.
    ///
    /// # Errors
    /// Every row that cannot be used.
    pub fn built_in() -> Result<Self, Vec<DataError>> {
        Self::with(Pack::none())
    }

    /// The same with a town's tables laid over them. That rows agree with each other is held by the tests
    /// ([`Self::contradictions`]), not checked again in every browser.
    ///
    /// # Errors
    /// Every row that cannot be used.
    pub fn with(pack: &Pack) -> Result<Self, Vec<DataError>> {
        let mut errors = Vec::new();
        let rules = Self {
            sources: keep(sources(SOURCES, built_in!("firm_sources.csv"), pack), &mut errors),
            rates: keep(parse(built_in!("firm_rates.csv"), pack), &mut errors),
            groups: keep(parse(built_in!("firm_groups.csv"), pack), &mut errors),
            capacity_classes: keep(parse(built_in!("capacity_classes.csv"), pack), &mut errors),
            figures: keep(parse(built_in!("firm_figures.csv"), pack), &mut errors),
            taxes: keep(parse(built_in!("firm_taxes.csv"), pack), &mut errors),
            costs: keep(parse(built_in!("firm_costs.csv"), pack), &mut errors),
            assumptions: keep(parse(built_in!("firm_assumptions.csv"), pack), &mut errors),
            trades: keep(parse(built_in!("firm_trades.csv"), pack), &mut errors),
            trade_hours: keep(parse(built_in!("firm_trade_hours.csv"), pack), &mut errors),
            trade_seasons: keep(parse(built_in!("firm_trade_seasons.csv"), pack), &mut errors),
            trade_breaks: keep(parse(built_in!("firm_trade_breaks.csv"), pack), &mut errors),
            trade_sizes: keep(parse(built_in!("firm_trade_sizes.csv"), pack), &mut errors),
            trading_sundays: keep(parse(built_in!("firm_trading_sundays.csv"), pack), &mut errors),
        };
        if errors.is_empty() { Ok(rules) } else { Err(errors) }
    }

    /// Rows that repeat another, or that name a source no table holds.
    #[must_use]
    pub fn contradictions(&self) -> Vec<DataError> {
        let mut errors = Vec::new();
        let known: Vec<&str> = self.sources.iter().map(|source| source.key.as_str()).collect();
        check::each(&self.rates, &known, &mut errors);
        check::each(&self.groups, &known, &mut errors);
        check::each(&self.capacity_classes, &known, &mut errors);
        check::each(&self.figures, &known, &mut errors);
        check::each(&self.taxes, &known, &mut errors);
        check::each(&self.costs, &known, &mut errors);
        check::each(&self.assumptions, &known, &mut errors);
        check::each(&self.trades, &known, &mut errors);
        check::each(&self.trade_hours, &known, &mut errors);
        check::each(&self.trade_seasons, &known, &mut errors);
        check::each(&self.trade_breaks, &known, &mut errors);
        check::each(&self.trade_sizes, &known, &mut errors);
        check::each(&self.trading_sundays, &known, &mut errors);
        errors
    }

    /// Prices of a contract in each month of `year`: those of the month's first day.
    ///
    /// # Errors
    /// The figures that no table holds, of the first month that misses some.
    pub fn tariff_year(
        &self,
        rules: &Rules,
        contract: &FirmContract<'_>,
        year: i16,
    ) -> Result<[FirmTariff; 12], MissingFirmRates> {
        let of_month = |month: i8| tariff::tariff(self, rules, contract, date(year, month, 1));
        let january = of_month(1)?;
        let mut months = std::array::from_fn(|_| january.clone());
        for (place, month) in months.iter_mut().zip(1..=12).skip(1) {
            *place = of_month(month)?;
        }
        Ok(months)
    }

    /// Tariff groups of an operator for which every figure is known on `date`.
    #[must_use]
    pub fn groups_offered(&self, rules: &Rules, operator: &str, date: Date) -> Vec<String> {
        self.groups_of(rules, operator, date).into_iter().filter_map(Result::ok).collect()
    }

    /// Tariff groups that the tables name for an operator on `date` without all their figures, with what is missing.
    #[must_use]
    pub fn groups_incomplete(&self, rules: &Rules, operator: &str, date: Date) -> Vec<MissingFirmRates> {
        self.groups_of(rules, operator, date).into_iter().filter_map(Result::err).collect()
    }

    fn groups_of(&self, rules: &Rules, operator: &str, date: Date) -> Vec<Result<String, MissingFirmRates>> {
        let mut names: Vec<&str> = Vec::new();
        for rate in self.rates.iter().map(|row| &row.rule).filter(|rate| rate.operator == operator) {
            if !names.contains(&rate.group.as_str()) {
                names.push(&rate.group);
            }
        }
        let offered = |group: &str| {
            let contract = FirmContract::of_tables(operator, group);
            tariff::tariff(self, rules, &contract, date).map(|_| group.to_owned())
        };
        names.into_iter().map(offered).collect()
    }

    /// Every tariff group of the tables, with the figures that an operator's lacks on `date`; none missing where all are
    /// known.
    #[must_use]
    pub fn groups_known(&self, rules: &Rules, operator: &str, date: Date) -> Vec<(String, Vec<FirmMissing>)> {
        let mut known: Vec<(String, Vec<FirmMissing>)> = Vec::new();
        for group in self.groups.iter().map(|row| &row.rule.group) {
            if !known.iter().any(|(name, _)| name == group) {
                let contract = FirmContract::of_tables(operator, group);
                let missing = tariff::tariff(self, rules, &contract, date).err().map(|error| error.missing);
                known.push((group.clone(), missing.unwrap_or_default()));
            }
        }
        known
    }

    /// Names of the zones of an operator's group on `date`, in the order of the table; none where hours are not known.
    #[must_use]
    pub fn zone_names(rules: &Rules, operator: &str, group: &str, date: Date) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let of_group =
            |window: &ZoneWindow| (window.operator == operator || window.operator == "*") && window.group == group;
        for window in set_in_force(&rules.zones, date, of_group) {
            if !names.contains(&window.rule.zone) {
                names.push(window.rule.zone.clone());
            }
        }
        names
    }

    /// A tariff group in force on `date`.
    #[must_use]
    pub fn group(&self, group: &str, date: Date) -> Option<&Row<FirmGroup>> {
        in_force(&self.groups, date, |row| row.group == group)
    }

    /// A single figure in force on `date`, in its unit.
    ///
    /// # Errors
    /// When no table holds it.
    pub fn figure(&self, id: FirmFigureId, date: Date) -> Result<f64, MissingValue> {
        in_force(&self.figures, date, |row| row.id == id)
            .map(|row| row.rule.value)
            .ok_or_else(|| MissingValue { table: FirmFigure::NAME, id: format!("{id:?}") })
    }

    /// The capacity charge of firms in force on `date`.
    ///
    /// # Errors
    /// The figure that no table holds.
    pub fn capacity(&self, date: Date) -> Result<CapacityRule, MissingValue> {
        let rows = set_in_force(&self.capacity_classes, date, |_| true);
        let limits: Vec<f64> = rows.iter().map(|row| row.rule.limit()).collect();
        let classes: Vec<CapacityClass> = order::ascending(&limits).into_iter().map(|place| rows[place].rule).collect();
        if classes.is_empty() {
            return Err(MissingValue { table: CapacityClass::NAME, id: "class".to_owned() });
        }
        Ok(CapacityRule {
            rate: NetPlnPerKwh(self.figure(FirmFigureId::CapacityRate, date)?),
            first_hour: whole(self.figure(FirmFigureId::CapacityFirstHour, date)?),
            end_hour: whole(self.figure(FirmFigureId::CapacityEndHour, date)?),
            unclassified_to: self.figure(FirmFigureId::CapacityUnclassifiedTo, date).ok().map(Kw),
            classes,
        })
    }

    /// Whether the owner of a plant of `installed` power may settle as a prosumer on `date`; a larger one sells.
    ///
    /// That generation is not the firm's main business is for the firm to know.
    ///
    /// # Errors
    /// When no table holds the limit.
    pub fn may_be_prosumer(&self, installed: Kw, date: Date) -> Result<bool, MissingValue> {
        Ok(installed.0 <= self.figure(FirmFigureId::ProsumerTo, date)?)
    }
}

/// A small whole number written as a decimal.
fn whole(value: f64) -> usize {
    (0_u8..=u8::MAX).find(|&count| f64::from(count) >= value).map_or(usize::from(u8::MAX), usize::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_agree_with_each_other() {
        assert_eq!(FirmRules::built_in().unwrap().contradictions(), vec![]);
    }

    #[test]
    fn built_in_tables_parse_and_every_source_is_used() {
        let rules = FirmRules::built_in().unwrap();
        let mut used: Vec<&str> = rules.rates.iter().map(|row| row.provenance.source.as_str()).collect();
        used.extend(rules.groups.iter().map(|row| row.provenance.source.as_str()));
        used.extend(rules.capacity_classes.iter().map(|row| row.provenance.source.as_str()));
        used.extend(rules.figures.iter().map(|row| row.provenance.source.as_str()));
        used.extend(rules.taxes.iter().map(|row| row.provenance.source.as_str()));
        used.extend(rules.costs.iter().map(|row| row.provenance.source.as_str()));
        used.extend(rules.assumptions.iter().map(|row| row.provenance.source.as_str()));
        used.extend(rules.trades.iter().map(|row| row.provenance.source.as_str()));
        used.extend(rules.trade_sizes.iter().map(|row| row.provenance.source.as_str()));
        used.extend(rules.trading_sundays.iter().map(|row| row.provenance.source.as_str()));
        for source in &rules.sources {
            assert!(used.contains(&source.key.as_str()), "{} is used by no row", source.key);
        }
    }

    #[test]
    fn pge_has_its_groups_and_the_others_say_what_they_lack() {
        let (firms, rules) = (FirmRules::built_in().unwrap(), Rules::built_in().unwrap());
        let day = date(2026, 11, 22);
        let offered = firms.groups_offered(&rules, "PGE", day);
        let expected =
            ["C11", "C12a", "C12b", "C12n", "C12w", "C21", "C22a", "C22b", "C23", "B11", "B21", "B22", "B23"];
        assert_eq!(offered, expected);
        let lacking: Vec<String> =
            firms.groups_incomplete(&rules, "PGE", day).into_iter().map(|missing| missing.group).collect();
        assert_eq!(lacking, ["C24", "B24"]);
        for operator in ["ENERGA", "TAURON"] {
            assert!(firms.groups_offered(&rules, operator, day).is_empty());
            assert!(firms.groups_incomplete(&rules, operator, day).iter().all(|group| !group.missing.is_empty()));
        }
    }

    #[test]
    fn the_rule_for_small_connections_ends_with_2027() {
        let firms = FirmRules::built_in().unwrap();
        assert_eq!(firms.capacity(date(2027, 12, 1)).unwrap().unclassified_to, Some(Kw(16.0)));
        assert_eq!(firms.capacity(date(2028, 1, 1)).unwrap().unclassified_to, None);
    }

    #[test]
    fn plants_above_fifty_kilowatts_are_no_prosumers() {
        let firms = FirmRules::built_in().unwrap();
        assert_eq!(firms.may_be_prosumer(Kw(50.0), date(2026, 7, 1)), Ok(true));
        assert_eq!(firms.may_be_prosumer(Kw(50.1), date(2026, 7, 1)), Ok(false));
    }
}
