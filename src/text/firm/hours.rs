//! Every hour of a meter as a CSV file that a spreadsheet opens as it is.

use super::{Lang, Teller, capacity::short, fill, section};
use crate::{
    model::firm::outcome::{FirmOutcome, MeterOutcome},
    view::firm::{Piece, Section},
};
use std::fmt::Write;

/// Tells a spreadsheet that the file is UTF-8.
const BOM: char = '\u{feff}';
const HOURS_OF_DAY: usize = 24;
/// Decimals of energy and power.
const DECIMALS: usize = 3;

impl Teller<'_> {
    pub(super) fn files(&self) -> Option<Section> {
        let words = &self.words.hours;
        let buttons = (0..self.outcome.meters.len())
            .map(|index| Piece::Hours(fill(words.button, &[&(index + 1).to_string()]), index));
        let pieces = std::iter::once(Piece::Words(vec![fill(words.lead, &[])])).chain(buttons);
        section("hours", words.title, pieces.collect())
    }
}

/// The hours of a meter: name and content of a file.
///
/// Polish files have a semicolon and a decimal comma, English ones a comma and a decimal point; both begin with a byte
/// order mark and end lines with CR LF. Cells hold times, numbers, and names of classes and zones from the tables, never
/// anything that was typed. An unknown meter gives the heading alone.
#[must_use]
pub fn hours_csv(lang: Lang, outcome: &FirmOutcome, meter: usize) -> (String, String) {
    let words = &lang.firm().hours;
    let file = fill(words.file, &[&(meter + 1).to_string(), &outcome.year.to_string()]);
    let separator = if lang == Lang::Pl { ';' } else { ',' };
    let mut text = String::from(BOM);
    for (place, column) in words.columns.iter().enumerate() {
        if place > 0 {
            text.push(separator);
        }
        text.push_str(column);
    }
    text.push_str("\r\n");
    if let Some(meter) = outcome.meters.get(meter) {
        Rows { lang, separator, outcome, meter }.write(&mut text);
    }
    (file, text)
}

/// Writes the hours of a meter.
struct Rows<'a> {
    lang: Lang,
    separator: char,
    outcome: &'a FirmOutcome,
    meter: &'a MeterOutcome,
}

impl Rows<'_> {
    fn write(&self, text: &mut String) {
        let (hours, zones) = (&self.meter.hours, self.zones());
        text.reserve(self.outcome.clock.len() * 128);
        for (hour, &(day, local)) in self.outcome.clock.iter().enumerate() {
            self.time(text, day, local);
            text.push(self.separator);
            self.universal(text, hour);
            let energies = [
                &hours.load,
                &hours.generation,
                &hours.charge,
                &hours.discharge,
                &hours.import,
                &hours.export,
                &hours.stored,
            ];
            let energies = energies.map(|series| series.raw().get(hour).copied());
            let peaks = [&hours.peak_before, &hours.peak_after].map(|series| series.raw().get(hour).copied());
            for value in energies.into_iter().chain(peaks) {
                self.number(text, value);
            }
            text.push(self.separator);
            text.push_str(short(self.meter.after.capacity.days.get(day).and_then(|day| day.class)));
            text.push(self.separator);
            text.push_str(hours.zone.get(hour).and_then(|zone| zones.get(*zone)).map_or("", String::as_str));
            self.number(text, hours.market_pln_per_mwh.get(hour).copied());
            text.push_str("\r\n");
        }
    }

    /// Names of the zones, without the separator.
    fn zones(&self) -> Vec<String> {
        let name = |zone: &String| self.lang.text().term(&format!("zone.{zone}")).replace(self.separator, "");
        self.meter.zones.iter().map(name).collect()
    }

    /// An hour of the local clock; in autumn one comes twice, which the next column tells apart.
    fn time(&self, text: &mut String, day: usize, hour: usize) {
        if let Some(mark) = self.outcome.days.get(day) {
            let year = self.outcome.year;
            // Writing into a string cannot fail.
            let _ = write!(text, "{year}-{:02}-{:02} {hour:02}:00", mark.month + 1, mark.day);
        }
    }

    /// The same hour in UTC: hours are counted from 00:00 Central European Time, an hour ahead.
    fn universal(&self, text: &mut String, hour: usize) {
        match hour.checked_sub(1) {
            Some(hour) => self.time(text, hour / HOURS_OF_DAY, hour % HOURS_OF_DAY),
            None => {
                let _ = write!(text, "{}-12-31 23:00", self.outcome.year - 1);
            }
        }
    }

    fn number(&self, text: &mut String, value: Option<f64>) {
        text.push(self.separator);
        let Some(value) = value.filter(|value| value.is_finite()) else { return };
        let start = text.len();
        let _ = write!(text, "{value:.DECIMALS$}");
        let kept = text.trim_end_matches('0').trim_end_matches('.').len();
        text.truncate(kept.max(start));
        if text.get(start..) == Some("-") || text.get(start..) == Some("-0") || text.len() == start {
            text.truncate(start);
            text.push('0');
        }
        if self.lang == Lang::Pl
            && let Some(point) = text.get(start..).and_then(|number| number.find('.'))
        {
            text.replace_range(start + point..=start + point, ",");
        }
    }
}
