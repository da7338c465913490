//! The cells of a row read into a rule, column by column.
//!
//! The crate `csv` can do so too, but brings far more code for each kind of row, and the page has to load it.

use crate::decimal;
use crate::error::{Fault, Wrong};
use csv::StringRecord;
use serde::{
    Deserializer,
    de::{
        DeserializeOwned, DeserializeSeed, Error as _, IntoDeserializer, SeqAccess, Unexpected, Visitor,
        value::StrDeserializer,
    },
};
use std::{cell::Cell as Shared, fmt, str::FromStr};

/// All columns that `T` names, read into it.
///
/// # Errors
/// The column and what is wrong in it.
pub(super) fn row<T: DeserializeOwned>(headers: &StringRecord, record: &StringRecord) -> Result<T, Box<Wrong>> {
    let column = Shared::new("");
    let row = Record { headers, record, column: &column };
    T::deserialize(row).map_err(|error| wrong(row, error))
}

/// What is wrong in the column that was read last.
fn wrong(row: Record<'_>, Error(mut fault): Error) -> Box<Wrong> {
    let column = row.column.get();
    if let Fault::Unreadable { text, .. } = &mut *fault {
        text.push_str(row.cell(column).unwrap_or_default());
    }
    Wrong::new(column, *fault)
}

/// The number that a cell holds; a spreadsheet may have put a comma for the point.
pub(super) fn number(cell: &str) -> Option<f64> {
    decimal::parse_with(cell, b',')
}

/// What is wrong with a cell.
#[derive(Debug)]
struct Error(Box<Fault>);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Error {}

impl serde::de::Error for Error {
    /// `wanted` names what the column holds.
    fn custom<T: fmt::Display>(wanted: T) -> Self {
        Self(Box::new(Fault::Unreadable { text: String::new(), wanted: wanted.to_string() }))
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        Self::custom("cell")
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        Self::custom("number")
    }

    fn unknown_variant(name: &str, known: &'static [&'static str]) -> Self {
        let known = known.iter().map(|name| (*name).to_owned()).collect();
        Self(Box::new(Fault::Unknown { name: name.to_owned(), known }))
    }
}

/// A row: a struct takes its fields from the columns of their names.
#[derive(Clone, Copy)]
struct Record<'a> {
    headers: &'a StringRecord,
    record: &'a StringRecord,
    column: &'a Shared<&'static str>,
}

impl<'de> Deserializer<'de> for Record<'_> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_seq(Columns { row: self, left: fields })
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct
        seq tuple tuple_struct map enum identifier ignored_any
    }
}

impl<'a> Record<'a> {
    fn cell(&self, column: &str) -> Option<&'a str> {
        self.headers.iter().position(|header| header == column).and_then(|at| self.record.get(at))
    }
}

/// The columns of a row that are still to be read.
struct Columns<'a> {
    row: Record<'a>,
    left: &'static [&'static str],
}

impl<'de> SeqAccess<'de> for Columns<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some((&column, rest)) = self.left.split_first() else { return Ok(None) };
        self.left = rest;
        self.row.column.set(column);
        seed.deserialize(Cell(self.row.cell(column).ok_or_else(|| Error::custom("column"))?)).map(Some)
    }
}

/// The text of one cell.
#[derive(Clone, Copy)]
struct Cell<'a>(&'a str);

impl Cell<'_> {
    fn decimal(self) -> Result<f64, Error> {
        number(self.0).ok_or_else(|| Error::custom("number"))
    }

    fn whole<N: FromStr>(self) -> Result<N, Error> {
        self.0.parse().map_err(|_| Error::custom("whole"))
    }
}

impl<'de> Deserializer<'de> for Cell<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.0)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_f64(self.decimal()?)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_u8(self.whole()?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_u64(self.whole()?)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_i32(self.whole()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.0.is_empty() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let name: StrDeserializer<'_, Error> = self.0.into_deserializer();
        visitor.visit_enum(name)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i64 u16 u32 f32 char str string bytes byte_buf unit unit_struct newtype_struct seq tuple
        tuple_struct map struct identifier
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        Small,
        Large,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Thing {
        kind: Kind,
        price: f64,
        count: Option<u8>,
        name: String,
    }

    fn read(cells: [&str; 5]) -> Result<Thing, Box<Wrong>> {
        let headers = StringRecord::from(vec!["name", "kind", "other", "count", "price"]);
        row(&headers, &StringRecord::from(cells.to_vec()))
    }

    #[test]
    fn cells_are_read_by_the_names_of_their_columns() {
        let thing = |kind, count, name: &str| Thing { kind, price: 2.5, count, name: name.to_owned() };
        assert_eq!(read(["a b", "small", "x", "", "2.5"]), Ok(thing(Kind::Small, None, "a b")));
        assert_eq!(read(["", "large", "", "7", "2.5"]), Ok(thing(Kind::Large, Some(7), "")));
    }

    #[test]
    fn a_wrong_cell_is_named_by_its_column() {
        let error = |cells| read(cells).unwrap_err();
        let unreadable =
            |text: &str, wanted: &str| Fault::Unreadable { text: text.to_owned(), wanted: wanted.to_owned() };
        let known = ["small", "large"].map(str::to_owned).to_vec();
        let unknown = Fault::Unknown { name: "huge".to_owned(), known };
        assert_eq!(error(["a", "huge", "", "", "1"]), Wrong::new("kind", unknown));
        assert_eq!(error(["a", "small", "", "300", "1"]), Wrong::new("count", unreadable("300", "whole")));
        assert_eq!(error(["a", "small", "", "", ""]), Wrong::new("price", unreadable("", "number")));
    }

    #[test]
    fn a_comma_of_a_spreadsheet_is_a_point() {
        assert_eq!(read(["", "large", "", "", "2,5"]).map(|thing| thing.price), Ok(2.5));
    }
}
