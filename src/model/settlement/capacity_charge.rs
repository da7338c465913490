//! The capacity charge of firms (opłata mocowa): every working day is charged by its shape.
//!
//! On a working day the mean hourly intake of the selected hours is compared with that of the other hours of the same
//! calendar day:
//! `deviation = (mean selected − mean others) / mean others`.
//! The flatter the day, the smaller the part of the rate that its selected hours bear. A day without intake in the other
//! hours is of the last class. Intake is taken after hourly balancing of generation and load, as for every charge by the
//! kWh.
//!
//! Source: act of 8 December 2017 on the capacity market, art. 70a, as of Dz.U. 2021 poz. 1854. Limits belong to the
//! class above; that intake is counted after balancing is a reading.

use crate::{
    calendar::Calendar,
    rules::firm::{
        capacity::{CapacityRule, ShapeClass},
        group::Voltage,
    },
    units::{Kw, Kwh, NetPln, Series},
};

const CLASSES: [ShapeClass; 4] = [ShapeClass::K1, ShapeClass::K2, ShapeClass::K3, ShapeClass::K4];

/// What decides whether the days of a connection are classified.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Connection {
    /// Voltage of the network.
    pub voltage: Voltage,
    /// Contracted power.
    pub contracted: Kw,
}

impl Connection {
    /// True where every working day is charged in full, whatever its shape.
    #[must_use]
    pub fn is_unclassified(&self, rule: &CapacityRule) -> bool {
        self.voltage == Voltage::Low && rule.unclassified_to.is_some_and(|limit| self.contracted <= limit)
    }
}

/// The charge of one calendar day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CapacityDay {
    /// Class of a working day; none on Saturdays, Sundays and days off, which bear nothing.
    pub class: Option<ShapeClass>,
    /// Mean intake of the selected hours over that of the others, less 1; none where the others took nothing, and on free
    /// days.
    pub deviation: Option<f64>,
    /// Intake of the selected hours of a working day.
    pub selected: Kwh,
    /// The charge.
    pub charge: NetPln,
}

/// The charge of one month.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CapacityMonth {
    /// Intake of the selected hours of working days.
    pub selected: Kwh,
    /// The charge.
    pub charge: NetPln,
    /// Number of working days of the classes K1 to K4.
    pub days: [usize; 4],
}

/// The charge of a year, day by day and month by month.
#[derive(Clone, Debug, PartialEq)]
pub struct CapacityYear {
    /// 1 January to 31 December.
    pub days: Vec<CapacityDay>,
    /// January to December.
    pub months: [CapacityMonth; 12],
}

impl CapacityYear {
    /// The charge of the year.
    #[must_use]
    pub fn charge(&self) -> NetPln {
        self.months.iter().map(|month| month.charge).sum()
    }

    /// Number of working days of the classes K1 to K4 in the year.
    #[must_use]
    pub fn days_by_class(&self) -> [usize; 4] {
        std::array::from_fn(|class| self.months.iter().map(|month| month.days[class]).sum())
    }
}

/// Intake of one day, added up.
#[derive(Clone, Copy, Debug, Default)]
struct DaySums {
    month: usize,
    free: bool,
    selected_kwh: f64,
    selected_hours: f64,
    other_kwh: f64,
    other_hours: f64,
}

impl DaySums {
    fn deviation(&self) -> Option<f64> {
        let mean = |kwh: f64, hours: f64| if hours > 0.0 { kwh / hours } else { 0.0 };
        let (selected, others) = (mean(self.selected_kwh, self.selected_hours), mean(self.other_kwh, self.other_hours));
        (others > 0.0).then(|| (selected - others) / others)
    }
}

/// The capacity charge of a year of hourly intake; hours that the series lacks count as zero.
#[must_use]
pub fn capacity_charge(
    rules: &[CapacityRule; 12],
    connection: Connection,
    import: &Series<Kwh>,
    calendar: &Calendar,
) -> CapacityYear {
    let mut sums: Vec<DaySums> = Vec::with_capacity(366);
    for hour in 0..calendar.len() {
        let day = calendar.day(hour);
        if sums.len() <= day {
            sums.resize(day + 1, DaySums::default());
        }
        let (month, sum) = (calendar.month(hour), &mut sums[day]);
        (sum.month, sum.free) = (month, calendar.is_free(hour));
        let kwh = import.raw().get(hour).copied().unwrap_or_default();
        if rules[month].selects(calendar.hour_of_day(hour)) {
            sum.selected_kwh += kwh;
            sum.selected_hours += 1.0;
        } else {
            sum.other_kwh += kwh;
            sum.other_hours += 1.0;
        }
    }
    let days: Vec<CapacityDay> = sums.iter().map(|sum| charge_day(&rules[sum.month], connection, sum)).collect();
    let mut months = [CapacityMonth::default(); 12];
    for (sum, day) in sums.iter().zip(&days) {
        let month = &mut months[sum.month];
        month.selected += day.selected;
        month.charge += day.charge;
        for (count, class) in month.days.iter_mut().zip(CLASSES) {
            *count += usize::from(day.class == Some(class));
        }
    }
    CapacityYear { days, months }
}

