//! The mean day of a month, hour by hour.

pub mod examples;

use super::chart::{Chart, Key};
use super::choice::Select;
use super::{data_table::DataTable, energy, locale::Locale};
use crate::model::report::{DayHour, Energy};
use crate::text::Lang;
use crate::ui::reactive::{derive, memo};
use crate::view::{Bar, Hue, Line, Picture};
use leptos::prelude::*;

/// Every how many hours an hour is named.
const NAMED: usize = 3;

/// Where electricity comes from and goes to on the mean day of the chosen month.
#[component]
pub fn ChartDay(
    /// The mean day of a month, 0 to 11.
    #[prop(into)]
    day: Callback<u8, Vec<DayHour>>,
    /// Month shown at first, 0 to 11.
    #[prop(default = 5)]
    month: u8,
) -> impl IntoView {
    let locale = Locale::current();
    let month = RwSignal::new(month);
    let hours = memo(move || day.run(month.get()));
    let flows = derive(move || hours.with(|hours| hours.iter().map(|hour| hour.energy).collect::<Vec<_>>()));
    let months = derive(move || {
        let names = locale.text().charts.months.into_iter().enumerate();
        names.map(|(index, name)| (index.to_string(), name.to_owned())).collect::<Vec<_>>()
    });
    let columns = derive(move || hours.with(|hours| hours.iter().map(|hour| clock(hour.hour)).collect::<Vec<_>>()));
    let legend = derive(move || {
        let words = &locale.text().charts;
        let keys: [(Hue, &str); 5] = [
            (Hue::Sun, words.generation),
            (Hue::Direct, words.direct_use),
            (Hue::Battery, words.from_battery),
            (Hue::Import, words.import),
            (Hue::Export, words.export),
        ];
        keys.map(|(hue, name)| (hue, name.to_owned())).to_vec() as Vec<Key>
    });
    let read = move |column: usize| {
        let flows = flows.get();
        let hour = columns.get().get(column).cloned().unwrap_or_default();
        flows.get(column).map_or_else(String::new, |flows| energy::sentence(locale.lang(), &hour, flows))
    };
    let rows = derive(move || {
        let lang = locale.lang();
        columns
            .get()
            .iter()
            .zip(flows.get())
            .map(|(hour, flows)| energy::row(lang, hour, &flows, 2))
            .collect::<Vec<_>>()
    });
    let summary = derive(move || {
        let name = locale.text().charts.months.get(usize::from(month.get())).copied().unwrap_or_default();
        summary(locale.lang(), name, &flows.get())
    });
    let draw = move |surface: &_| picture(&flows.get()).draw(surface, locale.lang());
    let choose = move |key: String| {
        if let Ok(index) = key.parse() {
            month.set(index);
        }
    };
    view! {
        <Select id="chart.day.month" label=locale.say(|text| text.charts.day_month) hint="" options=months
            value=derive(move || month.get().to_string()) on_choice=choose />
        <Chart id="chart.day" title=locale.say(|text| text.charts.day_title) summary=summary columns=columns
            legend=legend draw=Box::new(draw) read=Box::new(read)>
            <DataTable caption=locale.say(|text| text.charts.day_title)
                columns=derive(move || energy::headings(locale.lang(), locale.text().charts.hour)) rows=rows />
        </Chart>
    }
}

/// An hour of the day as a clock shows it.
fn clock(hour: usize) -> String {
    format!("{hour}:00")
}

fn picture(flows: &[Energy]) -> Picture {
    let bar = |flows: &Energy| Bar {
        up: vec![(Hue::Direct, flows.direct_use.0), (Hue::Battery, flows.discharge.0), (Hue::Import, flows.import.0)],
        down: vec![(Hue::Battery, flows.charge.0), (Hue::Export, flows.export.0)],
    };
    let name = |(index, _): (usize, &Energy)| if index % NAMED == 0 { index.to_string() } else { String::new() };
    Picture {
        bars: flows.iter().map(bar).collect(),
        lines: vec![Line { hue: Hue::Sun, heights: flows.iter().map(|flows| flows.generation.0).collect() }],
        names: flows.iter().enumerate().map(name).collect(),
        unit: "kWh".into(),
        amounts_below: true,
    }
}

fn summary(lang: Lang, month: &str, flows: &[Energy]) -> String {
    let named = |hour: usize, kwh: f64| format!("{hour}:00 ({})", lang.unit(lang.number(kwh, 2), "kWh"));
    let best = energy::highest(flows, |flows| flows.generation.0);
    let dear = energy::highest(flows, |flows| flows.import.0);
    match (best, dear) {
        (Some((best, most)), Some((dear, bought))) => {
            (lang.text().charts.day_summary)(month, &named(best, most), &named(dear, bought))
        }
        _ => String::new(),
    }
}
