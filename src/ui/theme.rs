//! Light and dark, and the colours of the style sheet for what is drawn on canvas.
//!
//! Colours are written once, in `style/tokens.css`; charts read them from the page.

use super::dom;
use crate::ui::reactive::effect;
use crate::view::Hue;
use leptos::prelude::*;
use plotters::style::RGBColor;
use wasm_bindgen::{JsCast, closure::Closure};

/// The appearance a person has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every choice, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Name in the `data-theme` attribute and in storage.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }

    /// Puts the theme on the document.
    pub fn apply(self) {
        if let Some(root) = dom::root() {
            // A document that refuses an attribute keeps its look.
            let _ = root.set_attribute("data-theme", self.code());
        }
    }
}

impl Hue {
    fn property(self) -> &'static str {
        match self {
            Self::Ink => "--ink",
            Self::Muted => "--muted",
            Self::Line => "--line",
            Self::Accent => "--accent",
            Self::Sun => "--energy-sun",
            Self::Direct => "--energy-direct",
            Self::Battery => "--energy-battery",
            Self::Import => "--energy-import",
            Self::Export => "--energy-export",
        }
    }

    /// Name in class names: `swatch--sun`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.property().trim_start_matches("--").trim_start_matches("energy-")
    }

    /// The colour as the page shows it now.
    #[must_use]
    pub fn color(self) -> RGBColor {
        color(self.property())
    }
}

/// The colour that a property of the style sheet has now; mid grey where the sheet does not say.
#[must_use]
pub fn color(property: &str) -> RGBColor {
    let style = web_sys::window().zip(dom::root()).and_then(|(window, root)| window.get_computed_style(&root).ok()?);
    let value = style.and_then(|style| style.get_property_value(property).ok());
    value.as_deref().and_then(hex).unwrap_or(RGBColor(128, 128, 128))
}

/// `#rrggbb` as a colour.
fn hex(text: &str) -> Option<RGBColor> {
    let digits = text.trim().strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |range| digits.get(range).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    Some(RGBColor(part(0..2)?, part(2..4)?, part(4..6)?))
}

/// Changes whenever colours may have changed: drawings that read it are drawn again.
#[derive(Clone, Copy, Debug)]
pub struct Repaint {
    count: RwSignal<u32>,
    on_paper: RwSignal<bool>,
}

impl Repaint {
    /// Provides the signal and follows the system's colour scheme. Paper is light: printing is drawn so.
    pub fn provide(theme: Signal<Theme>) -> Self {
        let repaint = Self { count: RwSignal::new(0), on_paper: RwSignal::new(false) };
        provide_context(repaint);
        effect(move || {
            theme.get().apply();
            repaint.again();
        });
        let print = window_event_listener(leptos::ev::Custom::<leptos::ev::Event>::new("beforeprint"), move |_| {
            Theme::Light.apply();
            repaint.on_paper.set(true);
            repaint.again();
        });
        let printed = window_event_listener(leptos::ev::Custom::<leptos::ev::Event>::new("afterprint"), move |_| {
            theme.get_untracked().apply();
            repaint.on_paper.set(false);
            repaint.again();
        });
        on_cleanup(move || {
            print.remove();
            printed.remove();
        });
        let query = web_sys::window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?);
        if let Some(query) = query {
            let changed = Closure::<dyn FnMut()>::new(move || repaint.again());
            query.set_onchange(Some(changed.as_ref().unchecked_ref()));
            // The page follows the system as long as it lives.
            changed.forget();
        }
        repaint
    }

    fn again(self) {
        self.count.update(|count| *count += 1);
    }

    /// How many changes of colour there were.
    #[must_use]
    pub fn count() -> u32 {
        use_context().map_or(0, |repaint: Self| repaint.count.get())
    }

    /// Whether the page is being printed, where closed parts are open too.
    #[must_use]
    pub fn on_paper() -> Signal<bool> {
        use_context().map_or_else(|| Signal::stored(false), |repaint: Self| repaint.on_paper.into())
    }
}
