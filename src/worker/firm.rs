//! The engine for firms beside its page: the page's own WebAssembly module, in a worker.

use super::jobs::{self, Told, Work};
use super::{pack, town};
use crate::firm::{FirmAsk, FirmSaid, FirmStep, study::FirmStudy};
use crate::model::firm::session::FirmSession;
use crate::text::Lang;

/// Answers every question of the page for as long as the worker lives.
pub fn serve() {
    console_error_panic_hook::set_once();
    jobs::serve::<FirmStudy>();
}

impl Work for FirmStudy {
    type Session = FirmSession;
    type Question = (FirmSaid, FirmAsk, Lang);

    fn session() -> Option<FirmSession> {
        town::with_pack(FirmSession::with).ok()
    }

    fn begin((said, ask, lang): Self::Question) -> Self {
        Self::new(said, ask, lang)
    }

    fn step(&mut self, session: &mut FirmSession) -> Told {
        match FirmStudy::step(self, session) {
            FirmStep::Working(share) => Told::Working(share),
            FirmStep::SoFar(share, found) => Told::SoFar(share, pack(&found)),
            FirmStep::Done(found) => Told::Done(pack(&found)),
        }
    }
}
