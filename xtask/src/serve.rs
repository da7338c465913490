//! A small static server for one folder, reachable from this machine only.
//!
//! It sends what a town's web server should send too: the content security policy, exact types, the precompressed
//! files, and a year's caching for names that carry a hash.

use crate::bundle::with_suffix;
use crate::policy;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Longest request head that is read, in bytes.
const HEAD_LIMIT: u64 = 16 * 1024;

/// A connection that stays silent longer is closed.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves `dir` below the path `base` until the process ends. Port 0 takes any free one; the address is printed. Pages of
/// the origins `embedders` may show it in a frame.
pub fn run(dir: &Path, port: u16, base: &str, embedders: &[String]) -> Result<()> {
    for origin in embedders {
        let plain = origin.starts_with("http") && !origin.contains([' ', ';', ',', '\r', '\n']);
        ensure!(plain, "an origin looks like https://www.example.org, not {origin:?}");
    }
    ensure!(base.starts_with('/') && base.ends_with('/'), "the base path must start and end with /, not {base:?}");
    let root = dir.canonicalize().with_context(|| format!("{} does not exist: run ./build first", dir.display()))?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("cannot listen on port {port}; if another program has it, choose one with PORT=…"))?;
    println!("http://{}{base}", listener.local_addr()?);
    let site = Arc::new(Site { root, base: base.to_owned(), policy: policy::header(embedders) });
    for connection in listener.incoming() {
        // A failed accept (say, too many open files) concerns that visitor alone.
        let Ok(stream) = connection else { continue };
        let site = Arc::clone(&site);
        std::thread::spawn(move || {
            // The visitor went away in the middle: nobody is left to tell.
            let _ = answer(&site, stream);
        });
    }
    Ok(())
}

struct Site {
    root: PathBuf,
    base: String,
    policy: String,
}

/// The part of a request that matters here.
struct Request {
    method: String,
    target: String,
    accept_encoding: String,
}

/// Reads one request and answers it; the connection is closed after that.
fn answer(site: &Site, stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut out = stream.try_clone()?;
    let Some(request) = read_request(stream)? else {
        return site.send_text(&mut out, "400 Bad Request", "This is not an HTTP request.\n");
    };
    if request.method != "GET" && request.method != "HEAD" {
        return site.send_text(&mut out, "405 Method Not Allowed", "Only GET and HEAD.\n");
    }
    match site.find(&request.target) {
        Some(file) => site.send_file(&mut out, &request, &file),
        None => site.send_text(&mut out, "404 Not Found", "No such file.\n"),
    }
}

