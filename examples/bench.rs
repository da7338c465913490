//! Runs the named pieces of work of `benches/workload`, natively or in a browser, and says every figure of a scenario, so that
//! the speed and the figures of both can be compared (`docs/building.md`).
//!
//! ```text
//! bench                  every piece of work: shortest and median time, ms
//! bench NAME REPEATS     the times of one, as JSON
//! bench figures          reads a scenario as JSON and prints its figures as JSON
//! ```

#[path = "../benches/workload/mod.rs"]
mod workload;

use autonomia::model::{
    control::Permission,
    inputs::Scenario,
    session::Session,
    sizing::joint::{JointAnswer, Wish},
    uncertainty::{self, Bands},
};
use autonomia::model::{report::Outcome, sizing::Recommendation};
use autonomia::study::{Ask, Step, Study};
use autonomia::text::Lang;
use autonomia::view::View;
use serde::Serialize;

/// Every figure of a scenario.
#[derive(Serialize)]
struct Figures {
    outcome: Option<Outcome>,
    best: Option<Recommendation>,
    bands: Option<Bands>,
    joint: Option<JointAnswer>,
    /// What the program that studies a home answers, by the place of the question in [`questions`].
    studies: Vec<Option<View>>,
}

/// Every question to the program that studies a home.
fn questions() -> Vec<Ask> {
    let mut questions =
        vec![Ask::Tariffs, Ask::Switch, Ask::Phases, Ask::Heating, Ask::Controls(Permission::default()), Ask::Bands];
    questions.extend(Wish::default().objectives.into_iter().map(Ask::Joint));
    questions
}

/// The figures of a scenario as JSON; empty where one of the two cannot be read.
fn figures(scenario: &str) -> String {
    let Ok(scenario) = serde_json::from_str::<Scenario>(scenario) else { return String::new() };
    let Ok(mut session) = Session::new() else { return String::new() };
    let joint = session.joint(&scenario, &Wish::default()).ok();
    let figures = Figures {
        outcome: session.outcome(&scenario).ok(),
        best: session.recommend(&scenario).ok(),
        bands: uncertainty::bands(session.rules(), &scenario, &uncertainty::Ask::default()).ok(),
        joint: joint.map(|search| search.finish()),
        studies: questions().into_iter().map(|ask| study(&mut session, &scenario, ask)).collect(),
    };
    serde_json::to_string(&figures).unwrap_or_default()
}

fn study(session: &mut Session, scenario: &Scenario, ask: Ask) -> Option<View> {
    let mut study = Study::new(scenario.clone(), ask, Lang::Pl);
    loop {
        if let Step::Done(found) = study.step(session) {
            return found.ok().map(|found| *found);
        }
    }
}

/// What a page calls. It also writes and reads the messages of the site's own programs, which a test cannot do itself.
#[cfg(target_arch = "wasm32")]
mod page {
    use super::{Ask, Lang, Scenario, View, questions, workload};
    use autonomia::error::InputError;
    use autonomia::worker::engine;
    use std::{cell::RefCell, collections::BTreeMap};
    use wasm_bindgen::prelude::wasm_bindgen;

    thread_local! {
        static READY: RefCell<BTreeMap<String, workload::Work>> = const { RefCell::new(BTreeMap::new()) };
    }

    /// The names of every piece of work.
    #[wasm_bindgen]
    pub fn names() -> Vec<String> {
        workload::NAMES.map(str::to_owned).to_vec()
    }

    /// Does a piece of work; the first time it is made ready before. Not a number where there is no such work.
    #[wasm_bindgen]
    pub fn run(name: &str) -> f64 {
        READY.with_borrow_mut(|ready| {
            if !ready.contains_key(name) {
                ready.extend(workload::prepare(name).map(|work| (name.to_owned(), work)));
            }
            ready.get_mut(name).map_or(f64::NAN, |work| work())
        })
    }

    /// Every figure of a scenario, both as JSON.
    #[wasm_bindgen]
    pub fn figures(scenario: &str) -> String {
        super::figures(scenario)
    }

