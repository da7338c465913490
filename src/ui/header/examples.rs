//! Examples of the head of a page.

use super::{Door, Header};
use crate::ui::theme::Theme;
use leptos::prelude::*;

/// The head of the page for firms.
pub fn firm() -> AnyView {
    view! { <Header door=Door::Firm theme=RwSignal::new(Theme::default()) /> }.into_any()
}
