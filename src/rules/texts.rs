//! The text of the tables.

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
}

impl Default for Texts<'_> {
    fn default() -> Self {
        Self {
            sources: include_str!("sources.csv"),
            operators: include_str!("operators.csv"),
            towns: include_str!("towns.csv"),
            rates: include_str!("rates.csv"),
            zones: include_str!("zones.csv"),
            levies: include_str!("levies.csv"),
            vat: include_str!("vat.csv"),
            schemes: include_str!("schemes.csv"),
            market_prices: include_str!("market_prices.csv"),
            holidays: include_str!("holidays.csv"),
            equipment: include_str!("equipment.csv"),
            costs: include_str!("costs.csv"),
            assumptions: include_str!("assumptions.csv"),
            price_paths: include_str!("price_paths.csv"),
            supports: include_str!("supports.csv"),
            buildings: include_str!("buildings.csv"),
            fuels: include_str!("fuels.csv"),
            heat_sources: include_str!("heat_sources.csv"),
        }
    }
}
