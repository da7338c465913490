//! From the bills of all meters to the money of a firm: what is bought, what it saves, who pays it, what it is worth.

use super::{
    costs::{Built, FirmCosts},
    outcome::{FirmMoneyOutcome, FirstYearMonth, Sensitivity, SensitivityOf},
    terms::{FirmTerms, OwnPrices, Spread},
};
use crate::{
    model::{
        finance::{
            bought_again,
            financing::{Financing, Leasing},
            firm::{FirmProject, appraise, owner_value},
            lcoe::levelised_cost_net,
            lease::Lease,
            loan::Loan,
        },
        inputs::firm::finance::Funding,
        settlement::firm::{FirmBill, FirmMonth, line::FirmLine},
    },
    order::ascending,
    units::{Kwh, NetPln, NetPlnPerKwh},
};

/// What a year of all meters costs, by their bills; before VAT.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct YearCost {
    /// Cost of each month, revenue and payments of deposits deducted.
    pub months: [NetPln; 12],
    /// Brought in over the year by energy fed in: paid and refunded from deposits, and earned by sale.
    pub from_export: NetPln,
    /// Paid over the year for power alone: contracted, and above it.
    pub for_power: NetPln,
}

impl YearCost {
    /// Adds the bills of several meters up.
    #[must_use]
    pub fn of<'a>(bills: impl IntoIterator<Item = &'a FirmBill>) -> Self {
        let mut year = Self::default();
        for bill in bills {
            for (cost, month) in year.months.iter_mut().zip(&bill.months) {
                *cost += month.cost_net();
                year.from_export += month.total_net() - month.cost_net();
                year.for_power += power(month);
            }
        }
        year
    }

    /// Cost of the whole year.
    #[must_use]
    pub fn total(&self) -> NetPln {
        self.months.iter().copied().sum()
    }
}

fn power(month: &FirmMonth) -> NetPln {
    month.lines[FirmLine::NetworkFixed] + month.lines[FirmLine::ExcessPower]
}

/// The years that a plant is judged by, of all meters together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Years {
    /// Without the plant.
    pub before: YearCost,
    /// The first year with it: deposits start empty.
    pub first: YearCost,
    /// Every later year: deposits carry credits over.
    pub steady: YearCost,
    /// Generated in the first year.
    pub generation: Kwh,
}

/// Prices of what is built, before VAT.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Prices {
    /// Modules with everything around them.
    pub pv: NetPln,
    /// Batteries.
    pub battery: NetPln,
    /// The part of the batteries' price that new ones in their place cost.
    pub battery_again: NetPln,
    /// New inverters.
    pub inverters: NetPln,
}

impl Prices {
    /// Of plant and batteries together.
    #[must_use]
    pub fn total(&self) -> NetPln {
        self.pv + self.battery
    }
}

impl FirmTerms {
    /// Prices of what is built behind all meters. A price that the firm told is that of the sizes in its scenario; other
    /// sizes cost in proportion.
    #[must_use]
    pub fn prices(&self, built: &[Built]) -> Prices {
        self.prices_at(&self.costs, &self.own, built)
    }

    fn prices_at(&self, costs: &FirmCosts, own: &OwnPrices, built: &[Built]) -> Prices {
        let mut prices = Prices::default();
        for meter in built {
            let battery = costs.battery(meter.battery);
            prices.pv += costs.pv(meter);
            prices.battery += battery;
            prices.battery_again += battery * costs.battery_again(meter.battery);
            prices.inverters += costs.inverter(meter.pv.0 / self.system.inverter.dc_ac_ratio);
        }
        if let Some((pln, of)) = own.pv {
            let kwp: f64 = built.iter().map(|meter| meter.pv.0).sum();
            prices.pv = pln * (kwp / of.0);
        }
        if let Some((pln, of)) = own.battery {
            let kwh: f64 = built.iter().map(|meter| meter.battery.0).sum();
            let again = if prices.battery.0 > 0.0 { prices.battery_again.0 / prices.battery.0 } else { 0.0 };
            prices.battery = pln * (kwh / of.0);
            prices.battery_again = prices.battery * again;
        }
        prices
    }

    /// The project of what is built, with the bills it leads to.
    #[must_use]
    pub fn project(&self, built: &[Built], years: &Years) -> FirmProject {
        project(self, &self.prices(built), years, &Case::expected(self))
    }

    fn financing(&self, investment: NetPln, funding_rate: f64) -> Financing {
        let months = |years: f64| whole(12.0 * years);
        match self.money.funding {
            Funding::Own => Financing::Own,
            Funding::Loan { share_percent, years, grace_months, repayment, .. } => Financing::Loan(Loan {
                grace: whole(grace_months),
                repayment,
                ..Loan::monthly(investment * (share_percent / 100.0), funding_rate, months(years))
            }),
            Funding::Lease { initial_percent, buyout_percent, years, .. } => {
                let lease = Lease {
                    price: investment,
                    initial: investment * (initial_percent / 100.0),
                    buyout: investment * (buyout_percent / 100.0),
                    nominal_annual_rate: funding_rate,
                    months: months(years),
                };
                let limit = self.tax.one_off.unwrap_or(NetPln::ZERO);
                Financing::Lease(Leasing::new(lease, self.tax.rule(self.tax.pv_rate, limit)))
            }
        }
    }

