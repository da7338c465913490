//! Writes and reads a firm's file, in a worker beside the page; nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    autonomia::worker::firm_file::serve();
}
