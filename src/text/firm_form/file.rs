//! The words around the file of a firm's meter, in every language.

use super::{Say1, Say2};
use crate::text::Lang;

/// The part of the form for firms that takes a file.
pub struct FirmFileWords {
    pub label: &'static str,
    pub hint: &'static str,
    pub use_file: &'static str,
    /// kWh a year, kW.
    pub in_use: Say2,
    /// kWh a year.
    pub in_use_hours: Say1,
    pub kept: &'static str,
    pub not_kept: &'static str,
}

const PL: FirmFileWords = FirmFileWords {
    label: "Plik z\u{a0}licznika, najlepiej 15-minutowy",
    hint: "Z\u{a0}nim policzymy godziny i\u{a0}szczyty Twojej firmy, a\u{a0}nie typowej. Rok danych z\u{a0}portalu operatora, CSV \
           lub JSON, co 15 minut albo co godzinę. Plik zostaje w\u{a0}tej przeglądarce, nigdzie go nie wysyłamy.",
    use_file: "Licz według pliku",
    in_use: |kwh, kw| format!("Liczymy według pliku z\u{a0}licznika: {kwh} w\u{a0}roku, największa moc {kw}."),
    in_use_hours: |kwh| {
        format!("Liczymy według pliku z\u{a0}licznika: {kwh} w\u{a0}roku. Mocy 15-minutowej w\u{a0}nim nie ma.")
    },
    kept: "Godziny z\u{a0}pliku są zapamiętane w\u{a0}tej przeglądarce. Link ich nie zawiera: kto go otworzy, zobaczy branżę z\u{a0}tym \
           samym zużyciem w\u{a0}roku.",
    not_kept: "Przeglądarka nie pozwala zapamiętać godzin z\u{a0}pliku. Liczymy według nich do zamknięcia lub odświeżenia strony; \
               przycisk „Zapisz do pliku” zachowa je na dłużej.",
};

const EN: FirmFileWords = FirmFileWords {
    label: "The meter's file, at best of 15 minutes",
    hint: "With it we calculate the hours and peaks of your firm, not of a typical one. A year of data from the operator's \
           portal, CSV or JSON, every 15 minutes or every hour. The file stays in this browser; it is not sent anywhere.",
    use_file: "Calculate with this file",
    in_use: |kwh, kw| format!("Calculated with your meter's file: {kwh} a year, greatest power {kw}."),
    in_use_hours: |kwh| {
        format!("Calculated with your meter's file: {kwh} a year. It does not hold the 15-minute power.")
    },
    kept: "The hours of the file are kept in this browser. A link does not hold them: whoever opens it sees the trade with the \
           same yearly use.",
    not_kept: "The browser does not let us keep the hours of the file. We calculate with them until the page is closed or \
               reloaded; “Save to a file” keeps them longer.",
};

impl Lang {
    /// The words around the file of a firm's meter.
    #[must_use]
    pub fn firm_file(self) -> &'static FirmFileWords {
        match self {
            Self::Pl => &PL,
            Self::En => &EN,
        }
    }
}
