//! A field of coloured cells, column by column.

use crate::ui::chart::bars::letters;
use crate::ui::chart::surface::{BOTTOM, Drawn, LEFT, RIGHT, Surface, TOP, count};
use crate::ui::theme;
use crate::view::Hue;
use crate::view::firm::{Carpet, Palette};
use plotters::prelude::{Color, RGBAColor, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// A cell that is not there.
const ABSENT: u8 = 255;
/// Strongest step of a ramp.
const STRONGEST: f64 = 15.0;
/// Smallest cell that has its class written in it, in CSS pixels.
const WRITTEN: (f64, f64) = (15.0, 13.0);
/// Room for the name of a column, in CSS pixels.
const MARK_WIDTH: f64 = 26.0;

/// Where the cells lie, in device pixels.
struct Grid {
    left: f64,
    top: f64,
    cell_width: f64,
    cell_height: f64,
}

impl Grid {
    fn new(carpet: &Carpet, surface: &Surface) -> Self {
        let (width, height) = surface.area.dim_in_pixel();
        let px = |length: f64| f64::from(surface.px(length));
        Self {
            left: px(LEFT),
            top: px(TOP),
            cell_width: (f64::from(width) - px(LEFT) - px(RIGHT)) / count(carpet.columns.max(1)),
            cell_height: (f64::from(height) - px(TOP) - px(BOTTOM)) / count(carpet.rows.max(1)),
        }
    }

    /// Corners of some cells of a column, from one row up to before another.
    fn corners(&self, column: usize, from: usize, to: usize) -> [(i32, i32); 2] {
        let x = |column: usize| pixels(self.left + self.cell_width * count(column));
        let y = |row: usize| pixels(self.top + self.cell_height * count(row));
        [(x(column), y(from)), (x(column + 1), y(to))]
    }
}

/// Draws it; `readings` says whether columns or single cells are read.
///
/// # Errors
/// Where the canvas refuses.
pub fn draw(carpet: &Carpet, readings: usize, surface: &Surface) -> Drawn {
    let grid = Grid::new(carpet, surface);
    match carpet.palette {
        Palette::Ramp(hue) => draw_ramp(carpet, &grid, hue, surface)?,
        Palette::Classes => draw_classes(carpet, &grid, surface)?,
    }
    if let Some(cursor) = surface.cursor {
        let single = readings == carpet.cells.len();
        let (column, from, to) = if single {
            let row = cursor % carpet.rows.max(1);
            (cursor / carpet.rows.max(1), row, row + 1)
        } else {
            (cursor, 0, carpet.rows)
        };
        let style = surface.color(Hue::Ink).stroke_width(surface.px(2.0).unsigned_abs());
        surface.area.draw(&Rectangle::new(grid.corners(column, from, to), style))?;
    }
    draw_marks(carpet, &grid, surface)?;
    surface.area.present()?;
    Ok(())
}

/// Cells of one colour, from none to full; equal neighbours of a column are drawn at once.
fn draw_ramp(carpet: &Carpet, grid: &Grid, hue: Hue, surface: &Surface) -> Drawn {
    let color = surface.color(hue);
    for (column, cells) in carpet.cells.chunks(carpet.rows.max(1)).enumerate() {
        let mut from = 0;
        for run in cells.chunk_by(|a, b| a == b) {
            let to = from + run.len();
            let step = run.first().copied().unwrap_or(ABSENT);
            if step != ABSENT && step > 0 {
                let style = color.mix(f64::from(step) / STRONGEST).filled();
                surface.area.draw(&Rectangle::new(grid.corners(column, from, to), style))?;
            }
            from = to;
        }
    }
    Ok(())
}

/// Cells of classes, each with its class written in it where there is room.
fn draw_classes(carpet: &Carpet, grid: &Grid, surface: &Surface) -> Drawn {
    let steps = ["--class-0", "--class-1", "--class-2", "--class-3", "--class-4"].map(theme::color);
    let (ink, paper) = (surface.color(Hue::Ink), theme::color("--paper"));
    let gap = surface.px(1.0);
    let written =
        grid.cell_width >= f64::from(surface.px(WRITTEN.0)) && grid.cell_height >= f64::from(surface.px(WRITTEN.1));
    let letters = letters(surface.letter() * 0.85);
    for (place, step) in carpet.cells.iter().enumerate() {
        let Some(color) = steps.get(usize::from(*step)) else { continue };
        let rows = carpet.rows.max(1);
        let (column, row) = (place / rows, place % rows);
        let [(left, top), (right, bottom)] = grid.corners(column, row, row + 1);
        let cell = [(left + gap, top + gap.min(1)), (right - gap, bottom - gap.min(1))];
        surface.area.draw(&Rectangle::new(cell, RGBAColor::from(*color).filled()))?;
        if written && *step > 0 {
            let color = if *step == 4 { paper } else { ink };
            let style = letters.color(&color).pos(Pos::new(HPos::Center, VPos::Center));
            let middle = (i32::midpoint(left, right), i32::midpoint(top, bottom));
            surface.area.draw(&Text::new(step.to_string(), middle, style))?;
        }
    }
    Ok(())
}

/// Names of columns below and of rows beside, as many as there is room for.
fn draw_marks(carpet: &Carpet, grid: &Grid, surface: &Surface) -> Drawn {
    let letters = letters(surface.letter());
    let muted = surface.color(Hue::Muted);
    let (_, height) = surface.area.dim_in_pixel();
    let below = i32::try_from(height)? - surface.px(BOTTOM - 5.0);
    let columns = count(carpet.columns.max(1)) / count(carpet.column_marks.len().max(1));
    let every = if grid.cell_width * columns < f64::from(surface.px(MARK_WIDTH)) { 2 } else { 1 };
    for (column, words) in carpet.column_marks.iter().step_by(every) {
        let left = grid.left + grid.cell_width * count(*column);
        let middle = pixels(left + grid.cell_width * columns.floor().max(1.0) / 2.0);
        let style = letters.color(&muted).pos(Pos::new(HPos::Center, VPos::Top));
        surface.area.draw(&Text::new(words.clone(), (middle, below), style))?;
    }
    for (row, words) in &carpet.row_marks {
        let middle = pixels(grid.top + grid.cell_height * (count(*row) + 0.5));
        let style = letters.color(&muted).pos(Pos::new(HPos::Right, VPos::Center));
        surface.area.draw(&Text::new(words.clone(), (surface.px(LEFT - 6.0), middle), style))?;
    }
    Ok(())
}

#[allow(clippy::cast_possible_truncation, reason = "a length on a screen fits")]
fn pixels(length: f64) -> i32 {
    length.round() as i32
}
