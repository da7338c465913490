//! Judges a town's pack, in a worker beside the check page; nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    autonomia::worker::check::serve();
}
