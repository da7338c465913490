//! From the bill back to the consumption.

use super::{TariffYear, meter::by_zone};
use crate::{
    error::{InputError, Problem},
    rules::tariff::{MAX_ZONES, Tariff},
    units::{GrossPln, Kwh, Series},
};

/// Largest yearly consumption looked for, kWh.
const MOST_KWH: f64 = 1_000_000.0;
const HALVINGS: usize = 80;

/// The yearly consumption whose average monthly bill with VAT is `monthly`, for a home without own generation that uses
/// energy in the course of `shape` (any scale; a shape of nothing counts as even use).
///
/// The bill grows with consumption, and in a step at each band of the capacity charge: an amount that falls into such a
/// step, which no consumption has, gives the consumption at the step.
///
/// # Errors
/// When `monthly` is below the charges that fall due without any use, or above the bill of a million kWh.
pub fn consumption_for_bill(tariff: &TariffYear, shape: &Series<Kwh>, monthly: GrossPln) -> Result<Kwh, InputError> {
    let model = BillModel::new(tariff, shape);
    let (min, max) = (model.monthly_gross_pln(0.0), model.monthly_gross_pln(MOST_KWH));
    if !(min..=max).contains(&monthly.0) {
        let problem = Problem::OutOfRange { value: monthly.0, min, max };
        return Err(InputError { field: "consumption.gross_pln_per_month".to_owned(), problem });
    }
    let (mut low_kwh, mut high_kwh) = (0.0, MOST_KWH);
    for _ in 0..HALVINGS {
        let middle_kwh = f64::midpoint(low_kwh, high_kwh);
        if model.monthly_gross_pln(middle_kwh) <= monthly.0 {
            low_kwh = middle_kwh;
        } else {
            high_kwh = middle_kwh;
        }
    }
    Ok(Kwh(low_kwh))
}

/// The yearly bill as a function of consumption alone.
struct BillModel<'a> {
    tariff: &'a TariffYear,
    /// Cost of the mean kWh with VAT, zł.
    per_kwh_pln: f64,
    /// Charges of a year that depend on nothing, with VAT, zł.
    fixed_pln: f64,
}

impl<'a> BillModel<'a> {
    fn new(tariff: &'a TariffYear, shape: &Series<Kwh>) -> Self {
        let even = Series::from_raw(vec![1.0; tariff.len()]);
        let shape = if shape.total().0 > 0.0 { shape } else { &even };
        let (mut per_kwh_pln, mut fixed_pln) = (0.0, 0.0);
        for (month, prices) in tariff.months.iter().enumerate() {
            let kwh: [Kwh; MAX_ZONES] = by_zone(tariff, month, shape);
            let energy = tariff.energy_prices(month, &kwh, &tariff.energy_cost(month, shape.raw()));
            let zones = prices.zones.iter().zip(kwh).zip(energy);
            per_kwh_pln += zones.map(|((zone, kwh), energy)| (kwh * prices.all_in_at(zone, energy)).0).sum::<f64>();
            fixed_pln += (prices.trade_fee + prices.network_fixed + prices.subscription).with_vat(prices.vat).0;
        }
        Self { tariff, per_kwh_pln: per_kwh_pln / shape.total().0, fixed_pln }
    }

    fn monthly_gross_pln(&self, yearly_kwh: f64) -> f64 {
        let charge = |month: &Tariff| month.capacity_charge(Kwh(yearly_kwh)).with_vat(month.vat).0;
        let capacity_pln: f64 = self.tariff.months.iter().map(charge).sum();
        (self.fixed_pln + capacity_pln + self.per_kwh_pln * yearly_kwh) / 12.0
    }
}
