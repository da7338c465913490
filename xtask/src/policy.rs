//! The content security policy: what the page may load, and from where.

/// The rules that hold on any host; the bundler writes them into the page itself.
///
/// Nothing but this site's own files, no inline script or style, no form, no plug-in.
/// `wasm-unsafe-eval` permits compiling WebAssembly and nothing else.
pub const IN_PAGE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// Who may show the page in a frame. Browsers heed this as an HTTP header only.
pub const FRAMING: &str = "frame-ancestors 'self'";

/// The whole policy as the server sends it.
pub fn header() -> String {
    format!("{IN_PAGE}; {FRAMING}")
}
