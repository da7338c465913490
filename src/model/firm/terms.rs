//! The figures of the tables that a firm is judged by, or its own in their place, each with its source for the report.

use super::costs::FirmCosts;
use crate::{
    error::InputError,
    model::{
        finance::{Degradation, depreciation::Depreciation, income_tax::IncomeTax},
        generation::SystemParameters,
        inputs::firm::{
            FirmScenario,
            contract::EnergyPricing,
            finance::{FirmMoney, Funding, TaxForm, WriteOff},
        },
        report::Assumption,
        terms::Reader,
    },
    rules::{
        Rules,
        firm::{
            FirmRules,
            group::Voltage,
            money::{FirmAssumptionId, FirmCostId, FirmUnit},
            tax::FirmTaxId,
        },
        table::{Row, name_of},
        value::{AssumptionId, EquipmentKind, Figure},
    },
    units::{Kwh, Kwp, NetPln, NetPlnPerKwh},
};
use jiff::civil::Date;
use serde::Serialize;

/// Taxable income of a firm that does not tell its own: every cost is used.
const AMPLE_INCOME: NetPln = NetPln(1e9);

/// Prices of contracts for energy where the firm does not tell its own.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FirmPrices {
    /// Energy in groups C, excise included.
    pub low_voltage: NetPlnPerKwh,
    /// Energy in groups B, excise included.
    pub medium_voltage: NetPlnPerKwh,
    /// What a seller adds to the day-ahead price.
    pub market_margin: NetPlnPerKwh,
    /// What the buyer of a producer's energy keeps.
    pub sale_margin: NetPlnPerKwh,
}

impl FirmPrices {
    /// Energy in a group of this voltage.
    #[must_use]
    pub fn energy(&self, voltage: Voltage) -> NetPlnPerKwh {
        match voltage {
            Voltage::Low => self.low_voltage,
            Voltage::Medium => self.medium_voltage,
        }
    }
}

/// What the years ahead are taken to bring; shares a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FirmOutlook {
    /// Years looked at.
    pub horizon_years: usize,
    /// Nominal discount rate.
    pub discount_rate: f64,
    /// Inflation.
    pub inflation: f64,
    /// Rate at which gains are put out.
    pub reinvestment_rate: f64,
    /// Growth of the price of bought energy above inflation.
    pub energy_growth: f64,
    /// Growth of the value of energy fed in above inflation.
    pub export_growth: f64,
    /// How output falls with age.
    pub degradation: Degradation,
    /// Years after which inverters are replaced.
    pub inverter_life_years: usize,
    /// Years after which batteries are replaced.
    pub battery_life_years: usize,
    /// Worth of the plant at the end, of its price.
    pub residual: f64,
}

/// Income tax and depreciation of a firm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TaxTerms {
    /// Taxed at all.
    pub taxed: bool,
    /// The tax.
    pub tax: IncomeTax,
    /// Taxable income of a year without the plant.
    pub other_income: NetPln,
    /// Share of the price of modules that is written off in a year.
    pub pv_rate: f64,
    /// The same for batteries.
    pub battery_rate: f64,
    /// Most that is written off at once; none for a straight line from the start.
    pub one_off: Option<NetPln>,
}

impl TaxTerms {
    /// How something is written off that may use `limit` of what is written off at once.
    #[must_use]
    pub fn rule(&self, rate: f64, limit: NetPln) -> Depreciation {
        match self.one_off {
            None => Depreciation::StraightLine { rate },
            Some(_) => Depreciation::OneOff { limit, rate },
        }
    }
}

/// How far a figure may lie from the one taken, low and high end: added to it, or as factors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// To the low end.
    pub low: f64,
    /// To the high end.
    pub high: f64,
}

/// Ranges of the figures that a value hangs on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spreads {
    /// All prices at their low and at their high end.
    pub costs: (FirmCosts, FirmCosts),
    /// Factor on the yearly saving.
    pub savings: Spread,
    /// Factor on the generation.
    pub generation: Spread,
    /// Added to the growth of the price of bought energy.
    pub energy_growth: Spread,
    /// Added to the growth of the value of energy fed in.
    pub export_growth: Spread,
    /// Added to the discount rate.
    pub discount_rate: Spread,
    /// Added to the rate of the loan or lease.
    pub funding_rate: Spread,
}

/// Prices that the firm told, for all its meters as they are in the scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct OwnPrices {
    /// Price of all modules, and their rated power.
    pub pv: Option<(NetPln, Kwp)>,
    /// Price of all batteries, and their capacity.
    pub battery: Option<(NetPln, Kwh)>,
}

