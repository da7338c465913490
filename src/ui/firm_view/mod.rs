//! A firm's whole result: the answer, its numerals, the sections behind it, and the pages for a bank.

pub mod examples;

use super::disclosure::Shown;
use super::erased::dynamic;
use super::locale::Locale;
use super::reactive::{derive, memo};
use super::section::{SectionView, careful, numerals};
use super::studies::Stage;
use super::study_state::StudyState;
use crate::text::firm;
use crate::view::firm::{FirmTake, FirmView, Section};
use leptos::{context::Provider, prelude::*};

/// The answer, the details and the bank's pages, one after another: three blocks of the page.
///
/// The bank's pages are seen on paper alone, and there alone, while the document element has the class `for-bank`.
#[component]
pub fn FirmResult(
    /// What was found.
    #[prop(into)]
    view: Signal<FirmView>,
    /// Called with the design that a person takes over.
    #[prop(into)]
    on_take: Callback<FirmTake>,
    /// Called with the meter whose hours are to be saved.
    #[prop(into)]
    on_hours: Callback<usize>,
    /// How far the work is, 0 to 1; none while the result stands.
    #[prop(into)]
    working: Signal<Option<f64>>,
    /// What stands between the answer and the details.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let locale = Locale::current();
    let headline = memo(move || view.with(|view| view.headline.clone()));
    let lead =
        move || headline.with(|said| said.first().cloned().unwrap_or_else(|| locale.text().notices.waiting.to_owned()));
    let rest = move || {
        let rest = headline.with(|said| said.iter().skip(1).cloned().collect::<Vec<_>>());
        rest.into_iter().map(|words| view! { <p>{words}</p> }).collect_view().into_any()
    };
    let stage = derive(move || working.get().map_or(Stage::Idle, Stage::Working));
    let figures = derive(move || view.with(|view| view.numerals.clone()));
    let warnings = derive(move || view.with(|view| view.warnings.clone()));
    let no_hours = Callback::new(|_| ());
    let no_take = Callback::new(|_| ());
    view! {
        <section class="answer" id="answer" tabindex="-1" aria-labelledby="answer.title"
            data-figures=derive(move || view.with(|view| view.plain.clone()))>
            <h2 id="answer.title">{derive(move || firm::title(locale.lang()).to_owned())}</h2>
            <div role="status">
                <p class="answer__headline">{derive(lead)}</p>
                {dynamic(rest)}
            </div>
            <StudyState stage=stage />
            <h3 class="visually-hidden">{locale.say(|text| text.answer.figures)}</h3>
            {numerals(figures)}
        </section>
        {children.map(|children| children())}
        <div class="details">
            {careful(warnings)}
            {sections(view, |view| &view.sections, on_take, on_hours)}
        </div>
        <div class="bank">
            <Provider value=Shown::on_paper_alone()>
                {sections(view, |view| &view.bank, no_take, no_hours)}
            </Provider>
        </div>
    }
}

/// Sections keyed by their identifier, so that what is open stays open and what is drawn is drawn anew in its place.
fn sections(
    view: Signal<FirmView>,
    part: fn(&FirmView) -> &Vec<Section>,
    on_take: Callback<FirmTake>,
    on_hours: Callback<usize>,
) -> AnyView {
    let keys = memo(move || {
        let key = |section: &Section| (section.id.clone(), section.folded);
        view.with(|view| part(view).iter().map(key).collect::<Vec<_>>())
    });
    let make = move |(id, _): (String, bool)| {
        let section = memo(move || {
            let found = view.with(|view| part(view).iter().find(|section| section.id == id).cloned());
            found.unwrap_or_default()
        });
        view! { <SectionView section=section.into() on_take=on_take on_hours=on_hours /> }
    };
    view! { <For each=move || keys.get() key=Clone::clone children=make /> }.into_any()
}
