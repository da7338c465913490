//! Loans, and a two-zone bill with its cash flow, against reference cases.

use super::reference::{self, Tally};
use autonomia::{
    model::finance::{
        financing::Financing,
        firm::{FirmProject, appraise},
        income_tax::IncomeTax,
        loan::{Loan, Repayment},
        npv::net_present_value,
    },
    units::{GrossPln, NetPln},
};
use serde_json::Value;

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("no number: {value}"))
}

#[test]
fn loans() {
    let Some(file) = reference::json("finance_loans.json") else { return };
    let mut tally = Tally::new("finance_loans");
    for case in file["cases"].as_array().unwrap() {
        let expected = &case["expected"];
        let months = usize::try_from(case["months"].as_u64().unwrap()).unwrap();
        let principal = GrossPln(number(&case["principal"]));
        let loan = Loan::monthly(principal, number(&case["nominal_annual_rate"]), months);
        let falling = Loan { repayment: Repayment::EqualPrincipal, ..loan };
        let (even, decreasing) = (loan.schedule(), falling.schedule());
        let last = months - 1;
        for (name, actual) in [
            ("annuity_payment", even[0].payment().0),
            ("total_interest", loan.total_interest().0),
            ("interest_month_1", even[0].interest.0),
            ("interest_last", even[last].interest.0),
            ("balance_after_12", even[11].balance.0),
            ("effective_annual_rate", loan.effective_annual_rate()),
            ("decreasing_first", decreasing[0].payment().0),
            ("decreasing_last", decreasing[last].payment().0),
            ("decreasing_total_interest", falling.total_interest().0),
        ] {
            tally.compare_relative(|| format!("{} {name}", case["id"]), actual, number(&expected[name]), 1e-6);
        }
    }
    tally.finish();
}

/// The tariff of SAM's case: 1 January is a Monday, months follow the calendar of a common year, no daylight saving.
struct Zones {
    day: f64,
    other: f64,
    export: f64,
    fixed: f64,
    /// kWh of a zone left over in a month count in later ones of that zone. At the end of the year SAM pays 0.1 for what
    /// is left of both zones together, in which a deficit counts even where it was bought.
    keeps_kwh: bool,
}

