//! The designs that nothing beats as a picture, and the tables.

use super::Teller;
use crate::{
    model::sizing::{
        joint::{Answer, JointDesign, Optimum, Verdict},
        pareto::thinned,
    },
    view::{Bar, Drawing, Hue, Picture, Table},
};

/// Most columns of the picture, and rows of a table of its kind.
const MOST_COLUMNS: usize = 16;
/// From so many thousands on they are written whole, below with one decimal.
const WHOLE_THOUSANDS: f64 = 10.0;

impl Teller<'_> {
    /// Autonomy by investment; none where money buys none.
    pub(super) fn drawing(&self) -> Option<Drawing> {
        let (words, lang) = (self.words, self.lang);
        let front = thinned(self.answer.by_investment.iter().collect::<Vec<_>>(), MOST_COLUMNS);
        let [first, .., last] = front.as_slice() else { return None };
        let percent = |design: &JointDesign| lang.percent(design.design.autonomy);
        let cost = |design: &JointDesign| self.pln(design.design.investment);
        let summary = (words.chart_summary)([&cost(first), &cost(last), &percent(first), &percent(last)]);
        let reading = |design: &JointDesign| {
            let value = self.pln(design.design.net_present_value);
            let told = (words.chart_reading)([&self.plan(design), &percent(design), &value, &self.years]);
            format!("{}: {told}", (words.chart_column)(&cost(design)))
        };
        let bar =
            |design: &JointDesign| Bar { up: vec![(Hue::Direct, design.design.autonomy * 100.0)], down: Vec::new() };
        let of = |get: &dyn Fn(&JointDesign) -> String| front.iter().map(|design| get(design)).collect::<Vec<_>>();
        Some(Drawing {
            title: words.chart_title.to_owned(),
            summary,
            legend: vec![(Hue::Direct, words.chart_legend.to_owned())],
            columns: of(&|design| (words.chart_column)(&cost(design))),
            readings: of(&reading),
            picture: Picture {
                bars: front.iter().map(|design| bar(design)).collect(),
                lines: Vec::new(),
                names: of(&|design| self.thousands(design.design.investment.0)),
                unit: "%".into(),
                amounts_below: false,
            },
            table: self.front(words.by_investment, &front),
        })
    }

    /// The best beside what is near it and what is, and what autonomy costs in value.
    pub(super) fn tables(&self, answer: &Answer) -> Vec<Table> {
        let mut tables = Vec::new();
        if let Verdict::Found(optimum) = &answer.verdict {
            tables.push(self.details(optimum));
        }
        let front = thinned(self.answer.by_value.iter().collect::<Vec<_>>(), MOST_COLUMNS);
        if front.len() > 1 {
            tables.push(self.front(self.words.by_value, &front));
        }
        tables
    }

    fn thousands(&self, pln: f64) -> String {
        let thousands = pln / 1000.0;
        match thousands {
            none if none <= 0.0 => "0".to_owned(),
            many if many >= WHOLE_THOUSANDS => (self.words.thousands)(&self.lang.number(many, 0)),
            few => (self.words.thousands)(&self.lang.amount((few * 10.0).round() / 10.0)),
        }
    }

    fn front(&self, caption: &str, designs: &[&JointDesign]) -> Table {
        let lang = self.lang;
        let row = |one: &&JointDesign| {
            vec![
                self.pln(one.design.investment),
                self.kwp(one.design.pv.0),
                self.kwh(one.design.battery.0),
                one.group.clone(),
                lang.percent(one.design.autonomy),
                self.pln(one.design.net_present_value),
                self.pln(one.yearly_bill),
            ]
        };
        Table {
            caption: caption.to_owned(),
            columns: self.words.front_columns.map(str::to_owned).to_vec(),
            rows: designs.iter().map(row).collect(),
        }
    }

    fn details(&self, optimum: &Optimum) -> Table {
        let (words, zone) = (self.words, &optimum.zone);
        let none = || words.none.to_owned();
        let near = [
            self.range(zone.pv.map(|pv| pv.0), Self::kwp),
            self.range(zone.battery.map(|battery| battery.0), Self::kwh),
            self.listed(&zone.groups),
            if self.is_share() { none() } else { self.layout_names(&zone.layouts) },
        ];
        let best = self.column(&optimum.best);
        let nothing = self.column(&self.answer.nothing);
        let row = |(place, name): (usize, &&str)| {
            let cell = |column: &[String]| column.get(place).cloned().unwrap_or_else(none);
            vec![(*name).to_owned(), cell(&best), cell(&near), cell(&nothing)]
        };
        Table {
            caption: words.details.to_owned(),
            columns: words.details_columns.map(str::to_owned).to_vec(),
            rows: words.details_rows.iter().enumerate().map(row).collect(),
        }
    }

    /// A design in the order of the rows.
    fn column(&self, one: &JointDesign) -> [String; 10] {
        let (design, none) = (&one.design, || self.words.none.to_owned());
        let built = one.modules > 0;
        [
            self.kwp(design.pv.0),
            self.kwh(design.battery.0),
            one.group.clone(),
            if built && !self.is_share() { self.layout_name(one.layout) } else { none() },
            self.pln(design.investment),
            self.pln(one.yearly_bill),
            self.pln(design.yearly_saving),
            design.payback_years.filter(|_| built).map_or_else(none, |years| self.lang.years(years)),
            self.pln(design.net_present_value),
            self.lang.percent(design.autonomy),
        ]
    }
}
