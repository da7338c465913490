//! The words of the search over all designs: they quote the answer, and what can be taken over leads to it.

use autonomia::{
    model::{
        inputs::{Consumption, RoofPlane, Scenario, SettlementScheme},
        session::Session,
        simulate,
        sizing::joint::{JointAnswer, JointDesign, Layout, Limit, Objective, Verdict, Wish, search},
    },
    rules::Rules,
    study::{Ask, Step, Study},
    text::{Lang, studies},
    units::{GrossPln, Kwh},
    view::{Table, View},
};

fn plane(area_m2: f64, tilt_deg: f64, azimuth_deg: f64) -> RoofPlane {
    RoofPlane { area_m2, tilt_deg, azimuth_deg }
}

fn home(planes: Vec<RoofPlane>) -> Scenario {
    Scenario { planes, consumption: Consumption::KwhPerYear(2100.0), ..Scenario::default() }
}

/// Two planes that hold five modules in all.
fn pitched() -> Scenario {
    home(vec![plane(8.0, 30.0, 100.0), plane(10.0, 40.0, 200.0)])
}

fn flat() -> Scenario {
    home(vec![plane(21.0, 0.0, 170.0)])
}

fn homes() -> Vec<(&'static str, Scenario)> {
    let mixed = home(vec![plane(9.0, 0.0, 90.0), plane(12.0, 40.0, 200.0)]);
    vec![
        ("one plane", home(vec![plane(14.0, 35.0, 180.0)])),
        ("two planes", pitched()),
        ("flat", flat()),
        ("flat and pitched", mixed),
        ("virtual", Scenario { scheme: SettlementScheme::Virtual, ..pitched() }),
        ("tenant", Scenario { scheme: SettlementScheme::Tenant, ..pitched() }),
        ("old plant", Scenario { scheme: SettlementScheme::NetMetering, ..pitched() }),
        ("no panel", home(vec![plane(2.0, 35.0, 180.0)])),
    ]
}

fn objectives() -> Vec<Objective> {
    vec![
        Objective::NetPresentValue,
        Objective::Payback,
        Objective::Autonomy { at_least: 0.3 },
        Objective::Autonomy { at_least: 0.98 },
        Objective::Budget { at_most: GrossPln(12_000.0) },
        Objective::Budget { at_most: GrossPln(100.0) },
        Objective::YearlyBill,
    ]
}

fn asked(scenario: &Scenario, rules: &Rules, objective: Objective) -> JointAnswer {
    search(rules, scenario, &Wish { objectives: vec![objective] }).unwrap()
}

/// The design that is told of and its planes.
fn told(answer: &JointAnswer) -> (&JointDesign, Option<&Vec<RoofPlane>>) {
    match &answer.answers[0].verdict {
        Verdict::Found(optimum) => (&optimum.best, optimum.planes.as_ref()),
        Verdict::OutOfReach { closest, planes, .. } => (closest, planes.as_ref()),
    }
}

/// Every text of a view.
fn texts(view: &View) -> Vec<String> {
    let of_table = |table: &Table| {
        let cells = table.rows.iter().flatten().chain(&table.columns);
        cells.chain([&table.caption]).cloned().collect::<Vec<_>>()
    };
    let mut all: Vec<String> = view.facts.iter().chain(&view.warnings).cloned().collect();
    all.extend(view.takes.iter().map(|take| take.label.clone()));
    all.extend(view.tables.iter().flat_map(of_table));
    if let Some(drawing) = &view.drawing {
        let lists = drawing.columns.iter().chain(&drawing.readings).chain(&drawing.picture.names);
        all.extend(lists.chain([&drawing.title, &drawing.summary]).cloned());
        all.extend(of_table(&drawing.table));
    }
    all
}

/// A unit stands behind a no-break space, nothing is left empty, and no figure is missing.
fn assert_well_written(what: &str, lang: Lang, view: &View) {
    for text in texts(view) {
        assert!(!text.is_empty() && !text.contains("  ") && text.trim() == text, "{what}: {text:?}");
        assert!(!["NaN", "inf", "{", "}"].iter().any(|rubbish| text.contains(rubbish)), "{what}: {text}");
        let words: Vec<&str> = text.split(' ').collect();
        for unit in ["zł", "kWh", "kWp", "W", "%", "lat", "roku", "paneli"] {
            let torn = words.windows(2).any(|two| {
                two[0].ends_with(|letter: char| letter.is_ascii_digit())
                    && two[1].trim_end_matches(['.', ',', ';']) == unit
            });
            assert!(!torn, "{what}: {unit} is torn from its number in {text:?}");
        }
        let lonely = |word: &&str| lang == Lang::Pl && ["z", "w", "i", "a", "o", "u"].contains(word);
        assert!(words.iter().position(lonely).is_none(), "{what}: a lonely letter in {text:?}");
    }
    for sentence in view.facts.iter().chain(&view.warnings) {
        assert!(sentence.ends_with('.'), "{what}: {sentence}");
    }
    for table in view.tables.iter().chain(view.drawing.iter().map(|drawing| &drawing.table)) {
        assert!(!table.rows.is_empty());
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{what}: {}", table.caption);
    }
    if let Some(drawing) = &view.drawing {
        let columns = drawing.columns.len();
        let lists = [drawing.readings.len(), drawing.picture.bars.len(), drawing.picture.names.len()];
        assert_eq!(lists, [columns; 3], "{what}");
        assert_eq!(drawing.table.rows.len(), columns);
        assert!((2..=16).contains(&columns));
    }
}

