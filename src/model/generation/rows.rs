//! Rows of modules one behind the other, on level ground or a flat roof, that shade each other.
//!
//! All rows are equal, long, and have a row in front of them: the first row and the ends of rows, which see more, are
//! left out. Light reflected by the ground between the rows is taken as that of open ground.

use super::transposition::{Beam, SkyDiffuse};
use crate::units::Deg;

/// Cover beyond which rows would stand in each other.
const MOST_COVER: f64 = 0.99;

/// Equal rows with their trigonometry worked out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rows {
    cover: f64,
    sky_kept: f64,
}

impl Rows {
    /// Rows of modules of this tilt (0 to 90). `cover` is the width of the modules along their slope over the distance
    /// from row to row, 0 to 0.99; what lies outside is taken as the nearest limit.
    #[must_use]
    pub fn new(cover: f64, tilt: Deg) -> Self {
        let cover = if cover.is_finite() { cover.clamp(0.0, MOST_COVER) } else { 0.0 };
        Self { cover, sky_kept: sky_kept(cover, tilt) }
    }

    /// Share of the width of a row that lies in the shadow of the row in front; nothing with the sun behind the modules.
    ///
    /// 1 − cos z ÷ (cover × cos θ), from 0 to 1. The edge of the shadow is where the ray over the top of the row in front
    /// meets the modules; the part of the ray along the rows does not matter, so that zenith and incidence are enough.
    ///
    /// Source: the geometry of Passias & Källbäck 1984, "Shading effects in rows of solar cell panels", Solar Cells 11,
    /// 281, doi:10.1016/0379-6787(84)90017-6; the same as Anderson & Jensen 2024, "Shaded fraction and backtracking in
    /// single-axis trackers on rolling terrain", J. Renewable Sustainable Energy 16, 023504, doi:10.1063/5.0202220, for
    /// modules that do not move on level ground.
    #[must_use]
    pub fn shaded(&self, beam: &Beam) -> f64 {
        let across = self.cover * beam.cos_incidence;
        if across > 0.0 { (1.0 - beam.cos_zenith.max(0.0) / across).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// Share of the even light of the sky that still reaches the modules, as a mean over their width.
    #[must_use]
    pub fn sky_kept(&self) -> f64 {
        self.sky_kept
    }

    /// Direct light and light of the sky on the plane, as they reach rows: the light from around the sun is shaded as
    /// the direct light is, that from all over and from the horizon as the even sky.
    ///
    /// Loss in proportion to the shaded share holds for modules whose strings lie along the row; others lose more.
    #[must_use]
    pub(super) fn shade(&self, beam: &Beam, direct: f64, sky: &SkyDiffuse) -> (f64, SkyDiffuse) {
        let lit = 1.0 - self.shaded(beam);
        let shaded = SkyDiffuse {
            isotropic: sky.isotropic * self.sky_kept,
            circumsolar: sky.circumsolar * lit,
            horizon: sky.horizon * self.sky_kept,
        };
        (direct * lit, shaded)
    }
}

/// Mean share of the view of the sky that the row in front leaves.
///
/// With the width of a row as 1 and the distance of rows X = 1 ÷ cover, the foot of a row sees the top of the one in
/// front at a distance c = √(X² − 2 X cos tilt + 1); the mean view of the sky is (1 + X − c) ÷ 2, and (1 + cos tilt) ÷ 2
/// without the row. It is the mean over the width of ½ (1 + cos(tilt + masking angle)).
///
/// Source: crossed strings of Hottel (Hottel & Sarofim 1967, Radiative Transfer, chapter 2) over the masking angles of
/// Passias & Källbäck 1984.
fn sky_kept(cover: f64, tilt: Deg) -> f64 {
    let cos_tilt = tilt.0.to_radians().cos();
    if cover <= 0.0 || cos_tilt <= -1.0 {
        return 1.0;
    }
    let distance = 1.0 / cover;
    let over_the_top = (distance * distance - 2.0 * distance * cos_tilt + 1.0).max(0.0).sqrt();
    ((1.0 + distance - over_the_top) / (1.0 + cos_tilt)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Sun in the plane across the rows, above the horizon of the side they face.
    fn noon(elevation_deg: f64, tilt_deg: f64) -> Beam {
        let cos_incidence = (elevation_deg + tilt_deg).to_radians().sin();
        Beam { cos_incidence, cos_zenith: elevation_deg.to_radians().sin(), dni: 800.0 }
    }

    #[test]
    fn noon_by_hand() {
        // Upright rows 1 high and 2 apart, sun at 20°: the shadow of a top falls 2 tan 20° = 0.7279 below the next top.
        let upright = Rows::new(0.5, Deg(90.0));
        let expected = 1.0 - 2.0 * 20.0_f64.to_radians().tan();
        assert!((upright.shaded(&noon(20.0, 90.0)) - expected).abs() < 1e-12);
        // At 45° it falls 2 below, past the foot.
        assert!(upright.shaded(&noon(45.0, 90.0)) <= 0.0);
        // Tilt 30°, cover 0.5, sun at 10°: foot at 0, slope (−cos 30°, sin 30°), top of the front row at 2 + slope. The
        // ray over it, (1.1340 − 0.9848 k, 0.5 − 0.1736 k), meets the slope at t = 1 − 2 sin 10° ÷ sin 40° = 0.4597.
        let tilted = Rows::new(0.5, Deg(30.0));
        assert!((tilted.shaded(&noon(10.0, 30.0)) - 0.459_702_8).abs() < 1e-6);
        // Sun behind the modules.
        assert!(tilted.shaded(&Beam { cos_incidence: -0.1, cos_zenith: 0.3, dni: 500.0 }) <= 0.0);
    }

    #[test]
    fn the_view_of_the_sky_by_hand() {
        // Upright, 1 apart (nearly): c = √2, (2 − √2) ÷ 2 of the view, that of an open upright row being ½.
        let close = Rows::new(MOST_COVER, Deg(90.0));
        assert!((close.sky_kept() - (2.0 - 2.0_f64.sqrt())).abs() < 0.01);
        // Flat modules see the whole sky however close they lie.
        assert!((Rows::new(0.9, Deg(0.0)).sky_kept() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn the_view_is_the_mean_over_the_masking_angles() {
        for (cover, tilt_deg) in [(0.45, 35.0_f64), (0.6, 15.0), (0.9, 10.0), (0.3, 60.0)] {
            let tilt = tilt_deg.to_radians();
            let steps = 10_000;
            let view = |step: u32| {
                let below_top = (f64::from(step) + 0.5) / f64::from(steps);
                let masking = (below_top * tilt.sin()).atan2(1.0 / cover - below_top * tilt.cos());
                f64::midpoint(1.0, (tilt + masking).cos())
            };
            let mean = (0..steps).map(view).sum::<f64>() / f64::from(steps);
            let open = f64::midpoint(1.0, tilt.cos());
            assert!((Rows::new(cover, Deg(tilt_deg)).sky_kept() - mean / open).abs() < 1e-6, "{cover} {tilt_deg}");
        }
    }

    proptest! {
        /// Shares are shares; no cover loses nothing, and closer rows never lose less.
        #[test]
        fn closer_rows_lose_more(
            cover in 0.0..0.99, more in 0.0..0.5, tilt in 0.0..90.0, cos_incidence in -1.0..1.0, cos_zenith in 0.0..1.0,
        ) {
            let beam = Beam { cos_incidence, cos_zenith, dni: 500.0 };
            let (wide, close) = (Rows::new(cover, Deg(tilt)), Rows::new(cover + more, Deg(tilt)));
            prop_assert!((0.0..=1.0).contains(&wide.shaded(&beam)) && (0.0..=1.0).contains(&wide.sky_kept()));
            prop_assert!(close.shaded(&beam) >= wide.shaded(&beam) - 1e-12);
            prop_assert!(close.sky_kept() <= wide.sky_kept() + 1e-9);
            let apart = Rows::new(0.0, Deg(tilt));
            prop_assert!(apart.shaded(&beam) <= 0.0 && apart.sky_kept() >= 1.0);
            prop_assert!(Rows::new(1e-9, Deg(tilt)).sky_kept() > 1.0 - 1e-6);
        }
    }
}
