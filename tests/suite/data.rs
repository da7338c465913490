//! The tables of rules: complete, sourced, tiled, plausible.

use autonomia::{
    calendar::Calendar,
    rules::{
        Rules, Texts, model_error,
        place::Town,
        price_path::{PricePathId, PriceStream},
        rate::{Component, LevyId, Phases, PriceUnit},
        table::{Confidence, Row, Table},
        tariff::{Contract, MAX_ZONES, Missing},
        value::{AssumptionId, CostId, EquipmentKind, Figure},
        zone::ZoneWindow,
    },
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use std::collections::{BTreeMap, HashSet};

fn rules() -> Rules {
    Rules::read(&Texts::default())
        .unwrap_or_else(|errors| panic!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))
}

fn contract<'a>(operator: &'a str, seller: &'a str, group: &'a str) -> Contract<'a> {
    Contract::monthly(operator, seller, group, Phases::Three)
}

/// Checks one table: sources noted, no explicit end that leaves a gap or overlaps the next row of the same key.
fn check_validity<T: Table>(rows: &[Row<T>], used: &mut HashSet<String>) {
    let mut by_key: BTreeMap<String, Vec<&Row<T>>> = BTreeMap::new();
    for row in rows {
        used.insert(row.provenance.source.clone());
        assert!(row.provenance.checked_on >= date(2026, 1, 1), "{} line {}", T::NAME, row.line);
        by_key.entry(row.rule.key()).or_default().push(row);
    }
    for (key, mut rows) in by_key {
        rows.sort_by_key(|row| row.provenance.valid_from);
        for pair in rows.windows(2) {
            let next = pair[1].provenance.valid_from;
            if let Some(last) = pair[0].provenance.valid_to {
                assert_eq!(last.checked_add(1.day()).ok(), Some(next), "{} {key}", T::NAME);
            }
        }
    }
}

#[test]
fn built_in_tables_parse_and_rest_on_named_sources() {
    let rules = rules();
    let mut used = HashSet::new();
    check_validity(&rules.companies, &mut used);
    check_validity(&rules.towns, &mut used);
    check_validity(&rules.rates, &mut used);
    check_validity(&rules.zones, &mut used);
    check_validity(&rules.levies, &mut used);
    check_validity(&rules.vat, &mut used);
    check_validity(&rules.schemes, &mut used);
    check_validity(&rules.supports, &mut used);
    check_validity(&rules.market_prices, &mut used);
    check_validity(&rules.days_off, &mut used);
    check_validity(&rules.equipment, &mut used);
    check_validity(&rules.costs, &mut used);
    check_validity(&rules.assumptions, &mut used);
    check_validity(&rules.price_paths, &mut used);
    check_validity(&rules.buildings, &mut used);
    check_validity(&rules.fuels, &mut used);
    check_validity(&rules.heat_sources, &mut used);
    check_validity(&model_error::built_in().unwrap(), &mut used);
    let mut keys = HashSet::new();
    for source in &rules.sources {
        assert!(keys.insert(&source.key), "{} stands twice", source.key);
        assert!(used.contains(&source.key), "{} is used by no row", source.key);
        assert!(!source.title.is_empty() && !source.publisher.is_empty());
        assert!(source.date.parse::<Date>().is_ok(), "{}", source.key);
    }
}

#[test]
fn prices_change_on_the_first_of_a_month() {
    // The bill takes the prices of the first day for the whole month.
    let rules = rules();
    let firsts = rules.rates.iter().map(|row| &row.provenance).chain(rules.levies.iter().map(|row| &row.provenance));
    for provenance in firsts {
        assert_eq!(provenance.valid_from.day(), 1);
    }
}

#[test]
fn prices_are_plausible() {
    let rules = rules();
    for row in &rules.rates {
        let top = match row.rule.unit {
            PriceUnit::NetPlnPerKwh | PriceUnit::GrossPlnPerKwh => 5.0,
            PriceUnit::NetPlnPerMonth | PriceUnit::GrossPlnPerMonth => 100.0,
        };
        assert!((0.0..=top).contains(&row.rule.value), "line {}", row.line);
    }
    for row in &rules.levies {
        assert!((0.0..=100.0).contains(&row.rule.value), "line {}", row.line);
        let per_kwh = row.rule.id != LevyId::CapacityHousehold;
        assert!(!per_kwh || row.rule.value < 0.1, "line {}", row.line);
    }
    for row in &rules.market_prices {
        assert!((-500.0..=2000.0).contains(&row.rule.value_pln_mwh), "line {}", row.line);
    }
    for row in &rules.vat {
        assert!((0.0..=25.0).contains(&row.rule.percent));
    }
}

