//! What the page for firms knows: what was said, and what the engine makes of it.

use super::keep;
use crate::error::DataError;
use crate::firm::{FirmAsk, FirmFound, FirmSaid, FirmStep, study::FirmStudy};
use crate::model::firm::session::{FirmGroups, FirmSession};
use crate::model::inputs::firm::{FirmMeter, trade::Trade};
use crate::text::Lang;
use crate::ui::form::Form;
use crate::ui::jobs::{Jobs, Told};
use crate::ui::locale::Locale;
use crate::ui::{program::start_itself, saving, storage};
use crate::view::firm::{FirmTake, FirmView};
use crate::worker::{pack, town, unpack};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// How long the address waits for further changes.
const KEEP_AFTER_MS: u32 = 300;

type Question = (FirmSaid, FirmAsk, Lang);

/// The one store of the page.
#[derive(Clone, Copy)]
pub struct FirmStore {
    /// What was said, and what is wrong with it.
    pub form: Form<FirmSaid>,
    /// The newest good result.
    pub view: RwSignal<FirmView>,
    /// Share of the work that is done; none while nothing is worked on.
    pub working: RwSignal<Option<f64>>,
    /// Nothing can be computed.
    pub failed: RwSignal<bool>,
    /// The meter whose fields are shown.
    pub meter: RwSignal<usize>,
    /// Storage refused the hours of files.
    pub unkept: RwSignal<bool>,
    /// Tables that could not be read.
    pub broken: RwSignal<Vec<DataError>>,
    locale: Locale,
    desk: StoredValue<Desk, LocalStorage>,
}

/// What computes, and what waits to compute.
struct Desk {
    /// The tables; also computes where no worker does.
    session: Option<FirmSession>,
    beside: Option<Beside>,
    /// A change has come while the first answer to an earlier question was on its way.
    waits: bool,
    asked: bool,
    /// The work on the page itself: only the newest goes on.
    here: Option<Timeout>,
    keep_later: Option<Timeout>,
}

#[derive(Clone)]
struct Beside {
    jobs: Jobs,
    result: usize,
    hours: usize,
}

impl FirmStore {
    /// A store that starts with `said`, or with a typical firm in the first town, and computes it.
    #[must_use]
    pub fn new(said: Option<FirmSaid>) -> Self {
        let session = town::with_pack(FirmSession::with);
        let said = said.unwrap_or_else(|| {
            let mut said = FirmSaid::default();
            if let Some(town) = session.as_ref().ok().and_then(|session| storage::first_town(session.rules())) {
                said.scenario.town = town;
            }
            said
        });
        let desk = Desk { session: None, beside: None, waits: false, asked: false, here: None, keep_later: None };
        let store = Self {
            form: Form::new(said),
            view: RwSignal::new(FirmView::default()),
            working: RwSignal::new(None),
            failed: RwSignal::new(false),
            meter: RwSignal::new(0),
            unkept: RwSignal::new(false),
            broken: RwSignal::new(Vec::new()),
            locale: Locale::current(),
            desk: StoredValue::new_local(desk),
        };
        let jobs = Jobs::new(|failed, heard| start_itself(failed, heard));
        let result = jobs.slot(move |told| store.heard(told, Self::told));
        let hours = jobs.slot(move |told| store.heard(told, Self::told_hours));
        store.desk.update_value(|desk| desk.beside = Some(Beside { jobs, result, hours }));
        Effect::new(move |before: Option<()>| {
            let said = store.form.said.get();
            let _ = store.locale.lang();
            store.changed();
            if before.is_some() {
                let later = Timeout::new(KEEP_AFTER_MS, move || store.unkept.set(!keep::keep(&said)));
                store.desk.update_value(|desk| desk.keep_later = Some(later));
            }
        });
        match session {
            Ok(session) => store.desk.update_value(|desk| desk.session = Some(session)),
            Err(errors) => store.broken.set(errors),
        }
        store
    }

    /// Asks for a new result. While the first answer to the last question is on its way the newest change waits for it, so
    /// that figures follow a slider that is dragged.
    fn changed(self) {
        let asks = self.desk.try_update_value(|desk| {
            desk.waits = desk.asked;
            !std::mem::replace(&mut desk.asked, true)
        });
        if asks == Some(true) {
            self.ask();
        }
    }

    fn ask(self) {
        let question = self.question(FirmAsk::Result);
        match self.desk.with_value(|desk| desk.beside.clone()) {
            Some(beside) => beside.jobs.ask(beside.result, Some(&pack(&question))),
            None => self.work_here(question),
        }
    }

    /// The firm as said, with the best sizes known so far where it does not choose them itself.
    fn question(self, ask: FirmAsk) -> Question {
        let lang = untrack(|| self.locale.lang());
        let mut said = self.effective();
        if matches!(ask, FirmAsk::Hours(_)) {
            said.own_size = true;
        }
        (said, ask, lang)
    }

    /// What is computed: the firm's own sizes, or the best ones known.
    #[must_use]
    pub fn effective(self) -> FirmSaid {
        let mut said = self.form.said.get_untracked();
        if !said.own_size {
            self.view.with_untracked(|view| {
                for (meter, (pv_kwp, battery_kwh)) in said.scenario.meters.iter_mut().zip(&view.sizes) {
                    meter.plant.pv_kwp = *pv_kwp;
                    meter.plant.battery_kwh = *battery_kwh;
                }
            });
        }
        said
    }

