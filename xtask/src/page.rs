//! Fills the marks of a page with the names and digests of the bundled files.

use crate::offline::VERSION_MARK;
use crate::policy;
use anyhow::{Result, ensure};

/// A bundled file as the page refers to it.
pub struct Asset {
    /// File name, with the hash of the content in it.
    pub name: String,
    /// Sub-resource integrity digest (`sha384-…`): the browser refuses a file that differs.
    pub integrity: String,
}

/// What one page loads.
pub struct Assets<'a> {
    pub style: &'a Asset,
    pub boot: &'a Asset,
    /// What says what became of what the browser keeps.
    pub keep: &'a Asset,
    /// What keeps the bundle for use without a network.
    pub offline: &'a Asset,
    /// What an embedded page runs beside its program.
    pub frame: &'a Asset,
    /// What reads a town's pack.
    pub pack: &'a Asset,
    pub glue: &'a Asset,
    pub wasm: &'a Asset,
    /// Programs that are loaded on request only: name, glue, WebAssembly.
    pub later: Vec<&'a (String, Asset, Asset)>,
}

/// Begin and end of the mark of the script, which may name another one than `boot`.
const SCRIPT: [&str; 2] = ["<!-- bundle:script", "-->"];

/// The stem of the script that starts a page, as its template names it.
pub fn starter(template: &str) -> &str {
    let rest = template.split_once(SCRIPT[0]).and_then(|(_, rest)| rest.split_once(SCRIPT[1]));
    match rest.map_or("", |(stem, _)| stem.trim()) {
        "" => "boot",
        stem => stem,
    }
}

/// Replaces `<!-- bundle:policy -->`, `<!-- bundle:style -->` and `<!-- bundle:script -->`.
///
/// All addresses are relative, so the folder works at any depth of a site. The wasm file is left to `boot.js`: a
/// preload link cannot enforce its digest, `fetch` can. In a sandboxed frame the page is a stranger to its own files. The
/// version is filled in once all files are known.
pub fn fill(template: &str, assets: &Assets<'_>) -> Result<String> {
    let Assets { style, boot, keep, offline, frame, pack, glue, wasm, later } = assets;
    let later: String = later
        .iter()
        .map(|(name, glue, wasm)| {
            format!(
                " data-{name}-glue=\"./{}\" data-{name}-wasm=\"./{}\" data-{name}-integrity=\"{}\"",
                glue.name, wasm.name, wasm.integrity
            )
        })
        .collect();
    let script_mark = match starter(template) {
        "boot" => format!("{} {}", SCRIPT[0], SCRIPT[1]),
        stem => format!("{} {stem} {}", SCRIPT[0], SCRIPT[1]),
    };
    let marks = [
        ("<!-- bundle:policy -->", policy::meta()),
        ("<!-- bundle:style -->", sheet_link(style)),
        (
            script_mark.as_str(),
            format!(
                "<link rel=\"modulepreload\" href=\"./{}\" integrity=\"{}\">\n<script type=\"module\" src=\"./{}\" \
                 integrity=\"{}\" data-version=\"{VERSION_MARK}\" data-keep=\"./{}\" data-offline=\"./{}\" \
                 data-frame=\"./{}\" data-pack=\"./{}\" data-glue=\"./{}\" data-wasm=\"./{}\" \
                 data-wasm-integrity=\"{}\"{later}></script>",
                glue.name,
                glue.integrity,
                boot.name,
                boot.integrity,
                keep.name,
                offline.name,
                frame.name,
                pack.name,
                glue.name,
                wasm.name,
                wasm.integrity
            ),
        ),
    ];
    fill_marks(template, &marks)
}

/// A link to a style sheet. `crossorigin` lets its digest hold in a sandboxed frame too.
pub fn sheet_link(sheet: &Asset) -> String {
    format!(r#"<link rel="stylesheet" href="./{}" integrity="{}" crossorigin>"#, sheet.name, sheet.integrity)
}

/// Puts each text in place of its mark.
pub fn fill_marks(template: &str, marks: &[(&str, String)]) -> Result<String> {
    let mut page = template.to_owned();
    for (mark, text) in marks {
        ensure!(page.matches(mark).count() == 1, "the page must hold {mark} exactly once");
        page = page.replace(mark, text);
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asset(name: &str) -> Asset {
        Asset { name: name.into(), integrity: "sha384-x".into() }
    }

    fn filled(template: &str) -> Result<String> {
        let [style, boot, keep, offline] = ["s.css", "b.js", "k.js", "o.js"].map(asset);
        let [frame, pack, glue, wasm] = ["e.js", "p.js", "g.js", "w.wasm"].map(asset);
        let files = ("files".to_owned(), asset("f.js"), asset("f.wasm"));
        let later = vec![&files];
        let (style, boot, keep, offline, frame, pack) = (&style, &boot, &keep, &offline, &frame, &pack);
        fill(template, &Assets { style, boot, keep, offline, frame, pack, glue: &glue, wasm: &wasm, later })
    }

    #[test]
    fn every_mark_is_filled_once() {
        let page = filled("<!-- bundle:policy -->\n<!-- bundle:style -->\n<!-- bundle:script -->").unwrap();
        assert_eq!(page.matches("bundle:").count(), 1, "the version alone is still open");
        let marks = r#"data-version="bundle:version" data-keep="./k.js" data-offline="./o.js" data-frame="./e.js""#;
        assert!(page.contains(marks) && page.contains(r#"data-pack="./p.js""#));
        assert!(page.contains(r#"href="./s.css""#) && page.contains(r#"data-wasm="./w.wasm""#));
        assert!(
            page.contains(r#"data-files-glue="./f.js" data-files-wasm="./f.wasm" data-files-integrity="sha384-x""#)
        );
        assert!(page.contains("default-src 'none'"));
    }

    #[test]
    fn a_page_may_name_another_script() {
        assert_eq!(starter("<!-- bundle:script -->"), "boot");
        let template = "<!-- bundle:policy --><!-- bundle:style --><!-- bundle:script check -->";
        assert_eq!(starter(template), "check");
        assert!(filled(template).unwrap().contains("data-wasm"));
    }

    #[test]
    fn a_template_without_a_mark_is_refused() {
        let error = filled("<!-- bundle:style --><!-- bundle:script -->").unwrap_err();
        assert!(error.to_string().contains("bundle:policy"));
    }
}
