//! The shape of a language: one field for every text of the page.
#![allow(missing_docs, reason = "a field is named after the place where its words stand")]

pub mod contract;
pub mod control;
pub mod devices;
pub mod files;
pub mod heat;
pub mod phases;
pub mod studies;
pub mod support;

use contract::{Account, Contract, SwitchWords, TariffWords};
use control::ControlWords;
use devices::Devices;
use files::FileWords;
use heat::HeatWords;
use phases::PhaseWords;
use studies::{RangeWords, SearchWords};
use support::SupportWords;

/// A sentence around one ready piece of text.
pub type Say1 = fn(&str) -> String;
/// A sentence around two ready pieces of text.
pub type Say2 = fn(&str, &str) -> String;
/// A sentence around three ready pieces of text.
pub type Say3 = fn(&str, &str, &str) -> String;

/// Every text of the page in one language.
pub struct Text {
    pub site: Site,
    pub form: Form,
    pub fields: Fields,
    pub problems: Problems,
    pub answer: Answer,
    pub charts: Charts,
    pub money: MoneyWords,
    pub contract: Contract,
    pub account: Account,
    pub tariffs: TariffWords,
    pub switch: SwitchWords,
    pub support: SupportWords,
    pub phases: PhaseWords,
    pub control: ControlWords,
    pub ranges: RangeWords,
    pub search: SearchWords,
    pub devices: Devices,
    pub heat: HeatWords,
    pub losses: Losses,
    pub sources: Sources,
    pub unknown: Unknown,
    pub files: FileWords,
    pub notices: Notices,
    /// Words for identifiers of bill lines, losses and assumptions.
    pub terms: &'static [(&'static str, &'static str)],
}

/// Header, footer and what belongs to the whole page.
pub struct Site {
    pub title: &'static str,
    pub lead: &'static str,
    pub skip: &'static str,
    pub doors: &'static str,
    pub door_home: &'static str,
    pub door_firm: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub footer_privacy: &'static str,
    pub footer_estimate: &'static str,
    pub embed: &'static str,
}

