//! Examples of the error summary.

use super::ErrorSummary;
use crate::error::{InputError, Problem};
use leptos::prelude::*;

/// Two errors.
pub fn two_errors() -> AnyView {
    let errors = vec![
        InputError {
            field: "planes.0.tilt_deg".to_owned(),
            problem: Problem::OutOfRange { value: 120.0, min: 0.0, max: 90.0 },
        },
        InputError { field: "pv_kwp".to_owned(), problem: Problem::RoofTooSmall { asked_kwp: 20.0, fits_kwp: 8.0 } },
    ];
    view! { <ErrorSummary errors=errors /> }.into_any()
}
