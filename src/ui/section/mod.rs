//! A section of a firm's result: words, numerals, tables, pictures, designs to take over, files to save.

pub mod examples;

use super::data_table::DataTable;
use super::disclosure::Disclosure;
use super::erased::dynamic;
use super::figure::Figure;
use super::locale::Locale;
use super::plate::{CarpetPlate, CurvesPlate};
use super::reactive::{derive, memo};
use super::study_view::Figures;
use crate::view::firm::{FirmTake, Numeral, Piece, Section};
use crate::view::{Drawing, Table};
use leptos::prelude::*;

/// Sections whose tables hold words rather than figures.
const OF_WORDS: [&str; 2] = ["basis", "bank-project"];

/// What a piece is; a piece of another kind in its place is made anew, one of the same kind is filled anew.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Words,
    Warnings,
    Numerals,
    Open,
    Table,
    Columns,
    Curves,
    Carpet,
    Takes,
    Hours,
}

fn kind(piece: &Piece) -> Kind {
    match piece {
        Piece::Words(_) => Kind::Words,
        Piece::Warnings(_) => Kind::Warnings,
        Piece::Numerals(_) => Kind::Numerals,
        Piece::Open(_) => Kind::Open,
        Piece::Table(_) => Kind::Table,
        Piece::Columns(_) => Kind::Columns,
        Piece::Curves(_) => Kind::Curves,
        Piece::Carpet(_) => Kind::Carpet,
        Piece::Takes(_) => Kind::Takes,
        Piece::Hours(..) => Kind::Hours,
    }
}

/// One section with its heading. Its elements stay while the figures change.
#[component]
pub fn SectionView(
    /// The section; its identifier and whether it is folded stay as they are.
    section: Signal<Section>,
    /// Called with the design that a person takes over.
    on_take: Callback<FirmTake>,
    /// Called with the meter whose hours are to be saved.
    on_hours: Callback<usize>,
) -> impl IntoView {
    let (id, folded) = section.with_untracked(|section| (section.id.clone(), section.folded));
    let title = derive(move || section.with(|section| section.title.clone()));
    let heading = format!("{id}.title");
    let named = heading.clone();
    let pieces = move || pieces(section, on_take, on_hours);
    if folded {
        return view! {
            <section class="part" id=id><Disclosure summary=title>{pieces()}</Disclosure></section>
        }
        .into_any();
    }
    view! {
        <section class="part" id=id aria-labelledby=named>
            <h2 id=heading>{title}</h2>
            {pieces()}
        </section>
    }
    .into_any()
}

fn pieces(section: Signal<Section>, on_take: Callback<FirmTake>, on_hours: Callback<usize>) -> AnyView {
    let id = section.with_untracked(|section| section.id.clone());
    let words = OF_WORDS.contains(&id.as_str());
    let kinds = memo(move || section.with(|section| section.pieces.iter().map(kind).enumerate().collect::<Vec<_>>()));
    let piece = move |place: usize| {
        memo(move || {
            let piece = section.with(|section| section.pieces.get(place).cloned());
            piece.unwrap_or_else(|| Piece::Words(Vec::new()))
        })
    };
    let make = move |(place, kind): (usize, Kind)| {
        let (piece, id) = (piece(place), format!("{id}.{place}"));
        match kind {
            Kind::Words => paragraphs(piece),
            Kind::Warnings => warnings(piece),
            Kind::Numerals => {
                let all = derive(move || if let Piece::Numerals(all) = piece.get() { all } else { Vec::new() });
                numerals(all)
            }
            Kind::Open => figures(table(piece), words),
            Kind::Table => {
                let table = table(piece);
                let summary = derive(move || table.get().caption);
                view! { <Disclosure summary=summary>{figures(table, words)}</Disclosure> }.into_any()
            }
            Kind::Columns => {
                let drawing =
                    move || if let Piece::Columns(drawing) = piece.get() { drawing } else { Drawing::default() };
                view! { <Figures id=id drawing=derive(drawing) /> }.into_any()
            }
            Kind::Curves => {
                let plate =
                    memo(move || if let Piece::Curves(plate) = piece.get() { plate } else { Default::default() });
                view! { <CurvesPlate id=id plate=plate.into() /> }.into_any()
            }
            Kind::Carpet => {
                let plate =
                    memo(move || if let Piece::Carpet(plate) = piece.get() { plate } else { Default::default() });
                view! { <CarpetPlate id=id plate=plate.into() /> }.into_any()
            }
            Kind::Takes => takes(piece, on_take),
            Kind::Hours => hours(piece, on_hours),
        }
    };
    view! { <For each=move || kinds.get() key=|kind| *kind children=make /> }.into_any()
}

