//! What the engine says of a firm, as the page and the report read it; amounts before VAT.

use crate::{
    model::{
        contracted_power::{Advice, ContractedCost},
        finance::firm::FirmAppraisal,
        inputs::firm::finance::Funding,
        report::{Assumption, Document, Energy, LadderStep, PlaneOutcome},
        settlement::{capacity_charge::CapacityYear, firm::FirmBill},
    },
    units::{Kw, Kwh, Kwp, NetPln, NetPlnPerKwh, Series},
};

/// Everything the engine says of a firm.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmOutcome {
    /// Key of the town.
    pub town: String,
    /// Its name.
    pub town_name: String,
    /// The modelled year.
    pub year: i16,
    /// Local month (0 to 11), day of the month (from 1), weekday (0 for Monday) and whether it is a day off, of each day.
    pub days: Vec<DayMark>,
    /// Hours of the year: index of the local day, and hour of the local clock.
    pub clock: Vec<(usize, usize)>,
    /// One for each meter, in the order of the scenario.
    pub meters: Vec<MeterOutcome>,
    /// Energy of all meters together.
    pub energy: Energy,
    /// CO2 not emitted in a year, kg.
    pub co2_avoided_kg: f64,
    /// Investment, cash flow, measures.
    pub money: FirmMoneyOutcome,
    /// Every wish that was told, and what came of it.
    pub wishes: Vec<WishOutcome>,
    /// Rows of the tables behind the figures, weak ones and own ones marked.
    pub assumptions: Vec<Assumption>,
    /// Documents behind tariff, charges and prices.
    pub documents: Vec<Document>,
}

/// A day of the modelled year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayMark {
    /// 0 for January.
    pub month: usize,
    /// From 1.
    pub day: usize,
    /// 0 for Monday.
    pub weekday: usize,
    /// Saturday, Sunday or day off by law.
    pub free: bool,
}

/// How what a meter feeds in is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportSettled {
    /// Nothing is fed in.
    Nothing,
    /// Prosumer: deposit of net-billing.
    Prosumer,
    /// Producer: sold hour by hour.
    Producer,
}

/// One meter.
#[derive(Clone, Debug, PartialEq)]
pub struct MeterOutcome {
    /// Rated power of the modules.
    pub pv: Kwp,
    /// Rated power that fits on all its surfaces.
    pub fits: Kwp,
    /// Each surface as it is used.
    pub surfaces: Vec<PlaneOutcome>,
    /// Usable capacity of the battery.
    pub battery: Kwh,
    /// Power of the battery.
    pub battery_power: Kw,
    /// How export is settled.
    pub export: ExportSettled,
    /// Energy of the year.
    pub energy: Energy,
    /// Energy of each month.
    pub months: Vec<Energy>,
    /// From the light of the sky to the meter.
    pub ladder: Vec<LadderStep>,
    /// Names of the tariff's zones.
    pub zones: Vec<String>,
    /// Without the plant.
    pub before: MeterYear,
    /// With it, a year in which the deposit carries credits over.
    pub after: MeterYear,
    /// Greatest intake held in each month; none where the battery does not shave peaks.
    pub caps: Option<[Kw; 12]>,
    /// Whether quarter-hour powers were known or drawn; otherwise hourly means stand for them.
    pub quarters_known: bool,
    /// Every hour.
    pub hours: MeterHours,
}

/// A year of bills of one meter.
#[derive(Clone, Debug, PartialEq)]
pub struct MeterYear {
    /// Twelve months, line by line.
    pub bill: FirmBill,
    /// Days by the shape of their intake.
    pub capacity: CapacityYear,
    /// Greatest quarter-hour power taken in the year.
    pub peak: Kw,
    /// What the contracted power as told costs.
    pub contracted: ContractedCost,
    /// The cost of every contracted power, and the cheapest; none where the group leaves no choice.
    pub advice: Option<Advice>,
}

/// Every hour of a meter, at the AC side.
#[derive(Clone, Debug, PartialEq)]
pub struct MeterHours {
    /// Used.
    pub load: Series<Kwh>,
    /// The modules could deliver.
    pub generation: Series<Kwh>,
    /// Sent to the battery.
    pub charge: Series<Kwh>,
    /// Given by the battery.
    pub discharge: Series<Kwh>,
    /// Bought.
    pub import: Series<Kwh>,
    /// Fed in.
    pub export: Series<Kwh>,
    /// Inside the battery at the end of the hour.
    pub stored: Series<Kwh>,
    /// Greatest quarter-hour intake without the plant.
    pub peak_before: Series<Kw>,
    /// Greatest quarter-hour intake with it.
    pub peak_after: Series<Kw>,
    /// Zone of the tariff, its place in [`MeterOutcome::zones`].
    pub zone: Vec<usize>,
    /// RCE of the hour, zł/MWh.
    pub market_pln_per_mwh: Vec<f64>,
}

