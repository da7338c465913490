//! Hours of files as texts that a browser keeps: base64url of a postcard message of whole numbers.

use crate::model::inputs::firm::FirmMeasured;
use crate::model::inputs::measured::Hourly;
use data_encoding::BASE64URL_NOPAD;
use serde::{Serialize, de::DeserializeOwned};

/// Energy is kept in whole Wh, a firm's power in whole W.
pub const WH_PER_KWH: f64 = 1000.0;
/// Prices are kept in hundredths of zł.
pub const HUNDREDTHS: f64 = 100.0;

/// Energy and power of a meter's hours; the power is empty where it is not known.
type Kept = Option<(Vec<i32>, Vec<i32>)>;

/// The text of hours, `parts` to one; about 35,000 characters for a year of a home.
#[must_use]
pub fn hours_text(hourly: &Hourly, parts: f64) -> String {
    text(&hourly.to_parts(parts))
}

/// The hours of a text; none where it was not written by [`hours_text`]. They may still be no year of a home.
#[must_use]
pub fn hours(text: &str, parts: f64) -> Option<Hourly> {
    Some(Hourly::from_parts(&read::<Vec<i32>>(text)?, parts))
}

/// The text of the hours of a firm's meters; about 100,000 characters for a meter with energy and power.
#[must_use]
pub fn meters_text(meters: &[Option<FirmMeasured>]) -> String {
    let parts = |hourly: &Hourly| hourly.to_parts(WH_PER_KWH);
    let of_meter =
        |measured: &FirmMeasured| (parts(&measured.kwh), measured.peak_kw.as_ref().map(parts).unwrap_or_default());
    text(&meters.iter().map(|measured| measured.as_ref().map(of_meter)).collect::<Vec<Kept>>())
}

/// The hours of the meters of a text; none where it was not written by [`meters_text`].
#[must_use]
pub fn meters(text: &str) -> Option<Vec<Option<FirmMeasured>>> {
    let of_meter = |(wh, w): (Vec<i32>, Vec<i32>)| FirmMeasured {
        kwh: Hourly::from_parts(&wh, WH_PER_KWH),
        peak_kw: (!w.is_empty()).then(|| Hourly::from_parts(&w, WH_PER_KWH)),
    };
    Some(read::<Vec<Kept>>(text)?.into_iter().map(|meter| meter.map(of_meter)).collect())
}

fn text<T: Serialize>(value: &T) -> String {
    BASE64URL_NOPAD.encode(&postcard::to_allocvec(value).unwrap_or_default())
}

fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
    let (value, rest) = postcard::take_from_bytes(&bytes).ok()?;
    rest.is_empty().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_come_back() {
        let hourly = Hourly::from((0..8760_u16).map(|hour| f64::from(hour % 97) / 8.0).collect::<Vec<_>>());
        let text = hours_text(&hourly, WH_PER_KWH);
        assert_eq!(hours(&text, WH_PER_KWH), Some(hourly.clone()));
        let firm = vec![None, Some(FirmMeasured { kwh: hourly.clone(), peak_kw: Some(hourly) })];
        assert_eq!(meters(&meters_text(&firm)), Some(firm));
    }

    #[test]
    fn what_is_damaged_is_nothing() {
        let text = hours_text(&vec![0.25; 8760].into(), WH_PER_KWH);
        for damaged in [&text[..text.len() / 2], "", "{}", "????", &format!("{text}AA"), &text[4..]] {
            assert_eq!(hours(damaged, WH_PER_KWH), None, "{damaged:.20}");
        }
        assert_eq!(meters(&text), None);
    }
}
