//! What a firm has said, as a short text for an address.
//!
//! The text is a mark with the version, and base64url of a postcard message without the hours of files. The shapes of a
//! released version never change: a new shape of [`FirmSaid`] gets the next mark, and the shape of before is kept for
//! reading.

use super::FirmSaid;
use crate::link::LinkError;
use crate::model::inputs::firm::{METERS, SURFACES};
use data_encoding::BASE64URL_NOPAD;

/// Start of a link of a firm: its version, and what tells it from a link of a home.
pub const MARK: &str = "f1";
/// Longest text looked at; six meters with every answer given have about 5,000 characters.
const LONGEST: usize = 20_000;
/// Longest list of prices or rates by zone; no tariff has more zones.
const ZONES: usize = 8;

/// The text of what was said; the mark alone in the impossible case that it cannot be written.
#[must_use]
pub fn encode(said: &FirmSaid) -> String {
    let mut said = said.clone();
    without_hours(&mut said);
    let bytes = postcard::to_allocvec(&said).unwrap_or_default();
    format!("{MARK}{}", BASE64URL_NOPAD.encode(&bytes))
}

/// What a text says.
///
/// # Errors
/// [`LinkError`] for anything that was not written by [`encode`], or not with numbers within their limits.
pub fn decode(text: &str) -> Result<FirmSaid, LinkError> {
    if text.len() > LONGEST {
        return Err(LinkError::Unreadable);
    }
    let coded = text.strip_prefix(MARK).ok_or(LinkError::Unreadable)?;
    let bytes = BASE64URL_NOPAD.decode(coded.as_bytes()).map_err(|_| LinkError::Unreadable)?;
    let (mut said, rest) = postcard::take_from_bytes(&bytes).map_err(|_| LinkError::Unreadable)?;
    if !rest.is_empty() {
        return Err(LinkError::Unreadable);
    }
    without_hours(&mut said);
    if is_sound(&said) { Ok(said) } else { Err(LinkError::OutOfRange) }
}

fn without_hours(said: &mut FirmSaid) {
    said.scenario.meters.iter_mut().for_each(|meter| meter.measured = None);
    said.scenario.market.rce = None;
}

/// Whether every number lies within its limits, and no list is longer than the page shows.
pub(super) fn is_sound(said: &FirmSaid) -> bool {
    let scenario = &said.scenario;
    let lists = scenario.meters.iter().all(|meter| {
        let rates = &meter.contract.own.network_variable;
        (SURFACES.0..=SURFACES.1).contains(&meter.surfaces.len()) && rates.len() <= ZONES
    });
    let few = (METERS.0..=METERS.1).contains(&scenario.meters.len());
    few && lists && scenario.out_of_range().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::firm::examples::EXAMPLES;
    use crate::model::inputs::firm::{
        FirmMeter,
        contract::EnergyPricing,
        finance::{Funding, TaxForm},
        surface::{Surface, SurfaceKind},
    };
    use proptest::prelude::*;

    fn full() -> FirmSaid {
        let mut said = FirmSaid { own_size: true, ..FirmSaid::default() };
        said.scenario.meters = vec![FirmMeter::default(); 6];
        for meter in &mut said.scenario.meters {
            meter.usage.peak_kw = Some(31.25);
            meter.contract.operator = Some("ENERGA".to_owned());
            meter.contract.group = "C22a".to_owned();
            meter.contract.own.network_variable = vec![("peak".to_owned(), 0.31), ("offpeak".to_owned(), 0.12)];
            meter.contract.own.network_fixed = Some(14.2);
            meter.contract.energy.pricing = Some(EnergyPricing::Zoned(vec![("peak".to_owned(), 0.71)]));
            let surface =
                Surface { kind: SurfaceKind::Rows { cover_percent: 50.0 }, tilt_deg: 12.5, ..Surface::default() };
            meter.surfaces = vec![surface; 6];
            meter.plant.battery_kw = Some(55.0);
        }
        said.scenario.money.tax = Some(TaxForm::CitSmall);
        said.scenario.money.funding = Funding::loan();
        said.scenario.wishes.cap_kw = Some(60.0);
        said
    }

    #[test]
    fn what_was_said_survives_an_address() {
        for said in [FirmSaid::default(), full()].into_iter().chain(EXAMPLES.map(|example| example.said("zywiec"))) {
            let link = encode(&said);
            assert!(link.len() < LONGEST / 2, "{}", link.len());
            assert_eq!(decode(&link), Ok(said));
        }
    }

    #[test]
    fn hours_of_files_stay_out_of_it() {
        let mut said = FirmSaid::default();
        said.scenario.market.rce = Some(vec![300.0; 8760].into());
        assert_eq!(decode(&encode(&said)), Ok(FirmSaid::default()));
    }

    #[test]
    fn numbers_outside_their_limits_are_refused() {
        let mut said = FirmSaid::default();
        said.scenario.meters[0].usage.kwh_per_year = -3.0;
        assert_eq!(decode(&encode(&said)), Err(LinkError::OutOfRange));
        said.scenario.meters.clear();
        assert_eq!(decode(&encode(&said)), Err(LinkError::OutOfRange));
        assert_eq!(decode(&"f".repeat(LONGEST + 1)), Err(LinkError::Unreadable));
        assert_eq!(decode("f1"), Err(LinkError::Unreadable));
    }

    proptest! {
        #[test]
        fn rubbish_never_panics(text in ".{0,400}", code in "[A-Za-z0-9_-]{0,300}", cut in 0_usize..3000, letter in "[A-Za-z0-9_-]") {
            for text in [&text, &code, &format!("f1{code}")] {
                let _ = decode(text);
            }
            let mut link = encode(&full());
            let at = 2 + cut % (link.len() - 2);
            link.replace_range(at..=at, &letter);
            let _ = decode(&link);
            link.truncate(at);
            let _ = decode(&link);
        }
    }
}
