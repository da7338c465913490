//! Whether the tables agree with each other.

use super::{
    Rules,
    place::{Company, Role},
    table::{Row, Table},
    zone::{self, ZoneWindow},
};
use crate::error::DataError;

/// Rows that name something no table holds, and zones that do not tile the day.
pub(super) fn contradictions(rules: &Rules) -> Vec<DataError> {
    let mut errors = Vec::new();
    let known: Vec<&str> = rules.sources.iter().map(|source| source.key.as_str()).collect();
    unknown_sources(&rules.companies, &known, &mut errors);
    unknown_sources(&rules.towns, &known, &mut errors);
    unknown_sources(&rules.rates, &known, &mut errors);
    unknown_sources(&rules.zones, &known, &mut errors);
    unknown_sources(&rules.levies, &known, &mut errors);
    unknown_sources(&rules.vat, &known, &mut errors);
    unknown_sources(&rules.schemes, &known, &mut errors);
    unknown_sources(&rules.market_prices, &known, &mut errors);
    unknown_sources(&rules.days_off, &known, &mut errors);
    unknown_sources(&rules.equipment, &known, &mut errors);
    unknown_sources(&rules.costs, &known, &mut errors);
    unknown_sources(&rules.assumptions, &known, &mut errors);
    unknown_sources(&rules.price_paths, &known, &mut errors);
    unknown_sources(&rules.supports, &known, &mut errors);
    unknown_sources(&rules.buildings, &known, &mut errors);
    unknown_sources(&rules.fuels, &known, &mut errors);
    unknown_sources(&rules.heat_sources, &known, &mut errors);
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

fn unknown_sources<T: Table>(rows: &[Row<T>], known: &[&str], errors: &mut Vec<DataError>) {
    let strange = rows.iter().filter(|row| !known.contains(&row.provenance.source.as_str()));
    errors.extend(strange.map(|row| unknown::<T>(row.line, &row.provenance.source, known)));
}
