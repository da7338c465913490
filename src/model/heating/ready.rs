//! The heat of a home over the year and what it takes to make it electrically.

use crate::{
    calendar::Calendar,
    error::InputError,
    model::{
        inputs::heating::{Emitter, Heating, Insulation, PumpKind},
        load::heat::{
            house::{self, House, Stated},
            pump::{Curve, Pump, PumpYear, System},
            water::{HotWater, WaterYear},
        },
        report::Assumption,
        terms::Reader,
        weather::Weather,
    },
    rules::{Rules, heat::HeatSourceId, table::name_of, value::EquipmentKind},
    units::{Celsius, Kw, Kwh, Series},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Percent of one.
const PERCENT: f64 = 100.0;

/// What the engine says of the heating of a home.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HeatOutcome {
    /// Heat of the rooms in the year.
    pub rooms: Kwh,
    /// Heat for hot water, with what the tank loses.
    pub water: Kwh,
    /// Heat that the house loses at the design temperature.
    pub design_load: Kw,
    /// Electricity for heating that the home's consumption contains; 0 for boilers and networks.
    pub electricity: Kwh,
    /// Of it, that of a heating rod beside a pump.
    pub rod: Kwh,
    /// Heat of the rooms over its electricity with rod and standby; none without electricity.
    pub rooms_performance: Option<f64>,
    /// Heat for water over its electricity; none without electricity.
    pub water_performance: Option<f64>,
    /// All heat over all electricity; none without electricity.
    pub performance: Option<f64>,
}

/// The heat of a home made ready.
#[derive(Clone, Debug)]
pub struct ReadyHeat {
    heating: Heating,
    persons: u8,
    /// Heat of rooms.
    rooms: Series<Kwh>,
    /// Heat of water.
    water: WaterYear,
    design_load: Kw,
    brine: Celsius,
    terms: PumpTerms,
    electric_efficiency: f64,
    /// Electricity for heating in the scenario.
    pub(super) electric: PumpYear,
    /// Rows of the tables behind it.
    pub(crate) assumptions: Vec<Assumption>,
}

/// What the tables say of heat pumps.
#[derive(Clone, Copy, Debug)]
struct PumpTerms {
    real_air: f64,
    real_ground: f64,
    defrost: f64,
    standby: Kw,
    bivalence: Celsius,
    tank: Celsius,
}

impl ReadyHeat {
    /// The heat of a home with a source of heat; none where heat is not counted.
    ///
    /// # Errors
    /// Figures that no table holds.
    pub fn draw(
        heating: &Heating,
        persons: u8,
        rules: &Rules,
        date: Date,
        calendar: &Calendar,
        weather: &Weather,
    ) -> Result<Option<Self>, InputError> {
        let Some(source) = heating.source() else { return Ok(None) };
        let mut reader = Reader::new(rules, date);
        let (hot_water, terms, ground_k) = device_terms(&mut reader, heating, persons);
        let water = if heating.hot_water { hot_water.year(calendar) } else { WaterYear::none(calendar) };
        let stated = stated(&mut reader, heating, rules, date, water.total());
        let house = house(&mut reader, heating);
        let electric_efficiency = reader.equipment(EquipmentKind::Building, "electric_heaters") / PERCENT;
        let assumptions = reader.finish()?;
        let heated = house::heating(&house, stated, calendar, &weather.temperature, &weather.ghi);
        let hours = f64::from(u16::try_from(calendar.len()).unwrap_or(u16::MAX));
        let mean_c = weather.temperature.total().0 / hours;
        let mut ready = Self {
            heating: *heating,
            persons,
            rooms: heated.heat,
            water,
            design_load: heated.design_load,
            brine: Celsius(mean_c + ground_k),
            terms,
            electric_efficiency,
            electric: PumpYear::default(),
            assumptions,
        };
        ready.electric = ready.electricity(source, &weather.temperature).unwrap_or_default();
        Ok(Some(ready))
    }

    /// True where it was drawn for the same heating and people.
    #[must_use]
    pub fn is_for(&self, heating: &Heating, persons: u8) -> bool {
        self.heating == *heating && self.persons == persons
    }

    /// Electricity of a source that gives this heat; none for boilers and networks.
    #[must_use]
    pub fn electricity(&self, source: HeatSourceId, outdoor: &Series<Celsius>) -> Option<PumpYear> {
        match source {
            HeatSourceId::AirPump => Some(self.system(PumpKind::Air).run(&self.rooms, &self.water, outdoor)),
            HeatSourceId::GroundPump => Some(self.system(PumpKind::Ground).run(&self.rooms, &self.water, outdoor)),
            HeatSourceId::Electric => {
                let of = |heat: Kwh| heat / self.electric_efficiency;
                let water = self.water.heat.raw().iter().zip(self.water.hygiene.raw());
                let hours = self.rooms.raw().iter().zip(water);
                Some(PumpYear {
                    hourly_kwh: hours.map(|(rooms, (heat, more))| of(Kwh(rooms + heat + more)).0).collect(),
                    space: of(self.rooms.total()),
                    water: of(self.water.total()),
                    rod: Kwh::ZERO,
                })
            }
            _ => None,
        }
    }

    /// All heat of the year.
    #[must_use]
    pub fn heat(&self) -> Kwh {
        self.rooms.total() + self.water.total()
    }

    /// Electricity for heat in every hour, kWh; empty where nothing is heated electrically.
    #[must_use]
    pub fn electric_kwh(&self) -> &[f64] {
        &self.electric.hourly_kwh
    }

