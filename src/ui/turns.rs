//! Work that can wait takes turns: a little of it in each frame, so that no frame waits for all.
//!
//! Two kinds wait: what a hand is moving just now, and what follows from it, such as one chart. A frame has room for one of
//! either kind; where frames turn out slow, the kinds alternate.

use leptos::prelude::*;
use std::{cell::RefCell, collections::VecDeque, ops::Range};

/// Frames this far apart are slow, screens draw sixty a second or more; further apart there was a pause.
const SLOW_FRAME_MS: Range<f64> = 25.0..250.0;
/// For how many frames a slow one is remembered.
const REMEMBERED: u32 = 60;

/// Work that waits.
type Work = Box<dyn FnOnce()>;

/// Who waits, the one that has waited longest first.
#[derive(Default)]
struct Line {
    moving: VecDeque<(Turn, Work)>,
    following: VecDeque<(Turn, Work)>,
    places: u32,
    asked: bool,
    moved: bool,
    shown_ms: f64,
    slow: u32,
}

thread_local! {
    static LINE: RefCell<Line> = RefCell::default();
}

/// A place in the line. Newer work for it replaces what waits there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn(u32);

impl Turn {
    /// A place of its own.
    #[must_use]
    pub fn another() -> Self {
        LINE.with_borrow_mut(|line| {
            line.places += 1;
            Self(line.places)
        })
    }

    /// Does the work in a later frame.
    pub fn queue(self, work: impl FnOnce() + 'static) {
        self.wait(Box::new(work), |line| &mut line.following);
    }

    /// Takes in what a hand is moving: in the next frame where frames are quick, and with [`settle`] at once.
    pub fn follow(self, work: impl FnOnce() + 'static) {
        self.wait(Box::new(work), |line| &mut line.moving);
    }

    fn wait(self, work: Work, kind: fn(&mut Line) -> &mut VecDeque<(Self, Work)>) {
        let first = LINE.with_borrow_mut(|line| {
            let waiting = kind(line);
            match waiting.iter_mut().find(|(turn, _)| *turn == self) {
                Some((_, known)) => *known = work,
                None => waiting.push_back((self, work)),
            }
            !std::mem::replace(&mut line.asked, true)
        });
        if first {
            ask();
        }
    }
}

/// Takes in at once whatever a hand has moved.
pub fn settle() {
    while let Some((_, work)) = LINE.with_borrow_mut(|line| line.moving.pop_front()) {
        work();
    }
}

fn ask() {
    request_animation_frame(next);
}

/// One frame.
fn next() {
    let now = js_sys::Date::now();
    let (moving, following) = LINE.with_borrow_mut(|line| {
        let slow = SLOW_FRAME_MS.contains(&(now - line.shown_ms));
        line.shown_ms = now;
        line.slow = if slow { REMEMBERED } else { line.slow.saturating_sub(1) };
        let alone = line.slow > 0 && !line.following.is_empty();
        let moving = if alone && line.moved { None } else { line.moving.pop_front() };
        line.moved = moving.is_some();
        let following = if alone && line.moved { None } else { line.following.pop_front() };
        line.asked = !line.moving.is_empty() || !line.following.is_empty();
        if line.asked {
            ask();
        }
        (moving, following)
    });
    for (_, work) in moving.into_iter().chain(following) {
        work();
    }
}
