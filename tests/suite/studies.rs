//! What studies say: every part filled, the figures those of the model, in both languages.

use autonomia::{
    model::{
        inputs::{
            Scenario,
            ranges::{Range, RangeField},
        },
        session::Session,
        uncertainty::{self, Band, Bands, Source},
    },
    rules::Rules,
    study::{Ask, Step, Study},
    text::{Lang, studies},
    units::GrossPln,
    view::{Headline, Hue, Table, View},
};
use std::sync::LazyLock;

/// Units and nouns that may follow a number.
const UNITS: [&str; 10] = ["zł", "kWh", "%", "kg", "roku", "lat", "years", "przypadk", "case", "przyszłości"];

static DEFAULT: LazyLock<Bands> = LazyLock::new(|| of(&Scenario::default()));

fn of(scenario: &Scenario) -> Bands {
    uncertainty::bands(&Rules::built_in().unwrap(), scenario, &uncertainty::Ask::default()).unwrap()
}

fn with_price(low: f64, high: f64) -> Scenario {
    let ranges = vec![Range { field: RangeField::PvGrossPln, low, high }];
    Scenario { ranges, ..Scenario::default() }
}

fn sentences(view: &View) -> Vec<&String> {
    let drawing = view.drawing.iter().flat_map(|drawing| drawing.readings.iter().chain([&drawing.summary]));
    view.facts.iter().chain(drawing).chain(view.ranges.iter().map(|(_, words)| words)).collect()
}

fn tables(view: &View) -> Vec<&Table> {
    view.tables.iter().chain(view.drawing.iter().map(|drawing| &drawing.table)).collect()
}

fn range(view: &View, headline: Headline) -> Option<&str> {
    view.ranges.iter().find(|(at, _)| *at == headline).map(|(_, words)| words.as_str())
}

/// What holds for every view of bands.
fn check(view: &View, lang: Lang) {
    for words in sentences(view) {
        let counts = words.chars().any(|letter| letter.is_ascii_digit());
        assert!(!counts || UNITS.iter().any(|unit| words.contains(unit)), "no unit: {words}");
    }
    for table in tables(view) {
        assert!(!table.caption.is_empty() && !table.rows.is_empty());
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len(), "{row:?}");
            assert!(row.iter().all(|cell| !cell.is_empty()), "{row:?}");
            let figures = row[1..].iter().filter(|cell| cell.chars().any(|letter| letter.is_ascii_digit()));
            figures.for_each(|cell| assert!(UNITS.iter().any(|unit| cell.contains(unit)), "no unit: {cell}"));
        }
    }
    let all = sentences(view).into_iter().chain(&view.warnings);
    for words in all.chain(tables(view).into_iter().flat_map(|table| table.rows.iter().flatten())) {
        for wrong in ["NaN", "inf", "  ", "–", ".."] {
            assert!(!words.contains(wrong), "{words}");
        }
        let mut pieces = words.split(' ').peekable();
        while let Some(piece) = pieces.next() {
            let alone = piece.chars().count() == 1 && lang == Lang::Pl && piece.chars().all(char::is_alphabetic);
            assert!(!alone, "a letter may end a line: {words}");
            let unit = pieces.peek().is_some_and(|next| UNITS[..7].iter().any(|unit| next.starts_with(unit)));
            assert!(!(unit && piece.ends_with(|letter: char| letter.is_ascii_digit())), "number from unit: {words}");
        }
    }
    assert!(view.warnings.len() >= 4 && view.takes.is_empty());
}

#[test]
fn bands_of_a_home_fill_every_part() {
    let bands = &*DEFAULT;
    for lang in Lang::ALL {
        let view = studies::bands(lang, &Scenario::default(), bands);
        println!("{view:#?}");
        check(&view, lang);
        assert_eq!((view.facts.len(), view.warnings.len(), view.tables.len(), view.ranges.len()), (4, 4, 2, 6));
        assert_eq!(view.tables[0].rows.len(), 19);
        let names: Vec<&String> = view.tables[0].rows.iter().map(|row| &row[0]).collect();
        assert!(names.iter().all(|name| names.iter().filter(|other| other == &name).count() == 1));
    }
}

