//! The support that a person counts on, and the VAT on what is bought.

use super::Reader;
use crate::{
    error::{InputError, Problem},
    model::{
        finance::support::{self, Purchase},
        inputs::{Dwelling, Money, Scenario, SettlementScheme},
    },
    rules::{
        rate::VatScope,
        support::{Covers, ForScheme, Support, SupportKind},
        table::Row,
        value::AssumptionId,
    },
    units::{GrossPln, VatRate},
};

/// What others pay, as the person chose it.
#[derive(Clone, Debug, PartialEq)]
pub struct SupportTerms {
    programme: Option<Support>,
    relief: Option<Support>,
    tax_rate: f64,
    taxpayers: u8,
    /// VAT on modules and battery with their installation.
    pub vat: VatRate,
    /// Price of an installation with that VAT over its price with the reduced rate, as `costs.csv` has it.
    pub(super) price_factor: f64,
}

impl SupportTerms {
    /// The grant: the person's own sum, else what the programme gives.
    #[must_use]
    pub fn grant(&self, own_pln: f64, purchase: &Purchase) -> GrossPln {
        if own_pln > 0.0 {
            return GrossPln(own_pln);
        }
        self.programme.as_ref().map_or(GrossPln::ZERO, |programme| support::grant(programme, purchase))
    }

    /// Income tax saved on a purchase of this price.
    #[must_use]
    pub fn tax_relief(&self, price: GrossPln, grant: GrossPln) -> GrossPln {
        self.relief.as_ref().map_or(GrossPln::ZERO, |relief| {
            support::thermo_relief(relief, self.tax_rate, self.taxpayers, price, grant)
        })
    }
}

/// True for a grant towards modules or battery that an owner under `scheme` may have.
#[must_use]
pub fn open_to(grant: &Support, scheme: SettlementScheme) -> bool {
    let for_scheme = match grant.scheme {
        ForScheme::Any => true,
        ForScheme::NetMetering => scheme == SettlementScheme::NetMetering,
        ForScheme::NetBilling => scheme != SettlementScheme::NetMetering,
    };
    for_scheme && matches!(grant.covers, Covers::Pv | Covers::Battery | Covers::PvAndBattery)
}

impl Reader<'_> {
    /// What the scenario's owner chose.
    ///
    /// # Errors
    /// A programme or a tax rate that no table holds for such an owner.
    pub(super) fn support(&mut self, scenario: &Scenario) -> Result<SupportTerms, InputError> {
        let Money { programme, tax_rate, taxpayers, floor_area_m2, .. } = &scenario.money;
        let (rules, date) = (self.rules, self.date);
        let grants = || {
            rules.supports(SupportKind::Grant, date).filter(|row: &&Row<Support>| open_to(&row.rule, scenario.scheme))
        };
        let programme = chosen("money.programme", programme, grants)?;
        let rate = chosen("money.tax_rate", tax_rate, || rules.supports(SupportKind::TaxRate, date))?;
        let relief = rules.supports(SupportKind::TaxRelief, date).next().filter(|_| rate.is_some());
        let (reduced, full) = (self.vat(VatScope::Installation), self.vat(VatScope::InstallationAbove));
        let limit_m2 = match scenario.household.dwelling {
            Dwelling::House => self.assumption(AssumptionId::VatAreaHouse, None),
            Dwelling::Flat => self.assumption(AssumptionId::VatAreaFlat, None),
        };
        let vat = floor_area_m2.map_or(reduced, |area| support::installation_vat(reduced, full, area, limit_m2));
        Ok(SupportTerms {
            programme: programme.map(|row| row.rule.clone()),
            relief: relief.map(|row| row.rule.clone()),
            tax_rate: rate.map_or(0.0, |row| row.rule.share_percent / 100.0),
            taxpayers: *taxpayers,
            vat,
            price_factor: (1.0 + vat.0) / (1.0 + reduced.0),
        })
    }

    fn vat(&mut self, scope: VatScope) -> VatRate {
        self.rules.vat(scope, self.date).unwrap_or_else(|missing| VatRate(self.lack(missing.id)))
    }
}

/// The row with the key `id`; none for an empty one.
fn chosen<'a, I: Iterator<Item = &'a Row<Support>>>(
    field: &str,
    id: &str,
    rows: impl Fn() -> I,
) -> Result<Option<&'a Row<Support>>, InputError> {
    let found = rows().find(|row| row.rule.id == id);
    if found.is_none() && !id.is_empty() {
        let known = rows().map(|row| row.rule.id.clone()).collect();
        let problem = Problem::Unknown { value: id.to_owned(), known };
        return Err(InputError { field: field.to_owned(), problem });
    }
    Ok(found)
}