/// All figures together.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmTerms {
    /// The modules, their losses and inverter.
    pub system: SystemParameters,
    /// Rated power on a square metre of modules.
    pub kwp_per_m2: f64,
    /// Part of a roof that modules can cover.
    pub usable_roof_share: f64,
    /// AC-to-AC efficiency of a battery, 0 to 1.
    pub round_trip: f64,
    /// Power of a battery as a share of its usable capacity an hour.
    pub c_rate: f64,
    /// Change of the market price in the hours of sun on a day twice as clear as its month, zł/MWh.
    pub clearness_slope: f64,
    /// Carbon dioxide of a kWh from the grid, kg.
    pub grid_co2_kg_per_kwh: f64,
    /// Prices of contracts for energy.
    pub contract_prices: FirmPrices,
    /// Prices of plants.
    pub costs: FirmCosts,
    /// The firm's own prices of plants.
    pub own: OwnPrices,
    /// Grant, funding and tax as told.
    pub money: FirmMoney,
    /// The years ahead.
    pub outlook: FirmOutlook,
    /// Income tax.
    pub tax: TaxTerms,
    /// What may be otherwise.
    pub spreads: Spreads,
    /// The rows behind the figures.
    pub assumptions: Vec<Assumption>,
}

impl FirmTerms {
    /// Reads the figures in force on `date`; what the firm says in the scenario replaces the tables' own.
    ///
    /// # Errors
    /// The figures that no table holds.
    pub fn read(rules: &Rules, firms: &FirmRules, date: Date, scenario: &FirmScenario) -> Result<Self, InputError> {
        let mut reader = FirmReader { tables: Reader::new(rules, date), rules, firms, date };
        let money = scenario.money;
        let tables = &mut reader.tables;
        let system = tables.system();
        let kwp_per_m2 = tables.pv("module_kwp_per_m2");
        let usable_roof_share = tables.pv("usable_roof_share") / 100.0;
        let round_trip = tables.equipment(EquipmentKind::Battery, "round_trip_efficiency") / 100.0;
        let c_rate = tables.equipment(EquipmentKind::Battery, "c_rate");
        let clearness_slope = tables.assumption(AssumptionId::ClearnessPriceSlope, None);
        let grid_co2_kg_per_kwh = tables.assumption(AssumptionId::GridCo2, None) / 1000.0;
        let contract_prices = reader.contract_prices(scenario);
        let (costs, low, high) = reader.costs();
        let outlook = reader.outlook(&money);
        let tax = reader.tax(&money);
        let spreads = reader.spreads(&money, (low, high));
        let total = |size: fn(&crate::model::inputs::firm::plant::FirmPlant) -> f64| -> f64 {
            scenario.meters.iter().map(|meter| size(&meter.plant)).sum()
        };
        let (pv_kwp, battery_kwh) = (total(|plant| plant.pv_kwp), total(|plant| plant.battery_kwh));
        let own = OwnPrices {
            pv: money.pv_net_pln.filter(|_| pv_kwp > 0.0).map(|pln| (NetPln(pln), Kwp(pv_kwp))),
            battery: money.battery_net_pln.filter(|_| battery_kwh > 0.0).map(|pln| (NetPln(pln), Kwh(battery_kwh))),
        };
        Ok(Self {
            system,
            kwp_per_m2,
            usable_roof_share,
            round_trip,
            c_rate,
            clearness_slope,
            grid_co2_kg_per_kwh,
            contract_prices,
            costs,
            own,
            money,
            outlook,
            tax,
            spreads,
            assumptions: reader.tables.finish()?,
        })
    }
}

/// Looks figures up in the common tables and in those of firms, and notes where each came from.
struct FirmReader<'a> {
    tables: Reader<'a>,
    rules: &'a Rules,
    firms: &'a FirmRules,
    date: Date,
}

