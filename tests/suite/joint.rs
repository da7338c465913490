//! The search over plant, battery, tariff group and layout beside the whole line, and its answers beside brute force.

use autonomia::{
    model::{
        finance::{npv, payback},
        home::{Home, asked},
        inputs::{
            Car, Consumption, RoofPlane, Scenario, SettlementScheme, Timing,
            energy_contract::{Dynamic, EnergyContract},
        },
        offer::{Asked, Offer},
        report::Outcome,
        settlement, simulate_home,
        sizing::{
            Judge,
            joint::{
                JointAnswer, JointDesign, JointSearch, Layout, Limit, Margin, Objective, Optimum, Placed, Verdict,
                Wish, ZONE, search,
            },
        },
    },
    rules::Rules,
    units::{GrossPln, Kwh, Kwp, Series},
};
use proptest::prelude::*;

/// Relative to the figure or to 1.
const TOLERANCE: f64 = 1e-9;

fn assert_close(what: &str, a: f64, b: f64) {
    assert!((a - b).abs() <= TOLERANCE * b.abs().max(1.0), "{what}: {a} is not {b}");
}

fn plane(area_m2: f64, tilt_deg: f64, azimuth_deg: f64) -> RoofPlane {
    RoofPlane { area_m2, tilt_deg, azimuth_deg }
}

/// Two planes that hold five modules in all.
fn pitched(group: &str) -> Scenario {
    let mut scenario = Scenario {
        planes: vec![plane(8.0, 30.0, 100.0), plane(10.0, 40.0, 200.0)],
        consumption: Consumption::KwhPerYear(2100.0),
        ..Scenario::default()
    };
    scenario.tariff.group = group.to_owned();
    scenario
}

fn asking(objectives: Vec<Objective>) -> Wish {
    Wish { objectives }
}

fn judged(scenario: &Scenario, rules: &Rules, wish: &Wish) -> (JointSearch, Vec<JointDesign>) {
    let home = Home::prepare(scenario, rules, None).unwrap();
    let mut search = JointSearch::new(&home, scenario, rules, wish).unwrap();
    while search.step().is_some() {}
    let designs = search.designs().collect();
    (search, designs)
}

/// What the whole line says of a design: its planes are cut to what is placed on them, its group is the scenario's.
fn line(design: &JointDesign, search: &JointSearch, scenario: &Scenario, rules: &Rules, ready: &Home) -> Outcome {
    let mut sized = Scenario { pv_kwp: design.design.pv.0, battery_kwh: design.design.battery.0, ..scenario.clone() };
    sized.tariff.group.clone_from(&design.group);
    if design.layout != Layout::SunniestFirst {
        let cut = |on: Placed| plane(on.rated.0 / ready.terms.kwp_per_m2, on.tilt.0, on.azimuth.0);
        sized.planes = search.placed(design).into_iter().map(cut).collect();
    }
    let home = Home::prepare(&sized, rules, Some(ready)).unwrap();
    simulate_home(&home, &sized).unwrap()
}

/// Compares a design with the line's outcome for its group, whose bill without a plant is that of the group.
fn assert_same(design: &JointDesign, outcome: &Outcome, home: &Home) {
    let (ours, money, outlook) = (&design.design, &outcome.money, &home.terms.outlook);
    let stays = home.before.total_gross();
    assert_close("size", ours.pv.0, outcome.pv.0);
    assert_close("bill", design.yearly_bill.0, money.bill_after.0);
    assert_close("investment", ours.investment.0, money.investment.0);
    assert_close("saving", ours.yearly_saving.0, (stays - money.bill_after).0);
    assert_close("autonomy", ours.autonomy, outcome.autonomy);
    // Moving to the group saves the same in every year, at the price path of bought energy; modules do not wear it off.
    let moving = stays - money.bill_before;
    assert_close("group", design.group_saving.0, moving.0);
    let year = |year: i32| moving * (1.0 + outlook.energy_growth).powi(year - 1);
    let mut flows = vec![GrossPln::ZERO];
    flows.extend((1..=i32::try_from(outlook.horizon_years).unwrap()).map(year));
    let value = money.net_present_value + npv::net_present_value(&flows, outlook.discount_rate);
    assert_close("value", ours.net_present_value.0, value.0);
    let with_moving: Vec<GrossPln> = money.cash_flow.iter().zip(&flows).map(|(plant, moved)| *plant + *moved).collect();
    let payback =
        if moving < GrossPln::ZERO && design.modules > 0 { payback::simple(&with_moving) } else { money.payback_years };
    assert_close("payback", ours.payback_years.unwrap_or(-1.0), payback.unwrap_or(-1.0));
}

