//! All words of the page, in every language, and how numbers are written in it.
//!
//! Each language is one value of [`Text`]: a text that is missing in a language does not compile.

pub mod catalogue;
mod en;
pub mod files;
pub mod firm;
pub mod firm_form;
pub mod format;
pub mod pack;
mod pl;
pub mod studies;
mod terms;

use crate::error::{InputError, Problem};
use crate::model::inputs::SettlementScheme;
pub use catalogue::Text;
use catalogue::{FieldWords, Fields};
use serde::{Deserialize, Serialize};

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lang {
    /// Polish, the first language.
    #[default]
    Pl,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order of the switch.
    pub const ALL: [Self; 2] = [Self::Pl, Self::En];

    /// Code for the `lang` attribute (BCP 47).
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::En => "en",
        }
    }

    /// The language of a code; none where the page does not speak it.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// Its own name, in itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pl => "Polski",
            Self::En => "English",
        }
    }

    /// Its words.
    #[must_use]
    pub fn text(self) -> &'static Text {
        match self {
            Self::Pl => &pl::PL,
            Self::En => &en::EN,
        }
    }

    /// What is wrong with an input, in one sentence that names the limits.
    #[must_use]
    pub fn problem(self, field: &str, problem: &Problem) -> String {
        self.problem_in(self.text().unit(field), problem)
    }

    /// The same for a field whose unit is known.
    #[must_use]
    pub fn problem_in(self, unit: &str, problem: &Problem) -> String {
        let words = &self.text().problems;
        match problem {
            Problem::OutOfRange { value, min, max } => {
                let limits = format!("{}–{}", self.amount(*min), self.unit(self.amount(*max), unit));
                if value.is_finite() {
                    (words.out_of_range)(&self.unit(self.amount(*value), unit), &limits)
                } else {
                    (words.not_a_number)(&limits)
                }
            }
            Problem::Unknown { value, known } => (words.unknown)(value, &known.join(", ")),
            Problem::RoofTooSmall { asked_kwp, fits_kwp } => (words.roof_too_small)(
                &self.unit(self.number(*asked_kwp, 1), "kWp"),
                &self.unit(self.number(*fits_kwp, 1), "kWp"),
            ),
            Problem::NotInTables { missing } => {
                let missing: Vec<String> = missing.iter().map(|id| self.missing(id)).collect();
                (words.not_in_tables)(&missing.join("; "))
            }
            Problem::Count { value, min, max } => (words.count)(*value, *min, *max),
        }
    }

    /// A figure that the tables lack, by its identifier, in a few words.
    #[must_use]
    pub fn missing(self, id: &str) -> String {
        let (text, words) = (self.text(), &self.text().tariffs);
        let lower = |id: &str| lower_first(&text.term(id));
        match id.split_once('.') {
            None if id == "zones" => words.missing_hours.to_owned(),
            None if id == "vat" => words.missing_vat.to_owned(),
            Some(("levies", levy)) => (words.missing_levy)(&lower(levy)),
            Some(("rates", rate)) => match rate.split_once('.') {
                Some((price, zone)) => (words.missing_zone_rate)(&lower(price), &text.term(&format!("zone.{zone}"))),
                None => (words.missing_rate)(&lower(rate)),
            },
            _ if text.has_term(id) => text.term(id),
            _ => id.to_owned(),
        }
    }

    /// What is wrong, with the name of the field before it: for a list of errors.
    #[must_use]
    pub fn error(self, error: &InputError) -> String {
        format!("{}: {}", self.text().label(&error.field), self.problem(&error.field, &error.problem))
    }
}

impl Text {
    /// Name of a field by its identifier, with the number of the roof plane before it where there is one.
    #[must_use]
    pub fn label(&self, field: &str) -> String {
        let (plane, id) = split_plane(field);
        let label = self.fields.find(id).map_or(id, |words| words.label);
        match plane {
            Some(index) => format!("{}, {}", (self.form.plane)(index + 1), lower_first(label)),
            None => label.to_owned(),
        }
    }

