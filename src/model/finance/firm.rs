//! Whether a plant pays for a firm: before VAT, in money of each year, with loan or lease, depreciation and income tax.
//!
//! Unlike a home's appraisal the flows are nominal, since instalments and depreciation do not follow prices: savings and
//! upkeep are given in prices of the modelled year and grow with inflation from the second year on, and the discount rate
//! is nominal.

use super::{
    coverage::{debt_service_coverage, least},
    financing::{Financing, YearOfDebt},
    income_tax::IncomeTax,
    irr::internal_rate_of_return,
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
    /// Where the money for the price less the grant comes from.
    pub financing: Financing,
    /// Depreciation of each year, of the price less the grant, by whoever owns the plant; missing years have none.
    pub depreciation: Vec<NetPln>,
    /// What the plant is sold for at the end of the last year, in money of that year.
    pub residual: NetPln,
    /// Income tax.
    pub tax: IncomeTax,
    /// Taxable income of each year without the plant.
    pub other_income: NetPln,
}

impl FirmProject {
    /// Price less the grant.
    #[must_use]
    pub fn investment(&self) -> NetPln {
        self.price - NetPln(self.grant.0.clamp(0.0, self.price.0.max(0.0)))
    }
}

/// Money of one year; year 0 is the purchase. Amounts are named by direction and not negative unless noted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FirmYearFlow {
    /// Paid for the plant less the grant.
    pub investment: NetPln,
    /// Lent at the start, or paid by the lessor.
    pub borrowed: NetPln,
    /// Saved and earned; negative where bills rise.
    pub saving: NetPln,
    /// Upkeep, insurance and devices bought again.
    pub upkeep: NetPln,
    /// Interest of the loan.
    pub interest: NetPln,
    /// Principal paid back.
    pub principal: NetPln,
    /// Paid to the lessor; the purchase from him is in its last year.
    pub lease: NetPln,
    /// Sold for at the end.
    pub residual: NetPln,
    /// Written off by the firm, a cost for the tax alone.
    pub depreciation: NetPln,
    /// Income tax that the plant adds, loan or lease included; negative where it saves tax.
    pub tax: NetPln,
    /// The same as if own money had paid all.
    pub tax_without_loan: NetPln,
}

impl FirmYearFlow {
    /// What the loan or lease asks for.
    #[must_use]
    pub fn debt_service(&self) -> NetPln {
        self.interest + self.principal + self.lease
    }

    /// What is there to serve debt with.
    #[must_use]
    pub fn available(&self) -> NetPln {
        self.saving + self.residual - self.upkeep - self.tax
    }

    /// Flow of the plant itself, as if own money paid all.
    #[must_use]
    pub fn of_project(&self) -> NetPln {
        self.saving + self.residual - self.investment - self.upkeep - self.tax_without_loan
    }

