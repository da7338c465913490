//! Where the money for a plant comes from, and what it asks for in each year.

use super::{depreciation::Depreciation, lease::Lease, loan::Loan};
use crate::units::NetPln;

/// An operating lease: its payments are costs for the tax, the lessor writes the plant off.
#[derive(Clone, Debug, PartialEq)]
pub struct Leasing {
    /// The contract.
    pub lease: Lease<NetPln>,
    /// How the plant is written off once it is bought from the lessor, from the following year on.
    pub afterwards: Depreciation,
}

impl Leasing {
    /// A lease and what follows it.
    #[must_use]
    pub fn new(lease: Lease<NetPln>, afterwards: Depreciation) -> Self {
        Self { lease, afterwards }
    }

    /// Years that the lease touches.
    fn length(&self) -> usize {
        self.lease.months.div_ceil(12)
    }

    /// Written off by the firm in each year from the first: nothing during the lease.
    fn depreciation(&self) -> Vec<NetPln> {
        let mut amounts = vec![NetPln::ZERO; self.length()];
        amounts.extend(self.afterwards.schedule(self.lease.buyout, 12));
        amounts
    }
}

/// Where the money comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Financing {
    /// Own money.
    Own,
    /// A loan for a part of the price.
    Loan(Loan<NetPln>),
    /// An operating lease of the whole plant, no longer than the horizon.
    Lease(Leasing),
}

/// What the money asks for in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct YearOfDebt {
    /// Interest of a loan.
    pub interest: NetPln,
    /// Principal paid back.
    pub principal: NetPln,
    /// Paid to the lessor, the purchase with the last instalment.
    pub lease: NetPln,
}

/// What the money asks for over the years.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Debt {
    /// At the start.
    pub first: YearOfDebt,
    /// From the first year on; later years ask for nothing.
    pub later: Vec<YearOfDebt>,
    /// The year (from 1) in which a lease ends; 0 for none.
    pub ends: usize,
    /// Price of the purchase from a lessor; none where the firm owns the plant from the start.
    pub bought: Option<NetPln>,
    /// What the firm writes off where it is not the whole plant.
    pub owned_depreciation: Option<Vec<NetPln>>,
}

impl Financing {
    /// Lent at the start, or paid by the lessor, for a plant that costs `investment`.
    #[must_use]
    pub fn borrowed(&self, investment: NetPln) -> NetPln {
        match self {
            Self::Own => NetPln::ZERO,
            Self::Loan(loan) => loan.principal,
            Self::Lease(_) => investment,
        }
    }

    /// Payments of the first twelve months, after what is paid at the start.
    #[must_use]
    pub fn first_months(&self) -> [NetPln; 12] {
        let payments: Vec<NetPln> = match self {
            Self::Own => Vec::new(),
            Self::Loan(loan) => loan.schedule().iter().take(12).map(super::loan::Instalment::payment).collect(),
            Self::Lease(leasing) => leasing.lease.payments().into_iter().skip(1).take(12).collect(),
        };
        std::array::from_fn(|month| payments.get(month).copied().unwrap_or(NetPln::ZERO))
    }

    /// What is asked for in each of at most `horizon` years.
    pub(super) fn years(&self, horizon: usize) -> Debt {
        match self {
            Self::Own => Debt::default(),
            Self::Loan(loan) => {
                let of_year = |year: super::loan::Instalment<NetPln>| YearOfDebt {
                    interest: year.interest,
                    principal: year.principal,
                    lease: NetPln::ZERO,
                };
                Debt { later: loan.years().into_iter().take(horizon).map(of_year).collect(), ..Debt::default() }
            }
            Self::Lease(leasing) => {
                let payments = leasing.lease.payments();
                let (initial, instalments) =
                    payments.split_first().map_or((NetPln::ZERO, &[][..]), |(i, rest)| (*i, rest));
                let of_lease = |lease| YearOfDebt { lease, ..YearOfDebt::default() };
                Debt {
                    first: of_lease(initial),
                    later: instalments.chunks(12).map(|year| of_lease(year.iter().copied().sum())).collect(),
                    ends: leasing.length(),
                    bought: Some(leasing.lease.buyout),
                    owned_depreciation: Some(leasing.depreciation()),
                }
            }
        }
    }
}
