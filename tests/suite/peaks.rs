//! Peak shaving and contracted power over whole years.

use autonomia::{
    calendar::Calendar,
    model::{
        contracted_power::{Contracting, Powers},
        dispatch::{
            Battery, greedy,
            peak_shaving::{self, ShavingTerms},
        },
        random::Random,
        settlement::firm::{FirmTariffYear, excess},
    },
    rules::{
        Rules,
        firm::{FirmRules, tariff::FirmContract},
    },
    units::{Kw, Kwh, NetPln, Series},
};
use proptest::prelude::*;
use std::sync::LazyLock;

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::built_in().unwrap());
static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::new(2026, &RULES.days_off(2026)));

fn year(group: &str) -> FirmTariffYear {
    let contract = FirmContract::of_tables("PGE", group);
    let months = FirmRules::built_in().unwrap().tariff_year(&RULES, &contract, 2026).unwrap();
    FirmTariffYear::new(months, &CALENDAR)
}

/// A workshop with random hours and a plant with random days.
fn workshop(seed: u64, kw: f64) -> (Series<Kwh>, Series<Kwh>) {
    let mut random = Random::new(seed);
    let (mut load, mut generation) = (Vec::new(), Vec::new());
    let mut sky = 0.5;
    for hour in 0..CALENDAR.len() {
        let clock = f64::from(u8::try_from(CALENDAR.hour_of_day(hour)).unwrap());
        if clock == 0.0 {
            sky = random.uniform();
        }
        let works = !CALENDAR.is_free(hour) && (7.0..17.0).contains(&clock);
        let spike = if random.uniform() > 0.99 { 2.0 * kw } else { 0.0 };
        load.push(kw * (0.1 + if works { random.uniform() } else { 0.0 }) + spike);
        generation.push(kw * sky * (1.0 - ((clock - 12.0) / 6.0).powi(2)).max(0.0));
    }
    (Series::from_raw(generation), Series::from_raw(load))
}

fn monthly_peaks(import: &Series<Kwh>) -> [f64; 12] {
    let mut peaks = [0.0_f64; 12];
    for (hour, kwh) in import.raw().iter().enumerate() {
        let peak = &mut peaks[CALENDAR.month(hour)];
        *peak = peak.max(*kwh);
    }
    peaks
}

/// Whether intake stays under `cap` in January if the battery is charged whenever it can be.
fn holds_in_january(generation: &Series<Kwh>, load: &Series<Kwh>, battery: &Battery, grid: bool, cap: f64) -> bool {
    let mut stored = battery.stored_at_start.0;
    for hour in (0..CALENDAR.len()).take_while(|&hour| CALENDAR.month(hour) == 0) {
        let net = load[hour] - generation[hour];
        if net > cap {
            let give = (stored * battery.discharge_efficiency).min(battery.discharge_limit.0);
            if give < net - cap {
                return false;
            }
            stored -= (net - cap) / battery.discharge_efficiency;
        } else {
            let room = if grid { cap - net } else { (-net).max(0.0) };
            stored = (stored + room.min(battery.charge_limit.0) * battery.charge_efficiency).min(battery.usable.0);
        }
    }
    true
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn shaving_never_raises_a_peak_and_goes_as_low_as_it_can(
        seed in any::<u64>(), usable in 0.0..300.0, c_rate in 0.2..1.0, grid_charge in any::<bool>(), full in 0.0..1.0,
    ) {
        let (generation, load) = workshop(seed, 50.0);
        let start = Kwh(usable * full);
        let battery = Battery { stored_at_start: start, ..Battery::symmetric(Kwh(usable), 0.9, c_rate) };
        let terms = ShavingTerms { grid_charge, no_lower_than: Kw::ZERO, export_limit: Some(Kw(30.0)) };
        let shaved = peak_shaving::dispatch(&generation, &load, &battery, &terms, &CALENDAR);
        let none = greedy::dispatch(&generation, &load, &Battery::NONE, None);
        let flows = &shaved.schedule.flows;
        let caps = shaved.caps.map(|cap| cap.0);
        for ((peak, cap), before) in monthly_peaks(&flows.import).into_iter().zip(caps).zip(monthly_peaks(&none.import)) {
            prop_assert!(peak <= cap + 1e-6 && cap <= before + 1e-9, "{peak} {cap} {before}");
        }
        prop_assert!(holds_in_january(&generation, &load, &battery, grid_charge, caps[0] + 1e-6));
        prop_assert!(caps[0] < 1e-6 || !holds_in_january(&generation, &load, &battery, grid_charge, caps[0] - 1e-4));
        let greedy = greedy::dispatch(&generation, &load, &battery, None);
        prop_assert!(caps[0] <= monthly_peaks(&greedy.import)[0] + 1e-6);
        let mut stored = start.0;
        for hour in 0..CALENDAR.len() {
            let (bought, grid) = (flows.import[hour], shaved.schedule.charge_from_grid[hour]);
            let used = flows.direct_use[hour] + flows.discharge[hour] + bought - grid;
            prop_assert!((used - load[hour]).abs() < 1e-6);
            let made = flows.direct_use[hour] + flows.charge[hour] + flows.export[hour] + flows.curtailed[hour];
            prop_assert!((made - generation[hour]).abs() < 1e-6);
            let (charged, given) = (flows.charge[hour] + grid, flows.discharge[hour]);
            prop_assert!(charged.max(given) <= battery.charge_limit.0 + 1e-6);
            stored += charged * battery.charge_efficiency - given / battery.discharge_efficiency;
            prop_assert!((stored - flows.stored[hour]).abs() < 1e-6);
            prop_assert!((-1e-9..=usable + 1e-9).contains(&flows.stored[hour]));
            prop_assert!(grid_charge || grid < 1e-9);
        }
    }

    #[test]
    fn more_contracted_power_never_costs_more_for_excesses(seed in any::<u64>(), kw in 45.0..200.0, more in 0.0..100.0) {
        let (_, load) = workshop(seed, 50.0);
        let tariff = year("C21");
        let peaks = excess::mean_power(&load);
        let contracting = Contracting::new(&tariff, &load, &peaks);
        let (low, high) = (contracting.cost(Kw(kw)), contracting.cost(Kw(kw + more)));
        prop_assert!(high.excess_power.0 <= low.excess_power.0 && high.months_exceeded <= low.months_exceeded);
        let enough = contracting.cost(contracting.peak());
        prop_assert_eq!((enough.excess_power, enough.months_exceeded), (NetPln::ZERO, 0));
        // The advice is the cheapest of all whole kilowatts; finer steps gain less than a kilowatt's fixed charge.
        let powers = Powers::of_group(&tariff, &peaks);
        let advice = contracting.advise(&powers).unwrap();
        prop_assert!(advice.table.iter().all(|cost| cost.total().0 >= advice.cheapest.total().0 - 1e-6));
        let fine = contracting.advise(&Powers { step: Kw(0.05), ..powers }).unwrap();
        let gain = advice.cheapest.total().0 - fine.cheapest.total().0;
        prop_assert!((-1e-6..=26.03 * 12.0).contains(&gain), "{gain}");
    }
}

