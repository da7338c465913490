//! The project's own bundler and static server.
//!
//! ```text
//! xtask bundle --name NAME --wasm FILE [--later NAME=FILE,…] --out DIR    turns compiled WebAssembly into a folder of static files
//! xtask serve  --dir DIR [--port N] [--base /PATH/]                serves such a folder on this machine
//! ```

mod bundle;
mod page;
mod policy;
mod serve;
mod style;

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "usage:
  xtask bundle --name NAME --wasm FILE [--later NAME=FILE,…] --out DIR
  xtask serve --dir DIR [--port N] [--base /PATH/]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let command = words.next().context(USAGE)?;
    let mut options = Options::parse(words)?;
    match command.as_str() {
        "bundle" => {
            let (name, wasm, out) = (options.required("name")?, options.path("wasm")?, options.path("out")?);
            let later = options.optional("later").unwrap_or_default();
            options.none_left()?;
            let later = later.split(',').filter(|part| !part.is_empty());
            let later = later.map(|part| part.split_once('=').with_context(|| format!("{part:?} is not NAME=FILE")));
            let later: Vec<(&str, &str)> = later.collect::<Result<_>>()?;
            bundle::run(&project_root()?, &name, &wasm, &later, &out)
        }
        "serve" => {
            let dir = options.path("dir")?;
            let port = options.optional("port").unwrap_or_else(|| "8080".into());
            let port =
                port.parse().with_context(|| format!("the port must be a number from 0 to 65535, not {port:?}"))?;
            let base = options.optional("base").unwrap_or_else(|| "/".into());
            options.none_left()?;
            serve::run(&dir, port, &base)
        }
        other => bail!("unknown command {other:?}\n{USAGE}"),
    }
}

/// The folder that holds `index.html`: the parent of this crate's folder.
fn project_root() -> Result<PathBuf> {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned).context("xtask has no parent folder")
}

/// `--name value` pairs of a command line.
struct Options(BTreeMap<String, String>);

impl Options {
    fn parse(mut words: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = BTreeMap::new();
        while let Some(word) = words.next() {
            let name = word.strip_prefix("--").with_context(|| format!("{word:?} is not an option\n{USAGE}"))?;
            let value = words.next().with_context(|| format!("--{name} lacks its value\n{USAGE}"))?;
            options.insert(name.to_owned(), value);
        }
        Ok(Self(options))
    }

    fn optional(&mut self, name: &str) -> Option<String> {
        self.0.remove(name)
    }

    fn required(&mut self, name: &str) -> Result<String> {
        self.optional(name).with_context(|| format!("--{name} is missing\n{USAGE}"))
    }

    fn path(&mut self, name: &str) -> Result<PathBuf> {
        self.required(name).map(PathBuf::from)
    }

    /// A misspelt option must not pass in silence.
    fn none_left(&self) -> Result<()> {
        match self.0.keys().next() {
            Some(name) => bail!("unknown option --{name}\n{USAGE}"),
            None => Ok(()),
        }
    }
}
