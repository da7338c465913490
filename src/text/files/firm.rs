//! What was understood of the files of a firm's meter.

use super::{Say1, Say2, Say3, WHOLE_YEAR};
use crate::{
    calendar::Calendar,
    files::{
        meter::{Demand, FileReport},
        view::View,
    },
    model::inputs::firm::{FIRM_HOUR_KW, FIRM_HOUR_KWH, FIRM_KWH},
    text::Lang,
};

/// Difference of two peaks that is told, as a share of the greater.
const TOLD_SHARE: f64 = 0.01;

/// The words for firms where they differ from those for homes.
struct FirmFileText {
    /// First day, last day, kWh in the modelled year.
    used: Say3,
    /// kWh on a working day, on a Saturday, Sunday or day off.
    means: Say2,
    /// Power with its length, day, hour.
    greatest: Say3,
    /// Minutes, kW.
    power: Say2,
    /// kW in the modelled year.
    greatest_in_year: Say1,
    /// Days.
    part_of_year: Say1,
    no_quarters: &'static str,
    half_hours: &'static str,
    exports: &'static str,
    /// kWh in a year, limits.
    unlikely_sum: Say2,
    /// kWh in the greatest hour, most that is computed.
    unlikely_hour: Say2,
}

const PL: FirmFileText = FirmFileText {
    used: |first, last, kwh| {
        format!("Do obliczeń bierzemy dni od {first} do {last}. Pobór z\u{a0}sieci w\u{a0}roku: {kwh}.")
    },
    means: |work, free| {
        format!("Średnio na dobę: {work} w\u{a0}dni robocze, {free} w\u{a0}soboty, niedziele i\u{a0}święta.")
    },
    greatest: |power, day, hour| format!("Największa {power}, {day}, {hour}."),
    power: |minutes, kw| format!("moc {minutes}-minutowa: {kw}"),
    greatest_in_year: |kw| {
        format!("W\u{a0}roku, który liczymy, największa moc to {kw}, bo dni z\u{a0}pliku układamy według dni tygodnia.")
    },
    part_of_year: |days| {
        format!(
            "Dane obejmują {days} roku. Resztę zastępują podobne dni z\u{a0}pliku, bez zmian między porami roku, więc wynik jest \
             mniej pewny."
        )
    },
    no_quarters: "Plik ma tylko pełne godziny, więc mocy 15-minutowej nie znamy. Moc umowną i\u{a0}jej przekroczenia policzymy \
                  w\u{a0}przybliżeniu. Dokładniej będzie z\u{a0}plikiem 15-minutowym.",
    half_hours: "Plik ma wartości co pół godziny. Moc 15-minutowa może być większa niż podana tu moc półgodzinna.",
    exports: "Licznik widzi prąd oddany do sieci, więc instalacja już stoi. Liczymy pobór z\u{a0}sieci, czyli zużycie po \
              odjęciu własnego prądu. Wynik mówi, co da instalacja dodatkowa; prądu oddawanego dziś w\u{a0}nim nie ma.",
    unlikely_sum: |kwh, limits| {
        format!(
            "Suma roczna to {kwh}, a\u{a0}liczymy liczniki w\u{a0}granicach {limits}. Sprawdź poniżej jednostkę i\u{a0}kolumny."
        )
    },
    unlikely_hour: |kwh, most| {
        format!(
            "W\u{a0}jednej godzinie jest {kwh}, a\u{a0}liczymy najwyżej {most}. Sprawdź poniżej jednostkę i\u{a0}kolumny."
        )
    },
};

const EN: FirmFileText = FirmFileText {
    used: |first, last, kwh| {
        format!("The calculation takes the days from {first} to {last}. Taken from the grid in a year: {kwh}.")
    },
    means: |work, free| {
        format!("Mean of a day: {work} on working days, {free} on Saturdays, Sundays and public holidays.")
    },
    greatest: |power, day, hour| format!("Greatest {power}, {day}, {hour}."),
    power: |minutes, kw| format!("{minutes}-minute power: {kw}"),
    greatest_in_year: |kw| {
        format!(
            "In the year that is calculated the greatest power is {kw}, because the days of the file are laid out by day of the \
             week."
        )
    },
    part_of_year: |days| {
        format!(
            "The data cover {days} of the year. Like days of the file stand in for the rest, the same in every season, so the \
             result is less certain."
        )
    },
    no_quarters: "The file has whole hours only, so the 15-minute power is not known. Contracted power and its excess are \
                  calculated roughly. A 15-minute file makes them exact.",
    half_hours: "The file has a value every half hour. The 15-minute power may be greater than the half-hour power given here.",
    exports: "The meter sees energy fed in, so a plant stands already. We count what is taken from the grid: consumption less \
              the firm's own energy. The result tells what a further plant brings; what is fed in today is not part of it.",
    unlikely_sum: |kwh, limits| {
        format!(
            "The sum of a year is {kwh}, and we calculate meters within {limits}. Check the unit and the columns below."
        )
    },
    unlikely_hour: |kwh, most| {
        format!("One hour has {kwh}, and we calculate {most} at most. Check the unit and the columns below.")
    },
};

