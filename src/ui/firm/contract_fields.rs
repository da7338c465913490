//! Contracts of a meter: distribution with its own rates, and energy.

use super::fields::{Choice, Number, id_of, say, select, words};
use super::state::FirmStore;
use crate::model::inputs::Field;
use crate::model::inputs::firm::FirmMeter;
use crate::model::inputs::firm::contract::{
    ByZone, CONTRACTED_KW, ENERGY_FEE, ENERGY_MARGIN, ENERGY_PRICE, EnergyPricing, OWN_FIXED, OWN_SUBSCRIPTION,
    OWN_VARIABLE,
};
use crate::text::firm_form::own_rates_help;
use crate::ui::choice::Options;
use crate::ui::disclosure::Disclosure;
use crate::ui::erased::dynamic;
use crate::ui::locale::Locale;
use crate::ui::reactive::{derive, memo};
use leptos::prelude::*;
use std::sync::Arc;

/// Operator, tariff group, contracted power.
#[component]
pub fn ContractFields(store: FirmStore, meter: usize) -> impl IntoView {
    let locale = Locale::current();
    let group = memo(move || store.of_meter(meter, |meter| meter.contract.group.clone()));
    let groups = memo(move || {
        let (groups, own, words) = (store.groups(meter), group.get(), locale.lang().firm_form());
        let named = |group: &str| {
            let meaning = words.groups.iter().find(|(id, _)| *id == group);
            meaning.map_or_else(|| group.to_owned(), |(_, meaning)| format!("{group}: {meaning}"))
        };
        let offered = groups.offered.iter().map(|group| (group.clone(), named(group)));
        let lacking = groups.incomplete.iter().map(|(group, _)| (group.clone(), (words.group_lacks)(&named(group))));
        let mut all: Options = offered.chain(lacking).collect();
        if !all.iter().any(|(known, _)| *known == own) {
            all.push((own.clone(), own));
        }
        all
    });
    let operators = memo(move || {
        let own = store.town_operator();
        let name = |(key, name): (String, String)| {
            let name = if key == own { (locale.lang().firm_form().of_town)(&name) } else { name };
            (if key == own { String::new() } else { key }, name)
        };
        store.of_tables(|session| session.operators()).into_iter().map(name).collect::<Options>()
    });
    let put_text = move |field: &'static str, put: fn(&mut FirmMeter, String)| {
        Callback::new(move |key: String| {
            store.form.edit(&id_of(meter, field), |said| {
                if let Some(meter) = said.scenario.meters.get_mut(meter) {
                    put(meter, key);
                }
            });
        })
    };
    let operator = derive(move || {
        let town = store.town_operator();
        store.of_meter(meter, |meter| meter.contract.operator.clone()).filter(|own| *own != town).unwrap_or_default()
    });
    let choose_operator =
        put_text("contract.operator", |meter, key| meter.contract.operator = Some(key).filter(|key| !key.is_empty()));
    let choose_group = put_text("contract.group", |meter, key| meter.contract.group = key);
    view! {
        {select(store, id_of(meter, "contract.operator"), words(locale, "contract.operator"), operators.into(), operator, choose_operator)}
        {select(store, id_of(meter, "contract.group"), words(locale, "contract.group"), groups.into(), group.into(), choose_group)}
        {Number::of_meter(
            meter,
            CONTRACTED_KW,
            |meter| meter.contract.contracted_kw,
            |meter, kw| meter.contract.contracted_kw = kw,
        )
        .view(store)}
    }
}

/// A number of each zone of a meter's tariff; an empty one is left out.
fn by_zone(
    store: FirmStore,
    meter: usize,
    field: Field,
    optional: bool,
    list: fn(&FirmMeter) -> Option<&ByZone>,
    list_mut: fn(&mut FirmMeter) -> Option<&mut ByZone>,
) -> impl Fn() -> AnyView {
    let zones = memo(move || store.zones(meter));
    move || {
        let one = |zone: String| {
            let (reads, writes) = (zone.clone(), zone.clone());
            let get = move |said: &crate::firm::FirmSaid| {
                let list = list(said.scenario.meters.get(meter)?)?;
                list.iter().find(|(known, _)| *known == reads).map(|(_, value)| *value)
            };
            let put = move |said: &mut crate::firm::FirmSaid, number: Option<f64>| {
                let Some(list) = said.scenario.meters.get_mut(meter).and_then(list_mut) else { return };
                list.retain(|(known, _)| *known != writes);
                list.extend(number.map(|number| (writes.clone(), number)));
            };
            let id = format!("{}.{zone}", id_of(meter, field.id));
            let zone = Some(zone).filter(|zone| zone != "all");
            Number { id, field, optional, slider: None, zone, more: None, get: Arc::new(get), put: Arc::new(put) }
                .view(store)
        };
        zones.get().into_iter().map(one).collect_view().into_any()
    }
}

