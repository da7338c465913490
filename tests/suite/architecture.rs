//! The line of the stages, held by reading the `use` paths of the source.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The stages in the order of the line; each may use the earlier ones only.
const LINE: [&str; 8] = ["inputs", "weather", "generation", "load", "dispatch", "settlement", "finance", "report"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Source text without comments, so that links in documentation do not count as use.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Names directly below `model` that the file refers to, in paths and in grouped imports.
fn models_used(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    let flat = code.replace(char::is_whitespace, "");
    for start in ["crate::model::", "super::super::"] {
        for rest in flat.split(start).skip(1) {
            names.extend(first_names(rest));
        }
    }
    for rest in flat.split("usecrate::{").skip(1) {
        let group = rest.split(";").next().unwrap_or_default();
        for rest in group.split("model::").skip(1) {
            names.extend(first_names(rest));
        }
    }
    names
}

/// The first path segment, or those of a braced group.
fn first_names(rest: &str) -> Vec<String> {
    let name = |text: &str| -> String { text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    match rest.strip_prefix('{') {
        None => vec![name(rest)],
        Some(group) => {
            let mut depth = 0;
            let mut names = vec![];
            let mut start = true;
            for (index, c) in group.char_indices() {
                if start && depth == 0 {
                    names.push(name(&group[index..]));
                }
                start = false;
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' => start = depth == 0,
                    _ => {}
                }
            }
            names
        }
    }
}

#[test]
fn a_stage_uses_earlier_stages_only() {
    for (place, stage) in LINE.iter().enumerate() {
        let mut files = vec![root().join(format!("model/{stage}.rs"))];
        let folder = root().join("model").join(stage);
        if folder.is_dir() {
            files.extend(sources(&folder));
        }
        for file in files {
            for used in models_used(&code(&file)) {
                if let Some(other) = LINE.iter().position(|name| *name == used) {
                    assert!(other <= place, "{} uses the later stage {used}", file.display());
                }
                assert!(!["sizing", "session"].contains(&used.as_str()), "{} uses {used}", file.display());
            }
        }
    }
}

#[test]
fn rules_know_no_model_and_nobody_knows_the_page() {
    for file in sources(&root()) {
        let code = code(&file);
        let inside = file.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        if inside.starts_with("rules") {
            assert!(!code.contains("model::"), "{inside} uses the model");
        }
        if !inside.starts_with("ui") && inside != "main.rs" {
            assert!(!code.contains("crate::ui"), "{inside} uses the page");
            // What runs in workers hears the page through the browser.
            let heard = inside.starts_with("worker") && !code.contains("leptos::");
            assert!(heard || !(code.contains("leptos::") || code.contains("web_sys::")), "{inside} uses the browser");
        }
        if inside.starts_with("model") || inside.starts_with("rules") {
            assert!(!code.contains("crate::text") && !code.contains("crate::link"), "{inside} knows words");
            assert!(!code.contains("HashMap") && !code.contains("HashSet"), "{inside}: order must not be random");
        }
    }
}

#[test]
fn grouped_imports_are_read() {
    let code = "use crate::{calendar::Calendar, model::{inputs::{A, B}, random::Random}, units::Kwh};";
    assert_eq!(models_used(code), ["inputs", "random"]);
    assert_eq!(models_used("use crate::model::weather::Weather;"), ["weather"]);
}
