//! Licences of everything that is shipped: which are allowed, and their texts in one file.

use crate::dependencies::{self, Package};
use anyhow::{Result, bail};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Name of the file with all texts, in the bundle.
pub const FILE: &str = "LICENSES.txt";

/// Licences that ask for no more than to name them: nothing that a town ships beside its pages binds it otherwise.
const ALLOWED: [&str; 9] =
    ["Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "ISC", "MIT", "Unicode-3.0", "Unlicense", "Zlib"];

const MIT: &str = "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and \
associated documentation files (the \"Software\"), to deal in the Software without restriction, including without \
limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, \
and to permit persons to whom the Software is furnished to do so, subject to the following conditions:\n\n\
The above copyright notice and this permission notice shall be included in all copies or substantial portions of the \
Software.\n\n\
THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE \
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR \
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR \
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.";

/// Checks every shipped crate against the allowed licences, and prints what is there in several versions.
pub fn check(root: &Path) -> Result<()> {
    let (_, packages) = dependencies::shipped(root)?;
    let refused: Vec<String> = packages
        .iter()
        .filter(|package| !allows(&package.licence))
        .map(|Package { name, version, licence, .. }| format!("{name} {version}: {licence:?}"))
        .collect();
    println!("{} crates are shipped.", packages.len());
    for (name, versions) in dependencies::duplicates(&packages) {
        println!("{name} is there in several versions: {}", versions.join(", "));
    }
    if !refused.is_empty() {
        bail!("licences outside the list in xtask/src/licences.rs:\n{}", refused.join("\n"));
    }
    println!("All licences are among: {}", ALLOWED.join(", "));
    Ok(())
}

/// Whether an SPDX expression, also in the older writing with `/`, can be met with allowed licences alone.
fn allows(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    alternatives(&mut rest) == Some(true) && rest.is_empty()
}

/// `a OR b`; `None` where the expression is broken.
fn alternatives(words: &mut &[&str]) -> Option<bool> {
    let mut allowed = conditions(words)?;
    while let Some((&"OR", rest)) = words.split_first() {
        *words = rest;
        allowed |= conditions(words)?;
    }
    Some(allowed)
}

/// `a AND b`, which binds closer than OR.
fn conditions(words: &mut &[&str]) -> Option<bool> {
    let mut allowed = licence(words)?;
    while let Some((&"AND", rest)) = words.split_first() {
        *words = rest;
        allowed &= licence(words)?;
    }
    Some(allowed)
}

/// One licence, with an exception that permits more, or an expression in brackets.
fn licence(words: &mut &[&str]) -> Option<bool> {
    let (&first, rest) = words.split_first()?;
    *words = rest;
    if first == "(" {
        let allowed = alternatives(words)?;
        let (&last, rest) = words.split_first()?;
        *words = rest;
        return (last == ")").then_some(allowed);
    }
    if let Some((&"WITH", rest)) = words.split_first() {
        *words = rest.split_first()?.1;
    }
    Some(ALLOWED.contains(&first))
}

/// The licence of the project and those of all shipped crates; crates with the same text stand together.
pub fn text(root: &Path) -> Result<String> {
    let (own, packages) = dependencies::shipped(root)?;
    let mut groups = BTreeMap::<String, Vec<&Package>>::new();
    for package in &packages {
        groups.entry(text_of(package)?).or_default().push(package);
    }
    let mut groups: Vec<(String, Vec<&Package>)> = groups.into_iter().collect();
    groups.sort_by(|(_, left), (_, right)| left.cmp(right));
    let mut file = format!("Autonomia {}\n\n{}\n", own.version, fs::read_to_string(root.join("LICENSE"))?.trim_end());
    let rule = "-".repeat(80);
    write!(
        file,
        "\n{rule}\nThe programs carry the standard library of Rust {} (https://www.rust-lang.org), by The Rust Project \
         Developers, MIT OR Apache-2.0:\n\n{MIT}\n",
        dependencies::compiler(root)?
    )?;
    for (text, packages) in groups {
        writeln!(file, "\n{rule}")?;
        for Package { name, version, licence, repository, .. } in packages {
            writeln!(file, "{name} {version}, {licence} {repository}")?;
        }
        write!(file, "\n{text}\n")?;
    }
    Ok(file)
}

/// The texts that a crate brings. Where it offers the Apache licence beside another, the other is taken. One that brings
/// none stands under the MIT licence, with the names of its authors.
fn text_of(package: &Package) -> Result<String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(&package.folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        let is_licence = ["LICEN", "COPYING", "UNLICEN", "NOTICE"].iter().any(|start| name.starts_with(start));
        if is_licence && path.is_file() {
            files.push((name, path));
        }
    }
    files.sort();
    if files.iter().any(|(name, _)| !name.contains("APACHE")) {
        files.retain(|(name, _)| !name.contains("APACHE"));
    }
    if files.is_empty() {
        if !package.licence.contains("MIT") {
            bail!("{} {} brings no text of its licence {:?}", package.name, package.version, package.licence);
        }
        let authors = if package.authors.is_empty() { "its authors".to_owned() } else { package.authors.join(", ") };
        return Ok(format!("MIT License\n\nCopyright (c) {authors}\n\n{MIT}"));
    }
    let texts: Vec<String> = files.iter().map(|(_, path)| fs::read_to_string(path)).collect::<Result<_, _>>()?;
    let texts: Vec<String> = texts.iter().map(|text| text.replace("\r\n", "\n").trim().to_owned()).collect();
    Ok(texts.join("\n\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_weighed() {
        for allowed in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-3.0 OR MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception",
        ] {
            assert!(allows(allowed), "{allowed}");
        }
        for refused in
            ["", "GPL-3.0-only", "MIT AND GPL-2.0", "MIT OR", "(MIT", "MIT Apache-2.0", "MPL-2.0 OR GPL-2.0", "OR MIT"]
        {
            assert!(!allows(refused), "{refused}");
        }
        // AND binds closer: the left half suffices.
        assert!(allows("MIT OR GPL-2.0 AND GPL-3.0"));
        assert!(!allows("(MIT OR GPL-2.0) AND GPL-3.0"));
    }

    #[test]
    fn every_shipped_crate_is_named_with_a_text() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let text = text(root).unwrap();
        let (_, packages) = dependencies::shipped(root).unwrap();
        for Package { name, version, licence, .. } in packages {
            assert!(text.contains(&format!("\n{name} {version}, {licence} ")), "{name} {version}");
        }
        assert!(!text.contains(env!("CARGO_MANIFEST_DIR")));
    }
}
