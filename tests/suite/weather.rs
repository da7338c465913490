//! A synthetic year keeps its monthly sums, and its yield agrees with PVGIS.

use autonomia::{
    model::{
        generation::{self, DcLosses, Faiman, Inverter, Module, Plane, SystemParameters, Transposition},
        weather::{self, Climate, Sky, Weather},
    },
    units::{Deg, Kwp},
};
use proptest::prelude::*;

/// Free-standing modules with losses that come to PVGIS' 14 % together with the inverter. The spectral factor is set so
/// that the chain meets the PVGIS yields of ten Polish cities without bias.
pub fn reference_system() -> SystemParameters {
    SystemParameters {
        transposition: Transposition::HayDavies,
        albedo: 0.2,
        angular_loss: 0.16,
        spectral_factor: 1.005,
        module: Module::CrystallineSilicon,
        mounting: Faiman { u0_w_m2_k: 26.9, u1_w_s_m3_k: 6.2 },
        losses: DcLosses {
            soiling: 0.02,
            shading: 0.005,
            mismatch: 0.02,
            wiring: 0.02,
            connections: 0.005,
            light_induced_degradation: 0.015,
            nameplate: 0.01,
            availability: 0.005,
            ..DcLosses::default()
        },
        inverter: Inverter { nominal_efficiency: 0.96, dc_ac_ratio: 1.1 },
    }
}

const SOUTH_35: Plane = Plane { tilt: Deg(35.0), azimuth: Deg(180.0) };

/// A row of the climate notes: monthly irradiation and turbidity, and the yield that PVGIS gives at 35° south.
struct Place {
    name: &'static str,
    climate: Climate,
    pvgis_kwh: f64,
}

/// Temperature and wind of the region where a place has no row of its own: Siedlce 1991–2020 and IMGW Siedlce.
const EAST_TEMPERATURE_C: [f64; 12] = [-1.9, -0.9, 2.9, 8.8, 13.8, 17.3, 19.2, 18.6, 13.5, 8.3, 3.5, -0.5];
const EAST_WIND_M_S: [f64; 12] = [4.2, 3.4, 3.1, 3.6, 2.7, 2.6, 2.6, 2.4, 3.2, 3.4, 3.4, 3.9];
const SOUTH_TEMPERATURE_C: [f64; 12] = [-1.8, -0.7, 2.8, 8.2, 12.8, 16.5, 18.2, 17.9, 13.2, 8.6, 4.1, -0.3];
const SOUTH_WIND_M_S: [f64; 12] = [4.1, 3.4, 4.6, 3.5, 3.2, 2.7, 2.7, 2.9, 3.3, 3.7, 4.3, 4.5];

fn place(
    name: &'static str,
    (latitude, longitude, elevation_m): (f64, f64, f64),
    ghi_kwh_m2: [f64; 12],
    linke_turbidity: [f64; 12],
    pvgis_kwh: f64,
) -> Place {
    let south = latitude < 50.0;
    let climate = Climate {
        latitude: Deg(latitude),
        longitude: Deg(longitude),
        elevation_m,
        ghi_kwh_m2,
        temperature_c: if south { SOUTH_TEMPERATURE_C } else { EAST_TEMPERATURE_C },
        linke_turbidity,
        wind_m_s: if south { SOUTH_WIND_M_S } else { EAST_WIND_M_S },
    };
    Place { name, climate, pvgis_kwh }
}

/// Sokołów Podlaski; yield interpolated between PVGIS anchors.
fn sokolow() -> Place {
    place(
        "Sokołów Podlaski",
        (52.41, 22.25, 166.0),
        [20.3, 38.8, 82.4, 121.7, 157.2, 175.4, 173.4, 152.7, 101.2, 58.4, 25.4, 15.6],
        [2.95, 3.2, 3.75, 4.25, 3.6, 4.4, 4.5, 4.75, 4.7, 3.35, 2.9, 2.9],
        1037.0,
    )
}

/// Żywiec; yield interpolated between PVGIS anchors.
fn zywiec() -> Place {
    place(
        "Żywiec",
        (49.69, 19.19, 390.0),
        [26.4, 43.7, 90.8, 120.1, 155.9, 175.4, 175.7, 150.8, 102.1, 63.7, 29.5, 21.0],
        [3.7, 3.8, 3.7, 3.85, 5.0, 5.85, 5.35, 5.45, 4.9, 4.7, 3.4, 3.3],
        1050.0,
    )
}

