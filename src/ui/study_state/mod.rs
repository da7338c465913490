//! How far a study is: nothing while its answer stands, a bar while it is worked on, words where it cannot be had.

pub mod examples;

use super::locale::Locale;
use super::studies::Stage;
use leptos::prelude::*;

/// A bar with words; short work shows none of it.
#[component]
pub fn StudyState(
    /// How far it is.
    #[prop(into)]
    stage: Signal<Stage>,
    /// Changes are not read aloud: it follows every change of the page by itself.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let locale = Locale::current();
    let words = move || match stage.get() {
        Stage::Idle => "",
        Stage::Working(_) => locale.text().notices.waiting,
        Stage::Failed => locale.text().notices.no_study,
    };
    let share = move || if let Stage::Working(share) = stage.get() { Some(share) } else { None };
    view! {
        <div class="study" class:study--works=move || share().is_some()>
            <div role=(!quiet).then_some("status") class:field__error=move || stage.get() == Stage::Failed>{words}</div>
            {move || share().is_some().then(|| view! {
                <progress class="study__bar" max="1" aria-label=locale.say(|text| text.notices.waiting)
                    prop:value=move || share().unwrap_or(1.0)></progress>
            })}
        </div>
    }
}
