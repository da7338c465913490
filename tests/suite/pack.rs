//! A town's pack: what it changes, what is found wrong in it, and that nothing in it makes the engine panic.

use autonomia::{
    error::Fault,
    model::{
        firm::session::FirmSession,
        inputs::{Scenario, firm::FirmScenario},
        session::Session,
    },
    pack::{self, Checked, Finding, LARGEST_BYTES, What},
    rules::{
        Rules,
        firm::FirmRules,
        heat::FuelId,
        pack::Pack,
        value::{CostId, EquipmentKind},
    },
};
use jiff::civil::date;
use proptest::prelude::*;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder; pictures go by their names alone.
fn folder(path: &Path) -> Vec<(String, String)> {
    let files = fs::read_dir(path).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        (path.file_name().unwrap().to_string_lossy().into_owned(), text)
    });
    files.collect()
}

fn example(name: &str) -> Checked {
    let files = folder(&root().join("examples/packs").join(name));
    read(&files).unwrap_or_else(|findings| panic!("{findings:?}"))
}

fn read(files: &[(String, String)]) -> Result<Checked, Vec<Finding>> {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    pack::read(&files)
}

/// A pack of one table with the header that the built-in one has.
fn table(name: &str, rows: &[&str]) -> Vec<(String, String)> {
    let own = fs::read_to_string(root().join("src/rules").join(name)).unwrap();
    let header = own.lines().next().unwrap();
    let list = format!(r#"{{ "version": 1, "name": "N", "tables": ["{name}"] }}"#);
    vec![("pakiet.json".to_owned(), list), (name.to_owned(), format!("{header}\n{}\n", rows.join("\n")))]
}

fn findings(files: &[(String, String)]) -> Vec<(String, usize, String, What)> {
    let findings = read(files).unwrap_err().into_iter();
    findings.map(|Finding { file, row, column, what }| (file, row, column, what)).collect()
}

#[test]
fn the_sokolow_example_adds_a_town_and_changes_two_prices() {
    let checked = example("sokolow-podlaski");
    assert_eq!(checked.remarks, []);
    assert_eq!(checked.towns().first().map(|(id, _)| id.as_str()), Some("sokolow-podlaski-gmina"));
    assert_eq!(checked.rules.towns().next().map(|town| town.id.as_str()), Some("sokolow-podlaski"));
    assert_eq!(checked.rules.towns().count(), 21);
    let day = date(2026, 7, 1);
    // The rows of examples/packs/sokolow-podlaski.
    assert!((checked.rules.cost(CostId::PvPerKwpFrom4, day).unwrap().rule.value - 4200.0).abs() < 1e-9);
    assert_eq!(checked.rules.fuel(FuelId::Coal, day).unwrap().rule.gross_pln, Some(1601.70));
    let replaced: Vec<(&str, usize, usize)> =
        checked.changes().into_iter().map(|change| (change.table, change.rows, change.replaced)).collect();
    assert_eq!(replaced, [("sources.csv", 3, 0), ("towns.csv", 1, 0), ("costs.csv", 1, 1), ("fuels.csv", 1, 1)]);
}

#[test]
fn the_zywiec_example_puts_its_town_first_and_changes_a_loss() {
    let checked = example("zywiec");
    assert_eq!(checked.rules.towns().next().map(|town| town.id.as_str()), Some("zywiec"));
    let snow = checked.rules.equipment(EquipmentKind::PvLoss, "snow", date(2026, 7, 1)).unwrap();
    assert!((snow.rule.value - 2.0).abs() < 1e-9 && snow.provenance.confidence.is_assumption());
    let scenario = Scenario { town: "zywiec".to_owned(), ..Scenario::default() };
    let of = |pack: &Pack| Session::with(pack).unwrap().outcome(&scenario).unwrap();
    let (with, without) = (of(&checked.pack), of(Pack::none()));
    // 2 % of snow in place of 0 %: the year's generation falls by that share of what the losses leave.
    let ratio = with.energy.generation.0 / without.energy.generation.0;
    assert!((ratio - 0.98).abs() < 0.001, "{ratio}");
    let marked = with.assumptions.iter().any(|row| row.source.contains("Żywiec (przykład)"));
    let named = with.documents.iter().any(|document| document.title.contains("Żywiec (przykład)"));
    assert!(marked || named, "the report does not say what comes from the pack");
}

#[test]
fn a_later_row_is_added_and_the_same_day_takes_the_place() {
    let rate = |from: &str, value: &str| {
        format!("PGE_OBROT,G11,energy,all,,,,gross_pln_per_kwh,{value},{from},,judgement,2026-11-22,M,")
    };
    let day = date(2026, 12, 1);
    let energy = |rows: &[&str]| {
        let checked = read(&table("rates.csv", rows)).unwrap();
        let contract = autonomia::rules::tariff::Contract::monthly(
            "PGE",
            "PGE_OBROT",
            "G11",
            autonomia::rules::tariff::Phases::Three,
        );
        let price = |day| checked.rules.tariff(contract, day).unwrap().zones[0].energy.0;
        (price(date(2026, 6, 1)), price(day), checked.changes()[0].replaced)
    };
    let (june, december, replaced) = energy(&[&rate("2026-01-01", "1.23")]);
    assert!((june - 1.0).abs() < 1e-12 && (december - 1.0).abs() < 1e-12 && replaced == 1);
    let (june, december, replaced) = energy(&[&rate("2026-07-01", "2.46")]);
    // 0.6189 zł gross is the built-in price of 2026.
    assert!((june - 0.6189 / 1.23).abs() < 1e-12 && (december - 2.0).abs() < 1e-12 && replaced == 0);
}

#[test]
fn a_set_of_rows_takes_the_place_of_the_whole_set() {
    let window = |zone: &str, from: &str, to: &str| {
        format!("PGE,G12,1-12,any,{zone},{from},{to},2026-01-01,,judgement,2026-11-22,M,")
    };
    let (day, night) = (window("day", "06:00", "21:00"), window("night", "21:00", "06:00"));
    let checked = read(&table("zones.csv", &[&day, &night])).unwrap();
    let own = Rules::built_in()
        .unwrap()
        .zones
        .iter()
        .filter(|row| row.rule.operator == "PGE" && row.rule.group == "G12")
        .count();
    assert_eq!(checked.changes()[0].replaced, own);
    let found = findings(&table("zones.csv", &[&day]));
    assert!(
        matches!(&found[..], [(file, 2, _, What::Row(Fault::Untiled { windows: 0, .. }))] if file == "zones.csv"),
        "{found:?}"
    );
}

#[test]
fn what_a_polish_spreadsheet_saves_is_read() {
    let files = table("levies.csv", &["oze,,,net_pln_per_kwh,0.0100,2026-01-01,,judgement,2026-11-22,M,"]);
    let semicolons = files[1].1.replace(',', ";").replace("0.0100", "0,0100").replace('\n', "\r\n");
    let files = vec![files[0].clone(), ("levies.csv".to_owned(), format!("\u{feff}{semicolons}"))];
    let checked = read(&files).unwrap();
    let row = &checked.rules.levies[0];
    assert!((row.rule.value - 0.01).abs() < 1e-12 && row.line == 2);
}

#[test]
fn every_problem_is_named_by_file_row_and_column() {
    let vat = |text: &str| findings(&table("vat.csv", &["electricity,23,2026-01-01,,judgement,2026-11-22,M,", text]));
    let one = |found: Vec<(String, usize, String, What)>, column: &str, what: What| {
        assert_eq!(found, [("vat.csv".to_owned(), 3, column.to_owned(), what)]);
    };
    let unreadable =
        |text: &str, wanted: &str| What::Row(Fault::Unreadable { text: text.to_owned(), wanted: wanted.to_owned() });
    one(vat("installation,a lot,2026-01-01,,judgement,2026-11-22,M,"), "percent", unreadable("a lot", "number"));
    one(vat("installation,8,01.01.2026,,judgement,2026-11-22,M,"), "valid_from", unreadable("01.01.2026", "day"));
    one(
        vat("installation,8,2026-01-01,2025-01-01,judgement,2026-11-22,M,"),
        "valid_to",
        What::Row(Fault::Rule("valid_to")),
    );
    one(vat("installation,8,2026-01-01"), "", What::Row(Fault::Cells));
    one(vat("installation,8,2026-01-01,,judgement,2026-11-22,M,\"open\nelectricity,8"), "", What::Row(Fault::Cells));
    one(vat("electricity,8,2026-01-01,,judgement,2026-11-22,M,"), "", What::Row(Fault::Repeated));
    let known = ["electricity", "installation", "installation_above"].map(str::to_owned).to_vec();
    let unknown = What::Row(Fault::Unknown { name: "gas".to_owned(), known });
    one(vat("gas,8,2026-01-01,,judgement,2026-11-22,M,"), "scope", unknown);
    let found = vat("installation,8,2026-01-01,,nobody,2026-11-22,M,");
    assert!(
        matches!(&found[..], [(_, 3, column, What::Row(Fault::Unknown { .. }))] if column == "source"),
        "{found:?}"
    );
}

#[test]
fn the_list_and_the_folder_must_agree() {
    let list = |text: &str| vec![("pakiet.json".to_owned(), text.to_owned())];
    let whats = |files: &[(String, String)]| findings(files).into_iter().map(|found| found.3).collect::<Vec<_>>();
    assert_eq!(whats(&[]), [What::NoManifest]);
    assert_eq!(whats(&list(r#"{ "version": 1, "tables": ["towns.csv"] }"#)), [What::Missing]);
    assert_eq!(whats(&list(r#"{ "version": 1, "logo": "logo.svg" }"#)), [What::Missing]);
    assert!(matches!(&whats(&list(r#"{ "version": 1, "tables": ["holidays.csv"] }"#))[..], [What::NoTable(_)]));
    assert!(matches!(&whats(&list(r#"{ "version": 1, "town": "atlantis" }"#))[..], [What::NoTown(_)]));
    let mut files = table("vat.csv", &["electricity,23,2026-01-01,,judgement,2026-11-22,M,"]);
    files.push(("Thumbs.db".to_owned(), String::new()));
    assert_eq!(read(&files).unwrap().remarks[0].what, What::Unlisted);
    files[1].1.push_str(&"x".repeat(LARGEST_BYTES));
    assert!(whats(&files).contains(&What::TooLarge(LARGEST_BYTES)));
}

#[test]
fn a_town_outside_the_country_is_refused() {
    let own = fs::read_to_string(root().join("src/rules/towns.csv")).unwrap();
    let row = own.lines().nth(1).unwrap().replace("52.41,22.25", "22.25,52.41");
    let found = findings(&table("towns.csv", &[&row]));
    assert_eq!(found, [("towns.csv".to_owned(), 2, "lat_deg".to_owned(), What::Row(Fault::Limits(48.0, 56.0)))]);
}

#[test]
fn the_key_of_a_table_names_its_rows() {
    let known = pack::columns();
    let names: Vec<&str> = known.iter().map(|(name, ..)| *name).collect();
    assert_eq!(names, pack::tables());
    // Sets: several rows of the same first columns and day make one rule.
    let sets = [
        "zones.csv",
        "levies.csv",
        "capacity_classes.csv",
        "firm_trade_hours.csv",
        "firm_trade_breaks.csv",
        "firm_trade_sizes.csv",
        "firm_trading_sundays.csv",
    ];
    for (name, columns, key) in known {
        let text = fs::read_to_string(root().join("src/rules").join(name)).unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let day = reader.headers().unwrap().iter().position(|column| column == "valid_from");
        let mut seen = std::collections::BTreeSet::new();
        for record in reader.records() {
            let record = record.unwrap();
            let cells: Vec<String> = (0..key).chain(day).map(|at| record[at].to_owned()).collect();
            assert!(seen.insert(cells.clone()) || sets.contains(&name), "{name}: {cells:?} twice");
        }
        assert!(key <= columns.len());
    }
}

#[test]
fn the_guide_lists_every_table_with_its_columns_and_limits() {
    let guide = fs::read_to_string(root().join("docs/pack.md")).unwrap();
    for (name, columns, key) in pack::columns() {
        let of_key: Vec<String> = columns[..key].iter().map(|column| format!("**{column}**")).collect();
        let others = columns[key..].iter().map(|&column| column.to_owned());
        let listed: Vec<String> = of_key.into_iter().chain(others).collect();
        let line = format!("| `{name}` | {} |", listed.join(", ").replace("_MM", "_01…12"));
        assert!(guide.contains(&line), "docs/pack.md lacks: {line}");
    }
    for (member, most) in pack::LONGEST {
        assert!(guide.contains(&format!("`{member}` {most}")), "docs/pack.md lacks the limit of {member}");
    }
    let script = fs::read_to_string(root().join("public/pack.js")).unwrap();
    assert!(script.contains("LARGEST_TABLE = 400_000") && LARGEST_BYTES == 400_000);
    for (member, most) in pack::LONGEST.into_iter().filter(|(member, _)| ["title", "intro", "contact"].contains(member))
    {
        assert!(script.contains(&format!("{member}: {most}")), "public/pack.js has another limit of {member}");
    }
    assert!(script.contains(&pack::mark("${pack.name}")));
}

/// The cells of a table, row by row.
type Cells = Vec<Vec<String>>;

/// Every built-in table a pack may hold, as header and rows of cells.
static TABLES: LazyLock<Vec<(&str, Cells)>> = LazyLock::new(|| {
    let cells = |name: &str| {
        let text = fs::read_to_string(root().join("src/rules").join(name)).unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    };
    pack::tables().into_iter().map(|name| (name, cells(name))).collect()
});

const ODD: [&str; 12] = [
    "",
    "0",
    "-1",
    "999999999999999999",
    "-999999999999999",
    "0.0000000001",
    "*",
    "all",
    "2030-01-01",
    "1999-12-31",
    "x",
    "\"",
];

/// A table with some rows of the built-in one, changed at random.
fn mutated() -> impl Strategy<Value = (String, String)> {
    let change =
        (any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<bool>());
    (any::<prop::sample::Index>(), prop::collection::vec(change, 1..12), any::<bool>()).prop_map(
        |(which, changes, all)| {
            let (name, cells) = &TABLES[which.index(TABLES.len())];
            let mut rows = cells.clone();
            let mut touched = vec![0];
            for (row, column, value, odd) in changes {
                let at = 1 + row.index(rows.len() - 1);
                let column = column.index(rows[0].len());
                let other = cells[1 + value.index(cells.len() - 1)][column].clone();
                rows[at][column] = if odd { ODD[value.index(ODD.len())].to_owned() } else { other };
                touched.push(at);
            }
            let kept = rows.iter().enumerate().filter(|(at, _)| all || touched.contains(at));
            let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
            kept.for_each(|(_, row)| writer.write_record(row).unwrap());
            ((*name).to_owned(), String::from_utf8(writer.into_inner().unwrap()).unwrap())
        },
    )
}

fn pack_of(tables: Vec<(String, String)>) -> Pack {
    let texts = tables.into_iter().flat_map(|(name, text)| [name, text]);
    Pack::new(["", ""].map(str::to_owned).into_iter().chain(texts).collect())
}

/// A home that asks many tables.
fn busy_home() -> Scenario {
    let text = r#"{ "heating": { "present": "coal_old", "planned": "air" }, "car": { "km_per_year": 12000, "charging": "surplus" },
        "devices": { "boiler": "surplus" }, "pv_kwp": 5, "battery_kwh": 8, "tariff": { "group": "G12w" } }"#;
    serde_json::from_str(text).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 24, ..ProptestConfig::default() })]

    /// The page does not check tables against each other: whatever they hold, the engine answers or refuses.
    #[test]
    fn no_pack_makes_the_engine_panic(tables in prop::collection::vec(mutated(), 1..4)) {
        let pack = pack_of(tables);
        if let Ok(mut session) = Session::with(&pack) {
            for scenario in [Scenario::default(), busy_home()] {
                if let Ok(outcome) = session.outcome(&scenario) {
                    prop_assert!(!outcome.money.yearly_saving.0.is_nan());
                }
            }
            let _ = session.recommend(&Scenario::default());
        }
        if let Ok(mut session) = FirmSession::with(&pack) {
            let _ = session.outcome(&FirmScenario::default());
        }
    }

    /// The reader takes any text for any file.
    #[test]
    fn any_text_is_read_or_refused(list in "\\PC{0,200}", text in "(\\PC|\n|,|\"){0,300}", which in any::<prop::sample::Index>()) {
        let names = pack::tables();
        let name = names[which.index(names.len())];
        let good = format!(r#"{{ "version": 1, "tables": ["{name}"] }}"#);
        prop_assert!(pack::read(&[("pakiet.json", &list)]).is_err() || list.contains("version"));
        let _ = pack::read(&[("pakiet.json", &good), (name, &text)]);
        let header = &TABLES[which.index(names.len())].1[0].join(",");
        let _ = pack::read(&[("pakiet.json", &good), (name, &format!("{header}\n{text}"))]);
    }
}

#[test]
fn firms_and_homes_read_the_same_tables() {
    let checked = example("sokolow-podlaski");
    let firm = FirmSession::with(&checked.pack).unwrap();
    let home = Session::with(&checked.pack).unwrap();
    assert_eq!(firm.towns(), home.towns());
    assert_eq!(FirmRules::with(&checked.pack), Ok(checked.firms));
}
