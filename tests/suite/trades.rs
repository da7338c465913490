//! Consumption by trade over whole years: what must hold for any firm, and bands for each trade.
//!
//! Bands are judgement: no measurements of Polish firms were at hand. Those of the greatest power come from the hours of
//! full use that grid companies see at firms of one, two and three shifts (roughly 1,000, 2,000 and 3,500 to 6,000 hours of
//! the quarter-hour peak, from memory), the others from the hours of work in the table.

use autonomia::{
    calendar::Calendar,
    model::{
        home,
        load::trade::{Trade, TradeLoad, TradePlace, TradeShape, consumption},
        settlement::capacity_charge::{Connection, capacity_charge},
        weather,
    },
    rules::{
        Rules,
        firm::{FirmRules, group::Voltage},
        table::name_of,
    },
    units::{Celsius, Kw, Kwh, Series},
};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::{ops::Range, sync::LazyLock};

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::built_in().unwrap());
static FIRMS: LazyLock<FirmRules> = LazyLock::new(|| FirmRules::built_in().unwrap());
static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::new(2026, &RULES.days_off(2026)));
static AIR: LazyLock<Series<Celsius>> = LazyLock::new(|| {
    let town = RULES.town("sokolow-podlaski").unwrap();
    weather::synthesise(&home::climate(town), 2026, 1).temperature
});
const DAY: Date = date(2026, 7, 1);
/// A year of 8,760 kWh has a mean power of 1 kW.
const YEARLY: Kwh = Kwh(8760.0);

fn shape(trade: Trade) -> TradeShape {
    FIRMS.trade(trade, TradePlace::Usual, DAY).unwrap()
}

fn year(trade: Trade, seed: u64) -> TradeLoad {
    consumption(&shape(trade), YEARLY, None, &CALENDAR, &AIR, seed)
}

/// Mean power of the hours that `wanted` accepts, kW.
fn mean(load: &TradeLoad, wanted: impl Fn(usize) -> bool) -> f64 {
    let hours: Vec<f64> = (0..load.hourly.len()).filter(|&hour| wanted(hour)).map(|hour| load.hourly[hour]).collect();
    hours.iter().sum::<f64>() / hours.len() as f64
}

fn clock(hour: usize, hours: Range<usize>) -> bool {
    hours.contains(&CALENDAR.hour_of_day(hour))
}

fn workday(hour: usize) -> bool {
    !CALENDAR.is_free(hour)
}

fn weekday(hour: usize, day: usize) -> bool {
    CALENDAR.weekday(hour) == day && !CALENDAR.is_day_off(hour)
}

fn on(month: i8, day: i8) -> impl Fn(usize) -> bool {
    let number = usize::try_from(date(2026, month, day).day_of_year()).unwrap() - 1;
    move |hour| CALENDAR.day(hour) == number
}

#[track_caller]
fn within(name: &str, value: f64, band: Range<f64>) {
    assert!(band.contains(&value), "{name}: {value}, expected {band:?}");
}

#[test]
fn every_trade_has_its_rows_and_a_size() {
    for trade in Trade::ALL {
        assert_eq!(trade.id(), name_of(&trade));
        let shape = shape(trade);
        assert!(!shape.hours.is_empty(), "{trade:?}");
        let sizes = FIRMS.trade_sizes(trade, DAY);
        assert!(!sizes.is_empty() && sizes.iter().all(|size| size.rule.unit.id() == name_of(&size.rule.unit)));
        // A usual month is 1, so that hours and seasons can be read apart.
        within(trade.id(), shape.months.iter().sum::<f64>() / 12.0, 0.85..1.05);
    }
    assert_eq!(Trade::default(), Trade::WorkshopOneShift);
    assert!(FIRMS.trade(Trade::Office, TradePlace::Usual, date(2020, 1, 1)).is_err());
}

#[test]
fn the_seed_decides_the_year() {
    for trade in Trade::ALL {
        let one = year(trade, 7);
        assert_eq!(one, year(trade, 7));
        assert_ne!(one.hourly, year(trade, 8).hourly);
        assert!(one.hourly.total().approx_eq(YEARLY, 1e-6));
        // Not all working days are alike.
        let mut days = [0.0; 365];
        (0..8760).for_each(|hour| days[CALENDAR.day(hour)] += one.hourly[hour]);
        let july: Vec<f64> = (0..365).filter(|day| (120..150).contains(day)).map(|day| days[day]).collect();
        assert!(july.windows(2).all(|pair| pair[0] != pair[1]), "{trade:?}");
    }
}

