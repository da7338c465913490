//! Numbers and words of a cell.

use super::Flow;

/// The number of a cell: decimal comma or point, groups, a unit after it; none where it is no number.
#[must_use]
pub fn number(cell: &str) -> Option<f64> {
    let cell = cell.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '/').trim();
    let decimal = cell.rfind([',', '.']);
    let (mut digits, mut places) = ([0_u8; 24], 0);
    for (at, letter) in cell.char_indices() {
        let byte = match letter {
            '0'..='9' => u8::try_from(letter).ok()?,
            '-' | '\u{2212}' if places == 0 => b'-',
            ',' | '.' if Some(at) == decimal => b'.',
            ',' | '.' | '\'' => continue,
            letter if letter.is_whitespace() => continue,
            _ => return None,
        };
        *digits.get_mut(places)? = byte;
        places += 1;
    }
    std::str::from_utf8(&digits[..places]).ok()?.parse().ok()
}

/// Lower case without Polish letters, everything but letters, digits and `+ - . :` as one blank.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'ą' => 'a',
            'ć' => 'c',
            'ę' => 'e',
            'ł' => 'l',
            'ń' => 'n',
            'ó' => 'o',
            'ś' => 's',
            'ź' | 'ż' => 'z',
            '+' | '-' | '.' | ':' => letter,
            letter if letter.is_alphanumeric() => letter,
            _ => ' ',
        };
        if plain != ' ' || !(folded.is_empty() || folded.ends_with(' ')) {
            folded.push(plain);
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// What a word for a kind of value means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A flow that counts.
    Counts(Flow),
    /// A kind that is known and not needed.
    NotNeeded,
    /// No word for a kind.
    Unknown,
}

/// The kind that a name stands for, in the words of the operators' portals and in OBIS codes.
#[must_use]
pub fn kind(name: &str) -> Kind {
    let name = fold(name);
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    let is = |names: &[&str]| names.contains(&name.as_str());
    let reactive = has(&["biern", "reakt", "kvar", "r+", "q+", "3.8.0", "4.8.0", "5.8.0", "6.8.0", "7.8.0", "8.8.0"]);
    let export =
        has(&["oddan", "oddaw", "wprowadz", "eksport", "export", "generac", "2.8.0", "a-", "p-"]) || is(&["co"]);
    let import = has(&["pobr", "pobor", "pobier", "import", "zuzy", "consum", "1.8.0", "a+", "p+"]) || is(&["cp"]);
    let balanced = has(&["po zbilans", "po bilans", "zbilansowan"]) && !has(&["przed"]);
    match (import, export) {
        _ if reactive => Kind::NotNeeded,
        (true, false) => Kind::Counts(if balanced { Flow::ImportBalanced } else { Flow::Import }),
        (false, true) => Kind::Counts(if balanced { Flow::ExportBalanced } else { Flow::Export }),
        _ if has(&["zbilans", "saldo", "bilans"]) || is(&["cb"]) => Kind::Counts(Flow::Balance),
        _ if is(&["r-", "q-"]) => Kind::NotNeeded,
        _ => Kind::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_however_written() {
        for (cell, value) in [
            ("0,650", 0.65),
            ("0.231", 0.231),
            ("1 234,5", 1234.5),
            ("1.234,56", 1234.56),
            ("1,234.56", 1234.56),
            ("-458,00", -458.0),
            ("\u{2212}1", -1.0),
            ("12 kWh", 12.0),
            ("367,98 zł/MWh", 367.98),
        ] {
            assert_eq!(number(cell), Some(value), "{cell}");
        }
        for cell in ["", "-", "abc", "1e5", "NaN", "inf", "1-2", "--1", "0x1", "1234567890123456789012345"] {
            assert_eq!(number(cell), None, "{cell}");
        }
    }

    #[test]
    fn kinds_are_known_by_the_words_of_the_portals() {
        for (name, flow) in [
            ("pobór", Flow::Import),
            ("pobór [kWh]", Flow::Import),
            ("oddanie", Flow::Export),
            ("pobrana po zbilansowaniu", Flow::ImportBalanced),
            ("oddana po zbilansowaniu [kWh]", Flow::ExportBalanced),
            ("energia czynna pobrana", Flow::Import),
            ("energia czynna oddana", Flow::Export),
            ("Wolumen energii elektrycznej pobranej z sieci przed bilansowaniem godzinowym", Flow::Import),
            ("Wolumen energii elektrycznej oddanej do sieci po bilansowaniu godzinowym", Flow::ExportBalanced),
            ("CP", Flow::Import),
            ("CO", Flow::Export),
            ("CB", Flow::Balance),
            ("1-0:2.8.0*255", Flow::Export),
            ("P+ [kW]", Flow::Import),
        ] {
            assert_eq!(kind(name), Kind::Counts(flow), "{name}");
        }
        for name in ["energia bierna indukcyjna", "Q+ [kvar]", "R-", "1-0:5.8.0", "Pobór [kvarh]"] {
            assert_eq!(kind(name), Kind::NotNeeded, "{name}");
        }
        assert_eq!(kind("T2"), Kind::Unknown);
    }
}
