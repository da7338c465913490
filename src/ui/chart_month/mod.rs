//! The year month by month.

pub mod examples;

use super::chart::{Chart, Key};
use super::{data_table::DataTable, energy, locale::Locale};
use crate::model::report::Energy;
use crate::text::Lang;
use crate::ui::reactive::derive;
use crate::view::{Bar, Hue, Picture};
use leptos::prelude::*;

/// Where the home takes its electricity from in each month, and what it feeds into the grid.
#[component]
pub fn ChartMonth(
    /// Flows of the twelve months.
    #[prop(into)]
    months: Signal<Vec<Energy>>,
    /// Flows of the year.
    #[prop(into)]
    year: Signal<Energy>,
) -> impl IntoView {
    let locale = Locale::current();
    let columns = derive(move || locale.text().charts.months.map(str::to_owned).to_vec());
    let legend = derive(move || {
        let words = &locale.text().charts;
        vec![
            key(Hue::Direct, words.direct_use),
            key(Hue::Battery, words.from_battery),
            key(Hue::Import, words.import),
            key(Hue::Export, words.export),
        ]
    });
    let read = move |column: usize| {
        let (lang, months) = (locale.lang(), months.get());
        let month = lang.text().charts.months.get(column).copied().unwrap_or_default();
        months.get(column).map_or_else(String::new, |flows| energy::sentence(lang, month, flows))
    };
    let rows = derive(move || {
        let lang = locale.lang();
        let names = lang.text().charts.months.into_iter();
        let mut rows: Vec<Vec<String>> =
            names.zip(months.get()).map(|(name, flows)| energy::row(lang, name, &flows, 0)).collect();
        rows.push(energy::row(lang, lang.text().charts.total, &year.get(), 0));
        rows
    });
    let draw = move |surface: &_| months.with(|months| picture(months, locale.lang())).draw(surface, locale.lang());
    view! {
        <Chart id="chart.month" title=locale.say(|text| text.charts.month_title)
            summary=derive(move || months.with(|months| summary(locale.lang(), months)))
            columns=columns legend=legend draw=Box::new(draw) read=Box::new(read)>
            <DataTable caption=locale.say(|text| text.charts.month_title)
                columns=derive(move || energy::headings(locale.lang(), locale.text().charts.month))
                rows=rows total=true />
        </Chart>
    }
}

fn key(hue: Hue, words: &str) -> Key {
    (hue, words.to_owned())
}

fn picture(months: &[Energy], lang: Lang) -> Picture {
    let bar = |flows: &Energy| Bar {
        up: vec![(Hue::Direct, flows.direct_use.0), (Hue::Battery, flows.discharge.0), (Hue::Import, flows.import.0)],
        down: vec![(Hue::Export, flows.export.0)],
    };
    Picture {
        bars: months.iter().map(bar).collect(),
        lines: Vec::new(),
        names: lang.text().charts.months_short.map(str::to_owned).to_vec(),
        unit: "kWh".into(),
        amounts_below: true,
    }
}

fn summary(lang: Lang, months: &[Energy]) -> String {
    let words = &lang.text().charts;
    let named = |index: usize, kwh: f64| {
        format!("{} ({})", words.months.get(index).copied().unwrap_or_default(), lang.kwh(kwh))
    };
    let generation = |flows: &Energy| flows.generation.0;
    let import = |flows: &Energy| flows.import.0;
    let found =
        (energy::highest(months, generation), energy::lowest(months, generation), energy::highest(months, import));
    match found {
        (Some((best, most)), Some((darkest, least)), Some((dear, bought))) => {
            (words.month_summary)(&named(best, most), &named(darkest, least), &named(dear, bought))
        }
        _ => String::new(),
    }
}
