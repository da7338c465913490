//! Links: what was said comes back, old links stay readable, rubbish is refused calmly.

use autonomia::{
    link::{self, LinkError, Said},
    model::inputs::{
        Car, Consumption, Devices, Dwelling, Money, Mostly, RoofPlane, Scenario, SettlementScheme, Timing,
        building::Building,
        energy_contract::{Dynamic, EnergyContract},
        heating::{Emitter, Heating, Insulation, PumpKind},
        phase_split::PhaseSplit,
    },
    rules::{
        heat::{AgeClass, HeatSourceId},
        price_path::PricePathId,
    },
};
use data_encoding::BASE64URL_NOPAD;
use proptest::prelude::*;

/// As the first release writes it; every later one must read it. Put together byte by byte after postcard's published
/// wire format (postcard.jamesmunro.co.uk/wire-format), not by this crate.
const FIRST_RELEASE: &str = concat!(
    "AAZ6eXdpZWMBAAAAAABAekADAANHMTEDAgAAAAAAAD5AAAAAAAAAREAAAAAAAOBgQAAAAAAAADlAAAAAAAAAREAAAAAAALBzQAEA",
    "AAAAAAAaQAAAAAAAACRAAAAAAAAAAIizQAEAAAAAAAAMQAAABw",
);

/// As the second release writes it, put together the same way: the version, the bytes of the first after its own, then
/// the scheme, the months between bills and the course of prices.
const SECOND_RELEASE: &str = concat!(
    "AQZ6eXdpZWMBAAAAAABAekADAANHMTEDAgAAAAAAAD5AAAAAAAAAREAAAAAAAOBgQAAAAAAAADlAAAAAAAAAREAAAAAAALBzQAEA",
    "AAAAAAAaQAAAAAAAACRAAAAAAAAAAIizQAEAAAAAAAAMQAAABwICAQI",
);

fn first_release() -> Said {
    let scenario = Scenario {
        town: "zywiec".to_owned(),
        consumption: Consumption::GrossPlnPerMonth(420.0),
        planes: vec![
            RoofPlane { area_m2: 30.0, tilt_deg: 40.0, azimuth_deg: 135.0 },
            RoofPlane { area_m2: 25.0, tilt_deg: 40.0, azimuth_deg: 315.0 },
        ],
        pv_kwp: 6.5,
        battery_kwh: 10.0,
        money: Money { grant_gross_pln: 5000.0, discount_percent: Some(3.5), ..Money::default() },
        seed: 7,
        ..Scenario::default()
    };
    Said { scenario, own_size: true }
}

/// What is read can be written again: a name as long as the rest of the text would not fit into today's longer link.
#[test]
fn a_name_that_no_table_has_is_refused() {
    let first = BASE64URL_NOPAD.decode(FIRST_RELEASE.as_bytes()).unwrap();
    // Version, length 1350 as a varint, the name, and what follows "zywiec" with its length.
    let long = [&[0, 0xc6, 0x0a], vec![b'a'; 1350].as_slice(), &first[8..]].concat();
    let text = BASE64URL_NOPAD.encode(&long);
    assert!(text.len() <= 2000);
    assert_eq!(link::decode(&text), Err(LinkError::Unreadable));
}

#[test]
fn the_first_release_is_still_read() {
    assert_eq!(link::decode(FIRST_RELEASE), Ok(first_release()));
}

#[test]
fn the_second_release_is_still_read() {
    let mut said = first_release();
    said.scenario.scheme = SettlementScheme::NetMetering;
    said.scenario.tariff.billing_months = 2;
    said.scenario.money.price_path = Some(PricePathId::FallingMidday);
    assert_eq!(link::decode(SECOND_RELEASE), Ok(said.clone()));
    assert_eq!(link::encode(&said), SECOND_RELEASE);
}

/// As the third release writes it, put together the same way: the version, the bytes of the second after its own, then
/// 6 numbers (the scheme's place 2 under 1, a car under 10, its 12,000 km under 11, a day at home under 14, charging at
/// once under 15, 400 m² under 61), each with the 8 bytes of a double, and 1 word (under 1).
const THIRD_RELEASE: &str = concat!(
    "AgZ6eXdpZWMBAAAAAABAekADAANHMTEDAgAAAAAAAD5AAAAAAAAAREAAAAAAAOBgQAAAAAAAADlAAAAAAAAAREAAAAAAALBzQAEA",
    "AAAAAAAaQAAAAAAAACRAAAAAAAAAAIizQAEAAAAAAAAMQAAABwABAAYBAAAAAAAAAEAKAAAAAAAA8D8LAAAAAABwx0AOAAAAAAAA",
    "8D8PAAAAAAAAAAA9AAAAAAAAeUABAQxzdG9yYWdlXzIwMjY",
);

#[test]
fn the_third_release_is_still_read() {
    let mut said = first_release();
    said.scenario.scheme = SettlementScheme::Tenant;
    said.scenario.car = Some(Car { km_per_year: Some(12_000.0), ..Car::default() });
    said.scenario.money.floor_area_m2 = Some(400.0);
    said.scenario.money.programme = "storage_2026".to_owned();
    assert_eq!(link::encode(&said), THIRD_RELEASE);
    assert_eq!(link::decode(THIRD_RELEASE), Ok(said));
}

