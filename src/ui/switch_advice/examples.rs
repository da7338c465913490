//! Examples of the advice.

use super::SwitchAdvice;
use crate::model::inputs::SettlementScheme;
use crate::model::switch::{self, SchemeCost};
use crate::units::GrossPln;
use leptos::prelude::*;

fn cost(scheme: SettlementScheme, low: f64, middle: f64, high: f64) -> SchemeCost {
    SchemeCost { scheme, yearly_cost: GrossPln(middle), low: GrossPln(low), high: GrossPln(high) }
}

/// Net-metering is far cheaper at every price.
pub fn stay() -> AnyView {
    let advice = switch::SwitchAdvice {
        schemes: vec![
            cost(SettlementScheme::NetMetering, 600.0, 600.0, 600.0),
            cost(SettlementScheme::NetBillingRcem, 1400.0, 1400.0, 1400.0),
            cost(SettlementScheme::NetBillingRce, 1300.0, 1500.0, 1700.0),
        ],
        best: SettlementScheme::NetMetering,
        gain: GrossPln(0.0),
        sure: true,
    };
    view! { <SwitchAdvice advice=Some(advice) /> }.into_any()
}

/// A change that pays at most prices, but not at all of them.
pub fn change() -> AnyView {
    let advice = switch::SwitchAdvice {
        schemes: vec![
            cost(SettlementScheme::NetBillingRcem, 1400.0, 1400.0, 1400.0),
            cost(SettlementScheme::NetBillingRce, 1200.0, 1350.0, 1500.0),
        ],
        best: SettlementScheme::NetBillingRce,
        gain: GrossPln(50.0),
        sure: false,
    };
    view! { <SwitchAdvice advice=Some(advice) /> }.into_any()
}
