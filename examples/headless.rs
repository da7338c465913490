//! Runs a scenario file through the engine and prints the outcome as JSON; `-` reads standard input, `--studies` adds
//! what takes longer, `--firm` reads the scenario of a firm, `--pack FOLDER` lays a town's pack over the tables.
//! See `docs/headless.md` and `docs/headless-firm.md`.

use autonomia::model::{
    control::{Controls, Permission},
    firm::{
        session::FirmSession,
        summary::{BestSummary, FirmSummary},
    },
    heating::compare::HeatComparison,
    inputs::{Scenario, firm::FirmScenario},
    report::Outcome,
    session::Session,
    sizing::{
        Recommendation,
        joint::{JointAnswer, Wish},
    },
    switch::SwitchAdvice,
    tariffs::Tariffs,
    uncertainty::{self, Bands},
};
use autonomia::{pack, rules::pack::Pack};
use serde::Serialize;
use std::{
    fs,
    io::{Read as _, Write as _},
    process::ExitCode,
};

/// Asks for the bands and the search over all designs too.
const STUDIES: &str = "--studies";
/// The scenario is that of a firm.
const FIRM: &str = "--firm";
/// The next word is the folder of a town's pack.
const PACK: &str = "--pack";

/// What is printed.
#[derive(Serialize)]
struct Answer {
    outcome: Outcome,
    recommendation: Recommendation,
    tariffs: Tariffs,
    switch_advice: SwitchAdvice,
    heating: HeatComparison,
    controls: Controls,
    #[serde(skip_serializing_if = "Option::is_none")]
    bands: Option<Bands>,
    #[serde(skip_serializing_if = "Option::is_none")]
    joint: Option<JointAnswer>,
}

/// What is printed of a firm.
#[derive(Serialize)]
struct FirmAnswer {
    /// At the sizes of the scenario.
    outcome: FirmSummary,
    best: BestSummary,
    /// At the best sizes.
    best_outcome: FirmSummary,
}

/// What answers for a scenario, by its path, with a town's tables.
type Answering = fn(&str, &Pack) -> Result<String, Failure>;

/// Why there is no answer: the scenario cannot be judged, or nothing could be read.
enum Failure {
    Rejected(Vec<String>),
    Unreadable(String),
}

fn main() -> ExitCode {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let at = words.iter().position(|word| word == PACK).filter(|at| at + 1 < words.len());
    let folder = at.and_then(|at| words.drain(at..at + 2).nth(1));
    let (flags, paths): (Vec<String>, Vec<String>) = words.into_iter().partition(|word| word.starts_with("--"));
    let ask = match flags.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Some(home as Answering),
        [STUDIES] => Some(home_with_studies as _),
        [FIRM] => Some(firm as _),
        _ => None,
    };
    let answered = |(ask, path): (Answering, &String)| {
        let pack = folder.as_deref().map_or(Ok(Pack::default()), pack_in);
        pack.and_then(|pack| ask(path, &pack))
    };
    let code = match ask.zip(paths.first()).map(answered) {
        None => {
            eprintln!("usage: headless [{STUDIES} | {FIRM}] [{PACK} FOLDER] FILE.json, or - for standard input");
            2
        }
        // Whoever stopped reading, as `head` does, wants no more.
        Some(Ok(text)) => u8::from(std::io::stdout().write_all(text.as_bytes()).is_err()),
        Some(Err(Failure::Rejected(problems))) => {
            eprintln!("{}", problems.join("\n"));
            1
        }
        Some(Err(Failure::Unreadable(reason))) => {
            eprintln!("{reason}");
            2
        }
    };
    ExitCode::from(code)
}

/// The pack in a folder; pictures go by their names alone.
fn pack_in(folder: &str) -> Result<Pack, Failure> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_text = [".csv", ".json"].iter().any(|kind| name.ends_with(kind));
        let text = if is_text { fs::read_to_string(&path) } else { Ok(String::new()) };
        files.push((name, text.map_err(|error| unreadable(&path.to_string_lossy(), &error))?));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    pack::read(&files).map(|checked| checked.pack).map_err(|findings| rejected(&findings))
}

fn home(path: &str, pack: &Pack) -> Result<String, Failure> {
    answer(path, pack, false)
}

fn home_with_studies(path: &str, pack: &Pack) -> Result<String, Failure> {
    answer(path, pack, true)
}

fn firm(path: &str, pack: &Pack) -> Result<String, Failure> {
    let scenario: FirmScenario = scenario(path)?;
    let mut session = FirmSession::with(pack).map_err(|errors| rejected(&errors))?;
    let outcome = session.outcome(&scenario).map_err(|errors| rejected(&errors))?;
    let best = session.search(&scenario).map_err(|errors| rejected(&errors))?.finish();
    let best_outcome = session.outcome(&best.apply(&scenario)).map_err(|errors| rejected(&errors))?;
    let (outcome, best_outcome) = (FirmSummary::from(&outcome), FirmSummary::from(&best_outcome));
    printed(path, &FirmAnswer { outcome, best: BestSummary::from(&best), best_outcome })
}

fn scenario<T: serde::de::DeserializeOwned>(path: &str) -> Result<T, Failure> {
    let text = read(path).map_err(|error| unreadable(path, &error))?;
    serde_json::from_str(&text).map_err(|error| unreadable(path, &error))
}

fn printed<T: Serialize>(path: &str, answer: &T) -> Result<String, Failure> {
    serde_json::to_string_pretty(answer).map(|text| text + "\n").map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &str, error: &dyn std::fmt::Display) -> Failure {
    Failure::Unreadable(format!("{path}: {error}"))
}

fn answer(path: &str, pack: &Pack, studies: bool) -> Result<String, Failure> {
    let scenario: Scenario = scenario(path)?;
    let mut session = Session::with(pack).map_err(|errors| rejected(&errors))?;
    let outcome = session.outcome(&scenario).map_err(|errors| rejected(&errors))?;
    let recommendation = session.recommend(&scenario).map_err(|errors| rejected(&errors))?;
    let tariffs = session.tariffs(&scenario).map_err(|errors| rejected(&errors))?;
    let switch_advice = session.switch_advice(&scenario).map_err(|errors| rejected(&errors))?;
    let heating = session.heating(&scenario).map_err(|errors| rejected(&errors))?;
    let controls = session.controls(&scenario, Permission::default()).map_err(|errors| rejected(&errors))?;
    let (bands, joint) = if studies {
        let bands = uncertainty::bands(session.rules(), &scenario, &uncertainty::Ask::default());
        let search = session.joint(&scenario, &Wish::default()).map_err(|errors| rejected(&errors))?;
        (Some(bands.map_err(|errors| rejected(&errors))?), Some(search.finish()))
    } else {
        (None, None)
    };
    let answer = Answer { outcome, recommendation, tariffs, switch_advice, heating, controls, bands, joint };
    printed(path, &answer)
}

fn rejected<E: std::fmt::Display>(errors: &[E]) -> Failure {
    Failure::Rejected(errors.iter().map(ToString::to_string).collect())
}

fn read(path: &str) -> std::io::Result<String> {
    if path == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        Ok(text)
    } else {
        fs::read_to_string(path)
    }
}
