//! The lines of an electricity bill.

use crate::units::NetPln;
use serde::{Deserialize, Serialize};
use std::ops::{AddAssign, Index, IndexMut};

/// A line of the bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// Energy, excise included (energia czynna).
    Energy,
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
    /// Fixed network charge (opłata sieciowa stała).
    NetworkFixed,
    /// Metering and billing (opłata abonamentowa).
    Subscription,
    /// Capacity charge (opłata mocowa).
    Capacity,
}

impl Line {
    /// All lines in the order of the bill.
    pub const ALL: [Self; 9] = [
        Self::Energy,
        Self::TradeFee,
        Self::NetworkVariable,
        Self::Quality,
        Self::Oze,
        Self::Cogeneration,
        Self::NetworkFixed,
        Self::Subscription,
        Self::Capacity,
    ];

    /// Identifier in files and texts.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Energy => "energy",
            Self::TradeFee => "trade_fee",
            Self::NetworkVariable => "network_variable",
            Self::Quality => "quality",
            Self::Oze => "oze",
            Self::Cogeneration => "cogeneration",
            Self::NetworkFixed => "network_fixed",
            Self::Subscription => "subscription",
            Self::Capacity => "capacity",
        }
    }
}

/// An amount before VAT for every line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Lines([NetPln; 9]);

impl Lines {
    /// Sum of all lines.
    #[must_use]
    pub fn total(&self) -> NetPln {
        self.0.iter().copied().sum()
    }
}

impl Index<Line> for Lines {
    type Output = NetPln;
    fn index(&self, line: Line) -> &NetPln {
        &self.0[line as usize]
    }
}

impl IndexMut<Line> for Lines {
    fn index_mut(&mut self, line: Line) -> &mut NetPln {
        &mut self.0[line as usize]
    }
}

impl AddAssign for Lines {
    fn add_assign(&mut self, other: Self) {
        for (sum, amount) in self.0.iter_mut().zip(other.0) {
            *sum += amount;
        }
    }
}
