//! Settlement: hourly flows at the meter, a tariff and a scheme give the bill of a year, line by line.
//!
//! Import and export are the balances of each hour over all phases (saldowanie godzinowe); the two are never both
//! above zero in an hour, but for a share of a plant elsewhere, whose feed-in is measured there. Nothing is rounded here: a bill on paper rounds every line, so round at the edge.
//! Energy and all charges of households bear VAT; a line is kept before VAT and the total is taxed.
//!
//! # Sources
//! Act on renewable energy sources, art. 4 to 4c; tariffs of the operators and sellers, row by row in the tables.

pub mod capacity_charge;
mod consumption;
pub mod deposit;
pub mod dynamic;
pub mod firm;
pub mod line;
mod meter;
pub mod net_metering;
mod sum;
mod year;

use crate::{
    rules::{
        scheme::{NetBilling, NetMetering, TenantBilling},
        tariff::{MAX_ZONES, Tariff},
    },
    units::{GrossPln, Kwh, NetPln, NetPlnPerKwh, Series, VatRate},
};
use deposit::DepositMonth;
use line::{Line, Lines};
use net_metering::CreditMonth;

pub use consumption::consumption_for_bill;
pub use meter::{MeterYear, Run};
pub use year::{PriceYear, TariffYear, market_price};

/// How energy fed into the grid is settled.
#[derive(Clone, Debug)]
pub enum Scheme {
    /// Export earns nothing.
    None,
    /// Export is valued hour by hour and credited to the prosumer deposit.
    NetBilling {
        /// Parameters in force.
        terms: NetBilling,
        /// Value of a kWh in every hour.
        prices: PriceYear,
    },
    /// Part of the export is taken back later, kWh for kWh (opusty).
    NetMetering(NetMetering),
    /// As net-billing, and what is left of the deposit is paid out (prosument lokatorski).
    Tenant {
        /// Parameters in force.
        terms: TenantBilling,
        /// Value of a kWh in every hour.
        prices: PriceYear,
    },
}

/// Everything that does not change from one design to the next.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// Tariff over the year.
    pub tariff: TariffYear,
    /// Scheme with its prices.
    pub scheme: Scheme,
}

/// The bill of one month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthBill {
    /// Energy bought.
    pub import: Kwh,
    /// Energy fed in.
    pub export: Kwh,
    /// Energy bought by zone, in the order of the tariff's zones.
    pub import_by_zone: [Kwh; MAX_ZONES],
    /// The part of it taken back from the energy account, by zone; it pays no energy and no charge by kWh.
    pub settled_by_zone: [Kwh; MAX_ZONES],
    /// Amounts before VAT.
    pub lines: Lines,
    /// Rate of VAT on all lines.
    pub vat_rate: VatRate,
    /// The deposit; all zero in a scheme without one.
    pub deposit: DepositMonth,
    /// The energy account; all zero in a scheme without one.
    pub credit: CreditMonth,
}

impl MonthBill {
    /// Sum of the lines before VAT.
    #[must_use]
    pub fn total_net(&self) -> NetPln {
        self.lines.total()
    }

    /// Sum of the lines with VAT.
    #[must_use]
    pub fn total_gross(&self) -> GrossPln {
        self.total_net().with_vat(self.vat_rate)
    }

    /// VAT in the bill.
    #[must_use]
    pub fn vat(&self) -> GrossPln {
        GrossPln(self.total_net().0 * self.vat_rate.0)
    }

    /// What is left to pay after the deposit has paid its part.
    #[must_use]
    pub fn due_gross(&self) -> GrossPln {
        self.total_gross() - self.deposit.used
    }
}

/// The bills of twelve months.
#[derive(Clone, Debug, PartialEq)]
pub struct Bill {
    /// January to December.
    pub months: [MonthBill; 12],
}

impl Bill {
    /// The year's amounts before VAT, by line.
    #[must_use]
    pub fn lines(&self) -> Lines {
        let mut sum = Lines::default();
        self.months.iter().for_each(|month| sum += month.lines);
        sum
    }

    /// The year's amount of a line with VAT.
    #[must_use]
    pub fn line_gross(&self, line: Line) -> GrossPln {
        self.months.iter().map(|month| month.lines[line].with_vat(month.vat_rate)).sum()
    }

    /// Energy bought in the year.
    #[must_use]
    pub fn import(&self) -> Kwh {
        self.months.iter().map(|month| month.import).sum()
    }

    /// Energy fed in over the year.
    #[must_use]
    pub fn export(&self) -> Kwh {
        self.months.iter().map(|month| month.export).sum()
    }

    /// The year's total before VAT.
    #[must_use]
    pub fn total_net(&self) -> NetPln {
        self.months.iter().map(MonthBill::total_net).sum()
    }

    /// The year's total with VAT, before the deposit pays its part.
    #[must_use]
    pub fn total_gross(&self) -> GrossPln {
        self.months.iter().map(MonthBill::total_gross).sum()
    }