    /// The message that asks the page's own engine for the outcome of a scenario, or for the best size.
    #[wasm_bindgen]
    pub fn ask_engine(scenario: &str, best: bool) -> Vec<u8> {
        let ask = if best { engine::Ask::Best } else { engine::Ask::Outcome };
        serde_json::from_str(scenario)
            .ok()
            .and_then(|scenario| postcard::to_allocvec(&ask(scenario)).ok())
            .unwrap_or_default()
    }

    /// What the page's own engine answered, as JSON.
    #[wasm_bindgen]
    pub fn told_by_engine(message: &[u8]) -> String {
        match postcard::from_bytes(message) {
            Ok(engine::Answer::Outcome(outcome)) => json(outcome.ok()),
            Ok(engine::Answer::Best(best)) => json(best),
            Err(_) => String::new(),
        }
    }

    /// The messages that ask the program that studies a home everything about a scenario.
    #[wasm_bindgen]
    pub fn ask_studies(scenario: &str) -> Vec<js_sys::Uint8Array> {
        let Ok(scenario) = serde_json::from_str::<Scenario>(scenario) else { return Vec::new() };
        let message = |ask: Ask| postcard::to_allocvec(&(&scenario, ask, Lang::Pl)).unwrap_or_default();
        questions().into_iter().map(|ask| message(ask).as_slice().into()).collect()
    }

    /// What the program that studies a home answered, as JSON.
    #[wasm_bindgen]
    pub fn told_by_studies(message: &[u8]) -> String {
        postcard::from_bytes::<Result<View, Vec<InputError>>>(message)
            .map_or_else(|_| String::new(), |found| json(found.ok()))
    }

    fn json<T: serde::Serialize>(value: Option<T>) -> String {
        serde_json::to_string(&value).unwrap_or_default()
    }
}

/// A page calls what it wants.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::{figures, workload};
    use std::{
        io::Read as _,
        process::ExitCode,
        time::{Duration, Instant},
    };

    /// How long each piece of work is repeated.
    const BUDGET: Duration = Duration::from_secs(1);

    pub fn main() -> ExitCode {
        let words: Vec<String> = std::env::args().skip(1).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let said = match words[..] {
            [] => Some(table()),
            ["figures"] => {
                let mut scenario = String::new();
                let read = std::io::stdin().read_to_string(&mut scenario).is_ok();
                Some(figures(&scenario)).filter(|said| read && !said.is_empty())
            }
            [name, repeats] => repeats
                .parse()
                .ok()
                .and_then(|repeats| times(name, Duration::ZERO, repeats))
                .map(|times| format!("{times:?}")),
            _ => None,
        };
        said.map_or_else(
            || {
                eprintln!("usage: bench [NAME REPEATS | figures <SCENARIO.json]");
                ExitCode::from(2)
            },
            |said| {
                println!("{said}");
                ExitCode::SUCCESS
            },
        )
    }

    /// Milliseconds of each repetition, after one that is not counted.
    #[expect(clippy::disallowed_methods, reason = "a stop watch reads the clock; models do not")]
    fn times(name: &str, at_least: Duration, repeats: usize) -> Option<Vec<f64>> {
        let mut work = workload::prepare(name)?;
        std::hint::black_box(work());
        let begun = Instant::now();
        let mut times = Vec::new();
        while times.len() < repeats || begun.elapsed() < at_least {
            let started = Instant::now();
            std::hint::black_box(work());
            times.push(started.elapsed().as_secs_f64() * 1000.0);
        }
        Some(times)
    }

    fn table() -> String {
        let row = |name: &&str| {
            let mut times = times(name, BUDGET, 5)?;
            times.sort_by(f64::total_cmp);
            Some(format!("{name:<24} {:>10.3} {:>10.3}", times.first()?, times.get(times.len() / 2)?))
        };
        let rows = workload::NAMES.iter().filter_map(row);
        std::iter::once(format!("{:<24} {:>10} {:>10}", "ms", "shortest", "median"))
            .chain(rows)
            .collect::<Vec<_>>()
            .join("\n")
    }
}
