//! One style sheet out of many: tokens, base, every component's own file, print.

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// Concatenates the project's CSS in cascade order: later files may refine earlier ones.
///
/// Components come sorted by path, so the result does not depend on the file system.
pub fn concatenate(root: &Path) -> Result<String> {
    let mut files = vec![root.join("style/tokens.css"), root.join("style/base.css")];
    files.extend(component_files(&root.join("src/ui"))?);
    files.push(root.join("style/print.css"));
    let mut sheet = String::new();
    for file in files {
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        sheet.push_str(text.trim_end());
        sheet.push('\n');
    }
    Ok(sheet)
}

/// Every `.css` file below `folder`, sorted; none if the folder does not exist.
fn component_files(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files: Vec<PathBuf> = crate::bundle::files_below(folder)?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|e| e == "css"))
        .collect();
    files.sort();
    Ok(files)
}