#[test]
fn towns_are_in_poland_with_a_polish_climate() {
    let rules = rules();
    assert_eq!(rules.towns().count(), 20);
    assert_eq!(rules.town("sokolow-podlaski").map(|town| town.operator.as_str()), Some("PGE"));
    assert_eq!(rules.town("zywiec").map(|town| town.operator.as_str()), Some("TAURON"));
    for Town { id, lat, lon, elevation_m, climate, .. } in rules.towns() {
        assert!((49.0..=54.9).contains(&lat.0) && (14.1..=24.2).contains(&lon.0), "{id}");
        assert!((0.0..=1000.0).contains(elevation_m), "{id}");
        let year: f64 = climate.ghi_kwh_m2.iter().sum();
        assert!((1050.0..=1200.0).contains(&year), "{id}: {year} kWh/m2");
        assert!(climate.ghi_kwh_m2.iter().all(|month| (8.0..=200.0).contains(month)), "{id}");
        let mean = climate.temp_c.iter().sum::<f64>() / 12.0;
        assert!((7.0..=10.5).contains(&mean), "{id}: {mean} degC");
        assert!(climate.temp_c.iter().all(|month| (-8.0..=24.0).contains(month)), "{id}");
        assert!(climate.linke.iter().all(|month| (2.0..=7.0).contains(month)), "{id}");
        assert!(climate.wind_m_s.iter().all(|month| (0.8..=8.0).contains(month)), "{id}");
    }
    let voivodeships: HashSet<&str> = rules.towns().map(|town| town.voivodeship.as_str()).collect();
    assert_eq!(voivodeships.len(), 16);
}

#[test]
fn days_off_of_2026_are_the_fourteen_of_the_act() {
    // Calendar of 2026: Easter 5 April, Pentecost 24 May, Corpus Christi 4 June; 24 December since 2025.
    let expected = [
        (1, 1),
        (1, 6),
        (4, 5),
        (4, 6),
        (5, 1),
        (5, 3),
        (5, 24),
        (6, 4),
        (8, 15),
        (11, 1),
        (11, 11),
        (12, 24),
        (12, 25),
        (12, 26),
    ]
    .map(|(month, day)| date(2026, month, day));
    assert_eq!(rules().days_off(2026), expected);
    assert!(!rules().days_off(2024).contains(&date(2024, 12, 24)));
}

#[test]
fn zones_take_every_hour_of_the_year() {
    let rules = rules();
    let calendar = Calendar::new(2026, &rules.days_off(2026));
    let mut sets: BTreeMap<(String, String), Vec<&ZoneWindow>> = BTreeMap::new();
    for row in &rules.zones {
        let window = &row.rule;
        sets.entry((window.operator.clone(), window.group.clone())).or_default().push(window);
    }
    assert!(sets.len() >= 26);
    for ((operator, group), windows) in sets {
        for hour in 0..calendar.len() {
            let minute = u16::try_from(calendar.hour_of_day(hour) * 60).unwrap();
            let covers = |window: &&&ZoneWindow| {
                window.covers(calendar.month(hour), calendar.weekday(hour), calendar.is_day_off(hour), minute)
            };
            assert_eq!(windows.iter().filter(covers).count(), 1, "{operator} {group} hour {hour}");
        }
    }
}

#[test]
fn every_group_offered_is_complete_on_every_day() {
    let rules = rules();
    let offered = [
        ("PGE", "PGE_OBROT", vec!["G11", "G12", "G12w", "G12n"]),
        ("TAURON", "TAURON_SPRZEDAZ", vec!["G11", "G12", "G12w", "G13", "G13s"]),
        ("ENERGA", "ENERGA_OBROT", vec!["G11", "G12", "G12r"]),
        ("ENEA", "ENEA_SA", vec!["G11", "G12w"]),
        ("STOEN", "EON", vec![]),
    ];
    for (operator, seller, groups) in offered {
        assert_eq!(rules.groups_offered(operator, seller, date(2026, 1, 1)), groups, "{operator}");
        for group in groups {
            for phases in [Phases::One, Phases::Three] {
                for day in date(2026, 1, 1).series(1.day()).take(365) {
                    let tariff = rules.tariff(Contract::monthly(operator, seller, group, phases), day).unwrap();
                    assert!((1..=MAX_ZONES).contains(&tariff.zones.len()));
                    assert_eq!(tariff.capacity.len(), 4);
                    assert!(tariff.capacity[3].to.is_none());
                }
            }
        }
    }
}

