//! The list of parts of a release, in the form of CycloneDX 1.6 (ECMA-424).

use crate::dependencies::{self, Package};
use anyhow::Result;
use serde_json::{Value, json};
use std::path::Path;

/// The list as JSON. It holds no time and no random number: the same sources make the same list.
pub fn text(root: &Path) -> Result<String> {
    let (own, packages) = dependencies::shipped(root)?;
    Ok(format!("{:#}\n", list(&own, &packages, &dependencies::compiler(root)?)))
}

fn list(own: &Package, packages: &[Package], compiler: &str) -> Value {
    let standard_library = json!({
        "type": "library", "bom-ref": "rust-std", "name": "Rust standard library", "version": compiler,
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    });
    let components: Vec<Value> = packages.iter().map(component).chain([standard_library]).collect();
    let dependencies: Vec<Value> = [own]
        .into_iter()
        .chain(packages)
        .map(|package| {
            let mut uses: Vec<String> = package.uses.iter().map(|(name, version)| reference(name, version)).collect();
            if package.checksum.is_empty() {
                uses.push("rust-std".to_owned());
            }
            json!({ "ref": reference(&package.name, &package.version), "dependsOn": uses })
        })
        .collect();
    json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application", "bom-ref": reference(&own.name, &own.version), "name": own.name,
                "version": own.version, "licenses": [{ "expression": own.licence }],
            },
        },
        "components": components,
        "dependencies": dependencies,
    })
}

fn component(package: &Package) -> Value {
    let Package { name, version, licence, repository, checksum, .. } = package;
    let mut component = json!({
        "type": "library", "bom-ref": reference(name, version), "name": name, "version": version,
        "purl": reference(name, version), "scope": "required",
        "licenses": [{ "expression": licence.replace('/', " OR ") }],
        "hashes": [{ "alg": "SHA-256", "content": checksum }],
    });
    if !repository.is_empty() {
        component["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    component
}

/// The package URL of a crate, which also names it within the list.
fn reference(name: &str, version: &str) -> String {
    format!("pkg:cargo/{name}@{version}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeSet, HashSet};

    #[test]
    fn every_part_is_listed_once_and_every_reference_is_known() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let list: Value = serde_json::from_str(&text(root).unwrap()).unwrap();
        let components = list["components"].as_array().unwrap();
        let own = &list["metadata"]["component"]["bom-ref"];
        let known: HashSet<&str> =
            components.iter().map(|part| &part["bom-ref"]).chain([own]).map(|name| name.as_str().unwrap()).collect();
        assert_eq!(known.len(), components.len() + 1);
        for entry in list["dependencies"].as_array().unwrap() {
            let named = entry["dependsOn"].as_array().unwrap().iter().chain([&entry["ref"]]);
            assert!(named.map(|name| name.as_str().unwrap()).all(|name| known.contains(name)), "{entry}");
        }
    }

    #[test]
    fn a_crate_is_described() {
        let package = Package {
            name: "a".into(),
            version: "1.0.0".into(),
            licence: "MIT/Apache-2.0".into(),
            authors: Vec::new(),
            repository: String::new(),
            folder: Path::new("a").to_owned(),
            checksum: "0f".into(),
            uses: BTreeSet::new(),
        };
        let part = component(&package);
        assert_eq!(part["purl"], "pkg:cargo/a@1.0.0");
        assert_eq!(part["licenses"][0]["expression"], "MIT OR Apache-2.0");
    }
}