#[test]
fn the_numbers_are_those_of_the_bands() {
    let bands = &*DEFAULT;
    let figures = &bands.figures;
    for lang in Lang::ALL {
        let view = studies::bands(lang, &Scenario::default(), bands);
        let says = |words: &str, band: Band<GrossPln>| {
            assert!(words.contains(&lang.number(band.p10.0, 0)), "{words}");
            assert!(words.contains(&lang.pln(band.p90.0)), "{words}");
        };
        says(&view.facts[0], figures.yearly_saving);
        assert!(view.facts[0].contains(&lang.pln(figures.yearly_saving.p50.0)));
        assert!(view.facts[1].contains(&lang.years(figures.payback_years.p90.unwrap())));
        says(&view.facts[2], figures.net_present_value);
        assert!(view.facts[2].contains(&format!(" {}\u{a0}", bands.horizon_years)), "{}", view.facts[2]);
        let paying = (figures.profitable * 32.0).round();
        assert!(view.facts[2].contains(&format!("{paying}\u{a0}")) && view.facts[2].contains("32"));
        let narrows = bands.net_present_value.narrows_most().unwrap();
        assert!(view.facts[3].contains(&lang.pln(narrows.remaining.0)));
        assert!(view.facts[3].contains(&lang.pln(bands.net_present_value.width.0)));
        says(range(&view, Headline::Saving).unwrap(), figures.yearly_saving);
        says(range(&view, Headline::Value).unwrap(), figures.net_present_value);
        assert!(range(&view, Headline::Generation).unwrap().contains(&lang.kwh(figures.generation.p90.0)));
        assert!(range(&view, Headline::Autonomy).unwrap().contains(&lang.percent(figures.autonomy.p90)));
        assert!(range(&view, Headline::OwnUse).unwrap().contains(&lang.percent(figures.self_consumption.p90)));
        assert!(range(&view, Headline::Payback).unwrap().contains(&lang.years(figures.payback_years.p90.unwrap())));
        let saving = &view.tables[0].rows[12];
        let cells = [figures.yearly_saving.p10, figures.yearly_saving.p50, figures.yearly_saving.p90];
        assert_eq!(saving[1..], cells.map(|pln| lang.pln(pln.0)));
        for (row, bar) in view.tables[1].rows.iter().zip(&bands.yearly_saving.bars) {
            assert_eq!(row[1..], [bar.low, bar.high, bar.remaining].map(|pln| lang.pln(pln.0)));
        }
    }
    // By hand, after the rules of Polish typography.
    let mut plain = bands.clone();
    plain.figures.yearly_saving = Band { p10: GrossPln(-200.0), p50: GrossPln(1500.0), p90: GrossPln(3560.4) };
    plain.figures.payback_years = Band { p10: Some(10.0), p50: Some(14.2), p90: None };
    plain.figures.autonomy = Band { p10: 0.404, p50: 0.45, p90: 0.5 };
    let view = studies::bands(Lang::Pl, &Scenario::default(), &plain);
    assert_eq!(range(&view, Headline::Saving), Some("od \u{2212}200 do 3\u{a0}560\u{a0}zł"));
    assert!(view.facts[0].ends_with("Minus oznacza wyższe rachunki niż bez instalacji."));
    assert_eq!(range(&view, Headline::Payback), Some("od 10,0\u{a0}roku do ponad 25\u{a0}lat"));
    let view = studies::bands(Lang::En, &Scenario::default(), &plain);
    assert_eq!(range(&view, Headline::Autonomy), Some("from 40% to 50%"));
    plain.figures.autonomy.p10 = 0.4999;
    let view = studies::bands(Lang::Pl, &Scenario::default(), &plain);
    assert_eq!(range(&view, Headline::Autonomy), Some("około 50\u{a0}%"));
}

#[test]
fn the_picture_has_a_bar_for_every_source() {
    let mut scenario = with_price(5_000.0, 60_000.0);
    let others = [
        (RangeField::KwhPerYear, 3_000.0, 4_000.0),
        (RangeField::BatteryGrossPln, 9_000.0, 12_000.0),
        (RangeField::DiscountPercent, 3.0, 5.0),
        (RangeField::EnergyGrowthPercent, 0.0, 1.0),
        (RangeField::ExportGrowthPercent, -2.0, 0.0),
    ];
    scenario.ranges.extend(others.map(|(field, low, high)| Range { field, low, high }));
    let bands = of(&scenario);
    let tornado = &bands.net_present_value;
    for lang in Lang::ALL {
        let view = studies::bands(lang, &scenario, &bands);
        check(&view, lang);
        let drawing = view.drawing.as_ref().unwrap();
        let picture = &drawing.picture;
        // Weather, habits, generation and six ranges; both growths are given, so prices move no more by themselves.
        assert_eq!(tornado.bars.len(), 9);
        for length in [picture.bars.len(), picture.names.len(), drawing.columns.len(), drawing.readings.len()] {
            assert_eq!(length, tornado.bars.len());
        }
        assert_eq!(drawing.table.rows.len(), tornado.bars.len());
        assert!(picture.names.iter().all(|name| (2..=8).contains(&name.chars().count())));
        assert!(!picture.amounts_below && picture.unit == "zł");
        assert_eq!(drawing.legend.iter().map(|(hue, _)| *hue).collect::<Vec<_>>(), [Hue::Direct, Hue::Import]);
        for (drawn, bar) in picture.bars.iter().zip(&tornado.bars) {
            let [(Hue::Direct, up)] = drawn.up[..] else { panic!("{drawn:?}") };
            let [(Hue::Import, down)] = drawn.down[..] else { panic!("{drawn:?}") };
            assert_eq!(up, (bar.high - tornado.middle).0.max(0.0));
            assert_eq!(down, (tornado.middle - bar.low).0.max(0.0));
        }
        let widest = &tornado.bars[0];
        assert_eq!(widest.source, Source::Range(RangeField::PvGrossPln));
        assert!(
            drawing.summary.contains(&drawing.columns[0][1..]) && drawing.summary.contains(&lang.pln(widest.high.0))
        );
        // What the person gave as a range can be given better.
        assert!(
            view.facts[3].contains(if lang == Lang::Pl { "podaj węższy" } else { "narrower" }),
            "{}",
            view.facts[3]
        );
    }
}

