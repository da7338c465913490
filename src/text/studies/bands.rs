//! How far the figures may lie, in words and as a picture.

use super::{bands_table, en, pl};
use crate::{
    model::{
        inputs::{Scenario, ranges::RangeField},
        uncertainty::{self, Band, Bands, Source, Tornado},
    },
    text::{Lang, lower_first},
    units::{GrossPln, Quantity},
    view::{self, Drawing, Headline, Hue, Picture, Table, View},
};

type Say1 = fn(&str) -> String;
type Say2 = fn(&str, &str) -> String;
type Say3 = fn(&str, &str, &str) -> String;
pub(super) type Nouns = (&'static str, &'static str, &'static str);

/// A source of uncertainty.
pub(super) struct SourceWords {
    /// At the axis of a picture.
    pub short: &'static str,
    /// In tables.
    pub name: &'static str,
    /// As what one would know exactly.
    pub known: &'static str,
}

/// Every word about bands in one language.
pub(super) struct BandsText {
    /// Low and high end; the low one without its unit where both have the same.
    pub span: Say2,
    /// Both ends are written alike.
    pub about: Say1,
    /// Years of the horizon.
    pub over: Say1,
    /// Span, median.
    pub saving: Say2,
    pub below_zero: &'static str,
    /// Span.
    pub payback: Say1,
    /// Years of the horizon.
    pub never: Say1,
    pub nothing_paid: &'static str,
    /// Years of the horizon, span, how often it pays.
    pub value: Say3,
    /// Cases in which it pays, all cases.
    pub pays: Say2,
    /// All cases.
    pub pays_never: Say1,
    /// All cases.
    pub pays_always: Say1,
    /// What were known, width then, width now.
    pub narrows: Say3,
    pub own_range: &'static str,
    /// Span of the bill.
    pub no_plant: Say1,
    /// After "over".
    pub years_over: Nouns,
    /// After "within" and "of".
    pub years_within: Nouns,
    /// After "in".
    pub cases_in: Nouns,
    /// After "from".
    pub cases_from: Nouns,
    /// Cases so far.
    pub first_look: Say1,
    pub not_contained: [&'static str; 4],
    pub title: &'static str,
    /// Middle, name of the widest bar, its span.
    pub summary: Say3,
    pub better: &'static str,
    pub worse: &'static str,
    /// Source, span, width if known.
    pub reading: Say3,
    /// Middle, width.
    pub value_caption: Say2,
    /// Middle, width.
    pub saving_caption: Say2,
    pub source_columns: [&'static str; 4],
    pub figures_caption: &'static str,
    pub figures_columns: [&'static str; 4],
    /// Names of the rows, in the order of `bands_table`.
    pub figures: [&'static str; 19],
    pub none: &'static str,
    pub weather: SourceWords,
    pub habits: SourceWords,
    pub model: SourceWords,
    pub prices: SourceWords,
    /// In the order of [`RangeField::ALL`].
    pub ranges: [SourceWords; 7],
}

impl BandsText {
    fn source(&self, source: Source) -> &SourceWords {
        let [kwh, bill, pv, battery, discount, energy, export] = &self.ranges;
        match source {
            Source::Weather => &self.weather,
            Source::Habits => &self.habits,
            Source::Model => &self.model,
            Source::Prices => &self.prices,
            Source::Range(RangeField::KwhPerYear) => kwh,
            Source::Range(RangeField::GrossPlnPerMonth) => bill,
            Source::Range(RangeField::PvGrossPln) => pv,
            Source::Range(RangeField::BatteryGrossPln) => battery,
            Source::Range(RangeField::DiscountPercent) => discount,
            Source::Range(RangeField::EnergyGrowthPercent) => energy,
            Source::Range(RangeField::ExportGrowthPercent) => export,
        }
    }
}

/// Writes about one home in one language.
pub(super) struct Speaker<'a> {
    pub lang: Lang,
    pub words: &'static BandsText,
    pub bands: &'a Bands,
    /// Anything is built.
    pub plant: bool,
}

/// How far the figures may lie: the answer in sentences, a picture of what moves the net present value, every figure
/// with its band, and ranges to stand under the headline figures.
#[must_use]
pub fn bands(lang: Lang, scenario: &Scenario, bands: &Bands) -> View {
    let words = match lang {
        Lang::Pl => &pl::BANDS,
        Lang::En => &en::BANDS,
    };
    let plant = scenario.pv_kwp > 0.0 || scenario.battery_kwh > 0.0;
    let speaker = Speaker { lang, words, bands, plant };
    let saving = speaker.sources(words.saving_caption, &bands.yearly_saving);
    View {
        facts: if plant { speaker.facts() } else { vec![speaker.without_plant()] },
        warnings: speaker.warnings(),
        drawing: speaker.drawing(),
        tables: std::iter::once(bands_table::figures(&speaker)).chain(speaker.moved().then_some(saving)).collect(),
        takes: Vec::new(),
        ranges: if plant { speaker.ranges() } else { Vec::new() },
        ..View::default()
    }
}

impl Speaker<'_> {
    /// From one number to another, both in `unit`.
    fn span(&self, low: f64, high: f64, decimals: usize, unit: &str) -> String {
        let [from, to] = [low, high].map(|value| self.lang.number(value, decimals));
        if from == to {
            return (self.words.about)(&self.lang.unit(to, unit));
        }
        // The English sign stands at its number: "from 40% to 50%".
        let from = if (self.lang, unit) == (Lang::En, "%") { self.lang.unit(from, unit) } else { from };
        (self.words.span)(&from, &self.lang.unit(to, unit))
    }

    fn money(&self, low: GrossPln, high: GrossPln) -> String {
        self.span(low.0, high.0, 0, "zł")
    }

    fn of_money(&self, band: &Band<GrossPln>) -> String {
        self.money(band.p10, band.p90)
    }

    /// Years of the horizon after "over".
    pub(super) fn over(&self) -> String {
        (self.words.over)(&self.lang.count(self.bands.horizon_years, self.words.years_over))
    }

    fn within(&self) -> String {
        self.lang.count(self.bands.horizon_years, self.words.years_within)
    }

    /// Nothing has to be paid back.
    pub(super) fn free(&self) -> bool {
        let figures = &self.bands.figures;
        figures.investment.p90 <= GrossPln::ZERO && figures.payback_years.p10.is_none()
    }

    fn years(&self, band: &Band<Option<f64>>) -> String {
        match (band.p10, band.p90) {
            (None, _) => self.over(),
            (Some(low), None) => (self.words.span)(&self.lang.years(low), &self.over()),
            (Some(low), Some(high)) => {
                let [from, to] = [low, high].map(|years| self.lang.number(years, 1));
                let alike = from == to;
                let to = self.lang.years(high);
                if alike { (self.words.about)(&to) } else { (self.words.span)(&from, &to) }
            }
        }
    }

    fn facts(&self) -> Vec<String> {
        let (words, figures) = (self.words, &self.bands.figures);
        let saving = &figures.yearly_saving;
        let mut said = (words.saving)(&self.of_money(saving), &self.lang.pln(saving.p50.0));
        if saving.p10 < GrossPln::ZERO {
            said.push_str(words.below_zero);
        }
        let payback = match figures.payback_years.p10 {
            None if self.free() => words.nothing_paid.to_owned(),
            None => (words.never)(&self.within()),
            Some(_) => (words.payback)(&self.years(&figures.payback_years)),
        };
        let value = (words.value)(&self.within(), &self.of_money(&figures.net_present_value), &self.pays());
        let narrows = self.bands.net_present_value.narrows_most().map(|bar| {
            let width = self.bands.net_present_value.width.0;
            let known = words.source(bar.source).known;
            let said = (words.narrows)(known, &self.lang.pln(bar.remaining.0), &self.lang.pln(width));
            said + if matches!(bar.source, Source::Range(_)) { words.own_range } else { "" }
        });
        [said, payback, value].into_iter().chain(narrows).collect()
    }

    /// In how many of the cases the purchase pays.
    fn pays(&self) -> String {
        let (words, all) = (self.words, self.bands.members);
        #[expect(clippy::cast_precision_loss, reason = "at most a thousand members")]
        let paying = (1..=all).rev().find(|&count| count as f64 <= self.bands.figures.profitable * all as f64 + 0.5);
        let members = all.to_string();
        match paying {
            None => (words.pays_never)(&members),
            Some(count) if count == all => (words.pays_always)(&members),
            Some(count) => (words.pays)(&self.lang.count(count, words.cases_in), &members),
        }
    }

    fn without_plant(&self) -> String {
        (self.words.no_plant)(&self.of_money(&self.bands.figures.bill_before))
    }

    fn warnings(&self) -> Vec<String> {
        let words = self.words;
        let first = (self.bands.members < uncertainty::MEMBERS.0)
            .then(|| (words.first_look)(&self.lang.count(self.bands.members, words.cases_from)));
        first.into_iter().chain(words.not_contained.map(str::to_owned)).collect()
    }

    /// True where anything moves the net present value or the saving.
    fn moved(&self) -> bool {
        let tornadoes = [&self.bands.net_present_value, &self.bands.yearly_saving];
        self.plant && tornadoes.iter().any(|tornado| tornado.bars.iter().any(|bar| bar.low < bar.high))
    }

    /// What each source does to a figure, as a table.
    fn sources(&self, caption: Say2, tornado: &Tornado) -> Table {
        let rows = tornado.bars.iter().map(|bar| {
            let name = self.words.source(bar.source).name.to_owned();
            std::iter::once(name).chain([bar.low, bar.high, bar.remaining].map(|pln| self.lang.pln(pln.0))).collect()
        });
        Table {
            caption: caption(&self.lang.pln(tornado.middle.0), &self.lang.pln(tornado.width.0)),
            columns: self.words.source_columns.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }

    fn drawing(&self) -> Option<Drawing> {
        let (words, tornado) = (self.words, &self.bands.net_present_value);
        let widest = tornado.bars.first().filter(|_| self.moved())?;
        let column = |name: fn(&SourceWords) -> &'static str| -> Vec<String> {
            tornado.bars.iter().map(|bar| name(words.source(bar.source)).to_owned()).collect()
        };
        let reading = |bar: &uncertainty::Bar| {
            let name = words.source(bar.source).name;
            (words.reading)(name, &self.money(bar.low, bar.high), &self.lang.pln(bar.remaining.0))
        };
        let bar = |bar: &uncertainty::Bar| {
            let length = |pln: GrossPln| pln.0.max(0.0);
            view::Bar {
                up: vec![(Hue::Direct, length(bar.high - tornado.middle))],
                down: vec![(Hue::Import, length(tornado.middle - bar.low))],
            }
        };
        let summary = (words.summary)(
            &self.lang.pln(tornado.middle.0),
            &lower_first(words.source(widest.source).name),
            &self.money(widest.low, widest.high),
        );
        Some(Drawing {
            title: words.title.to_owned(),
            summary,
            legend: vec![(Hue::Direct, words.better.to_owned()), (Hue::Import, words.worse.to_owned())],
            columns: column(|source| source.name),
            readings: tornado.bars.iter().map(reading).collect(),
            picture: Picture {
                bars: tornado.bars.iter().map(bar).collect(),
                lines: Vec::new(),
                names: column(|source| source.short),
                unit: "zł".into(),
                amounts_below: false,
            },
            table: self.sources(words.value_caption, tornado),
        })
    }

    /// What stands under the headline figures.
    fn ranges(&self) -> Vec<(Headline, String)> {
        let figures = &self.bands.figures;
        let percent = |band: &Band<f64>| self.span(100.0 * band.p10, 100.0 * band.p90, 0, "%");
        let mut ranges = vec![(Headline::Saving, self.of_money(&figures.yearly_saving))];
        if !self.free() {
            ranges.push((Headline::Payback, self.years(&figures.payback_years)));
        }
        let generation = &figures.generation;
        if generation.p90.raw() > 0.0 {
            ranges.push((Headline::Generation, self.span(generation.p10.0, generation.p90.0, 0, "kWh")));
            ranges.push((Headline::OwnUse, percent(&figures.self_consumption)));
        }
        ranges.push((Headline::Autonomy, percent(&figures.autonomy)));
        ranges.push((Headline::Value, self.of_money(&figures.net_present_value)));
        ranges
    }
}