#[test]
fn a_tariff_with_gaps_is_refused_with_the_list() {
    let missing = rules().tariff(contract("STOEN", "EON", "G11"), date(2026, 6, 1)).unwrap_err().missing;
    // The fixed charges of Stoen were found in no source.
    assert_eq!(missing, [Missing::Rate(Component::NetworkFixed, None), Missing::Rate(Component::Subscription, None)]);
    let missing = rules().tariff(contract("ENERGA", "ENERGA_OBROT", "G12w"), date(2026, 6, 1)).unwrap_err().missing;
    assert_eq!(missing, [Missing::ZoneHours]);
    // Before the first tariff in the tables everything is missing but VAT.
    let missing = rules().tariff(contract("PGE", "PGE_OBROT", "G11"), date(2025, 6, 1)).unwrap_err().missing;
    assert!(missing.contains(&Missing::Levy(LevyId::Oze)) && !missing.contains(&Missing::Vat));
}

#[test]
fn groups_that_cannot_be_offered_name_what_is_missing() {
    let rules = rules();
    let incomplete = |operator, seller| -> Vec<(String, Vec<Missing>)> {
        let groups = rules.groups_incomplete(operator, seller, date(2026, 6, 1));
        groups.into_iter().map(|group| (group.group, group.missing)).collect()
    };
    let energy = |zone: &str| Missing::Rate(Component::Energy, Some(zone.to_owned()));
    // PGE Obrót's prices of G12e and G12as were found in no source; G12as also splits night use by a yearly amount.
    let pge = incomplete("PGE", "PGE_OBROT");
    assert_eq!(pge[0], ("G12e".to_owned(), vec![energy("day"), energy("night")]));
    assert_eq!(pge[1].0, "G12as");
    assert!(pge[1].1.contains(&Missing::Rate(Component::NetworkVariable, Some("night".to_owned()))));
    assert_eq!(pge.len(), 2);
    let tauron = incomplete("TAURON", "TAURON_SPRZEDAZ");
    assert_eq!(tauron.iter().map(|group| group.0.as_str()).collect::<Vec<_>>(), ["G12as", "G14dynamic"]);
    assert!(tauron.iter().all(|group| group.1.contains(&Missing::ZoneHours)));
    let energa = incomplete("ENERGA", "ENERGA_OBROT");
    assert_eq!(energa[0], ("G12w".to_owned(), vec![Missing::ZoneHours]));
    assert_eq!(energa[1], ("G11f".to_owned(), vec![energy("all")]));
    assert_eq!(incomplete("ENEA", "ENEA_SA"), [("G12".to_owned(), vec![Missing::ZoneHours])]);
    assert_eq!(incomplete("STOEN", "EON").len(), 3);
}

#[test]
fn the_subscription_follows_the_billing_period() {
    let rules = rules();
    let day = date(2026, 6, 1);
    let periods = |operator, prosumer| rules.billing_periods(operator, prosumer, day);
    assert_eq!(periods("PGE", true), [1, 2, 6]);
    assert_eq!((periods("TAURON", false), periods("TAURON", true)), (vec![1, 2, 6, 12], vec![1]));
    assert_eq!((periods("ENERGA", true), periods("ENEA", true), periods("STOEN", true)), (vec![1, 2], vec![1], vec![]));
    // Tariffs 2026, zł a month: PGE 4.50, 2.25, 0.75; TAURON 4.56, 2.28, 0.76, 0.38, prosumers monthly only (2.3.1).
    for (operator, seller, billing_months, prosumer, expected) in [
        ("PGE", "PGE_OBROT", 2, true, Some(2.25)),
        ("PGE", "PGE_OBROT", 6, false, Some(0.75)),
        ("PGE", "PGE_OBROT", 12, false, None),
        ("TAURON", "TAURON_SPRZEDAZ", 12, false, Some(0.38)),
        ("TAURON", "TAURON_SPRZEDAZ", 1, true, Some(4.56)),
        ("TAURON", "TAURON_SPRZEDAZ", 2, true, None),
    ] {
        let contract = Contract { billing_months, prosumer, ..contract(operator, seller, "G11") };
        let subscription = rules.tariff(contract, day).ok().map(|tariff| tariff.subscription.0);
        assert_eq!(subscription, expected, "{operator} {billing_months}");
    }
}

