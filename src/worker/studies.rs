//! The program that studies a home, in its worker.

use super::jobs::{self, Told, Work};
use super::{pack, town};
use crate::model::{inputs::Scenario, session::Session};
use crate::study::{Ask, Step, Study};
use crate::text::Lang;

/// Answers every question of the page for as long as the worker lives.
pub fn serve() {
    jobs::serve::<Study>();
}

impl Work for Study {
    type Session = Session;
    type Question = (Scenario, Ask, Lang);

    fn session() -> Option<Session> {
        town::with_pack(Session::with).ok()
    }

    fn begin((scenario, ask, lang): Self::Question) -> Self {
        Self::new(scenario, ask, lang)
    }

    fn step(&mut self, session: &mut Session) -> Told {
        match Study::step(self, session) {
            Step::Working(share) => Told::Working(share),
            Step::SoFar(share, found) => Told::SoFar(share, pack(&found)),
            Step::Done(found) => Told::Done(pack(&found)),
        }
    }
}