    /// Unit written beside the number of a field.
    #[must_use]
    pub fn unit(&self, field: &str) -> &'static str {
        use crate::model::inputs as i;
        let fields = [
            i::KWH_PER_YEAR,
            i::GROSS_PLN_PER_MONTH,
            i::KM_PER_YEAR,
            i::KWH_PER_100_KM,
            i::CHARGER_KW,
            i::COOLED_M2,
            i::AREA_M2,
            i::TILT_DEG,
            i::AZIMUTH_DEG,
            i::PV_KWP,
            i::BATTERY_KWH,
            i::PV_GROSS_PLN,
            i::BATTERY_GROSS_PLN,
            i::GRANT_GROSS_PLN,
            i::DISCOUNT_PERCENT,
            i::ENERGY_GROWTH_PERCENT,
            i::EXPORT_GROWTH_PERCENT,
            i::energy_contract::DYNAMIC_MARGIN,
            i::energy_contract::DYNAMIC_FEE,
            i::building::ALWAYS_ON_PERCENT,
            i::building::LIGHT_PERCENT,
            i::phase_split::FIRST_PERCENT,
            i::phase_split::SECOND_PERCENT,
            i::phase_split::THIRD_PERCENT,
            i::heating::HEATED_M2,
            i::heating::SET_POINT_C,
            i::heating::SETBACK_K,
            i::heating::DESIGN_C,
            i::heating::LITRES,
            i::measured::MEASURED_KWH,
            i::measured::RCE_PLN_MWH,
        ];
        let (_, id) = split_plane(field);
        fields.into_iter().find(|field| field.id == id).map_or("", |field| field.unit)
    }

    /// Word for an identifier of the engine; the identifier itself, made readable, where it is new.
    #[must_use]
    pub fn term(&self, id: &str) -> String {
        let known = |id: &str| self.terms.iter().find(|(key, _)| *key == id).map(|(_, word)| (*word).to_owned());
        known(id).unwrap_or_else(|| id.replace(['_', '.', ':', '/'], " "))
    }

    /// True where the engine's identifier has words of its own.
    #[must_use]
    pub fn has_term(&self, id: &str) -> bool {
        self.terms.iter().any(|(key, _)| *key == id)
    }

    /// Short name of a settlement scheme.
    #[must_use]
    pub fn scheme(&self, scheme: SettlementScheme) -> &'static str {
        self.contract.scheme_names[place(scheme)]
    }

    /// What a settlement scheme means, in a sentence or two.
    #[must_use]
    pub fn scheme_meaning(&self, scheme: SettlementScheme) -> &'static str {
        self.contract.scheme_means[place(scheme)]
    }

    /// How sure a figure is, in words, and whether it is weak.
    #[must_use]
    pub fn confidence(&self, code: &str) -> (&'static str, bool) {
        match code {
            "R" => (self.sources.read, false),
            "S" => (self.sources.secondary, false),
            "C" => (self.sources.computed, false),
            _ => (self.sources.weak, true),
        }
    }

    /// The compass word of a direction in degrees from north clockwise: one of eight.
    #[must_use]
    pub fn direction(&self, azimuth_deg: f64) -> &'static str {
        let eighths = (azimuth_deg.rem_euclid(360.0) / 45.0).round();
        let index = (0..8_u8).find(|eighth| (f64::from(*eighth) - eighths).abs() < 0.5).unwrap_or(0);
        self.form.directions[usize::from(index)]
    }
}