#[test]
fn the_quality_rate_changes_in_february() {
    let months = rules().tariff_year(contract("PGE", "PGE_OBROT", "G11"), 2026).unwrap();
    // URE: 33.06 zl/MWh in January, 33.16 from 1 February, with the 4 decimals of the tariff.
    assert!((months[0].quality.0 - 0.0331).abs() < 1e-12);
    assert!(months[1..].iter().all(|month| (month.quality.0 - 0.0332).abs() < 1e-12));
}

#[test]
fn every_default_is_there_in_its_range() {
    let rules = rules();
    let today = date(2026, 11, 22);
    for id in [
        CostId::PvPerKwpBelow4,
        CostId::PvPerKwpFrom4,
        CostId::BatteryFixed,
        CostId::BatteryPerKwh,
        CostId::UpkeepPerYear,
        CostId::InverterPerKw,
    ] {
        let Figure { value, low, high, .. } = rules.cost(id, today).unwrap().rule;
        assert!(low > 0.0 && low <= value && value <= high && high < 10_000.0, "{id:?}");
    }
    for id in [
        AssumptionId::Horizon,
        AssumptionId::DiscountRate,
        AssumptionId::EnergyPriceGrowth,
        AssumptionId::ExportValueGrowth,
        AssumptionId::DegradationFirstYear,
        AssumptionId::DegradationPerYear,
        AssumptionId::InverterLife,
        AssumptionId::BatteryLife,
        AssumptionId::ClearnessPriceSlope,
        AssumptionId::GridCo2,
        AssumptionId::WithinHourLoss,
        AssumptionId::BatteryWear,
    ] {
        assert!(rules.assumption(id, today).is_ok(), "{id:?}");
    }
    for (kind, parameter, low, high) in [
        (EquipmentKind::Pv, "dc_ac_ratio", 1.0, 1.5),
        (EquipmentKind::Pv, "albedo", 0.1, 0.4),
        (EquipmentKind::Pv, "inverter_efficiency", 90.0, 99.0),
        (EquipmentKind::Pv, "module_power", 350.0, 600.0),
        (EquipmentKind::Pv, "module_kwp_per_m2", 0.15, 0.25),
        (EquipmentKind::Pv, "usable_roof_share", 30.0, 100.0),
        (EquipmentKind::Battery, "round_trip_efficiency", 80.0, 97.0),
        (EquipmentKind::Battery, "c_rate", 0.2, 1.0),
        (EquipmentKind::Car, "km_per_year", 5000.0, 20_000.0),
        (EquipmentKind::Car, "kwh_per_100_km", 12.0, 25.0),
        (EquipmentKind::Car, "charger_power", 2.0, 22.0),
        (EquipmentKind::Car, "charging_loss", 5.0, 20.0),
        (EquipmentKind::Boiler, "kwh_per_person", 700.0, 900.0),
        (EquipmentKind::Boiler, "power", 1.5, 3.0),
        (EquipmentKind::Washing, "kwh_per_run", 0.4, 1.5),
        (EquipmentKind::Washing, "runs_per_person", 0.5, 2.0),
        (EquipmentKind::Washing, "power", 1.0, 2.5),
        (EquipmentKind::Dishwasher, "kwh_per_run", 0.5, 1.5),
        (EquipmentKind::Dishwasher, "runs_per_person", 0.5, 3.0),
        (EquipmentKind::Cooling, "specific_use", 1.0, 5.0),
        (EquipmentKind::Cooling, "balance_temperature", 18.0, 26.0),
    ] {
        let value = rules.equipment(kind, parameter, today).unwrap().rule.value;
        assert!((low..=high).contains(&value), "{parameter}");
    }
    // PVGIS counts 14 % in all; with an inverter of 96 % these items give about as much.
    let losses = rules.equipment.iter().filter(|row| row.rule.kind == EquipmentKind::PvLoss);
    let kept: f64 = losses.map(|row| 1.0 - row.rule.value / 100.0).product();
    assert!((0.13..0.15).contains(&(1.0 - kept * 0.96)), "{kept}");
}

#[test]
fn every_price_path_is_there() {
    let rules = rules();
    for path in PricePathId::ALL {
        let rate = |stream| rules.path_rate(path, stream, date(2026, 11, 22)).unwrap().rule.percent_per_year;
        let (bought, exported) = (rate(PriceStream::Bought), rate(PriceStream::Exported));
        // Paths stay inside the ranges of the assumptions they vary.
        for (id, value) in [(AssumptionId::EnergyPriceGrowth, bought), (AssumptionId::ExportValueGrowth, exported)] {
            let range = &rules.assumption(id, date(2026, 11, 22)).unwrap().rule;
            assert!((range.low..=range.high).contains(&value), "{path:?} {id:?}");
        }
    }
}

