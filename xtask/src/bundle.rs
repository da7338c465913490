//! From one compiled WebAssembly file to a folder that any web server can hand out.

use crate::offline::{self, Groups};
use crate::page::{self, Asset, Assets};
use crate::{embed, icon, licences, slim, style};
use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Kinds of file that shrink when compressed.
const COMPRESSIBLE: [&str; 9] = ["css", "csv", "html", "js", "json", "svg", "txt", "wasm", "webmanifest"];

/// A page of the bundle.
pub struct Page<'a> {
    /// Its template in the project's folder, and its name in the bundle.
    pub html: &'a str,
    /// Name of its program.
    pub name: &'a str,
    /// The program.
    pub wasm: &'a Path,
    /// Names of the programs that it loads on request.
    pub later: Vec<&'a str>,
}

/// Writes the bundle of `pages` to `out`, replacing what was there only once everything is complete. `later` are programs
/// with their names that pages load on request.
pub fn run(root: &Path, pages: &[Page<'_>], later: &[(&str, &str)], out: &Path) -> Result<()> {
    let draft = out.with_extension("draft");
    remove_folder(&draft)?;
    copy_folder(&root.join("public"), &draft)?;
    for script in files_below(&draft)?.iter().filter(|file| file.extension().is_some_and(|kind| kind == "js")) {
        fs::write(script, slim::without_comments(&fs::read_to_string(script)?))?;
    }
    // Servers of the Apache kind read their rules from here; the others hand it out to nobody or ignore it.
    fs::copy(root.join("deploy/apache.htaccess"), draft.join(".htaccess"))
        .context("cannot copy deploy/apache.htaccess")?;
    icon::write(&draft)?;
    fs::write(draft.join(licences::FILE), licences::text(root)?)?;
    let mut later_assets = Vec::new();
    for (name, wasm) in later {
        let (glue, wasm) = program(&draft, name, Path::new(wasm))?;
        later_assets.push(((*name).to_owned(), glue, wasm));
    }
    let style_name = pages.first().map_or("style", |page| page.name);
    let sheet = draft.join(format!("{style_name}.css"));
    fs::write(&sheet, slim::without_indents(&slim::without_comments(&style::concatenate(root)?)))?;
    let style = hash_name(&sheet, style_name)?;
    let script = |stem: &str| hash_name(&draft.join(format!("{stem}.js")), stem);
    let (boot, check, keep) = (script("boot")?, script("check")?, script("keep")?);
    let (offline, pack) = (script("offline")?, script("pack")?);
    let embed = embed::assets(root, &draft)?;
    let (mut first_loads, mut apart) = (BTreeMap::new(), vec![check.name.clone()]);
    for page in pages {
        let (glue, wasm) = program(&draft, page.name, page.wasm)?;
        let of_name = |wanted: &&str| later_assets.iter().find(|(name, ..)| name == wanted);
        let later = page.later.iter().map(|wanted| {
            of_name(wanted).with_context(|| format!("{} names the program {wanted:?}, which --later lacks", page.html))
        });
        let later = later.collect::<Result<Vec<_>>>()?;
        let template =
            fs::read_to_string(root.join(page.html)).with_context(|| format!("cannot read {}", page.html))?;
        let starter = match page::starter(&template) {
            "boot" => &boot,
            "check" => &check,
            other => bail!("{} names the script {other:?}, which is none", page.html),
        };
        let (boot, keep, offline, frame, pack) = (starter, &keep, &offline, &embed.frame, &pack);
        let assets = Assets { style: &style, boot, keep, offline, frame, pack, glue: &glue, wasm: &wasm, later };
        let filled = page::fill(&template, &assets).with_context(|| page.html.to_owned())?;
        fs::write(draft.join(page.html), filled)?;
        // A page that visitors do not see is not kept for them.
        if starter.name == check.name {
            apart.extend([page.html.to_owned(), glue.name, wasm.name]);
            continue;
        }
        let first =
            [page.html, &style.name, &boot.name, &offline.name, &glue.name, &wasm.name, "worker.js", "icon.svg"];
        first_loads.insert(page.html.to_owned(), first.map(str::to_owned).to_vec());
    }
    first_loads.insert(embed::PAGE.to_owned(), embed::write_page(root, &draft, &style, &embed)?);
    let (vectors, plain) = twins(&later_assets);
    offline::fill(&draft, &Groups { pages: first_loads, vectors, plain, apart })?;

    let sizes = compress_all(&draft)?;
    remove_folder(out)?;
    fs::rename(&draft, out).with_context(|| format!("cannot move the finished bundle to {}", out.display()))?;
    print_sizes(out, &sizes);
    Ok(())
}

/// The files of programs `NAME-simd` that have a twin `NAME` without vector instructions, and those of the twins.
fn twins(programs: &[(String, Asset, Asset)]) -> (Vec<String>, Vec<String>) {
    let (mut vectors, mut plain) = (Vec::new(), Vec::new());
    for (name, glue, wasm) in programs {
        let twin = name.strip_suffix("-simd").and_then(|twin| programs.iter().find(|(other, ..)| other == twin));
        if let Some((_, plain_glue, plain_wasm)) = twin {
            vectors.extend([glue, wasm].map(|asset| asset.name.clone()));
            plain.extend([plain_glue, plain_wasm].map(|asset| asset.name.clone()));
        }
    }
    (vectors, plain)
}

/// Makes the glue of a program and puts it into `folder` with its WebAssembly, both under their hashed names.
fn program(folder: &Path, name: &str, wasm: &Path) -> Result<(Asset, Asset)> {
    generate_glue(name, wasm, folder)?;
    let glue = folder.join(format!("{name}.js"));
    fs::write(&glue, slim::without_indents(&slim::without_comments(&fs::read_to_string(&glue)?)))?;
    let glue = hash_name(&glue, name)?;
    Ok((glue, hash_name(&folder.join(format!("{name}_bg.wasm")), name)?))
}

/// Runs wasm-bindgen: writes `NAME.js` and `NAME_bg.wasm` to `folder`.
///
/// The glue names no wasm file: `boot.js` hands it the hashed one.
fn generate_glue(name: &str, wasm: &Path, folder: &Path) -> Result<()> {
    if !wasm.is_file() {
        bail!("{} does not exist: build it for wasm32-unknown-unknown first", wasm.display());
    }
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(wasm).out_name(name).typescript(false).omit_default_module_path(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.web(true)?.generate(folder).context(
        "wasm-bindgen failed; the versions of wasm-bindgen in Cargo.toml and of wasm-bindgen-cli-support in \
         xtask/Cargo.toml must be equal",
    )
}

/// Renames `file` to `STEM-HASH.EXT`: a changed content has a new name, so browsers may keep it for ever.
pub fn hash_name(file: &Path, stem: &str) -> Result<Asset> {
    let content = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let hash: String = Sha256::digest(&content)[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    let extension = file.extension().unwrap_or_default().to_string_lossy();
    let name = format!("{stem}-{hash}.{extension}");
    fs::rename(file, file.with_file_name(&name))?;
    Ok(Asset { name, integrity: format!("sha384-{}", STANDARD.encode(Sha384::digest(&content))) })
}

/// Sizes of one file in bytes, as it is and as sent.
struct Sizes {
    path: PathBuf,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Writes `FILE.gz` and `FILE.br` beside every compressible file below `folder`.
fn compress_all(folder: &Path) -> Result<Vec<Sizes>> {
    let mut sizes = Vec::new();
    for file in files_below(folder)? {
        let extension = file.extension().unwrap_or_default().to_string_lossy().into_owned();
        // What a town exchanges has no packed copies that would be sent in its place.
        let exchanged = file.starts_with(folder.join(offline::PACK));
        if exchanged || !COMPRESSIBLE.contains(&extension.as_str()) {
            continue;
        }
        let content = fs::read(&file)?;
        let (gzip, brotli) = (gzip(&content)?, brotli(&content)?);
        fs::write(with_suffix(&file, ".gz"), &gzip)?;
        fs::write(with_suffix(&file, ".br"), &brotli)?;
        let path = file.strip_prefix(folder)?.to_owned();
        sizes.push(Sizes { path, raw: content.len(), gzip: gzip.len(), brotli: brotli.len() });
    }
    Ok(sizes)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn print_sizes(out: &Path, sizes: &[Sizes]) {
    println!("{}: bytes as is, gzip and Brotli", out.display());
    for Sizes { path, raw, gzip, brotli } in sizes {
        println!("{raw:>10} {gzip:>10} {brotli:>10}  {}", path.display());
    }
}

/// `file` with `suffix` after its extension.
pub fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Every file below `folder`, sorted by path.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for file in files_below(from)? {
        let target = to.join(file.strip_prefix(from)?);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(&file, &target).with_context(|| format!("cannot copy {}", file.display()))?;
    }
    Ok(())
}

fn remove_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}