impl Fields {
    /// The words of a field by its identifier without the number of the roof plane.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&FieldWords> {
        use crate::model::inputs as i;
        let by_id = [
            ("town", &self.town),
            (i::KWH_PER_YEAR.id, &self.kwh_per_year),
            (i::GROSS_PLN_PER_MONTH.id, &self.gross_pln_per_month),
            (i::measured::MEASURED_KWH.id, &self.measured),
            (i::measured::RCE_PLN_MWH.id, &self.rce),
            (i::PERSONS.id, &self.persons),
            ("household.home_by_day", &self.home_by_day),
            ("household.mostly", &self.mostly),
            ("household.dwelling", &self.dwelling),
            ("car", &self.car),
            (i::KM_PER_YEAR.id, &self.km_per_year),
            (i::KWH_PER_100_KM.id, &self.kwh_per_100_km),
            (i::CHARGER_KW.id, &self.charger_kw),
            (i::DAYS_AT_HOME.id, &self.days_at_home),
            ("car.charging", &self.charging),
            ("devices.boiler", &self.boiler),
            ("devices.machines", &self.machines),
            ("devices.cooling", &self.cooling),
            (i::COOLED_M2.id, &self.cooled_m2),
            ("devices.included", &self.included),
            ("tariff.group", &self.group),
            (i::PHASES.id, &self.phases),
            (i::BILLING_MONTHS.id, &self.billing_months),
            ("scheme", &self.scheme),
            ("money.price_path", &self.price_path),
            ("planes", &self.planes),
            (i::AREA_M2.id, &self.area_m2),
            (i::TILT_DEG.id, &self.tilt_deg),
            (i::AZIMUTH_DEG.id, &self.azimuth_deg),
            (i::PV_KWP.id, &self.pv_kwp),
            (i::BATTERY_KWH.id, &self.battery_kwh),
            (i::PV_GROSS_PLN.id, &self.pv_gross_pln),
            (i::BATTERY_GROSS_PLN.id, &self.battery_gross_pln),
            (i::GRANT_GROSS_PLN.id, &self.grant_gross_pln),
            ("money.programme", &self.programme),
            ("money.tax_rate", &self.tax_rate),
            (i::TAXPAYERS.id, &self.taxpayers),
            (i::FLOOR_AREA_M2.id, &self.floor_area_m2),
            (i::DISCOUNT_PERCENT.id, &self.discount_percent),
            (i::ENERGY_GROWTH_PERCENT.id, &self.energy_growth_percent),
            (i::EXPORT_GROWTH_PERCENT.id, &self.export_growth_percent),
            ("tariff.energy", &self.energy),
            (i::energy_contract::DYNAMIC_MARGIN.id, &self.dynamic_margin),
            (i::energy_contract::DYNAMIC_FEE.id, &self.dynamic_fee),
            ("tariff.energy.passes_negative_prices", &self.negative_prices),
            (i::building::FLATS.id, &self.flats),
            (i::building::ALWAYS_ON_PERCENT.id, &self.always_on_percent),
            (i::building::LIGHT_PERCENT.id, &self.light_percent),
            (i::phase_split::INVERTER_PHASES.id, &self.inverter_phases),
            (i::phase_split::FIRST_PERCENT.id, &self.first_phase),
            (i::phase_split::SECOND_PERCENT.id, &self.second_phase),
            (i::phase_split::THIRD_PERCENT.id, &self.third_phase),
        ];
        let heating = self.heating.iter().map(|(key, words)| (*key, words));
        by_id.into_iter().chain(heating).find(|(key, _)| *key == id).map(|(_, words)| words)
    }
}

/// Place of a scheme among its words.
fn place(scheme: SettlementScheme) -> usize {
    match scheme {
        SettlementScheme::NetBillingRce => 0,
        SettlementScheme::NetBillingRcem => 1,
        SettlementScheme::NetMetering => 2,
        SettlementScheme::Collective => 3,
        SettlementScheme::Virtual => 4,
        SettlementScheme::Tenant => 5,
    }
}

/// `planes.2.tilt_deg` is plane 2 and `tilt_deg`; other identifiers have no plane.
fn split_plane(field: &str) -> (Option<usize>, &str) {
    let parts = field.strip_prefix("planes.").and_then(|rest| rest.split_once('.'));
    match parts.and_then(|(index, id)| Some((index.parse().ok()?, id))) {
        Some((index, id)) => (Some(index), id),
        None => (None, field),
    }
}

/// A word with a small first letter, for the middle of a sentence. Knows the letters of the languages of the page; the
/// tables of all languages are too large to load.
pub fn lower_first(word: &str) -> String {
    let mut letters = word.chars();
    let small = |letter: char| {
        let at = "ĄĆĘŁŃÓŚŹŻ".chars().position(|large| large == letter);
        at.and_then(|at| "ąćęłńóśźż".chars().nth(at)).unwrap_or(letter.to_ascii_lowercase())
    };
    letters.next().map_or_else(String::new, |first| std::iter::once(small(first)).chain(letters).collect())
}
