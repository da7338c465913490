//! The project's own bundler, static server and packer.
//!
//! ```text
//! xtask bundle --page HTML=NAME=FILE[=LATER+…] … [--later NAME=FILE,…] --out DIR    turns compiled WebAssembly into a folder of static files
//! xtask serve  --dir DIR [--port N] [--base /PATH/] [--embed-in ORIGIN] …           serves such a folder on this machine
//! xtask licences                                                                    checks the licences of what is shipped
//! xtask release --dir DIR --out DIR                                                 packs such a folder for release
//! ```
//!
//! `--page` may be given several times: a page, the name of its program, its WebAssembly, and the programs that it loads
//! on request; where these are not named it may load all that `--later` gives. `--embed-in`, as often as wanted, names an
//! origin whose pages may show those of the folder in a frame.

mod bundle;
mod dependencies;
mod embed;
mod icon;
mod licences;
mod offline;
mod page;
mod policy;
mod release;
mod sbom;
mod serve;
mod slim;
mod style;

use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "usage:
  xtask bundle --page HTML=NAME=FILE[=LATER+…] … [--later NAME=FILE,…] --out DIR
  xtask serve --dir DIR [--port N] [--base /PATH/] [--embed-in ORIGIN] …
  xtask licences
  xtask release --dir DIR --out DIR";

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
            let (pages, out) = (options.all("page"), options.path("out")?);
            let later = options.optional("later").unwrap_or_default();
            options.none_left()?;
            let later = later.split(',').filter(|part| !part.is_empty());
            let later = later.map(|part| part.split_once('=').with_context(|| format!("{part:?} is not NAME=FILE")));
            let later: Vec<(&str, &str)> = later.collect::<Result<_>>()?;
            let pages = pages.iter().map(|text| page_asked(text, &later)).collect::<Result<Vec<_>>>()?;
            ensure!(!pages.is_empty(), "--page is missing\n{USAGE}");
            bundle::run(&project_root()?, &pages, &later, &out)
        }
        "serve" => {
            let dir = options.path("dir")?;
            let port = options.optional("port").unwrap_or_else(|| "8080".into());
            let port =
                port.parse().with_context(|| format!("the port must be a number from 0 to 65535, not {port:?}"))?;
            let base = options.optional("base").unwrap_or_else(|| "/".into());
            let embedders = options.all("embed-in");
            options.none_left()?;
            serve::run(&dir, port, &base, &embedders)
        }
        "licences" => {
            options.none_left()?;
            licences::check(&project_root()?)
        }
        "release" => {
            let (dir, out) = (options.path("dir")?, options.path("out")?);
            options.none_left()?;
            release::run(&project_root()?, &dir, &out)
        }
        other => bail!("unknown command {other:?}\n{USAGE}"),
    }
}

/// A page from `HTML=NAME=FILE` with, after one more `=`, the programs it loads on request.
fn page_asked<'a>(text: &'a str, later: &[(&'a str, &'a str)]) -> Result<bundle::Page<'a>> {
    let mut parts = text.splitn(4, '=');
    let (Some(html), Some(name), Some(wasm)) = (parts.next(), parts.next(), parts.next()) else {
        bail!("{text:?} is not HTML=NAME=FILE\n{USAGE}");
    };
    let known: Vec<&str> = later.iter().map(|(name, _)| *name).collect();
    let later = match parts.next() {
        None => known,
        Some(named) => named.split('+').filter(|name| !name.is_empty()).collect(),
    };
    Ok(bundle::Page { html, name, wasm: Path::new(wasm), later })
}

/// The folder that holds `index.html`: the parent of this crate's folder.
fn project_root() -> Result<PathBuf> {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned).context("xtask has no parent folder")
}

/// `--name value` pairs of a command line, each name with its values in their order.
struct Options(BTreeMap<String, Vec<String>>);

impl Options {
    fn parse(mut words: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = BTreeMap::<String, Vec<String>>::new();
        while let Some(word) = words.next() {
            let name = word.strip_prefix("--").with_context(|| format!("{word:?} is not an option\n{USAGE}"))?;
            let value = words.next().with_context(|| format!("--{name} lacks its value\n{USAGE}"))?;
            options.entry(name.to_owned()).or_default().push(value);
        }
        Ok(Self(options))
    }

    fn all(&mut self, name: &str) -> Vec<String> {
        self.0.remove(name).unwrap_or_default()
    }

    /// The last value of an option.
    fn optional(&mut self, name: &str) -> Option<String> {
        self.all(name).pop()
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

#[cfg(test)]
mod tests {
    use super::*;

    const LATER: [(&str, &str); 2] = [("files", "f.wasm"), ("studies", "s.wasm")];

    #[test]
    fn a_page_loads_what_it_names_or_all() {
        let home = page_asked("index.html=autonomia=a.wasm", &LATER).unwrap();
        assert_eq!((home.html, home.name, home.wasm), ("index.html", "autonomia", Path::new("a.wasm")));
        assert_eq!(home.later, ["files", "studies"]);
        assert_eq!(page_asked("firma.html=firm=b.wasm=files", &LATER).unwrap().later, ["files"]);
        assert_eq!(page_asked("firma.html=firm=b.wasm=", &LATER).unwrap().later, Vec::<&str>::new());
        assert!(page_asked("index.html=autonomia", &LATER).is_err());
    }
}
