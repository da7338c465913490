//! The bill of a firm: energy by contract, network by zone and contracted power, capacity charge by the shape of days.
//!
//! All lines are before VAT, which stands apart. Import and export are the balances of each hour over all phases; nothing
//! is rounded. Reactive power is left out: no meter reading of it is asked for.
//!
//! # Sources
//! Tariffs of the operators, row by row in the tables; the acts stand with each part.

pub mod contract;
pub mod excess;
pub mod line;
pub mod sale;
mod year;

use super::{
    PriceYear,
    capacity_charge::{CapacityMonth, CapacityYear, Connection, capacity_charge},
    deposit::{self, DepositMonth},
};
use crate::{
    rules::scheme::NetBilling,
    units::{GrossPln, Kw, Kwh, NetPln, Series, VatRate},
};
use contract::EnergyContract;
use line::{FirmLine, FirmLines};
use sale::{SaleMonth, SaleTerms, sell};

pub use year::FirmTariffYear;

/// How energy fed into the grid is settled.
#[derive(Clone, Debug, PartialEq)]
pub enum FirmExport {
    /// Export earns nothing.
    None,
    /// A prosumer (up to 50 kW): the deposit of net-billing pays energy.
    Prosumer {
        /// Parameters in force.
        terms: NetBilling,
        /// Value of a kWh in every hour.
        prices: PriceYear,
    },
    /// A producer: energy is sold hour by hour.
    Producer {
        /// The contract of sale.
        terms: SaleTerms,
        /// RCE of every hour, zł/MWh; may be negative.
        market_pln_per_mwh: Vec<f64>,
    },
}

/// Everything about a firm's bill that does not change with its flows.
#[derive(Clone, Debug)]
pub struct FirmPrepared {
    /// Distribution and national charges over the year.
    pub tariff: FirmTariffYear,
    /// Contracted power (moc umowna).
    pub contracted: Kw,
    /// Contract for energy.
    pub energy: EnergyContract,
    /// Settlement of what is fed in.
    pub export: FirmExport,
}

/// The bill of one month; amounts are before VAT unless their type says otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmMonth {
    /// Energy bought, by zone in the order of the tariff.
    pub import_by_zone: Vec<Kwh>,
    /// What it costs by zone.
    pub energy_by_zone: Vec<NetPln>,
    /// Variable network charge by zone.
    pub network_by_zone: Vec<NetPln>,
    /// Energy fed in, before a producer holds any of it back.
    pub export: Kwh,
    /// Greatest power taken.
    pub peak: Kw,
    /// Sum of the excesses over contracted power that are charged.
    pub excess: Kw,
    /// Shape of its days.
    pub capacity: CapacityMonth,
    /// Amounts by line.
    pub lines: FirmLines,
    /// Rate of VAT on all lines.
    pub vat_rate: VatRate,
    /// The deposit; all zero but for a prosumer.
    pub deposit: DepositMonth,
    /// What was sold; all zero but for a producer.
    pub sale: SaleMonth,
}

impl FirmMonth {
    /// Energy bought.
    #[must_use]
    pub fn import(&self) -> Kwh {
        self.import_by_zone.iter().copied().sum()
    }

    /// Sum of the lines.
    #[must_use]
    pub fn total_net(&self) -> NetPln {
        self.lines.total()
    }

    /// VAT on the lines.
    #[must_use]
    pub fn vat(&self) -> GrossPln {
        GrossPln(self.total_net().0 * self.vat_rate.0)
    }

    /// Sum of the lines with VAT.
    #[must_use]
    pub fn total_gross(&self) -> GrossPln {
        self.total_net().with_vat(self.vat_rate)
    }

    /// What is left to pay to the seller after the deposit has paid its part.
    #[must_use]
    pub fn due_gross(&self) -> GrossPln {
        self.total_gross() - self.deposit.used
    }

    /// What the month costs a firm that deducts VAT: the lines, less payments from the deposit, its refunds, and revenue.
    ///
    /// The deposit pays an amount with VAT while the VAT of the whole invoice is deducted, so that its zloty counts in
    /// full: a reading, the practice of tax offices was not checked.
    #[must_use]
    pub fn cost_net(&self) -> NetPln {
        let deposit_pln = self.deposit.used.0 + self.deposit.refunded.0;
        self.total_net() - NetPln(deposit_pln) - self.sale.revenue
    }
}

/// The bills of twelve months.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmBill {
    /// January to December.
    pub months: Vec<FirmMonth>,
}

impl FirmBill {
    /// The year's amounts by line.
    #[must_use]
    pub fn lines(&self) -> FirmLines {
        let mut sum = FirmLines::default();
        self.months.iter().for_each(|month| sum += month.lines);
        sum
    }

    /// The year's total before VAT.
    #[must_use]
    pub fn total_net(&self) -> NetPln {
        self.months.iter().map(FirmMonth::total_net).sum()
    }

    /// The year's total with VAT.
    #[must_use]
    pub fn total_gross(&self) -> GrossPln {
        self.months.iter().map(FirmMonth::total_gross).sum()
    }

    /// What the year costs a firm that deducts VAT: see [`FirmMonth::cost_net`].
    #[must_use]
    pub fn cost_net(&self) -> NetPln {
        self.months.iter().map(FirmMonth::cost_net).sum()
    }

