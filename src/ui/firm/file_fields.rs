//! The file of a firm's meter: its hours, and the greatest quarter-hour power of each.

use super::fields::id_of;
use super::state::FirmStore;
use crate::files::{ask::Ask, layout::Want, view::View};
use crate::model::firm::session::FirmSession;
use crate::model::inputs::firm::{FIRM_KWH, FIRM_PEAK_KW, FirmMeasured, FirmMeter};
use crate::model::inputs::measured::Hourly;
use crate::text::firm_form::file::FirmFileWords;
use crate::ui::file_desk::{Desk, DeskWords, FileDesk};
use crate::ui::locale::Locale;
use crate::ui::reactive::{derive, memo};
use leptos::prelude::*;

/// Whole parts of a kWh and of a kW: Wh and W.
const PARTS: f64 = 1000.0;

/// What is asked of the file of a firm's meter. The months of a firm are not known, so all weigh the same.
fn question(store: FirmStore) -> Option<Ask> {
    let year = store.of_tables(|session: &FirmSession| Some(session.rules().model_year()))?;
    let (want, season) = (Want::Meter, [1.0; 12]);
    Some(Ask { want, firm: true, lang: String::new(), year, season, generation: Vec::new(), decided: Vec::new() })
}

/// Takes in a measured year. Its sum and greatest power stand for it where its hours cannot be: in a link.
fn hold(meter: &mut FirmMeter, view: &View) {
    let kwh = Hourly::from_parts(&view.hourly, PARTS);
    let peak_kw = (!view.peaks.is_empty()).then(|| Hourly::from_parts(&view.peaks, PARTS));
    meter.usage.kwh_per_year = sum(&kwh).round().clamp(FIRM_KWH.min, FIRM_KWH.max);
    if let Some(peak_kw) = &peak_kw {
        meter.usage.peak_kw = Some(greatest(peak_kw).clamp(FIRM_PEAK_KW.min, FIRM_PEAK_KW.max));
    }
    meter.measured = Some(FirmMeasured { kwh, peak_kw });
}

fn sum(hourly: &Hourly) -> f64 {
    hourly.values().iter().sum()
}

fn greatest(hourly: &Hourly) -> f64 {
    hourly.values().iter().copied().fold(0.0, f64::max)
}

/// A place for the file of the meter, what was understood of it, and what is in use.
#[component]
pub fn FirmFile(store: FirmStore, meter: usize) -> impl IntoView {
    let locale = Locale::current();
    let words = |locale: Locale, pick: fn(&FirmFileWords) -> &'static str| {
        derive(move || pick(locale.lang().firm_file()).to_owned())
    };
    let desk = Desk::new(Callback::new(move |_| question(store)));
    let figures = memo(move || {
        let figures = |measured: &FirmMeasured| (sum(&measured.kwh), measured.peak_kw.as_ref().map(greatest));
        store.of_meter(meter, |meter| meter.measured.as_ref().map(figures))
    });
    let in_use = move || {
        let (lang, (kwh, peak_kw)) = (locale.lang(), figures.get()?);
        let (words, kwh) = (lang.firm_file(), lang.kwh(kwh));
        Some(match peak_kw {
            Some(kw) => (words.in_use)(&kwh, &lang.unit(lang.number(kw, 1), "kW")),
            None => (words.in_use_hours)(&kwh),
        })
    };
    let desk_words = DeskWords {
        label: words(locale, |words| words.label),
        hint: words(locale, |words| words.hint),
        in_use: derive(in_use),
        kept: words(locale, |words| words.kept),
        use_files: words(locale, |words| words.use_file),
    };
    let change = Callback::new(move |view: Option<View>| {
        store.form.edit(&id_of(meter, "measured"), |said| {
            if let Some(meter) = said.scenario.meters.get_mut(meter) {
                match &view {
                    Some(view) => hold(meter, view),
                    None => meter.measured = None,
                }
            }
        });
        store.form.refresh_fields();
    });
    let on_use = Callback::new(move |view| change.run(Some(view)));
    let on_remove = Callback::new(move |()| change.run(None));
    let not_kept = move || (store.unkept.get() && figures.get().is_some()).then(|| locale.lang().firm_file().not_kept);
    view! {
        <FileDesk id=id_of(meter, "file") desk=desk words=desk_words on_use=on_use on_remove=on_remove />
        <p class="form__note" role="status">{not_kept}</p>
    }
    .into_any()
}
