//! Prices, funding, tax and outlook.

use super::fields::{Choice, Number, say};
use super::state::FirmStore;
use crate::firm::FirmSaid;
use crate::model::inputs::Field;
use crate::model::inputs::firm::finance as f;
use crate::model::inputs::firm::finance::{FirmMoney, Funding, Repayment, TaxForm, WriteOff};
use crate::ui::erased::dynamic;
use crate::ui::locale::Locale;
use crate::ui::reactive::memo;
use leptos::prelude::*;

const TAXES: [Option<TaxForm>; 5] =
    [Some(TaxForm::Cit), Some(TaxForm::CitSmall), Some(TaxForm::PitLinear), Some(TaxForm::PitScale), None];
const REPAYMENTS: [Repayment; 2] = [Repayment::EqualInstalments, Repayment::EqualPrincipal];
const WRITE_OFFS: [WriteOff; 2] = [WriteOff::StraightLine, WriteOff::OneOff];

/// The form of the income tax.
#[component]
pub fn TaxField(store: FirmStore) -> impl IntoView {
    Choice::of_firm(
        "money.tax",
        |words| &words.tax_forms,
        |said| TAXES.iter().position(|tax| *tax == said.scenario.money.tax).unwrap_or(0),
        |said, place| said.scenario.money.tax = TAXES.get(place).copied().flatten(),
    )
    .list(store)
}

/// A number of the money that may be left to the tables.
type Open = (Field, fn(&FirmSaid) -> Option<f64>, fn(&mut FirmSaid, Option<f64>));

/// Declares a number of [`FirmMoney`] that may be left to the tables.
macro_rules! open {
    ($field:expr, $name:ident) => {
        ($field, |said| said.scenario.money.$name, |said, value| said.scenario.money.$name = value)
    };
}

const PRICES: [Open; 2] = [open!(f::FIRM_PV_PLN, pv_net_pln), open!(f::FIRM_BATTERY_PLN, battery_net_pln)];
const TAX: [Open; 3] = [
    open!(f::OTHER_INCOME_PLN, other_income_pln),
    open!(f::DEPRECIATION_PERCENT, depreciation_percent),
    open!(f::ONE_OFF_PLN, one_off_pln),
];
const OUTLOOK: [Open; 6] = [
    open!(f::FIRM_DISCOUNT_PERCENT, discount_percent),
    open!(f::INFLATION_PERCENT, inflation_percent),
    open!(f::REINVESTMENT_PERCENT, reinvestment_percent),
    open!(f::FIRM_ENERGY_GROWTH, energy_growth_percent),
    open!(f::FIRM_EXPORT_GROWTH, export_growth_percent),
    open!(f::RESIDUAL_PERCENT, residual_percent),
];

fn all(store: FirmStore, fields: &[Open]) -> Vec<AnyView> {
    fields.iter().map(|(field, get, put)| Number::optional(*field, *get, *put).view(store)).collect()
}

/// Everything about money but the form of tax.
#[component]
pub fn MoneyFields(store: FirmStore) -> impl IntoView {
    let locale = Locale::current();
    let funding = memo(move || store.form.said.with(|said| place(&said.scenario.money)));
    let choice = Choice::of_firm(
        "money.funding",
        |words| &words.fundings,
        |said| place(&said.scenario.money),
        |said, place| {
            said.scenario.money.funding = match place {
                1 => Funding::loan(),
                2 => Funding::lease(),
                _ => Funding::Own,
            };
        },
    );
    let write_off = Choice::of_firm(
        "money.write_off",
        |words| &words.write_offs,
        |said| WRITE_OFFS.iter().position(|known| *known == said.scenario.money.write_off).unwrap_or(0),
        |said, place| said.scenario.money.write_off = WRITE_OFFS.get(place).copied().unwrap_or_default(),
    );
    let grant = Number::told(
        f::FIRM_GRANT_PLN,
        |said| Some(said.scenario.money.grant_pln),
        |said, pln| said.scenario.money.grant_pln = pln,
    );
    view! {
        <p class="field__hint firm-hint">{say(locale, |words| words.empty_is_table)}</p>
        {all(store, &PRICES)}
        {grant.view(store)}
        <h4>{say(locale, |words| words.funding)}</h4>
        {choice.radios(store)}
        {dynamic(move || match funding.get() {
            1 => loan(store),
            2 => lease(store),
            _ => ().into_any(),
        })}
        <h4>{say(locale, |words| words.tax)}</h4>
        {write_off.radios(store)}
        {all(store, &TAX)}
        <h4>{say(locale, |words| words.outlook)}</h4>
        {all(store, &OUTLOOK)}
    }
}

fn place(money: &FirmMoney) -> usize {
    match money.funding {
        Funding::Own => 0,
        Funding::Loan { .. } => 1,
        Funding::Lease { .. } => 2,
    }
}

/// Reads and writes one number of a kind of funding.
macro_rules! part {
    ($field:expr, $kind:ident, $name:ident) => {
        Number::told(
            $field,
            |said| if let Funding::$kind { $name, .. } = said.scenario.money.funding { Some($name) } else { None },
            |said, value| {
                if let Funding::$kind { $name, .. } = &mut said.scenario.money.funding {
                    *$name = value;
                }
            },
        )
    };
}

fn loan(store: FirmStore) -> AnyView {
    let repayment = Choice::of_firm(
        "money.funding.repayment",
        |words| &words.repayments,
        |said| match said.scenario.money.funding {
            Funding::Loan { repayment, .. } => REPAYMENTS.iter().position(|known| *known == repayment).unwrap_or(0),
            _ => 0,
        },
        |said, place| {
            if let (Funding::Loan { repayment, .. }, Some(chosen)) =
                (&mut said.scenario.money.funding, REPAYMENTS.get(place))
            {
                *repayment = *chosen;
            }
        },
    );
    view! {
        {part!(f::LOAN_PERCENT, Loan, share_percent).view(store)}
        {part!(f::RATE_PERCENT, Loan, rate_percent).view(store)}
        {part!(f::FUNDING_YEARS, Loan, years).without_unit().view(store)}
        {part!(f::GRACE_MONTHS, Loan, grace_months).without_unit().view(store)}
        {repayment.radios(store)}
    }
    .into_any()
}

fn lease(store: FirmStore) -> AnyView {
    view! {
        {part!(f::INITIAL_PERCENT, Lease, initial_percent).view(store)}
        {part!(f::BUYOUT_PERCENT, Lease, buyout_percent).view(store)}
        {part!(f::RATE_PERCENT, Lease, rate_percent).view(store)}
        {part!(f::FUNDING_YEARS, Lease, years).without_unit().view(store)}
    }
    .into_any()
}
