//! The cells of a row read into a rule, column by column.
//!
//! The crate `csv` can do so too, but brings far more code for each kind of row, and the page has to load it.

use csv::StringRecord;
use serde::{
    Deserializer,
    de::{
        DeserializeOwned, Error as _, IntoDeserializer, Visitor,
        value::{Error, MapDeserializer},
    },
};
use std::str::FromStr;

/// All columns that `T` names, read into it.
///
/// # Errors
/// The column and what is wrong in it.
pub(super) fn row<T: DeserializeOwned>(headers: &StringRecord, record: &StringRecord) -> Result<T, String> {
    let column = std::cell::Cell::new("");
    let cells = headers.iter().zip(record).map(|(header, text)| {
        column.set(header);
        (header, Cell(text))
    });
    T::deserialize(MapDeserializer::new(cells)).map_err(|error: Error| format!("{}: {error}", column.get()))
}

/// The text of one cell.
#[derive(Clone, Copy)]
struct Cell<'a>(&'a str);

impl Cell<'_> {
    fn number<N: FromStr>(self) -> Result<N, Error> {
        self.0.parse().map_err(|_| Error::custom(format_args!("'{}' is no number of the kind expected", self.0)))
    }
}

impl<'de> IntoDeserializer<'de, Error> for Cell<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Cell<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.0)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_f64(self.number()?)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_u8(self.number()?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_u64(self.number()?)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_i32(self.number()?)
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
        visitor.visit_enum(self.0.into_deserializer())
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
