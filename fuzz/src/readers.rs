//! Every reader of foreign bytes, and what must hold for any bytes: no panic and no hang, what is read comes back when it
//! is written, figures are finite and within their limits, no row of a file is lost in silence.
//!
//! Fuzzing and the replay of the kept inputs (`tests/suite/corpus.rs`) call the same functions.

mod engines;
mod files;
mod packs;
mod tables;

use autonomia::{
    decimal,
    files::cell,
    firm::{
        file::{FileAsk, FileFound, answer},
        link as firm_link,
    },
    kept, link,
    model::inputs::Scenario,
    text::Lang,
};
use data_encoding::BASE64URL_NOPAD;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// A reader and its name, which is that of its kept inputs.
pub type Reader = (&'static str, fn(&[u8]));

/// All of them.
pub const ALL: [Reader; 12] = [
    ("link", link),
    ("firm_link", firm_link),
    ("kept", kept),
    ("scenario", scenario),
    ("firm_file", firm_file),
    ("simulate", engines::home),
    ("firm_simulate", engines::firm),
    ("meter", files::meter),
    ("prices", files::prices),
    ("cells", cells),
    ("tables", tables::any),
    ("pack", packs::any),
];

/// The address of a home: a message, as its text or as the text of its bytes.
fn link(bytes: &[u8]) {
    let as_message = BASE64URL_NOPAD.encode(bytes);
    let as_text = String::from_utf8_lossy(bytes);
    for text in [as_message.as_str(), as_text.as_ref()] {
        if let Ok(said) = link::decode(text) {
            assert!(said.scenario.out_of_range().is_empty());
            assert_eq!(link::decode(&link::encode(&said)).as_ref(), Ok(&said));
        }
    }
}

/// The address of a firm, likewise.
fn firm_link(bytes: &[u8]) {
    let as_message = format!("{}{}", firm_link::MARK, BASE64URL_NOPAD.encode(bytes));
    let as_text = String::from_utf8_lossy(bytes);
    for text in [as_message.as_str(), as_text.as_ref()] {
        if let Ok(said) = firm_link::decode(text) {
            assert!(said.scenario.out_of_range().is_empty());
            assert_eq!(firm_link::decode(&firm_link::encode(&said)).as_ref(), Ok(&said));
        }
    }
}

/// The hours that a browser keeps of files.
fn kept(bytes: &[u8]) {
    let as_message = BASE64URL_NOPAD.encode(bytes);
    let as_text = String::from_utf8_lossy(bytes);
    for text in [as_message.as_str(), as_text.as_ref()] {
        for parts in [kept::WH_PER_KWH, kept::HUNDREDTHS] {
            if let Some(hourly) = kept::hours(text, parts) {
                assert!(hourly.values().iter().all(|value| value.is_finite()));
                assert_eq!(kept::hours(&kept::hours_text(&hourly, parts), parts), Some(hourly));
            }
        }
        if let Some(meters) = kept::meters(text) {
            assert_eq!(kept::meters(&kept::meters_text(&meters)), Some(meters));
        }
    }
}

/// A scenario file of a home, as `headless` reads it.
fn scenario(bytes: &[u8]) {
    if let Some(scenario) = read_json::<Scenario>(bytes) {
        written_again(&scenario);
    }
}

/// A firm's file, as the page reads it.
fn firm_file(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let FileFound::Firm(scenario) = answer(FileAsk::Read(text)) else { return };
    assert!(scenario.out_of_range().is_empty());
    written_again(&*scenario);
    let FileFound::Text(text) = answer(FileAsk::Write(scenario)) else { panic!("a firm that was read is not written") };
    assert!(matches!(answer(FileAsk::Read(text)), FileFound::Firm(_)), "a firm that was written is not read");
}

/// Cells of tables and files, and what a person types.
fn cells(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Some(number) = decimal::parse(&text) {
        let exact: f64 = text.parse().expect("a number for the standard library too");
        assert!((number - exact).abs() <= exact.abs() * 2.0 * f64::EPSILON, "{text}: {number}");
    }
    if let Some(number) = cell::number(&text) {
        assert!(number.is_finite());
    }
    for lang in Lang::ALL {
        if let Some(number) = lang.parse(&text) {
            assert!(number.is_finite());
            let shown = lang.editable(number);
            let near = |again: f64| (again - number).abs() <= 0.005_001 + number.abs() * 1e-12;
            // No field takes more digits than these.
            assert!(number.abs() > 1e15 || lang.parse(&shown).is_some_and(near), "{shown}");
        }
    }
    assert_eq!(cell::fold(&cell::fold(&text)), cell::fold(&text));
    let _ = cell::kind(&text);
}

/// The value of a JSON file; none where it is none.
fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    serde_json::from_slice(bytes).ok()
}

/// What was read of a JSON file can be written and read again, with the same numbers but for the last of their digits.
fn written_again<T: Serialize + DeserializeOwned>(value: &T) {
    let text = serde_json::to_string(value).expect("what was read can be written");
    let Ok(again) = serde_json::from_str::<T>(&text) else {
        // Numbers beyond the greatest are written as nothing; such a scenario is out of range.
        assert!(text.contains("null"), "{text}");
        return;
    };
    let (first, second) = (serde_json::to_value(value), serde_json::to_value(&again));
    assert!(alike(&first.expect("a value"), &second.expect("a value")), "{text}");
}

fn alike(first: &Value, second: &Value) -> bool {
    match (first, second) {
        (Value::Number(first), Value::Number(second)) => {
            let (first, second) = (first.as_f64().unwrap_or_default(), second.as_f64().unwrap_or_default());
            (first - second).abs() <= first.abs() * 4.0 * f64::EPSILON
        }
        (Value::Array(first), Value::Array(second)) => {
            first.len() == second.len() && first.iter().zip(second).all(|(first, second)| alike(first, second))
        }
        (Value::Object(first), Value::Object(second)) => {
            first.len() == second.len()
                && first.iter().all(|(key, first)| second.get(key).is_some_and(|second| alike(first, second)))
        }
        (first, second) => first == second,
    }
}