/// `None` if the head is malformed or too long.
fn read_request(stream: TcpStream) -> io::Result<Option<Request>> {
    let mut head = BufReader::new(stream.take(HEAD_LIMIT));
    let mut line = String::new();
    head.read_line(&mut line)?;
    let mut words = line.split_ascii_whitespace();
    let (Some(method), Some(target), Some(version)) = (words.next(), words.next(), words.next()) else {
        return Ok(None);
    };
    if !version.starts_with("HTTP/1.") {
        return Ok(None);
    }
    let mut request = Request { method: method.into(), target: target.into(), accept_encoding: String::new() };
    loop {
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let line = line.trim_end();
        if line.is_empty() {
            return Ok(Some(request));
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("accept-encoding")
        {
            request.accept_encoding = value.trim().to_ascii_lowercase();
        }
    }
}

impl Site {
    /// The file that a request target names, if it lies inside the served folder.
    fn find(&self, target: &str) -> Option<PathBuf> {
        let path = target.split(['?', '#']).next()?;
        let path = percent_decode(path)?;
        let path = path.strip_prefix(&self.base)?;
        if path.split('/').any(|part| part == ".." || part.contains(['\\', '\0', ':'])) {
            return None;
        }
        let mut file = self.root.join(path.trim_start_matches('/'));
        if path.is_empty() || path.ends_with('/') {
            file.push("index.html");
        }
        // Links are followed first, so that none leads outside.
        let file = file.canonicalize().ok()?;
        (file.starts_with(&self.root) && file.is_file()).then_some(file)
    }

    fn send_file(&self, out: &mut TcpStream, request: &Request, file: &Path) -> io::Result<()> {
        let (encoding, body) = [("br", ".br"), ("gzip", ".gz")]
            .into_iter()
            .filter(|(name, _)| accepts(&request.accept_encoding, name))
            .find_map(|(name, suffix)| Some((Some(name), fs::read(with_suffix(file, suffix)).ok()?)))
            .map_or_else(|| fs::read(file).map(|body| (None, body)), Ok)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let caching = if carries_hash(&name) { "public, max-age=31536000, immutable" } else { "no-cache" };
        let mut head = self.head("200 OK", content_type(&name), body.len());
        head.push_str(&format!("Cache-Control: {caching}\r\nVary: Accept-Encoding\r\n"));
        if let Some(encoding) = encoding {
            head.push_str(&format!("Content-Encoding: {encoding}\r\n"));
        }
        finish(out, &head, if request.method == "HEAD" { &[] } else { &body })
    }

    fn send_text(&self, out: &mut TcpStream, status: &str, text: &str) -> io::Result<()> {
        let head = self.head(status, "text/plain; charset=utf-8", text.len());
        finish(out, &head, text.as_bytes())
    }

    /// The status line and the headers that every answer carries.
    fn head(&self, status: &str, content_type: &str, length: usize) -> String {
        let mut head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\nConnection: close\r\n\
             Content-Security-Policy: {}\r\n",
            self.policy
        );
        for (name, value) in policy::HEADERS {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head
    }
}

/// `None` for a broken escape or bytes that are not UTF-8.
fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let high = char::from(bytes.next()?).to_digit(16)?;
            let low = char::from(bytes.next()?).to_digit(16)?;
            decoded.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

fn finish(out: &mut TcpStream, head: &str, body: &[u8]) -> io::Result<()> {
    out.write_all(head.as_bytes())?;
    out.write_all(b"\r\n")?;
    out.write_all(body)?;
    out.flush()
}

/// Whether an `Accept-Encoding` header offers `name` (and does not rule it out by `q=0`).
fn accepts(header: &str, name: &str) -> bool {
    header.split(',').any(|entry| {
        let (coding, quality) = entry.split_once(';').unwrap_or((entry, ""));
        let refused = quality.trim().strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()) == Some(0.0);
        coding.trim() == name && !refused
    })
}

/// Whether the bundler wrote a content hash into this file name (`stem-0123456789abcdef.ext`).
fn carries_hash(name: &str) -> bool {
    name.rsplit_once('.').and_then(|(stem, _)| stem.rsplit_once('-')).is_some_and(|(_, hash)| {
        hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    })
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webp" => "image/webp",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(base: &str) -> Site {
        Site {
            root: Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().unwrap(),
            base: base.into(),
            policy: policy::header(&[]),
        }
    }

    #[test]
    fn files_inside_the_folder_are_found() {
        assert!(site("/").find("/Cargo.toml?x=1").is_some());
        assert!(site("/").find("/src/m%61in.rs").is_some());
        assert!(site("/gmina/oze/").find("/gmina/oze/Cargo.toml").is_some());
    }

    #[test]
    fn nothing_outside_the_folder_is_found() {
        for target in
            ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/src/../../Cargo.toml", "//etc/passwd", "/..%5cCargo.toml"]
        {
            assert!(site("/").find(target).is_none(), "{target}");
        }
        assert!(site("/gmina/").find("/Cargo.toml").is_none());
        assert!(site("/").find("/%zz").is_none());
        assert!(site("/").find("/src").is_none(), "a folder is not a file");
    }

    #[test]
    fn an_encoding_is_used_only_if_offered() {
        assert!(accepts("gzip, deflate, br", "br"));
        assert!(accepts("br;q=0.5", "br"));
        assert!(!accepts("gzip;q=0, br", "gzip"));
        assert!(!accepts("brotli", "br"));
    }

    #[test]
    fn only_hashed_names_are_kept_for_ever() {
        assert!(carries_hash("autonomia-0123456789abcdef.wasm"));
        assert!(!carries_hash("index.html"));
        assert!(!carries_hash("self-explanatory-name.js"));
    }
}