#[test]
fn every_answer_comes_back() {
    let mut scenario = Scenario { scheme: SettlementScheme::Collective, ..Scenario::default() };
    scenario.household.mostly = Mostly::Night;
    scenario.household.dwelling = Dwelling::Flat;
    scenario.car = Some(Car {
        km_per_year: Some(9000.0),
        kwh_per_100_km: Some(17.0),
        charger_kw: Some(11.0),
        days_at_home: 4,
        charging: Timing::Surplus,
    });
    scenario.devices =
        Devices { boiler: Some(Timing::AtOnce), machines: Timing::CheapHours, cooled_m2: 45.0, included: true };
    scenario.tariff.energy = EnergyContract::Dynamic(Dynamic {
        margin_net_pln_per_kwh: Some(0.05),
        fee_gross_pln_per_month: Some(0.0),
        passes_negative_prices: true,
    });
    scenario.building = Building { flats: 48, always_on_percent: Some(40.0), light_percent: Some(0.0) };
    scenario.phase_split =
        PhaseSplit { inverter_phases: 3, first_percent: 10.0, second_percent: 20.0, third_percent: 70.0 };
    scenario.heating = Heating {
        present: Some(HeatSourceId::CoalOld),
        planned: Some(PumpKind::Ground),
        hot_water: false,
        area_m2: 95.0,
        age: AgeClass::From2021,
        insulation: Insulation::Deep,
        emitter: Emitter::Floor,
        fuel_amount: Some(3.5),
        fuel_price: Some(1400.0),
        set_point_c: 21.5,
        setback_k: 2.0,
        design_c: -22.0,
        litres_per_person: 55.0,
    };
    scenario.money.taxpayers = 2;
    scenario.money.tax_rate = "linear".to_owned();
    let said = Said { scenario, own_size: false };
    let text = link::encode(&said);
    assert!(text.len() < 900, "{} characters", text.len());
    assert_eq!(link::decode(&text), Ok(said));
}

#[test]
fn a_number_that_this_release_does_not_know_is_refused() {
    let bytes = BASE64URL_NOPAD.decode(THIRD_RELEASE.as_bytes()).unwrap();
    let at = bytes.len() - 15;
    assert_eq!(bytes[at - 8..at], 400.0_f64.to_le_bytes(), "the last number of the link");
    let mut unknown = bytes;
    unknown[at - 9] = 250;
    let text = BASE64URL_NOPAD.encode(&unknown);
    assert_eq!(link::decode(&text), Err(LinkError::Unreadable));
}

#[test]
fn a_link_fits_into_an_address() {
    let said = Said {
        scenario: Scenario { planes: vec![RoofPlane::default(); 6], ..first_release().scenario },
        own_size: true,
    };
    let text = link::encode(&said);
    assert!(text.len() < 600, "{} characters", text.len());
    assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
}

#[test]
fn numbers_outside_their_limits_are_refused() {
    let scenario = Scenario { pv_kwp: 1e6, ..Scenario::default() };
    assert_eq!(link::decode(&link::encode(&Said { scenario, own_size: true })), Err(LinkError::OutOfRange));
    let scenario = Scenario { battery_kwh: f64::NAN, ..Scenario::default() };
    assert_eq!(link::decode(&link::encode(&Said { scenario, own_size: true })), Err(LinkError::OutOfRange));
}

#[test]
fn rubbish_is_refused() {
    let good = link::encode(&Said::default());
    let cut = good.get(..good.len() - 8).unwrap_or_default();
    let longer = format!("{good}AAAA");
    let endless = "A".repeat(1_000_000);
    for rubbish in ["", "answer", "v1", "====", "żółw", cut, &longer, &endless] {
        assert_eq!(link::decode(rubbish), Err(LinkError::Unreadable), "{}", rubbish.len());
    }
}

proptest! {
    #[test]
    fn what_was_said_comes_back(
        kwh in 200.0..50_000.0_f64,
        persons in 1_u8..=6,
        home_by_day: bool,
        planes in prop::collection::vec((2.0..500.0_f64, 0.0..90.0_f64, 0.0..360.0_f64), 1..=6),
        pv_kwp in 0.0..50.0_f64,
        battery_kwh in 0.0..60.0_f64,
        growth in prop::option::of(-10.0..15.0_f64),
        own_size: bool,
        scheme in prop::sample::select(vec![
            SettlementScheme::NetBillingRce,
            SettlementScheme::NetBillingRcem,
            SettlementScheme::NetMetering,
        ]),
        price_path in prop::option::of(prop::sample::select(PricePathId::ALL.to_vec())),
        billing_months in 1_u8..=12,
        seed: u64,
    ) {
        let mut scenario = Scenario {
            consumption: Consumption::KwhPerYear(kwh),
            planes: planes
                .into_iter()
                .map(|(area_m2, tilt_deg, azimuth_deg)| RoofPlane { area_m2, tilt_deg, azimuth_deg })
                .collect(),
            pv_kwp,
            battery_kwh,
            money: Money { energy_growth_percent: growth, price_path, ..Money::default() },
            scheme,
            seed,
            ..Scenario::default()
        };
        scenario.household.persons = persons;
        scenario.tariff.billing_months = billing_months;
        scenario.household.home_by_day = home_by_day;
        let said = Said { scenario, own_size };
        prop_assert_eq!(link::decode(&link::encode(&said)), Ok(said));
    }

    #[test]
    fn no_text_breaks_the_reader(text in ".{0,300}") {
        let _ = link::decode(&text);
    }

    #[test]
    fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = link::decode(&BASE64URL_NOPAD.encode(&bytes));
    }
}
