//! Reads dropped files, in a worker beside the page; nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    autonomia::worker::files::serve();
}
