//! One design for each meter, so that together they meet what is wished and are worth most.
//!
//! With one meter every design is compared. With several, the choice starts from the best of each meter at prices on a
//! bought kWh and a spent złoty, for many such prices, and one meter after another changes to a better design until none
//! is left; the best end is taken. That finds the best of designs that no single change improves, not always the best of
//! all.

/// What a design of a meter comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Candidate {
    /// Net present value of the owner's money.
    pub(super) value_pln: f64,
    /// Price less grant.
    pub(super) spent_pln: f64,
    /// Bought in a year.
    pub(super) import_kwh: f64,
    /// Greatest intake.
    pub(super) peak_kw: f64,
}

/// What is wished of all meters; none where nothing is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Targets {
    /// Greatest intake of every meter.
    pub(super) peak_kw: Option<f64>,
    /// Most that is bought in a year by all.
    pub(super) import_kwh: Option<f64>,
    /// Most that is spent on all.
    pub(super) spent_pln: Option<f64>,
}

/// Rounding of peaks, energy and money.
const ROUNDING: f64 = 1e-6;

/// How good a choice is: first by the money spent above the budget, then by how far the other wishes are missed, then by
/// its value.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Rank {
    overspent: f64,
    missed: f64,
    value_pln: f64,
}

impl Rank {
    fn is_better_than(&self, other: &Self) -> bool {
        if (self.overspent - other.overspent).abs() > ROUNDING {
            return self.overspent < other.overspent;
        }
        if (self.missed - other.missed).abs() > ROUNDING {
            return self.missed < other.missed;
        }
        self.value_pln > other.value_pln + ROUNDING
    }
}

fn above(value: f64, limit: Option<f64>) -> f64 {
    limit.map_or(0.0, |limit| ((value - limit) / limit.abs().max(1.0)).max(0.0))
}

fn rank(meters: &[&[Candidate]], chosen: &[usize], targets: &Targets) -> Rank {
    let (mut sum, mut missed) = (Candidate::default(), 0.0);
    for (designs, &place) in meters.iter().zip(chosen) {
        let design = designs.get(place).copied().unwrap_or_default();
        sum.value_pln += design.value_pln;
        sum.spent_pln += design.spent_pln;
        sum.import_kwh += design.import_kwh;
        missed += above(design.peak_kw, targets.peak_kw);
    }
    missed += above(sum.import_kwh, targets.import_kwh);
    Rank { overspent: above(sum.spent_pln, targets.spent_pln), missed, value_pln: sum.value_pln }
}

/// The place of the chosen design of each meter, and whether all targets are met. The first design of a meter is to build
/// nothing.
pub(super) fn choose(meters: &[&[Candidate]], targets: &Targets) -> (Vec<usize>, bool) {
    /// zł for a bought kWh over the whole life, and for a spent złoty beside itself.
    const KWH_PLN: [f64; 8] = [0.0, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 1000.0];
    const PLN_PLN: [f64; 6] = [0.0, 0.1, 0.3, 1.0, 3.0, 10.0];
    let several = meters.len() > 1;
    let kwh_pln = if several && targets.import_kwh.is_some() { &KWH_PLN[..] } else { &KWH_PLN[..1] };
    let pln_pln = if several && targets.spent_pln.is_some() { &PLN_PLN[..] } else { &PLN_PLN[..1] };
    let mut best: Option<(Rank, Vec<usize>)> = None;
    for per_kwh in kwh_pln {
        for per_pln in pln_pln {
            let worth =
                |design: &Candidate| design.value_pln - per_kwh * design.import_kwh - per_pln * design.spent_pln;
            let start = meters.iter().map(|designs| greatest(designs, targets, worth)).collect();
            let (found, chosen) = improve(meters, start, targets);
            if best.as_ref().is_none_or(|(known, _)| found.is_better_than(known)) {
                best = Some((found, chosen));
            }
        }
    }
    best.map_or_else(
        || (Vec::new(), true),
        |(rank, chosen)| (chosen, rank.overspent <= ROUNDING && rank.missed <= ROUNDING),
    )
}

/// The design of greatest worth among those that keep the greatest intake best.
fn greatest(designs: &[Candidate], targets: &Targets, worth: impl Fn(&Candidate) -> f64) -> usize {
    let mut best = (0, f64::INFINITY, f64::NEG_INFINITY);
    for (place, design) in designs.iter().enumerate() {
        let (missed, worth) = (above(design.peak_kw, targets.peak_kw), worth(design));
        let better = missed < best.1 - ROUNDING || (missed <= best.1 + ROUNDING && worth > best.2);
        if better {
            best = (place, missed, worth);
        }
    }
    best.0
}

/// Changes one meter's design after another to the best beside the others', until nothing changes.
fn improve(meters: &[&[Candidate]], mut chosen: Vec<usize>, targets: &Targets) -> (Rank, Vec<usize>) {
    const MOST_ROUNDS: usize = 20;
    let mut best = rank(meters, &chosen, targets);
    for _ in 0..MOST_ROUNDS {
        let before = best;
        for (meter, designs) in meters.iter().enumerate() {
            let mut other = chosen.clone();
            for place in 0..designs.len() {
                other[meter] = place;
                let found = rank(meters, &other, targets);
                if found.is_better_than(&best) {
                    best = found;
                    chosen[meter] = place;
                }
            }
        }
        if before == best {
            break;
        }
    }
    (best, chosen)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn design(value_pln: f64, spent_pln: f64, import_kwh: f64, peak_kw: f64) -> Candidate {
        Candidate { value_pln, spent_pln, import_kwh, peak_kw }
    }

    const METER: [Candidate; 4] = [
        design(0.0, 0.0, 100.0, 10.0),
        design(50.0, 100.0, 60.0, 9.0),
        design(40.0, 200.0, 30.0, 6.0),
        design(-90.0, 500.0, 10.0, 4.0),
    ];

    fn chosen(targets: Targets) -> (Vec<usize>, bool) {
        choose(&[&METER], &targets)
    }

    #[test]
    fn one_meter_by_hand() {
        let none = Targets::default();
        assert_eq!(chosen(none), (vec![1], true));
        assert_eq!(chosen(Targets { import_kwh: Some(40.0), ..none }), (vec![2], true));
        assert_eq!(chosen(Targets { peak_kw: Some(5.0), ..none }), (vec![3], true));
        // Out of reach: the closest. Out of reach of the budget: the closest within it.
        assert_eq!(chosen(Targets { peak_kw: Some(3.0), ..none }), (vec![3], false));
        assert_eq!(chosen(Targets { peak_kw: Some(5.0), spent_pln: Some(250.0), ..none }), (vec![2], false));
        assert_eq!(chosen(Targets { spent_pln: Some(99.0), ..none }), (vec![0], true));
    }

    #[test]
    fn two_meters_share_a_wish() {
        // 200 bought without plants. 130 wished: one of the two goes to 30 (or both to 60); 60 + 60 is worth 100.
        let targets = Targets { import_kwh: Some(130.0), ..Targets::default() };
        assert_eq!(choose(&[&METER, &METER], &targets), (vec![1, 1], true));
        // 90 within 300 zł: 60 and 30.
        let targets = Targets { import_kwh: Some(90.0), spent_pln: Some(300.0), ..Targets::default() };
        let (mut places, met) = choose(&[&METER, &METER], &targets);
        places.sort_unstable();
        assert_eq!((places, met), (vec![1, 2], true));
    }
}
