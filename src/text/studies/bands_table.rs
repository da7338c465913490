//! Every figure with its band, as a table.

use super::bands::Speaker;
use crate::{
    model::uncertainty::Band,
    units::{GrossPln, Kwh, Quantity},
    view::Table,
};

/// The tenth, fiftieth and ninetieth percentile, in words.
type Cells = [String; 3];

/// Every figure of a home with its P10, P50 and P90.
pub(super) fn figures(speaker: &Speaker) -> Table {
    let (words, figures) = (speaker.words, &speaker.bands.figures);
    let generates = figures.generation.p90.raw() > 0.0;
    let of_generation = |band| if generates { share(speaker, band) } else { Cells::default().map(|_| none(speaker)) };
    let rows = [
        kwh(speaker, figures.generation),
        kwh(speaker, figures.consumption),
        kwh(speaker, figures.own_use),
        kwh(speaker, figures.import),
        kwh(speaker, figures.export),
        of_generation(figures.self_consumption),
        share(speaker, figures.autonomy),
        of_generation(figures.physical_self_consumption),
        share(speaker, figures.physical_autonomy),
        cells(figures.co2_avoided_kg, |kg| speaker.lang.unit(speaker.lang.number(kg, 0), "kg")),
        pln(speaker, figures.bill_before),
        pln(speaker, figures.bill_after),
        pln(speaker, figures.yearly_saving),
        pln(speaker, figures.investment),
        pln(speaker, figures.net_present_value),
        years(speaker, figures.payback_years),
        years(speaker, figures.discounted_payback_years),
        cells(figures.internal_rate_of_return, |rate| {
            rate.map_or_else(|| none(speaker), |rate| speaker.lang.unit(speaker.lang.number(100.0 * rate, 1), "%"))
        }),
        cells(figures.levelised_cost, |cost| {
            cost.map_or_else(|| none(speaker), |cost| speaker.lang.unit(speaker.lang.number(cost.0, 2), "zł/kWh"))
        }),
    ];
    let named = words.figures.into_iter().zip(rows);
    Table {
        caption: words.figures_caption.to_owned(),
        columns: words.figures_columns.map(str::to_owned).to_vec(),
        rows: named.map(|(name, cells)| std::iter::once(name.to_owned()).chain(cells).collect()).collect(),
    }
}

fn cells<T>(band: Band<T>, say: impl Fn(T) -> String) -> Cells {
    [band.p10, band.p50, band.p90].map(say)
}

fn none(speaker: &Speaker) -> String {
    speaker.words.none.to_owned()
}

fn kwh(speaker: &Speaker, band: Band<Kwh>) -> Cells {
    cells(band, |kwh| speaker.lang.kwh(kwh.0))
}

fn pln(speaker: &Speaker, band: Band<GrossPln>) -> Cells {
    cells(band, |pln| speaker.lang.pln(pln.0))
}

fn share(speaker: &Speaker, band: Band<f64>) -> Cells {
    cells(band, |share| speaker.lang.percent(share))
}

/// Years; what does not come within the horizon lies beyond it, and without a purchase there is nothing to come.
fn years(speaker: &Speaker, band: Band<Option<f64>>) -> Cells {
    let never = || if speaker.plant && !speaker.free() { speaker.over() } else { none(speaker) };
    cells(band, |years| years.map_or_else(never, |years| speaker.lang.years(years)))
}
