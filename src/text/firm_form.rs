//! Words of the form for firms. They stand apart from [`super::Text`], so that the page for homes does not carry them.
#![allow(missing_docs, reason = "a field is named after the place where its words stand")]

mod en;
pub mod file;
mod pl;

use super::catalogue::{FieldWords, Say1, Say2};
use super::{Lang, lower_first};
use crate::error::{InputError, Problem};
use crate::model::inputs::firm as f;
use crate::model::inputs::{Field, TILT_DEG};

/// Every word of the form in one language.
pub struct FirmForm {
    pub title: &'static str,
    pub lead: &'static str,
    pub form: &'static str,
    pub net: &'static str,
    pub fields: &'static [(&'static str, FieldWords)],
    /// In the order of `Trade::ALL`.
    pub trades: [&'static str; 12],
    /// What is usual for the trade: number and what it is counted by.
    pub usual_kwh: Say2,
    pub usual_by: &'static [(&'static str, &'static str)],
    pub yes_no: [&'static str; 2],
    pub surface_kinds: [&'static str; 3],
    pub pricings: [&'static str; 4],
    pub battery_uses: [&'static str; 3],
    pub exports: [&'static str; 3],
    pub tax_forms: [&'static str; 5],
    pub fundings: [&'static str; 3],
    pub repayments: [&'static str; 2],
    pub write_offs: [&'static str; 2],
    pub sizes: [&'static str; 2],
    pub groups: &'static [(&'static str, &'static str)],
    pub group_lacks: Say1,
    pub of_town: Say1,
    pub start: &'static str,
    pub examples: [&'static str; 4],
    pub example: Say1,
    pub examples_hint: &'static str,
    pub meters: &'static str,
    pub meters_hint: &'static str,
    pub meter: Say1,
    pub add_meter: &'static str,
    pub remove_meter: Say1,
    pub usage: &'static str,
    pub contract: &'static str,
    pub own_rates: &'static str,
    pub own_rates_hint: &'static str,
    pub own_rates_needed: Say1,
    pub own_rates_in_vain: Say1,
    /// Figures that the tables lack, by identifier without a zone.
    pub missing: &'static [(&'static str, &'static str)],
    pub zone: Say2,
    pub energy: &'static str,
    pub grid: &'static str,
    pub surfaces: &'static str,
    pub surface: Say1,
    pub add_surface: &'static str,
    pub remove_surface: Say1,
    pub compass: &'static str,
    pub size: &'static str,
    pub battery: &'static str,
    pub wishes: &'static str,
    pub wishes_hint: &'static str,
    pub money: &'static str,
    pub funding: &'static str,
    pub tax: &'static str,
    pub outlook: &'static str,
    pub empty_is_table: &'static str,
    pub print_bank: &'static str,
    pub save: &'static str,
    pub open: &'static str,
    pub opened: &'static str,
    pub not_opened: &'static str,
    pub out_of_limits: &'static str,
    pub searching: &'static str,
    pub failed: &'static str,
}

/// Every number of a firm with its declaration.
const NUMBERS: [Field; 45] = [
    f::FIRM_KWH,
    f::FIRM_PEAK_KW,
    f::FIRM_HOUR_KWH,
    f::FIRM_HOUR_KW,
    f::contract::CONTRACTED_KW,
    f::contract::CONNECTION_KW,
    f::contract::OWN_VARIABLE,
    f::contract::OWN_FIXED,
    f::contract::OWN_SUBSCRIPTION,
    f::contract::ENERGY_PRICE,
    f::contract::ENERGY_MARGIN,
    f::contract::ENERGY_FEE,
    f::surface::SURFACE_M2,
    TILT_DEG,
    f::surface::SURFACE_AZIMUTH_DEG,
    f::surface::COVER_PERCENT,
    f::plant::FIRM_PV_KWP,
    f::plant::FIRM_BATTERY_KWH,
    f::plant::FIRM_BATTERY_KW,
    f::plant::EXPORT_LIMIT_KW,
    f::plant::SALE_MARGIN,
    f::finance::FIRM_PV_PLN,
    f::finance::FIRM_BATTERY_PLN,
    f::finance::FIRM_GRANT_PLN,
    f::finance::OTHER_INCOME_PLN,
    f::finance::DEPRECIATION_PERCENT,
    f::finance::ONE_OFF_PLN,
    f::finance::FIRM_DISCOUNT_PERCENT,
    f::finance::INFLATION_PERCENT,
    f::finance::REINVESTMENT_PERCENT,
    f::finance::FIRM_ENERGY_GROWTH,
    f::finance::FIRM_EXPORT_GROWTH,
    f::finance::RESIDUAL_PERCENT,
    f::finance::LOAN_PERCENT,
    f::finance::RATE_PERCENT,
    f::finance::FUNDING_YEARS,
    f::finance::GRACE_MONTHS,
    f::finance::INITIAL_PERCENT,
    f::finance::BUYOUT_PERCENT,
    f::wish::CAP_KW,
    f::wish::AUTONOMY_PERCENT,
    f::wish::BUDGET_PLN,
    // Lengths of time have their unit in their label, which differs by language.
    Field { unit: "", ..f::finance::FUNDING_YEARS },
    Field { unit: "", ..f::finance::GRACE_MONTHS },
    crate::model::inputs::measured::RCE_PLN_MWH,
];

/// The place and the field of an identifier: meter, surface, and the rest without a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// Number of the meter, from 0.
    pub meter: Option<usize>,
    /// Number of the surface, from 0.
    pub surface: Option<usize>,
    /// Zone of the tariff.
    pub zone: Option<&'a str>,
    /// The field itself.
    pub field: &'a str,
}

/// Whether the rates of the firm's own invoice can stand for a figure that the tables lack.
#[must_use]
pub fn own_rates_help(missing: &str) -> bool {
    missing.starts_with("firm_rates.")
}

/// Takes an identifier such as `meters.0.surfaces.1.tilt_deg` apart.
#[must_use]
pub fn place(id: &str) -> Place<'_> {
    let (meter, rest) = numbered("meters.", id);
    let (surface, rest) = numbered("surfaces.", rest);
    let zoned = [f::contract::OWN_VARIABLE.id, f::contract::ENERGY_PRICE.id];
    let zone = zoned.iter().find_map(|field| Some((*field, rest.strip_prefix(field)?.strip_prefix('.')?)));
    let (field, zone) = zone.map_or((rest, None), |(field, zone)| (field, Some(zone)));
    Place { meter, surface, zone, field }
}

fn numbered<'a>(name: &str, id: &'a str) -> (Option<usize>, &'a str) {
    let parts = id.strip_prefix(name).and_then(|rest| rest.split_once('.'));
    match parts.and_then(|(index, rest)| Some((index.parse().ok()?, rest))) {
        Some((index, rest)) => (Some(index), rest),
        None => (None, id),
    }
}

/// Unit beside the number of a field.
#[must_use]
pub fn unit(id: &str) -> &'static str {
    let wanted = place(id).field;
    NUMBERS.iter().find(|field| field.id == wanted).map_or("", |field| field.unit)
}

impl FirmForm {
    /// The words of a field by its identifier without meter, surface and zone.
    #[must_use]
    pub fn find(&self, field: &str) -> Option<&FieldWords> {
        self.fields.iter().find(|(id, _)| *id == field).map(|(_, words)| words)
    }
}

impl Lang {
    /// The words of the form for firms.
    #[must_use]
    pub fn firm_form(self) -> &'static FirmForm {
        match self {
            Self::Pl => &pl::FORM,
            Self::En => &en::FORM,
        }
    }

    /// What is wrong with a field of a firm.
    #[must_use]
    pub fn firm_problem(self, id: &str, problem: &Problem) -> String {
        match problem {
            Problem::NotInTables { missing } => (self.text().problems.not_in_tables)(&self.firm_missing(missing)),
            _ => self.problem_in(unit(id), problem),
        }
    }

    /// Figures that the tables lack, in a few words.
    #[must_use]
    pub fn firm_missing(self, missing: &[String]) -> String {
        let words = self.firm_form();
        let name = |id: &String| {
            let known = words.missing.iter().find(|(known, _)| id.starts_with(known));
            let zone = known.and_then(|(known, _)| id.strip_prefix(known)?.strip_prefix('.'));
            let zone = zone.filter(|zone| *zone != "all").map(|zone| self.text().term(&format!("zone.{zone}")));
            let name = known.map_or_else(|| self.missing(id), |(_, words)| (*words).to_owned());
            zone.map_or(name.clone(), |zone| (words.zone)(&name, &lower_first(&zone)))
        };
        missing.iter().map(name).collect::<Vec<_>>().join("; ")
    }

    /// The same with the name of the field before it, for a list of errors.
    #[must_use]
    pub fn firm_error(self, error: &InputError) -> String {
        let (words, place) = (self.firm_form(), place(&error.field));
        let label = words.find(place.field).map_or(place.field, |words| words.label);
        let count = |index: usize| (index + 1).to_string();
        let parts = [
            place.meter.map(|index| (words.meter)(&count(index))),
            place.surface.map(|index| lower_first(&(words.surface)(&count(index)))),
            Some(label.to_owned()),
            place.zone.map(|zone| lower_first(&self.text().term(&format!("zone.{zone}")))),
        ];
        let name: Vec<String> = parts.into_iter().flatten().collect();
        format!("{}: {}", name.join(", "), self.firm_problem(&error.field, &error.problem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_come_apart() {
        let tilt = Place { meter: Some(1), surface: Some(2), zone: None, field: "tilt_deg" };
        assert_eq!(place("meters.1.surfaces.2.tilt_deg"), tilt);
        let rate = place("meters.0.contract.own.network_variable.peak");
        assert_eq!((rate.field, rate.zone), ("contract.own.network_variable", Some("peak")));
        assert_eq!(place("money.grant_pln").field, "money.grant_pln");
        assert_eq!(place("meters").field, "meters");
    }

    #[test]
    fn every_number_has_a_label_and_a_hint_in_every_language() {
        let files = [f::FIRM_HOUR_KWH.id, f::FIRM_HOUR_KW.id, crate::model::inputs::measured::RCE_PLN_MWH.id];
        for lang in Lang::ALL {
            for field in NUMBERS.iter().filter(|field| !files.contains(&field.id)) {
                let words = lang.firm_form().find(field.id).unwrap_or_else(|| panic!("{} in {lang:?}", field.id));
                assert!(!words.label.is_empty() && !words.hint.is_empty(), "{} in {lang:?}", field.id);
            }
        }
    }

    #[test]
    fn both_languages_name_the_same_fields() {
        let ids = |lang: Lang| lang.firm_form().fields.iter().map(|(id, _)| *id).collect::<Vec<_>>();
        assert_eq!(ids(Lang::Pl), ids(Lang::En));
    }

    #[test]
    fn missing_rates_are_named() {
        let missing = ["firm_rates.network_variable.offpeak", "firm_rates.network_fixed", "zones"].map(str::to_owned);
        let words = Lang::Pl.firm_missing(&missing);
        assert!(words.starts_with("stawka zmienna sieciowa, poza szczytem; stawka stała sieciowa; "), "{words}");
        assert!(own_rates_help(&missing[0]) && !own_rates_help(&missing[2]));
    }

    #[test]
    fn an_error_names_meter_field_and_limits() {
        let problem = Problem::OutOfRange { value: 0.0, min: 2.0, max: 200_000.0 };
        let error = InputError { field: "meters.0.surfaces.1.area_m2".to_owned(), problem };
        let words = Lang::Pl.firm_error(&error).replace('\u{a0}', " ");
        assert!(words.starts_with("Licznik 1, powierzchnia 2, Wielkość:"), "{words}");
        assert!(words.contains("200 000 m²"), "{words}");
    }
}
