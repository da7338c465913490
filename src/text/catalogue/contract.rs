//! The words of the contract: how export is settled, the account it fills, the tariff groups, the change of scheme.

use super::{Say1, Say2};

/// What can be chosen about the contract and the prices ahead.
pub struct Contract {
    /// When a plant falls under a scheme: by RCE, by `RCEm`, net-metering, collective, virtual, tenant.
    pub scheme_since: [&'static str; 6],
    /// Short names of the schemes in the same order.
    pub scheme_names: [&'static str; 6],
    /// What each means.
    pub scheme_means: [&'static str; 6],
    /// How energy is bought: at sale prices of the tariff, at dynamic prices.
    pub energy_ways: [&'static str; 2],
    /// What a market price below zero does: counts as zero, lowers the bill.
    pub negative_ways: [&'static str; 2],
    pub building: &'static str,
    pub building_hint: &'static str,
    pub plant_elsewhere: &'static str,
    /// Yearly energy of one kWp.
    pub plane_yield: Say1,
    pub per_flat: &'static str,
    /// What is paid out to the building, number of flats.
    pub per_flat_note: Say2,
    pub bill_dynamic: &'static str,
    /// How often a bill comes, by months between two.
    pub bill_every: fn(usize) -> String,
    /// Courses of prices: expected, flat, rising, falling at noon.
    pub paths: [&'static str; 4],
    /// What each rests on.
    pub path_bases: [&'static str; 4],
    pub path_note: &'static str,
}

/// The account that export fills.
pub struct Account {
    pub deposit_title: &'static str,
    pub deposit_lead: &'static str,
    pub tenant_lead: &'static str,
    /// Credited, used, paid out.
    pub tenant_summary: fn(&str, &str, &str) -> String,
    pub paid_out: &'static str,
    pub credit_title: &'static str,
    pub credit_lead: &'static str,
    pub credited: &'static str,
    pub used: &'static str,
    pub refunded: &'static str,
    pub forfeited: &'static str,
    pub balance: &'static str,
    /// Credited, used, refunded, forfeited.
    pub deposit_summary: fn(&str, &str, &str, &str) -> String,
    /// Credited, used, forfeited.
    pub credit_summary: fn(&str, &str, &str) -> String,
    /// Month of the highest balance, with it.
    pub fullest: Say1,
    /// The balance at the end of a year.
    pub at_the_end: &'static str,
}

/// The tariff groups side by side.
pub struct TariffWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub open: &'static str,
    pub missing_rate: Say1,
    /// Price, zone.
    pub missing_zone_rate: Say2,
    pub missing_hours: &'static str,
    pub missing_levy: Say1,
    pub missing_vat: &'static str,
}

/// Advice on changing the scheme.
pub struct SwitchWords {
    pub title: &'static str,
}
