//! What a person has said, as a short text for an address: the links of every release stay readable for good.
//!
//! The text is base64url of a [postcard](https://postcard.jamesmunro.co.uk) message whose first byte is the version.
//! The shapes of a released version never change; a new shape is a new variant of [`Link`].

mod more;

use crate::model::inputs::{Consumption, Contract, Household, Money, RoofPlane, Scenario, SettlementScheme};
use crate::rules::price_path::PricePathId;
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Longest text looked at; the longest genuine one has about 500 characters.
const LONGEST: usize = 2000;
/// Longest name of a town, a tariff group, a programme or a tax rate.
const LONGEST_WORD: usize = 60;

/// Everything a person has said on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// The home.
    pub scenario: Scenario,
    /// The person gives the size; otherwise the recommended size is shown.
    pub own_size: bool,
}

impl Said {
    /// True where the scenario's size counts: the person gives it, or the plant stands already.
    #[must_use]
    pub fn sizes_itself(&self) -> bool {
        self.own_size || !self.scenario.scheme.takes_new_plants()
    }
}

/// Why a text is no link of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// Damaged, cut off, or of a version this build does not know.
    Unreadable,
    /// Readable, but with numbers outside their limits.
    OutOfRange,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable => "the link is damaged or of an unknown version",
            Self::OutOfRange => "the link holds numbers outside their limits",
        })
    }
}

impl std::error::Error for LinkError {}

/// Every version of the message there has been.
#[derive(Serialize, Deserialize)]
enum Link {
    V1(HomeV1),
    V2(HomeV2),
    V3(HomeV3),
}

/// What the first version says, and the terms of the contract and the course of prices.
#[derive(Serialize, Deserialize)]
struct HomeV2 {
    home: HomeV1,
    scheme: SchemeV2,
    billing_months: u8,
    price_path: Option<PricePathV2>,
}

/// What the second version says, and further answers by their numbers.
#[derive(Serialize, Deserialize)]
struct HomeV3 {
    home: HomeV2,
    numbers: Vec<(u8, f64)>,
    words: Vec<(u8, String)>,
}

#[derive(Serialize, Deserialize)]
enum SchemeV2 {
    Rce,
    Rcem,
    NetMetering,
}

#[derive(Serialize, Deserialize)]
enum PricePathV2 {
    Flat,
    Rising,
    FallingMidday,
}

#[derive(Serialize, Deserialize)]
struct HomeV1 {
    town: String,
    consumption: ConsumptionV1,
    persons: u8,
    home_by_day: bool,
    group: String,
    phases: u8,
    planes: Vec<PlaneV1>,
    own_size: bool,
    pv_kwp: f64,
    battery_kwh: f64,
    money: MoneyV1,
    seed: u64,
}

#[derive(Serialize, Deserialize)]
enum ConsumptionV1 {
    KwhPerYear(f64),
    GrossPlnPerMonth(f64),
}

#[derive(Serialize, Deserialize)]
struct PlaneV1 {
    area_m2: f64,
    tilt_deg: f64,
    azimuth_deg: f64,
}

#[derive(Serialize, Deserialize)]
struct MoneyV1 {
    pv_gross_pln: Option<f64>,
    battery_gross_pln: Option<f64>,
    grant_gross_pln: f64,
    discount_percent: Option<f64>,
    energy_growth_percent: Option<f64>,
    export_growth_percent: Option<f64>,
}

/// The text of what was said; empty in the impossible case that it cannot be written.
#[must_use]
pub fn encode(said: &Said) -> String {
    let home = HomeV2::from(said);
    let (numbers, words) = (more::numbers(&said.scenario, &Scenario::default()), more::words(&said.scenario));
    let more = !numbers.is_empty() || !words.is_empty();
    let link = if more { Link::V3(HomeV3 { home, numbers, words }) } else { Link::V2(home) };
    let bytes = postcard::to_allocvec(&link).unwrap_or_default();
    BASE64URL_NOPAD.encode(&bytes)
}

/// What a text says.
///
/// # Errors
/// [`LinkError`] for anything that was not written by [`encode`], or not with numbers within their limits.
pub fn decode(text: &str) -> Result<Said, LinkError> {
    if text.len() > LONGEST {
        return Err(LinkError::Unreadable);
    }
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| LinkError::Unreadable)?;
    let (link, rest) = postcard::take_from_bytes(&bytes).map_err(|_| LinkError::Unreadable)?;
    if !rest.is_empty() {
        return Err(LinkError::Unreadable);
    }
    let said = match link {
        Link::V1(home) => Said::from(home),
        Link::V2(home) => Said::from(home),
        Link::V3(HomeV3 { home, numbers, words }) => {
            let mut said = Said::from(home);
            more::put_all(&mut said.scenario, &numbers, &words).ok_or(LinkError::Unreadable)?;
            said
        }
    };
    let Scenario { town, tariff, money, .. } = &said.scenario;
    if [town, &tariff.group, &money.programme, &money.tax_rate].iter().any(|word| word.len() > LONGEST_WORD) {
        return Err(LinkError::Unreadable);
    }
    if said.scenario.out_of_range().is_empty() { Ok(said) } else { Err(LinkError::OutOfRange) }
}

