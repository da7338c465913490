//! Examples of the bill.

use super::BillTable;
use crate::model::report::{BillLine, DepositMonth};
use crate::units::{GrossPln, NetPln};
use leptos::prelude::*;

fn line(id: &'static str, before: f64, after: f64) -> BillLine {
    BillLine {
        id: id.into(),
        before_net: NetPln(before),
        before_gross: GrossPln(before * 1.23),
        after_net: NetPln(after),
        after_gross: GrossPln(after * 1.23),
    }
}

/// Two lines and their sum.
pub fn two_lines() -> AnyView {
    let lines = vec![line("energy", 1730.0, 640.0), line("network_variable", 1100.0, 420.0)];
    let deposit = DepositMonth { used: GrossPln(600.0), refunded: GrossPln(100.0), ..DepositMonth::default() };
    view! { <BillTable lines=lines total=Some(line("total", 2830.0, 1060.0))
    deposit=deposit paid=(GrossPln(3480.9), GrossPln(603.8)) /> }
    .into_any()
}
