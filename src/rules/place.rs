//! Towns with their climate, and the companies that serve them.

use super::{
    pack::Pack,
    table::{Fields, Plan, Table, records},
};
use crate::error::{DataError, Wrong};
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
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
        let climate = MonthlyClimate {
            ghi_kwh_m2: fields.months("ghi")?,
            temp_c: fields.months("temp")?,
            linke: fields.months("linke")?,
            wind_m_s: fields.months("wind")?,
        };
        let town = Self { climate, ..fields.row()? };
        // Wide enough for any place in Poland and around it.
        let climate = &town.climate;
        let numbers: [(&str, &[f64], f64, f64); 7] = [
            ("lat_deg", &[town.lat.0], 48.0, 56.0),
            ("lon_deg", &[town.lon.0], 13.0, 25.0),
            ("elevation_m", &[town.elevation_m], -10.0, 2600.0),
            ("ghi_01", &climate.ghi_kwh_m2, 1.0, 300.0),
            ("temp_01", &climate.temp_c, -40.0, 40.0),
            ("linke_01", &climate.linke, 1.0, 10.0),
            ("wind_01", &climate.wind_m_s, 0.0, 30.0),
        ];
        for (column, values, least, most) in numbers {
            if values.iter().any(|value| !(least..=most).contains(value)) {
                return Err(Wrong::limits(column, least, most));
            }
        }
        Ok(town)
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
    const KEY: usize = 1;

    fn read(fields: &Fields<'_>) -> Result<Self, Box<Wrong>> {
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

/// Reads a table of documents; those of a pack carry its mark.
pub(super) fn sources(name: &'static str, text: &str, pack: &Pack) -> Result<Vec<Source>, Vec<DataError>> {
    let plan = Plan { name, columns: &Source::COLUMNS, key: 1, text, pack };
    records(plan, |line, fields| {
        let mut source: Source = fields.row()?;
        if line <= pack.lines(name) {
            source.title.push_str(pack.mark());
        }
        Ok(source)
    })
}