    /// The figures of the year.
    #[must_use]
    pub fn outcome(&self) -> HeatOutcome {
        self.figures(&self.electric)
    }

    /// The figures of the year with this electricity.
    #[must_use]
    pub(super) fn figures(&self, electric: &PumpYear) -> HeatOutcome {
        let (rooms, water) = (self.rooms.total(), self.water.total());
        let over = |heat: Kwh, by: Kwh| (by > Kwh::ZERO).then(|| heat / by);
        let electricity = electric.space + electric.water;
        HeatOutcome {
            rooms,
            water,
            design_load: self.design_load,
            electricity,
            rod: electric.rod,
            rooms_performance: over(rooms, electric.space),
            water_performance: over(water, electric.water),
            performance: over(rooms + water, electricity),
        }
    }

    fn system(&self, kind: PumpKind) -> System {
        let PumpTerms { real_air, real_ground, defrost, standby, bivalence, tank } = self.terms;
        let (pump, real) = match kind {
            PumpKind::Air => (Pump::Air { bivalence, defrost }, real_air),
            PumpKind::Ground => (Pump::Ground { brine: self.brine }, real_ground),
        };
        System {
            pump,
            curve: match self.heating.emitter {
                Emitter::Floor => Curve::FLOOR,
                Emitter::Radiators45 => Curve::RADIATORS_45,
                Emitter::Radiators55 => Curve::RADIATORS_55,
            },
            room: Celsius(self.heating.set_point_c),
            design: Celsius(self.heating.design_c),
            design_load: self.design_load,
            tank,
            real,
            standby,
        }
    }
}

/// Hot water, what is known of pumps, and how much warmer brine is than the yearly mean of the air.
fn device_terms(reader: &mut Reader<'_>, heating: &Heating, persons: u8) -> (HotWater, PumpTerms, f64) {
    let mut of = |kind, name: &str| reader.equipment(kind, name);
    let water = HotWater {
        litres_per_day: heating.litres_per_person * f64::from(persons),
        hot: Celsius(of(EquipmentKind::HotWater, "temperature")),
        cold: Celsius(of(EquipmentKind::HotWater, "mains")),
        tank_litres: of(EquipmentKind::HotWater, "tank"),
        tank_loss: Kwh(of(EquipmentKind::HotWater, "tank_loss")),
        hygiene_k: of(EquipmentKind::HotWater, "hygiene"),
    };
    let terms = PumpTerms {
        real_air: of(EquipmentKind::HeatPump, "real_cop_air") / PERCENT,
        real_ground: of(EquipmentKind::HeatPump, "real_cop_ground") / PERCENT,
        defrost: of(EquipmentKind::HeatPump, "defrost_loss") / PERCENT,
        standby: Kw(of(EquipmentKind::HeatPump, "standby") / 1000.0),
        bivalence: Celsius(of(EquipmentKind::HeatPump, "bivalence")),
        tank: Celsius(of(EquipmentKind::HotWater, "tank_temperature")),
    };
    (water, terms, of(EquipmentKind::HeatPump, "ground_above_mean"))
}

fn house(reader: &mut Reader<'_>, heating: &Heating) -> House {
    let mut of = |name: &str| reader.equipment(EquipmentKind::Building, name);
    House {
        capacity_kwh_k: of("heat_capacity") * heating.area_m2 / 1000.0,
        aperture_m2: of("solar_aperture") / PERCENT * heating.area_m2,
        gains: Kw(of("internal_gains") * heating.area_m2 / 1000.0),
        set_point: Celsius(heating.set_point_c),
        setback_k: heating.setback_k,
        design: Celsius(heating.design_c),
    }
}

/// The heat of rooms: last year's fuel less hot water, else that of the stock of the same age and insulation.
fn stated(reader: &mut Reader<'_>, heating: &Heating, rules: &Rules, date: Date, water: Kwh) -> Stated {
    if let Some((amount, burnt)) = heating.fuel_amount.zip(heating.present.and_then(|id| rules.heat_source(id, date))) {
        let Ok(fuel) = rules.fuel(burnt.rule.fuel, date) else {
            reader.lack(format!("fuels.{}", name_of(&burnt.rule.fuel)));
            return Stated::Used(Kwh::ZERO);
        };
        let id = format!("heat_sources.{}", name_of(&burnt.rule.heat_source));
        reader.note(id, burnt.rule.efficiency * PERCENT, "percent", &burnt.provenance, false);
        let useful_kwh = amount * fuel.rule.kwh_per_unit * burnt.rule.efficiency;
        return Stated::Used(Kwh((useful_kwh - water.0).max(0.0)));
    }
    let id = format!("buildings.{}", name_of(&heating.age));
    let as_built = match rules.building(heating.age, date) {
        Ok(row) => reader.note(id, row.rule.kwh_per_m2, "kwh_per_m2", &row.provenance, false),
        Err(_) => reader.lack(id),
    };
    let mut of = |name: &str| reader.equipment(EquipmentKind::Building, name);
    let degree_days = of("reference_degree_days").max(1.0);
    let renewed = as_built.min(of("deep_retrofit"));
    let share = match heating.insulation {
        Insulation::AsBuilt => 0.0,
        Insulation::Partly => of("partly_insulated") / PERCENT,
        Insulation::Deep => 1.0,
    };
    let kwh_per_m2 = as_built + share * (renewed - as_built);
    Stated::Stock { heat: Kwh(kwh_per_m2 * heating.area_m2), degree_days }
}
