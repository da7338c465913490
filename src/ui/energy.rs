//! Flows of energy in words and rows, the same for every chart.

use crate::model::report::Energy;
use crate::text::Lang;
use crate::text::lower_first;

/// Smaller flows are not said in a sentence.
const LEAST_SAID_KWH: f64 = 0.005;

/// Name and amount of every flow, in the order of the tables.
fn flows(lang: Lang, energy: &Energy) -> [(&'static str, f64); 7] {
    let words = &lang.text().charts;
    [
        (words.generation, energy.generation.0),
        (words.consumption, energy.consumption.0),
        (words.direct_use, energy.direct_use.0),
        (words.to_battery, energy.charge.0),
        (words.from_battery, energy.discharge.0),
        (words.import, energy.import.0),
        (words.export, energy.export.0),
    ]
}

/// Headings of a table of flows.
#[must_use]
pub fn headings(lang: Lang, first: &str) -> Vec<String> {
    let named = flows(lang, &Energy::default()).map(|(name, _)| format!("{name} (kWh)"));
    [first.to_owned()].into_iter().chain(named).collect()
}

/// One row of such a table.
#[must_use]
pub fn row(lang: Lang, name: &str, energy: &Energy, decimals: usize) -> Vec<String> {
    let amounts = flows(lang, energy).map(|(_, kwh)| lang.number(kwh, decimals));
    [name.to_owned()].into_iter().chain(amounts).collect()
}

/// The flows of one column in a sentence.
#[must_use]
pub fn sentence(lang: Lang, name: &str, energy: &Energy) -> String {
    let decimals = if energy.consumption.0 < 10.0 { 2 } else { 0 };
    let always = [lang.text().charts.generation, lang.text().charts.consumption];
    let parts: Vec<String> = flows(lang, energy)
        .into_iter()
        .filter(|(flow, kwh)| always.contains(flow) || *kwh >= LEAST_SAID_KWH)
        .map(|(flow, kwh)| format!("{} {}", lower_first(flow), lang.unit(lang.number(kwh, decimals), "kWh")))
        .collect();
    format!("{name}: {}.", parts.join(", "))
}

/// Place and amount of the largest flow of a kind.
#[must_use]
pub fn highest(all: &[Energy], of: impl Fn(&Energy) -> f64) -> Option<(usize, f64)> {
    all.iter().map(of).enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b))
}

/// Place and amount of the smallest flow of a kind.
#[must_use]
pub fn lowest(all: &[Energy], of: impl Fn(&Energy) -> f64) -> Option<(usize, f64)> {
    all.iter().map(of).enumerate().min_by(|(_, a), (_, b)| a.total_cmp(b))
}
