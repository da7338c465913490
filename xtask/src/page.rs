//! Fills the marks in `index.html` with the names and digests of the bundled files.

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
pub struct Assets {
    pub style: Asset,
    pub boot: Asset,
    pub glue: Asset,
    pub wasm: Asset,
    /// Programs that are loaded on request only: name, glue, WebAssembly.
    pub later: Vec<(String, Asset, Asset)>,
}

/// Replaces `<!-- bundle:policy -->`, `<!-- bundle:style -->` and `<!-- bundle:script -->`.
///
/// All addresses are relative, so the folder works at any depth of a site. The wasm file is left to `boot.js`: a
/// preload link cannot enforce its digest, `fetch` can.
pub fn fill(template: &str, assets: &Assets) -> Result<String> {
    let Assets { style, boot, glue, wasm, later } = assets;
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
            format!(r#"<link rel="stylesheet" href="./{}" integrity="{}">"#, style.name, style.integrity),
        ),
        (
            "<!-- bundle:script -->",
            format!(
                "<link rel=\"modulepreload\" href=\"./{}\" integrity=\"{}\">\n<script type=\"module\" src=\"./{}\" \
                 integrity=\"{}\" data-glue=\"./{}\" data-wasm=\"./{}\" data-wasm-integrity=\"{}\"{later}></script>",
                glue.name, glue.integrity, boot.name, boot.integrity, glue.name, wasm.name, wasm.integrity
            ),
        ),
    ];
    let mut page = template.to_owned();
    for (mark, text) in marks {
        ensure!(page.matches(mark).count() == 1, "index.html must hold {mark} exactly once");
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

    fn assets() -> Assets {
        Assets {
            style: asset("s.css"),
            boot: asset("b.js"),
            glue: asset("g.js"),
            wasm: asset("w.wasm"),
            later: vec![("files".into(), asset("f.js"), asset("f.wasm"))],
        }
    }

    #[test]
    fn every_mark_is_filled_once() {
        let page = fill("<!-- bundle:policy -->\n<!-- bundle:style -->\n<!-- bundle:script -->", &assets()).unwrap();
        assert!(!page.contains("bundle:"));
        assert!(page.contains(r#"href="./s.css""#) && page.contains(r#"data-wasm="./w.wasm""#));
        assert!(
            page.contains(r#"data-files-glue="./f.js" data-files-wasm="./f.wasm" data-files-integrity="sha384-x""#)
        );
        assert!(page.contains("default-src 'none'"));
    }

    #[test]
    fn a_template_without_a_mark_is_refused() {
        let error = fill("<!-- bundle:style --><!-- bundle:script -->", &assets()).unwrap_err();
        assert!(error.to_string().contains("bundle:policy"));
    }
}
