//! The page of the door "Dom".

mod answer;
mod contract_fields;
mod contract_parts;
mod control_part;
mod details;
mod device_fields;
mod energy_fields;
mod file_fields;
mod form;
mod heat_fields;
mod heat_parts;
mod money_fields;
mod phase_part;
mod range_part;
mod roof_fields;
mod search_part;
mod size_fields;
mod support_fields;
mod tools;

use super::header::{Door, Header};
use super::locale::Locale;
use super::notice::Notice;
use super::state::Store;
use super::{dom, storage, theme};
use crate::link::Said;
use crate::study::Ask;
use crate::ui::reactive::{derive, effect};
use leptos::prelude::*;
use theme::Repaint;

/// Header, answer, form, details and footer.
#[component]
pub fn Page() -> impl IntoView {
    let locale = Locale::provide(storage::lang().unwrap_or_default());
    let theme = RwSignal::new(storage::theme().unwrap_or_default());
    Repaint::provide(theme.into());
    let (said, bad_link) = said_at_start();
    let store = Store::new(said);
    let bad_link = RwSignal::new(bad_link);
    let wanted = search_part::Wanted::new();
    let buys = store.said.part(|said| said.scenario.scheme.takes_new_plants());
    let search = store.study(move || (store.settled.get() && buys.get()).then(|| wanted.ask()));
    let bands = store.study(move || store.settled.get().then_some(Ask::Bands));
    speak(locale);
    follow_address(store, bad_link);
    tools::follow_keys(store);
    let message = derive(move || {
        let notices = &locale.text().notices;
        if !store.broken.with(Vec::is_empty) {
            Some(notices.data.to_owned())
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
        <Header door=Door::Home theme=theme />
        <main id="main" class="page">
            <div class="page__intro">
                <Notice message=message on_close=move |()| bad_link.set(false) />
                <h1>{locale.say(|text| text.site.title)}</h1>
                <p class="lead">{locale.say(|text| text.site.lead)}</p>
            </div>
            <answer::Answer store=store bands=bands />
            <form::HomeForm store=store />
            <details::Details store=store>
                <search_part::SearchPart store=store wanted=wanted search=search />
                <range_part::RangePart store=store bands=bands />
            </details::Details>
        </main>
        <footer class="footer">
            <p>{locale.say(|text| text.site.footer_privacy)}</p>
            <p>{locale.say(|text| text.site.footer_estimate)}</p>
            <p><a href="./osadz.html">{locale.say(|text| text.site.embed)}</a></p>
        </footer>
    }
}

/// From the address, else from last time, else nothing; and whether the address could not be read.
fn said_at_start() -> (Option<Said>, bool) {
    // The address of the last visit lacks the hours of files, which storage has.
    let last = storage::last_said();
    match storage::from_address() {
        Some(Ok(said)) => (Some(last.unwrap_or(said)), false),
        Some(Err(_)) => (None, true),
        None => (last, false),
    }
}

/// Keeps the language and the title of the document at those of the page.
fn speak(locale: Locale) {
    effect(move || {
        if let Some(root) = dom::root() {
            // A document that refuses an attribute stays readable.
            let _ = root.set_attribute("lang", locale.lang().code());
        }
        document().set_title(&format!("{} · Autonomia", locale.text().site.title));
    });
}

/// A link opened in the same tab is taken in as one step that can be undone.
fn follow_address(store: Store, bad_link: RwSignal<bool>) {
    let changed = window_event_listener(leptos::ev::hashchange, move |_| match storage::from_address() {
        Some(Ok(said)) => {
            bad_link.set(false);
            store.replace(said);
        }
        Some(Err(_)) => bad_link.set(true),
        None => {}
    });
    on_cleanup(move || changed.remove());
}
