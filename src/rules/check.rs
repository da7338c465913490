//! Whether the tables agree with each other.

use super::{
    Rules,
    place::{Company, Role},
    table::{Row, Table, repeated},
    zone::{self, ZoneWindow},
};
use crate::error::DataError;

/// Rows that repeat others or name something no table holds, and zones that do not tile the day.
pub(super) fn contradictions(rules: &Rules) -> Vec<DataError> {
    let mut errors = Vec::new();
    let known: Vec<&str> = rules.sources.iter().map(|source| source.key.as_str()).collect();
    each(&rules.companies, &known, &mut errors);
    each(&rules.towns, &known, &mut errors);
    each(&rules.rates, &known, &mut errors);
    each(&rules.zones, &known, &mut errors);
    each(&rules.levies, &known, &mut errors);
    each(&rules.vat, &known, &mut errors);
    each(&rules.schemes, &known, &mut errors);
    each(&rules.market_prices, &known, &mut errors);
    each(&rules.days_off, &known, &mut errors);
    each(&rules.equipment, &known, &mut errors);
    each(&rules.costs, &known, &mut errors);
    each(&rules.assumptions, &known, &mut errors);
    each(&rules.price_paths, &known, &mut errors);
    each(&rules.supports, &known, &mut errors);
    each(&rules.buildings, &known, &mut errors);
    each(&rules.fuels, &known, &mut errors);
    each(&rules.heat_sources, &known, &mut errors);
    for row in &rules.towns {
        expect_company(rules, row, &row.rule.operator, Some(Role::Operator), &mut errors);
        expect_company(rules, row, &row.rule.seller, Some(Role::Seller), &mut errors);
    }
    for row in &rules.rates {
        expect_company(rules, row, &row.rule.party, None, &mut errors);
    }
    for row in rules.zones.iter().filter(|row| row.rule.operator != "*") {
        expect_company(rules, row, &row.rule.operator, Some(Role::Operator), &mut errors);
    }
    untiled_zones(rules, &mut errors);
    errors
}

fn expect_company<T: Table>(rules: &Rules, row: &Row<T>, id: &str, role: Option<Role>, errors: &mut Vec<DataError>) {
    let fits = |company: &Company| role.is_none_or(|role| company.role == role);
    let known: Vec<&str> =
        rules.companies.iter().filter(|row| fits(&row.rule)).map(|row| row.rule.id.as_str()).collect();
    if !known.contains(&id) {
        errors.push(unknown::<T>(row.line, id, &known));
    }
}

fn untiled_zones(rules: &Rules, errors: &mut Vec<DataError>) {
    let set = |row: &Row<ZoneWindow>| (row.rule.operator.clone(), row.rule.group.clone(), row.provenance.valid_from);
    let mut done = Vec::new();
    for row in &rules.zones {
        let name = set(row);
        if done.contains(&name) {
            continue;
        }
        let windows: Vec<&ZoneWindow> =
            rules.zones.iter().filter(|other| set(other) == name).map(|other| &other.rule).collect();
        if let Some(reason) = zone::untiled(&windows) {
            let reason = format!("{} {}: {reason}", name.0, name.1);
            errors.push(DataError { table: ZoneWindow::NAME, row: row.line, reason });
        }
        done.push(name);
    }
}

fn unknown<T: Table>(line: usize, name: &str, known: &[&str]) -> DataError {
    let reason = format!("unknown '{name}', expected one of {}", known.join(", "));
    DataError { table: T::NAME, row: line, reason }
}

fn each<T: Table>(rows: &[Row<T>], known: &[&str], errors: &mut Vec<DataError>) {
    errors.extend(repeated(rows));
    let strange = rows.iter().filter(|row| !known.contains(&row.provenance.source.as_str()));
    errors.extend(strange.map(|row| unknown::<T>(row.line, &row.provenance.source, known)));
}
