//! Prices, funding, tax and outlook of a firm; before VAT.

use super::Checks;
use crate::model::inputs::Field;
use serde::{Deserialize, Serialize};

/// Price of all modules with everything around them.
pub const FIRM_PV_PLN: Field = Field::new("money.pv_net_pln", "zł", 0.0, (0.0, 200_000_000.0), 1000.0);
/// Price of all batteries.
pub const FIRM_BATTERY_PLN: Field = Field::new("money.battery_net_pln", "zł", 0.0, (0.0, 200_000_000.0), 1000.0);
/// Grant.
pub const FIRM_GRANT_PLN: Field = Field::new("money.grant_pln", "zł", 0.0, (0.0, 200_000_000.0), 1000.0);
/// Taxable income of a year without the plant.
pub const OTHER_INCOME_PLN: Field = Field::new("money.other_income_pln", "zł", 200_000.0, (0.0, 1e9), 10_000.0);
/// Share of the price that is written off in a year.
pub const DEPRECIATION_PERCENT: Field = Field::new("money.depreciation_percent", "%", 10.0, (1.0, 100.0), 0.5);
/// Most that is written off at once.
pub const ONE_OFF_PLN: Field = Field::new("money.one_off_pln", "zł", 100_000.0, (0.0, 10_000_000.0), 10_000.0);
/// Nominal discount rate a year.
pub const FIRM_DISCOUNT_PERCENT: Field = Field::new("money.discount_percent", "%", 8.0, (0.0, 30.0), 0.5);
/// Inflation a year.
pub const INFLATION_PERCENT: Field = Field::new("money.inflation_percent", "%", 2.5, (-5.0, 20.0), 0.5);
/// Rate a year at which gains are put out.
pub const REINVESTMENT_PERCENT: Field = Field::new("money.reinvestment_percent", "%", 4.0, (0.0, 30.0), 0.5);
/// Growth of the price of bought energy above inflation, a year.
pub const FIRM_ENERGY_GROWTH: Field = Field::new("money.energy_growth_percent", "%", 0.0, (-10.0, 15.0), 0.5);
/// Growth of the value of energy fed in above inflation, a year.
pub const FIRM_EXPORT_GROWTH: Field = Field::new("money.export_growth_percent", "%", 0.0, (-20.0, 15.0), 0.5);
/// Worth of the plant at the end, of its price.
pub const RESIDUAL_PERCENT: Field = Field::new("money.residual_percent", "%", 0.0, (0.0, 50.0), 1.0);
/// Part of the price that is lent.
pub const LOAN_PERCENT: Field = Field::new("money.funding.share_percent", "%", 80.0, (1.0, 100.0), 5.0);
/// Nominal rate of a loan or lease a year.
pub const RATE_PERCENT: Field = Field::new("money.funding.rate_percent", "%", 8.0, (0.0, 40.0), 0.25);
/// Length of a loan or lease.
pub const FUNDING_YEARS: Field = Field::new("money.funding.years", "lat", 7.0, (1.0, 25.0), 1.0);
/// Months at the start in which interest alone is paid.
pub const GRACE_MONTHS: Field = Field::new("money.funding.grace_months", "mies.", 0.0, (0.0, 36.0), 1.0);
/// First payment of a lease, of the price.
pub const INITIAL_PERCENT: Field = Field::new("money.funding.initial_percent", "%", 10.0, (0.0, 45.0), 1.0);
/// Purchase at the end of a lease, of the price.
pub const BUYOUT_PERCENT: Field = Field::new("money.funding.buyout_percent", "%", 1.0, (0.0, 40.0), 1.0);

/// How a firm's income is taxed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaxForm {
    /// Company, 19 % CIT.
    Cit,
    /// Company that is a small taxpayer, 9 % CIT.
    CitSmall,
    /// Owner under the flat tax, 19 % PIT.
    PitLinear,
    /// Owner under the scale, 12 and 32 % PIT.
    PitScale,
}

/// How the principal of a loan is paid back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repayment {
    /// Payments of one size, interest and principal together (raty równe).
    EqualInstalments,
    /// Parts of principal of one size, so that payments fall (raty malejące).
    EqualPrincipal,
}

/// Where the money for the plant comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Funding {
    /// The firm's own money.
    #[default]
    Own,
    /// A loan paid every month, for a part of the price.
    Loan {
        /// Part of the price less the grant, %.
        share_percent: f64,
        /// Nominal rate, % a year.
        rate_percent: f64,
        /// Length, years, grace included.
        years: f64,
        /// Months at the start in which interest alone is paid.
        grace_months: f64,
        /// How the principal is paid back.
        repayment: Repayment,
    },
    /// An operating lease: its payments are costs for the tax, and the lessor writes the plant off.
    Lease {
        /// First payment, % of the price less the grant.
        initial_percent: f64,
        /// Purchase at the end, % of the price less the grant.
        buyout_percent: f64,
        /// Nominal rate, % a year.
        rate_percent: f64,
        /// Length, years.
        years: f64,
    },
}

