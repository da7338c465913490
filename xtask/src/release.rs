//! One archive that a town unpacks and uploads, with its list of parts and its digests. The same sources and tools make
//! the same bytes.

use crate::bundle::files_below;
use crate::{dependencies, licences, sbom};
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::Path;

/// Date of every entry: the first day that an archive can state, 1 January 1980.
const DATE: u16 = (1 << 5) | 1;
/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;
const DEFLATE: u16 = 8;
const VERSION_NEEDED: u16 = 20;
/// Made on Unix; files that everybody may read.
const MADE_BY: u16 = (3 << 8) | VERSION_NEEDED;
const ATTRIBUTES: u32 = 0o100_644 << 16;

/// Packs the bundle in `dir` for release into `out`.
pub fn run(root: &Path, dir: &Path, out: &Path) -> Result<()> {
    ensure!(dir.join("index.html").is_file(), "{} holds no bundle: run ./build first", dir.display());
    let (own, _) = dependencies::shipped(root)?;
    let stem = format!("autonomia-{}", own.version);
    let parts = sbom::text(root)?.into_bytes();
    let mut entries = vec![
        (format!("{stem}/LICENSE"), fs::read(root.join("LICENSE"))?),
        (format!("{stem}/autonomia.cdx.json"), parts.clone()),
        (format!("{stem}/wdrozenie/embedding.md"), fs::read(root.join("docs/embedding.md"))?),
    ];
    let guide = fs::read(root.join("docs/pack.md")).context("cannot read docs/pack.md")?;
    entries.push((format!("{stem}/wdrozenie/pakiet.md"), guide));
    let folders = [
        (dir, "autonomia"),
        (&root.join("docs/deploy"), "wdrozenie"),
        (&root.join("deploy"), "wdrozenie"),
        (&root.join("examples/packs"), "wdrozenie/pakiety"),
    ];
    for (folder, name) in folders {
        for file in files_below(folder)? {
            let inner = file.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
            let content = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            entries.push((format!("{stem}/{name}/{inner}"), content));
        }
    }
    entries.sort();
    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("cannot remove {}", out.display()))?;
    }
    fs::create_dir_all(out)?;
    let files = [
        (format!("{stem}.zip"), zip(&entries)?),
        (format!("{stem}.cdx.json"), parts),
        (licences::FILE.to_owned(), fs::read(dir.join(licences::FILE))?),
    ];
    let mut sums = String::new();
    for (name, content) in files {
        let digest: String = Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
        sums.push_str(&format!("{digest}  {name}\n"));
        fs::write(out.join(name), content)?;
    }
    fs::write(out.join("SHA256SUMS"), &sums)?;
    print!("{}:\n{sums}", out.display());
    Ok(())
}

/// An archive (PKWARE APPNOTE 6.3) of the entries, in their order.
fn zip(entries: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in entries {
        let mut packed = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(content)?;
        let packed = packed.finish()?;
        let mut sum = flate2::Crc::new();
        sum.update(content);
        // What the head of the entry and its line in the directory have in common.
        let mut common = Vec::new();
        [VERSION_NEEDED, FLAGS, DEFLATE, 0, DATE].iter().for_each(|field| common.extend(field.to_le_bytes()));
        for field in [sum.sum(), u32::try_from(packed.len())?, u32::try_from(content.len())?] {
            common.extend(field.to_le_bytes());
        }
        [u16::try_from(name.len())?, 0].iter().for_each(|field| common.extend(field.to_le_bytes()));
        let place = u32::try_from(archive.len())?;
        archive.extend(b"PK\x03\x04");
        archive.extend(&common);
        archive.extend(name.as_bytes());
        archive.extend(packed);

        directory.extend(b"PK\x01\x02");
        directory.extend(MADE_BY.to_le_bytes());
        directory.extend(&common);
        directory.extend([0; 6]);
        directory.extend(ATTRIBUTES.to_le_bytes());
        directory.extend(place.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let count = u16::try_from(entries.len())?;
    let (start, length) = (u32::try_from(archive.len())?, u32::try_from(directory.len())?);
    archive.extend(directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    [count, count].iter().for_each(|field| archive.extend(field.to_le_bytes()));
    [length, start].iter().for_each(|field| archive.extend(field.to_le_bytes()));
    archive.extend([0, 0]);
    Ok(archive)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_is_the_same_each_time_and_names_its_entries_twice() {
        let entries = [("a/ą.txt".to_owned(), b"text".to_vec()), ("b".to_owned(), Vec::new())];
        let archive = zip(&entries).unwrap();
        assert_eq!(archive, zip(&entries).unwrap());
        let count = |wanted: &[u8]| archive.windows(wanted.len()).filter(|part| *part == wanted).count();
        assert_eq!(count("a/ą.txt".as_bytes()), 2);
        assert_eq!((count(b"PK\x03\x04"), count(b"PK\x01\x02"), count(b"PK\x05\x06")), (2, 2, 1));
        // crc32 of "text": python3 -c 'import zlib; print(hex(zlib.crc32(b"text")))'
        assert_eq!(count(&0x3b8b_a7c7_u32.to_le_bytes()), 2);
    }
}
