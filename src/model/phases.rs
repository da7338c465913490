//! What netting each phase by itself would cost: the way of older meters, before hourly netting over all phases.

use crate::{
    error::InputError,
    model::{home::Home, inputs::Scenario, settlement},
    units::{GrossPln, Kwh, Kwp, Series},
};
use serde::{Deserialize, Serialize};

/// Energy at the meter and the yearly bill of one way of netting, with VAT, in a settled year and after refunds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Netted {
    /// Energy bought.
    pub import: Kwh,
    /// Energy fed in.
    pub export: Kwh,
    /// Yearly bill.
    pub yearly_cost: GrossPln,
}

/// Both ways of netting for the same home and plant.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ByPhase {
    /// Hourly, over all phases: how prosumers are settled (RES act, art. 4 ust. 2b).
    pub summed: Netted,
    /// Hourly, each phase by itself.
    pub apart: Netted,
    /// What netting each phase by itself would cost more a year.
    pub dearer_by: GrossPln,
}

/// Compares hourly netting over all phases with hourly netting of each phase.
///
/// The use of every hour lies on the phases by the shares of the scenario; the inverter with its battery feeds the first
/// phase, or all three evenly. The battery follows the sum of the phases in both cases. A home with one phase has nothing
/// to compare: both are equal. Each kWh bought on one phase while another feeds in adds one kWh to import and to export.
///
/// Per phase: import = sum of max(use − feed, 0), export = sum of max(feed − use, 0). Source: identity of the balance.
///
/// # Errors
/// A plant that does not fit on the roof.
pub fn by_phase(home: &Home, scenario: &Scenario) -> Result<ByPhase, InputError> {
    let pv = home.check_fits(Kwp(scenario.pv_kwp))?;
    let generation = home.generation(pv).ac;
    let load = home.load_beside(&generation);
    let flows = home.flows(&generation, &load, home.battery_size(Kwh(scenario.battery_kwh)));
    let netted = |import: &Series<Kwh>, export: &Series<Kwh>| {
        let bill = settlement::settle(home.offer.of(pv), import, export).steady;
        Netted { import: bill.import(), export: bill.export(), yearly_cost: bill.cost_after_refund() }
    };
    let summed = netted(&flows.import, &flows.export);
    if scenario.tariff.phases == 1 || !home.scheme.is_behind_the_meter() {
        return Ok(ByPhase { summed, apart: summed, dearer_by: GrossPln::ZERO });
    }
    let feeds = if scenario.phase_split.inverter_phases == 1 { [1.0, 0.0, 0.0] } else { [1.0 / 3.0; 3] };
    let (mut import, mut export) = (flows.import, flows.export);
    for hour in 0..load.len() {
        let (load_kwh, summed_kwh) = (load[hour], export[hour] - import[hour]);
        let (bought_kwh, fed_kwh) = apart(load_kwh, load_kwh + summed_kwh, &scenario.phase_split.shares(), &feeds);
        import.raw_mut()[hour] = bought_kwh;
        export.raw_mut()[hour] = fed_kwh;
    }
    let apart = netted(&import, &export);
    Ok(ByPhase { summed, apart, dearer_by: apart.yearly_cost - summed.yearly_cost })
}

/// Energy bought and fed in in an hour on all phases, where `load_kwh` and what the inverter feeds lie on them by shares.
fn apart(load_kwh: f64, inverter_kwh: f64, loads: &[f64; 3], feeds: &[f64; 3]) -> (f64, f64) {
    let (mut bought_kwh, mut fed_kwh) = (0.0, 0.0);
    for (load, feed) in loads.iter().zip(feeds) {
        let surplus_kwh = inverter_kwh * feed - load_kwh * load;
        bought_kwh += (-surplus_kwh).max(0.0);
        fed_kwh += surplus_kwh.max(0.0);
    }
    (bought_kwh, fed_kwh)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_by_hand() {
        // 3 kWh of use as 1.5, 0.9 and 0.6; 2 kWh of sun on the first phase: 0.5 fed in there, 0.9 + 0.6 bought.
        let close = |got: (f64, f64), want: (f64, f64)| {
            assert!((got.0 - want.0).abs() < 1e-12 && (got.1 - want.1).abs() < 1e-12, "{got:?}");
        };
        close(apart(3.0, 2.0, &[0.5, 0.3, 0.2], &[1.0, 0.0, 0.0]), (1.5, 0.5));
        // Evenly on all three, use too: what the sum says, 1 kWh bought.
        close(apart(3.0, 2.0, &[1.0 / 3.0; 3], &[1.0 / 3.0; 3]), (1.0, 0.0));
    }
}