    /// Takes a message of the worker in; where none runs the page computes by itself.
    fn heard(self, told: Told, take: fn(Self, FirmStep)) {
        match told {
            Told::Ended => {}
            Told::Working(share) => take(self, FirmStep::Working(share)),
            Told::SoFar(share, found) => match unpack(&found) {
                Some(found) => take(self, FirmStep::SoFar(share, found)),
                None => self.failed.set(true),
            },
            Told::Done(found) => match unpack(&found) {
                Some(found) => take(self, FirmStep::Done(found)),
                None => self.failed.set(true),
            },
            Told::Failed => {
                self.desk.update_value(|desk| desk.beside = None);
                self.ask();
            }
        }
    }

    fn told(self, step: FirmStep) {
        let answered = match step {
            FirmStep::Working(share) => {
                self.working.set(Some(share));
                share > 0.0
            }
            FirmStep::SoFar(share, found) => {
                self.show(found);
                self.working.set(Some(share));
                true
            }
            FirmStep::Done(found) => {
                self.working.set(None);
                match found {
                    Ok(found) => self.show(found),
                    Err(errors) => self.form.refused.set(errors),
                }
                true
            }
        };
        if answered {
            let again = self.desk.try_update_value(|desk| {
                desk.asked = std::mem::take(&mut desk.waits);
                desk.asked
            });
            if again == Some(true) {
                self.ask();
            }
        }
    }

    fn show(self, found: FirmFound) {
        if let FirmFound::Result(view) = found {
            self.view.set(*view);
            self.failed.set(false);
            if !self.form.refused.with_untracked(Vec::is_empty) {
                self.form.refused.set(Vec::new());
            }
        }
    }

    fn told_hours(self, step: FirmStep) {
        if let FirmStep::Done(Ok(FirmFound::File(name, content))) = step {
            // A browser that saves nothing says so itself.
            let _ = saving::save(&name, &content);
        }
    }

    /// Saves the hours of a meter as a file.
    pub fn save_hours(self, meter: usize) {
        let question = self.question(FirmAsk::Hours(meter));
        if let Some(beside) = self.desk.with_value(|desk| desk.beside.clone()) {
            beside.jobs.ask(beside.hours, Some(&pack(&question)));
            return;
        }
        let (said, ask, lang) = question;
        let mut study = FirmStudy::new(said, ask, lang);
        if let Some(step) = self.step_here(&mut study) {
            self.told_hours(step);
        }
    }

    fn step_here(self, study: &mut FirmStudy) -> Option<FirmStep> {
        self.desk.try_update_value(|desk| desk.session.as_mut().map(|session| study.step(session))).flatten()
    }

    /// Works on the page itself, with a breath between two steps.
    fn work_here(self, (said, ask, lang): Question) {
        self.go_on_here(FirmStudy::new(said, ask, lang));
    }

    fn go_on_here(self, mut study: FirmStudy) {
        let later = Timeout::new(0, move || match self.step_here(&mut study) {
            None => self.failed.set(true),
            Some(step) => {
                if !matches!(step, FirmStep::Done(_)) {
                    self.go_on_here(study);
                }
                self.told(step);
            }
        });
        self.desk.update_value(|desk| desk.here = Some(later));
    }

    /// Takes over what a result proposes: a size, or a contracted power.
    pub fn take(self, take: &FirmTake) {
        let effective = self.effective();
        self.form.edit("take", |said| {
            if take.pv_kwp.is_some() || take.battery_kwh.is_some() {
                *said = effective;
                said.own_size = true;
            }
            let Some(meter) = said.scenario.meters.get_mut(take.meter) else { return };
            let put = |field: &mut f64, value: Option<f64>| *field = value.unwrap_or(*field);
            put(&mut meter.plant.pv_kwp, take.pv_kwp);
            put(&mut meter.plant.battery_kwh, take.battery_kwh);
            put(&mut meter.contract.contracted_kw, take.contracted_kw);
        });
        self.form.refresh_fields();
    }

    /// Reads something of a meter; the default where the meter is gone.
    pub fn of_meter<T: Default>(self, meter: usize, read: impl FnOnce(&FirmMeter) -> T) -> T {
        self.form.said.with(|said| said.scenario.meters.get(meter).map(read).unwrap_or_default())
    }

    /// What the tables hold, whatever was said.
    pub fn of_tables<T: Default>(self, ask: impl FnOnce(&FirmSession) -> T) -> T {
        self.desk.with_value(|desk| desk.session.as_ref().map(ask).unwrap_or_default())
    }

    /// Distribution company of a meter: its own, or that of the town.
    #[must_use]
    pub fn operator(self, meter: usize) -> String {
        let told = self.of_meter(meter, |meter| meter.contract.operator.clone());
        told.unwrap_or_else(|| self.town_operator())
    }

    /// Distribution company of the town.
    #[must_use]
    pub fn town_operator(self) -> String {
        let town = self.form.said.with(|said| said.scenario.town.clone());
        self.of_tables(|session| session.operator_of(&town).unwrap_or_default())
    }

    /// Tariff groups of a meter's distribution company.
    #[must_use]
    pub fn groups(self, meter: usize) -> FirmGroups {
        let operator = self.operator(meter);
        self.of_tables(|session| session.groups(&operator))
    }

    /// Zones of a meter's tariff group.
    #[must_use]
    pub fn zones(self, meter: usize) -> Vec<String> {
        let (operator, group) = (self.operator(meter), self.of_meter(meter, |meter| meter.contract.group.clone()));
        self.of_tables(|session| session.zones(&operator, &group))
    }

    /// Usual consumption of a trade: from and to, kWh for each unit of its size.
    #[must_use]
    pub fn usual_use(self, trade: Trade) -> Vec<((f64, f64), &'static str)> {
        self.of_tables(|session| {
            let sizes = session.firms().trade_sizes(trade, session.rules().model_date());
            sizes.into_iter().map(|row| ((row.rule.low, row.rule.high), row.rule.unit.id())).collect()
        })
    }
}