/// Compares every `stride`th design with the line and gives all of them.
fn assert_line(scenario: &Scenario, rules: &Rules, stride: usize) -> Vec<JointDesign> {
    let (search, designs) = judged(scenario, rules, &Wish::default());
    let home = Home::prepare(scenario, rules, None).unwrap();
    for design in designs.iter().step_by(stride) {
        assert_same(design, &line(design, &search, scenario, rules, &home), &home);
    }
    designs
}

#[test]
fn every_design_is_what_the_line_says() {
    let rules = Rules::built_in().unwrap();
    let designs = assert_line(&pitched("G12"), &rules, 37);
    let has = |layout| designs.iter().any(|design| design.layout == layout);
    // The second plane is the sunnier one: alone it is where the sunniest first begins.
    assert!(has(Layout::Even) && has(Layout::OnePlane { plane: 0 }) && !has(Layout::OnePlane { plane: 1 }));
    let mut groups: Vec<&str> = designs.iter().map(|design| design.group.as_str()).collect();
    groups.dedup();
    assert_eq!(groups[0], "G12", "that of the scenario comes first");
}

#[test]
fn so_it_is_with_prices_programmes_and_shares() {
    let rules = Rules::built_in().unwrap();
    let mut dynamic = pitched("G11");
    dynamic.tariff.energy = EnergyContract::Dynamic(Dynamic { passes_negative_prices: true, ..Dynamic::default() });
    assert_line(&dynamic, &rules, 173);
    let mut supported = pitched("G12w");
    supported.money.programme = "storage_2026".to_owned();
    supported.money.tax_rate = "linear".to_owned();
    assert_line(&supported, &rules, 97);
    assert_line(&Scenario { scheme: SettlementScheme::Tenant, ..pitched("G11") }, &rules, 173);
    let shares = assert_line(&Scenario { scheme: SettlementScheme::Virtual, ..pitched("G12w") }, &rules, 3);
    assert!(shares.iter().all(|design| design.design.battery == Kwh::ZERO && design.layout == Layout::SunniestFirst));
}

#[test]
fn racks_on_a_flat_roof_are_what_the_line_says_of_such_planes() {
    let rules = Rules::built_in().unwrap();
    let mut scenario = Scenario { town: "zywiec".to_owned(), ..pitched("G12w") };
    scenario.planes = vec![plane(14.0, 0.0, 90.0)];
    let (search, designs) = judged(&scenario, &rules, &Wish::default());
    let home = Home::prepare(&scenario, &rules, None).unwrap();
    let whole = |design: &&JointDesign| design.modules >= 2;
    for design in designs.iter().filter(whole).step_by(41) {
        assert_same(design, &line(design, &search, &scenario, &rules, &home), &home);
    }
    let most = |wanted: fn(&Layout) -> bool| {
        designs.iter().filter(|design| wanted(&design.layout)).map(|design| design.modules).max().unwrap()
    };
    // 14 m² at 0.14 kWp: 1.96 kWp, four modules; rows of 35° cover a third of that.
    assert_eq!(most(|layout| *layout == Layout::SunniestFirst), 4);
    assert_eq!(most(|layout| matches!(layout, Layout::BackToBack { .. })), 4);
    assert_eq!(most(|layout| matches!(layout, Layout::Rack { tilt } if tilt.0 > 30.0)), 1);
    let back_to_back = designs.iter().find(|design| matches!(design.layout, Layout::BackToBack { .. })).unwrap();
    let facing: Vec<f64> = search.placed(back_to_back).iter().map(|on| on.azimuth.0).collect();
    assert_eq!(facing, [0.0, 180.0], "across the building that faces east");
}

