//! Examples of key numbers.

use super::Figure;
use leptos::prelude::*;

/// Two beside each other.
pub fn pair() -> AnyView {
    view! {
        <dl class="figures">
            <Figure label="Oszczędność w roku" value="2 340 zł" note="z VAT (brutto)" />
            <Figure label="Zwrot kosztu" value="9,8 roku" note="koszt po dotacji: 23 000 zł" />
        </dl>
    }
    .into_any()
}
