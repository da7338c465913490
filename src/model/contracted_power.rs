//! Contracted power (moc umowna): what each costs in a year, and the cheapest.
//!
//! More contracted power costs more every month; less is charged for the excesses of the months that go above it. At low
//! voltage a firm with little enough of it also pays the capacity charge in full, whatever the shape of its days.

use crate::{
    model::settlement::{
        capacity_charge::{Connection, capacity_charge},
        firm::{FirmTariffYear, excess},
    },
    order,
    units::{Kw, Kwh, NetPln, Series},
};

/// Most powers that are looked at.
const MOST_STEPS: usize = 20_000;

/// What a year costs at one contracted power; amounts before VAT.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ContractedCost {
    /// Contracted power.
    pub contracted: Kw,
    /// Fixed network charge.
    pub network_fixed: NetPln,
    /// Charge for power above the contracted.
    pub excess_power: NetPln,
    /// Capacity charge.
    pub capacity: NetPln,
    /// Months in which the contracted power is exceeded.
    pub months_exceeded: usize,
}

impl ContractedCost {
    /// All that depends on the contracted power.
    #[must_use]
    pub fn total(&self) -> NetPln {
        self.network_fixed + self.excess_power + self.capacity
    }
}

/// The powers looked at, both ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Powers {
    /// The least.
    pub from: Kw,
    /// The greatest.
    pub to: Kw,
    /// From one to the next; above 0.
    pub step: Kw,
}

impl Powers {
    /// Whole kilowatts that the tariff group is open for, up to the year's greatest power.
    #[must_use]
    pub fn of_group(tariff: &FirmTariffYear, peaks: &Series<Kw>) -> Self {
        let group = &tariff.months[0];
        let from_kw = group.contracted_over.map_or(1.0, |over| over.0.floor() + 1.0);
        let peak_kw = peaks.raw().iter().copied().fold(0.0, f64::max).ceil();
        let to_kw = peak_kw.max(from_kw).min(group.contracted_to.map_or(f64::INFINITY, |to| to.0));
        Self { from: Kw(from_kw), to: Kw(to_kw), step: Kw(1.0) }
    }

    /// The powers in order; none where the step is not above 0 or there are more than twenty thousand.
    fn all(&self) -> impl Iterator<Item = Kw> {
        let Self { from, to, step } = *self;
        let count = if step.0 > 0.0 { ((to.0 - from.0) / step.0 + 1.0 + 1e-9).floor() } else { 0.0 };
        let last = if count <= MOST_STEPS as f64 { count } else { 0.0 };
        (0_u32..).map(f64::from).take_while(move |&index| index < last).map(move |index| from + step * index)
    }
}

/// The cost of every power, and the cheapest.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// The cheapest; of equal ones the greatest, which leaves most room.
    pub cheapest: ContractedCost,
    /// All, ascending.
    pub table: Vec<ContractedCost>,
}

/// The year of a firm, made ready to be judged for any contracted power.
#[derive(Clone, Debug)]
pub struct Contracting<'a> {
    tariff: &'a FirmTariffYear,
    import: &'a Series<Kwh>,
    /// The largest powers of each month, as many as are charged and one more, descending.
    largest_kw: [Vec<f64>; 12],
}

impl<'a> Contracting<'a> {
    /// A year of hourly intake and of the greatest power in each hour.
    #[must_use]
    pub fn new(tariff: &'a FirmTariffYear, import: &'a Series<Kwh>, peaks: &Series<Kw>) -> Self {
        let largest_kw = std::array::from_fn(|month| {
            let powers_kw = order::sorted(tariff.month(month, peaks.raw()));
            powers_kw.into_iter().rev().take(tariff.months[month].excess_hours.max(1)).collect()
        });
        Self { tariff, import, largest_kw }
    }

    /// Greatest power of the year.
    #[must_use]
    pub fn peak(&self) -> Kw {
        Kw(self.largest_kw.iter().flatten().copied().fold(0.0, f64::max))
    }

    /// What a year costs at a contracted power.
    #[must_use]
    pub fn cost(&self, contracted: Kw) -> ContractedCost {
        self.cost_with(contracted, self.capacity(contracted))
    }

    fn cost_with(&self, contracted: Kw, capacity: NetPln) -> ContractedCost {
        let mut cost = ContractedCost {
            contracted,
            network_fixed: NetPln::ZERO,
            excess_power: NetPln::ZERO,
            capacity,
            months_exceeded: 0,
        };
        for (tariff, largest_kw) in self.tariff.months.iter().zip(&self.largest_kw) {
            let excess = excess::charged(largest_kw, contracted, tariff.excess_hours);
            cost.network_fixed += NetPln(tariff.network_fixed_pln_per_kw * contracted.0);
            cost.excess_power += NetPln(tariff.network_fixed_pln_per_kw * excess.0);
            cost.months_exceeded += usize::from(largest_kw.first().is_some_and(|peak| *peak > contracted.0));
        }
        cost
    }

    fn capacity(&self, contracted: Kw) -> NetPln {
        let rules = std::array::from_fn(|month| self.tariff.months[month].capacity.clone());
        let connection = Connection { voltage: self.tariff.months[0].voltage, contracted };
        capacity_charge(&rules, connection, self.import, &self.tariff.calendar).charge()
    }

    /// The months whose days are not classified at a contracted power.
    fn unclassified(&self, contracted: Kw) -> [bool; 12] {
        let connection = Connection { voltage: self.tariff.months[0].voltage, contracted };
        std::array::from_fn(|month| connection.is_unclassified(&self.tariff.months[month].capacity))
    }

    /// The cost of every power looked at, and the cheapest; none where no power is left to look at.
    ///
    /// In a group whose meters do not record power the main fuse keeps it below the contracted, so that no power below the
    /// year's greatest is looked at. The advice knows the year given; another year may be higher.
    #[must_use]
    pub fn advise(&self, powers: &Powers) -> Option<Advice> {
        let metered = self.tariff.months.iter().all(|tariff| tariff.excess_hours > 0);
        let least = if metered { Kw::ZERO } else { self.peak() };
        let mut capacity: Option<([bool; 12], NetPln)> = None;
        let mut table = Vec::new();
        for contracted in powers.all().filter(|power| *power >= least) {
            let months = self.unclassified(contracted);
            let charge = match capacity {
                Some((known, charge)) if known == months => charge,
                _ => self.capacity(contracted),
            };
            capacity = Some((months, charge));
            table.push(self.cost_with(contracted, charge));
        }
        let cheapest = table
            .iter()
            .copied()
            .reduce(|best, other| if other.total().0 <= best.total().0 + 1e-9 { other } else { best })?;
        Some(Advice { cheapest, table })
    }
}
