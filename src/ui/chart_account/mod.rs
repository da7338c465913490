//! The account that export fills, month by month: the prosumer deposit in złoty, or net-metering in kWh.

pub mod examples;

use super::chart::Chart;
use super::{data_table::DataTable, locale::Locale};
use crate::model::report::{CreditMonth, DepositMonth};
use crate::text::lower_first;
use crate::text::{Lang, Text};
use crate::ui::reactive::derive;
use crate::view::{Bar, Hue, Line, Picture};
use leptos::prelude::*;

/// A settled year of the account.
#[derive(Clone, Debug, PartialEq)]
pub enum Account {
    /// The prosumer deposit of net-billing, with VAT.
    Deposit(Vec<DepositMonth>),
    /// The deposit of a tenant plant, with VAT: what is left is paid out, nothing is lost.
    PaidOut(Vec<DepositMonth>),
    /// The energy account of net-metering.
    Energy(Vec<CreditMonth>),
}

impl Default for Account {
    fn default() -> Self {
        Self::Deposit(Vec::new())
    }
}

/// One month of either account, in its unit.
#[derive(Clone, Copy, Default)]
struct Month {
    credited: f64,
    used: f64,
    refunded: f64,
    forfeited: f64,
    balance: f64,
}

impl Account {
    /// Its name.
    #[must_use]
    pub fn title(&self, text: &Text) -> &'static str {
        if self.is_money() { text.account.deposit_title } else { text.account.credit_title }
    }

    /// How to read it.
    #[must_use]
    pub fn lead(&self, text: &Text) -> &'static str {
        match self {
            Self::Deposit(_) => text.account.deposit_lead,
            Self::PaidOut(_) => text.account.tenant_lead,
            Self::Energy(_) => text.account.credit_lead,
        }
    }

    fn is_money(&self) -> bool {
        !matches!(self, Self::Energy(_))
    }

    fn months(&self) -> Vec<Month> {
        match self {
            Self::Deposit(months) | Self::PaidOut(months) => months
                .iter()
                .map(|month| Month {
                    credited: month.credited.0,
                    used: month.used.0,
                    refunded: month.refunded.0,
                    forfeited: month.forfeited.0,
                    balance: month.balance.0,
                })
                .collect(),
            Self::Energy(months) => months
                .iter()
                .map(|month| Month {
                    credited: month.credited.0,
                    used: month.settled.0,
                    refunded: 0.0,
                    forfeited: month.lapsed.0,
                    balance: month.stock.0,
                })
                .collect(),
        }
    }

    /// Colour, name and amount of what happens in a month, the balance last; net-metering knows no refund, a tenant plant
    /// no loss.
    fn entries(&self, lang: Lang, month: &Month) -> Vec<(Hue, &'static str, f64)> {
        let words = &lang.text().account;
        let missing = match self {
            Self::Deposit(_) => None,
            Self::PaidOut(_) => Some(Hue::Import),
            Self::Energy(_) => Some(Hue::Battery),
        };
        let entries = [
            (Hue::Export, words.credited, month.credited),
            (Hue::Direct, words.used, month.used),
            (Hue::Battery, if missing == Some(Hue::Import) { words.paid_out } else { words.refunded }, month.refunded),
            (Hue::Import, words.forfeited, month.forfeited),
            (Hue::Ink, words.balance, month.balance),
        ];
        entries.into_iter().filter(|(hue, _, _)| Some(*hue) != missing).collect()
    }

    fn amount(&self, lang: Lang, amount: f64) -> String {
        if self.is_money() { lang.pln(amount) } else { lang.kwh(amount) }
    }

    /// Unit of the table, with net or gross.
    fn unit(&self, lang: Lang) -> String {
        if self.is_money() { format!("zł {}", lang.text().answer.gross) } else { "kWh".to_owned() }
    }

    fn picture(&self, lang: Lang) -> Picture {
        let months = self.months();
        let bar = |month: &Month| Bar {
            up: vec![(Hue::Export, month.credited)],
            down: vec![(Hue::Direct, month.used), (Hue::Battery, month.refunded), (Hue::Import, month.forfeited)],
        };
        Picture {
            bars: months.iter().map(bar).collect(),
            lines: vec![Line { hue: Hue::Ink, heights: months.iter().map(|month| month.balance).collect() }],
            names: lang.text().charts.months_short.map(str::to_owned).to_vec(),
            unit: if self.is_money() { "zł".into() } else { "kWh".into() },
            amounts_below: true,
        }
    }

    fn summary(&self, lang: Lang) -> String {
        let (months, words) = (self.months(), &lang.text().account);
        let year = year(&months);
        let [credited, used, refunded, forfeited] =
            [year.credited, year.used, year.refunded, year.forfeited].map(|amount| self.amount(lang, amount));
        let flows = match self {
            Self::Deposit(_) => (words.deposit_summary)(&credited, &used, &refunded, &forfeited),
            Self::PaidOut(_) => (words.tenant_summary)(&credited, &used, &refunded),
            Self::Energy(_) => (words.credit_summary)(&credited, &used, &forfeited),
        };
        let fullest = months.iter().enumerate().max_by(|(_, a), (_, b)| a.balance.total_cmp(&b.balance));
        let fullest = fullest.and_then(|(index, month)| {
            let name = lang.text().charts.months.get(index)?;
            Some((words.fullest)(&format!("{name} ({})", self.amount(lang, month.balance))))
        });
        [Some(flows), fullest].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn rows(&self, lang: Lang) -> Vec<Vec<String>> {
        let decimals = if self.is_money() { 2 } else { 0 };
        let row = |name: &str, month: &Month| {
            let amounts = self.entries(lang, month).into_iter().map(|(_, _, amount)| lang.number(amount, decimals));
            [name.to_owned()].into_iter().chain(amounts).collect()
        };
        let months = self.months();
        let names = lang.text().charts.months.into_iter();
        let mut rows: Vec<Vec<String>> = names.zip(&months).map(|(name, month)| row(name, month)).collect();
        rows.push(row(lang.text().account.at_the_end, &year(&months)));
        rows
    }
}