#[test]
fn what_never_pays_is_said_with_the_horizon() {
    let scenario = with_price(300_000.0, 320_000.0);
    let bands = of(&scenario);
    assert_eq!(bands.horizon_years, 25);
    let pl = studies::bands(Lang::Pl, &scenario, &bands);
    let en = studies::bands(Lang::En, &scenario, &bands);
    check(&pl, Lang::Pl);
    check(&en, Lang::En);
    assert!(pl.facts[1].ends_with("koszt nie zwróci się w\u{a0}ciągu 25\u{a0}lat."), "{}", pl.facts[1]);
    assert!(en.facts[1].ends_with("is not paid back within 25\u{a0}years."), "{}", en.facts[1]);
    assert_eq!(range(&pl, Headline::Payback), Some("ponad 25\u{a0}lat"));
    assert_eq!(range(&en, Headline::Payback), Some("over 25\u{a0}years"));
    assert!(pl.facts[2].contains("w\u{a0}żadnym") && en.facts[2].contains("none of"));
    assert_eq!(pl.tables[0].rows[15][1..], ["ponad 25\u{a0}lat"; 3].map(str::to_owned));
    let cheap = with_price(1_000.0, 1_200.0);
    let view = studies::bands(Lang::Pl, &cheap, &of(&cheap));
    assert!(view.facts[2].contains("we wszystkich"), "{}", view.facts[2]);
}

#[test]
fn a_home_without_a_plant_has_its_bill_alone() {
    let scenario = Scenario { pv_kwp: 0.0, battery_kwh: 0.0, ..Scenario::default() };
    let bands = of(&scenario);
    for lang in Lang::ALL {
        let view = studies::bands(lang, &scenario, &bands);
        check(&view, lang);
        assert!(view.facts.len() == 1 && view.facts[0].contains(&lang.pln(bands.figures.bill_before.p90.0)));
        assert!(view.drawing.is_none() && view.ranges.is_empty() && view.tables.len() == 1);
        let none = if lang == Lang::Pl { "brak" } else { "none" };
        assert_eq!(view.tables[0].rows[5][1], none, "no own use of nothing");
        assert_eq!(view.tables[0].rows[15][1], none, "nothing to pay back");
    }
    let battery = Scenario { pv_kwp: 0.0, ..Scenario::default() };
    let view = studies::bands(Lang::Pl, &battery, &of(&battery));
    check(&view, Lang::Pl);
    assert!(range(&view, Headline::Generation).is_none() && range(&view, Headline::Saving).is_some());
}

#[test]
fn what_costs_nothing_has_nothing_to_pay_back() {
    let mut scenario = Scenario { battery_kwh: 0.0, ..Scenario::default() };
    scenario.money.pv_gross_pln = Some(0.0);
    let view = studies::bands(Lang::Pl, &scenario, &of(&scenario));
    assert_eq!(view.facts[1], "Na początku nic nie płacisz, więc nie ma czego zwracać.");
    assert_eq!(range(&view, Headline::Payback), None);
}

#[test]
fn a_study_of_bands_tells_once_before_its_end() {
    let (scenario, mut session) = (Scenario::default(), Session::new().unwrap());
    for lang in Lang::ALL {
        let mut study = Study::new(scenario.clone(), Ask::Bands, lang);
        let (mut share, mut early) = (0.0, Vec::new());
        let last = loop {
            match study.step(&mut session) {
                Step::Working(done) => {
                    assert!(done >= share);
                    share = done;
                }
                Step::SoFar(done, found) => {
                    assert!(done > 0.2 && done < 0.3, "{done}");
                    early.push(*found);
                }
                Step::Done(found) => break *found.unwrap(),
            }
        };
        assert_eq!(last, studies::bands(lang, &scenario, &DEFAULT));
        let [first] = &early[..] else { panic!("{} early answers", early.len()) };
        check(first, lang);
        assert_eq!(first.warnings.len(), 5);
        assert!(first.warnings[0].contains("8\u{a0}"), "{}", first.warnings[0]);
    }
    let wrong = Scenario { pv_kwp: -1.0, ..scenario };
    let mut study = Study::new(wrong, Ask::Bands, Lang::Pl);
    assert!(matches!(study.step(&mut session), Step::Done(Err(_))));
}
