//! What the browser keeps of a firm: the address, and a text in its storage. All of it may be refused.

use super::keep_hours;
use crate::firm::{FirmSaid, link};
use crate::link::LinkError;
use crate::ui::storage;

const FIRM: &str = "autonomia.firm";

/// From the address, else from last time, else nothing; and whether the address could not be read.
#[must_use]
pub fn said_at_start() -> (Option<FirmSaid>, bool) {
    // The address of the last visit lacks the hours of files, which storage has.
    let last = storage::last(FIRM, |text| link::decode(text).ok()).map(with_hours);
    match from_address() {
        Some(Ok(said)) => (Some(last.unwrap_or(said)), false),
        Some(Err(_)) => (None, true),
        None => (last, false),
    }
}

/// What was said last time, with the hours of its files.
fn with_hours(mut said: FirmSaid) -> FirmSaid {
    keep_hours::put_into(&mut said.scenario);
    said
}

/// What the address says; none where it says nothing.
#[must_use]
pub fn from_address() -> Option<Result<FirmSaid, LinkError>> {
    Some(link::decode(&storage::in_address()?))
}

/// Keeps what is said now, in the address and in storage; false where hours of files could not be kept.
pub fn keep(said: &FirmSaid) -> bool {
    let text = link::encode(said);
    storage::write(FIRM, Some(&text));
    storage::put_in_address(&text);
    keep_hours::keep(&said.scenario.meters)
}

/// The address of the page with what is said in it.
#[must_use]
pub fn address(said: &FirmSaid) -> String {
    storage::address_with(&link::encode(said))
}
