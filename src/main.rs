//! Mounts the page, or starts the worker; nothing else.

fn main() {
    #[cfg(all(target_arch = "wasm32", feature = "page"))]
    autonomia::ui::start();
}
