//! Trades: what the tables say of a firm's consumption.

pub mod course;
pub mod size;
pub mod sunday;

use super::FirmRules;
use crate::error::Wrong;
use crate::rules::{
    MissingValue,
    table::{Fields, Row, Table, in_force, set_in_force},
};
use course::{TradeBreak, TradeHours, TradePlace};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use size::TradeSize;
use sunday::TradingSunday;

/// What a firm does, as far as its consumption tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trade {
    /// Office.
    Office,
    /// Shop that sells no food.
    Shop,
    /// Food shop with refrigerators.
    FoodShop,
    /// Bakery that bakes in the night.
    Bakery,
    /// Workshop or small factory, one shift.
    #[default]
    WorkshopOneShift,
    /// The same on two shifts.
    WorkshopTwoShifts,
    /// The same on three shifts.
    WorkshopThreeShifts,
    /// Cold store.
    ColdStore,
    /// Farm with dairy cows.
    DairyFarm,
    /// Hotel or guest house.
    Hotel,
    /// School.
    School,
    /// Wells and pumps of a water supply.
    WaterWorks,
}

impl Trade {
    /// Every trade.
    pub const ALL: [Self; 12] = [
        Self::Office,
        Self::Shop,
        Self::FoodShop,
        Self::Bakery,
        Self::WorkshopOneShift,
        Self::WorkshopTwoShifts,
        Self::WorkshopThreeShifts,
        Self::ColdStore,
        Self::DairyFarm,
        Self::Hotel,
        Self::School,
        Self::WaterWorks,
    ];

    /// Its name in tables and files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Shop => "shop",
            Self::FoodShop => "food_shop",
            Self::Bakery => "bakery",
            Self::WorkshopOneShift => "workshop_one_shift",
            Self::WorkshopTwoShifts => "workshop_two_shifts",
            Self::WorkshopThreeShifts => "workshop_three_shifts",
            Self::ColdStore => "cold_store",
            Self::DairyFarm => "dairy_farm",
            Self::Hotel => "hotel",
            Self::School => "school",
            Self::WaterWorks => "water_works",
        }
    }
}

/// A row of `firm_trades.csv`: what of a trade holds for every hour. Shares are of its power in full operation.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct TradeFigures {
    /// Which trade.
    pub trade: Trade,
    /// Power that never stops.
    pub base_share: f64,
    /// Standard deviation of the base load from hour to hour, relative.
    pub base_spread: f64,
    /// Standard deviation of the operation from day to day, relative.
    pub day_spread: f64,
    /// Standard deviation of the operation from hour to hour, relative.
    pub hour_spread: f64,
    /// Standard deviation of beginning and end of a day's work, hours.
    pub edge_spread_h: f64,
    /// Greatest quarter-hour of an hour of operation over its mean, in the mean of the hours.
    pub peak_ratio: f64,
    /// Outdoor temperature above which there is cooling, °C.
    pub cooling_from_c: f64,
    /// Power of cooling for each kelvin above.
    pub cooling_per_k: f64,
    /// Outdoor temperature below which fans, pumps and heaters of the cold season run, °C.
    pub heating_below_c: f64,
    /// Their power for each kelvin below.
    pub heating_per_k: f64,
    /// Part of cooling and heating that stays while the firm is closed.
    pub closed_response: f64,
    /// Time in which the building or store follows the outdoor temperature, hours.
    pub inertia_h: f64,
}

impl Table for TradeFigures {
    const NAME: &'static str = "firm_trades.csv";
    const COLUMNS: &'static [&'static str] = &[
        "trade",
        "base_share",
        "base_spread",
        "day_spread",
        "hour_spread",
        "edge_spread_h",
        "peak_ratio",
        "cooling_from_c",
        "cooling_per_k",
        "heating_below_c",
        "heating_per_k",
        "closed_response",
        "inertia_h",
    ];
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let row: Self = fields.row()?;
        for (name, value, least, most) in [
            ("base_share", row.base_share, 0.01, 1.0),
            ("base_spread", row.base_spread, 0.0, 0.3),
            ("day_spread", row.day_spread, 0.0, 0.3),
            ("hour_spread", row.hour_spread, 0.0, 0.3),
            ("edge_spread_h", row.edge_spread_h, 0.0, 1.0),
            ("peak_ratio", row.peak_ratio, 1.0, 3.0),
            ("cooling_from_c", row.cooling_from_c, -20.0, 40.0),
            ("cooling_per_k", row.cooling_per_k, 0.0, 0.1),
            ("heating_below_c", row.heating_below_c, -20.0, 20.0),
            ("heating_per_k", row.heating_per_k, 0.0, 0.1),
            ("closed_response", row.closed_response, 0.0, 1.0),
            ("inertia_h", row.inertia_h, 1.0, 240.0),
        ] {
            course::within(name, value, least, most)?;
        }
        Ok(row)
    }

    fn key(&self) -> String {
        self.trade.id().to_owned()
    }
}

/// All that the tables say of the consumption of a trade.
#[derive(Clone, Debug, PartialEq)]
pub struct TradeShape {
    /// What holds for every hour.
    pub figures: TradeFigures,
    /// Hours of work; levels of the same hour add up.
    pub hours: Vec<TradeHours>,
    /// Weeks with less work.
    pub breaks: Vec<TradeBreak>,
    /// Operation from January to December, 1 in a usual month.
    pub months: [f64; 12],
    /// Sundays on which shops may open.
    pub trading_sundays: Vec<TradingSunday>,
}

impl FirmRules {
    /// What the tables of `date` say of the consumption of a trade. `place` matters where guests come for a season.
    ///
    /// # Errors
    /// When no table holds the trade.
    pub fn trade(&self, trade: Trade, place: TradePlace, date: Date) -> Result<TradeShape, MissingValue> {
        let figures = in_force(&self.trades, date, |row| row.trade == trade)
            .ok_or_else(|| MissingValue { table: TradeFigures::NAME, id: trade.id().to_owned() })?;
        let season = |place| in_force(&self.trade_seasons, date, |row| row.trade == trade && row.place == place);
        Ok(TradeShape {
            figures: figures.rule,
            hours: set_in_force(&self.trade_hours, date, |row| row.trade == trade)
                .into_iter()
                .map(|row| row.rule)
                .collect(),
            breaks: set_in_force(&self.trade_breaks, date, |row| row.trade == trade)
                .into_iter()
                .map(|row| row.rule.clone())
                .collect(),
            months: season(place).or_else(|| season(TradePlace::Usual)).map_or([1.0; 12], |row| row.rule.levels),
            trading_sundays: set_in_force(&self.trading_sundays, date, |_| true)
                .into_iter()
                .map(|row| row.rule)
                .collect(),
        })
    }

    /// Usual consumption of a trade by its size on `date`, the most telling measure first; none where nothing is known.
    #[must_use]
    pub fn trade_sizes(&self, trade: Trade, date: Date) -> Vec<&Row<TradeSize>> {
        set_in_force(&self.trade_sizes, date, |row| row.trade == trade)
    }
}