fn paragraphs(piece: Memo<Piece>) -> AnyView {
    let words = move || if let Piece::Words(words) = piece.get() { words } else { Vec::new() };
    let paragraphs = move || words().into_iter().map(|words| view! { <p>{words}</p> }).collect_view().into_any();
    view! { <div class="section__words">{dynamic(paragraphs)}</div> }.into_any()
}

fn warnings(piece: Memo<Piece>) -> AnyView {
    let words = derive(move || if let Piece::Warnings(words) = piece.get() { words } else { Vec::new() });
    careful(words)
}

/// What to be careful about; nothing where there is nothing.
pub fn careful(words: Signal<Vec<String>>) -> AnyView {
    let locale = Locale::current();
    let items = move || words.get().into_iter().map(|words| view! { <li>{words}</li> }).collect_view().into_any();
    view! {
        <div class="notice notice--weak" hidden=move || words.with(Vec::is_empty)>
            <p class="notice__text">{locale.say(|text| text.ranges.careful)}</p>
            <ul class="study-view__list">{dynamic(items)}</ul>
        </div>
    }
    .into_any()
}

/// Large numerals beside each other.
pub fn numerals(all: Signal<Vec<Numeral>>) -> AnyView {
    let count = memo(move || all.with(Vec::len));
    let numeral = move |place: usize| {
        let part = move |part: fn(&Numeral) -> &String| {
            derive(move || all.with(|all| all.get(place).map_or_else(String::new, |numeral| part(numeral).clone())))
        };
        let (label, value) = (part(|numeral| &numeral.label), part(|numeral| &numeral.value));
        view! { <Figure label=label value=value note=part(|numeral| &numeral.note) /> }
    };
    view! { <dl class="figures">{dynamic(move || (0..count.get()).map(numeral).collect_view().into_any())}</dl> }
        .into_any()
}

fn table(piece: Memo<Piece>) -> Signal<Table> {
    derive(move || match piece.get() {
        Piece::Open(table) | Piece::Table(table) => table,
        _ => Table::default(),
    })
}

fn figures(table: Signal<Table>, words: bool) -> AnyView {
    view! {
        <DataTable caption=derive(move || table.get().caption) columns=derive(move || table.get().columns)
            rows=derive(move || table.get().rows) words=words />
    }
    .into_any()
}

fn takes(piece: Memo<Piece>, on_take: Callback<FirmTake>) -> AnyView {
    let button = move |take: FirmTake| {
        let label = take.label.clone();
        view! { <button type="button" class="button" on:click=move |_| on_take.run(take.clone())>{label}</button> }
    };
    let buttons = move || {
        let takes = if let Piece::Takes(takes) = piece.get() { takes } else { Vec::new() };
        takes.into_iter().map(button).collect_view().into_any()
    };
    view! { <p class="section__buttons section__takes">{dynamic(buttons)}</p> }.into_any()
}

fn hours(piece: Memo<Piece>, on_hours: Callback<usize>) -> AnyView {
    let said = move || if let Piece::Hours(label, meter) = piece.get() { (label, meter) } else { Default::default() };
    view! {
        <p class="section__buttons">
            <button type="button" class="button" on:click=move |_| on_hours.run(said().1)>{derive(move || said().0)}</button>
        </p>
    }
    .into_any()
}
