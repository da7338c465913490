//! What the page may load, from where, and what else a server should say of it.

/// The content security policy that holds on any host; the bundler writes it into the page itself.
///
/// Nothing but this site's own files, no inline script or style, no form, no plug-in; frames for the preview of
/// `osadz.html`. `wasm-unsafe-eval` permits
/// compiling WebAssembly and nothing else. Text becomes markup or the address of a script only through the one policy of
/// `public/boot.js`, in browsers that know trusted types.
pub const IN_PAGE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
    frame-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default";

/// Who may show the page in a frame. Browsers heed this as an HTTP header only.
pub const FRAMING: &str = "frame-ancestors 'self'";

/// Headers of every answer beside the content security policy, with the reason for each.
pub const HEADERS: [(&str, &str); 6] = [
    // Types are never guessed.
    ("X-Content-Type-Options", "nosniff"),
    // The address of the page, which names the town, is told to nobody.
    ("Referrer-Policy", "no-referrer"),
    // The calculator needs none of these; writing to the clipboard stays, for "copy the link".
    (
        "Permissions-Policy",
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), \
         hid=(), magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), serial=(), usb=(), \
         xr-spatial-tracking=()",
    ),
    // A window that the page opens, or that opened it, cannot reach into it. Frames are not concerned.
    ("Cross-Origin-Opener-Policy", "same-origin"),
    // Every file is public, and a page in a sandboxed frame asks for its own files as a stranger.
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Access-Control-Allow-Origin", "*"),
];

/// The policy as it stands in a page.
pub fn meta() -> String {
    format!(r#"<meta http-equiv="Content-Security-Policy" content="{IN_PAGE}">"#)
}

/// The whole content security policy as the server sends it; `embedders` are further origins that may show the page in a
/// frame.
pub fn header(embedders: &[String]) -> String {
    let all = [FRAMING].into_iter().chain(embedders.iter().map(String::as_str)).collect::<Vec<_>>();
    format!("{IN_PAGE}; {}", all.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The configurations that a town copies say the same as this program sends.
    #[test]
    fn shipped_configurations_send_the_same_headers() {
        let nginx = include_str!("../../deploy/nginx.conf.example");
        let apache = include_str!("../../deploy/apache.htaccess");
        for (name, value) in HEADERS.into_iter().chain([("Content-Security-Policy", header(&[]).as_str())]) {
            let line = format!("add_header {name} \"{value}\" always;");
            assert!(nginx.contains(&line), "deploy/nginx.conf.example lacks: {line}");
            let line = format!("Header always set {name} \"{value}\"");
            assert!(apache.contains(&line), "deploy/apache.htaccess lacks: {line}");
        }
    }
}
