//! Comparisons in words: tariff groups, schemes of settlement, netting by phase, ways to run a battery, sources of heat.

mod en;
mod pl;

use crate::{
    model::{
        control::{ControlYear, Controls},
        heating::compare::{HeatComparison, HeatYear},
        inputs::SettlementScheme,
        phases::{ByPhase, Netted},
        report::Assumption,
        switch::{self, SchemeCost, SwitchAdvice},
        tariffs::{TariffGap, TariffRank, Tariffs},
    },
    rules::heat::HeatSourceId,
    text::Lang,
    units::GrossPln,
    view::{Table, View},
};

type Say1 = fn(&str) -> String;
type Say2 = fn(&str, &str) -> String;

/// Less than this a year is no difference: it would be shown as nothing.
const LEAST: GrossPln = GrossPln(0.5);
/// Less fine dust than this a year is not worth a sentence, kg.
const LEAST_DUST_KG: f64 = 0.05;

struct CompareText {
    tariffs: TariffTable,
    switch: SwitchTable,
    phases: PhaseTable,
    control: ControlTable,
    heat: HeatTable,
}

struct TariffTable {
    caption: &'static str,
    group: &'static str,
    before: &'static str,
    after: &'static str,
    cheaper_by: &'static str,
    current: Say1,
    weak: Say1,
    /// Group, gross saving.
    best: Say2,
    /// Group.
    stay: Say1,
    /// Group.
    best_before: Say1,
    /// Group, gross cost a year.
    other_way_dynamic: Say2,
    /// Group, gross cost a year.
    other_way_tariff: Say2,
    dynamic: Say1,
    unknown: &'static str,
    /// Group, what is missing.
    lacks: Say2,
}

struct SwitchTable {
    /// The present scheme.
    stay: Say1,
    /// The better scheme, gross gain a year.
    change: Say2,
    sure: &'static str,
    unsure: &'static str,
    for_good: &'static str,
    one_year_credit: &'static str,
    one_year_rcem: &'static str,
    caption: &'static str,
    scheme: &'static str,
    cost: &'static str,
    range: &'static str,
    now: Say1,
}

struct PhaseTable {
    caption: &'static str,
    way: &'static str,
    import: &'static str,
    export: &'static str,
    cost: &'static str,
    summed: &'static str,
    apart: &'static str,
    /// Gross difference a year.
    dearer: Say1,
    /// Gross difference a year.
    cheaper: Say1,
    same: &'static str,
}

struct ControlTable {
    caption: &'static str,
    way: &'static str,
    discharge: &'static str,
    greedy: &'static str,
    price_aware: &'static str,
    optimal: &'static str,
    note: &'static str,
}

struct HeatTable {
    caption: &'static str,
    /// Source, cost, CO2, PM10, PM2.5, benzo(a)pyrene.
    columns: [&'static str; 6],
    present: Say1,
    chosen: Say1,
    /// The cheapest source, its gross cost.
    best: Say2,
    /// Gross difference.
    saves: Say1,
    costs_more: Say1,
    /// PM10, benzo(a)pyrene.
    less_smoke: Say2,
    what_counts: &'static str,
    what_smokes: &'static str,
    /// Day on which the figures were checked.
    weak: Say1,
    no_price: &'static str,
    basis: &'static str,
}

fn words(lang: Lang) -> &'static CompareText {
    match lang {
        Lang::Pl => &pl::TEXT,
        Lang::En => &en::TEXT,
    }
}

fn table<const N: usize>(caption: &str, columns: [&str; N], rows: Vec<Vec<String>>) -> Table {
    Table { caption: caption.to_owned(), columns: columns.map(str::to_owned).to_vec(), rows }
}

/// The tariff groups of an operator, the cheapest first, and those that cannot be computed.
#[must_use]
pub fn tariffs(lang: Lang, found: &Tariffs) -> View {
    let words = &words(lang).tariffs;
    let ranked = found.ranked.iter().chain(&found.other_way);
    let rows = ranked.map(|rank| tariff_row(lang, rank)).collect();
    let mut notes: Vec<String> = found.not_offered.iter().map(|gap| lacking(lang, gap)).collect();
    if !notes.is_empty() {
        notes.insert(0, words.unknown.to_owned());
    }
    View {
        facts: vec![tariff_verdict(lang, found)],
        open: vec![table(words.caption, [words.group, words.before, words.after, words.cheaper_by], rows)],
        notes,
        ..View::default()
    }
}

