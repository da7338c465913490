//! The yearly bill before and after, line by line.

pub mod examples;

use super::{data_table::DataTable, locale::Locale};
use crate::model::report::{BillLine, DepositMonth};
use crate::ui::reactive::derive;
use crate::units::GrossPln;
use leptos::prelude::*;

/// Net and gross of every line, their sum, and what the prosumer deposit leaves to pay.
#[component]
pub fn BillTable(
    /// The lines.
    #[prop(into)]
    lines: Signal<Vec<BillLine>>,
    /// Their sum.
    #[prop(into)]
    total: Signal<Option<BillLine>>,
    /// The prosumer deposit over the year; nothing under net-metering.
    #[prop(into)]
    deposit: Signal<DepositMonth>,
    /// What is left to pay, before and after.
    #[prop(into)]
    paid: Signal<(GrossPln, GrossPln)>,
) -> impl IntoView {
    let locale = Locale::current();
    let columns = derive(move || {
        let words = &locale.text().money;
        [words.line, words.before_net, words.before_gross, words.after_net, words.after_gross]
            .map(str::to_owned)
            .to_vec()
    });
    let rows = derive(move || {
        let (lang, text) = (locale.lang(), locale.text());
        let row = |name: String, line: &BillLine| {
            let amounts = [line.before_net.0, line.before_gross.0, line.after_net.0, line.after_gross.0];
            [name].into_iter().chain(amounts.map(|amount| lang.pln_grosze(amount))).collect()
        };
        let mut rows: Vec<Vec<String>> = lines.get().iter().map(|line| row(text.term(&line.id), line)).collect();
        rows.extend(total.get().map(|total| row(text.money.total.to_owned(), &total)));
        let gross = |name: &str, before: Option<GrossPln>, after: GrossPln| {
            let before = before.map_or_else(String::new, |before| lang.pln_grosze(before.0));
            vec![name.to_owned(), String::new(), before, String::new(), lang.pln_grosze(after.0)]
        };
        let (deposit, (before, after)) = (deposit.get(), paid.get());
        if deposit != DepositMonth::default() {
            rows.push(gross(text.money.deposit_used, None, -deposit.used));
            rows.push(gross(text.money.deposit_refunded, None, -deposit.refunded));
        }
        rows.push(gross(text.money.paid, Some(before), after));
        rows
    });
    view! { <DataTable caption=locale.say(|text| text.money.bill_caption) columns=columns rows=rows total=true /> }
}
