//! What others pay: grants and the relief of income tax.

use crate::{
    rules::support::{CostBase, Covers, Support},
    units::{GrossPln, Kwh, VatRate},
};

/// What is bought, as programmes look at it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Purchase {
    /// Price of the solar plant.
    pub pv: GrossPln,
    /// Price of the battery.
    pub battery: GrossPln,
    /// Usable capacity of the battery.
    pub usable: Kwh,
    /// VAT inside both prices.
    pub vat: VatRate,
}

impl Purchase {
    /// Price of everything.
    #[must_use]
    pub fn price(&self) -> GrossPln {
        self.pv + self.battery
    }
}

/// The grant of a programme: its share of the costs it covers, up to its caps; nothing for a battery below its smallest.
///
/// Source: the row of `supports.csv`.
#[must_use]
pub fn grant(programme: &Support, purchase: &Purchase) -> GrossPln {
    let covered = match programme.covers {
        Covers::Pv => purchase.pv,
        Covers::Battery => purchase.battery,
        Covers::PvAndBattery => purchase.price(),
        Covers::HeatPump | Covers::Income => GrossPln::ZERO,
    };
    if programme.min_kwh.is_some_and(|least_kwh| purchase.usable.0 < least_kwh) {
        return GrossPln::ZERO;
    }
    let base_pln = match programme.base {
        CostBase::Gross => covered.0,
        CostBase::Net => covered.0 / (1.0 + purchase.vat.0),
    };
    let by_size_pln = programme.cap_pln_per_kwh.map_or(f64::INFINITY, |cap_pln| cap_pln * purchase.usable.0);
    let cap_pln = programme.cap_pln.unwrap_or(f64::INFINITY);
    GrossPln((base_pln * programme.share_percent / 100.0).min(by_size_pln).min(cap_pln))
}

/// Income tax saved by the thermo-modernisation relief: the own part of the price, up to the cap of each taxpayer, times
/// the rate. The income is taken to be large enough.
///
/// Source: act on personal income tax, art. 26h (Dz.U. 1991 nr 80 poz. 350 as amended), by the row of `supports.csv`.
#[must_use]
pub fn thermo_relief(relief: &Support, rate: f64, taxpayers: u8, price: GrossPln, grant: GrossPln) -> GrossPln {
    let own_pln = (price.0 - grant.0).max(0.0) * relief.share_percent / 100.0;
    let cap_pln = relief.cap_pln.map_or(f64::INFINITY, |cap_pln| cap_pln * f64::from(taxpayers));
    GrossPln(own_pln.min(cap_pln) * rate)
}

/// Rate of VAT on an installation for a home of `floor_area_m2`: the reduced rate up to `limit_m2`, the full rate on the
/// part above, in proportion to the area.
///
/// Source: VAT act, art. 41 ust. 12 to 12c.
#[must_use]
pub fn installation_vat(reduced: VatRate, full: VatRate, floor_area_m2: f64, limit_m2: f64) -> VatRate {
    let within = (limit_m2 / floor_area_m2.max(limit_m2)).clamp(0.0, 1.0);
    VatRate(reduced.0 * within + full.0 * (1.0 - within))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::support::{ForScheme, SupportKind};

    fn programme(covers: Covers, base: CostBase) -> Support {
        Support {
            id: "test".to_owned(),
            name_pl: String::new(),
            name_en: String::new(),
            kind: SupportKind::Grant,
            covers,
            scheme: ForScheme::Any,
            base,
            share_percent: 30.0,
            cap_pln: None,
            cap_pln_per_kwh: Some(800.0),
            min_kwh: Some(12.0),
            conditions_pl: String::new(),
            conditions_en: String::new(),
        }
    }

    const PURCHASE: Purchase =
        Purchase { pv: GrossPln(20_000.0), battery: GrossPln(27_000.0), usable: Kwh(12.0), vat: VatRate(0.08) };

    #[test]
    fn the_smallest_of_share_and_caps_is_paid() {
        let storage = programme(Covers::Battery, CostBase::Gross);
        // 30 % of 27,000 = 8,100, below 12 x 800 = 9,600.
        assert!(grant(&storage, &PURCHASE).approx_eq(GrossPln(8_100.0), 1e-9));
        // 30 % of 40,000 = 12,000, above 9,600.
        let dear = Purchase { battery: GrossPln(40_000.0), ..PURCHASE };
        assert!(grant(&storage, &dear).approx_eq(GrossPln(9_600.0), 1e-9));
        let capped = Support { cap_pln: Some(5_000.0), ..storage.clone() };
        assert!(grant(&capped, &PURCHASE).approx_eq(GrossPln(5_000.0), 1e-9));
        // Too small a battery gets nothing.
        let small = Purchase { usable: Kwh(11.9), ..PURCHASE };
        assert!(grant(&storage, &small).approx_eq(GrossPln::ZERO, 1e-12));
        // Before VAT: 30 % of 27,000 / 1.08 = 7,500.
        let net = programme(Covers::Battery, CostBase::Net);
        assert!(grant(&net, &PURCHASE).approx_eq(GrossPln(7_500.0), 1e-9));
        let heat = programme(Covers::HeatPump, CostBase::Gross);
        assert!(grant(&heat, &PURCHASE).approx_eq(GrossPln::ZERO, 1e-12));
    }

    #[test]
    fn the_relief_is_for_the_own_part_up_to_its_cap() {
        let relief = Support {
            share_percent: 100.0,
            cap_pln: Some(53_000.0),
            cap_pln_per_kwh: None,
            min_kwh: None,
            ..programme(Covers::PvAndBattery, CostBase::Gross)
        };
        // (47,000 - 7,000) x 12 % = 4,800.
        let own = thermo_relief(&relief, 0.12, 1, GrossPln(47_000.0), GrossPln(7_000.0));
        assert!(own.approx_eq(GrossPln(4_800.0), 1e-9));
        // 80,000 is above 53,000 of one taxpayer: 53,000 x 32 % = 16,960; not above that of two: 25,600.
        let of = |taxpayers| thermo_relief(&relief, 0.32, taxpayers, GrossPln(80_000.0), GrossPln::ZERO);
        assert!(of(1).approx_eq(GrossPln(16_960.0), 1e-9) && of(2).approx_eq(GrossPln(25_600.0), 1e-9));
    }

    #[test]
    fn vat_above_the_limit_is_split_by_area() {
        let vat = |area| installation_vat(VatRate(0.08), VatRate(0.23), area, 300.0).0;
        assert!((vat(120.0) - 0.08).abs() < 1e-12 && (vat(300.0) - 0.08).abs() < 1e-12);
        // 400 m2: 300/400 at 8 %, 100/400 at 23 %: 0.06 + 0.0575 = 0.1175.
        assert!((vat(400.0) - 0.117_5).abs() < 1e-12);
    }
}
