//! A firm as a file: the scenario that the engine without a page reads too.
//!
//! A program of its own does this (`src/bin/firm_file.rs`), so that the first load carries no reader of JSON.

use super::{FirmSaid, link};
use crate::model::inputs::firm::FirmScenario;
use serde::{Deserialize, Serialize};

/// Longest file looked at, with the hours of six meters.
const LONGEST: usize = 8_000_000;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FileAsk {
    /// A firm to be written.
    Write(Box<FirmScenario>),
    /// The content of a file.
    Read(String),
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FileFound {
    /// The content of the file.
    Text(String),
    /// The firm of a file.
    Firm(Box<FirmScenario>),
    /// The file is none of ours.
    Unreadable,
    /// The file holds numbers outside their limits.
    OutOfRange,
}

/// Writes or reads a file.
#[must_use]
pub fn answer(ask: FileAsk) -> FileFound {
    match ask {
        FileAsk::Write(scenario) => serde_json::to_string(&scenario).map_or(FileFound::Unreadable, FileFound::Text),
        FileAsk::Read(text) if text.len() > LONGEST => FileFound::Unreadable,
        FileAsk::Read(text) => {
            let Ok(scenario) = serde_json::from_str::<FirmScenario>(&text) else { return FileFound::Unreadable };
            let said = FirmSaid { scenario, own_size: true };
            if link::is_sound(&said) { FileFound::Firm(Box::new(said.scenario)) } else { FileFound::OutOfRange }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::firm::examples::EXAMPLES;

    #[test]
    fn a_firm_survives_its_file() {
        for example in EXAMPLES {
            let scenario = Box::new(example.said("zywiec").scenario);
            let FileFound::Text(text) = answer(FileAsk::Write(scenario.clone())) else { panic!("not written") };
            assert_eq!(answer(FileAsk::Read(text)), FileFound::Firm(scenario));
        }
    }

    #[test]
    fn other_files_are_refused() {
        let read = |text: &str| answer(FileAsk::Read(text.to_owned()));
        assert!(matches!(read("{}"), FileFound::Firm(_)));
        assert_eq!(read("{\"towm\": \"zywiec\"}"), FileFound::Unreadable);
        assert_eq!(read(&"[".repeat(100_000)), FileFound::Unreadable);
        assert_eq!(read("{\"meters\": []}"), FileFound::OutOfRange);
        assert_eq!(read("{\"seed\": -1}"), FileFound::Unreadable);
    }
}
