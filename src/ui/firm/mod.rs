//! The page of the door "Firma".

mod contract_fields;
mod fields;
mod file_fields;
mod keep;
mod keep_hours;
mod meter_fields;
mod money_fields;
mod plant_fields;
mod state;
mod surface_fields;
mod tools;

use super::disclosure::Disclosure;
use super::edit_tools::follow_keys;
use super::erased::{part, shown};
use super::error_summary::ErrorSummary;
use super::firm_view::FirmResult;
use super::header::{Door, Header};
use super::locale::Locale;
use super::notice::Notice;
use super::reactive::{derive, memo};
use super::{dom, storage, theme};
use crate::text::{Lang, firm_form};
use crate::ui::choice::Options;
use crate::worker;
use fields::{say, select, words};
use leptos::prelude::*;
use meter_fields::{MeterFields, SizeFields};
use money_fields::{MoneyFields, TaxField};
use plant_fields::WishFields;
use state::FirmStore;
use theme::Repaint;
use tools::{Examples, Tools};

/// Starts what this instance of the program is for: the page, or the engine in a worker.
pub fn start() {
    if worker::scope().is_some() {
        worker::firm::serve();
    } else {
        super::mount(|| view! { <Page /> }.into_any());
    }
}

/// Header, result, form and footer.
#[component]
fn Page() -> impl IntoView {
    let locale = Locale::provide(storage::lang().unwrap_or_default());
    let theme = RwSignal::new(storage::theme().unwrap_or_default());
    Repaint::provide(theme.into());
    let (said, bad_link) = keep::said_at_start();
    let store = FirmStore::new(said);
    let bad_link = RwSignal::new(bad_link);
    let wrong = memo(move || !store.form.errors().is_empty());
    speak(locale);
    follow_address(store, bad_link);
    follow_keys(Callback::new(move |edit| tools::edit(store, edit)));
    tools::forget_after_printing();
    let message = derive(move || {
        let notices = &locale.text().notices;
        if !store.broken.with(Vec::is_empty) {
            Some(notices.data.to_owned())
        } else if store.failed.get() {
            Some(locale.lang().firm_form().failed.to_owned())
        } else {
            bad_link.get().then(|| notices.bad_link.to_owned())
        }
    });
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        dom::focus("answer");
    };
    view! {
        <a class="skip" href="#answer" on:click=skip>{locale.say(|text| text.site.skip)}</a>
        <Header door=Door::Firm theme=theme />
        <main id="main" class="page">
            <div class="page__intro">
                <Notice message=message on_close=move |()| { bad_link.set(false); store.failed.set(false); } />
                <h1>{say(locale, |words| words.title)}</h1>
                <p class="lead">{say(locale, |words| words.lead)}</p>
                <p class="lead">{say(locale, |words| words.net)}</p>
                <Standing store=store wrong=wrong />
            </div>
            <Answer store=store wrong=wrong />
        </main>
        <footer class="footer">
            <p>{locale.say(|text| text.site.footer_privacy)}</p>
            <p>{locale.say(|text| text.site.footer_estimate)}</p>
            <p><a href="./osadz.html">{locale.say(|text| text.site.embed)}</a></p>
        </footer>
    }
}

/// The answer, the form and what lies behind the answer; marked while it does not follow what is said.
#[component]
fn Answer(store: FirmStore, wrong: Memo<bool>) -> impl IntoView {
    view! {
        <div class="firm-result" class:answer--stale=wrong>
            <FirmResult view=store.view on_take=move |take| store.take(&take) on_hours=move |meter| store.save_hours(meter)
                working=store.working>
                <FirmFields store=store />
            </FirmResult>
        </div>
    }
}

/// What is to be known of the result before it is read.
#[component]
fn Standing(store: FirmStore, wrong: Memo<bool>) -> impl IntoView {
    let locale = Locale::current();
    let looks = memo(move || {
        let stands = store.view.with(|view| !view.headline.is_empty());
        stands && store.working.get().is_some() && !store.form.said.with(|said| said.own_size)
    });
    let waits = derive(move || if looks.get() { locale.lang().firm_form().searching } else { "" }.to_owned());
    view! {
        <div role="status">
            {shown(
                move || wrong.get(),
                move || view! { <p class="notice notice--weak">{locale.say(|text| text.problems.stale)}</p> }.into_any(),
            )}
        </div>
        <p class="firm-waits">{waits}</p>
    }
}

/// What a firm says. It has no button to send: every change counts at once.
#[component]
fn FirmFields(store: FirmStore) -> impl IntoView {
    let locale = Locale::current();
    let towns = derive(move || {
        let mut towns: Options = store.of_tables(crate::model::firm::session::FirmSession::towns);
        let town = store.form.said.with(|said| said.scenario.town.clone());
        if !towns.iter().any(|(key, _)| *key == town) {
            towns.insert(0, (town, locale.text().notices.no_town.to_owned()));
        }
        towns
    });
    let town = derive(move || store.form.said.with(|said| said.scenario.town.clone()));
    let choose = Callback::new(move |town: String| store.form.edit("town", |said| said.scenario.town = town));
    let go = move |field: String| {
        if let Some(meter) = firm_form::place(&field).meter {
            store.meter.set(meter);
        }
        request_animation_frame(move || reveal(&field));
    };
    let naming: fn(Lang, &crate::error::InputError) -> String = Lang::firm_error;
    let wishes =
        view! { <Disclosure summary=say(locale, |words| words.wishes)><WishFields store=store /></Disclosure> };
    let money = view! { <Disclosure summary=say(locale, |words| words.money)><MoneyFields store=store /></Disclosure> };
    view! {
        <form class="form" novalidate=true aria-labelledby="form.title" on:submit=|event| event.prevent_default()>
            <h2 id="form.title">{say(locale, |words| words.form)}</h2>
            <ErrorSummary errors=derive(move || store.form.errors()) words=naming on_go=go />
            <Examples store=store />
            {part("town", select(store, "town".to_owned(), words(locale, "town"), towns, town, choose))}
            {part("tax", view! { <TaxField store=store /> }.into_any())}
            <MeterFields store=store />
            {part("size", view! { <SizeFields store=store /> }.into_any())}
            {part("wishes", wishes.into_any())}
            {part("money", money.into_any())}
            <Tools store=store />
        </form>
    }
}

/// Opens whatever a field is folded into, and moves the focus to it.
fn reveal(id: &str) {
    let mut part = document().get_element_by_id(id);
    while let Some(folded) = part.and_then(|part| part.closest("details:not([open])").ok().flatten()) {
        // A document that refuses leaves the person to open it.
        if folded.set_attribute("open", "").is_err() {
            break;
        }
        part = Some(folded);
    }
    dom::focus(id);
}

/// Keeps the language and the title of the document at those of the page.
fn speak(locale: Locale) {
    Effect::new(move |_| {
        if let Some(root) = dom::root() {
            // A document that refuses an attribute stays readable.
            let _ = root.set_attribute("lang", locale.lang().code());
        }
        document().set_title(&format!("{} · Autonomia", locale.lang().firm_form().title));
    });
}

/// A link opened in the same tab is taken in as one step that can be undone.
fn follow_address(store: FirmStore, bad_link: RwSignal<bool>) {
    let changed = window_event_listener(leptos::ev::hashchange, move |_| match keep::from_address() {
        Some(Ok(said)) => {
            bad_link.set(false);
            store.meter.set(0);
            store.form.replace(said);
        }
        Some(Err(_)) => bad_link.set(true),
        None => {}
    });
    on_cleanup(move || changed.remove());
}
