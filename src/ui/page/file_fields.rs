//! Files of the person's own: the meter's hours under consumption, market prices under money.

use crate::files::{ask::Ask, layout::Want, view::View};
use crate::model::inputs::measured::{Hourly, Measured};
use crate::model::inputs::{Consumption, Field, KWH_PER_YEAR, PV_KWP, Scenario};
use crate::order::ascending;
use crate::text::Lang;
use crate::ui::dom;
use crate::ui::file_drop::{FileDrop, Stage};
use crate::ui::file_reader::{FileReader, Told};
use crate::ui::file_view::FileView;
use crate::ui::locale::Locale;
use crate::ui::number_field::{Entry, NumberField};
use crate::ui::reactive::{derive, effect, memo};
use crate::ui::state::Store;
use crate::units::Kwp;
use leptos::prelude::*;
use web_sys::File;

/// Power of the modules behind the meter of a dropped file.
const PLANT_KWP: Field = Field { id: "file.plant_kwp", ..PV_KWP };

/// What has been dropped and not yet been put to use, or put aside.
#[derive(Clone, Copy)]
struct Desk {
    store: Store,
    want: Want,
    lang: Signal<Lang>,
    stage: RwSignal<Stage>,
    view: RwSignal<Option<View>>,
    plant_kwp: RwSignal<Option<f64>>,
    decided: StoredValue<Vec<(String, String)>>,
    files: StoredValue<Vec<File>, LocalStorage>,
    reader: StoredValue<Option<FileReader>, LocalStorage>,
}

impl Desk {
    fn new(store: Store, want: Want, locale: Locale) -> Self {
        let desk = Self {
            store,
            want,
            lang: derive(move || locale.lang()),
            stage: RwSignal::new(Stage::Idle),
            view: RwSignal::new(None),
            plant_kwp: RwSignal::new(None),
            decided: StoredValue::new(Vec::new()),
            files: StoredValue::new_local(Vec::new()),
            reader: StoredValue::new_local(None),
        };
        // What was understood is told again in another language.
        let mut told = desk.lang.get_untracked();
        effect(move || {
            let lang = desk.lang.get();
            if told != lang && desk.view.with_untracked(Option::is_some) {
                desk.ask();
            }
            told = lang;
        });
        desk
    }

    /// Takes in files, the oldest first.
    fn take(self, files: Vec<File>) {
        let changed: Vec<f64> = files.iter().map(File::last_modified).collect();
        self.files.set_value(ascending(&changed).into_iter().map(|place| files[place].clone()).collect());
        self.decided.set_value(Vec::new());
        self.plant_kwp.set(None);
        self.view.set(None);
        self.ask();
    }

    fn ask(self) {
        if self.reader.with_value(Option::is_none) {
            let reader = FileReader::start(move |told| self.told(told)).ok();
            self.reader.set_value(reader);
        }
        let plant = self.plant_kwp.get_untracked();
        let Some(home) = self.store.for_files(Kwp(plant.unwrap_or_default())) else {
            self.stage.set(Stage::Failed);
            return;
        };
        let ask = Ask {
            want: self.want,
            lang: self.lang.get_untracked().code().to_owned(),
            year: home.year,
            season: home.season,
            generation: if plant.is_some() { home.generation.raw().to_vec() } else { Vec::new() },
            decided: self.decided.get_value(),
        };
        let asked = self
            .reader
            .with_value(|reader| reader.as_ref().map(|reader| self.files.with_value(|files| reader.ask(&ask, files))));
        self.stage.set(if asked.is_some() { Stage::Reading(0.0) } else { Stage::Failed });
    }

    fn told(self, told: Told) {
        match told {
            Told::Progress(share) => self.stage.set(Stage::Reading(share)),
            Told::Answer(view) => {
                self.view.set(Some(view));
                self.stage.set(Stage::Idle);
            }
            Told::Failed => {
                // A program that stopped is started anew with the next file.
                if let Some(reader) = self.reader.try_update_value(Option::take).flatten() {
                    reader.stop();
                }
                self.stage.set(Stage::Failed);
            }
        }
    }

    fn decide(self, (id, value): (String, String)) {
        self.decided.update_value(|decided| {
            decided.retain(|(known, _)| *known != id);
            decided.push((id, value));
        });
        self.ask();
    }

    fn set_aside(self) {
        self.files.set_value(Vec::new());
        self.view.set(None);
        self.stage.set(Stage::Idle);
    }

    /// Calculates by the files from now on.
    fn put_to_use(self) {
        let hourly = self.view.with_untracked(|view| view.as_ref().map(|view| view.hourly.clone())).unwrap_or_default();
        let hourly = Hourly::from_parts(&hourly, parts(self.want));
        let want = self.want;
        self.store.edit(field(want), |said| hold(&mut said.scenario, want, Some(hourly)));
        self.store.refresh_fields();
        self.set_aside();
    }
}

/// Whole parts of a series that are kept: Wh of kWh, and hundredths of zł/MWh.
fn parts(want: Want) -> f64 {
    if want == Want::Meter { 1000.0 } else { 100.0 }
}

fn field(want: Want) -> &'static str {
    if want == Want::Meter { "measured" } else { "market" }
}