#[test]
fn use_is_taken_as_it_is_in_every_group() {
    // Cars and boilers keep the hours that the group of the scenario gives them: the flows of all groups are the same.
    let rules = Rules::built_in().unwrap();
    let mut scenario = pitched("G12");
    scenario.consumption = Consumption::GrossPlnPerMonth(260.0);
    scenario.car = Some(Car { charging: Timing::Surplus, days_at_home: 3, ..Car::default() });
    scenario.devices.boiler = Some(Timing::CheapHours);
    let (_, designs) = judged(&scenario, &rules, &Wish::default());
    let home = Home::prepare(&scenario, &rules, None).unwrap();
    let town = home.town_of(&rules).unwrap();
    let ours = designs.iter().filter(|design| design.layout == Layout::SunniestFirst);
    for design in ours.step_by(29) {
        let wanted = Asked { group: &design.group, ..asked(&scenario, town, &home) };
        let mut moved = home.clone();
        moved.offer = Offer::read(&wanted, &rules, &home.calendar, rules.model_date()).unwrap();
        moved.before = settlement::settle(&moved.offer.plain, home.load(), &Series::zeros(home.load().len())).steady;
        let sized = Scenario { pv_kwp: design.design.pv.0, battery_kwh: design.design.battery.0, ..scenario.clone() };
        assert_same(design, &simulate_home(&moved, &sized).unwrap(), &home);
    }
}

#[test]
fn a_scheme_that_takes_no_new_plants_is_judged_as_net_billing() {
    let rules = Rules::built_in().unwrap();
    let old = Scenario { scheme: SettlementScheme::NetMetering, ..pitched("G11") };
    let wish = Wish::default();
    assert_eq!(search(&rules, &old, &wish).unwrap(), search(&rules, &pitched("G11"), &wish).unwrap());
}

fn all_objectives() -> Vec<Objective> {
    vec![
        Objective::NetPresentValue,
        Objective::Payback,
        Objective::Autonomy { at_least: 0.3 },
        Objective::Budget { at_most: GrossPln(12_000.0) },
        Objective::YearlyBill,
    ]
}

/// The measure of a design, less is better; none where it does not do what is asked.
fn loss(objective: Objective, design: &JointDesign) -> Option<f64> {
    let value = -design.design.net_present_value.0;
    match objective {
        Objective::NetPresentValue => Some(value),
        Objective::Payback => design.design.payback_years,
        Objective::Autonomy { at_least } => (design.design.autonomy >= at_least).then_some(value),
        Objective::Budget { at_most } => (design.design.investment <= at_most).then_some(value),
        Objective::YearlyBill => Some(design.yearly_bill.0),
    }
}

fn found(answer: &JointAnswer, index: usize) -> &Optimum {
    match &answer.answers[index].verdict {
        Verdict::Found(optimum) => optimum,
        Verdict::OutOfReach { .. } => panic!("{:?} is out of reach", answer.answers[index].objective),
    }
}

