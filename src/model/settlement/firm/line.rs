//! The lines of a firm's bill.

use crate::units::NetPln;
use serde::{Deserialize, Serialize};
use std::ops::{AddAssign, Index, IndexMut};

/// A line of the bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirmLine {
    /// Energy (energia czynna), excise included where the contract's price holds it.
    Energy,
    /// Excise (akcyza) beside a price that does not hold it.
    Excise,
    /// The seller's monthly fee (opłata handlowa).
    TradeFee,
    /// Variable network charge (opłata sieciowa zmienna).
    NetworkVariable,
    /// Quality of supply (stawka jakościowa).
    Quality,
    /// Support of renewable sources (opłata OZE).
    Oze,
    /// Support of combined heat and power (opłata kogeneracyjna).
    Cogeneration,
    /// Fixed network charge by contracted power (opłata sieciowa stała).
    NetworkFixed,
    /// Metering and billing (opłata abonamentowa).
    Subscription,
    /// Capacity charge (opłata mocowa).
    Capacity,
    /// Power above the contracted (opłata za przekroczenie mocy umownej).
    ExcessPower,
}

impl FirmLine {
    /// All lines in the order of the bill.
    pub const ALL: [Self; 11] = [
        Self::Energy,
        Self::Excise,
        Self::TradeFee,
        Self::NetworkVariable,
        Self::Quality,
        Self::Oze,
        Self::Cogeneration,
        Self::NetworkFixed,
        Self::Subscription,
        Self::Capacity,
        Self::ExcessPower,
    ];

    /// Identifier in files and texts.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Energy => "energy",
            Self::Excise => "excise",
            Self::TradeFee => "trade_fee",
            Self::NetworkVariable => "network_variable",
            Self::Quality => "quality",
            Self::Oze => "oze",
            Self::Cogeneration => "cogeneration",
            Self::NetworkFixed => "network_fixed",
            Self::Subscription => "subscription",
            Self::Capacity => "capacity",
            Self::ExcessPower => "excess_power",
        }
    }
}

/// An amount before VAT for every line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FirmLines([NetPln; 11]);

impl FirmLines {
    /// Sum of all lines.
    #[must_use]
    pub fn total(&self) -> NetPln {
        self.0.iter().copied().sum()
    }
}

impl Index<FirmLine> for FirmLines {
    type Output = NetPln;
    fn index(&self, line: FirmLine) -> &NetPln {
        &self.0[line as usize]
    }
}

impl IndexMut<FirmLine> for FirmLines {
    fn index_mut(&mut self, line: FirmLine) -> &mut NetPln {
        &mut self.0[line as usize]
    }
}

impl AddAssign for FirmLines {
    fn add_assign(&mut self, other: Self) {
        for (sum, amount) in self.0.iter_mut().zip(other.0) {
            *sum += amount;
        }
    }
}
