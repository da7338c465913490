//! The same heat from every source: what a year costs, and what goes up the chimney.

use super::ready::ReadyHeat;
use crate::{
    error::InputError,
    model::{home::Home, inputs::Scenario, report::Assumption, settlement, terms::Reader},
    rules::{
        Rules,
        heat::{Fuel, HeatSource, HeatSourceId},
        table::{Confidence, Row, name_of},
    },
    units::{GrossPln, Kwh, Kwp, Series},
};
use serde::{Deserialize, Serialize};

/// Energy in a kWh, GJ.
const GJ_PER_KWH: f64 = 0.0036;

/// A source of heat and its year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeatYear {
    /// The source.
    pub source: HeatSourceId,
    /// True for what heats now.
    pub present: bool,
    /// True for the pump that is planned.
    pub planned: bool,
    /// Fuel with its fixed charges, or what the electricity adds to the bill, with VAT; none where no price is known.
    pub cost: Option<GrossPln>,
    /// Fossil carbon dioxide of the fuel, or of the electricity bought for heating, kg.
    pub co2_kg: f64,
    /// Fine dust PM10 at the house, kg.
    pub pm10_kg: f64,
    /// Fine dust PM2.5 at the house, kg.
    pub pm2_5_kg: f64,
    /// Benzo(a)pyrene at the house, g.
    pub bap_g: f64,
    /// Heat over electricity; none for fuels.
    pub performance: Option<f64>,
    /// True where price or emissions rest on a weak source.
    pub weak_source: bool,
}

/// The sources side by side, the cheapest first, those without a price last.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HeatComparison {
    /// Heat that each of them gives; none where heating is not counted.
    pub heat: Kwh,
    /// The sources.
    pub years: Vec<HeatYear>,
    /// Prices of fuels and efficiencies behind them.
    pub assumptions: Vec<Assumption>,
}

/// Compares the yearly running cost and the emissions of the same heat from every source, for the size of the scenario.
///
/// Electricity is priced as what it adds to the real bill of the home, with its plant and battery. Devices and their
/// service are not counted, nor is the electricity of boilers and their pumps.
///
/// # Errors
/// A plant that does not fit on the roof.
pub fn compare(home: &Home, scenario: &Scenario, rules: &Rules) -> Result<HeatComparison, InputError> {
    let pv = home.check_fits(Kwp(scenario.pv_kwp))?;
    let Some(heat) = &home.heat else { return Ok(HeatComparison::default()) };
    let bill = Bills::without_heating(home, pv, Kwh(scenario.battery_kwh));
    let date = rules.model_date();
    let mut reader = Reader::new(rules, date);
    let mut years: Vec<HeatYear> = Vec::new();
    for source in HeatSourceId::ALL {
        let year = match rules.heat_source(source, date) {
            Some(device) => rules.fuel(device.rule.fuel, date).ok().map(|fuel| {
                cite(&mut reader, device, fuel);
                burnt(scenario, heat, device, fuel)
            }),
            None => heat.electricity(source, home.outdoor()).map(|electric| {
                let (cost, import) = bill.more(&electric.hourly_kwh);
                let performance = heat.figures(&electric).performance;
                let co2_kg = import.0.max(0.0) * home.terms.grid_co2_kg_per_kwh;
                HeatYear { cost: Some(cost), co2_kg, performance, ..nothing(source) }
            }),
        };
        years.extend(year.map(|year| HeatYear {
            present: scenario.heating.present == Some(source),
            planned: scenario.heating.planned.is_some() && scenario.heating.source() == Some(source),
            ..year
        }));
    }
    years.sort_by(|a, b| cost_or_last(a).total_cmp(&cost_or_last(b)));
    let mut assumptions = reader.finish()?;
    assumptions.sort_by(|a, b| a.id.cmp(&b.id));
    assumptions.dedup();
    Ok(HeatComparison { heat: heat.heat(), years, assumptions })
}

/// Notes price and efficiency.
fn cite(reader: &mut Reader<'_>, device: &Row<HeatSource>, fuel: &Row<Fuel>) {
    if let Some(gross_pln) = fuel.rule.gross_pln {
        let unit = format!("gross_pln_per_{}", name_of(&fuel.rule.unit));
        reader.note(format!("fuels.{}", name_of(&fuel.rule.fuel)), gross_pln, &unit, &fuel.provenance, false);
    }
    let id = format!("heat_sources.{}", name_of(&device.rule.heat_source));
    reader.note(id, device.rule.efficiency * 100.0, "percent", &device.provenance, false);
}

fn cost_or_last(year: &HeatYear) -> f64 {
    year.cost.map_or(f64::INFINITY, |cost| cost.0)
}

fn nothing(source: HeatSourceId) -> HeatYear {
    HeatYear {
        source,
        present: false,
        planned: false,
        cost: None,
        co2_kg: 0.0,
        pm10_kg: 0.0,
        pm2_5_kg: 0.0,
        bap_g: 0.0,
        performance: None,
        weak_source: false,
    }
}

/// The heat from a fuel. A price that the person gave is that of the fuel burnt now.
fn burnt(scenario: &Scenario, heat: &ReadyHeat, device: &Row<HeatSource>, fuel: &Row<Fuel>) -> HeatYear {
    let energy_kwh = heat.heat().0 / device.rule.efficiency;
    let energy_gj = energy_kwh * GJ_PER_KWH;
    let own = scenario.heating.fuel_price.filter(|_| scenario.heating.fuel() == Some(fuel.rule.fuel));
    let cost = own
        .or(fuel.rule.gross_pln)
        .map(|gross_pln| GrossPln(energy_kwh / fuel.rule.kwh_per_unit * gross_pln + fuel.rule.fixed_gross_pln));
    let weak = |confidence: Confidence| confidence.is_assumption();
    HeatYear {
        cost,
        co2_kg: energy_gj * fuel.rule.co2_kg_per_gj,
        pm10_kg: energy_gj * device.rule.pm10_g_per_gj / 1000.0,
        pm2_5_kg: energy_gj * device.rule.pm2_5_g_per_gj / 1000.0,
        bap_g: energy_gj * device.rule.bap_mg_per_gj / 1000.0,
        weak_source: weak(device.provenance.confidence) || weak(fuel.provenance.confidence),
        ..nothing(device.rule.heat_source)
    }
}

/// The bill of a home with its plant, before anything is heated electrically.
struct Bills<'a> {
    home: &'a Home,
    size: (Kwp, Kwh),
    generation: Series<Kwh>,
    /// Cost and energy bought.
    base: (GrossPln, Kwh),
}

impl<'a> Bills<'a> {
    fn without_heating(home: &'a Home, pv: Kwp, battery: Kwh) -> Self {
        let generation = home.generation(pv).ac;
        let mut bills = Self { home, size: (pv, battery), generation, base: (GrossPln::ZERO, Kwh::ZERO) };
        bills.base = bills.more(&[]);
        bills
    }

    /// How much more than without heating is paid and bought with this electricity for heat, kWh of every hour.
    fn more(&self, electric_kwh: &[f64]) -> (GrossPln, Kwh) {
        let (pv, battery) = self.size;
        let load = self.home.load_heated_by(electric_kwh, &self.generation);
        let flows = self.home.flows(&self.generation, &load, self.home.battery_size(battery));
        let bill = settlement::settle(self.home.offer.of(pv), &flows.import, &flows.export).steady;
        (bill.cost_after_refund() - self.base.0, flows.import.total() - self.base.1)
    }
}
