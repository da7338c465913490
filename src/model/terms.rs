//! The figures of the tables that a home is judged by, each with its source for the report.

mod support;

use crate::{
    error::{InputError, Problem},
    model::{
        generation::{DcLosses, Faiman, Inverter, Module, SystemParameters, Transposition},
        inputs::{Money, Scenario, SettlementScheme, building::Building, energy_contract::Dynamic},
        load::CommonParts,
        report::Assumption,
        settlement::dynamic::DynamicPrice,
    },
    rules::{
        Rules,
        place::Source,
        price_path::{PricePathId, PriceStream},
        table::{Provenance, name_of},
        value::{AssumptionId, CostId, EquipmentKind, ValueUnit},
    },
    units::{GrossPln, Kwh, Kwp, NetPlnPerKwh},
};
use jiff::civil::Date;

pub use support::{SupportTerms, open_to};

/// Rated power from which a kWp costs what larger plants cost (`costs.csv`, `pv_per_kwp_from_4`).
const LARGER_PLANT_KWP: f64 = 4.0;

/// Prices of devices and work, with VAT.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Costs {
    pv_below_4_pln_per_kwp: f64,
    pv_from_4_pln_per_kwp: f64,
    battery_fixed_pln: f64,
    battery_pln_per_kwh: f64,
    inverter_pln_per_kw: f64,
    /// Upkeep and insurance a year.
    pub upkeep: GrossPln,
}

impl Costs {
    /// Price of a plant of this size: dearer by the kWp below 4 kWp, and never less than a smaller one.
    #[must_use]
    pub fn pv(&self, rated: Kwp) -> GrossPln {
        let small = rated.0.min(LARGER_PLANT_KWP) * self.pv_below_4_pln_per_kwp;
        GrossPln(small.max(rated.0 * self.pv_from_4_pln_per_kwp))
    }

    /// Price of a battery of this usable capacity; nothing for none.
    #[must_use]
    pub fn battery(&self, usable: Kwh) -> GrossPln {
        let fixed = if usable.0 > 0.0 { self.battery_fixed_pln } else { 0.0 };
        GrossPln(fixed + usable.0 * self.battery_pln_per_kwh)
    }

    /// Price of a new battery in the place of one that cost `first`: what is fixed, work and cables, is there already.
    #[must_use]
    pub fn battery_again(&self, first: GrossPln) -> GrossPln {
        GrossPln((first.0 - self.battery_fixed_pln).max(0.0))
    }

    /// The same with all prices of devices times `factor`; upkeep is no installation and stays.
    fn times(self, factor: f64) -> Self {
        Self {
            pv_below_4_pln_per_kwp: self.pv_below_4_pln_per_kwp * factor,
            pv_from_4_pln_per_kwp: self.pv_from_4_pln_per_kwp * factor,
            battery_fixed_pln: self.battery_fixed_pln * factor,
            battery_pln_per_kwh: self.battery_pln_per_kwh * factor,
            inverter_pln_per_kw: self.inverter_pln_per_kw * factor,
            upkeep: self.upkeep,
        }
    }

    /// Price of a new inverter of this rated power, kW.
    #[must_use]
    pub fn inverter(&self, rated_kw: f64) -> GrossPln {
        GrossPln(rated_kw * self.inverter_pln_per_kw)
    }
}

/// What the years ahead are taken to bring; shares a year, in prices of the modelled year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Outlook {
    /// Years looked at.
    pub horizon_years: usize,
    /// Discount rate above inflation.
    pub discount_rate: f64,
    /// Growth of the price of bought energy above inflation.
    pub energy_growth: f64,
    /// Growth of the value of exported energy above inflation.
    pub export_growth: f64,
    /// Loss of output over the first year.
    pub first_year_loss: f64,
    /// Loss of output in each later year.
    pub yearly_loss: f64,
    /// Years after which the inverter is replaced.
    pub inverter_life_years: usize,
    /// Years after which the battery is replaced.
    pub battery_life_years: usize,
}

/// All figures together.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// The modules, their losses and inverter.
    pub system: SystemParameters,
    /// Rated power on a square metre of roof.
    pub kwp_per_m2: f64,
    /// AC-to-AC efficiency of a battery, 0 to 1.
    pub round_trip: f64,
    /// Power of a battery as a share of its usable capacity an hour.
    pub c_rate: f64,
    /// Prices.
    pub costs: Costs,
    /// Grant, tax relief and VAT.
    pub support: SupportTerms,
    /// The years ahead.
    pub outlook: Outlook,
    /// Change of the market price in the hours of sun on a day twice as clear as its month, zł/MWh.
    pub clearness_slope: f64,
    /// Carbon dioxide of a kWh from the grid, kg.
    pub grid_co2_kg_per_kwh: f64,
    /// The terms of a dynamic price; none at the sale prices of the tariff group.
    pub dynamic: Option<DynamicPrice>,
    /// The common parts of the building, where it is theirs that is judged.
    pub common_parts: Option<CommonParts>,
    /// Share of the direct use of whole hours that is not used within the hour.
    pub within_hour_loss: f64,
    /// The rows behind the figures.
    pub assumptions: Vec<Assumption>,
}

