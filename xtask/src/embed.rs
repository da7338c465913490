//! What shows the calculator in other pages: the script that they load, the sheet of embedded pages, and the page that
//! writes the lines to copy.

use crate::bundle::hash_name;
use crate::offline::VERSION_MARK;
use crate::page::{Asset, fill_marks, sheet_link};
use crate::policy;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::fs;
use std::path::Path;

/// The page that writes the lines to copy.
pub const PAGE: &str = "osadz.html";
/// The script for other pages. Its name never changes: they name it in their own lines.
const SCRIPT: &str = "embed.js";
const SHEET_MARK: &str = "\"bundle:frame-style\"";
const TOWNS: &str = "src/rules/towns.csv";

/// The hashed files of it.
pub struct Embed {
    /// What an embedded page runs beside its program.
    pub frame: Asset,
    sheet: Asset,
    /// The script for other pages once more, under a name that stands for this content alone.
    pinned: Asset,
    page: Asset,
}

/// Puts sheet and scripts into `folder`, where those of `public/` lie already.
pub fn assets(root: &Path, folder: &Path) -> Result<Embed> {
    let sheet = folder.join("embed.css");
    fs::copy(root.join("style/embed.css"), &sheet).context("cannot copy style/embed.css")?;
    let sheet = hash_name(&sheet, "embed")?;
    let frame = folder.join("frame.js");
    let script = fs::read_to_string(&frame).context("cannot read frame.js")?;
    ensure!(script.matches(SHEET_MARK).count() == 1, "frame.js must hold {SHEET_MARK} exactly once");
    let link = json!({ "href": format!("./{}", sheet.name), "integrity": sheet.integrity });
    fs::write(&frame, script.replace(SHEET_MARK, &link.to_string()))?;
    let pinned = folder.join("embed-pinned.js");
    fs::copy(folder.join(SCRIPT), &pinned).with_context(|| format!("cannot copy {SCRIPT}"))?;
    Ok(Embed {
        frame: hash_name(&frame, "frame")?,
        sheet,
        pinned: hash_name(&pinned, "embed")?,
        page: hash_name(&folder.join("osadz.js"), "osadz")?,
    })
}

/// Writes the page into `folder`; returns the files that it loads, itself among them.
pub fn write_page(root: &Path, folder: &Path, style: &Asset, embed: &Embed) -> Result<Vec<String>> {
    let template = fs::read_to_string(root.join(PAGE)).with_context(|| format!("cannot read {PAGE}"))?;
    let towns = fs::read_to_string(root.join(TOWNS)).with_context(|| format!("cannot read {TOWNS}"))?;
    let Embed { frame, sheet, pinned, page } = embed;
    let script = format!(
        "<script src=\"./{SCRIPT}\"></script>\n<script type=\"module\" src=\"./{}\" integrity=\"{}\" \
         data-version=\"{VERSION_MARK}\" data-frame=\"./{}\" data-pinned=\"{}\" data-integrity=\"{}\"></script>",
        page.name, page.integrity, frame.name, pinned.name, pinned.integrity
    );
    let marks = [
        ("<!-- bundle:policy -->", policy::meta()),
        ("<!-- bundle:style -->", format!("{}\n{}", sheet_link(style), sheet_link(sheet))),
        ("<!-- bundle:script -->", script),
        ("<!-- bundle:towns -->", options(&towns)?),
    ];
    fs::write(folder.join(PAGE), fill_marks(&template, &marks).context(PAGE)?)?;
    Ok([PAGE, &style.name, &sheet.name, &page.name, &frame.name, SCRIPT, "icon.svg"].map(str::to_owned).to_vec())
}

/// The towns of the table as choices of a list, in its order; several rows of a town make one.
fn options(table: &str) -> Result<String> {
    let mut lines = table.lines();
    ensure!(lines.next().is_some_and(|head| head.starts_with("id,name_pl,")), "{TOWNS} must begin with id,name_pl");
    let mut options: Vec<String> = Vec::new();
    for line in lines.filter(|line| !line.is_empty()) {
        let mut cells = line.split(',');
        let (Some(id), Some(name)) = (cells.next(), cells.next()) else { continue };
        ensure!(!format!("{id}{name}").contains(['"', '<', '&']), "{TOWNS}: a name may be no markup: {line}");
        let option = format!("<option value=\"{id}\">{name}</option>");
        if !options.contains(&option) {
            options.push(option);
        }
    }
    Ok(options.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_become_choices() {
        let table = "id,name_pl,more\nzywiec,Żywiec,1\nzywiec,Żywiec,2\nlodz,Łódź,\n";
        let expected = "<option value=\"zywiec\">Żywiec</option>\n<option value=\"lodz\">Łódź</option>";
        assert_eq!(options(table).unwrap(), expected);
        assert!(options("name,id\n").is_err());
        assert!(options("id,name_pl,\nx,\"A, B\",\n").is_err());
    }
}