/// Every figure of the answer stands in the sentences.
fn assert_quoted(what: &str, lang: Lang, answer: &JointAnswer, view: &View) {
    let facts = view.facts.join(" ");
    let quotes = |figure: &str| assert!(facts.contains(figure), "{what}: {figure} is not in {facts}");
    let (design, _) = told(answer);
    quotes(&lang.number(answer.compared as f64, 0));
    if design.modules > 0 {
        quotes(&format!("{}\u{a0}kWp", lang.amount(design.design.pv.0)));
        quotes(&design.modules.to_string());
        quotes(&lang.pln(design.design.investment.0));
        quotes(&lang.pln(design.yearly_bill.0));
        quotes(&lang.pln(answer.nothing.yearly_bill.0));
        quotes(&lang.pln(design.design.yearly_saving.0));
        quotes(&lang.pln(design.design.net_present_value.0));
        quotes(&lang.percent(design.design.autonomy));
        quotes(
            &lang
                .count(answer.horizon_years, if lang == Lang::Pl { ("roku", "lat", "lat") } else { ("", "", "years") }),
        );
        design.design.payback_years.iter().for_each(|years| quotes(&lang.years(*years)));
    }
    if design.design.battery > Kwh::ZERO {
        quotes(&format!("{}\u{a0}kWh", lang.amount(design.design.battery.0)));
    }
    if answer.moving.group != answer.nothing.group {
        quotes(&lang.pln(answer.moving.group_saving.0));
    }
    if let Verdict::Found(optimum) = &answer.answers[0].verdict
        && design.modules > 0
    {
        if optimum.zone.designs > 1 {
            quotes(&lang.number(optimum.zone.designs as f64, 0));
            for pv in optimum.zone.pv {
                quotes(&format!("{}\u{a0}kWp", lang.amount(pv.0)));
            }
        }
        for margin in optimum.per_kwp.iter().chain(&optimum.per_kwh) {
            quotes(&lang.pln(margin.net_present_value.0.abs()));
        }
    }
}

#[test]
fn every_answer_is_told_with_its_own_figures() {
    let rules = Rules::built_in().unwrap();
    for (name, scenario) in homes() {
        for objective in objectives() {
            let answer = asked(&scenario, &rules, objective);
            let what = format!("{name}, {objective:?}");
            let views = Lang::ALL.map(|lang| {
                let view = studies::joint(lang, &scenario, &answer);
                assert_well_written(&what, lang, &view);
                if !matches!(scenario.scheme, SettlementScheme::Virtual) && name != "no panel" {
                    assert_quoted(&what, lang, &answer, &view);
                    assert!(view.drawing.is_some(), "{what}");
                }
                view
            });
            let [pl, en] = &views;
            assert_eq!(pl.facts.len(), en.facts.len(), "{what}");
            assert_eq!(pl.warnings.len(), en.warnings.len(), "{what}");
            assert_eq!(pl.takes.len(), en.takes.len(), "{what}");
        }
    }
}

#[test]
fn what_is_taken_over_leads_to_the_same() {
    let rules = Rules::built_in().unwrap();
    let mut replaced = 0;
    for (name, scenario) in homes() {
        for objective in objectives() {
            let answer = asked(&scenario, &rules, objective);
            let (design, planes) = told(&answer);
            let takes = studies::joint(Lang::Pl, &scenario, &answer).takes;
            let what = format!("{name}, {objective:?}, {design:?}");
            let stays = design.modules == 0 && design.group == answer.nothing.group;
            let can = scenario.scheme.takes_new_plants() && planes.is_some() && !stays;
            assert_eq!(takes.len(), usize::from(can), "{what}");
            let Some(take) = takes.first() else { continue };
            let mut taken = Scenario { pv_kwp: take.pv_kwp, battery_kwh: take.battery_kwh, ..scenario.clone() };
            taken.tariff.group.clone_from(&take.group);
            if !take.planes.is_empty() {
                replaced += 1;
                taken.planes.clone_from(&take.planes);
            }
            let outcome = simulate(&taken, &rules).unwrap();
            let plant = design.design.net_present_value - design.group_value;
            let off = (outcome.money.net_present_value - plant).0.abs();
            assert!(off <= 0.01 * plant.0.abs().max(500.0), "{what}: {off} zł off");
            assert!((outcome.money.bill_after - design.yearly_bill).0.abs() < 1.0, "{what}");
            assert!((outcome.money.investment - design.design.investment).0.abs() < 1.0, "{what}");
            assert!((outcome.autonomy - design.design.autonomy).abs() < 1e-3, "{what}");
        }
    }
    assert!(replaced > 0, "one layout at least is told by planes of its own");
}