/// Sums of the months, with the balance of the last.
fn year(months: &[Month]) -> Month {
    months.iter().fold(Month::default(), |sum, month| Month {
        credited: sum.credited + month.credited,
        used: sum.used + month.used,
        refunded: sum.refunded + month.refunded,
        forfeited: sum.forfeited + month.forfeited,
        balance: month.balance,
    })
}

/// What comes in above the axis, what goes out below, the balance as a line.
#[component]
pub fn ChartAccount(
    /// The account.
    #[prop(into)]
    account: Signal<Account>,
    /// Beginning of the identifiers.
    #[prop(default = "chart.account")]
    id: &'static str,
) -> impl IntoView {
    let locale = Locale::current();
    let columns = derive(move || locale.text().charts.months.map(str::to_owned).to_vec());
    let legend = derive(move || {
        let entries = account.with(|account| account.entries(locale.lang(), &Month::default()));
        entries.into_iter().map(|(hue, name, _)| (hue, name.to_owned())).collect::<Vec<_>>()
    });
    let read = move |column: usize| {
        let lang = locale.lang();
        account.with(|account| {
            let month = account.months().get(column).copied().unwrap_or_default();
            let name = lang.text().charts.months.get(column).copied().unwrap_or_default();
            let unit = account.unit(lang);
            let parts: Vec<String> = account
                .entries(lang, &month)
                .into_iter()
                .map(|(_, name, amount)| format!("{} {}", lower_first(name), lang.unit(lang.number(amount, 0), &unit)))
                .collect();
            format!("{name}: {}.", parts.join(", "))
        })
    };
    let headings = derive(move || {
        let lang = locale.lang();
        account.with(|account| {
            let unit = account.unit(lang);
            let named = account.entries(lang, &Month::default());
            let named = named.into_iter().map(|(_, name, _)| format!("{name} ({unit})"));
            [lang.text().charts.month.to_owned()].into_iter().chain(named).collect::<Vec<_>>()
        })
    });
    let title = derive(move || account.with(|account| account.title(locale.text())).to_owned());
    let draw = move |surface: &_| account.with(|account| account.picture(locale.lang())).draw(surface, locale.lang());
    view! {
        <Chart id=id title=title columns=columns legend=legend draw=Box::new(draw) read=Box::new(read)
            summary=derive(move || account.with(|account| account.summary(locale.lang())))>
            <DataTable caption=title columns=headings total=true
                rows=derive(move || account.with(|account| account.rows(locale.lang()))) />
        </Chart>
    }
}