#[test]
fn each_optimum_is_the_best_of_the_list_and_its_zone_all_that_come_near() {
    let rules = Rules::built_in().unwrap();
    let (search, designs) = judged(&pitched("G11"), &rules, &asking(all_objectives()));
    let answer = search.finish();
    assert_eq!(answer.compared, designs.len());
    for (index, objective) in all_objectives().into_iter().enumerate() {
        let (optimum, loss) = (found(&answer, index), |design: &JointDesign| loss(objective, design));
        let least = designs.iter().filter_map(loss).fold(f64::INFINITY, f64::min);
        assert_eq!(loss(&optimum.best), Some(least), "{objective:?}");
        assert!(designs.contains(&optimum.best));
        // Of equal designs none costs less.
        let equal = designs.iter().filter(|design| loss(design) == Some(least));
        let cheapest = equal.map(|design| design.design.investment.0).fold(f64::INFINITY, f64::min);
        assert_eq!(optimum.best.design.investment.0, cheapest);
        let near: Vec<&JointDesign> =
            designs.iter().filter(|design| loss(design).is_some_and(|l| l <= least + ZONE * least.abs())).collect();
        let zone = &optimum.zone;
        assert_eq!(zone.designs, near.len(), "{objective:?}");
        let (pv, battery) = (optimum.best.design.pv, optimum.best.design.battery);
        assert!(zone.pv[0] <= pv && pv <= zone.pv[1] && zone.battery[0] <= battery && battery <= zone.battery[1]);
        assert!(zone.groups.contains(&optimum.best.group) && zone.layouts.contains(&optimum.best.layout));
        for design in near {
            assert!(zone.groups.contains(&design.group) && zone.layouts.contains(&design.layout));
            assert!((zone.pv[0]..=zone.pv[1]).contains(&design.design.pv));
            assert!((zone.battery[0]..=zone.battery[1]).contains(&design.design.battery));
        }
    }
    let nothing = &answer.nothing.design;
    assert_eq!((nothing.pv, nothing.net_present_value, nothing.autonomy), (Kwp::ZERO, GrossPln::ZERO, 0.0));
    assert!(answer.nothing.yearly_bill > GrossPln::ZERO && answer.nothing.group == "G11");
}

#[test]
fn nothing_beats_the_fronts_and_they_lack_nothing() {
    let rules = Rules::built_in().unwrap();
    // One module: the whole fronts stay below 40 points.
    let one = Scenario { planes: vec![plane(4.0, 35.0, 180.0)], ..pitched("G11") };
    // Rows of 35° on 200 m²: more than 40 points, thinned.
    let many = Scenario { planes: vec![plane(200.0, 35.0, 180.0)], ..pitched("G11") };
    for (scenario, whole) in [(one, true), (many, false)] {
        let (search, designs) = judged(&scenario, &rules, &asking(vec![]));
        let answer = search.finish();
        let cost = |design: &JointDesign| design.design.investment.0;
        let loss = |design: &JointDesign| -design.design.net_present_value.0;
        for (front, paid) in [(&answer.by_investment, &cost as &dyn Fn(&JointDesign) -> f64), (&answer.by_value, &loss)]
        {
            let autonomy = |design: &JointDesign| design.design.autonomy;
            assert!((1..=40).contains(&front.len()) && (front.len() < 40) == whole, "{}", front.len());
            assert!(front.windows(2).all(|two| paid(&two[0]) < paid(&two[1]) && autonomy(&two[0]) < autonomy(&two[1])));
            for point in front {
                let beats = |other: &&JointDesign| {
                    let (dearer, worse) = (paid(other) - paid(point), autonomy(other) - autonomy(point));
                    dearer <= 0.0 && worse >= 0.0 && (dearer < 0.0 || worse > 0.0)
                };
                assert_eq!(designs.iter().find(beats), None);
            }
            let covered = |design: &JointDesign| {
                front.iter().any(|point| paid(point) <= paid(design) && autonomy(point) >= autonomy(design))
            };
            assert!(!whole || designs.iter().all(covered));
        }
    }
}

