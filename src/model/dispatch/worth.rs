//! What stored energy will still cost or save: a convex function of the content, kept as its slopes.
//!
//! Going back in time by an hour adds the hour's own choices to the function. The sum of two convex functions of which
//! one may choose the split (an infimal convolution) has the pieces of both, sorted by slope: so an hour is one merge of
//! two short sorted lists, and nothing is rounded to a grid.

use super::priced::{HourCost, PIECES, Piece};

/// Slopes closer than this, zł/kWh, are taken as one.
const SAME_SLOPE: f64 = 1e-12;

/// Cost of the hours to come over the stored energy, from empty to full.
#[derive(Clone, Debug, Default)]
pub(super) struct Worth {
    /// Cost with an empty battery, zł.
    empty_pln: f64,
    /// Slopes ascending: the first kWh saves most.
    pieces: Vec<Piece>,
}

impl Worth {
    /// Content that is worth nothing.
    pub(super) fn nothing(usable_kwh: f64) -> Self {
        Self { empty_pln: 0.0, pieces: vec![Piece { slope: 0.0, length: usable_kwh }] }
    }

    /// The same slopes counted from a cost of 0.
    pub(super) fn counted_from_zero(self) -> Self {
        Self { empty_pln: 0.0, ..self }
    }

    /// Cost with this content.
    pub(super) fn at(&self, stored_kwh: f64) -> f64 {
        let mut left_kwh = stored_kwh;
        let mut cost_pln = self.empty_pln;
        for piece in &self.pieces {
            let here_kwh = left_kwh.clamp(0.0, piece.length);
            cost_pln += here_kwh * piece.slope;
            left_kwh -= here_kwh;
        }
        cost_pln
    }

    /// Content up to which each piece of an hour is worth going along: there a stored kWh saves more than it costs.
    ///
    /// `in_hand` is what a kWh charged or given now is worth beside one that is only planned, zł.
    pub(super) fn levels(&self, hour: &HourCost, in_hand: f64) -> [f64; PIECES] {
        let mut end_kwh = hour.lowest;
        hour.pieces.map(|now| {
            end_kwh += now.length;
            let charging = end_kwh - 0.5 * now.length > 0.0;
            let needed = if charging { in_hand - now.slope } else { -in_hand - now.slope };
            self.pieces.iter().take_while(|then| then.slope < needed).map(|then| then.length).sum()
        })
    }

    /// The same function an hour earlier; `spare` is written over.
    pub(super) fn before(&mut self, hour: &HourCost, usable_kwh: f64, spare: &mut Vec<Piece>) {
        spare.clear();
        // The merged function starts where an empty battery was charged as much as it could be.
        let mut skip_kwh = hour.highest;
        let mut keep_kwh = usable_kwh;
        let mut empty_pln = self.empty_pln + hour.cost_at_highest;
        let mut push = |piece: Piece| {
            let skipped_kwh = piece.length.min(skip_kwh);
            skip_kwh -= skipped_kwh;
            empty_pln += skipped_kwh * piece.slope;
            let length = (piece.length - skipped_kwh).min(keep_kwh);
            if length > 0.0 {
                keep_kwh -= length;
                match spare.last_mut() {
                    Some(last) if piece.slope - last.slope < SAME_SLOPE => last.length += length,
                    _ => spare.push(Piece { slope: piece.slope, length }),
                }
            }
            keep_kwh > 0.0
        };
        let mut choices = hour.pieces.iter().rev().map(|piece| Piece { slope: -piece.slope, ..*piece }).peekable();
        let mut later = self.pieces.iter().copied().peekable();
        loop {
            let next = match (later.peek(), choices.peek()) {
                (Some(_), None) => later.next(),
                (Some(then), Some(now)) if now.length <= 0.0 || then.slope <= now.slope => {
                    if now.length <= 0.0 {
                        choices.next()
                    } else {
                        later.next()
                    }
                }
                _ => choices.next(),
            };
            if !next.is_some_and(&mut push) {
                break;
            }
        }
        self.empty_pln = empty_pln;
        std::mem::swap(&mut self.pieces, spare);
    }
}

/// The change of the stored energy that costs least now and later: along the hour's pieces as long as each is worth it.
pub(super) fn best_change(hour: &HourCost, levels: &[f64; PIECES], stored_kwh: f64) -> f64 {
    let mut change_kwh = hour.lowest.max(-stored_kwh);
    let mut end_kwh = hour.lowest;
    for (piece, level_kwh) in hour.pieces.iter().zip(levels) {
        end_kwh += piece.length;
        if change_kwh < end_kwh {
            change_kwh = change_kwh.max(end_kwh.min(level_kwh - stored_kwh));
            if change_kwh < end_kwh {
                break;
            }
        }
    }
    change_kwh
}
