//! Files of the person's own: the meter's hours under consumption, market prices under money.

use crate::files::{ask::Ask, layout::Want, view::View};
use crate::model::inputs::measured::{Hourly, Measured};
use crate::model::inputs::{Consumption, Field, KWH_PER_YEAR, PV_KWP, Scenario};
use crate::text::Lang;
use crate::ui::file_desk::{Desk, DeskWords, FileDesk};
use crate::ui::locale::Locale;
use crate::ui::number_field::{Entry, NumberField};
use crate::ui::reactive::{derive, memo};
use crate::ui::state::Store;
use crate::units::Kwp;
use leptos::prelude::*;

/// Power of the modules behind the meter of a dropped file.
const PLANT_KWP: Field = Field { id: "file.plant_kwp", ..PV_KWP };

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

/// What is asked of files for the home that is said now.
fn question(store: Store, want: Want, plant_kwp: Option<f64>) -> Option<Ask> {
    let home = store.for_files(Kwp(plant_kwp.unwrap_or_default()))?;
    let generation = if plant_kwp.is_some() { home.generation.raw().to_vec() } else { Vec::new() };
    let (year, season) = (home.year, home.season);
    Some(Ask { want, firm: false, lang: String::new(), year, season, generation, decided: Vec::new() })
}

/// A place for files, what was understood of them, and what is in use.
#[component]
pub fn FileFields(store: Store, want: Want) -> impl IntoView {
    let locale = Locale::current();
    let desk = Desk::new(Callback::new(move |plant_kwp| question(store, want, plant_kwp)));
    let meter = want == Want::Meter;
    let in_use = store.said.part(move |said| held(&said.scenario, want).map(|hourly| used(want, hourly)));
    let words = move || &locale.text().files;
    let words = DeskWords {
        label: derive(move || if meter { words().meter_label } else { words().prices_label }.to_owned()),
        hint: derive(move || if meter { words().meter_hint } else { words().prices_hint }.to_owned()),
        in_use: derive(move || in_use.get().map(|figure| in_words(locale.lang(), want, figure))),
        kept: locale.say(|text| text.files.kept),
        use_files: derive(move || if meter { words().use_meter } else { words().use_prices }.to_owned()),
    };
    let change = Callback::new(move |hourly: Option<Hourly>| {
        store.edit(field(want), |said| hold(&mut said.scenario, want, hourly));
        store.refresh_fields();
    });
    let on_use = Callback::new(move |view: View| change.run(Some(Hourly::from_parts(&view.hourly, parts(want)))));
    let on_remove = Callback::new(move |()| change.run(None));
    let id = if meter { "file.meter" } else { "file.prices" };
    let plant = if meter { view! { <PlantField desk=desk /> }.into_any() } else { ().into_any() };
    view! { <FileDesk id=id desk=desk words=words on_use=on_use on_remove=on_remove further=plant /> }.into_any()
}

/// The power of the modules that stand behind the meter already.
#[component]
fn PlantField(desk: Desk) -> impl IntoView {
    let locale = Locale::current();
    let problem = RwSignal::new(None);
    let asked = memo(move || desk.view.with(|view| view.as_ref().is_some_and(|view| view.exports)));
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
