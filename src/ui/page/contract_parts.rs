//! The contract among the results: the account of exports, the tariff groups, the change of scheme.

use super::details::part;
use crate::model::inputs::SettlementScheme;
use crate::model::switch::open_to;
use crate::study::Ask;
use crate::ui::chart_account::{Account, ChartAccount};
use crate::ui::disclosure::Disclosure;
use crate::ui::locale::Locale;
use crate::ui::reactive::memo;
use crate::ui::state::Store;
use crate::ui::study_state::StudyState;
use crate::ui::study_view::StudyView;
use crate::units::Kwp;
use leptos::prelude::*;

/// The prosumer deposit, or the energy account of net-metering; nothing where nothing is fed in.
#[component]
pub fn AccountPart(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let account = part(store, |outcome| match outcome.scheme {
        SettlementScheme::NetMetering => Account::Energy(outcome.credit.clone()),
        SettlementScheme::Tenant => Account::PaidOut(outcome.deposit.clone()),
        _ => Account::Deposit(outcome.deposit.clone()),
    });
    let title = move || account.with(|account| account.title(locale.text()));
    let lead = move || account.with(|account| account.lead(locale.text()));
    view! {
        <Show when=has_plant(store)>
            <section class="part" aria-labelledby="account.title">
                <h2 id="account.title">{title}</h2>
                <p>{lead}</p>
                <ChartAccount account=account />
            </section>
        </Show>
    }
}

/// Whether the result has a plant.
pub fn has_plant(store: Store) -> impl Fn() -> bool + Copy + Send + Sync + 'static {
    let there = memo(move || store.details.with(|outcome| outcome.as_ref().is_some_and(|o| o.pv > Kwp::ZERO)));
    move || there.get()
}

/// The tariff groups side by side, computed only while they are looked at.
#[component]
pub fn TariffPart(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let open = RwSignal::new(false);
    let study = store.study(move || open.get().then_some(Ask::Tariffs));
    view! {
        <section class="part" aria-labelledby="tariffs.title">
            <h2 id="tariffs.title">{locale.say(|text| text.tariffs.title)}</h2>
            <p>{locale.say(|text| text.tariffs.lead)}</p>
            <Disclosure summary=locale.say(|text| text.tariffs.open) on_toggle=move |is_open| open.set(is_open)>
                <StudyState stage=study.stage />
                <StudyView id="tariffs" view=study.found />
            </Disclosure>
        </section>
    }
}

/// Advice for owners who may change the scheme; nothing for all others.
#[component]
pub fn SwitchPart(store: Store) -> impl IntoView {
    let locale = Locale::current();
    let plant = has_plant(store);
    let scheme = part(store, |outcome| outcome.scheme);
    let may_change = memo(move || plant() && !open_to(scheme.get()).is_empty());
    let study = store.study(move || may_change.get().then_some(Ask::Switch));
    view! {
        <Show when=move || may_change.get()>
            <section class="part" aria-labelledby="switch.title">
                <h2 id="switch.title">{locale.say(|text| text.switch.title)}</h2>
                <StudyState stage=study.stage />
                <StudyView id="switch" view=study.found />
            </section>
        </Show>
    }
}