/// Network rates of the firm's own invoice: folded where the tables have them, open where the operator's are missing.
#[component]
pub fn OwnRates(store: FirmStore, meter: usize) -> impl IntoView {
    let locale = Locale::current();
    let lacks = memo(move || {
        let group = store.of_meter(meter, |meter| meter.contract.group.clone());
        store.groups(meter).incomplete.into_iter().find(|(known, _)| *known == group).map(|(_, missing)| missing)
    });
    let summary = say(locale, |words| words.own_rates);
    dynamic(move || {
        let hint = match lacks.get() {
            Some(missing) => {
                let words = move || {
                    let (lang, words) = (locale.lang(), locale.lang().firm_form());
                    let helps = missing.iter().all(|id| own_rates_help(id));
                    (if helps { words.own_rates_needed } else { words.own_rates_in_vain })(&lang.firm_missing(&missing))
                };
                view! { <p class="notice notice--weak">{derive(words)}</p> }.into_any()
            }
            None => {
                view! { <p class="field__hint firm-hint">{say(locale, |words| words.own_rates_hint)}</p> }.into_any()
            }
        };
        view! {
            <Disclosure summary=summary open=lacks.get().is_some()>
                {hint}
                <div id=id_of(meter, OWN_VARIABLE.id) tabindex="-1">
                    {dynamic(by_zone(store, meter, OWN_VARIABLE, true,
                        |meter| Some(&meter.contract.own.network_variable),
                        |meter| Some(&mut meter.contract.own.network_variable)))}
                </div>
                {Number::of_meter_optional(
                    meter,
                    OWN_FIXED,
                    |meter| meter.contract.own.network_fixed,
                    |meter, rate| meter.contract.own.network_fixed = rate,
                )
                .view(store)}
                {Number::of_meter_optional(
                    meter,
                    OWN_SUBSCRIPTION,
                    |meter| meter.contract.own.subscription,
                    |meter, fee| meter.contract.own.subscription = fee,
                )
                .view(store)}
            </Disclosure>
        }
        .into_any()
    })
}

fn pricing(meter: &FirmMeter) -> usize {
    match meter.contract.energy.pricing {
        None => 0,
        Some(EnergyPricing::Fixed(_)) => 1,
        Some(EnergyPricing::Zoned(_)) => 2,
        Some(EnergyPricing::Market { .. }) => 3,
    }
}

/// How energy is bought.
#[component]
pub fn EnergyFields(store: FirmStore, meter: usize) -> impl IntoView {
    let kind = memo(move || store.of_meter(meter, pricing));
    let choice = Choice::of_meter(meter, "contract.energy", |words| &words.pricings, pricing, |_, _| {});
    let put = move |said: &mut crate::firm::FirmSaid, place: usize| {
        let zones = untrack(|| store.zones(meter));
        let Some(meter) = said.scenario.meters.get_mut(meter) else { return };
        meter.contract.energy.pricing = match place {
            1 => Some(EnergyPricing::Fixed(ENERGY_PRICE.default)),
            2 => Some(EnergyPricing::Zoned(zones.into_iter().map(|zone| (zone, ENERGY_PRICE.default)).collect())),
            3 => Some(EnergyPricing::Market { margin: None, passes_negative_prices: false }),
            _ => None,
        };
    };
    let choice = Choice { put: Arc::new(put), ..choice };
    let fee = Number::of_meter(
        meter,
        ENERGY_FEE,
        |meter| meter.contract.energy.monthly_fee,
        |meter, fee| meter.contract.energy.monthly_fee = fee,
    );
    let excise = Choice::of_meter(
        meter,
        "contract.energy.excise_inside",
        |words| &words.yes_no,
        |meter| usize::from(!meter.contract.energy.excise_inside),
        |meter, place| meter.contract.energy.excise_inside = place == 0,
    );
    view! {
        {choice.radios(store)}
        {dynamic(move || prices(store, meter, kind.get()))}
        {fee.view(store)}
        {excise.radios(store)}
    }
}

/// The fields of one way to price a kWh.
fn prices(store: FirmStore, meter: usize, kind: usize) -> AnyView {
    match kind {
        1 => Number::of_meter(
            meter,
            ENERGY_PRICE,
            |meter| {
                if let Some(EnergyPricing::Fixed(price)) = meter.contract.energy.pricing { price } else { f64::NAN }
            },
            |meter, price| meter.contract.energy.pricing = Some(EnergyPricing::Fixed(price)),
        )
        .view(store),
        2 => zoned(store, meter),
        3 => {
            let margin = Number::of_meter_optional(meter, ENERGY_MARGIN, margin, |meter, told| {
                if let Some(EnergyPricing::Market { margin, .. }) = &mut meter.contract.energy.pricing {
                    *margin = told;
                }
            });
            let passes = Choice::of_meter(
                meter,
                "contract.energy.passes_negative_prices",
                |words| &words.yes_no,
                |meter| usize::from(!passes(meter)),
                |meter, place| {
                    if let Some(EnergyPricing::Market { passes_negative_prices, .. }) =
                        &mut meter.contract.energy.pricing
                    {
                        *passes_negative_prices = place == 0;
                    }
                },
            );
            view! { {margin.view(store)} {passes.radios(store)} }.into_any()
        }
        _ => ().into_any(),
    }
}

/// A price for each zone; what is wrong with all of them stands above.
fn zoned(store: FirmStore, meter: usize) -> AnyView {
    let locale = Locale::current();
    let id = id_of(meter, ENERGY_PRICE.id);
    let wrong = id.clone();
    let problem = move || {
        let words = store.form.problem(&wrong).map(|problem| locale.lang().firm_problem(&wrong, &problem));
        words.unwrap_or_default()
    };
    let list = by_zone(
        store,
        meter,
        ENERGY_PRICE,
        false,
        |meter| if let Some(EnergyPricing::Zoned(list)) = &meter.contract.energy.pricing { Some(list) } else { None },
        |meter| {
            if let Some(EnergyPricing::Zoned(list)) = &mut meter.contract.energy.pricing { Some(list) } else { None }
        },
    );
    view! { <div id=id tabindex="-1"><p class="field__error">{derive(problem)}</p>{dynamic(list)}</div> }.into_any()
}

fn margin(meter: &FirmMeter) -> Option<f64> {
    if let Some(EnergyPricing::Market { margin, .. }) = meter.contract.energy.pricing { margin } else { None }
}

fn passes(meter: &FirmMeter) -> bool {
    matches!(meter.contract.energy.pricing, Some(EnergyPricing::Market { passes_negative_prices: true, .. }))
}
