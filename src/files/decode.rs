//! Bytes → text: byte order marks, UTF-16, UTF-8, and Windows-1250 for what is none of these.

use super::Refusal;
use std::borrow::Cow;

/// The upper half of Windows-1250, from 0x80. Source: unicode.org, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1250.TXT.
const CP1250: &str = "€\u{81}‚\u{83}„…†‡\u{88}‰Š‹ŚŤŽŹ\u{90}‘’“”•–—\u{98}™š›śťžź\u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{ad}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄ\
                      ĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";

/// First bytes of files that are not text: ZIP (also XLSX, ODS), old Excel, PDF, PNG, JPEG, gzip.
const NOT_TEXT: [&[u8]; 6] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b"];

/// The text of a file. NUL bytes inside other text are dropped.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Refusal> {
    if NOT_TEXT.iter().any(|start| bytes.starts_with(start)) {
        return Err(Refusal::NotText);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Ok(utf16(rest, u16::from_le_bytes).into());
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Ok(utf16(rest, u16::from_be_bytes).into());
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let sample = &bytes[..bytes.len().min(4096)];
    let nuls = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let many = sample.len() / 4;
    if nuls(1) > many {
        return Ok(utf16(bytes, u16::from_le_bytes).into());
    }
    if nuls(0) > many {
        return Ok(utf16(bytes, u16::from_be_bytes).into());
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(cp1250(bytes)),
    };
    Ok(if text.contains('\0') { text.replace('\0', "").into() } else { text })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect()
}

fn cp1250(bytes: &[u8]) -> String {
    let upper: Vec<char> = CP1250.chars().collect();
    let letter = |byte: &u8| match byte.checked_sub(0x80) {
        None => char::from(*byte),
        Some(place) => upper.get(usize::from(place)).copied().unwrap_or('\u{fffd}'),
    };
    bytes.iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_gives_the_same_words() {
        let words = "pobór;Wartość 1,5 Źź";
        // Codes of the letters from the table of Windows-1250: ó F3, ś 9C, ć E6, Ź 8F, ź 9F.
        let cp1250 = b"pob\xf3r;Warto\x9c\xe6 1,5 \x8f\x9f";
        let little: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
        for bytes in [
            words.as_bytes().to_vec(),
            marked(b"\xef\xbb\xbf", words.as_bytes()),
            cp1250.to_vec(),
            marked(b"\xff\xfe", &little),
            marked(b"\xfe\xff", &big),
            little,
            big,
        ] {
            assert_eq!(text(&bytes).unwrap(), words);
        }
        assert_eq!(text(b"\x002024\x00-01").unwrap(), "2024-01", "NUL bytes around a date");
    }

    #[test]
    fn the_table_has_128_letters() {
        assert_eq!(CP1250.chars().count(), 128);
    }

    #[test]
    fn a_spreadsheet_is_no_text() {
        assert_eq!(text(b"PK\x03\x04rest"), Err(Refusal::NotText));
    }
}