impl Terms {
    /// Reads the figures in force on `date`; what the person says in the scenario replaces the tables' own.
    ///
    /// # Errors
    /// The figures that no table holds, or a programme that is not open to the person.
    pub fn read(rules: &Rules, date: Date, scenario: &Scenario) -> Result<Self, InputError> {
        let mut reader = Reader::new(rules, date);
        let system = reader.system();
        let kwp_per_m2 = reader.pv("module_kwp_per_m2") * reader.pv("usable_roof_share") / 100.0;
        let round_trip = reader.equipment(EquipmentKind::Battery, "round_trip_efficiency") / 100.0;
        let c_rate = reader.equipment(EquipmentKind::Battery, "c_rate");
        let support = reader.support(scenario)?;
        let costs = reader.costs().times(support.price_factor);
        let outlook = reader.outlook(&scenario.money);
        let clearness_slope = reader.assumption(AssumptionId::ClearnessPriceSlope, None);
        let grid_co2_kg_per_kwh = reader.assumption(AssumptionId::GridCo2, None) / 1000.0;
        let dynamic = scenario.tariff.energy.dynamic().map(|own| reader.dynamic(own));
        let common_parts =
            (scenario.scheme == SettlementScheme::Tenant).then(|| reader.common_parts(&scenario.building));
        let within_hour_loss = reader.assumption(AssumptionId::WithinHourLoss, None) / 100.0;
        let assumptions = reader.finish()?;
        Ok(Self {
            system,
            kwp_per_m2,
            round_trip,
            c_rate,
            costs,
            support,
            outlook,
            clearness_slope,
            grid_co2_kg_per_kwh,
            dynamic,
            common_parts,
            within_hour_loss,
            assumptions,
        })
    }
}

/// Looks figures up and notes where each came from.
pub(super) struct Reader<'a> {
    rules: &'a Rules,
    date: Date,
    /// The rows that were read.
    pub(super) assumptions: Vec<Assumption>,
    missing: Vec<String>,
}

impl<'a> Reader<'a> {
    /// Reads the rows in force on `date`.
    pub(super) fn new(rules: &'a Rules, date: Date) -> Self {
        Self { rules, date, assumptions: Vec::new(), missing: Vec::new() }
    }

    /// The rows that were read.
    ///
    /// # Errors
    /// [`Problem::NotInTables`] with those that are missing.
    pub(super) fn finish(self) -> Result<Vec<Assumption>, InputError> {
        if self.missing.is_empty() {
            return Ok(self.assumptions);
        }
        Err(InputError { field: "town".to_owned(), problem: Problem::NotInTables { missing: self.missing } })
    }

    /// The modules, their losses and inverter.
    pub(super) fn system(&mut self) -> SystemParameters {
        let loss = |reader: &mut Self, name: &str| reader.equipment(EquipmentKind::PvLoss, name) / 100.0;
        SystemParameters {
            transposition: Transposition::HayDavies,
            albedo: self.pv("albedo"),
            angular_loss: self.pv("angular_loss"),
            spectral_factor: self.pv("spectral_factor"),
            module: Module::CrystallineSilicon,
            mounting: Faiman { u0_w_m2_k: self.pv("faiman_u0"), u1_w_s_m3_k: self.pv("faiman_u1") },
            losses: DcLosses {
                soiling: loss(self, "soiling"),
                shading: loss(self, "shading"),
                snow: loss(self, "snow"),
                mismatch: loss(self, "mismatch"),
                wiring: loss(self, "wiring"),
                connections: loss(self, "connections"),
                light_induced_degradation: loss(self, "light_induced_degradation"),
                nameplate: loss(self, "nameplate"),
                age: 0.0,
                availability: loss(self, "availability"),
            },
            inverter: Inverter {
                nominal_efficiency: self.pv("inverter_efficiency") / 100.0,
                dc_ac_ratio: self.pv("dc_ac_ratio"),
            },
        }
    }

    fn costs(&mut self) -> Costs {
        Costs {
            pv_below_4_pln_per_kwp: self.cost(CostId::PvPerKwpBelow4),
            pv_from_4_pln_per_kwp: self.cost(CostId::PvPerKwpFrom4),
            battery_fixed_pln: self.cost(CostId::BatteryFixed),
            battery_pln_per_kwh: self.cost(CostId::BatteryPerKwh),
            inverter_pln_per_kw: self.cost(CostId::InverterPerKw),
            upkeep: GrossPln(self.cost(CostId::UpkeepPerYear)),
        }
    }

    fn outlook(&mut self, money: &Money) -> Outlook {
        Outlook {
            horizon_years: self.years(AssumptionId::Horizon),
            discount_rate: self.assumption(AssumptionId::DiscountRate, money.discount_percent) / 100.0,
            energy_growth: self.growth(AssumptionId::EnergyPriceGrowth, money.energy_growth_percent, money.price_path),
            export_growth: self.growth(AssumptionId::ExportValueGrowth, money.export_growth_percent, money.price_path),
            first_year_loss: self.assumption(AssumptionId::DegradationFirstYear, None) / 100.0,
            yearly_loss: self.assumption(AssumptionId::DegradationPerYear, None) / 100.0,
            inverter_life_years: self.years(AssumptionId::InverterLife),
            battery_life_years: self.years(AssumptionId::BatteryLife),
        }
    }

