//! What was found in a town's pack, in words: what is wrong, and what to write instead. Only the program beside the check
//! page speaks them.

mod en;
mod pl;

use super::Lang;
use crate::pack::{Checked, Finding};
use serde::Serialize;

/// A finding in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub mend: String,
}

/// A finding as the check page lists it.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// File name.
    pub file: String,
    /// Line; 0 where the file as a whole is meant.
    pub row: usize,
    /// Column or member.
    pub column: String,
    /// The pack can be used all the same.
    pub remark: bool,
    /// In Polish.
    pub pl: Said,
    /// In English.
    pub en: Said,
}

/// What the check page shows.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    /// The pack can be used.
    pub good: bool,
    /// Everything found.
    pub lines: Vec<Line>,
    /// Key and name of the towns that the pack brings.
    pub towns: Vec<(String, String)>,
    /// Name of the town that is shown first.
    pub first: String,
    /// Tariff groups whose figures are known there.
    pub groups: Vec<String>,
    /// Tables: file name, rows of the pack, built-in rows whose place they take.
    pub changes: Vec<(String, usize, usize)>,
    /// Accent colour as the pack gives it.
    pub accent: String,
    /// Logo as the pack gives it.
    pub logo: String,
}

impl Lang {
    /// A finding in words.
    #[must_use]
    pub fn finding(self, finding: &Finding) -> Said {
        let (what, mend) = match self {
            Self::Pl => pl::say(&finding.what),
            Self::En => en::say(&finding.what),
        };
        Said { what, mend }
    }
}

/// The report of what [`crate::pack::read`] gave.
#[must_use]
pub fn report(read: Result<Checked, Vec<Finding>>) -> Report {
    match read {
        Err(findings) => Report { lines: findings.iter().map(line).collect(), ..Report::default() },
        Ok(checked) => {
            let (rules, date) = (&checked.rules, checked.rules.model_date());
            let first = rules.towns().next();
            let groups = first.map(|town| rules.groups_offered(&town.operator, &town.seller, date));
            let changes = checked.changes().into_iter();
            Report {
                good: true,
                lines: checked.remarks.iter().map(line).collect(),
                towns: checked.towns(),
                first: first.map(|town| town.name_pl.clone()).unwrap_or_default(),
                groups: groups.unwrap_or_default(),
                changes: changes.map(|change| (change.table.to_owned(), change.rows, change.replaced)).collect(),
                accent: checked.manifest.accent.clone(),
                logo: checked.manifest.logo.clone(),
            }
        }
    }
}

fn line(finding: &Finding) -> Line {
    Line {
        file: finding.file.clone(),
        row: finding.row,
        column: finding.column.clone(),
        remark: finding.is_remark(),
        pl: Lang::Pl.finding(finding),
        en: Lang::En.finding(finding),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Fault;
    use crate::pack::What;

    #[test]
    fn every_finding_has_words_in_both_languages() {
        let unreadable =
            |wanted: &str| What::Row(Fault::Unreadable { text: "x1".to_owned(), wanted: wanted.to_owned() });
        let mut all: Vec<What> = ["number", "whole", "day", "month_day", "months", "clock"].map(unreadable).to_vec();
        all.extend(
            [
                "unit",
                "per_kwh",
                "valid_to",
                "not_below_0",
                "income",
                "fuel",
                "heat_source",
                "day_off",
                "market_hour",
                "network_zone",
                "break_days",
            ]
            .map(|rule| What::Row(Fault::Rule(rule))),
        );
        all.extend(["text", "list", "object", "version", "colour", "logo", "link"].map(What::Kind));
        let names = || vec!["abc".to_owned()];
        all.extend([
            What::Row(Fault::Header(names())),
            What::Row(Fault::Cells),
            What::Row(Fault::Unknown { name: "x1".to_owned(), known: names() }),
            What::Row(Fault::Limits(0.0, 2.5)),
            What::Row(Fault::Repeated),
            What::Row(Fault::Untiled { windows: 0, month: 1, weekday: 6, hour: 13 }),
            What::NoManifest,
            What::NotJson,
            What::Member(names()),
            What::TooLong(60),
            What::TooLarge(400_000),
            What::TooMany(40),
            What::NoTable(names()),
            What::Twice,
            What::Missing,
            What::Unlisted,
            What::NoTown(names()),
        ]);
        let mut said = Vec::new();
        for what in all {
            let finding = Finding { file: "f".to_owned(), row: 1, column: "c".to_owned(), what };
            let (pl, en) = (Lang::Pl.finding(&finding), Lang::En.finding(&finding));
            assert_ne!(pl, en, "{finding:?}");
            for words in [&pl, &en] {
                assert!(words.what.ends_with('.') && words.mend.ends_with('.'), "{words:?}");
                assert!(!said.contains(words), "two findings share their words: {words:?}");
                said.push(words.clone());
            }
        }
    }
}