#[test]
fn a_margin_is_the_difference_of_two_lines() {
    let rules = Rules::built_in().unwrap();
    let scenario = pitched("G12w");
    let (search, _) = judged(&scenario, &rules, &asking(all_objectives()));
    let home = Home::prepare(&scenario, &rules, None).unwrap();
    let answer = search.clone().finish();
    let mut modules = 0;
    for index in 0..answer.answers.len() {
        let Optimum { best, per_kwp, per_kwh, .. } = found(&answer, index);
        let here = line(best, &search, &scenario, &rules, &home);
        let compare = |more: JointDesign, margin: &Margin, units: f64| {
            let there = line(&more, &search, &scenario, &rules, &home);
            let per = |from: f64, to: f64| (to - from) / units;
            let (from, to) = (&here.money, &there.money);
            // The difference of two amounts keeps the digits of the larger ones.
            let close = |ours: f64, from: f64, to: f64| assert!((ours - per(from, to)).abs() < 1e-6 / units.min(1.0));
            close(margin.net_present_value.0, from.net_present_value.0, to.net_present_value.0);
            close(margin.yearly_saving.0, from.yearly_saving.0, to.yearly_saving.0);
            close(margin.autonomy, here.autonomy, there.autonomy);
        };
        if let Some(margin) = per_kwp {
            modules += 1;
            let mut more = best.clone();
            more.modules += 1;
            more.design.pv = answer.module * more.modules as f64;
            compare(more, margin, answer.module.0);
        }
        if let Some(margin) = per_kwh {
            let mut more = best.clone();
            more.design.battery += Kwh(1.0);
            compare(more, margin, 1.0);
        }
    }
    assert!(modules > 0, "one optimum at least lies inside the roof");
}

fn out_of_reach(scenario: &Scenario, rules: &Rules, objective: Objective) -> (JointDesign, Vec<Limit>) {
    let answer = search(rules, scenario, &asking(vec![objective])).unwrap();
    match &answer.answers[0].verdict {
        Verdict::OutOfReach { closest, limits, .. } => (*closest.clone(), limits.clone()),
        Verdict::Found(optimum) => panic!("found {:?}", optimum.best),
    }
}

#[test]
fn a_wish_out_of_reach_names_what_is_in_the_way() {
    let rules = Rules::built_in().unwrap();
    let small = pitched("G11");
    let independent = Objective::Autonomy { at_least: 0.98 };
    let budget = Objective::Budget { at_most: GrossPln(100.0) };
    // One module never fills a large battery: more of it would not help.
    let one = Scenario { planes: vec![plane(4.0, 35.0, 180.0)], ..small.clone() };
    let (closest, limits) = out_of_reach(&one, &rules, independent);
    assert_eq!((closest.modules, limits), (1, vec![Limit::Roof]));
    let usual = Scenario::default();
    let (closest, limits) = out_of_reach(&usual, &rules, independent);
    assert_eq!((closest.modules, limits), (12, vec![Limit::Roof, Limit::Battery]));
    let large = Scenario {
        planes: vec![plane(450.0, 35.0, 180.0)],
        consumption: Consumption::KwhPerYear(50_000.0),
        ..Scenario::default()
    };
    assert_eq!(out_of_reach(&large, &rules, independent).1, [Limit::PlantSize, Limit::Battery]);
    let share = Scenario { scheme: SettlementScheme::Virtual, ..small.clone() };
    assert_eq!(out_of_reach(&share, &rules, independent).1, [Limit::Scheme]);
    // The smallest plant is the closest to a budget that buys none.
    let (closest, limits) = out_of_reach(&small, &rules, budget);
    assert_eq!((closest.modules, closest.design.battery, limits), (1, Kwh::ZERO, vec![Limit::Budget]));
    let mut dear = small.clone();
    dear.money.pv_gross_pln = Some(1_000_000.0);
    assert_eq!(out_of_reach(&dear, &rules, Objective::Payback).1, [Limit::Horizon]);
    // Two square metres hold no module.
    let tiny = Scenario { planes: vec![plane(2.0, 35.0, 180.0)], ..small };
    for objective in [independent, budget, Objective::Payback] {
        let (closest, limits) = out_of_reach(&tiny, &rules, objective);
        assert_eq!((closest.modules, limits), (0, vec![Limit::Roof]));
    }
    // A number that is none is out of reach like any other.
    let (closest, _) = out_of_reach(&usual, &rules, Objective::Autonomy { at_least: f64::NAN });
    assert_eq!(closest.modules, 12);
}

