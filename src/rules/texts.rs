//! The text of the tables.

use super::pack::Pack;

/// The text of every table, UTF-8 CSV; the built-in ones by default.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    /// `sources.csv`.
    pub sources: &'a str,
    /// `operators.csv`.
    pub operators: &'a str,
    /// `towns.csv`.
    pub towns: &'a str,
    /// `rates.csv`.
    pub rates: &'a str,
    /// `zones.csv`.
    pub zones: &'a str,
    /// `levies.csv`.
    pub levies: &'a str,
    /// `vat.csv`.
    pub vat: &'a str,
    /// `schemes.csv`.
    pub schemes: &'a str,
    /// `market_prices.csv`.
    pub market_prices: &'a str,
    /// `holidays.csv`.
    pub holidays: &'a str,
    /// `equipment.csv`.
    pub equipment: &'a str,
    /// `costs.csv`.
    pub costs: &'a str,
    /// `assumptions.csv`.
    pub assumptions: &'a str,
    /// `price_paths.csv`.
    pub price_paths: &'a str,
    /// `supports.csv`.
    pub supports: &'a str,
    /// `buildings.csv`.
    pub buildings: &'a str,
    /// `fuels.csv`.
    pub fuels: &'a str,
    /// `heat_sources.csv`.
    pub heat_sources: &'a str,
    /// What a town lays over them.
    pub pack: &'a Pack,
}

impl Default for Texts<'_> {
    fn default() -> Self {
        Self {
            sources: built_in!("sources.csv"),
            operators: built_in!("operators.csv"),
            towns: built_in!("towns.csv"),
            rates: built_in!("rates.csv"),
            zones: built_in!("zones.csv"),
            levies: built_in!("levies.csv"),
            vat: built_in!("vat.csv"),
            schemes: built_in!("schemes.csv"),
            market_prices: built_in!("market_prices.csv"),
            holidays: built_in!("holidays.csv"),
            equipment: built_in!("equipment.csv"),
            costs: built_in!("costs.csv"),
            assumptions: built_in!("assumptions.csv"),
            price_paths: built_in!("price_paths.csv"),
            supports: built_in!("supports.csv"),
            buildings: built_in!("buildings.csv"),
            fuels: built_in!("fuels.csv"),
            heat_sources: built_in!("heat_sources.csv"),
            pack: Pack::none(),
        }
    }
}
