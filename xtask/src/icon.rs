//! Pictures of the icon for home screens, which take no SVG: drawn from `public/icon.svg` with each build.
//!
//! Reads what that drawing is made of, and nothing more: circles and closed paths of straight lines, each of one colour.

use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::io::Write;
use std::path::Path;

/// Side of the drawing, in its own units.
const SIDE: f64 = 32.0;
/// Samples of a pixel along each side.
const SAMPLES: u32 = 4;
/// The part of a maskable picture that every shape of mask leaves to see, less a margin (W3C manifest: 0.8).
const SAFE: f64 = 0.7;
/// Ground of pictures that may have none transparent: the paper of the page.
const PAPER: [u8; 3] = [0xff, 0xff, 0xff];

/// Name of each picture, its side in pixels, and whether it is maskable: on paper, the drawing within the safe part.
const PICTURES: [(&str, u32, bool); 3] =
    [("icon-192.png", 192, false), ("icon-512.png", 512, false), ("icon-maskable-512.png", 512, true)];

/// Draws every picture into `folder`, which holds the drawing.
pub fn write(folder: &Path) -> Result<()> {
    let svg = fs::read_to_string(folder.join("icon.svg")).context("cannot read icon.svg")?;
    let shapes = shapes(&svg).context("icon.svg")?;
    for (name, side, maskable) in PICTURES {
        fs::write(folder.join(name), png(side, &draw(&shapes, side, maskable))?)?;
    }
    Ok(())
}

struct Shape {
    colour: [u8; 3],
    outline: Outline,
}

enum Outline {
    Circle { x: f64, y: f64, radius: f64 },
    Polygon(Vec<(f64, f64)>),
}

impl Outline {
    /// Whether a point lies inside; of a polygon by the number of edges that a ray to the right crosses.
    fn contains(&self, x: f64, y: f64) -> bool {
        match self {
            Self::Circle { x: middle, y: height, radius } => (x - middle).hypot(y - height) <= *radius,
            Self::Polygon(corners) => {
                let edges = corners.iter().zip(corners.iter().cycle().skip(1));
                let crossed = edges
                    .filter(|((x1, y1), (x2, y2))| (*y1 > y) != (*y2 > y) && x < x1 + (y - y1) / (y2 - y1) * (x2 - x1));
                crossed.count() % 2 == 1
            }
        }
    }
}

/// The shapes of a drawing, in the order in which they are painted.
fn shapes(svg: &str) -> Result<Vec<Shape>> {
    ensure!(svg.contains("viewBox=\"0 0 32 32\""), "the drawing must be 32 by 32");
    let mut shapes = Vec::new();
    for element in svg.split('<').filter(|element| element.starts_with("circle") || element.starts_with("path")) {
        let attribute = |name: &str| {
            let (_, rest) = element.split_once(&format!(" {name}=\"")).with_context(|| format!("{name} is missing"))?;
            rest.split('"').next().context("an attribute does not end")
        };
        let number = |name: &str| Ok::<f64, anyhow::Error>(attribute(name)?.parse()?);
        let outline = if element.starts_with("circle") {
            Outline::Circle { x: number("cx")?, y: number("cy")?, radius: number("r")? }
        } else {
            Outline::Polygon(corners(attribute("d")?)?)
        };
        shapes.push(Shape { colour: colour(attribute("fill")?)?, outline });
    }
    ensure!(!shapes.is_empty(), "the drawing is empty");
    Ok(shapes)
}

/// `#rgb` or `#rrggbb`.
fn colour(text: &str) -> Result<[u8; 3]> {
    let digits = text.strip_prefix('#').with_context(|| format!("{text:?} is no colour"))?;
    let digits =
        if digits.len() == 3 { digits.chars().flat_map(|digit| [digit; 2]).collect() } else { digits.to_owned() };
    ensure!(digits.len() == 6, "{text:?} is no colour");
    let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16);
    Ok([channel(0)?, channel(2)?, channel(4)?])
}

/// The corners of one closed path of straight lines: the commands M, L, H, V and Z, absolute or relative.
fn corners(path: &str) -> Result<Vec<(f64, f64)>> {
    let mut spaced = String::new();
    let mut dot = false;
    for c in path.chars() {
        // A sign, a command or a second point begins a new word without a space.
        if c.is_ascii_alphabetic() || c == '-' || c == ',' || (c == '.' && dot) {
            spaced.push(' ');
        }
        dot = c == '.' || (dot && c.is_ascii_digit());
        spaced.push(if c == ',' { ' ' } else { c });
        if c.is_ascii_alphabetic() {
            spaced.push(' ');
        }
    }
    let mut words = spaced.split_whitespace().peekable();
    let (mut command, mut x, mut y) = ('M', 0.0, 0.0);
    let mut corners = Vec::new();
    while let Some(word) = words.peek() {
        if let Some(letter) = word.chars().next().filter(char::is_ascii_alphabetic) {
            command = letter;
            words.next();
            if letter.eq_ignore_ascii_case(&'z') {
                continue;
            }
        }
        let mut number = || Ok::<f64, anyhow::Error>(words.next().context("the path breaks off")?.parse()?);
        let (from_x, from_y) = if command.is_ascii_lowercase() { (x, y) } else { (0.0, 0.0) };
        match command.to_ascii_lowercase() {
            'm' | 'l' => (x, y) = (from_x + number()?, from_y + number()?),
            'h' => x = from_x + number()?,
            'v' => y = from_y + number()?,
            _ => bail!("a path of straight lines has no command {command:?}"),
        }
        corners.push((x, y));
    }
    Ok(corners)
}