#[test]
fn greatest_powers_and_free_days_lie_in_their_bands() {
    // Mean power over the greatest quarter-hour; energy of a Saturday, and of a Sunday, over that of a working day.
    let bands = [
        (Trade::Office, 0.17..0.30, 0.25..0.45, 0.25..0.45),
        (Trade::Shop, 0.20..0.36, 0.85..1.05, 0.20..0.40),
        (Trade::FoodShop, 0.35..0.58, 0.93..1.07, 0.50..0.70),
        (Trade::Bakery, 0.12..0.24, 0.80..1.02, 0.20..0.36),
        (Trade::WorkshopOneShift, 0.09..0.18, 0.25..0.55, 0.18..0.32),
        (Trade::WorkshopTwoShifts, 0.17..0.32, 0.18..0.45, 0.12..0.25),
        (Trade::WorkshopThreeShifts, 0.33..0.60, 0.40..0.65, 0.15..0.32),
        (Trade::ColdStore, 0.60..0.85, 0.92..1.05, 0.88..1.02),
        (Trade::DairyFarm, 0.14..0.28, 0.93..1.07, 0.93..1.07),
        (Trade::Hotel, 0.22..0.40, 1.05..1.30, 1.00..1.20),
        (Trade::School, 0.08..0.17, 0.20..0.40, 0.20..0.40),
        (Trade::WaterWorks, 0.28..0.48, 0.98..1.12, 0.96..1.10),
    ];
    for (trade, power, saturday, sunday) in bands {
        for seed in 0..3 {
            let load = year(trade, seed);
            let of_workday = mean(&load, workday);
            within(trade.id(), 1.0 / load.peak_reached.0, power.clone());
            within(trade.id(), mean(&load, |hour| weekday(hour, 5)) / of_workday, saturday.clone());
            within(trade.id(), mean(&load, |hour| weekday(hour, 6)) / of_workday, sunday.clone());
        }
    }
}

#[test]
fn closed_firms_keep_their_base_load() {
    for trade in [Trade::Office, Trade::School, Trade::WorkshopOneShift, Trade::WorkshopTwoShifts] {
        let load = year(trade, 3);
        let (day, night) = (
            mean(&load, |hour| weekday(hour, 6) && clock(hour, 9..16)),
            mean(&load, |hour| workday(hour) && clock(hour, 1..4)),
        );
        within(trade.id(), day / night, 0.85..1.15);
        let work = mean(&load, |hour| workday(hour) && clock(hour, 9..13));
        within(trade.id(), day / work, 0.0..0.3);
        // 11 November is a Wednesday and a day off.
        within(trade.id(), mean(&load, |hour| on(11, 11)(hour) && clock(hour, 9..16)) / night, 0.7..1.4);
    }
}

#[test]
fn shops_open_on_trading_sundays_alone() {
    for trade in [Trade::Shop, Trade::FoodShop] {
        let load = year(trade, 4);
        let at = |day: &dyn Fn(usize) -> bool| mean(&load, |hour| day(hour) && clock(hour, 11..17));
        // 25 January 2026 is the last Sunday of January, 29 March the one before Easter, which has 23 hours.
        let (open, closed, spring) = (at(&on(1, 25)), at(&on(1, 18)), at(&on(3, 29)));
        assert!(open > 1.5 * closed && spring > 1.5 * closed, "{trade:?}: {open} {closed} {spring}");
    }
}

#[test]
fn schools_rest_in_summer_and_in_their_holidays() {
    let load = year(Trade::School, 5);
    let march = mean(&load, |hour| CALENDAR.month(hour) == 2);
    within("July", mean(&load, |hour| CALENDAR.month(hour) == 6) / march, 0.1..0.35);
    within("winter", mean(&load, |hour| on(2, 4)(hour)) / march, 0.1..0.6);
    within("Christmas", mean(&load, |hour| on(12, 29)(hour)) / march, 0.1..0.5);
}

#[test]
fn hotels_follow_their_guests() {
    let month = |place, month: usize| {
        let shape = FIRMS.trade(Trade::Hotel, place, DAY).unwrap();
        mean(&consumption(&shape, YEARLY, None, &CALENDAR, &AIR, 6), |hour| CALENDAR.month(hour) == month)
    };
    assert!(month(TradePlace::Usual, 6) > 1.15 * month(TradePlace::Usual, 0));
    assert!(month(TradePlace::MountainResort, 1) > 1.3 * month(TradePlace::MountainResort, 3));
}

#[test]
fn bakeries_bake_at_night_and_cows_are_milked_twice() {
    let bakery = year(Trade::Bakery, 1);
    let night: f64 = (0..8760).filter(|&hour| clock(hour, 2..9)).map(|hour| bakery.hourly[hour]).sum();
    within("2 to 9", night / YEARLY.0, 0.55..0.75);
    let farm = year(Trade::DairyFarm, 1);
    let at = |hours: Range<usize>| mean(&farm, |hour| clock(hour, hours.clone()));
    for quiet in [at(0..4), at(10..16), at(22..24)] {
        assert!(at(5..8) > 2.5 * quiet && at(17..20) > 2.5 * quiet, "{quiet}");
    }
    // 29 March 2026 has 23 hours and 25 October 25: cows are milked by the clock.
    for day in [on(3, 29), on(10, 25)] {
        let of_day = |hours: Range<usize>| mean(&farm, |hour| day(hour) && clock(hour, hours.clone()));
        assert!(of_day(6..8) > 1.7 * of_day(10..16) && of_day(18..20) > 1.7 * of_day(10..16));
    }
}

