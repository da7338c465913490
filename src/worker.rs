//! What runs beside the page, in workers: no document, no language of its own, messages in and messages out.

pub mod check;
pub mod engine;
pub mod files;
#[cfg(feature = "page")]
pub mod firm;
pub mod firm_file;
pub mod jobs;
pub mod studies;
pub mod town;

use js_sys::Uint8Array;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

/// The scope of a worker, where the program runs in one.
#[must_use]
pub fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// A value as the bytes of a message.
pub fn pack<T: Serialize>(value: &T) -> JsValue {
    Uint8Array::from(postcard::to_allocvec(value).unwrap_or_default().as_slice()).into()
}

/// The value of a message; none where it is another's.
pub fn unpack<T: DeserializeOwned>(value: &JsValue) -> Option<T> {
    postcard::from_bytes(&value.dyn_ref::<Uint8Array>()?.to_vec()).ok()
}
