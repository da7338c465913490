//! Messages that are not about one field, and the last word of a program that has stopped.

pub mod examples;

use super::locale::Locale;
use crate::text::Lang;
use leptos::prelude::*;
use web_sys::{Document, Element};

/// A message at the top, which may be closed.
#[component]
pub fn Notice(
    /// The message; nothing is shown without one.
    #[prop(into)]
    message: Signal<Option<String>>,
    /// Called when it is closed.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let locale = Locale::current();
    view! {
        <div role="status">
            {move || message.get().map(|message| view! {
                <div class="notice">
                    <p class="notice__text">{message}</p>
                    <button type="button" class="button button--quiet" on:click=move |_| on_close.run(())>
                        {locale.say(|text| text.notices.close)}
                    </button>
                </div>
            })}
        </div>
    }
}

/// What is shown when the program has stopped, in every language, with a way back: a plain link to the page without
/// the data. Made of bare elements, because the reactive system may be part of what broke.
#[must_use]
pub fn stopped(document: &Document, cause: &str) -> Option<Element> {
    let element = |name: &str, class: &str, text: &str| -> Option<Element> {
        let element = document.create_element(name).ok()?;
        element.set_class_name(class);
        element.set_text_content(Some(text));
        Some(element)
    };
    let notice = element("div", "failure", "")?;
    notice.set_attribute("role", "alert").ok()?;
    for lang in Lang::ALL {
        let words = &lang.text().notices;
        let part = element("div", "", "")?;
        part.set_attribute("lang", lang.code()).ok()?;
        part.append_child(&*element("p", "failure__title", words.stopped)?).ok()?;
        part.append_child(&*element("p", "", words.stopped_advice)?).ok()?;
        let back = element("a", "button", words.reload_defaults)?;
        back.set_attribute("href", "?").ok()?;
        part.append_child(&back).ok()?;
        notice.append_child(&part).ok()?;
    }
    notice.append_child(&*element("p", "failure__cause", cause)?).ok()?;
    Some(notice)
}
