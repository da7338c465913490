//! The contract of a home laid out over the year: what it pays without own generation, and with a plant of any size.

use crate::{
    calendar::Calendar,
    error::{InputError, Problem},
    model::{
        inputs::{BILLING_MONTHS, PHASES, SettlementScheme},
        settlement::{self, Prepared, PriceYear, Scheme, TariffYear, dynamic::DynamicPrice},
    },
    rules::{
        MissingValue, Rules,
        market::PriceIndex,
        tariff::{Contract, Missing, MissingRates, Phases},
    },
    units::Kwp,
};
use jiff::civil::Date;

/// A contract as a person asks for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked<'a> {
    /// Distribution company.
    pub operator: &'a str,
    /// Seller.
    pub seller: &'a str,
    /// Tariff group.
    pub group: &'a str,
    /// Phases of the connection, 1 or 3.
    pub phases: u8,
    /// Months between two bills.
    pub billing_months: u8,
    /// How export is settled.
    pub scheme: SettlementScheme,
    /// The terms of a dynamic price; none at the sale prices of the group.
    pub dynamic: Option<DynamicPrice>,
    /// Change of the price in the hours of sun on a day twice as clear as its month, zł/MWh.
    pub clearness_slope: f64,
    /// How clear each hour's day is beside its month.
    pub relative_clearness: &'a [f64],
    /// The person's own RCE of every hour, zł/MWh; goes before that of the tables.
    pub rce: Option<&'a [f64]>,
}

/// Tariff and scheme of a home.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Without feeding in.
    pub plain: Prepared,
    /// With a plant.
    prosumer: Prepared,
    /// With a plant above this size, where the scheme tells sizes apart.
    larger: Option<(Kwp, Prepared)>,
}

impl Offer {
    /// Lays a contract out over the year of `calendar`, with the terms of the schemes on `today`.
    ///
    /// A prosumer whom the operator does not offer the billing period is billed every month.
    ///
    /// # Errors
    /// A contract that is not offered, or figures that no table holds.
    pub fn read(asked: &Asked<'_>, rules: &Rules, calendar: &Calendar, today: Date) -> Result<Self, InputError> {
        if !rules.is_offered(asked.operator, asked.seller, asked.group, today) {
            let offered = rules.groups_offered(asked.operator, asked.seller, today);
            if !offered.is_empty() {
                return Err(unknown("tariff.group", asked.group, offered));
            }
        }
        let periods = rules.billing_periods(asked.operator, false, today);
        if !periods.is_empty() && !periods.contains(&asked.billing_months) {
            let known = periods.iter().map(ToString::to_string).collect();
            return Err(unknown(BILLING_MONTHS.id, &asked.billing_months.to_string(), known));
        }
        let consumer = Contract {
            billing_months: asked.billing_months,
            ..Contract::monthly(asked.operator, asked.seller, asked.group, phases(asked.phases)?)
        };
        let open = rules.billing_periods(asked.operator, true, today).contains(&asked.billing_months);
        let prosumer =
            Contract { billing_months: if open { asked.billing_months } else { 1 }, prosumer: true, ..consumer };
        let year = |contract| {
            let months = rules.tariff_year(contract, calendar.year()).map_err(|missing| missing_rates(&missing))?;
            let tariff = TariffYear::new(months, calendar);
            let Some(dynamic) = &asked.dynamic else { return Ok(tariff) };
            let market = market_price(asked, rules, calendar, today).map_err(|error| not_in_tables(&error))?;
            let excise = rules.excise(today).map_err(|error| not_in_tables(&error))?;
            Ok(tariff.at_market_price(dynamic, &market, excise))
        };
        let plain = Prepared { tariff: year(consumer)?, scheme: Scheme::None };
        let tariff = year(prosumer)?;
        let (scheme, larger) =
            schemes(asked, prosumer.billing_months, rules, calendar, today).map_err(|error| not_in_tables(&error))?;
        let larger = larger.map(|(above, scheme)| (above, Prepared { tariff: tariff.clone(), scheme }));
        Ok(Self { plain, prosumer: Prepared { tariff, scheme }, larger })
    }

    /// Tariff and scheme with a plant of this size; without feeding in where there is none.
    #[must_use]
    pub fn of(&self, pv: Kwp) -> &Prepared {
        match &self.larger {
            _ if pv.0 <= 0.0 => &self.plain,
            Some((above, larger)) if pv > *above => larger,
            _ => &self.prosumer,
        }
    }
}

/// The market price of every hour of the home's year, zł/MWh before VAT; below zero where the market was. A person's
/// own prices go first.
fn market_price(asked: &Asked<'_>, rules: &Rules, calendar: &Calendar, today: Date) -> Result<Vec<f64>, MissingValue> {
    if let Some(own) = asked.rce {
        return Ok(own.to_vec());
    }
    let days = rules.rce(today)?;
    Ok(settlement::market_price(&days, asked.clearness_slope, asked.relative_clearness, calendar))
}

/// The scheme of a plant billed every `billing_months`, and that of larger ones with the size they begin above.
fn schemes(
    asked: &Asked<'_>,
    billing_months: u8,
    rules: &Rules,
    calendar: &Calendar,
    today: Date,
) -> Result<(Scheme, Option<(Kwp, Scheme)>), MissingValue> {
    match asked.scheme {
        SettlementScheme::NetBillingRce | SettlementScheme::Virtual | SettlementScheme::Collective => {
            let terms = rules.net_billing(PriceIndex::Rce, today)?;
            let prices = PriceYear::hourly(&market_price(asked, rules, calendar, today)?);
            Ok((Scheme::NetBilling { terms, prices }, None))
        }
        SettlementScheme::NetBillingRcem => {
            let terms = rules.net_billing(PriceIndex::Rcem, today)?;
            let prices = PriceYear::monthly(&rules.rcem(today)?, calendar);
            Ok((Scheme::NetBilling { terms, prices }, None))
        }
        SettlementScheme::Tenant => {
            let terms = rules.tenant_billing(billing_months, today)?;
            let prices = PriceYear::hourly(&market_price(asked, rules, calendar, today)?);
            Ok((Scheme::Tenant { terms, prices }, None))
        }
        SettlementScheme::NetMetering => {
            let terms = rules.net_metering(today)?;
            Ok((Scheme::NetMetering(terms.small), Some((terms.small_to, Scheme::NetMetering(terms.large)))))
        }
    }
}

fn phases(count: u8) -> Result<Phases, InputError> {
    match count {
        1 => Ok(Phases::One),
        3 => Ok(Phases::Three),
        other => {
            let problem = Problem::OutOfRange { value: f64::from(other), min: PHASES.min, max: PHASES.max };
            Err(InputError { field: PHASES.id.to_owned(), problem })
        }
    }
}

fn unknown(field: &str, value: &str, known: Vec<String>) -> InputError {
    InputError { field: field.to_owned(), problem: Problem::Unknown { value: value.to_owned(), known } }
}

fn not_in_tables(error: &MissingValue) -> InputError {
    InputError { field: "town".to_owned(), problem: Problem::NotInTables { missing: vec![error.to_string()] } }
}

fn missing_rates(rates: &MissingRates) -> InputError {
    let missing = rates.missing.iter().map(Missing::id).collect();
    InputError { field: "town".to_owned(), problem: Problem::NotInTables { missing } }
}
