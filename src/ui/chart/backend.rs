//! The canvas of `plotters`, with text measured by the canvas itself.
//!
//! The crate's own measurement adds an element with an inline style to the page, which a strict content security
//! policy refuses.

use plotters::prelude::DrawingBackend;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind};
use plotters_canvas::CanvasBackend;
use web_sys::CanvasRenderingContext2d;

type CanvasError = <CanvasBackend as DrawingBackend>::ErrorType;
type Step<T = ()> = Result<T, DrawingErrorKind<CanvasError>>;

/// Height of a line of text over the size of its font.
const LINE_HEIGHT: f64 = 1.2;

/// A canvas that measures its own text.
pub struct Measured {
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
}

impl Measured {
    /// Puts measuring in place of the crate's.
    #[must_use]
    pub fn new(inner: CanvasBackend, context: CanvasRenderingContext2d) -> Self {
        Self { inner, context }
    }
}

impl DrawingBackend for Measured {
    type ErrorType = CanvasError;

    fn get_size(&self) -> (u32, u32) {
        self.inner.get_size()
    }

    fn ensure_prepared(&mut self) -> Step {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Step {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Step {
        self.inner.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Step {
        self.inner.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Step {
        self.inner.draw_rect(from, to, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Step {
        self.inner.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Step {
        self.inner.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Step {
        self.inner.fill_polygon(corners, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, place: BackendCoord) -> Step {
        self.inner.draw_text(text, style, place)
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Step<(u32, u32)> {
        let font = format!("{} {}px {}", style.style().as_str(), style.size(), style.family().as_str());
        self.context.set_font(&font);
        let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width());
        Ok((pixels(width), pixels(style.size() * LINE_HEIGHT)))
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a width of text is small and not negative")]
fn pixels(length: f64) -> u32 {
    length.ceil().max(0.0) as u32
}
