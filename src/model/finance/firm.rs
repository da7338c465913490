//! Whether a plant pays for a firm: before VAT, in money of each year, with loan, depreciation and income tax.
//!
//! Unlike a home's appraisal the flows are nominal, since instalments and depreciation do not follow prices: savings and
//! upkeep are given in prices of the modelled year and grow with inflation from the second year on, and the discount rate
//! is nominal.

use super::{
    coverage::{debt_service_coverage, least},
    income_tax::IncomeTax,
    irr::internal_rate_of_return,
    loan::Loan,
    mirr::modified_rate_of_return,
    npv::net_present_value,
    payback,
};
use crate::units::NetPln;

/// Everything the cash flow of a firm depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmProject {
    /// Price of everything bought at the start.
    pub price: NetPln,
    /// Grant, at most the price.
    pub grant: NetPln,
    /// Less paid for energy and more earned with it in each year, in prices of the modelled year, output and courses of
    /// prices included. Its length is the horizon.
    pub savings: Vec<NetPln>,
    /// Upkeep, insurance and devices bought again in each year, in prices of the modelled year; missing years cost nothing.
    pub upkeep: Vec<NetPln>,
    /// Inflation a year: 0.025 for 2.5 %.
    pub inflation: f64,
    /// Nominal discount rate a year.
    pub discount_rate: f64,
    /// Rate a year at which gains are put out, for the modified rate of return.
    pub reinvestment_rate: f64,
    /// Loan for a part of the price; none where own money pays all.
    pub loan: Option<Loan<NetPln>>,
    /// Depreciation of each year, of the price less the grant; missing years have none.
    pub depreciation: Vec<NetPln>,
    /// Income tax.
    pub tax: IncomeTax,
    /// Taxable income of each year without the plant.
    pub other_income: NetPln,
}

/// Money of one year; year 0 is the purchase. Amounts are named by direction and not negative unless noted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FirmYearFlow {
    /// Paid for the plant less the grant.
    pub investment: NetPln,
    /// Lent at the start.
    pub borrowed: NetPln,
    /// Saved and earned; negative where bills rise.
    pub saving: NetPln,
    /// Upkeep, insurance and devices bought again.
    pub upkeep: NetPln,
    /// Interest of the loan.
    pub interest: NetPln,
    /// Principal paid back.
    pub principal: NetPln,
    /// Written off, a cost for the tax alone.
    pub depreciation: NetPln,
    /// Income tax that the plant adds, loan included; negative where it saves tax.
    pub tax: NetPln,
    /// The same as if own money had paid all.
    pub tax_without_loan: NetPln,
}

impl FirmYearFlow {
    /// What the loan asks for.
    #[must_use]
    pub fn debt_service(&self) -> NetPln {
        self.interest + self.principal
    }

    /// Flow of the plant itself, as if own money paid all.
    #[must_use]
    pub fn of_project(&self) -> NetPln {
        self.saving - self.investment - self.upkeep - self.tax_without_loan
    }

    /// Flow of the owner's own money.
    #[must_use]
    pub fn of_owner(&self) -> NetPln {
        self.saving + self.borrowed - self.investment - self.upkeep - self.debt_service() - self.tax
    }
}

/// Measures of one series of flows.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    /// Flow of each year from 0.
    pub flows: Vec<NetPln>,
    /// Value today of all flows.
    pub net_present_value: NetPln,
    /// Nominal rate at which they are worth nothing; none where there is no such rate.
    pub internal_rate_of_return: Option<f64>,
    /// Modified rate of return, costs financed at the discount rate.
    pub modified_rate_of_return: Option<f64>,
    /// Years until nothing is owed; none where that never happens.
    pub payback_years: Option<f64>,
    /// The same with discounted flows.
    pub discounted_payback_years: Option<f64>,
}

/// The money of a firm's plant and what it amounts to.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmAppraisal {
    /// Year 0 to the horizon.
    pub years: Vec<FirmYearFlow>,
    /// The plant itself, as if own money paid all.
    pub project: Measures,
    /// The owner's own money, with the loan.
    pub owner: Measures,
    /// Money available over debt service in each year from the first; none in years without a loan.
    pub coverage: Vec<Option<f64>>,
    /// The least of them.
    pub least_coverage: Option<f64>,
}

