//! JSON of Energa Mój Licznik and of the interface of PSE → values with their time.

use super::{
    Count, Entries, Entry, Flow, Format, MOST_ROWS, Refusal, Why,
    delimited::believed,
    layout::{Mapping, Mark, Role, Unit, Want},
    stamp,
};
use serde_json::Value;

/// Length of the intervals of PSE.
const QUARTER_MIN: i32 = 15;

/// A JSON file, read.
pub(super) struct List {
    pub entries: Entries,
    pub count: Count,
    pub format: Format,
    pub mapping: Mapping,
}

/// Reads a JSON text; none where it is no JSON. The only question open in it is which flow an Energa file holds.
pub(super) fn read(text: &str, want: Want, own: Option<&Mapping>) -> Option<Result<List, Refusal>> {
    let value: Value = serde_json::from_str(text).ok()?;
    let fallback = if want == Want::Prices { Flow::Price } else { Flow::Import };
    let flow = own.map_or(fallback, |own| own.flow);
    let mut items = Vec::new();
    collect(&value, &mut items);
    if items.len() > MOST_ROWS {
        return Some(Err(Refusal::TooLong));
    }
    let mut entries = Entries { utc: true, ..Entries::default() };
    let mut count = Count { lines: items.len(), ..Count::default() };
    for (index, item) in items.into_iter().enumerate() {
        let read = match want {
            Want::Meter => energa(item, flow),
            Want::Prices => pse(item),
        };
        match read {
            Ok(entry) => {
                entries.list.push(entry);
                count.read += 1;
            }
            Err(why) => count.reject(index + 1, &item.to_string(), why),
        }
    }
    let format = if want == Want::Prices { Format::Pse } else { Format::Energa };
    let mapping = Mapping { roles: vec![Role::TimeUtc, Role::Value], mark: Some(Mark::Start), unit: Unit::Usual, flow };
    Some(Ok(List { entries, count, format, mapping }))
}

/// Every object of every list of objects, in order.
fn collect<'a>(value: &'a Value, items: &mut Vec<&'a Value>) {
    match value {
        Value::Array(list) => {
            for item in list {
                let leaf = item.as_object().is_some_and(|object| {
                    !object.values().any(|inner| inner.as_array().is_some_and(|list| list.iter().any(Value::is_object)))
                });
                if leaf {
                    items.push(item);
                } else {
                    collect(item, items);
                }
            }
        }
        Value::Object(object) => object.values().for_each(|inner| collect(inner, items)),
        _ => {}
    }
}

/// `tm`: beginning of the hour, milliseconds since 1970 in UTC; `zones`: kWh by zone of the tariff.
fn energa(item: &Value, flow: Flow) -> Result<Entry, Why> {
    let time = item.get("tm").ok_or(Why::NoTime)?;
    let milliseconds = time.as_i64().or_else(|| time.as_str()?.parse().ok()).ok_or(Why::NoTime)?;
    let (day, minute) = time_of(milliseconds.div_euclid(60_000))?;
    let zones = item.get("zones").and_then(Value::as_array).ok_or(Why::NoValue)?;
    let mut sum_kwh = None;
    for zone in zones.iter().filter(|zone| !zone.is_null()) {
        *sum_kwh.get_or_insert(0.0) += believed(flow, Unit::Usual, zone.as_f64().ok_or(Why::NoNumber)?)?;
    }
    Ok(Entry { day, minute, flow, value: believed(flow, Unit::Usual, sum_kwh.ok_or(Why::NoValue)?)? })
}

/// `dtime_utc`: end of the quarter in UTC; `rce_pln`: zł/MWh.
fn pse(item: &Value) -> Result<Entry, Why> {
    let end = item.get("dtime_utc").and_then(Value::as_str).and_then(|cell| stamp::date(cell, false));
    let end = end.filter(|end| end.minute.is_some()).ok_or(Why::NoTime)?;
    let minute = end.minute.unwrap_or_default() - end.ahead_of_utc.unwrap_or_default() - QUARTER_MIN;
    let price = item.get("rce_pln").ok_or(Why::NoValue)?;
    let value = price.as_f64().or_else(|| super::cell::number(price.as_str()?)).ok_or(Why::NoNumber)?;
    Ok(Entry { day: end.day, minute, flow: Flow::Price, value: believed(Flow::Price, Unit::Usual, value)? })
}

/// Day and minute of a time between 2000 and 2099.
fn time_of(minutes: i64) -> Result<(i32, i32), Why> {
    let minutes = i32::try_from(minutes).ok().filter(|minutes| (15_778_080..68_374_080).contains(minutes));
    minutes.map(|minutes| (minutes.div_euclid(1440), minutes.rem_euclid(1440))).ok_or(Why::NoTime)
}
