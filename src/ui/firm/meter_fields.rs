//! The meters: which one is shown, one more, one less; and everything about the one that is shown.

use super::contract_fields::{ContractFields, EnergyFields, OwnRates};
use super::fields::{Choice, Number, id_of, say, select, words};
use super::file_fields::FirmFile;
use super::plant_fields::{BatteryFields, ExportFields, SizeOf};
use super::state::FirmStore;
use super::surface_fields::SurfaceFields;
use crate::model::inputs::firm::{FIRM_KWH, FIRM_PEAK_KW, FirmMeter, METERS, trade::Trade};
use crate::ui::disclosure::Disclosure;
use crate::ui::dom;
use crate::ui::erased::{self, button, dynamic, part};
use crate::ui::locale::Locale;
use crate::ui::reactive::{derive, memo};
use leptos::prelude::*;

/// The heading of the meters, to which the focus goes after one is removed.
const PLACE: &str = "meters";

/// A button for each meter, the fields of one, and buttons to add and to remove.
#[component]
pub fn MeterFields(store: FirmStore) -> impl IntoView {
    let locale = Locale::current();
    let count = memo(move || store.form.said.with(|said| said.scenario.meters.len()));
    let shown = memo(move || store.meter.get().min(count.get().saturating_sub(1)));
    let name = move |index: usize| derive(move || (locale.lang().firm_form().meter)(&(index + 1).to_string()));
    let tab = move |index: usize| {
        view! {
            <button type="button" class="switch__button" aria-pressed=move || (shown.get() == index).to_string()
                on:click=move |_| store.meter.set(index)>
                {name(index)}
            </button>
        }
        .into_any()
    };
    let tabs = move || {
        view! {
            <div class="switch" role="group" aria-label=say(locale, |words| words.meters)>
                {dynamic(move || (0..count.get()).map(tab).collect_view().into_any())}
            </div>
        }
        .into_any()
    };
    let add = move || {
        let index = count.get_untracked();
        store.form.edit("meters", |said| said.scenario.meters.push(FirmMeter::default()));
        store.meter.set(index);
        dom::focus_later(id_of(index, "usage.trade"));
    };
    let remove = move || {
        let index = shown.get_untracked();
        store.form.edit("meters", |said| {
            if said.scenario.meters.len() > METERS.0 && index < said.scenario.meters.len() {
                said.scenario.meters.remove(index);
            }
        });
        store.form.refresh_fields();
        dom::focus(PLACE);
    };
    let removes = derive(move || (locale.lang().firm_form().remove_meter)(&(shown.get() + 1).to_string()));
    let several = move || count.get() > METERS.0;
    view! {
        <h3 id=PLACE tabindex="-1">{say(locale, |words| words.meters)}</h3>
        <p class="field__hint">{say(locale, |words| words.meters_hint)}</p>
        <div class="meters">
            {erased::shown(several, tabs)}
            {erased::shown(move || count.get() < METERS.1, move || button("button", say(locale, |words| words.add_meter), add))}
            {erased::shown(several, move || button("button button--quiet", removes, remove))}
        </div>
        {part("meters", dynamic(move || view! { <OneMeter store=store meter=shown.get() /> }.into_any()))}
    }
}

/// Use, contract, surfaces, and what is opened on request.
#[component]
fn OneMeter(store: FirmStore, meter: usize) -> impl IntoView {
    let locale = Locale::current();
    view! {
        <h4>{say(locale, |words| words.usage)}</h4>
        <FirmFile store=store meter=meter />
        <UsageFields store=store meter=meter />
        <h4>{say(locale, |words| words.contract)}</h4>
        <ContractFields store=store meter=meter />
        <OwnRates store=store meter=meter />
        <h4>{say(locale, |words| words.surfaces)}</h4>
        <SurfaceFields store=store meter=meter />
        <Disclosure summary=say(locale, |words| words.energy)><EnergyFields store=store meter=meter /></Disclosure>
        <Disclosure summary=say(locale, |words| words.grid)><ExportFields store=store meter=meter /></Disclosure>
        <Disclosure summary=say(locale, |words| words.battery)><BatteryFields store=store meter=meter /></Disclosure>
    }
}

/// What is used, by trade; a measured year takes its place.
#[component]
fn UsageFields(store: FirmStore, meter: usize) -> impl IntoView {
    let locale = Locale::current();
    let measured = memo(move || store.of_meter(meter, |meter| meter.measured.is_some()));
    let (label, hint) = words(locale, "usage.trade");
    let trade = memo(move || store.of_meter(meter, |meter| meter.usage.trade));
    let options = derive(move || {
        let words = locale.lang().firm_form().trades;
        Trade::ALL.iter().zip(words).map(|(trade, words)| (trade.id().to_owned(), words.to_owned())).collect()
    });
    let choose = Callback::new(move |key: String| {
        if let Some(trade) = Trade::ALL.into_iter().find(|trade| trade.id() == key) {
            store.form.edit(&id_of(meter, "trade"), |said| {
                if let Some(meter) = said.scenario.meters.get_mut(meter) {
                    meter.usage.trade = trade;
                }
            });
        }
    });
    let usual = move || {
        let words = locale.lang();
        let sizes = store.usual_use(trade.get());
        let said = sizes.into_iter().map(|(number, by)| {
            let number = format!("{}–{}", words.amount(number.0), words.amount(number.1));
            (words.firm_form().usual_kwh)(&number, by_words(locale, by))
        });
        said.collect::<Vec<_>>().join(" ")
    };
    let value = derive(move || trade.get().id().to_owned());
    view! {
        <div hidden=move || measured.get()>
            {select(store, id_of(meter, "usage.trade"), (label, hint), options, value, choose)}
            {Number::of_meter(meter, FIRM_KWH, |meter| meter.usage.kwh_per_year, |meter, kwh| meter.usage.kwh_per_year = kwh)
                .with_words(derive(usual))
                .view(store)}
            {Number::of_meter_optional(meter, FIRM_PEAK_KW, |meter| meter.usage.peak_kw, |meter, kw| meter.usage.peak_kw = kw)
                .view(store)}
        </div>
    }
}

/// What the usual consumption of a trade is counted by.
fn by_words(locale: Locale, unit: &str) -> &'static str {
    let words = locale.lang().firm_form().usual_by;
    words.iter().find(|(id, _)| *id == unit).map_or("", |(_, words)| words)
}

/// The size: looked for, or the firm's own.
#[component]
pub fn SizeFields(store: FirmStore) -> impl IntoView {
    let locale = Locale::current();
    let own = memo(move || store.form.said.with(|said| said.own_size));
    let count = memo(move || store.form.said.with(|said| said.scenario.meters.len()));
    let shown = memo(move || store.meter.get().min(count.get().saturating_sub(1)));
    let several = memo(move || count.get() > 1);
    let choice = Choice::of_firm("plant", |words| &words.sizes, |said| usize::from(said.own_size), |_, _| {});
    let effective = move |said: &mut crate::firm::FirmSaid, place: usize| {
        let own = place == 1;
        if own && !said.own_size {
            *said = store.effective();
        }
        said.own_size = own;
    };
    let choice = Choice { put: std::sync::Arc::new(effective), ..choice };
    view! {
        <h3>{say(locale, |words| words.size)}</h3>
        {choice.radios(store)}
        {dynamic(move || match own.get() {
            true => view! { <SizeOf store=store meter=shown.get() several=several.get() /> }.into_any(),
            false => ().into_any(),
        })}
    }
}
