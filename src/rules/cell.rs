//! The cells of a row read into a rule, column by column.
//!
//! The crate `csv` can do so too, but brings far more code for each kind of row, and the page has to load it.

use crate::decimal;
use csv::StringRecord;
use serde::{
    Deserializer,
    de::{
        DeserializeOwned, DeserializeSeed, Error as _, IntoDeserializer, SeqAccess, Visitor,
        value::{Error, StrDeserializer},
    },
};
use std::{cell::Cell as Shared, str::FromStr};

/// All columns that `T` names, read into it.
///
/// # Errors
/// The column and what is wrong in it.
pub(super) fn row<T: DeserializeOwned>(headers: &StringRecord, record: &StringRecord) -> Result<T, String> {
    let column = Shared::new("");
    let row = Record { headers, record, column: &column };
    T::deserialize(row).map_err(|error: Error| format!("{}: {error}", column.get()))
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
        let Record { headers, record, column: shown } = self.row;
        shown.set(column);
        let cell = headers.iter().position(|header| header == column).and_then(|at| record.get(at));
        seed.deserialize(Cell(cell.ok_or_else(|| Error::custom("no such column"))?)).map(Some)
    }
}

/// The text of one cell.
#[derive(Clone, Copy)]
struct Cell<'a>(&'a str);

impl Cell<'_> {
    fn decimal(self) -> Result<f64, Error> {
        decimal::parse(self.0).ok_or_else(|| self.no_number())
    }

    fn whole<N: FromStr>(self) -> Result<N, Error> {
        self.0.parse().map_err(|_| self.no_number())
    }

    fn no_number(self) -> Error {
        Error::custom(format_args!("'{}' is no number of the kind expected", self.0))
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

    fn read(cells: [&str; 5]) -> Result<Thing, String> {
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
        assert!(error(["a", "huge", "", "", "1"]).starts_with("kind: unknown variant `huge`"));
        assert!(error(["a", "small", "", "300", "1"]).starts_with("count: '300'"));
        assert!(error(["a", "small", "", "", ""]).starts_with("price: ''"));
    }
}
