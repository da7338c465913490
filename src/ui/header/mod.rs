//! The head of every page: name, doors, switches.

pub mod examples;

use super::locale::Locale;
use super::storage;
use super::switches::{LanguageSwitch, ThemeSwitch};
use super::theme::Theme;
use crate::text::Lang;
use leptos::prelude::*;

/// The doors of the site, by their addresses beside one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Homes.
    Home,
    /// Firms.
    Firm,
}

/// Name, doors and switches; the switches keep what was chosen.
#[component]
pub fn Header(
    /// The door of this page.
    door: Door,
    /// The appearance.
    theme: RwSignal<Theme>,
) -> impl IntoView {
    let locale = Locale::current();
    let set_lang = move |lang: Lang| {
        locale.set(lang);
        storage::keep_lang(lang);
    };
    let set_theme = move |choice: Theme| {
        theme.set(choice);
        storage::keep_theme(choice);
    };
    let link = move |to: Door, address: &'static str, words: Signal<String>| {
        let current = (to == door).then_some("page");
        view! { <li><a class="doors__door" href=address aria-current=current>{words}</a></li> }
    };
    view! {
        <header class="header">
            <p class="header__brand">"Autonomia"</p>
            <nav class="doors" aria-label=locale.say(|text| text.site.doors)>
                <ul class="doors__list">
                    {link(Door::Home, "./", locale.say(|text| text.site.door_home))}
                    {link(Door::Firm, "./firma.html", locale.say(|text| text.site.door_firm))}
                </ul>
            </nav>
            <div class="header__switches">
                <LanguageSwitch on_choice=set_lang />
                <ThemeSwitch theme=theme on_choice=set_theme />
            </div>
        </header>
    }
}
