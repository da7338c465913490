//! Examples of the account.

use super::{Account, ChartAccount};
use crate::model::report::{CreditMonth, DepositMonth};
use crate::units::{GrossPln, Kwh};
use leptos::prelude::*;

/// A deposit that grows by a hundred a month until June and shrinks by a hundred afterwards.
pub fn deposit() -> AnyView {
    let month = |index: u8| {
        let rising = index < 6;
        let balance = if rising { 100.0 * f64::from(index + 1) } else { 100.0 * f64::from(11 - index) };
        DepositMonth {
            credited: GrossPln(if rising { 150.0 } else { 50.0 }),
            used: GrossPln(if rising { 50.0 } else { 120.0 }),
            refunded: GrossPln(if rising { 0.0 } else { 10.0 }),
            forfeited: GrossPln(if rising { 0.0 } else { 20.0 }),
            balance: GrossPln(balance),
        }
    };
    let account = Account::Deposit((0..12).map(month).collect());
    view! { <ChartAccount account=account /> }.into_any()
}

/// A tenant plant settled every two months.
pub fn paid_out() -> AnyView {
    let month = |index: u8| {
        let pays = index % 2 == 1;
        DepositMonth {
            credited: GrossPln(100.0),
            used: GrossPln(40.0),
            refunded: GrossPln(if pays { 120.0 } else { 0.0 }),
            balance: GrossPln(if pays { 0.0 } else { 60.0 }),
            ..DepositMonth::default()
        }
    };
    let account = Account::PaidOut((0..12).map(month).collect());
    view! { <ChartAccount account=account id="example.paid" /> }.into_any()
}

/// The same shape in kWh, where nothing is paid out.
pub fn energy() -> AnyView {
    let month = |index: u8| {
        let rising = index < 6;
        let stock = if rising { 80.0 * f64::from(index + 1) } else { 80.0 * f64::from(11 - index) };
        CreditMonth {
            credited: Kwh(if rising { 100.0 } else { 20.0 }),
            settled: Kwh(if rising { 20.0 } else { 95.0 }),
            lapsed: Kwh(if rising { 0.0 } else { 5.0 }),
            stock: Kwh(stock),
        }
    };
    let account = Account::Energy((0..12).map(month).collect());
    view! { <ChartAccount account=account id="example.energy" /> }.into_any()
}
