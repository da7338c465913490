//! The question of the page about files, and its answer: what the program beside the page does.

use super::{
    Flow, Refusal,
    layout::{Mapping, Mark, Role, Unit, Want},
    meter::{self, FileReport, Given},
    prices, stamp,
    view::View,
};
use crate::{
    calendar::Calendar,
    rules::Rules,
    text::{Lang, files::Understood},
};
use serde::{Deserialize, Serialize};

/// What the page wants to know of files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// What they are dropped in for.
    pub want: Want,
    /// A meter is a firm's: its peaks count, and a plant behind it is left as it is.
    pub firm: bool,
    /// Code of the language to answer in.
    pub lang: String,
    /// The modelled year.
    pub year: i16,
    /// The usual use of each month, to extend less than a year by.
    pub season: [f64; 12],
    /// The modelled hourly year of the plant behind the meter, kWh; empty for none.
    pub generation: Vec<f64>,
    /// What a person decided otherwise, by the identifiers of [`super::view::Choice`].
    pub decided: Vec<(String, String)>,
}

/// What each unit is called in a choice.
pub const UNITS: [(Unit, &str); 4] = [(Unit::Usual, "usual"), (Unit::Wh, "wh"), (Unit::Mega, "mega"), (Unit::Kw, "kw")];
/// What each mark is called in a choice.
pub const MARKS: [(Mark, &str); 2] = [(Mark::Start, "start"), (Mark::End, "end")];
/// What each role of a column is called in a choice.
pub const ROLES: [(Role, &str); 13] = [
    (Role::Ignore, "ignore"),
    (Role::Time, "time"),
    (Role::TimeUtc, "time_utc"),
    (Role::Hour, "hour"),
    (Role::Kind, "kind"),
    (Role::Status, "status"),
    (Role::Value, "value"),
    (Role::Flow(Flow::Import), "import"),
    (Role::Flow(Flow::Export), "export"),
    (Role::Flow(Flow::ImportBalanced), "import_balanced"),
    (Role::Flow(Flow::ExportBalanced), "export_balanced"),
    (Role::Flow(Flow::Balance), "balance"),
    (Role::Flow(Flow::Price), "price"),
];
/// What the value of a row counts where no kind is stated.
pub const FLOWS: [(Flow, &str); 2] = [(Flow::Import, "import"), (Flow::Export, "export")];

/// The name of a value in its list; the first where it has none.
#[must_use]
pub fn name_in<T: PartialEq>(list: &[(T, &'static str)], value: &T) -> &'static str {
    list.iter().find(|(known, _)| known == value).or(list.first()).map_or("", |(_, name)| name)
}

fn named<T: Copy>(list: &[(T, &str)], name: &str) -> Option<T> {
    list.iter().find(|(_, known)| *known == name).map(|(value, _)| *value)
}

/// Answers a question about files, the oldest first, in words. `tell` hears of progress from 0 to 1.
pub fn answer(ask: &Ask, files: &[&[u8]], tell: &mut dyn FnMut(f64)) -> View {
    let lang = Lang::from_code(&ask.lang).unwrap_or_default();
    let rules = Rules::of_days_off();
    let calendar = Calendar::new(ask.year, &rules.days_off(ask.year));
    let result = mapped(ask, files, tell).and_then(|given| {
        let understood = match ask.want {
            Want::Meter => meter::read(&given, &rules, tell).map(|reading| {
                let demand = reading.demand(&calendar, &rules, &ask.season, &ask.generation);
                if ask.firm {
                    Understood::Firm(reading, demand, calendar.clone())
                } else {
                    Understood::Meter(reading, demand)
                }
            }),
            Want::Prices => prices::read(&given, &rules, &calendar, tell).map(Understood::Prices),
        };
        understood.or_else(|refusal| {
            // How the files are read can still be changed.
            let report = |(bytes, own): &Given<'_>| meter::read_file(bytes, ask.want, own.as_ref(), tell);
            let reports =
                given.iter().map(report).map(|read| read.map(|read| read.report)).collect::<Result<_, _>>()?;
            Ok(Understood::Nothing(reports, ask.want, refusal))
        })
    });
    match result {
        Ok(understood) => lang.understood(&understood),
        Err(refusal) => View { refused: Some(lang.refusal(&refusal)), ..View::default() },
    }
}

/// The files with the mapping that a person decided on; none where nothing was decided.
fn mapped<'a>(ask: &Ask, files: &[&'a [u8]], tell: &mut dyn FnMut(f64)) -> Result<Vec<Given<'a>>, Refusal> {
    if files.is_empty() {
        return Err(Refusal::Empty);
    }
    let one = |(index, bytes): (usize, &&'a [u8])| {
        let mut decided = ask.decided.iter().filter_map(|(id, value)| {
            let (file, id) = id.split_once('.')?;
            (file.parse() == Ok(index)).then_some((id, value.as_str()))
        });
        let mut own = None;
        if let Some(first) = decided.next() {
            let report = meter::read_file(bytes, ask.want, None, tell)?.report;
            let mut mapping = report.mapping;
            std::iter::once(first).chain(decided).for_each(|(id, value)| decide(&mut mapping, id, value));
            own = mapping.is_complete().then_some(mapping);
        }
        Ok((*bytes, own))
    };
    files.iter().enumerate().map(one).collect()
}

fn decide(mapping: &mut Mapping, id: &str, value: &str) {
    match id.split_once('.') {
        Some(("column", place)) => {
            let role = place.parse().ok().and_then(|place: usize| mapping.roles.get_mut(place));
            if let (Some(role), Some(chosen)) = (role, named(&ROLES, value)) {
                *role = chosen;
            }
        }
        _ if id == "mark" => mapping.mark = named(&MARKS, value).or(mapping.mark),
        _ if id == "unit" => mapping.unit = named(&UNITS, value).unwrap_or(mapping.unit),
        _ if id == "flow" => mapping.flow = named(&FLOWS, value).unwrap_or(mapping.flow),
        _ => {}
    }
}

/// Columns whose role a person may change. The many hours of a day's row and the flags between them are taken as they
/// are.
#[must_use]
pub fn open_columns(report: &FileReport) -> Vec<(usize, &str)> {
    let roles = report.mapping.roles.iter().zip(&report.columns).enumerate();
    let plain = |name: &str| name.is_empty() || stamp::hour(name).is_some();
    let open = roles.filter(|(_, (role, name))| **role != Role::Slot && !(**role == Role::Ignore && plain(name)));
    open.map(|(place, (_, name))| (place, name.as_str())).take(12).collect()
}
