//! Contracts of a firm's meter: distribution, and energy.

use super::Checks;
use crate::model::inputs::Field;
use serde::{Deserialize, Serialize};

/// Contracted power (moc umowna).
pub const CONTRACTED_KW: Field = Field::new("contract.contracted_kw", "kW", 40.0, (1.0, 20_000.0), 1.0);
/// Power of the connection (moc przyłączeniowa).
pub const CONNECTION_KW: Field = Field::new("contract.connection_kw", "kW", 40.0, (1.0, 20_000.0), 1.0);
/// Variable network rate of a zone, from the firm's own bill.
pub const OWN_VARIABLE: Field = Field::new("contract.own.network_variable", "zł/kWh", 0.25, (0.0, 2.0), 0.01);
/// Fixed network rate, from the firm's own bill.
pub const OWN_FIXED: Field = Field::new("contract.own.network_fixed", "zł/kW", 15.0, (0.0, 100.0), 0.1);
/// Subscription, from the firm's own bill.
pub const OWN_SUBSCRIPTION: Field = Field::new("contract.own.subscription", "zł", 10.0, (0.0, 100.0), 0.5);
/// Price of a kWh.
pub const ENERGY_PRICE: Field = Field::new("contract.energy.price", "zł/kWh", 0.62, (0.0, 5.0), 0.01);
/// What a seller adds to the market price.
pub const ENERGY_MARGIN: Field = Field::new("contract.energy.margin", "zł/kWh", 0.06, (0.0, 1.0), 0.01);
/// The seller's fee of a month.
pub const ENERGY_FEE: Field = Field::new("contract.energy.monthly_fee", "zł", 0.0, (0.0, 5000.0), 5.0);

/// A price or rate in each zone of the tariff, by the zone's name.
pub type ByZone = Vec<(String, f64)>;

/// Network rates from the firm's own bill, in the place of those that the tables hold or lack; before VAT.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OwnNetworkRates {
    /// zł/kWh by zone.
    pub network_variable: ByZone,
    /// zł a month for each kW of contracted power.
    pub network_fixed: Option<f64>,
    /// zł a month.
    pub subscription: Option<f64>,
}

/// How a kWh is priced; before VAT.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EnergyPricing {
    /// One price round the clock, zł/kWh.
    Fixed(f64),
    /// zł/kWh by zone of the tariff.
    Zoned(ByZone),
    /// The day-ahead price (RDN) of each hour and a margin.
    Market {
        /// zł/kWh; none for that of the tables.
        margin: Option<f64>,
        /// A market price below zero is passed on; otherwise it counts as zero.
        passes_negative_prices: bool,
    },
}

/// Contract for energy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FirmEnergy {
    /// How a kWh is priced; none for one price, that of the tables.
    pub pricing: Option<EnergyPricing>,
    /// The seller's fee, zł a month.
    pub monthly_fee: f64,
    /// Whether the price holds excise.
    pub excise_inside: bool,
}

impl Default for FirmEnergy {
    fn default() -> Self {
        Self { pricing: None, monthly_fee: ENERGY_FEE.default, excise_inside: true }
    }
}

/// The contracts of a meter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FirmContract {
    /// Distribution company, a key of `operators.csv`; none for that of the town.
    pub operator: Option<String>,
    /// Tariff group: `C12a`.
    pub group: String,
    /// Contracted power, kW.
    pub contracted_kw: f64,
    /// Power of the connection, kW, which what is taken and what is fed in stay within; none where it is not told.
    pub connection_kw: Option<f64>,
    /// Rates from the firm's own bill.
    pub own: OwnNetworkRates,
    /// How the energy is bought.
    pub energy: FirmEnergy,
}

impl Default for FirmContract {
    fn default() -> Self {
        Self {
            operator: None,
            group: "C11".to_owned(),
            contracted_kw: CONTRACTED_KW.default,
            connection_kw: None,
            own: OwnNetworkRates::default(),
            energy: FirmEnergy::default(),
        }
    }
}

impl FirmContract {
    pub(super) fn check(&self, prefix: &str, checks: &mut Checks) {
        checks.number(prefix, &CONTRACTED_KW, self.contracted_kw);
        checks.told(prefix, &CONNECTION_KW, self.connection_kw);
        for (_, rate) in &self.own.network_variable {
            checks.number(prefix, &OWN_VARIABLE, *rate);
        }
        checks.told(prefix, &OWN_FIXED, self.own.network_fixed);
        checks.told(prefix, &OWN_SUBSCRIPTION, self.own.subscription);
        match &self.energy.pricing {
            Some(EnergyPricing::Fixed(price)) => checks.number(prefix, &ENERGY_PRICE, *price),
            Some(EnergyPricing::Zoned(prices)) => {
                prices.iter().for_each(|(_, price)| checks.number(prefix, &ENERGY_PRICE, *price));
            }
            Some(EnergyPricing::Market { margin, .. }) => checks.told(prefix, &ENERGY_MARGIN, *margin),
            None => {}
        }
        checks.number(prefix, &ENERGY_FEE, self.energy.monthly_fee);
    }
}