    /// The deposit over the year: sums, and the balance at its end.
    #[must_use]
    pub fn deposit(&self) -> DepositMonth {
        let mut sum = DepositMonth::default();
        self.months.iter().for_each(|month| sum.add(&month.deposit));
        sum
    }

    /// The energy account over the year: sums, and the stock at its end.
    #[must_use]
    pub fn credit(&self) -> CreditMonth {
        let mut sum = CreditMonth::default();
        self.months.iter().for_each(|month| sum.add(&month.credit));
        sum
    }

    /// What the deposit is worth in the year: payments from it and refunds.
    #[must_use]
    pub fn deposit_value(&self) -> GrossPln {
        let deposit = self.deposit();
        deposit.used + deposit.refunded
    }

    /// What the customer pays in the year after the deposit and after refunds.
    #[must_use]
    pub fn cost_after_refund(&self) -> GrossPln {
        self.total_gross() - self.deposit_value()
    }
}

/// Two years with the same flows and prices.
#[derive(Clone, Debug, PartialEq)]
pub struct Settlement {
    /// Months 1 to 12: deposit and energy account start empty.
    pub first: Bill,
    /// Months 13 to 24: the account carries credits over, as in every later year.
    pub steady: Bill,
}

/// Settles two equal years of hourly import and export.
///
/// The series cover the hours of the tariff's calendar; hours that a shorter series lacks count as zero.
#[must_use]
pub fn settle(prepared: &Prepared, import: &Series<Kwh>, export: &Series<Kwh>) -> Settlement {
    settle_meter(prepared, &MeterYear::of(prepared, import, export))
}

/// Settles two equal years from their sums at the meter.
#[must_use]
pub fn settle_meter(prepared: &Prepared, meter: &MeterYear) -> Settlement {
    let tariff = &prepared.tariff;
    let yearly_intake = meter.import.iter().flatten().copied().sum();
    let energy_prices: [_; 12] =
        std::array::from_fn(|month| tariff.energy_prices(month, &meter.import[month], &meter.energy_cost[month]));
    let months: [MonthBill; 12] = std::array::from_fn(|month| {
        let (import_by_zone, prices) = (meter.import[month], &tariff.months[month]);
        MonthBill {
            import: import_by_zone.iter().copied().sum(),
            export: meter.export[month].iter().copied().sum(),
            import_by_zone,
            settled_by_zone: [Kwh::ZERO; MAX_ZONES],
            lines: lines(prices, &import_by_zone, &energy_prices[month], yearly_intake),
            vat_rate: prices.vat,
            deposit: DepositMonth::default(),
            credit: CreditMonth::default(),
        }
    });
    let mut settlement = Settlement { first: Bill { months }, steady: Bill { months } };
    let bills = settlement.first.months.iter_mut().chain(&mut settlement.steady.months);
    match &prepared.scheme {
        Scheme::None => {}
        Scheme::NetBilling { terms, .. } => {
            let account = deposit::net_billing(&meter.export_value, &energy_gross(&months), terms);
            bills.zip(account).for_each(|(bill, deposit)| bill.deposit = deposit);
        }
        Scheme::Tenant { terms, .. } => {
            let account = deposit::tenant(&meter.export_value, &energy_gross(&months), terms);
            bills.zip(account).for_each(|(bill, deposit)| bill.deposit = deposit);
        }
        Scheme::NetMetering(terms) => {
            let account = net_metering::net_metering(tariff, &meter.import, &meter.export, terms);
            for (place, (bill, settled)) in bills.zip(&account).enumerate() {
                let month = place % 12;
                let left = std::array::from_fn(|zone| bill.import_by_zone[zone] - settled.by_zone[zone]);
                bill.lines = lines(&tariff.months[month], &left, &energy_prices[month], yearly_intake);
                bill.settled_by_zone = settled.by_zone;
                bill.credit = settled.credit;
            }
        }
    }
    settlement
}

/// What the deposit may pay in each month.
fn energy_gross(months: &[MonthBill; 12]) -> [GrossPln; 12] {
    months.map(|month| month.lines[Line::Energy].with_vat(month.vat_rate))
}

/// The lines of a month in which `paid_by_zone` is charged by the kWh, its energy at the prices of `energy`.
fn lines(
    tariff: &Tariff,
    paid_by_zone: &[Kwh; MAX_ZONES],
    energy: &[NetPlnPerKwh; MAX_ZONES],
    yearly_intake: Kwh,
) -> Lines {
    let mut lines = Lines::default();
    for ((zone, &kwh), &energy) in tariff.zones.iter().zip(paid_by_zone).zip(energy) {
        lines[Line::Energy] += kwh * energy;
        lines[Line::NetworkVariable] += kwh * zone.network_variable;
        lines[Line::Quality] += kwh * tariff.quality;
        lines[Line::Oze] += kwh * tariff.oze;
        lines[Line::Cogeneration] += kwh * tariff.cogeneration;
    }
    lines[Line::TradeFee] = tariff.trade_fee;
    lines[Line::NetworkFixed] = tariff.network_fixed;
    lines[Line::Subscription] = tariff.subscription;
    lines[Line::Capacity] = tariff.capacity_charge(yearly_intake);
    lines
}
