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
    /// What keeps the bundle for use without a network.
    pub offline: &'a Asset,
    pub glue: &'a Asset,
    pub wasm: &'a Asset,
    /// Programs that are loaded on request only: name, glue, WebAssembly.
    pub later: Vec<&'a (String, Asset, Asset)>,
}

/// Replaces `<!-- bundle:policy -->`, `<!-- bundle:style -->` and `<!-- bundle:script -->`.
///
/// All addresses are relative, so the folder works at any depth of a site. The wasm file is left to `boot.js`: a
/// preload link cannot enforce its digest, `fetch` can. `crossorigin` lets the digest of the style hold in a sandboxed
/// frame too, where the page is a stranger to its own files. The version is filled in once all files are known.
pub fn fill(template: &str, assets: &Assets<'_>) -> Result<String> {
    let Assets { style, boot, offline, glue, wasm, later } = assets;
    let later: String = later
        .iter()
        .map(|(name, glue, wasm)| {
            format!(
                " data-{name}-glue=\"./{}\" data-{name}-wasm=\"./{}\" data-{name}-integrity=\"{}\"",
                glue.name, wasm.name, wasm.integrity
            )
        })
        .collect();
    let marks = [
        (
            "<!-- bundle:policy -->",
            format!(r#"<meta http-equiv="Content-Security-Policy" content="{}">"#, policy::IN_PAGE),
        ),
        (
            "<!-- bundle:style -->",
            format!(r#"<link rel="stylesheet" href="./{}" integrity="{}" crossorigin>"#, style.name, style.integrity),
        ),
        (
            "<!-- bundle:script -->",
            format!(
                "<link rel=\"modulepreload\" href=\"./{}\" integrity=\"{}\">\n<script type=\"module\" src=\"./{}\" \
                 integrity=\"{}\" data-version=\"{VERSION_MARK}\" data-offline=\"./{}\" data-glue=\"./{}\" \
                 data-wasm=\"./{}\" data-wasm-integrity=\"{}\"{later}></script>",
                glue.name,
                glue.integrity,
                boot.name,
                boot.integrity,
                offline.name,
                glue.name,
                wasm.name,
                wasm.integrity
            ),
        ),
    ];
    let mut page = template.to_owned();
    for (mark, text) in marks {
        ensure!(page.matches(mark).count() == 1, "the page must hold {mark} exactly once");
        page = page.replace(mark, &text);
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
        let [style, boot, offline, glue, wasm] = ["s.css", "b.js", "o.js", "g.js", "w.wasm"].map(asset);
        let files = ("files".to_owned(), asset("f.js"), asset("f.wasm"));
        let assets =
            Assets { style: &style, boot: &boot, offline: &offline, glue: &glue, wasm: &wasm, later: vec![&files] };
        fill(template, &assets)
    }

    #[test]
    fn every_mark_is_filled_once() {
        let page = filled("<!-- bundle:policy -->\n<!-- bundle:style -->\n<!-- bundle:script -->").unwrap();
        assert_eq!(page.matches("bundle:").count(), 1, "the version alone is still open");
        assert!(page.contains(r#"data-version="bundle:version" data-offline="./o.js""#));
        assert!(page.contains(r#"href="./s.css""#) && page.contains(r#"data-wasm="./w.wasm""#));
        assert!(
            page.contains(r#"data-files-glue="./f.js" data-files-wasm="./f.wasm" data-files-integrity="sha384-x""#)
        );
        assert!(page.contains("default-src 'none'"));
    }

    #[test]
    fn a_template_without_a_mark_is_refused() {
        let error = filled("<!-- bundle:style --><!-- bundle:script -->").unwrap_err();
        assert!(error.to_string().contains("bundle:policy"));
    }
}