/// Voivodeship seats; yields of PVGIS 5.3, 2014–2023, 35° south, 14 % losses, as reached by the climate notes.
fn seats() -> [Place; 6] {
    [
        place(
            "Białystok",
            (53.13, 23.16, 138.0),
            [19.0, 37.0, 79.0, 119.0, 156.0, 173.0, 173.0, 149.0, 100.0, 55.0, 23.0, 14.0],
            [2.85, 2.9, 3.2, 3.5, 3.2, 3.75, 3.8, 4.25, 4.05, 2.75, 2.6, 2.9],
            1002.0,
        ),
        place(
            "Gdańsk",
            (54.35, 18.65, 26.0),
            [18.0, 37.0, 80.0, 125.0, 167.0, 183.0, 182.0, 152.0, 99.0, 57.0, 22.0, 12.0],
            [2.65, 2.85, 2.75, 3.05, 2.8, 3.3, 3.05, 3.1, 3.65, 2.85, 3.05, 2.85],
            1043.0,
        ),
        place(
            "Kraków",
            (50.06, 19.94, 250.0),
            [26.0, 44.0, 91.0, 122.0, 161.0, 182.0, 177.0, 153.0, 104.0, 65.0, 29.0, 21.0],
            [3.65, 3.6, 4.6, 4.6, 4.9, 5.3, 5.15, 5.05, 5.45, 4.55, 4.1, 3.0],
            1079.0,
        ),
        place(
            "Szczecin",
            (53.43, 14.55, 26.0),
            [18.0, 36.0, 77.0, 118.0, 159.0, 176.0, 172.0, 146.0, 96.0, 55.0, 23.0, 13.0],
            [2.95, 3.05, 3.55, 3.65, 4.1, 3.85, 3.85, 4.1, 3.5, 3.4, 3.1, 2.9],
            991.0,
        ),
        place(
            "Warszawa",
            (52.23, 21.01, 82.0),
            [21.0, 39.0, 82.0, 121.0, 158.0, 174.0, 176.0, 154.0, 103.0, 59.0, 27.0, 16.0],
            [2.95, 3.2, 3.85, 4.25, 3.6, 4.35, 4.45, 4.75, 4.7, 3.5, 2.9, 2.9],
            1039.0,
        ),
        place(
            "Wrocław",
            (51.11, 17.04, 110.0),
            [24.0, 43.0, 88.0, 126.0, 164.0, 178.0, 180.0, 157.0, 104.0, 63.0, 30.0, 19.0],
            [3.4, 3.45, 4.1, 4.25, 4.4, 4.6, 4.6, 4.55, 4.65, 3.8, 3.45, 2.95],
            1079.0,
        ),
    ]
}

fn yield_kwh(climate: &Climate, seed: u64) -> f64 {
    let weather = weather::synthesise(climate, 2026, seed);
    generation::unit_yield(&SOUTH_35, &weather, &reference_system()).ladder.meter.0
}

/// Mean yield of seeds 1 to 8 and yield of seed 1, each relative to PVGIS.
fn against_pvgis(place: &Place) -> (f64, f64) {
    let yields: Vec<f64> = (1..=8).map(|seed| yield_kwh(&place.climate, seed)).collect();
    let mean = yields.iter().sum::<f64>() / 8.0;
    println!("{}: mean {mean:.0}, seed 1 {:.0}, PVGIS {:.0} kWh/kWp", place.name, yields[0], place.pvgis_kwh);
    (mean / place.pvgis_kwh - 1.0, yields[0] / place.pvgis_kwh - 1.0)
}

#[test]
fn the_yield_in_sokolow_is_that_of_pvgis() {
    let (mean, first) = against_pvgis(&sokolow());
    assert!(mean.abs() < 0.015, "mean of seeds {mean:+.3}");
    assert!(first.abs() < 0.03, "seed 1 {first:+.3}");
}

#[test]
fn the_yield_in_zywiec_is_that_of_pvgis() {
    let (mean, first) = against_pvgis(&zywiec());
    assert!(mean.abs() < 0.02 && first.abs() < 0.04, "mean {mean:+.3}, seed 1 {first:+.3}");
}

#[test]
fn the_yields_of_voivodeship_seats_are_those_of_pvgis() {
    for place in seats() {
        let (mean, _) = against_pvgis(&place);
        assert!(mean.abs() < 0.03, "{}: {mean:+.3}", place.name);
    }
}

#[test]
fn the_same_seed_gives_the_same_year_and_another_seed_another() {
    let climate = sokolow().climate;
    assert_eq!(weather::synthesise(&climate, 2026, 5), weather::synthesise(&climate, 2026, 5));
    assert_ne!(weather::synthesise(&climate, 2026, 5).ghi, weather::synthesise(&climate, 2026, 6).ghi);
}

#[test]
fn a_leap_year_has_a_day_more() {
    let weather = weather::synthesise(&sokolow().climate, 2028, 1);
    assert_eq!(weather.ghi.len(), 8784);
    assert_eq!(weather.temperature.len(), 8784);
}

#[test]
fn losses_and_inverter_make_the_14_percent_of_pvgis() {
    let weather = weather::synthesise(&sokolow().climate, 2026, 1);
    let ladder = generation::unit_yield(&SOUTH_35, &weather, &reference_system()).ladder;
    let dc_kwh = ladder.sky.0 + ladder.steps[..5].iter().map(|step| step.change.0).sum::<f64>();
    let lost = 1.0 - ladder.meter.0 / dc_kwh;
    assert!((lost - 0.14).abs() < 0.003, "{lost}");
}

