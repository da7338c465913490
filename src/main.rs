//! Mounts the page, or starts the worker; nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    autonomia::ui::start();
}
