//! What a person says about heating. Where neither a present nor a planned source is named, heat is not counted.

use super::Field;
use crate::rules::heat::{AgeClass, FuelId, HeatSourceId};
use serde::{Deserialize, Serialize};

/// Heated floor.
pub const HEATED_M2: Field = Field::new("heating.area_m2", "m²", 120.0, (20.0, 1000.0), 5.0);
/// Temperature of the rooms by day.
pub const SET_POINT_C: Field = Field::new("heating.set_point_c", "°C", 20.0, (15.0, 25.0), 0.5);
/// How much cooler the rooms are at night.
pub const SETBACK_K: Field = Field::new("heating.setback_k", "K", 0.0, (0.0, 6.0), 0.5);
/// Outdoor temperature that the heating is built for (PN-EN 12831: −16 to −24 °C by zone).
pub const DESIGN_C: Field = Field::new("heating.design_c", "°C", -20.0, (-30.0, -10.0), 1.0);
/// Hot water of a person a day, at 55 °C.
pub const LITRES: Field = Field::new("heating.litres_per_person", "l", 40.0, (0.0, 150.0), 5.0);

/// Fuel of the last year, by what is burnt now: the unit follows the fuel.
const AMOUNT: &str = "heating.fuel_amount";
/// Price of a unit of fuel with VAT, by what is burnt now.
const PRICE: &str = "heating.fuel_price";

/// Amounts of a year.
pub const FUEL_AMOUNTS: [(FuelId, Field); 6] = [
    (FuelId::Coal, Field::new(AMOUNT, "t", 4.0, (0.1, 40.0), 0.1)),
    (FuelId::Pellets, Field::new(AMOUNT, "t", 5.0, (0.1, 40.0), 0.1)),
    (FuelId::Gas, Field::new(AMOUNT, "kWh", 15_000.0, (200.0, 200_000.0), 100.0)),
    (FuelId::Oil, Field::new(AMOUNT, "l", 1800.0, (20.0, 20_000.0), 50.0)),
    (FuelId::Lpg, Field::new(AMOUNT, "l", 2500.0, (30.0, 30_000.0), 50.0)),
    (FuelId::District, Field::new(AMOUNT, "GJ", 60.0, (1.0, 1000.0), 1.0)),
];
/// Prices of a unit.
pub const FUEL_PRICES: [(FuelId, Field); 6] = [
    (FuelId::Coal, Field::new(PRICE, "zł/t", 1500.0, (100.0, 6000.0), 50.0)),
    (FuelId::Pellets, Field::new(PRICE, "zł/t", 1900.0, (100.0, 6000.0), 50.0)),
    (FuelId::Gas, Field::new(PRICE, "zł/kWh", 0.36, (0.05, 3.0), 0.01)),
    (FuelId::Oil, Field::new(PRICE, "zł/l", 5.0, (0.5, 20.0), 0.1)),
    (FuelId::Lpg, Field::new(PRICE, "zł/l", 3.25, (0.5, 20.0), 0.1)),
    (FuelId::District, Field::new(PRICE, "zł/GJ", 120.0, (10.0, 600.0), 5.0)),
];

/// A kind of heat pump.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PumpKind {
    /// From outdoor air to water.
    Air,
    /// From the ground to water.
    Ground,
}

/// How well a house is insulated today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Insulation {
    /// As it was built.
    #[default]
    AsBuilt,
    /// A part has been renewed: windows and roof, or walls.
    Partly,
    /// Walls, roof and windows have been renewed.
    Deep,
}

/// What gives the heat to the rooms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Emitter {
    /// Floor heating, 35 °C on the design day.
    Floor,
    /// Large or additional radiators, 45 °C.
    #[serde(rename = "radiators_45")]
    Radiators45,
    /// Usual radiators, 55 °C.
    #[default]
    #[serde(rename = "radiators_55")]
    Radiators55,
}

