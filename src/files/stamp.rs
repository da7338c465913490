//! Dates and hours of a cell, as files write them.

use crate::calendar;

/// Days from Excel's day 0, 1899-12-30, to 1970-01-01.
const EXCEL_EPOCH_DAYS: i32 = 25_569;

/// What a cell says about time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Days since 1970-01-01.
    pub day: i32,
    /// Minutes after midnight, where an hour is given; up to 25:00.
    pub minute: Option<i32>,
    /// The hour is the beginning of a stated interval.
    pub interval: bool,
    /// Minutes that the stated clock is ahead of UTC.
    pub ahead_of_utc: Option<i32>,
}

/// The hour of a cell, minutes after midnight: `7`, `07:00`, `24:00`, `h07`, `00:00 - 00:15`; and whether it is the
/// beginning of an interval.
pub(super) fn hour(cell: &str) -> Option<(i32, bool)> {
    let cell = cell.trim_start_matches(|letter: char| letter.is_alphabetic() || matches!(letter, '.' | ' ' | '_'));
    if !cell.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let mut scan = Scan(cell);
    let hour = scan.digits(2)?;
    scan.skip(|letter| letter.is_ascii_alphabetic());
    let minute = if scan.take(':') { scan.digits(2)? } else { 0 };
    if scan.take(':') {
        scan.digits(2)?;
        scan.skip(|letter| letter == '.' || letter.is_ascii_digit());
    }
    scan.skip(char::is_whitespace);
    let interval = scan.take('-') || scan.take('\u{2013}');
    let rest = !interval && !scan.0.is_empty();
    (hour <= 25 && minute < 60 && !rest).then_some((hour * 60 + minute, interval))
}

/// The date of a cell, with its hour where it has one. `serial` allows the day numbers of Excel.
pub(super) fn date(cell: &str, serial: bool) -> Option<Stamp> {
    if !cell.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let mut scan = Scan(cell);
    let Some((day, mut scan)) = scan.date().map(|day| (day, scan)) else {
        return serial.then(|| excel(cell)).flatten();
    };
    let mut stamp = Stamp { day, minute: None, interval: false, ahead_of_utc: None };
    scan.skip(|letter| letter.is_whitespace() || letter == 'T' || letter == ',');
    if scan.0.is_empty() {
        return Some(stamp);
    }
    let clock_end = scan.0.find(['Z', '+']).unwrap_or(scan.0.len());
    let (clock, zone) = scan.0.split_at(clock_end);
    let (minute, interval) = hour(clock.trim_end())?;
    stamp.minute = Some(minute);
    stamp.interval = interval;
    if !zone.is_empty() {
        let mut zone = Scan(&zone[1..]);
        let hours = zone.digits(2).unwrap_or_default();
        zone.take(':');
        stamp.ahead_of_utc = Some(hours * 60 + zone.digits(2).unwrap_or_default());
    }
    Some(stamp)
}

/// A day number of a spreadsheet, for days from 2000 to 2099.
fn excel(cell: &str) -> Option<Stamp> {
    let serial = super::cell::number(cell).filter(|serial| (36_526.0..73_051.0).contains(serial))?;
    #[expect(clippy::cast_possible_truncation, reason = "within the limits above")]
    let (day, minute) = (serial.floor() as i32 - EXCEL_EPOCH_DAYS, (serial.fract() * 1440.0).round() as i32);
    let minute = cell.contains([',', '.']).then_some(minute);
    Some(Stamp { day, minute, interval: false, ahead_of_utc: None })
}

/// What is left of a cell.
struct Scan<'a>(&'a str);

impl Scan<'_> {
    /// Up to `most` digits as a number; none where there is no digit.
    fn digits(&mut self, most: usize) -> Option<i32> {
        let count = self.0.bytes().take(most).take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        digits.parse().ok()
    }

    fn take(&mut self, wanted: char) -> bool {
        let rest = self.0.strip_prefix(wanted);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn skip(&mut self, what: impl Fn(char) -> bool) {
        self.0 = self.0.trim_start_matches(what);
    }

    /// Year, month and day in one of the usual orders.
    fn date(&mut self) -> Option<i32> {
        let count = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let separated = |scan: &mut Self| scan.take('-') || scan.take('.') || scan.take('/');
        let (year, month, day) = match count {
            8 => (self.digits(4)?, self.digits(2)?, self.digits(2)?),
            4 => {
                let year = self.digits(4)?;
                let month = separated(self).then(|| self.digits(2)).flatten()?;
                (year, month, separated(self).then(|| self.digits(2)).flatten()?)
            }
            1 | 2 => {
                let day = self.digits(2)?;
                let month = separated(self).then(|| self.digits(2)).flatten()?;
                (separated(self).then(|| self.digits(4)).flatten()?, month, day)
            }
            _ => return None,
        };
        calendar::day_number(year, month, day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(cell: &str) -> Option<(i32, Option<i32>)> {
        date(cell, true).map(|stamp| (stamp.day, stamp.minute))
    }

    #[test]
    fn dates_are_read_however_written() {
        // 2026-06-07 is 20,611 days after 1970-01-01 and Excel's day 46,180.
        for cell in ["2026-06-07", "2026.06.07", "07.06.2026", "7.06.2026", "07/06/2026", "20260607", "46180"] {
            assert_eq!(at(cell), Some((20_611, None)), "{cell}");
        }
        for cell in ["2026-06-07 1:00", "2026-06-07 01:00:00", "2026-06-07T01:00", "07.06.2026 01:00", "46180,0416667"]
        {
            assert_eq!(at(cell), Some((20_611, Some(60))), "{cell}");
        }
        assert_eq!(at("2024-05-01 04:59").unwrap().1, Some(299));
        assert_eq!(at("2024-11-03 24:00").unwrap().1, Some(1440));
        assert_eq!(at("2026-10-25 25:00").unwrap().1, Some(1500));
        assert_eq!(date("2024-05-01T22:15:00Z", false).unwrap().ahead_of_utc, Some(0));
        assert_eq!(date("2024-05-01T22:15:00+02:00", false).unwrap().ahead_of_utc, Some(120));
        for cell in
            ["", "abc", "2026-13-01", "2026-02-30", "1999-01-01", "2026-06-07 26:00", "2026-06-07 1:75", "1-1-1"]
        {
            assert_eq!(at(cell), None, "{cell}");
        }
    }

    #[test]
    fn hours_are_read_however_written() {
        for (cell, minute) in [("1", 60), ("24", 1440), ("07:00", 420), ("h07", 420), ("Godz. 7", 420), ("2a", 120)] {
            assert_eq!(hour(cell), Some((minute, false)), "{cell}");
        }
        assert_eq!(hour("00:15 - 00:30"), Some((15, true)));
        assert_eq!(hour("02a:15 - 02a:30"), Some((135, true)));
        assert_eq!(hour("suma"), None);
        assert_eq!(hour("123"), None);
    }
}