#[test]
fn a_search_that_pauses_finds_the_same() {
    let rules = Rules::built_in().unwrap();
    let scenario = pitched("G11");
    let wish = asking(all_objectives());
    let home = Home::prepare(&scenario, &rules, None).unwrap();
    let mut paused = JointSearch::new(&home, &scenario, &rules, &wish).unwrap();
    let mut shares: Vec<f64> = (0..3).filter_map(|_| paused.step()).collect();
    let mut resumed = paused.clone();
    while let Some(share) = resumed.step() {
        shares.push(share);
    }
    assert!(shares.windows(2).all(|two| two[0] < two[1]) && shares.last() == Some(&1.0));
    let whole = search(&rules, &scenario, &wish).unwrap();
    assert_eq!(resumed.finish(), whole);
    assert_eq!(paused.finish(), whole);
    let message = postcard::to_allocvec(&whole).unwrap();
    assert_eq!(postcard::from_bytes::<JointAnswer>(&message).unwrap(), whole);
    assert!(message.len() < 20_000, "{}", message.len());
}

#[test]
fn a_usual_home_has_two_thousand_designs() {
    let rules = Rules::built_in().unwrap();
    let answer = search(&rules, &Scenario::default(), &Wish::default()).unwrap();
    assert!(answer.compared >= 2000, "{}", answer.compared);
    assert!(answer.groups.len() >= 4 && answer.groups_left_out > 0);
    assert!(answer.groups.iter().all(|group| group.starts_with('G')));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Staying in the group, the sunniest planes first: what the judge of the recommendation says.
    #[test]
    fn the_scenarios_own_group_and_layout_are_judged_as_ever(
        areas in proptest::collection::vec((2.0..40.0_f64, 0.0..60.0_f64, 0.0..360.0_f64), 1..4),
        yearly_kwh in 300.0..20_000.0_f64,
        group in prop::sample::select(vec!["G11", "G12", "G12w"]),
        seed in 1..50_u64,
    ) {
        let rules = Rules::built_in().unwrap();
        let mut scenario = Scenario {
            planes: areas.into_iter().map(|(area, tilt, azimuth)| plane(area, tilt, azimuth)).collect(),
            consumption: Consumption::KwhPerYear(yearly_kwh),
            seed,
            ..Scenario::default()
        };
        scenario.tariff.group = group.to_owned();
        let (search, designs) = judged(&scenario, &rules, &asking(all_objectives()));
        let home = Home::prepare(&scenario, &rules, None).unwrap();
        let mut judge = Judge::new(&home, &scenario);
        let own = |design: &&JointDesign| design.modules > 0 && design.group == group && design.layout == Layout::SunniestFirst;
        for design in designs.iter().filter(own).step_by(5) {
            let ours = design.design;
            let known = judge.designs(ours.pv, &[ours.battery], &home.generation(ours.pv).ac)[0];
            assert_close("investment", ours.investment.0, known.investment.0);
            assert_close("saving", ours.yearly_saving.0, known.yearly_saving.0);
            assert_close("value", ours.net_present_value.0, known.net_present_value.0);
            assert_close("payback", ours.payback_years.unwrap_or(-1.0), known.payback_years.unwrap_or(-1.0));
            assert_close("autonomy", ours.autonomy, known.autonomy);
        }
        for design in &designs {
            let placed: Kwp = search.placed(design).iter().map(|on| on.rated).sum();
            prop_assert!(placed.approx_eq(design.design.pv, 1e-9), "{placed:?} {design:?}");
            prop_assert!((0.0..=1.0).contains(&design.design.autonomy));
        }
        let answer = search.finish();
        prop_assert_eq!(answer.answers.len(), all_objectives().len());
    }
}