/// The heating of a home.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Heating {
    /// What heats the home now.
    pub present: Option<HeatSourceId>,
    /// The heat pump that is planned; it takes the place of what heats now.
    pub planned: Option<PumpKind>,
    /// The source heats water too.
    pub hot_water: bool,
    /// Heated floor, m².
    pub area_m2: f64,
    /// Age of the house.
    pub age: AgeClass,
    /// Insulation today.
    pub insulation: Insulation,
    /// What gives the heat to the rooms.
    pub emitter: Emitter,
    /// Fuel of the last year in the unit of what is burnt now; it goes before area, age and insulation.
    pub fuel_amount: Option<f64>,
    /// Price of that unit with VAT, zł.
    pub fuel_price: Option<f64>,
    /// Temperature of the rooms by day, °C.
    pub set_point_c: f64,
    /// How much cooler the rooms are from 22 to 6, K.
    pub setback_k: f64,
    /// Outdoor temperature that the heating is built for, °C.
    pub design_c: f64,
    /// Hot water of a person a day, litres at 55 °C.
    pub litres_per_person: f64,
}

impl Default for Heating {
    fn default() -> Self {
        Self {
            present: None,
            planned: None,
            hot_water: true,
            area_m2: HEATED_M2.default,
            age: AgeClass::default(),
            insulation: Insulation::default(),
            emitter: Emitter::default(),
            fuel_amount: None,
            fuel_price: None,
            set_point_c: SET_POINT_C.default,
            setback_k: SETBACK_K.default,
            design_c: DESIGN_C.default,
            litres_per_person: LITRES.default,
        }
    }
}

impl Heating {
    /// What heats the home in the scenario: the planned pump, else what is there now. None where heat is not counted.
    #[must_use]
    pub fn source(&self) -> Option<HeatSourceId> {
        match self.planned {
            Some(PumpKind::Air) => Some(HeatSourceId::AirPump),
            Some(PumpKind::Ground) => Some(HeatSourceId::GroundPump),
            None => self.present,
        }
    }

    /// True where electricity heats already: a meter's file then holds it.
    #[must_use]
    pub fn is_electric(&self) -> bool {
        self.present.is_some() && self.fuel().is_none()
    }

    /// The fuel that is burnt now; none for electricity.
    #[must_use]
    pub fn fuel(&self) -> Option<FuelId> {
        Some(match self.present? {
            HeatSourceId::CoalOld | HeatSourceId::CoalClass5 => FuelId::Coal,
            HeatSourceId::Pellets => FuelId::Pellets,
            HeatSourceId::Gas => FuelId::Gas,
            HeatSourceId::Oil => FuelId::Oil,
            HeatSourceId::Lpg => FuelId::Lpg,
            HeatSourceId::District => FuelId::District,
            HeatSourceId::Electric | HeatSourceId::AirPump | HeatSourceId::GroundPump => return None,
        })
    }

    /// The declaration of last year's fuel, or of its price; none where no fuel is burnt.
    #[must_use]
    pub fn fuel_field(&self, fields: &'static [(FuelId, Field)]) -> Option<&'static Field> {
        let fuel = self.fuel()?;
        fields.iter().find(|(id, _)| *id == fuel).map(|(_, field)| field)
    }

    /// Every number with its declaration; those of fuel only where they count.
    #[must_use]
    pub fn numbers(&self) -> Vec<(&'static Field, f64)> {
        let mut numbers = vec![
            (&HEATED_M2, self.area_m2),
            (&SET_POINT_C, self.set_point_c),
            (&SETBACK_K, self.setback_k),
            (&DESIGN_C, self.design_c),
            (&LITRES, self.litres_per_person),
        ];
        numbers.extend(self.fuel_field(&FUEL_AMOUNTS).zip(self.fuel_amount));
        numbers.extend(self.fuel_field(&FUEL_PRICES).zip(self.fuel_price));
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fuel_has_an_amount_and_a_price_within_their_limits() {
        for present in HeatSourceId::ALL {
            let heating = Heating { present: Some(present), ..Heating::default() };
            let fields = [heating.fuel_field(&FUEL_AMOUNTS), heating.fuel_field(&FUEL_PRICES)];
            assert_eq!(fields.iter().all(Option::is_some), heating.fuel().is_some());
            for field in fields.into_iter().flatten() {
                assert!(field.check(field.default).is_ok());
            }
        }
    }

    #[test]
    fn a_planned_pump_takes_the_place_of_the_boiler() {
        let heating =
            Heating { present: Some(HeatSourceId::Gas), planned: Some(PumpKind::Ground), ..Heating::default() };
        assert_eq!(heating.source(), Some(HeatSourceId::GroundPump));
        assert_eq!(heating.fuel(), Some(FuelId::Gas));
        assert_eq!(Heating::default().source(), None);
    }
}
