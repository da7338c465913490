//! What a search over all designs found.

use super::{
    Design,
    layouts::{Layout, Placed},
    objective::Objective,
};
use crate::{
    model::inputs::RoofPlane,
    units::{GrossPln, Kwh, Kwp},
};
use serde::{Deserialize, Serialize};

/// A design with its tariff group and layout.
///
/// Savings, net present value and autonomy are against the home as it is: no plant, the group of the scenario. The
/// payback counts what the plant adds: a group that is cheaper without a plant too is taken as chosen already, a group
/// that is dearer without one is charged to the plant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JointDesign {
    /// Size, money and autonomy.
    pub design: Design,
    /// Tariff group.
    pub group: String,
    /// How the modules are placed.
    pub layout: Layout,
    /// Number of modules.
    pub modules: usize,
    /// Bill of a settled year after refunds.
    pub yearly_bill: GrossPln,
    /// What moving to the group saves a year without a plant: part of the design's saving that costs nothing.
    pub group_saving: GrossPln,
    /// Today's value of that saving over the horizon: part of the design's net present value.
    pub group_value: GrossPln,
}

/// What one step in size changes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Margin {
    /// Change of the net present value.
    pub net_present_value: GrossPln,
    /// Change of the yearly saving.
    pub yearly_saving: GrossPln,
    /// Change of the autonomy, as a share of the use.
    pub autonomy: f64,
}

/// The designs that are nearly as good as the best.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Zone {
    /// Number of designs, the best among them.
    pub designs: usize,
    /// Smallest and largest plant.
    pub pv: [Kwp; 2],
    /// Smallest and largest battery.
    pub battery: [Kwh; 2],
    /// Their tariff groups, that of the scenario first.
    pub groups: Vec<String>,
    /// Their layouts.
    pub layouts: Vec<Layout>,
}

/// The optimum of one objective.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Optimum {
    /// The best design.
    pub best: JointDesign,
    /// Where its modules lie or stand.
    pub placed: Vec<Placed>,
    /// The planes by which the line places them so: empty where those of the scenario do, none where no planes do.
    pub planes: Option<Vec<RoofPlane>>,
    /// The designs within 2 % of its value.
    pub zone: Zone,
    /// One more module, for each kWp of it; none where no further module fits.
    pub per_kwp: Option<Margin>,
    /// One more kWh of battery; none beside no plant, above the largest battery and where nothing flows behind the meter.
    pub per_kwh: Option<Margin>,
}

/// What keeps a wish out of reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// No further module fits on the roof.
    Roof,
    /// No larger plant is compared: the limit of micro-installations, of shares, or of what the use can ever pay for.
    PlantSize,
    /// No larger battery is compared.
    Battery,
    /// The smallest plant costs more.
    Budget,
    /// No plant pays within the years looked at.
    Horizon,
    /// Under the scheme nothing that is generated flows behind the meter.
    Scheme,
}

/// What came of one objective.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// A best design was found.
    Found(Box<Optimum>),
    /// No design does what is wished.
    OutOfReach {
        /// The design that comes closest.
        closest: Box<JointDesign>,
        /// Where its modules lie or stand.
        placed: Vec<Placed>,
        /// The planes by which the line places them so, as in [`Optimum::planes`].
        planes: Option<Vec<RoofPlane>>,
        /// What stands in the way, one thing at least.
        limits: Vec<Limit>,
    },
}

/// One objective and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// What was asked.
    pub objective: Objective,
    /// What was found.
    pub verdict: Verdict,
}

/// What a search over all designs found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JointAnswer {
    /// Number of designs compared.
    pub compared: usize,
    /// Tariff groups compared, that of the scenario first.
    pub groups: Vec<String>,
    /// Groups of the operator that could not be priced because figures are missing.
    pub groups_left_out: usize,
    /// Layouts compared, that of the line first.
    pub layouts: Vec<Layout>,
    /// Rated power of one module.
    pub module: Kwp,
    /// Modules between two sizes compared.
    pub module_step: usize,
    /// Largest plant compared.
    pub largest_pv: Kwp,
    /// Largest battery compared.
    pub largest_battery: Kwh,
    /// Building nothing and staying in the group, for comparison.
    pub nothing: JointDesign,
    /// Building nothing in the group that is then worth most.
    pub moving: JointDesign,
    /// Years looked at.
    pub horizon_years: usize,
    /// The objectives in the order of the wish.
    pub answers: Vec<Answer>,
    /// Designs that no other one beats in investment and autonomy at once, the cheapest first, thinned to 40.
    pub by_investment: Vec<JointDesign>,
    /// Designs that no other one beats in net present value and autonomy at once, the highest value first, thinned to 40.
    pub by_value: Vec<JointDesign>,
}