#[test]
fn one_sky_serves_many_seeds() {
    let sky = Sky::new(&sokolow().climate, 2026);
    assert_eq!(sky.draw(3), weather::synthesise(&sokolow().climate, 2026, 3));
}

#[test]
fn planes_add_up_by_their_power() {
    let weather = weather::synthesise(&sokolow().climate, 2026, 1);
    let system = reference_system();
    let south = generation::unit_yield(&SOUTH_35, &weather, &system);
    let east = generation::unit_yield(&Plane { azimuth: Deg(90.0), ..SOUTH_35 }, &weather, &system);
    let both = generation::combine(&[(Kwp(3.0), &south), (Kwp(2.0), &east)]);
    let expected = 3.0 * south.ladder.meter.0 + 2.0 * east.ladder.meter.0;
    assert!((both.ac.total().0 - expected).abs() < 1e-9 * expected);
    assert!((both.ladder.meter.0 - expected).abs() < 1e-9 * expected);
    assert!(both.ladder.residual().0.abs() < 1e-9 * expected);
}

/// Hours before each month of a common year.
const MONTH_HOURS: [usize; 13] = [0, 744, 1416, 2160, 2880, 3624, 4344, 5088, 5832, 6552, 7296, 8016, 8760];

/// Monthly sums of irradiation and means of temperature and wind are those of the climate; light is split without
/// loss; night is dark.
fn check(weather: &Weather, climate: &Climate) -> Result<(), TestCaseError> {
    for month in 0..12 {
        let hours = MONTH_HOURS[month]..MONTH_HOURS[month + 1];
        let count = f64::from(u32::try_from(hours.len()).expect("small"));
        let ghi_kwh_m2 = weather.ghi.raw()[hours.clone()].iter().sum::<f64>() / 1000.0;
        let temperature_c = weather.temperature.raw()[hours.clone()].iter().sum::<f64>() / count;
        let wind_m_s = weather.wind.raw()[hours].iter().sum::<f64>() / count;
        prop_assert!((ghi_kwh_m2 / climate.ghi_kwh_m2[month] - 1.0).abs() < 1e-9);
        prop_assert!((temperature_c - climate.temperature_c[month]).abs() < 1e-9);
        prop_assert!((wind_m_s - climate.wind_m_s[month]).abs() < 1e-9);
    }
    for hour in 0..weather.ghi.len() {
        let (ghi, dni, dhi) = (weather.ghi[hour], weather.dni[hour], weather.dhi[hour]);
        let cos_zenith = weather.sun.direction[hour][2];
        prop_assert!(ghi >= 0.0 && dni >= 0.0 && dhi >= 0.0 && weather.wind[hour] >= 0.0);
        prop_assert!(dhi <= ghi && dni <= weather.sun.extraterrestrial[hour]);
        prop_assert!((ghi - dhi - dni * cos_zenith.max(0.0)).abs() < 1e-9);
        prop_assert!(weather.temperature[hour].is_finite());
        prop_assert!(cos_zenith > 0.0 || ghi == 0.0);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_year_anywhere_in_poland_keeps_its_books(
        latitude in 49.0..55.0_f64,
        longitude in 14.0..24.2_f64,
        brightness in 0.6..1.25_f64,
        turbidity in 2.0..6.5_f64,
        seed in any::<u64>(),
        (tilt, azimuth) in (0.0..90.0_f64, 0.0..360.0_f64),
        dc_ac_ratio in 0.9..1.6_f64,
        perez in any::<bool>(),
    ) {
        let mut climate = sokolow().climate;
        climate.latitude = Deg(latitude);
        climate.longitude = Deg(longitude);
        climate.linke_turbidity = [turbidity; 12];
        climate.ghi_kwh_m2.iter_mut().for_each(|ghi| *ghi *= brightness);
        let weather = weather::synthesise(&climate, 2026, seed);
        check(&weather, &climate)?;

        let mut system = reference_system();
        system.inverter.dc_ac_ratio = dc_ac_ratio;
        system.transposition = if perez { Transposition::Perez } else { Transposition::HayDavies };
        let plane = Plane { tilt: Deg(tilt), azimuth: Deg(azimuth) };
        let unit = generation::unit_yield(&plane, &weather, &system);
        let limit_kwh = 1.0 / dc_ac_ratio;
        for (hour, ac_kwh) in unit.ac.raw().iter().enumerate() {
            prop_assert!(*ac_kwh >= 0.0 && *ac_kwh <= limit_kwh + 1e-12);
            prop_assert!(weather.ghi[hour] > 0.0 || *ac_kwh == 0.0);
        }
        prop_assert!(unit.ladder.residual().0.abs() < 1e-9 * unit.ladder.sky.0);
        prop_assert!((unit.ladder.meter.0 - unit.ac.total().0).abs() < 1e-9);
        prop_assert!((unit.ladder.sky.0 - weather.ghi.total().0 / 1000.0).abs() < 1e-9);
    }
}