/// The designs that other objectives seldom choose: each layout by itself.
#[test]
fn every_layout_is_told_by_planes_or_not_at_all() {
    let rules = Rules::built_in().unwrap();
    let mut seen = Vec::new();
    for (_, scenario) in homes().into_iter().filter(|(_, scenario)| scenario.scheme == SettlementScheme::default()) {
        for at_most in [4_000.0, 6_000.0, 8_000.0, 10_000.0, 14_000.0, 20_000.0] {
            let answer = asked(&scenario, &rules, Objective::Budget { at_most: GrossPln(at_most) });
            let (design, planes) = told(&answer);
            seen.push((design.layout, planes.map(Vec::len)));
        }
    }
    let planes_of =
        |wanted: fn(&Layout) -> bool| seen.iter().find(|(layout, _)| wanted(layout)).map(|(_, planes)| *planes);
    assert_eq!(planes_of(|layout| *layout == Layout::SunniestFirst), Some(Some(0)), "the roof as it is told does");
    assert_eq!(planes_of(|layout| matches!(layout, Layout::Rack { .. })), Some(Some(1)), "{seen:?}");
}

#[test]
fn limits_are_told_with_what_would_help() {
    let rules = Rules::built_in().unwrap();
    let wishes = [
        (pitched(), Objective::Autonomy { at_least: 0.98 }, Limit::Roof, "Pomoże więcej miejsca na panele"),
        (
            pitched(),
            Objective::Budget { at_most: GrossPln(100.0) },
            Limit::Budget,
            "Pomoże większy budżet albo dotacja",
        ),
        (
            Scenario { scheme: SettlementScheme::Virtual, ..pitched() },
            Objective::Autonomy { at_least: 0.5 },
            Limit::Scheme,
            "Pomoże instalacja na własnym dachu",
        ),
        (
            home(vec![plane(2.0, 35.0, 180.0)]),
            Objective::Payback,
            Limit::Roof,
            "nie mieści się ani jeden panel 450\u{a0}W",
        ),
    ];
    for (scenario, objective, limit, words) in wishes {
        let answer = asked(&scenario, &rules, objective);
        let Verdict::OutOfReach { limits, closest, .. } = &answer.answers[0].verdict else {
            panic!("{objective:?} is within reach")
        };
        assert!(limits.contains(&limit), "{limits:?}");
        let facts = studies::joint(Lang::Pl, &scenario, &answer).facts.join(" ");
        assert!(facts.contains(words), "{facts}");
        if let Objective::Budget { at_most } = objective {
            let lacking = closest.design.investment - at_most;
            assert!(facts.contains(&Lang::Pl.pln(lacking.0)), "{facts}");
        }
    }
}

#[test]
fn not_building_is_said_plainly() {
    let rules = Rules::built_in().unwrap();
    let mut scenario = pitched();
    scenario.money.pv_gross_pln = Some(1_000_000.0);
    let answer = asked(&scenario, &rules, Objective::NetPresentValue);
    assert_eq!(told(&answer).0.modules, 0);
    let view = studies::joint(Lang::Pl, &scenario, &answer);
    assert!(view.facts[0].contains("bez instalacji"), "{:?}", view.facts);
    assert!(view.facts[1].contains("nie wypada lepiej"));
    // The lowest bill has its price, and that is said too.
    let answer = asked(&scenario, &rules, Objective::YearlyBill);
    let (best, _) = told(&answer);
    let ahead = answer.moving.design.net_present_value - best.design.net_present_value;
    let facts = studies::joint(Lang::Pl, &scenario, &answer).facts.join(" ");
    assert!(ahead > GrossPln::ZERO && facts.contains(&format!("wyższe o\u{a0}{}", Lang::Pl.pln(ahead.0))), "{facts}");
}

#[test]
fn the_study_tells_the_same_step_by_step() {
    let rules = Rules::built_in().unwrap();
    let scenario = pitched();
    let mut session = Session::new().unwrap();
    for lang in Lang::ALL {
        let objective = Objective::Payback;
        let whole = studies::joint(lang, &scenario, &asked(&scenario, &rules, objective));
        let mut study = Study::new(scenario.clone(), Ask::Joint(objective), lang);
        let view = loop {
            match study.step(&mut session) {
                Step::Working(share) => assert!((0.0..=1.0).contains(&share)),
                Step::SoFar(..) => panic!("a search has no answer for the time being"),
                Step::Done(found) => break found.unwrap(),
            }
        };
        assert_eq!(*view, whole);
    }
}