impl FirmReader<'_> {
    fn contract_prices(&mut self, scenario: &FirmScenario) -> FirmPrices {
        use FirmAssumptionId as Id;
        let (firms, date) = (self.firms, self.date);
        let untold = |voltage: Voltage| {
            scenario.meters.iter().any(|meter| {
                let group = firms.group(&meter.contract.group, date).map(|row| row.rule.voltage);
                meter.contract.energy.pricing.is_none() && group == Some(voltage)
            })
        };
        let no_margin = scenario
            .meters
            .iter()
            .any(|meter| matches!(meter.contract.energy.pricing, Some(EnergyPricing::Market { margin: None, .. })));
        let no_sale_margin = scenario.meters.iter().any(|meter| meter.plant.sale_margin.is_none());
        let mut price = |id, used| NetPlnPerKwh(self.assumption_if(used, id, None).map_or(0.0, |row| row.value));
        FirmPrices {
            low_voltage: price(Id::EnergyPriceLowVoltage, untold(Voltage::Low)),
            medium_voltage: price(Id::EnergyPriceMediumVoltage, untold(Voltage::Medium)),
            market_margin: price(Id::MarketMargin, no_margin),
            sale_margin: price(Id::SaleMargin, no_sale_margin),
        }
    }

    /// Prices of plants: as expected, all at their low end, all at their high end.
    fn costs(&mut self) -> (FirmCosts, FirmCosts, FirmCosts) {
        use FirmCostId as Id;
        let pv = [Id::PvPerKwpBelow10, Id::PvPerKwpFrom10, Id::PvPerKwpFrom50, Id::PvPerKwpFrom500];
        let pv = pv.map(|id| self.cost(id));
        let (rows, carport) = (self.cost(Id::RowsPerKwp), self.cost(Id::CarportPerKwp));
        let (fixed, per_kwh) = (self.cost(Id::BatteryFixed), self.cost(Id::BatteryPerKwh));
        let (inverter, upkeep, insurance) =
            (self.cost(Id::InverterPerKw), self.cost(Id::Upkeep), self.cost(Id::Insurance));
        let at = |end: fn(&[f64; 3]) -> f64| FirmCosts {
            pv_pln_per_kwp: std::array::from_fn(|step| end(&pv[step])),
            rows_pln_per_kwp: end(&rows),
            carport_pln_per_kwp: end(&carport),
            battery_fixed_pln: end(&fixed),
            battery_pln_per_kwh: end(&per_kwh),
            inverter_pln_per_kw: end(&inverter),
            upkeep_share: (end(&upkeep) + end(&insurance)) / 100.0,
        };
        (at(|ends| ends[0]), at(|ends| ends[1]), at(|ends| ends[2]))
    }

    fn outlook(&mut self, money: &FirmMoney) -> FirmOutlook {
        use FirmAssumptionId as Id;
        let mut share = |id, own| self.assumption_if(true, id, own).map_or(0.0, |row| own.unwrap_or(row.value)) / 100.0;
        let discount_rate = share(Id::DiscountRate, money.discount_percent);
        let inflation = share(Id::Inflation, money.inflation_percent);
        let reinvestment_rate = share(Id::ReinvestmentRate, money.reinvestment_percent);
        let residual = share(Id::Residual, money.residual_percent);
        let tables = &mut self.tables;
        FirmOutlook {
            horizon_years: tables.years(AssumptionId::Horizon),
            discount_rate,
            inflation,
            reinvestment_rate,
            energy_growth: tables.assumption(AssumptionId::EnergyPriceGrowth, money.energy_growth_percent) / 100.0,
            export_growth: tables.assumption(AssumptionId::ExportValueGrowth, money.export_growth_percent) / 100.0,
            degradation: Degradation {
                first_year: tables.assumption(AssumptionId::DegradationFirstYear, None) / 100.0,
                per_year: tables.assumption(AssumptionId::DegradationPerYear, None) / 100.0,
            },
            inverter_life_years: tables.years(AssumptionId::InverterLife),
            battery_life_years: tables.years(AssumptionId::BatteryLife),
            residual,
        }
    }

    fn tax(&mut self, money: &FirmMoney) -> TaxTerms {
        use FirmTaxId as Id;
        let Some(form) = money.tax else {
            return TaxTerms {
                taxed: false,
                tax: IncomeTax::NONE,
                other_income: NetPln::ZERO,
                pv_rate: 0.0,
                battery_rate: 0.0,
                one_off: None,
            };
        };
        let rows: &[FirmTaxId] = match form {
            TaxForm::Cit => &[Id::Cit],
            TaxForm::CitSmall => &[Id::CitSmall],
            TaxForm::PitLinear => &[Id::PitLinear],
            TaxForm::PitScale => &[Id::PitScaleLow, Id::PitScaleHigh, Id::PitScaleThreshold, Id::PitScaleReduction],
        };
        for &id in rows {
            self.tax_figure(id, None);
        }
        TaxTerms {
            taxed: true,
            // What is missing has been noted row by row.
            tax: IncomeTax::of_tables(self.firms, form, self.date).unwrap_or(IncomeTax::NONE),
            other_income: money.other_income_pln.map_or(AMPLE_INCOME, NetPln),
            pv_rate: self.tax_figure(Id::DepreciationPv, money.depreciation_percent) / 100.0,
            battery_rate: self.tax_figure(Id::DepreciationBattery, money.depreciation_percent) / 100.0,
            one_off: match money.write_off {
                WriteOff::StraightLine => None,
                WriteOff::OneOff => Some(NetPln(self.tax_figure(Id::OneOffNewAssets, money.one_off_pln))),
            },
        }
    }

    fn spreads(&mut self, money: &FirmMoney, costs: (FirmCosts, FirmCosts)) -> Spreads {
        use FirmAssumptionId as Id;
        let factor = |row: Option<&Figure<Id, FirmUnit>>| {
            row.filter(|row| row.value > 0.0).map_or(Spread { low: 1.0, high: 1.0 }, |row| Spread {
                low: row.low / row.value,
                high: row.high / row.value,
            })
        };
        let savings = factor(self.assumption_if(true, Id::Savings, None).as_ref());
        let generation = factor(self.assumption_if(true, Id::Generation, None).as_ref());
        let added = |row: Option<(f64, f64, f64)>| {
            row.map_or(Spread { low: 0.0, high: 0.0 }, |(value, low, high)| Spread {
                low: (low - value) / 100.0,
                high: (high - value) / 100.0,
            })
        };
        let discount = self.firms.assumption(Id::DiscountRate, self.date).ok().map(|row| ends(&row.rule));
        let rate = match money.funding {
            Funding::Own => None,
            Funding::Loan { rate_percent, .. } => self.assumption_if(true, Id::LoanRate, Some(rate_percent)),
            Funding::Lease { rate_percent, .. } => self.assumption_if(true, Id::LeaseRate, Some(rate_percent)),
        };
        let growth = |id| self.rules.assumption(id, self.date).ok().map(|row| ends(&row.rule));
        Spreads {
            costs,
            savings,
            generation,
            energy_growth: added(growth(AssumptionId::EnergyPriceGrowth)),
            export_growth: added(growth(AssumptionId::ExportValueGrowth)),
            discount_rate: added(discount),
            funding_rate: added(rate.as_ref().map(ends)),
        }
    }

    /// The expected figure of a price, its low and its high end.
    fn cost(&mut self, id: FirmCostId) -> [f64; 3] {
        let row = self.firms.cost(id, self.date).ok();
        self.note("firm_costs", &id, row, true, None).map_or([0.0; 3], |row| [row.value, row.low, row.high])
    }

    /// An assumption for firms; noted for the report where it is used.
    fn assumption_if(
        &mut self,
        used: bool,
        id: FirmAssumptionId,
        own: Option<f64>,
    ) -> Option<Figure<FirmAssumptionId, FirmUnit>> {
        let row = self.firms.assumption(id, self.date).ok();
        self.note("firm_assumptions", &id, row, used, own)
    }

    fn note<Id: Clone + Serialize>(
        &mut self,
        table: &str,
        id: &Id,
        row: Option<&Row<Figure<Id, FirmUnit>>>,
        used: bool,
        own: Option<f64>,
    ) -> Option<Figure<Id, FirmUnit>> {
        let name = format!("{table}.{}", name_of(id));
        let Some(Row { rule, provenance, .. }) = row else {
            self.tables.lack(name);
            return None;
        };
        if used {
            let value = own.unwrap_or(rule.value);
            let own = own.is_some_and(|own| (own - rule.value).abs() > 1e-12);
            self.tables.note_of(&self.firms.sources, name, value, &name_of(&rule.unit), provenance, own);
        }
        Some(rule.clone())
    }

    /// A figure of a tax, in the unit of its table.
    fn tax_figure(&mut self, id: FirmTaxId, own: Option<f64>) -> f64 {
        let name = format!("firm_taxes.{}", name_of(&id));
        match self.firms.tax_row(id, self.date) {
            Ok(row) => {
                let value = own.unwrap_or(row.rule.value);
                let unit = name_of(&row.rule.unit);
                self.tables.note_of(&self.firms.sources, name, value, &unit, &row.provenance, own.is_some())
            }
            Err(_) => self.tables.lack(name),
        }
    }
}

/// The expected figure of a row, its low and its high end.
fn ends<Id, Unit>(row: &Figure<Id, Unit>) -> (f64, f64, f64) {
    (row.value, row.low, row.high)
}
