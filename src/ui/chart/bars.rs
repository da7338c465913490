//! Stacked bars above and below an axis, with lines over them.

use super::backend::Measured;
use super::surface::{BOTTOM, Drawn, LEFT, RIGHT, Surface, TOP};
use crate::text::Lang;
use crate::view::{Bar, Hue, Picture};
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::{
    Cartesian2d, ChartBuilder, ChartContext, Circle, Color, FontDesc, FontFamily, FontStyle, PathElement, Rectangle,
    Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};

impl Bar {
    fn reach(parts: &[(Hue, f64)]) -> f64 {
        parts.iter().map(|(_, length)| length.max(0.0)).sum()
    }
}

/// A canvas with a vertical axis.
pub type Context<'a> = ChartContext<'a, Measured, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

impl Picture {
    /// Lowest and highest number, with some air.
    fn range(&self) -> (f64, f64) {
        let heights = self.lines.iter().flat_map(|line| line.heights.iter().copied());
        let tops = self.bars.iter().map(|bar| Bar::reach(&bar.up));
        let depths = self.bars.iter().map(|bar| -Bar::reach(&bar.down));
        let all: Vec<f64> = heights.chain(tops).chain(depths).filter(|height| height.is_finite()).collect();
        let top = all.iter().copied().fold(0.0, f64::max);
        let bottom = all.iter().copied().fold(0.0, f64::min);
        if top - bottom > 0.0 { (bottom * 1.05, top * 1.05) } else { (0.0, 1.0) }
    }

    /// Draws it.
    ///
    /// # Errors
    /// Where the canvas refuses.
    pub fn draw(&self, surface: &Surface, lang: Lang) -> Drawn {
        let (low, high) = self.range();
        mark_cursor(surface)?;
        let chart = vertical_axis(surface, (low, high), self.amounts_below, lang)?;
        self.draw_bars(surface, &chart)?;
        draw_zero(surface, &chart, &self.unit)?;
        self.draw_lines(surface, &chart)?;
        self.draw_names(surface)?;
        surface.area.present()?;
        Ok(())
    }

    fn draw_bars(&self, surface: &Surface, chart: &Context<'_>) -> Drawn {
        for (index, bar) in self.bars.iter().enumerate() {
            let (left, right) = surface.column(index);
            let inset = ((right - left) / 6).max(1);
            for (parts, sign) in [(&bar.up, 1.0), (&bar.down, -1.0)] {
                let mut from = 0.0;
                for (hue, length) in parts {
                    let to = from + sign * length.max(0.0);
                    let (_, start) = chart.backend_coord(&(0.0, from));
                    let (_, end) = chart.backend_coord(&(0.0, to));
                    from = to;
                    let gap = surface.px(1.0).min((start - end).abs());
                    let edge = if sign > 0.0 { end + gap } else { end - gap };
                    if start != edge {
                        let corners = [(left + inset, start.min(edge)), (right - inset, start.max(edge))];
                        surface.area.draw(&Rectangle::new(corners, surface.color(*hue).filled()))?;
                    }
                }
            }
        }
        Ok(())
    }

    fn draw_lines(&self, surface: &Surface, chart: &Context<'_>) -> Drawn {
        for line in &self.lines {
            let color = surface.color(line.hue);
            let points: Vec<(i32, i32)> = line
                .heights
                .iter()
                .enumerate()
                .map(|(index, height)| {
                    let (left, right) = surface.column(index);
                    let (_, y) = chart.backend_coord(&(0.0, *height));
                    (i32::midpoint(left, right), y)
                })
                .collect();
            if let Some(point) = surface.cursor.and_then(|column| points.get(column)) {
                surface.area.draw(&Circle::new(*point, surface.px(4.0), color.filled()))?;
            }
            let width = surface.px(2.5).unsigned_abs();
            surface.area.draw(&PathElement::new(points, color.stroke_width(width)))?;
        }
        Ok(())
    }

