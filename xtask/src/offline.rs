//! The list of files that the service worker keeps for use without a network.

use crate::bundle::files_below;
use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The service worker's own name, which never changes: browsers ask for it anew to learn of a new version.
pub const WORKER: &str = "sw.js";

/// The folder of a town's pack, which belongs to no version.
pub const PACK: &str = "pakiet";

/// What `sw.js` has in place of the list until it is bundled.
const LIST_MARK: &str = "\"bundle:files\"";

/// What pages have in place of the version until it is known.
pub const VERSION_MARK: &str = "bundle:version";

/// Kinds of file that the page needs without a network.
const KEPT: [&str; 8] = ["css", "csv", "html", "js", "json", "svg", "wasm", "webmanifest"];

/// What of a bundle the service worker treats apart.
pub struct Groups {
    /// For every page the files of its first load.
    pub pages: BTreeMap<String, Vec<String>>,
    /// Files of programs that exist in two builds: with vector instructions and without. A browser needs one of them.
    pub vectors: Vec<String>,
    pub plain: Vec<String>,
    /// Files that no visitor needs.
    pub apart: Vec<String>,
}

/// Writes version and list into the pages and the service worker of the bundle in `folder`.
///
/// The version is a digest of everything the worker keeps and of the worker itself, so that any change is a new one.
pub fn fill(folder: &Path, groups: &Groups) -> Result<()> {
    let template = fs::read_to_string(folder.join(WORKER)).with_context(|| format!("cannot read {WORKER}"))?;
    ensure!(template.matches(LIST_MARK).count() == 1, "{WORKER} must hold {LIST_MARK} exactly once");
    let mut names = Vec::new();
    for file in files_below(folder)? {
        let extension = file.extension().unwrap_or_default().to_string_lossy();
        let name = file.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        let apart = name == WORKER || groups.apart.contains(&name) || file.starts_with(folder.join(PACK));
        if !apart && KEPT.contains(&extension.as_ref()) {
            names.push(name);
        }
    }
    let mut digest = Sha256::new_with_prefix(&template);
    for name in &names {
        digest.update(name);
        digest.update(Sha256::digest(fs::read(folder.join(name))?));
    }
    let version: String = digest.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    for page in groups.pages.keys() {
        let text = fs::read_to_string(folder.join(page))?;
        fs::write(folder.join(page), text.replace(VERSION_MARK, &version))?;
    }
    let mut files = Map::new();
    for name in names {
        let digest = STANDARD.encode(Sha256::digest(fs::read(folder.join(&name))?));
        files.insert(name, Value::from(format!("sha256-{digest}")));
    }
    let Groups { pages, vectors, plain, .. } = groups;
    let list = json!({ "version": version, "pages": pages, "vectors": vectors, "plain": plain, "files": files });
    fs::write(folder.join(WORKER), template.replace(LIST_MARK, &list.to_string()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn bundle(name: &str, style: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("autonomia-offline-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for (file, text) in [
            ("sw.js", "const list = \"bundle:files\";"),
            ("index.html", "<p data-version=\"bundle:version\">"),
            ("a.css", style),
            ("icon.png", "not kept"),
            ("pakiet/towns.csv", "of no version"),
            ("check.js", "for nobody who visits"),
        ] {
            fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
            fs::write(folder.join(file), text).unwrap();
        }
        let pages = BTreeMap::from([("index.html".to_owned(), vec!["index.html".to_owned(), "a.css".to_owned()])]);
        let apart = vec!["check.js".to_owned()];
        fill(&folder, &Groups { pages, vectors: Vec::new(), plain: Vec::new(), apart }).unwrap();
        folder
    }

    fn list(folder: &Path) -> Value {
        let worker = fs::read_to_string(folder.join("sw.js")).unwrap();
        let json = worker.strip_prefix("const list = ").and_then(|rest| rest.strip_suffix(';')).unwrap();
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn every_file_is_listed_with_its_digest() {
        let folder = bundle("list", "p { color: red }");
        let list = list(&folder);
        let names: Vec<&String> = list["files"].as_object().unwrap().keys().collect();
        assert_eq!(names, ["a.css", "index.html"]);
        // printf 'p { color: red }' | openssl dgst -sha256 -binary | base64
        assert_eq!(list["files"]["a.css"], "sha256-ngewhhP73WDIbgwseeu52VAAJgKdGUsu1IUQQsAm8m4=");
        let page = fs::read_to_string(folder.join("index.html")).unwrap();
        assert_eq!(page, format!("<p data-version=\"{}\">", list["version"].as_str().unwrap()));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_changed_file_makes_a_new_version() {
        let folders = [bundle("red", "red"), bundle("same", "red"), bundle("blue", "blue")];
        let [red, same, blue] = [0, 1, 2].map(|index| list(&folders[index])["version"].clone());
        assert_eq!(red, same);
        assert_ne!(red, blue);
        folders.iter().for_each(|folder| fs::remove_dir_all(folder).unwrap());
    }
}
