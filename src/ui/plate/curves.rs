//! Lines over a common horizontal axis, with marks below and levels across.

use crate::text::Lang;
use crate::ui::chart::bars::{draw_zero, letters, mark_cursor, vertical_axis};
use crate::ui::chart::surface::{BOTTOM, Drawn, LEFT, RIGHT, Surface, TOP, count};
use crate::view::{Hue, firm::Curves};
use plotters::prelude::{Circle, Color, PathElement, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// Room for a mark below, in CSS pixels.
const MARK_WIDTH: f64 = 64.0;

/// Draws it; a line that is shorter than the others ends earlier.
///
/// # Errors
/// Where the canvas refuses.
pub fn draw(curves: &Curves, surface: &Surface, lang: Lang) -> Drawn {
    let heights =
        curves.lines.iter().flat_map(|(_, heights)| heights).chain(curves.levels.iter().map(|(height, _)| height));
    let (low, high) = heights
        .filter(|height| height.is_finite())
        .fold((0.0, 0.0), |(low, high): (f64, f64), height| (low.min(*height), high.max(*height)));
    let range = if high > low { (low * 1.05, high * 1.05) } else { (0.0, 1.0) };
    mark_cursor(surface)?;
    let chart = vertical_axis(surface, range, false, lang)?;
    draw_zero(surface, &chart, &curves.unit)?;
    let (width, height) = surface.area.dim_in_pixel();
    let (left, right) = (surface.px(LEFT), i32::try_from(width)? - surface.px(RIGHT));
    let across = f64::from(right - left);
    let at = |share: f64| left + pixels(across * share);
    let points = curves.lines.iter().map(|(_, heights)| heights.len()).max().unwrap_or(0).max(1);
    for (level, words) in &curves.levels {
        let (_, y) = chart.backend_coord(&(0.0, *level));
        let style = surface.color(Hue::Ink).stroke_width(surface.px(1.0).unsigned_abs());
        surface.area.draw(&PathElement::new(vec![(left, y), (right, y)], style))?;
        let letters = letters(surface.letter());
        let below = y < surface.px(TOP + 18.0);
        let place = Pos::new(HPos::Right, if below { VPos::Top } else { VPos::Bottom });
        let style = letters.color(&surface.color(Hue::Ink)).pos(place);
        surface.area.draw(&Text::new(words.clone(), (right - surface.px(4.0), y), style))?;
    }
    for (hue, heights) in &curves.lines {
        let color = surface.color(*hue);
        let line = heights.iter().enumerate().filter(|(_, height)| height.is_finite()).map(|(place, height)| {
            let (_, y) = chart.backend_coord(&(0.0, *height));
            (at((count(place) + 0.5) / count(points)), y)
        });
        let line: Vec<(i32, i32)> = line.collect();
        if let Some(point) = surface.cursor.and_then(|place| line.get(place)) {
            surface.area.draw(&Circle::new(*point, surface.px(4.0), color.filled()))?;
        }
        surface.area.draw(&PathElement::new(line, color.stroke_width(surface.px(2.5).unsigned_abs())))?;
    }
    let top = i32::try_from(height)? - surface.px(BOTTOM - 5.0);
    let letters = letters(surface.letter());
    // Every other mark is left out where there is no room for all.
    let narrow = across < f64::from(surface.px(MARK_WIDTH)) * count(curves.marks.len());
    for (share, words) in curves.marks.iter().step_by(if narrow { 2 } else { 1 }) {
        let side = if *share < 0.05 {
            HPos::Left
        } else if *share > 0.95 {
            HPos::Right
        } else {
            HPos::Center
        };
        let style = letters.color(&surface.color(Hue::Muted)).pos(Pos::new(side, VPos::Top));
        surface.area.draw(&Text::new(words.clone(), (at(*share), top), style))?;
    }
    surface.area.present()?;
    Ok(())
}

#[allow(clippy::cast_possible_truncation, reason = "a length on a screen fits")]
fn pixels(length: f64) -> i32 {
    length.round() as i32
}