/// The series in use.
fn held(scenario: &Scenario, want: Want) -> Option<&Hourly> {
    match want {
        Want::Meter => scenario.measured.as_ref().map(|measured| &measured.kwh),
        Want::Prices => scenario.market.rce.as_ref(),
    }
}

fn hold(scenario: &mut Scenario, want: Want, hourly: Option<Hourly>) {
    match want {
        Want::Meter => {
            if let Some(kwh) = &hourly {
                // What a link can carry of the meter is the sum.
                let sum_kwh = kwh.values().iter().sum::<f64>().round();
                scenario.consumption = Consumption::KwhPerYear(sum_kwh.clamp(KWH_PER_YEAR.min, KWH_PER_YEAR.max));
            }
            scenario.measured = hourly.map(|kwh| Measured { kwh });
        }
        Want::Prices => scenario.market.rce = hourly,
    }
}

/// A place for files, what was understood of them, and what is in use.
#[component]
pub fn FileFields(store: Store, want: Want) -> impl IntoView {
    let locale = Locale::current();
    let desk = Desk::new(store, want, locale);
    let id = if want == Want::Meter { "file.meter" } else { "file.prices" };
    let used_id = if want == Want::Meter { "file.meter.used" } else { "file.prices.used" };
    let label = move || {
        let words = &locale.text().files;
        if want == Want::Meter { words.meter_label } else { words.prices_label }.to_owned()
    };
    let hint = move || {
        let words = &locale.text().files;
        if want == Want::Meter { words.meter_hint } else { words.prices_hint }.to_owned()
    };
    let there = memo(move || desk.view.with(Option::is_some));
    let usable = memo(move || desk.view.with(|view| view.as_ref().is_some_and(|view| !view.hourly.is_empty())));
    let exports = memo(move || desk.view.with(|view| view.as_ref().is_some_and(|view| view.exports)));
    let in_use = store.said.part(move |said| held(&said.scenario, want).map(|hourly| used(want, hourly)));
    let use_words = move || {
        let words = &locale.text().files;
        if want == Want::Meter { words.use_meter } else { words.use_prices }
    };
    let remove = move |_| {
        store.edit(field(want), |said| hold(&mut said.scenario, want, None));
        store.refresh_fields();
        dom::focus_later(id.to_owned());
    };
    let put_to_use = move |_| {
        desk.put_to_use();
        dom::focus_later(used_id.to_owned());
    };
    let set_aside = move |_| {
        desk.set_aside();
        dom::focus_later(id.to_owned());
    };
    let unused = move || in_use.get().is_none();
    let plant = (want == Want::Meter).then(|| view! { <PlantField desk=desk asked=exports /> });
    view! {
        <div class="notice" id=used_id tabindex="-1" hidden=unused>
            <p class="notice__text">{move || in_use.get().map(|figure| in_words(locale.lang(), want, figure))}</p>
            <p class="field__hint">{locale.say(|text| text.files.kept)}</p>
            <button type="button" class="button" on:click=remove>{locale.say(|text| text.files.remove)}</button>
        </div>
        <FileDrop id=id label=derive(label) hint=derive(hint) stage=desk.stage
            on_files=Callback::new(move |files| desk.take(files)) />
        <div class="file" role="group" aria-label=label hidden=move || !there.get()>
            <FileView id=id view=derive(move || desk.view.get().unwrap_or_default())
                on_decision=Callback::new(move |decision| desk.decide(decision)) />
            {plant}
            <button type="button" class="button button--main" hidden=move || !usable.get() on:click=put_to_use>
                {use_words}
            </button>
            <button type="button" class="button" on:click=set_aside>{locale.say(|text| text.files.set_aside)}</button>
        </div>
    }
    .into_any()
}

/// The power of the modules that stand behind the meter already.
#[component]
fn PlantField(desk: Desk, asked: Memo<bool>) -> impl IntoView {
    let locale = Locale::current();
    let problem = RwSignal::new(None);
    let entered = move |entry| match entry {
        Entry::Wrong(wrong) => problem.set(Some(wrong)),
        Entry::Number(kwp) => {
            problem.set(None);
            desk.plant_kwp.set(Some(kwp));
            desk.ask();
        }
        Entry::Empty => {
            problem.set(None);
            desk.plant_kwp.set(None);
            desk.ask();
        }
    };
    view! {
        <div hidden=move || !asked.get()>
            <NumberField id=PLANT_KWP.id field=PLANT_KWP label=locale.say(|text| text.files.plant_label) optional=true
                hint=locale.say(|text| text.files.plant_hint) value=desk.plant_kwp problem=problem on_entry=entered />
        </div>
    }
}

/// What is told of a series in use: the year's kWh, or the mean price in zł/MWh.
fn used(want: Want, hourly: &Hourly) -> f64 {
    let sum: f64 = hourly.values().iter().sum();
    match want {
        Want::Meter => sum,
        Want::Prices => sum / f64::from(u32::try_from(hourly.values().len()).unwrap_or(1).max(1)),
    }
}

fn in_words(lang: Lang, want: Want, figure: f64) -> String {
    let words = &lang.text().files;
    match want {
        Want::Meter => (words.meter_in_use)(&lang.kwh(figure)),
        Want::Prices => (words.prices_in_use)(&lang.unit(lang.number(figure, 0), "zł/MWh")),
    }
}
