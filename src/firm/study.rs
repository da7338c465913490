//! A question about a firm, answered step by step, so that a newer one can come between.

use super::{FirmAsk, FirmFound, FirmSaid, FirmStep};
use crate::error::{InputError, Problem};
use crate::model::firm::{outcome::FirmOutcome, search::FirmSearch, session::FirmSession};
use crate::model::inputs::firm::FirmScenario;
use crate::text::{Lang, firm};

/// A question on its way to its answer.
pub struct FirmStudy {
    said: FirmSaid,
    ask: FirmAsk,
    lang: Lang,
    work: Work,
}

enum Work {
    NotBegun,
    /// The sizes known so far are told.
    ToSearch,
    Searching(Box<FirmSearch>),
    /// The firm with its best sizes.
    Found(Box<FirmScenario>),
}

impl FirmStudy {
    /// A question about a firm, to be answered in a language; nothing is computed yet. Where the firm does not choose its
    /// sizes, those of the scenario are the best ones known so far.
    #[must_use]
    pub fn new(said: FirmSaid, ask: FirmAsk, lang: Lang) -> Self {
        Self { said, ask, lang, work: Work::NotBegun }
    }

    /// Works on for some milliseconds.
    pub fn step(&mut self, session: &mut FirmSession) -> FirmStep {
        let step = match std::mem::replace(&mut self.work, Work::NotBegun) {
            Work::NotBegun => self.begin(session),
            Work::ToSearch => session.search(&self.said.scenario).map(|search| {
                self.work = Work::Searching(Box::new(search));
                FirmStep::Working(0.0)
            }),
            Work::Searching(search) => Ok(self.search(search)),
            Work::Found(scenario) => {
                self.said.scenario = *scenario;
                let result = session.outcome(&self.said.scenario);
                result.map(|outcome| FirmStep::Done(Ok(self.view(&outcome))))
            }
        };
        step.unwrap_or_else(|errors| FirmStep::Done(Err(errors)))
    }

    fn begin(&mut self, session: &mut FirmSession) -> Result<FirmStep, Vec<InputError>> {
        let outcome = session.outcome(&self.said.scenario);
        match self.ask {
            FirmAsk::Hours(meter) => {
                let (name, content) = firm::hours_csv(self.lang, &outcome?, meter);
                Ok(FirmStep::Done(Ok(FirmFound::File(name, content))))
            }
            FirmAsk::Result if self.said.own_size => Ok(FirmStep::Done(Ok(self.view(&outcome?)))),
            FirmAsk::Result => {
                self.work = Work::ToSearch;
                match outcome {
                    Ok(outcome) => Ok(FirmStep::SoFar(0.0, self.view(&outcome))),
                    // The best sizes of before may no longer fit; the next ones will.
                    Err(errors) if errors.iter().all(is_about_size) => Ok(FirmStep::Working(0.0)),
                    Err(errors) => Err(errors),
                }
            }
        }
    }

    fn search(&mut self, mut search: Box<FirmSearch>) -> FirmStep {
        match search.step() {
            Some(share) => {
                self.work = Work::Searching(search);
                FirmStep::Working(share)
            }
            None => {
                self.work = Work::Found(Box::new(search.finish().apply(&self.said.scenario)));
                FirmStep::Working(1.0)
            }
        }
    }

    fn view(&self, outcome: &FirmOutcome) -> FirmFound {
        FirmFound::Result(Box::new(firm::view(self.lang, &self.said, outcome, !self.said.own_size)))
    }
}

fn is_about_size(error: &InputError) -> bool {
    matches!(error.problem, Problem::RoofTooSmall { .. })
}
