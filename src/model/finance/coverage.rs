//! Debt service coverage: whether a plant pays its loan.

use crate::units::Quantity;

/// Money available in each year over what the loan asks for in it (DSCR); none in years without debt service.
///
/// Both series start with the first year. Banks commonly ask for 1.2 or more.
///
/// Source: Yescombe: Principles of Project Finance, 2nd ed. 2013, chapter 12.
#[must_use]
pub fn debt_service_coverage<U: Quantity>(available: &[U], service: &[U]) -> Vec<Option<f64>> {
    let ratio = |(available, service): (&U, &U)| {
        let service = service.raw();
        (service > 0.0).then(|| available.raw() / service)
    };
    available.iter().zip(service).map(ratio).collect()
}

/// The year in which the loan is covered worst; none without debt service.
#[must_use]
pub fn least(coverage: &[Option<f64>]) -> Option<f64> {
    coverage.iter().flatten().copied().reduce(f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::NetPln;

    #[test]
    fn by_hand() {
        // 120 against 100, 90 against 100, then nothing to pay.
        let money = [120.0, 90.0, 80.0].map(NetPln);
        let coverage = debt_service_coverage(&money, &[100.0, 100.0, 0.0].map(NetPln));
        assert_eq!(coverage, [Some(1.2), Some(0.9), None]);
        assert_eq!(least(&coverage), Some(0.9));
        assert_eq!(least(&[None]), None);
    }
}
