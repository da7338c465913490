//! What came of each wish, and what keeps it from being reached.

use super::{Teller, fill, section};
use crate::{
    model::firm::outcome::{Binding, Wish, WishOutcome},
    units::{Kw, NetPln},
    view::firm::{FirmTake, Piece, Section},
};

impl Teller<'_> {
    pub(super) fn wishes(&self) -> Option<Section> {
        let (words, wishes) = (&self.words.wishes, &self.outcome.wishes);
        let mut said: Vec<String> = wishes.iter().map(|wish| self.wish(wish)).collect();
        if self.best && wishes.iter().any(|wish| wish.binds.is_some()) {
            said.push(words.closest.to_owned());
        }
        let takes: Vec<FirmTake> = wishes.iter().filter_map(|wish| self.larger(wish)).collect();
        let mut pieces = Vec::new();
        if !said.is_empty() {
            pieces.push(Piece::Words(said));
        }
        if !takes.is_empty() {
            pieces.push(Piece::Takes(takes));
        }
        section("wishes", words.title, pieces)
    }

    fn amount_of(&self, wish: Wish, amount: f64) -> String {
        match wish {
            Wish::Cap => self.kw(Kw(amount)),
            Wish::Autonomy => self.lang.percent(amount),
            Wish::Budget => self.pln(NetPln(amount)),
        }
    }

    fn wish(&self, wish: &WishOutcome) -> String {
        let words = &self.words.wishes;
        let place = match wish.wish {
            Wish::Cap => 0,
            Wish::Autonomy => 1,
            Wish::Budget => 2,
        };
        let [wanted, reached, best] =
            [wish.wanted, wish.reached, wish.best].map(|amount| self.amount_of(wish.wish, amount));
        match wish.binds {
            None => fill(words.met[place], &[&wanted, &reached]),
            Some(binds) if wish.wish == Wish::Budget && is_nothing(&binds) => {
                fill(words.too_dear, &[&wanted, &reached])
            }
            Some(binds) => {
                format!(
                    "{} {}",
                    fill(words.missed[place], &[&wanted, &reached, &best]),
                    self.binding(wish.wish, &binds)
                )
            }
        }
    }

    fn binding(&self, wish: Wish, binds: &Binding) -> String {
        let words = &self.words.wishes;
        match binds {
            Binding::Size { pv, battery } if wish == Wish::Budget => {
                fill(words.smaller, &[&self.kwp(pv.0), &self.capacity_of(battery.0)])
            }
            Binding::Size { pv, battery } => fill(words.size, &[&self.kwp(pv.0), &self.capacity_of(battery.0)]),
            Binding::BatteryCapacity(kwh) => fill(words.capacity, &[&self.capacity_of(kwh.0)]),
            Binding::BatteryPower(kw) => fill(words.power, &[&self.kw(*kw)]),
            Binding::BatteryUse => fill(words.battery_use, &[]),
            Binding::Area(fits) => fill(words.area, &[&self.kwp(fits.0)]),
            Binding::Seasons => fill(words.seasons, &[]),
            Binding::Budget(least) => fill(words.budget, &[&self.pln(*least)]),
        }
    }

    /// The plant that would reach a wish, where it is clear behind which meter.
    fn larger(&self, wish: &WishOutcome) -> Option<FirmTake> {
        match wish.binds {
            Some(binds @ Binding::Size { pv, battery }) if !self.has_many() && !is_nothing(&binds) => Some(FirmTake {
                label: fill(self.words.wishes.take, &[&self.kwp(pv.0), &self.capacity_of(battery.0)]),
                meter: 0,
                pv_kwp: Some(pv.0),
                battery_kwh: Some(battery.0),
                contracted_kw: None,
            }),
            _ => None,
        }
    }
}

/// A plant of no size.
fn is_nothing(binds: &Binding) -> bool {
    matches!(binds, Binding::Size { pv, battery } if pv.0 <= 0.0 && battery.0 <= 0.0)
}