impl Lang {
    fn firm_files(self) -> &'static FirmFileText {
        match self {
            Self::Pl => &PL,
            Self::En => &EN,
        }
    }

    /// What a firm's meter takes in a year, and what is known of its power.
    pub(super) fn firm_demand(self, files: &[FileReport], demand: &Demand, calendar: &Calendar, view: &mut View) {
        let words = self.firm_files();
        let total_kwh: f64 = demand.kwh.iter().sum();
        let (first, last) = demand.used_days;
        if demand.covered_days < WHOLE_YEAR {
            view.warnings.push((words.part_of_year)(&self.count(demand.covered_days, self.files().days)));
        }
        if view.exports {
            view.warnings.push(words.exports.to_owned());
        }
        view.facts.push((words.used)(&self.day(first), &self.day(last), &self.kwh(total_kwh)));
        let limits = format!("{}–{}", self.amount(FIRM_KWH.min), self.kwh(FIRM_KWH.max));
        let greatest_kwh = demand.kwh.iter().copied().fold(0.0, f64::max);
        if FIRM_KWH.check(total_kwh).is_err() {
            view.warnings.push((words.unlikely_sum)(&self.kwh(total_kwh), &limits));
            return;
        }
        let powers = demand.peak_kw.iter().all(|kw| FIRM_HOUR_KW.check(*kw).is_ok());
        if FIRM_HOUR_KWH.check(greatest_kwh).is_err() || !powers {
            view.warnings.push((words.unlikely_hour)(&self.kwh(greatest_kwh), &self.kwh(FIRM_HOUR_KWH.max)));
            return;
        }
        let (work_kwh, free_kwh) = daily_means(&demand.kwh, calendar);
        view.facts.push((words.means)(&self.kwh(work_kwh), &self.kwh(free_kwh)));
        self.power(files, demand, view);
        #[expect(clippy::cast_possible_truncation, reason = "an hour within its limits has at most 80,000,000 parts")]
        let parts = |list: &[f64]| list.iter().map(|value| (value * 1000.0).round() as i32).collect();
        view.hourly = parts(&demand.kwh);
        view.peaks = parts(&demand.peak_kw);
    }

    /// The greatest quarter-hour power, or that it is not known.
    fn power(self, files: &[FileReport], demand: &Demand, view: &mut View) {
        let words = self.firm_files();
        let Some(greatest) = demand.greatest else {
            view.warnings.push(words.no_quarters.to_owned());
            return;
        };
        let kw = |kw: f64| self.unit(self.number(kw, 1), "kW");
        let hour = format!("{}:00–{}:00", greatest.hour, greatest.hour + 1);
        let minutes = files.iter().map(|file| file.made.step_min).filter(|minutes| *minutes < 60).max().unwrap_or(15);
        let power = (words.power)(&minutes.to_string(), &kw(greatest.kw));
        view.facts.push((words.greatest)(&power, &self.day(greatest.day), &hour));
        if minutes > 15 {
            view.warnings.push(words.half_hours.to_owned());
        }
        let in_year_kw = demand.peak_kw.iter().copied().fold(0.0, f64::max);
        if (greatest.kw - in_year_kw).abs() > TOLD_SHARE * greatest.kw.max(in_year_kw) {
            view.facts.push((words.greatest_in_year)(&kw(in_year_kw)));
        }
    }
}

/// Mean consumption of a working day and of a Saturday, Sunday or day off, kWh.
fn daily_means(kwh: &[f64], calendar: &Calendar) -> (f64, f64) {
    let mean = |free: bool| {
        let (mut sum_kwh, mut hours) = (0.0, 0.0);
        for (hour, kwh) in kwh.iter().enumerate().take(calendar.len()) {
            if calendar.is_free(hour) == free {
                sum_kwh += kwh;
                hours += 1.0;
            }
        }
        if hours > 0.0 { sum_kwh / hours * 24.0 } else { 0.0 }
    };
    (mean(false), mean(true))
}