const DAYS: [usize; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const YEAR_END_PRICE: f64 = 0.1;

impl Zones {
    fn is_day(hour: usize) -> bool {
        let clock = hour % 24;
        (hour / 24) % 7 < 5 && ((6..13).contains(&clock) || (15..22).contains(&clock))
    }

    /// The bills of twelve months for net hourly intake; below 0 it is export.
    fn bills(&self, net_kwh: &[f64]) -> Vec<f64> {
        let mut start = 0;
        let (mut kept_kwh, mut kept_together_kwh) = ([0.0; 2], 0.0);
        let mut bills = Vec::new();
        for (month, days) in DAYS.into_iter().enumerate() {
            let hours = start..start + 24 * days;
            start = hours.end;
            let mut sums = [0.0; 2];
            let mut bill = self.fixed;
            for hour in hours {
                let zone = usize::from(!Self::is_day(hour));
                let net = net_kwh[hour];
                sums[zone] += net;
                if !self.keeps_kwh {
                    bill += if net > 0.0 { net * [self.day, self.other][zone] } else { net * self.export };
                }
            }
            if self.keeps_kwh {
                for (zone, price) in [self.day, self.other].into_iter().enumerate() {
                    let due_kwh = sums[zone] - kept_kwh[zone];
                    kept_kwh[zone] = (-due_kwh).max(0.0);
                    bill += due_kwh.max(0.0) * price;
                }
                kept_together_kwh = f64::max(kept_together_kwh - sums[0] - sums[1], 0.0);
                if month == 11 {
                    bill -= YEAR_END_PRICE * kept_together_kwh;
                }
            }
            bills.push(bill);
        }
        bills
    }
}

fn compare_all(tally: &mut Tally, what: &str, actual: &[f64], expected: &Value, tolerance: f64) {
    let expected = expected.as_array().unwrap();
    assert_eq!(actual.len(), expected.len(), "{what}");
    for (index, (actual, expected)) in actual.iter().zip(expected).enumerate() {
        tally.compare(|| format!("{what} {index}"), *actual, number(expected), tolerance);
    }
}

#[test]
fn two_zone_bills_and_their_cash_flow() {
    let Some(file) = reference::json("finance_sam_tou.json") else { return };
    let mut tally = Tally::new("finance_sam_tou");
    for case in file["cases"].as_array().unwrap() {
        let (inputs, expected) = (&case["inputs"], &case["expected"]);
        let name = case["name"].as_str().unwrap();
        let input = |name: &str| number(&inputs[name]);
        let share = |name: &str| number(&inputs[name]) / 100.0;
        let Some(series) = reference::table(inputs["series"].as_str().unwrap()) else { return };
        let load = series.column(inputs["load"].as_str().unwrap());
        let generation: Vec<f64> =
            series.column(inputs["pv"].as_str().unwrap()).iter().map(|kw| kw * input("kwp")).collect();
        let tariff = Zones {
            day: input("price_day"),
            other: input("price_other"),
            export: input("price_export"),
            fixed: input("fixed_monthly"),
            keeps_kwh: inputs["metering"] == "net_metering_kwh_credit",
        };
        let bills = |output: f64| {
            let net: Vec<f64> = load.iter().zip(&generation).map(|(load, kwh)| load - kwh * output).collect();
            tariff.bills(&net)
        };
        let (without, with) = (bills(0.0), bills(1.0));
        compare_all(&mut tally, &format!("{name} without"), &without, &expected["bill_monthly_without"], 1e-4);
        compare_all(&mut tally, &format!("{name} with"), &with, &expected["bill_monthly_with"], 1e-4);
        let without: f64 = without.iter().sum();
        let years = i32::try_from(inputs["period_years"].as_u64().unwrap()).unwrap();
        let inflation = share("inflation_pct");
        // SAM adds inflation and escalation; here savings are in prices of the first year.
        let growth = (1.0 + inflation + share("rate_escalation_real_pct")) / (1.0 + inflation);
        let output = |year: i32| (1.0 - share("degradation_pct")).powi(year);
        let saving = |year: i32| NetPln((without - bills(output(year)).iter().sum::<f64>()) * growth.powi(year));
        let upkeep = NetPln(input("om_fixed_per_year") + share("insurance_pct_of_capex") * input("capex"));
        let loan = Loan {
            periods: usize::try_from(inputs["loan_years"].as_u64().unwrap()).unwrap(),
            periods_per_year: 1,
            ..Loan::monthly(NetPln(input("capex") * share("debt_fraction_pct")), share("loan_rate_pct"), 1)
        };
        let project = FirmProject {
            price: NetPln(input("capex")),
            grant: NetPln::ZERO,
            savings: (0..years).map(saving).collect(),
            upkeep: (0..years).map(|_| upkeep).collect(),
            inflation,
            discount_rate: (1.0 + share("real_discount_pct")) * (1.0 + inflation) - 1.0,
            reinvestment_rate: 0.0,
            financing: Financing::Loan(loan),
            depreciation: Vec::new(),
            residual: NetPln::ZERO,
            tax: IncomeTax::NONE,
            other_income: NetPln::ZERO,
        };
        let found = appraise(&project);
        let raw = |flows: &[NetPln]| flows.iter().map(|flow| flow.0).collect::<Vec<f64>>();
        let service: Vec<f64> = found.years.iter().map(|year| year.debt_service().0).collect();
        for (what, actual) in [
            ("annual_energy_value", found.years.iter().map(|year| year.saving.0).collect()),
            ("debt_payment", service),
            ("cash_flow_after_tax", raw(&found.owner.flows)),
            ("cash_flow_payback_with_expenses", raw(&found.project.flows)),
        ] {
            compare_all(&mut tally, &format!("{name} {what}"), &actual, &expected[what], 1e-3);
        }
        // Costs of the owner over energy, both discounted; energy at the nominal and at the real rate.
        let costs: Vec<NetPln> = found.years.iter().map(|year| year.saving - year.of_owner()).collect();
        let cost = net_present_value(&costs, project.discount_rate).0;
        let kwh: f64 = generation.iter().sum();
        let energy = |rate: f64| (0..years).map(|year| kwh * output(year) / (1.0 + rate).powi(year + 1)).sum::<f64>();
        for (what, actual, tolerance) in [
            ("bill_year1_without", without, 1e-4),
            ("bill_year1_with", with.iter().sum(), 1e-4),
            ("savings_year1", found.years[1].saving.0, 1e-4),
            ("npv", found.owner.net_present_value.0, 1e-3),
            ("payback_y", found.project.payback_years.unwrap(), 1e-6),
            ("discounted_payback_y", found.project.discounted_payback_years.unwrap(), 1e-6),
            ("lcoe_nom_cents", 100.0 * cost / energy(project.discount_rate), 1e-3),
            ("lcoe_real_cents", 100.0 * cost / energy(share("real_discount_pct")), 1e-3),
        ] {
            tally.compare(|| format!("{name} {what}"), actual, number(&expected[what]), tolerance);
        }
    }
    tally.finish();
}
