//! Towns with their climate, and the companies that serve them.

use super::table::{Fields, Table};
use crate::units::Deg;
use serde::Deserialize;

/// Twelve monthly figures of a place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MonthlyClimate {
    /// Global horizontal irradiation of the month, kWh/m².
    pub ghi_kwh_m2: [f64; 12],
    /// Mean air temperature, °C.
    pub temp_c: [f64; 12],
    /// Linke turbidity of the air, dimensionless.
    pub linke: [f64; 12],
    /// Mean wind speed 10 m above ground, m/s.
    pub wind_m_s: [f64; 12],
}

/// A row of `towns.csv`: a place people can choose.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Town {
    /// Short name used in links: `sokolow-podlaski`.
    pub id: String,
    /// Name as written in Polish.
    pub name_pl: String,
    /// Voivodeship, in Polish.
    pub voivodeship: String,
    /// Latitude, degrees north.
    #[serde(rename = "lat_deg")]
    pub lat: Deg,
    /// Longitude, degrees east.
    #[serde(rename = "lon_deg")]
    pub lon: Deg,
    /// Height above sea level, m.
    pub elevation_m: f64,
    /// Distribution company, a key of `operators.csv`.
    pub operator: String,
    /// Default seller, a key of `operators.csv`.
    pub seller: String,
    /// Climate, month by month.
    #[serde(skip)]
    pub climate: MonthlyClimate,
}

impl Table for Town {
    const NAME: &'static str = "towns.csv";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "name_pl",
        "voivodeship",
        "lat_deg",
        "lon_deg",
        "elevation_m",
        "operator",
        "seller",
        "ghi_MM",
        "temp_MM",
        "linke_MM",
        "wind_MM",
    ];

    fn read(fields: &Fields<'_>) -> Result<Self, String> {
        let climate = MonthlyClimate {
            ghi_kwh_m2: fields.months("ghi")?,
            temp_c: fields.months("temp")?,
            linke: fields.months("linke")?,
            wind_m_s: fields.months("wind")?,
        };
        Ok(Self { climate, ..fields.row()? })
    }

    fn key(&self) -> String {
        self.id.clone()
    }
}

/// What a company does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Owns the network and the meter (OSD).
    Operator,
    /// Sells the energy.
    Seller,
}

/// A row of `operators.csv`: a distribution company or a seller.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Company {
    /// Key used in other tables: `PGE`.
    pub id: String,
    /// What it does.
    pub role: Role,
    /// Name as it stands on the bill.
    pub name: String,
    /// Where it works, in a few words.
    pub area: String,
}

impl Table for Company {
    const NAME: &'static str = "operators.csv";
    const COLUMNS: &'static [&'static str] = &["id", "role", "name", "area"];

    fn read(fields: &Fields<'_>) -> Result<Self, String> {
        fields.row()
    }

    fn key(&self) -> String {
        self.id.clone()
    }
}

/// A row of `sources.csv`: a document that rows of other tables rest on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Source {
    /// Key used in the column `source` of the other tables.
    pub key: String,
    /// Title.
    pub title: String,
    /// Who issued it.
    pub publisher: String,
    /// Its date, or the day it was read.
    pub date: String,
    /// Where in it: position in the journal of laws, decision number, table.
    pub place: String,
    /// Address; empty where none is public.
    pub url: String,
}

impl Source {
    /// File name.
    pub const NAME: &'static str = "sources.csv";
    /// Columns; this table has no validity, documents do not expire.
    pub const COLUMNS: [&'static str; 6] = ["key", "title", "publisher", "date", "place", "url"];
}
