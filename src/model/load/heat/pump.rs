//! A heat pump that heats a house and its water: electricity in every hour.

use super::{
    cop::{Group, hplib},
    water::WaterYear,
};
use crate::units::{Celsius, Kw, Kwh, Series};

/// What gives the heat to the rooms: temperatures on the design day and how its heat grows with them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// Flow on the design day.
    flow_c: f64,
    /// Return on the design day.
    return_c: f64,
    /// Exponent of heat over excess temperature.
    exponent: f64,
}

impl Curve {
    /// Floor, 35/30 °C; exponent of EN 1264.
    pub const FLOOR: Self = Self { flow_c: 35.0, return_c: 30.0, exponent: 1.1 };
    /// Large radiators, 45/40 °C (EN 14511); exponent of EN 442.
    pub const RADIATORS_45: Self = Self { flow_c: 45.0, return_c: 40.0, exponent: 1.3 };
    /// Usual radiators, 55/47 °C (EN 14511); exponent of EN 442.
    pub const RADIATORS_55: Self = Self { flow_c: 55.0, return_c: 47.0, exponent: 1.3 };

    /// Flow that the weather asks for: `room + (excess on the design day) φ^(1/n) + half the spread × φ`, where φ is the
    /// share of the design load, at constant flow rate.
    #[must_use]
    pub fn flow(&self, outdoor: Celsius, room: Celsius, design: Celsius) -> Celsius {
        let load = ((room.0 - outdoor.0) / (room.0 - design.0).max(1.0)).clamp(0.0, 1.2);
        let excess_k = 0.5 * (self.flow_c + self.return_c) - room.0;
        Celsius(room.0 + excess_k * load.powf(1.0 / self.exponent) + 0.5 * (self.flow_c - self.return_c) * load)
    }
}

/// Where the heat comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pump {
    /// Outdoor air; a rod helps below `bivalence`.
    Air {
        /// Outdoor temperature down to which the pump alone is enough.
        bivalence: Celsius,
        /// Heat lost to melting ice at −2 to 4 °C, share.
        defrost: f64,
    },
    /// The ground, built for the design day.
    Ground {
        /// Brine that comes from the ground.
        brine: Celsius,
    },
}

/// A heat pump in a home.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct System {
    /// Where the heat comes from.
    pub pump: Pump,
    /// What gives it to the rooms.
    pub curve: Curve,
    /// Temperature of the rooms.
    pub room: Celsius,
    /// Outdoor temperature that the heating is built for.
    pub design: Celsius,
    /// Heat that the house loses then.
    pub design_load: Kw,
    /// Temperature of the water tank.
    pub tank: Celsius,
    /// COP at home over COP in the laboratory, 0 to 1.
    pub real: f64,
    /// Controls and crankcase heater.
    pub standby: Kw,
}

/// Electricity of a year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PumpYear {
    /// In each hour, all of it, kWh.
    pub hourly_kwh: Vec<f64>,
    /// For the rooms, the rod's part of it and the standby of the season included.
    pub space: Kwh,
    /// For hot water, the rod's part of it and the standby of the summer included.
    pub water: Kwh,
    /// Of the heating rod.
    pub rod: Kwh,
}

/// Outlet above the tank, K.
const TANK_EXCESS_K: f64 = 3.0;
/// Heat at the reference point of a pump of a standard size; COP and the course of full heat do not depend on it.
const RATED: Kw = Kw(1.0);

