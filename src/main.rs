//! Mounts the page, or starts the worker; nothing else.

fn main() {}
