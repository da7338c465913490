//! How numbers, money, dates and counts are written and read in each language.

use super::Lang;
use crate::decimal;

/// No-break space: between groups of digits, and between a number and its unit.
const NBSP: char = '\u{a0}';
/// The minus sign.
const MINUS: char = '\u{2212}';

impl Lang {
    fn separators(self) -> (char, char) {
        match self {
            Self::Pl => (NBSP, ','),
            Self::En => (',', '.'),
        }
    }

    /// A number with `decimals` digits after the separator and groups of three before it.
    /// Rounded half away from zero; a number that is not finite is written as `–`.
    #[must_use]
    pub fn number(self, value: f64, decimals: usize) -> String {
        if !value.is_finite() {
            return "–".to_owned();
        }
        let places = 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
        let rounded = (value.abs() * places).round() / places;
        let plain = format!("{rounded:.decimals$}");
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let (group, point) = self.separators();
        let mut text = String::new();
        if value < 0.0 && rounded > 0.0 {
            text.push(MINUS);
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push(group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(point);
            text.push_str(fraction);
        }
        text
    }

    /// A number with as many decimals as it needs, two at most: `35`, `2.5`, `0.25`.
    #[must_use]
    pub fn amount(self, value: f64) -> String {
        let digits = |factor: f64| (value * factor - (value * factor).round()).abs() < 1e-6;
        let decimals = if digits(1.0) {
            0
        } else if digits(10.0) {
            1
        } else {
            2
        };
        self.number(value, decimals)
    }

    /// A number with as many decimals as it needs, six at most: for figures of tables.
    #[must_use]
    pub fn precise(self, value: f64) -> String {
        let needed = |decimals: i32| {
            let scaled = value * 10_f64.powi(decimals);
            (scaled - scaled.round()).abs() < 1e-6
        };
        let decimals = (0_u8..6).find(|decimals| needed(i32::from(*decimals))).unwrap_or(6);
        self.number(value, usize::from(decimals))
    }

    /// A number as it stands in a field for editing: without groups.
    #[must_use]
    pub fn editable(self, value: f64) -> String {
        self.amount(value).replace(self.separators().0, "").replace(MINUS, "-")
    }

    /// A written number followed by its unit; degrees and per cent follow the language's habit.
    #[must_use]
    pub fn unit(self, number: String, unit: &str) -> String {
        match (self, unit) {
            (_, "") => number,
            (_, "°") | (Self::En, "%") => format!("{number}{unit}"),
            _ => format!("{number}{NBSP}{unit}"),
        }
    }

    /// Energy in whole kilowatt hours.
    #[must_use]
    pub fn kwh(self, value: f64) -> String {
        self.unit(self.number(value, 0), "kWh")
    }

    /// Money in whole złoty.
    #[must_use]
    pub fn pln(self, value: f64) -> String {
        self.unit(self.number(value, 0), "zł")
    }

    /// Money with grosze, for bills.
    #[must_use]
    pub fn pln_grosze(self, value: f64) -> String {
        self.unit(self.number(value, 2), "zł")
    }

    /// A share as whole per cent.
    #[must_use]
    pub fn percent(self, share: f64) -> String {
        self.unit(self.number(share * 100.0, 0), "%")
    }

    /// A span of years with one decimal.
    #[must_use]
    pub fn years(self, years: f64) -> String {
        let word = match self {
            Self::Pl => "roku",
            Self::En => "years",
        };
        self.unit(self.number(years, 1), word)
    }

    /// A count with its noun, by the plural rules of the language: (one, few, many).
    #[must_use]
    pub fn count(self, count: usize, (one, few, many): (&str, &str, &str)) -> String {
        let teens = (12..=14).contains(&(count % 100));
        let word = match (self, count) {
            (_, 1) => one,
            (Self::Pl, _) if (2..=4).contains(&(count % 10)) && !teens => few,
            _ => many,
        };
        format!("{count}{NBSP}{word}")
    }

    /// A day from its ISO form: `22 listopada 2026`; text of another form is left as it is.
    #[must_use]
    pub fn date(self, iso: &str) -> String {
        let mut parts = iso.splitn(3, '-');
        let (year, month, day) = (parts.next(), parts.next(), parts.next());
        let month = month.and_then(|month| month.parse::<usize>().ok()).and_then(|month| month.checked_sub(1));
        let name = month.and_then(|month| self.text().charts.months_of.get(month));
        match (year, name, day.and_then(|day| day.parse::<u8>().ok())) {
            (Some(year), Some(name), Some(day)) => format!("{day}{NBSP}{name}{NBSP}{year}"),
            _ => iso.to_owned(),
        }
    }

    /// The number a person has typed. Spaces between digits are ignored; both decimal separators are understood,
    /// and in English a comma before exactly three last digits groups them. None where it is no number.
    #[must_use]
    pub fn parse(self, typed: &str) -> Option<f64> {
        let mut text: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
        text = text.replace(MINUS, "-");
        if self == Self::En {
            text = without_group_commas(&text);
        }
        let text = text.replace(',', ".");
        let digits = text.strip_prefix(['-', '+']).unwrap_or(&text);
        let plain = digits.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
        decimal::parse(&text).filter(|_| plain)
    }
}

/// Takes out commas that stand before exactly three digits, as in `12,500` and `1,000.5`.
fn without_group_commas(text: &str) -> String {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = !first.is_empty() && groups.clone().all(|group| group.len() == 3);
    if !grouped {
        return text.to_owned();
    }
    let joined: String = whole.split(',').collect();
    fraction.map_or(joined.clone(), |fraction| format!("{joined}.{fraction}"))
}
