//! The town's pack, as `pack.js` has put it beside the page's program, and `worker.js` beside a worker's.

use crate::rules::pack::Pack;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

fn global(name: &str) -> JsValue {
    Reflect::get(&js_sys::global(), &name.into()).unwrap_or_default()
}

/// The pack to be handed on to a worker; undefined where there is none.
#[must_use]
pub fn handed() -> JsValue {
    global("autonomiaPack")
}

/// What `read` makes of the town's pack; where that cannot be used, what it makes of none, and the page is told.
///
/// # Errors
/// Those of `read` without a pack.
pub fn with_pack<T, E>(read: fn(&Pack) -> Result<T, E>) -> Result<T, E> {
    let parts = handed().dyn_into::<Array>().unwrap_or_default();
    let parts = parts.iter().map(|part| part.as_string().unwrap_or_default()).collect();
    read(&Pack::new(parts)).or_else(|_| {
        if let Ok(say) = global("autonomiaPackRefused").dyn_into::<Function>() {
            // A notice that cannot be shown is no reason to stop.
            let _ = say.call0(&JsValue::NULL);
        }
        read(Pack::none())
    })
}