impl Funding {
    /// A usual loan.
    #[must_use]
    pub fn loan() -> Self {
        Self::Loan {
            share_percent: LOAN_PERCENT.default,
            rate_percent: RATE_PERCENT.default,
            years: FUNDING_YEARS.default,
            grace_months: GRACE_MONTHS.default,
            repayment: Repayment::EqualInstalments,
        }
    }

    /// A usual lease.
    #[must_use]
    pub fn lease() -> Self {
        Self::Lease {
            initial_percent: INITIAL_PERCENT.default,
            buyout_percent: BUYOUT_PERCENT.default,
            rate_percent: RATE_PERCENT.default,
            years: FUNDING_YEARS.default,
        }
    }
}

/// How the plant is written off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WriteOff {
    /// The same share of the price every year.
    #[default]
    StraightLine,
    /// At once up to a limit.
    OneOff,
}

/// Prices, funding, tax and outlook.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FirmMoney {
    /// Price of all modules with everything around them, zł.
    pub pv_net_pln: Option<f64>,
    /// Price of all batteries, zł.
    pub battery_net_pln: Option<f64>,
    /// Grant, zł.
    pub grant_pln: f64,
    /// Where the money comes from.
    pub funding: Funding,
    /// Form of the income tax; none for no tax at all, as of a municipality.
    pub tax: Option<TaxForm>,
    /// Taxable income of a year without the plant, zł; none for enough to use every cost.
    pub other_income_pln: Option<f64>,
    /// How the plant is written off.
    pub write_off: WriteOff,
    /// Share of the price that is written off in a year, %.
    pub depreciation_percent: Option<f64>,
    /// Most that is written off at once, zł.
    pub one_off_pln: Option<f64>,
    /// Nominal discount rate, % a year.
    pub discount_percent: Option<f64>,
    /// Inflation, % a year.
    pub inflation_percent: Option<f64>,
    /// Rate at which gains are put out, % a year.
    pub reinvestment_percent: Option<f64>,
    /// Growth of the price of bought energy above inflation, % a year.
    pub energy_growth_percent: Option<f64>,
    /// Growth of the value of energy fed in above inflation, % a year.
    pub export_growth_percent: Option<f64>,
    /// Worth of the plant at the end, % of its price.
    pub residual_percent: Option<f64>,
}

impl FirmMoney {
    pub(super) fn check(&self, checks: &mut Checks) {
        let optional = [
            (&FIRM_PV_PLN, self.pv_net_pln),
            (&FIRM_BATTERY_PLN, self.battery_net_pln),
            (&OTHER_INCOME_PLN, self.other_income_pln),
            (&DEPRECIATION_PERCENT, self.depreciation_percent),
            (&ONE_OFF_PLN, self.one_off_pln),
            (&FIRM_DISCOUNT_PERCENT, self.discount_percent),
            (&INFLATION_PERCENT, self.inflation_percent),
            (&REINVESTMENT_PERCENT, self.reinvestment_percent),
            (&FIRM_ENERGY_GROWTH, self.energy_growth_percent),
            (&FIRM_EXPORT_GROWTH, self.export_growth_percent),
            (&RESIDUAL_PERCENT, self.residual_percent),
        ];
        optional.into_iter().for_each(|(field, value)| checks.told("", field, value));
        checks.number("", &FIRM_GRANT_PLN, self.grant_pln);
        match self.funding {
            Funding::Own => {}
            Funding::Loan { share_percent, rate_percent, years, grace_months, repayment: _ } => {
                let told = [
                    (&LOAN_PERCENT, share_percent),
                    (&RATE_PERCENT, rate_percent),
                    (&FUNDING_YEARS, years),
                    (&GRACE_MONTHS, grace_months),
                ];
                told.into_iter().for_each(|(field, value)| checks.number("", field, value));
            }
            Funding::Lease { initial_percent, buyout_percent, rate_percent, years } => {
                let told = [
                    (&INITIAL_PERCENT, initial_percent),
                    (&BUYOUT_PERCENT, buyout_percent),
                    (&RATE_PERCENT, rate_percent),
                    (&FUNDING_YEARS, years),
                ];
                told.into_iter().for_each(|(field, value)| checks.number("", field, value));
            }
        }
    }
}
