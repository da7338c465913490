//! Numbers written as decimals, read without the parser of the standard library.
//!
//! That parser rounds correctly for any number of digits and brings tables of powers for it that the page would have to
//! load (about 10 kB). Numbers of up to 15 digits, which is all that tables and people write, need no such tables.

/// Powers of ten that a double holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// The number that `text` writes: digits with at most one point, a sign before them or none. None for anything else, also
/// for exponents.
///
/// Exact, that is rounded as the standard library does, up to 15 digits without leading zeros and 22 after the point
/// (Clinger 1990, doi:10.1145/93542.93557: both numbers of the division are exact, so its result is the nearest double).
/// Further digits are rounded in two steps and may be one unit of the last place off; more than 18 are refused.
#[must_use]
pub fn parse(text: &str) -> Option<f64> {
    parse_with(text, b'.')
}

/// The same where another sign may stand for the point.
#[inline(never)]
#[must_use]
pub fn parse_with(text: &str, mark: u8) -> Option<f64> {
    let (sign, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (-1.0, rest),
        [b'+', rest @ ..] => (1.0, rest),
        all => (1.0, all),
    };
    let (mut mantissa, mut scale, mut point, mut any) = (0_u64, 0_usize, false, false);
    for &byte in digits {
        match byte {
            b'0'..=b'9' if mantissa < 10_u64.pow(17) => {
                mantissa = mantissa * 10 + u64::from(byte - b'0');
                scale += usize::from(point);
                any = true;
            }
            b'.' if !point => point = true,
            _ if byte == mark && !point => point = true,
            _ => return None,
        }
    }
    let divisor = POWERS.get(scale)?;
    any.then_some(sign * (mantissa as f64) / divisor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_plain_decimals_are_numbers() {
        for (text, number) in [("0", 0.0_f64), ("-1.50", -1.5), ("+3", 3.0), (".5", 0.5), ("7.", 7.0), ("000.25", 0.25)]
        {
            assert_eq!(parse(text).map(f64::to_bits), Some(number.to_bits()), "{text}");
        }
        for text in ["", ".", "-", "+-1", "1e3", "1,5", "1.2.3", "NaN", "inf", " 1", "1 ", "12345678901234567890"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    proptest! {
        /// Held to the standard library's parser.
        #[test]
        fn up_to_fifteen_digits_are_exact(whole in 0_u64..10_000_000_000, fraction in "[0-9]{0,5}", minus: bool) {
            let text = format!("{}{whole}.{fraction}", if minus { "-" } else { "" });
            prop_assert_eq!(parse(&text).map(f64::to_bits), text.parse::<f64>().ok().map(f64::to_bits));
        }
    }
}