#[test]
fn contracted_power_by_hand() {
    // 10 kW all year but ten hours of 100 kW in January and two of 80 kW in July. PGE C21: 26.03 zł/kW a month.
    let load = Series::from_raw(
        (0..CALENDAR.len())
            .map(|hour| match hour {
                100..110 => 100.0,
                4500..4502 => 80.0,
                _ => 10.0,
            })
            .collect(),
    );
    let tariff = year("C21");
    let contracting = Contracting::new(&tariff, &load, &excess::mean_power(&load));
    // At 90 kW: 12 × 90 = 1,080 kW-months and ten excesses of 10 kW; at 70 kW: 840, ten of 30 and two of 10.
    for (kw, fixed, excess) in [(90.0, 1080.0, 100.0), (70.0, 840.0, 320.0), (100.0, 1200.0, 0.0)] {
        let cost = contracting.cost(Kw(kw));
        assert!(cost.network_fixed.approx_eq(NetPln(26.03 * fixed), 1e-6), "{kw}");
        assert!(cost.excess_power.approx_eq(NetPln(26.03 * excess), 1e-6), "{kw}");
    }
    // One kW less saves 12 and costs 10 down to 80 kW, and 12 below that: 80 kW is as good as all down to 41 kW, and of
    // equal ones the greatest is advised.
    let advice = contracting.advise(&Powers::of_group(&tariff, &excess::mean_power(&load))).unwrap();
    assert_eq!(advice.cheapest.contracted, Kw(80.0));
    assert_eq!((advice.table.first().unwrap().contracted, advice.table.len()), (Kw(41.0), 60));
}

#[test]
fn without_a_power_meter_nothing_below_the_peak_is_advised() {
    let load = Series::from_raw((0..CALENDAR.len()).map(|hour| if hour == 50 { 21.5 } else { 3.0 }).collect());
    let tariff = year("C11");
    let contracting = Contracting::new(&tariff, &load, &excess::mean_power(&load));
    let advice = contracting.advise(&Powers::of_group(&tariff, &excess::mean_power(&load))).unwrap();
    assert_eq!(advice.cheapest.contracted, Kw(22.0));
    // The capacity charge knows 16 kW: 253 working days × 15 hours × 3 kWh, in full or as flat days.
    let full = 253.0 * 45.0 * 0.2194;
    assert!(contracting.cost(Kw(16.0)).capacity.approx_eq(NetPln(full), 1.0));
    assert!(contracting.cost(Kw(17.0)).capacity.0 < 0.2 * full);
    assert!(contracting.advise(&Powers { from: Kw(1.0), to: Kw(5.0), step: Kw(0.0) }).is_none());
}
