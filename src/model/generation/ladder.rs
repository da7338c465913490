//! The loss ladder: where every kWh between the sky and the meter went.

use super::{inverter::Converted, losses::DcLosses, module::DcPower};
use crate::units::Kwh;

/// A step between the light on the horizontal and the energy at the meter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Tilting the plane towards the sun, or away.
    Transposition,
    /// Shade of rows in front; only of modules in rows.
    RowShading,
    /// Reflection on the glass.
    Reflection,
    /// Colour of the light.
    Spectrum,
    /// Efficiency at less than full sun.
    LowLight,
    /// Temperature of the cells.
    Temperature,
    /// Dust and leaves.
    Soiling,
    /// Nearby shade.
    Shading,
    /// Snow on the modules.
    Snow,
    /// Differences between modules.
    Mismatch,
    /// Cables.
    Wiring,
    /// Connectors.
    Connections,
    /// Light-induced degradation.
    LightInducedDegradation,
    /// Modules below their label.
    Nameplate,
    /// Ageing.
    Age,
    /// Time out of service.
    Availability,
    /// Conversion to alternating current.
    Inverter,
    /// Power above the inverter's limit.
    Clipping,
}

impl Step {
    /// Identifier for tables, texts and files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Transposition => "transposition",
            Self::RowShading => "row_shading",
            Self::Reflection => "reflection",
            Self::Spectrum => "spectrum",
            Self::LowLight => "low_light",
            Self::Temperature => "temperature",
            Self::Soiling => "soiling",
            Self::Shading => "shading",
            Self::Snow => "snow",
            Self::Mismatch => "mismatch",
            Self::Wiring => "wiring",
            Self::Connections => "connections",
            Self::LightInducedDegradation => "light_induced_degradation",
            Self::Nameplate => "nameplate",
            Self::Age => "age",
            Self::Availability => "availability",
            Self::Inverter => "inverter",
            Self::Clipping => "clipping",
        }
    }
}

/// One step and what it changed over the year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LadderStep {
    /// What happened.
    pub step: Step,
    /// Change of the energy: a gain above 0, a loss below.
    pub change: Kwh,
}

/// A year's energy from the sky to the meter, in steps.
///
/// Light counts at the rated efficiency: 1 kWh/m² on 1 kWp is 1 kWh.
#[derive(Clone, Debug, PartialEq)]
pub struct LossLadder {
    /// Light on the horizontal.
    pub sky: Kwh,
    /// What was gained and lost on the way, in order.
    pub steps: Vec<LadderStep>,
    /// Energy delivered.
    pub meter: Kwh,
}

impl LossLadder {
    /// What the ladder fails to account for: 0 to rounding.
    #[must_use]
    pub fn residual(&self) -> Kwh {
        self.sky + self.steps.iter().map(|step| step.change).sum() - self.meter
    }

    /// Ladders of several planes added up, each times its rated power in kWp.
    pub(super) fn combine<'a>(parts: impl Iterator<Item = (f64, &'a Self)>) -> Self {
        let mut all = Self { sky: Kwh::ZERO, steps: Vec::new(), meter: Kwh::ZERO };
        for (rated, ladder) in parts {
            all.sky += ladder.sky * rated;
            all.meter += ladder.meter * rated;
            for (place, step) in ladder.steps.iter().enumerate() {
                let at = all.steps.iter().position(|sum| sum.step == step.step).unwrap_or_else(|| {
                    // A step that the planes before do not have.
                    let at = place.min(all.steps.len());
                    all.steps.insert(at, LadderStep { change: Kwh::ZERO, ..*step });
                    at
                });
                all.steps[at].change += step.change * rated;
            }
        }
        all
    }
}

/// One hour on its way, per kWp; light in W/m², power in W.
pub(super) struct Hour {
    pub ghi: f64,
    pub in_plane: f64,
    pub effective: f64,
    pub absorbed: f64,
    pub dc: DcPower,
    pub converted: Converted,
}

/// Sums of the hours, Wh.
#[derive(Default)]
pub(super) struct Sums {
    ghi: f64,
    in_plane: f64,
    /// Kept off by rows in front; not part of `in_plane`.
    pub(super) row_shaded: f64,
    effective: f64,
    absorbed: f64,
    low_light: f64,
    temperature: f64,
    dc: f64,
    converted: f64,
    clipped: f64,
    ac: f64,
}

impl Sums {
    pub(super) fn add(&mut self, hour: &Hour) {
        self.ghi += hour.ghi;
        self.in_plane += hour.in_plane;
        self.effective += hour.effective;
        self.absorbed += hour.absorbed;
        self.low_light += hour.dc.low_light_w;
        self.temperature += hour.dc.temperature_w;
        self.dc += hour.dc.power_w;
        self.converted += hour.converted.lost_w;
        self.clipped += hour.converted.clipped_w;
        self.ac += hour.converted.ac_w;
    }

    /// The ladder; with the shade of rows as a step of its own where there are rows.
    pub(super) fn ladder(&self, losses: &DcLosses, in_rows: bool) -> LossLadder {
        let mut steps = Vec::with_capacity(18);
        let mut push = |step, change_wh: f64| steps.push(LadderStep { step, change: Kwh(change_wh / 1000.0) });
        if in_rows {
            push(Step::Transposition, self.in_plane + self.row_shaded - self.ghi);
            push(Step::RowShading, 0.0 - self.row_shaded);
        } else {
            push(Step::Transposition, self.in_plane - self.ghi);
        }
        push(Step::Reflection, self.effective - self.in_plane);
        push(Step::Spectrum, self.absorbed - self.effective);
        push(Step::LowLight, self.low_light);
        push(Step::Temperature, self.temperature);
        let mut left = self.dc;
        for (step, share) in losses.items() {
            push(step, 0.0 - left * share);
            left *= 1.0 - share;
        }
        push(Step::Inverter, 0.0 - self.converted);
        push(Step::Clipping, 0.0 - self.clipped);
        LossLadder { sky: Kwh(self.ghi / 1000.0), steps, meter: Kwh(self.ac / 1000.0) }
    }
}