    /// The deposit over the year: sums, and the balance at its end.
    #[must_use]
    pub fn deposit(&self) -> DepositMonth {
        let mut sum = DepositMonth::default();
        self.months.iter().for_each(|month| sum.add(&month.deposit));
        sum
    }

    /// What was sold over the year.
    #[must_use]
    pub fn sale(&self) -> SaleMonth {
        let mut sum = SaleMonth::default();
        self.months.iter().for_each(|month| sum.add(&month.sale));
        sum
    }
}

/// Two years with the same flows and prices.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmSettlement {
    /// Months 1 to 12: the deposit starts empty.
    pub first: FirmBill,
    /// Months 13 to 24: the deposit carries credits over, as in every later year.
    pub steady: FirmBill,
    /// Shape of every day and its capacity charge, the same in both years.
    pub capacity: CapacityYear,
}

/// Settles two equal years of hourly import and export.
///
/// `peaks` is the greatest power of each hour where it is known better than as the hour's mean: meters charge the largest
/// quarter-hour of the hour. Hours that a shorter series lacks count as zero.
#[must_use]
pub fn settle_firm(
    prepared: &FirmPrepared,
    import: &Series<Kwh>,
    export: &Series<Kwh>,
    peaks: Option<&Series<Kw>>,
) -> FirmSettlement {
    let tariff = &prepared.tariff;
    let connection = Connection { voltage: tariff.months[0].voltage, contracted: prepared.contracted };
    let rules = std::array::from_fn(|month| tariff.months[month].capacity.clone());
    let capacity = capacity_charge(&rules, connection, import, &tariff.calendar);
    let peaks_kw = peaks.map_or(import.raw(), Series::raw);
    let months: Vec<FirmMonth> = (0..12)
        .map(|month| month_bill(prepared, month, import.raw(), export.raw(), peaks_kw, capacity.months[month]))
        .collect();
    let mut settlement =
        FirmSettlement { first: FirmBill { months: months.clone() }, steady: FirmBill { months }, capacity };
    if let FirmExport::Prosumer { terms, prices } = &prepared.export {
        let bills = &settlement.first.months;
        let value = |month| NetPln(tariff.product(month, export.raw(), prices.pln_per_kwh()));
        let pays = |month: usize| {
            let FirmMonth { lines, vat_rate, .. } = &bills[month];
            (lines[FirmLine::Energy] + lines[FirmLine::Excise]).with_vat(*vat_rate)
        };
        let account = deposit::net_billing(&std::array::from_fn(value), &std::array::from_fn(pays), terms);
        let bills = settlement.first.months.iter_mut().chain(&mut settlement.steady.months);
        bills.zip(account).for_each(|(bill, deposit)| bill.deposit = deposit);
    }
    settlement
}

/// The bill of a month, without the deposit.
fn month_bill(
    prepared: &FirmPrepared,
    month: usize,
    import_kwh: &[f64],
    export_kwh: &[f64],
    peaks_kw: &[f64],
    capacity: CapacityMonth,
) -> FirmMonth {
    let year = &prepared.tariff;
    let tariff = &year.months[month];
    let kwh_by_zone = year.by_zone(month, import_kwh);
    let energy_by_zone = prepared.energy.cost_by_zone(year, month, import_kwh, &kwh_by_zone);
    let import_by_zone: Vec<Kwh> = kwh_by_zone.into_iter().map(Kwh).collect();
    let network_by_zone: Vec<NetPln> =
        tariff.zones.iter().zip(&import_by_zone).map(|(zone, &kwh)| kwh * zone.network_variable).collect();
    let import: Kwh = import_by_zone.iter().copied().sum();
    let peaks_kw = year.month(month, peaks_kw);
    let excess = excess::charged(peaks_kw, prepared.contracted, tariff.excess_hours);
    let mut lines = FirmLines::default();
    lines[FirmLine::Energy] = energy_by_zone.iter().copied().sum();
    if !prepared.energy.excise_inside {
        lines[FirmLine::Excise] = import * tariff.excise;
    }
    lines[FirmLine::TradeFee] = prepared.energy.monthly_fee;
    lines[FirmLine::NetworkVariable] = network_by_zone.iter().copied().sum();
    lines[FirmLine::Quality] = import * tariff.quality;
    lines[FirmLine::Oze] = import * tariff.oze;
    lines[FirmLine::Cogeneration] = import * tariff.cogeneration;
    lines[FirmLine::NetworkFixed] = NetPln(tariff.network_fixed_pln_per_kw * prepared.contracted.0);
    lines[FirmLine::Subscription] = tariff.subscription;
    lines[FirmLine::Capacity] = capacity.charge;
    lines[FirmLine::ExcessPower] = NetPln(tariff.network_fixed_pln_per_kw * excess.0);
    let export_kwh = year.month(month, export_kwh);
    let sale = match &prepared.export {
        FirmExport::Producer { terms, market_pln_per_mwh } => {
            sell(export_kwh, year.month(month, market_pln_per_mwh), terms)
        }
        FirmExport::None | FirmExport::Prosumer { .. } => SaleMonth::default(),
    };
    FirmMonth {
        import_by_zone,
        energy_by_zone,
        network_by_zone,
        export: Kwh(export_kwh.iter().sum()),
        peak: Kw(peaks_kw.iter().copied().fold(0.0, f64::max)),
        excess,
        capacity,
        lines,
        vat_rate: tariff.vat,
        deposit: DepositMonth::default(),
        sale,
    }
}