impl System {
    /// Electricity for the heat of rooms and water.
    ///
    /// COP of hplib's regulated groups, full power of its on-off groups. What the pump cannot give while it is warmer
    /// than the bivalence point is given later; below that point the rod gives it. Water goes first; its weekly hotter
    /// charge is the rod's.
    #[must_use]
    pub fn run(&self, space: &Series<Kwh>, water: &WaterYear, outdoor: &Series<Celsius>) -> PumpYear {
        let size = self.size();
        let mut year = PumpYear { hourly_kwh: Vec::with_capacity(outdoor.len()), ..PumpYear::default() };
        let mut owed_kwh = 0.0;
        let no_water = water.total() <= Kwh::ZERO;
        let heat = space.raw().iter().zip(water.heat.raw()).zip(water.hygiene.raw());
        for (&out_c, ((&space_kwh, &water_kwh), &hygiene_kwh)) in outdoor.raw().iter().zip(heat) {
            let out = Celsius(out_c);
            let flow = self.curve.flow(out, self.room, self.design);
            let tank = Celsius(self.tank.0 + TANK_EXCESS_K);
            let by_pump_kwh = water_kwh.min(size * self.full(out, tank));
            let water_rod_kwh = water_kwh - by_pump_kwh + hygiene_kwh;
            // The share of the hour that the water has taken is lost to the rooms.
            let left = 1.0 - by_pump_kwh / (size * self.full(out, tank)).max(f64::MIN_POSITIVE);
            let most_kwh = size * self.full(out, flow) * left.max(0.0);
            let asked_kwh = space_kwh + owed_kwh;
            let given_kwh = asked_kwh.min(most_kwh);
            let short_kwh = asked_kwh - given_kwh;
            let rod_kwh = if self.rod_helps(out) { short_kwh } else { 0.0 };
            owed_kwh = short_kwh - rod_kwh;
            let mut space_el = given_kwh / self.cop(out, flow) + rod_kwh;
            let mut water_el = by_pump_kwh / self.cop(out, tank) + water_rod_kwh;
            // Standby belongs to the rooms while they are heated, else to the water.
            *(if given_kwh > 0.0 || no_water { &mut space_el } else { &mut water_el }) += self.standby.0;
            year.space += Kwh(space_el);
            year.water += Kwh(water_el);
            year.rod += Kwh(rod_kwh + water_rod_kwh);
            year.hourly_kwh.push(space_el + water_el);
        }
        // A debt at the end of the year is paid by the rod, so that no heat is free.
        if let Some(last) = year.hourly_kwh.last_mut() {
            *last += owed_kwh;
            year.space += Kwh(owed_kwh);
            year.rod += Kwh(owed_kwh);
        }
        year
    }

    /// Heat over electricity at home.
    #[must_use]
    pub fn cop(&self, outdoor: Celsius, outlet: Celsius) -> f64 {
        let (lab, loss) = match self.pump {
            Pump::Air { defrost, .. } => {
                (hplib(&Group::AIR_REGULATED, RATED, outdoor, outlet, outdoor).cop, defrost * frost(outdoor))
            }
            Pump::Ground { brine } => (hplib(&Group::GROUND_REGULATED, RATED, brine, outlet, outdoor).cop, 0.0),
        };
        (lab * self.real * (1.0 - loss)).max(1.0)
    }

    /// Heat at the bivalence point of the pump that is enough there, over [`Self::full`].
    fn size(&self) -> f64 {
        let at = match self.pump {
            Pump::Air { bivalence, .. } => Celsius(bivalence.0.max(self.design.0)),
            Pump::Ground { .. } => self.design,
        };
        let share = (self.room.0 - at.0) / (self.room.0 - self.design.0).max(1.0);
        self.design_load.0 * share / self.full(at, self.curve.flow(at, self.room, self.design))
    }

    /// Full heat at these temperatures, kW, of a pump of a standard size.
    fn full(&self, outdoor: Celsius, outlet: Celsius) -> f64 {
        let running = match self.pump {
            Pump::Air { .. } => hplib(&Group::AIR_ON_OFF, RATED, outdoor, outlet, outdoor),
            Pump::Ground { brine } => hplib(&Group::GROUND_ON_OFF, RATED, brine, outlet, outdoor),
        };
        running.heat.0.max(0.01)
    }

    fn rod_helps(&self, outdoor: Celsius) -> bool {
        match self.pump {
            Pump::Air { bivalence, .. } => outdoor <= bivalence,
            Pump::Ground { .. } => outdoor <= self.design,
        }
    }
}

/// How much ice forms on the outdoor unit: all of it from −2 to 4 °C, none from −7 down and 9 up.
fn frost(outdoor: Celsius) -> f64 {
    let beyond_k = (-2.0 - outdoor.0).max(outdoor.0 - 4.0).max(0.0);
    (1.0 - beyond_k / 5.0).max(0.0)
}