    /// Flow of the owner's own money.
    #[must_use]
    pub fn of_owner(&self) -> NetPln {
        self.available() + self.borrowed - self.investment - self.debt_service()
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
    /// Years until nothing is owed; none where that never happens, or nothing is bought.
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
    /// The owner's own money, with the loan or lease.
    pub owner: Measures,
    /// Money available over debt service in each year from the first; none in years without any.
    pub coverage: Vec<Option<f64>>,
    /// The least of them.
    pub least_coverage: Option<f64>,
}

/// The cash flow of a firm's plant and what it amounts to.
///
/// More saved is less cost and so more taxable income; upkeep, interest, lease payments and depreciation lower it. What
/// is paid to the lessor at the start is a cost of the first year. At the end the plant is sold: what is not written off
/// by then is a cost against the price. Taxes of the year fall in the year. VAT is no part: a firm deducts it.
#[must_use]
pub fn appraise(project: &FirmProject) -> FirmAppraisal {
    let years = year_flows(project);
    let available: Vec<NetPln> = years.iter().skip(1).map(FirmYearFlow::available).collect();
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

/// Net present value of the owner's own money: the part of [`appraise`] that a search needs.
#[must_use]
pub fn owner_value(project: &FirmProject) -> NetPln {
    let flows: Vec<NetPln> = year_flows(project).iter().map(FirmYearFlow::of_owner).collect();
    net_present_value(&flows, project.discount_rate)
}

/// Money of every year from 0 to the horizon.
#[must_use]
pub fn year_flows(project: &FirmProject) -> Vec<FirmYearFlow> {
    let investment = project.investment();
    let horizon = project.savings.len();
    let debt = project.financing.years(horizon);
    let owned = debt.owned_depreciation.as_deref().unwrap_or(&project.depreciation);
    let initial = debt.first.lease;
    let mut years = vec![FirmYearFlow {
        investment,
        borrowed: project.financing.borrowed(investment),
        lease: initial,
        ..FirmYearFlow::default()
    }];
    // Of the owner: what he bought less what he wrote off so far.
    let mut books = (investment, debt.bought.unwrap_or(investment));
    let mut prices = 1.0;
    for (index, &saving) in project.savings.iter().enumerate() {
        let (saving, upkeep) = (saving * prices, amount(&project.upkeep, index) * prices);
        prices *= 1.0 + project.inflation;
        let YearOfDebt { interest, principal, lease } = debt.later.get(index).copied().unwrap_or_default();
        let (of_plant, depreciation) = (amount(&project.depreciation, index), amount(owned, index));
        books = (books.0 - of_plant, books.1 - depreciation);
        let is_last = index + 1 == horizon;
        let residual = if is_last { project.residual } else { NetPln::ZERO };
        let gain = |book: NetPln| if is_last { residual - NetPln(book.0.max(0.0)) } else { NetPln::ZERO };
        let income = saving - upkeep;
        // The purchase from the lessor is no cost of its year: it is written off.
        let bought = if index + 1 == debt.ends { debt.bought.unwrap_or(NetPln::ZERO) } else { NetPln::ZERO };
        let paid_to_lessor = lease - bought + if index == 0 { initial } else { NetPln::ZERO };
        let owner_income = income - interest - paid_to_lessor - depreciation + gain(books.1);
        years.push(FirmYearFlow {
            saving,
            upkeep,
            interest,
            principal,
            lease,
            residual,
            depreciation,
            tax: project.tax.change(project.other_income, owner_income),
            tax_without_loan: project.tax.change(project.other_income, income - of_plant + gain(books.0)),
            ..FirmYearFlow::default()
        });
    }
    years
}

fn amount(years: &[NetPln], index: usize) -> NetPln {
    years.get(index).copied().unwrap_or(NetPln::ZERO)
}

fn measures(project: &FirmProject, flows: Vec<NetPln>) -> Measures {
    let rate = project.discount_rate;
    let bought = project.price > NetPln::ZERO;
    Measures {
        net_present_value: net_present_value(&flows, rate),
        internal_rate_of_return: internal_rate_of_return(&flows),
        modified_rate_of_return: modified_rate_of_return(&flows, rate, project.reinvestment_rate),
        payback_years: payback::simple(&flows).filter(|_| bought),
        discounted_payback_years: payback::discounted(&flows, rate).filter(|_| bought),
        flows,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::finance::{
        depreciation::Depreciation,
        financing::Leasing,
        lease::Lease,
        loan::{Loan, Repayment},
    };
    use proptest::prelude::*;

    fn three_years() -> FirmProject {
        let loan = Loan {
            periods: 2,
            periods_per_year: 1,
            repayment: Repayment::EqualPrincipal,
            ..Loan::monthly(NetPln(500.0), 0.1, 2)
        };
        FirmProject {
            price: NetPln(1000.0),
            grant: NetPln::ZERO,
            savings: vec![NetPln(600.0); 3],
            upkeep: vec![NetPln(100.0); 3],
            inflation: 0.1,
            discount_rate: 0.08,
            reinvestment_rate: 0.03,
            financing: Financing::Loan(loan),
            depreciation: vec![NetPln(500.0); 2],
            residual: NetPln::ZERO,
            tax: IncomeTax::Flat { rate: 0.2 },
            other_income: NetPln(10_000.0),
        }
    }

    fn assert_flows(flows: &[NetPln], expected: &[f64]) {
        assert_eq!(flows.len(), expected.len());
        for (flow, &expected) in flows.iter().zip(expected) {
            assert!(flow.approx_eq(NetPln(expected), 1e-9), "{flow:?}, expected {expected}");
        }
    }

    #[test]
    fn three_years_by_hand() {
        // 1,000 of which 500 lent at 10 %, paid back in two yearly parts of 250; saving 600, upkeep 100 with 10 %
        // inflation; 1,000 written off over two years; tax 20 % of ample other income.
        let project = three_years();
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
    #[test]
    fn a_lease_by_hand() {
        // 1,000: 100 at the start, 24 instalments without interest for 1,000 - 100 - 60 = 840, so 420 a year, and 60 for
        // the purchase with the last. The purchase is written off at once in the third year.
        let lease = Lease {
            price: NetPln(1000.0),
            initial: NetPln(100.0),
            buyout: NetPln(60.0),
            nominal_annual_rate: 0.0,
            months: 24,
        };
        let at_once = Depreciation::OneOff { limit: NetPln(1000.0), rate: 0.1 };
        let project =
            FirmProject { inflation: 0.0, financing: Financing::Lease(Leasing::new(lease, at_once)), ..three_years() };
        let found = appraise(&project);
        // Year 1: 500; income 500 - 420 - 100 = -20, tax -4: 500 + 4 - 420 = 84.
        // Year 2: income 500 - 420 = 80, tax 16: 500 - 16 - 480 = 4. Year 3: income 500 - 60 = 440, tax 88: 412.
        assert_flows(&found.owner.flows, &[-100.0, 84.0, 4.0, 412.0]);
        // As if own money paid all: 500 a year, written off over two years.
        assert_flows(&found.project.flows, &[-1000.0, 500.0, 500.0, 400.0]);
        // 504 ÷ 420 and 484 ÷ 480: the purchase is paid for as well.
        assert!((found.coverage[0].unwrap() - 1.2).abs() < 1e-12);
        assert!((found.coverage[1].unwrap() - 484.0 / 480.0).abs() < 1e-12 && found.coverage[2].is_none());
    }

    #[test]
    fn a_worth_at_the_end_is_taxed_less_what_is_not_written_off() {
        // 1,000, 200 written off in each of three years: 400 are left and sold for 500. Tax 20 % of 100 more income.
        let without = FirmProject { depreciation: vec![NetPln(200.0); 3], ..three_years() };
        let with = FirmProject { residual: NetPln(500.0), ..without.clone() };
        let last = |project: &FirmProject| appraise(project).project.flows[3];
        assert!((last(&with) - last(&without)).approx_eq(NetPln(500.0 * 0.8), 1e-9));
        // 605 - 200 - 400 = 5 of income, tax 1: 604; sold for 500 it is 605 - 200 + 100 = 505, tax 101: 1,004.
        assert!(last(&without).approx_eq(NetPln(604.0), 1e-9) && last(&with).approx_eq(NetPln(1004.0), 1e-9));
    }

    #[test]
    fn nothing_bought_is_nothing() {
        let zeros = vec![NetPln::ZERO; 25];
        let project = FirmProject {
            price: NetPln::ZERO,
            grant: NetPln(100.0),
            savings: zeros.clone(),
            upkeep: zeros,
            depreciation: Vec::new(),
            financing: Financing::Own,
            ..three_years()
        };
        let found = appraise(&project);
        assert_flows(&found.owner.flows, &[0.0; 26]);
        assert_eq!(
            (found.owner.payback_years, found.owner.internal_rate_of_return, found.least_coverage),
            (None, None, None)
        );
    }

    fn any_financing() -> impl Strategy<Value = (f64, f64, usize, u8)> {
        (0.0..0.9, 0.0..0.3, 1_usize..10, 0_u8..3)
    }

    proptest! {
        /// Own money, a loan or a lease at the discount rate are worth the same without tax, when the rate of a year is
        /// paid once a year; and a search sees what the appraisal says.
        #[test]
        fn debt_at_the_discount_rate_changes_no_value((share, rate, years, kind) in any_financing(), saving in -50.0..500.0) {
            let loan = Loan { periods_per_year: 1, ..Loan::monthly(NetPln(1000.0 * share), rate, years) };
            let financing = if kind == 0 { Financing::Own } else { Financing::Loan(loan) };
            let project = FirmProject {
                savings: vec![NetPln(saving); 12],
                discount_rate: rate,
                tax: IncomeTax::NONE,
                financing,
                ..three_years()
            };
            let found = appraise(&project);
            prop_assert!(found.owner.net_present_value.approx_eq(found.project.net_present_value, 1e-6));
            prop_assert!(owner_value(&project).approx_eq(found.owner.net_present_value, 1e-9));
        }

        /// Whatever pays, all amounts are finite, and what is bought is paid for: without interest, tax and savings the
        /// owner pays the price.
        #[test]
        fn the_price_is_paid_whoever_lends((share, _, years, kind) in any_financing(), grant in 0.0..2000.0_f64) {
            let price = NetPln(1000.0 - grant.min(1000.0));
            let financing = match kind {
                0 => Financing::Own,
                1 => Financing::Loan(Loan::monthly(price * share, 0.0, 12 * years)),
                _ => {
                    let lease = Lease {
                        price,
                        initial: price * (share / 2.0),
                        buyout: price * 0.01,
                        nominal_annual_rate: 0.0,
                        months: 12 * years,
                    };
                    Financing::Lease(Leasing::new(lease, Depreciation::StraightLine { rate: 0.1 }))
                }
            };
            let project = FirmProject {
                grant: NetPln(grant),
                savings: vec![NetPln::ZERO; 25],
                upkeep: Vec::new(),
                tax: IncomeTax::NONE,
                financing,
                ..three_years()
            };
            let found = appraise(&project);
            let paid: f64 = found.owner.flows.iter().map(|flow| flow.0).sum();
            prop_assert!((paid + price.0).abs() < 1e-6);
            // With tax and enough other income every złoty paid is a cost of some year.
            let taxed = appraise(&FirmProject {
                tax: IncomeTax::Flat { rate: 0.19 },
                other_income: NetPln(1e6),
                depreciation: Depreciation::StraightLine { rate: 0.05 }.schedule(price, 11),
                ..project
            });
            let tax: f64 = taxed.years.iter().map(|year| year.tax.0).sum();
            prop_assert!((tax + 0.19 * price.0).abs() < 1e-6, "{} of {}", tax, price.0);
        }
    }
}