fn charge_day(rule: &CapacityRule, connection: Connection, sum: &DaySums) -> CapacityDay {
    if sum.free {
        return CapacityDay { class: None, deviation: None, selected: Kwh::ZERO, charge: NetPln::ZERO };
    }
    let deviation = sum.deviation();
    let shape = if connection.is_unclassified(rule) { None } else { deviation };
    let class = rule.class(shape);
    let selected = Kwh(sum.selected_kwh);
    let coefficient = class.map_or(1.0, |class| class.coefficient);
    CapacityDay {
        class: class.map(|class| class.class),
        deviation,
        selected,
        charge: selected * rule.rate * coefficient,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Rules, firm::FirmRules};
    use jiff::civil::date;

    fn rules(year: i16) -> [CapacityRule; 12] {
        let rule = FirmRules::built_in().unwrap().capacity(date(year, 7, 1)).unwrap();
        std::array::from_fn(|_| rule.clone())
    }

    fn calendar() -> Calendar {
        Calendar::new(2026, &Rules::built_in().unwrap().days_off(2026))
    }

    /// A year whose every day takes `selected_kwh` in each hour from 7 to 22 and `other_kwh` in each other hour.
    fn even(selected_kwh: f64, other_kwh: f64) -> Series<Kwh> {
        let calendar = calendar();
        let kwh = |hour| if (7..22).contains(&calendar.hour_of_day(hour)) { selected_kwh } else { other_kwh };
        Series::from_raw((0..calendar.len()).map(kwh).collect())
    }

    const FACTORY: Connection = Connection { voltage: Voltage::Medium, contracted: Kw(400.0) };

    #[test]
    fn each_limit_belongs_to_the_class_above() {
        // Art. 70a: below 5 %, 5 to below 10 %, 10 to below 15 %, from 15 %. 8 kWh against 8 × (1 + deviation).
        let class = |deviation: f64| {
            let year = capacity_charge(&rules(2026), FACTORY, &even(8.0 * (1.0 + deviation), 8.0), &calendar());
            year.days_by_class().iter().position(|&days| days > 0)
        };
        for (limit, above) in [(0.05, 1), (0.10, 2), (0.15, 3)] {
            assert_eq!(class(limit - 1e-9), Some(above - 1), "just below {limit}");
            assert_eq!(class(limit + 1e-9), Some(above), "just above {limit}");
        }
        assert_eq!(class(-0.5), Some(0));
        // A limit hit exactly: 0.125 has no rounding in binary.
        let mut rule = rules(2026)[0].clone();
        rule.classes[1].deviation_below = Some(0.125);
        assert_eq!(rule.class(Some(0.125)).map(|class| class.class), Some(ShapeClass::K3));
    }

    #[test]
    fn nothing_in_the_other_hours_is_the_last_class() {
        let year = capacity_charge(&rules(2026), FACTORY, &even(1.0, 0.0), &calendar());
        // 2026 has 253 working days: 365 less 104 Saturdays and Sundays and the 8 days off that fall on other days (1 and 6
        // January, 6 April, 1 May, 4 June, 11 November, 24 and 25 December).
        assert_eq!(year.days_by_class(), [0, 0, 0, 253]);
        // 253 days × 15 kWh × 0.2194 zł/kWh.
        assert!(year.charge().approx_eq(NetPln(253.0 * 15.0 * 0.2194), 1e-9));
        let idle = capacity_charge(&rules(2026), FACTORY, &even(0.0, 0.0), &calendar());
        assert_eq!(idle.days_by_class(), [0, 0, 0, 253]);
        assert!(idle.charge().approx_eq(NetPln::ZERO, 0.0));
    }

    #[test]
    fn small_connections_at_low_voltage_pay_in_full_until_2027() {
        let flat = even(1.0, 1.0);
        let charge = |year: i16, voltage, kw: f64| {
            let connection = Connection { voltage, contracted: Kw(kw) };
            capacity_charge(&rules(year), connection, &flat, &calendar()).charge().0
        };
        let full_pln = 253.0 * 15.0 * 0.2194;
        for (year, voltage, kw, coefficient) in [
            (2026, Voltage::Low, 16.0, 1.0),
            (2026, Voltage::Low, 16.1, 0.17),
            (2026, Voltage::Medium, 16.0, 0.17),
            (2028, Voltage::Low, 16.0, 0.17),
        ] {
            assert!((charge(year, voltage, kw) - full_pln * coefficient).abs() < 1e-9, "{year} {kw}");
        }
    }

    #[test]
    fn days_off_bear_nothing() {
        let calendar = calendar();
        // 6 January 2026 is a Tuesday and a day off; only it has intake.
        let day = |hour: usize| if calendar.day(hour) == 5 { 3.0 } else { 0.0 };
        let import = Series::from_raw((0..calendar.len()).map(day).collect());
        let year = capacity_charge(&rules(2026), FACTORY, &import, &calendar);
        assert_eq!(year.days[5].class, None);
        assert!(year.charge().approx_eq(NetPln::ZERO, 0.0));
    }
}
