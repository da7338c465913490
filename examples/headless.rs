//! Runs a scenario file through the engine and prints the outcome as JSON; `-` reads standard input.
//! See `docs/headless.md`.

use autonomia::model::{
    control::{Controls, Permission},
    heating::compare::HeatComparison,
    inputs::Scenario,
    report::Outcome,
    session::Session,
    sizing::Recommendation,
    switch::SwitchAdvice,
    tariffs::Tariffs,
};
use serde::Serialize;
use std::{
    fs,
    io::{Read as _, Write as _},
    process::ExitCode,
};

/// What is printed.
#[derive(Serialize)]
struct Answer {
    outcome: Outcome,
    recommendation: Recommendation,
    tariffs: Tariffs,
    switch_advice: SwitchAdvice,
    heating: HeatComparison,
    controls: Controls,
}

/// Why there is no answer: the scenario cannot be judged, or nothing could be read.
enum Failure {
    Rejected(Vec<String>),
    Unreadable(String),
}

fn main() -> ExitCode {
    let code = match std::env::args().nth(1).map(|path| answer(&path)) {
        None => {
            eprintln!("usage: headless FILE.json, or - for standard input");
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

fn answer(path: &str) -> Result<String, Failure> {
    let unreadable = |error: &dyn std::fmt::Display| Failure::Unreadable(format!("{path}: {error}"));
    let scenario: Scenario =
        serde_json::from_str(&read(path).map_err(|error| unreadable(&error))?).map_err(|error| unreadable(&error))?;
    let mut session = Session::new().map_err(|errors| rejected(&errors))?;
    let outcome = session.outcome(&scenario).map_err(|errors| rejected(&errors))?;
    let recommendation = session.recommend(&scenario).map_err(|errors| rejected(&errors))?;
    let tariffs = session.tariffs(&scenario).map_err(|errors| rejected(&errors))?;
    let switch_advice = session.switch_advice(&scenario).map_err(|errors| rejected(&errors))?;
    let heating = session.heating(&scenario).map_err(|errors| rejected(&errors))?;
    let controls = session.controls(&scenario, Permission::default()).map_err(|errors| rejected(&errors))?;
    serde_json::to_string_pretty(&Answer { outcome, recommendation, tariffs, switch_advice, heating, controls })
        .map(|text| text + "\n")
        .map_err(|error| unreadable(&error))
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
