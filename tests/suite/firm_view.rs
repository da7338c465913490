//! What a firm is shown: every section in every language, from outcomes of the engine.

use autonomia::{
    firm::FirmSaid,
    model::{
        firm::{outcome::FirmOutcome, session::FirmSession},
        inputs::firm::{
            FirmMeter, FirmScenario,
            contract::FirmContract,
            finance::{Funding, TaxForm},
            plant::{BatteryUse, FirmPlant},
            surface::{Surface, SurfaceKind},
        },
    },
    text::{
        Lang,
        firm::{hours_csv, view},
    },
    units::Quantity,
    view::{
        Drawing, Table,
        firm::{FirmView, Key, Palette, Piece, Plate, Section},
    },
};
use std::sync::{LazyLock, Mutex};

static SESSION: LazyLock<Mutex<FirmSession>> = LazyLock::new(|| Mutex::new(FirmSession::new().unwrap()));

fn outcome(scenario: &FirmScenario) -> FirmOutcome {
    SESSION.lock().unwrap().outcome(scenario).unwrap()
}

fn plant(pv_kwp: f64, battery_kwh: f64) -> FirmPlant {
    FirmPlant { pv_kwp, battery_kwh, ..FirmPlant::default() }
}

/// A workshop with modules, a battery and a loan.
fn workshop() -> FirmScenario {
    let mut scenario = FirmScenario::default();
    scenario.meters[0].plant = plant(40.0, 30.0);
    scenario.money.funding = Funding::loan();
    scenario.money.tax = Some(TaxForm::PitLinear);
    scenario.wishes.autonomy_percent = Some(95.0);
    scenario.wishes.cap_kw = Some(500.0);
    scenario
}

/// Two meters: a producer that shaves peaks, and one without a plant; a lease.
fn factory() -> FirmScenario {
    let mut scenario = FirmScenario::default();
    let mut contract = FirmContract { group: "C21".to_owned(), contracted_kw: 90.0, ..FirmContract::default() };
    contract.connection_kw = Some(150.0);
    let rows = Surface { kind: SurfaceKind::Rows { cover_percent: 45.0 }, area_m2: 2000.0, ..Surface::default() };
    let mut big = FirmMeter { contract, surfaces: vec![rows], plant: plant(120.0, 60.0), ..FirmMeter::default() };
    big.usage.kwh_per_year = 200_000.0;
    big.plant.battery_use = BatteryUse::PeaksFromGrid;
    scenario.meters = vec![big, FirmMeter { plant: plant(0.0, 0.0), ..FirmMeter::default() }];
    scenario.money.funding = Funding::lease();
    scenario.money.grant_pln = 20_000.0;
    scenario.money.tax = Some(TaxForm::Cit);
    scenario.wishes.budget_pln = Some(1000.0);
    scenario
}

/// Nothing built, no tax.
fn nothing() -> FirmScenario {
    let mut scenario = FirmScenario::default();
    scenario.meters[0].plant = plant(0.0, 0.0);
    scenario
}

fn shown(lang: Lang, scenario: &FirmScenario, best: bool) -> FirmView {
    view(lang, &FirmSaid { scenario: scenario.clone(), own_size: !best }, &outcome(scenario), best)
}

fn of_table(table: &Table, texts: &mut Vec<String>) {
    assert!(!table.caption.is_empty() && !table.rows.is_empty(), "{table:?}");
    for row in &table.rows {
        assert_eq!(row.len(), table.columns.len(), "{} {row:?}", table.caption);
    }
    texts.push(table.caption.clone());
    texts.extend(table.columns.iter().cloned());
    texts.extend(table.rows.iter().flatten().cloned());
}

fn of_drawing(drawing: &Drawing, texts: &mut Vec<String>) {
    let Drawing { title, summary, legend, columns, readings, picture, table } = drawing;
    assert!(
        picture.bars.len() == columns.len() && readings.len() == columns.len() && picture.names.len() == columns.len()
    );
    let heights = picture.bars.iter().flat_map(|bar| bar.up.iter().chain(&bar.down));
    assert!(heights.map(|(_, height)| height).all(|height| height.is_finite() && *height >= 0.0), "{title}");
    texts.extend([title.clone(), summary.clone()]);
    texts.extend(legend.iter().map(|(_, words)| words.clone()));
    texts.extend(readings.iter().cloned());
    of_table(table, texts);
}

fn of_plate<T>(plate: &Plate<T>, texts: &mut Vec<String>) {
    assert!(!plate.legend.is_empty() && !plate.readings.is_empty(), "{}", plate.title);
    texts.extend([plate.title.clone(), plate.summary.clone()]);
    texts.extend(plate.legend.iter().map(|(_, words)| words.clone()));
    texts.extend(plate.readings.iter().filter(|reading| !reading.is_empty()).cloned());
    of_table(&plate.table, texts);
}

