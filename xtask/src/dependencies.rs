//! The crates that the shipped programs are made of, as cargo resolves them for the browser.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

/// A crate of one version. Orders by name, then version as text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Package {
    pub name: String,
    pub version: String,
    /// As its manifest states it; empty where it does not.
    pub licence: String,
    pub authors: Vec<String>,
    pub repository: String,
    /// Where its source lies.
    pub folder: PathBuf,
    /// SHA-256 of the archive it was taken from, in hex; empty for this project itself.
    pub checksum: String,
    /// Names and versions of what it uses, of those that are shipped.
    pub uses: BTreeSet<(String, String)>,
}

/// The project's own package and the crates that its programs carry: no tools of the build, no macros, no tests.
pub fn shipped(root: &Path) -> Result<(Package, Vec<Package>)> {
    // `cargo tree` follows the features that are switched on; `cargo metadata` alone also names what they could add.
    let tree = cargo(root, &["tree", "--edges", "normal,no-proc-macro", "--target", TARGET, "--prefix", "none"])?;
    let shipped: BTreeSet<(String, String)> = tree.lines().filter_map(name_and_version).collect();
    let metadata = cargo(root, &["metadata", "--format-version", "1", "--filter-platform", TARGET])?;
    let metadata: Value = serde_json::from_str(&metadata).context("cargo metadata")?;
    let lock = std::fs::read_to_string(root.join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let checksums = checksums(&lock);
    let uses = uses(&metadata, &shipped);
    let text = |package: &Value, key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let packages =
        metadata["packages"].as_array().context("cargo metadata lists no packages")?.iter().filter_map(|package| {
            let key = (text(package, "name"), text(package, "version"));
            shipped.contains(&key).then(|| Package {
                licence: text(package, "license"),
                authors: package["authors"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                    .map(str::to_owned)
                    .collect(),
                repository: text(package, "repository"),
                folder: Path::new(&text(package, "manifest_path")).parent().unwrap_or(root).to_owned(),
                checksum: checksums.get(&key).cloned().unwrap_or_default(),
                uses: uses.get(&text(package, "id")).cloned().unwrap_or_default(),
                name: key.0,
                version: key.1,
            })
        });
    let mut packages: Vec<Package> = packages.collect();
    packages.sort();
    ensure!(packages.len() == shipped.len(), "cargo tree and cargo metadata name different crates");
    let own =
        packages.iter().position(|package| package.checksum.is_empty()).context("the project itself is missing")?;
    let own = packages.remove(own);
    Ok((own, packages))
}

/// Crates that are there in more than one version, each with its versions.
pub fn duplicates(packages: &[Package]) -> Vec<(&str, Vec<&str>)> {
    let mut versions = BTreeMap::<&str, Vec<&str>>::new();
    for package in packages {
        versions.entry(&package.name).or_default().push(&package.version);
    }
    versions.into_iter().filter(|(_, versions)| versions.len() > 1).collect()
}

/// Version of the compiler, whose standard library the programs carry.
pub fn compiler(root: &Path) -> Result<String> {
    run(Command::new("rustc").arg("--version").current_dir(root))
        .map(|line| line.split_whitespace().nth(1).unwrap_or_default().to_owned())
}

fn cargo(root: &Path, words: &[&str]) -> Result<String> {
    run(Command::new("cargo").args(words).arg("--locked").current_dir(root))
}

fn run(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot start {command:?}"))?;
    ensure!(output.status.success(), "{command:?} failed:\n{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

/// From a line of `cargo tree`: `name v1.2.3 (place) (*)`.
fn name_and_version(line: &str) -> Option<(String, String)> {
    let mut words = line.split_whitespace();
    Some((words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
}

/// The checksum of every crate in a lock file.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let of_crate = |block: &str| {
        let value = |key: &str| {
            block
                .lines()
                .find_map(|line| Some(line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')?.to_owned()))
        };
        Some(((value("name")?, value("version")?), value("checksum")?))
    };
    lock.split("[[package]]").filter_map(of_crate).collect()
}

/// For every crate, by cargo's own name for it, the shipped ones among those it uses.
fn uses(metadata: &Value, shipped: &BTreeSet<(String, String)>) -> BTreeMap<String, BTreeSet<(String, String)>> {
    let by_id: BTreeMap<&str, (String, String)> = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|package| {
            Some((
                package["id"].as_str()?,
                (package["name"].as_str()?.to_owned(), package["version"].as_str()?.to_owned()),
            ))
        })
        .collect();
    let of_node = |node: &Value| {
        let used = node["deps"].as_array()?.iter().filter(|used| {
            used["dep_kinds"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
        });
        let used = used.filter_map(|used| by_id.get(used["pkg"].as_str()?).cloned());
        Some((node["id"].as_str()?.to_owned(), used.filter(|used| shipped.contains(used)).collect()))
    };
    metadata["resolve"]["nodes"].as_array().into_iter().flatten().filter_map(of_node).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_cargo_are_read() {
        let read = name_and_version("leptos v0.8.23 (*)").unwrap();
        assert_eq!(read, ("leptos".into(), "0.8.23".into()));
        assert_eq!(name_and_version("[features]"), None);
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"0f\"\n\n[[package]]\nname = \"own\"\nversion = \"0.1.0\"\n";
        assert_eq!(checksums(lock), BTreeMap::from([(("a".into(), "1.0.0".into()), "0f".into())]));
    }

    #[test]
    fn the_project_ships_leptos_and_no_test_tools() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let (own, packages) = shipped(root).unwrap();
        assert_eq!(own.name, "autonomia");
        let has = |name: &str| packages.iter().any(|package| package.name == name);
        assert!(has("leptos") && has("jiff") && has("wasm-bindgen"));
        assert!(!has("criterion") && !has("proptest") && !has("leptos_macro") && !has("serde_derive"));
        assert!(packages.iter().all(|package| package.checksum.len() == 64));
        assert!(own.uses.iter().any(|(name, _)| name == "leptos"));
    }
}
