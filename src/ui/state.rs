//! What the page knows: what was said, what is wrong with it, and what the engine makes of it.

use super::dom;
use super::engine;
use super::history::History;
use super::locale::Locale;
use super::number_field::Entry;
use super::storage;
use super::studies::{Heard, Studies};
use crate::error::{DataError, InputError, Problem};
use crate::link::Said;
use crate::model::inputs::Scenario;
use crate::model::report::Outcome;
use crate::model::session::{ForFiles, Session};
use crate::model::sizing::{Design, Recommendation};
use crate::study::Ask;
use crate::ui::reactive::{Watched, effect, put};
use crate::ui::turns::{self, Turn};
use crate::units::{Kwh, Kwp};
use crate::worker::{engine::Answer, town};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How long the address waits for further changes.
const KEEP_AFTER_MS: u32 = 300;
/// How long a further question waits for further changes.
const STUDY_AFTER_MS: u32 = 350;
/// How long after the start the page begins to study by itself: the first result stands by then.
const SETTLED_AFTER_MS: u32 = 1000;
/// How long a search on the page itself waits for further changes.
const SEARCH_AFTER_MS: u32 = 250;

/// A result, once there is one.
pub type Shown = Option<Arc<Outcome>>;

/// The one store of the page; components get parts of it as signals.
#[derive(Clone, Copy)]
pub struct Store {
    /// What was said.
    pub said: Watched<Said>,
    /// The newest good result.
    pub outcome: RwSignal<Shown>,
    /// The same a frame later: what stands below the answer need not come into the document together with it.
    pub details: RwSignal<Shown>,
    /// The newest recommendation.
    pub best: RwSignal<Option<Recommendation>>,
    /// A better recommendation is being looked for.
    pub searching: RwSignal<bool>,
    /// Changes whenever typed text must follow the numbers again.
    pub revision: RwSignal<u32>,
    /// Whether there is something to undo, and something to redo.
    pub steps: RwSignal<(bool, bool)>,
    /// The page has stood for a moment, so that further programs may be fetched.
    pub settled: RwSignal<bool>,
    /// Tables that could not be read.
    pub broken: RwSignal<Vec<DataError>>,
    invalid: RwSignal<BTreeMap<String, Problem>>,
    refused: RwSignal<Vec<InputError>>,
    history: StoredValue<History>,
    engine: StoredValue<Engine, LocalStorage>,
    details_turn: Turn,
}

/// What computes, and what waits to compute.
#[derive(Default)]
struct Engine {
    session: Option<Session>,
    /// The engine in its worker; none where the page computes itself.
    beside: Option<engine::Engine>,
    studies: Studies,
    searched: Option<Scenario>,
    shown: Option<Scenario>,
    search_later: Option<Timeout>,
    keep_later: Option<Timeout>,
}

impl Store {
    /// A store that starts with `said`, or with a typical home in the first town, and has computed it.
    #[must_use]
    pub fn new(said: Option<Said>) -> Self {
        let session = town::with_pack(Session::with);
        let said = said.unwrap_or_else(|| {
            let mut said = Said::default();
            if let Some(town) = session.as_ref().ok().and_then(|session| storage::first_town(session.rules())) {
                said.scenario.town = town;
            }
            said
        });
        let store = Self {
            said: Watched::new(said),
            outcome: RwSignal::new(None),
            details: RwSignal::new(None),
            best: RwSignal::new(None),
            searching: RwSignal::new(false),
            revision: RwSignal::new(0),
            steps: RwSignal::new((false, false)),
            settled: RwSignal::new(false),
            broken: RwSignal::new(Vec::new()),
            invalid: RwSignal::new(BTreeMap::new()),
            refused: RwSignal::new(Vec::new()),
            history: StoredValue::new(History::default()),
            engine: StoredValue::new_local(Engine::default()),
            details_turn: Turn::another(),
        };
        match session {
            Ok(session) => store.engine.update_value(|engine| engine.session = Some(session)),
            Err(errors) => store.broken.set(errors),
        }
        store.compute();
        store.start_beside();
        store.search();
        if !dom::saves_data() {
            Timeout::new(SETTLED_AFTER_MS, move || store.settled.set(true)).forget();
        }
        store
    }

