//! Files of meters and of prices: every line is accounted for, and whatever is offered for use is a whole year.

use autonomia::{
    files::{
        Count, NAMED,
        ask::{self, Ask},
        layout::Want,
        meter::{self, FileReport},
        prices,
        view::View,
    },
    kept,
    model::{
        inputs::{
            Scenario,
            firm::{FirmMeasured, FirmScenario},
            measured::{Hourly, Measured},
        },
        session::Session,
    },
};
use std::cell::RefCell;

/// The modelled year.
const YEAR: i16 = 2026;

thread_local! {
    static SESSION: RefCell<Session> = RefCell::new(Session::new().expect("the built-in tables are good"));
}

/// Files of a meter. Two bytes before the first choose what a person may decide otherwise; a form feed begins the next.
pub(super) fn meter(bytes: &[u8]) {
    dropped(bytes, Want::Meter);
}

/// Files of market prices, likewise.
pub(super) fn prices(bytes: &[u8]) {
    dropped(bytes, Want::Prices);
}

fn dropped(bytes: &[u8], want: Want) {
    let (choice, content) = bytes.split_at(bytes.len().min(2));
    let [first, second] = *choice else { return };
    let pick = |list: &[&str]| list[usize::from(second) % list.len()].to_owned();
    let decided = match first % 8 {
        1 => vec![("0.mark".to_owned(), pick(&ask::MARKS.map(|mark| mark.1)))],
        2 => vec![("0.unit".to_owned(), pick(&ask::UNITS.map(|unit| unit.1)))],
        3 => vec![("0.flow".to_owned(), pick(&ask::FLOWS.map(|flow| flow.1)))],
        4..=6 => vec![(format!("0.column.{}", first / 8), pick(&ask::ROLES.map(|role| role.1)))],
        _ => Vec::new(),
    };
    let firm = first & 0x40 != 0;
    let generation = if first & 0x80 != 0 { vec![0.5; 8760] } else { Vec::new() };
    let lang = if second & 1 == 0 { "pl" } else { "en" }.to_owned();
    let asked = Ask { want, firm, lang, year: YEAR, season: [1.0; 12], generation, decided };
    let files: Vec<&[u8]> = content.split(|byte| *byte == b'\x0c').take(3).collect();
    let mut told = |share: f64| assert!((0.0..=1.0).contains(&share));
    let view = ask::answer(&asked, &files, &mut told);
    assert!(view.refused.is_some() || !view.facts.is_empty() || !view.warnings.is_empty());
    let year = |hours: &[i32]| hours.is_empty() || hours.len() == 8760;
    assert!(year(&view.hourly) && year(&view.peaks));
    if !view.hourly.is_empty() {
        offered(&asked, &view);
    }
    reports(&files, want).iter().for_each(|report| accounted(&report.count));
}

/// What is offered is accepted, or refused by its own name.
fn offered(asked: &Ask, view: &View) {
    let hours = |parts| Hourly::from_parts(&view.hourly, parts);
    let errors = match asked.want {
        Want::Meter if asked.firm => {
            let peak_kw = (!view.peaks.is_empty()).then(|| Hourly::from_parts(&view.peaks, kept::WH_PER_KWH));
            let mut scenario = FirmScenario::default();
            scenario.meters[0].measured = Some(FirmMeasured { kwh: hours(kept::WH_PER_KWH), peak_kw });
            scenario.out_of_range()
        }
        Want::Meter => {
            let measured = Some(Measured { kwh: hours(kept::WH_PER_KWH) });
            Scenario { measured, ..Scenario::default() }.out_of_range()
        }
        Want::Prices => {
            let mut scenario = Scenario::default();
            scenario.market.rce = Some(hours(kept::HUNDREDTHS));
            scenario.out_of_range()
        }
    };
    assert!(errors.iter().all(|error| error.field.contains("measured") && asked.want == Want::Meter), "{errors:?}");
    assert!(asked.want == Want::Prices || view.hourly.iter().all(|wh| *wh >= 0));
}

/// The reports of the files, where there is something in them.
fn reports(files: &[&[u8]], want: Want) -> Vec<FileReport> {
    let given: Vec<_> = files.iter().map(|bytes| (*bytes, None)).collect();
    SESSION.with_borrow(|session| {
        let rules = session.rules();
        let calendar = autonomia::calendar::Calendar::new(YEAR, &rules.days_off(YEAR));
        let found = match want {
            Want::Meter => meter::read(&given, rules, &mut |_| {}).map(|reading| reading.files),
            Want::Prices => prices::read(&given, rules, &calendar, &mut |_| {}).map(|prices| prices.files),
        };
        found.unwrap_or_default()
    })
}

fn accounted(count: &Count) {
    assert_eq!(count.lines, count.read + count.left_out + count.heading + count.blank + count.rejected, "{count:?}");
    assert_eq!(count.named.len(), count.rejected.min(NAMED));
}