/// Every text of some sections; checks what each kind of piece must have.
fn texts(sections: &[Section]) -> Vec<String> {
    let mut texts = Vec::new();
    for section in sections {
        assert!(!section.pieces.is_empty(), "{} is empty", section.id);
        texts.push(section.title.clone());
        for piece in &section.pieces {
            match piece {
                Piece::Words(words) | Piece::Warnings(words) => {
                    assert!(!words.is_empty(), "{}", section.id);
                    texts.extend(words.iter().cloned());
                }
                Piece::Numerals(all) => {
                    texts.extend(all.iter().flat_map(|one| [one.label.clone(), one.value.clone(), one.note.clone()]));
                }
                Piece::Open(table) | Piece::Table(table) => of_table(table, &mut texts),
                Piece::Columns(drawing) => of_drawing(drawing, &mut texts),
                Piece::Curves(plate) => {
                    let points = plate.picture.lines.iter().map(|(_, heights)| heights.len()).max();
                    assert_eq!(points, Some(plate.readings.len()), "{}", plate.title);
                    assert!(plate.picture.lines.iter().flat_map(|(_, line)| line).all(|height| height.is_finite()));
                    of_plate(plate, &mut texts);
                }
                Piece::Carpet(plate) => {
                    let picture = &plate.picture;
                    assert_eq!(picture.cells.len(), picture.columns * picture.rows, "{}", plate.title);
                    assert!([picture.columns, picture.cells.len()].contains(&plate.readings.len()), "{}", plate.title);
                    of_plate(plate, &mut texts);
                }
                Piece::Takes(takes) => texts.extend(takes.iter().map(|take| take.label.clone())),
                Piece::Hours(label, _) => texts.push(label.clone()),
            }
        }
    }
    texts
}

fn ids(view: &FirmView) -> Vec<&str> {
    view.sections.iter().map(|section| section.id.as_str()).collect()
}

#[test]
fn every_section_is_told_in_every_language() {
    for lang in Lang::ALL {
        for (scenario, best) in [(workshop(), true), (workshop(), false), (factory(), false), (nothing(), true)] {
            let view = shown(lang, &scenario, best);
            let mut all = texts(&view.sections);
            all.extend(texts(&view.bank));
            all.extend(view.headline.iter().chain(&view.warnings).cloned());
            all.extend(view.numerals.iter().flat_map(|one| [one.label.clone(), one.value.clone(), one.note.clone()]));
            for text in &all {
                let broken = ["NaN", "inf", "{", "}", "  "].iter().find(|mark| text.contains(**mark));
                // "inflacja" and "inflation" hold three letters of a number that is none.
                let harmless = broken == Some(&"inf") && text.to_lowercase().contains("infla");
                assert!(broken.is_none() || harmless, "{text}");
            }
            assert_eq!(view.sizes.len(), scenario.meters.len());
            assert!(!view.numerals.is_empty());
        }
        let common = ["bill", "capacity", "power", "load", "energy", "export"];
        let workshop = shown(lang, &workshop(), true);
        for id in common.into_iter().chain(["wishes", "cash", "sensitivity", "hours", "basis", "limits"]) {
            assert!(ids(&workshop).contains(&id), "{id}");
        }
        assert!(ids(&shown(lang, &factory(), false)).contains(&"meters"));
        let nothing = shown(lang, &nothing(), true);
        assert!(nothing.bank.is_empty() && !ids(&nothing).contains(&"cash"));
    }
}

#[test]
fn every_amount_says_that_it_is_before_vat() {
    for lang in Lang::ALL {
        let net = ["netto", "net", "brutto", "gross"];
        for scenario in [workshop(), factory(), nothing()] {
            let view = shown(lang, &scenario, false);
            let sentences = view.headline.iter().cloned().chain(view.sections.iter().flat_map(|section| {
                section.pieces.iter().flat_map(|piece| match piece {
                    Piece::Words(words) => words.clone(),
                    Piece::Curves(Plate { summary, .. }) => vec![summary.clone()],
                    Piece::Columns(drawing) => {
                        drawing.readings.iter().cloned().chain([drawing.summary.clone()]).collect()
                    }
                    _ => Vec::new(),
                })
            }));
            for sentence in sentences.filter(|sentence| sentence.contains("\u{a0}zł")) {
                assert!(net.iter().any(|word| sentence.contains(word)), "{sentence}");
            }
        }
    }
}

#[test]
fn figures_of_the_tables_have_words() {
    for lang in Lang::ALL {
        for scenario in [workshop(), factory()] {
            let view = shown(lang, &scenario, false);
            let basis = view.sections.iter().find(|section| section.id == "basis").unwrap();
            let Some(Piece::Table(table)) = basis.pieces.get(1) else { panic!("{basis:?}") };
            for row in &table.rows {
                // An identifier without words is written with its table before it.
                let raw =
                    ["firm ", "assumptions ", "costs ", "equipment "].iter().any(|table| row[0].starts_with(table));
                assert!(!raw && !row[1].contains("_") && !row[1].contains("net pln"), "{row:?}");
            }
        }
    }
}