    fn draw_names(&self, surface: &Surface) -> Drawn {
        let (_, height) = surface.area.dim_in_pixel();
        let top = i32::try_from(height)? - surface.px(BOTTOM - 5.0);
        let longest = self.names.iter().map(|name| name.chars().count()).max().unwrap_or(1);
        let every = surface.name_every(7.5 * super::surface::count(longest) + 5.0);
        let letters = letters(surface.letter());
        let style = letters.color(&surface.color(Hue::Muted)).pos(Pos::new(HPos::Center, VPos::Top));
        for (index, name) in self.names.iter().enumerate().step_by(every) {
            let (left, right) = surface.column(index);
            surface.area.draw(&Text::new(name.clone(), (i32::midpoint(left, right), top), style.clone()))?;
        }
        Ok(())
    }
}

/// Shades the column that is being read.
///
/// # Errors
/// Where the canvas refuses.
pub fn mark_cursor(surface: &Surface) -> Drawn {
    if let Some(column) = surface.cursor {
        let (left, right) = surface.column(column);
        let (_, height) = surface.area.dim_in_pixel();
        let bottom = i32::try_from(height)? - surface.px(BOTTOM);
        let band = [(left, surface.px(TOP)), (right, bottom)];
        surface.area.draw(&Rectangle::new(band, surface.color(Hue::Ink).mix(0.14).filled()))?;
    }
    Ok(())
}

/// Draws the vertical axis from the lowest to the highest number, with its grid.
///
/// # Errors
/// Where the canvas refuses.
pub fn vertical_axis(
    surface: &Surface,
    (low, high): (f64, f64),
    amounts_below: bool,
    lang: Lang,
) -> Drawn<Context<'_>> {
    let mut builder = ChartBuilder::on(&surface.area);
    builder
        .margin_top(surface.px(TOP))
        .margin_right(surface.px(RIGHT))
        .margin_bottom(surface.px(BOTTOM))
        .set_left_and_bottom_label_area_size(0)
        .y_label_area_size(surface.px(LEFT));
    let mut chart = builder.build_cartesian_2d(0.0..1.0, low..high)?;
    let decimals = usize::from(high - low < 10.0) + usize::from(high - low < 1.0);
    let letters = letters(surface.letter());
    chart
        .configure_mesh()
        .disable_x_mesh()
        .disable_x_axis()
        .y_labels(6)
        .set_all_tick_mark_size(surface.px(4.0))
        .axis_style(surface.color(Hue::Line))
        .light_line_style(surface.color(Hue::Line).mix(0.0))
        .bold_line_style(surface.color(Hue::Line))
        .label_style(letters.color(&surface.color(Hue::Muted)))
        .y_label_formatter(&|height: &f64| lang.number(if amounts_below { height.abs() } else { *height }, decimals))
        .draw()?;
    Ok(chart)
}

/// Draws the line of zero, and the unit above the axis.
///
/// # Errors
/// Where the canvas refuses.
pub fn draw_zero(surface: &Surface, chart: &Context<'_>, unit: &str) -> Drawn {
    let (width, _) = surface.area.dim_in_pixel();
    let (_, zero) = chart.backend_coord(&(0.0, 0.0));
    let ends = vec![(surface.px(LEFT), zero), (i32::try_from(width)? - surface.px(RIGHT), zero)];
    let style = surface.color(Hue::Ink).stroke_width(surface.px(1.0).unsigned_abs());
    surface.area.draw(&PathElement::new(ends, style))?;
    let letters = letters(surface.letter());
    let style = letters.color(&surface.color(Hue::Muted));
    surface.area.draw(&Text::new(unit, (surface.px(2.0), surface.px(0.0)), style))?;
    Ok(())
}

/// The letters of the page. A font made of its name as text would bring the letter tables of all languages.
#[must_use]
pub fn letters<'a>(size: f64) -> FontDesc<'a> {
    FontDesc::new(FontFamily::Name("system-ui"), size, FontStyle::Normal)
}
