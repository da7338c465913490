//! Mounts the page for firms, or starts its worker; nothing else.

fn main() {
    #[cfg(all(target_arch = "wasm32", feature = "page"))]
    autonomia::ui::firm::start();
}
