//! A year of bills of one meter, with what its contracted power costs.

use super::outcome::MeterYear;
use crate::{
    model::{
        contracted_power::{Advice, Contracting, Powers},
        settlement::{
            capacity_charge::CapacityYear,
            firm::{FirmBill, FirmPrepared},
        },
    },
    units::{Kw, Kwh, Series},
};

/// Most contracted powers that are listed.
const MOST_POWERS: f64 = 120.0;

/// The year of a meter with these flows and bills.
pub(super) fn meter_year(
    prepared: &FirmPrepared,
    bill: FirmBill,
    capacity: CapacityYear,
    import: &Series<Kwh>,
    peaks: &Series<Kw>,
) -> MeterYear {
    let contracting = Contracting::new(&prepared.tariff, import, peaks);
    let advice = advise(&contracting, &Powers::of_group(&prepared.tariff, peaks));
    let contracted = contracting.cost(prepared.contracted);
    MeterYear { bill, capacity, peak: contracting.peak(), contracted, advice }
}

/// The cheapest contracted power to the kilowatt. Where there are too many kilowatts to list, the list has coarser steps,
/// and those around its cheapest are looked at one by one.
fn advise(contracting: &Contracting<'_>, powers: &Powers) -> Option<Advice> {
    let mut step_kw = powers.step.0;
    while (powers.to.0 - powers.from.0) / step_kw > MOST_POWERS {
        step_kw *= if (powers.to.0 - powers.from.0) / step_kw > 5.0 * MOST_POWERS { 5.0 } else { 2.0 };
    }
    let mut advice = contracting.advise(&Powers { step: Kw(step_kw), ..*powers })?;
    if step_kw > powers.step.0 {
        let around = advice.cheapest.contracted.0;
        let from = Kw((around - step_kw).max(powers.from.0));
        let to = Kw((around + step_kw).min(powers.to.0));
        let step = Kw(((to.0 - from.0) / MOST_POWERS).ceil().max(powers.step.0));
        if let Some(near) = contracting.advise(&Powers { from, to, step })
            && near.cheapest.total() < advice.cheapest.total()
        {
            advice.cheapest = near.cheapest;
        }
    }
    Some(advice)
}
