//! Inputs to begin with: what the product itself writes.

use autonomia::{
    firm::{FirmSaid, examples::EXAMPLES, link as firm_link},
    kept,
    link::{self, Said},
    model::inputs::firm::FirmMeasured,
};
use data_encoding::BASE64URL_NOPAD;

/// Those of a reader.
pub fn of(reader: &str) -> Vec<Vec<u8>> {
    let message = |text: &str| BASE64URL_NOPAD.decode(text.as_bytes()).expect("a link is base64url");
    let firms = || std::iter::once(FirmSaid::default()).chain(EXAMPLES.map(|example| example.said("zywiec")));
    let hours = || vec![0.25; 600].into();
    match reader {
        "link" | "simulate" => vec![message(&link::encode(&Said::default()))],
        "firm_link" | "firm_simulate" => {
            firms().map(|said| message(firm_link::encode(&said).trim_start_matches(firm_link::MARK))).collect()
        }
        "firm_file" => firms().map(|said| serde_json::to_vec(&said.scenario).expect("a firm can be written")).collect(),
        "kept" => {
            let firm = [None, Some(FirmMeasured { kwh: hours(), peak_kw: Some(hours()) })];
            vec![message(&kept::hours_text(&hours(), kept::WH_PER_KWH)), message(&kept::meters_text(&firm))]
        }
        "cells" => ["1 234,50", "12,500.5 kWh", "energia czynna pobrana", "-0.000001"].map(Vec::from).to_vec(),
        "meter" => vec![days("Data;Kierunek", "pobór;", "0,4"), quarters()],
        "prices" => vec![days("Data", "", "-12,5")],
        _ => Vec::new(),
    }
}

/// Five weeks with a row a day, which are enough for a year, after the two bytes that decide nothing.
fn days(heading: &str, kind: &str, value: &str) -> Vec<u8> {
    let names: String = (1..=24).map(|hour| format!(";{hour}")).collect();
    let values = vec![value; 24].join(";");
    let lines: String = (1..=35).map(|day| format!("{};{kind}{values}\n", date(day))).collect();
    format!("\0\0{heading}{names}\n{lines}").into_bytes()
}

/// Two days of quarters, with what is fed in.
fn quarters() -> Vec<u8> {
    let times = (1..=2).flat_map(|day| (0..96).map(move |part| (day, part)));
    let line = |(day, part)| format!("{} {}:{:02};0,1;0,2\n", date(day), part / 4, part % 4 * 15);
    format!("\0\0Data;Pobór;Oddanie\n{}", times.map(line).collect::<String>()).into_bytes()
}

fn date(day: u32) -> String {
    if day > 31 { format!("{}.02.2025", day - 31) } else { format!("{day}.01.2025") }
}
