//! The parser of the tables: a row is a rule with its validity and source, or an error with its line.

use autonomia::rules::{
    Rules, Texts, day_off, firm, heat, market, model_error,
    pack::Pack,
    place, price_path, rate, scheme, support,
    table::{Table, parse},
    value, zone,
};

/// Reads a text as the tables whose first heading it begins with, or as the first table.
pub(super) fn any(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if READERS.iter().filter(|read| read(&text)).count() == 0 {
        assert!(parse::<place::Town>(&text, Pack::none()).is_err());
    }
    let texts = Texts::default();
    let replaced = if parse::<day_off::DayOff>(&text, Pack::none()).is_ok() {
        Texts { holidays: &text, ..texts }
    } else if parse::<rate::Vat>(&text, Pack::none()).is_ok() {
        Texts { vat: &text, ..texts }
    } else {
        return;
    };
    // Tables that contradict each other are refused with what is wrong.
    if let Err(errors) = Rules::read(&replaced) {
        assert!(errors.iter().all(|error| !error.wrong.fault.to_string().is_empty()));
    }
}

/// A reader of each kind of row.
const READERS: [fn(&str) -> bool; 31] = [
    rows::<place::Town>,
    rows::<place::Company>,
    rows::<rate::Rate>,
    rows::<zone::ZoneWindow>,
    rows::<rate::Levy>,
    rows::<rate::Vat>,
    rows::<scheme::SchemeParameter>,
    rows::<market::MarketPrice>,
    rows::<day_off::DayOff>,
    rows::<value::Equipment>,
    rows::<value::Cost>,
    rows::<value::Assumption>,
    rows::<price_path::PathRate>,
    rows::<support::Support>,
    rows::<heat::Building>,
    rows::<heat::Fuel>,
    rows::<heat::HeatSource>,
    rows::<model_error::ModelError>,
    rows::<firm::rate::FirmRate>,
    rows::<firm::rate::FirmFigure>,
    rows::<firm::group::FirmGroup>,
    rows::<firm::capacity::CapacityClass>,
    rows::<firm::tax::FirmTax>,
    rows::<firm::money::FirmCost>,
    rows::<firm::money::FirmAssumption>,
    rows::<firm::trade::TradeFigures>,
    rows::<firm::trade::course::TradeHours>,
    rows::<firm::trade::course::TradeSeason>,
    rows::<firm::trade::course::TradeBreak>,
    rows::<firm::trade::size::TradeSize>,
    rows::<firm::trade::sunday::TradingSunday>,
];

/// False where the text begins otherwise than this table.
fn rows<T: Table>(text: &str) -> bool {
    if !text.starts_with(T::COLUMNS[0]) {
        return false;
    }
    match parse::<T>(text, Pack::none()) {
        Ok(rows) => {
            for pair in rows.windows(2) {
                assert!(pair[0].line < pair[1].line, "{}", T::NAME);
            }
            for row in rows {
                assert!(row.line >= 2);
                assert!(row.provenance.valid_to.is_none_or(|last| row.provenance.valid_from <= last));
                let _ = row.rule.key();
            }
        }
        Err(errors) => assert!(!errors.is_empty() && errors.iter().all(|error| error.table == T::NAME)),
    }
    true
}
