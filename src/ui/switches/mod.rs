//! Language and appearance.

pub mod examples;

use super::{locale::Locale, theme::Theme};
use crate::text::Lang;
use leptos::prelude::*;

/// The languages, each by its own name; the current one is pressed.
#[component]
pub fn LanguageSwitch(
    /// Called with the language chosen.
    #[prop(into)]
    on_choice: Callback<Lang>,
) -> impl IntoView {
    let locale = Locale::current();
    let button = move |lang: Lang| {
        view! {
            <button type="button" class="switch__button" lang=lang.code()
                aria-pressed=move || (locale.lang() == lang).to_string() on:click=move |_| on_choice.run(lang)>
                {lang.name()}
            </button>
        }
    };
    view! {
        <div class="switch" role="group" aria-label=locale.say(|text| text.site.language)>
            {Lang::ALL.map(button).collect_view()}
        </div>
    }
}

/// Light, dark, or as the system says.
#[component]
pub fn ThemeSwitch(
    /// The theme that holds.
    #[prop(into)]
    theme: Signal<Theme>,
    /// Called with the theme chosen.
    #[prop(into)]
    on_choice: Callback<Theme>,
) -> impl IntoView {
    let locale = Locale::current();
    let button = move |choice: Theme| {
        let words = move || {
            let site = &locale.text().site;
            match choice {
                Theme::Auto => site.theme_auto,
                Theme::Light => site.theme_light,
                Theme::Dark => site.theme_dark,
            }
        };
        view! {
            <button type="button" class="switch__button" aria-pressed=move || (theme.get() == choice).to_string()
                on:click=move |_| on_choice.run(choice)>
                {words}
            </button>
        }
    };
    view! {
        <div class="switch" role="group" aria-label=locale.say(|text| text.site.theme)>
            {Theme::ALL.map(button).collect_view()}
        </div>
    }
}
