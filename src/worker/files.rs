//! The program that reads files, in its worker: gets the files themselves, tells of progress, answers in words.
//!
//! The page sends `[number, question, file, …]` and hears `[number, share]` or `[number, answer]`; question and answer are
//! postcard messages.

use super::{pack, scope, unpack};
use crate::files::{LARGEST_BYTES, Refusal, ask, ask::Ask, view::View};
use crate::text::Lang;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

/// Bytes that are read at once.
const SLICE: f64 = 4_194_304.0;
/// Share of the progress that stands for reading the bytes.
const READING: f64 = 0.3;

/// Answers every question of the page for as long as the worker lives.
pub fn serve() {
    let Some(scope) = scope() else { return };
    let page = scope.clone();
    let asked = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let message = Array::from(&event.data());
        let number = message.get(0);
        let view = answer(&page, &number, &message).unwrap_or_default();
        // A page that is gone needs no answer.
        let _ = page.post_message(&Array::of2(&number, &pack(&view)));
    });
    scope.set_onmessage(Some(asked.as_ref().unchecked_ref()));
    asked.forget();
}

fn answer(page: &DedicatedWorkerGlobalScope, number: &JsValue, message: &Array) -> Option<View> {
    let asked: Ask = unpack(&message.get(1))?;
    let blobs: Vec<Blob> = message.iter().skip(2).filter_map(|file| file.dyn_into().ok()).collect();
    let tell = |share: f64| {
        // Progress that does not arrive is no loss.
        let _ = page.post_message(&Array::of2(number, &share.into()));
    };
    let refused = |refusal: &Refusal| {
        let lang = Lang::from_code(&asked.lang).unwrap_or_default();
        Some(View { refused: Some(lang.refusal(refusal)), ..View::default() })
    };
    let mut files = Vec::new();
    for blob in &blobs {
        #[expect(clippy::cast_precision_loss, reason = "a limit of a few megabytes")]
        if blob.size() > LARGEST_BYTES as f64 {
            return refused(&Refusal::TooLarge);
        }
        match read(blob, |share| tell(share * READING)) {
            Some(bytes) => files.push(bytes),
            None => return refused(&Refusal::NotText),
        }
    }
    let bytes: Vec<&[u8]> = files.iter().map(Vec::as_slice).collect();
    Some(ask::answer(&asked, &bytes, &mut |share| tell(READING + share * (1.0 - READING))))
}

/// The bytes of a file, read slice by slice; none where the browser may not read it.
fn read(blob: &Blob, tell: impl Fn(f64)) -> Option<Vec<u8>> {
    let reader = FileReaderSync::new().ok()?;
    let (size, mut start) = (blob.size(), 0.0);
    let mut bytes = Vec::new();
    while start < size {
        let end = (start + SLICE).min(size);
        let slice = blob.slice_with_f64_and_f64(start, end).ok()?;
        bytes.extend(Uint8Array::new(reader.read_as_array_buffer(&slice).ok()?.as_ref()).to_vec());
        start = end;
        tell(start / size);
    }
    Some(bytes)
}
