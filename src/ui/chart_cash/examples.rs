//! Examples of the cash chart.

use super::ChartCash;
use crate::units::GrossPln;
use leptos::prelude::*;

/// Twenty thousand at the start, two thousand in each of the years after.
pub fn ten_years_to_payback() -> AnyView {
    let flow: Vec<GrossPln> = (0..26).map(|year| GrossPln(if year == 0 { -20_000.0 } else { 2_000.0 })).collect();
    let sum: Vec<GrossPln> = (0..26).map(|year| GrossPln(-20_000.0 + 2_000.0 * f64::from(year))).collect();
    view! { <ChartCash flow=flow sum=sum /> }.into_any()
}