#[test]
fn more_shifts_make_a_flatter_year() {
    for seed in 0..4 {
        let factor = |trade| 1.0 / year(trade, seed).peak_reached.0;
        let (one, two) = (factor(Trade::WorkshopOneShift), factor(Trade::WorkshopTwoShifts));
        let (three, cold) = (factor(Trade::WorkshopThreeShifts), factor(Trade::ColdStore));
        assert!(one < two && two < three && three < cold, "{one} {two} {three} {cold}");
    }
}

#[test]
fn the_third_shift_ends_on_saturday_morning() {
    let load = year(Trade::WorkshopThreeShifts, 2);
    let at = |day: usize, hours: Range<usize>| mean(&load, |hour| weekday(hour, day) && clock(hour, hours.clone()));
    assert!(at(5, 0..5) > 2.0 * at(6, 0..5) && at(0, 0..5) < 0.5 * at(1, 0..5));
}

#[test]
fn even_firms_have_cheap_days_of_the_capacity_charge() {
    let rules: [_; 12] = std::array::from_fn(|_| FIRMS.capacity(DAY).unwrap());
    let connection = Connection { voltage: Voltage::Medium, contracted: Kw(100.0) };
    let days = |trade| capacity_charge(&rules, connection, &year(trade, 1).hourly, &CALENDAR).days_by_class();
    // Of 253 working days. Nights that use more than the day are K1 too.
    for trade in [Trade::ColdStore, Trade::WorkshopThreeShifts, Trade::Bakery] {
        let [k1, k2, ..] = days(trade);
        assert!(k1 + k2 > 150, "{trade:?}: {:?}", days(trade));
    }
    for trade in [Trade::Office, Trade::WorkshopOneShift, Trade::WorkshopTwoShifts, Trade::Shop] {
        assert!(days(trade)[3] > 240, "{trade:?}: {:?}", days(trade));
    }
}

#[test]
fn warm_years_use_more_where_there_is_cooling() {
    // The sum is fixed, so that only the share of Sundays can tell.
    let sunday_share = |trade, air_c: f64| {
        let air = Series::from_raw(vec![air_c; 8760]);
        let load = consumption(&shape(trade), YEARLY, None, &CALENDAR, &air, 1);
        mean(&load, |hour| weekday(hour, 6)) / mean(&load, workday)
    };
    // The refrigerators of a food shop run on Sundays too; an office cools while it is open.
    assert!(sunday_share(Trade::FoodShop, 25.0) > sunday_share(Trade::FoodShop, 9.0));
    assert!(sunday_share(Trade::Office, 25.0) < sunday_share(Trade::Office, 15.0));
}

#[test]
fn odd_years_and_temperatures_are_taken() {
    let leap = Calendar::new(2028, &RULES.days_off(2028));
    for air in [Series::default(), Series::from_raw(vec![1e300; 8784]), Series::from_raw(vec![f64::NAN; 8784])] {
        let load = consumption(&shape(Trade::Office), Kwh(5000.0), Some(Kw(3.0)), &leap, &air, 1);
        assert_eq!((load.hourly.len(), load.peaks.len()), (8784, 8784));
        assert!(load.hourly.total().approx_eq(Kwh(5000.0), 1e-6) && load.reaches(Kw(3.0)));
    }
    let nothing = consumption(&shape(Trade::Hotel), Kwh(-5.0), Some(Kw(3.0)), &CALENDAR, &AIR, 1);
    assert!(nothing.hourly.raw().iter().all(|kwh| *kwh == 0.0) && nothing.peak_reached == Kw::ZERO);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn sum_and_peak_are_those_wanted(
        trade in proptest::sample::select(Trade::ALL.to_vec()), seed in any::<u64>(), yearly in 0.0..1e6, times in 0.0..60.0,
    ) {
        let shape = shape(trade);
        let mean_kw = yearly / 8760.0;
        let wanted = Kw(times * mean_kw);
        let load = consumption(&shape, Kwh(yearly), Some(wanted), &CALENDAR, &AIR, seed);
        prop_assert!((load.hourly.total().0 - yearly).abs() <= 1e-9 * yearly);
        for (kwh, peak_kw) in load.hourly.raw().iter().zip(load.peaks.raw()) {
            prop_assert!(*kwh >= 0.0 && (*kwh..=4.0 * kwh * (1.0 + 1e-12)).contains(peak_kw), "{kwh} {peak_kw}");
        }
        let greatest = load.peaks.raw().iter().copied().fold(0.0, f64::max);
        prop_assert_eq!(load.peak_reached, Kw(greatest));
        let drawn = consumption(&shape, Kwh(yearly), None, &CALENDAR, &AIR, seed).peak_reached;
        if times <= 1.0 {
            // Nothing is more even than the mean.
            prop_assert!((load.peak_reached.0 - mean_kw).abs() <= 1e-9 * mean_kw);
        } else if wanted.0 <= drawn.0 {
            prop_assert!(load.reaches(wanted), "{:?} {wanted:?}", load.peak_reached);
        } else {
            prop_assert!(load.reaches(wanted) || (drawn.0..wanted.0).contains(&load.peak_reached.0));
        }
    }
}