fn tariff_row(lang: Lang, rank: &TariffRank) -> Vec<String> {
    let words = &words(lang).tariffs;
    let name = tariff_name(lang, rank);
    let name = if rank.current { (words.current)(&name) } else { name };
    let name = if rank.weak_source { (words.weak)(&name) } else { name };
    let gain = if rank.current { "–".to_owned() } else { lang.pln(rank.cheaper_by.0) };
    vec![name, lang.pln(rank.before.0), lang.pln(rank.after.0), gain]
}

fn tariff_name(lang: Lang, rank: &TariffRank) -> String {
    if rank.dynamic { (words(lang).tariffs.dynamic)(&rank.group) } else { rank.group.clone() }
}

fn tariff_verdict(lang: Lang, found: &Tariffs) -> String {
    let words = &words(lang).tariffs;
    let here = found.ranked.iter().find(|rank| rank.current);
    let best = found.ranked.first().map(|best| match here {
        Some(here) if best.cheaper_by < LEAST => (words.stay)(&tariff_name(lang, here)),
        _ => (words.best)(&tariff_name(lang, best), &lang.pln(best.cheaper_by.0)),
    });
    let before = found.cheapest_before.as_deref().map(words.best_before);
    let other_way = found.other_way.as_ref().map(|other| {
        let say = if other.dynamic { words.other_way_dynamic } else { words.other_way_tariff };
        say(&other.group, &lang.pln(other.after.0))
    });
    [best, before, other_way].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn lacking(lang: Lang, gap: &TariffGap) -> String {
    let missing: Vec<String> = gap.missing.iter().map(|missing| lang.missing(&missing.id())).collect();
    (words(lang).tariffs.lacks)(&gap.group, &missing.join("; "))
}

/// Whether to change how exports are settled, how sure that is, and what every scheme costs.
#[must_use]
pub fn switch(lang: Lang, advice: &SwitchAdvice) -> View {
    let (text, words) = (lang.text(), &words(lang).switch);
    let now = advice.schemes.first().map(|cost| cost.scheme);
    let verdict = match now {
        Some(now) if now == advice.best => (words.stay)(text.scheme(now)),
        _ => (words.change)(text.scheme(advice.best), &lang.pln(advice.gain.0)),
    };
    let one_year = if now == Some(SettlementScheme::NetMetering) { words.one_year_credit } else { words.one_year_rcem };
    let rows = advice.schemes.iter().enumerate().map(|(place, cost)| scheme_row(lang, cost, place == 0)).collect();
    View {
        facts: vec![verdict, if advice.sure { words.sure } else { words.unsure }.to_owned()],
        warnings: vec![words.for_good.to_owned(), one_year.to_owned()],
        open: vec![table(words.caption, [words.scheme, words.cost, words.range], rows)],
        ..View::default()
    }
}

fn scheme_row(lang: Lang, cost: &SchemeCost, now: bool) -> Vec<String> {
    let name = lang.text().scheme(cost.scheme);
    let name = if now { (words(lang).switch.now)(name) } else { name.to_owned() };
    let range = if switch::rests_on_market_prices(cost.scheme) {
        format!("{} – {}", lang.pln(cost.low.0), lang.pln(cost.high.0))
    } else {
        "–".to_owned()
    };
    vec![name, lang.pln(cost.yearly_cost.0), range]
}

/// Hourly netting over all phases beside netting of each phase.
#[must_use]
pub fn phases(lang: Lang, ways: &ByPhase) -> View {
    let words = &words(lang).phases;
    let more = ways.dearer_by;
    let verdict = if more < LEAST && more > GrossPln(-LEAST.0) {
        words.same.to_owned()
    } else {
        let say = if more > GrossPln::ZERO { words.dearer } else { words.cheaper };
        say(&lang.pln(more.0.abs()))
    };
    let row = |name: &str, netted: &Netted| {
        vec![name.to_owned(), lang.kwh(netted.import.0), lang.kwh(netted.export.0), lang.pln(netted.yearly_cost.0)]
    };
    let rows = vec![row(words.summed, &ways.summed), row(words.apart, &ways.apart)];
    View {
        facts: vec![verdict],
        open: vec![table(words.caption, [words.way, words.import, words.export, words.cost], rows)],
        ..View::default()
    }
}

/// The battery under own energy first, beside a controller that knows prices and beside perfect foresight.
#[must_use]
pub fn controls(lang: Lang, ways: &Controls) -> View {
    let (words, meter) = (&words(lang).control, &words(lang).phases);
    let row = |name: &str, year: &ControlYear| {
        let energy = [year.import, year.export, year.discharge].map(|kwh| lang.kwh(kwh.0));
        std::iter::once(name.to_owned()).chain(energy).chain([lang.pln(year.yearly_bill.0)]).collect()
    };
    let rows = vec![
        row(words.greedy, &ways.greedy),
        row(words.price_aware, &ways.price_aware),
        row(words.optimal, &ways.optimal),
    ];
    let columns = [words.way, meter.import, meter.export, words.discharge, meter.cost];
    View { open: vec![table(words.caption, columns, rows)], notes: vec![words.note.to_owned()], ..View::default() }
}

/// What each source of heat costs and gives off, what is the cheapest, and what a planned pump would change.
#[must_use]
pub fn heating(lang: Lang, all: &HeatComparison) -> View {
    let words = &words(lang).heat;
    let sources = &lang.text().sources;
    let rows = all.years.iter().map(|year| heat_row(lang, year)).collect();
    let basis = all.assumptions.iter().map(|row| source(lang, row)).collect();
    let columns = [sources.figure, sources.value, sources.source, sources.checked, sources.confidence];
    View {
        facts: vec![heat_verdict(lang, all)],
        warnings: vec![weakness(lang, all)],
        open: vec![table(words.caption, words.columns, rows)],
        notes: vec![words.what_counts.to_owned(), words.what_smokes.to_owned()],
        basis: Some(table(words.basis, columns, basis)),
        ..View::default()
    }
}

/// A row of a table of figures with their sources.
#[must_use]
pub fn source(lang: Lang, row: &Assumption) -> Vec<String> {
    let words = &lang.text().sources;
    let (confidence, _) = lang.text().confidence(&row.confidence);
    let value = lang.unit(lang.precise(row.value), &lang.text().term(&row.unit));
    let confidence = if row.own { words.own } else { confidence };
    vec![lang.text().term(&row.id), value, row.source.clone(), lang.date(&row.checked_on), confidence.to_owned()]
}

fn source_name(lang: Lang, source: HeatSourceId) -> &'static str {
    let names = HeatSourceId::ALL.iter().zip(lang.text().heat.sources);
    names.into_iter().find(|(id, _)| **id == source).map_or("", |(_, name)| name)
}