#[test]
fn not_buying_is_said_with_its_reason() {
    let view = shown(Lang::Pl, &nothing(), true);
    assert!(view.headline[0].contains("nie kupuj"), "{:?}", view.headline);
    let mut dear = workshop();
    dear.money.pv_net_pln = Some(3_000_000.0);
    let view = shown(Lang::En, &dear, false);
    assert!(view.headline[1].starts_with("Do not buy"), "{:?}", view.headline);
}

#[test]
fn the_calendar_has_the_days_of_the_year() {
    let scenario = workshop();
    let outcome = outcome(&scenario);
    let view = shown(Lang::Pl, &scenario, false);
    let section = view.sections.iter().find(|section| section.id == "capacity").unwrap();
    let calendars: Vec<_> = section
        .pieces
        .iter()
        .filter_map(|piece| if let Piece::Carpet(plate) = piece { Some(plate) } else { None })
        .collect();
    assert_eq!(calendars.len(), 2);
    for (plate, year) in calendars.iter().zip([&outcome.meters[0].before, &outcome.meters[0].after]) {
        assert_eq!(plate.picture.palette, Palette::Classes);
        let count = |step: u8| plate.picture.cells.iter().filter(|cell| **cell == step).count();
        // 12 months of 31 cells, 365 days in 2026.
        assert_eq!(count(255), 372 - 365);
        assert_eq!([count(1), count(2), count(3), count(4)], year.capacity.days_by_class());
        assert_eq!(plate.legend.iter().filter(|(key, _)| matches!(key, Key::Step(_))).count(), 5);
    }
}

#[test]
fn the_bank_gets_two_pages() {
    let view = shown(Lang::Pl, &workshop(), true);
    assert_eq!(view.bank.len(), 2);
    let rows: Vec<usize> = view
        .bank
        .iter()
        .map(|page| {
            let rows = |piece: &Piece| if let Piece::Open(table) = piece { table.rows.len() + 2 } else { 2 };
            page.pieces.iter().map(rows).sum()
        })
        .collect();
    // A page of A4 at the size of the print sheet holds about sixty lines.
    assert!(rows.iter().all(|rows| *rows <= 60), "{rows:?}");
}

#[test]
fn a_file_of_hours_reads_back() {
    let scenario = factory();
    let outcome = outcome(&scenario);
    for (lang, separator, point) in [(Lang::Pl, ';', ','), (Lang::En, ',', '.')] {
        let (name, content) = hours_csv(lang, &outcome, 0);
        assert!(name.ends_with(".csv") && name.is_ascii(), "{name}");
        let content = content.strip_prefix('\u{feff}').unwrap();
        let lines: Vec<Vec<&str>> =
            content.split_terminator("\r\n").map(|line| line.split(separator).collect()).collect();
        assert_eq!(lines.len(), 8760 + 1);
        assert!(lines.iter().all(|cells| cells.len() == 14));
        let sum = |column: usize| -> f64 {
            let number = |cell: &str| cell.replace(point, ".").parse::<f64>().unwrap();
            lines[1..].iter().map(|cells| number(cells[column])).sum()
        };
        let hours = &outcome.meters[0].hours;
        for (column, series) in [
            (2, &hours.load),
            (3, &hours.generation),
            (4, &hours.charge),
            (5, &hours.discharge),
            (6, &hours.import),
            (7, &hours.export),
        ] {
            // Each of 8,760 numbers is rounded to a thousandth.
            assert!((sum(column) - series.total().raw()).abs() < 8760.0 * 0.0005, "{lang:?} {column}");
        }
        assert!((sum(13) - hours.market_pln_per_mwh.iter().sum::<f64>()).abs() < 4.5);
        // Nothing that a spreadsheet takes for a formula: a minus stands before digits alone.
        for cell in lines.iter().flatten().filter(|cell| cell.starts_with(['=', '+', '-', '@', '\t'])) {
            assert!(cell.replace(point, ".").parse::<f64>().is_ok(), "{cell}");
        }
        // Winter time is an hour ahead of UTC; summer time of 2026 begins on 29 March at 1:00 UTC.
        assert_eq!(lines[1][..2], ["2026-01-01 00:00", "2025-12-31 23:00"]);
        let spring = lines.iter().position(|cells| cells[1] == "2026-03-29 01:00").unwrap();
        assert_eq!((lines[spring - 1][0], lines[spring][0]), ("2026-03-29 01:00", "2026-03-29 03:00"));
        assert!(["", "K1", "K2", "K3", "K4"].contains(&lines[100][11]));
        assert!(!lines[100][12].is_empty());
    }
}

#[test]
fn an_unknown_meter_gives_a_file_without_hours() {
    let (_, content) = hours_csv(Lang::Pl, &outcome(&nothing()), 7);
    assert_eq!(content.lines().count(), 1);
}
