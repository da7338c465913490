//! One canvas, prepared for drawing in device pixels.

use super::backend::Measured;
use crate::view::Hue;
use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, IntoDrawingArea};
use plotters::style::RGBColor;
use plotters_canvas::CanvasBackend;
use std::{cell::RefCell, error::Error};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Whether a drawing came about.
pub type Drawn<T = ()> = Result<T, Box<dyn Error>>;

/// Room for the numbers of the vertical axis, in CSS pixels.
pub const LEFT: f64 = 52.0;
/// Room at the right edge, in CSS pixels.
pub const RIGHT: f64 = 6.0;
/// Room above, in CSS pixels.
pub const TOP: f64 = 8.0;
/// Room for the names of the columns, in CSS pixels.
pub const BOTTOM: f64 = 24.0;

/// Size of the letters, in CSS pixels.
const LETTER: f64 = 12.5;

/// A prepared canvas.
pub struct Surface {
    /// The whole canvas.
    pub area: DrawingArea<Measured, Shift>,
    /// Number of columns.
    pub columns: usize,
    /// Column that is being read.
    pub cursor: Option<usize>,
    colors: RefCell<Vec<(Hue, RGBColor)>>,
    scale: f64,
    width: f64,
}

impl Surface {
    /// Gives the canvas of a width and height in CSS pixels as many as the screen has for it and clears it, without a new
    /// layout of the page where it has them already; none while it has no room yet.
    ///
    /// # Errors
    /// Where the browser gives no drawing context.
    pub fn prepare(
        canvas: &HtmlCanvasElement,
        (width, height): (f64, f64),
        columns: usize,
        cursor: Option<usize>,
    ) -> Drawn<Option<Self>> {
        let scale = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio()).clamp(0.5, 4.0);
        if width < LEFT + RIGHT + 20.0 || height < TOP + BOTTOM + 20.0 {
            return Ok(None);
        }
        let context = canvas.get_context("2d").ok().flatten().ok_or("no drawing context")?;
        let context = context.dyn_into::<CanvasRenderingContext2d>().map_err(|_| "no drawing context")?;
        let pixels = [width, height].map(|length| device_pixels(length * scale).unsigned_abs());
        if pixels == [canvas.width(), canvas.height()] {
            context.clear_rect(0.0, 0.0, f64::from(pixels[0]), f64::from(pixels[1]));
        } else {
            canvas.set_width(pixels[0]);
            canvas.set_height(pixels[1]);
        }
        let backend = CanvasBackend::with_canvas_object(canvas.clone()).ok_or("no drawing context")?;
        let area = Measured::new(backend, context).into_drawing_area();
        Ok(Some(Self { area, columns, cursor, colors: RefCell::default(), scale, width }))
    }

    /// A length in CSS pixels as device pixels.
    #[must_use]
    pub fn px(&self, css_pixels: f64) -> i32 {
        device_pixels(css_pixels * self.scale)
    }

    /// Size of the letters in device pixels.
    #[must_use]
    pub fn letter(&self) -> f64 {
        LETTER * self.scale
    }

    /// A colour of the style sheet; the page is asked once for each.
    #[must_use]
    pub fn color(&self, hue: Hue) -> RGBColor {
        let mut known = self.colors.borrow_mut();
        if let Some((_, color)) = known.iter().find(|(other, _)| *other == hue) {
            return *color;
        }
        let color = hue.color();
        known.push((hue, color));
        color
    }

    /// Left and right edge of a column in device pixels.
    #[must_use]
    pub fn column(&self, index: usize) -> (i32, i32) {
        let step = (self.width - LEFT - RIGHT) / count(self.columns.max(1));
        let left = LEFT + step * count(index);
        (self.px(left), self.px(left + step))
    }

    /// Every how many columns a name fits that needs `css_pixels`.
    #[must_use]
    pub fn name_every(&self, css_pixels: f64) -> usize {
        let step = (self.width - LEFT - RIGHT) / count(self.columns.max(1));
        [1, 2, 3, 4, 6].into_iter().find(|every| step * count(*every) >= css_pixels).unwrap_or(8)
    }
}

/// The column at a distance from the left edge of a canvas, both in CSS pixels.
#[must_use]
pub fn column_at(distance: f64, width: f64, columns: usize) -> Option<usize> {
    let step = (width - LEFT - RIGHT) / count(columns.max(1));
    (0..columns).find(|index| {
        let left = LEFT + step * count(*index);
        (left..left + step).contains(&distance)
    })
}

/// The cell at a place of a canvas, both in CSS pixels, where each column has `rows` cells, one below the other; cells are
/// counted column by column.
#[must_use]
pub fn cell_at((x, y): (f64, f64), (width, height): (f64, f64), cells: usize, rows: usize) -> Option<usize> {
    let column = column_at(x, width, cells / rows.max(1))?;
    let step = (height - TOP - BOTTOM) / count(rows.max(1));
    let row = (1..=rows).find(|row| rows == 1 || (y >= TOP && y < TOP + step * count(*row)))?;
    Some(column * rows + row - 1)
}

/// A small count as a number.
#[must_use]
pub fn count(value: usize) -> f64 {
    u32::try_from(value).map_or(f64::MAX, f64::from)
}

#[allow(clippy::cast_possible_truncation, reason = "a length on a screen fits")]
fn device_pixels(length: f64) -> i32 {
    length.round() as i32
}