fn heat_row(lang: Lang, year: &HeatYear) -> Vec<String> {
    let words = &words(lang).heat;
    let name = source_name(lang, year.source).to_owned();
    let name = if year.present { (words.present)(&name) } else { name };
    let name = if year.planned { (words.chosen)(&name) } else { name };
    vec![
        name,
        year.cost.map_or_else(|| "–".to_owned(), |cost| lang.pln(cost.0)),
        lang.unit(lang.number(year.co2_kg, 0), "kg"),
        lang.unit(lang.number(year.pm10_kg, 1), "kg"),
        lang.unit(lang.number(year.pm2_5_kg, 1), "kg"),
        lang.unit(lang.number(year.bap_g, 1), "g"),
    ]
}

fn heat_verdict(lang: Lang, all: &HeatComparison) -> String {
    let words = &words(lang).heat;
    let mut said = Vec::new();
    if let Some((best, cost)) = all.years.first().and_then(|best| Some((best, best.cost?))) {
        said.push((words.best)(source_name(lang, best.source), &lang.pln(cost.0)));
    }
    let now = all.years.iter().find(|year| year.present);
    if let Some((now, planned)) = now.zip(all.years.iter().find(|year| year.planned)) {
        if let Some((now, planned)) = now.cost.zip(planned.cost) {
            let less = now - planned;
            let words = if less.0 < 0.0 { words.costs_more } else { words.saves };
            said.push(words(&lang.pln(less.0.abs())));
        }
        if now.pm10_kg > LEAST_DUST_KG {
            let dust = lang.unit(lang.number(now.pm10_kg, 1), "kg");
            said.push((words.less_smoke)(&dust, &lang.unit(lang.number(now.bap_g, 1), "g")));
        }
    }
    said.join(" ")
}

/// How sure the figures are, and where one is missing.
fn weakness(lang: Lang, all: &HeatComparison) -> String {
    let words = &words(lang).heat;
    let checked = all.assumptions.iter().map(|row| row.checked_on.as_str()).min().unwrap_or_default();
    let weak = (words.weak)(&lang.date(checked));
    let complete = all.years.iter().all(|year| year.cost.is_some());
    if complete { weak } else { format!("{weak} {}", words.no_price) }
}
