//! Examples of the tariff table.

use super::TariffTable;
use crate::model::tariffs::{TariffGap, TariffRank, Tariffs};
use crate::rules::{rate::Component, tariff::Missing};
use crate::units::GrossPln;
use leptos::prelude::*;

fn rank(group: &str, before: f64, after: f64, current: bool) -> TariffRank {
    TariffRank {
        group: group.to_owned(),
        dynamic: false,
        current,
        before: GrossPln(before),
        after: GrossPln(after),
        saving: GrossPln(before - after),
        cheaper_by: GrossPln(2000.0 - after),
        weak_source: group == "G12n",
    }
}

/// Three groups that are known and one that is not.
pub fn three_groups() -> AnyView {
    let lacking = |zone: &str| Missing::Rate(Component::Energy, Some(zone.to_owned()));
    let tariffs = Tariffs {
        ranked: vec![
            rank("G12w", 4100.0, 1800.0, false),
            rank("G11", 4000.0, 2000.0, true),
            rank("G12n", 4300.0, 2100.0, false),
        ],
        other_way: Some(TariffRank { dynamic: true, ..rank("G12w", 4700.0, 2300.0, false) }),
        cheapest_before: Some("G11".to_owned()),
        not_offered: vec![TariffGap { group: "G12e".to_owned(), missing: vec![lacking("day"), lacking("night")] }],
    };
    view! { <TariffTable tariffs=Some(tariffs) /> }.into_any()
}