    fn dynamic(&mut self, own: Dynamic) -> DynamicPrice {
        DynamicPrice {
            margin: NetPlnPerKwh(self.assumption(AssumptionId::DynamicMargin, own.margin_net_pln_per_kwh)),
            fee: GrossPln(self.assumption(AssumptionId::DynamicFee, own.fee_gross_pln_per_month)),
            passes_negative_prices: own.passes_negative_prices,
        }
    }

    fn common_parts(&mut self, building: &Building) -> CommonParts {
        CommonParts {
            flats: building.flats,
            always_on: self.assumption(AssumptionId::CommonAlwaysOn, building.always_on_percent) / 100.0,
            light: self.assumption(AssumptionId::CommonLight, building.light_percent) / 100.0,
        }
    }

    /// A figure of the solar plant.
    pub(super) fn pv(&mut self, parameter: &str) -> f64 {
        self.equipment(EquipmentKind::Pv, parameter)
    }

    /// A figure of a device.
    pub(super) fn equipment(&mut self, kind: EquipmentKind, parameter: &str) -> f64 {
        self.own_or_equipment(kind, parameter, None)
    }

    /// A figure of a device, or the person's own in its place.
    pub(super) fn own_or_equipment(&mut self, kind: EquipmentKind, parameter: &str, own: Option<f64>) -> f64 {
        let id = format!("equipment.{}.{parameter}", name_of(&kind));
        match self.rules.equipment(kind, parameter, self.date) {
            Ok(row) => {
                let value = own.unwrap_or(row.rule.value);
                self.note(id, value, &name_of(&row.rule.unit), &row.provenance, own.is_some())
            }
            Err(_) => self.lack(id),
        }
    }

    fn cost(&mut self, wanted: CostId) -> f64 {
        let id = format!("costs.{}", name_of(&wanted));
        match self.rules.cost(wanted, self.date) {
            Ok(row) => self.note(id, row.rule.value, &name_of(&row.rule.unit), &row.provenance, false),
            Err(_) => self.lack(id),
        }
    }

    /// An assumption, or the person's own figure in its place.
    pub(super) fn assumption(&mut self, wanted: AssumptionId, own: Option<f64>) -> f64 {
        let id = format!("assumptions.{}", name_of(&wanted));
        match self.rules.assumption(wanted, self.date) {
            Ok(row) => {
                let value = own.unwrap_or(row.rule.value);
                self.note(id, value, &name_of(&row.rule.unit), &row.provenance, own.is_some())
            }
            Err(_) => self.lack(id),
        }
    }

    /// Growth of a price, share a year: the person's own, else that of the path, else the expected one.
    fn growth(&mut self, wanted: AssumptionId, own: Option<f64>, path: Option<PricePathId>) -> f64 {
        let stream = match wanted {
            AssumptionId::ExportValueGrowth => PriceStream::Exported,
            _ => PriceStream::Bought,
        };
        let percent = match path.filter(|_| own.is_none()) {
            None => self.assumption(wanted, own),
            Some(path) => {
                let id = format!("assumptions.{}", name_of(&wanted));
                match self.rules.path_rate(path, stream, self.date) {
                    Ok(row) => {
                        let unit = name_of(&ValueUnit::PercentPerYear);
                        self.note(id, row.rule.percent_per_year, &unit, &row.provenance, false)
                    }
                    Err(_) => self.lack(format!("price_paths.{}.{}", name_of(&path), name_of(&stream))),
                }
            }
        };
        percent / 100.0
    }

    /// A span in whole years, up to a hundred.
    pub(super) fn years(&mut self, wanted: AssumptionId) -> usize {
        let years = self.assumption(wanted, None);
        (0_u8..=100).rev().find(|&whole| f64::from(whole) <= years).map_or(0, usize::from)
    }

    /// Notes a row for the report.
    pub(super) fn note(&mut self, id: String, value: f64, unit: &str, provenance: &Provenance, own: bool) -> f64 {
        let rules = self.rules;
        self.note_of(&rules.sources, id, value, unit, provenance, own)
    }

    /// The same for a row of a table with documents of its own.
    pub(super) fn note_of(
        &mut self,
        sources: &[Source],
        id: String,
        value: f64,
        unit: &str,
        provenance: &Provenance,
        own: bool,
    ) -> f64 {
        let source = sources.iter().find(|source| source.key == provenance.source);
        self.assumptions.push(Assumption {
            id,
            value,
            unit: unit.to_owned(),
            source: source.map_or_else(|| provenance.source.clone(), |source| source.title.clone()),
            checked_on: provenance.checked_on.to_string(),
            confidence: name_of(&provenance.confidence),
            own,
        });
        value
    }

    /// Notes that no table holds a figure.
    pub(super) fn lack(&mut self, id: String) -> f64 {
        self.missing.push(id);
        0.0
    }
}
