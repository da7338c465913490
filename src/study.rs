//! Questions that a page asks seldom, or that take long: answered step by step, so that a newer one can come between.
//!
//! The answer comes in ready words, so that the page needs neither the words nor the shapes of what was found.

use crate::error::InputError;
use crate::model::sizing::joint::{JointSearch, Objective, Wish};
use crate::model::uncertainty::{self, Bands, Ensemble};
use crate::model::{control::Permission, inputs::Scenario, session::Session};
use crate::text::{Lang, studies};
use crate::view::View;
use serde::{Deserialize, Serialize};

/// What is asked about a home.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// Every tariff group, ranked.
    Tariffs,
    /// Whether to move to another settlement scheme.
    Switch,
    /// What meters that net each phase by itself would charge.
    Phases,
    /// The heat of the home from every source.
    Heating,
    /// The battery run in three ways.
    Controls(Permission),
    /// How far the figures may lie.
    Bands,
    /// The best of all designs by an objective.
    Joint(Objective),
}

/// What a step came to.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A share of the work is done, 0 to 1.
    Working(f64),
    /// The same, with an answer for the time being.
    SoFar(f64, Box<View>),
    /// The end.
    Done(Result<Box<View>, Vec<InputError>>),
}

/// A question on its way to its answer.
pub struct Study {
    scenario: Scenario,
    ask: Ask,
    lang: Lang,
    work: Work,
}

enum Work {
    NotBegun,
    /// With whether a first answer was told.
    Bands(Box<Ensemble>, bool),
    Joint(Box<JointSearch>),
}

impl Study {
    /// A question about a home, to be answered in a language; nothing is computed yet.
    #[must_use]
    pub fn new(scenario: Scenario, ask: Ask, lang: Lang) -> Self {
        Self { scenario, ask, lang, work: Work::NotBegun }
    }

    /// Works on for some milliseconds.
    pub fn step(&mut self, session: &mut Session) -> Step {
        match std::mem::replace(&mut self.work, Work::NotBegun) {
            Work::NotBegun => self.begin(session).unwrap_or_else(|errors| Step::Done(Err(errors))),
            Work::Bands(ensemble, told) => self.work_on_bands(ensemble, told),
            Work::Joint(search) => self.work_on_joint(search),
        }
    }

    fn begin(&mut self, session: &mut Session) -> Result<Step, Vec<InputError>> {
        let (scenario, lang) = (&self.scenario, self.lang);
        let view = match self.ask {
            Ask::Tariffs => studies::tariffs(lang, &session.tariffs(scenario)?),
            Ask::Switch => studies::switch(lang, &session.switch_advice(scenario)?),
            Ask::Phases => studies::phases(lang, &session.by_phase(scenario)?),
            Ask::Heating => studies::heating(lang, &session.heating(scenario)?),
            Ask::Controls(permission) => studies::controls(lang, &session.controls(scenario, permission)?),
            Ask::Bands => {
                let ensemble = Ensemble::new(session.rules(), scenario, &uncertainty::Ask::default())?;
                self.work = Work::Bands(Box::new(ensemble), false);
                return Ok(Step::Working(0.0));
            }
            Ask::Joint(objective) => {
                let search = session.joint(scenario, &Wish { objectives: vec![objective] })?;
                self.work = Work::Joint(Box::new(search));
                return Ok(Step::Working(0.0));
            }
        };
        Ok(Step::Done(Ok(Box::new(view))))
    }

    /// Tells once of the first members, then of all.
    fn work_on_bands(&mut self, mut ensemble: Box<Ensemble>, told: bool) -> Step {
        let view = |bands: &Bands| Box::new(studies::bands(self.lang, &self.scenario, bands));
        let Some(share) = ensemble.step() else {
            return Step::Done(ensemble.finish().map(|bands| view(&bands)));
        };
        let so_far = if told { None } else { ensemble.so_far() };
        self.work = Work::Bands(ensemble, told || so_far.is_some());
        so_far.map_or(Step::Working(share), |bands| Step::SoFar(share, view(&bands)))
    }

    fn work_on_joint(&mut self, mut search: Box<JointSearch>) -> Step {
        match search.step() {
            Some(share) => {
                self.work = Work::Joint(search);
                Step::Working(share)
            }
            None => Step::Done(Ok(Box::new(studies::joint(self.lang, &self.scenario, &search.finish())))),
        }
    }
}