    /// Written off in each year by whoever owns the plant, which runs from 1 January: modules first use up what may be
    /// written off at once.
    fn depreciation(&self, prices: &Prices, investment: NetPln) -> Vec<NetPln> {
        let total_pln = prices.total().0;
        if !self.tax.taxed || total_pln <= 0.0 {
            return Vec::new();
        }
        let pv = investment * (prices.pv.0 / total_pln);
        let limit = self.tax.one_off.unwrap_or(NetPln::ZERO);
        let rest = NetPln((limit.0 - pv.0).max(0.0));
        let mut amounts = self.tax.rule(self.tax.pv_rate, limit).schedule(pv, MONTHS_IN_FIRST_YEAR);
        let battery = self.tax.rule(self.tax.battery_rate, rest).schedule(investment - pv, MONTHS_IN_FIRST_YEAR);
        amounts.resize(amounts.len().max(battery.len()), NetPln::ZERO);
        amounts.iter_mut().zip(battery).for_each(|(sum, amount)| *sum += amount);
        amounts
    }
}

/// Depreciation starts with the month after the start of use, on 1 January.
const MONTHS_IN_FIRST_YEAR: u8 = 11;

/// A number of months as a count, up to 1,200.
fn whole(months: f64) -> usize {
    (0_u16..=1200).rev().find(|&count| f64::from(count) <= months + 0.5).map_or(0, usize::from)
}

/// Figures that a re-appraisal changes.
#[derive(Clone, Copy, Debug)]
struct Case {
    savings: f64,
    generation: f64,
    energy_growth: f64,
    export_growth: f64,
    discount_rate: f64,
    funding_rate: f64,
}

impl Case {
    fn expected(terms: &FirmTerms) -> Self {
        let funding_rate = match terms.money.funding {
            Funding::Own => 0.0,
            Funding::Loan { rate_percent, .. } | Funding::Lease { rate_percent, .. } => rate_percent / 100.0,
        };
        Self {
            savings: 1.0,
            generation: 1.0,
            energy_growth: terms.outlook.energy_growth,
            export_growth: terms.outlook.export_growth,
            discount_rate: terms.outlook.discount_rate,
            funding_rate,
        }
    }
}

fn project(terms: &FirmTerms, prices: &Prices, years: &Years, case: &Case) -> FirmProject {
    let (outlook, horizon) = (&terms.outlook, terms.outlook.horizon_years);
    let price = prices.total();
    let grant = NetPln(terms.money.grant_pln.clamp(0.0, price.0.max(0.0)));
    let investment = price - grant;
    let (mut energy_price, mut export_price) = (1.0, 1.0);
    let savings = (1..=horizon).map(|year| {
        let after = if year == 1 { &years.first } else { &years.steady };
        let export = after.from_export - years.before.from_export;
        let power = years.before.for_power - after.for_power;
        let bought = years.before.total() - after.total() - export - power;
        let output = case.generation * outlook.degradation.factor(year);
        let saving = (bought * output + power) * energy_price + export * (output * export_price);
        energy_price *= 1.0 + case.energy_growth;
        export_price *= 1.0 + case.export_growth;
        saving * case.savings
    });
    FirmProject {
        price,
        grant,
        savings: savings.collect(),
        upkeep: upkeep(terms, prices),
        inflation: outlook.inflation,
        discount_rate: case.discount_rate,
        reinvestment_rate: outlook.reinvestment_rate,
        financing: terms.financing(investment, case.funding_rate),
        depreciation: terms.depreciation(prices, investment),
        residual: price * outlook.residual,
        tax: terms.tax.tax,
        other_income: terms.tax.other_income,
    }
}

/// Upkeep, insurance and devices bought again in each year.
fn upkeep(terms: &FirmTerms, prices: &Prices) -> Vec<NetPln> {
    let (outlook, horizon) = (&terms.outlook, terms.outlook.horizon_years);
    let due = |life, year, price: NetPln| if bought_again(life, year, horizon) { price } else { NetPln::ZERO };
    let of_year = |year| {
        prices.total() * terms.costs.upkeep_share
            + due(outlook.inverter_life_years, year, prices.inverters)
            + due(outlook.battery_life_years, year, prices.battery_again)
    };
    (1..=horizon).map(of_year).collect()
}