/// The form around its fields.
pub struct Form {
    pub title: &'static str,
    pub place: &'static str,
    pub consumption: &'static str,
    pub consumption_by: &'static str,
    pub by_kwh: &'static str,
    pub by_bill: &'static str,
    pub household: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub contract: &'static str,
    pub group_all_day: &'static str,
    pub group_two_zones: &'static str,
    pub group_weekend: &'static str,
    pub one_phase: &'static str,
    pub three_phases: &'static str,
    pub roof: &'static str,
    pub plane: fn(usize) -> String,
    pub add_plane: &'static str,
    pub remove_plane: fn(usize) -> String,
    pub directions: [&'static str; 8],
    pub compass: &'static str,
    pub compass_other: &'static str,
    pub plane_fits: Say2,
    pub size: &'static str,
    pub size_by: &'static str,
    pub size_recommended: &'static str,
    pub size_own: &'static str,
    pub size_stands: &'static str,
    pub size_recommended_hint: &'static str,
    pub roof_fits: Say1,
    pub money: &'static str,
    pub money_hint: &'static str,
    pub empty_means: Say1,
    pub slider: Say1,
    pub undo: &'static str,
    pub redo: &'static str,
    pub reset: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    pub link_not_copied: &'static str,
    pub link_field: &'static str,
    pub print: &'static str,
    pub tools: &'static str,
}

/// Name and explanation of one field.
pub struct FieldWords {
    pub label: &'static str,
    pub hint: &'static str,
}

/// Every field of the form.
pub struct Fields {
    pub town: FieldWords,
    pub kwh_per_year: FieldWords,
    pub measured: FieldWords,
    pub rce: FieldWords,
    pub gross_pln_per_month: FieldWords,
    pub persons: FieldWords,
    pub home_by_day: FieldWords,
    pub mostly: FieldWords,
    pub dwelling: FieldWords,
    pub car: FieldWords,
    pub km_per_year: FieldWords,
    pub kwh_per_100_km: FieldWords,
    pub charger_kw: FieldWords,
    pub days_at_home: FieldWords,
    pub charging: FieldWords,
    pub boiler: FieldWords,
    pub machines: FieldWords,
    pub cooling: FieldWords,
    pub cooled_m2: FieldWords,
    pub included: FieldWords,
    pub group: FieldWords,
    pub phases: FieldWords,
    pub billing_months: FieldWords,
    pub scheme: FieldWords,
    pub planes: FieldWords,
    pub area_m2: FieldWords,
    pub tilt_deg: FieldWords,
    pub azimuth_deg: FieldWords,
    pub pv_kwp: FieldWords,
    pub battery_kwh: FieldWords,
    pub pv_gross_pln: FieldWords,
    pub battery_gross_pln: FieldWords,
    pub grant_gross_pln: FieldWords,
    pub programme: FieldWords,
    pub tax_rate: FieldWords,
    pub taxpayers: FieldWords,
    pub floor_area_m2: FieldWords,
    pub discount_percent: FieldWords,
    pub price_path: FieldWords,
    pub energy_growth_percent: FieldWords,
    pub export_growth_percent: FieldWords,
    pub energy: FieldWords,
    pub dynamic_margin: FieldWords,
    pub dynamic_fee: FieldWords,
    pub negative_prices: FieldWords,
    pub flats: FieldWords,
    pub always_on_percent: FieldWords,
    pub light_percent: FieldWords,
    pub inverter_phases: FieldWords,
    pub first_phase: FieldWords,
    pub second_phase: FieldWords,
    pub third_phase: FieldWords,
    /// Fields of heating by their identifiers.
    pub heating: [(&'static str, FieldWords); 13],
}

/// What can be wrong with an input.
pub struct Problems {
    /// Prefix of an error message for those who only hear it.
    pub prefix: &'static str,
    pub summary: &'static str,
    pub stale: &'static str,
    /// Value, limits.
    pub out_of_range: Say2,
    /// Limits.
    pub not_a_number: Say1,
    /// Value, known names.
    pub unknown: Say2,
    /// Power asked for, power that fits.
    pub roof_too_small: Say2,
    /// Names of the missing figures.
    pub not_in_tables: Say1,
    /// Entries, fewest, most.
    pub count: fn(usize, usize, usize) -> String,
}

/// The answer at the top.
pub struct Answer {
    pub title: &'static str,
    pub searching: &'static str,
    /// Number of sizes compared.
    pub compared: fn(usize) -> String,
    pub recommended: Say1,
    pub chosen: Say1,
    pub pv: Say1,
    pub pv_and_battery: Say2,
    /// A share of a plant.
    pub share: Say1,
    /// A share of a plant, a battery.
    pub share_and_battery: Say2,
    pub battery_alone: Say1,
    pub nothing: &'static str,
    /// Saving a year.
    pub saves: Say1,
    /// More paid a year.
    pub costs_more: Say1,
    /// Years to payback.
    pub pays_back: Say1,
    /// Horizon in years.
    pub never_pays_back: Say1,
    pub do_not_buy: &'static str,
    /// Closest design.
    pub because: Say1,
    /// By how many per cent the price would have to fall.
    pub turns_at: Say1,
    pub shown_closest: &'static str,
    pub recommendation_instead: Say1,
    pub figures: &'static str,
    pub saving: &'static str,
    pub saving_note: &'static str,
    pub payback: &'static str,
    pub payback_note: Say1,
    pub no_payback: &'static str,
    pub autonomy: &'static str,
    pub autonomy_note: &'static str,
    pub own_use: &'static str,
    pub own_use_note: &'static str,
    pub no_generation: &'static str,
    pub co2: &'static str,
    pub co2_note: &'static str,
    pub generation: &'static str,
    pub generation_note: Say1,
    pub gross: &'static str,
    pub net: &'static str,
}

/// Charts, their reading and their tables.
pub struct Charts {
    pub months: [&'static str; 12],
    /// Names of months as they stand in a date.
    pub months_of: [&'static str; 12],
    pub months_short: [&'static str; 12],
    pub generation: &'static str,
    pub consumption: &'static str,
    pub direct_use: &'static str,
    pub from_battery: &'static str,
    pub to_battery: &'static str,
    pub import: &'static str,
    pub export: &'static str,
    pub curtailed: &'static str,
    pub table: Say1,
    pub reading: &'static str,
    pub reading_hint: &'static str,
    pub cursor: Say1,
    pub month_title: &'static str,
    pub month_lead: &'static str,
    /// Sunniest month with energy, darkest month with energy, month of most import with energy.
    pub month_summary: Say3,
    pub month: &'static str,
    pub total: &'static str,
    pub day_title: &'static str,
    pub day_lead: &'static str,
    pub day_month: &'static str,
    /// Month, best hour with energy, hour of most import with energy.
    pub day_summary: Say3,
    pub hour: &'static str,
    pub cash_title: &'static str,
    pub cash_lead: &'static str,
    /// Investment, sum at the end, years.
    pub cash_summary: Say3,
    pub year: &'static str,
    /// Number of a year.
    pub year_number: Say1,
    pub cash_year: &'static str,
    pub cash_sum: &'static str,
}

/// The bill and the money beside it.
pub struct MoneyWords {
    pub bill_title: &'static str,
    pub bill_lead: &'static str,
    pub bill_lead_credit: &'static str,
    pub bill_caption: &'static str,
    pub line: &'static str,
    pub before_net: &'static str,
    pub before_gross: &'static str,
    pub after_net: &'static str,
    pub after_gross: &'static str,
    pub total: &'static str,
    pub deposit_used: &'static str,
    pub deposit_refunded: &'static str,
    pub paid: &'static str,
    pub title: &'static str,
    pub pv_cost: &'static str,
    pub battery_cost: &'static str,
    pub grant: &'static str,
    pub investment: &'static str,
    pub net_present_value: &'static str,
    pub internal_rate: &'static str,
    pub levelised_cost: &'static str,
    pub discounted_payback: &'static str,
    pub none: &'static str,
    pub item: &'static str,
    pub value: &'static str,
}

/// The ladder of losses and the roof planes.
pub struct Losses {
    pub title: &'static str,
    pub lead: &'static str,
    pub caption: &'static str,
    pub loss: &'static str,
    pub energy: &'static str,
    pub left: &'static str,
    pub planes_caption: &'static str,
    pub plane: &'static str,
    pub fits: &'static str,
    pub placed: &'static str,
    pub yield_per_kwp: &'static str,
}

/// Where the figures come from.
pub struct Sources {
    pub title: &'static str,
    pub lead: &'static str,
    pub caption: &'static str,
    pub figure: &'static str,
    pub value: &'static str,
    pub source: &'static str,
    pub checked: &'static str,
    pub confidence: &'static str,
    pub read: &'static str,
    pub secondary: &'static str,
    pub computed: &'static str,
    pub weak: &'static str,
    pub own: &'static str,
    pub documents: &'static str,
    pub publisher: &'static str,
}

/// What the page does not know yet.
pub struct Unknown {
    pub title: &'static str,
    pub paragraphs: &'static [&'static str],
}

/// Messages that are not about one field.
pub struct Notices {
    pub bad_link: &'static str,
    pub close: &'static str,
    pub data: &'static str,
    pub no_town: &'static str,
    pub stopped: &'static str,
    pub stopped_advice: &'static str,
    pub reload_defaults: &'static str,
    pub no_study: &'static str,
    pub waiting: &'static str,
}
