//! Modified internal rate of return.

use super::npv::net_present_value;
use crate::units::Quantity;

/// The rate a year at which costs, financed at `finance_rate`, grow to gains that are put out at `reinvestment_rate`.
///
/// (value of the gains at the end ÷ value of the costs today)^(1 ÷ years) − 1. Unlike the internal rate of return it is
/// unique. None without gains, without costs, or over less than one year; both rates above −1.
///
/// Source: Lin 1976, The Modified Internal Rate of Return and Investment Criterion, The Engineering Economist 21, 237,
/// doi:10.1080/00137917608902796.
#[must_use]
pub fn modified_rate_of_return<U: Quantity>(flows: &[U], finance_rate: f64, reinvestment_rate: f64) -> Option<f64> {
    let part = |keep: fn(f64) -> f64| flows.iter().map(|flow| U::from_raw(keep(flow.raw()))).collect::<Vec<U>>();
    let years = i32::try_from(flows.len().checked_sub(1)?).ok()?;
    let gains = net_present_value(&part(|flow| flow.max(0.0)), reinvestment_rate).raw();
    let costs = -net_present_value(&part(|flow| flow.min(0.0)), finance_rate).raw();
    let at_end = gains * (1.0 + reinvestment_rate).powi(years);
    (years > 0 && at_end > 0.0 && costs > 0.0).then(|| (at_end / costs).powf(1.0 / f64::from(years)) - 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::NetPln;

    #[test]
    fn by_hand() {
        // -100, 60, 60: at 10 % the gains grow to 66 + 60 = 126 in two years; (126 ÷ 100)^(1/2) - 1.
        let flows = [NetPln(-100.0), NetPln(60.0), NetPln(60.0)];
        let rate = modified_rate_of_return(&flows, 0.05, 0.1).unwrap();
        assert!((rate - (1.26_f64.sqrt() - 1.0)).abs() < 1e-12);
        assert_eq!(modified_rate_of_return(&flows[..1], 0.05, 0.1), None);
        assert_eq!(modified_rate_of_return(&flows[1..], 0.05, 0.1), None);
    }
}