    /// Changes what was said; `field` names what a person would undo.
    pub fn edit(self, field: &str, change: impl FnOnce(&mut Said)) {
        turns::settle();
        let before = self.said.with_untracked(Said::clone);
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.history.update_value(|history| history.record(field, js_sys::Date::now(), before));
            self.hold(after);
        }
    }

    /// Takes in what a number field says.
    pub fn enter(self, field: &str, entry: Entry, put: impl FnOnce(&mut Said, Option<f64>)) {
        if let Entry::Wrong(problem) = entry {
            self.invalid.update(|invalid| {
                invalid.insert(field.to_owned(), problem);
            });
            return;
        }
        self.clear(field);
        self.edit(field, |said| put(said, if let Entry::Number(number) = entry { Some(number) } else { None }));
    }

    /// Forgets that the text of a field was wrong.
    fn clear(self, field: &str) {
        if self.invalid.with_untracked(|invalid| invalid.contains_key(field)) {
            self.invalid.update(|invalid| {
                invalid.remove(field);
            });
        }
    }

    /// Forgets every wrong text, and lets all fields show their numbers again.
    pub fn refresh_fields(self) {
        self.invalid.set(BTreeMap::new());
        self.revision.update(|revision| *revision += 1);
    }

    /// Puts something entirely else in place, as one step.
    pub fn replace(self, said: Said) {
        self.edit("", |now| *now = said);
        self.refresh_fields();
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.step(History::undo);
    }

    /// Takes the last step again.
    pub fn redo(self) {
        self.step(History::redo);
    }

    fn step(self, step: impl FnOnce(&mut History, Said) -> Option<Said>) {
        turns::settle();
        let now = self.said.with_untracked(Said::clone);
        if let Some(said) = self.history.try_update_value(|history| step(history, now)).flatten() {
            self.hold(said);
            self.refresh_fields();
        }
    }

    fn hold(self, said: Said) {
        self.said.set(said.clone());
        put(self.steps, self.history.with_value(History::steps));
        self.compute();
        self.search();
        let keep = Timeout::new(KEEP_AFTER_MS, move || storage::keep(&said));
        self.engine.update_value(|engine| engine.keep_later = Some(keep));
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn problem(self, field: &str) -> Option<Problem> {
        let typed = self.invalid.with(|invalid| invalid.get(field).cloned());
        let refused = || {
            self.refused.with(|all| all.iter().find(|error| error.field == field).map(|error| error.problem.clone()))
        };
        typed.or_else(refused)
    }

    /// Everything that is wrong.
    #[must_use]
    pub fn errors(self) -> Vec<InputError> {
        let typed = self.invalid.get().into_iter().map(|(field, problem)| InputError { field, problem });
        let mut errors: Vec<InputError> = typed.collect();
        let refused = self.refused.get().into_iter().filter(|error| !errors.iter().any(|e| e.field == error.field));
        let refused: Vec<InputError> = refused.collect();
        errors.extend(refused);
        errors
    }

    /// What is computed: the person's own size, or the recommended one.
    #[must_use]
    pub fn effective(self) -> Scenario {
        let said = self.said.with_untracked(Said::clone);
        let own = said.sizes_itself();
        let scenario = said.scenario;
        match self.best.get_untracked() {
            _ if own => scenario,
            Some(best) => {
                let design = shown(&best);
                sized(without_offers(scenario), design.pv, design.battery)
            }
            None => without_offers(scenario),
        }
    }

    /// Names of the towns: key and name.
    #[must_use]
    pub fn towns(self) -> Vec<(String, String)> {
        self.of_tables(Session::towns)
    }

    /// Tariff groups of a town.
    #[must_use]
    pub fn groups(self, town: &str) -> Vec<String> {
        self.engine.with_value(|engine| engine.session.as_ref().map(|session| session.groups(town)).unwrap_or_default())
    }

    /// Months between two bills that are offered in a town.
    #[must_use]
    pub fn billing_periods(self, town: &str) -> Vec<u8> {
        let ask = |session: &Session| session.billing_periods(town);
        self.engine.with_value(|engine| engine.session.as_ref().map(ask).unwrap_or_default())
    }

    /// What the tables hold, whatever was said.
    pub fn of_tables<T: Default>(self, ask: fn(&Session) -> T) -> T {
        self.engine.with_value(|engine| engine.session.as_ref().map(ask).unwrap_or_default())
    }

    /// What a program that reads files must know of the home that is said now.
    #[must_use]
    pub fn for_files(self, plant: Kwp) -> Option<ForFiles> {
        let scenario = self.effective();
        let ask =
            |engine: &mut Engine| engine.session.as_mut().and_then(|session| session.for_files(&scenario, plant).ok());
        self.engine.try_update_value(ask).flatten()
    }

    /// A further question about the home of the newest good result. It is asked while `wanted` gives one, and again
    /// whenever the result changes.
    #[must_use]
    pub fn study(self, wanted: impl Fn() -> Option<Ask> + 'static) -> Heard {
        self.boxed_study(Box::new(wanted))
    }

    fn boxed_study(self, wanted: Box<dyn Fn() -> Option<Ask>>) -> Heard {
        let studies = self.engine.with_value(|engine| engine.studies.clone());
        let locale = Locale::current();
        let (slot, heard) = studies.slot();
        let asks = StoredValue::new_local(None::<Timeout>);
        effect(move || {
            let (ask, lang) = (wanted(), locale.lang());
            self.outcome.track();
            studies.interrupt(slot);
            let studies = studies.clone();
            let later = Timeout::new(STUDY_AFTER_MS, move || {
                let shown = self.engine.with_value(|engine| engine.shown.clone());
                let question = shown.zip(ask).map(|(shown, ask)| (shown, ask, lang));
                studies.ask(slot, question.as_ref());
            });
            asks.set_value(Some(later));
        });
        heard
    }

    /// Computes beside the page; on the page itself before that is possible, which also shows a first result soonest.
    fn compute(self) {
        let scenario = self.effective();
        if let Some(beside) = self.engine.with_value(|engine| engine.beside.clone()) {
            beside.outcome(scenario);
            return;
        }
        let result =
            self.engine.try_update_value(|engine| engine.session.as_mut().map(|session| session.outcome(&scenario)));
        if let Some(result) = result.flatten() {
            self.show(scenario, result);
        }
    }

    fn show(self, scenario: Scenario, result: Result<Outcome, Vec<InputError>>) {
        match result {
            Ok(outcome) => {
                self.engine.update_value(|engine| engine.shown = Some(scenario));
                let outcome = Some(Arc::new(outcome));
                self.outcome.set(outcome.clone());
                if self.details.with_untracked(Option::is_none) {
                    self.details.set(outcome);
                } else {
                    self.details_turn.queue(move || self.details.set(outcome));
                }
                if !self.refused.with_untracked(Vec::is_empty) {
                    self.refused.set(Vec::new());
                }
            }
            Err(errors) => {
                let own = self.said.with_untracked(Said::sizes_itself);
                self.refused.set(errors.into_iter().filter(|error| own || !passing(error)).collect());
            }
        }
    }

    fn search(self) {
        let scenario = searched(self.said.with_untracked(Said::clone));
        let new = self.engine.try_update_value(|engine| {
            let new = engine.searched.as_ref() != Some(&scenario);
            engine.searched = Some(scenario.clone());
            new
        });
        if new != Some(true) {
            return;
        }
        put(self.searching, true);
        match self.engine.with_value(|engine| engine.beside.clone()) {
            Some(beside) => beside.best(scenario),
            None => self.search_here(scenario),
        }
    }

    fn start_beside(self) {
        let answered = move |answer, about, last| match answer {
            Answer::Outcome(result) => self.show(about, *result),
            Answer::Best(best) => self.answered(best, last),
        };
        let failed = move || {
            let waiting = self.engine.try_update_value(|engine| {
                if let Some(beside) = engine.beside.take() {
                    beside.stop();
                }
                engine.searched.clone()
            });
            self.compute();
            if let Some(scenario) = waiting.flatten() {
                self.search_here(scenario);
            }
        };
        let beside = engine::Engine::start(answered, failed).ok();
        self.engine.update_value(|engine| engine.beside = beside);
    }

    /// Searches on the page itself, once the person pauses.
    fn search_here(self, scenario: Scenario) {
        let later = Timeout::new(SEARCH_AFTER_MS, move || {
            let session = self.engine.try_update_value(|engine| engine.session.take()).flatten();
            let Some(mut session) = session else { return };
            let best = session.recommend(&scenario).ok();
            self.engine.update_value(|engine| engine.session = Some(session));
            self.answered(best, true);
        });
        self.engine.update_value(|engine| engine.search_later = Some(later));
    }

    fn answered(self, best: Option<Recommendation>, last: bool) {
        put(self.searching, !last);
        let Some(best) = best else { return };
        self.best.set(Some(best));
        if !self.said.with_untracked(Said::sizes_itself) {
            self.compute();
        }
    }
}

/// The design that is shown for a recommendation: the best, or what comes closest where nothing is worth it.
#[must_use]
pub fn shown(best: &Recommendation) -> Design {
    best.closest.unwrap_or(best.best)
}

/// The home to find the best size for. Offers hold for the person's own size, so they count beside it only.
fn searched(said: Said) -> Scenario {
    let money = &said.scenario.money;
    if said.sizes_itself() && (money.pv_gross_pln.is_some() || money.battery_gross_pln.is_some()) {
        return said.scenario;
    }
    sized(without_offers(said.scenario), Kwp::ZERO, Kwh::ZERO)
}

fn without_offers(mut scenario: Scenario) -> Scenario {
    scenario.money.pv_gross_pln = None;
    scenario.money.battery_gross_pln = None;
    scenario
}

fn sized(mut scenario: Scenario, pv: Kwp, battery: Kwh) -> Scenario {
    scenario.pv_kwp = pv.0;
    scenario.battery_kwh = battery.0;
    scenario
}

/// The recommended size no longer fits a roof that has just changed; the next recommendation will.
fn passing(error: &InputError) -> bool {
    matches!(error.problem, Problem::RoofTooSmall { .. })
}