/// What a plant costs a firm and brings it.
///
/// Savings of energy and the value of energy fed in fall with the output of the ageing modules; what is saved on
/// contracted power does not. The levelised cost is that of the modules alone, in prices of the modelled year, before
/// tax.
#[must_use]
pub fn money(terms: &FirmTerms, built: &[Built], years: &Years) -> FirmMoneyOutcome {
    let prices = terms.prices(built);
    let project = project(terms, &prices, years, &Case::expected(terms));
    let upkeep = project.upkeep.first().copied().unwrap_or(NetPln::ZERO) * (1.0 / 12.0);
    let service = project.financing.first_months();
    let first_year = std::array::from_fn(|month| FirstYearMonth {
        cost_before: years.before.months[month],
        cost_after: years.first.months[month],
        upkeep,
        debt_service: service[month],
    });
    FirmMoneyOutcome {
        pv_price: prices.pv,
        battery_price: prices.battery,
        grant: project.grant,
        cost_before: years.before.total(),
        cost_after: years.steady.total(),
        funding: terms.money.funding,
        levelised_cost: levelised_cost(terms, &prices, &project, years.generation),
        first_year,
        sensitivity: sensitivity(terms, built, years),
        taxed: terms.tax.taxed,
        appraisal: appraise(&project),
    }
}

/// Price of a kWh of the modules: their share of price, grant and upkeep, and new inverters.
fn levelised_cost(terms: &FirmTerms, prices: &Prices, project: &FirmProject, generation: Kwh) -> Option<NetPlnPerKwh> {
    let (outlook, horizon) = (&terms.outlook, terms.outlook.horizon_years);
    let share = if project.price.0 > 0.0 { prices.pv.0 / project.price.0 } else { 0.0 };
    let alone = Prices { pv: prices.pv, inverters: prices.inverters, ..Prices::default() };
    let mut costs = vec![project.investment() * share];
    costs.extend(upkeep(terms, &alone));
    let energy: Vec<Kwh> = (1..=horizon).map(|year| generation * outlook.degradation.factor(year)).collect();
    let real_rate = (1.0 + outlook.discount_rate) / (1.0 + outlook.inflation) - 1.0;
    levelised_cost_net(&costs, &energy, real_rate)
}

/// What each uncertain figure changes in the value of the owner's own money, the widest first.
fn sensitivity(terms: &FirmTerms, built: &[Built], years: &Years) -> Vec<Sensitivity> {
    let (expected, spreads) = (Case::expected(terms), &terms.spreads);
    let prices = terms.prices(built);
    let value = |prices: &Prices, case: &Case| owner_value(&project(terms, prices, years, case));
    let mut found = vec![investment(terms, built, &prices, |prices| value(prices, &expected))];
    let mut look = |of, ends: (f64, f64), set: fn(&mut Case, f64)| {
        let at = |end| {
            let mut case = expected;
            set(&mut case, end);
            value(&prices, &case)
        };
        found.push(Sensitivity { of, low: ends.0, high: ends.1, value_at_low: at(ends.0), value_at_high: at(ends.1) });
    };
    let factor = |spread: Spread| (spread.low, spread.high);
    let around = |figure: f64, spread: Spread| (figure + spread.low, figure + spread.high);
    let rate = |figure: f64, spread: Spread| ((figure + spread.low).max(0.0), figure + spread.high);
    look(SensitivityOf::Savings, factor(spreads.savings), |case, end| case.savings = end);
    look(SensitivityOf::Generation, factor(spreads.generation), |case, end| case.generation = end);
    let growths =
        (around(expected.energy_growth, spreads.energy_growth), around(expected.export_growth, spreads.export_growth));
    look(SensitivityOf::EnergyGrowth, growths.0, |case, end| case.energy_growth = end);
    look(SensitivityOf::ExportGrowth, growths.1, |case, end| case.export_growth = end);
    let discount = rate(expected.discount_rate, spreads.discount_rate);
    look(SensitivityOf::DiscountRate, discount, |case, end| case.discount_rate = end);
    if terms.money.funding != Funding::Own {
        let funding = rate(expected.funding_rate, spreads.funding_rate);
        look(SensitivityOf::LoanRate, funding, |case, end| case.funding_rate = end);
    }
    let widths: Vec<f64> = found.iter().map(|entry| -(entry.value_at_high - entry.value_at_low).0.abs()).collect();
    ascending(&widths).into_iter().map(|place| found[place].clone()).collect()
}

/// All prices at their low and at their high end; of the firm's own prices in the same proportion.
fn investment(terms: &FirmTerms, built: &[Built], expected: &Prices, value: impl Fn(&Prices) -> NetPln) -> Sensitivity {
    let total = |costs: &FirmCosts| terms.prices_at(costs, &OwnPrices::default(), built).total().0;
    let of_tables = total(&terms.costs);
    let factor = |costs: &FirmCosts| if of_tables > 0.0 { total(costs) / of_tables } else { 1.0 };
    let (low, high) = (factor(&terms.spreads.costs.0), factor(&terms.spreads.costs.1));
    let times = |factor: f64| Prices {
        pv: expected.pv * factor,
        battery: expected.battery * factor,
        battery_again: expected.battery_again * factor,
        inverters: expected.inverters * factor,
    };
    Sensitivity {
        of: SensitivityOf::Investment,
        low,
        high,
        value_at_low: value(&times(low)),
        value_at_high: value(&times(high)),
    }
}
