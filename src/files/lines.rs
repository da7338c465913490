//! Text → lines and cells. A quotation mark never reaches into the next line, so a stray one costs one line only.

/// Separators that are known, the likeliest first.
const SEPARATORS: [char; 4] = [';', '\t', '|', ','];
/// Lines that the separator is looked for in.
const LOOKED_AT: usize = 60;

/// The lines of a text, however they end.
pub(super) fn lines(text: &str) -> std::str::Split<'_, char> {
    let end = if text.contains('\n') || !text.contains('\r') { '\n' } else { '\r' };
    text.strip_suffix(end).unwrap_or(text).split(end)
}

/// The separator that cuts most lines into the same number of cells.
pub(super) fn separator(text: &str) -> char {
    let mut best = (0, ';');
    for separator in SEPARATORS {
        let mut counts: Vec<usize> = lines(text)
            .filter(|line| !line.trim().is_empty())
            .take(LOOKED_AT)
            .map(|line| cells(line, separator).count())
            .filter(|count| *count > 1)
            .collect();
        counts.sort_unstable();
        let usual = counts.get(counts.len() / 2).copied().unwrap_or_default();
        let agreeing = counts.iter().filter(|count| **count == usual).count();
        if agreeing > best.0 {
            best = (agreeing, separator);
        }
    }
    best.1
}

/// The cells of a line, bare.
pub(super) fn cells(line: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    line.split(move |letter| {
        quoted ^= letter == '"';
        letter == separator && !quoted
    })
    .map(bare)
}

/// A cell without blanks, quotation marks and the `="…"` that keeps Excel from changing it.
fn bare(cell: &str) -> &str {
    cell.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '=' | '\'' | '\u{feff}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_cells_keep_their_separator() {
        let row: Vec<&str> = cells(r#""=""2024-05-01 04:59""";"1,0";"a;b"; x "#, ';').collect();
        assert_eq!(row, ["2024-05-01 04:59", "1,0", "a;b", "x"]);
    }

    #[test]
    fn every_line_end_is_known() {
        for text in ["a\nb\n", "a\r\nb\r\n", "a\rb\r", "a\nb"] {
            let found: Vec<&str> = lines(text).map(str::trim).collect();
            assert_eq!(found, ["a", "b"], "{text:?}");
        }
    }

    #[test]
    fn the_separator_is_found_beside_decimal_commas() {
        assert_eq!(separator("Data;kWh\n2024-01-01;1,5\n2024-01-02;0,25\n"), ';');
        assert_eq!(separator("date,kwh\n2024-01-01,1.5\n2024-01-02,0.25\n"), ',');
        assert_eq!(separator("date\tkwh\n2024-01-01\t1,5\n"), '\t');
    }
}