/// Investment, cash flow and measures of all meters together.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmMoneyOutcome {
    /// Price of the modules with everything around them.
    pub pv_price: NetPln,
    /// Price of the batteries.
    pub battery_price: NetPln,
    /// Grant, at most the price.
    pub grant: NetPln,
    /// Cost of a year without the plant, by the bills, for a firm that deducts VAT.
    pub cost_before: NetPln,
    /// Cost of a year with it, revenue from sale deducted.
    pub cost_after: NetPln,
    /// Where the money comes from.
    pub funding: Funding,
    /// Cash flow and measures: of the plant as if own money paid all, and of the owner's own money.
    pub appraisal: FirmAppraisal,
    /// Price of a generated kWh over the life, discounted; none without generation.
    pub levelised_cost: Option<NetPlnPerKwh>,
    /// Each month of the first year.
    pub first_year: [FirstYearMonth; 12],
    /// What the value hangs on, the widest first.
    pub sensitivity: Vec<Sensitivity>,
    /// Taxed at all.
    pub taxed: bool,
}

/// Money of a month of the first year, before tax; the plant runs from 1 January.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FirstYearMonth {
    /// Cost of energy without the plant.
    pub cost_before: NetPln,
    /// Cost with it, revenue deducted.
    pub cost_after: NetPln,
    /// Upkeep.
    pub upkeep: NetPln,
    /// Payment of the loan or lease.
    pub debt_service: NetPln,
}

impl FirstYearMonth {
    /// What the month leaves; negative where it asks for money.
    #[must_use]
    pub fn left(&self) -> NetPln {
        self.cost_before - self.cost_after - self.upkeep - self.debt_service
    }
}

/// What an uncertain figure changes in the value of the owner's own money.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// Which figure.
    pub of: SensitivityOf,
    /// Low end of the figure, in its own unit (see [`SensitivityOf`]).
    pub low: f64,
    /// High end.
    pub high: f64,
    /// Net present value at the low end.
    pub value_at_low: NetPln,
    /// Net present value at the high end.
    pub value_at_high: NetPln,
}

/// Figures whose change is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SensitivityOf {
    /// Price of the whole plant, as a factor.
    Investment,
    /// What is saved and earned in a year, as a factor.
    Savings,
    /// Growth of the price of bought energy above inflation, a year.
    EnergyGrowth,
    /// Growth of the value of energy fed in above inflation, a year.
    ExportGrowth,
    /// Generation, as a factor on savings and revenue of generated energy.
    Generation,
    /// Nominal discount rate a year.
    DiscountRate,
    /// Rate of the loan or lease a year.
    LoanRate,
}

/// A wish and what came of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WishOutcome {
    /// Which wish.
    pub wish: Wish,
    /// What was wanted, in the wish's unit.
    pub wanted: f64,
    /// What is reached with the plant as computed.
    pub reached: f64,
    /// What can be reached at best within the other limits.
    pub best: f64,
    /// What keeps the wish from being reached; none where it is.
    pub binds: Option<Binding>,
}

/// Wishes; each has a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Greatest intake, kW.
    Cap,
    /// Share of the consumption from own generation, 0 to 1.
    Autonomy,
    /// Spent at most, zł.
    Budget,
}

/// What keeps a wish from being reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Binding {
    /// The plant as told is not large enough; a larger one reaches it, with this power and capacity at the least.
    Size {
        /// Rated power of the modules.
        pv: Kwp,
        /// Usable capacity.
        battery: Kwh,
    },
    /// The battery's capacity: how much one would need.
    BatteryCapacity(Kwh),
    /// The battery's power: how much one would need.
    BatteryPower(Kw),
    /// What the battery is run for: it would do if it kept peaks low, charged from the grid where own energy is short.
    BatteryUse,
    /// The area of the surfaces: what fits.
    Area(Kwp),
    /// Energy in winter and at night, whatever the area and battery looked at.
    Seasons,
    /// The budget: the least that would do.
    Budget(NetPln),
}