/// The cash flow of a firm's plant and what it amounts to.
///
/// More saved is less cost and so more taxable income; upkeep, interest and depreciation lower it. Taxes of the year fall
/// in the year. VAT is no part: a firm deducts it.
#[must_use]
pub fn appraise(project: &FirmProject) -> FirmAppraisal {
    let investment = project.price - NetPln(project.grant.0.clamp(0.0, project.price.0.max(0.0)));
    let loan = project.loan.as_ref().map(Loan::years).unwrap_or_default();
    let mut years = vec![FirmYearFlow {
        investment,
        borrowed: project.loan.map_or(NetPln::ZERO, |loan| loan.principal),
        ..FirmYearFlow::default()
    }];
    let mut prices = 1.0;
    for (index, &saving) in project.savings.iter().enumerate() {
        let (saving, upkeep) = (saving * prices, amount(&project.upkeep, index) * prices);
        prices *= 1.0 + project.inflation;
        let service = loan.get(index).copied().unwrap_or_default();
        let depreciation = amount(&project.depreciation, index);
        let income = saving - upkeep - depreciation;
        years.push(FirmYearFlow {
            saving,
            upkeep,
            interest: service.interest,
            principal: service.principal,
            depreciation,
            tax: project.tax.change(project.other_income, income - service.interest),
            tax_without_loan: project.tax.change(project.other_income, income),
            ..FirmYearFlow::default()
        });
    }
    let available: Vec<NetPln> = years.iter().skip(1).map(|year| year.saving - year.upkeep - year.tax).collect();
    let service: Vec<NetPln> = years.iter().skip(1).map(FirmYearFlow::debt_service).collect();
    let coverage = debt_service_coverage(&available, &service);
    FirmAppraisal {
        project: measures(project, years.iter().map(FirmYearFlow::of_project).collect()),
        owner: measures(project, years.iter().map(FirmYearFlow::of_owner).collect()),
        least_coverage: least(&coverage),
        coverage,
        years,
    }
}

fn amount(years: &[NetPln], index: usize) -> NetPln {
    years.get(index).copied().unwrap_or(NetPln::ZERO)
}

fn measures(project: &FirmProject, flows: Vec<NetPln>) -> Measures {
    let rate = project.discount_rate;
    Measures {
        net_present_value: net_present_value(&flows, rate),
        internal_rate_of_return: internal_rate_of_return(&flows),
        modified_rate_of_return: modified_rate_of_return(&flows, rate, project.reinvestment_rate),
        payback_years: payback::simple(&flows),
        discounted_payback_years: payback::discounted(&flows, rate),
        flows,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_years_by_hand() {
        // 1,000 of which 500 lent at 10 %, paid back in two yearly parts of 250; saving 600, upkeep 100 with 10 %
        // inflation; 1,000 written off over two years; tax 20 % of ample other income.
        let loan = Loan {
            periods: 2,
            periods_per_year: 1,
            repayment: super::super::loan::Repayment::EqualPrincipal,
            ..Loan::monthly(NetPln(500.0), 0.1, 2)
        };
        let project = FirmProject {
            price: NetPln(1000.0),
            grant: NetPln::ZERO,
            savings: vec![NetPln(600.0); 3],
            upkeep: vec![NetPln(100.0); 3],
            inflation: 0.1,
            discount_rate: 0.08,
            reinvestment_rate: 0.03,
            loan: Some(loan),
            depreciation: vec![NetPln(500.0); 2],
            tax: IncomeTax::Flat { rate: 0.2 },
            other_income: NetPln(10_000.0),
        };
        let found = appraise(&project);
        // Year 1: 600 - 100 = 500; income 500 - 50 - 500 = -50, tax -10; service 300: 210. Without loan: 500, no tax.
        // Year 2: 660 - 110 = 550; income 550 - 25 - 500 = 25, tax 5; service 275: 270. Without loan: 550 - 10.
        // Year 3: 726 - 121 = 605, tax 121: 484 for both.
        for (flows, expected) in [
            (&found.owner.flows, [-500.0, 210.0, 270.0, 484.0]),
            (&found.project.flows, [-1000.0, 500.0, 540.0, 484.0]),
        ] {
            for (flow, expected) in flows.iter().zip(expected) {
                assert!(flow.approx_eq(NetPln(expected), 1e-9), "{flow:?}, expected {expected}");
            }
        }
        // 510 ÷ 300 and 545 ÷ 275.
        assert!((found.coverage[0].unwrap() - 1.7).abs() < 1e-12);
        assert!((found.coverage[1].unwrap() - 545.0 / 275.0).abs() < 1e-12 && found.coverage[2].is_none());
        assert!((found.least_coverage.unwrap() - 1.7).abs() < 1e-12);
    }
}
