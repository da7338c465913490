//! Examples of the switches.

use super::{LanguageSwitch, ThemeSwitch};
use crate::ui::{locale::Locale, theme::Theme};
use leptos::prelude::*;

/// The languages.
pub fn language() -> AnyView {
    let locale = Locale::current();
    view! { <LanguageSwitch on_choice=move |lang| locale.set(lang) /> }.into_any()
}

/// The themes.
pub fn theme() -> AnyView {
    let theme = RwSignal::new(Theme::Auto);
    view! { <ThemeSwitch theme=theme on_choice=move |choice| theme.set(choice) /> }.into_any()
}