impl From<&Said> for HomeV1 {
    fn from(said: &Said) -> Self {
        let Said { scenario, own_size } = said;
        let plane = |plane: &RoofPlane| PlaneV1 {
            area_m2: plane.area_m2,
            tilt_deg: plane.tilt_deg,
            azimuth_deg: plane.azimuth_deg,
        };
        Self {
            town: scenario.town.clone(),
            consumption: match scenario.consumption {
                Consumption::KwhPerYear(kwh) => ConsumptionV1::KwhPerYear(kwh),
                Consumption::GrossPlnPerMonth(pln) => ConsumptionV1::GrossPlnPerMonth(pln),
            },
            persons: scenario.household.persons,
            home_by_day: scenario.household.home_by_day,
            group: scenario.tariff.group.clone(),
            phases: scenario.tariff.phases,
            planes: scenario.planes.iter().map(plane).collect(),
            own_size: *own_size,
            pv_kwp: scenario.pv_kwp,
            battery_kwh: scenario.battery_kwh,
            money: MoneyV1 {
                pv_gross_pln: scenario.money.pv_gross_pln,
                battery_gross_pln: scenario.money.battery_gross_pln,
                grant_gross_pln: scenario.money.grant_gross_pln,
                discount_percent: scenario.money.discount_percent,
                energy_growth_percent: scenario.money.energy_growth_percent,
                export_growth_percent: scenario.money.export_growth_percent,
            },
            seed: scenario.seed,
        }
    }
}

impl From<HomeV1> for Said {
    fn from(home: HomeV1) -> Self {
        let plane = |plane: PlaneV1| RoofPlane {
            area_m2: plane.area_m2,
            tilt_deg: plane.tilt_deg,
            azimuth_deg: plane.azimuth_deg,
        };
        let scenario = Scenario {
            town: home.town,
            consumption: match home.consumption {
                ConsumptionV1::KwhPerYear(kwh) => Consumption::KwhPerYear(kwh),
                ConsumptionV1::GrossPlnPerMonth(pln) => Consumption::GrossPlnPerMonth(pln),
            },
            household: Household { persons: home.persons, home_by_day: home.home_by_day, ..Household::default() },
            tariff: Contract { group: home.group, phases: home.phases, ..Contract::default() },
            planes: home.planes.into_iter().map(plane).collect(),
            pv_kwp: home.pv_kwp,
            battery_kwh: home.battery_kwh,
            money: Money {
                pv_gross_pln: home.money.pv_gross_pln,
                battery_gross_pln: home.money.battery_gross_pln,
                grant_gross_pln: home.money.grant_gross_pln,
                discount_percent: home.money.discount_percent,
                energy_growth_percent: home.money.energy_growth_percent,
                export_growth_percent: home.money.export_growth_percent,
                ..Money::default()
            },
            seed: home.seed,
            ..Scenario::default()
        };
        Self { scenario, own_size: home.own_size }
    }
}

impl From<&Said> for HomeV2 {
    fn from(said: &Said) -> Self {
        let scenario = &said.scenario;
        Self {
            home: said.into(),
            scheme: match scenario.scheme {
                // This version knows the three schemes of one's own plant; the third says the others.
                SettlementScheme::NetBillingRce
                | SettlementScheme::Virtual
                | SettlementScheme::Collective
                | SettlementScheme::Tenant => SchemeV2::Rce,
                SettlementScheme::NetBillingRcem => SchemeV2::Rcem,
                SettlementScheme::NetMetering => SchemeV2::NetMetering,
            },
            billing_months: scenario.tariff.billing_months,
            price_path: scenario.money.price_path.map(|path| match path {
                PricePathId::Flat => PricePathV2::Flat,
                PricePathId::Rising => PricePathV2::Rising,
                PricePathId::FallingMidday => PricePathV2::FallingMidday,
            }),
        }
    }
}

impl From<HomeV2> for Said {
    fn from(link: HomeV2) -> Self {
        let mut said = Self::from(link.home);
        said.scenario.scheme = match link.scheme {
            SchemeV2::Rce => SettlementScheme::NetBillingRce,
            SchemeV2::Rcem => SettlementScheme::NetBillingRcem,
            SchemeV2::NetMetering => SettlementScheme::NetMetering,
        };
        said.scenario.tariff.billing_months = link.billing_months;
        said.scenario.money.price_path = link.price_path.map(|path| match path {
            PricePathV2::Flat => PricePathId::Flat,
            PricePathV2::Rising => PricePathId::Rising,
            PricePathV2::FallingMidday => PricePathId::FallingMidday,
        });
        said
    }
}
