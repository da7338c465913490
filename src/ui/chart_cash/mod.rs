//! The money year by year.

pub mod examples;

use super::chart::Chart;
use super::{data_table::DataTable, locale::Locale};
use crate::text::Lang;
use crate::text::lower_first;
use crate::ui::reactive::derive;
use crate::units::GrossPln;
use crate::view::{Bar, Hue, Line, Picture};
use leptos::prelude::*;

/// Income and expense of each year, and their sum from the start.
#[component]
pub fn ChartCash(
    /// Cash flow, year 0 first.
    #[prop(into)]
    flow: Signal<Vec<GrossPln>>,
    /// The same summed up to each year.
    #[prop(into)]
    sum: Signal<Vec<GrossPln>>,
) -> impl IntoView {
    let locale = Locale::current();
    let years = derive(move || (0..flow.with(Vec::len)).map(|year| year.to_string()).collect::<Vec<_>>());
    let columns = derive(move || {
        let words = locale.text().charts.year_number;
        years.get().iter().map(|year| words(year)).collect::<Vec<_>>()
    });
    let legend = derive(move || {
        let words = &locale.text().charts;
        vec![(Hue::Accent, words.cash_sum.to_owned()), (Hue::Import, words.cash_year.to_owned())]
    });
    let pair = move |year: usize| {
        let amount = |all: Vec<GrossPln>| all.get(year).map_or(f64::NAN, |amount| amount.0);
        (amount(flow.get()), amount(sum.get()))
    };
    let read = move |column: usize| {
        let (lang, words, (flow, sum)) = (locale.lang(), &locale.text().charts, pair(column));
        let name = columns.get().get(column).cloned().unwrap_or_default();
        let (flow, sum) = (lang.pln(flow), lang.pln(sum));
        format!("{name}: {} {flow}, {} {sum}.", lower_first(words.cash_year), lower_first(words.cash_sum))
    };
    let rows = derive(move || {
        let lang = locale.lang();
        let row = |(index, year): (usize, String)| {
            let (flow, sum) = pair(index);
            vec![year, lang.pln(flow), lang.pln(sum)]
        };
        years.get().into_iter().enumerate().map(row).collect::<Vec<_>>()
    });
    let headings = derive(move || {
        let words = &locale.text().charts;
        [words.year, words.cash_year, words.cash_sum].map(str::to_owned).to_vec()
    });
    let draw = move |surface: &_| {
        let picture = flow.with(|flow| sum.with(|sum| picture(flow, sum, years.get())));
        picture.draw(surface, locale.lang())
    };
    view! {
        <Chart id="chart.cash" title=locale.say(|text| text.charts.cash_title)
            summary=derive(move || flow.with(|flow| sum.with(|sum| summary(locale.lang(), flow, sum))))
            columns=columns legend=legend draw=Box::new(draw) read=Box::new(read)>
            <DataTable caption=locale.say(|text| text.charts.cash_title) columns=headings rows=rows />
        </Chart>
    }
}

fn picture(flow: &[GrossPln], sum: &[GrossPln], names: Vec<String>) -> Picture {
    let bar = |amount: &GrossPln| {
        let length = vec![(Hue::Import, amount.0.abs())];
        if amount.0 < 0.0 {
            Bar { down: length, ..Default::default() }
        } else {
            Bar { up: length, ..Default::default() }
        }
    };
    Picture {
        bars: flow.iter().map(bar).collect(),
        lines: vec![Line { hue: Hue::Accent, heights: sum.iter().map(|amount| amount.0).collect() }],
        names,
        unit: "zł".into(),
        amounts_below: false,
    }
}

fn summary(lang: Lang, flow: &[GrossPln], sum: &[GrossPln]) -> String {
    match (flow.first(), sum.last()) {
        (Some(first), Some(last)) => {
            let years = sum.len().saturating_sub(1).to_string();
            (lang.text().charts.cash_summary)(&lang.pln(first.0.abs()), &lang.pln(last.0), &years)
        }
        _ => String::new(),
    }
}
