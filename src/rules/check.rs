//! Whether the tables agree with each other.

use super::{
    Rules,
    place::{Company, Role},
    table::{Row, Table, repeated},
    zone::{self, ZoneWindow},
};
use crate::error::{DataError, Fault, Wrong};

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
        expect_company(rules, row, ("operator", &row.rule.operator), Some(Role::Operator), &mut errors);
        expect_company(rules, row, ("seller", &row.rule.seller), Some(Role::Seller), &mut errors);
    }
    for row in &rules.rates {
        expect_company(rules, row, ("party", &row.rule.party), None, &mut errors);
    }
    for row in rules.zones.iter().filter(|row| row.rule.operator != "*") {
        expect_company(rules, row, ("operator", &row.rule.operator), Some(Role::Operator), &mut errors);
    }
    untiled_zones(rules, &mut errors);
    errors
}

fn expect_company<T: Table>(
    rules: &Rules,
    row: &Row<T>,
    (column, id): (&str, &str),
    role: Option<Role>,
    errors: &mut Vec<DataError>,
) {
    let fits = |company: &Company| role.is_none_or(|role| company.role == role);
    let known: Vec<&str> =
        rules.companies.iter().filter(|row| fits(&row.rule)).map(|row| row.rule.id.as_str()).collect();
    if !known.contains(&id) {
        errors.push(unknown::<T>(row.line, column, id, &known));
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
        if let Some(fault) = zone::untiled(&windows) {
            errors.push(DataError { table: ZoneWindow::NAME, row: row.line, wrong: Wrong::new("from", fault) });
        }
        done.push(name);
    }
}

fn unknown<T: Table>(line: usize, column: &str, name: &str, known: &[&str]) -> DataError {
    let known = known.iter().map(|name| (*name).to_owned()).collect();
    let wrong = Wrong::new(column, Fault::Unknown { name: name.to_owned(), known });
    DataError { table: T::NAME, row: line, wrong }
}

/// Rows that repeat another, or that name a source which is not one of those known.
pub(super) fn each<T: Table>(rows: &[Row<T>], known: &[&str], errors: &mut Vec<DataError>) {
    errors.extend(repeated(rows));
    let strange = rows.iter().filter(|row| !known.contains(&row.provenance.source.as_str()));
    errors.extend(strange.map(|row| unknown::<T>(row.line, "source", &row.provenance.source, known)));
}