/// The drawing as rows of red, green, blue and opacity.
fn draw(shapes: &[Shape], side: u32, maskable: bool) -> Vec<u8> {
    let scale = SIDE / f64::from(side) / if maskable { SAFE } else { 1.0 };
    let place = |pixel: u32, sample: u32| {
        let inside = f64::from(pixel) + (f64::from(sample) + 0.5) / f64::from(SAMPLES);
        (inside - f64::from(side) / 2.0) * scale + SIDE / 2.0
    };
    let mut pixels = Vec::new();
    for (row, column) in (0..side).flat_map(|row| (0..side).map(move |column| (row, column))) {
        let (mut sums, mut hits) = ([0_u32; 3], 0_u32);
        for (down, right) in (0..SAMPLES).flat_map(|down| (0..SAMPLES).map(move |right| (down, right))) {
            let (x, y) = (place(column, right), place(row, down));
            let top = shapes.iter().rev().find(|shape| shape.outline.contains(x, y)).map(|shape| shape.colour);
            if let Some(colour) = top.or(maskable.then_some(PAPER)) {
                hits += 1;
                sums.iter_mut().zip(colour).for_each(|(sum, channel)| *sum += u32::from(channel));
            }
        }
        let mean = |sum: u32| u8::try_from(sum / hits.max(1)).unwrap_or(u8::MAX);
        pixels.extend(sums.map(mean));
        pixels.push(u8::try_from(hits * 255 / (SAMPLES * SAMPLES)).unwrap_or(u8::MAX));
    }
    pixels
}

/// A PNG (ISO/IEC 15948) of 8 bits a channel with opacity, each row predicted from the pixel on the left.
fn png(side: u32, pixels: &[u8]) -> Result<Vec<u8>> {
    const LEFT: u8 = 1;
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for row in pixels.chunks(4 * side as usize) {
        let before = [0; 4].iter().chain(row);
        let line: Vec<u8> = row.iter().zip(before).map(|(value, left)| value.wrapping_sub(*left)).collect();
        packed.write_all(&[LEFT])?;
        packed.write_all(&line)?;
    }
    let mut header = [side.to_be_bytes(), side.to_be_bytes()].concat();
    header.extend([8, 6, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, content) in [(b"IHDR", header), (b"IDAT", packed.finish()?), (b"IEND", Vec::new())] {
        let mut sum = flate2::Crc::new();
        sum.update(kind);
        sum.update(&content);
        file.extend(u32::try_from(content.len())?.to_be_bytes());
        file.extend(kind);
        file.extend(content);
        file.extend(sum.sum().to_be_bytes());
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_without_spaces() {
        // By hand: down 4 and right 2, left 2.2, right 3 and up 4.5, back 0.8 and down 3.5, right 2.2.
        let read = corners("m13.5 25 2-4h-2.2l3-4.5-.8 3.5h2.2z").unwrap();
        let expected = [(13.5, 25.0), (15.5, 21.0), (13.3, 21.0), (16.3, 16.5), (15.5, 20.0), (17.7, 20.0)];
        assert_eq!(read.len(), expected.len());
        for ((x, y), (right, down)) in read.into_iter().zip(expected) {
            assert!((x - right).abs() < 1e-9 && (y - down).abs() < 1e-9, "({x}, {y})");
        }
        assert!(corners("M0 0C1 1 2 2 3 3").is_err());
    }

    #[test]
    fn the_icon_is_drawn() {
        let shapes = shapes(include_str!("../../public/icon.svg")).unwrap();
        let at = |pixels: &[u8], x: usize, y: usize| <[u8; 4]>::try_from(&pixels[4 * (64 * y + x)..][..4]).unwrap();
        let plain = draw(&shapes, 64, false);
        // In the drawing's units: a corner, the middle of the sun, the roof below it.
        assert_eq!(at(&plain, 0, 0), [0, 0, 0, 0]);
        assert_eq!(at(&plain, 32, 20), [0xe6, 0x9f, 0x00, 0xff]);
        assert_eq!(at(&plain, 12, 52), [0x1d, 0x4e, 0x6b, 0xff]);
        assert_eq!(at(&draw(&shapes, 64, true), 0, 0), [0xff; 4]);
    }
}
