//! A number a person types, or drags where it has a slider.

pub mod examples;

use super::locale::Locale;
use crate::decimal;
use crate::ui::reactive::{derive, effect, memo};
use crate::ui::turns::{self, Turn};
use crate::{error::Problem, model::inputs::Field};
use leptos::prelude::*;

/// What now stands in the field.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A number within the limits.
    Number(f64),
    /// Nothing, where that is allowed.
    Empty,
    /// Text that is no number, or a number outside the limits.
    Wrong(Problem),
}

/// Label, hint, error, text field with its unit and, where `slider` gives its ends, a slider beside it.
///
/// Text that cannot be accepted stays as it was typed; nothing is corrected in silence.
#[component]
pub fn NumberField(
    /// Identifier of the field in the document and in errors.
    #[prop(into)]
    id: String,
    /// Its declaration.
    field: Field,
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// Its explanation.
    #[prop(into)]
    hint: Signal<String>,
    /// The number that holds; none where the field may be empty and is.
    #[prop(into)]
    value: Signal<Option<f64>>,
    /// What is wrong with it.
    #[prop(into)]
    problem: Signal<Option<Problem>>,
    /// Called with everything that is typed, and with what is dragged whenever it is its turn and at the end.
    #[prop(into)]
    on_entry: Callback<Entry>,
    /// Changes whenever the text must follow the value again, as after an undo.
    #[prop(optional, into)]
    revision: Signal<u32>,
    /// Ends of the slider.
    #[prop(optional)]
    slider: Option<(f64, f64)>,
    /// The field may be empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let locale = Locale::current();
    // Of all that changes on the page, little is about this field.
    let value: Signal<Option<f64>> = memo(move || value.get()).into();
    let shown = move |value: Option<f64>| value.map_or_else(String::new, |value| locale.lang().editable(value));
    let text = RwSignal::new(untrack(|| shown(value.get())));
    let seen = StoredValue::new(untrack(|| (revision.get(), locale.lang())));
    effect(move || {
        let (value, now) = (value.get(), (revision.get(), locale.lang()));
        let forced = seen.get_value() != now;
        seen.set_value(now);
        let typed = text.get_untracked();
        let stands = locale.lang().parse(&typed) == value || (optional && typed.trim().is_empty());
        if forced || (!stands && problem.get_untracked().is_none()) {
            text.set(shown(value));
        }
    });
    let read = move |typed: &str| match locale.lang().parse(typed) {
        None if optional && typed.trim().is_empty() => Entry::Empty,
        Some(number) => field.check(number).map_or_else(Entry::Wrong, Entry::Number),
        None => Entry::Wrong(Problem::OutOfRange { value: f64::NAN, min: field.min, max: field.max }),
    };
    let typed = move |event| {
        let now = event_target_value(&event);
        text.set(now.clone());
        on_entry.run(read(&now));
    };
    let (hint_id, error_id, unit_id) = (format!("{id}.hint"), format!("{id}.error"), format!("{id}.unit"));
    let described = format!("{error_id} {hint_id} {unit_id}");
    let message = move || problem.get().map(|problem| locale.lang().problem_in(field.unit, &problem));
    let slider = slider.map(|ends| {
        let turn = Turn::another();
        // Text and slider follow the hand at once; what follows from the number takes its turn.
        let set = move |number: f64| {
            text.set(shown(Some(number)));
            turn.follow(move || {
                // A field that has left the page has nothing more to say.
                on_entry.try_run(Entry::Number(number));
            });
        };
        let at = derive(move || locale.lang().parse(&text.get()).or_else(|| value.get()));
        view! { <Slider field=field ends=ends label=label value=value at=at on_number=Callback::new(set) /> }
    });
    view! {
        <div class="field" class:field--wrong=move || problem.get().is_some()>
            <label class="field__label" for=id.clone()>{move || label.get()}</label>
            <p class="field__hint" id=hint_id hidden=move || hint.get().is_empty()>{move || hint.get()}</p>
            <p class="field__error" id=error_id>
                {move || message().map(|message| view! {
                    <span class="visually-hidden">{locale.say(|text| text.problems.prefix)}</span>{message}
                })}
            </p>
            <div class="field__entry">
                <input class="field__input" type="text" inputmode="decimal" autocomplete="off" id=id
                    aria-describedby=described aria-invalid=move || problem.get().is_some().to_string()
                    prop:value=move || text.get() on:input=typed />
                <span class="field__unit" id=unit_id>{field.unit}</span>
                {slider}
            </div>
        </div>
    }
}

/// The slider beside a text field: the quick way for the usual numbers, never the only way.
#[component]
fn Slider(
    field: Field,
    ends: (f64, f64),
    label: Signal<String>,
    value: Signal<Option<f64>>,
    at: Signal<Option<f64>>,
    on_number: Callback<f64>,
) -> impl IntoView {
    let locale = Locale::current();
    let name = move || (locale.text().form.slider)(&label.get());
    let spoken = move || {
        let lang = locale.lang();
        at.get().map(|value| lang.unit(lang.amount(value), field.unit))
    };
    let dragged = move |event| {
        if let Some(number) = decimal::parse(&event_target_value(&event)) {
            on_number.run(number);
        }
    };
    view! {
        <input class="field__slider" type="range" min=ends.0 max=ends.1 step=field.step
            aria-label=name aria-valuetext=spoken
            prop:value=move || value.get().unwrap_or(field.default).to_string() on:input=dragged
            on:change=move |_| turns::settle() />
    }
}
