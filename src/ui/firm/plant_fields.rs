//! What is built behind a meter, and how it is run.

use super::fields::{Choice, Number, say};
use super::state::FirmStore;
use crate::model::inputs::firm::contract::CONNECTION_KW;
use crate::model::inputs::firm::plant::{
    BatteryUse, EXPORT_LIMIT_KW, FIRM_BATTERY_KW, FIRM_BATTERY_KWH, FIRM_PV_KWP, FirmExportWay, SALE_MARGIN,
};
use crate::ui::locale::Locale;
use crate::ui::reactive::derive;
use leptos::prelude::*;

const USES: [BatteryUse; 3] = [BatteryUse::OwnEnergy, BatteryUse::Peaks, BatteryUse::PeaksFromGrid];
const WAYS: [FirmExportWay; 3] = [FirmExportWay::BySize, FirmExportWay::Sale, FirmExportWay::Nothing];

/// The firm's own size for a meter.
#[component]
pub fn SizeOf(store: FirmStore, meter: usize, several: bool) -> impl IntoView {
    let locale = Locale::current();
    let name = derive(move || (locale.lang().firm_form().meter)(&(meter + 1).to_string()));
    view! {
        {several.then(|| view! { <p class="form__note">{name}</p> })}
        {Number::of_meter(meter, FIRM_PV_KWP, |meter| meter.plant.pv_kwp, |meter, kwp| meter.plant.pv_kwp = kwp)
            .with_slider((0.0, 200.0))
            .view(store)}
        {Number::of_meter(
            meter,
            FIRM_BATTERY_KWH,
            |meter| meter.plant.battery_kwh,
            |meter, kwh| meter.plant.battery_kwh = kwh,
        )
        .with_slider((0.0, 400.0))
        .view(store)}
    }
}

/// Power and use of the battery.
#[component]
pub fn BatteryFields(store: FirmStore, meter: usize) -> impl IntoView {
    let used_for = Choice::of_meter(
        meter,
        "plant.battery_use",
        |words| &words.battery_uses,
        |meter| USES.iter().position(|known| *known == meter.plant.battery_use).unwrap_or(0),
        |meter, place| meter.plant.battery_use = USES.get(place).copied().unwrap_or_default(),
    );
    view! {
        {used_for.radios(store)}
        {Number::of_meter_optional(
            meter,
            FIRM_BATTERY_KW,
            |meter| meter.plant.battery_kw,
            |meter, kw| meter.plant.battery_kw = kw,
        )
        .view(store)}
    }
}

/// The connection, and what becomes of energy that is not used.
#[component]
pub fn ExportFields(store: FirmStore, meter: usize) -> impl IntoView {
    let way = Choice::of_meter(
        meter,
        "plant.export",
        |words| &words.exports,
        |meter| WAYS.iter().position(|known| *known == meter.plant.export).unwrap_or(0),
        |meter, place| meter.plant.export = WAYS.get(place).copied().unwrap_or_default(),
    );
    let holds_back = Choice::of_meter(
        meter,
        "plant.holds_back_at_negative_prices",
        |words| &words.yes_no,
        |meter| usize::from(!meter.plant.holds_back_at_negative_prices),
        |meter, place| meter.plant.holds_back_at_negative_prices = place == 0,
    );
    view! {
        {Number::of_meter_optional(
            meter,
            CONNECTION_KW,
            |meter| meter.contract.connection_kw,
            |meter, kw| meter.contract.connection_kw = kw,
        )
        .view(store)}
        {way.radios(store)}
        {Number::of_meter_optional(
            meter,
            EXPORT_LIMIT_KW,
            |meter| meter.plant.export_limit_kw,
            |meter, kw| meter.plant.export_limit_kw = kw,
        )
        .view(store)}
        {Number::of_meter_optional(
            meter,
            SALE_MARGIN,
            |meter| meter.plant.sale_margin,
            |meter, margin| meter.plant.sale_margin = margin,
        )
        .view(store)}
        {holds_back.radios(store)}
    }
}

/// What is to be reached.
#[component]
pub fn WishFields(store: FirmStore) -> impl IntoView {
    use crate::model::inputs::firm::wish::{AUTONOMY_PERCENT, BUDGET_PLN, CAP_KW};
    let locale = Locale::current();
    view! {
        <p class="field__hint firm-hint">{say(locale, |words| words.wishes_hint)}</p>
        {Number::optional(CAP_KW, |said| said.scenario.wishes.cap_kw, |said, kw| said.scenario.wishes.cap_kw = kw).view(store)}
        {Number::optional(
            AUTONOMY_PERCENT,
            |said| said.scenario.wishes.autonomy_percent,
            |said, percent| said.scenario.wishes.autonomy_percent = percent,
        )
        .view(store)}
        {Number::optional(
            BUDGET_PLN,
            |said| said.scenario.wishes.budget_pln,
            |said, pln| said.scenario.wishes.budget_pln = pln,
        )
        .view(store)}
    }
}