#[test]
fn weak_figures_are_marked() {
    let rules = rules();
    let weak = |group: &str| {
        let tariff = rules.tariff(contract("ENEA", "ENEA_SA", group), date(2026, 6, 1)).unwrap();
        tariff.used.iter().any(|row| row.table == "zones.csv" && row.confidence.is_assumption())
    };
    assert!(weak("G12w") && !weak("G11"));
    assert!(Confidence::Weak.is_assumption() && !Confidence::Secondary.is_assumption());
}

/// The error of reading the built-in tables with one of them changed.
fn broken(change: impl FnOnce(&mut Texts<'_>)) -> String {
    let mut texts = Texts::default();
    change(&mut texts);
    Rules::read(&texts).unwrap_err().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn unknown_names_are_refused_with_the_allowed_ones() {
    let rates = Texts::default().rates;
    let text = rates.replacen("network_variable", "network_varable", 1);
    let message = broken(|texts| texts.rates = Box::leak(text.into_boxed_str()));
    assert!(message.contains("rates.csv line 2") && message.contains(", network_variable,"), "{message}");
    let text = rates.replacen("PGE,", "PEG,", 1);
    let message = broken(|texts| texts.rates = Box::leak(text.into_boxed_str()));
    assert!(message.contains("unknown 'PEG'") && message.contains("TAURON"), "{message}");
    let text = rates.replacen("pge_tariff_2026", "pge_tariff_2036", 1);
    let message = broken(|texts| texts.rates = Box::leak(text.into_boxed_str()));
    assert!(message.contains("unknown 'pge_tariff_2036'"), "{message}");
}

#[test]
fn broken_tables_are_refused() {
    let vat = Texts::default().vat;
    for (from, to, expected) in [
        ("scope,percent", "scope,per_cent", "columns must be"),
        ("electricity,23", "electricity,NaN", "no number"),
        ("electricity,23", "electricity,a lot", "percent"),
        ("2011-01-01", "1.01.2011", "'1.01.2011' is no day"),
        ("installation,8", "electricity,8", "a second row"),
        ("electricity,23,", "electricity,", "line 2"),
    ] {
        let text = vat.replacen(from, to, 1);
        let message = broken(|texts| texts.vat = Box::leak(text.into_boxed_str()));
        assert!(message.contains(expected), "{message}");
    }
    let text = Texts::default().zones.replacen(",06:00,13:00", ",06:00,12:00", 1);
    let message = broken(|texts| texts.zones = Box::leak(text.into_boxed_str()));
    assert!(message.contains("0 windows"), "{message}");
}

#[test]
fn a_later_row_ends_the_earlier_one() {
    let more = format!("{}electricity,25,2027-01-01,,vat_act,2026-11-22,M,\n", Texts::default().vat);
    let rules = Rules::read(&Texts { vat: &more, ..Texts::default() }).unwrap();
    let vat = |day| rules.vat(autonomia::rules::rate::VatScope::Electricity, day).unwrap().0;
    assert!((vat(date(2026, 12, 31)) - 0.23).abs() < 1e-12);
    assert!((vat(date(2027, 1, 1)) - 0.25).abs() < 1e-12);
}

#[test]
fn market_prices_are_the_latest_known() {
    let rules = rules();
    let rcem = rules.rcem(date(2026, 11, 22)).unwrap();
    // PSE: RCEm of January 2026 551.96 and, corrected, of February 2026 331.39; of September the last known is 2025's.
    assert!((rcem[0] - 551.96).abs() < 1e-9 && (rcem[1] - 331.39).abs() < 1e-9 && (rcem[8] - 279.71).abs() < 1e-9);
    let rce = rules.rce(date(2026, 11, 22)).unwrap();
    // April at noon: 91 on working days, negative on free days; the 21 and 9 days make -14 on average.
    let noon = (21.0 * rce[3].workday[12] + 9.0 * rce[3].free[12]) / 30.0;
    assert!((rce[3].free[12] + 260.0).abs() < 1e-9 && (noon + 14.0).abs() < 1.0, "{noon}");
    assert!(rules.rce(date(2025, 1, 1)).is_err());
}
